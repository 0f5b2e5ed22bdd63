import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { closeBar, forgetClosedBars, isBarClosed } from '../../lib/store/closed-bars.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('a bar stays closed on its site for the rest of the day, and nothing of it is kept after that', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 30, 8) });
  await Promise.all([closeBar('poe'), closeBar('you'), closeBar('poe')]);
  vi.setSystemTime(new Date(2026, 10, 30, 23, 59));
  await forgetClosedBars();
  expect([await isBarClosed('poe'), await isBarClosed('you'), await isBarClosed('grok')]).toEqual([
    true,
    true,
    false,
  ]);
  vi.setSystemTime(new Date(2026, 11, 1, 0, 1));
  expect(await isBarClosed('poe')).toBe(false);
  await forgetClosedBars();
  expect(await browser.storage.local.get(null)).toEqual({});
  await closeBar('grok');
  expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('poe');
});
