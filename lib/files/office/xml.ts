/**
 * XML with the places of all that stands in it, so that words can be changed and the rest stays to the byte. Entities that
 * a document defines are not read: a part that defines any is refused.
 */
import { Parser } from 'htmlparser2';
import { FileProblem } from '../file.ts';
import type { Pace } from '../pace.ts';

/** Offsets are UTF-16 code units of the part's source, end-exclusive. */
export interface XmlText {
  kind: 'text';
  /** With its marks where it is a CDATA section. */
  from: number;
  to: number;
  cdata: boolean;
}

export interface XmlAttribute {
  name: string;
  /** Of the value, within its quotes. */
  from: number;
  to: number;
}

export interface XmlElement {
  kind: 'element';
  /** Without its prefix: programs differ in those. */
  name: string;
  attributes: XmlAttribute[];
  children: (XmlElement | XmlText)[];
  start: number;
  innerStart: number;
  innerEnd: number;
  end: number;
}

/** Deeper than any program nests; a limit for the stack. */
const DEPTH_MAX = 400;
/** Held at once, of one part. A book of 5,000 pages has fewer. */
const NODES_MAX = 4_000_000;
const CHUNK = 400_000;

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;

/** Raw text or attribute value as the characters that it stands for. */
export function unescapeXml(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(REFERENCE, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const ESCAPES: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
  ...{ '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
};
export const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (c) => ESCAPES[c]!);
export const escapeAttribute = (text: string): string => text.replace(/[&<>"'\t\n\r]/g, (c) => ESCAPES[c]!);

const UTF_16: Record<string, string> = {
  fffe: 'utf-16le',
  feff: 'utf-16be',
  '3c00': 'utf-16le',
  '003c': 'utf-16be',
};
const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/;

function decoded(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileProblem('damaged');
  }
}

function encodedUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

/** One XML file of a package. */
export class XmlPart {
  readonly path: string;
  /** With its byte order mark, if it has one. */
  readonly source: string;
  readonly #encoding: string;

  /** Throws FileProblem 'damaged' where the bytes are not in their encoding. */
  constructor(path: string, bytes: Uint8Array) {
    this.path = path;
    const start = Array.from(bytes.subarray(0, 2), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const ascii = String.fromCharCode(...bytes.subarray(0, 200));
    const declared = DECLARED.exec(ascii)?.[1]?.toLowerCase() ?? 'utf-8';
    // What is declared as UTF-16 but begins with a plain "<?xml" is not.
    this.#encoding = UTF_16[start] ?? (declared.startsWith('utf-16') ? 'utf-8' : declared);
    this.source = decoded(bytes, this.#encoding);
  }

  /** The bytes of another source of this part, in its encoding; from an old 8-bit one it becomes UTF-8, and says so. */
  encode(source: string): Uint8Array {
    if (this.#encoding.startsWith('utf-16')) return encodedUtf16(source, this.#encoding === 'utf-16le');
    const name = DECLARED.exec(source)?.[1];
    const isUtf8 = this.#encoding === 'utf-8' || !name;
    return new TextEncoder().encode(isUtf8 ? source : source.replace(name, 'UTF-8'));
  }

  text(node: XmlText): string {
    const raw = this.source.slice(node.from, node.to);
    return node.cdata ? raw.slice(9, -3) : unescapeXml(raw);
  }

  /** All text within an element. */
  textOf(element: XmlElement): string {
    return element.children
      .map((child) => (child.kind === 'text' ? this.text(child) : this.textOf(child)))
      .join('');
  }

  value(attribute: XmlAttribute | undefined): string {
    return attribute ? unescapeXml(this.source.slice(attribute.from, attribute.to)) : '';
  }

  /** The value of an attribute by its name without prefix; empty where there is none. */
  valueOf(element: XmlElement, name: string): string {
    return this.value(attributeOf(element, name));
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without prefix. */
export function attributeOf(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((attribute) => localName(attribute.name) === name);
}

export function elementsOf(parent: XmlElement | undefined): XmlElement[] {
  return parent?.children.filter((child) => child.kind === 'element') ?? [];
}

export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(parent).find((child) => child.name === name);
}

/** Elements of a name below another, in order. Those within an element of the name `not`, or within one found, are left out. */
export function descendants(parent: XmlElement | undefined, name: string, not?: string): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (element: XmlElement) => {
    for (const child of element.children) {
      if (child.kind === 'text') continue;
      if (child.name === name) found.push(child);
      else if (child.name !== not) walk(child);
    }
  };
  if (parent) walk(parent);
  return found;
}

/**
 * The root of a part; undefined where it has none. `take` is given every element once it is whole, innermost first, with the
 * name of its parent, and says whether it is done with: it is then forgotten, so that a sheet of a million cells need not be
 * held at once. Throws FileProblem: 'damaged' where the part defines entities, is cut off or is deeper than any program
 * nests; 'too-large'; 'cancelled'.
 */
export async function parseXml(
  part: XmlPart,
  pace: Pace,
  take?: (element: XmlElement, parent: string) => boolean,
): Promise<XmlElement | undefined> {
  const { source } = part;
  const names = new Map<string, string>();
  const open: XmlElement[] = [];
  /** How many nodes there were before each of them. */
  const before: number[] = [];
  let root: XmlElement | undefined;
  let nodes = 0;
  let attributes: XmlAttribute[] = [];
  let inCdata = false;
  const parser = new Parser(
    {
      onprocessinginstruction(name, data) {
        if (name.toUpperCase() === '!DOCTYPE' && /\[|<!/.test(data)) throw new FileProblem('damaged');
      },
      onopentagname(name) {
        let local = names.get(name);
        if (local === undefined) {
          local = localName(name);
          names.set(name, local);
        }
        attributes = [];
        const element: XmlElement = {
          ...{ kind: 'element', name: local, attributes, children: [] },
          ...{ start: parser.endIndex - name.length - 1, innerStart: 0, innerEnd: 0, end: 0 },
        };
        if (open.length >= DEPTH_MAX) throw new FileProblem('damaged');
        before.push(nodes);
        if (++nodes > NODES_MAX) throw new FileProblem('too-large');
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
      },
      onattribute(name, value) {
        // Up to the quote behind it.
        const to = parser.endIndex - 1;
        attributes.push({ name, from: to - value.length, to });
      },
      onopentag() {
        open.at(-1)!.innerStart = parser.endIndex + 1;
      },
      oncdatastart() {
        inCdata = true;
      },
      oncdataend() {
        inCdata = false;
      },
      ontext(data) {
        const siblings = open.at(-1)?.children;
        if (!siblings) return;
        const to = parser.endIndex + 1;
        const last = siblings.at(-1);
        if (inCdata) {
          // With its marks, of 9 and 3 characters.
          siblings.push({ kind: 'text', from: to - data.length - 12, to, cdata: true });
        } else if (last?.kind === 'text' && !last.cdata && last.to === to - data.length) {
          last.to = to;
        } else {
          siblings.push({ kind: 'text', from: to - data.length, to, cdata: false });
        }
      },
      onclosetag(_name, implied) {
        const element = open.pop()!;
        const selfClosed = implied && source[element.innerStart - 2] === '/';
        element.innerEnd = selfClosed ? element.innerStart : source.lastIndexOf('<', parser.endIndex);
        element.end = selfClosed || implied ? element.innerEnd : source.indexOf('>', element.innerEnd) + 1;
        const parent = open.at(-1);
        const held = before.pop()!;
        if (take?.(element, parent?.name ?? '') && parent) {
          parent.children.pop();
          nodes = held;
        }
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  for (let at = 0; at < source.length; at += CHUNK) {
    parser.write(source.slice(at, at + CHUNK));
    await pace.breathe();
  }
  if (open.length > 0) throw new FileProblem('damaged');
  parser.end();
  return root;
}
