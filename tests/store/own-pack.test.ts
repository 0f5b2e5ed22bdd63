import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { newPrompt, type Pack } from '../../lib/learn/pack.ts';
import { addPack, changeOwn, readPacks, readShelf, removePack } from '../../lib/store/own-pack.ts';

beforeEach(() => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-US');
});

const prompt = (title: string) =>
  newPrompt({
    title,
    text: 'Write about [topic].',
    task: 'quiz',
    bands: ['E'],
    subjects: ['all'],
    topics: [],
  });
const pack = (title: string, ...titles: string[]): Pack => ({
  title,
  from: 'Bluebird',
  language: 'en',
  prompts: titles.map(prompt),
  tips: [],
});
const titles = ({ prompts }: Pack) => prompts.map(({ title }) => title);

test('one’s own are kept, and changes that come at once are all made', async () => {
  expect((await readShelf()).own.prompts).toEqual([]);
  await Promise.all(
    ['A', 'B', 'C'].map((title) =>
      changeOwn((own) => ({ ...own, prompts: [...own.prompts, prompt(title)] })),
    ),
  );
  expect(titles((await readShelf()).own)).toEqual(['A', 'B', 'C']);
  await changeOwn((own) => ({ ...own, prompts: [] }));
  expect(titles((await readShelf()).own)).toEqual([]);
});

test('a pack takes the place of one of the same name and origin, and can be removed', async () => {
  await addPack(pack('One', 'A'));
  await addPack(pack('Two', 'B'));
  await addPack(pack('One', 'C'));
  expect((await readPacks()).map(titles)).toEqual([['C'], ['B'], []]);
  await removePack(pack('One'));
  expect((await readShelf()).packs.map(({ title }) => title)).toEqual(['Two']);
});

test('what is damaged in the store is left out', async () => {
  await browser.storage.local.set({ packs: [{ format: 'x' }, null], 'own-pack': 'x' });
  const { own, packs } = await readShelf();
  expect([own.prompts, own.tips, packs]).toEqual([[], [], []]);
  await addPack(pack('One', 'A'));
  expect((await readShelf()).packs).toHaveLength(1);
});
