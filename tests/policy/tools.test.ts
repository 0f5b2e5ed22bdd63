import { expect, test } from 'vitest';
import { decide } from '../../lib/policy/decide.ts';
import { RULE_KEYS } from '../../lib/policy/fields.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { holdsAll, insteadOf, lighterKeys, policyAt } from '../../lib/policy/tools.ts';
import { at } from './helpers.ts';

const merged = (district: object, teacher: object = {}) => mergePolicies({ district, teacher });

test('lighter rules hold on tools with an agreement only, and the district set them', () => {
  const policy = merged({ lighterRules: { school: 'off', disability: 'note' } });
  for (const tier of ['approved', 'not-reviewed', 'not-listed', null] as const)
    expect(policyAt(policy, tier)).toBe(policy);
  const lighter = policyAt(policy, 'agreement');
  expect(lighter.policy.rules).toEqual({ ...policy.policy.rules, school: 'off', disability: 'note' });
  expect(lighter.sources).toEqual({ ...policy.sources, school: 'district', disability: 'district' });
  const without = merged({ rules: { school: 'block' } });
  expect(policyAt(without, 'agreement')).toBe(without);
});

test('what the teacher has chosen stays, also where it is locked', () => {
  const lighterRules = { phone: 'note', email: 'note', school: 'off' };
  const policy = merged({ lighterRules, locked: ['email'] }, { rules: { phone: 'block', email: 'redact' } });
  expect(lighterKeys(policy)).toEqual(['school']);
  expect(policyAt(policy, 'agreement').policy.rules).toMatchObject({ phone: 'block', email: 'redact' });
});

test('a lighter rule for names is one for the private roles that have no rule of their own', () => {
  const lighterRules = { 'person-name': 'note' };
  const { rules } = policyAt(merged({ lighterRules }), 'agreement').policy;
  expect([rules['person-name/student'], rules['person-name/family'], rules['person-name/unknown']]).toEqual([
    'note',
    'note',
    'note',
  ]);
  expect(rules['person-name/staff']).toEqual(merged({}).policy.rules['person-name/staff']);
  const own = merged({ lighterRules, rules: { 'person-name/student': 'block' } });
  expect(policyAt(own, 'agreement').policy.rules).toMatchObject({
    'person-name/student': 'block',
    'person-name/family': 'note',
  });
});

test('nothing makes ids, secrets, rosters or safety lighter', () => {
  const never = [
    'student-id',
    'government-id',
    'financial-account',
    'record-number',
    'secret',
    'roster',
    'safety',
  ];
  const policy = merged({ lighterRules: Object.fromEntries(RULE_KEYS.map((key) => [key, 'off'])) });
  const { rules } = policyAt(policy, 'agreement').policy;
  const off = Object.entries(rules).filter(([, rule]) => rule === 'off');
  expect(off.map(([key]) => key).sort()).toEqual(RULE_KEYS.filter((key) => !never.includes(key)).sort());
});

test('nor does a policy that was not read as every policy is', () => {
  const policy = merged({ lighterRules: { school: 'off' } });
  const forced = { ...policy.policy, lighterRules: { secret: 'off' as const, school: 'off' as const } };
  const { rules } = policyAt({ ...policy, policy: forced }, 'agreement').policy;
  expect([rules.secret, rules.school]).toEqual(['review', 'off']);
});

test('a decision follows the lighter rule, and names the district', () => {
  const text = 'Maya was late.';
  const policy = merged({ lighterRules: { 'person-name': 'note' } });
  const [here] = decide(text, [at(text, 'Maya', 'person-name')], policyAt(policy, 'agreement'));
  expect(here).toMatchObject({ action: 'note', source: 'district' });
  const [elsewhere] = decide(text, [at(text, 'Maya', 'person-name')], policyAt(policy, 'approved'));
  expect(elsewhere).toMatchObject({ action: 'review', source: 'default' });
});

test('everything is held only on a tool that is not listed or not reviewed, and only where the district says so', () => {
  const hold = merged({ unapprovedAction: 'hold' }).policy;
  for (const tier of ['not-listed', 'not-reviewed'] as const) {
    expect(holdsAll(hold, tier)).toBe(true);
    expect(holdsAll(merged({}).policy, tier)).toBe(false);
  }
  for (const tier of ['agreement', 'approved', null] as const) expect(holdsAll(hold, tier)).toBe(false);
  expect(holdsAll(merged({}, { unapprovedAction: 'hold' }).policy, 'not-reviewed')).toBe(false);
});

test.each([
  ['Gemini', 'Gemini'],
  [' Gemini. ', 'Gemini'],
  ['', ''],
])('what to use instead, of %j', (useInstead, said) => {
  expect(insteadOf(merged({ useInstead }).policy)).toBe(said);
});
