import { expect, test } from 'vitest';
import type { CategoryId } from '../../lib/detect/category.ts';
import type { Candidate } from '../../lib/detect/finding.ts';
import { resolveOverlaps } from '../../lib/detect/overlap.ts';

const candidate = (
  start: number,
  end: number,
  score: number,
  category: CategoryId = 'person-name',
): Candidate => ({
  span: { start, end },
  category,
  score,
  recognizer: 'test',
  because: [],
});
const spans = (candidates: Candidate[]) =>
  resolveOverlaps(candidates).map(({ span }) => [span.start, span.end]);

test('the longer of two wins', () => {
  expect(spans([candidate(0, 4, 0.85), candidate(0, 10, 0.85)])).toEqual([[0, 10]]);
});

test('the surer of two wins', () => {
  expect(spans([candidate(0, 12, 0.5), candidate(4, 12, 0.9)])).toEqual([[4, 12]]);
});

test('of equals the first listed stays', () => {
  const kept = resolveOverlaps([candidate(0, 9, 0.8, 'phone'), candidate(0, 9, 0.8, 'student-id')]);
  expect(kept.map(({ category }) => category)).toEqual(['phone']);
});

test('neighbours stay, and the result is sorted', () => {
  expect(spans([candidate(5, 9, 0.6), candidate(0, 5, 0.9)])).toEqual([
    [0, 5],
    [5, 9],
  ]);
});

test('a loser to one that lost itself is kept', () => {
  expect(spans([candidate(0, 4, 0.5), candidate(3, 9, 0.6), candidate(8, 12, 0.9)])).toEqual([
    [0, 4],
    [8, 12],
  ]);
});

test('document marks stand over other findings', () => {
  expect(spans([candidate(2, 6, 0.9), candidate(0, 50, 0.4, 'roster')])).toEqual([
    [0, 50],
    [2, 6],
  ]);
});
