/** What a teacher may choose for a rule, and how a choice is stored. */
import type { CategoryId } from '../detect/category.ts';
import { isDocument } from './defaults.ts';
import { isLocked, stricterRule } from './merge.ts';
import {
  ACTIONS,
  type AliasStyle,
  type EffectivePolicy,
  type Rule,
  type RuleKey,
  type StyledCategory,
} from './policy.ts';

export interface RuleChoice {
  rule: Rule;
  /** What holds without the teacher's settings. */
  usual: boolean;
}

export interface RuleChoices {
  /** Each once, the mildest first. One alone is no choice. */
  choices: RuleChoice[];
  /** The place in `choices` of what holds now. */
  current: number;
  /** The district has set the rule, or holds it to what it is or stricter. */
  district: boolean;
}

/** The roles that `person-name` speaks for, where they have no rule of their own. */
const PRIVATE_ROLES: RuleKey[] = ['person-name/student', 'person-name/family', 'person-name/unknown'];

/**
 * What a teacher may choose for a rule. In: the key, the policy in force, and the policy without the teacher's own.
 * Out: only what would hold once it is chosen. A rule that the district has set leaves no choice; one that it has
 * locked, or that was not understood, leaves what is stricter. A document is a mark over a range that is never swapped
 * itself, so nothing stricter than a review is offered for it.
 */
export function choicesFor(key: RuleKey, policy: EffectivePolicy, base: EffectivePolicy): RuleChoices {
  const usual = plain(base.policy.rules[key] ?? 'review');
  const current = plain(policy.policy.rules[key] ?? usual);
  const held = isLocked(base.policy.locked, key) || notUnderstood(base, key);
  const set = base.sources[key] === 'district';
  const offered = ACTIONS.filter(
    (action) =>
      !same(action, usual) &&
      (held ? same(stricterRule(usual, action), action) : !set) &&
      !(isDocument(key as CategoryId) && ACTIONS.indexOf(action) > ACTIONS.indexOf('review')),
  );
  const choices: RuleChoice[] = [{ rule: usual, usual: true }, ...offered.map(own)];
  if (!choices.some(({ rule }) => same(rule, current))) choices.push(own(current));
  choices.sort((a, b) => strictness(a.rule) - strictness(b.rule));
  return {
    choices,
    current: choices.findIndex(({ rule }) => same(rule, current)),
    district: held || set,
  };
}

/**
 * The roles that need a row beside those for staff and for everybody else: private ones whose rule differs from that
 * of `person-name`, and the teacher's own name where it is not left alone.
 */
export function ownRoles({ policy: { rules } }: EffectivePolicy): RuleKey[] {
  const differing = PRIVATE_ROLES.filter((key) => !same(rules[key], rules['person-name']));
  return same(rules['person-name/self'], 'off') ? differing : [...differing, 'person-name/self'];
}

/**
 * A teacher's settings with one choice made. In: the settings as they are stored, of any shape. Everything else stays,
 * also what this version does not know. To choose what is usual takes the teacher's rule away; not so for one of
 * several private roles, which `person-name` would speak for then. A rule for `person-name` is for every private
 * person, so it takes the place of those for single roles.
 */
export function withChoice(
  stored: unknown,
  key: RuleKey,
  { rule, usual }: RuleChoice,
): Record<string, unknown> {
  const settings = asObject(stored);
  const gone: string[] = key === 'person-name' ? [key, ...PRIVATE_ROLES] : [key];
  const rules = Object.fromEntries(
    Object.entries(asObject(settings.rules)).filter(([other]) => !gone.includes(other)),
  );
  const absent = usual && !PRIVATE_ROLES.includes(key);
  return { ...settings, rules: absent ? rules : { ...rules, [key]: rule } };
}

/** A teacher's settings with what stands in for details of some categories. In: the settings as they are stored, of any shape. */
export function withStyle(
  stored: unknown,
  keys: readonly StyledCategory[],
  style: AliasStyle,
): Record<string, unknown> {
  const settings = asObject(stored);
  const others = Object.entries(asObject(settings.aliasStyles)).filter(
    ([key]) => !keys.some((one) => one === key),
  );
  const chosen = style === 'label' ? [] : keys.map((key) => [key, style] as const);
  return { ...settings, aliasStyles: Object.fromEntries([...others, ...chosen]) };
}

/** A teacher's settings with words or hosts added to and taken from a list. In: the settings as they are stored, of any shape. */
export function withTerms(
  stored: unknown,
  list: 'customTerms' | 'allowTerms' | 'sitesAdd',
  add: string[],
  remove: string[],
): Record<string, unknown> {
  const settings = asObject(stored);
  const words: unknown[] = Array.isArray(settings[list]) ? settings[list] : [];
  return { ...settings, [list]: changedList(words, add, remove) };
}

/** Settings with another time after which unused labels are forgotten; 0 for none of the teacher's own. */
export function withIdleHours(stored: unknown, hours: number): object {
  const { vaultIdleHours: _, ...settings } = asObject(stored);
  return hours > 0 ? { ...settings, vaultIdleHours: hours } : settings;
}

/** A list with some entries taken out and others added at its end, each once. */
export function changedList<T>(list: T[], add: T[], remove: T[]): T[] {
  return [...new Set([...list.filter((one) => !remove.includes(one)), ...add])];
}

/** Whether the district said something about the rule that could not be read: then only what is stricter counts. */
function notUnderstood({ problems }: EffectivePolicy, key: RuleKey): boolean {
  const fields = ['policy', 'rules', `rules.${key}`];
  if (PRIVATE_ROLES.includes(key)) fields.push('rules.person-name');
  return problems.some(({ field, source }) => source === 'district' && fields.includes(field));
}

/** A condition on which nothing depends is none. */
function plain(rule: Rule): Rule {
  return typeof rule === 'object' && rule.then === rule.else ? rule.then : rule;
}

function own(rule: Rule): RuleChoice {
  return { rule, usual: false };
}

/** A rule with a condition stands before its stricter action alone. */
function strictness(rule: Rule): number {
  if (typeof rule === 'string') return 2 * ACTIONS.indexOf(rule);
  return 2 * Math.max(ACTIONS.indexOf(rule.then), ACTIONS.indexOf(rule.else)) - 1;
}

function same(a: Rule | undefined, b: Rule | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.when === b.when && a.then === b.then && a.else === b.else;
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
