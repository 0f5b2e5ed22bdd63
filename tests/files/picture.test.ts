/** Pictures: from words by place to a text, and from swaps of it back to boxes. */
import { expect, test } from 'vitest';
import type { Box } from '../../lib/files/file.ts';
import { openFile } from '../../lib/files/open.ts';
import { type Cover, coversOf, type PictureTool, type SeenWord, textOf } from '../../lib/files/picture.ts';
import { pictureHead } from '../../lib/files/picture-head.ts';
import { evenedOut } from '../../lib/files/picture-pixels.ts';

const HEIGHT = 20;
const LETTER = 10;

/** A line as an engine reads it: words of ten pixels a letter, 10 pixels apart; two spaces are a wide gap. */
function line(text: string, left: number, top: number, of: { line: number; paragraph?: number }): SeenWord[] {
  const { line, paragraph = line } = of;
  return Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => {
    const at = left + index * LETTER;
    const box: Box = { left: at, top, right: at + word.length * LETTER, bottom: top + HEIGHT };
    return { text: word, box, line, paragraph };
  });
}

test('lines in the order in which they are read, words parted by a space', () => {
  const { text, words } = textOf([
    ...line('Bring a book.', 0, 60, { line: 1 }),
    ...line('Maya Lopez was late.', 0, 0, { line: 2 }),
  ]);
  expect(text).toBe('Maya Lopez was late.\nBring a book.\n');
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(
    'Maya Lopez was late. Bring a book.'.split(' '),
  );
  expect(words.map(({ row }) => row)).toEqual([0, 0, 0, 0, 1, 1, 1]);
});

test('a table that was read by columns is rows, and its borders are no words', () => {
  const seen = [
    ...line('Maya Lopez', 0, 0, { line: 1 }),
    ...line('Devon Carter', 0, 40, { line: 2 }),
    ...line('| 204418 |', 200, 2, { line: 3 }),
    ...line('| 775501 |', 200, 42, { line: 4 }),
    ...line('|late|', 320, 41, { line: 5 }),
  ];
  expect(textOf(seen).text).toBe('Maya Lopez\t204418\nDevon Carter\t775501\tlate\n');
});

test('the line of a page that lies a little askew is one row', () => {
  const seen = [
    ...line('On March 4, Maya Lopez', 0, 0, { line: 1 }),
    ...line('was late again', 230, 8, { line: 2 }),
  ];
  expect(textOf(seen).text).toBe('On March 4, Maya Lopez was late again\n');
});

test('a sentence that had no room goes on, a list does not', () => {
  const sentence = [
    ...line('The counselor saw the mother of Maya', 0, 0, { line: 1, paragraph: 1 }),
    ...line('Lopez on Monday.', 0, 30, { line: 2, paragraph: 1 }),
  ];
  expect(textOf(sentence).text).toBe('The counselor saw the mother of Maya\nLopez on Monday.\n');
  const longer = [
    ...line('The counselor of the school saw the mother of Maya', 0, 0, { line: 1, paragraph: 1 }),
    ...line('Lopez on Monday, and her number is 555-', 0, 30, { line: 2, paragraph: 1 }),
    ...line('0142.', 0, 60, { line: 3, paragraph: 1 }),
  ];
  expect(textOf(longer).text).toBe(
    'The counselor of the school saw the mother of Maya Lopez on Monday, and her number is 555-\n0142.\n',
  );
  const list = [
    ...line('Maya Lopez', 0, 0, { line: 1, paragraph: 1 }),
    ...line('Devon Carter', 0, 30, { line: 2, paragraph: 1 }),
  ];
  expect(textOf(list).text).toBe('Maya Lopez\nDevon Carter\n');
});

test('a span covers whole words, in one box for each row; the label stands in the widest', () => {
  const { text, words } = textOf([
    ...line('Ask (Maya', 0, 0, { line: 1 }),
    ...line("Lopez's mom)", 0, 40, { line: 2 }),
  ]);
  const start = text.indexOf('Maya');
  const end = text.indexOf("'s");
  expect(coversOf(words, [{ start, end, label: '[Student 1]' }])).toEqual([
    { box: { left: 37, top: -3, right: 93, bottom: 23 }, label: '' },
    { box: { left: -3, top: 37, right: 73, bottom: 63 }, label: '[Student 1]' },
  ]);
  expect(coversOf(words, [{ start: start - 2, end: start - 1, label: 'x' }])).toEqual([]);
});

const PNG = Uint8Array.from('\x89PNG\r\n\x1a\n', (letter) => letter.charCodeAt(0));

/** Reads the words given, and of a copy the others. */
function toolOf(original: string, copy: string) {
  const drawn: Cover[] = [];
  const bytes = Uint8Array.from([1, 2, 3]);
  const tool: PictureTool = {
    read: async (of) => line(of.length === bytes.length ? copy : original, 0, 0, { line: 1 }),
    cover: async (_bytes, covers) => {
      drawn.push(...covers);
      return { bytes, type: 'image/png' };
    },
  };
  return { tool, drawn };
}

test('the copy has boxes over what is swapped, and a new name', async () => {
  const { tool, drawn } = toolOf('Maya Lopez was late.', '[Student 1] was late.');
  const opened = await openFile(PNG, 'Maya Lopez.png', {}, tool);
  expect(opened).toMatchObject({ kind: 'image', text: 'Maya Lopez\nMaya Lopez was late.\n', unread: [] });
  expect(opened.words?.map(({ start, end }) => opened.text.slice(start, end))).toEqual(
    'Maya Lopez was late.'.split(' '),
  );
  const swaps = [0, 11].map((start) => ({ span: { start, end: start + 10 }, surrogate: '[Student 1]' }));
  const copy = await opened.rewrite(swaps);
  expect({ ...copy, bytes: [...copy.bytes] }).toEqual({
    ...{ name: '[Student 1].png', type: 'image/png', bytes: [1, 2, 3], lost: [] },
  });
  expect(drawn).toEqual([{ box: { left: -3, top: -3, right: 103, bottom: 23 }, label: '[Student 1]' }]);
});

test('there is no copy where a swapped name can still be read in it', async () => {
  const { tool } = toolOf('Maya was late.', '[Student 1] was late. Maya');
  const opened = await openFile(PNG, 'a.png', {}, tool);
  const swaps = [{ span: { start: 2, end: 6 }, surrogate: '[Student 1]' }];
  await expect(opened.rewrite(swaps)).rejects.toMatchObject({ code: 'damaged' });
});

test('a picture without words is its name alone', async () => {
  const { tool } = toolOf('|', '|');
  expect(await openFile(PNG, 'a.png', {}, tool)).toMatchObject({ text: 'a\n', words: [] });
});

test('words are dark on white, whatever the ground', () => {
  // Black on white to the left, white on blue to the right: one word of four pixels in the middle of each.
  const width = 128;
  const gray = new Uint8Array(width * 64);
  for (let i = 0; i < gray.length; i++) {
    const x = i % width;
    const isWord = Math.floor(i / width) === 32 && x % 64 >= 30 && x % 64 < 34;
    gray[i] = x < 64 ? (isWord ? 0 : 255) : isWord ? 255 : 80;
  }
  const out = evenedOut(gray, width, 64);
  const row = [...out.subarray(32 * width, 33 * width)];
  expect([row[31], row[95]]).toEqual([0, 0]);
  expect([row[5], row[50], row[80], row[125]]).toEqual([255, 255, 255, 255]);
  expect(out.filter((shade) => shade === 0).length).toBe(8);
});

/** Bytes by their parts: letters, or numbers as they stand. */
const bytesOf = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((one) => one.charCodeAt(0)))),
  );
const HUGE_PNG = bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30);
const GIF_PART = '\x21\xf9\x04\0\0\0\0\0\x2c';

test.each([
  ['a PNG', HUGE_PNG, 900_000_000, false],
  ['a PNG that moves', bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03 acTL IDAT'), 6, true],
  ['a GIF', bytesOf('GIF89a\x02\0\x03\0', GIF_PART), 6, false],
  ['a GIF that moves', bytesOf('GIF89a\x02\0\x03\0', GIF_PART, 'x', GIF_PART), 6, true],
  ['a WebP that moves', bytesOf('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0', 0xff, 0, 0, 1, 0, 0), 512, true],
  ['a BMP from the top down', bytesOf('BM', '\0'.repeat(16), 2, 0, 0, 0, 0xfd, 0xff, 0xff, 0xff), 6, false],
  ['a JPEG', bytesOf('\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x11\x08\0\x03\0\x02'), 6, false],
  ['half of one', bytesOf('\xff\xd8\xff\xe0\0\x04'), 0, false],
])('the head of %s', (_name, bytes, pixels, moves) => {
  expect(pictureHead(bytes)).toEqual({ pixels, moves });
});

test('a picture that would fill the memory, or that moves, is not shown to the engine', async () => {
  const { tool } = toolOf('Maya', 'Maya');
  await expect(openFile(HUGE_PNG, 'a.png', {}, tool)).rejects.toMatchObject({ code: 'too-large' });
  const gif = bytesOf('GIF89a\x02\0\x03\0', GIF_PART, GIF_PART);
  await expect(openFile(gif, 'a.gif', {}, tool)).rejects.toMatchObject({ code: 'unknown-kind' });
});
