import { expect, test } from 'vitest';
import { countsCsv, countsJson } from '../lib/count-files.ts';

const WEEKS = [
  { week: '2026-11-23', counts: { names: 14, identifiers: 5, indirect: 4, sensitive: 1, documents: 0 } },
  { week: '2026-11-16', counts: { names: 0, identifiers: 0, indirect: 0, sensitive: 3, documents: 120 } },
];

test('a file has five kinds by week, and no count below five', () => {
  expect(countsCsv(WEEKS)).toBe(
    '\uFEFFweek,names,identifiers,indirect,sensitive,documents\r\n2026-11-23,14,5,<5,<5,<5\r\n2026-11-16,<5,<5,<5,<5,120\r\n',
  );
  expect(JSON.parse(countsJson(WEEKS))).toEqual({
    format: 'chalkline-counts',
    version: 1,
    weeks: [
      { week: '2026-11-23', names: 14, identifiers: 5, indirect: '<5', sensitive: '<5', documents: '<5' },
      { week: '2026-11-16', names: '<5', identifiers: '<5', indirect: '<5', sensitive: '<5', documents: 120 },
    ],
  });
});
