import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edit, editsOf } from '../../lib/page/edits.ts';

const apply = (text: string, edits: Edit[]) =>
  edits.reduceRight((now, { start, end, text }) => now.slice(0, start) + text + now.slice(end), text);

describe('what has to be changed', () => {
  test.each<[string, string, [string, string][]]>([
    [
      'Maya Lopez was late. Ask Maya.',
      '[Student 1] was late. Ask [Student 1].',
      [
        ['Maya Lopez', '[Student 1]'],
        ['Maya', '[Student 1]'],
      ],
    ],
    ['Call (555) 555-0142 now.', 'Call [Phone 1] now.', [['(555) 555-0142', '[Phone 1]']]],
    ['one\ntwo\nthree', 'one\n2\nthree', [['two', '2']]],
    ['same', 'same', []],
    ['one two three', 'one three', [[' two', '']]],
    ['gone', '', [['gone', '']]],
    ['', 'new', [['', 'new']]],
    ['one', 'one two', [['', ' two']]],
  ])('%j to %j', (from, to, changes) => {
    const edits = editsOf(from, to);
    expect(apply(from, edits)).toBe(to);
    // What is only taken out takes a neighbour with it.
    const isDeletion = changes.some(([, text]) => text === '');
    if (!isDeletion)
      expect(edits.map(({ start, end, text }) => [from.slice(start, end), text])).toEqual(changes);
    expect(edits).toHaveLength(changes.length);
  });

  test('every two texts: in order, without overlap, never a bare deletion, and it comes out right', () => {
    const text = fc
      .array(fc.constantFrom('Maya', 'Lopez', 'was', ' ', ' ', '\n', '.', '[Student 1]', 'é'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const edits = editsOf(from, to);
        expect(apply(from, edits)).toBe(to);
        for (const [i, { start }] of edits.entries())
          if (i > 0) expect(start).toBeGreaterThanOrEqual(edits[i - 1]!.end);
        if (to !== '') expect(edits.filter(({ text }) => text === '')).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('a class of comments keeps what is between the names', () => {
    const comments = (name: (i: number) => string) =>
      Array.from({ length: 28 }, (_, i) => `${name(i)} listens well, and reads aloud on day ${i}.`).join(
        '\n',
      );
    const from = comments((i) => `Maya Lopez${'abcdefghijklmnopqrstuvwxyzäö'[i]}`);
    expect(
      editsOf(
        from,
        comments((i) => `[Student ${i}]`),
      ),
    ).toHaveLength(28);
  });
});
