/**
 * The numbers of labels that people of class lists keep from day to day. They are drawn at random from numbers that nobody
 * else ever gets, so that a label says nothing about a row or the alphabet.
 */
import { withoutOne } from './digest.ts';
import { foldedName, fullName, type ListedPerson } from './person.ts';

/** By the id of a person. Whoever was removed keeps theirs here, for when they are put back: a number, and no name. */
export type LabelNumbers = Readonly<Record<string, number>>;

/** People, and the numbers that they have. */
export interface Numbered {
  people: readonly ListedPerson[];
  numbers: LabelNumbers;
}

/**
 * Gives numbers to the people of a class after a change. Who was there keeps theirs, unless the entry is about somebody else
 * now; who is in another class too, by name and by number or address, has the one from there; all others draw.
 * @param before the class as it was; nobody where it is new
 * @param others the other classes
 * @param draw gives a number that nobody has or had; null where none is left, and then the person stays without
 */
export function numbersAfter(
  before: Numbered,
  people: readonly ListedPerson[],
  others: readonly Numbered[],
  draw: () => number | null,
): LabelNumbers {
  const numbers = new Map(Object.entries(before.numbers));
  const was = new Map(before.people.map((person) => [person.id, person]));
  const known = new Map<string, number>();
  const note = (person: ListedPerson, number: number) => {
    for (const mark of sureMarks(person)) if (!known.has(mark)) known.set(mark, number);
  };
  const isKept = (person: ListedPerson) => {
    const old = was.get(person.id);
    return numbers.has(person.id) && (!old || isCorrected(old, person));
  };
  for (const { people, numbers } of others) {
    for (const person of people) if (numbers[person.id] !== undefined) note(person, numbers[person.id]!);
  }
  const kept = people.filter(isKept);
  for (const person of kept) note(person, numbers.get(person.id)!);
  const isOld = new Set(kept);
  for (const person of people) {
    if (isOld.has(person)) continue;
    const number = sureMarks(person)
      .map((mark) => known.get(mark))
      .find((one) => one !== undefined);
    const given = number ?? draw();
    if (given === null) continue;
    numbers.set(person.id, given);
    note(person, given);
  }
  return Object.fromEntries(numbers);
}

/** How many people of a class have no number. */
export function withoutNumber({ people, numbers }: Numbered): number {
  return people.filter(({ id }) => numbers[id] === undefined).length;
}

/** Draws from a block of numbers, each once; null once all are drawn. @param random gives numbers from 0 to 1, 1 excluded */
export function drawFrom(block: readonly number[], random: () => number): () => number | null {
  const left = [...block];
  return () => {
    if (left.length === 0) return null;
    const at = Math.floor(random() * left.length);
    const drawn = left[at]!;
    left[at] = left.at(-1)!;
    left.pop();
    return drawn;
  };
}

/** What tells for certain that two entries are one person: the name, with a number or an address. */
export function sureMarks(person: ListedPerson): string[] {
  const name = foldedName(fullName(person));
  const { number, email } = person;
  return [
    ...(number ? [`${name}\nn ${number.toLowerCase()}`] : []),
    ...(email ? [`${name}\ne ${email.toLowerCase()}`] : []),
  ];
}

/**
 * Whether an entry that was changed is still about the same person: the same number, address or name, or one part of the
 * name that stays beside one that was mended by a letter or has a word more. Any other change may put another child in the row.
 */
function isCorrected(before: ListedPerson, after: ListedPerson): boolean {
  const same = (x?: string, y?: string) => (x && y ? x.toLowerCase() === y.toLowerCase() : null);
  const marks = [same(before.number, after.number), same(before.email, after.email)];
  if (marks.includes(true) || foldedName(fullName(before)) === foldedName(fullName(after))) return true;
  if (marks.includes(false)) return false;
  const [first, last] = (['first', 'last'] as const).map((part) => {
    const [was, is] = [foldedName(before[part]), foldedName(after[part])];
    return was === is ? 'same' : isMended(was, is) ? 'mended' : 'other';
  });
  return (first === 'same' && last === 'mended') || (last === 'same' && first === 'mended');
}

/** Of a shorter name one letter makes another one: "Ana" and "Ann". */
const LEAST_MENDED = 4;

/** Whether one name is the other with one letter missing, too many or another, or with more words. */
function isMended(was: string, is: string): boolean {
  const [short = '', long = ''] = [was, is].sort((a, b) => a.length - b.length);
  if (short === '') return true;
  const words = long.split(' ');
  if (short.split(' ').every((word) => words.includes(word))) return true;
  if (long.length < LEAST_MENDED) return false;
  const less = withoutOne(long);
  return long.length > short.length
    ? less.includes(short)
    : withoutOne(short).some((one, place) => one === less[place]);
}
