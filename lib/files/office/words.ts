/** Where the words of a text stand in the XML, and how others get there. */
import type { Copy } from './package.ts';
import {
  escapeAttribute,
  escapeText,
  unescapeXml,
  type XmlAttribute,
  type XmlPart,
  type XmlText,
} from './xml.ts';

/** A change within one stretch of words: offsets are in it, end-exclusive. */
export interface Local {
  start: number;
  end: number;
  /** Empty where the surrogate stands before it. */
  surrogate: string;
}

/** A stretch of words that stands in one place of the file and is written as one. */
export interface Words {
  /** Whether a surrogate can stand here. A soft hyphen can only go. */
  readonly holds: boolean;
  /** Makes changes in a copy. They are in order and do not overlap. */
  swap(locals: Local[], copy: Copy): void;
}

/** The words with changes made. */
export function withLocals(text: string, locals: Local[]): string {
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end, surrogate } of locals) {
    pieces.push(text.slice(at, start), surrogate);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

/** How words are written in a place. `read` gives as many characters as the text shows of it. */
interface Writing {
  holds: boolean;
  read(raw: string): string;
  write(words: string): string;
  /** Spaces at its ends count only where the element says so. */
  marksSpaces?: true;
}

const TEXT: Writing = { holds: true, read: unescapeXml, write: escapeText };
const SPACED_TEXT: Writing = { ...TEXT, marksSpaces: true };
const CDATA: Writing = { ...TEXT, read: (raw) => raw.slice(9, -3) };
const ATTRIBUTE: Writing = { holds: true, read: unescapeXml, write: escapeAttribute };
const ADDRESS: Writing = {
  holds: true,
  read: (raw) => addressShown(unescapeXml(raw)),
  // A space or bracket in an address makes Office call the whole file damaged.
  write: (words) => escapeAttribute(encodeURI(words)),
};
/** A string in a formula, between its quotes. */
const STRING: Writing = {
  holds: true,
  read: (raw) => unescapeXml(raw).replaceAll('""', '"'),
  write: (words) => escapeAttribute(words.replaceAll('"', '""')),
};
const MARK: Writing = { holds: false, read: () => '-', write: () => '' };

/** An address as it reads: "%20" is a space. */
export function addressShown(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

class SourceWords implements Words {
  readonly #part: XmlPart;
  readonly #from: number;
  readonly #to: number;
  readonly #writing: Writing;

  constructor(part: XmlPart, from: number, to: number, writing: Writing) {
    this.#part = part;
    this.#from = from;
    this.#to = to;
    this.#writing = writing;
  }

  get holds(): boolean {
    return this.#writing.holds;
  }

  swap(locals: Local[], copy: Copy): void {
    const { source } = this.#part;
    const words = withLocals(this.#writing.read(source.slice(this.#from, this.#to)), locals);
    copy.edit(this.#part, this.#from, this.#to, this.#writing.write(words));
    if (!this.#writing.marksSpaces || words === words.trim()) return;
    const tag = source.slice(source.lastIndexOf('<', this.#from - 1), this.#from);
    if (/^<[^!?/].*>$/s.test(tag) && !/\sxml:space\s*=/.test(tag)) {
      copy.edit(this.#part, this.#from - 1, this.#from - 1, ' xml:space="preserve"');
    }
  }
}

/** @param marksSpaces in an element that has `xml:space` where spaces at its ends count */
export function textWords(part: XmlPart, node: XmlText, marksSpaces = false): Words {
  const writing = marksSpaces ? SPACED_TEXT : TEXT;
  return new SourceWords(part, node.from, node.to, node.cdata ? CDATA : writing);
}

/** A range of plain text, with what it says. */
export function sourceText(part: XmlPart, from: number, to: number): { text: string; words: Words } {
  return { text: TEXT.read(part.source.slice(from, to)), words: new SourceWords(part, from, to, TEXT) };
}

export function attributeWords(part: XmlPart, attribute: XmlAttribute): Words {
  return new SourceWords(part, attribute.from, attribute.to, ATTRIBUTE);
}

/** The name of a bookmark or range. It is read with spaces for its low lines, so that a name in it is found. */
export function identifierWords(part: XmlPart, attribute: XmlAttribute): Words {
  return {
    holds: true,
    swap(locals, copy) {
      const old = part.value(attribute);
      const name = copy.identifier(old, withLocals(old, locals));
      copy.edit(part, attribute.from, attribute.to, escapeAttribute(name));
    },
  };
}

export function addressWords(part: XmlPart, attribute: XmlAttribute): Words {
  return new SourceWords(part, attribute.from, attribute.to, ADDRESS);
}

export function formulaString(part: XmlPart, from: number, to: number): Words {
  return new SourceWords(part, from, to, STRING);
}

/** An element that stands for one character, a soft hyphen say, and goes with the word around it. */
export function markWords(part: XmlPart, from: number, to: number): Words {
  return new SourceWords(part, from, to, MARK);
}

/** The same words in several places. */
export class SameWords implements Words {
  readonly #places: Words[];

  constructor(places: Words[]) {
    this.#places = places;
  }

  get holds(): boolean {
    return this.#places.every(({ holds }) => holds);
  }

  add(place: Words): void {
    this.#places.push(place);
  }

  swap(locals: Local[], copy: Copy): void {
    for (const place of this.#places) place.swap(locals, copy);
  }
}
