/** Which AI site an address belongs to. Pure: for the manifest, the guard, the popup and the policy. */
import type { Site } from './site.ts';
import data from './sites.json' with { type: 'json' };

export const SITES = data as Site[];

/** Every pattern the manifest requires. */
export const REQUIRED_MATCHES: string[] = SITES.flatMap((site) => site.matches);

/** Every pattern that can be turned on later. */
export const OPTIONAL_MATCHES: string[] = SITES.flatMap((site) => site.optionalMatches ?? []);

const hostOf = (pattern: string) => pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');

/** What `siteAt` needs of an address: `location` and `URL` both fit. */
export interface Address {
  protocol: string;
  host: string;
  pathname: string;
}

/**
 * The listed site of an address by host alone, or null. `pattern` is the match pattern that fits, which tells
 * whether the host is required or optional.
 */
export function siteOf(address: Address): { site: Site; pattern: string; optional: boolean } | null {
  if (address.protocol !== 'https:') return null;
  for (const site of SITES) {
    for (const pattern of [...site.matches, ...(site.optionalMatches ?? [])]) {
      if (hostOf(pattern) === address.host)
        return { site, pattern, optional: !site.matches.includes(pattern) };
    }
  }
  return null;
}

/** Whether the path of a listed site's address is part of its AI chat. Asked at every event, since sites navigate without a load. */
export function insideGate(site: Site, address: Address): boolean {
  return !site.pathGate || new RegExp(site.pathGate).test(address.host + address.pathname);
}
