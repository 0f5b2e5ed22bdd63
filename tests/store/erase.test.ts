import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { eraseEverything } from '../../lib/store/erase.ts';
import { pausedTabs, setPause } from '../../lib/store/pause.ts';
import { changeMe, readMe, readPolicy, rememberDistrict } from '../../lib/store/settings.ts';
import { assignLabels, listLabels } from '../../lib/store/vault.ts';

// Node has no IndexedDB; the end-to-end tests look into the real one.
const { clearCounts } = vi.hoisted(() => ({ clearCounts: vi.fn(async () => {}) }));
vi.mock('../../lib/store/counts.ts', () => ({ clearCounts }));

const label = async (name: string) => {
  const [alias] = await assignLabels(
    [{ entity: 1, category: 'person-name', role: 'student', forms: [name] }],
    '',
    async () => [],
  );
  return alias?.surrogate;
};

test('everything goes but the label numbers and the district', async () => {
  await browser.storage.managed.set({ rules: { phone: 'block' } });
  await rememberDistrict();
  await browser.storage.local.set({
    policy: { rules: { email: 'off' }, customTerms: ['Bluebird'] },
    other: 1,
  });
  await changeMe((me) => ({ ...me, names: ['Dana Whitfield'] }));
  await browser.storage.session.set({ choice: 1 });
  await setPause(3, 'chatgpt.com', Date.now() + 60_000);
  expect(await label('Maya Lopez')).toBe('[Student 1]');

  await eraseEverything();

  expect(await browser.storage.session.get(null)).toEqual({});
  expect(Object.keys(await browser.storage.local.get(null)).sort()).toEqual([
    'label-numbers',
    'last-district-policy',
  ]);
  expect(await readMe()).toEqual({ names: [], emails: [], phones: [] });
  expect((await readPolicy()).policy).toMatchObject({
    rules: { email: 'review', phone: 'block' },
    customTerms: [],
  });
  expect(clearCounts).toHaveBeenCalledOnce();
  expect(await listLabels()).toEqual([]);
  // The number of somebody who was forgotten goes to nobody else.
  expect(await label('Devon Carter')).toBe('[Student 2]');
});

test('the tabs with a pause are known', async () => {
  await setPause(3, 'chatgpt.com', Date.now() + 60_000);
  await setPause(12, 'claude.ai', Date.now() + 60_000);
  await setPause(12, 'claude.ai', 0);
  await browser.storage.session.set({ vault: [] });
  expect(await pausedTabs()).toEqual([3]);
});
