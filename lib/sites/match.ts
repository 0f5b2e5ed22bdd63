/** Which AI site an address belongs to. Pure: for the manifest, the guard, the popup and the policy. */
import type { Site } from './site.ts';
import data from './sites.json' with { type: 'json' };

export const SITES = data as Site[];

/** Every pattern the manifest requires. */
export const REQUIRED_MATCHES: string[] = SITES.flatMap((site) => site.matches);

/** Every pattern that can be turned on later. */
export const OPTIONAL_MATCHES: string[] = SITES.flatMap((site) => site.optionalMatches ?? []);

const hostOf = (pattern: string) => pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');

/** The sites by host, the first of those that share one: it is looked up with each key that is typed. */
const LISTED = new Map(
  SITES.flatMap((site) => [
    ...site.matches.map((pattern) => ({ site, pattern, optional: false })),
    ...(site.optionalMatches ?? []).map((pattern) => ({ site, pattern, optional: true })),
  ])
    .toReversed()
    .map((one) => [hostOf(one.pattern), one]),
);

/** What `siteAt` needs of an address: `location` and `URL` both fit. */
export interface Address {
  protocol: string;
  host: string;
  pathname: string;
}

/**
 * Tells how closely an entry of a district's list names an address, 0 where it means another: a host more closely than the
 * id of a site, that more closely than a host with all below it.
 */
export function namingOf(address: Address): (entry: string) => number {
  const id = siteOf(address)?.site.id;
  return (entry) => {
    if (entry === address.host) return Number.POSITIVE_INFINITY;
    if (entry === id) return LONGER_THAN_ANY_HOST;
    return meansHost(entry, address.host) ? entry.length : 0;
  };
}

/** Whether a district's list of ids and hosts names an address. */
export function isAmong(entries: string[], address: Address): boolean {
  const naming = namingOf(address);
  return entries.some((entry) => naming(entry) > 0);
}

const LONGER_THAN_ANY_HOST = 1000;

/** For `*.host` that host and all below it. */
function meansHost(entry: string, host: string): boolean {
  if (!entry.startsWith('*.')) return entry === host;
  return host === entry.slice(2) || host.endsWith(entry.slice(1));
}

/** The patterns of what a district adds: of a site by its id those that can be turned on, of a host its own. */
export function addedPatterns(sitesAdd: string[]): string[] {
  const patterns = sitesAdd.flatMap((entry) => {
    const listed = SITES.find(({ id }) => id === entry);
    if (listed) return listed.optionalMatches ?? [];
    // Without a dot it is an id that nobody knows.
    return entry.includes('.') && !REQUIRED_MATCHES.includes(patternOf(entry)) ? [patternOf(entry)] : [];
  });
  return [...new Set(patterns)];
}

const patternOf = (host: string) => `https://${host}/*`;

/** Hosts of match patterns that stand for one whole host each; no wildcard, no port. */
export function hostsOf(patterns: string[]): string[] {
  return patterns.filter((pattern) => WHOLE_HOST.test(pattern)).map(hostOf);
}

const WHOLE_HOST = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\*$/;

/**
 * The pattern to ask the browser for where a teacher may add the site of an address; null where the address is no web page
 * that can be asked for, where the site is known, and where the district turned it off.
 */
export function patternToAdd(
  address: Address,
  lists: { sitesAdd: string[]; sitesOff: string[] },
): string | null {
  const pattern = patternOf(address.host);
  if (address.protocol !== 'https:' || !WHOLE_HOST.test(pattern)) return null;
  return siteOf(address, lists.sitesAdd) || isAmong(lists.sitesOff, address) ? null : pattern;
}

/**
 * The site of an address by host alone, or null: a listed one, or one that the district has added. `pattern` is the match
 * pattern that fits, which tells whether the host is required or optional.
 */
export function siteOf(
  address: Address,
  sitesAdd: string[] = [],
): { site: Site; pattern: string; optional: boolean } | null {
  if (address.protocol !== 'https:') return null;
  const listed = LISTED.get(address.host);
  if (listed) return listed;
  const added = sitesAdd.find((entry) => entry.includes('.') && meansHost(entry, address.host));
  if (added === undefined) return null;
  const site: Site = { id: added, name: address.host, matches: [], optionalMatches: [patternOf(added)] };
  return { site, pattern: patternOf(added), optional: true };
}

/** Whether the path of a listed site's address is part of its AI chat. Asked at every event, since sites navigate without a load. */
export function insideGate(site: Site, address: Address): boolean {
  return !site.pathGate || new RegExp(site.pathGate).test(address.host + address.pathname);
}
