/** Makes the digest of the class lists, under a key of this browser session. Background only. */
import { browser } from 'wxt/browser';
import { digestOf, type PackedDigest } from '../class-list/digest.ts';
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

/** The digest of all lists; null where there is nobody. */
export async function makeDigest(mostDays: number, now: Date): Promise<PackedDigest | null> {
  const { lists } = await readClassLists(mostDays, now);
  const people = lists.flatMap((list) => list.people);
  return people.length > 0 ? digestOf(people, await keyOfSession()) : null;
}
