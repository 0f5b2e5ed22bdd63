import { describe, expect, test } from 'vitest';
import { flattenMarkup } from '../../lib/detect/markup.ts';
import { redact } from '../../lib/redact/redact.ts';
import { detector, textOf, textsOf } from './load.ts';

const PUPILS = [
  ['Maya Lopez', '204418', '3/4/2014'],
  ['Devon Carter', '775501', '5/6/2014'],
  ['Aiyana Begay', '775502', '1/9/2014'],
  ['Kou Vang', '775503', '11/2/2013'],
  ['Fatima Noor', '775504', '8/17/2014'],
  ['Tavion Brooks', '775505', '2/28/2014'],
] as const;
const HEADINGS = ['Name', 'Student ID', 'DOB'];

const row = (cells: readonly string[], tag: string) =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
const HTML = `<table>\n<thead>${row(HEADINGS, 'th')}</thead>\n<tbody>${PUPILS.map((cells) => row(cells, 'td')).join('\n')}</tbody></table>`;
const INDENTED = HTML.replaceAll('<td>', '\n    <td style="font-family: Arial">\n      <b>').replaceAll(
  '</td>',
  '</b>\n    </td>',
);
const quoted = (mark: string) =>
  [HEADINGS, ...PUPILS].map((cells) => cells.map((cell) => `"${cell}"`).join(mark)).join('\r\n');
const objects = PUPILS.map(([name, studentId, dob]) => ({ name, studentId, dob }));

describe('a table finds the same in every form', () => {
  test.each([
    ['CSV', [HEADINGS, ...PUPILS].map((cells) => cells.join(',')).join('\n')],
    ['CSV in quotes', quoted(',')],
    ['CSV in quotes, with semicolons', quoted(';')],
    ['CSV in quotes, with tabs', quoted('\t')],
    ['CSV in quotes where they are words', quoted(',').replace(/"(?=\d)|(?<=\d)"/g, '')],
    ['HTML', HTML],
    ['HTML in one line', HTML.replaceAll('\n', '')],
    ['HTML with a line for each cell', INDENTED],
    ['HTML that is cut', HTML.slice(0, HTML.lastIndexOf('</td>'))],
    ['objects', JSON.stringify(objects)],
    ['objects in lines', JSON.stringify({ school: 'here', students: objects }, null, 2)],
    ['a line for each object', objects.map((object) => JSON.stringify(object)).join('\n')],
    ['objects behind words', `Sort these by age: ${JSON.stringify(objects)} Thanks!`],
    ['objects that are cut', JSON.stringify(objects).slice(0, -2)],
    ['objects that are cut within a word', JSON.stringify(objects).slice(0, -3)],
    ['arrays', JSON.stringify([HEADINGS, ...PUPILS])],
    ['arrays in lines', JSON.stringify([HEADINGS, ...PUPILS], null, 1)],
  ])('%s', (_, text) => {
    const findings = detector.detect(text);
    const found = (category: string) =>
      findings.filter((finding) => finding.category === category).map((finding) => textOf(text, finding));
    expect(found('person-name')).toEqual(PUPILS.map(([name]) => name));
    expect(found('student-id')).toEqual(PUPILS.map(([, id]) => id));
    expect(found('birth-date')).toEqual(PUPILS.map(([, , date]) => date));
    const marks = found('roster');
    expect(marks).toHaveLength(1);
    for (const [name] of PUPILS) expect(marks[0]).toContain(name);
  });
});

describe('flattenMarkup', () => {
  test.each<[string, string]>([
    [
      '<table><tr><th>Name</th><th>ID</th></tr><tr><td>Ana</td><td>4471</td></tr></table>',
      'Name\tID\nAna\t4471\n',
    ],
    ['a<table><tr><td>Ana</table>b', 'aAna\nb'],
    ['a\n"Name","ID"\n"Lopez, ""Ana""",4471\n\nb', 'a\nName\tID\nLopez, "Ana"\t4471\n\nb'],
    ['"Name";"Note"\r\n"Ana";"late\nagain"', 'Name\tNote\r\nAna\tlate again'],
    ['"Ana",\n"Ben",', '"Ana",\n"Ben",'],
    ['"Ana","Ben" and more\nnothing', '"Ana","Ben" and more\nnothing'],
    ['Dear all,\nName,ID\n"Lopez, Ana",4471', 'Dear all,\nName\tID\nLopez, Ana\t4471'],
    ['Name,ID\nAna,4471\nsay "no"', 'Name,ID\nAna,4471\nsay "no"'],
    ['say "Ana","Ben"\nno "Cy","Di"', 'say "Ana","Ben"\nno "Cy","Di"'],
    ['<TR><TD class="x">Ana&nbsp;Pe&ntilde;a&#33;</TD><TD>1</TD></TR>', 'Ana Peña!\t1\n'],
    ['<tr><td><b>Ana</b>\n <i>Ruiz</i></td></tr>', 'Ana Ruiz\n'],
    ['<tr><td>Ana<br>Ruiz</td></tr>', 'Ana Ruiz\n'],
    ['<tr><td><a href="mailto:ana@example.org">Ana</a></td></tr>', 'mailto:ana@example.org; Ana\n'],
    ['<tr><td title="Ana Ruiz" class="Big" style="font: Arial">4</td></tr>', 'Ana Ruiz; 4\n'],
    ['[{"name":"Ana","id":1},{"name":"Lee","id":2}]', 'name\tid\nAna\t1\nLee\t2\n\n'],
    ['[{"name":"Ana"},{"name":"Lee","id":2}]', 'name\tid\nAna\nLee\t2\n\n'],
    ['[{"name":"Ana","id":1},{"id":2,"name":"Lee"}]', 'name\tid\nAna\t1\n\t2\nLee\n\n'],
    ['[{"name":{"first":"Ana"},"ids":[1,2]},{}]', 'name first\tids\nAna\t1, 2\n\n\n'],
    ['{"name":"Ana","parents":[{"name":"Eva"}]}', 'name: Ana\nparents:\nname: Eva\n\n\n\n'],
    // Keys that are no headings may be names themselves.
    ['[{"Ana":1,"Lee":2},{"Ana":3,"Lee":4}]', 'Ana: 1\nLee: 2\n\nAna: 3\nLee: 4\n\n\n'],
    ['{"Ana Ruiz": 81, "Lee": 90', 'Ana Ruiz: 81\nLee: 90\n\n'],
    ['["Ana", "Lee"]', 'Ana, Lee\n'],
    ['[["name","id"],["Ana",null]]', 'name\tid\nAna\tnull\n\n'],
    ['{"name":"Pe\\u00f1a \\"P\\"\\n"}', 'name: Peña "P" \n\n'],
    ['x {"id":1} y {"id":2}', 'x \nid: 1\n\n y \nid: 2\n\n'],
  ])('%j', (given, expected) => {
    expect(flattenMarkup(given).text).toBe(expected);
  });

  test.each([
    '',
    'Maya [the "tall" one] {"so"} and [{see} above].',
    '{{student:1|Maya}} wrote [["',
    '["one"]',
    '{"a"',
    'if (a <th && b > c) { "use strict" }',
    'if (a < th && b > c) return',
    '{"name":"solar-lab","version":"1.2.3"}',
    '<p>Maya</p> <b>Lopez</b>',
  ])('%j stays', (text) => {
    expect(flattenMarkup(text).text).toBe(text);
  });

  test('a word stands where it came from', () => {
    for (const given of [HTML, INDENTED, JSON.stringify(objects), JSON.stringify(objects, null, 2)]) {
      const { text, toOriginal } = flattenMarkup(given);
      for (const word of PUPILS.flat()) {
        const start = text.indexOf(word);
        const span = toOriginal({ start, end: start + word.length });
        expect(given.slice(span.start, span.end)).toBe(word);
      }
    }
  });
});

test('an escaped or marked-up name is swapped whole', () => {
  const text =
    '[{"student":"Jos\\u00e9 Pe\\u00f1a","id":204418},{"student":"Maya Lopez","id":204419}]\n' +
    '<table><tr><th>Student</th><th>ID</th></tr><tr><td>Mar&iacute;a N&uacute;&ntilde;ez</td><td>204420</td></tr></table>';
  const findings = detector.detect(text).filter(({ category }) => category !== 'roster');
  const swaps = findings.map(({ span, entity }) => ({ span, surrogate: `#${entity}` }));
  expect(redact(text, swaps).text).not.toMatch(/Jos|Pe|Maya|Lopez|Mar|ez|\d{3}/);
});

test('code and settings in JSON are no people', () => {
  const text =
    '{\n  "name": "solar-lab",\n  "version": "1.2.3",\n  "scripts": { "build": "vite build", "test": "vitest run" }\n}';
  expect(textsOf(text, 'person-name')).toEqual([]);
  expect(detector.detect(text)).toEqual([]);
});
