/** The listed sites as the settings show them. */
import { addedPatterns, isAmong, OPTIONAL_MATCHES, SITES } from './match.ts';

export interface SiteRow {
  /** Empty where the district added it by its host. */
  name: string;
  /** What to ask the browser for, or to give back. */
  patterns: string[];
  hosts: string[];
  /** Not on from the start: somebody turns it on. */
  optional: boolean;
  /** The browser lets Chalkline run there. */
  on: boolean;
  /** This browser lets no extension run there. */
  blocked: boolean;
  /** The district asks for it. */
  asked: boolean;
  /** Those of its hosts where the district turned the guard off. */
  off: string[];
}

/**
 * One row for each site, and one for each host that can be turned on, of those that the district adds too.
 * @param granted the patterns that the browser has granted
 * @param edge the version of Edge; 0 in any other browser
 * @param lists what the district adds and turns off
 */
export function siteRows(
  granted: string[],
  edge: number,
  lists: { sitesAdd: string[]; sitesOff: string[] },
): SiteRow[] {
  const added = addedPatterns(lists.sitesAdd);
  const row = (name: string, patterns: string[], optional: boolean, blocked: boolean): SiteRow => {
    const hosts = patterns.map((pattern) => pattern.replace(/^https:\/\/|\/\*$/g, ''));
    return {
      ...{ name, patterns, hosts, optional, blocked },
      on: patterns.every((pattern) => granted.includes(pattern)),
      asked: optional && patterns.every((pattern) => added.includes(pattern)),
      off: hosts.filter((host) => isAmong(lists.sitesOff, { protocol: 'https:', host, pathname: '/' })),
    };
  };
  const listed = SITES.flatMap(({ name, matches, optionalMatches = [], blocked = [] }) => {
    const isBlocked = edge > 0 && blocked.some(({ minVersion = 0 }) => edge >= minVersion);
    const required = matches.length > 0 ? [row(name, matches, false, isBlocked)] : [];
    return [...required, ...optionalMatches.map((pattern) => row(name, [pattern], true, isBlocked))];
  });
  const own = added.filter((pattern) => !OPTIONAL_MATCHES.includes(pattern));
  return [...listed, ...own.map((pattern) => row('', [pattern], true, false))];
}
