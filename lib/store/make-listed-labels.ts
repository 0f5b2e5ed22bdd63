/** Makes the labels of listed people that are looked up in `listed-labels.ts`, once after each change. Background only. */
import { browser } from 'wxt/browser';
import { labelIndex } from '../class-list/label-index.ts';
import { LISTS_CHANGED } from './class-digest.ts';
import { readNumberedClasses } from './class-lists.ts';
import { dropListed, keepListed, listedIsReady } from './listed-labels.ts';
import { serialQueue } from './serial.ts';

const queue = serialQueue();

/** Sees to it that what is kept is of the lists as they are now. Rejects where these cannot be read. */
export function readyListed(mostDays: number, now: Date): Promise<void> {
  return queue(async () => {
    if (await listedIsReady()) return;
    const { [LISTS_CHANGED]: changed } = await browser.storage.local.get(LISTS_CHANGED);
    if (changed === undefined) return dropListed();
    await keepListed(labelIndex(await readNumberedClasses(mostDays, now)), changed);
  });
}
