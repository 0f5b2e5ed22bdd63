import { describe, expect, test } from 'vitest';
import { createDocument } from '../../lib/detect/document.ts';

const words = (text: string) =>
  createDocument(text)
    .tokens.filter((token) => token.kind === 'word')
    .map((token) => text.slice(token.start, token.coreEnd));

describe('createDocument', () => {
  test.each<[string, string[]]>([
    ["Maya's mom", ['Maya', 'mom']],
    ['O’Brien-Smith’s', ['O’Brien-Smith']],
    ["James' book", ['James', 'book']],
    ['Jose\u0301 😀Zoë', ['Jose\u0301', 'Zoë']],
    ['Ana\u00a0Ruiz', ['Ana', 'Ruiz']],
    ['a\ud800b', ['a', 'b']],
    ['', []],
  ])('words of %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('keys are without marks, apostrophes and hyphens', () => {
    expect(createDocument("Jose\u0301 D'Andre Anne-Marie’s").tokens.map((token) => token.key)).toEqual([
      'jose',
      'dandre',
      'annemarie',
    ]);
  });

  test('line ends of every kind make lines, and CR LF is one', () => {
    const text = 'a\r\nb\nc\rd';
    const { lines } = createDocument(text);
    expect(lines.map(({ start, end }) => text.slice(start, end)).filter(Boolean)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(createDocument('a\r\n\r\nb').lines).toHaveLength(3);
  });

  test('a title does not end a sentence, a question mark does', () => {
    const text = 'Ask Ms. Lopez? Yes.';
    const { sentences } = createDocument(text);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(['Ask Ms. Lopez?', 'Yes.']);
  });

  test('no token begins or ends inside a surrogate pair', () => {
    const text = '😀𝒜lice👩‍👧 x😀';
    for (const { start, end } of createDocument(text).tokens) {
      expect(text.slice(start, end).isWellFormed()).toBe(true);
    }
  });
});
