/** For which grades and which subject a teacher wants the tip of the day. On this machine only. */
import { browser } from 'wxt/browser';
import { parseTipFilter, type TipFilter } from '../learn/tip-of-day.ts';

const KEY = 'tip-filter';

export async function readTipFilter(): Promise<TipFilter> {
  return parseTipFilter((await browser.storage.local.get(KEY))[KEY]);
}

export async function writeTipFilter(filter: TipFilter): Promise<void> {
  await browser.storage.local.set({ [KEY]: filter });
}
