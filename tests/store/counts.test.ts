import { expect, test } from 'vitest';
import { lastWeeks, oldestWeek, weekOf } from '../../lib/store/counts.ts';

test.each([
  ['a Monday', new Date(2026, 10, 23, 0, 0), '2026-11-23'],
  ['a Sunday night', new Date(2026, 10, 29, 23, 59), '2026-11-23'],
  ['the next Monday', new Date(2026, 10, 30, 0, 0), '2026-11-30'],
  ['across a year', new Date(2027, 0, 1, 12, 0), '2026-12-28'],
])('the week of %s starts on its Monday', (_what, date, week) => {
  expect(weekOf(date)).toBe(week);
});

test.each([
  ['the last day of a week still counts', 7, new Date(2026, 10, 29, 12), '2026-11-16'],
  ['the day after it does not', 7, new Date(2026, 10, 30, 12), '2026-11-23'],
  ['one day', 1, new Date(2026, 10, 23, 0), '2026-11-16'],
  ['across a year', 90, new Date(2027, 0, 15, 12), '2026-10-12'],
])('of what is kept for some days, %s', (_what, days, now, week) => {
  expect(oldestWeek(days, now)).toBe(week);
});

test('the last weeks end with this one, and one without counts has zeros', () => {
  const counts = { names: 3, identifiers: 0, indirect: 1, sensitive: 0, documents: 0 };
  const none = { names: 0, identifiers: 0, indirect: 0, sensitive: 0, documents: 0 };
  const stored = [
    { week: '2026-11-30', counts },
    { week: '2026-11-16', counts },
    { week: '2026-10-05', counts },
  ];
  expect(lastWeeks(stored, 3, new Date(2026, 11, 2))).toEqual([
    { week: '2026-11-16', counts },
    { week: '2026-11-23', counts: none },
    { week: '2026-11-30', counts },
  ]);
});
