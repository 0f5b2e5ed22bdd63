/** The kinds of detail that Chalkline knows. The ids are a contract: policies, the command line and stored counts use them. */

export const CATEGORY_KINDS = {
  'person-name': 'direct',
  email: 'direct',
  phone: 'direct',
  address: 'direct',
  'student-id': 'direct',
  'government-id': 'direct',
  'financial-account': 'direct',
  'record-number': 'direct',
  username: 'direct',
  secret: 'direct',
  'birth-date': 'indirect',
  'record-date': 'indirect',
  school: 'indirect',
  link: 'indirect',
  logistics: 'indirect',
  'rare-trait': 'indirect',
  disability: 'sensitive',
  health: 'sensitive',
  discipline: 'sensitive',
  counseling: 'sensitive',
  immigration: 'sensitive',
  economic: 'sensitive',
  housing: 'sensitive',
  family: 'sensitive',
  'language-status': 'sensitive',
  demographic: 'sensitive',
  'academic-record': 'sensitive',
  safety: 'sensitive',
  roster: 'document',
  'student-work': 'document',
  custom: 'own',
} as const;

export type CategoryId = keyof typeof CATEGORY_KINDS;
export type CategoryKind = (typeof CATEGORY_KINDS)[CategoryId];

export const CATEGORY_IDS = Object.keys(CATEGORY_KINDS) as CategoryId[];

/** The kind of a category: `direct`, `indirect`, `sensitive`, `document` or `own`. */
export function kindOf(category: CategoryId): CategoryKind {
  return CATEGORY_KINDS[category];
}
