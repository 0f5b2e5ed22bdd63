import { describe, expect, test } from 'vitest';
import { createDocument } from '../../lib/detect/document.ts';
import { SIGNS, signsIn } from '../../lib/detect/names/signs.ts';

const SCENES = 1;

describe('what kind of text it is', () => {
  test.each<[text: string, invented: number, scenes: number, works: number, own: number]>([
    ['Her son, who doesn’t exist, got a zero.', 1, 0, 0, 0],
    ['A role-play with make-believe parents', 1, 1, 0, 1],
    ['Una obra con personajes inventados', 1, 2, 0, 0],
    ['In chapter 3 of the novel it is 1862.', 0, 0, 3, 0],
    // A year of our time may be that of a birth or a meeting, and 862 is no year of a lesson.
    ['We met in 2019, page 862.', 0, 0, 0, 0],
    ['My student was absent yesterday', 0, 0, 0, 3],
    ['She ran and they cheered.', 0, 0, 0, 0],
  ])('%s', (text, ...expected) => {
    expect(signsIn(createDocument(text)).whole).toEqual(expected);
  });

  test('a sign far off counts for the whole text, not near a word', () => {
    const doc = createDocument(`a skit ${'word '.repeat(200)}`);
    const { whole, near } = signsIn(doc);
    expect(whole[SCENES]).toBe(1);
    expect(near(SCENES, 0)).toBe(1);
    expect(near(SCENES, 20)).toBe(1);
    expect(near(SCENES, 150)).toBe(0);
  });

  test('an empty text has no signs', () => {
    expect(signsIn(createDocument('')).whole).toEqual(new Array(SIGNS).fill(0));
  });
});
