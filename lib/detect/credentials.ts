/**
 * Accounts without headings: rows ("Xander: xfrost12 - snowmanX", "jo.park | Tiger44") and pairs behind a cue ("PowerSchool
 * jbird / Tulsa!19"). Two recognizers read them.
 */
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

/** Where teachers log in: what stands behind is an account. */
const SYSTEMS =
  'log-?in|user(?:name)?|usuario|cuenta|account|portal|computer|laptop|chromebook|powerschool|skyward|infinite campus|aeries|clever|naviance|canvas|schoology|google|seesaw|ixl|raz kids|smart ?music|quickbooks|zoom|edmodo|nearpod|khan academy';
const PASS_WORD = '(?:temp |new )?(?:pass(?:word|code)?|pwd?|contraseña|clave)(?: is|:| es)*';
/** "login to QuickBooks was boosterband / Sousa76", "computer login: sub.rm6, pw Welcome2". */
const PAIR = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${SYSTEMS})(?: (?:log-?in|user(?:name)?))?(?: (?:to|for|on|de|del) (?:the |la |el )?\\p{L}{2,14})?(?: is| was| es)?:?(?: is:)? (?<user>\\p{L}[\\p{L}\\p{N}_.@-]{3,40})(?<between> ?[/|–-] ?| ?[,;/|–-]? ${PASS_WORD} | )(?<pass>[^\\s,;|]{4,40})`,
    'dgiu',
  ),
);
const TELLING = /\d|\p{Ll}\p{Lu}|[!#$%&@_+=^~]/u;
/** With nothing between but a space, only what no sentence would say. */
const MIXED = /^(?=.*\p{Ll})(?=.*\d).{7,}$/u;

/** The pairs of account name and password that stand behind a cue in running text. */
export function credentialPairs(doc: TextDocument): Required<Credentials>[] {
  return PAIR(doc).flatMap((match) => {
    const { user, between, pass } = match.groups!;
    const word = pass!.replace(/[.!?)'’]+$/, '');
    // "Canvas module - Unit3" is no account.
    const plain = /^ ?[–-]/.test(between!) && !MARKED.test(user!);
    const isPair = between === ' ' ? MIXED.test(word) : !plain && word.length >= 4 && TELLING.test(word);
    const [userStart, userEnd] = match.indices!.groups!.user!;
    const [start] = match.indices!.groups!.pass!;
    return isPair
      ? [{ user: { start: userStart, end: userEnd }, pass: { start, end: start + word.length } }]
      : [];
  });
}
