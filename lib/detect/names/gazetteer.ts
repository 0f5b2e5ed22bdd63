/**
 * Reads the packed name lists: a filter (`filter.ts`) that holds for each key a 6-bit entry and a 10-bit fingerprint.
 * About one of a thousand words that are not listed passes for one that is.
 */
import { type Casts, castKey, fellowsAmong, readCasts, type Work } from './casts.ts';
import { holds, holdsRoughly, longestHeld, lookUp } from './filter.ts';

/** What is known of an entry; flags add up. */
export const FLAG = { given: 1, surname: 2, word: 4 } as const;

/** Entries hold the tiers of given names and of surnames (2 bits each), whether it is a word, whether it is a plain one. */
const COMMON = 3;
const WORD_BIT = 16;
const PLAIN_BIT = 32;
const ENTRY_BITS = 6;
const PRINT = (1 << (16 - ENTRY_BITS)) - 1;

/** The bit of a plain word in what `entryOf` gives. */
const PLAIN = 1 << 7;
/** What `entryOf` says of a word by itself: all that is left of a name that counts as unlisted, or is a part of a longer one. */
export const WORD_BITS = FLAG.word | PLAIN;

export interface Gazetteer {
  /** The sum of the `FLAG`s of a key made by `nameKey`; 0 for what is not listed. Rare names have none. */
  flagsOf(key: string): number;
  /** The flags and, in the bits above them, the tiers: 2 bits for given names and for surnames (0 not listed, 1 rare, 2, 3 common), 1 for words that stand in school texts in lower case. */
  entryOf(key: string): number;
  /** Whether a name is that of a public figure, a character or a thing that lessons are about: keys joined by spaces. */
  isPublicName(keys: string): boolean;
  /** How many of some keys, from the first on, make the longest such name of two words or more; 0 for none. */
  publicNameOf(keys: readonly string[]): number;
  /** The same of one word that is enough: nobody needs the first name. */
  isPublicWord(key: string): boolean;
  /** The last word of such a name: a hint that a bare surname is that person's. */
  isPublicSurname(key: string): boolean;
  /** The works whose titles begin with a word. */
  worksFrom(key: string): readonly Work[] | undefined;
  /** How much the others of some words speak for one of them being of a work that has them all: `fellowsAmong`. */
  fellowsAmong(words: Iterable<string>): (word: string) => number;
}

/** The decoded bytes of `TABLES`. */
export interface NameTables {
  names: Uint8Array;
  /** Plain words that are no names. */
  plainWords: Uint8Array;
  publicNames: Uint8Array;
  publicWords: Uint8Array;
  publicSurnames: Uint8Array;
  casts: Uint8Array;
}

const PLAIN_LETTERS = /^[A-Za-z]*$/;
const MARKS = /\p{M}+/gu;
const JOINERS = /['’ʼʻ\u2010\u2011-]+/g;

/** The form under which a name is listed and compared: lower case, without marks, apostrophes and hyphens. */
export function nameKey(name: string): string {
  if (PLAIN_LETTERS.test(name)) return name.toLowerCase();
  return name.normalize('NFD').replace(MARKS, '').replace(JOINERS, '').toLowerCase();
}

/** The entry of a name or word, as the table holds it. Tiers from 0 (not listed) to 3 (common). */
export function packEntry(given: number, surname: number, isWord: boolean, isPlain: boolean): number {
  return given | (surname << 2) | (isWord ? WORD_BIT : 0) | (isPlain ? PLAIN_BIT : 0);
}

/** Whether an entry of `entryOf` is that of a name, rare ones too. */
export function isTiered(entry: number): boolean {
  return ((entry >> 3) & 15) !== 0;
}

/** What the table holds for a key with this fingerprint and entry. */
export function withPrint(print: number, entry: number): number {
  return ((print & PRINT) << ENTRY_BITS) | entry;
}

/**
 * A gazetteer over the packed tables. Words in `withhold` (in lower case, as written) are
 * in no name list.
 */
export function createGazetteer(tables: NameTables, withhold: ReadonlySet<string> = new Set()): Gazetteer {
  const withheld = new Set([...withhold].map(nameKey));
  let read: Casts | undefined;
  const casts = () => {
    read ??= readCasts(tables.casts);
    return read;
  };
  const entryOf = (key: string) => {
    const found = lookUp(tables.names, key);
    const value = found & 0xffff;
    if (value >> ENTRY_BITS !== ((found >>> 16) & PRINT))
      return holdsRoughly(tables.plainWords, key) ? PLAIN : 0;
    const entry =
      withheld.size > 0 && withheld.has(key)
        ? value & (WORD_BIT | PLAIN_BIT)
        : value & ((1 << ENTRY_BITS) - 1);
    const given = entry & 3;
    const surname = (entry >> 2) & 3;
    const flags =
      (given === COMMON ? FLAG.given : 0) |
      (surname === COMMON ? FLAG.surname : 0) |
      (entry & WORD_BIT ? FLAG.word : 0);
    return flags | (given << 3) | (surname << 5) | (entry & PLAIN_BIT ? PLAIN : 0);
  };
  return {
    entryOf,
    flagsOf: (key) => entryOf(key) & 7,
    isPublicName: (keys) => holds(tables.publicNames, keys),
    publicNameOf: (keys) => longestHeld(tables.publicNames, keys),
    isPublicWord: (key) => holds(tables.publicWords, key),
    isPublicSurname: (key) => holdsRoughly(tables.publicSurnames, key),
    worksFrom: (key) => casts().byFirst.get(castKey(key)),
    fellowsAmong: (words) =>
      fellowsAmong(words, casts(), (word) => (entryOf(word) & (FLAG.given | FLAG.surname)) !== 0),
  };
}
