/** Reports of teachers: what may be saved, what is read back, and the files that they leave in. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CategoryId } from '../../lib/detect/category.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import {
  CHOICES,
  COLUMNS,
  detailsIn,
  LONGEST,
  missingIn,
  type Report,
  readReports,
  toCsv,
  toJson,
} from '../../lib/learn/report.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';

const REPORT: Report = {
  id: 'r1',
  week: '2026-11-23',
  kind: 'biased',
  severity: 'high',
  task: 'feedback',
  subject: 'ela',
  band: 'M',
  tool: 'ChatGPT',
  example: 'The same essay under two made-up names: one got a 4, one a 2.',
  note: '',
};

/** Reads CSV by RFC 4180, apart from the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('a draft', () => {
  test('that is whole lacks nothing, also where nothing else is said', () => {
    expect(missingIn({ ...REPORT, subject: 'all', band: null, tool: '', note: '' })).toEqual([]);
  });

  test.each([
    [{ kind: '' }, 'kind', 'kind'],
    [{ kind: 'angry' }, 'kind', 'kind'],
    [{ task: '' }, 'task', 'task'],
    [{ example: ' \n' }, 'example', 'example'],
    [{ example: 'x'.repeat(LONGEST.example + 1) }, 'example', 'too-long'],
    [{ note: 'x'.repeat(LONGEST.note + 1) }, 'note', 'too-long'],
    [{ tool: 'x'.repeat(LONGEST.tool + 1) }, 'tool', 'too-long'],
  ])('%j is not saved', (change, field, problem) => {
    expect(missingIn({ ...REPORT, ...change })).toEqual([{ field, problem }]);
  });
});

describe('details of students', () => {
  const text = 'Maya Lopez has dyslexia. Maya was late.';
  const finding = (words: string, category: CategoryId, from = 0): Finding => {
    const start = text.indexOf(words, from);
    const span = { start, end: start + words.length };
    return { span, category, score: 0.95, recognizer: 'test', because: [], entity: 1 };
  };
  const usual = mergePolicies({ district: {}, teacher: {} });
  const off = mergePolicies({ district: {}, teacher: { rules: { 'person-name': 'off' } } });

  test('are named once each, in order, without what is said about them', () => {
    const found = [
      finding('dyslexia', 'disability'),
      finding('Maya', 'person-name', 20),
      finding('Maya Lopez', 'person-name'),
    ];
    expect(detailsIn(text, found, [usual, usual])).toEqual([
      { words: 'Maya Lopez', category: 'person-name' },
      { words: 'Maya', category: 'person-name' },
    ]);
  });

  test('are those of the stricter policy', () => {
    const found = [finding('Maya Lopez', 'person-name')];
    expect(detailsIn(text, found, [off])).toEqual([]);
    expect(detailsIn(text, found, [off, usual])).toHaveLength(1);
  });

  test('a document is named only where nothing is found within it', () => {
    const whole = finding(text, 'custom');
    expect(detailsIn(text, [whole, finding('Maya Lopez', 'person-name')], [usual])).toEqual([
      { words: 'Maya Lopez', category: 'person-name' },
    ]);
    expect(detailsIn(text, [whole], [usual])).toEqual([{ words: text, category: 'custom' }]);
  });

  test('what is said about nobody may be reported', () => {
    const advice = 'It told the class how to hurt themselves.';
    const span = { start: 22, end: 40 };
    const found: Finding[] = [
      { span, category: 'safety', score: 0.99, recognizer: 'test', because: [], entity: 1 },
    ];
    expect(detailsIn(advice, found, [usual])).toEqual([]);
  });
});

describe('what was stored', () => {
  test('is read back as it was', () => {
    expect(readReports([REPORT])).toEqual([REPORT]);
    const any = { ...REPORT, subject: 'all' as const, band: null };
    expect(readReports(JSON.parse(JSON.stringify([any])))).toEqual([any]);
  });

  test.each([
    null,
    'x',
    { reports: [] },
    [null, 5, 'x'],
    [{ ...REPORT, week: 'Monday' }],
    [{ ...REPORT, kind: 'angry' }],
    [{ ...REPORT, note: 5 }],
  ])('%j holds no report', (raw) => {
    expect(readReports(raw)).toEqual([]);
  });

  test('a damaged one does not take the others with it', () => {
    expect(readReports([{}, REPORT, { ...REPORT, example: '' }])).toEqual([REPORT]);
  });

  test('grades or a subject that are not known become any', () => {
    expect(readReports([{ ...REPORT, band: 'K', subject: 'magic' }])).toEqual([
      { ...REPORT, band: null, subject: 'all' },
    ]);
  });
});

describe('the files', () => {
  const odd: Report = {
    ...REPORT,
    id: 'r2',
    band: null,
    tool: '=HYPERLINK("https://example.org")',
    example: 'It said "no",\r\nthen stopped; año, niño',
    note: '-1 for trying\nagain',
  };

  test('JSON names its form and its version, and is read back', () => {
    const { format, version, reports } = JSON.parse(toJson([REPORT, odd]));
    expect([format, version]).toEqual(['chalkline-teacher-voice', 1]);
    expect(Object.keys(reports[0])).toEqual([...COLUMNS]);
    expect(readReports(reports)).toEqual([REPORT, odd]);
  });

  test('CSV begins with a byte order mark and its columns, and its lines end as RFC 4180 has it', () => {
    const csv = toCsv([REPORT]);
    expect(csv).toBe(
      `\uFEFFid,week,kind,severity,task,subject,band,tool,example,note\r\nr1,2026-11-23,biased,high,feedback,ela,M,ChatGPT,"The same essay under two made-up names: one got a 4, one a 2.",\r\n`,
    );
  });

  test('CSV keeps quotes, commas and line breaks of a text', () => {
    const [, row = []] = readCsv(toCsv([odd]).slice(1));
    expect(row[COLUMNS.indexOf('example')]).toBe(odd.example);
    expect(row[COLUMNS.indexOf('band')]).toBe('all');
    expect(row).toHaveLength(COLUMNS.length);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula in a spreadsheet', (note) => {
    const [, row = []] = readCsv(toCsv([{ ...REPORT, note }]).slice(1));
    expect(row[COLUMNS.indexOf('note')]).toBe(`'${note}`);
  });
});

test('the page for readers of the files names every column and every choice', () => {
  const page = readFileSync(new URL('../../docs/teacher-voice.md', import.meta.url), 'utf8');
  const ids = Object.values(CHOICES).flatMap((list) => list.map(({ id }) => id));
  expect([...COLUMNS, ...ids].filter((id) => !page.includes(`\`${id}\``))).toEqual([]);
});

test('every choice has words in both languages, and each id is there once', () => {
  for (const list of Object.values(CHOICES)) {
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    expect(list.filter(({ en, es }) => !en.trim() || !es.trim())).toEqual([]);
  }
});
