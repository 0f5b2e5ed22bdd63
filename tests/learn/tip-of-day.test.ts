import { expect, test } from 'vitest';
import { tipsIn } from '../../lib/learn/curriculum.ts';
import { dayNumber, parseTipFilter, tipOfDay } from '../../lib/learn/tip-of-day.ts';

const tips = tipsIn('en');
const ANY = { band: null, subject: 'all' } as const;
const days = Array.from({ length: 60 }, (_, i) => 20_000 + i);

test('another tip comes each day, and all of them come', () => {
  const shown = days.slice(0, tips.length).map((day) => tipOfDay(tips, day, ANY)?.id);
  expect(new Set(shown)).toEqual(new Set(tips.map(({ id }) => id)));
  expect(tipOfDay(tips, 20_000, ANY)).toBe(tipOfDay(tips, 20_000, ANY));
});

test('grades and a subject leave out what is for others', () => {
  for (const day of days) {
    const tip = tipOfDay(tips, day, { band: 'H', subject: 'math' });
    expect(tip?.bands).toContain('H');
    expect(tip?.subjects.some((one) => one === 'all' || one === 'math')).toBe(true);
  }
});

test('what is about the subject comes every other day', () => {
  const ofMath = days.filter((day) =>
    tipOfDay(tips, day, { band: null, subject: 'math' })?.subjects.includes('math'),
  );
  expect(ofMath.length).toBeGreaterThanOrEqual(days.length / 2);
});

test('where none fits there is none', () => {
  expect(tipOfDay([], 5, ANY)).toBeNull();
});

test('a day begins at midnight of the place', () => {
  const late = dayNumber(new Date(2026, 10, 30, 23, 59));
  expect(late).toBe(dayNumber(new Date(2026, 10, 30, 0, 0)));
  expect(dayNumber(new Date(2026, 11, 1, 0, 0))).toBe(late + 1);
});

test.each([
  [undefined, ANY],
  [{ band: 'X', subject: 7 }, ANY],
  [
    { band: 'E', subject: 'arts', more: 1 },
    { band: 'E', subject: 'arts' },
  ],
])('a stored choice %j is read as %j', (raw, filter) => {
  expect(parseTipFilter(raw)).toEqual(filter);
});
