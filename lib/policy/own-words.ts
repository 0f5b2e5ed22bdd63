/** Everything that a policy adds to what a detector finds: the one place for the district's and the teacher's own words. */
import type { Finding, Span } from '../detect/finding.ts';
import { allowedBy } from './decide.ts';
import { idFinder } from './id-formats.ts';
import { addMarks, type Mark } from './marks.ts';
import type { EffectivePolicy } from './policy.ts';
import { schoolFinder } from './school-names.ts';
import { markStaff } from './staff-domains.ts';
import { keyOf, wordFinder } from './word-finder.ts';

/** Looks for patterns in RE2's syntax; those that are none find nothing. `lib/patterns.ts` is one. */
export type FindPatterns = (text: string, patterns: string[]) => Span[];

/**
 * Adds what the policy says shall be found. In: the text, a detector's findings, the policy in force, and what looks for its
 * patterns, which may be absent only where it has none. Out: all findings in the order of the text.
 * @throws where patterns cannot be looked for: they must not be left out without a word
 */
export function addOwnWords(
  text: string,
  findings: Finding[],
  effective: EffectivePolicy,
  patterns: FindPatterns | null,
): Finding[] {
  const { policy } = effective;
  const { idFormats, customPatterns, customTerms, schoolNames, staffDomains } = policy;
  if (customPatterns.length > 0 && !patterns) throw new Error('The patterns of the policy are not there.');
  const keyed = (span: Span) => ({ span, key: keyOf(text.slice(span.start, span.end)) });
  const lists: Mark[][] = [
    idsOf(idFormats)(text).map((span) => ({ ...keyed(span), category: 'student-id', code: 'id-format' })),
    (patterns?.(text, customPatterns) ?? []).map((span) => ({
      ...{ ...keyed(span), category: 'custom', code: 'custom-pattern' },
    })),
    termsOf(customTerms)(text).map((found) => ({ ...found, category: 'custom', code: 'custom-term' })),
    schoolsOf(schoolNames)(text).map((found) => ({ ...found, category: 'school', code: 'school-name' })),
  ];
  const isAllowed = allowedBy(effective);
  // What is never asked about must take no words from what is.
  const counts = ({ span, category }: Mark) => !isAllowed(text.slice(span.start, span.end), category);
  const found = lists.reduce((all, marks) => addMarks(text, all, marks.filter(counts), policy), findings);
  return markStaff(text, found, staffDomains);
}

const idsOf = madeOnce(idFinder);
const termsOf = madeOnce(wordFinder);
const schoolsOf = madeOnce(schoolFinder);

/** Makes what is made of a list once for each list: it may have thousands of words, and is asked for at every paste. */
function madeOnce<T>(make: (list: string[]) => T): (list: string[]) => T {
  const made = new WeakMap<string[], T>();
  return (list) => {
    const known = made.get(list) ?? make(list);
    made.set(list, known);
    return known;
  };
}
