/** How an address stands with the district's lists of sites and tools. Pure. */
import { type Policy, TIERS } from '../policy/policy.ts';
import type { Tier } from '../policy/tools.ts';
import { type Address, insideGate, meansHost, siteOf } from './match.ts';
import type { Site } from './site.ts';

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
export function standAt(address: Address, policy: Policy | null): Stand | null {
  const found = siteOf(address, policy?.sitesAdd);
  if (!found || !insideGate(found.site, address) || (policy && isOff(address, policy))) return null;
  return { site: found.site, tier: policy && tierAt(address, policy) };
}

/** Whether the district turned the guard off at an address. */
export function isOff(address: Address, { sitesOff }: Pick<Policy, 'sitesOff'>): boolean {
  const id = siteOf(address)?.site.id;
  return sitesOff.some((entry) => closeness(entry, address.host, id) > 0);
}

/**
 * What the district says of the tool at an address: null where it has no list, `not-reviewed` where the tool is not on it.
 * A host goes before an id, an id before a host with all below it, and of two entries alike the stricter counts.
 */
export function tierAt(address: Address, { approvedTools }: Pick<Policy, 'approvedTools'>): Tier {
  if (approvedTools.length === 0) return null;
  const id = siteOf(address)?.site.id;
  const fits = approvedTools.map(({ site, tier }) => ({ tier, fit: closeness(site, address.host, id) }));
  const best = Math.max(...fits.map((one) => one.fit));
  if (best === 0) return 'not-reviewed';
  const strictness = fits.filter((one) => one.fit === best).map(({ tier }) => TIERS.indexOf(tier));
  return TIERS[Math.max(...strictness)]!;
}

/** How closely an entry names a host, which is of a listed site with an id; 0 where it means another. */
function closeness(entry: string, host: string, id: string | undefined): number {
  if (entry === host) return Number.POSITIVE_INFINITY;
  if (entry === id) return LONGER_THAN_ANY_HOST;
  return meansHost(entry, host) ? entry.length : 0;
}

const LONGER_THAN_ANY_HOST = 1000;
