/** What shall happen to findings, and who said so. Pure data; see docs/design.md, "Categories". */
import type { CategoryId } from '../detect/category.ts';
import type { Finding, Role } from '../detect/finding.ts';
import type { Me } from './corrections.ts';

/** What a finding leads to. Strictness rises in this order. */
export const ACTIONS = ['off', 'note', 'review', 'redact', 'block'] as const;
export type Action = (typeof ACTIONS)[number];

/** A rule that depends on what else stands in the draft. */
export interface ConditionalRule {
  when: 'combined' | 'person-in-draft' | 'name-inside' | 'judged';
  then: Action;
  else: Action;
}
export type Rule = Action | ConditionalRule;

/** `person-name` splits by role; every other category has one rule. */
export type RuleKey = CategoryId | `person-name/${Role}`;

/** What teaching can be about that can be turned off; the topics of tips (lib/learn/tip.ts) are among them. */
export const TOPICS = [
  'grading',
  'iep',
  'student-facing',
  'translation',
  'detector',
  'image',
  'bias',
] as const;
export type Topic = (typeof TOPICS)[number];

export interface Policy {
  rules: Partial<Record<RuleKey, Rule>>;
  /** From which score on a finding of a category stops a paste by itself, 0 to 1; where none is set, from 0 on. */
  minScore: Partial<Record<CategoryId, number>>;
  /** Exact terms (any case) that are never a finding. */
  allowTerms: string[];
  /** Words of the district's or teacher's own, found as `custom`. */
  customTerms: string[];
  /** Whether the teacher may pause the guard in a tab. */
  allowPause: boolean;
  /** Whether the teacher may paste text that could not be checked. */
  allowUnchecked: boolean;
  /** What no tip, note or prompt is about. */
  topicsOff: Topic[];
  /** Whom to tell about data that was shared by mistake, in the district's words; empty where nobody is named. */
  privacyContact: string;
  /** Whom to tell where a child may be in danger, in the district's words; empty where nobody is named. */
  safetyContact: string;
  /** Rule keys and field names that a teacher may tighten but not loosen. */
  locked: string[];
}

export type DecisionSource = 'default' | 'teacher' | 'district';

export interface Decision {
  finding: Finding;
  action: Action;
  source: DecisionSource;
}

/** The policy in force, with the source of each rule and what could not be read. */
export interface EffectivePolicy {
  policy: Policy;
  /** Who set a rule; a key that is absent was set by the defaults. */
  sources: Partial<Record<RuleKey, DecisionSource>>;
  /** Fields that were not understood, for "not read" lists. No values. */
  problems: { field: string; source: DecisionSource }[];
  /** Those of `policy.allowTerms` that only the teacher gave: they do not loosen a locked rule. */
  teacherTerms?: string[];
  /** The teacher, whose own name is not asked about. */
  me?: Me;
  /** Names that the teacher has called no person in this session. */
  notPeople?: string[];
}
