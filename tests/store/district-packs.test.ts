import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Detector } from '../../lib/detect/detect.ts';
import { type Pack, readPack } from '../../lib/learn/pack.ts';
import { checkDistrictPacks, readDistrictPacks } from '../../lib/store/district-packs.ts';
import { addPack, readPacks } from '../../lib/store/own-pack.ts';
import { loadDetector } from '../../tools/load-detector.ts';

let loads = 0;
vi.mock('../../lib/lazy-detector.ts', () => ({
  lazyDetector: async (): Promise<Detector> => {
    loads += 1;
    return loadDetector();
  },
}));
beforeEach(() => {
  loads = 0;
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '1' } as never);
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-US');
});

const PLAIN = 'Write a quiz about [topic].';
const pack = (title: string, ...texts: string[]) => ({
  format: 'chalkline-pack',
  version: 1,
  title,
  from: 'Bluebird',
  language: 'en',
  prompts: texts.map((text, i) => ({ title: `Prompt ${i}`, text, task: 'quiz' })),
});
const setPacks = (...packs: object[]) =>
  browser.storage.managed.set({ packs: packs.map((one) => JSON.stringify(one)) });

test('they come before the teacher’s own, once they were looked through', async () => {
  await setPacks(pack('District', PLAIN));
  const { pack: mine } = readPack(pack('Mine', PLAIN), null);
  await addPack(mine as Pack);
  expect((await readDistrictPacks()).packs).toEqual([]);
  expect(await checkDistrictPacks()).toBe(true);
  expect((await readPacks()).map(({ title }) => title)).toEqual(['District', 'Mine', '-']);
  // Once is enough.
  expect(await checkDistrictPacks()).toBe(false);
  expect(loads).toBe(1);
});

test('what may point to a student is left out, and a bad pack stops no other', async () => {
  await setPacks(
    { format: 'something else' },
    pack('Named', 'Write about Maya Lopez.'),
    pack('Maya Lopez and her friends', PLAIN),
    pack('Half', PLAIN, 'Write about Omar Haddad.'),
  );
  await checkDistrictPacks();
  const { packs, refused } = await readDistrictPacks();
  expect(packs.map(({ title, prompts }) => [title, prompts.map(({ text }) => text)])).toEqual([
    ['Half', [PLAIN]],
  ]);
  expect(refused).toEqual([
    { title: '', fault: 'no-pack' },
    { title: 'Named', fault: 'named' },
    { title: 'Maya Lopez and her friends', fault: 'named' },
  ]);
  expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('Haddad');
});

test('other packs of the district are looked through anew, and without any there are none', async () => {
  await setPacks(pack('One', PLAIN));
  await checkDistrictPacks();
  await setPacks(pack('Two', PLAIN));
  expect((await readDistrictPacks()).packs).toEqual([]);
  await checkDistrictPacks();
  expect((await readDistrictPacks()).packs.map(({ title }) => title)).toEqual(['Two']);
  await browser.storage.managed.set({ packs: [] });
  expect((await readDistrictPacks()).packs).toEqual([]);
});
