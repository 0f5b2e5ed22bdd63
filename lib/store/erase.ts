/** Everything that Chalkline has stored about a teacher: to see, and to take back. */
import { browser } from 'wxt/browser';
import { clearCounts } from './counts.ts';

/**
 * What stays: the next free label numbers and the invented names that were given, without whom they stand for, so that none is
 * ever given to a second person, and what the district said last, which is not the teacher's.
 */
const KEPT = ['label-numbers', 'stand-ins-used', 'last-district-policy'];

/**
 * What is stored on disk, but for counts, class lists and what labels stand for: settings, the teacher's own name and words,
 * progress, prompts and reports, each under the name that it is stored by.
 */
export async function readEverything(): Promise<Record<string, unknown>> {
  const stored = Object.entries(await browser.storage.local.get(null));
  return Object.fromEntries(stored.filter(([key]) => !KEPT.includes(key)));
}

/**
 * Erases the teacher's settings, who the teacher is, the counts, and what is kept for this browser session: labels and
 * choices. A pause of a guard must have been ended before, since its guard would not hear of it, and class lists and labels
 * must have been erased by the background, which alone writes them.
 */
export async function eraseEverything(): Promise<void> {
  const stored = Object.keys(await browser.storage.local.get(null));
  await browser.storage.local.remove(stored.filter((key) => !KEPT.includes(key)));
  await browser.storage.session.clear();
  await clearCounts();
}
