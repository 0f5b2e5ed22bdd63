/** What the recognizers of written forms share. */
import { type BecauseCode, because } from '../because.ts';
import type { CategoryId } from '../category.ts';
import type { TextDocument } from '../document.ts';
import { type Finder, wordFinder } from '../finder.ts';
import type { Candidate, Span } from '../finding.ts';
import { cellsOf } from '../table.ts';

/** A candidate over `start` to `end` (UTF-16 code units). */
export function candidate(
  recognizer: CategoryId,
  start: number,
  end: number,
  score: number,
  ...codes: BecauseCode[]
): Candidate {
  return { span: { start, end }, category: recognizer, score, recognizer, because: because(...codes) };
}

/** Reads a value at a place: its end, or -1 where none begins there. */
export type ReadValue = (text: string, at: number) => number;

/** A finder of cue words for `afterCue`, which sees to it that none begins within a word: twice as fast as a lookbehind here. */
export function cueWords(...words: string[]): Finder {
  return wordFinder(words);
}

const WORD_BEFORE = /[\p{L}\p{N}]$/u;
/** What may stand between a cue and its value: "number is", ":", dots, the bar of a table, quotes, many spaces. */
const BETWEEN =
  /\.?(?:[ \t\u00a0\u202f*_]{0,40}(?:\.{2,80}|[:=#("'“‘|•–—-]|→|(?:numbers?|no|num|n[uú]m(?:ero)?|card|code|id|on (?:file|the form|form)|now|again|is|was|are|es|son|were|reads|they asked for|will be|in|on(?: (?:the )?(?:passport|card|file))?|for (?:the |his |her |my )?[a-z]{2,12}(?: [a-z]{2,12}){0,2}(?= (?:is|es)|:)|del?|la|el|que (?:le )?dieron|reset to|at)(?![\p{L}\p{N}])\.?)){0,5}[ \t\u00a0\u202f]{0,40}/iuy;
/** What stands between two values of one cue in the plural. */
const NEXT = /(?:,|;|,? (?:and|or|y|&)) /y;

/**
 * The values that stand after a cue word, a cue in the plural ("IDs 4471 and 4472") before several.
 * Linear in the text: a cue, what follows it and a value all have an upper bound.
 */
export function* afterCue(doc: TextDocument, cue: Finder, read: ReadValue): Generator<Span> {
  const { text } = doc;
  for (const match of cue(doc)) {
    if (WORD_BEFORE.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    BETWEEN.lastIndex = match.index + match[0].length;
    BETWEEN.exec(text);
    let start = BETWEEN.lastIndex;
    for (let left = 12; left > 0; left--) {
      const end = read(text, start);
      if (end <= start) break;
      yield { start, end };
      NEXT.lastIndex = end;
      if (!/s$/i.test(match[0]) || !NEXT.test(text)) break;
      start = NEXT.lastIndex;
    }
  }
}

/** The values under a heading or after a key of a line. The value must begin the cell; in a column it must fill it. */
export function* underHeading(doc: TextDocument, heading: RegExp, read: ReadValue): Generator<Span> {
  for (const cell of cellsOf(doc)) {
    if (!heading.test(cell.heading)) continue;
    const end = read(doc.text, cell.start);
    if (end > cell.start && end <= cell.end && (!cell.column || end === cell.end))
      yield { start: cell.start, end };
  }
}

/** A reader from a pattern with the flag y. */
export function reader(pattern: RegExp): ReadValue {
  return (text, at) => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
}

/** The first of several readers that finds something. */
export function anyOf(...readers: ReadValue[]): ReadValue {
  return (text, at) => {
    for (const read of readers) {
      const end = read(text, at);
      if (end > at) return end;
    }
    return -1;
  };
}

const CHUNK = /[A-Za-z0-9]{1,20}(?![\p{L}\p{M}\p{N}])/uy;
const JOINT = /[ \u00a0]?[-\u2010-\u2015#*+][ \u00a0]?|[/._](?=[A-Za-z0-9])|[ \u00a0]/y;
const CHUNKS = 9;
/** Scanners read 0 as O and 1 as l; such letters count as digits beside real ones. */
const digitsIn = (chunk: string): number => (/\d/.test(chunk) ? chunk.replace(/[^\dOolI]/g, '').length : 0);

/**
 * A reader of numbers as offices write them: "4410927", "MPS 311-0452-9", "24-FA-00913", "70 4418 2290", "H B 2 2 9".
 * Capitals and digits in up to nine chunks; at least `least` digits. Ordinals, dates and times are none.
 */
export function code(least: number): ReadValue {
  return (text, at) => {
    let end = -1;
    let digits = 0;
    let from = at;
    let spaced = false;
    for (let n = 0; n < CHUNKS; n++) {
      CHUNK.lastIndex = from;
      const chunk = CHUNK.exec(text)?.[0];
      if (!chunk) break;
      const found = digitsIn(chunk);
      if (found === 0 && (chunk !== chunk.toUpperCase() || chunk.length > 8)) break;
      // "ID 4471 BUS 12": a word after the digits belongs to what follows.
      if (found === 0 && spaced && digits > 0 && chunk.length > 2) break;
      if (/^\d+(?:st|nd|rd|th|am|pm)$/i.test(chunk)) break;
      const after = from + chunk.length;
      digits += found;
      if (digits > 0 && (found > 0 || after > end)) end = after;
      JOINT.lastIndex = after;
      const joint = JOINT.exec(text)?.[0];
      if (!joint) break;
      spaced = /\s/.test(joint);
      from = JOINT.lastIndex;
    }
    if (end < 0 || digits < least) return -1;
    const value = text.slice(at, end);
    return DATE_LIKE.test(value) || /^\d{1,2}:\d\d/.test(text.slice(at, end + 3)) ? -1 : end;
  };
}
const DATE_LIKE = /^(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})|(?:19|20)\d\d-\d{2}(?:-\d{2}|\d{2})?)$/;

const ONES =
  'zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve';
const TENS =
  'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const SPOKEN_WORD = `(?:${ONES}|${TENS}|o|double|triple|dash|guion|right|left|\\d{1,4})`;
const SPOKEN = new RegExp(
  `(?:[a-z][ ,]{1,2}){0,4}${SPOKEN_WORD}(?:(?:,? |-)(?:${SPOKEN_WORD}|[a-z](?=[ ,]{1,2}(?:[a-z][ ,]{1,2}){0,3}${SPOKEN_WORD})))(?:(?:,? |-)${SPOKEN_WORD}(?![\\p{L}])){0,24}(?![\\p{L}\\p{N}])`,
  'iuy',
);
const ONE_WORD = new RegExp(`(?:${ONES}|${TENS})(?![\\p{L}])`, 'giu');

/** A reader of numbers as they are dictated: "five two two one", "double seven four one, dash, nine nine". */
export function spoken(least: number): ReadValue {
  return (text, at) => {
    SPOKEN.lastIndex = at;
    const match = SPOKEN.exec(text);
    const words = match?.[0].match(ONE_WORD)?.length ?? 0;
    return match && words >= least ? at + match[0].length : -1;
  };
}

/** Months in English and Spanish, long and short, for a pattern with the i flag. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = "(?:(?:19|20)\\d\\d|['’]\\d\\d)";
const ORDINAL =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))';
const SPOKEN_YEAR = `(?:two thousand|twenty|nineteen)(?:[ -](?:and|oh|${TENS}|${ONES})){1,3}`;
/** Digits, and the letters that scanners read for them. */
const N2 = '(?:[0-9OolI]{1,2})';
const NUMERIC = `(?<![\\p{L}\\p{N}./-])(?=[\\d/. OolI-]{0,11}\\d)${N2} ?(?<sep>[/.-]) ?${N2} ?\\k<sep> ?(?:(?:19|20|2O)[0-9OolI]{2}|[0-9OolI]{2})(?![\\p{L}\\p{N}]|[/-]\\d)`;
const ISO = `(?:19|20)\\d\\d(?:-\\d{2}-\\d{2}|\\. ?\\d{2}\\. ?\\d{2}|/\\d{2}/\\d{2})(?![\\p{N}])`;
const WRITTEN = [
  `${MONTH}\\.?[ \\u00a0]${DAY}(?:,?[ \\u00a0]${YEAR})?`,
  `${DAY}[ \\u00a0-](?:of |de )?${MONTH}(?:\\.?(?:,|,? del?)?[ \\u00a0-]${YEAR})?`,
  `${DAY}/${MONTH}/${YEAR}`,
  `\\d{1,2}-[IVX]{1,4}-(?:20)?\\d\\d`,
  `${MONTH} (?:the )?${ORDINAL}(?:,? ${SPOKEN_YEAR})?`,
  `(?:the )?${ORDINAL} of ${MONTH}(?:,? ${SPOKEN_YEAR})?`,
];

/** Days of history are no whole date: the year before 1900 would be cut off. */
const NOT_HISTORY = '(?!,?[ \\u00a0](?:de )?1[0-8]\\d\\d)';

/** The ways to write a whole date with day, month and mostly year: sources of patterns with the flags i and u. One has a group `sep`. */
export const FULL_DATES: readonly string[] = [
  ISO,
  NUMERIC,
  ...WRITTEN.map((date) => `${date}(?![\\p{L}\\p{N}])${NOT_HISTORY}`),
];
/** Any of them. */
export const FULL_DATE = `(?:${FULL_DATES.join('|')})`;
/** Day and month in digits: "3/14". Also scores, fractions and ratios look so. */
export const SHORT_DATE =
  '(?<![\\p{L}\\p{N}./-])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|3[01])(?![\\p{L}\\p{N}]|[/.-]\\d)';

/** The findings at spans. */
export function* at(spans: Iterable<Span>, category: CategoryId, score: number): Generator<Candidate> {
  for (const { start, end } of spans) yield candidate(category, start, end, score, 'after-cue');
}
