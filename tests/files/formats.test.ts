import { describe, expect, test } from 'vitest';
import {
  EXCEL_FORMULAS,
  formulaEdits,
  formulaTokens,
  identifierOf,
  ODF_FORMULAS,
} from '../../lib/files/office/formula.ts';
import { Literals } from '../../lib/files/office/literals.ts';
import { NumberFormats } from '../../lib/files/office/number-format.ts';
import { Copy, OfficePackage } from '../../lib/files/office/package.ts';
import { elementsOf, parseXml, unescapeXml, XmlPart } from '../../lib/files/office/xml.ts';
import { Pace } from '../../lib/files/pace.ts';
import { docx } from './packages.ts';

describe('numbers as Excel shows them', () => {
  const show = (value: number, code: string) =>
    new NumberFormats(new Map([[200, code]]), false).show(value, 200);

  test.each<[number, string, string]>([
    [1002345, 'General', '1002345'],
    [0.1 + 0.2, 'General', '0.3'],
    [1002345, '@', '1002345'],
    [1002345, '#,##0', '1002345'],
    [2.71, '0.0', '2.7'],
    [0.5, '.00', '.50'],
    [-7, '0', '-7'],
    [-7, '0;(0)', '(7)'],
    [0.875, '0%', '88%'],
    [42, '00000', '00042'],
    [123456789, '000-00-0000', '123-45-6789'],
    [12345, '00000-0000', '00001-2345'],
    [2025550147, '[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '(202) 555-0147'],
    [5550147, '[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '555-0147'],
    [7, '"ID "0000', 'ID 0007'],
    [7, '[Red]0.0', '7.0'],
    [1.5, '# ?/?', '1.5'],
    [1234, '0.00E+00', '1234'],
    [40982, 'm/d/yyyy', '3/14/2012'],
    [40982, 'yyyy\\-mm\\-dd', '2012-03-14'],
    [40982, '[$-409]mmmm d, yyyy;@', 'March 14, 2012'],
    [40982, 'dd.mm.yy', '14.03.12'],
    [40982, 'ddd d-mmm-yy', 'Wed 14-Mar-12'],
    [40982.5625, 'm/d/yy h:mm', '3/14/12 13:30'],
    [40982.5625, 'h:mm AM/PM', '1:30 PM'],
    [0.0625, 'hh:mm:ss', '01:30:00'],
    [0.0625, 'mm:ss', '30:00'],
    [1e12, 'm/d/yyyy', '1000000000000'],
  ])('%d as %s', (value, code, expected) => {
    expect(show(value, code)).toBe(expected);
  });

  test.each<[number, string]>([
    [14, '3/14/2012'],
    [15, '14-Mar-12'],
    [30, '3/14/2012'],
    [1, '40982'],
    [999, '40982'],
  ])('the format that a file does not spell out: %d', (format, expected) => {
    expect(new NumberFormats(new Map(), false).show(40982, format)).toBe(expected);
  });
});

describe('formulas', () => {
  const literals = new Literals();
  literals.add('Maya Reyes', '[Student 1]');
  literals.add('Maya_Reyes', 'Student_1');
  literals.add('Wen', '[Student 2]');
  const renames = {
    sheets: new Map([
      ['maya reyes', 'Student 1'],
      ['wen', 'Student 2'],
    ]),
    columns: new Map([['Wen', '[Student 2]']]),
    identifier: (_old: string, words: string) => identifierOf(words),
  };
  const edit = (formula: string, style = EXCEL_FORMULAS) =>
    formulaEdits(formula, style, renames, literals, () => false)
      .reverse()
      .reduce((text, { from, to, raw }) => text.slice(0, from) + raw + text.slice(to), formula)
      .replaceAll('&apos;', "'");

  test.each<[string, string]>([
    ["SUM('Maya Reyes'!A1:B2)", "SUM('Student 1'!A1:B2)"],
    ['SUM(&apos;Maya Reyes&apos;!A1)', "SUM('Student 1'!A1)"],
    ['Wen!A1+Wen2!A1', "'Student 2'!A1+Wen2!A1"],
    ["SUM('Wen:Maya Reyes'!A1)", "SUM('Student 2:Student 1'!A1)"],
    ['COUNTIF(A:A,"Wen")', 'COUNTIF(A:A,"[Student 2]")'],
    ['COUNTIF(A:A,&quot;Wen&quot;)', 'COUNTIF(A:A,&quot;[Student 2]&quot;)'],
    ['"say ""Wen"""', '"say &quot;&quot;[Student 2]&quot;&quot;"'],
    ['SUM(T[Wen])', "SUM(T['[Student 2']])"],
    ['SUM(T[[#This Row],[Wen]])', "SUM(T[[#This Row],['[Student 2']]])"],
    ['Maya_Reyes*2', 'Student_1*2'],
    ['Wen(2)', 'Wen(2)'],
    ['Wendy+A1', 'Wendy+A1'],
    ['"Wendy"', '"Wendy"'],
  ])('%s', (formula, expected) => {
    expect(edit(formula)).toBe(expected);
  });

  test.each<[string, string]>([
    ["of:=[$'Maya Reyes'.A1]", "of:=[$'Student 1'.A1]"],
    ['of:=[Wen.A1]+[.B2]', "of:=['Student 2'.A1]+[.B2]"],
    ['of:=IF([.A2]=&quot;Wen&quot;;1;0)', 'of:=IF([.A2]=&quot;[Student 2]&quot;;1;0)'],
  ])('of OpenDocument: %s', (formula, expected) => {
    expect(edit(formula, ODF_FORMULAS)).toBe(expected);
  });

  test('strings end where they end', () => {
    const strings = (raw: string) =>
      [...formulaTokens(raw, EXCEL_FORMULAS)]
        .filter(({ kind }) => kind === 'string')
        .map(({ value }) => value);
    expect(strings('IF(A1="a ""b"" c","d","")')).toEqual(['a "b" c', 'd', '']);
  });

  test.each<[string, string]>([
    ['[Student 1]', 'Student_1'],
    ['1st [Student 1]', 'st_Student_1'],
    ['[]', '_'],
    ['Zoë_ñ', 'Zoë_ñ'],
  ])('as the name of a range: %s', (words, name) => {
    expect(identifierOf(words)).toBe(name);
  });
});

describe('words that give way', () => {
  const literals = new Literals();
  literals.add('Maya Reyes', '[S]');
  literals.add('Maya', '[S]');
  literals.add(' (Zoë) ', '[T]');
  literals.add('Al', '[U]');
  test.each<[string, string]>([
    ['Maya Reyes and Maya', '[S] and [S]'],
    ['Mayan, Amaya', 'Mayan, Amaya'],
    ['maya', 'maya'],
    ['by Zoë!', 'by [T]!'],
    ['Al is short', 'Al is short'],
    ['Maya Reyesz', '[S] Reyesz'],
  ])('%s', (text, expected) => {
    expect(literals.replacedIn(text)).toBe(expected);
    expect(literals.isIn(text)).toBe(text !== expected);
  });

  test('are counted as whole words', () => {
    expect([...literals.countsIn('Maya, Maya Reyes, Maya')]).toEqual([
      ['Maya', 2],
      ['Maya Reyes', 1],
    ]);
  });
});

describe('XML with places', () => {
  const part = (source: string) => new XmlPart('a.xml', new TextEncoder().encode(source));

  test('of elements, attributes and texts', async () => {
    const one = part(
      `<?xml version="1.0"?>\n<!-- c --><a:r x="1&amp;2" y = 'q' ><b/>t&amp;u<c >z</c ><![CDATA[<x>]]></a:r >`,
    );
    const root = (await parseXml(one, new Pace()))!;
    const { source } = one;
    expect(root.attributes.map(({ from, to }) => source.slice(from, to))).toEqual(['1&amp;2', 'q']);
    expect(root.attributes.map((attribute) => one.value(attribute))).toEqual(['1&2', 'q']);
    expect(elementsOf(root).map(({ start, end }) => source.slice(start, end))).toEqual([
      '<b/>',
      '<c >z</c >',
    ]);
    expect(source.slice(root.innerStart, root.innerEnd)).toBe('<b/>t&amp;u<c >z</c ><![CDATA[<x>]]>');
    expect(source.slice(root.start)).toBe(source.slice(root.start, root.end));
    const texts = root.children.filter((child) => child.kind === 'text');
    expect(texts.map(({ from, to }) => source.slice(from, to))).toEqual(['t&amp;u', '<![CDATA[<x>]]>']);
    expect(texts.map((node) => one.text(node))).toEqual(['t&u', '<x>']);
  });

  test('also beyond the stretch that is read at once', async () => {
    const inner = 'word &amp; '.repeat(100_000);
    const one = part(`<a><b>${inner}</b><c d="e"/></a>`);
    const root = (await parseXml(one, new Pace()))!;
    const [b, c] = elementsOf(root);
    expect(b!.children.length).toBe(1);
    expect(one.textOf(b!)).toBe('word & '.repeat(100_000));
    expect(one.valueOf(c!, 'd')).toBe('e');
  });

  test.each<[string, string]>([
    ['a &amp; b', 'a & b'],
    ['&lt;&gt;&quot;&apos;', '<>"\''],
    ['&#233;&#xe9;&#x1F600;', 'éé😀'],
    ['&amp;lt;', '&lt;'],
    ['&nbsp; & &#x110000;', '&nbsp; & &#x110000;'],
  ])('%s', (raw, text) => {
    expect(unescapeXml(raw)).toBe(text);
  });
});

test('of edits that overlap the longest counts', () => {
  const files = new OfficePackage(docx(''));
  const part = files.part('word/document.xml')!;
  const copy = new Copy(files, 'a');
  const at = part.source.indexOf('<w:body>');
  copy.edit(part, at + 2, at + 4, 'x');
  copy.edit(part, at, at + 8, '<w:b>');
  copy.edit(part, at + 8, at + 8, '!');
  expect(copy.sourceOf(part)).toBe(part.source.replace('<w:body>', '<w:b>!'));
});
