/** Text documents and spreadsheets of LibreOffice and the like. Source: OpenDocument 1.3, parts 2 and 3. */
import { type FileKind, FileProblem, type OpenedFile, type Watch } from '../file.ts';
import { Pace } from '../pace.ts';
import { UNPACKED_MAX, unpack } from '../zip.ts';
import { Extras } from './extras.ts';
import { OdfFlow } from './odf-flow.ts';
import { ODF_RULES, ODF_SWEEP } from './odf-rules.ts';
import { openedFile, unreadOf } from './opened.ts';
import { type Copy, OfficePackage } from './package.ts';
import { Reading, type Section } from './reading.ts';
import { renameSheets } from './sheet-names.ts';
import { sweep } from './sweep.ts';
import { Values } from './values.ts';
import { addressShown, addressWords, withLocals } from './words.ts';
import {
  attributeOf,
  childOf,
  descendants,
  elementsOf,
  parseXml,
  type XmlAttribute,
  type XmlElement,
  type XmlPart,
} from './xml.ts';

const MANIFEST = 'META-INF/manifest.xml';
/** Pictures of the first page, and signatures of the old bytes. */
const DROPPED = /^(?:Thumbnails\/|META-INF\/[^/]*signatures)/i;
const MACRO = /^(?:Basic|Scripts)\//i;
/** What a program keeps of its own menus and pages. */
const SETTINGS = /^(?:Configurations2\/|layout-cache$)/i;

interface Sheet {
  name: string;
  part: XmlPart;
  attribute: XmlAttribute;
  wanted: WeakMap<Copy, string>;
}

/** A text document or spreadsheet while it is read. */
class OdfSource {
  readonly package: OfficePackage;
  readonly pace: Pace;
  readonly extras = new Extras(ODF_RULES);
  readonly comments = new Reading();
  readonly footnotes = new Reading();
  readonly deleted = new Reading();
  readonly sheets: Sheet[] = [];
  readonly #links = new Values();

  constructor(of: OfficePackage, pace: Pace) {
    this.package = of;
    this.pace = pace;
  }

  /** All parts that are XML and may hold words. */
  paths(): string[] {
    return this.package.entries
      .map(({ path }) => path)
      .filter(
        (path) => /\.(?:xml|rdf)$/i.test(path) && ![DROPPED, MACRO, SETTINGS].some((one) => one.test(path)),
      )
      .filter((path) => path !== MANIFEST);
  }

  async parse(path: string): Promise<{ part: XmlPart; root: XmlElement } | undefined> {
    const part = this.package.part(path);
    const root = part && (await parseXml(part, this.pace));
    return root && { part, root };
  }

  flow(part: XmlPart): OdfFlow {
    return new OdfFlow(part, this);
  }

  /** Addresses that lead out of the file. */
  readLinks(part: XmlPart, element: XmlElement): void {
    const attribute = attributeOf(element, 'href');
    const address = part.value(attribute);
    if (attribute && /^(?:[a-z][a-z+.-]*:|\.\.\/|\/)/i.test(address)) {
      this.extras.see(part, attribute.from);
      this.#links.add(addressShown(address), addressWords(part, attribute));
    }
    for (const child of elementsOf(element)) this.readLinks(part, child);
  }

  links(): Reading {
    const reading = new Reading();
    this.#links.readInto(reading);
    return reading;
  }
}

/** Throws FileProblem 'password' where an entry is encrypted. Out: the media type that the list gives the whole file. */
async function readManifest(source: OdfSource): Promise<string> {
  const found = await source.parse(MANIFEST);
  if (!found) return '';
  if (descendants(found.root, 'encryption-data').length > 0) throw new FileProblem('password');
  const whole = elementsOf(found.root).find((entry) => found.part.valueOf(entry, 'full-path') === '/');
  return whole ? found.part.valueOf(whole, 'media-type') : '';
}

function typeOf(source: OdfSource, listed: string): string {
  const entry = source.package.entry('mimetype');
  const own = entry ? new TextDecoder().decode(unpack(entry, { left: UNPACKED_MAX })).trim() : '';
  return own || listed;
}

function kindOf(type: string): FileKind {
  if (/opendocument\.text/.test(type)) return 'odt';
  if (/opendocument\.spreadsheet/.test(type)) return 'ods';
  throw new FileProblem('unknown-kind');
}

/** Names of the table styles that hide a sheet. */
function hidingStyles(part: XmlPart, root: XmlElement): Set<string> {
  const styles = elementsOf(childOf(root, 'automatic-styles')).filter((style) => {
    const properties = childOf(style, 'table-properties');
    return properties !== undefined && part.valueOf(properties, 'display') === 'false';
  });
  return new Set(styles.map((style) => part.valueOf(style, 'name')));
}

function readSheets(source: OdfSource, part: XmlPart, root: XmlElement): Section[] {
  const hiding = hidingStyles(part, root);
  const sections: Section[] = [];
  const flow = source.flow(part);
  const rest = new Reading();
  for (const element of elementsOf(childOf(childOf(root, 'body'), 'spreadsheet'))) {
    const attribute = attributeOf(element, 'name');
    if (element.name !== 'table' || !attribute) {
      flow.blocks({ ...element, children: [element] }, rest);
      continue;
    }
    const sheet: Sheet = { name: part.value(attribute), part, attribute, wanted: new WeakMap() };
    source.sheets.push(sheet);
    source.extras.see(part, attribute.from);
    const reading = new Reading();
    reading.show(sheet.name, {
      holds: true,
      swap: (locals, copy) => void sheet.wanted.set(copy, withLocals(sheet.name, locals)),
    });
    reading.say('\n');
    flow.rows(element, reading);
    const hidden = hiding.has(part.valueOf(element, 'style-name'));
    sections.push({ kind: 'sheet', name: sheet.name, hidden, reading });
  }
  sections.push({ kind: 'sheet', name: '', hidden: true, reading: rest });
  return sections;
}

async function readSections(source: OdfSource, kind: FileKind): Promise<Section[]> {
  const { extras } = source;
  const objects: Section = {
    kind: kind === 'ods' ? 'sheet' : 'body',
    name: '',
    hidden: false,
    reading: new Reading(),
  };
  const headers = new Reading();
  let sections: Section[] = [];
  const paths = source.paths();
  if (!paths.includes('content.xml')) throw new FileProblem('damaged');
  for (const [i, path] of paths.entries()) {
    const found = await source.parse(path);
    if (!found) continue;
    const { part, root } = found;
    const flow = source.flow(part);
    if (path === 'content.xml' && kind === 'ods') sections = readSheets(source, part, root);
    else if (path === 'content.xml') {
      const reading = new Reading();
      const body = childOf(root, 'body');
      if (body) flow.blocks(body, reading);
      sections = [{ kind: 'body', name: '', hidden: false, reading }];
    } else if (path.endsWith('/content.xml')) {
      const body = childOf(root, 'body');
      if (body) flow.blocks(body, objects.reading);
    } else if (path.endsWith('styles.xml')) {
      const pages = childOf(root, 'master-styles');
      if (pages) flow.blocks(pages, headers);
    }
    source.readLinks(part, root);
    extras.visit(part, root);
    source.pace.progress((i + 1) / paths.length);
  }
  for (const author of extras.authors) source.comments.line(author);
  return [
    ...sections,
    objects,
    { kind: 'body', name: '', hidden: true, reading: source.deleted },
    { kind: 'header-footer', name: '', hidden: false, reading: headers },
    { kind: 'footnotes', name: '', hidden: false, reading: source.footnotes },
    { kind: 'comments', name: '', hidden: false, reading: source.comments },
    { kind: 'links', name: '', hidden: true, reading: source.links() },
    { kind: 'properties', name: '', hidden: true, reading: extras.read() },
  ];
}

/** Leaves entries out of a copy, and out of its list of them. */
async function drop(source: OdfSource, paths: string[], copy: Copy): Promise<void> {
  const list = await source.parse(MANIFEST);
  for (const path of paths) {
    copy.drop(path);
    for (const entry of elementsOf(list?.root)) {
      if (list!.part.valueOf(entry, 'full-path') === path) copy.edit(list!.part, entry.start, entry.end, '');
    }
  }
}

/**
 * A text document or spreadsheet of OpenDocument: odt, ott, ods, ots. Read like openDocx and openXlsx; deleted text stands
 * apart, as it does in the file. Throws FileProblem.
 * @param name with its ending
 */
export async function openOdf(bytes: Uint8Array, name: string, watch?: Watch): Promise<OpenedFile> {
  const pace = new Pace(watch);
  const source = new OdfSource(new OfficePackage(bytes), pace);
  const type = typeOf(source, await readManifest(source));
  const kind = kindOf(type);
  const sections = await readSections(source, kind);
  const all = source.package.entries.map(({ path }) => path);
  const xml = source.paths();
  const isPreview = (path: string) => source.package.entry(`${previewed(path)}/content.xml`) !== undefined;
  const unread = all.filter(
    (path) =>
      !xml.includes(path) &&
      !DROPPED.test(path) &&
      !SETTINGS.test(path) &&
      !isPreview(path) &&
      path !== MANIFEST,
  );

  return openedFile(
    {
      ...{ kind, package: source.package, type, sections, extras: source.extras },
      unread: unreadOf(unread, (path) => MACRO.test(path)),
      async finish(copy, literals, rewritePace) {
        const sheets = source.sheets.map((sheet) => ({ ...sheet, wanted: sheet.wanted.get(copy) }));
        const renames = { sheets: renameSheets(sheets, copy), columns: new Map<string, string>() };
        for (const path of xml) {
          await sweep(
            source.package.part(path)!,
            ODF_SWEEP,
            source.extras,
            literals,
            renames,
            copy,
            rewritePace,
          );
        }
        const isStale = (path: string) =>
          copy.isEdited(source.package.part(`${previewed(path)}/content.xml`));
        const dropped = all.filter((path) => DROPPED.test(path) || (isPreview(path) && isStale(path)));
        await drop(source, dropped, copy);
      },
    },
    name,
    openOdf,
  );
}

/** The object that an entry is a picture of. */
const previewed = (path: string) => /^ObjectReplacements\/(.+)$/i.exec(path)?.[1] ?? '';
