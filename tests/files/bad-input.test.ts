import { describe, expect, test } from 'vitest';
import { FileProblem } from '../../lib/files/file.ts';
import { openOffice } from '../../lib/files/office/office.ts';
import { docx, packed, paragraph, relations, swapsOf, unpacked, xlsx } from './packages.ts';

async function problemOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof FileProblem) return error.code;
    throw error;
  }
  return 'none';
}
const open = (bytes: Uint8Array) => openOffice(bytes, 'a.docx');
const compound = (...streams: string[]) =>
  Uint8Array.from([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...new Uint8Array(2000),
    ...streams.flatMap((name) => Array.from(name, (c) => [c.charCodeAt(0), 0]).flat()),
  ]);
const withDocument = (xml: string) => docx('', { 'word/document.xml': xml });
const odf = (type: string, content: string, entries = '') =>
  packed({
    mimetype: type,
    'content.xml': content,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/>${entries}</manifest:manifest>`,
  });
const TEXT = 'application/vnd.oasis.opendocument.text';

describe('a file that cannot be read says why', () => {
  const BOMB = `<!DOCTYPE w [<!ENTITY a "Maya">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`;
  test.each<[string, string, () => Uint8Array]>([
    ['encrypted by Word', 'password', () => compound('EncryptionInfo', 'EncryptedPackage')],
    ['of Word before 2007', 'unknown-kind', () => compound('WordDocument')],
    [
      'encrypted by LibreOffice',
      'password',
      () =>
        odf(
          TEXT,
          'x',
          '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>',
        ),
    ],
    [
      'a presentation of LibreOffice',
      'unknown-kind',
      () => odf('application/vnd.oasis.opendocument.presentation', '<a/>'),
    ],
    ['a zip of something else', 'unknown-kind', () => packed({ 'a.txt': 'Maya Reyes' })],
    [
      'a binary workbook',
      'unknown-kind',
      () =>
        packed({
          '[Content_Types].xml':
            '<Types><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
          '_rels/.rels': relations(['officeDocument', 'xl/workbook.bin']),
          'xl/workbook.bin': 'x',
        }),
    ],
    ['cut off', 'damaged', () => docx(paragraph('Maya')).subarray(0, 300)],
    ['without a main part', 'damaged', () => packed({ '[Content_Types].xml': '<Types/>' })],
    [
      'with a main part that is not there',
      'damaged',
      () =>
        packed({
          '[Content_Types].xml': '<Types/>',
          '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
        }),
    ],
    ['whose XML is cut off', 'damaged', () => withDocument('<w:document><w:body><w:p><w:r><w:t>Maya')],
    [
      'whose XML is not in its encoding',
      'damaged',
      () => docx('', { 'word/document.xml': Uint8Array.from([0x3c, 0x61, 0x3e, 0xff]) }),
    ],
    [
      'whose XML makes entities of entities',
      'damaged',
      () => withDocument(`${BOMB}<w:document>&j;</w:document>`),
    ],
    [
      'whose XML takes an entity from elsewhere',
      'damaged',
      () =>
        withDocument('<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>'),
    ],
    [
      'whose XML is deeper than any',
      'damaged',
      () => withDocument('<a>'.repeat(100_000) + '</a>'.repeat(100_000)),
    ],
    [
      'that unpacks to far more',
      'too-large',
      () => withDocument(`<w:document>${' '.repeat(6_000_000)}</w:document>`),
    ],
  ])('%s', async (_name, code, make) => {
    expect(await problemOf(open(make()))).toBe(code);
  });

  test('an error carries no word of the file', async () => {
    const error = await open(withDocument('<w:t>Maya Reyes')).catch((reason: unknown) => reason);
    expect(String(error)).not.toContain('Maya');
  });
});

test('a document type without entities is read', async () => {
  const file = await open(
    withDocument(`<!DOCTYPE w SYSTEM "w.dtd"><w:document><w:body>${paragraph('Maya')}</w:body></w:document>`),
  );
  expect(file.text).toContain('Maya');
});

describe('cancelled', () => {
  const rows = Array.from(
    { length: 3000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`,
  ).join('');

  test('before it begins', async () => {
    const signal = AbortSignal.abort();
    expect(await problemOf(openOffice(docx(paragraph('a')), 'a.docx', { signal }))).toBe('cancelled');
  });

  test('between parts', async () => {
    const stop = new AbortController();
    const bytes = xlsx({ One: rows, Two: rows }, []);
    const progress = (share: number) => share > 0 && stop.abort();
    expect(await problemOf(openOffice(bytes, 'a.xlsx', { progress, signal: stop.signal }))).toBe('cancelled');
  });

  test('while the copy is made', async () => {
    const file = await open(docx(paragraph('Maya')));
    const stop = new AbortController();
    const progress = () => stop.abort();
    const work = file.rewrite(swapsOf(file.text, { Maya: '[S]' }), { progress, signal: stop.signal });
    expect(await problemOf(work)).toBe('cancelled');
  });
});

test('progress rises to the end', async () => {
  const shares: number[] = [];
  const bytes = docx(paragraph('Maya'), { 'word/header1.xml': `<w:hdr>${paragraph('b')}</w:hdr>` });
  const file = await openOffice(bytes, 'a.docx', { progress: (share) => shares.push(share) });
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeGreaterThan(0.9);
  shares.length = 0;
  await file.rewrite([], { progress: (share) => shares.push(share) });
  expect(shares.at(-1)).toBe(1);
});

test('what is not changed goes back as it came, to the bit of its packing', async () => {
  const picture = Uint8Array.from({ length: 5000 }, (_, i) => (i * i) % 251);
  const bytes = docx(paragraph('Maya'), { 'word/media/image1.png': picture });
  const file = await open(bytes);
  const copy = await file.rewrite(swapsOf(file.text, { Maya: '[S]' }));
  expect(unpacked(copy.bytes).get('word/media/image1.png')).toEqual(picture);
  expect([...unpacked(copy.bytes).keys()]).toEqual([...unpacked(bytes).keys()]);
});
