/** What the district's list of tools changes on a site. Pure; which site an address is of is told by lib/stand.ts. */
import { LIGHTER_KEYS } from './fields.ts';
import type { ApprovedTool, EffectivePolicy, Policy, Rule, RuleKey } from './policy.ts';

/** What the district says of a tool; null where it has no list. */
export type Tier = ApprovedTool['tier'] | 'not-listed' | null;
/** Why the district would have another tool used. */
export type Unapproved = 'not-listed' | 'not-reviewed';

/**
 * The policy in force on a tool of a tier. In: the policy in force everywhere. Out: the same, or on a tool of the tier
 * `agreement` one with the district's lighter rules in place of what the district or the defaults say. What the teacher has
 * chosen stays. `person-name` speaks for the private roles whose rule is that of `person-name`.
 */
export function policyAt(policy: EffectivePolicy, tier: Tier): EffectivePolicy {
  if (tier !== 'agreement') return policy;
  const known = lightened.get(policy);
  if (known) return known;
  const lighter = lightenedOf(policy);
  lightened.set(policy, lighter);
  return lighter;
}

/** A guard asks at every event; what else is made once for a policy would be made each time for a new one. */
const lightened = new WeakMap<EffectivePolicy, EffectivePolicy>();

function lightenedOf(policy: EffectivePolicy): EffectivePolicy {
  const keys = lighterKeys(policy);
  if (keys.length === 0) return policy;
  const { rules, lighterRules } = policy.policy;
  const lighter = keys.map((key): [RuleKey, Rule] => [
    key,
    lighterRules[key] ?? lighterRules['person-name']!,
  ]);
  return {
    ...policy,
    policy: { ...policy.policy, rules: { ...rules, ...Object.fromEntries(lighter) } },
    sources: { ...policy.sources, ...Object.fromEntries(keys.map((key) => [key, 'district'])) },
  };
}

/** The rules that are another on tools with an agreement. */
export function lighterKeys({ policy: { rules, lighterRules }, sources }: EffectivePolicy): RuleKey[] {
  const isNamed = (key: RuleKey) =>
    lighterRules[key] !== undefined ||
    (PRIVATE_ROLES.includes(key) &&
      lighterRules['person-name'] !== undefined &&
      isSame(rules[key], rules['person-name']));
  return LIGHTER_KEYS.filter((key) => isNamed(key) && sources[key] !== 'teacher');
}

/** Whether the district would have another tool used than one of a tier. */
export function isUnapproved(tier: Tier): tier is Unapproved {
  return tier === 'not-listed' || tier === 'not-reviewed';
}

/** Whether nothing may be pasted or dropped on a tool of a tier. */
export function holdsAll(policy: Pick<Policy, 'unapprovedAction'>, tier: Tier): tier is Unapproved {
  return isUnapproved(tier) && policy.unapprovedAction === 'hold';
}

/** What to use instead of a tool that is not on the list, to stand in a sentence; empty where the district does not say. */
export function insteadOf({ useInstead }: Pick<Policy, 'useInstead'>): string {
  return useInstead.trim().replace(/\.$/, '');
}

const PRIVATE_ROLES: RuleKey[] = ['person-name/student', 'person-name/family', 'person-name/unknown'];

function isSame(a: Rule | undefined, b: Rule | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
