/** Everything that a policy adds to what a detector finds: the one place for the district's and the teacher's own words. */
import type { Finding, Span } from '../detect/finding.ts';
import { idFinder } from './id-formats.ts';
import { addMarks, type Mark } from './marks.ts';
import type { EffectivePolicy, Policy } from './policy.ts';
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
  { policy }: EffectivePolicy,
  patterns: FindPatterns | null,
): Finding[] {
  const { marksIn, staffDomains } = readyFor(policy);
  let out = findings;
  for (const marks of marksIn(text, patterns)) out = addMarks(out, marks);
  return markStaff(text, out, staffDomains);
}

interface Ready {
  marksIn(text: string, patterns: FindPatterns | null): Mark[][];
  staffDomains: string[];
}

/** Made once for each policy: it may have thousands of words, and is asked at every paste. */
const ready = new WeakMap<Policy, Ready>();

function readyFor(policy: Policy): Ready {
  const known = ready.get(policy);
  if (known) return known;
  const made = makeReady(policy);
  ready.set(policy, made);
  return made;
}

function makeReady({ idFormats, customPatterns, customTerms, schoolNames, staffDomains }: Policy): Ready {
  const ids = idFinder(idFormats);
  const terms = wordFinder(customTerms);
  const schools = schoolFinder(schoolNames);
  return {
    staffDomains,
    marksIn(text, patterns) {
      if (customPatterns.length > 0 && !patterns)
        throw new Error('The patterns of the policy are not there.');
      const keyed = (span: Span) => ({ span, key: keyOf(text.slice(span.start, span.end)) });
      return [
        ids(text).map((span): Mark => ({ ...keyed(span), category: 'student-id', code: 'id-format' })),
        (patterns?.(text, customPatterns) ?? []).map(
          (span): Mark => ({ ...keyed(span), category: 'custom', code: 'custom-pattern' }),
        ),
        terms(text).map((found): Mark => ({ ...found, category: 'custom', code: 'custom-term' })),
        schools(text).map((found): Mark => ({ ...found, category: 'school', code: 'school-name' })),
      ];
    },
  };
}
