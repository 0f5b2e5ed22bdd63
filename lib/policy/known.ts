/** What is known beside what a detector finds: class lists, and the policy's own words. For every way to look at a text. */
import type { ListDigest } from '../class-list/digest.ts';
import type { KindOfWord } from '../class-list/find.ts';
import type { Finding } from '../detect/finding.ts';
import { addListed } from './listed.ts';
import { addOwnWords, type FindPatterns } from './own-words.ts';
import type { EffectivePolicy } from './policy.ts';

export interface Known {
  /** Of the class lists; null where there are none. */
  digest: ListDigest | null;
  /** The detector's `kindOfWord`. */
  kindOf: KindOfWord;
  /** What looks for the policy's patterns; may be null only where it has none. */
  patterns: FindPatterns | null;
}

/**
 * Adds what is known to a detector's findings. Out: all findings in the order of the text; the given ones are not changed.
 * @throws where patterns cannot be looked for: they must not be left out without a word
 */
export function addKnown(
  text: string,
  findings: Finding[],
  effective: EffectivePolicy,
  { digest, kindOf, patterns }: Known,
): Finding[] {
  return addOwnWords(text, addListed(text, findings, digest, effective.policy, kindOf), effective, patterns);
}
