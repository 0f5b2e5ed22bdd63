/** Reads a raw policy (a district's managed settings, a teacher's settings, a file), each field alone. */
import type { CategoryId } from '../detect/category.ts';
import { DEFAULT_POLICY } from './defaults.ts';
import {
  ACTIONS,
  type Action,
  type ConditionalRule,
  type Policy,
  type Rule,
  type RuleKey,
  TOPICS,
  type Topic,
} from './policy.ts';

const ROLE_KEYS = [
  'person-name/student',
  'person-name/family',
  'person-name/staff',
  'person-name/self',
  'person-name/unknown',
] as const satisfies RuleKey[];

/** Every key that `rules` may hold. */
export const RULE_KEYS = [...new Set([...Object.keys(DEFAULT_POLICY.rules), ...ROLE_KEYS])] as RuleKey[];

/** Every category: each has a default rule. */
export const CATEGORY_KEYS = Object.keys(DEFAULT_POLICY.rules).filter(
  (key) => !key.includes('/'),
) as CategoryId[];

/** Every condition that a rule may have. */
export const CONDITIONS = [
  'combined',
  'person-in-draft',
  'name-inside',
  'judged',
] as const satisfies readonly ConditionalRule['when'][];

/** `fields` is the list of names that a policy says it holds: Chromium drops a bad field without a word. */
export const POLICY_FIELDS = [...Object.keys(DEFAULT_POLICY), 'fields'];

/** Longer ones would not fit beside what a teacher has to do next. In UTF-16 units. */
const LONGEST_CONTACT = 300;

/** Everything that `locked` may name. */
export const LOCKABLE: readonly string[] = [
  ...RULE_KEYS,
  ...Object.keys(DEFAULT_POLICY).filter((field) => field !== 'locked'),
];

/**
 * Reads a policy. In: any value. Out: the fields that were understood, and the names of those that were not
 * (`allowPause`, `rules.email`, or `policy` for a value that is no object); never their values. Throws nothing.
 * In a list the good entries count and the list is named once. A rule under an unknown key is a problem.
 */
export function parsePolicy(raw: unknown): { policy: Partial<Policy>; problems: string[] } {
  if (raw === undefined || raw === null) return { policy: {}, problems: [] };
  if (!isObject(raw)) return { policy: {}, problems: ['policy'] };

  const policy: Partial<Policy> = {};
  const problems = Object.keys(raw).filter((field) => !POLICY_FIELDS.includes(field));
  const field = (name: string) => (Object.hasOwn(raw, name) ? raw[name] : undefined);

  const rules = field('rules');
  if (isObject(rules)) {
    policy.rules = {};
    for (const key of Object.keys(rules)) {
      const rule = parseRule(rules[key]);
      if (rule && isRuleKey(key)) policy.rules[key] = rule;
      else problems.push(`rules.${key}`);
    }
  } else if (rules !== undefined) problems.push('rules');

  const minScore = field('minScore');
  if (isObject(minScore)) {
    policy.minScore = {};
    for (const key of Object.keys(minScore)) {
      const score = minScore[key];
      if (isCategory(key) && typeof score === 'number' && score >= 0 && score <= 1)
        policy.minScore[key] = score;
      else problems.push(`minScore.${key}`);
    }
  } else if (minScore !== undefined) problems.push('minScore');

  for (const name of ['allowTerms', 'customTerms', 'locked', 'fields'] as const) {
    const list = field(name);
    if (list === undefined) continue;
    if (!Array.isArray(list)) {
      problems.push(name);
      continue;
    }
    const good = list.filter(
      (t): t is string =>
        typeof t === 'string' && t.trim() !== '' && (name !== 'locked' || LOCKABLE.includes(t)),
    );
    if (good.length < list.length) problems.push(name);
    if (name === 'fields') problems.push(...good.filter((f) => !holds(raw, f)));
    else policy[name] = good;
  }

  const topics = field('topicsOff');
  if (Array.isArray(topics)) {
    policy.topicsOff = topics.filter(isTopic);
    if (policy.topicsOff.length < topics.length) problems.push('topicsOff');
  } else if (topics !== undefined) problems.push('topicsOff');

  for (const name of ['allowPause', 'allowUnchecked'] as const) {
    const flag = field(name);
    if (typeof flag === 'boolean') policy[name] = flag;
    else if (flag !== undefined) problems.push(name);
  }

  for (const name of ['privacyContact', 'safetyContact'] as const) {
    const words = field(name);
    if (typeof words === 'string' && words.length <= LONGEST_CONTACT) policy[name] = words.trim();
    else if (words !== undefined) problems.push(name);
  }
  return { policy, problems: [...new Set(problems)] };
}

function holds(raw: Record<string, unknown>, field: string): boolean {
  if (!field.startsWith('rules.')) return Object.hasOwn(raw, field);
  return isObject(raw.rules) && Object.hasOwn(raw.rules, field.slice('rules.'.length));
}

function parseRule(raw: unknown): Rule | undefined {
  if (isAction(raw)) return raw;
  if (!isObject(raw) || Object.keys(raw).length !== 3) return undefined;
  const { when, then, else: otherwise } = raw;
  if (!isCondition(when) || !isAction(then) || !isAction(otherwise)) return undefined;
  return { when, then, else: otherwise };
}

function isAction(value: unknown): value is Action {
  return (ACTIONS as readonly unknown[]).includes(value);
}

function isCondition(value: unknown): value is ConditionalRule['when'] {
  return (CONDITIONS as readonly unknown[]).includes(value);
}

function isRuleKey(value: string): value is RuleKey {
  return (RULE_KEYS as string[]).includes(value);
}

function isCategory(value: string): value is CategoryId {
  return (CATEGORY_KEYS as readonly string[]).includes(value);
}

function isTopic(value: unknown): value is Topic {
  return (TOPICS as readonly unknown[]).includes(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
