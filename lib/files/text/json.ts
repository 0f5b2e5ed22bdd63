/** JSON as lines of `key: value`, strings without their escapes. */
import { type Piece, type Reading, section } from '../source-text.ts';

/** No export is nested deeper, and reading what is takes the browser minutes. */
const DEPTH_MAX = 1000;

/** Whether a text is one list or group of JSON, and no deeper than anybody writes it. */
export function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i];
    if (mark === '"') i = stringEnd(text, i);
    else if (mark === '[' || mark === '{') depth++;
    else if (mark === ']' || mark === '}') depth--;
    if (depth > DEPTH_MAX) return false;
  }
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Where the closing quote of the string is that begins at `at`; the end of the text where it has none. */
function stringEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return Math.min(end, text.length);
}

const inQuotes = (words: string): string => JSON.stringify(words).slice(1, -1);
const ESCAPES = /\\(?:u[0-9a-f]{4}|.)/gi;
const LETTERS: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** What an escape stands for; `\"`, `\\` and `\/` for what is behind the first sign. */
function character(raw: string): string {
  const letter = raw[1]!;
  return letter === 'u'
    ? String.fromCharCode(Number.parseInt(raw.slice(2), 16))
    : (LETTERS[letter] ?? letter);
}

const TOKEN = /[[\]{}:,]|"|[^\s[\]{}:,"]+/g;

/** The words of a string, and its escapes each as what it stands for. */
function* stringPieces(source: string, from: number, to: number): Generator<Piece> {
  let at = from;
  for (const { 0: raw, index } of source.slice(from, to).matchAll(ESCAPES)) {
    const start = from + index;
    if (start > at) yield { text: source.slice(at, start), from: at, write: inQuotes };
    at = start + raw.length;
    yield { text: character(raw), from: start, to: at, rebuild: inQuotes };
  }
  if (to > at) yield { text: source.slice(at, to), from: at, write: inQuotes };
}

function* piecesOf(source: string): Generator<Piece> {
  /** What is open: whether it is a group, and how many values it has so far. */
  const open: { group: boolean; values: number }[] = [];
  let key = true;
  let lineOpen = false;
  const lineEnd = function* (): Generator<Piece> {
    if (lineOpen) yield { text: '\n' };
    lineOpen = false;
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const [mark] = match;
    const inside = open.at(-1);
    if (mark === '[' || mark === '{') {
      // A list of words stays in the line of its key.
      if (mark === '{' || !inside?.group) yield* lineEnd();
      // Groups of a list are records: a blank line between them.
      if (inside && !inside.group && inside.values++ > 0 && mark === '{') yield { text: '\n' };
      open.push({ group: mark === '{', values: 0 });
      key = mark === '{';
    } else if (mark === ']' || mark === '}') {
      yield* lineEnd();
      open.pop();
    } else if (mark === ',') {
      key = inside?.group === true;
    } else if (mark === ':') {
      key = false;
      yield { text: ':' };
    } else {
      const from = match.index;
      const quoted = mark === '"';
      const to = quoted ? stringEnd(source, from) : from + mark.length;
      if (key) yield* lineEnd();
      else if (lineOpen) yield { text: inside && !inside.group && inside.values > 0 ? ', ' : ' ' };
      if (inside) inside.values++;
      lineOpen = true;
      // A number that was swapped is a string.
      if (quoted) yield* stringPieces(source, from + 1, to);
      else yield { text: mark, from, to, rebuild: (text) => JSON.stringify(text) };
      TOKEN.lastIndex = quoted ? to + 1 : to;
    }
  }
  yield* lineEnd();
}

/** @param source for which `isJson` holds */
export function readJson(source: string): Reading {
  const body = section('body', { [Symbol.iterator]: () => piecesOf(source) });
  return { sections: body ? [body] : [], unread: [] };
}
