// biome-ignore-all lint/suspicious/noThenProperty: the action of a rule whose condition holds; no rule is ever awaited.
import { describe, expect, test } from 'vitest';
import { CATEGORY_KEYS, RULE_KEYS } from '../../lib/policy/fields.ts';
import { isLocked, mergePolicies, stricterRule } from '../../lib/policy/merge.ts';
import { ACTIONS, type Rule, type RuleKey } from '../../lib/policy/policy.ts';
import { choicesFor, ownRoles, withChoice, withTerms } from '../../lib/policy/rule-choices.ts';
import { randomFrom } from './helpers.ts';

const combined = { when: 'combined', then: 'review', else: 'note' } as const;

function choose(key: RuleKey, district: unknown, teacher: unknown) {
  const policy = mergePolicies({ district, teacher });
  const base = mergePolicies({ district, teacher: {} });
  const { choices, current, district: set } = choicesFor(key, policy, base);
  return { rules: choices.map(({ rule }) => rule), usual: choices.findIndex((c) => c.usual), current, set };
}

describe('the choices for a rule', () => {
  test.each<[string, RuleKey, unknown, unknown, Rule[], number, number, boolean]>([
    ['a plain default', 'email', {}, {}, [...ACTIONS], 2, 2, false],
    ['a rule of the teacher', 'email', {}, { rules: { email: 'off' } }, [...ACTIONS], 2, 0, false],
    [
      'a default with a condition stands before the same without one',
      'school',
      {},
      {},
      ['off', 'note', combined, 'review', 'redact', 'block'],
      2,
      2,
      false,
    ],
    [
      'a locked rule: only what is stricter',
      'email',
      { locked: ['email'] },
      {},
      ['review', 'redact', 'block'],
      0,
      0,
      true,
    ],
    [
      'a locked rule that the teacher has tightened can be taken back to it',
      'email',
      { rules: { email: 'note' }, locked: ['rules'] },
      { rules: { email: 'redact' } },
      ['note', 'review', 'redact', 'block'],
      0,
      2,
      true,
    ],
    [
      'the strictest rule, locked',
      'email',
      { rules: { email: 'block' }, locked: ['email'] },
      {},
      ['block'],
      0,
      0,
      true,
    ],
    [
      'a locked condition',
      'school',
      { locked: ['school'] },
      {},
      [combined, 'review', 'redact', 'block'],
      0,
      0,
      true,
    ],
    [
      'a rule that the district has set and not locked is no choice',
      'email',
      { rules: { email: 'note' } },
      { rules: { email: 'block' } },
      ['note'],
      0,
      0,
      true,
    ],
    [
      'a lock of person-name holds the roles',
      'person-name/staff',
      { locked: ['person-name'] },
      {},
      [{ when: 'judged', then: 'review', else: 'note' }, 'review', 'redact', 'block'],
      0,
      0,
      true,
    ],
    [
      'a district rule that was not understood',
      'email',
      { rules: { email: 7 } },
      {},
      ['review', 'redact', 'block'],
      0,
      0,
      true,
    ],
    [
      'a role whose person-name was not understood',
      'person-name/family',
      { rules: { 'person-name': 7 } },
      {},
      ['review', 'redact', 'block'],
      0,
      0,
      true,
    ],
    [
      'a condition of the teacher',
      'email',
      {},
      { rules: { email: combined } },
      ['off', 'note', combined, 'review', 'redact', 'block'],
      3,
      2,
      false,
    ],
    [
      'a document is never swapped itself',
      'roster',
      {},
      {},
      ['off', 'note', { when: 'name-inside', then: 'review', else: 'note' }, 'review'],
      2,
      2,
      false,
    ],
    [
      'a document with a stricter rule of the teacher',
      'roster',
      {},
      { rules: { roster: 'block' } },
      ['off', 'note', { when: 'name-inside', then: 'review', else: 'note' }, 'review', 'block'],
      2,
      4,
      false,
    ],
  ])('%s', (_what, key, district, teacher, rules, usual, current, set) => {
    expect(choose(key, district, teacher)).toEqual({ rules, usual, current, set });
  });

  test('whatever district and teacher have set, each choice holds once it is made, and nothing else changes', () => {
    const random = randomFrom(20);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const rule = (): unknown => {
      const kind = random();
      if (kind < 0.1) return 7;
      if (kind < 0.7) return pick(ACTIONS);
      const when = pick(['combined', 'person-in-draft', 'name-inside', 'judged']);
      return { when, then: pick(ACTIONS), else: pick(ACTIONS) };
    };
    const settings = () => ({
      rules: Object.fromEntries(Array.from({ length: 12 }, () => [pick(RULE_KEYS), rule()])),
    });
    const plain = (one: Rule) => stricterRule(one, one);
    let made = 0;
    for (let round = 0; round < 30; round++) {
      const locked = Array.from({ length: 6 }, () => pick([...RULE_KEYS, 'allowPause']));
      const district = { ...settings(), locked: random() < 0.1 ? [...locked, 'rules'] : locked };
      const teacher = settings();
      const policy = mergePolicies({ district, teacher });
      const base = mergePolicies({ district, teacher: {} });
      for (const key of [...CATEGORY_KEYS, 'person-name/staff' as const, ...ownRoles(policy)]) {
        const { choices, current } = choicesFor(key, policy, base);
        expect(choices[current]?.rule).toEqual(plain(policy.policy.rules[key]!));
        for (const choice of choices) {
          const after = mergePolicies({ district, teacher: withChoice(teacher, key, choice) }).policy.rules;
          expect(plain(after[key]!)).toEqual(choice.rule);
          if (isLocked(base.policy.locked, key))
            expect(stricterRule(base.policy.rules[key]!, choice.rule)).toEqual(choice.rule);
          const isOther = (one: RuleKey) =>
            one !== key && !(key === 'person-name' && one.startsWith('person-name/'));
          for (const one of RULE_KEYS.filter(isOther)) expect(after[one]).toEqual(policy.policy.rules[one]);
          made += 1;
        }
      }
    }
    expect(made).toBeGreaterThan(1000);
  });
});

describe('roles of a person', () => {
  const rows = (district: unknown, teacher: unknown = {}) => ownRoles(mergePolicies({ district, teacher }));

  test('have a row of their own only where their rule is another one', () => {
    expect(rows({})).toEqual([]);
    expect(rows({}, { rules: { 'person-name': 'block' } })).toEqual([]);
    expect(rows({ rules: { 'person-name/family': 'note' } })).toEqual(['person-name/family']);
    expect(rows({ rules: { 'person-name/self': 'redact' } })).toEqual(['person-name/self']);
  });

  test('follow a choice for everybody', () => {
    const teacher = { rules: { 'person-name/student': 'off', 'person-name/staff': 'off' } };
    const after = withChoice(teacher, 'person-name', { rule: 'block', usual: false });
    const { rules } = mergePolicies({ district: {}, teacher: after }).policy;
    expect(rules['person-name/student']).toBe('block');
    expect(rules['person-name/family']).toBe('block');
    expect(rules['person-name/staff']).toBe('off');
  });
});

describe('what is stored', () => {
  const stored = {
    future: { a: 1 },
    allowPause: false,
    allowTerms: ['Roary'],
    rules: { email: 'off', 'new-kind': 'off' },
  };

  test('keeps what it does not know', () => {
    expect(withChoice(stored, 'phone', { rule: 'block', usual: false })).toEqual({
      ...stored,
      rules: { ...stored.rules, phone: 'block' },
    });
    expect(withTerms(stored, 'customTerms', ['Bluebird'], [])).toEqual({
      ...stored,
      customTerms: ['Bluebird'],
    });
  });

  test('has no rule where the usual one is chosen', () => {
    expect(withChoice(stored, 'email', { rule: 'review', usual: true }).rules).toEqual({ 'new-kind': 'off' });
  });

  test('adds and takes words, each once', () => {
    const { allowTerms } = withTerms({ allowTerms: ['a1', 'b2'] }, 'allowTerms', ['c3', 'b2'], ['a1']);
    expect(allowTerms).toEqual(['b2', 'c3']);
  });

  test.each([[null], ['text'], [{ rules: 'all', allowTerms: 'all' }]])('is made anew out of %j', (raw) => {
    expect(withChoice(raw, 'email', { rule: 'off', usual: false })).toMatchObject({
      rules: { email: 'off' },
    });
    expect(withTerms(raw, 'allowTerms', ['Roary'], [])).toMatchObject({ allowTerms: ['Roary'] });
  });
});
