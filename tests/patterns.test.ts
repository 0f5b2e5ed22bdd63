import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { faultOf, findPatterns } from '../lib/patterns.ts';
import { startOf } from '../lib/policy/pattern-start.ts';

const found = (text: string, ...patterns: string[]) =>
  findPatterns(text, patterns).map(({ start, end }) => text.slice(start, end));

test.each([
  ['LC-\\d{6}', 'LC-204418, lc-204418 and LC-2044', ['LC-204418']],
  ['(?i)lc-\\d{6}', 'LC-204418 and lc-204419', ['LC-204418', 'lc-204419']],
  ['\\b\\d{3}-\\d{4}\\b', '555-0142, 1555-0142, 555-01423, 555-0143', ['555-0142', '555-0143']],
  ['^LC', 'LC LC\nLC', ['LC']],
  ['(?m)^LC$', 'LC\nLC LC\nLC', ['LC', 'LC']],
  ['LC\\z', 'LC LC', ['LC']],
  ['(?:IEP|504) case \\d+', 'an IEP case 12 and a 504 case 7', ['IEP case 12', '504 case 7']],
  ['[A-Z]{2}\\d+?', 'AB123 CD4', ['AB1', 'CD4']],
  ['[A-Z]{2}\\d?', 'ABC1', ['AB']],
  ['Cohort \\pL', 'Cohort É, Cohort 😀', ['Cohort É']],
  ['😀+', '😀😀 x😀', ['😀😀', '😀']],
  ['Qa\\d*', 'Qa1 Qa', ['Qa1', 'Qa']],
])('%s in %j', (pattern, text, expected) => {
  expect(found(text, pattern)).toEqual(expected);
});

test('what is longer than any detail is not counted, and what comes behind it is', () => {
  const long = `Q${'1'.repeat(600)}`;
  expect(found(`${long} Q7`, 'Q\\d+')).toEqual(['Q7']);
  expect(found(`Q${'1'.repeat(499)}`, 'Q\\d+')).toHaveLength(1);
});

test('a match of nothing ends, and is none', () => {
  expect(found('QQQ', 'Q*', '(?:Q|)', '\\b')).toEqual([]);
});

test('of patterns that are none the others are looked for', () => {
  expect(found('LC-1 KD-2', 'LC-(\\d', '(?=KD)KD', 'KD-\\d')).toEqual(['KD-2']);
});

describe('what is wrong with a pattern', () => {
  test.each(['LC-\\d{6}', '(?i)lc', '(?P<id>S\\d{7})', 'LC-[[:alpha:]]'])('%s is one', (pattern) => {
    expect(faultOf(pattern)).toBeNull();
  });
  test.each(['LC-(\\d', 'LC-[a', 'L(?=C)', '(?<!x)LC', '(L)\\1', 'L{1001}', 'a**', 'LC)(', 'LC\\Q('])(
    '%s is none',
    (pattern) => {
      expect(faultOf(pattern)).toMatch(/\S/);
    },
  );
});

test('finds what the library finds by itself in the whole text', () => {
  const parts = ['L', 'C', '-', '1', '22', ' ', '\n', 'x', 'é', '😀', '\ud83d', '\ude00', '.', 'K'];
  const atoms = [
    'L',
    'C',
    '\\d',
    '[A-Z]',
    '(?:L|C1)',
    '[\\d-]',
    '[-L]',
    '[L\\-1]',
    '[]L]',
    '\\x2d',
    'K',
    '😀',
    '[é1]',
    '(?i:l)',
  ];
  const tails = ['', '\\b', '$', '.', '\\w', '\\S?', '.*', '[^L]', '(?:1|22)'];
  const repeats = ['', '', '', '+', '{2}', '{1,3}', '{2,}', '*', '?', '+?'];
  const piece = fc.tuple(fc.constantFrom(...atoms), fc.constantFrom(...repeats)).map(([a, r]) => a + r);
  const pattern = fc
    .tuple(
      fc.constantFrom('', '', '\\b', '^', '(?m)^', '(?i)'),
      fc.array(fc.array(piece, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
      fc.constantFrom(...tails),
    )
    .map(([head, branches, tail]) => `${head}(?:${branches.map((one) => one.join('')).join('|')})${tail}`);
  let looked = 0;
  fc.assert(
    fc.property(pattern, fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (one, words) => {
      if (!startOf(one)) return;
      looked++;
      const text = words.join('');
      const matcher = RE2JS.compile(one).matcher(text);
      const all: string[] = [];
      while (matcher.find())
        if (matcher.end() > matcher.start()) all.push(`${matcher.start()} ${matcher.end()}`);
      expect(findPatterns(text, [one]).map(({ start, end }) => `${start} ${end}`)).toEqual(all);
    }),
    { numRuns: 5000, seed: 20261130 },
  );
  expect(looked).toBeGreaterThan(1000);
});
