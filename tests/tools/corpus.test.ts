import { describe, expect, test } from 'vitest';
import { isPersonLabel, loadCorpus, parseCorpus } from '../../tools/corpus.ts';

/** The one text of a source with this body, its labels as `label:entity=text`. */
function read(body: string) {
  const [text] = parseCorpus(`### X1 genre=prompt lang=en\n${body}\n`);
  return {
    text: text?.text,
    labels: text?.labels.map(
      ({ label, entity, start, end }) => `${label}:${entity}=${text.text.slice(start, end)}`,
    ),
  };
}

describe('the parser of labelled texts', () => {
  test.each([
    ['no label', 'Plan a lesson.', 'Plan a lesson.', []],
    ['a person', '{{student:1|Maya Lopez}} left', 'Maya Lopez left', ['student:1=Maya Lopez']],
    ['no number', 'he {{disability|has an IEP}}', 'he has an IEP', ['disability:0=has an IEP']],
    ['a number of two digits', '{{email:12|a@example.org}}', 'a@example.org', ['email:12=a@example.org']],
    [
      'labels within a label, by start',
      '{{roster|{{student:1|Ana}}, {{student:2|Bo}}}}.',
      'Ana, Bo.',
      ['roster:0=Ana, Bo', 'student:1=Ana', 'student:2=Bo'],
    ],
    [
      'over lines, characters of two units before it',
      '🎒🎒\n{{student-work|a\n\nb}}',
      '🎒🎒\na\n\nb',
      ['student-work:0=a\n\nb'],
    ],
    // Near misses: braces and bars of the text itself.
    ['single braces', 'x = {a|b}', 'x = {a|b}', []],
    ['a capital is no label', 'write {{Name|x', 'write {{Name|x', []],
    ['no bar is no label', 'mail merge {{student', 'mail merge {{student', []],
    ['a bar inside', '{{secret:1|a|b}} | c', 'a|b | c', ['secret:1=a|b']],
    ['a heading of another level', '## A\n#### B', '## A\n#### B', []],
    ['signs of a header inside a line', 'see ### 3', 'see ### 3', []],
  ])('%s', (_what, body, text, labels) => {
    expect(read(body)).toEqual({ text, labels });
  });

  test('reads the header and parts texts; blank lines at the end are not of the text', () => {
    const texts = parseCorpus('### A1 genre=iep lang=es\nuno\n\n\n### A2 genre=sub-plan lang=mixed\ntwo\n');
    expect(texts).toEqual([
      { id: 'A1', genre: 'iep', lang: 'es', text: 'uno', labels: [] },
      { id: 'A2', genre: 'sub-plan', lang: 'mixed', text: 'two', labels: [] },
    ]);
    expect(parseCorpus('no header at all')).toEqual([]);
  });

  test.each([
    ['a label that does not end', 'a {{student:1|Maya', 'X1: a label does not end'],
    ['an end without a label', 'Maya}} left', 'X1: a label ends that has not begun'],
    ['an end too many', '{{student:1|Maya}}}}', 'X1: a label ends that has not begun'],
  ])('%s is an error that names the text', (_what, body, message) => {
    expect(() => read(body)).toThrow(message);
  });

  test.each(['### X1 genre=prompt\nx', '### X1 genre=prompt lang=fr\nx', '### genre=prompt lang=en\nx'])(
    'a header that is not well-formed is an error: %j',
    (source) => {
      expect(() => parseCorpus(source)).toThrow('A header is not well-formed');
    },
  );
});

test.each([
  ['student', 1, true],
  ['self', 2, true],
  ['family', 3, true],
  ['family', 0, false],
  ['email', 1, false],
  ['public', 0, false],
  ['roster', 0, false],
])('a label %s with the number %i marks a private person: %s', (label, entity, expected) => {
  expect(isPersonLabel({ start: 0, end: 1, label, entity })).toBe(expected);
});

test.each(['train', 'dev', 'test'] as const)('every text of %s has text, and labels with text', (split) => {
  const texts = loadCorpus(split);
  expect(texts.length).toBeGreaterThan(300);
  expect(texts.filter(({ text }) => text.trim() === '').map(({ id }) => id)).toEqual([]);
  const empty = texts.filter(({ labels }) => labels.some(({ start, end }) => end <= start));
  expect(empty.map(({ id }) => id)).toEqual([]);
});
