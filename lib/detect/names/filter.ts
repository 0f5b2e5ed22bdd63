/**
 * A xor filter (Graf and Lemire 2020, "Xor Filters"): answers for a key without holding the keys, and needs no decoding.
 * A key has three slots of 16 bits, one in each third of the table; the three together by exclusive or are what the
 * table holds for the key. A key that it does not hold gives any 16 bits, so that part of them must be a fingerprint.
 */

/** The beginnings of the two hashes of a key. */
const FIRST = 0x811c9dc5;
const SECOND = 0x9747b28c;

/** Goes on with FNV-1a over UTF-16 code units. */
function fold(hash: number, text: string): number {
  let h = hash;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** The last steps of MurmurHash3. */
function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const hashOf = (key: string, seed: number): number => mixed(fold(seed, key));

export interface Place {
  /** Slots of a table of `3 * third`. */
  slots: [number, number, number];
  /** 16 bits that another key hardly has. */
  print: number;
}

/** Where a key stands in a table of `3 * third` slots. */
export function placeOf(key: string, third: number): Place {
  const a = hashOf(key, FIRST);
  const b = hashOf(key, SECOND);
  const c = (a ^ Math.imul(b, 0x9e3779b1)) >>> 0;
  return { slots: [a % third, third + (b % third), 2 * third + (c % third)], print: (a >>> 7) ^ (b >>> 11) };
}

/** What a table (16-bit slots, low byte first) holds for a key, and in the upper 16 bits the key's print. */
export function lookUp(bytes: Uint8Array, key: string): number {
  return found(bytes, hashOf(key, FIRST), hashOf(key, SECOND));
}

/** The same, by the hashes of the key. */
function found(bytes: Uint8Array, x: number, y: number): number {
  const third = bytes.length / 6;
  const a = 2 * (x % third);
  const b = 2 * (third + (y % third));
  const c = 2 * (2 * third + (((x ^ Math.imul(y, 0x9e3779b1)) >>> 0) % third));
  const value = (bytes[a]! ^ bytes[b]! ^ bytes[c]!) | ((bytes[a + 1]! ^ bytes[b + 1]! ^ bytes[c + 1]!) << 8);
  return value | (((x >>> 7) ^ (y >>> 11)) << 16);
}

/** The same of a table of 8-bit slots that is made of prints alone; wrong for one of 256 keys that it does not hold. */
export function holdsRoughly(bytes: Uint8Array, key: string): boolean {
  const third = bytes.length / 3;
  const x = hashOf(key, FIRST);
  const y = hashOf(key, SECOND);
  const c = 2 * third + (((x ^ Math.imul(y, 0x9e3779b1)) >>> 0) % third);
  return (bytes[x % third]! ^ bytes[third + (y % third)]! ^ bytes[c]!) === (((x >>> 7) ^ (y >>> 11)) & 255);
}

/** Whether a table made of prints alone holds a key; wrong for one of 65,000 keys that it does not hold. */
export function holds(bytes: Uint8Array, key: string): boolean {
  return isPrint(lookUp(bytes, key));
}

const isPrint = (value: number): boolean => (value & 0xffff) === value >>> 16;

/**
 * The most of some words that, joined by spaces, are a key that the table holds, as `holds` tells it; 0 for none. Each
 * letter is read once.
 */
export function longestHeld(bytes: Uint8Array, words: readonly string[]): number {
  let longest = 0;
  let first = FIRST;
  let second = SECOND;
  for (let i = 0; i < words.length; i++) {
    if (i > 0) {
      first = fold(first, ' ');
      second = fold(second, ' ');
    }
    first = fold(first, words[i]!);
    second = fold(second, words[i]!);
    // A public name of one word is in another table.
    if (i > 0 && isPrint(found(bytes, mixed(first), mixed(second)))) longest = i + 1;
  }
  return longest;
}
