/** A small synchronous keyed hash: HalfSipHash-2-4 with 64 bits of output (Aumasson, Bernstein; the 32-bit variant of SipHash). */

/** Two 32-bit words. */
export type HashKey = readonly [number, number];

/**
 * The hash of a part of a text, by its UTF-16 code units.
 * @param start first unit, @param end behind the last
 * @returns 53 bits, so that it is a safe integer
 */
export function keyedHash(key: HashKey, text: string, start = 0, end = text.length): number {
  let v0 = key[0] | 0;
  let v1 = (key[1] | 0) ^ 0xee;
  let v2 = 0x6c796765 ^ (key[0] | 0);
  let v3 = 0x74656462 ^ (key[1] | 0);
  const round = () => {
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
  };
  const take = (word: number) => {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  };
  let at = start;
  for (; at + 1 < end; at += 2) take(text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16));
  take((at < end ? text.charCodeAt(at) : 0) | (((end - start) & 0xffff) << 16));
  v2 ^= 0xee;
  for (let i = 0; i < 4; i++) round();
  const high = (v1 ^ v3) >>> 0;
  v1 ^= 0xdd;
  for (let i = 0; i < 4; i++) round();
  return high * 0x200000 + ((v1 ^ v3) >>> 11);
}
