import { expect, test } from 'vitest';
import { faultOf } from '../../lib/patterns.ts';
import { checkPolicy, linePlaces } from '../../lib/policy/check.ts';

test('patterns that are none, and patterns that begin with nothing to look for', () => {
  const problems = checkPolicy(
    `{
  "customPatterns": ["LC-\\\\d{6}", "LC-(", "\\\\w+@", 7,
    "KD-(?=x)"]
}`,
    { faultOf },
  );
  expect(problems).toEqual([
    { line: 2, column: 35, field: 'customPatterns.1', hint: expect.stringMatching(/^no pattern of RE2: \S/) },
    { line: 2, column: 43, field: 'customPatterns.2', hint: expect.stringContaining('such as "LC-"') },
    { line: 2, column: 52, field: 'customPatterns.3', hint: expect.stringContaining('such as "LC-"') },
    { line: 3, column: 5, field: 'customPatterns.4', hint: expect.stringMatching(/^no pattern of RE2: \S/) },
  ]);
});

test('ids of no site, with their places and the closest that there is', () => {
  const text = `{
  "sitesOff": ["ChatGPT", "chatgtp", "chat.exmaple.org", "a b"],
  "sitesAdd": ["quizbot"],
  "approvedTools": [{ "site": "cluade", "tier": "approved" }, { "site": "claude", "tier": "ok" }, 7]
}`;
  expect(checkPolicy(text).map(({ field }) => field)).toEqual([
    'sitesOff.3',
    'approvedTools.1',
    'approvedTools.2',
  ]);
  const problems = checkPolicy(text, { siteIds: ['chatgpt', 'claude', 'pi'] });
  expect(problems.map(({ line, column, field, near }) => [line, column, field, near])).toEqual([
    [2, 27, 'sitesOff.1', 'chatgpt'],
    [2, 58, 'sitesOff.3', undefined],
    [3, 16, 'sitesAdd.0', undefined],
    [4, 21, 'approvedTools.0', 'claude'],
    [4, 63, 'approvedTools.1', undefined],
    [4, 99, 'approvedTools.2', undefined],
  ]);
  expect(problems.map(({ hint }) => hint)).toMatchObject([
    'no such site; did you mean chatgpt?',
    expect.stringContaining('write ids of sites'),
    'no such site; known are chatgpt, claude, pi',
    'no such site; did you mean claude?',
    expect.stringContaining('agreement'),
    expect.stringContaining('agreement'),
  ]);
});

test('a valid policy has no problem', () => {
  expect(checkPolicy('{"rules": {"email": "block"}, "locked": ["email"]}')).toEqual([]);
});

test('each problem has its place and a hint', () => {
  const problems = checkPolicy(`{
  "rules": {
    "emial": "review",
    "phone": "stop"
  },
  "allowPause": "no", "sitez": [],
  "customTerms": {"rules": 1},
  "fields": ["allowUnchecked"]
}`);
  expect(problems.map((p) => [p.line, p.column, p.field])).toEqual([
    [1, 1, 'allowUnchecked'],
    [3, 5, 'rules.emial'],
    [4, 5, 'rules.phone'],
    [6, 3, 'allowPause'],
    [6, 23, 'sitez'],
    [7, 3, 'customTerms'],
  ]);
  expect(problems[0]!.hint).toContain('named in fields');
  expect(problems[1]!.hint).toContain('did you mean email?');
  expect(problems[2]!.hint).toContain('off, note, review, redact, block');
  expect(problems[3]!.hint).toContain('true or false');
  expect(problems[4]!.hint).toContain('no such field');
});

test.each([
  ['{"rules": {,}}', 1, 12],
  ['{\n  "rules": x\n}', 2, 12],
  ['{', 1, 2],
  ['', 1, 1],
])('text that is not JSON: %j', (text, line, column) => {
  expect(checkPolicy(text)).toEqual([{ line, column, field: 'policy', hint: 'not JSON from here on' }]);
});

test('JSON that is no policy', () => {
  expect(checkPolicy(' [1]')).toMatchObject([{ line: 1, column: 2, field: 'policy' }]);
});

test.each([
  [0, 1, 1],
  [3, 2, 1],
  [6, 4, 1],
  [8, 4, 3],
])('the place of offset %i', (offset, line, column) => {
  expect(linePlaces('a\r\nb\n\r😀c')(offset)).toEqual({ line, column });
});
