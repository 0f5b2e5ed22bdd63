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

/** The works by the `castKey` of the first word of their titles. */
export function readCasts(bytes: Uint8Array): Map<number, Work[]> {
  const works = new Map<number, Work[]>();
  const at = (i: number) => bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
  for (let i = 0; 2 * i < bytes.length; ) {
    const first = at(i + 1);
    const cast = Uint16Array.from({ length: at(i + 4) }, (_, k) => at(i + 5 + k));
    const work = { words: at(i), title: at(i + 2) | (at(i + 3) << 16), cast };
    works.set(first, [...(works.get(first) ?? []), work]);
    i += 5 + cast.length;
  }
  return works;
}
