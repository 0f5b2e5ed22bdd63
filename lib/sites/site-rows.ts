/** The listed sites as the settings show them. */
import { addedPatterns, isAmong, OPTIONAL_MATCHES, SITES } from './match.ts';

export interface SiteRow {
  /** Empty where the district or the teacher added it by its host. */
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
  /** The teacher has added it. */
  own: boolean;
  /** Those of its hosts where the district turned the guard off. */
  off: string[];
}

/**
 * One row for each site, and one for each host that can be turned on, of those that the district adds too.
 * @param granted the patterns that the browser has granted
 * @param edge the version of Edge; 0 in any other browser
 * @param lists what the district adds and turns off, and which of the added ones are the teacher's
 */
export function siteRows(
  granted: string[],
  edge: number,
  lists: { sitesAdd: string[]; sitesOff: string[]; teacherSites: string[] },
): SiteRow[] {
  const added = addedPatterns(lists.sitesAdd.filter((site) => !lists.teacherSites.includes(site)));
  const own = addedPatterns(lists.teacherSites);
  const row = (name: string, patterns: string[], optional: boolean, blocked: boolean): SiteRow => {
    const hosts = patterns.map((pattern) => pattern.replace(/^https:\/\/|\/\*$/g, ''));
    return {
      ...{ name, patterns, hosts, optional, blocked },
      on: patterns.every((pattern) => granted.includes(pattern)),
      asked: optional && patterns.every((pattern) => added.includes(pattern)),
      own: optional && name === '' && patterns.every((pattern) => own.includes(pattern)),
      off: hosts.filter((host) => isAmong(lists.sitesOff, { protocol: 'https:', host, pathname: '/' })),
    };
  };
  const listed = SITES.flatMap(({ name, matches, optionalMatches = [], blocked = [] }) => {
    const isBlocked = edge > 0 && blocked.some(({ minVersion = 0 }) => edge >= minVersion);
    const required = matches.length > 0 ? [row(name, matches, false, isBlocked)] : [];
    return [...required, ...optionalMatches.map((pattern) => row(name, [pattern], true, isBlocked))];
  });
  const unlisted = [...added, ...own].filter((pattern) => !OPTIONAL_MATCHES.includes(pattern));
  return [...listed, ...unlisted.map((pattern) => row('', [pattern], true, false))];
}
