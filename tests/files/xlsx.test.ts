import { describe, expect, test } from 'vitest';
import type { OpenedFile, RewrittenFile } from '../../lib/files/file.ts';
import { openXlsx } from '../../lib/files/office/xlsx.ts';
import { entryOf, packed, relations, swapped, swapsOf, textOf, unpacked, xlsx } from './packages.ts';

const open = (bytes: Uint8Array) => openXlsx(bytes, 'a.xlsx');
const sheetOf = (copy: RewrittenFile, n = 1) =>
  entryOf(copy.bytes, `xl/worksheets/sheet${n}.xml`).replace(/^.*<sheetData>|<\/sheetData>.*$/gs, '');
const stringsOf = (copy: RewrittenFile) =>
  entryOf(copy.bytes, 'xl/sharedStrings.xml').replace(/^<sst[^>]*>|<\/sst>$/g, '');
const row = (n: number, ...cells: string[]) => `<row r="${n}">${cells.join('')}</row>`;
const shared = (at: string, i: number) => `<c r="${at}" t="s"><v>${i}</v></c>`;
const number = (at: string, value: number, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const textCell = (at: string, text: string, style = '') =>
  `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
/** One mention of a word, counted from 0. */
const mention = (file: OpenedFile, word: string, n: number) => swapsOf(file.text, { [word]: '[S]' })[n]!;

describe('the text of an Excel file', () => {
  test.each<[string, string, string]>([
    ['cells of a row', row(1, inline('A1', 'a'), number('B1', 7), inline('C1', 'b')), 'a\t7\tb\n'],
    ['a gap of columns', row(1, inline('B1', 'a'), inline('E1', 'b')), '\ta\t\t\tb\n'],
    ['a gap of rows', row(1, inline('A1', 'a')) + row(900, inline('A900', 'b')), 'a\n\nb\n'],
    [
      'empty rows and cells',
      `${row(1, inline('A1', 'a'))}${row(2, '<c r="A2" s="1"/>')}${row(3, inline('A3', 'b'))}`,
      'a\n\nb\n',
    ],
    [
      'cells that do not say where they are',
      '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row>',
      'a\t1\n',
    ],
    ['a line end in a cell', row(1, inline('A1', 'a\nb'), inline('B1', 'c')), 'a b\tc\n'],
    [
      'how a name is spoken',
      row(1, '<c r="A1" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is></c>'),
      'a\n',
    ],
    ['a date', row(1, number('A1', 40982, 1)), '3/14/2012\n'],
    ['a formula', row(1, '<c r="A1" t="str"><f>B1</f><v>a</v></c>'), 'a\n'],
    [
      'true, and a mistake',
      row(1, '<c r="A1" t="b"><v>1</v></c>', '<c r="B1" t="e"><v>#REF!</v></c>'),
      'TRUE\t#REF!\n',
    ],
  ])('%s', async (_name, rows, expected) => {
    expect(textOf(await open(xlsx({ One: rows })), 'sheet')).toBe(`One\n${expected}`);
  });

  test('days that count from 1904', async () => {
    const bytes = xlsx({ One: row(1, number('A1', 39520, 1)) });
    const main = entryOf(bytes, 'xl/workbook.xml').replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    const file = await open(xlsx({ One: row(1, number('A1', 39520, 1)) }, [], { 'xl/workbook.xml': main }));
    expect(textOf(file, 'sheet')).toBe('One\n3/14/2012\n');
  });
});

describe('shared strings of a swapped Excel file', () => {
  const rows = row(1, shared('A1', 0), shared('B1', 1)) + row(2, shared('A2', 0));

  test('where all its cells are swapped, the string is', async () => {
    const copy = await swapped(await open(xlsx({ One: rows }, ['Maya', 'b'])), { Maya: '[S]' });
    expect(sheetOf(copy)).toBe(rows);
    expect(stringsOf(copy)).toBe('<si><t>[S]</t></si><si><t>b</t></si>');
  });

  test('where one cell is swapped, the other keeps its string', async () => {
    const file = await open(xlsx({ One: rows }, ['Maya', 'b']));
    const copy = await file.rewrite([mention(file, 'Maya', 1)]);
    expect(stringsOf(copy)).toBe('<si><t>Maya</t></si><si><t>b</t></si><si><t>[S]</t></si>');
    expect(sheetOf(copy)).toBe(row(1, shared('A1', 0), shared('B1', 1)) + row(2, shared('A2', 2)));
    expect(entryOf(copy.bytes, 'xl/sharedStrings.xml')).toContain('uniqueCount="3"');
  });

  test('where cells are swapped in two ways, none is left with the old string', async () => {
    const file = await open(xlsx({ One: rows }, ['Maya', 'b']));
    const copy = await file.rewrite([
      mention(file, 'Maya', 0),
      { ...mention(file, 'Maya', 1), surrogate: '[T]' },
    ]);
    expect(stringsOf(copy)).toBe('<si><t>[S]</t></si><si><t>b</t></si><si><t>[T]</t></si>');
    expect(textOf(await open(copy.bytes), 'sheet')).toBe('One\n[S]\tb\n[T]\n');
  });

  test('looks within a string stay', async () => {
    const rich =
      '<r><t xml:space="preserve">Ma</t></r><r><rPr><b/></rPr><t>ya ran</t></r><phoneticPr fontId="1"/>';
    const strings = `<sst xmlns="s"><si>${rich}</si></sst>`;
    const file = await open(xlsx({ One: row(1, shared('A1', 0)) }, [], { 'xl/sharedStrings.xml': strings }));
    const copy = await swapped(file, { Maya: '[S]' });
    expect(stringsOf(copy)).toBe(
      `<si>${rich.replace('>Ma<', '>[S]<').replace('<t>ya ran', '<t xml:space="preserve"> ran')}</si>`,
    );
  });

  test('a string that no cell shows is read and swapped', async () => {
    const file = await open(xlsx({ One: row(1, shared('A1', 1)) }, ['Maya Reyes', 'b']));
    expect(textOf(file, 'properties')).toBe('Maya Reyes\n');
    expect(stringsOf(await swapped(file, { 'Maya Reyes': '[S]' }))).toBe(
      '<si><t>[S]</t></si><si><t>b</t></si>',
    );
  });
});

describe('cells of a swapped Excel file', () => {
  const swapRows = async (rows: string, labels: Record<string, string>) =>
    sheetOf(await swapped(await open(xlsx({ One: rows })), labels));

  test('a number and a date become text and keep their looks', async () => {
    const rows = row(1, number('A1', 1002345), number('B1', 40982, 1), number('C1', 7));
    expect(await swapRows(rows, { '1002345': '[ID 1]', '3/14/2012': '[Date 1]' })).toBe(
      row(1, textCell('A1', '[ID 1]', ' s="0"'), textCell('B1', '[Date 1]', ' s="1"'), number('C1', 7)),
    );
  });

  test('the result of a formula becomes text; what counts on the same formula keeps its value', async () => {
    const rows =
      row(1, '<c r="A1" t="str"><f t="shared" ref="A1:A2" si="0">B1</f><v>Maya</v></c>') +
      row(2, '<c r="A2" t="str"><f t="shared" si="0"/><v>Wen</v></c>') +
      row(3, '<c r="A3"><f>1+1</f><v>2</v></c>');
    expect(await swapRows(rows, { Maya: '[S]' })).toBe(
      row(1, textCell('A1', '[S]')) +
        row(2, '<c r="A2" t="str"><v>Wen</v></c>') +
        row(3, '<c r="A3"><f>1+1</f><v>2</v></c>'),
    );
  });

  test('a formula with the name in it keeps counting', async () => {
    const rows = row(1, '<c r="A1"><f>COUNTIF(B:B,"Maya &amp; Co")</f><v>2</v></c>');
    expect(await swapRows(rows, { Maya: '[S]' })).toBe(rows.replace('Maya', '[S]'));
  });

  test('a span over cells: in the first, and out of the others', async () => {
    const rows = row(1, inline('A1', 'Reyes'), inline('B1', 'Maya'), inline('C1', 'x'));
    const file = await open(xlsx({ One: rows }));
    const start = file.text.indexOf('Reyes');
    const copy = await file.rewrite([
      { span: { start, end: start + 'Reyes\tMaya'.length }, surrogate: '[S]' },
    ]);
    expect(textOf(await open(copy.bytes), 'sheet')).toBe('One\n[S]\t\tx\n');
  });

  test('other prefixes', async () => {
    const sheet =
      '<x:worksheet xmlns:x="s"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1002345</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const file = await open(xlsx({ One: '' }, [], { 'xl/worksheets/sheet1.xml': sheet }));
    const copy = await swapped(file, { '1002345': '[ID 1]' });
    expect(entryOf(copy.bytes, 'xl/worksheets/sheet1.xml')).toContain(
      '<x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">[ID 1]</x:t></x:is></x:c>',
    );
  });
});

describe('sheets of a swapped Excel file', () => {
  test('are named after the label, as far as a sheet may be', async () => {
    const file = await open(
      xlsx({ Maya: row(1, inline('A1', 'a')), 'Student 1': row(1, '<c r="A1"><f>Maya!A1</f><v>1</v></c>') }),
    );
    const copy = await swapped(file, { Maya: '[Student 1]' });
    const again = await open(copy.bytes);
    expect(again.parts.map(({ name }) => name).slice(1)).toEqual(['Student 1 2', 'Student 1']);
    expect(sheetOf(copy, 2)).toContain('<f>&apos;Student 1 2&apos;!A1</f>');
  });

  test('keep a name that is kept, also in formulas', async () => {
    const rows = row(1, inline('A1', 'Maya'), '<c r="B1"><f>Maya!A1+\'Maya\'!A1</f><v>1</v></c>');
    const file = await open(xlsx({ Maya: rows }));
    const copy = await file.rewrite([mention(file, 'Maya', 1)]);
    expect(sheetOf(copy)).toBe(rows.replace('<t>Maya', '<t>[S]'));
    expect((await open(copy.bytes)).parts[1]!.name).toBe('Maya');
  });

  test('with a long label', async () => {
    const file = await open(xlsx({ Maya: row(1, inline('A1', 'a')) }));
    const copy = await swapped(file, { Maya: 'a/b:c'.repeat(20) });
    expect((await open(copy.bytes)).parts[1]!.name).toBe('abc'.repeat(11).slice(0, 31));
  });
});

describe('tables of a swapped Excel file', () => {
  const withTable = (columns: string[], formula: string) =>
    xlsx({ One: row(1, ...columns.map((name, i) => inline(`${'ABC'[i]}1`, name)), formula) }, [], {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(['table', '../tables/table1.xml']),
      'xl/tables/table1.xml': `<table xmlns="s" name="Marks" ref="A1:C4"><tableColumns>${columns.map((name) => `<tableColumn name="${name}"/>`).join('')}</tableColumns></table>`,
    });

  test('have columns named after their headings', async () => {
    const file = await open(
      withTable(['Maya', 'Wen', 'Day'], '<c r="D1"><f>SUM(Marks[Maya])</f><v>1</v></c>'),
    );
    const copy = await swapped(file, { Maya: '[Student 1]', Wen: '[Student 2]' });
    const names = entryOf(copy.bytes, 'xl/tables/table1.xml').match(/(?<=tableColumn name=")[^"]*/g);
    expect(names).toEqual(['[Student 1]', '[Student 2]', 'Day']);
    expect(sheetOf(copy)).toContain('SUM(Marks[&apos;[Student 1&apos;]])');
  });

  test('keep the name of a column whose heading is kept', async () => {
    const bytes = withTable(
      ['Maya', 'Wen', 'Day'],
      `<c r="D1"><f>SUM(Marks[Maya])</f><v>1</v></c>${inline('E1', 'Maya')}`,
    );
    const file = await open(bytes);
    const copy = await file.rewrite([mention(file, 'Maya', 1)]);
    expect(entryOf(copy.bytes, 'xl/tables/table1.xml')).toBe(entryOf(bytes, 'xl/tables/table1.xml'));
    expect(sheetOf(copy)).toContain('SUM(Marks[Maya])');
  });

  test('have no two columns of one name', async () => {
    const file = await open(withTable(['Maya', 'Maya R', 'Day'], ''));
    const copy = await swapped(file, { Maya: '[S]', ' R': '' });
    const names = entryOf(copy.bytes, 'xl/tables/table1.xml').match(/(?<=tableColumn name=")[^"]*/g);
    expect(names).toEqual(['[S]', '[S] 2', 'Day']);
    expect(textOf(await open(copy.bytes), 'sheet')).toBe('One\n[S]\t[S] 2\tDay\n');
  });

  test('have no two columns of one name, also where strings are shared', async () => {
    const parts = Object.fromEntries(unpacked(withTable(['Maya', 'Maya R', 'Day'], '')));
    const rows = row(1, shared('A1', 0), shared('B1', 1), inline('C1', 'Day'));
    const file = await open(
      packed({
        ...parts,
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
        'xl/sharedStrings.xml': '<sst><si><t>Maya</t></si><si><t>Maya R</t></si></sst>',
      }),
    );
    const copy = await swapped(file, { Maya: '[S]', ' R': '' });
    expect(stringsOf(copy)).toBe('<si><t>[S]</t></si><si><t xml:space="preserve">[S] 2</t></si>');
  });
});

test('a name that only formulas and lists know is read', async () => {
  const sheet = `<worksheet xmlns="s"><sheetData>${row(1, '<c r="A1"><f>IF(B1="Maya Reyes",1,0)</f><v>0</v></c>')}</sheetData><dataValidations><dataValidation><formula1>"Wen Zhao"</formula1></dataValidation></dataValidations></worksheet>`;
  const file = await open(xlsx({ One: '' }, [], { 'xl/worksheets/sheet1.xml': sheet }));
  expect(textOf(file, 'properties')).toBe('Maya Reyes\nWen Zhao\n');
});

test('the order of entries stays', async () => {
  const bytes = xlsx({ One: row(1, inline('A1', 'Maya')) });
  const copy = await swapped(await open(bytes), { Maya: '[S]' });
  expect([...unpacked(copy.bytes).keys()]).toEqual([...unpacked(bytes).keys()]);
});
