import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FileProblem } from '../../lib/files/file.ts';
import { kindOf } from '../../lib/files/kind.ts';
import { bytesOf, latin } from './rewriting.ts';

const zip = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])), { level: 0 });
const openDocument = (type: string, level: 0 | 9 = 0) =>
  zipSync(
    {
      mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level }],
      'content.xml': strToU8('x'),
    },
    { level: 9 },
  );
const CONTENT = '[Content_Types].xml';
const kind = (bytes: Uint8Array, name: string) => {
  try {
    return kindOf(bytes, name);
  } catch (error) {
    return error instanceof FileProblem ? error.code : error;
  }
};

describe('by content, whatever the name says', () => {
  test.each<[string, Uint8Array, string]>([
    ['pdf', bytesOf('%PDF-1.7\n'), 'a.docx'],
    ['pdf', latin('\x00\xff\x80junk\n%PDF-1.4\n'), 'a'],
    ['rtf', bytesOf('{\\rtf1 x}'), 'a.doc'],
    ['rtf', bytesOf('\n{\\rtf1 x}'), 'a.txt'],
    ['docx', zip(CONTENT, 'word/document.xml'), 'a.zip'],
    ['docx', zip(CONTENT, 'word/document2.xml'), 'a'],
    ['pptx', zip(CONTENT, 'ppt/presentation.xml'), 'a.txt'],
    ['xlsx', zip('docProps/app.xml', 'xl/workbook.xml', CONTENT), 'a.csv'],
    ['odt', openDocument('text'), 'a'],
    ['odt', openDocument('text-template'), 'a'],
    ['ods', openDocument('spreadsheet'), 'a.odt'],
    ['ods', openDocument('spreadsheet', 9), 'a.ods'],
    ['image', latin('\x89PNG\r\n\x1a\n....'), 'a.txt'],
    ['image', latin('\xff\xd8\xff\xe0'), 'a'],
    ['image', latin('GIF89a'), 'a'],
    ['image', latin('RIFF\x01\x00\x00\x00WEBPVP8 '), 'a'],
    ['image', latin('\0\0\0\x18ftypheic\0\0\0\0'), 'a'],
    ['image', latin('BM\x46\x10\0\0\0\0\0\0\x36'), 'a'],
    ['image', latin('MM\0*\0\0\0\x08'), 'a'],
  ])('%s', (expected, bytes, name) => {
    expect(kind(bytes, name)).toBe(expected);
  });
});

describe('what is not read', () => {
  test.each<[string, Uint8Array, string]>([
    ['an archive', zip('roster.docx', 'b.txt'), 'unknown-kind'],
    ['an empty archive', zip(), 'unknown-kind'],
    ['a binary workbook', zip(CONTENT, 'xl/workbook.bin'), 'unknown-kind'],
    ['slides of OpenDocument', openDocument('presentation'), 'unknown-kind'],
    ['an archive that was cut', zip(CONTENT, 'word/document.xml').subarray(0, 60), 'damaged'],
    ['gz', latin('\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b\0\xff\xfe'), 'unknown-kind'],
    ['7z', latin("7z\xbc\xaf'\x1c\0\x04\xff\xff\0"), 'unknown-kind'],
    ['rar', latin('Rar!\x1a\x07\x01\0\xff\xff'), 'unknown-kind'],
    ['an old document', latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(500)}`), 'unknown-kind'],
    [
      'a document under a password',
      latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(99)}${[...'EncryptedPackage'].join('\0')}\0`),
      'password',
    ],
    ['ISO-2022-JP', Buffer.from('\x1b$B;3ED\x1b(B', 'latin1'), 'unknown-kind'],
    ['UTF-16 without a mark', Buffer.from('Maya Lopez is here.', 'utf16le'), 'unknown-kind'],
    ['a sound', latin('ID3\x03\0\0\0\0\0\x21\xff\xfb\x90\x44\0\0'), 'unknown-kind'],
  ])('%s', (_what, bytes, expected) => {
    expect(kind(bytes, 'a.txt')).toBe(expected);
  });
});

const MAIL = 'From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n\r\nHi';
const CALENDAR = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
const PAGE = '<!-- <a> --> <!-- b -->\n<!DOCTYPE html><p>x';
describe('between kinds of text the name decides, where the text fits it', () => {
  test.each<[string, string, string]>([
    ['txt', 'a,b\n1,2', ''],
    ['csv', 'a,b\n1,2', 'A.CSV'],
    ['tsv', 'a\tb', 'a.tsv'],
    ['md', '# a', 'a.md'],
    ['txt', '# a', 'a.py'],
    ['json', ' {"a": 1} ', 'a.json'],
    ['json', '[1]', 'a'],
    ['txt', '[1]', 'a.txt'],
    ['txt', '[1', 'a.json'],
    ['txt', '[Student 1] is here', 'a'],
    ['txt', '{"id": 1}\n{"id": 2}', 'a.jsonl'],
    ['html', PAGE, 'a'],
    ['html', '<?xml version="1.0"?><html xmlns="x">', 'a'],
    ['html', '<b>x</b>', 'a.html'],
    ['txt', 'x < y', 'a.html'],
    ['txt', '<b>x</b>', 'a'],
    ['txt', PAGE, 'a.txt'],
    ['ics', CALENDAR, 'a'],
    ['txt', 'x', 'a.ics'],
    ['eml', MAIL, ''],
    ['eml', 'From: a@example.org\n\nHi', 'a.eml'],
    ['txt', 'Dear Ana: hello', 'a.eml'],
    ['txt', 'From: Ana\nTo: Bo\nSubject: trip\n\nX-ray: no', 'a'],
    ['txt', MAIL, 'mail.txt'],
    ['txt', '', 'a.docx'],
    ['csv', '', 'a.csv'],
    ['txt', 'a PDF begins with %PDF-1.7', 'a'],
    ['txt', 'PK is a name', 'a'],
    ['txt', 'BMW', 'a'],
  ])('%s: %j as %j', (expected, text, name) => {
    expect(kind(bytesOf(text), name)).toBe(expected);
  });

  test('in any encoding', () => {
    expect(kind(Buffer.from('\uFEFF[1]', 'utf16le'), 'a')).toBe('json');
    expect(kind(Buffer.from('\uFEFF[1]', 'utf8'), 'a')).toBe('json');
    expect(kind(latin('Se\xf1ora Mu\xf1oz'), 'a')).toBe('txt');
  });

  test('brackets in brackets, deeper than anybody writes them', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(kind(bytesOf(deep), 'a.json')).toBe('txt');
  });
});
