/** Who of the class lists a name in a draft may mean, and whose a number is. Looked up without going through the lists. */
import { type Numbered, sureMarks } from './numbers.ts';
import { foldedName, fullName, givenNames, type ListedPerson, surnamesOf } from './person.ts';

/** A listed person and the number of their label. */
export interface Listed {
  number: number;
  /** "Maya Lopez". */
  name: string;
  /** Other full names: with the nickname. */
  also: string[];
  /** The name of the class; tells two of one name apart. */
  of: string;
}

/**
 * `ways`: from a folded name to the numbers of those who are called so. A first name alone stands there too, behind a
 * `GIVEN`. `people`: by number.
 */
export interface LabelIndex {
  ways: Map<string, number[]>;
  people: Map<number, Listed>;
}

/** Marks a first name alone in `ways`. */
const GIVEN = '~';
/** More words than a name has. */
const MOST_WORDS = 8;

/** Makes the index of some classes. Nobody without a number or without a full name can be found by name. */
export function labelIndex(classes: readonly (Numbered & { name: string })[]): LabelIndex {
  const ways = new Map<string, number[]>();
  const people = new Map<number, Listed>();
  const byMark = new Map<string, number>();
  const add = (way: string, number: number) => {
    const numbers = ways.get(way);
    if (!numbers) ways.set(way, [number]);
    else if (!numbers.includes(number)) numbers.push(number);
  };
  for (const { people: listed, numbers, name: of } of classes) {
    for (const person of listed) {
      const own = numbers[person.id];
      if (own === undefined) continue;
      const name = fullName(person);
      const others = alsoNames(person);
      const also = [...new Set([...(people.get(own)?.also ?? []), ...others])];
      if (!people.has(own)) people.set(own, { number: own, name, also, of });
      else people.get(own)!.also = also;
      // Who got two numbers before it was known that they are one person is found under the first.
      const marks = sureMarks(person);
      const number = marks.map((mark) => byMark.get(mark)).find((one) => one !== undefined) ?? own;
      for (const mark of marks) if (!byMark.has(mark)) byMark.set(mark, number);
      if (person.last === '') continue;
      for (const way of fullWays(person)) add(way, number);
      for (const given of givenNames(person)) add(GIVEN + foldedWords(given)[0], number);
    }
  }
  return { ways, people };
}

/** Under what a form of a name is looked up in `ways`: as a full name, and whoever a first name alone may be short for. */
export function waysOf(form: string): { full: string[]; given: string | null } {
  const words = foldedWords(form);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  const isBare = words.length === 1 || (words.length === 2 && last.length === 1);
  if (isBare) return { full: [], given: first === '' ? null : GIVEN + first };
  // "Maya R. Lopez" may be Maya Lopez.
  return { full: [...new Set([wayOf(words), wayOf([first, last])])], given: null };
}

/** The words of a name without case, accents, apostrophes, hyphens and commas. */
function foldedWords(name: string): string[] {
  return foldedName(name.replace(/,/g, ' ')).split(' ').filter(Boolean).slice(0, MOST_WORDS);
}

function alsoNames({ nickname, last }: ListedPerson): string[] {
  return nickname && last ? [`${nickname} ${last}`] : [];
}

/** Of all given names and each of them, with all surnames or each of them. */
function fullWays(person: ListedPerson): string[] {
  return givenNames(person).flatMap((given) =>
    surnamesOf(person).map((surname) => wayOf(foldedWords(`${given} ${surname}`))),
  );
}

/** In no order, since the surname may stand first. */
function wayOf(words: string[]): string {
  return words.toSorted().join(' ');
}
