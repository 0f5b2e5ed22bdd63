import { FileProblem, type OpenedFile, summed, type Watch } from '../file.ts';
import { Pace } from '../pace.ts';
import { openEmbedded } from './embedded.ts';
import { Extras } from './extras.ts';
import { Flow } from './flow.ts';
import type { Renames } from './formula.ts';
import type { Literals } from './literals.ts';
import { OOXML_RULES, OOXML_SWEEP } from './ooxml-rules.ts';
import { CONTENT_TYPES, Opc } from './opc.ts';
import { type Open, openedFile, unreadOf } from './opened.ts';
import { type Copy, OfficePackage } from './package.ts';
import { Reading, type Section } from './reading.ts';
import { sweep } from './sweep.ts';
import { Values } from './values.ts';
import { addressShown, addressWords } from './words.ts';
import { parseXml, type XmlElement, type XmlPart } from './xml.ts';

/** Styles, fonts and the like: no words of people, and names that must stay. */
const LOOKS =
  /[.-](?:styles|stylesWithEffects|fonttable|theme|themeoverride|numbering|websettings|tablestyles|viewprops|commentsextended|commentsids|commentsextensible|calcchain|diagramstyle|diagramcolors|diagramlayout|chartstyle|chartcolorstyle|relationships)\+xml$/i;
const NO_RENAMES: Renames = { sheets: new Map(), columns: new Map() };

/** A docx, pptx or xlsx while it is read. */
export class OoxmlSource {
  readonly opc: Opc;
  readonly package: OfficePackage;
  readonly extras = new Extras(OOXML_RULES);
  readonly links = new Reading();
  readonly pace: Pace;
  readonly #visited = new Set<string>();
  readonly #total: number;
  #done = 0;

  constructor(opc: Opc, pace: Pace) {
    this.opc = opc;
    this.package = opc.package;
    this.pace = pace;
    this.#total = this.paths().reduce((sum, path) => sum + this.package.entry(path)!.packed.length, 1);
  }

  /** All parts that are XML and may hold words, in the order of the archive. */
  paths(): string[] {
    return this.package.entries
      .map(({ path }) => path)
      .filter((path) => this.opc.isXml(path) && !LOOKS.test(this.opc.typeOf(path)) && path !== CONTENT_TYPES);
  }

  /** Parts whose content type has a word in it. */
  ofType(type: RegExp): string[] {
    return this.paths().filter((path) => type.test(this.opc.typeOf(path)));
  }

  isVisited(path: string): boolean {
    return this.#visited.has(path.toLowerCase());
  }

  /**
   * Reads a part that is there, once: what `read` leaves is read as extras, unless it returns 'all'. `take` as for parseXml.
   * Throws FileProblem.
   */
  async visit(
    path: string,
    // biome-ignore lint/suspicious/noConfusingVoidType: most readers have nothing to return
    read: (root: XmlElement, part: XmlPart) => 'all' | void,
    take?: (element: XmlElement, part: XmlPart) => boolean,
  ): Promise<void> {
    const part = this.package.part(path);
    if (!part || this.isVisited(path)) return;
    this.#visited.add(path.toLowerCase());
    const root = await parseXml(part, this.pace, take && ((element) => take(element, part)));
    if (root && read(root, part) !== 'all') this.extras.visit(part, root);
    this.#done += this.package.entry(path)!.packed.length;
    this.pace.progress(this.#done / this.#total);
  }

  /** Paragraphs of a part. @param marksSpaces as in Word: not in drawings, where spaces always count */
  flow(part: XmlPart, marksSpaces: boolean): Flow {
    return new Flow(part, this.links, this.extras.see, marksSpaces);
  }
}

/** What is special about a family. */
export interface Family {
  kind: 'docx' | 'pptx' | 'xlsx';
  /** Its main part's content type has this in it. */
  main: RegExp;
  /** The sections in the order of reading. */
  read(source: OoxmlSource): Promise<Section[]>;
  /** What a copy needs before the sweep; new names that formulas must follow. */
  finish?(source: OoxmlSource, copy: Copy, literals: Literals): Renames;
  /** What hangs on whether a part is changed; after the sweep. */
  tidy?(source: OoxmlSource, copy: Copy): void;
}

const MACRO = /vba[^/]*\.bin$|\/macrosheets\//i;

function authorsInto(sections: Section[], authors: Set<string>): void {
  if (authors.size === 0) return;
  let comments = sections.findLast(({ kind, name }) => kind === 'comments' && name === '');
  if (!comments) {
    comments = { kind: 'comments', name: '', hidden: false, reading: new Reading() };
    sections.push(comments);
  }
  for (const author of authors) comments.reading.line(author);
}

function readLinks(source: OoxmlSource): void {
  const addresses = new Values();
  for (const { external, target, part, attribute } of source.opc.relations()) {
    if (external) addresses.add(addressShown(target), addressWords(part, attribute));
  }
  addresses.readInto(source.links);
}

/**
 * Opens a docx, pptx or xlsx of a family. Throws FileProblem: as OfficePackage and parseXml do, and 'unknown-kind' where the
 * main part is of another family.
 * @param open opens files of this family @param openInner opens Office files within it; without it they are unread
 */
export async function openOoxml(
  family: Family,
  bytes: Uint8Array,
  name: string,
  watch: Watch | undefined,
  open: Open,
  openInner: Open | undefined,
): Promise<OpenedFile> {
  const pace = new Pace(watch);
  const opc = await Opc.read(new OfficePackage(bytes), pace);
  if (!family.main.test(opc.typeOf(opc.main()))) throw new FileProblem('unknown-kind');
  const source = new OoxmlSource(opc, pace);
  const files = source.package;
  const sections = await family.read(source);
  for (const path of source.paths()) await source.visit(path, () => {});
  readLinks(source);
  authorsInto(sections, source.extras.authors);
  sections.push({ kind: 'links', name: '', hidden: true, reading: source.links });
  sections.push({ kind: 'properties', name: '', hidden: true, reading: source.extras.read() });

  const paths = files.entries.map(({ path }) => path);
  const dropped = paths.filter((path) => isDropped(opc, path));
  const others = paths.filter((path) => !opc.isXml(path) && !dropped.includes(path));
  const embedded = openInner ? await openEmbedded(files, others, openInner, pace) : [];
  sections.push(...embedded.flatMap((one) => one.sections()));
  const isRead = (path: string) => embedded.some((one) => one.path === path);
  const unread = unreadOf(
    paths.filter((path) => MACRO.test(path) || (others.includes(path) && !isRead(path))),
    (path) => MACRO.test(path),
  );

  return openedFile(
    {
      ...{ kind: family.kind, package: files, type: opc.mediaType(), sections, extras: source.extras },
      unread: summed([...unread, ...embedded.flatMap((one) => one.unread)]),
      async finish(copy, literals, rewritePace) {
        for (const path of dropped) opc.drop(copy, path);
        const renames = family.finish?.(source, copy, literals) ?? NO_RENAMES;
        for (const path of source.paths()) {
          const part = files.part(path)!;
          await sweep(part, OOXML_SWEEP, source.extras, literals, renames, copy, rewritePace);
        }
        family.tidy?.(source, copy);
        for (const one of embedded) await one.write(copy, rewritePace.signal);
      },
    },
    name,
    open,
  );
}

/** Pictures of the first page, signatures of the old bytes, and who changed what. */
const DROPPED = /(?:^|\/)thumbnail\.[a-z]+$|^_xmlsignatures\//i;
const DROPPED_TYPE = /[.](?:people|changesinfo)\+xml$/;

function isDropped(opc: Opc, path: string): boolean {
  const isPreview = opc
    .targetsOf('', 'thumbnail')
    .some((target) => target.toLowerCase() === path.toLowerCase());
  return isPreview || DROPPED.test(path) || DROPPED_TYPE.test(opc.typeOf(path));
}
