/** Files that LibreOffice made, and files as Microsoft's programs make them: fixtures/README.md says where from. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FileKind, PartKind } from '../../lib/files/file.ts';
import { openOffice } from '../../lib/files/office/office.ts';
import { flawsOf, found, skeletonOf, swapped, textOf, unpacked } from './packages.ts';

const read = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

type Places = Partial<Record<PartKind, string[]>>;

/** Letters and rosters are made of one source each. */
const LETTER: Places = {
  body: [
    'Maya Reyes',
    'Zuri Okafor',
    'Hana Sato',
    'Ivy Brennan',
    'Diego Fuentes',
    '1002345',
    'Wen Zhao',
    'Ade  Balogun',
  ],
  'header-footer': ['Liam Chen', 'Noor Haddad'],
  footnotes: ['Tomas Iglesias', 'Priya Nair'],
  comments: ['Oskar Lindqvist'],
  links: ['leo.park@example.org'],
  properties: ['Ruth Abrams', 'Omar Farouk', 'Sana Malik', 'Ivo Petrov', 'Eli Novak'],
};
const ROSTER: Places = {
  sheet: ['Maya Reyes', '1002345', '3/14/2012', 'Diego Fuentes', 'Wen Zhao', 'Zuri Okafor', 'Ivy Brennan'],
  'header-footer': ['Liam Chen', 'Noor Haddad'],
  comments: ['Oskar Lindqvist'],
  links: ['leo.park@example.org'],
  properties: ['Ruth Abrams', 'Kofi Mensah', 'Hana Sato'],
};

/** Who stands where. */
const KNOWN: Record<string, Places> = {
  'letter.docx': LETTER,
  // The title of its text box.
  'letter.odt': { ...LETTER, body: [...LETTER.body!, 'Kofi Mensah'] },
  'roster.xlsx': ROSTER,
  'roster.ods': ROSTER,
  'slides.pptx': {
    slide: ['Maya Reyes', 'Diego Fuentes', '1002345', 'Ivy Brennan'],
    notes: ['Priya Nair'],
    comments: ['Oskar Lindqvist'],
    links: ['leo.park@example.org'],
    properties: ['Ruth Abrams'],
  },
  'word.docx': {
    body: [
      ...[
        'Maya Reyes',
        'Zuri Okafor',
        'Hana Sato',
        'Ade Balo\u00adgun',
        'Tess-Marie Holt',
        'Kofi Mensah',
        'Ivy Brennan',
      ],
      ...['Diego Fuentes', '1002345', 'Wen Zhao', 'Finn Daly', 'Mia Stone', 'Abe Cohen', 'נועה לוי'],
    ],
    'header-footer': ['Liam Chen', 'Noor Haddad'],
    footnotes: ['Tomas Iglesias'],
    comments: ['Oskar Lindqvist'],
    links: ['leo.park@example.org', 'nils.berg@example.org', 'Pia Weiss'],
    properties: [
      ...[
        'Leo Park',
        'Yara Haddad',
        'Lia Ferri',
        'Ned Quill',
        'Vera Lang',
        'Jon Rask',
        'Ruth Abrams',
        'Sana Malik',
      ],
      ...['Kim Sorel', 'Eli Novak', 'Maya Reyes'],
    ],
  },
  'excel.xlsx': {
    sheet: [
      ...[
        'Maya Reyes',
        '1002345',
        '3/14/2012',
        '(202) 555-0147',
        '555-0149',
        'Diego Fuentes',
        'Wen Zhao',
        'Ade Balogun',
      ],
      ...['Hana Sato', 'Ivy Brennan', 'Zuri Okafor', 'Ned Quill'],
    ],
    'header-footer': ['Liam Chen', 'Noor Haddad'],
    comments: ['Oskar Lindqvist', 'Pia Weiss'],
    links: ['leo.park@example.org', 'Kim Sorel'],
    properties: [
      ...[
        'Kofi Mensah',
        'Abe Cohen',
        'Lia Ferri',
        'Finn Daly',
        'Leo Park',
        'Lena Moss',
        'Jon Rask',
        'Yara Haddad',
      ],
      ...['Vera Lang', 'Tess Holt', 'Ruth Abrams', 'Sana Malik', 'Eli Novak', 'Maya Reyes'],
    ],
  },
  'powerpoint.pptx': {
    slide: [
      'Maya Reyes',
      'Kofi Mensah',
      'Ade Balogun',
      'Diego Fuentes',
      '1002345',
      'Tess Holt',
      'Vera Lang',
      'Ivy Brennan',
    ],
    notes: ['Priya Nair'],
    sheet: ['Vera Lang', 'Uma Frost'],
    'header-footer': ['Liam Chen', 'Noor Haddad'],
    comments: ['Oskar Lindqvist', 'Pia Weiss'],
    links: ['leo.park@example.org'],
    properties: ['Abe Cohen', 'Leo Park', 'Ruth Abrams', 'Sana Malik', 'Eli Novak'],
  },
};
const FIXTURES = Object.keys(KNOWN);

/** Who made the file, its comments and its changes: gone without a swap. */
const AUTHORS = [
  'Ana Lopez',
  'Bea Winter',
  'Cara Dunn',
  'Dora Klein',
  'Gil Ortega',
  'Cedar Hollow School',
  'gortega',
];
/** What shows in the text as authors only. */
const SHOWN_AUTHORS = (name: string): Partial<Record<PartKind, string[]>> => ({
  properties: ['Ana Lopez', 'Bea Winter'],
  comments: name === 'letter.odt' || name === 'letter.docx' ? ['Cara Dunn', 'Dora Klein'] : ['Dora Klein'],
});

const labelsOf = (name: string) =>
  Object.fromEntries(
    [...new Set(Object.values(KNOWN[name]!).flat())].map((word, i) => [word, `[Student ${i + 1}]`]),
  );
/** Names that the XML may hold in other forms as well. */
const formsOf = (word: string) => [
  ...[word, word.replaceAll('\u00ad', '')],
  ...(word.includes(' ')
    ? [word.replaceAll(' ', '_'), ...word.split(/\s+/).filter((one) => one.length > 4)]
    : []),
];

describe.each(FIXTURES)('%s', (name) => {
  const kind = name.slice(name.lastIndexOf('.') + 1) as FileKind;

  test('is read with all that is known to be in it, each in its part', async () => {
    const file = await openOffice(read(name), name);
    expect(file.kind).toBe(kind);
    for (const [part, words = []] of [
      ...Object.entries(KNOWN[name]!),
      ...Object.entries(SHOWN_AUTHORS(name)),
    ]) {
      const text = textOf(file, part);
      expect(
        words.filter((word) => !text.includes(word)),
        part,
      ).toEqual([]);
    }
  });

  test('has parts that cover its text without gaps, each ended by a line end', async () => {
    const { text, parts } = await openOffice(read(name), name);
    expect(parts[0]).toMatchObject({ kind: 'file-name', start: 0 });
    expect(text.slice(0, parts[0]!.end)).toBe(`${name.slice(0, -1 - kind.length)}\n`);
    expect(parts.map(({ start }) => start)).toEqual([0, ...parts.slice(0, -1).map(({ end }) => end)]);
    expect(parts.at(-1)!.end).toBe(text.length);
    expect(parts.every(({ end }) => text[end - 1] === '\n')).toBe(true);
  });

  test('has no known name in its swapped copy', async () => {
    const labels = labelsOf(name);
    const copy = await swapped(await openOffice(read(name), `Maya Reyes plan.${kind}`), labels);
    expect(copy.name).not.toContain('Maya');
    expect(copy.name.endsWith(`plan.${kind}`)).toBe(true);
    const forms = [...Object.keys(labels).flatMap(formsOf), ...AUTHORS];
    // "Seat of Ivy" is the word of a cell; the sheet of that name has another one.
    expect(found(copy.bytes, forms)).toEqual([]);
    // The words are known to be found where they are.
    expect(found(read(name), AUTHORS)).not.toEqual([]);
    expect(found(read(name), ['Maya Reyes'])).not.toEqual([]);
  });

  test('reads in its copy as the text with labels', async () => {
    const labels = labelsOf(name);
    const file = await openOffice(read(name), name);
    const copy = await swapped(file, labels);
    const again = await openOffice(copy.bytes, copy.name);
    const inOrder = Object.entries(labels).sort(([a], [b]) => b.length - a.length);
    const expected = inOrder.reduce((text, [word, label]) => text.replaceAll(word, label), file.text);
    const isAuthor = (line: string) => AUTHORS.some((author) => line.includes(author));
    /** A sheet's name takes no brackets. */
    const plain = (line: string) => line.replace(/[[\]]/g, '');
    const lines = (text: string) =>
      new Set(
        text
          .split('\n')
          .filter((line) => !isAuthor(line))
          .map(plain),
      );
    expect(lines(again.text)).toEqual(lines(expected));
    expect(again.unread).toEqual(file.unread);
  });

  test('keeps the rest of its copy', async () => {
    const original = unpacked(read(name));
    const copy = unpacked((await swapped(await openOffice(read(name), name), labelsOf(name))).bytes);
    const gone = [...original.keys()].filter((path) => !copy.has(path));
    expect(gone.filter((path) => !/humbnail|people\.xml$|changesInfo|calcChain/.test(path))).toEqual([]);
    expect([...copy.keys()]).toEqual([...original.keys()].filter((path) => !gone.includes(path)));
    for (const [path, bytes] of copy) {
      const [before, after] = [original.get(path)!, bytes].map((one) => new TextDecoder().decode(one));
      if (path.endsWith('.xlsx')) continue;
      if (!/\.(?:xml|rels)$/.test(path)) {
        if (!path.endsWith('.vml')) expect(bytes, path).toEqual(original.get(path));
        continue;
      }
      expect(flawsOf(after!), path).toEqual([]);
      // Cells become text; what is gone is gone from the lists too.
      const changes =
        /sheet\d+\.xml$|\.rels$|Content_Types|manifest\.xml$|pivotCacheDefinition|people/.test(path) ||
        kind === 'ods';
      const withoutMarks = (xml: string) => skeletonOf(xml).map((tag) => tag.replace(' xml:space=""', ''));
      const marks = (tags: string[]) =>
        tags.filter((tag) => !/^<w:(?:softHyphen|noBreakHyphen)\/>$|^<text:s/.test(tag));
      if (!changes) expect(marks(withoutMarks(after!)), path).toEqual(marks(withoutMarks(before!)));
    }
    const [first] = copy;
    if (kind === 'odt' || kind === 'ods') expect(first![0]).toBe('mimetype');
  });

  test('comes back as it is but for its authors where nothing is swapped', async () => {
    const file = await openOffice(read(name), name);
    const copy = await file.rewrite([]);
    expect(copy.name).toBe(name);
    expect(found(copy.bytes, AUTHORS)).toEqual([]);
    const again = await openOffice(copy.bytes, name);
    const lines = (text: string) =>
      text.split('\n').filter((line) => !AUTHORS.some((one) => line.includes(one)));
    expect(lines(again.text)).toEqual(lines(file.text));
  });
});

test('a copy of an open file takes nothing from the one before', async () => {
  const file = await openOffice(read('excel.xlsx'), 'excel.xlsx');
  const first = await swapped(file, labelsOf('excel.xlsx'));
  const second = await swapped(file, { 'Maya Reyes': '[Student 1]' });
  expect(found(second.bytes, ['Diego ', '1002346'])).not.toEqual([]);
  expect(await swapped(file, labelsOf('excel.xlsx'))).toEqual(first);
});

test.each<[string, string]>([
  ['word.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['excel.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['powerpoint.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['letter.odt', 'application/vnd.oasis.opendocument.text'],
  ['roster.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
])('%s has its media type', async (name, type) => {
  expect((await (await openOffice(read(name), name)).rewrite([])).type).toBe(type);
});

test('what is not read is said', async () => {
  expect((await openOffice(read('word.docx'), 'word.docx')).unread).toEqual([{ what: 'picture', times: 1 }]);
});

test('hidden sheets and slides are marked, notes follow their slide', async () => {
  const excel = await openOffice(read('excel.xlsx'), 'excel.xlsx');
  const sheets = excel.parts.filter(({ kind }) => kind === 'sheet');
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Period 3', false],
    ['Ivy Brennan', true],
    ['Keys', true],
  ]);
  const slides = await openOffice(read('powerpoint.pptx'), 'a.pptx');
  expect(slides.parts.slice(1, 4).map(({ kind, name, hidden }) => [kind, name, hidden])).toEqual([
    ['slide', '1', false],
    ['notes', '1', true],
    ['slide', '2', true],
  ]);
});
