// biome-ignore-all lint/suspicious/noThenProperty: the action of a rule whose condition holds; no rule is ever awaited.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPolicy } from '../../lib/policy/check.ts';
import { DEFAULT_POLICY } from '../../lib/policy/defaults.ts';
import { LIGHTER_KEYS, POLICY_FIELDS } from '../../lib/policy/fields.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { parsePolicy } from '../../lib/policy/parse.ts';

const schema = JSON.parse(readFileSync(new URL('../../public/managed-schema.json', import.meta.url), 'utf8'));

test('the schema of managed settings has every field, with a title and a description', () => {
  expect(Object.keys(schema.properties).sort()).toEqual([...POLICY_FIELDS].sort());
  for (const field of Object.values<{ title: string; description: string }>(schema.properties)) {
    expect(field.title).toMatch(/\S/);
    expect(field.description).toMatch(/\S.*\.$/);
  }
});

test('the schema lets through what the defaults hold', () => {
  const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
  for (const [name, value] of Object.entries(DEFAULT_POLICY))
    expect([name, schema.properties[name].type.replace('integer', 'number')]).toEqual([name, typeOf(value)]);
});

describe('what is read of a field', () => {
  test.each<[string, unknown, unknown, string[]]>([
    [
      'rules',
      { email: 'review when combined, else note' },
      { email: { when: 'combined', then: 'review', else: 'note' } },
      [],
    ],
    ['rules', { email: 'review when rain, else note' }, {}, ['rules.email']],
    ['idFormats', ['S-#####', '######', '##', 7], ['S-#####', '######'], ['idFormats.2', 'idFormats.3']],
    [
      'customPatterns',
      ['LC-\\d{6}', '.*', '[a-z]+', 7],
      ['LC-\\d{6}'],
      [1, 2, 3].map((i) => `customPatterns.${i}`),
    ],
    ['staffDomains', ['@Staff.Example.org', 'example'], ['staff.example.org'], ['staffDomains.1']],
    [
      'approvedTools',
      [{ site: 'ChatGPT', tier: 'approved' }, { site: 'claude', tier: 'safe' }, 'gemini'],
      [{ site: 'chatgpt', tier: 'approved' }],
      ['approvedTools.1', 'approvedTools.2'],
    ],
    ['useInsteadLink', 'javascript:alert(1)', undefined, ['useInsteadLink']],
    ['useInsteadLink', 'https://ai.example.org/start', 'https://ai.example.org/start', []],
    ['unapprovedAction', 'block', undefined, ['unapprovedAction']],
    ['lighterRules', { email: 'note', secret: 'off' }, { email: 'note' }, ['lighterRules.secret']],
    ['sitesOff', ['chatgpt', '*.example.org', 'a b'], ['chatgpt', '*.example.org'], ['sitesOff.2']],
    [
      'aliasStyles',
      { 'person-name': 'stand-in', school: 'generalize', 'record-date': 'stand-in', email: 'label' },
      { 'person-name': 'stand-in', school: 'generalize' },
      ['aliasStyles.record-date', 'aliasStyles.email'],
    ],
    ['statePack', 'CA', 'CA', []],
    ['statePack', 'ZZ', undefined, ['statePack']],
    ['retentionDays', 90, 90, []],
    ['classListDays', 180, 180, []],
    ['classListDays', 4000, undefined, ['classListDays']],
    ['vaultIdleHours', 12, 12, []],
    ['vaultIdleHours', 200, undefined, ['vaultIdleHours']],
    ['retentionDays', -1, undefined, ['retentionDays']],
    ['retentionDays', 1.5, undefined, ['retentionDays']],
    ['language', 'fr', undefined, ['language']],
    ['packs', ['{"version":1}', '{'], ['{"version":1}'], ['packs.1']],
    ['welcome', 'off', 'off', []],
  ])('%s: %j', (name, raw, value, problems) => {
    const read = parsePolicy({ [name]: raw });
    expect(read.policy[name as 'rules']).toEqual(value);
    expect(read.problems).toEqual(problems);
  });

  test('of a list that is too long the first entries count, and where it ends is told', () => {
    const words = Array.from({ length: 6000 }, (_, i) => `word ${i}`);
    const { policy, problems } = parsePolicy({ customTerms: words, customPatterns: words.slice(0, 51) });
    expect(policy.customTerms).toHaveLength(5000);
    expect(policy.customPatterns).toHaveLength(50);
    expect(problems).toEqual(['customTerms', 'customPatterns.50']);
  });
});

test('what is about tools and sites is the district’s alone', () => {
  const teacher = {
    approvedTools: [{ site: 'chatgpt', tier: 'agreement' }],
    lighterRules: { 'person-name': 'off' },
    sitesOff: ['chatgpt'],
    staffDomains: ['example.org'],
    unapprovedAction: 'nudge',
    retentionDays: 1,
    classListDays: 1,
    welcome: 'off',
  };
  const district = { unapprovedAction: 'hold' };
  const { policy, sources } = mergePolicies({ district, teacher });
  expect(policy).toEqual({ ...mergePolicies({ district, teacher: {} }).policy });
  expect(policy.unapprovedAction).toBe('hold');
  expect(sources).toEqual({ unapprovedAction: 'district' });
});

test('who set a field', () => {
  const { policy, sources } = mergePolicies({
    district: { schoolNames: ['Oak Middle'], allowPause: false, language: 'es' },
    teacher: { schoolNames: ['Elm High'], customTerms: ['Project Kite'] },
  });
  expect(policy.schoolNames).toEqual(['Oak Middle', 'Elm High']);
  expect(sources).toEqual({
    schoolNames: 'district',
    allowPause: 'district',
    language: 'district',
    customTerms: 'teacher',
  });
});

test('what stands in is as the district says, then as the teacher says; where it is locked a label may take its place', () => {
  const district = { aliasStyles: { school: 'generalize', health: 'label' } };
  const teacher = { aliasStyles: { school: 'label', health: 'generalize', 'person-name': 'stand-in' } };
  const free = mergePolicies({ district, teacher });
  expect(free.policy.aliasStyles).toEqual({
    school: 'generalize',
    health: 'label',
    'person-name': 'stand-in',
  });
  expect(free.sources).toEqual({ aliasStyles: 'district' });
  const locked = mergePolicies({ district: { ...district, locked: ['aliasStyles'] }, teacher });
  expect(locked.policy.aliasStyles).toEqual({ school: 'label', health: 'label' });
  expect(mergePolicies({ district: {}, teacher }).sources).toEqual({ aliasStyles: 'teacher' });
});

test('no agreement makes rules for ids, secrets, rosters or danger lighter', () => {
  for (const key of [
    'student-id',
    'government-id',
    'financial-account',
    'record-number',
    'secret',
    'roster',
    'safety',
  ])
    expect(LIGHTER_KEYS).not.toContain(key);
});

test('the hint for a bad entry says what to write', () => {
  const hints = checkPolicy(
    '{"approvedTools": [{"site": "chatgpt", "tier": "ok"}], "lighterRules": {"secret": "off"}, "minScore": {"email": 7}}',
  ).map(({ field, hint }) => [field, hint]);
  expect(hints).toEqual([
    ['approvedTools.0', expect.stringContaining('agreement')],
    ['lighterRules.secret', expect.stringContaining('never for')],
    ['minScore.email', 'write a number from 0 to 1'],
  ]);
});
