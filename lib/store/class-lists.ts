/**
 * The teacher's class lists: one record a class in IndexedDB, encrypted (AES-GCM) under a key that no script can read out.
 * Only the background reads and writes them. What the encryption does not stop stands in docs/threat-model.md.
 */
import { type DBSchema, openDB } from 'idb';
import { type ClassChange, changed } from '../class-list/change.ts';
import { dayOf, endsSoon, lastDay } from '../class-list/days.ts';
import { type ClassList, parseClassList } from '../class-list/person.ts';
import type { Ending, StoredLists } from '../messages.ts';
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

async function write(db: Db, list: ClassList): Promise<void> {
  const { id, added, ends, ...secret } = list;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bound(list) },
    await keyOf(db),
    new TextEncoder().encode(JSON.stringify(secret)),
  );
  await db.put('classes', { id, added, ends, iv, data });
}

/** Rejects where it cannot be opened. */
async function read(db: Db, sealed: Sealed): Promise<ClassList> {
  const { id, added, ends, iv, data } = sealed;
  const key = await db.get('keys', KEY);
  if (!key) throw new Error('the key of the class lists is gone');
  const bytes = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: bound(sealed) },
    key,
    data,
  );
  const list = parseClassList({ ...JSON.parse(new TextDecoder().decode(bytes)), id, added, ends });
  if (!list) throw new Error('a class list is not as it was written');
  return list;
}

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
        (list) => stored.lists.push({ ...list, ends }),
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

/** Out: whether the class was there to be changed. Rejects where it could not be written; then nothing has changed. */
export function changeClassLists(change: ClassChange): Promise<boolean> {
  return withDb(async (db) => {
    if (change.kind === 'add') {
      await write(db, change.list);
      return true;
    }
    if (change.kind === 'erase') {
      if (change.id !== undefined) await db.delete('classes', change.id);
      // Without the key nothing that a disk still holds can be opened.
      else await Promise.all([db.clear('classes'), db.clear('keys')]);
      return true;
    }
    const sealed = await db.get('classes', change.id);
    if (!sealed) return false;
    await write(db, changed(await read(db, sealed), change));
    return true;
  });
}
