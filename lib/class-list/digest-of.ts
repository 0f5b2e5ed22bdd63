/** Makes the digest of class lists. Apart from what looks up in it, which every page carries. */
import {
  DIGEST_KINDS,
  type DigestKind,
  foldedNumber,
  LEAST_TYPED,
  NOBODY,
  type PackedDigest,
  withoutOne,
} from './digest.ts';
import { type HashKey, keyedHash } from './keyed-hash.ts';
import { fullFormsOf, shortFormsOf } from './nicknames.ts';
import { foldedName, fullName, givenNames, type ListedPerson, surnamesOf } from './person.ts';

/** Of one letter there is an initial, and no name. */
const LEAST_ALONE = 2;
/** More words than a name has. */
const MOST_WORDS = 8;

/** Makes the digest of all people of the lists. Equal names of two people count as one of them. */
export function digestOf(people: readonly ListedPerson[], key: HashKey): PackedDigest {
  const entries = new Map<string, [hash: number, kind: number, person: number]>();
  let longest = 1;
  /** Names as the lists have them: they mean their own children, also where another one has a part or a short form alike. */
  const exact = new Map<string, number>();
  for (const [i, { first, last }] of people.entries()) {
    const [given, surname] = [foldedName(first), foldedName(last)];
    if (!given || !surname) continue;
    for (const way of [`${given} ${surname}`, `${surname} ${given}`]) if (!exact.has(way)) exact.set(way, i);
  }
  const add = (kind: DigestKind, text: string, person: number) => {
    const place = DIGEST_KINDS.indexOf(kind);
    const hash = keyedHash(key, text);
    const id = `${place} ${hash}`;
    const known = entries.get(id);
    if (!known) entries.set(id, [hash, place, person]);
    else if (known[2] !== person && kind !== 'family')
      known[2] = kind === 'full' ? (exact.get(text) ?? NOBODY) : NOBODY;
  };
  const addName = (kind: 'full' | 'family' | 'bare' | 'last', name: string, person: number) => {
    const words = name.split(' ').filter(Boolean).slice(0, MOST_WORDS);
    if (words.length < 2 && (kind === 'full' || kind === 'family')) return;
    longest = Math.max(longest, words.length);
    if (words.length > 1) add('begins', words[0]!, NOBODY);
    add(kind, words.join(' '), person);
  };
  const addNear = (name: string) => {
    if (name.length < LEAST_TYPED) return;
    for (const [place, less] of withoutOne(name).entries()) add('near', less, place);
  };
  const addShort = (before: string, behind: string, person: number) => {
    add('begins', before.split(' ')[0]!, NOBODY);
    add('short', `${before} ${behind}`, person);
  };
  for (const [i, person] of people.entries()) {
    const given = [...new Set(givenNames(person).map(foldedName))].filter(Boolean);
    const surnames = surnamesOf(person);
    const isInitial = (name: string) => name.length < 2;
    if (person.last === '') addName('full', foldedName(fullName(person)), i);
    const called = given.flatMap((name) => [name, ...shortFormsOf(name), ...fullFormsOf(name)]);
    for (const first of new Set(called)) {
      for (const surname of surnames) {
        if (isInitial(first) || isInitial(surname)) continue;
        addName('full', `${first} ${surname}`, i);
        addName('full', `${surname} ${first}`, i);
      }
    }
    for (const name of person.family ?? []) addName('family', foldedName(name), i);
    for (const name of given) if (name.length >= LEAST_ALONE) addName('bare', name, NOBODY);
    for (const name of given.flatMap(shortFormsOf)) if (name.length >= LEAST_ALONE) add('nick', name, NOBODY);
    for (const name of surnames) if (name.length >= LEAST_ALONE) addName('last', name, NOBODY);
    for (const first of given.filter((name) => !name.includes(' '))) {
      addNear(first);
      for (const surname of surnames) {
        addShort(first[0]!, surname, i);
        addShort(first, surname[0]!, i);
        addShort(surname, first[0]!, i);
        add('initials', `${first[0]}${surname[0]}`, i);
        if (!isInitial(first) && !isInitial(surname)) addNear(`${first} ${surname}`);
      }
    }
    for (const name of surnames) addNear(name);
    if (person.email) add('email', person.email.toLowerCase(), i);
    if (person.number) add('number', foldedNumber(person.number), i);
  }
  return { key, longest, entries: [...entries.values()].flat() };
}
