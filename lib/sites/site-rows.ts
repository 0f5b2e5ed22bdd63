/** The listed sites as the settings show them. */
import { SITES } from './match.ts';

export interface SiteRow {
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
}

/**
 * One row for each site, and one for each host that can be turned on.
 * @param granted the patterns that the browser has granted
 * @param edge the version of Edge; 0 in any other browser
 */
export function siteRows(granted: string[], edge: number): SiteRow[] {
  return SITES.flatMap(({ name, matches, optionalMatches = [], blocked = [] }) => {
    const row = (patterns: string[], optional: boolean): SiteRow => ({
      name,
      patterns,
      hosts: patterns.map((pattern) => pattern.replace(/^https:\/\/|\/\*$/g, '')),
      optional,
      on: patterns.every((pattern) => granted.includes(pattern)),
      blocked: edge > 0 && blocked.some(({ minVersion = 0 }) => edge >= minVersion),
    });
    const required = matches.length > 0 ? [row(matches, false)] : [];
    return [...required, ...optionalMatches.map((pattern) => row([pattern], true))];
  });
}
