/**
 * What a page may know of class lists: keyed hashes of names, e-mail addresses and numbers, and no name. Who holds the key
 * can try guesses, and learns nothing else (docs/threat-model.md).
 */
import { type HashKey, keyedHash } from './keyed-hash.ts';
import { foldedName, fullName, givenNames, type ListedPerson, surnames } from './person.ts';

/** What a hash stands for. `begins`: the first word of a longer name, so that most words are looked up once. */
const DIGEST_KINDS = ['full', 'family', 'bare', 'email', 'number', 'begins'] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];

/** As it goes to a page. `entries`: hash, place of its kind, number of its person; and so on. */
export interface PackedDigest {
  key: HashKey;
  /** Words of the longest name. */
  longest: number;
  entries: number[];
}

/** Who shares a bare first name is not told apart by it. */
const NOBODY = -1;
/** A first name of fewer letters is in every text. */
const LEAST_BARE = 3;
/** More words than a name has. */
const MOST_WORDS = 8;

/** Makes the digest of all people of the lists. Equal names of two people count as one of them. */
export function digestOf(people: readonly ListedPerson[], key: HashKey): PackedDigest {
  const entries = new Map<string, [hash: number, kind: number, person: number]>();
  let longest = 1;
  const add = (kind: DigestKind, text: string, person: number) => {
    const place = DIGEST_KINDS.indexOf(kind);
    const hash = keyedHash(key, text);
    const id = `${place} ${hash}`;
    if (!entries.has(id)) entries.set(id, [hash, place, person]);
  };
  const addName = (kind: 'full' | 'family', name: string, person: number) => {
    const words = foldedName(name).split(' ').filter(Boolean).slice(0, MOST_WORDS);
    if (words.length < 2) return;
    longest = Math.max(longest, words.length);
    add('begins', words[0]!, NOBODY);
    add(kind, words.join(' '), person);
  };
  for (const [i, person] of people.entries()) {
    for (const name of waysToWrite(person)) addName('full', name, i);
    for (const name of person.family ?? []) addName('family', name, i);
    for (const name of givenNames(person))
      if (name.length >= LEAST_BARE) add('bare', name.normalize('NFC'), NOBODY);
    if (person.email) add('email', person.email.toLowerCase(), i);
    if (person.number) add('number', foldedNumber(person.number), i);
  }
  return { key, longest, entries: [...entries.values()].flat() };
}

/** Under which two ways to write a number are the same. */
export function foldedNumber(number: string): string {
  return number.replace(/[\s./_-]/g, '').toLowerCase();
}

/** With the surname before or behind; of two surnames the first may stand alone. */
function waysToWrite(person: ListedPerson): string[] {
  if (person.last === '') return [fullName(person)];
  return givenNames(person).flatMap((first) =>
    surnames(person).flatMap((surname) => [`${first} ${surname}`, `${surname} ${first}`]),
  );
}

/** A digest as it is looked up in. */
export interface ListDigest {
  key: HashKey;
  longest: number;
  /** By kind: from a hash to the number of a person. */
  found: Record<DigestKind, Map<number, number>>;
}

export function unpackDigest({ key, longest, entries }: PackedDigest): ListDigest {
  const found = Object.fromEntries(
    DIGEST_KINDS.map((kind) => [kind, new Map<number, number>()]),
  ) as ListDigest['found'];
  for (let i = 0; i + 2 < entries.length; i += 3) {
    const kind = DIGEST_KINDS[entries[i + 1]!];
    if (kind) found[kind].set(entries[i]!, entries[i + 2]!);
  }
  return { key, longest, found };
}
