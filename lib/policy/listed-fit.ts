/** Cuts a detector's names to the listed names in them. Pure. */
import type { KindOfWord, ListedSpan } from '../class-list/find.ts';
import { PARTICLES } from '../class-list/person.ts';
import type { Finding, Span } from '../detect/finding.ts';
import type { Mark } from './marks.ts';

export interface ListedMark extends Mark {
  kind: ListedSpan['kind'];
}

/** Grades, levels and numbers behind a name, and a rank before it, which a detector takes for parts of it. */
const MARKS_BEHIND = /^\.?(?:,?[^\S\r\n]+(?:\p{Lu}{1,4}|\p{Lu}{0,2}\d+))+$/u;
const RANK_BEFORE =
  /^(?:\p{Lu}{2,4}|(?:P[FV]|S|LC|MS|TS|SS|GyS|MSg|SMS)gt|Pvt|Cpl|Amn|SrA|A1C|Cdt|Cadet)\.?[^\S\r\n]+$/u;
/** One letter may be that of a surname, behind a first name and behind "Lopez, Maya". */
const LETTER_BEHIND = /^[^\S\r\n]+\p{Lu}$/u;
const MORE_MARKS = /^[^\S\r\n]+(?:\p{Lu}(?![\p{L}.])|\d)/u;
/** The end of what was said before: "moved up to S. Maya". */
const LETTER_BEFORE = /^\p{Lu}\.[^\S\r\n]+$/u;
/** What may stand between two people, and not in one name: 'Benjamin "Ben" Lopez'. */
const APART = /^[.,;\s]*$/;
/** The next column, a number, a medicine with its dose, or the next sentence is no part of a name. */
const NEXT_COLUMN = /[^\S\r\n]{3,}|\t/;
const WIDE_GAP = /[^\S\r\n]{2,}|\t/;
const NUMBER_BEHIND = /^[^\p{L}\p{N}]+[\p{L}-]{0,4}\d/u;
const SENTENCE_BEHIND = /^[.!?]["”’)]*\s/u;
const SENTENCE_BEFORE = /[\p{L}\p{N}'’][\p{L}\p{N}][.!?]["”’)]*\s+$/u;
const DOSE_BEHIND = /^[^\S\r\n]\p{Lu}\p{Ll}{3,}$/u;
const DOSE = /^[^\S\r\n]\d/;
const SMALL_BEHIND = /^[^\S\r\n](\p{Ll}[\p{L}’'-]+)/u;
const SMALL_BEFORE = /(?:^|[^\p{L}’'-])(\p{Ll}[\p{L}’'-]*)[^\S\r\n]$/u;
const CAPITAL_BEHIND = /^[^\S\r\n](\p{Lu}\p{L}{2,})(?![\p{L}-])/u;
const CAPITAL_BEFORE = /(?:^|[^\p{L}’'-])(\p{Lu}\p{L}{2,})[^\S\r\n]$/u;
/** Small words that a name goes on with. */
const GOES_ON = new Set([...PARTICLES, 'bint', 'das', 'e', 'lo', 'ter', 'zu']);
/** A shorter word that is no dictionary's is a surname too: "Cai". */
const LEAST_PLAIN = 4;
const CAPITAL = /^\p{Lu}/u;
/** Letters that are grades. */
const GRADE_BEHIND = /^[^\S\r\n][ABCDF](?![\p{L}\p{N}.])/u;
/** So many names with a grade letter behind are no names with an initial. */
const LEAST_GRADED = 4;

/**
 * The findings, cut to the listed names in them: one over several people is one for each, and a grade, a rank or the next
 * column beside a name is no part of it. Whatever else is longer than a listed name stays, since it may be another name.
 */
export function fitted(
  text: string,
  findings: Finding[],
  marks: ListedMark[],
  kindOf: KindOfWord,
): Finding[] {
  const people = marks.filter(({ category }) => category === 'person-name');
  const entityOf = entitiesByWords(text, findings);
  const isGraded = gradesBehind(text, people);
  let next = 0;
  return findings.flatMap((finding) => {
    if (finding.category !== 'person-name') return [finding];
    while (next < people.length && people[next]!.span.end <= finding.span.start) next++;
    const near: ListedMark[] = [];
    for (let i = next; i < people.length && people[i]!.span.start < finding.span.end; i++)
      near.push(people[i]!);
    const lines = linesOf(text, finding.span, near);
    return lines.flatMap((span) => {
      const line = lines.length > 1 ? { ...finding, span, entity: entityOf(finding, span) } : finding;
      const inside = near.filter((one) => one.span.end > span.start && one.span.end <= span.end);
      const [first, ...more] = inside;
      if (!first) return [line];
      if (more.length === 0) return [{ ...line, span: withoutMarks(text, span, first, kindOf, isGraded) }];
      const isAll = [...inside, null].every((one, k) => {
        const from = inside[k - 1]?.span.end ?? span.start;
        return one?.kind !== 'last' && APART.test(text.slice(from, one?.span.start ?? span.end));
      });
      return isAll
        ? inside.map((one) => ({ ...finding, span: one.span, entity: entityOf(finding, one.span) }))
        : [line];
    });
  });
}

/** The lines of a finding in which somebody is listed. A listed name may go over the end of a line; a finding may not. */
function linesOf(text: string, whole: Span, marks: ListedMark[]): Span[] {
  if (marks.length === 0 || !/[\r\n]/.test(wordsAt(text, whole))) return [whole];
  const lines: Span[] = [];
  let start = whole.start;
  const add = (end: number) => {
    const line = text.slice(start, end);
    const from = start + /^[^\p{L}\p{N}]*/u.exec(line)![0].length;
    const words = text.slice(from, end).trimEnd();
    if (/\p{L}/u.test(words)) lines.push({ start: from, end: from + words.length });
  };
  for (const { index } of wordsAt(text, whole).matchAll(/[\r\n]+/g)) {
    const at = whole.start + index;
    if (marks.some(({ span }) => span.start < at && span.end > at)) continue;
    add(at);
    start = at;
  }
  add(whole.end);
  return lines;
}

/** Whether the text has so many listed names with a grade behind that these letters are no initials. */
function gradesBehind(text: string, people: ListedMark[]): boolean {
  const graded = people.filter(
    ({ kind, span }) => kind === 'bare' && GRADE_BEHIND.test(text.slice(span.end, span.end + 3)),
  );
  return graded.length >= LEAST_GRADED;
}

/**
 * Tells whose a part of a finding is: somebody's who is called so elsewhere, the finding's own for the first that is nobody
 * else's, and a new one's.
 */
function entitiesByWords(text: string, findings: Finding[]): (finding: Finding, part: Span) => number {
  const known = new Map<string, number>();
  const taken = new Set<number>();
  let last = 0;
  for (const { category, span, entity } of findings) {
    last = Math.max(last, entity);
    if (category === 'person-name') known.set(wordsAt(text, span).toLowerCase(), entity);
  }
  return ({ entity }, part) => {
    const words = wordsAt(text, part).toLowerCase();
    const other = known.get(words);
    if (other !== undefined && other !== entity) return other;
    const mine = taken.has(entity) ? ++last : entity;
    taken.add(entity);
    if (other === undefined) known.set(words, mine);
    return mine;
  };
}

/** The place of a finding that holds a listed name, without what stands beside that and is no name. */
function withoutMarks(
  text: string,
  { start, end }: Span,
  { span, kind, score = 1 }: ListedMark,
  kindOf: KindOfWord,
  isGraded: boolean,
): Span {
  const front = text.slice(start, Math.max(start, span.start));
  const whole = text.slice(span.end, end);
  const isWhole = kind === 'full' || kind === 'short' || kind === 'family';
  // Behind a first name alone two spaces may stand before its surname.
  const back = whole.split(isWhole ? WIDE_GAP : NEXT_COLUMN, 1)[0]!;
  const mayGoOn =
    (score < 1 || wordsAt(text, span).includes(',')) &&
    LETTER_BEHIND.test(back) &&
    !(isGraded && GRADE_BEHIND.test(back));
  const isMarked = MARKS_BEHIND.test(back) && (!mayGoOn || (score === 1 && MORE_MARKS.test(text.slice(end))));
  const isCapital = CAPITAL.test(wordsAt(text, span));
  /** Whether a small word is none of a name. Short ones are surnames too ("cai"), and what is a name elsewhere may be one here. */
  const isSmall = (word: string | undefined) => {
    if (word === undefined || GOES_ON.has(word)) return false;
    const kindHere = kindOf(word);
    return (
      kindHere === 'word' ||
      (word.length >= LEAST_PLAIN && (kindHere === 'plain' || (isCapital && kindHere === null)))
    );
  };
  /** "Entry" and "Bailiff" are nobody's surname beside a whole name. */
  const isPlain = (word: string | undefined) => isWhole && word !== undefined && kindOf(word) === 'plain';
  const endsHere =
    back === 's' ||
    NUMBER_BEHIND.test(back) ||
    SENTENCE_BEHIND.test(back) ||
    isSmall(SMALL_BEHIND.exec(back)?.[1]) ||
    isPlain(CAPITAL_BEHIND.exec(back)?.[1]) ||
    (isWhole && DOSE_BEHIND.test(back) && DOSE.test(text.slice(end)));
  // "Maya L. reads", but "with Maya L. Then".
  const isCutShort = isMarked
    ? back.startsWith('.')
    : /(?<!\p{L})\p{L}$/u.test(wordsAt(text, span)) && /^\.\s[\p{Ll}\d]/u.test(back);
  const startsHere =
    RANK_BEFORE.test(front) ||
    (kind !== 'last' && LETTER_BEFORE.test(front)) ||
    SENTENCE_BEFORE.test(front) ||
    isSmall(SMALL_BEFORE.exec(front)?.[1]) ||
    isPlain(CAPITAL_BEFORE.exec(front)?.[1]);
  return {
    start: startsHere ? span.start : start,
    end: span.end + (isMarked || endsHere ? (isCutShort ? 1 : 0) : back.length),
  };
}

const wordsAt = (text: string, { start, end }: Span) => text.slice(start, end);
