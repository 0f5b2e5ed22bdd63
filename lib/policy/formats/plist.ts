/** Apple's property lists in XML, as far as a configuration profile needs them. */
import { isObject } from './managed.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
`;

/** A property list of strings, numbers, booleans, lists and objects. */
export function writePlist(value: unknown): string {
  return `${HEAD}${element(value, '')}\n</plist>\n`;
}

function element(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (typeof value === 'boolean') return `${indent}<${value}/>`;
  if (typeof value === 'number')
    return Number.isInteger(value)
      ? `${indent}<integer>${value}</integer>`
      : `${indent}<real>${value}</real>`;
  if (Array.isArray(value)) {
    return block(
      'array',
      indent,
      value.map((one) => element(one, inner)),
    );
  }
  if (isObject(value)) {
    const lines = Object.entries(value).map(
      ([key, one]) => `${inner}<key>${escaped(key)}</key>\n${element(one, inner)}`,
    );
    return block('dict', indent, lines);
  }
  return `${indent}<string>${escaped(String(value))}</string>`;
}

function block(name: string, indent: string, lines: string[]): string {
  return [`${indent}<${name}>`, ...lines, `${indent}</${name}>`].join('\n');
}

/** A carriage return would be read as a line feed. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Deeper than any profile. */
const DEEPEST = 64;

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z]+)(?:\s[^>]*?)?(\/?)>|([^<]+)/g;

interface Token {
  tag?: string;
  kind: 'open' | 'close' | 'text';
  text: string;
}

/** Reads a property list in XML. Out: its value; nothing where it is not one. Dates and data stay text. Throws nothing. */
export function readPlist(text: string): { value: unknown } | undefined {
  const tokens: Token[] = [];
  for (const [, cdata, close, tag, empty, words] of text.matchAll(TOKEN)) {
    if (cdata !== undefined) tokens.push({ kind: 'text', text: cdata });
    else if (words !== undefined)
      tokens.push({ kind: 'text', text: unescaped(words.replace(/\r\n?/g, '\n')) });
    else if (tag !== undefined) {
      tokens.push({ kind: close ? 'close' : 'open', tag, text: '' });
      if (empty) tokens.push({ kind: 'close', tag, text: '' });
    }
  }
  const start = tokens.findIndex(({ tag }) => tag === 'plist');
  if (start < 0) return undefined;
  try {
    return { value: new Reader(tokens, start + 1).value(0) };
  } catch {
    return undefined;
  }
}

class NotPlist extends Error {}

class Reader {
  private readonly tokens: Token[];
  private at: number;

  constructor(tokens: Token[], at: number) {
    this.tokens = tokens;
    this.at = at;
  }

  value(depth: number): unknown {
    const tag = this.open();
    if (depth > DEEPEST || tag === undefined) throw new NotPlist();
    if (tag === 'dict') {
      const value: Record<string, unknown> = {};
      for (let key = this.open(); key !== undefined; key = this.open()) {
        if (key !== 'key') throw new NotPlist();
        // `__proto__` is a key like any other.
        const name = this.text('key');
        Object.defineProperty(value, name, {
          value: this.value(depth + 1),
          enumerable: true,
          writable: true,
        });
      }
      this.close(tag);
      return value;
    }
    if (tag === 'array') {
      const value: unknown[] = [];
      while (this.isOpen()) value.push(this.value(depth + 1));
      this.close(tag);
      return value;
    }
    const text = this.text(tag);
    if (tag === 'true' || tag === 'false') return tag === 'true';
    return tag === 'integer' || tag === 'real' ? Number(text) : text;
  }

  /** The name of the element that begins here; nothing where none does. */
  private open(): string | undefined {
    if (!this.isOpen()) return undefined;
    this.at += 1;
    return this.tokens[this.at - 1]?.tag;
  }

  private isOpen(): boolean {
    while (this.tokens[this.at]?.kind === 'text' && this.tokens[this.at]?.text.trim() === '') this.at += 1;
    return this.tokens[this.at]?.kind === 'open';
  }

  private close(tag: string): void {
    const token = this.tokens[this.at];
    if (token?.kind !== 'close' || token.tag !== tag) throw new NotPlist();
    this.at += 1;
  }

  private text(tag: string): string {
    let text = '';
    while (this.tokens[this.at]?.kind === 'text') {
      text += this.tokens[this.at]?.text;
      this.at += 1;
    }
    this.close(tag);
    return text;
  }
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (all, hex, decimal, name) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      if (name) return NAMED[name.toLowerCase()] ?? all;
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
