import { strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FileProblem } from '../../lib/files/file.ts';
import { openZip, packZip, UNPACKED_MAX, unpack, withBytes } from '../../lib/files/zip.ts';

const bytesOf = (text: string) => strToU8(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const problemOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof FileProblem) return error.code;
    throw error;
  }
  return 'none';
};
const budget = () => ({ left: UNPACKED_MAX });
/** Where a header of the list begins. */
const central = (bytes: Uint8Array) => bytes.findIndex((_, i) => i > 0 && hasMark(bytes, i, 0x02014b50));
const end = (bytes: Uint8Array) => bytes.findIndex((_, i) => hasMark(bytes, i, 0x06054b50));
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const hasMark = (bytes: Uint8Array, at: number, mark: number) =>
  at + 4 <= bytes.length && viewOf(bytes).getUint32(at, true) === mark;

const LONG = 'one two three '.repeat(500);
const sample = () =>
  zipSync({ mimetype: [bytesOf('a/b'), { level: 0 }], 'a/b.xml': bytesOf(LONG), 'c é.txt': bytesOf('c') });

describe('a zip archive', () => {
  test('is read entry by entry, in its order', () => {
    const entries = openZip(sample());
    expect(entries.map(({ path, method }) => [path, method])).toEqual([
      ['mimetype', 0],
      ['a/b.xml', 8],
      ['c é.txt', 8],
    ]);
    expect(entries.map((entry) => textOf(unpack(entry, budget())))).toEqual(['a/b', LONG, 'c']);
  });

  test('goes back with the same entries, and one of them changed', () => {
    const entries = openZip(sample());
    const bytes = packZip(
      entries.map((one) => (one.path === 'a/b.xml' ? withBytes(one, bytesOf('new')) : one)),
    );
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['mimetype', 'a/b.xml', 'c é.txt']);
    expect(Object.values(files).map(textOf)).toEqual(['a/b', 'new', 'c']);
    const again = openZip(bytes);
    expect(again.map(({ packed }) => packed).filter((_, i) => i !== 1)).toEqual([
      entries[0]!.packed,
      entries[2]!.packed,
    ]);
    // Where the programs that tell files by their first bytes look for it.
    expect(textOf(bytes.subarray(30, 41))).toBe('mimetypea/b');
  });

  test('is read where sizes stand behind the data, as programs write that stream', () => {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((_error, piece) => pieces.push(piece));
    const file = new ZipDeflate('a.xml');
    zip.add(file);
    file.push(bytesOf(LONG), true);
    zip.end();
    const bytes = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
    expect(openZip(bytes).map((entry) => textOf(unpack(entry, budget())))).toEqual([LONG]);
  });

  test('is read where sizes stand in an extra field, as of large archives', () => {
    const plain = zipSync({ 'a.xml': bytesOf(LONG) });
    const at = central(plain);
    const { size, packed } = openZip(plain)[0]!;
    const extra = new DataView(new ArrayBuffer(20));
    extra.setUint16(0, 1, true);
    extra.setUint16(2, 16, true);
    extra.setBigUint64(4, BigInt(size), true);
    extra.setBigUint64(12, BigInt(packed.length), true);
    const name = plain.subarray(at + 46, at + 51);
    const bytes = Uint8Array.from([
      ...plain.subarray(0, at + 46),
      ...name,
      ...new Uint8Array(extra.buffer),
      ...plain.subarray(at + 51),
    ]);
    viewOf(bytes).setUint32(at + 20, 0xffffffff, true);
    viewOf(bytes).setUint32(at + 24, 0xffffffff, true);
    viewOf(bytes).setUint16(at + 30, 20, true);
    expect(openZip(bytes).map((entry) => textOf(unpack(entry, budget())))).toEqual([LONG]);
  });
});

describe('a bad archive', () => {
  const change = (edit: (view: DataView, bytes: Uint8Array) => void) => {
    const bytes = sample();
    edit(viewOf(bytes), bytes);
    return bytes;
  };
  const all = (bytes: Uint8Array) => openZip(bytes).map((entry) => unpack(entry, budget()));

  test.each<[string, string, () => Uint8Array]>([
    ['nothing', 'damaged', () => new Uint8Array()],
    ['text', 'damaged', () => bytesOf('Student,ID\nMaya Reyes,1002345\n'.repeat(9))],
    ['its first half', 'damaged', () => sample().subarray(0, 200)],
    ['all but its last byte', 'damaged', () => sample().subarray(0, -1)],
    [
      'a claim of 2 GB',
      'damaged',
      () => change((view, bytes) => view.setUint32(central(bytes) + 24, 2 ** 31, true)),
    ],
    [
      'a size that is too small',
      'damaged',
      () => change((view, bytes) => view.setUint32(central(bytes) + 24, 1, true)),
    ],
    [
      'a packed size beyond the end',
      'damaged',
      () => change((view, bytes) => view.setUint32(central(bytes) + 20, 9e8, true)),
    ],
    ['another name before the data', 'damaged', () => change((_, bytes) => bytes.set([0x41], 30))],
    [
      'a checksum of something else',
      'damaged',
      () => change((view, bytes) => view.setUint32(central(bytes) + 16, 1, true)),
    ],
    [
      'more entries than it lists',
      'damaged',
      () => change((view, bytes) => view.setUint16(end(bytes) + 10, 9, true)),
    ],
    [
      'an encrypted entry',
      'password',
      () => change((view, bytes) => view.setUint16(central(bytes) + 8, 1, true)),
    ],
    [
      'an unknown way of packing',
      'damaged',
      () => change((view, bytes) => view.setUint16(central(bytes) + 10, 12, true)),
    ],
    ['a name that leads out', 'damaged', () => zipSync({ 'a/../../b.xml': bytesOf('b') })],
    ['a name that leads out, in the way of Windows', 'damaged', () => zipSync({ '..\\b.xml': bytesOf('b') })],
    [
      'the same name in two cases',
      'damaged',
      () => zipSync({ 'a.xml': bytesOf('a'), 'A.xml': bytesOf('b') }),
    ],
    ['a bomb', 'too-large', () => zipSync({ 'a.xml': new Uint8Array(6_000_000) })],
  ])('%s', (_name, code, make) => {
    expect(problemOf(() => all(make()))).toBe(code);
  });

  test('two entries in the same bytes', () => {
    const bytes = sample();
    const view = viewOf(bytes);
    const first = central(bytes);
    const second = first + 46 + view.getUint16(first + 28, true);
    // The second entry, under the name of the first.
    const twin = Uint8Array.from([
      ...bytes.subarray(0, second),
      ...bytes.subarray(first, second),
      ...bytes.subarray(end(bytes)),
    ]);
    const at = end(twin);
    viewOf(twin).setUint16(at + 10, 2, true);
    viewOf(twin).setUint16(at + 8, 2, true);
    expect(problemOf(() => openZip(twin))).toBe('damaged');
  });

  test('more entries than any Office file has', () => {
    const files = Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`${i}`, new Uint8Array()]));
    expect(problemOf(() => openZip(zipSync(files, { level: 0 })))).toBe('too-large');
  });

  test('entries that are small one by one', () => {
    const entries = openZip(zipSync({ 'a.xml': bytesOf(LONG), 'b.xml': bytesOf(LONG) }));
    const small = { left: LONG.length + 10 };
    expect(textOf(unpack(entries[0]!, small))).toBe(LONG);
    expect(problemOf(() => unpack(entries[1]!, small))).toBe('too-large');
  });
});
