/** Makes the digest of the class lists, under a key of this browser session. Background only. */
import { browser } from 'wxt/browser';
import { dayOf } from '../class-list/days.ts';
import type { PackedDigest } from '../class-list/digest.ts';
import { digestOf } from '../class-list/digest-of.ts';
import type { HashKey } from '../class-list/keyed-hash.ts';
import type { readClassLists } from './class-lists.ts';
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

export interface DigestKeeper {
  /** The digest of all lists; null where there is nobody. Made once for a day and a limit, until it is forgotten. */
  make(mostDays: number, now: Date): Promise<PackedDigest | null>;
  /** To be called after each change of the lists, before guards hear of it. */
  forget(): void;
}

/** Keeps the digest that was made last, in memory: every frame of every tab asks for it. In: what reads the lists. */
export function digestKeeper(read: typeof readClassLists): DigestKeeper {
  let last: { of: string; digest: Promise<PackedDigest | null> } | null = null;
  const digestNow = async (mostDays: number, now: Date) => {
    const { lists } = await read(mostDays, now);
    const people = lists.flatMap((list) => list.people);
    return people.length > 0 ? digestOf(people, await keyOfSession()) : null;
  };
  return {
    make(mostDays, now) {
      const of = `${mostDays} ${dayOf(now)}`;
      if (last?.of === of) return last.digest;
      const mine = { of, digest: digestNow(mostDays, now) };
      last = mine;
      mine.digest.catch(() => {
        if (last === mine) last = null;
      });
      return mine.digest;
    },
    forget() {
      last = null;
    },
  };
}
