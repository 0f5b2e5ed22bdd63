import { expect, test } from 'vitest';
import { startOf } from '../../lib/policy/pattern-start.ts';

/** The places in a text where a match may start. */
const starts = (pattern: string, text: string) =>
  Array.from(text.matchAll(startOf(pattern)!), ({ index }) => index);

test.each([
  ['LC-\\d{6}', 'LC-2 LC-20441 lc-20441', [5]],
  ['(?i)lc', 'LC lc', [0, 3]],
  ['(?i:lc)|KD', 'LC kd KD', [0, 3, 6]],
  ['\\b[A-Z]{2}\\d+', 'AB1 aBC2 A1', [0, 5]],
  ['(?P<id>[SH]\\d{3})x?', 'S12 S123 T123', [4]],
  ['[-+]\\d', '-1 +2 *3', [0, 3]],
  ['[]x]\\d', ']1 x2', [0, 3]],
  ['\\x41\\x{42}\\t', 'AB\t', [0]],
  ['[a-z]{4}\\d', 'abcd1 abc1', [0]],
  ['\\$\\d+', '$5 x5', [0]],
  ['(?:IEP|504)\\b', 'IEPs 504', [0, 5]],
])('%s in %j', (pattern, text, expected) => {
  expect(starts(pattern, text)).toEqual(expected);
});

test.each([
  ['nothing', ['', '|LC', 'LC|', '()', '\\b', '^']],
  ['any sign', ['.LC', '\\SLC', '\\DLC', '[^x]LC', '\\pLx', '\\p{Lu}x', '[[:alpha:]]1', '\\QLC\\E']],
  ['what may be missing', ['L?C', 'L*C', '(?:L|)C', 'L{0,3}C', '(?:LC)?\\d']],
  ['what is in every text', ['\\w+@', '[a-z]+@', '\\s', 'e+', '(?i)[A-Z]+', ' ', 'LC|\\w']],
  ['what is no pattern', ['[', '[z-a]', 'LC)', '\\']],
])('nothing to look for in a pattern that begins with %s', (_what, patterns) => {
  expect(patterns.filter((pattern) => startOf(pattern) !== null)).toEqual([]);
});
