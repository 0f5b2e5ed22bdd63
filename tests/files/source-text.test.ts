import { describe, expect, test } from 'vitest';
import { cutsOf, edited, editsOf, isGone, type Piece, plain, sweepFor } from '../../lib/files/source-text.ts';

const swap = (start: number, end: number, surrogate: string) => ({ span: { start, end }, surrogate });
/** "Maya" and "Lopez" with a mark between them, then an escape. */
const SOURCE = 'x<Maya|Lopez>&amp;y';
const PIECES: Piece[] = [
  { text: 'Maya', from: 2, write: (words) => words.toUpperCase() },
  { text: '\t' },
  { text: 'Lopez', from: 7, write: (words) => words.toUpperCase() },
  { text: '&', from: 13, to: 18, rebuild: (text) => `{${text}}` },
];

describe('edits', () => {
  test.each<[string, Parameters<typeof cutsOf>[0], string]>([
    ['none', [], SOURCE],
    ['a part of a stretch', [swap(1, 3, 'b')], 'x<MBa|Lopez>&amp;y'],
    ['over what stays: the label once', [swap(0, 10, 's')], 'x<S|>&amp;y'],
    ['over a mark alone: nothing', [swap(4, 5, 's')], SOURCE],
    ['what is written as a whole', [swap(10, 11, 's')], 'x<Maya|Lopez>{s}y'],
    ['two that overlap are one, under the first label', [swap(5, 11, 'b'), swap(2, 7, 'a')], 'x<MaA|>{}y'],
    ['two in one stretch', [swap(8, 10, 'b'), swap(5, 7, 'a')], 'x<Maya|ApB>&amp;y'],
    ['an empty span', [swap(2, 2, 's')], SOURCE],
  ])('%s', (_what, swaps, expected) => {
    expect(edited(SOURCE, editsOf(PIECES, cutsOf(swaps, 11)))).toBe(expected);
  });

  test('several cuts in what is written as a whole', () => {
    const pieces: Piece[] = [{ text: 'abcdef', from: 0, to: 3, rebuild: (text) => `(${text})` }];
    const cuts = cutsOf([swap(0, 1, 'X'), swap(2, 4, 'Y')], 6);
    expect(edited('...', editsOf(pieces, cuts))).toBe('(XbYef)');
  });

  test.each([
    [-1, 2],
    [3, 2],
    [0, 12],
  ])('a span outside of the text is a mistake: %i to %i', (start, end) => {
    expect(() => cutsOf([swap(start, end, 's')], 11)).toThrow(RangeError);
  });
});

describe('what is not read', () => {
  const text = 'Maya Lopez and Maya and Li';
  const cuts = cutsOf([swap(0, 10, '[1]'), swap(15, 19, '[2]'), swap(24, 26, '[3]')], text.length);
  const swept = (source: string) => edited(source, sweepFor(text, cuts)(source, 0, source.length, plain));

  test.each([
    ['the full name first', 'id="Maya Lopez" Maya', 'id="[1]" [2]'],
    ['whole words', 'Mayas Maya-b XMaya 1Maya', 'Mayas [2]-b XMaya 1Maya'],
    ['as it is written', 'maya MAYA', 'maya MAYA'],
    ['not what is short', 'Li', 'Li'],
  ])('%s', (_what, source, expected) => {
    expect(swept(source)).toBe(expected);
  });

  test('only between the given offsets', () => {
    expect(sweepFor(text, cuts)('Maya Maya Maya', 4, 10, plain)).toEqual([{ from: 5, to: 9, words: '[2]' }]);
  });
});

describe('a copy is read again', () => {
  const text = 'Maya and Maya';
  const cuts = cutsOf([swap(0, 4, '[1]')], text.length);
  test.each([
    ['[1] and Maya', true],
    ['[1] and ', true],
    ['Maya and Maya', false],
    ['[1] and Maya, Maya', false],
  ])('%j: %s', (copy, expected) => {
    expect(isGone(text, cuts, copy)).toBe(expected);
  });
});
