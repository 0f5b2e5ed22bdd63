/**
 * HTML tables, JSON and tables with their cells in quotes as the tables that they hold: cells with tabs between them, rows with line ends, headings above.
 * All that reads a pasted table reads them too.
 */
import type { Span } from './finding.ts';
import { chained, type Edit, type Rewritten, rewritten, unchanged } from './rewritten.ts';
import { isHeading } from './table.ts';

const HAS_TABLE = /<t[dhr][\s>]/i;
const TAG =
  /<(?<close>\/)?(?<name>[a-z][a-z0-9]{0,15})(?<attributes>(?:\s[^<>=]{1,100}=[^<>]{0,2000})?(?:\s{1,9}nowrap)?\s{0,9}\/?)>/giu;
const ATTRIBUTE = /\s(?<name>[a-z-]{1,40})\s{0,9}=\s{0,9}(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gi;
/** Attributes that are about looks. Any other may hold an address or a word with a capital. */
const LOOKS = /^(?:style|class|id|face|src|lang|type|role|scope|on[a-z]+|data-sheets-[a-z-]+)$/i;
const WORTH = /@|(?<!\p{L})\p{Lu}\p{Ll}/u;
const TABLE_TAG = /^(?:table|t[rdh]|thead|tbody|tfoot)$/;
const CELL_PART = /[ \t\r\n]+|&(?:#(?:x[0-9a-f]{1,6}|\d{1,7})|[a-z]{2,8});/gi;
const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', quot: '"', apos: "'", rsquo: "'", lt: '<' };
/** "&eacute;" and "&ntilde;": a letter and the mark over it. */
const ACCENTS: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  tilde: '\u0303',
  uml: '\u0308',
  circ: '\u0302',
};

const JSON_START = /[[{]\s{0,40}["[{]/g;
const STRING = /"(?<body>(?:[^"\\\r\n]|\\.)*)(?:"|$)/y;
/** Files with one of these keys are about software. */
const OF_SOFTWARE =
  /"(?:version|scripts|(?:devD|d)ependencies|\$schema|license|compilerOptions|extends)"\s{0,9}:/;
const SCALAR = /-?\d[\d.eE+-]{0,30}|true|false|null/y;
const GAP = /\s*/y;
const BETWEEN_ROWS = /\s{0,40},?\s{0,40}(?=\{)/y;
const ESCAPE = /\\(?:u[0-9a-f]{4}|.)/gi;
/** A cell in quotes, as programs export them (RFC 4180). */
const HAS_QUOTED_CELL = /(?:^|[,;\t])"(?:[^"\r\n]|""){0,600}"(?=[,;\t\r\n]|$)/m;
/** Rows of cells, some of them in quotes, by what parts them. A quoted cell may hold what parts others, and line ends. */
const ROWS = [',', ';', '\t'].map((mark) => {
  const cell = `(?:"(?:[^"]|"")*"|[^"\r\n${mark}]*)`;
  return {
    row: new RegExp(`^${cell}(?:${mark}${cell})+(?=[\r\n]|$)`),
    cell: new RegExp(`"((?:[^"]|"")*)"|[^"${mark}]*`, 'y'),
  };
});
/** Longer ones are prose; a limit for what one line can cost. */
const ROW_MAX = 2000;
const QUOTED_PART = /""|[\r\n\t]+/g;
const LINE = /[^\r\n]*(?:\r\n|[\r\n]|$)/y;

/** Deeper than any export; a limit for the stack. */
const DEPTH_MAX = 20;
/** No table has more columns or longer headings; limits for what one key can add to the text. */
const COLUMNS_MAX = 60;
const HEADING_MAX = 80;

/** A text in the making: stretches of the given one and what is put between them. */
class Writer {
  readonly given: string;
  text = '';
  readonly edits: Edit[] = [];
  /** Up to where the given text is taken or passed over. */
  at = 0;
  #put = '';

  constructor(given: string) {
    this.given = given;
  }

  /** Puts text in the place of what is passed over before the next stretch. */
  put(text: string): void {
    this.#put += text;
  }

  /** Passes over all before `start`; takes the given text from there to `end`. */
  take(start: number, end: number): void {
    if (start > this.at || this.#put) {
      const from = this.text.length;
      this.text += this.#put;
      this.edits.push({ from, to: this.text.length, start: this.at, end: start });
      this.#put = '';
    }
    this.text += this.given.slice(start, end);
    this.at = end;
  }

  /** The same, with each match of `part` replaced. */
  takeReplaced({ start, end }: Span, part: RegExp, replace: (found: string) => string): void {
    let from = start;
    for (const match of this.given.slice(start, end).matchAll(part)) {
      this.take(from, start + match.index);
      this.put(replace(match[0]));
      from = start + match.index + match[0].length;
    }
    this.take(from, end);
  }

  finish(): Rewritten {
    return rewritten(this.text, this.edits);
  }
}

/**
 * Rewrites the HTML tables, the JSON and the tables with cells in quotes of a text; anything else stays as it is. Any string is fine, cut markup too: what
 * is read is read. Linear in the length of the text.
 */
export function flattenMarkup(text: string): Rewritten {
  const tables = HAS_TABLE.test(text) ? flattenTables(text) : unchanged(text);
  JSON_START.lastIndex = 0;
  const plain = JSON_START.test(tables.text) ? chained(tables, flattenJson(tables.text)) : tables;
  return HAS_QUOTED_CELL.test(plain.text) ? chained(plain, flattenQuoted(plain.text)) : plain;
}

function entity(found: string): string {
  const name = found.slice(1, -1);
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : found;
  }
  const mark = ACCENTS[name.slice(1)];
  return mark ? (name[0]! + mark).normalize('NFC') : (ENTITIES[name] ?? found);
}

function flattenTables(text: string): Rewritten {
  const writer = new Writer(text);
  let inTable = false;
  let inCell = false;
  /** Cells of the row so far, and whether the last one holds words. */
  let cells = 0;
  let filled = false;
  const read = (start: number, end: number) => {
    const body = text.slice(start, end);
    if (!inTable) writer.take(start, end);
    else if (body.trim() === '' && !(inCell && filled)) return;
    else if (!inCell) writer.take(start, end);
    else {
      const from = filled ? start : end - body.trimStart().length;
      writer.takeReplaced({ start: from, end }, CELL_PART, (part) => (part[0] === '&' ? entity(part) : ' '));
      filled = true;
    }
  };
  let at = 0;
  for (const match of text.matchAll(TAG)) {
    const { close, attributes = '' } = match.groups!;
    const name = match.groups!.name!.toLowerCase();
    const structure = TABLE_TAG.test(name);
    if (!inTable && !structure) continue;
    read(at, match.index);
    at = match.index + match[0].length;
    if (structure) {
      const cell = name === 'td' || name === 'th';
      inTable = !close || name !== 'table';
      inCell = cell && !close;
      if (inCell) writer.put(cells++ > 0 ? '\t' : '');
      else if (!cell && cells > 0) {
        writer.put('\n');
        cells = 0;
      }
      filled &&= !inCell;
    } else if (/^(?:br|p|div|li)$/.test(name)) writer.put(' ');
    for (const attribute of attributes.matchAll(ATTRIBUTE)) {
      const value = attribute.groups!.double ?? attribute.groups!.single!;
      if (LOOKS.test(attribute.groups!.name!) || !WORTH.test(value)) continue;
      const end = at - 1 - attributes.length + attribute.index + attribute[0].length - 1;
      writer.take(end - value.length, end);
      writer.put('; ');
    }
  }
  read(at, text.length);
  writer.take(text.length, text.length);
  return writer.finish();
}

/** What was read of JSON; the places are those of the words without quotes. */
type Node = Value | List | Group;
interface Value extends Span {
  kind: 'value';
}
interface List {
  kind: 'list';
  items: Node[];
}
interface Group {
  kind: 'group';
  pairs: { key: Span; value: Node }[];
}

/** Reads JSON from a place on, as far as it goes: where it is cut or breaks off, what is open ends there. */
class JsonReader {
  readonly text: string;
  at: number;
  values = 0;
  /** Where the last sound part ends. */
  end: number;
  #broken = false;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
    this.end = at;
  }

  /** One value, and the groups that follow it: lines of JSON, or the rest of a list whose start was cut off. */
  rows(): Node {
    const first = this.#node(0);
    if (first?.kind !== 'group') return first ?? { kind: 'list', items: [] };
    const items: Node[] = [first];
    while (!this.#broken && this.#test(BETWEEN_ROWS)) {
      const next = this.#node(0);
      if (next) items.push(next);
    }
    return items.length > 1 ? { kind: 'list', items } : first;
  }

  #test(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  #take(mark: string): boolean {
    this.#test(GAP);
    if (this.text[this.at] !== mark) return false;
    this.at++;
    this.end = this.at;
    return true;
  }

  #string(): Value | undefined {
    this.#test(GAP);
    STRING.lastIndex = this.at;
    const body = STRING.exec(this.text)?.groups?.body;
    if (body === undefined) return undefined;
    const start = this.at + 1;
    this.at = STRING.lastIndex;
    this.end = this.at;
    return { kind: 'value', start, end: start + body.length };
  }

  #node(depth: number): Node | undefined {
    if (depth < DEPTH_MAX && this.#take('[')) return this.#list(depth + 1);
    if (depth < DEPTH_MAX && this.#take('{')) return this.#group(depth + 1);
    const value = this.#string();
    const start = this.at;
    if (value || this.#test(SCALAR)) {
      this.values++;
      this.end = this.at;
      return value ?? { kind: 'value', start, end: this.at };
    }
    this.#broken = true;
    return undefined;
  }

  #list(depth: number): List {
    const items: Node[] = [];
    if (this.#take(']')) return { kind: 'list', items };
    do {
      const item = this.#node(depth);
      if (item) items.push(item);
    } while (!this.#broken && this.#take(','));
    this.#broken ||= !this.#take(']');
    return { kind: 'list', items };
  }

  #group(depth: number): Group {
    const pairs: Group['pairs'] = [];
    if (this.#take('}')) return { kind: 'group', pairs };
    do {
      const key = this.#string();
      if (!key || !this.#take(':')) {
        this.#broken = true;
        break;
      }
      const value = this.#node(depth);
      if (value) pairs.push({ key, value });
    } while (!this.#broken && this.#take(','));
    this.#broken ||= !this.#take('}');
    return { kind: 'group', pairs };
  }
}

/** A value of a row with the keys that lead to it. */
interface Leaf {
  heading: string;
  value: Value;
}

function flattenJson(text: string): Rewritten {
  const writer = new JsonWriter(text);
  JSON_START.lastIndex = 0;
  for (let match = JSON_START.exec(text); match; match = JSON_START.exec(text)) {
    const reader = new JsonReader(text, match.index);
    const node = reader.rows();
    JSON_START.lastIndex = Math.max(reader.end, match.index + 1);
    const pairs = node.kind === 'group' && node.pairs.length > 0;
    const people = !OF_SOFTWARE.test(text.slice(match.index, reader.end));
    if (people && (reader.values > 1 || (pairs && reader.values > 0)))
      writer.write(node, match.index, reader.end);
  }
  writer.take(writer.at, text.length);
  return writer.finish();
}

class JsonWriter extends Writer {
  /** Puts what was read in the place of `start` to `end`, in lines of its own. */
  write(node: Node, start: number, end: number): void {
    this.take(this.at, start);
    if (start > 0 && this.given[start - 1] !== '\n') this.put('\n');
    this.#node(node);
    this.put('\n');
    this.take(end, end);
  }

  #value({ start, end }: Span): void {
    this.takeReplaced({ start, end }, ESCAPE, (found) => {
      if (/^\\u/i.test(found)) return String.fromCharCode(Number.parseInt(found.slice(2), 16));
      return /[nrtbf]/.test(found[1]!) ? ' ' : found[1]!;
    });
  }

  #node(node: Node): void {
    if (node.kind === 'value') this.#value(node);
    else if (node.kind === 'group') this.#pairs(node);
    else if (node.items.some(({ kind }) => kind !== 'value')) this.#rows(node.items);
    else this.#joined(node.items, ', ');
  }

  #joined(items: Node[], mark: string): void {
    items.forEach((item, i) => {
      if (i > 0) this.put(mark);
      this.#node(item);
    });
  }

  /** "key: value", a line each; the words of the keys are kept, since they may be names. */
  #pairs({ pairs }: Group): void {
    for (const { key, value } of pairs) {
      this.#value(key);
      this.put(value.kind === 'value' ? ': ' : ':\n');
      this.#node(value);
      this.put('\n');
    }
  }

  #rows(items: Node[]): void {
    const table = this.#tableOf(items);
    if (table) this.#table(table);
    else {
      for (const item of items) {
        if (item.kind === 'list' && item.items.every(({ kind }) => kind === 'value'))
          this.#joined(item.items, '\t');
        else this.#node(item);
        this.put('\n');
      }
    }
  }

  /** The rows of a table, if there are several groups, most of whose keys look like headings. */
  #tableOf(items: Node[]): Leaf[][] | undefined {
    if (items.length < 2) return undefined;
    const rows: Leaf[][] = [];
    for (const item of items) {
      const leaves = item.kind === 'group' ? this.#leaves(item, '') : undefined;
      if (!leaves) return undefined;
      rows.push(leaves);
    }
    const headings = [...new Set(rows.flatMap((row) => row.map(({ heading }) => heading)))];
    if (headings.length > COLUMNS_MAX) return undefined;
    const known = headings.filter(isHeading).length;
    const plain = headings.filter((heading) => isHeading(heading) || /^[\p{Ll}_]/u.test(heading)).length;
    return known > 0 && plain * 2 >= headings.length ? rows : undefined;
  }

  /** All values of a group; undefined where a list of groups or a sentence for a heading lies within. */
  #leaves({ pairs }: Group, path: string): Leaf[] | undefined {
    const leaves: Leaf[] = [];
    for (const { key, value } of pairs) {
      const heading = path + this.given.slice(key.start, key.end).replace(/[\t\r\n]/g, ' ');
      if (heading.length > HEADING_MAX) return undefined;
      if (value.kind === 'value') leaves.push({ heading, value });
      else {
        const within = value.kind === 'group' ? this.#leaves(value, `${heading} `) : valuesOf(value, heading);
        if (!within) return undefined;
        leaves.push(...within);
      }
    }
    return leaves;
  }

  #table(rows: Leaf[][]): void {
    const columns = new Map<string, number>();
    for (const { heading } of rows.flat()) if (!columns.has(heading)) columns.set(heading, columns.size);
    this.put(`${[...columns.keys()].join('\t')}\n`);
    for (const row of rows) {
      let column = 0;
      let before = '';
      for (const { heading, value } of row) {
        const place = columns.get(heading)!;
        if (heading === before) this.put(', ');
        else if (place < column) {
          this.put(`\n${'\t'.repeat(place)}`);
        } else this.put('\t'.repeat(place - column));
        this.#value(value);
        column = place;
        before = heading;
      }
      this.put('\n');
    }
  }
}

function valuesOf({ items }: List, heading: string): Leaf[] | undefined {
  const values = items.filter((item) => item.kind === 'value');
  return values.length === items.length ? values.map((value) => ({ heading, value })) : undefined;
}

/** Tables of two rows or more with cells in quotes: with tabs in the place of what parts them, and no quotes. */
function flattenQuoted(text: string): Rewritten {
  const writer = new Writer(text);
  for (let at = 0; at < text.length; ) {
    const rows = ROWS.map((form) => rowsAt(text, at, form)).find((rows) => rows.length > 1);
    if (rows?.flat().some(isQuoted)) {
      for (const cells of rows) {
        writer.take(writer.at, cells[0]!.outer.start);
        for (const [i, { inner, outer }] of cells.entries()) {
          if (i > 0) writer.put('\t');
          writer.takeReplaced(inner, QUOTED_PART, (part) => (part === '""' ? '"' : ' '));
          writer.take(outer.end, outer.end);
        }
      }
    }
    const last = rows?.at(-1)?.at(-1);
    at = lineAfter(text, last ? last.outer.end : at);
  }
  writer.take(writer.at, text.length);
  return writer.finish();
}

function lineAfter(text: string, at: number): number {
  LINE.lastIndex = at;
  LINE.test(text);
  return LINE.lastIndex;
}

/** A cell with and without its quotes. */
interface QuotedCell {
  outer: Span;
  inner: Span;
}

/** The rows with as many cells as the first that follow each other from a place on. */
function rowsAt(text: string, start: number, { row, cell }: (typeof ROWS)[number]): QuotedCell[][] {
  const rows: QuotedCell[][] = [];
  for (let at = start; at < text.length; ) {
    const length = row.exec(text.slice(at, at + ROW_MAX))?.[0].length ?? ROW_MAX;
    if (length === ROW_MAX) break;
    const cells = cellsIn(text, { start: at, end: at + length }, cell);
    if (rows[0] ? rows[0].length !== cells.length : !isFilled(text, cells)) break;
    rows.push(cells);
    at = lineAfter(text, at + length);
  }
  return rows;
}

function cellsIn(text: string, row: Span, cell: RegExp): QuotedCell[] {
  const cells: QuotedCell[] = [];
  for (let start = row.start; start <= row.end; start++) {
    cell.lastIndex = start;
    const quotes = cell.exec(text)![1] === undefined ? 0 : 1;
    const end = Math.min(cell.lastIndex, row.end);
    cells.push({ outer: { start, end }, inner: { start: start + quotes, end: end - quotes } });
    start = end;
  }
  return cells;
}

/** Whether words stand in two cells: the comma of "Dear all," parts none. */
const isFilled = (text: string, cells: QuotedCell[]): boolean =>
  cells.filter(({ inner }) => text.slice(inner.start, inner.end).trim() !== '').length > 1;

const isQuoted = ({ outer, inner }: QuotedCell): boolean => outer.start < inner.start;
