/** Patterns for pages of ours, which load the library for them only where a policy has some. */
import type { FindPatterns } from './policy/own-words.ts';
import type { EffectivePolicy } from './policy/policy.ts';

/** What looks for the patterns of a policy; null where it has none. */
export async function patternsOf({ policy }: EffectivePolicy): Promise<FindPatterns | null> {
  if (policy.customPatterns.length === 0) return null;
  return (await import('./patterns.ts')).findPatterns;
}
