/** The command line with files of all kinds that are read: docs/design.md, "Command line". */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makePdf, words } from '../files/make-pdf.ts';
import { docx, entryOf, paragraph } from '../files/packages.ts';
import { ownFolder, run } from './command-line.ts';

const { path, file } = ownFolder();
const aliasesIn = (name: string) => JSON.parse(readFileSync(path(name), 'utf8'));
const sum = (text: string) => createHash('sha256').update(text).digest('hex');

const PAGE =
  '<!DOCTYPE html><meta charset="utf-8"><img alt="" src="data:image/png;base64,AA"><p>My student Mar&iacute;a <b>Lo</b>pez (ID 204418) was absent.</p>';

describe('scan', () => {
  test('tells a kind by content, and offsets are of what is read', () => {
    const { exit, out, err } = run(['scan', '--format', 'json', file('María Lopez', PAGE)]);
    expect([exit, err]).toEqual([0, 'not read: picture (1)\n']);
    const { findings, kind, parts, unread } = JSON.parse(out);
    expect({ kind, unread }).toEqual({ kind: 'html', unread: [{ what: 'picture', times: 1 }] });
    expect(parts.map((part: { kind: string }) => part.kind)).toEqual(['file-name', 'body']);
    const names = findings.filter((f: { category: string }) => f.category === 'person-name');
    expect(names).toMatchObject([
      { start: 0, end: 11, text: 'María Lopez' },
      { start: 23, end: 34, text: 'María Lopez' },
    ]);
  }, 30_000);

  test('a plain text says nothing of its kind', () => {
    const { out } = run(['scan', '--format', 'json', file('Maya Lopez.csv', 'Name,ID\nMaya Lopez,204418\n')]);
    expect(Object.keys(JSON.parse(out))).toEqual(['findings', 'advice', 'languageUnsure']);
    expect(JSON.parse(out).findings.find((f: { text: string }) => f.text === 'Maya Lopez').start).toBe(8);
  }, 30_000);
});

describe('redact --output', () => {
  test('a page: the copy is a page, and comes back by its labels', () => {
    const source = file('page.html', PAGE);
    const args = ['--output', path('page.out'), '--aliases', path('page.json')];
    expect(run(['redact', source, ...args])).toMatchObject({
      ...{ exit: 0, out: '', err: 'not read: picture (1)\n' },
    });
    const copy = readFileSync(path('page.out'), 'utf8');
    expect(copy).toBe(
      PAGE.replace('Mar&iacute;a <b>Lo</b>pez', '[Student 1]<b></b>').replace('204418', '[ID 1]'),
    );
    const { mentions, sha256 } = aliasesIn('page.json');
    const text = 'My student [Student 1] (ID [ID 1]) was absent.\n';
    expect(sha256).toBe(sum(text));
    expect(mentions).toEqual([
      { start: 11, end: 22, original: 'María Lopez' },
      { start: 27, end: 33, original: '204418' },
    ]);
    expect(run(['restore', path('page.out'), '--aliases', path('page.json')]).out).toBe(
      copy.replace('[Student 1]', 'María Lopez').replace('[ID 1]', '204418'),
    );
  }, 30_000);

  test('a table in its encoding, quoted where it must be, exact to the byte when it comes back', () => {
    const table = '\uFEFFName;Note\r\n"Maya Lopez";"says ""hi"""\r\n';
    const source = file('table.csv', Buffer.from(table, 'utf16le'));
    expect(
      run(['redact', source, '--output', path('table.out'), '--aliases', path('table.json')]),
    ).toMatchObject({
      ...{ exit: 0, out: '', err: '' },
    });
    const copy = readFileSync(path('table.out'));
    expect(copy.toString('utf16le')).toBe(table.replace('Maya Lopez', '[Student 1]'));
    expect(run(['restore', path('table.out'), '--aliases', path('table.json')]).out).toBe(table.slice(1));
  }, 30_000);

  test('a PDF becomes a text at exactly that path', () => {
    const pdf = makePdf({
      pages: [words(50, 700, 'My student Maya Lopez was absent on Monday.')],
      info: '/Title(On Maya Lopez)',
    });
    const args = ['--output', path('copy.pdf'), '--aliases', path('pdf.json')];
    expect(run(['redact', file('letter.pdf', pdf), ...args]).exit).toBe(0);
    const copy = readFileSync(path('copy.pdf'), 'utf8');
    expect(copy).toBe('My student [Student 1] was absent on Monday.\n');
    const { mentions, sha256 } = aliasesIn('pdf.json');
    expect(sha256).toBe(sum(copy));
    expect(mentions).toEqual([{ start: 11, end: 22, original: 'Maya Lopez' }]);
    const restored = run(['restore', path('copy.pdf'), '--aliases', path('pdf.json')]);
    expect(restored.out).toBe('My student Maya Lopez was absent on Monday.\n');
  }, 30_000);

  test('standard input is a plain text', () => {
    const args = ['redact', '-', '--output', path('input.out'), '--aliases', path('input.json')];
    const { exit, out } = run(args, '{\\rtf1 \u{1f600} maya@example.org');
    expect([exit, out]).toEqual([0, '']);
    expect(readFileSync(path('input.out'), 'utf8')).toBe('{\\rtf1 \u{1f600} [Email 1]');
  }, 30_000);

  test('no file is written over another one', () => {
    const draft = file('draft.html', PAGE);
    expect(run(['redact', draft, '--output', draft, '--aliases', path('x.json')]).exit).toBe(2);
    expect(run(['redact', draft, '--output', path('x.json'), '--aliases', path('x.json')]).exit).toBe(2);
    expect(readFileSync(draft, 'utf8')).toBe(PAGE);
  }, 30_000);
});

describe('restore --output', () => {
  const note = paragraph('My student Maya Lopez was absent. ', 'Her ID is 204418.');
  const back = (source: string, out: string) =>
    run(['restore', source, '--aliases', path('note.json'), '--output', path(out)]);

  test('the copy of a Word file comes back as it was, and one that the AI has changed by its labels', () => {
    const source = file('note.docx', docx(note));
    const args = ['--output', path('note.out'), '--aliases', path('note.json')];
    expect(run(['redact', source, ...args]).exit).toBe(0);
    expect(entryOf(readFileSync(path('note.out')), 'word/document.xml')).toContain(
      'My student [Student 1] was',
    );
    expect(back(path('note.out'), 'note.docx')).toMatchObject({ exit: 0, out: '', err: '' });
    const document = (name: string) => entryOf(readFileSync(path(name)), 'word/document.xml');
    expect(document('note.docx')).toBe(entryOf(docx(note), 'word/document.xml'));

    const answer = file('answer.docx', docx(paragraph('**Student 1**, [Student 9] and ', '[ID 1]')));
    expect(back(answer, 'named.docx')).toMatchObject({ exit: 0, out: '', err: 'not known: [Student 9]\n' });
    expect(document('named.docx')).toContain(paragraph('**Maya Lopez**, [Student 9] and ', '204418'));
  }, 30_000);

  test('a text keeps its encoding; no file is written over another one', () => {
    const answer = file('answer.csv', Buffer.from('\uFEFFname;n\r\n[Student 1];2\r\n', 'utf16le'));
    expect(back(answer, 'named.csv').exit).toBe(0);
    expect(readFileSync(path('named.csv')).toString('utf16le')).toBe('\uFEFFname;n\r\nMaya Lopez;2\r\n');
    expect(run(['restore', answer, '--aliases', path('note.json'), '--output', answer]).exit).toBe(2);
    expect(back(file('old.doc', 'PK\x05\x06'.padEnd(22, '\0')), 'none.doc').exit).toBe(2);
    expect(() => readFileSync(path('none.doc'))).toThrow();
  }, 30_000);
});

test.each<[string, Uint8Array | string, string]>([
  [
    'an archive',
    Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1'),
    'files of this kind are not read or written',
  ],
  ['a broken PDF', '%PDF-1.7 Maya Lopez', 'the file is damaged'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'files of this kind are not read or written'],
])(
  '%s: one line, exit 2, and nothing is written',
  (_what, content, line) => {
    const args = ['--output', path('none.out'), '--aliases', path('none.json')];
    const { exit, out, err } = run(['redact', file('Maya Lopez.docx', content), ...args]);
    expect([exit, out]).toEqual([2, '']);
    expect(err.replace(/^not read: .*\n/, '')).toBe(`chalkline: ${line}\n`);
    expect(() => readFileSync(path('none.out'))).toThrow();
    expect(() => readFileSync(path('none.json'))).toThrow();
  },
  30_000,
);
