import { expect, test } from 'vitest';
import { wordFinder } from '../../lib/policy/word-finder.ts';

const found = (text: string, ...phrases: string[]) =>
  wordFinder(phrases)(text).map(({ span, key }) => [text.slice(span.start, span.end), key]);

test('any case, spaces as any white space, signs for themselves', () => {
  expect(found('Project Falcon (v2.0)+ and project\n falcon', 'project  falcon', '(v2.0)+', '')).toEqual([
    ['Project Falcon', 'project falcon'],
    ['(v2.0)+', '(v2.0)+'],
    ['project\n falcon', 'project falcon'],
  ]);
});

test('the longest goes first, and none lies over another', () => {
  expect(found('Oak Hill Kite Club', 'Oak', 'oak hill', 'Hill Kite', 'club').map(([one]) => one)).toEqual([
    'Oak Hill',
    'Club',
  ]);
});

test.each(['oakland', 'xOak', 'Oak2', '_Oak', 'Red-Oak', 'Oak-Red'])('not in %s', (text) => {
  expect(found(text, 'oak')).toEqual([]);
});

test('finds one of 5,000', () => {
  const phrases = Array.from({ length: 5000 }, (_, i) => `kite ${i} club`);
  expect(found('The Kite 4711 club met.', ...phrases)).toEqual([['Kite 4711 club', 'kite 4711 club']]);
});
