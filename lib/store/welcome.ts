/** The welcome after the install. */
import { browser } from 'wxt/browser';

/**
 * Opens the welcome in a tab, once: never after an update, and never where the district has put Chalkline there, since
 * it would then open on every computer of a school at the same time. `management.getSelf` needs no permission.
 * @param reason of `runtime.onInstalled`
 */
export async function openWelcome(reason: string): Promise<void> {
  if (reason !== 'install') return;
  const { installType } = await browser.management.getSelf();
  if (installType === 'admin') return;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
