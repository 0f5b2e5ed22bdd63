// biome-ignore-all lint/suspicious/noThenProperty: the action of a rule whose condition holds; no rule is ever awaited.
import type { CATEGORY_KINDS, CategoryId } from '../detect/category.ts';
import type { ConditionalRule, Policy, Rule } from './policy.ts';

type IdOfKind<K> = {
  [C in CategoryId]: (typeof CATEGORY_KINDS)[C] extends K ? C : never;
}[CategoryId];

const withPerson: ConditionalRule = { when: 'person-in-draft', then: 'review', else: 'note' };
const combined: ConditionalRule = { when: 'combined', then: 'review', else: 'note' };
const nameInside: ConditionalRule = { when: 'name-inside', then: 'review', else: 'note' };

// Typed by kind, so that a new category without a default rule does not compile.
const SENSITIVE: Record<IdOfKind<'sensitive'>, Rule> = {
  disability: withPerson,
  health: withPerson,
  discipline: withPerson,
  counseling: withPerson,
  immigration: withPerson,
  economic: withPerson,
  housing: withPerson,
  family: withPerson,
  'language-status': withPerson,
  demographic: withPerson,
  'academic-record': withPerson,
  // The detector reports it only about a real person, and help must not wait for a name.
  safety: 'review',
};
const DIRECT: Record<IdOfKind<'direct'>, Rule> = {
  'person-name': 'review',
  email: 'review',
  phone: 'review',
  address: 'review',
  'student-id': 'review',
  'government-id': 'review',
  'financial-account': 'review',
  'record-number': 'review',
  username: 'review',
  secret: 'review',
};
const INDIRECT: Record<IdOfKind<'indirect'>, Rule> = {
  'birth-date': 'review',
  'record-date': combined,
  school: combined,
  link: combined,
  logistics: combined,
  'rare-trait': 'review',
};
// A statement or detail that is more likely none stops no paste with a name that is not sure either.
const LIKELY = Object.fromEntries(
  [...Object.keys(SENSITIVE), ...Object.keys(INDIRECT)].map((category) => [category, 0.5]),
) as Partial<Record<CategoryId, number>>;
const DOCUMENT: Record<IdOfKind<'document'>, Rule> = { roster: nameInside, 'student-work': nameInside };

/** The rules where neither teacher nor district has said anything: the table in docs/design.md, "Categories". */
export const DEFAULT_POLICY: Policy = {
  rules: {
    ...DIRECT,
    'person-name/staff': { when: 'judged', then: 'review', else: 'note' },
    'person-name/self': 'off',
    ...INDIRECT,
    ...SENSITIVE,
    ...DOCUMENT,
    custom: 'review',
  },
  // Chosen on dev: from 0.5 to 0.55, 1 of 250 names less is swapped, and of 100 public names one less, of 1,000 clean texts
  // six fewer are stopped.
  // Of words taken for a danger to a child below 0.4, one in seven is one, and one in three is a sensitive statement.
  minScore: { 'person-name': 0.55, ...LIKELY, safety: 0.4 },
  aliasStyles: {},
  allowTerms: [],
  customTerms: [],
  customPatterns: [],
  idFormats: [],
  schoolNames: [],
  staffDomains: [],
  approvedTools: [],
  useInstead: '',
  useInsteadLink: '',
  unapprovedAction: 'nudge',
  lighterRules: {},
  sitesOff: [],
  sitesAdd: [],
  allowPause: true,
  allowUnchecked: true,
  allowCopyNames: true,
  allowCorrections: true,
  topicsOff: [],
  statePack: '',
  retentionDays: 0,
  classListDays: 0,
  vaultIdleHours: 0,
  privacyContact: '',
  safetyContact: '',
  language: '',
  packs: [],
  welcome: 'first AI visit',
  locked: [],
};

/** Statements about a person, whose words are never changed unasked. */
export function isSensitive(category: CategoryId): boolean {
  return Object.hasOwn(SENSITIVE, category);
}

/** Names, addresses and numbers that point to one person by themselves. */
export function isDirect(category: CategoryId): boolean {
  return Object.hasOwn(DIRECT, category);
}

/** Marks over a whole range (a roster, a piece of student work), never replaced themselves. */
export function isDocument(category: CategoryId): boolean {
  return Object.hasOwn(DOCUMENT, category);
}
