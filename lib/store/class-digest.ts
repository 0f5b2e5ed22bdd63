/** What pages know of the class lists: a digest, asked for anew after each change. */
import { browser } from 'wxt/browser';
import { type ListDigest, unpackDigest } from '../class-list/digest.ts';
import { send } from './channel.ts';

/** In `storage.local`: when the lists last changed; nothing where there are none. Guards hear of it. */
export const LISTS_CHANGED = 'class-lists-changed';

/** Says that the lists have changed. In: whether there are any now. Background only. */
export async function tellListsChanged(any: boolean): Promise<void> {
  if (any) await browser.storage.local.set({ [LISTS_CHANGED]: Date.now() });
  else await browser.storage.local.remove(LISTS_CHANGED);
}

/** The last one, and when its lists had changed: an edited text is looked at after each pause in typing. */
let last: { changed: unknown; digest: ListDigest } | null = null;

/** The digest now; null where there is no list, or nobody answers. For whoever has no list, nothing is asked. */
export async function readDigest(): Promise<ListDigest | null> {
  const { [LISTS_CHANGED]: changed } = await browser.storage.local.get(LISTS_CHANGED);
  if (changed === undefined) return null;
  if (last?.changed === changed) return last.digest;
  const packed = await send({ type: 'class-digest' }).catch(() => null);
  if (!packed) return null;
  last = { changed, digest: unpackDigest(packed) };
  return last.digest;
}

/** Calls `tell` with the digest, now and after each change. */
export async function watchDigest(tell: (digest: ListDigest | null) => void): Promise<void> {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && LISTS_CHANGED in changes) void readDigest().then(tell);
  });
  tell(await readDigest());
}
