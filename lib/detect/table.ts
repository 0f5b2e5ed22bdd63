/** Tables and "Key: value" lines of a text, read once per document: what stands under or after which heading. */
import type { TextDocument } from './document.ts';
import type { Span } from './finding.ts';

/** A value and what it stands under. The span is the value without quotes and outer spaces; never empty. */
export interface Cell extends Span {
  /** The heading or key in lower case, without marks around it. */
  heading: string;
  /** Whether it stands in a column with a heading above (true) or after a key in its own line. */
  column: boolean;
}

type Split = (text: string, line: Span) => Span[];

/** Longest line that is split: a longer one is prose. */
const LINE_MAX = 600;
const HEADING_MAX = 32;
/** One of these in a line of short cells makes it a heading. */
const HEADING =
  /(?<![\p{L}])(?:id|stu|sid|ssid|osis|number|no|num|name|lname|fname|first|last|student|pupil|child|kid|dob|birth ?dat[ea]|birthday|phone|tel|cell|mobile|contact|guardian|parent|e-?mail|user(?:name)?|login|log-in|account|pass(?:word|code)?|pw|pwd|pin|code|combo|combination|barcode|device|serial|asset|mrn|medicaid|insurance|policy|locker|bus|route|room|rm|hr|homeroom|seat|stop|address|addr|street|school|from|plate|case|date|ssn|nombre|alumn[oa]|matr[ií]cula|fecha|nacimiento|nac|tel[eé]fono|correo|usuario|contrase[nñ]a|clave|ruta|casillero|sal[oó]n|direcci[oó]n|escuela|tutora?|apellidos?)(?![\p{L}])/iu;
const MARKDOWN_RULE = /^[\s|:+=-]+$/;
const KEY_VALUE =
  /^[ \t>•*|□-]{0,8}(?<key>\p{L}[\p{L}\p{N} .#/'’()&-]{1,40}?)[ \t*]{0,3}(?:[:=]|\.{3,60}|\t|[ \t]\|[ \t]|[ ]{3,60})[ \t*]{0,40}(?<value>\S.*)$/du;

function trimmed(text: string, start: number, end: number): Span {
  const cut = text.slice(start, end);
  const body = cut.trim();
  const from = start + (cut.length - cut.trimStart().length);
  const quoted = /^(["“])(.*)["”]$/.exec(body);
  return quoted ? { start: from + 1, end: from + body.length - 1 } : { start: from, end: from + body.length };
}

function byMark(mark: string): Split {
  return (text, line) => {
    const cells: Span[] = [];
    let start = line.start;
    let quoted = false;
    for (let i = line.start; i <= line.end; i++) {
      if (text[i] === '"' && mark !== '|') quoted = !quoted;
      if (i < line.end && (quoted || !text.startsWith(mark, i))) continue;
      cells.push(trimmed(text, start, i));
      start = i + mark.length;
    }
    if (mark !== '|') return cells;
    // A row of a markdown table begins and ends with a bar.
    if (cells[0]?.start === cells[0]?.end) cells.shift();
    if (cells.at(-1)?.start === cells.at(-1)?.end) cells.pop();
    return cells;
  };
}

const bySpaces: Split = (text, line) => {
  const cells: Span[] = [];
  let start = line.start;
  for (const gap of text.slice(line.start, line.end).matchAll(/[ \u00a0]{2,}/g)) {
    cells.push({ start, end: line.start + gap.index });
    start = line.start + gap.index + gap[0].length;
  }
  cells.push({ start, end: line.end });
  return cells.filter((cell) => cell.end > cell.start);
};

const SPLITS: readonly { mark: RegExp; split: Split; aligned?: true }[] = [
  { mark: /\t/, split: byMark('\t') },
  { mark: /\|/, split: byMark('|') },
  { mark: / \/ /, split: byMark(' / ') },
  { mark: /;/, split: byMark(';') },
  { mark: /,/, split: byMark(',') },
  { mark: /\S[ \u00a0]{2,}\S/, split: bySpaces, aligned: true },
];

/** What stands between cells, and between a key and its value: without it a line needs no closer look. */
const CELL_MARK = /[\t|/;,]|[ \u00a0]{2}/;
const KEY_MARK = /[:=\t|]|\.{3}| {3}/;

/** "StudentNumber" and "guardian_phone" as words. */
const words = (text: string): string => text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replace(/[_\s]+/g, ' ');

const cleanHeading = (text: string): string =>
  words(text)
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}#]+$/gu, '');

/** Whether words look like the heading of a column about people. */
export const isHeading = (text: string): boolean => HEADING.test(words(text));

function headingsOf(text: string, cells: readonly Span[]): string[] | undefined {
  const headings = cells.map((cell) => cleanHeading(text.slice(cell.start, cell.end)));
  const known = headings.filter((heading) => HEADING.test(heading)).length;
  const short = headings.every((heading) => heading.length <= HEADING_MAX && !/\d{3}/.test(heading));
  return cells.length >= 2 && short && (known >= 2 || known * 3 >= cells.length) ? headings : undefined;
}

/** The column of a cell among aligned ones: the heading whose place it shares. */
function alignedColumn(heads: readonly Span[], headStart: number, cell: Span, lineStart: number): number {
  const from = cell.start - lineStart;
  const to = cell.end - lineStart;
  return heads.findIndex((head) => head.start - headStart < to && head.end - headStart > from);
}

function read({ text, lines }: TextDocument): Cell[] {
  const cells: Cell[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.end - line.start > LINE_MAX) continue;
    const content = text.slice(line.start, line.end);
    const end = tableAt(i, content);
    if (end > i) {
      i = end - 1;
      continue;
    }
    const match = KEY_MARK.test(content) ? KEY_VALUE.exec(content) : null;
    const value = match?.indices?.groups?.value;
    if (!value) continue;
    const span = trimmed(text, line.start + value[0], line.start + value[1]);
    if (span.end > span.start)
      cells.push({ ...span, heading: cleanHeading(match.groups!.key!), column: false });
  }
  return cells;

  /** Reads the table whose headings are line `i`; returns the line after it, or `i` where there is none. */
  function tableAt(i: number, content: string): number {
    // A table has rows under its headings.
    if (i + 1 === lines.length || !CELL_MARK.test(content) || !HEADING.test(words(content))) return i;
    const line = lines[i]!;
    for (const { mark, split, aligned } of SPLITS) {
      if (!mark.test(content)) continue;
      const heads = split(text, line);
      const headings = headingsOf(text, heads);
      if (!headings) continue;
      let row = i + 1;
      let rows = 0;
      for (; row < lines.length; row++) {
        const at = lines[row]!;
        const body = text.slice(at.start, at.end);
        if (rows === 0 && (body.trim() === '' || MARKDOWN_RULE.test(body)) && row <= i + 2) continue;
        if (at.end - at.start > LINE_MAX || !mark.test(body)) break;
        const found = split(text, at);
        // A row of prose has other borders than the table; ragged rows may lack a cell or two.
        if (found.length < 2 || found.length > headings.length + 2) break;
        if (!aligned && found.length < headings.length - 2) break;
        rows++;
        found.forEach((cell, n) => {
          const column =
            aligned && found.length !== headings.length
              ? alignedColumn(heads, line.start, cell, at.start)
              : n;
          const heading = headings[column];
          if (heading && cell.end > cell.start) cells.push({ ...cell, heading, column: true });
        });
      }
      if (rows > 0) return row;
    }
    return i;
  }
}

const known = new WeakMap<TextDocument, readonly Cell[]>();

/** The cells of a document in reading order. Linear in the text; computed on the first call for a document. */
export function cellsOf(doc: TextDocument): readonly Cell[] {
  let cells = known.get(doc);
  if (!cells) {
    cells = read(doc);
    known.set(doc, cells);
  }
  return cells;
}
