import { credentialPairs, credentialRows } from '../credentials.ts';
import type { TextDocument } from '../document.ts';
import { finder } from '../finder.ts';
import type { Span } from '../finding.ts';
import type { Recognizer } from '../recognizer.ts';
import { afterCue, anyOf, at, cueWords, type ReadValue, reader, spoken, underHeading } from './pattern.ts';

const PASS = cueWords(
  'pass(?:word|code|phrase|wd)|pwd?|temp pass|(?<!(?:bus|hall|boarding|lunch|library) )pass|code word|wi-?fi(?: for the [a-z ]{3,16})?|session name',
  'contrase[nñ]a|clave(?: (?:de la puerta|del? [a-z]{3,12}|de acceso))?',
);
const CODES = cueWords(
  'pin(?: (?:code|number))?(?: for the [a-z]{2,8})?',
  '(?:lunch|cafeteria) code',
  '(?:gate|door|access|security|entry|alarm|restroom|cart|chromebook|ipad|cabinet [a-z]|copier|badge) ?code|copier|code(?=[: ]+[A-Z\\d]{4}-)|ticket(?= [A-Z\\d]{4}-)',
  'comb(?:o|ination)s?(?: for [a-z ]{3,12})?|padlock|key to [a-z ]{3,24}|combinaci[oó]n|candado|pin de [a-z]{3,12}|c[oó]digo',
);
const HEADING =
  /^(?:(?:temp|new|temporary|starter|lunch|locker) )?(?:pass(?:word|code)?|pw|pwd|(?:lunch |ipad )?(?:pin|passcode)|lunch (?:number|code)|combo|combination|code|lock|contrase[nñ]a|clave|pin)$/;
const TOKEN = /[^\s"“”,;|<>]{3,40}/uy;
const LOCK = /(?<![\p{N}])\d{1,2}[RL]?(?:(?: ?[-–] ?| )\d{1,2}[RL]?){2,3}(?![\p{L}\p{N}]|[-–./]\d)/uy;
const NUMBER = /(?=[\dA-Z#*-]*\d)[\dA-Z]{2,8}(?:-[\dA-Z]{1,8}){0,3}[#*]?(?![\p{L}\p{N}])/uy;
const DIGITS = /\d{1,2}(?: \d{1,2}){2,5}(?![\p{L}\p{N}])/uy;
const PLACEHOLDER =
  /^(?:must|should|required|none|n\/a|your|the|their|a|an|same|see|reset|changed|and|or|not|for|to|field|policy|rules?|strength|manager|screen|page|protected|with|https?:.*|\[.*|<.*|\*+|_+|\.+|x+|n[o0]\.?:?|\d{1,2}:\d\d.*)$/i;

const password: ReadValue = (text, start) => {
  TOKEN.lastIndex = start;
  const token = TOKEN.exec(text)?.[0].replace(/[.!?)'’]+$/, '');
  if (!token || token.length < 4 || PLACEHOLDER.test(token)) return -1;
  const signed = /[:=]["'“*\s]{0,3}$/.test(text.slice(Math.max(0, start - 4), start));
  // After "is" or nothing only what no sentence would say: "the password is important" is no finding.
  const telling = /\d/.test(token) || /[!#$%&@_+=^~]/.test(token) || /[a-z][A-Z]/.test(token);
  const exclaimed = /^[!]/.test(text.slice(start + token.length)) && signed;
  if (/^[\d.,/:$%]+$/.test(token) && token.length < 4) return -1;
  const alone = /^(?:[.!]?\s*$|[.!]?[ \t]*[\n,;|)])/.test(
    text.slice(start + token.length, start + token.length + 4),
  );
  if (!telling && !(signed && alone)) return -1;
  return start + token.length + (exclaimed ? 1 : 0);
};
const numbers = anyOf(reader(LOCK), reader(DIGITS), (text, start) => {
  const end = reader(NUMBER)(text, start);
  return end > 0 && text.slice(start, end).length >= 4 ? end : -1;
});
const dictated = spoken(3);
const cell: ReadValue = (text, start) => {
  const end = anyOf(reader(LOCK), reader(DIGITS))(text, start);
  if (end > 0) return end;
  TOKEN.lastIndex = start;
  const token = TOKEN.exec(text)?.[0];
  return token && token.length >= 4 && !PLACEHOLDER.test(token) ? start + token.length : -1;
};

/** "Beatriz: 3091", "WREN  #1143  11-35-02": lines of a name and a code, in a text about codes. */
const ABOUT = finder(/(?<!\p{L})(?:pins?|combos?|combinations?|lockers?|passcodes?|logins?)(?!\p{L})/giu);
const NAME_AND_CODE =
  /^[ \t•*-]{0,4}\p{Lu}[\p{L}\p{M} .'’-]{1,30}(?:: | [-–—] |[ ]{2,12}|\.{3,40} ?)(?:#\d{2,5} {1,8}|[a-z.]{3,20} ?\.{3,40} ?)?(?<code>\d{4,6}|\d{1,2}-\d{1,2}-\d{1,2})[ \t]*$/du;
const ROWS_LEAST = 3;
const LINE_MAX = 100;

function codeRows(doc: TextDocument): Span[] {
  if (ABOUT(doc).length === 0) return [];
  const { text, lines } = doc;
  const rows: Span[] = [];
  for (const line of lines) {
    if (line.end - line.start > LINE_MAX) continue;
    const code = NAME_AND_CODE.exec(text.slice(line.start, line.end))?.indices?.groups?.code;
    if (code) rows.push({ start: line.start + code[0], end: line.start + code[1] });
  }
  return rows.length >= ROWS_LEAST ? rows : [];
}

/** Passwords, PINs and lock combinations after a cue word, behind an account name or under a heading. */
export const secret: Recognizer = {
  id: 'secret',
  categories: ['secret'],
  description: 'Passwords, PINs and lock combinations after a cue word or under a heading.',
  rulesOut: ({ text }, { start }) =>
    /(?:bus|hall|bathroom|lunch) pass[ #:]*$/i.test(text.slice(Math.max(0, start - 20), start)),
  find(doc) {
    return [
      ...at(afterCue(doc, PASS, anyOf(reader(LOCK), password, dictated)), 'secret', 0.88),
      ...at(afterCue(doc, CODES, anyOf(numbers, dictated)), 'secret', 0.94),
      ...at(
        credentialRows(doc).flatMap(({ pass }) => pass ?? []),
        'secret',
        0.8,
      ),
      ...at(
        credentialPairs(doc).map(({ pass }) => pass),
        'secret',
        0.88,
      ),
      ...at(codeRows(doc), 'secret', 0.75),
      ...at(underHeading(doc, HEADING, cell), 'secret', 0.99),
    ];
  },
};
