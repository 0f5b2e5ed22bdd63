import { expect, test } from 'vitest';
import { graphemeSnapper } from '../../lib/detect/grapheme.ts';

test.each<[text: string, start: number, end: number, snapped: string]>([
  ['Maya', 1, 3, 'ay'],
  ['Maya\u0301 x', 0, 4, 'Maya\u0301'],
  ['e\u0301Maya', 1, 6, 'e\u0301Maya'],
  ['a😀b', 0, 2, 'a😀'],
  ['a😀b', 2, 4, '😀b'],
  ['a👩‍👧b', 3, 4, '👩‍👧'],
  ['a👋🏽b', 0, 3, 'a👋🏽'],
  ['🇲🇽🇺🇸', 4, 8, '🇺🇸'],
  ['🇲🇽🇺🇸', 2, 6, '🇲🇽🇺🇸'],
  ['5\ufe0f\u20e3x', 0, 1, '5\ufe0f\u20e3'],
  ['각\u1100\u1161\u11a8', 2, 4, '\u1100\u1161\u11a8'],
  ['a\r\nb', 0, 2, 'a\r\n'],
  ['a\nb', 0, 1, 'a'],
  ['\ud83dMaya\udc00', 1, 5, 'Maya'],
  ['', 0, 0, ''],
])('%j from %i to %i', (text, from, to, snapped) => {
  const { start, end } = graphemeSnapper(text)({ start: from, end: to });
  expect(text.slice(start, end)).toBe(snapped);
});
