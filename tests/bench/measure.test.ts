import { describe, expect, test } from 'vitest';
import type { CategoryId } from '../../lib/detect/category.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import {
  amongClean,
  falseAlarms,
  findNames,
  flaggedPublic,
  identifierPrecision,
  isClean,
  isFirstName,
  isFullName,
  isWhole,
  nameWords,
  type Reading,
  recall,
  recase,
  reliability,
  scoreNames,
  wilson,
} from '../../tools/bench/measure.ts';
import { chart, figure, isReached, table } from '../../tools/bench/report.ts';
import { parseCorpus } from '../../tools/corpus.ts';

function labelled(body: string) {
  return parseCorpus(`### T1 genre=prompt lang=en\n${body}\n`)[0]!;
}

/** A reading in which these pieces of the text are found, each at its first place; `!` before a category: an alarm. */
function reading(
  body: string,
  ...found: [category: CategoryId | `!${CategoryId}`, piece: string][]
): Reading {
  const text = labelled(body);
  const all = found.map(([category, piece]) => {
    const start = text.text.indexOf(piece);
    if (start < 0) throw new Error(`not in the text: ${piece}`);
    const finding: Finding = {
      span: { start, end: start + piece.length },
      category: category.replace('!', '') as CategoryId,
      score: 0.85,
      recognizer: 'test',
      because: [],
      entity: 1,
    };
    return { finding, alarm: category.startsWith('!') };
  });
  return {
    text,
    findings: all.map(({ finding }) => finding),
    alarms: all.filter(({ alarm }) => alarm).map(({ finding }) => finding),
  };
}

describe('intervals', () => {
  // Figures from Newcombe 1998, table I (Wilson without continuity correction).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (hits, of, low, high) => {
    const interval = wilson({ hits, of });
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  test('of nothing it is everything', () => {
    expect(wilson({ hits: 0, of: 0 })).toEqual([0, 1]);
  });
});

describe('a name found whole', () => {
  const text = 'Lopez, Maya was late';
  const label = { start: 0, end: 11 };
  test.each<[string, [number, number][], boolean]>([
    ['one finding', [[0, 11]], true],
    [
      'two with the comma between',
      [
        [0, 5],
        [7, 11],
      ],
      true,
    ],
    [
      'in any order',
      [
        [7, 11],
        [0, 5],
      ],
      true,
    ],
    ['only the first', [[0, 5]], false],
    ['only the last', [[7, 11]], false],
    ['one letter too short', [[0, 10]], false],
    ['one letter too long', [[0, 12]], false],
    [
      'two that overlap',
      [
        [0, 8],
        [7, 11],
      ],
      false,
    ],
    ['none', [], false],
  ])('%s', (_what, spans, expected) => {
    expect(
      isWhole(
        label,
        spans.map(([start, end]) => ({ start, end })),
        text,
      ),
    ).toBe(expected);
  });

  test('two with only a space between are two names', () => {
    const spans = [
      { start: 0, end: 4 },
      { start: 5, end: 10 },
    ];
    expect(isWhole({ start: 0, end: 10 }, spans, 'Maya Lopez')).toBe(false);
  });
});

describe('names', () => {
  test('found, whole and right', () => {
    const some = [
      reading(
        '{{student:1|Maya Lopez}} and {{student:2|Bo}} read {{public|Amy Tan}}',
        ['!person-name', 'Lopez'],
        ['!person-name', 'Amy Tan'],
        ['person-name', 'read'],
      ),
      reading('{{staff:1|Ann Poe}} called', ['!person-name', 'Ann Poe'], ['!email', 'called']),
    ];
    expect(scoreNames(some)).toEqual({
      found: { hits: 2, of: 3 },
      whole: { hits: 1, of: 3 },
      // The name that is only noted stops nothing, so that it does not count.
      precision: { hits: 2, of: 3 },
    });
  });

  test('other labels and other findings do not count', () => {
    const one = reading(
      '{{student:1|Bo}} {{family|is in foster care}}',
      ['!username', 'Bo'],
      ['family', 'is in'],
    );
    expect(scoreNames([one]).found).toEqual({ hits: 0, of: 1 });
    expect(recall([one], 'family', () => false).same).toEqual({ hits: 1, of: 1 });
  });

  test.each([
    ['{{student:1|Maya}} left', true],
    ['{{student:1|Maya Lopez}} left', false],
    ['Mr. {{staff:1|Poe}} left', false],
    ['Sra. {{family:1|Lopez}} llamó', false],
    ['Later {{student:1|Maya}} left', true],
    ['{{student:1|Maya}}, that is {{student:1|Maya Lopez}}', true],
    ['{{student:1|Lopez}}, that is {{student:1|Maya Lopez}}', false],
    ['{{student:1|Maya}}, that is {{student:1|Lopez, Maya}}', true],
    ['{{student:1|Lopez}}, that is {{student:1|Lopez, Maya}}', false],
    ['{{student:1|Lopez}}, not {{student:2|Maya Lopez}}', true],
  ])('%s: the first mention is a first name alone: %s', (body, expected) => {
    const text = labelled(body);
    expect(isFirstName(text.labels[0]!, text)).toBe(expected);
  });

  test('only the chosen labels are counted', () => {
    const one = reading('{{student:1|Maya Lopez}} and {{student:2|Bo}}', ['person-name', 'Maya Lopez']);
    expect(findNames([one], isFullName)).toEqual({ hits: 1, of: 1 });
    expect(findNames([one], isFirstName)).toEqual({ hits: 0, of: 1 });
  });

  test('words of names to withhold: private ones, in lower case, none of the rest', () => {
    const text = labelled(
      '{{student:1|Maya O’Hara-Lopez}} reads {{public|Amy Tan}} {{email:2|bo@example.org}}',
    );
    expect([...nameWords([text])].sort()).toEqual([
      'hara',
      'lopez',
      'maya',
      'o',
      'oharalopez',
      'o’hara-lopez',
    ]);
  });

  test('by score', () => {
    const one = reading('{{student:1|Maya}} at Niagara', ['person-name', 'Maya'], ['person-name', 'Niagara']);
    expect(reliability([one])).toEqual([{ from: 0.8, meanScore: 0.85, right: { hits: 1, of: 2 } }]);
  });
});

describe('clean texts', () => {
  const clean = 'Read {{public|Amy Tan}} to page 12';
  test.each([
    [clean, true],
    ['Plan a lesson', true],
    ['{{student:1|Bo}} reads {{public|Amy Tan}}', false],
    ['my student {{disability|has an IEP}}', false],
  ])('%s: %s', (body, expected) => {
    expect(isClean(labelled(body))).toBe(expected);
  });

  test('alarms by kind, each text once', () => {
    const some = [
      reading(clean, ['!person-name', 'Amy'], ['!student-id', '12']),
      reading(clean, ['school', 'Amy']),
      reading(clean, ['!health', 'Read']),
      reading('{{student:1|Bo}}', ['!person-name', 'Bo']),
    ];
    expect(falseAlarms(some, ['direct', 'indirect'])).toEqual({ hits: 1, of: 3 });
    expect(falseAlarms(some, ['sensitive'])).toEqual({ hits: 1, of: 3 });
    expect(falseAlarms(some, ['document'])).toEqual({ hits: 0, of: 3 });
  });

  test('public names count where they stand beside private ones', () => {
    const mixed = '{{student:1|Bo}} reads {{public|Amy Tan}} and {{public|Gary Soto}}';
    const some = [
      reading(mixed, ['!person-name', 'Amy'], ['person-name', 'Soto']),
      reading(clean, ['!person-name', 'Amy Tan']),
    ];
    expect(flaggedPublic(some)).toEqual({ hits: 1, of: 2 });
  });
});

test('identifiers: found as their own category, found at all, and right', () => {
  const some = [
    reading('{{student-id:1|4471}} {{phone:2|555-0101}} page 3', ['record-number', '4471'], ['phone', '3']),
    reading('{{student:1|Bo}} 77', ['student-id', 'Bo'], ['person-name', '77']),
  ];
  expect(recall(some, 'student-id', (id) => id === 'record-number')).toEqual({
    same: { hits: 0, of: 1 },
    any: { hits: 1, of: 1 },
  });
  // "3" is part of nothing that is labelled, and "Bo" is no identifier.
  expect(identifierPrecision(some)).toEqual({ hits: 1, of: 3 });
});

test('another case keeps every label in its place', () => {
  const text = labelled('İpek Groß saw {{student:1|Ñusta ﬁne}}');
  const upper = recase(text, 'upper');
  expect(upper.text).toBe('İPEK GROß SAW ÑUSTA ﬁNE');
  expect(recase(text, 'lower').text).toBe('İpek groß saw ñusta ﬁne');
  expect(upper.labels).toEqual(text.labels);
});

describe('the report', () => {
  test.each([
    [95, { min: 95 }, true],
    [94, { min: 95 }, false],
    [6, { max: 6 }, true],
    [7, { max: 6 }, false],
    [7, undefined, undefined],
  ])('%i%% for %j: %s', (hits, goal, expected) => {
    expect(isReached({ name: 'x', share: { hits, of: 100 }, goal })).toBe(expected);
  });

  test('nothing counted reaches nothing', () => {
    expect(isReached({ name: 'x', share: { hits: 0, of: 0 }, goal: { max: 6 } })).toBeUndefined();
    expect(figure({ hits: 0, of: 0 })).toBe('none to count');
  });

  test('a figure has its interval, a table its escapes', () => {
    expect(figure({ hits: 81, of: 263 })).toBe('30.8% (25.5 to 36.6)');
    expect(table(['a'], [['b|c']])).toBe('| a |\n| --- |\n| b\\|c |');
  });

  test('a bar is as long as its share', () => {
    const svg = chart('Title', ['one'], [{ name: 'A & B', shares: [{ hits: 1, of: 4 }] }]);
    const whole = Number(/<line x1="([\d.]+)"[^>]*>\n<text[^>]*>100%/.exec(svg)?.[1]);
    const none = Number(/<line x1="([\d.]+)"[^>]*>\n<text[^>]*>0%/.exec(svg)?.[1]);
    expect(Number(/width="([\d.]+)" height="18"/.exec(svg)?.[1])).toBeCloseTo((whole - none) / 4, 1);
    expect(svg).toContain('A &amp; B');
  });
});

test('a text among clean ones keeps its labels in their places', () => {
  const pupil = labelled('Ask {{student:1|Maya}}.');
  const [clean, other] = [labelled('Read {{public|Frost}}.'), labelled('Plan a quiz.')];
  const [only, ...more] = amongClean([clean, pupil, other], 3);
  expect(more).toEqual([]);
  expect(only!.text.split('\n\n').sort()).toEqual([
    'Ask Maya.',
    'Plan a quiz.',
    'Read Frost.',
    'Read Frost.',
  ]);
  expect(only!.labels.map(({ start, end }) => only!.text.slice(start, end)).sort()).toEqual([
    'Frost',
    'Frost',
    'Maya',
  ]);
});
