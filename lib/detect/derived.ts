/**
 * What the people of a text tell of other words in it: "bferrante" beside a Coach Ferrante is an account; the numbers of one
 * length that stand in the rows of pupils are theirs, and so is one right behind a name. None has a cue of its own.
 */
import type { TextDocument } from './document.ts';
import type { Candidate, Span } from './finding.ts';
import { type Gazetteer, nameKey } from './names/gazetteer.ts';
import { candidate } from './recognizers/pattern.ts';
import { SURE_NAME } from './recognizers/person-name.ts';

/** Words of names from so many letters on are told from others. */
const NAME_LETTERS = 4;
const WORD = /[\p{L}\p{M}]+/gu;

/** "equaye", "ihaidari28", "lopez.maya_04": small letters, digits and joints; not a part of an address. */
const ACCOUNT =
  /(?<![\p{L}\p{N}@._/-])[a-z](?:[a-z0-9]|[._-](?=[a-z0-9])){4,30}(?![\p{L}\p{N}@/]|[._-][\p{L}\p{N}])/gu;
const ACCOUNT_SCORE = 0.7;

/** A column of numbers: so many rows, of digits of one number between these. */
const ROWS = 3;
const NUMBER = /(?<![\p{L}\p{N}.,/:$#-])\d{5,10}(?![\p{L}\p{N}/:%-]|[.,]\d)/gu;
/** A date without joints. */
const DATE = /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d|(?:0[1-9]|1[0-2])[0-3]\d(?:19|20)\d\d)$/;
const NUMBER_SCORE = 0.7;

/** "Angel Figueroa-Stone #611842", "Trevion Sykes, gr 11, 30918-K", "Ximena Ortiz. S 3320915": a number right behind a name. */
const BEHIND_NAME =
  /^[,.;]? ?(?:gr(?:ade)?\.? ?\d{1,2},? ?)?[(#:–-]{0,2} ?#?(?<value>(?:[A-Z] |[A-Z]{1,3}-?)?\d{5,10}(?:-[A-Z\d]{1,3})?|[A-Z]{1,3}-?\d{4,8}|(?<=#)\d{4,8})(?![\p{L}\p{N}@/:%]|[.,-]\d| (?:[NSEW]\.? )?\p{Lu}\p{Ll})/du;
const BEHIND_MOST = 30;
const BEHIND_SCORE = 0.6;

/** The names of each person in words, as keys. */
function namesOf({ text }: TextDocument, people: readonly Candidate[]): string[][] {
  return people.map(({ span }) => (text.slice(span.start, span.end).match(WORD) ?? []).map(nameKey));
}

/** Whether a word is a name with an initial, another name or digits about it. */
function isMadeOf(account: string, name: string, others: readonly string[]): boolean {
  const letters = account.replace(/[^a-z]/g, '');
  const at = letters.indexOf(name);
  if (at < 0) return false;
  const rest = letters.slice(0, at) + letters.slice(at + name.length);
  if (rest === '') return /\d/.test(account);
  if (others.some((other) => other.startsWith(rest))) return true;
  // "bferrante", where the text has the family name alone.
  return others.length === 0 && at === 1 && rest.length === 1 && name.length > NAME_LETTERS;
}

/** @param sure those of the people whose names tell what an account is made of */
function accounts(
  doc: TextDocument,
  people: readonly Candidate[],
  sure: readonly Candidate[],
  gazetteer: Gazetteer,
): Candidate[] {
  const names = namesOf(doc, sure);
  if (names.length === 0) return [];
  return [...doc.text.matchAll(ACCOUNT)].flatMap(({ 0: account, index: start }) => {
    if (gazetteer.entryOf(account) !== 0) return [];
    // "tuan-anh", in a text without capitals, is a name itself.
    const end = start + account.length;
    const isName = people.some(({ span }) => span.start <= start && span.end >= end);
    if (isName && !/[\d._]/.test(account)) return [];
    const isAccount = names.some((words) =>
      words.some(
        (word, i) =>
          word.length >= NAME_LETTERS &&
          isMadeOf(
            account,
            word,
            words.filter((_, k) => k !== i),
          ),
      ),
    );
    return isAccount ? [candidate('username', start, end, ACCOUNT_SCORE, 'made-of-name')] : [];
  });
}

/** The numbers of rows with a person, where there is one of the same length in each and no two are the same. */
function rowNumbers({ text, lines }: TextDocument, people: readonly Candidate[]): Candidate[] {
  const rows: Span[] = [];
  let p = 0;
  for (const line of lines) {
    while (p < people.length && people[p]!.span.end <= line.start) p++;
    if (!people[p] || people[p]!.span.start >= line.end) continue;
    const numbers = [...text.slice(line.start, line.end).matchAll(NUMBER)];
    if (numbers.length !== 1 || DATE.test(numbers[0]![0])) continue;
    const start = line.start + numbers[0]!.index;
    rows.push({ start, end: start + numbers[0]![0].length });
  }
  const length = ({ start, end }: Span) => end - start;
  const alike = rows.filter((row) => length(row) === length(rows[0]!));
  const values = new Set(alike.map(({ start, end }) => text.slice(start, end)));
  if (alike.length < ROWS || alike.length < rows.length || values.size < alike.length) return [];
  return alike.map(({ start, end }) => candidate('student-id', start, end, NUMBER_SCORE, 'beside-name'));
}

/** Numbers right behind the names of people. */
function numbersBehind({ text }: TextDocument, people: readonly Candidate[]): Candidate[] {
  return people.flatMap(({ span: { end } }) => {
    const at = BEHIND_NAME.exec(text.slice(end, end + BEHIND_MOST))?.indices?.groups?.value;
    if (!at || DATE.test(text.slice(end + at[0], end + at[1]))) return [];
    return [candidate('student-id', end + at[0], end + at[1], BEHIND_SCORE, 'after-name')];
  });
}

/** Usernames and student ids of a document. @param people the names of private people in it */
export function derivedForms(
  doc: TextDocument,
  people: readonly Candidate[],
  gazetteer: Gazetteer,
): Candidate[] {
  const byPlace = people.toSorted((a, b) => a.span.start - b.span.start);
  const sure = people.filter(({ score }) => score >= SURE_NAME);
  return [
    ...accounts(doc, people, sure, gazetteer),
    ...rowNumbers(doc, byPlace),
    ...numbersBehind(doc, sure),
  ];
}
