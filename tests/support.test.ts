import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalPolicy } from '../lib/policy/canonical.ts';
import { mergePolicies } from '../lib/policy/merge.ts';
import { type Support, supportDetails } from '../lib/support.ts';

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const about = (district: unknown, more: Partial<Support> = {}, teacher: unknown = {}): Support => ({
  version: '0.1.0',
  userAgent: CHROME,
  state: 'guarded',
  reason: null,
  district,
  problems: mergePolicies({ district, teacher }).problems,
  ...more,
});

test('without a policy and without problems', async () => {
  expect(await supportDetails(about({}))).toBe(
    [
      'Chalkline 0.1.0',
      'Browser: Chrome 156',
      'This tab: guarded',
      'District policy, SHA-256: none',
      'Settings not read: 0',
    ].join('\n'),
  );
});

test('the hash is of what was understood, however it is written', async () => {
  const one = { rules: { phone: 'block', email: 'off' }, allowPause: false, unknown: 1 };
  const other = { allowPause: false, rules: { email: 'off', phone: 'block' } };
  const json = '{"allowPause":false,"rules":{"email":"off","phone":"block"}}';
  expect([canonicalPolicy(one), canonicalPolicy(other)]).toEqual([json, json]);
  const hash = createHash('sha256').update(json).digest('hex');
  expect(await supportDetails(about(other))).toContain(`District policy, SHA-256: ${hash}\n`);
  expect(canonicalPolicy({ ...other, allowPause: true })).not.toBe(json);
});

test('problems are named by their fields, and by nothing that somebody has written', async () => {
  const district = {
    'Maya Lopez': true,
    minScore: 'x',
    rules: { email: 'shout', 'Maya Lopez': 'off' },
    approvedTools: ['Lincoln Middle School'],
  };
  const teacher = { allowTerms: 'Dana Whitfield', customTerms: ['Bluebird Group'] };
  const text = await supportDetails(
    about(district, { state: 'not-protected', reason: 'not-running' }, teacher),
  );
  expect(text).toContain('This tab: not-protected, not-running');
  expect(text.split('\n').at(-1)).toBe(
    'Settings not read: 6, a field that is not known (district), rules.email (district), rules.(not known) (district), minScore (district), approvedTools.0 (district), allowTerms (teacher)',
  );
  expect(text).not.toMatch(/Lopez|Lincoln|Whitfield|Bluebird/);
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36 Edg/150.0.3', 'Edge 150'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153'],
  ['something', 'another one'],
])('of %s only name and version are told', async (userAgent, name) => {
  const text = await supportDetails(about({}, { userAgent, state: null }));
  expect(text.split('\n').slice(1, 3)).toEqual([`Browser: ${name}`, 'District policy, SHA-256: none']);
});
