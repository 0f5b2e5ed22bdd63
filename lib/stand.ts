/** How an address stands with the district's lists of sites and tools. Pure. */
import { type PolicyInForce, TIERS } from './policy/policy.ts';
import type { Tier } from './policy/tools.ts';
import { type Address, insideGate, isAmong, namingOf, siteOf } from './sites/match.ts';
import type { Site } from './sites/site.ts';

/** An AI chat that is guarded. */
export interface Stand {
  site: Site;
  tier: Tier;
}

/** A place that is guarded and of which no list says anything. */
export const UNLISTED: Stand = { site: { id: 'unlisted', name: '', matches: [] }, tier: null };

/**
 * How an address stands. In: the address, and the policy, or null where it is not read yet: then nothing is turned off,
 * and no list is known. Out: null where the guard has nothing to do, for it is no AI chat or the district turned it off.
 */
export function standAt(address: Address, policy: PolicyInForce | null): Stand | null {
  const found = siteOf(address, policy?.sitesAdd);
  if (!found || !insideGate(found.site, address) || (policy && isAmong(policy.sitesOff, address)))
    return null;
  return { site: found.site, tier: policy && tierAt(address, policy) };
}

/**
 * What the district says of the tool at an address: null where it has no list, `not-listed` where the tool is not on it.
 * A host goes before an id, an id before a host with all below it, and of two entries alike the stricter counts.
 */
export function tierAt(address: Address, { approvedTools }: Pick<PolicyInForce, 'approvedTools'>): Tier {
  if (approvedTools.length === 0) return null;
  const naming = namingOf(address);
  const named = approvedTools.map(({ site, tier }) => ({ tier, closely: naming(site) }));
  const best = Math.max(...named.map(({ closely }) => closely));
  if (best === 0) return 'not-listed';
  const strictness = named.filter(({ closely }) => closely === best).map(({ tier }) => TIERS.indexOf(tier));
  return TIERS[Math.max(...strictness)]!;
}
