import { expect, test } from 'vitest';
import { isLeftIn } from '../../lib/files/left-in.ts';

const MEANT = 'list\n[Student 1] was late.\nMay is warm in Maytown.\n[Student 2] came.';

test.each<[string, string, string[], boolean]>([
  ['the copy as it was meant', MEANT, ['Maya Lopez', 'May'], false],
  ['a name that stayed', MEANT.replace('[Student 1]', 'Maya Lopez'), ['Maya Lopez'], true],
  ['a word that may stay where it was kept', MEANT.replace('list', 'a list'), ['May'], false],
  ['the same word once more', `${MEANT}\nMay`, ['May'], true],
  ['a line less', MEANT.replace('May is warm in Maytown.\n', ''), ['May'], false],
  ['a name in what was to be emptied', `${MEANT}\nauthor: Maya Lopez`, ['Maya Lopez'], true],
  ['a part of a line that came out in another way', MEANT.replace('warm', 'warm,'), ['May'], false],
])('%s', (_what, copy, swapped, left) => {
  expect(isLeftIn(copy, MEANT, swapped)).toBe(left);
});
