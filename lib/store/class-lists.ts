/**
 * The teacher's class lists: one record a class in IndexedDB, encrypted (AES-GCM) under a key that no script can read out.
 * Only the background reads and writes them. What the encryption does not stop stands in docs/threat-model.md.
 */
import { type DBSchema, openDB } from 'idb';
import { type ClassChange, changed } from '../class-list/change.ts';
import { dayOf, endsSoon, lastDay } from '../class-list/days.ts';
import {
  drawFrom,
  type LabelNumbers,
  type Numbered,
  numbersAfter,
  withoutNumber,
} from '../class-list/numbers.ts';
import { type ClassList, parseClassList } from '../class-list/person.ts';
import type { Ending, StoredLists } from '../messages.ts';
import { setNumbersAside } from './label-numbers.ts';
import { serialQueue } from './serial.ts';

/** What must be known without the key: which class it is and when it goes. */
interface Sealed {
  id: string;
  added: string;
  ends: string;
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

interface ClassListsDb extends DBSchema {
  classes: { key: string; value: Sealed };
  keys: { key: string; value: CryptoKey };
}

/** A class with the numbers of its people's labels, which stand in its record and which no page is told. */
export type NumberedClass = ClassList & Numbered;

const KEY = 'key';
const queue = serialQueue();

const open = () =>
  openDB<ClassListsDb>('class-lists', 1, {
    upgrade(db) {
      db.createObjectStore('classes', { keyPath: 'id' });
      db.createObjectStore('keys');
    },
  });

type Db = Awaited<ReturnType<typeof open>>;

/** Runs on the open database, alone. Rejects where the browser has none, as in some private windows. */
function withDb<T>(run: (db: Db) => Promise<T>): Promise<T> {
  return queue(async () => {
    const db = await open();
    try {
      return await run(db);
    } finally {
      db.close();
    }
  });
}

/** So that no record can be passed off as another one, or be given another end. */
const bound = ({ id, added, ends }: Pick<Sealed, 'id' | 'added' | 'ends'>) =>
  new TextEncoder().encode(JSON.stringify([id, added, ends]));

async function keyOf(db: Db): Promise<CryptoKey> {
  const known = await db.get('keys', KEY);
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await db.add('keys', made, KEY);
  return made;
}

async function write(db: Db, list: ClassList, numbers: LabelNumbers): Promise<void> {
  const { id, added, ends, name, people } = list;
  const secret = { name, people, numbers };
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound(list) },
    await keyOf(db),
    new TextEncoder().encode(JSON.stringify(secret)),
  );
  await db.put('classes', { id, added, ends, iv, data });
}

/** Rejects where it cannot be opened. */
async function read(db: Db, sealed: Sealed): Promise<NumberedClass> {
  const { id, added, ends, iv, data } = sealed;
  const key = await db.get('keys', KEY);
  if (!key) throw new Error('the key of the class lists is gone');
  const bytes = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: bound(sealed) },
    key,
    data,
  );
  const secret = JSON.parse(new TextDecoder().decode(bytes));
  const list = parseClassList({ ...secret, id, added, ends });
  if (!list) throw new Error('a class list is not as it was written');
  // A list of an earlier version has none.
  return { ...list, numbers: (secret.numbers ?? {}) as LabelNumbers };
}

/** All classes but one that can be opened. */
async function readOthers(db: Db, id: string): Promise<NumberedClass[]> {
  const others = (await db.getAll('classes')).filter((sealed) => sealed.id !== id);
  const opened = others.map((sealed) => read(db, sealed).catch(() => null));
  return (await Promise.all(opened)).filter((list) => list !== null);
}

/** Numbers from 0 to 1, 1 excluded, that nobody can foresee. */
const random = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

/** Erases the classes that have ended. Out: the others. */
async function kept(db: Db, mostDays: number, now: Date): Promise<Sealed[]> {
  const all = await db.getAll('classes');
  const isOver = (one: Sealed) => lastDay(one, mostDays) < dayOf(now);
  for (const { id } of all.filter(isOver)) await db.delete('classes', id);
  return all.filter((one) => !isOver(one));
}

/** All classes, the newest first, each with the last day that the district's limit leaves it. */
export function readClassLists(mostDays: number, now: Date): Promise<StoredLists> {
  return withDb(async (db) => {
    const stored: StoredLists = { lists: [], lost: [] };
    for (const sealed of await kept(db, mostDays, now)) {
      const ends = lastDay(sealed, mostDays);
      await read(db, sealed).then(
        ({ numbers: _, ...list }) => stored.lists.push({ ...list, ends }),
        () => stored.lost.push({ id: sealed.id, ends }),
      );
    }
    stored.lists.sort((a, b) =>
      a.added === b.added ? a.name.localeCompare(b.name) : a.added < b.added ? 1 : -1,
    );
    return stored;
  });
}

/** The classes that end within two weeks. */
export function endingClassLists(mostDays: number, now: Date): Promise<Ending[]> {
  return withDb(async (db) => {
    const ending: Ending[] = [];
    for (const sealed of await kept(db, mostDays, now)) {
      const ends = lastDay(sealed, mostDays);
      if (!endsSoon(ends, dayOf(now))) continue;
      const { name } = await read(db, sealed).catch(() => ({ name: '' }));
      ending.push({ name, ends });
    }
    return ending;
  });
}

/** Erases the classes that have ended. Out: the last day of the one that ends next; null where there is none. */
export function forgetEndedClassLists(mostDays: number, now: Date): Promise<string | null> {
  return withDb(async (db) => {
    const days = (await kept(db, mostDays, now)).map((one) => lastDay(one, mostDays));
    return days.sort()[0] ?? null;
  });
}

/**
 * All classes that can be opened, with the numbers of everybody in them. Whoever has none, since the class was added by an
 * earlier version, gets one now.
 */
export async function readNumberedClasses(mostDays: number, now: Date): Promise<NumberedClass[]> {
  const readAll = () =>
    withDb(async (db) => {
      const sealed = await kept(db, mostDays, now);
      const opened = await Promise.all(sealed.map((one) => read(db, one).catch(() => null)));
      return opened.filter((list) => list !== null);
    });
  const lists = await readAll();
  const missing = lists.filter((list) => withoutNumber(list) > 0);
  if (missing.length === 0) return lists;
  for (const list of missing) await rewrite(list.id, (before) => before, withoutNumber(list));
  return readAll();
}

/**
 * Writes a class anew. In: what becomes of it, and how many people may need a number. These are set aside before the lists
 * are held, since whoever gives out numbers may be waiting for a list. Out: false where the class is gone.
 */
async function rewrite(id: string, change: (before: ClassList) => ClassList, mostNew: number) {
  const draw = drawFrom(await setNumbersAside('Student', mostNew), random);
  return withDb(async (db) => {
    const sealed = await db.get('classes', id);
    if (!sealed) return false;
    const before = await read(db, sealed);
    const after = change(before);
    await write(db, after, numbersAfter(before, after.people, await readOthers(db, id), draw));
    return true;
  });
}

/** Out: whether the class was there to be changed. Rejects where it could not be written; then nothing has changed. */
export async function changeClassLists(change: ClassChange): Promise<boolean> {
  switch (change.kind) {
    case 'erase':
      return withDb(async (db) => {
        if (change.id !== undefined) await db.delete('classes', change.id);
        // Without the key nothing that a disk still holds can be opened.
        else await Promise.all([db.clear('classes'), db.clear('keys')]);
        return true;
      });
    case 'add': {
      const { list } = change;
      const draw = drawFrom(await setNumbersAside('Student', list.people.length), random);
      return withDb(async (db) => {
        const nobody = { people: [], numbers: {} };
        await write(db, list, numbersAfter(nobody, list.people, await readOthers(db, list.id), draw));
        return true;
      });
    }
    default: {
      const mostNew = change.kind === 'join' ? change.people.length : change.kind === 'person' ? 1 : 0;
      return rewrite(change.id, (before) => changed(before, change), mostNew);
    }
  }
}
