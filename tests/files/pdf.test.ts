import { describe, expect, test } from 'vitest';
import { openFile } from '../../lib/files/open.ts';
import { pageText, type Run, type StructureNode } from '../../lib/files/pdf/page-text.ts';
import { makePdf, words } from './make-pdf.ts';
import { partText, rewritten, textOf } from './rewriting.ts';

/** A run of letters that are half as wide as high. */
const run = (text: string, x: number, y: number, more: Partial<Run> = {}): Run => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  rightToLeft: false,
  content: undefined,
  ...more,
});
const PROSE = 'the students took samples of the water and counted all of';

describe('lines by place', () => {
  test.each<[string, Run[], string]>([
    ['nothing', [run(' ', 0, 0)], ''],
    ['letters of one word', [run('Ma', 0, 0), run('ya', 10, 0), run('Lopez', 23, 0)], 'Maya Lopez\n'],
    ['drawn twice', [run('Maya', 0, 0), run('Maya', 0.3, 0)], 'Maya\n'],
    [
      'a raised number',
      [run('quarter', 0, 0), run('1', 35, 4, { size: 6 }), run('and', 44, 0)],
      'quarter1 and\n',
    ],
    ['cells', [run('Maya', 0, 0), run('204418', 60, 0), run('x', 200, 0)], 'Maya\t204418\tx\n'],
    [
      'a list of names',
      [run('Maya Lopez', 0, 24), run('Bo Li', 0, 12), run('Xi Chen', 0, 0)],
      'Maya Lopez\nBo Li\nXi Chen\n',
    ],
    ['prose', [run(PROSE, 0, 24), run('it, Maya', 0, 12)], `${PROSE} it, Maya\n`],
    [
      'a name over two lines of prose',
      [run(`${PROSE} Maya`, 0, 12), run('Lopez saw it', 0, 0)],
      `${PROSE} Maya Lopez saw it\n`,
    ],
    ['a word that is parted', [run(`${PROSE} bee-`, 0, 12), run('tles', 0, 0)], `${PROSE} beetles\n`],
    [
      'a name with a hyphen',
      [run(`${PROSE} Maya-`, 0, 12), run('Lee saw it', 0, 0)],
      `${PROSE} Maya-Lee saw it\n`,
    ],
    ['paragraphs', [run('One.', 0, 40), run('Two.', 0, 0)], 'One.\n\nTwo.\n'],
    [
      'cells of several lines',
      [
        run('Maya', 0, 24),
        run('Lopez', 0, 12),
        run('is new', 60, 24),
        run('here', 60, 12),
        run('Bo', 0, 0),
        run('ok', 60, 0),
      ],
      'Maya Lopez\tis new here\nBo\tok\n',
    ],
    [
      'a cell that is empty',
      [
        ...[run('Name', 0, 24), run('ID', 60, 24), run('Note', 120, 24)],
        run('Bo', 0, 12),
        run('ok', 120, 12),
      ],
      'Name\tID\tNote\nBo\t\tok\n',
    ],
    [
      'a table that is drawn by columns',
      [
        ...[run('Name', 0, 24), run('Bo', 0, 12), run('Xi', 0, 0)],
        ...[run('ID', 60, 24), run('1', 60, 12), run('2', 60, 0)],
      ],
      'Name\tID\nBo\t1\nXi\t2\n',
    ],
    [
      'columns of prose',
      [0, 400].flatMap((x) => [24, 12, 0].map((y) => run(y === 0 ? 'the end.' : PROSE, x, y))),
      `${[1, 2].map(() => `${PROSE} ${PROSE} the end.\n`).join('\n')}`,
    ],
    ['right to left', [run('ב', 0, 0, { rightToLeft: true }), run('א', 5, 0, { rightToLeft: true })], 'אב\n'],
  ])('%s', (_what, runs, text) => {
    expect(pageText(runs, null)).toBe(text);
  });
});

describe('by the tree', () => {
  const node = (role: string, ...children: StructureNode[]): StructureNode => ({ role, children });
  const content = (id: string): StructureNode => ({ type: 'content', id });
  const tree = node(
    'Document',
    node('P', content('c'), node('Span', content('d'))),
    node('Table', node('TR', node('TD', node('P', content('a'))), node('TD'), node('TD', content('b')))),
    { role: 'Figure', alt: 'Maya  on stage', children: [] },
    content('not there'),
    content('a'),
  );

  test('order, paragraphs and cells are those of the tree; what is not in it comes behind', () => {
    const runs = [
      run('x', 90, 0, { content: 'b' }),
      run('Maya', 0, 0, { content: 'a' }),
      run('Lo', 0, 90, { content: 'c' }),
      run('pez', 10, 90, { content: 'd' }),
      run('Page 1', 0, 200),
      run('note', 0, 300, { content: 'e' }),
    ];
    expect(pageText(runs, tree)).toBe('Lopez\nMaya\t\tx\nMaya on stage\n\nPage 1\n\nnote\n');
  });

  test('a tree that goes round in circles comes to an end', () => {
    const circle = node('P', content('a'));
    circle.children!.push(circle);
    expect(pageText([run('Maya', 0, 0, { content: 'a' })], circle)).toBe('Maya\n');
  });
});

describe('a document', () => {
  const form = makePdf({
    pages: [
      [words(50, 700, 'Student:'), words(50, 650, 'Grade 7'), words(20, 100, 'at the edge', '0 1 -1 0')].join(
        '\n',
      ),
      '',
    ],
    annotations: [
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(student)/V(Maya Lopez)/Rect[110 695 300 715]/DA(/F 12 Tf)>>',
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(id)/TU(Number)/V(204418)/Rect[10 500 300 520]/DA(/F 12 Tf)>>',
      '<</Type/Annot/Subtype/Widget/FT/Btn/T(box)/V/Yes/AS/Yes/Rect[10 400 20 410]>>',
      '<</Type/Annot/Subtype/Text/T(Ana Ortiz)/Contents(Ask Maya Lopez)/Rect[10 10 20 20]>>',
      '<</Type/Annot/Subtype/Link/Rect[10 10 20 20]/A<</S/URI/URI(mailto:maya@example.org)>>>>',
    ],
    catalog:
      '/AcroForm<</Fields[50 0 R 51 0 R 52 0 R]/DR<</Font<</F 3 0 R>>>>>>/Names<</EmbeddedFiles<</Names[(a)100 0 R]>>>>/Outlines 102 0 R',
    info: '/Title(On Maya Lopez)/Author(Ana Ortiz)/School(Elm)',
    objects: [
      '<</Type/Filespec/F(maya.docx)/UF(maya.docx)/EF<</F 101 0 R>>>>',
      '<</Type/EmbeddedFile/Length 1>>stream\nx\nendstream',
      '<</Type/Outlines/First 103 0 R/Last 103 0 R/Count 1>>',
      '<</Title(Part on Bo)/Parent 102 0 R/Dest[10 0 R/Fit]>>',
    ],
  });

  test('pages, fields where they stand, comments, links, properties, and what is not read', async () => {
    const file = await openFile(form, 'form.pdf');
    expect(file.parts.map(({ kind, name }) => `${kind}${name}`)).toEqual([
      ...['file-name', 'page1', 'comments', 'links', 'properties'],
    ]);
    expect(partText(file, 'page')).toBe('Student: Maya Lopez\n\nGrade 7\n\nNumber: 204418\n\nat the edge\n');
    expect(partText(file, 'comments')).toBe('Ana Ortiz: Ask Maya Lopez\n');
    expect(partText(file, 'links')).toBe('mailto:maya@example.org\n');
    expect(partText(file, 'properties')).toBe(
      'title: On Maya Lopez\nauthor: Ana Ortiz\nSchool: Elm\noutline: Part on Bo\nattachment: maya.docx\n',
    );
    expect(file.unread).toEqual([
      { what: 'embedded-file', times: 1 },
      { what: 'scanned-page', times: 1 },
    ]);
  });

  test('the copy is a text without properties, and says what is lost', async () => {
    const { name, type, lost, bytes } = await rewritten(form, 'Maya Lopez.PDF', {
      'Maya Lopez': '[Student 1]',
    });
    expect({ name, type, lost }).toEqual({ name: '[Student 1].txt', type: 'text/plain', lost: ['layout'] });
    expect(textOf(bytes)).toBe(
      'Student: [Student 1]\n\nGrade 7\n\nNumber: 204418\n\nat the edge\nAna Ortiz: Ask [Student 1]\nmailto:maya@example.org\n',
    );
  });

  test('two at once, with progress', async () => {
    const shares: number[] = [];
    const open = () => openFile(form, 'a.pdf', { progress: (share) => shares.push(share) });
    const [one, other] = await Promise.all([open(), open()]);
    expect(one.text).toBe(other.text);
    expect(shares.toSorted()).toEqual([0.5, 0.5, 1, 1]);
  });

  test('is given up when nobody waits for it', async () => {
    const stop = new AbortController();
    const opening = openFile(form, 'a.pdf', { progress: () => stop.abort(), signal: stop.signal });
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
    await expect(openFile(form, 'a.pdf', { signal: stop.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  test('a page that lies on its side', async () => {
    const turned = makePdf({
      pages: [[words(100, 50, 'Maya', '0 1 -1 0'), words(115, 50, 'Bo', '0 1 -1 0')].join('\n')],
    });
    expect((await openFile(turned, 'a.pdf')).text).toBe('a\nMaya\nBo\n');
  });
});
