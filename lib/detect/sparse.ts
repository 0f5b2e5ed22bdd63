/**
 * Few whole numbers among many zeros, in few bits: how the weights of both taggers stand in the package. For each number
 * that is not 0: how far it is from the one before and how large it is, both as Rice codes (Rice and Plaunt 1971), and
 * its sign. As dense as general packers make it, and read in a few milliseconds.
 */

/** Bits of the head: how many numbers, and the parameters of the two codes. */
const COUNT_BITS = 24;
const PARAMETER_BITS = 4;

class BitWriter {
  readonly bytes: number[] = [];
  #filled = 0;

  bits(value: number, count: number): void {
    for (let i = count - 1; i >= 0; i--) {
      if (this.#filled === 0) this.bytes.push(0);
      this.bytes[this.bytes.length - 1]! |= ((value >> i) & 1) << (7 - this.#filled);
      this.#filled = (this.#filled + 1) & 7;
    }
  }

  rice(value: number, parameter: number): void {
    for (let ones = value >> parameter; ones > 0; ones--) this.bits(1, 1);
    this.bits(0, 1);
    this.bits(value, parameter);
  }
}

/** The parameter with which all values take the fewest bits. */
function bestParameter(values: readonly number[]): number {
  const cost = (parameter: number) =>
    values.reduce((total, value) => total + (value >> parameter) + 1 + parameter, 0);
  const all = Array.from({ length: 1 << PARAMETER_BITS }, (_, parameter) => parameter);
  return all.reduce((best, parameter) => (cost(parameter) < cost(best) ? parameter : best));
}

/** @param values fewer than 2^24 that are not 0 */
export function packSparse(values: ArrayLike<number>): Uint8Array {
  const gaps: number[] = [];
  const sizes: number[] = [];
  const signs: number[] = [];
  let before = -1;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value === 0) continue;
    gaps.push(at - before - 1);
    sizes.push(Math.abs(value) - 1);
    signs.push(value < 0 ? 1 : 0);
    before = at;
  }
  const gapParameter = bestParameter(gaps);
  const sizeParameter = bestParameter(sizes);
  const writer = new BitWriter();
  writer.bits(gaps.length, COUNT_BITS);
  writer.bits(gapParameter, PARAMETER_BITS);
  writer.bits(sizeParameter, PARAMETER_BITS);
  for (let i = 0; i < gaps.length; i++) {
    writer.rice(gaps[i]!, gapParameter);
    writer.bits(signs[i]!, 1);
    writer.rice(sizes[i]!, sizeParameter);
  }
  return Uint8Array.from(writer.bytes);
}

/** The numbers that are not 0, in order, and their places. @param bytes what `packSparse` made */
export function readSparse(bytes: Uint8Array): { places: Int32Array; values: Int8Array } {
  let next = 0;
  /** Bits that are read next, the first one highest; `left` of them are filled. */
  let bits = 0;
  let left = 0;
  const take = (count: number): number => {
    for (; left <= 24; left += 8) bits |= (bytes[next++] ?? 0) << (24 - left);
    // A shift by 32 shifts by 0.
    const taken = count === 0 ? 0 : bits >>> (32 - count);
    bits <<= count;
    left -= count;
    return taken;
  };
  const rice = (parameter: number): number => {
    let high = 0;
    for (;;) {
      for (; left <= 24; left += 8) bits |= (bytes[next++] ?? 0) << (24 - left);
      // Behind the bits that are filled stand zeros.
      const ones = Math.clz32(~bits);
      high += ones;
      if (ones < left) {
        bits = ones === 31 ? 0 : bits << (ones + 1);
        left -= ones + 1;
        return (high << parameter) | take(parameter);
      }
      bits = 0;
      left = 0;
    }
  };
  const count = take(COUNT_BITS);
  const gapParameter = take(PARAMETER_BITS);
  const sizeParameter = take(PARAMETER_BITS);
  const places = new Int32Array(count);
  const values = new Int8Array(count);
  let at = -1;
  for (let i = 0; i < count; i++) {
    at += 1 + rice(gapParameter);
    const negative = take(1);
    const size = 1 + rice(sizeParameter);
    places[i] = at;
    values[i] = negative ? -size : size;
  }
  return { places, values };
}
