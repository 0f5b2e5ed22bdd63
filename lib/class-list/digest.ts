/**
 * What a page may know of class lists: keyed hashes of names, e-mail addresses and numbers, and no name. Who holds the key
 * can try guesses, and learns nothing else (docs/threat-model.md).
 */
import type { HashKey } from './keyed-hash.ts';

/**
 * What a hash stands for, all of it folded.
 * - `full`: a given name and a surname, in either order. `family`: a full name of family.
 * - `bare`: a given name. `nick`: a usual short form of one, which the list does not have. `last`: a surname of one word.
 * - `short`: an initial and the other name. `initials`: both.
 * - `near`: a long name or a full one without one of its letters; instead of a person, the place of that letter.
 * - `begins`: the first word of a longer name, so that most words are looked up once.
 */
export const DIGEST_KINDS = [
  'full',
  'family',
  'bare',
  'nick',
  'last',
  'short',
  'initials',
  'near',
  'email',
  'number',
  'begins',
] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];

/** As it goes to a page. `entries`: hash, place of its kind, number of its person; and so on. */
export interface PackedDigest {
  key: HashKey;
  /** Words of the longest name. */
  longest: number;
  entries: number[];
}

/** Of what several people may be called. */
export const NOBODY = -1;
/** With fewer letters a name with one typing error is mostly another name. */
export const LEAST_TYPED = 7;

/** Under which two ways to write a number are the same. */
export function foldedNumber(number: string): string {
  return number.replace(/[\s./_-]/g, '').toLowerCase();
}

/** A name without each of its letters in turn, by the place of that letter. */
export function withoutOne(name: string): string[] {
  return Array.from(name, (_, i) => name.slice(0, i) + name.slice(i + 1));
}

/** A digest as it is looked up in. */
export interface ListDigest {
  key: HashKey;
  longest: number;
  /** By kind: from a hash to the number of a person, or `NOBODY`. */
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
