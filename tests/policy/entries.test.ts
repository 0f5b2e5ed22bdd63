import { describe, expect, test } from 'vitest';
import { type BadEntry, type EntryKind, readEntries } from '../../lib/policy/entries.ts';

describe('an entry', () => {
  test.each<[EntryKind, string[], string[]]>([
    ['name', ['Dana Whitfield', 'Ng', "O'Neil, Ana", 'Zoë'], ['D', 'D.', '42', 'd@example.org', 'Dana 2']],
    [
      'email',
      ['d.whitfield@example.org', 'd@mail.example.org'],
      ['not-an-email', '@example.org', 'd@example', 'd@.org', 'd w@example.org', 'a@b@example.org'],
    ],
    [
      'phone',
      ['(555) 555-0142', '+1 555.555.0142', '5550142'],
      ['555', 'call me', '1234567890123456', '555-0142 x3'],
    ],
    ['term', ['Bluebird Group', 'IB', '7b'], ['B', '?!', '-', 'x'.repeat(101)]],
  ])('that is a %s is told from one that is none', (kind, good, bad) => {
    const read = readEntries([...good, ...bad].join('\n'), kind, []);
    expect(read.good).toEqual(good);
    expect(read.bad).toEqual(bad.map((text) => ({ text, problem: kind })));
  });
});

test('lines are cleaned, and empty ones left out', () => {
  expect(readEntries('  Dana \t Whitfield \r\n\n  \rAna Bell', 'name', []).good).toEqual([
    'Dana Whitfield',
    'Ana Bell',
  ]);
});

test.each<[string, string, string[], string[], BadEntry['problem']]>([
  ['on the list already, in other letters', 'ROARY', ['Roary'], [], 'twice'],
  ['typed twice', 'Kite\nkite', [], [], 'twice'],
  ['on the opposite list', 'Roary', [], ['roary'], 'other'],
])('a word %s is not taken', (_what, input, listed, opposite, problem) => {
  const { bad } = readEntries(input, 'term', listed, opposite);
  expect(bad.map((one) => one.problem)).toEqual([problem]);
});
