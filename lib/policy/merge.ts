// biome-ignore-all lint/suspicious/noThenProperty: the action of a rule whose condition holds; no rule is ever awaited.
/** One policy out of three: district over teacher over default. */
import { NO_CORRECTIONS, parseCorrections, parseMe } from './corrections.ts';
import { DEFAULT_POLICY } from './defaults.ts';
import { CATEGORY_KEYS, LOCKABLE, RULE_KEYS, STYLED_KEYS } from './fields.ts';
import { parsePolicy } from './parse.ts';
import {
  ACTIONS,
  type Action,
  type AliasStyle,
  type DecisionSource,
  type EffectivePolicy,
  type Policy,
  type Rule,
  type RuleKey,
} from './policy.ts';
import { stateRules } from './state-rules.ts';

type Layer = ReturnType<typeof parsePolicy>;

/** The raw settings that a policy is made of, of any shape, who the teacher is, and what the teacher has corrected for good. */
export interface Layers {
  district: unknown;
  teacher: unknown;
  me?: unknown;
  corrections?: unknown;
}

/**
 * The policy in force. In: the raw district and teacher settings, of any shape. Out: a value for every rule and
 * field, who set each rule, and the fields that were not understood. Throws nothing.
 *
 * A value that the district set stands. Where it is locked (also without a value of the district's own, which
 * locks the default) a teacher's value counts as far as it is stricter. A district value that was not understood
 * counts as the stricter of the default and the teacher's. `person-name` speaks for the roles student, family and
 * unknown that are not set themselves, and its lock for all roles. A lower `minScore` is stricter, and so is a label in
 * `aliasStyles`. Lists of words,
 * shapes and topics add up, except that a locked `allowTerms` takes nothing from the teacher. Only the district can lock,
 * and what is about tools and sites is the district's alone, except that a teacher may have more sites guarded. What the pack of a state makes stricter counts as set and
 * locked by the district, except where the district has a rule of its own.
 */
export function mergePolicies(input: Layers): EffectivePolicy {
  const district = parsePolicy(input.district);
  const teacher = parsePolicy(input.teacher);
  // An unread lock may have meant anything, so it holds everything.
  const locked = [...(district.policy.locked ?? (notRead(district, 'locked') ? LOCKABLE : []))];
  const sources: EffectivePolicy['sources'] = {};
  const statePack = stateRules(district.policy.statePack ?? '');
  /** What the district says of a rule, by itself or by the pack of its state, which never makes one looser. */
  const ofDistrict = (key: RuleKey): Rule | undefined => {
    const own = ruleOf(district.policy, key);
    const ofState = ruleOf({ rules: statePack }, key);
    return own ?? (ofState && stricterRule(ruleOf(DEFAULT_POLICY, key)!, ofState));
  };
  // A teacher may be stricter than a state's pack, not looser.
  locked.push(...RULE_KEYS.filter((key) => ofDistrict(key) !== ruleOf(district.policy, key)));

  const rules: Policy['rules'] = {};
  for (const key of RULE_KEYS) {
    const chosen = choose<Rule>({
      base: ruleOf(DEFAULT_POLICY, key)!,
      district: ofDistrict(key),
      teacher: ruleOf(teacher.policy, key),
      locked: isLocked(locked, key),
      bad: ruleNotRead(district, key),
      stricter: stricterRule,
    });
    rules[key] = chosen.value;
    if (chosen.source !== 'default') sources[key] = chosen.source;
  }

  const minScore: Policy['minScore'] = {};
  for (const category of CATEGORY_KEYS) {
    const { value: score, source } = choose<number>({
      base: DEFAULT_POLICY.minScore[category] ?? 0,
      district: district.policy.minScore?.[category],
      teacher: teacher.policy.minScore?.[category],
      // A score that nothing reaches would loosen a locked rule.
      locked: locked.includes('minScore') || isLocked(locked, category),
      bad: notRead(district, 'minScore') || notRead(district, `minScore.${category}`),
      stricter: Math.min,
    });
    if (score > 0) minScore[category] = score;
    if (source === 'district' || (source === 'teacher' && !sources.minScore)) sources.minScore = source;
  }

  const aliasStyles: Policy['aliasStyles'] = {};
  for (const category of STYLED_KEYS) {
    const { value: style, source } = choose<AliasStyle>({
      base: 'label',
      district: district.policy.aliasStyles?.[category],
      teacher: teacher.policy.aliasStyles?.[category],
      locked: locked.includes('aliasStyles'),
      bad: notRead(district, 'aliasStyles') || notRead(district, `aliasStyles.${category}`),
      // A label tells least.
      stricter: (a, b) => (a === 'label' ? a : b),
    });
    if (source === 'default') continue;
    aliasStyles[category] = style;
    if (source === 'district' || !sources.aliasStyles) sources.aliasStyles = source;
  }

  const flag = (name: 'allowPause' | 'allowUnchecked' | 'allowCopyNames' | 'allowCorrections') => {
    const chosen = choose<boolean>({
      base: DEFAULT_POLICY[name],
      district: district.policy[name],
      teacher: teacher.policy[name],
      locked: locked.includes(name),
      bad: notRead(district, name),
      stricter: (a, b) => a && b,
    });
    if (chosen.source !== 'default') sources[name] = chosen.source;
    return chosen.value;
  };

  const contact = (name: 'privacyContact' | 'safetyContact') => {
    const source = district.policy[name] ? 'district' : teacher.policy[name] ? 'teacher' : undefined;
    if (source) sources[name] = source;
    return district.policy[name] || teacher.policy[name] || DEFAULT_POLICY[name];
  };

  /** Lists that only make more be found or less be shown. */
  const both = <F extends GrowingField>(name: F) => {
    const [theirs, own] = [district.policy[name] ?? [], teacher.policy[name] ?? []];
    const source = theirs.length > 0 ? 'district' : own.length > 0 ? 'teacher' : undefined;
    if (source) sources[name] = source;
    return unique<string>([...theirs, ...own]) as Policy[F];
  };

  /** The shorter of two times, of which 0 has no end: a teacher may always have something forgotten sooner. */
  const shortest = (name: 'vaultIdleHours') => {
    const [limit, own] = [district.policy[name] ?? DEFAULT_POLICY[name], teacher.policy[name] ?? 0];
    const isOwn = own > 0 && (limit === 0 || own < limit);
    if (isOwn) sources[name] = 'teacher';
    else if (district.policy[name] !== undefined) sources[name] = 'district';
    return isOwn ? own : limit;
  };

  const theirs = <F extends DistrictField>(name: F): Policy[F] => {
    const value = district.policy[name];
    if (value !== undefined) sources[name] = 'district';
    return value ?? DEFAULT_POLICY[name];
  };

  const districtTerms = district.policy.allowTerms ?? [];
  const teacherTerms =
    locked.includes('allowTerms') || notRead(district, 'allowTerms') ? [] : (teacher.policy.allowTerms ?? []);
  if (districtTerms.length > 0) sources.allowTerms = 'district';
  else if (teacherTerms.length > 0) sources.allowTerms = 'teacher';
  if (district.policy.packs) sources.packs = 'district';

  const allowCorrections = flag('allowCorrections');

  return {
    policy: {
      rules,
      minScore,
      aliasStyles,
      allowTerms: unique([...districtTerms, ...teacherTerms]),
      customTerms: both('customTerms'),
      customPatterns: both('customPatterns'),
      idFormats: both('idFormats'),
      schoolNames: both('schoolNames'),
      staffDomains: theirs('staffDomains'),
      approvedTools: theirs('approvedTools'),
      useInstead: theirs('useInstead'),
      useInsteadLink: theirs('useInsteadLink'),
      unapprovedAction: theirs('unapprovedAction'),
      lighterRules: theirs('lighterRules'),
      sitesOff: theirs('sitesOff'),
      sitesAdd: both('sitesAdd'),
      allowPause: flag('allowPause'),
      allowUnchecked: flag('allowUnchecked'),
      allowCopyNames: flag('allowCopyNames'),
      allowCorrections,
      topicsOff: both('topicsOff'),
      statePack: theirs('statePack'),
      retentionDays: theirs('retentionDays'),
      classListDays: theirs('classListDays'),
      vaultIdleHours: shortest('vaultIdleHours'),
      privacyContact: contact('privacyContact'),
      safetyContact: contact('safetyContact'),
      language: theirs('language'),
      welcome: theirs('welcome'),
      locked: unique(locked),
    },
    sources,
    problems: [
      ...district.problems.map((field) => ({ field, source: 'district' as const })),
      ...teacher.problems.map((field) => ({ field, source: 'teacher' as const })),
    ],
    teacherTerms: teacherTerms.filter((t) => !districtTerms.includes(t)),
    teacherSites: (teacher.policy.sitesAdd ?? []).filter((site) => !district.policy.sitesAdd?.includes(site)),
    me: parseMe(input.me),
    corrections: allowCorrections ? parseCorrections(input.corrections) : NO_CORRECTIONS,
  };
}

/** Lists of the district and the teacher that add up: each entry only makes more be found, guarded or left out of tips. */
type GrowingField = 'customTerms' | 'customPatterns' | 'idFormats' | 'schoolNames' | 'topicsOff' | 'sitesAdd';

/** Fields of which a teacher's value counts for nothing: they would loosen something, or are not a teacher's to say. */
type DistrictField =
  | 'staffDomains'
  | 'approvedTools'
  | 'useInstead'
  | 'useInsteadLink'
  | 'unapprovedAction'
  | 'lighterRules'
  | 'sitesOff'
  | 'statePack'
  | 'retentionDays'
  | 'classListDays'
  | 'language'
  | 'welcome';

/** Whether a rule is locked: by its key, by `person-name` for every role of a person, or by `rules` as a whole. */
export function isLocked(locked: string[], key: RuleKey): boolean {
  if (locked.includes('rules') || locked.includes(key)) return true;
  return key.startsWith('person-name/') && locked.includes('person-name');
}

/**
 * A rule that in every draft is at least as strict as both. Two different conditions can hold in different drafts,
 * so there the strictest action of all is taken without a condition.
 */
export function stricterRule(a: Rule, b: Rule): Rule {
  const [x, y] = [parts(a), parts(b)];
  const when = x.when ?? y.when;
  if (x.when && y.when && x.when !== y.when) {
    return [x.then, x.else, y.then, y.else].reduce(stricterAction);
  }
  const then = stricterAction(x.then, y.then);
  const otherwise = stricterAction(x.else, y.else);
  return when && then !== otherwise ? { when, then, else: otherwise } : then;
}

function parts(rule: Rule) {
  return typeof rule === 'string' ? { when: undefined, then: rule, else: rule } : rule;
}

/** The stricter of two actions. */
export function stricterAction(a: Action, b: Action): Action {
  return ACTIONS.indexOf(a) >= ACTIONS.indexOf(b) ? a : b;
}

function choose<T>(o: {
  base: T;
  district: T | undefined;
  teacher: T | undefined;
  locked: boolean;
  bad: boolean;
  /** A value at least as strict as both. */
  stricter: (a: T, b: T) => T;
}): { value: T; source: DecisionSource } {
  const { base, district, teacher } = o;
  const fixed = district === undefined ? base : o.bad ? o.stricter(base, district) : district;
  const fixedSource = district === undefined ? 'default' : 'district';
  if (teacher === undefined) return { value: fixed, source: fixedSource };
  if (!o.locked && !o.bad) {
    return district === undefined
      ? { value: teacher, source: 'teacher' }
      : { value: district, source: 'district' };
  }
  const value = o.stricter(fixed, teacher);
  return { value, source: same(value, fixed) ? fixedSource : 'teacher' };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What a policy says about a key; `person-name` speaks for its private roles. */
function ruleOf(policy: Partial<Policy>, key: RuleKey): Rule | undefined {
  return policy.rules?.[key] ?? (speaksFor(key) ? policy.rules?.['person-name'] : undefined);
}

function speaksFor(key: RuleKey): boolean {
  return key === 'person-name/student' || key === 'person-name/family' || key === 'person-name/unknown';
}

function ruleNotRead(layer: Layer, key: RuleKey): boolean {
  if (layer.policy.rules?.[key] !== undefined) return false;
  return (
    notRead(layer, 'rules') ||
    notRead(layer, `rules.${key}`) ||
    (speaksFor(key) && notRead(layer, 'rules.person-name'))
  );
}

function notRead(layer: Layer, field: string): boolean {
  return layer.problems.includes('policy') || layer.problems.includes(field);
}

function unique<T>(terms: T[]): T[] {
  return [...new Set(terms)];
}
