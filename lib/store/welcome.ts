/** The welcome after the install. */
import { browser } from 'wxt/browser';
import { readPolicy } from './settings.ts';

const WAITS = 'welcome-waits';

/** Whether the district has put Chalkline into this browser. `management.getSelf` needs no permission. */
export async function isByDistrict(): Promise<boolean> {
  return (await browser.management.getSelf()).installType === 'admin';
}

/**
 * Opens the welcome in a tab after the install: never after an update. Where the district has put Chalkline there it would
 * open on every computer of a school at the same time, so there it waits until an AI chat is opened.
 * @param reason of `runtime.onInstalled`
 */
export async function openWelcome(reason: string): Promise<void> {
  if (reason !== 'install') return;
  if (await isByDistrict()) return browser.storage.local.set({ [WAITS]: true });
  if ((await readPolicy()).policy.welcome !== 'off') await show();
}

/** Whether it waits to be offered. */
export async function welcomeWaits(): Promise<boolean> {
  return (await browser.storage.local.get(WAITS))[WAITS] === true;
}

/** Opens the welcome that waited where the teacher wants to look; it does not come again. */
export async function endWelcomeWait(look: boolean): Promise<void> {
  if (!(await welcomeWaits())) return;
  await browser.storage.local.remove(WAITS);
  if (look) await show();
}

async function show(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
