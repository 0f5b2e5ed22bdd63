/** Tabs in which the teacher has paused the guard. In memory only; a pause ends by itself. */
import { browser } from 'wxt/browser';

interface Pause {
  host: string;
  until: number;
}

const PREFIX = 'pause-';
const key = (tabId: number) => PREFIX + tabId;

/** When the pause of this tab ends, as a time in ms; 0 where there is none on this host. */
export async function pausedUntil(tabId: number, host: string): Promise<number> {
  const stored = (await browser.storage.session.get(key(tabId)))[key(tabId)] as Pause | undefined;
  return stored && stored.host === host && stored.until > Date.now() ? stored.until : 0;
}

/** Pauses this host in this tab until a time; 0 ends the pause. */
export async function setPause(tabId: number, host: string, until: number): Promise<void> {
  if (until === 0) await browser.storage.session.remove(key(tabId));
  else await browser.storage.session.set({ [key(tabId)]: { host, until } satisfies Pause });
}

/** The tabs for which a pause is stored. */
export async function pausedTabs(): Promise<number[]> {
  const stored = Object.keys(await browser.storage.session.get(null));
  return stored.filter((one) => one.startsWith(PREFIX)).map((one) => Number(one.slice(PREFIX.length)));
}
