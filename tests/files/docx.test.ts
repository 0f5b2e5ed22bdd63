import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenedFile, RewrittenFile } from '../../lib/files/file.ts';
import { openDocx } from '../../lib/files/office/docx.ts';
import { openOffice } from '../../lib/files/office/office.ts';
import { redact } from '../../lib/redact/redact.ts';
import { docx, entryOf, packed, paragraph, relations, swapped, textOf, unpacked, xlsx } from './packages.ts';

const open = (bytes: Uint8Array) => openDocx(bytes, 'a.docx');
const bodyOf = async (body: string) => textOf(await open(docx(body)), 'body');
const documentOf = (copy: RewrittenFile) =>
  entryOf(copy.bytes, 'word/document.xml').replace(/^.*<w:body>|<\/w:body>.*$/gs, '');
const run = (inner: string) => `<w:r>${inner}</w:r>`;
const text = (words: string) => run(`<w:t>${words}</w:t>`);
const cell = (...inner: string[]) => `<w:tc>${inner.join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const spanOf = (file: OpenedFile, words: string) => {
  const start = file.text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
};

describe('the text of a Word file', () => {
  test.each<[string, string, string]>([
    ['runs of one word', paragraph('Ma', 'ya'), 'Maya\n'],
    ['paragraphs', paragraph('One') + paragraph('Two'), 'One\nTwo\n'],
    [
      'tabs and line ends',
      `<w:p>${text('a')}${run('<w:tab/>')}${text('b')}${run('<w:br/>')}${text('c')}</w:p>`,
      'a\tb\nc\n',
    ],
    [
      'tab stops, which are no tabs',
      `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${text('a')}</w:p>`,
      'a\n',
    ],
    [
      'hyphens',
      `<w:p>${text('a')}${run('<w:noBreakHyphen/>')}${text('b')}${run('<w:softHyphen/>')}${text('c')}</w:p>`,
      'a-b\u00adc\n',
    ],
    ['signs of XML', paragraph('R&amp;B &lt;3 &#233; &#x1F600; &unknown;'), 'R&B <3 é 😀 &unknown;\n'],
    ['CDATA', `<w:p>${text('<![CDATA[a <b> & c]]>')}</w:p>`, 'a <b> & c\n'],
    ['a comment in the XML', `<w:p>${text('Ma<!-- x -->ya')}</w:p>`, 'Maya\n'],
    ['a rough line end in a text', `<w:p>${text('a\nb')}</w:p>`, 'a b\n'],
    [
      'a table',
      `<w:tbl>${row(cell(paragraph('a')), cell(paragraph('b')))}${row(cell(paragraph('c')), cell())}</w:tbl>`,
      'a\tb\nc\t\n',
    ],
    [
      'a cell of two paragraphs',
      `<w:tbl>${row(cell(paragraph('a'), paragraph(''), paragraph('b')), cell(paragraph('c')))}</w:tbl>`,
      'a; b\tc\n',
    ],
    [
      'a table that is a page',
      `<w:tbl>${row(cell(...'abcde'.split('').map((one) => paragraph(one))), cell(paragraph('f')))}</w:tbl>`,
      'a\nb\nc\nd\ne\nf\n',
    ],
    [
      'a table in a table',
      `<w:tbl>${row(cell(`<w:tbl>${row(cell(paragraph('a')), cell(paragraph('b')))}</w:tbl>`), cell(paragraph('c')))}</w:tbl>`,
      'a\tb\nc\n',
    ],
    [
      'a content control',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('a')}</w:sdtContent></w:sdt>`,
      'a\n',
    ],
    ['an equation', `<w:p>${text('a ')}<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath></w:p>`, 'a x+y\n'],
    [
      'a page number',
      `<w:p>${text('Page ')}<w:fldSimple w:instr=" PAGE ">${text('3')}</w:fldSimple></w:p>`,
      'Page 3\n',
    ],
    ['an insertion', `<w:p>${text('a ')}<w:ins w:author="x">${text('b')}</w:ins></w:p>`, 'a b\n'],
    [
      'a deletion: as it is, and as it was',
      `<w:p>${text('a ')}<w:del>${run('<w:delText>b</w:delText>')}</w:del><w:ins>${text('c')}</w:ins></w:p>`,
      'a c\na b\n',
    ],
    [
      'a deletion that runs into a word: by itself too',
      `<w:p><w:del>${run('<w:delText>Reyes</w:delText>')}</w:del>${text('went')}</w:p>`,
      'went\nReyeswent\nReyes\n',
    ],
    [
      'an inserted text that was deleted again',
      `<w:p>${text('a')}<w:ins><w:del>${run('<w:delText>b</w:delText>')}</w:del></w:ins></w:p>`,
      'a\nab\nb\n',
    ],
    [
      'something moved',
      `<w:p><w:moveFrom>${text('a')}</w:moveFrom><w:moveTo>${text('b')}</w:moveTo></w:p>`,
      'b\na\n',
    ],
  ])('%s', async (_name, body, expected) => {
    expect(await bodyOf(body)).toBe(expected);
  });

  const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;
  const both = (choice: string, fallback: string) =>
    `<w:p>${run(`<mc:AlternateContent><mc:Choice><w:drawing>${box(choice)}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box(fallback)}</w:pict></mc:Fallback></mc:AlternateContent>`)}${text('z')}</w:p>`;
  test('a text box in two forms is read once, where they say the same', async () => {
    expect(await bodyOf(both(paragraph('a', 'b'), paragraph('a', 'b')))).toBe('z\nab\n');
    expect(await bodyOf(both(paragraph('a'), paragraph('b')))).toBe('z\na\nb\n');
    expect(await bodyOf(both(paragraph('a', 'b'), paragraph('ab')))).toBe('z\nab\nab\n');
  });

  test('a text box in two forms is swapped in both', async () => {
    const twice = both(paragraph('Maya ', 'Reyes'), paragraph('Maya ', 'Reyes'));
    const copy = await swapped(await open(docx(twice)), { 'Maya Reyes': '[Student 1]' });
    expect(documentOf(copy)).toBe(both(paragraph('[Student 1]', ''), paragraph('[Student 1]', '')));
  });
});

describe('a swapped Word file', () => {
  const swap = async (body: string, labels: Record<string, string>) =>
    documentOf(await swapped(await open(docx(body)), labels));

  test.each<[string, string, string]>([
    ['within a run', paragraph('I saw Maya here'), paragraph('I saw [S] here')],
    ['over runs', paragraph('I saw M', 'a', 'ya here'), paragraph('I saw [S]', '', ' here')],
    ['twice in a run', paragraph('Maya, Maya'), paragraph('[S], [S]')],
    ['beside signs of XML', paragraph('R&amp;B &lt;Maya&gt;'), paragraph('R&amp;B &lt;[S]&gt;')],
    ['behind a comment', `<w:p>${text('<!-- a --> Maya')}</w:p>`, `<w:p>${text('<!-- a --> [S]')}</w:p>`],
    ['in CDATA', `<w:p>${text('<![CDATA[<Maya>]]>')}</w:p>`, `<w:p>${text('&lt;[S]&gt;')}</w:p>`],
    ['across signs of XML', paragraph('&#77;ay', 'Mayan &quot;'), paragraph('&#77;ay', '[S]n "')],
  ])('%s', async (_name, before, after) => {
    expect(await swap(before, { Maya: '[S]' })).toBe(after);
  });

  test('with a space that only now stands at the end of a run says that it counts', async () => {
    expect(await swap(`<w:p>${text('Ma')}${text('ya ran')}</w:p>`, { Maya: '[S]' })).toBe(
      `<w:p>${text('[S]')}${run('<w:t xml:space="preserve"> ran</w:t>')}</w:p>`,
    );
  });

  test('over a hyphen, which goes', async () => {
    const body = `<w:p>${text('Tess')}${run('<w:noBreakHyphen/>')}${text('Marie')}${run('<w:softHyphen/>')}${text(' ran')}</w:p>`;
    const file = await open(docx(body));
    const copy = await file.rewrite([{ span: spanOf(file, 'Tess-Marie\u00ad'), surrogate: '[S]' }]);
    expect(documentOf(copy)).toBe(
      `<w:p>${text('[S]')}<w:r></w:r>${text('')}<w:r></w:r>${text(' ran')}</w:p>`,
    );
  });

  test('over paragraphs and cells: in the first, and out of the others', async () => {
    const body = `${paragraph('a Maya')}${paragraph('Reyes b')}<w:tbl>${row(cell(paragraph('Wen')), cell(paragraph('Zhao')))}</w:tbl>`;
    const file = await open(docx(body));
    const swaps = [
      { span: spanOf(file, 'Wen\tZhao'), surrogate: '[T]' },
      { span: spanOf(file, 'Maya\nReyes'), surrogate: '[S]' },
    ];
    expect(documentOf(await file.rewrite(swaps))).toBe(
      `${paragraph('a [S]')}${paragraph(' b')}<w:tbl>${row(cell(paragraph('[T]')), cell(paragraph('')))}</w:tbl>`,
    );
  });

  test('reads as the swapped text, however its runs are cut', async () => {
    const runs = fc.array(fc.array(fc.stringMatching(/^[ab &<éñ]{0,6}$/u), { maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    });
    const cuts = fc.array(fc.tuple(fc.nat(200), fc.nat(12)), { maxLength: 6 });
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    await fc.assert(
      fc.asyncProperty(runs, cuts, async (paragraphs, places) => {
        const file = await open(docx(paragraphs.map((one) => paragraph(...one.map(escaped))).join('')));
        const body = file.parts.find(({ kind }) => kind === 'body');
        if (!body) return;
        const swaps = places
          .map(([at, length], i) => {
            const start = Math.min(body.start + at, body.end);
            return { span: { start, end: Math.min(start + length, body.end) }, surrogate: `[S ${i}]` };
          })
          // A line end stays where it is: what is swapped over one is another test.
          .filter(({ span }) => !file.text.slice(span.start, span.end).includes('\n'));
        const again = await open((await file.rewrite(swaps)).bytes);
        expect(again.text).toBe(redact(file.text, swaps).text);
      }),
      { numRuns: 60 },
    );
  });

  test('with spans that overlap: swapped as one, under the first label', async () => {
    const file = await open(docx(paragraph('See Maya ', 'Reyes Cruz.')));
    const swaps = [
      { span: spanOf(file, 'Reyes Cruz'), surrogate: '[T]' },
      { span: spanOf(file, 'Maya Reyes'), surrogate: '[S]' },
    ];
    expect(documentOf(await file.rewrite(swaps))).toBe(paragraph('See [S]', '.'));
  });

  test('a span outside the text is a mistake of the caller', async () => {
    const file = await open(docx(paragraph('a')));
    await expect(file.rewrite([{ span: { start: 0, end: 99 }, surrogate: '[S]' }])).rejects.toThrow(
      RangeError,
    );
  });

  test('keeps a mention that is not swapped', async () => {
    const file = await open(docx(paragraph('Maya and Maya')));
    const copy = await file.rewrite([{ span: spanOf(file, 'Maya'), surrogate: '[S]' }]);
    expect(documentOf(copy)).toBe(paragraph('[S] and Maya'));
  });

  test('a name in a tracked change goes from the text as it is and as it was', async () => {
    const body = `<w:p>${text('Maya ')}<w:del w:author="Ana Lopez">${run('<w:delText>Reyes</w:delText>')}</w:del><w:ins w:author="Ana Lopez">${text('Cruz')}</w:ins></w:p>`;
    expect(await swap(body, { 'Maya Reyes': '[S]', 'Maya Cruz': '[S]' })).toBe(
      `<w:p>${text('[S]')}<w:del w:author="">${run('<w:delText></w:delText>')}</w:del><w:ins w:author="">${text('')}</w:ins></w:p>`,
    );
  });

  test('a paragraph of 10,000 runs', async () => {
    const runs = Array.from({ length: 10_000 }, (_, i) => ['Ma', 'ya Re', 'yes', ' and ', 'so on '][i % 5]!);
    const copy = await swap(paragraph(...runs), { 'Maya Reyes': '[S]' });
    expect(copy).toBe(paragraph(...runs.map((_, i) => ['[S]', '', '', ' and ', 'so on '][i % 5]!)));
  });

  test('a name outside of the text goes with it; a font of the same name stays', async () => {
    const body = `<w:p><w:bookmarkStart w:id="0" w:name="Georgia_Reyes"/>${text('Georgia Reyes')}<w:hyperlink w:anchor="Georgia_Reyes"><w:r><w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr><w:t>up</w:t></w:r></w:hyperlink>${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText> REF Georgia_Reyes </w:instrText>')}</w:p>`;
    const copy = await swap(body, { 'Georgia Reyes': '[Student 1]', Georgia: '[Student 1]' });
    expect(copy).toContain('<w:bookmarkStart w:id="0" w:name="Student_1"/>');
    expect(copy).toContain('w:anchor="Student_1"');
    expect(copy).toContain('REF Student_1 ');
    expect(copy).toContain('w:ascii="Georgia"');
  });

  test('two bookmarks of one label have two names', async () => {
    const mark = (name: string) =>
      `<w:p><w:bookmarkStart w:name="${name}"/><w:hyperlink w:anchor="${name}"/></w:p>`;
    const copy = await swap(`${mark('Maya_Reyes')}${mark('M_Reyes')}`, {
      'Maya Reyes': '[S]',
      'M Reyes': '[S]',
    });
    expect(copy).toBe(mark('S') + mark('S_2'));
  });

  test('the same address twice', async () => {
    const link: [string, string, 'External'] = ['hyperlink', 'mailto:maya@example.org', 'External'];
    const rels = { 'word/_rels/document.xml.rels': relations(link, link) };
    const file = await open(docx(paragraph('a'), rels));
    expect(textOf(file, 'links')).toBe('mailto:maya@example.org\n');
    const copy = await swapped(file, { 'maya@example.org': '[Email 1]' });
    expect(entryOf(copy.bytes, 'word/_rels/document.xml.rels')).not.toContain('maya');
  });

  test('an address that a label would break', async () => {
    const rels = relations(['hyperlink', 'mailto:maya@example.org?subject=Maya%20Reyes', 'External']);
    const file = await open(docx(paragraph('a'), { 'word/_rels/document.xml.rels': rels }));
    expect(textOf(file, 'links')).toBe('mailto:maya@example.org?subject=Maya Reyes\n');
    const copy = await swapped(file, { 'maya@example.org': '[Email 1]', 'Maya Reyes': '[Student 1]' });
    expect(entryOf(copy.bytes, 'word/_rels/document.xml.rels')).toContain(
      'Target="mailto:%5BEmail%201%5D?subject=%5BStudent%201%5D"',
    );
  });
});

describe('other ways to write a Word file', () => {
  test('UTF-16', async () => {
    const source = `<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="w"><w:body>${paragraph('Noë Maya')}</w:body></w:document>`;
    const encode = (xml: string) =>
      new Uint8Array(Uint16Array.from(`\ufeff${xml}`, (c) => c.charCodeAt(0)).buffer);
    const file = await open(docx('', { 'word/document.xml': encode(source) }));
    expect(textOf(file, 'body')).toBe('Noë Maya\n');
    const copy = await swapped(file, { Maya: '[S]' });
    expect(unpacked(copy.bytes).get('word/document.xml')).toEqual(encode(source.replace('Maya', '[S]')));
  });

  test('an old encoding becomes UTF-8, and says so', async () => {
    const source = `<?xml version="1.0" encoding="windows-1252"?><w:document xmlns:w="w"><w:body>${paragraph('Noë Maya')}</w:body></w:document>`;
    const file = await open(
      docx('', { 'word/document.xml': Uint8Array.from(source, (c) => c.charCodeAt(0)) }),
    );
    expect(textOf(file, 'body')).toBe('Noë Maya\n');
    const copy = await swapped(file, { Maya: '[S]' });
    expect(entryOf(copy.bytes, 'word/document.xml')).toBe(
      source.replace('windows-1252', 'UTF-8').replace('Maya', '[S]'),
    );
  });

  test('other prefixes, single quotes', async () => {
    const body =
      "<ns0:document xmlns:ns0='w'><ns0:body><ns0:p><ns0:r><ns0:t xml:space='preserve'>Maya </ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>";
    const copy = await swapped(await open(docx('', { 'word/document.xml': body })), { Maya: '[S]' });
    expect(entryOf(copy.bytes, 'word/document.xml')).toBe(body.replace('Maya', '[S]'));
  });

  test('separators of Windows between folders', async () => {
    const files = Object.fromEntries(
      Array.from(unpacked(docx(paragraph('Maya'))), ([path, bytes]) => [path.replaceAll('/', '\\'), bytes]),
    );
    expect(textOf(await openOffice(packed(files), 'a.docx'), 'body')).toBe('Maya\n');
  });

  test('with macros, which stay as they are and are said', async () => {
    const macro = Uint8Array.from([1, 2, 3]);
    const bytes = docx(paragraph('Maya'), { 'word/vbaProject.bin': macro });
    const file = await openDocx(bytes, 'a.docm');
    expect(file.unread).toEqual([{ what: 'macro', times: 1 }]);
    const copy = await swapped(file, { Maya: '[S]' });
    expect(copy.name).toBe('a.docm');
    expect(unpacked(copy.bytes).get('word/vbaProject.bin')).toEqual(macro);
  });

  test('with things in it that are not read', async () => {
    const one = Uint8Array.from([1]);
    const file = await open(
      docx(paragraph('a'), {
        'word/media/image1.png': one,
        'word/media/image2.emf': one,
        'word/embeddings/oleObject1.bin': one,
        'word/embeddings/work.zip': one,
        'word/fonts/font1.odttf': one,
      }),
    );
    expect(file.unread).toEqual([
      { what: 'picture', times: 2 },
      { what: 'embedded-file', times: 1 },
      { what: 'archive', times: 1 },
    ]);
  });

  test('with a workbook in it, which is read and swapped too', async () => {
    const cell = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const workbook = xlsx({ Marks: cell('Maya Reyes') }, [], { 'xl/media/image1.png': Uint8Array.from([1]) });
    const path = 'word/embeddings/Microsoft_Excel_Sheet1.xlsx';
    const file = await openOffice(docx(paragraph('Maya Reyes'), { [path]: workbook }), 'a.docx');
    expect(file.unread).toEqual([{ what: 'picture', times: 1 }]);
    expect(file.parts.slice(1).map(({ kind, name, hidden }) => [kind, name, hidden])).toEqual([
      ['body', '', false],
      ['sheet', 'Marks', true],
    ]);
    expect(textOf(file, 'sheet')).toBe('Marks\nMaya Reyes\n');
    const copy = await swapped(file, { 'Maya Reyes': '[Student 1]' });
    const inner = unpacked(copy.bytes).get(path)!;
    expect(entryOf(inner, 'xl/worksheets/sheet1.xml')).toContain(cell('[Student 1]'));
    expect(unpacked(inner).get('xl/media/image1.png')).toEqual(Uint8Array.from([1]));
  });

  test('with one in it that cannot be read, which is said', async () => {
    const inner = {
      'word/embeddings/a.xlsx': Uint8Array.from([1]),
      'word/embeddings/b.docx': docx('').subarray(0, 99),
    };
    const file = await openOffice(docx(paragraph('a'), inner), 'a.docx');
    expect(file.unread).toEqual([{ what: 'embedded-file', times: 2 }]);
  });

  test('with a signature, which would no longer hold', async () => {
    const types = '<Override PartName="/_xmlsignatures/sig1.xml" ContentType="a/b+xml"/></Types>';
    const plain = docx(paragraph('Maya'));
    const parts = Object.fromEntries(
      Array.from(unpacked(plain), ([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
    );
    const bytes = packed({
      ...parts,
      '[Content_Types].xml': parts['[Content_Types].xml']!.replace('</Types>', types),
      '_xmlsignatures/sig1.xml': '<Signature>Ana Lopez</Signature>',
    });
    const copy = await swapped(await open(bytes), {});
    expect([...unpacked(copy.bytes).keys()]).not.toContain('_xmlsignatures/sig1.xml');
    expect(entryOf(copy.bytes, '[Content_Types].xml')).toBe(parts['[Content_Types].xml']);
  });
});
