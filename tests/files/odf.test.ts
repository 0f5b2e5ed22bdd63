import { describe, expect, test } from 'vitest';
import { openOdf } from '../../lib/files/office/odf.ts';
import { entryOf, packed, swapped, textOf, unpacked } from './packages.ts';

const TEXT = 'application/vnd.oasis.opendocument.text';
const SHEET = 'application/vnd.oasis.opendocument.spreadsheet';
type Parts = Record<string, string | Uint8Array>;
const manifest = (paths: string[]) =>
  `<manifest:manifest xmlns:manifest="m">${['/', ...paths].map((path) => `<manifest:file-entry manifest:full-path="${path}"/>`).join('')}</manifest:manifest>`;
const odf = (type: string, body: string, styles: string, more: Parts) =>
  packed({
    mimetype: type,
    'content.xml': `<office:document-content xmlns:office="o"><office:automatic-styles>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`,
    ...more,
    'META-INF/manifest.xml': manifest(['content.xml', ...Object.keys(more)]),
  });
const odt = (body: string, more: Parts = {}) => odf(TEXT, `<office:text>${body}</office:text>`, '', more);
const ods = (tables: string, styles = '', more: Parts = {}) =>
  odf(SHEET, `<office:spreadsheet>${tables}</office:spreadsheet>`, styles, more);
const open = (bytes: Uint8Array) => openOdf(bytes, 'a.odt');
const contentOf = (bytes: Uint8Array) => entryOf(bytes, 'content.xml');

const p = (inner: string) => `<text:p>${inner}</text:p>`;
const table = (name: string, rows: string, style = '') =>
  `<table:table table:name="${name}"${style}>${rows}</table:table>`;
const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;
const cell = (inner: string, attributes = ' office:value-type="string"') =>
  `<table:table-cell${attributes}>${inner}</table:table-cell>`;

describe('the text of an odt', () => {
  test.each<[string, string, string]>([
    ['spans', p('Ma<text:span>ya</text:span> <text:span>R</text:span>'), 'Maya R\n'],
    [
      'headings and lists',
      `<text:h>a</text:h><text:list><text:list-item>${p('b')}</text:list-item></text:list>`,
      'a\nb\n',
    ],
    [
      'spaces, tabs and line ends',
      p('a<text:s/>b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e'),
      'a b   c\td\ne\n',
    ],
    ['a line end in the XML', p('a\n  b'), 'a   b\n'],
    ['a table', table('t', row(cell(p('a')) + cell(p('b') + p('c')))), 'a\tb; c\n'],
    [
      'a table in a table',
      table('t', row(cell(table('u', row(cell(p('a')))))) + row(cell(p('b')))),
      'a\nb\n',
    ],
    [
      'a frame',
      p('a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box><svg:desc>c</svg:desc></draw:frame>d'),
      'ad\nb\nc\n',
    ],
    ['a field', p('a <text:title>b</text:title>'), 'a b\n'],
  ])('%s', async (_name, body, expected) => {
    expect(textOf(await open(odt(body)), 'body')).toBe(expected);
  });

  test('notes and comments stand apart', async () => {
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('b')}</text:note-body></text:note>`;
    const comment = `<office:annotation><dc:creator>Ana Lopez</dc:creator><dc:date>2024-01-01</dc:date>${p('c')}</office:annotation>`;
    const file = await open(odt(p(`a${note}${comment}z`)));
    expect(textOf(file, 'body')).toBe('az\n');
    expect(textOf(file, 'footnotes')).toBe('b\n');
    expect(textOf(file, 'comments')).toBe('c\nAna Lopez\n');
  });
});

describe('a swapped odt', () => {
  test('over spans and spaces', async () => {
    const file = await open(odt(p('See Ma<text:span>ya</text:span><text:s/>Reyes here')));
    const copy = await swapped(file, { 'Maya Reyes': '[S]' });
    expect(contentOf(copy.bytes)).toContain(p('See [S]<text:span></text:span> here'));
  });

  test('without the picture of its first page, and that of an object whose words changed', async () => {
    const object = `<office:document-content><office:body><office:chart>${p('Maya')}</office:chart></office:body></office:document-content>`;
    const other = object.replace('Maya', 'b');
    const bytes = odt(p('a'), {
      'Thumbnails/thumbnail.png': Uint8Array.from([1]),
      'Object 1/content.xml': object,
      'Object 2/content.xml': other,
      'ObjectReplacements/Object 1': Uint8Array.from([2]),
      'ObjectReplacements/Object 2': Uint8Array.from([3]),
    });
    const file = await open(bytes);
    expect(file.unread).toEqual([]);
    const copy = unpacked((await swapped(file, { Maya: '[S]' })).bytes);
    expect([...copy.keys()].filter((path) => !path.endsWith('.xml'))).toEqual([
      'mimetype',
      'ObjectReplacements/Object 2',
    ]);
    expect(new TextDecoder().decode(copy.get('META-INF/manifest.xml'))).toBe(
      manifest([
        'content.xml',
        'Object 1/content.xml',
        'Object 2/content.xml',
        'ObjectReplacements/Object 2',
      ]),
    );
  });

  test('with macros, which stay as they are and are said', async () => {
    const macro = '<script:module>Sub Maya</script:module>';
    const file = await open(
      odt(p('Maya'), { 'Basic/Standard/Module1.xml': macro, 'Pictures/1.png': Uint8Array.from([1]) }),
    );
    expect(file.unread).toEqual([
      { what: 'macro', times: 1 },
      { what: 'picture', times: 1 },
    ]);
    expect(entryOf((await swapped(file, { Maya: '[S]' })).bytes, 'Basic/Standard/Module1.xml')).toBe(macro);
  });
});

describe('an ods', () => {
  test('is read by sheets, with hidden ones, gaps and repeated cells', async () => {
    const hidden =
      '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>';
    const rows =
      row(cell(p('a')) + cell('', ' table:number-columns-repeated="2"') + cell(p('b'))) +
      row(cell(''), ' table:number-rows-repeated="1048000"') +
      row(cell(p('c'), ' table:number-columns-repeated="3"'), ' table:number-rows-repeated="2"');
    const file = await open(
      ods(table('One', rows) + table('Two', row(cell(p('d'))), ' table:style-name="ta2"'), hidden),
    );
    expect(
      file.parts.slice(1).map((part) => [part.name, part.hidden, file.text.slice(part.start, part.end)]),
    ).toEqual([
      ['One', false, 'One\na\t\t\tb\n\nc\tc\tc\n'],
      ['Two', true, 'Two\nd\n'],
    ]);
  });

  test('has numbers and results of formulas as text where they are swapped', async () => {
    const rows = row(
      cell(p('1002345'), ' office:value-type="float" office:value="1002345" calcext:value-type="float"') +
        cell(p('Maya'), ' table:formula="of:=[.B1]" office:value-type="string" office:string-value="Maya"') +
        cell(p('7'), ' office:value-type="float" office:value="7"'),
    );
    const copy = await swapped(await open(ods(table('One', rows))), { '1002345': '[ID 1]', Maya: '[S]' });
    expect(contentOf(copy.bytes).replace(/ +/g, ' ')).toContain(
      row(
        '<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>[ID 1]</text:p></table:table-cell>' +
          '<table:table-cell office:value-type="string" ><text:p>[S]</text:p></table:table-cell>' +
          cell(p('7'), ' office:value-type="float" office:value="7"'),
      ),
    );
  });

  test('a comment that is swapped leaves its cell a number', async () => {
    const comment = `<office:annotation>${p('Maya')}</office:annotation>`;
    const rows = row(cell(`${comment}${p('7')}`, ' office:value-type="float" office:value="7"'));
    const copy = await swapped(await open(ods(table('One', rows))), { Maya: '[S]' });
    expect(contentOf(copy.bytes)).toContain(rows.replace('Maya', '[S]'));
  });

  test('a value without text is read and swapped', async () => {
    const rows = row('<table:table-cell office:value-type="string" office:string-value="Maya"/>');
    const file = await open(ods(table('One', rows)));
    expect(textOf(file, 'sheet')).toBe('One\nMaya\n');
    const copy = await swapped(file, { Maya: '[S]' });
    expect(contentOf(copy.bytes).replace(/ +/g, ' ')).toContain(
      row(`<table:table-cell office:value-type="string" >${p('[S]')}</table:table-cell>`),
    );
  });

  test('a sheet is renamed wherever it is named', async () => {
    const rows = row(
      cell(p('1'), ` table:formula="of:=[$'Maya R'.A1]" office:value-type="float" office:value="1"`),
    );
    const ranges = `<table:named-expressions><table:named-range table:name="x" table:cell-range-address="$'Maya R'.$A$1"/></table:named-expressions>`;
    const settings = `<office:document-settings><config:config-item config:name="ActiveTable">Maya R</config:config-item></office:document-settings>`;
    const bytes = ods(table('Maya R', row(cell(p('a')))) + table('Two', rows) + ranges, '', {
      'settings.xml': settings,
    });
    const copy = await swapped(await open(bytes), { 'Maya R': '[Student 1]' });
    const content = contentOf(copy.bytes);
    expect(content).toContain('table:name="Student 1"');
    expect(content).toContain(`of:=[$'Student 1'.A1]`);
    expect(content).toContain(`table:cell-range-address="$'Student 1'.$A$1"`);
    expect(entryOf(copy.bytes, 'settings.xml')).toContain('>Student 1<');
  });
});
