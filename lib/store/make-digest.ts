/** Makes the digest of the class lists, under a key of this browser session. Background only. */
import { browser } from 'wxt/browser';
import { dayOf } from '../class-list/days.ts';
import type { PackedDigest } from '../class-list/digest.ts';
import { digestOf } from '../class-list/digest-of.ts';
import type { HashKey } from '../class-list/keyed-hash.ts';
import { readClassLists } from './class-lists.ts';
import { serialQueue } from './serial.ts';

/** In `storage.session`, which no page can read. */
const KEY = 'class-key';
const queue = serialQueue();

/** One for all pages of the session. */
const keyOfSession = (): Promise<HashKey> =>
  queue(async () => {
    const known = (await browser.storage.session.get(KEY))[KEY] as HashKey | undefined;
    if (known) return known;
    const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
    await browser.storage.session.set({ [KEY]: [a, b] });
    return [a, b] as const;
  });

/** The last one, and of which day and limit: every frame of every tab asks for it. In memory only. */
let last: { of: string; digest: Promise<PackedDigest | null> } | null = null;

/** The digest of all lists; null where there is nobody. Made once for a day and a limit, until it is forgotten. */
export function makeDigest(mostDays: number, now: Date): Promise<PackedDigest | null> {
  const of = `${mostDays} ${dayOf(now)}`;
  if (last?.of === of) return last.digest;
  const digest = digestNow(mostDays, now);
  const mine = { of, digest };
  last = mine;
  digest.catch(() => {
    if (last === mine) last = null;
  });
  return digest;
}

/** To be called after each change of the lists, before guards hear of it. */
export function forgetDigest(): void {
  last = null;
}

async function digestNow(mostDays: number, now: Date): Promise<PackedDigest | null> {
  const { lists } = await readClassLists(mostDays, now);
  const people = lists.flatMap((list) => list.people);
  return people.length > 0 ? digestOf(people, await keyOfSession()) : null;
}
