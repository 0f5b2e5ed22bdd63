import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { modulesIn } from '../../lib/learn/curriculum.ts';
import { advance, NO_PROGRESS, type Progress } from '../../lib/learn/progress.ts';
import { changeProgress, readProgress, resetProgress, watchProgress } from '../../lib/store/progress.ts';

const modules = modulesIn('en');
const reading = (part: string) => (before: Progress) =>
  advance(before, { kind: 'read', module: 'M1', part }, '2026-11-30', modules);

test('is there again after a restart, with a number of its own that stays', async () => {
  await changeProgress(reading('lesson'));
  const { id } = await readProgress();
  expect(id).toMatch(/^[\da-f-]{36}$/);
  vi.resetModules();
  const next = await import('../../lib/store/progress.ts');
  await next.changeProgress(reading('m1-deleting'));
  const stored = await next.readProgress();
  expect(stored.id).toBe(id);
  expect(Object.keys(stored.modules.M1?.read ?? {}).sort()).toEqual(['lesson', 'm1-deleting']);
});

test('two open tabs overwrite nothing of each other', async () => {
  // A tab is a program of its own, with its own copy of the module.
  vi.resetModules();
  const other = await import('../../lib/store/progress.ts');
  expect(other.changeProgress).not.toBe(changeProgress);
  const parts = modules[0]!.tips.map(({ id }) => id);
  await Promise.all(parts.map((part, i) => (i % 2 ? changeProgress : other.changeProgress)(reading(part))));
  expect(Object.keys((await readProgress()).modules.M1?.read ?? {}).sort()).toEqual([...parts].sort());
});

test('a tab hears what another has stored, and of a reset', async () => {
  const heard: Progress[] = [];
  watchProgress((progress) => heard.push(progress));
  await changeProgress(reading('lesson'));
  await browser.storage.local.set({ other: 1 });
  await resetProgress();
  expect(heard.map(({ modules: told }) => Object.keys(told))).toEqual([['M1'], []]);
  expect(await readProgress()).toEqual(NO_PROGRESS);
});

test('a change that fails leaves what was there, and the next one works', async () => {
  await changeProgress(reading('lesson'));
  const before = await readProgress();
  await expect(
    changeProgress(() => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await readProgress()).toEqual(before);
  await changeProgress(reading('m1-deleting'));
  expect(Object.keys((await readProgress()).modules.M1?.read ?? {})).toHaveLength(2);
});
