import type { CategoryId } from '../category.ts';

/** What the details tagger tells apart, beside "nothing" (tag 0): tag t is `CATEGORY_OF_TAG[t - 1]`. The order is part of the model. */
export const CATEGORY_OF_TAG: readonly CategoryId[] = [
  'email',
  'phone',
  'address',
  'student-id',
  'government-id',
  'financial-account',
  'record-number',
  'username',
  'secret',
  'birth-date',
  'record-date',
  'school',
  'link',
  'logistics',
  'rare-trait',
  'disability',
  'health',
  'discipline',
  'counseling',
  'immigration',
  'economic',
  'housing',
  'family',
  'language-status',
  'demographic',
  'academic-record',
  'safety',
];
export const TAGS = CATEGORY_OF_TAG.length + 1;

/** Tags from here on are those of sensitive statements. */
export const FIRST_STATEMENT = CATEGORY_OF_TAG.indexOf('disability') + 1;

/** The tag of a category; 0 for those that the tagger does not know. */
export function tagOf(category: string): number {
  return (CATEGORY_OF_TAG as readonly string[]).indexOf(category) + 1;
}
