// biome-ignore-all lint/suspicious/noThenProperty: the action of a rule whose condition holds; no rule is ever awaited.
import { expect, test } from 'vitest';
import { parsePolicy } from '../../lib/policy/parse.ts';

test('a good policy is read whole', () => {
  const raw = {
    rules: {
      email: 'block',
      school: { when: 'combined', then: 'redact', else: 'note' },
      'person-name/staff': 'off',
    },
    minScore: { 'person-name': 0.7, email: 0 },
    allowTerms: ['Maya Angelou'],
    customTerms: ['Project Falcon'],
    allowPause: false,
    allowUnchecked: true,
    topicsOff: ['grading', 'bias'],
    privacyContact: 'Ms. Rivera, 555-0100',
    safetyContact: 'The office, 555-0101',
    locked: ['email', 'allowPause'],
  };
  expect(parsePolicy(raw)).toEqual({ policy: raw, problems: [] });
});

test.each([
  ['nothing', undefined, []],
  ['null', null, []],
  ['an empty object', {}, []],
  ['a string', 'review', ['policy']],
  ['a list', [], ['policy']],
  ['an unknown field', { allowPuase: false }, ['allowPuase']],
  ['rules as a list', { rules: ['email'] }, ['rules']],
  ['an unknown rule', { rules: { emails: 'review' } }, ['rules.emails']],
  ['an unknown action', { rules: { email: 'Review' } }, ['rules.email']],
  ['a number as action', { rules: { email: 2 } }, ['rules.email']],
  ['a rule without else', { rules: { email: { when: 'combined', then: 'review' } } }, ['rules.email']],
  [
    'an unknown condition',
    { rules: { email: { when: 'always', then: 'review', else: 'off' } } },
    ['rules.email'],
  ],
  ['a role of something else', { rules: { 'email/staff': 'off' } }, ['rules.email/staff']],
  ['a name from the prototype', { rules: { constructor: 'off' } }, ['rules.constructor']],
  ['least scores as a number', { minScore: 0.5 }, ['minScore']],
  ['a least score as text', { minScore: { email: '0.5' } }, ['minScore.email']],
  ['a least score above 1', { minScore: { email: 50 } }, ['minScore.email']],
  ['a least score of a role', { minScore: { 'person-name/staff': 0.5 } }, ['minScore.person-name/staff']],
  ['a flag as text', { allowPause: 'false' }, ['allowPause']],
  ['terms as text', { allowTerms: 'Maya' }, ['allowTerms']],
  ['an unknown topic', { topicsOff: ['grading', 'weather'] }, ['topicsOff']],
  ['topics as text', { topicsOff: 'grading' }, ['topicsOff']],
  ['a contact as a list', { privacyContact: ['Ms. Rivera'] }, ['privacyContact']],
  ['a contact of a page', { safetyContact: 'x'.repeat(301) }, ['safetyContact']],
  ['an unknown lock', { locked: ['emails'] }, ['locked']],
  ['a listed field that is absent', { fields: ['allowPause'] }, ['allowPause']],
  ['a listed rule that is absent', { rules: {}, fields: ['rules', 'rules.email'] }, ['rules.email']],
  ['all listed fields there', { allowPause: true, fields: ['allowPause', 'fields'] }, []],
])('%s', (_name, raw, problems) => {
  expect(parsePolicy(raw).problems).toEqual(problems);
});

test('a bad entry does not take the good ones with it', () => {
  const { policy, problems } = parsePolicy({
    rules: { email: 'block', phone: 'nope' },
    allowTerms: ['Falcon', 7, ' '],
    allowPause: 1,
    allowUnchecked: false,
  });
  expect(policy).toEqual({ rules: { email: 'block' }, allowTerms: ['Falcon'], allowUnchecked: false });
  expect(problems).toEqual(['rules.phone', 'allowTerms', 'allowPause']);
});

test('problems name fields and never hold a value', () => {
  const { problems } = parsePolicy({ allowTerms: { secret: 'Maya Lopez' }, rules: { email: 'Maya Lopez' } });
  expect(JSON.stringify(problems)).not.toContain('Maya');
});
