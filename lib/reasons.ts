/** Why each kind of detail matters, in plain words, and the rule that stands behind it. The words are in locales/reasons.json. */
import reasons from '../locales/reasons.json' with { type: 'json' };
import { type Spoken, spoken } from './words.ts';

interface Reason {
  more: string;
  /** One line that names a rule and its number. */
  law: string;
}

/** The day on which the rules were last looked up, YYYY-MM-DD. */
export const REASONS_CHECKED = reasons.checked;

const BY_LANGUAGE: Record<Spoken, Record<string, Reason>> = reasons;

/** The reason of a category in a language (a BCP 47 tag); null for the teacher's and the district's own words. */
export function reasonOf(category: string, language: string): Reason | null {
  return BY_LANGUAGE[spoken(language)][category] ?? null;
}
