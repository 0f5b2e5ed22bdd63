import { beforeEach, expect, test } from 'vitest';
import type { ClassList } from '../../lib/class-list/person.ts';
import { digestKeeper } from '../../lib/store/make-digest.ts';

/** What stands in for the lists on disk, which only a browser has. */
const disk = { lists: [] as ClassList[], reads: 0, fails: false };
const keeper = digestKeeper(async () => {
  disk.reads++;
  if (disk.fails) throw new Error('no database');
  return { lists: disk.lists, lost: [] };
});

const TODAY = new Date(2026, 10, 3, 9);
const class7 = (first: string): ClassList => ({
  id: 'c',
  name: '7B',
  added: '2026-09-01',
  ends: '2027-07-31',
  people: [{ id: 'a', first, last: 'Lopez' }],
});

beforeEach(() => {
  Object.assign(disk, { lists: [class7('Maya')], reads: 0, fails: false });
  keeper.forget();
});

test('is made once, also for frames that ask at once, until the lists change', async () => {
  const [one, two] = await Promise.all([keeper.make(180, TODAY), keeper.make(180, TODAY)]);
  expect([two, await keeper.make(180, TODAY), disk.reads]).toEqual([one, one, 1]);
  disk.lists = [class7('Omar')];
  keeper.forget();
  const changed = await keeper.make(180, TODAY);
  expect([changed?.key, changed?.entries === one?.entries, disk.reads]).toEqual([one?.key, false, 2]);
  disk.lists = [];
  keeper.forget();
  expect(await keeper.make(180, TODAY)).toBeNull();
});

test('is made anew on another day and under another limit, since lists may have ended by then', async () => {
  await keeper.make(180, TODAY);
  await keeper.make(180, new Date(2026, 10, 4));
  await keeper.make(30, new Date(2026, 10, 4));
  expect(disk.reads).toBe(3);
});

test('that could not be made is tried again', async () => {
  disk.fails = true;
  await expect(keeper.make(180, TODAY)).rejects.toThrow();
  disk.fails = false;
  expect(await keeper.make(180, TODAY)).not.toBeNull();
});
