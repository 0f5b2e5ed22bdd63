/** How a tab stands: is what is pasted there checked? For the badge, and for the popup, which waits for no background. */
import type { Tabs } from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import type { TabState, ToGuard } from '../messages.ts';
import type { EffectivePolicy } from '../policy/policy.ts';
import { holdsAll, lighterKeys } from '../policy/tools.ts';
import { addedPatterns, insideGate, isAmong, patternToAdd, siteOf } from '../sites/match.ts';
import { tierAt } from '../stand.ts';
import { readNoted, swapsWithoutAsking } from './memory.ts';
import { pausedUntil } from './pause.ts';

/** How a tab stands, without what only the popup shows. */
type TabStand = Omit<TabState, 'withoutAsking' | 'noted'>;

/** How a tab stands that is no AI chat. */
export const NOT_AI: TabStand = {
  state: 'not-ai',
  site: null,
  pausedUntil: 0,
  reason: null,
  pattern: null,
  closed: false,
  own: false,
  asked: false,
  tier: null,
  lighter: false,
  holdsAll: false,
};

/** How a tab stands under the policy in force. */
export async function readTabStand(tab: Tabs.Tab, effective: EffectivePolicy): Promise<TabStand> {
  const { policy, teacherSites = [] } = effective;
  const { id: tabId = browser.tabs.TAB_ID_NONE } = tab;
  const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
  const found = url && siteOf(url, policy.sitesAdd);
  if (!found) {
    const pattern = url && patternToAdd(url, policy);
    return { ...NOT_AI, pattern, closed: url?.protocol !== 'https:' };
  }
  if (!insideGate(found.site, url)) return NOT_AI;
  const tier = tierAt(url, policy);
  const about: TabStand = {
    ...NOT_AI,
    site: found.site.name,
    own: teacherSites.includes(found.site.id),
    tier,
    lighter: tier === 'agreement' && lighterKeys(effective).length > 0,
    holdsAll: holdsAll(policy, tier),
  };
  if (isAmong(policy.sitesOff, url)) return { ...about, state: 'off' };
  const [granted, answers, until] = await Promise.all([
    // A listed host can be withheld too, by the teacher or by the browser's settings.
    browser.permissions.contains({ origins: [found.pattern] }),
    toGuard(tabId, 0, { type: 'guard-ping' }),
    pausedUntil(tabId, url.host),
  ]);
  if (!granted) {
    const asked = found.optional && !about.own && addedPatterns(policy.sitesAdd).includes(found.pattern);
    return { ...about, state: 'optional', pattern: found.pattern, asked };
  }
  if (!answers) {
    const edge = Number(/ Edg\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 0);
    const blocked = edge > 0 && found.site.blocked?.some(({ minVersion = 0 }) => edge >= minVersion);
    return { ...about, state: 'not-protected', reason: blocked ? 'browser-blocks' : 'not-running' };
  }
  return until > 0 ? { ...about, state: 'paused', pausedUntil: until } : { ...about, state: 'guarded' };
}

/** The same, with what went in without being asked about. */
export async function readTabState(tab: Tabs.Tab, effective: EffectivePolicy): Promise<TabState> {
  const { id: tabId = browser.tabs.TAB_ID_NONE } = tab;
  const [stand, withoutAsking, noted] = await Promise.all([
    readTabStand(tab, effective),
    swapsWithoutAsking(tabId),
    readNoted(tabId),
  ]);
  return { ...stand, withoutAsking, noted };
}

/** Tells the guard of a frame something. @returns whether one took it */
export async function toGuard(tabId: number, frameId: number, message: ToGuard): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, message, { frameId })) === true;
  } catch {
    return false;
  }
}
