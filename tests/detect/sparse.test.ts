import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSparse, readSparse } from '../../lib/detect/sparse.ts';

function read(bytes: Uint8Array, length: number): number[] {
  const values = new Array<number>(length).fill(0);
  const packed = readSparse(bytes);
  packed.places.forEach((at, i) => {
    values[at] = packed.values[i]!;
  });
  return values;
}

test('what was packed is read again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.integer({ min: -127, max: 127 }))),
      (values) => {
        expect(read(packSparse(values), values.length)).toEqual(values);
      },
    ),
    { seed: 20261129, numRuns: 500 },
  );
});

test('one number far off, and none at all', () => {
  const values = new Array<number>(100_000).fill(0);
  expect(packSparse(values).length).toBeLessThan(8);
  expect(read(packSparse(values), values.length)).toEqual(values);
  values[99_999] = -3;
  expect(read(packSparse(values), values.length)).toEqual(values);
});

test('codes longer than what is read at once', () => {
  const values = new Array<number>(3000).fill(0);
  // Gaps of 0 make the parameter 0, so that the long one is 2,900 ones in a row.
  values.fill(1, 0, 60);
  values[2960] = 127;
  expect(read(packSparse(values), values.length)).toEqual(values);
});

test('many zeros take few bits', () => {
  // One of ten is not 0: the positions take at least 0.47 bits for each place, signs and sizes 2.1 more for each number.
  const values = Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 10 === 0 ? 1 + (i % 2) : 0));
  expect(packSparse(values).length * 8).toBeLessThan(2000 * 8);
});
