/** Patterns for pages of ours, which load the library for them only where a policy has some. */
import type { FindPatterns } from './policy/own-words.ts';
import type { EffectivePolicy } from './policy/policy.ts';

/** What looks for the patterns of a policy; null where it has none. */
export async function patternsOf({ policy }: EffectivePolicy): Promise<FindPatterns | null> {
  if (policy.customPatterns.length === 0) return null;
  return (await import('./patterns.ts')).findPatterns;
}

/** A policy with its patterns that are no RE2 among its problems, which only the library can tell. */
export async function withPatternProblems(effective: EffectivePolicy): Promise<EffectivePolicy> {
  const { policy, sources, problems } = effective;
  if (policy.customPatterns.length === 0) return effective;
  const { faultOf } = await import('./patterns.ts');
  if (policy.customPatterns.every((pattern) => faultOf(pattern) === null)) return effective;
  const source = sources.customPatterns ?? 'default';
  return { ...effective, problems: [...problems, { field: 'customPatterns', source }] };
}
