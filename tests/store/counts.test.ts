import { expect, test } from 'vitest';
import { weekOf } from '../../lib/store/counts.ts';

test.each([
  ['a Monday', new Date(2026, 10, 23, 0, 0), '2026-11-23'],
  ['a Sunday night', new Date(2026, 10, 29, 23, 59), '2026-11-23'],
  ['the next Monday', new Date(2026, 10, 30, 0, 0), '2026-11-30'],
  ['across a year', new Date(2027, 0, 1, 12, 0), '2026-12-28'],
])('the week of %s starts on its Monday', (_what, date, week) => {
  expect(weekOf(date)).toBe(week);
});
