/** Class lists in the built extension: what a list becomes, what of it is on the disk, and when it is gone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayAfter, dayOf, schoolYearEnd } from '../../lib/class-list/days.ts';
import type { ClassList } from '../../lib/class-list/person.ts';
import type { StoredLists } from '../../lib/messages.ts';
import { type BedBrowser, launch } from './bed-browser.ts';

const TODAY = dayOf(new Date());
const profile = mkdtempSync(join(tmpdir(), 'chalkline-classes-'));
let browser: BedBrowser;
let page: Page;
beforeAll(async () => {
  browser = await launch({ profile });
  page = await browser.openOwn('classes.html');
});
afterAll(async () => {
  await browser?.close();
  rmSync(profile, { recursive: true, force: true });
});

/** What the background gives to a page of ours. */
const stored = (): Promise<StoredLists> =>
  page.evaluate(() => chrome.runtime.sendMessage({ type: 'class-lists-read' }));
const change = (change: object): Promise<unknown> =>
  page.evaluate((change) => chrome.runtime.sendMessage({ type: 'class-lists-change', change }), change);
/** The people of a class, without ids. */
async function people(name = 'Period 3'): Promise<object[]> {
  const list = (await stored()).lists.find((one) => one.name === name);
  return list?.people.map(({ id: _, ...rest }) => rest) ?? [];
}

interface RawStore {
  /** All that stands in the records, bytes as characters. */
  text: string;
  count: number;
  keys: number;
  extractable: boolean[];
}
/** What is in the database itself. */
const raw = (): Promise<RawStore> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('class-lists'));
    const all = (store: string) => done(db.transaction(store).objectStore(store).getAll());
    const [classes, keys] = await Promise.all([all('classes'), all('keys')]);
    db.close();
    const text = classes
      .flatMap((one: Record<string, unknown>) => Object.values(one))
      .map((value: unknown) =>
        typeof value === 'string'
          ? value
          : Array.from(new Uint8Array(value as ArrayBuffer), (byte) => String.fromCharCode(byte)).join(''),
      )
      .join('\n');
    return {
      text,
      count: classes.length,
      keys: keys.length,
      extractable: keys.map((key: CryptoKey) => key.extractable),
    };
  });

interface ListFile {
  name: string;
  bytes: Buffer;
}
const fixture = (name: string): ListFile => ({ name, bytes: readFileSync(`tests/files/fixtures/${name}`) });

/** Chooses a file, and waits for what Chalkline takes it for. */
async function choose({ name, bytes }: ListFile): Promise<void> {
  await page.locator('#class-file').setInputFiles({ name, mimeType: '', buffer: bytes });
  await page.getByRole('heading', { name: 'Check before you add' }).waitFor();
}

async function add(name: string): Promise<void> {
  await page.getByLabel('Name of the class').first().waitFor();
  await page.locator('#new-name').fill(name);
  await page.getByRole('button', { name: /^Add (?:one student|\d+ students)$/ }).click();
  await page.getByText(/^Added: \d+\.$/).waitFor();
}

const reyes = { first: 'Maya', last: 'Reyes', number: '1002345' };
const lopez = { first: 'Maya', last: 'López', email: 'maya@school.example', number: '204418' };
const carter = { first: 'Devon', last: 'Carter', email: 'devon@school.example', number: '204419' };
const one = ({ email: _, ...rest }: typeof lopez) => rest;

test.each<[string, ListFile, object[], string]>([
  [
    'OneRoster users.csv',
    {
      name: 'users.csv',
      bytes: Buffer.from(
        'sourcedId,status,enabledUser,role,givenName,familyName,identifier,email,phone,grades\r\n' +
          'a1,active,true,student,Maya,López,204418,maya@school.example,555-0147,07\r\n' +
          'a2,active,true,student,Devon,Carter,204419,devon@school.example,555-0148,07\r\n' +
          't1,active,true,teacher,Dana,Whitfield,,dana@school.example,555-0149,\r\n',
      ),
    },
    [lopez, carter],
    'Left out and not kept: sourcedId, status, enabledUser, phone, grades.',
  ],
  [
    'Google Classroom in UTF-16',
    {
      name: 'Period 3.csv',
      bytes: Buffer.from(
        '\ufeffLast Name\tFirst Name\tEmail Address\tOverall Grade\nPoints\t\t\t100\n' +
          'López\tMaya\tmaya@school.example\t91%\nCarter\tDevon\tdevon@school.example\t86%\n',
        'utf16le',
      ),
    },
    [lopez, carter].map(({ number: _, ...rest }) => rest),
    'Left out and not kept: Overall Grade.',
  ],
  [
    'PowerSchool in Windows-1252',
    {
      name: 'student.export.text.txt',
      bytes: Buffer.from(
        'Student_Number\tLastFirst\tGrade_Level\tDOB\tIEP\tLunchStatus\r\n' +
          '204418\tLópez, Maya\t7\t3/14/2013\tY\tF\r\n204419\tCarter, Devon\t7\t4/1/2013\tN\tP\r\n',
        'latin1',
      ),
    },
    [one(lopez), one(carter)],
    'Left out and not kept: Grade_Level, DOB, IEP, LunchStatus.',
  ],
  [
    'Excel',
    fixture('excel.xlsx'),
    [reyes, { first: 'Diego', last: 'Fuentes', number: '1002346' }],
    'Left out and not kept: DOB, Phone, Group.',
  ],
  [
    'OpenDocument',
    fixture('roster.ods'),
    [reyes, { first: 'Diego', last: 'Fuentes', number: '1002346' }],
    'Left out and not kept: DOB, Score, Label.',
  ],
])('imports %s', async (name, file, expected, dropped) => {
  await choose(file);
  await page.getByText(dropped).waitFor();
  await add(name);
  const found = await people(name);
  expect(found.slice(0, 2)).toEqual(expected);
  // What was dropped is nowhere, and nobody but students.
  expect(JSON.stringify(found)).not.toMatch(/Whitfield|555-01|91%|\/2013|\/2012/);
  expect((await stored()).lists.find((list) => list.name === name)).toMatchObject({
    added: TODAY,
    ends: schoolYearEnd(TODAY),
  });
});

test('a pasted list is corrected before it is added, and family comes by a click', async () => {
  await change({ kind: 'erase' });
  await page.reload();
  await page
    .getByLabel('Paste names, or a table')
    .fill('Maya,Qorvane,Ana Qorvane\nDevon,Zelthuis,\nHope,Ng,\n,,\nDevon,Zelthuis,James Zelthuis\nX,,');
  await page.getByRole('button', { name: 'Look at the list' }).click();
  await page.getByText('3 students were found.').waitFor();
  await page.getByLabel('Column 3').selectOption('Names of family');
  await page.getByText('One row has one letter for a name. It is left out.').click();
  await page.getByText('Row 6: X').waitFor();
  await page.getByText('One row has a first name that is a word too.').click();
  await page.getByText('Row 3: Hope Ng').waitFor();
  await page.getByText('One row has a student who is in the list already.').waitFor();
  await page.getByRole('button', { name: 'Add 3 students' }).click();
  await page.getByText('Please give the class a name.').waitFor();
  await add('Period 3');
  expect(await people()).toEqual([
    { first: 'Maya', last: 'Qorvane', family: ['Ana Qorvane'] },
    { first: 'Devon', last: 'Zelthuis', family: ['James Zelthuis'] },
    { first: 'Hope', last: 'Ng' },
  ]);
  expect(await page.getByLabel('Paste names, or a table').inputValue()).toBe('');

  // Once more, with somebody new: nobody is there twice, and nobody gets another id.
  const before = (await stored()).lists[0]!.people.map(({ id }) => id);
  await page.getByLabel('Paste names, or a table').fill('Zelthuis, Devon\nChen, Ava');
  await page.getByRole('button', { name: 'Look at the list' }).click();
  await page.getByLabel('Add them to').selectOption('Period 3');
  await page.getByRole('button', { name: 'Add 2 students' }).click();
  await page.getByText('Added: 1. In the class already: 1.').waitFor();
  const after = (await stored()).lists[0]!.people;
  expect(after.map(({ id }) => id).slice(0, 3)).toEqual(before);
  expect(after.at(-1)).toMatchObject({ first: 'Ava', last: 'Chen' });
});

test('a person is found, changed, removed and put back; the class gets another name and day', async () => {
  await page.getByRole('heading', { name: 'Period 3' }).click();
  await page.getByLabel('Search in this class').fill('hope');
  await page.getByText('1 of 4 are shown.').waitFor();
  await page.getByRole('button', { name: 'Change: Hope Ng' }).click();
  await page.getByLabel('Student number', { exact: true }).fill('7');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByText('A student number has four letters or digits at least').waitFor();
  await page.getByLabel('Student number', { exact: true }).fill('204420');
  await page.getByLabel('Nickname', { exact: true }).fill('Ho');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByText('Saved.').waitFor();
  expect((await people())[2]).toEqual({ first: 'Hope', last: 'Ng', nickname: 'Ho', number: '204420' });

  await page.getByRole('button', { name: 'Remove: Hope Ng' }).click();
  await page.getByText('Removed: Hope Ng.').waitFor();
  expect(await people()).toHaveLength(3);
  await page.getByRole('button', { name: 'Put back' }).click();
  await page.getByText('Put back: Hope Ng.').waitFor();
  expect(await people()).toHaveLength(4);

  const ends = dayAfter(TODAY, 10);
  await page.getByLabel('Name of the class').first().fill('Period 4');
  await page.getByLabel('Keep it until').first().fill(ends);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/^The list “Period 4” is erased after /).waitFor();
  expect((await stored()).lists[0]).toMatchObject({ name: 'Period 4', ends });
  const options = await browser.openOwn('options.html');
  await options.getByText(/^The list “Period 4” is erased after /).waitFor();
  const popup = await browser.openOwn('popup.html?tab=-1');
  await popup.getByText(/^The class list “Period 4” is erased after /).waitFor();
  await Promise.all([options.close(), popup.close()]);
});

test('nothing on the disk holds a name, and a new start of the browser opens the list', async () => {
  expect(await page.getByText('Anyone using your signed-in browser can open this list.').count()).toBe(1);
  const { text, count, extractable } = await raw();
  expect(count).toBe(1);
  expect(extractable).toEqual([false]);
  expect(text.length).toBeGreaterThan(100);
  // Names that stand nowhere in our own code, which the browser keeps too.
  const names = ['Qorvane', 'Zelthuis', 'Devon', 'Period 4', '204420'];
  expect(names.filter((name) => text.includes(name))).toEqual([]);
  const before = await stored();
  await browser.close();

  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  expect(files.some(({ parentPath }) => parentPath.includes('IndexedDB'))).toBe(true);
  const holding = files.filter((file) => {
    const bytes = readFileSync(join(file.parentPath, file.name));
    return names
      .slice(0, 2)
      .some((name) => bytes.includes(name) || bytes.includes(Buffer.from(name, 'utf16le')));
  });
  expect(holding.map((file) => join(file.parentPath, file.name))).toEqual([]);

  browser = await launch({ profile });
  page = await browser.openOwn('classes.html');
  expect(await stored()).toEqual(before);
});

test('a class is gone after its last day, and one that was tampered with is said', async () => {
  const list = { id: 'old', name: 'Last year', people: [{ id: 'a', first: 'Ava', last: 'Chen' }] };
  await change({ kind: 'add', list: { ...list, added: '2025-09-01', ends: dayAfter(TODAY, -1) } });
  expect((await stored()).lists.map(({ name }) => name)).toEqual(['Period 4']);
  expect((await raw()).count).toBe(1);
  await change({ kind: 'add', list: { ...list, added: '2025-09-01', ends: TODAY } });
  expect((await stored()).lists.map(({ name }) => name)).toEqual(['Period 4', 'Last year']);
  // A later end that nobody has set.
  await page.evaluate(
    (ends) =>
      new Promise<void>((resolve) => {
        indexedDB.open('class-lists').onsuccess = ({ target }) => {
          const db = (target as IDBOpenDBRequest).result;
          const store = db.transaction('classes', 'readwrite').objectStore('classes');
          store.get('old').onsuccess = (event) => {
            const record = (event.target as IDBRequest).result;
            store.put({ ...record, ends }).onsuccess = () => {
              db.close();
              resolve();
            };
          };
        };
      }),
    dayAfter(TODAY, 100),
  );
  expect((await stored()).lost).toEqual([{ id: 'old', ends: dayAfter(TODAY, 100) }]);
  await page.reload();
  await page.getByRole('button', { name: 'Erase it' }).click();
  await page.getByText('It is erased.').waitFor();
  expect(await stored()).toMatchObject({ lost: [] });
  expect((await raw()).count).toBe(1);
});

test('5,000 students, and then everything is erased', async () => {
  await change({ kind: 'erase' });
  await page.reload();
  const letters = (n: number) => Array.from(String(n), (digit) => 'abcdefghij'[Number(digit)]).join('');
  const rows = Array.from({ length: 5000 }, (_, i) => `Ma${letters(i)},Lo${letters(i)},${100_000 + i}`);
  const bytes = Buffer.from(`First name,Last name,Student ID\n${rows.join('\n')}\n`);
  await choose({ name: 'school.csv', bytes });
  await page.getByText('5000 students were found.').waitFor();
  await add('Whole school');
  const [list] = (await stored()).lists as [ClassList];
  expect(list.people).toHaveLength(5000);
  expect(new Set(list.people.map(({ id }) => id)).size).toBe(5000);
  await page.getByRole('heading', { name: 'Whole school' }).click();
  await expect.poll(() => page.locator('.people li').count()).toBe(50);
  await page.getByLabel('Search in this class').fill('104999');
  await page.getByRole('button', { name: 'Remove: Maejjj Loejjj' }).click();
  await page.getByText('Removed: Maejjj Loejjj.').waitFor();
  expect((await stored()).lists[0]!.people).toHaveLength(4999);

  const options = await browser.openOwn('options.html');
  await options.getByRole('button', { name: 'Erase everything', exact: true }).click();
  await options.getByRole('button', { name: 'Yes, erase everything' }).click();
  await options.getByText('Everything is erased.').waitFor();
  expect(await stored()).toEqual({ lists: [], lost: [] });
  expect(await raw()).toMatchObject({ count: 0, keys: 0, text: '' });
});

test('who is on a list is found in a chat, in small letters too, and the page learns no name', async () => {
  const draft = 'pls help zyaire okonkwor with fractions';
  const list = {
    ...{ id: 'found', name: 'Period 6', added: TODAY, ends: dayAfter(TODAY, 30) },
    people: [{ id: 'z', first: 'Zyaire', last: 'Okonkwor' }],
  };
  const tab = await browser.open('react-textarea');
  await tab.start('');
  expect(await change({ kind: 'add', list })).toBe(true);
  await tab.page.bringToFront();
  // Guards hear of it.
  await tab.page.waitForTimeout(500);
  await tab.paste(draft);
  const review = await tab.review();
  await review.locator('.why', { hasText: 'class list' }).first().waitFor();
  await tab.choose('Use swapped text');
  await expect.poll(() => tab.text()).toMatch(/^pls help \[Student \d+\] with fractions$/);
  const seen = await tab.everythingSeen();
  expect(seen).not.toMatch(/zyaire/i);
  expect(await change({ kind: 'erase', id: 'found' })).toBe(true);
});

test('a list of an earlier version gets its labels, which stay and which no page is told', async () => {
  const list = {
    ...{ id: 'old', name: 'Period 7', added: TODAY, ends: dayAfter(TODAY, 30) },
    people: [{ id: 'z', first: 'Zyaire', last: 'Okonkwor' }],
  };
  expect(await change({ kind: 'add', list })).toBe(true);
  // As such a version has sealed it: without numbers.
  const numbers = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('class-lists'));
    const key: CryptoKey = await done(db.transaction('keys').objectStore('keys').get('key'));
    const record = await done(db.transaction('classes').objectStore('classes').get('old'));
    const { id, added, ends, iv, data } = record;
    const additionalData = new TextEncoder().encode(JSON.stringify([id, added, ends]));
    const sealing = { name: 'AES-GCM', iv, additionalData };
    const { numbers, ...secret } = JSON.parse(
      new TextDecoder().decode(await crypto.subtle.decrypt(sealing, key, data)),
    );
    const fresh = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { ...sealing, iv: fresh },
      key,
      new TextEncoder().encode(JSON.stringify(secret)),
    );
    const store = db.transaction('classes', 'readwrite').objectStore('classes');
    await done(store.put({ ...record, iv: fresh, data: sealed }));
    db.close();
    return numbers as Record<string, number>;
  });
  const first = numbers.z ?? 0;
  const ask = async () => {
    await browser.forgetSession();
    const requests = [{ entity: 1, category: 'person-name', role: 'student', forms: ['Okonkwor, Zyaire'] }];
    const [found] = await page.evaluate(
      (requests) => chrome.runtime.sendMessage({ type: 'labels-look-up', requests, here: [] }),
      requests,
    );
    return Number(/^\[Student (\d+)\]$/.exec(found.surrogate)?.[1]);
  };
  const second = await ask();
  // The number that is lost is nobody's.
  expect(second).toBeGreaterThan(first);
  expect(await ask()).toBe(second);
  expect(await change({ kind: 'set', id: 'old', name: 'Period 8', ends: list.ends })).toBe(true);
  expect(await ask()).toBe(second);
  expect((await stored()).lists).toEqual([{ ...list, name: 'Period 8' }]);
  expect(await change({ kind: 'erase' })).toBe(true);
});
