import { describe, expect, test } from 'vitest';
import { redact } from '../../lib/redact/redact.ts';
import { restoreExact } from '../../lib/redact/restore.ts';
import { randomFrom } from '../policy/helpers.ts';

/** Swaps all places of words. */
function swapsOf(text: string, words: Record<string, string>) {
  return Object.entries(words).flatMap(([word, surrogate]) =>
    Array.from(text.matchAll(RegExp(word, 'g')), (m) => ({
      span: { start: m.index, end: m.index + m[0].length },
      surrogate,
    })),
  );
}

describe('redact and restoreExact', () => {
  test.each([
    ['plain', 'Maya and Leo, Maya.', '[Student 1] and [Student 2], [Student 1].'],
    ['emoji and flags', '👩🏽‍🏫Maya🇲🇽Leo👍', '👩🏽‍🏫[Student 1]🇲🇽[Student 2]👍'],
    ['CR LF, tabs, a no-break space', 'Maya\u00a0x\r\nLeo\t\r\n', '[Student 1]\u00a0x\r\n[Student 2]\t\r\n'],
    ['lone surrogates', '\ud83dMaya\udc00', '\ud83d[Student 1]\udc00'],
    ['a combining mark after', 'Maya\u0301 \ufeffLeo', '[Student 1]\u0301 \ufeff[Student 2]'],
    ['nothing to swap', 'two birds\n', 'two birds\n'],
    ['empty', '', ''],
  ])('%s', (_name, text, expected) => {
    const out = redact(text, swapsOf(text, { Maya: '[Student 1]', Leo: '[Student 2]' }));
    expect(out.text).toBe(expected);
    for (const m of out.mentions) expect(out.text.slice(m.start, m.end)).toMatch(/^\[Student \d\]$/);
    expect(restoreExact(out.text, out.mentions)).toBe(text);
  });

  test('overlapping spans go as one, and nothing of either stays', () => {
    const swaps = [
      { span: { start: 5, end: 10 }, surrogate: '[B]' },
      { span: { start: 0, end: 6 }, surrogate: '[A]' },
      { span: { start: 10, end: 12 }, surrogate: '[C]' },
      { span: { start: 12, end: 12 }, surrogate: '[D]' },
    ];
    const out = redact('0123456789abcd', swaps);
    expect(out.text).toBe('[A][C]cd');
    expect(restoreExact(out.text, out.mentions)).toBe('0123456789abcd');
  });

  test.each([
    [{ start: 0, end: 4 }],
    [{ start: -1, end: 2 }],
    [{ start: 2, end: 1 }],
    [{ start: Number.NaN, end: 1 }],
  ])('a span outside the text: %j', (span) => {
    expect(() => redact('abc', [{ span, surrogate: 'x' }])).toThrow(RangeError);
  });

  test('mentions of another text are refused', () => {
    expect(() => restoreExact('ab', [{ start: 1, end: 5, original: 'x' }])).toThrow(RangeError);
    const twice = { start: 0, end: 2, original: 'x' };
    expect(() => restoreExact('abc', [twice, twice])).toThrow(RangeError);
  });

  test('300 random texts come back to the code unit', () => {
    const random = randomFrom(11);
    const pieces = ['a', ' ', '\r\n', '😀', '\ud800', '\u00a0', 'é', '[Student 1]', '\u200f', 'ع'];
    for (let i = 0; i < 300; i++) {
      const text = Array.from({ length: 30 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      const swaps = Array.from({ length: 6 }, (_, n) => {
        const start = Math.floor(random() * text.length);
        const end = start + Math.floor(random() * (text.length - start + 1));
        return { span: { start, end }, surrogate: `[Email ${n}]` };
      });
      const out = redact(text, swaps);
      expect(restoreExact(out.text, out.mentions)).toBe(text);
    }
  });
});
