// biome-ignore-all lint/suspicious/noThenProperty: the action of a rule whose condition holds; no rule is ever awaited.
import { describe, expect, test } from 'vitest';
import packs from '../../curriculum/state-rules.json' with { type: 'json' };
import { DEFAULT_POLICY } from '../../lib/policy/defaults.ts';
import { FIELDS, RULE_KEYS } from '../../lib/policy/fields.ts';
import { mergePolicies, stricterRule } from '../../lib/policy/merge.ts';
import { type RuleKey, STATES } from '../../lib/policy/policy.ts';
import { choicesFor } from '../../lib/policy/rule-choices.ts';
import { stateRules } from '../../lib/policy/state-rules.ts';

const PACKS = STATES.filter((state) => state !== '');
const defaultOf = (key: RuleKey) =>
  mergePolicies({ district: {}, teacher: {} }).policy.rules[key] ?? DEFAULT_POLICY.rules[key]!;

test('every state has a pack, and no other is there', () => {
  expect(Object.keys(packs).sort()).toEqual([...PACKS].sort());
});

describe.each(PACKS)('the pack of %s', (state) => {
  test('is understood, makes each of its rules stricter, and loosens none', () => {
    expect(FIELDS.rules.read(packs[state]).bad).toEqual([]);
    const rules = Object.entries(stateRules(state)) as [RuleKey, never][];
    expect(rules.length).toBeGreaterThan(0);
    for (const [key, rule] of rules) {
      expect([key, stricterRule(defaultOf(key), rule)]).toEqual([key, rule]);
      expect([key, rule]).not.toEqual([key, defaultOf(key)]);
    }
    const { policy, sources } = mergePolicies({ district: { statePack: state }, teacher: {} });
    for (const key of RULE_KEYS) {
      const [before, after] = [defaultOf(key), policy.rules[key]!];
      expect([key, stricterRule(before, after)]).toEqual([key, after]);
      expect([key, sources[key]]).toEqual([key, after === before ? undefined : 'district']);
    }
  });
});

describe('between the district and the teacher', () => {
  const merged = (district: object, teacher: object = {}) =>
    mergePolicies({ district: { statePack: 'IL', ...district }, teacher });

  test('a teacher may be stricter than the pack, not looser', () => {
    expect(merged({}, { rules: { disability: 'off' } }).policy.rules.disability).toBe('review');
    const stricter = merged({}, { rules: { disability: 'redact' } });
    expect([stricter.policy.rules.disability, stricter.sources.disability]).toEqual(['redact', 'teacher']);
    // A score that nothing reaches would loosen it too.
    expect(merged({}, { minScore: { disability: 1 } }).policy.minScore.disability).toBe(0.5);
    // What the pack says nothing of stays the teacher's.
    expect(merged({}, { rules: { phone: 'off' } }).policy.rules.phone).toBe('off');
  });

  test('a rule of the district’s own stands', () => {
    const { policy } = merged({ rules: { disability: 'note' } });
    expect(policy.rules.disability).toBe('note');
    expect(policy.locked).not.toContain('disability');
  });

  test('a teacher’s pack counts for nothing', () => {
    const { policy, sources } = mergePolicies({ district: {}, teacher: { statePack: 'IL' } });
    expect([policy.statePack, policy.rules.disability, sources]).toEqual([
      '',
      DEFAULT_POLICY.rules.disability,
      {},
    ]);
  });

  test('in the settings only what is stricter can be chosen', () => {
    const { choices, current, district } = choicesFor('disability', merged({}), merged({}));
    expect(choices.map(({ rule }) => rule)).toEqual(['review', 'redact', 'block']);
    expect([current, district]).toEqual([0, true]);
  });

  test('staff who are judged are swapped in New York, others not', () => {
    const { policy } = mergePolicies({ district: { statePack: 'NY' }, teacher: {} });
    expect(policy.rules['person-name/staff']).toEqual({ when: 'judged', then: 'redact', else: 'note' });
  });
});
