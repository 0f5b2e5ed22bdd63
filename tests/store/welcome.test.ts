import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { endWelcomeWait, openWelcome, welcomeWaits } from '../../lib/store/welcome.ts';

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

const opened = (installType: string) => {
  browser.management = { getSelf: async () => ({ installType }) } as never;
  return vi
    .spyOn(browser.tabs, 'create')
    .mockReset()
    .mockResolvedValue({} as never);
};

test.each([
  [true, 1],
  [false, 0],
])('where the district has installed it, it waits and comes once at most (look: %s)', async (look, times) => {
  const create = opened('admin');
  await openWelcome('update');
  expect(await welcomeWaits()).toBe(false);
  await openWelcome('install');
  expect(await welcomeWaits()).toBe(true);
  expect(create).not.toHaveBeenCalled();
  await endWelcomeWait(look);
  await endWelcomeWait(true);
  expect(create).toHaveBeenCalledTimes(times);
  expect(await welcomeWaits()).toBe(false);
});

test('a policy keeps it from coming at all', async () => {
  await browser.storage.managed.set({ welcome: 'off' });
  const create = opened('normal');
  await openWelcome('install');
  expect(create).not.toHaveBeenCalled();
});
