/** Rows of accounts without headings: "Xander: xfrost12 - snowmanX", "jo.park | Tiger44". Two recognizers read them. */
import type { TextDocument } from './document.ts';
import { finder } from './finder.ts';
import type { Span } from './finding.ts';

export interface Credentials {
  user: Span;
  /** Absent where the row ends behind the account name. */
  pass?: Span;
}

/** What a text with such rows is about. */
const ABOUT = finder(
  /(?<!\p{L})(?:log-?ins?|passwords?|pw|pws|pass|user(?:name)?s?|accounts?|credentials|sticky notes?|reset|portal|raz kids|kahoo?t|contraseñas?|usuarios?|sistema)(?!\p{L})/giu,
);
const FIELD_END = / ?[|/] ?| [-–—:] |: |\t+| ?\.{3,40} ?| {2,40}|[,;] ?/g;
/** One lower-case word that ends in digits or holds a dot, a low line or a run-together name. */
const USER = /^(?:[a-z]{1,3}_)?(?:\d{2})?[a-z][a-z0-9]*(?:[._-][a-z0-9]+){0,3}$/;
const MARKED = /\d|[._]/;
const PASS = /^(?:PIN |code |pw |pass )?(?<word>[^\s]{4,30})$/;
const NAME = /^(?:[\p{L}\d][.)] ?|[-*•] ?|\d{1,2}[.)] ?)?\p{Lu}[\p{L}\p{M}.'’() -]{1,40}$/u;
const LINE_MAX = 120;
const ROWS_LEAST = 2;

function fieldsOf(text: string, line: Span): Span[] {
  const body = text.slice(line.start, line.end);
  const fields: Span[] = [];
  let start = 0;
  for (const mark of body.matchAll(FIELD_END)) {
    if (mark.index > start) fields.push({ start: line.start + start, end: line.start + mark.index });
    start = mark.index + mark[0].length;
  }
  const rest = body.slice(start).trimEnd();
  if (rest) fields.push({ start: line.start + start, end: line.start + start + rest.length });
  return fields;
}

function rowOf(text: string, line: Span): Credentials | undefined {
  if (line.end - line.start > LINE_MAX || line.end - line.start < 8) return undefined;
  const fields = fieldsOf(text, line);
  const words = fields.map(({ start, end }) => text.slice(start, end));
  for (let i = 0; i < Math.min(fields.length, 3); i++) {
    if (!USER.test(words[i]!) || words[i]!.length < 4) continue;
    const named = i > 0 && NAME.test(words[i - 1]!);
    if (!(MARKED.test(words[i]!) || named) || (i > 0 && !named)) continue;
    const word = PASS.exec(words[i + 1] ?? '')?.groups?.word;
    const telling = word && (/\d|[A-Z].*[a-z]|[!#$&_-]/.test(word) || MARKED.test(words[i]!));
    if (!word || !telling || /^\d{1,3}$|@|^\d{1,2}[/.]\d/.test(word)) {
      if (named && /\d/.test(words[i]!) && /[a-z]{3}/.test(words[i]!)) return { user: fields[i]! };
      continue;
    }
    const field = fields[i + 1]!;
    return { user: fields[i]!, pass: { start: field.end - word.length, end: field.end } };
  }
  return undefined;
}

/** The rows of accounts of a document; a single such line is none. */
export function credentialRows(doc: TextDocument): Credentials[] {
  if (ABOUT(doc).length === 0) return [];
  const { text, lines } = doc;
  const rows = lines.map((line) => rowOf(text, line)).filter((row) => row !== undefined);
  return rows.length >= ROWS_LEAST ? rows : [];
}
