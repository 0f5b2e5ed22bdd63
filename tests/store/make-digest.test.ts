import { beforeEach, expect, test, vi } from 'vitest';
import type { ClassList } from '../../lib/class-list/person.ts';
import { forgetDigest, makeDigest } from '../../lib/store/make-digest.ts';

/** What stands in for the lists on disk, which only a browser has. */
const disk = vi.hoisted(() => ({ lists: [] as ClassList[], reads: 0, fails: false }));
vi.mock('../../lib/store/class-lists.ts', () => ({
  readClassLists: async () => {
    disk.reads++;
    if (disk.fails) throw new Error('no database');
    return { lists: disk.lists, lost: [] };
  },
}));

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
  forgetDigest();
});

test('is made once, also for frames that ask at once, until the lists change', async () => {
  const [one, two] = await Promise.all([makeDigest(180, TODAY), makeDigest(180, TODAY)]);
  expect([two, await makeDigest(180, TODAY), disk.reads]).toEqual([one, one, 1]);
  disk.lists = [class7('Omar')];
  forgetDigest();
  const changed = await makeDigest(180, TODAY);
  expect([changed?.key, changed?.entries === one?.entries, disk.reads]).toEqual([one?.key, false, 2]);
  disk.lists = [];
  forgetDigest();
  expect(await makeDigest(180, TODAY)).toBeNull();
});

test('is made anew on another day and under another limit, since lists may have ended by then', async () => {
  await makeDigest(180, TODAY);
  await makeDigest(180, new Date(2026, 10, 4));
  await makeDigest(30, new Date(2026, 10, 4));
  expect(disk.reads).toBe(3);
});

test('that could not be made is tried again', async () => {
  disk.fails = true;
  await expect(makeDigest(180, TODAY)).rejects.toThrow();
  disk.fails = false;
  expect(await makeDigest(180, TODAY)).not.toBeNull();
});
