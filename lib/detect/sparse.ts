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

/** Calls `each` for every number that is not 0, in order, with its place. @param bytes what `packSparse` made */
export function readSparse(bytes: Uint8Array, each: (at: number, value: number) => void): void {
  let position = 0;
  const bit = () => {
    const found = (bytes[position >> 3]! >> (7 - (position & 7))) & 1;
    position++;
    return found;
  };
  const bits = (count: number) => {
    let value = 0;
    for (let i = 0; i < count; i++) value = (value << 1) | bit();
    return value;
  };
  const rice = (parameter: number) => {
    let high = 0;
    while (bit() === 1) high++;
    return (high << parameter) | bits(parameter);
  };
  const count = bits(COUNT_BITS);
  const gapParameter = bits(PARAMETER_BITS);
  const sizeParameter = bits(PARAMETER_BITS);
  let at = -1;
  for (let i = 0; i < count; i++) {
    at += 1 + rice(gapParameter);
    const negative = bit();
    const size = 1 + rice(sizeParameter);
    each(at, negative ? -size : size);
  }
}
