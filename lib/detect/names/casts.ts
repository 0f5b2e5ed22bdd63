/**
 * Who is in the works that classes speak of: `casts.txt`, packed. Neither titles nor names are kept, only their hashes,
 * in words of 16 bits, low byte first: for each work the number of words of its title, the hash of the first of them, the
 * hash of the whole (32 bits), the number of its characters' names and the hash of each.
 */
import { hashOf } from '../hashing.ts';

export interface Work {
  /** The hash of the title, and how many words it has. */
  title: number;
  words: number;
  /** The `castKey` of each name. */
  cast: Uint16Array;
}

/** 16 bits for a word: one of 65,000 other words has the same. */
export function castKey(word: string): number {
  const hash = hashOf(word);
  return (hash ^ (hash >>> 16)) & 0xffff;
}

/** @param lines as in `casts.txt`, without comments */
export function packCasts(lines: readonly string[]): Uint8Array {
  const numbers = lines.flatMap((line) => {
    const [title = '', names = ''] = line.split(': ');
    const words = title.split(' ');
    const cast = names.split(' ').map(castKey);
    const whole = hashOf(title);
    return [words.length, castKey(words[0]!), whole & 0xffff, whole >>> 16, cast.length, ...cast];
  });
  return Uint8Array.from(numbers.flatMap((number) => [number & 255, number >> 8]));
}

export interface Casts {
  /** The works by the `castKey` of the first word of their titles. */
  byFirst: ReadonlyMap<number, readonly Work[]>;
  /** The works that have somebody by the `castKey` of the name. */
  byName: ReadonlyMap<number, readonly Work[]>;
}

export function readCasts(bytes: Uint8Array): Casts {
  const byFirst = new Map<number, Work[]>();
  const byName = new Map<number, Work[]>();
  const at = (i: number) => bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
  for (let i = 0; 2 * i < bytes.length; ) {
    const first = at(i + 1);
    const cast = Uint16Array.from({ length: at(i + 4) }, (_, k) => at(i + 5 + k));
    const work = { words: at(i), title: at(i + 2) | (at(i + 3) << 16), cast };
    byFirst.set(first, [...(byFirst.get(first) ?? []), work]);
    for (const key of cast) byName.set(key, [...(byName.get(key) ?? []), work]);
    i += 5 + cast.length;
  }
  return { byFirst, byName };
}

/** A name that many people bear speaks so much less for a work. */
const COMMON_WEIGHT = 0.1;

/**
 * How much the other words of a text speak for a word being of a work that has them all: "Juliet" beside "Tybalt". A word
 * counts the less the more works have it.
 * @param words those that may be names, as `nameKey` makes them
 * @returns for each word the most that any work gives it; 0 for none
 */
export function fellowsAmong(
  words: Iterable<string>,
  { byName }: Casts,
  isCommon: (word: string) => boolean,
): (word: string) => number {
  const weights = new Map<number, number>();
  for (const word of words) {
    const key = castKey(word);
    const works = byName.get(key);
    if (!works) continue;
    const weight = (isCommon(word) ? COMMON_WEIGHT : 1) / works.length;
    weights.set(key, Math.max(weight, weights.get(key) ?? 0));
  }
  const best = new Map<number, number>();
  const works = new Set([...weights.keys()].flatMap((key) => byName.get(key)!));
  for (const { cast } of works) {
    const present = cast.filter((key) => weights.has(key));
    if (present.length < 2) continue;
    const sum = present.reduce((all, key) => all + weights.get(key)!, 0);
    for (const key of present) best.set(key, Math.max(best.get(key) ?? 0, sum - weights.get(key)!));
  }
  return (word) => best.get(castKey(word)) ?? 0;
}
