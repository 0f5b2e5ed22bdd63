/** Where the browser lets Chalkline run, and the sites that a teacher has added. */
import { browser } from 'wxt/browser';
import { withTerms } from '../policy/rule-choices.ts';
import { hostsOf, siteOf } from '../sites/match.ts';
import { changeTeacherPolicy, readBasePolicy, readTeacherPolicy } from './settings.ts';

/** Those of some match patterns that the browser has granted, by themselves or with more. */
export async function grantedOf(patterns: string[]): Promise<string[]> {
  const granted = await Promise.all(
    // A pattern that the browser does not take is not granted either.
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] }).catch(() => false)),
  );
  return patterns.filter((_, i) => granted[i]);
}

/**
 * Notes sites that the teacher has just allowed in the browser's own question. In: match patterns; what is no whole host, and
 * what is listed or asked for by the district, is passed over.
 */
export async function keepOwnSites(patterns: string[]): Promise<void> {
  const { policy } = await readBasePolicy();
  const hosts = hostsOf(patterns).filter(
    (host) => !siteOf({ protocol: 'https:', host, pathname: '/' }, policy.sitesAdd),
  );
  if (hosts.length > 0) await changeTeacherPolicy((stored) => withTerms(stored, 'sitesAdd', hosts, []));
}

/** Strikes sites from those that the teacher has added. In: match patterns. */
export async function dropOwnSites(patterns: string[]): Promise<void> {
  const { sitesAdd = [] } = await readTeacherPolicy();
  const hosts = hostsOf(patterns).filter((host) => sitesAdd.includes(host));
  if (hosts.length > 0) await changeTeacherPolicy((stored) => withTerms(stored, 'sitesAdd', [], hosts));
}

/** Gives back to the browser what it allowed for the teacher's own sites. */
export async function giveBackOwnSites(): Promise<void> {
  const { sitesAdd = [] } = await readTeacherPolicy();
  const origins = sitesAdd.map((host) => `https://${host}/*`);
  // What is not granted, or was by the browser's administrator, cannot be given back.
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false);
}
