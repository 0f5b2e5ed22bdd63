import { refuseCompound } from '../compound.ts';
import { type Budget, openZip, packZip, UNPACKED_MAX, unpack, withBytes, type ZipEntry } from '../zip.ts';
import { identifierOf } from './formula.ts';
import { XmlPart } from './xml.ts';

/** An Office file as the zip archive that it is. Its entries are unpacked when they are asked for. */
export class OfficePackage {
  readonly entries: readonly ZipEntry[];
  readonly #byPath: Map<string, ZipEntry>;
  readonly #parts = new Map<string, XmlPart>();
  readonly budget: Budget = { left: UNPACKED_MAX };

  /** Throws FileProblem as openZip and refuseCompound do. */
  constructor(bytes: Uint8Array) {
    refuseCompound(bytes);
    this.entries = openZip(bytes);
    this.#byPath = new Map(this.entries.map((entry) => [entry.path.toLowerCase(), entry]));
  }

  entry(path: string): ZipEntry | undefined {
    return this.#byPath.get(path.toLowerCase());
  }

  /** An entry as XML; undefined where there is none. Throws FileProblem. */
  part(path: string): XmlPart | undefined {
    const key = path.toLowerCase();
    const entry = this.#byPath.get(key);
    if (!entry) return undefined;
    let part = this.#parts.get(key);
    if (!part) {
      part = new XmlPart(entry.path, unpack(entry, this.budget));
      this.#parts.set(key, part);
    }
    return part;
  }
}

interface Edit {
  from: number;
  to: number;
  raw: string;
}

/** A package in the making: another one with edits to its XML, and without some of its entries. */
export class Copy {
  readonly package: OfficePackage;
  /** Without its ending. */
  fileName: string;
  readonly #edits = new Map<XmlPart, Edit[]>();
  readonly #replaced = new Map<string, Uint8Array>();
  readonly #dropped = new Set<string>();
  /** New names of bookmarks and ranges, by the old ones. */
  readonly #identifiers = new Map<string, string>();

  constructor(from: OfficePackage, fileName: string) {
    this.package = from;
    this.fileName = fileName;
  }

  /** Puts raw XML in the place of a range. Where ranges overlap the longest counts, and of equal ones the first given. */
  edit(part: XmlPart, from: number, to: number, raw: string): void {
    const edits = this.#edits.get(part);
    if (edits) edits.push({ from, to, raw });
    else this.#edits.set(part, [{ from, to, raw }]);
  }

  isEdited(part: XmlPart | undefined): boolean {
    return part !== undefined && this.#edits.has(part);
  }

  /** The new name of a bookmark or range, made of words. The same for each place of the old one, and no other's. */
  identifier(old: string, words: string): string {
    const known = this.#identifiers.get(old);
    if (known !== undefined) return known;
    const others = new Set(this.#identifiers.values());
    const base = identifierOf(words);
    let name = base;
    for (let n = 2; others.has(name); n++) name = `${base}_${n}`;
    this.#identifiers.set(old, name);
    return name;
  }

  isRenamed(old: string): boolean {
    return this.#identifiers.has(old);
  }

  /** Puts other bytes in the place of an entry that is no XML. */
  replace(path: string, bytes: Uint8Array): void {
    this.#replaced.set(path, bytes);
  }

  drop(path: string): void {
    this.#dropped.add(path.toLowerCase());
  }

  /** The source of a part, or of a range of it, with its edits made. */
  sourceOf(part: XmlPart, from = 0, to = part.source.length): string {
    const edits = this.#edits.get(part)?.filter((edit) => edit.from >= from && edit.to <= to) ?? [];
    const pieces: string[] = [];
    let at = from;
    for (const edit of edits.sort((a, b) => a.from - b.from || b.to - a.to)) {
      if (edit.from < at) continue;
      pieces.push(part.source.slice(at, edit.from), edit.raw);
      at = edit.to;
    }
    pieces.push(part.source.slice(at, to));
    return pieces.join('');
  }

  pack(): Uint8Array<ArrayBuffer> {
    const edited = new Map(Array.from(this.#edits.keys(), (part) => [part.path, part]));
    const entries = this.package.entries
      .filter(({ path }) => !this.#dropped.has(path.toLowerCase()))
      .map((entry) => {
        const part = edited.get(entry.path);
        const bytes = part ? part.encode(this.sourceOf(part)) : this.#replaced.get(entry.path);
        return bytes ? withBytes(entry, bytes) : entry;
      });
    return packZip(entries);
  }
}
