/** One-time tokens that tell the review page that a guard of ours has called it. In memory, for half a minute. */
import { browser } from 'wxt/browser';
import { serialQueue } from './serial.ts';

/** Where the draft of a review in its own window waits. */
export interface GuardPlace {
  tabId: number;
  frameId: number;
  id: string;
}

interface Issued {
  /** The tab whose frame may redeem it, or -1 for a window of the extension. */
  tabId: number;
  guard: GuardPlace | null;
  until: number;
}

const KEY = 'tokens';
const LIFE_MS = 30_000;
const queue = serialQueue();

async function read(): Promise<Record<string, Issued>> {
  const stored = (await browser.storage.session.get(KEY))[KEY] as Record<string, Issued> | undefined;
  return Object.fromEntries(Object.entries(stored ?? {}).filter(([, issued]) => issued.until > Date.now()));
}

/** Makes a token for the frame of a tab, or (with `guard`) for a window that a guard waits for. */
export function issueToken(tabId: number, guard: GuardPlace | null): Promise<string> {
  return queue(async () => {
    const token = crypto.randomUUID();
    const until = Date.now() + LIFE_MS;
    await browser.storage.session.set({ [KEY]: { ...(await read()), [token]: { tabId, guard, until } } });
    return token;
  });
}

/** Takes a token back, once. @returns the tab that the review is about; null for an unknown, used or old one, or one of another tab. */
export function redeemToken(
  token: string,
  tabId: number,
): Promise<{ tabId: number; guard: GuardPlace | null } | null> {
  return queue(async () => {
    const tokens = await read();
    const issued = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
    if (!issued || (!issued.guard && issued.tabId !== tabId)) return null;
    delete tokens[token];
    await browser.storage.session.set({ [KEY]: tokens });
    return { tabId: issued.guard?.tabId ?? tabId, guard: issued.guard };
  });
}
