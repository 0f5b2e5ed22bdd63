/** Tells everything that is wrong with a policy, also what only the list of sites and the library for patterns know. */
import { type Checks, faultsIn } from './policy/check.ts';
import { type Layers, mergePolicies } from './policy/merge.ts';
import type { EffectivePolicy } from './policy/policy.ts';
import { SITES } from './sites/match.ts';

/** What can be told without the library for patterns. */
export const SITE_CHECKS: Checks = { siteIds: SITES.map(({ id }) => id) };

/** What some policies are held against. In: policies of any shape. The library for patterns is loaded only where they have some. */
export async function checksFor(...policies: unknown[]): Promise<Checks> {
  if (policies.every((policy) => Object(policy).customPatterns === undefined)) return SITE_CHECKS;
  const { faultOf } = await import('./patterns.ts');
  return { ...SITE_CHECKS, faultOf };
}

/** The policy in force, with all that is wrong in what it is made of. */
export async function withAllProblems(layers: Layers): Promise<EffectivePolicy> {
  const effective = mergePolicies(layers);
  const checks = await checksFor(layers.district, layers.teacher);
  const faults = (['district', 'teacher'] as const).flatMap((source) =>
    [...faultsIn(layers[source], checks)].map(([field, { near }]) => ({ field, source, near })),
  );
  const others = effective.problems.filter(
    ({ field, source }) => !faults.some((one) => one.field === field && one.source === source),
  );
  return { ...effective, problems: [...others, ...faults] };
}
