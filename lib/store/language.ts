/** Which language our pages and notices speak: the one that the district has set, or the browser's. */
import { browser } from 'wxt/browser';
import { parsePolicy } from '../policy/parse.ts';
import type { EffectivePolicy } from '../policy/policy.ts';
import { readDistrict, readLastDistrict } from './settings.ts';

/** A browser that has just started takes seconds to read its policies: a page does not wait for them longer than this, in ms. */
const PATIENCE_MS = 150;

/** The language under a policy, a BCP 47 tag. */
export function languageOf({ policy: { language } }: EffectivePolicy): string {
  return language || browser.i18n.getUILanguage();
}

/**
 * The language for a page that has yet to draw anything, a BCP 47 tag. Where the browser is slow to tell what the district
 * says, what it said last holds.
 */
export async function pageLanguage(): Promise<string> {
  const slow = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(readLastDistrict);
  const { policy } = parsePolicy(await Promise.race([readDistrict(), slow]));
  return policy.language || browser.i18n.getUILanguage();
}
