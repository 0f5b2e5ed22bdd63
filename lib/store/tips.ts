/** Which tips were shown, and whether the teacher wants any. On this machine only; which text called for one is not kept. */
import { browser } from 'wxt/browser';
import type { Shown } from '../learn/tip.ts';

const OFF = 'tips-off';
/** One entry a tip: two pages that show tips at once do not undo each other. */
const SHOWN = 'tip-shown:';
const DAY_MS = 86_400_000;

/** Today, in whole days since 1970 (UTC). */
export function today(): number {
  return Math.floor(Date.now() / DAY_MS);
}

/** What was shown, by tip id. */
export async function readShown(ids: string[]): Promise<Record<string, Shown>> {
  const stored = await browser.storage.local.get(ids.map((id) => SHOWN + id));
  const entries = Object.entries(stored) as [string, Shown][];
  return Object.fromEntries(entries.map(([key, shown]) => [key.slice(SHOWN.length), shown]));
}

/** A tip is shown now. Twice on one day counts once. */
export async function markShown(id: string): Promise<void> {
  const before = (await readShown([id]))[id];
  if (before?.day === today()) return;
  const shown: Shown = { times: (before?.times ?? 0) + 1, day: today() };
  await browser.storage.local.set({ [SHOWN + id]: shown });
}

/** Whether tips come by themselves: in a review and in a notice. */
export async function wantsTips(): Promise<boolean> {
  return (await browser.storage.local.get(OFF))[OFF] !== true;
}

export async function setTips(on: boolean): Promise<void> {
  await browser.storage.local.set({ [OFF]: !on });
}
