import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { openWelcome } from '../../lib/store/welcome.ts';

test.each([
  ['install', 'normal', 1],
  ['install', 'development', 1],
  ['install', 'admin', 0],
  ['update', 'normal', 0],
  ['browser_update', 'normal', 0],
])('after %s of an extension that is there as %s, %i tabs are opened', async (reason, installType, times) => {
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  browser.management = { getSelf: async () => ({ installType }) } as never;
  await openWelcome(reason);
  expect(create).toHaveBeenCalledTimes(times);
  if (times > 0) expect(create.mock.calls[0]?.[0].url).toMatch(/\/welcome\.html$/);
  create.mockRestore();
});
