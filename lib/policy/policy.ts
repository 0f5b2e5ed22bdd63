/** What shall happen to findings, and who said so. Pure data; see docs/design.md, "Categories". */
import type { CategoryId } from '../detect/category.ts';
import type { Finding, Role } from '../detect/finding.ts';
import type { Corrections, Me } from './corrections.ts';

/** What a finding leads to. Strictness rises in this order. */
export const ACTIONS = ['off', 'note', 'review', 'redact', 'block'] as const;
export type Action = (typeof ACTIONS)[number];

/** What a rule may depend on. */
export const CONDITIONS = ['combined', 'person-in-draft', 'name-inside', 'judged'] as const;

/** A rule that depends on what else stands in the draft. */
export interface ConditionalRule {
  when: (typeof CONDITIONS)[number];
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

/** What the district says of a tool: an agreement for student data, approved without student data, or not reviewed. */
export const TIERS = ['agreement', 'approved', 'not-reviewed'] as const;
export interface ApprovedTool {
  /** The id of a listed site, a host, or a host and all below it (`*.example.org`). */
  site: string;
  tier: (typeof TIERS)[number];
}
/** What a site leads to that is not on the list of tools: a bar that can be closed, or one that also holds pastes. */
export const UNAPPROVED_ACTIONS = ['nudge', 'hold'] as const;
/** States whose laws make rules stricter (docs/state-packs.md); '' for none. */
export const STATES = ['', 'CA', 'CO', 'CT', 'FL', 'IL', 'NY', 'TX'] as const;
/** '' for the browser's. */
export const LANGUAGES = ['', 'en', 'es'] as const;
/** What stands in for a detail that is swapped: its label, an invented name, or words that say it in general. */
export const ALIAS_STYLES = ['label', 'stand-in', 'generalize'] as const;
export type AliasStyle = (typeof ALIAS_STYLES)[number];
/** What a category may have in the place of its label; no other category has anything. */
export const OTHER_STYLE = {
  'person-name': 'stand-in',
  'birth-date': 'generalize',
  'record-date': 'generalize',
  school: 'generalize',
  disability: 'generalize',
  health: 'generalize',
  discipline: 'generalize',
  counseling: 'generalize',
  economic: 'generalize',
  housing: 'generalize',
  family: 'generalize',
  'language-status': 'generalize',
  'academic-record': 'generalize',
} as const satisfies Partial<Record<CategoryId, AliasStyle>>;
export type StyledCategory = keyof typeof OTHER_STYLE;
/** When the welcome comes where the district has installed Chalkline. */
export const WELCOMES = ['first AI visit', 'off'] as const;

export interface Policy {
  rules: Partial<Record<RuleKey, Rule>>;
  /** From which score on a finding of a category stops a paste by itself, 0 to 1; where none is set, from 0 on. */
  minScore: Partial<Record<CategoryId, number>>;
  /** What stands in for a detail of a category; where none is set, its label. */
  aliasStyles: Partial<Record<StyledCategory, AliasStyle>>;
  /** Exact terms (any case) that are never a finding. */
  allowTerms: string[];
  /** Words of the district's or teacher's own, found as `custom`. */
  customTerms: string[];
  /** Patterns in RE2's syntax, found as `custom`. */
  customPatterns: string[];
  /** Shapes of the district's student ids: `#` is a digit, everything else stands as it is. Found as `student-id`. */
  idFormats: string[];
  /** The district's schools, found as `school`. */
  schoolNames: string[];
  /** E-mail addresses at these domains are staff's. District only. */
  staffDomains: string[];
  /** The tools that the district has looked at. Where there are none, no site is unapproved. District only. */
  approvedTools: ApprovedTool[];
  /** What to use instead of a tool that is not on the list, in the district's words, and where that is. District only. */
  useInstead: string;
  useInsteadLink: string;
  unapprovedAction: (typeof UNAPPROVED_ACTIONS)[number];
  /** Rules that hold on tools of the tier `agreement` instead. District only. */
  lighterRules: Partial<Record<RuleKey, Rule>>;
  /** Where the guard does nothing: ids of sites or hosts. District only. */
  sitesOff: string[];
  /** Hosts that the district would have guarded too, and those that the teacher has turned on. */
  sitesAdd: string[];
  /** Whether the teacher may pause the guard in a tab. */
  allowPause: boolean;
  /** Whether the teacher may paste text that could not be checked. */
  allowUnchecked: boolean;
  /** Whether names may be put back into an answer that the teacher copies. */
  allowCopyNames: boolean;
  /** Whether what a teacher says of a name may hold for good: `Never a name`, `Always keep`. */
  allowCorrections: boolean;
  /** What no tip, note or prompt is about. */
  topicsOff: Topic[];
  statePack: (typeof STATES)[number];
  /** For how many days counts are kept; 0 for ever. */
  retentionDays: number;
  /** For how many days a class list is kept at most; 0 sets no limit. */
  classListDays: number;
  /** After how many hours without use it is forgotten whose labels there are; 0 where only the browser's end does it. */
  vaultIdleHours: number;
  /** Whom to tell about data that was shared by mistake, in the district's words; empty where nobody is named. */
  privacyContact: string;
  /** Whom to tell where a child may be in danger, in the district's words; empty where nobody is named. */
  safetyContact: string;
  language: (typeof LANGUAGES)[number];
  /** Curriculum packs, each the text of a pack file (docs/packs.md). They may be large: no policy in force holds them. */
  packs: string[];
  welcome: (typeof WELCOMES)[number];
  /** Rule keys and field names that a teacher may tighten but not loosen. */
  locked: string[];
}

export type DecisionSource = 'default' | 'teacher' | 'district';

export interface Decision {
  finding: Finding;
  action: Action;
  source: DecisionSource;
}

/** What holds for texts, tools and teachers. Packs are read by the pages that show them (lib/store/district-packs.ts). */
export type PolicyInForce = Omit<Policy, 'packs'>;

/** The policy in force, with the source of each rule and what could not be read. */
export interface EffectivePolicy {
  policy: PolicyInForce;
  /** Who set a rule or a field; what is absent was set by the defaults. */
  sources: Partial<Record<RuleKey | keyof Policy, DecisionSource>>;
  /** Fields that were not understood, for "not read" lists. No values; `near` is what is known and looks like one. */
  problems: { field: string; source: DecisionSource; near?: string }[];
  /** Those of `policy.allowTerms` that only the teacher gave: they do not loosen a locked rule. */
  teacherTerms?: string[];
  /** Those of `policy.sitesAdd` that only the teacher gave. */
  teacherSites?: string[];
  /** The teacher, whose own name is not asked about. */
  me?: Me;
  /** What the teacher has said for good; nothing where the policy does not allow that. */
  corrections?: Corrections;
  /** Names that the teacher has called no person in this session. */
  notPeople?: string[];
}
