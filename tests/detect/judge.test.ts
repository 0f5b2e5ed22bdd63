import { expect, test } from 'vitest';
import {
  HIDDEN,
  judged,
  judgeSize,
  logit,
  NETWORKS,
  networkSize,
  probability,
  unitSize,
} from '../../lib/detect/judge.ts';

const EVIDENCE = 2;

/** A judge with mean 1 and spread 2 of its first evidence, and with its networks as `fill` leaves them. */
function judgeOf(fill: (network: Float32Array, which: number) => void): Float32Array {
  const judge = new Float32Array(judgeSize(EVIDENCE));
  judge.set([1, 0, 0.5, 1]);
  const size = networkSize(EVIDENCE);
  for (let n = 0; n < NETWORKS; n++)
    fill(judge.subarray(2 * EVIDENCE + n * size, 2 * EVIDENCE + (n + 1) * size), n);
  return judge;
}
const direct = HIDDEN * unitSize(EVIDENCE);

test('one that says nothing is as open as a coin', () => {
  expect(
    probability(
      judged(
        [5, 7],
        judgeOf(() => {}),
      ),
    ),
  ).toBe(0.5);
});

test('evidence counts in spreads from its mean, and no further than three', () => {
  const judge = judgeOf((network) => {
    network[direct] = 1;
  });
  expect([1, 3, 5, 7, 9, -99].map((value) => judged([value, 0], judge))).toEqual([0, 1, 2, 3, 3, -3]);
});

test('networks count alike', () => {
  const judge = judgeOf((network, which) => {
    network[direct + EVIDENCE] = which;
  });
  expect(judged([0, 0], judge)).toBe((0 + 1 + 2) / NETWORKS);
});

test('a hidden unit can say that one piece of evidence counts only beside another', () => {
  // tanh(a + b - 1.5): on for both, off for one of them.
  const judge = judgeOf((network) => {
    network.set([20, 20, -30, 1]);
  });
  const said = [
    [1, 0],
    [3, 0],
    [1, 1],
    [3, 1],
  ].map((evidence) => Math.round(judged(evidence, judge)));
  expect(said).toEqual([-1, -1, -1, 1]);
});

test('log-odds and probability undo each other', () => {
  for (const p of [0.01, 0.3, 0.5, 0.99]) expect(probability(logit(p))).toBeCloseTo(p, 10);
  expect([logit(0), logit(1)].every(Number.isFinite)).toBe(true);
});
