/**
 * On which sites the bar of a tool that is not on the district's list was closed today. Only today's are kept, and nothing of
 * yesterday: it must not become a record of where a teacher goes.
 */
import { browser } from 'wxt/browser';
import { serialQueue } from './serial.ts';

interface ClosedBars {
  day: string;
  /** Ids of sites. */
  sites: string[];
}

const KEY = 'closed-bars';
const queue = serialQueue();

/** Today by the local calendar. */
const today = () => new Date().toDateString();

async function read(): Promise<ClosedBars> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as ClosedBars | undefined;
  return stored?.day === today() ? stored : { day: today(), sites: [] };
}

export async function isBarClosed(siteId: string): Promise<boolean> {
  return (await read()).sites.includes(siteId);
}

/** The bar does not come back on this site today. */
export function closeBar(siteId: string): Promise<void> {
  return queue(async () => {
    const { day, sites } = await read();
    await browser.storage.local.set({ [KEY]: { day, sites: [...new Set([...sites, siteId])] } });
  });
}

/** Forgets what was closed on another day. */
export async function forgetClosedBars(): Promise<void> {
  if ((await read()).sites.length === 0) await browser.storage.local.remove(KEY);
}
