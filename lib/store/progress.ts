/** The teacher's progress through the curriculum. On this machine only, and erased with everything else. */
import { browser } from 'wxt/browser';
import { type Progress, parseProgress } from '../learn/progress.ts';

const KEY = 'learn-progress';

export async function readProgress(): Promise<Progress> {
  return parseProgress((await browser.storage.local.get(KEY))[KEY]);
}

/**
 * Changes the progress as it is stored by then. Two open tabs take turns: the browser's locks hold across all pages of
 * ours, where a queue would only know its own.
 */
export function changeProgress(change: (stored: Progress) => Progress): Promise<void> {
  return locked(async () => {
    const changed = change(await readProgress());
    await browser.storage.local.set({ [KEY]: { ...changed, id: changed.id || crypto.randomUUID() } });
  });
}

/** Forgets all progress. */
export function resetProgress(): Promise<void> {
  return locked(() => browser.storage.local.remove(KEY));
}

/** Calls `tell` after each change, whichever tab made it. */
export function watchProgress(tell: (progress: Progress) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[KEY];
    if (area === 'local' && change) tell(parseProgress(change.newValue));
  });
}

function locked(task: () => Promise<void>): Promise<void> {
  return navigator.locks.request(KEY, task);
}
