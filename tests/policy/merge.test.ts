// biome-ignore-all lint/suspicious/noThenProperty: the action of a rule whose condition holds; no rule is ever awaited.
import { describe, expect, test } from 'vitest';
import { CATEGORY_IDS } from '../../lib/detect/category.ts';
import { DEFAULT_POLICY } from '../../lib/policy/defaults.ts';
import { mergePolicies, stricterRule } from '../../lib/policy/merge.ts';
import type { Rule } from '../../lib/policy/policy.ts';

const withPerson = { when: 'person-in-draft', then: 'review', else: 'note' } as const;

test('without settings the defaults hold, for every category', () => {
  const { policy, sources, problems } = mergePolicies({ district: undefined, teacher: undefined });
  for (const id of CATEGORY_IDS) expect(policy.rules[id]).toEqual(DEFAULT_POLICY.rules[id]);
  expect(policy.rules['person-name/student']).toBe('review');
  expect(policy.rules['person-name/self']).toBe('off');
  expect({ sources, problems }).toEqual({ sources: {}, problems: [] });
});

describe('one rule', () => {
  test.each<[string, unknown, unknown, Rule, string | undefined]>([
    ['the teacher over the default', {}, { rules: { email: 'off' } }, 'off', 'teacher'],
    [
      'the district over the teacher',
      { rules: { email: 'block' } },
      { rules: { email: 'off' } },
      'block',
      'district',
    ],
    [
      'the district also where it is milder',
      { rules: { email: 'note' } },
      { rules: { email: 'block' } },
      'note',
      'district',
    ],
    [
      'locked: the teacher cannot loosen',
      { rules: { email: 'redact' }, locked: ['email'] },
      { rules: { email: 'off' } },
      'redact',
      'district',
    ],
    [
      'locked: the teacher may tighten',
      { rules: { email: 'review' }, locked: ['email'] },
      { rules: { email: 'block' } },
      'block',
      'teacher',
    ],
    ['a locked default', { locked: ['email'] }, { rules: { email: 'off' } }, 'review', undefined],
    ['all rules locked', { locked: ['rules'] }, { rules: { email: 'off' } }, 'review', undefined],
    ['an unread lock locks', { locked: 'email' }, { rules: { email: 'off' } }, 'review', undefined],
    ['a teacher cannot lock', {}, { rules: { email: 'off' }, locked: ['email'] }, 'off', 'teacher'],
    [
      'a bad district rule: the stricter is the default',
      { rules: { email: 'REVIEW' } },
      { rules: { email: 'off' } },
      'review',
      undefined,
    ],
    [
      'a bad district rule: the stricter is the teacher',
      { rules: { email: 1 } },
      { rules: { email: 'block' } },
      'block',
      'teacher',
    ],
    ['bad rules as a whole', { rules: 'all' }, { rules: { email: 'off' } }, 'review', undefined],
    ['a district policy of no shape', 'strict', { rules: { email: 'off' } }, 'review', undefined],
    ['a rule lost on the way', { fields: ['rules.email'] }, { rules: { email: 'off' } }, 'review', undefined],
    ['a bad teacher rule', { rules: { email: 'note' } }, { rules: { email: 'nope' } }, 'note', 'district'],
  ])('%s', (_name, district, teacher, rule, source) => {
    const merged = mergePolicies({ district, teacher });
    expect(merged.policy.rules.email).toEqual(rule);
    expect(merged.sources.email).toBe(source);
  });
});

describe('roles of a person', () => {
  test('person-name speaks for the private roles, not for staff and self', () => {
    const { policy } = mergePolicies({ district: { rules: { 'person-name': 'block' } }, teacher: {} });
    expect(policy.rules['person-name/family']).toBe('block');
    expect(policy.rules['person-name/unknown']).toBe('block');
    expect(policy.rules['person-name/self']).toBe('off');
    expect(policy.rules['person-name/staff']).toEqual(DEFAULT_POLICY.rules['person-name/staff']);
  });

  test('a role does not get around the lock of person-name', () => {
    const { policy } = mergePolicies({
      district: { rules: { 'person-name': 'redact' }, locked: ['person-name'] },
      teacher: { rules: { 'person-name/student': 'off', 'person-name/staff': 'off' } },
    });
    expect(policy.rules['person-name/student']).toBe('redact');
    expect(policy.rules['person-name/staff']).toEqual(DEFAULT_POLICY.rules['person-name/staff']);
  });

  test('a bad role falls to the strictest of what is known', () => {
    const { policy } = mergePolicies({
      district: { rules: { 'person-name': 'note', 'person-name/student': 'x' } },
      teacher: { rules: { 'person-name/student': 'redact' } },
    });
    expect(policy.rules['person-name/student']).toBe('redact');
    expect(policy.rules['person-name/family']).toBe('note');
  });
});

test.each([
  [{}, { allowPause: false }, false],
  [{ allowPause: false }, { allowPause: true }, false],
  [{ locked: ['allowPause'] }, { allowPause: false }, false],
  [{ allowPause: false, locked: ['allowPause'] }, { allowPause: true }, false],
  [{ allowPause: 'no' }, { allowPause: true }, true],
  [{ allowPause: 'no' }, { allowPause: false }, false],
])('allowPause of %j and %j', (district, teacher, expected) => {
  expect(mergePolicies({ district, teacher }).policy.allowPause).toBe(expected);
});

test.each([
  [{}, {}, 0],
  [{}, { vaultIdleHours: 4 }, 4],
  [{ vaultIdleHours: 12 }, {}, 12],
  [{ vaultIdleHours: 12 }, { vaultIdleHours: 4 }, 4],
  [{ vaultIdleHours: 12 }, { vaultIdleHours: 24 }, 12],
  [{ vaultIdleHours: 12 }, { vaultIdleHours: 0 }, 12],
  [{ vaultIdleHours: 0, locked: ['vaultIdleHours'] }, { vaultIdleHours: 4 }, 4],
  [{ vaultIdleHours: 'long' }, { vaultIdleHours: 4 }, 4],
])('vaultIdleHours of %j and %j', (district, teacher, expected) => {
  expect(mergePolicies({ district, teacher }).policy.vaultIdleHours).toBe(expected);
});

test.each<[string, unknown, unknown, number | undefined]>([
  ['nobody', {}, {}, 0.55],
  ['the teacher', {}, { minScore: { 'person-name': 0.8 } }, 0.8],
  ['the district', { minScore: { 'person-name': 0.2 } }, { minScore: { 'person-name': 0.8 } }, 0.2],
  ['the district, at 0', { minScore: { 'person-name': 0 } }, {}, undefined],
  ['a locked default, looser', { locked: ['minScore'] }, { minScore: { 'person-name': 0.8 } }, 0.55],
  ['a locked default, tighter', { locked: ['minScore'] }, { minScore: { 'person-name': 0.3 } }, 0.3],
  ['a locked rule, looser', { locked: ['person-name'] }, { minScore: { 'person-name': 0.8 } }, 0.55],
  ['all rules locked, looser', { locked: ['rules'] }, { minScore: { 'person-name': 0.8 } }, 0.55],
  ['a bad field, looser', { minScore: 'high' }, { minScore: { 'person-name': 0.8 } }, 0.55],
  ['a bad score, looser', { minScore: { 'person-name': 7 } }, { minScore: { 'person-name': 0.8 } }, 0.55],
])('least score of names set by %s', (_name, district, teacher, expected) => {
  expect(mergePolicies({ district, teacher }).policy.minScore['person-name']).toBe(expected);
});

test('terms add up; a locked allow list takes nothing from the teacher', () => {
  const teacher = { allowTerms: ['Falcon', 'Owl'], customTerms: ['b'] };
  const open = mergePolicies({ district: { allowTerms: ['Owl'], customTerms: ['a'] }, teacher });
  expect(open.policy.allowTerms).toEqual(['Owl', 'Falcon']);
  expect(open.teacherTerms).toEqual(['Falcon']);
  expect(open.policy.customTerms).toEqual(['a', 'b']);
  const locked = mergePolicies({ district: { allowTerms: ['Owl'], locked: ['allowTerms'] }, teacher });
  expect(locked.policy.allowTerms).toEqual(['Owl']);
});

test('problems say whose they are', () => {
  const { problems } = mergePolicies({ district: { allowPause: 3 }, teacher: { rules: { email: 3 } } });
  expect(problems).toEqual([
    { field: 'allowPause', source: 'district' },
    { field: 'rules.email', source: 'teacher' },
  ]);
});

test.each<[Rule, Rule, Rule]>([
  ['note', 'review', 'review'],
  ['note', withPerson, withPerson],
  ['block', withPerson, 'block'],
  ['review', withPerson, 'review'],
  ['off', { ...withPerson, else: 'off' }, { ...withPerson, else: 'off' }],
  [withPerson, { when: 'combined', then: 'block', else: 'off' }, 'block'],
])('the stricter of %j and %j', (a, b, expected) => {
  expect(stricterRule(a, b)).toEqual(expected);
  expect(stricterRule(b, a)).toEqual(expected);
});

test('topics that are off add up, and the contact of the district stands', () => {
  const { policy } = mergePolicies({
    district: { topicsOff: ['grading'], safetyContact: 'The office' },
    teacher: { topicsOff: ['iep', 'grading'], safetyContact: 'My friend', privacyContact: 'The secretary' },
  });
  expect(policy.topicsOff).toEqual(['grading', 'iep']);
  expect(policy.safetyContact).toBe('The office');
  expect(policy.privacyContact).toBe('The secretary');
});
