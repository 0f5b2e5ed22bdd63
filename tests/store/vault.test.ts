/** Labels in the store: given at once in two tabs, after a new start, and of people on class lists. */
import { expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { labelIndex } from '../../lib/class-list/label-index.ts';
import { restoreAliases } from '../../lib/redact/restore.ts';
import pool from '../../lib/redact/stand-ins.json' with { type: 'json' };
import { tellListsChanged } from '../../lib/store/class-digest.ts';
import { setNumbersAside } from '../../lib/store/label-numbers.ts';
import { dropListed, keepListed, listedIsReady } from '../../lib/store/listed-labels.ts';
import {
  assignLabels,
  forgetLabels,
  keepLabels,
  labelsFor,
  labelsForCopy,
  lookUpLabels,
} from '../../lib/store/vault.ts';

const request = (name: string, entity = 1) => ({
  ...{ entity, category: 'person-name' as const, role: 'student' as const },
  forms: [name],
});
const label = async (name: string) => (await assignLabels([request(name)], ''))[0]!.surrogate;
const back = async (text: string) => {
  const { text: named, unknown } = restoreAliases(text, await labelsFor([text]));
  return [named, unknown];
};
/** As a browser that is closed and opened again. */
const restart = () => browser.storage.session.clear();

async function list(people: { id: string; first: string; last: string }[], numbers: Record<string, number>) {
  await tellListsChanged(people.length > 0);
  const { 'class-lists-changed': made } = await browser.storage.local.get('class-lists-changed');
  await keepListed(labelIndex([{ name: 'Period 3', people, numbers }]), made);
}
const maya = { id: 'm', first: 'Maya', last: 'Lopez' };

test('two tabs that swap at once never give two people one label or one person two', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `Zed${i} Qor${i}`);
  const twice = await Promise.all([...names, ...names.toReversed()].map(label));
  const [first, second] = [twice.slice(0, 12), twice.slice(12).reverse()];
  expect(second).toEqual(first);
  expect(new Set(first).size).toBe(12);
});

test('numbers that are set aside for a list are nobody else’s, whoever asks at the same time', async () => {
  const [a, one, b, two] = await Promise.all([
    setNumbersAside('Student', 28),
    label('Maya Lopez'),
    setNumbersAside('Student', 1),
    label('Devon Carter'),
  ]);
  const numbers = [...a, ...b, ...[one, two].map((text) => Number(text.match(/\d+/)![0]))];
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(a.length).toBeGreaterThan(28);
  expect(await setNumbersAside('Student', 0)).toEqual([]);
});

test('a label of another day stays one, and a new child never gets it', async () => {
  const yesterday = await label('Maya Lopez');
  await restart();
  expect(await label('Devon Carter')).not.toBe(yesterday);
  expect(await back(`${yesterday} was late.`)).toEqual([`${yesterday} was late.`, [yesterday]]);
});

test('a listed child has one label from day to day, and it brings the name back', async () => {
  const numbers = { m: (await setNumbersAside('Student', 1))[3]! };
  await list([maya], numbers);
  expect(await listedIsReady()).toBe(true);
  const own = `[Student ${numbers.m}]`;
  expect(await label('Lopez, Maya')).toBe(own);
  const stranger = await label('Omar Haddad');
  await restart();
  expect(await listedIsReady()).toBe(false);
  await list([maya], numbers);
  expect(await lookUpLabels([request('maya lopez')], [])).toEqual([{ surrogate: own, several: [] }]);
  expect(await back(`${own} sat with ${stranger}.`)).toEqual([
    `Maya Lopez sat with ${stranger}.`,
    [stranger],
  ]);
  expect(await back(`Students ${numbers.m - 1}–${numbers.m} wait.`)).toEqual([
    `Students ${numbers.m - 1}–${numbers.m} wait.`,
    [],
  ]);
  // Corrected on the list.
  await list([{ ...maya, first: 'Maia' }], numbers);
  expect((await back(own))[0]).toBe('Maia Lopez');
});

test('of listed children whom nobody has named yet, only a label in brackets is one', async () => {
  await list([maya], { m: 3 });
  const problem = 'Student 3 has 5 apples and gives 2 to Student 4.';
  expect(await back(problem)).toEqual([problem, ['[Student 3]', '[Student 4]']]);
  expect((await back('[Student 3] has 5 apples.'))[0]).toBe('Maya Lopez has 5 apples.');
  // Once a draft has named her, an answer may drop the brackets.
  await label('Maya Lopez');
  expect((await back('Student 3 has read 5 books.'))[0]).toBe('Maya Lopez has read 5 books.');
});

test('a child who is on no list any more is known until the session ends, and nobody gets the number', async () => {
  const [number = 0] = await setNumbersAside('Student', 1);
  await list([maya], { m: number });
  const own = await label('Maya Lopez');
  await tellListsChanged(false);
  expect(await listedIsReady()).toBe(false);
  await dropListed();
  expect(await listedIsReady()).toBe(true);
  expect((await back(own))[0]).toBe('Maya Lopez');
  await restart();
  expect(await back(own)).toEqual([own, [own]]);
  expect(await label('Maya Lopez')).not.toBe(own);
});

test('of 5,000 people a draft reads a few parts', async () => {
  const letters = (n: number) => Array.from(String(n), (digit) => 'abcdefghij'[Number(digit)]).join('');
  const people = Array.from({ length: 5000 }, (_, i) => ({
    ...{ id: String(i), first: `Ma${letters(i)}`, last: `Lo${letters(i)}` },
  }));
  await list(people, Object.fromEntries(people.map(({ id }, i) => [id, 7000 - i])));
  const reads: number[] = [];
  const get = browser.storage.session.get.bind(browser.storage.session);
  browser.storage.session.get = (async (keys: string[]) => {
    const found = await get(keys);
    reads.push(JSON.stringify(found).length);
    return found;
  }) as typeof get;
  try {
    expect(await lookUpLabels([request('Mabcd Lobcd')], [])).toEqual([
      { surrogate: '[Student 6877]', several: [] },
    ]);
  } finally {
    browser.storage.session.get = get;
  }
  // In JSON, of some 1.2 MB.
  expect(reads.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000);
});

const HOUR_MS = 3_600_000;
const at = (hours: number) => new Date(1_800_000_000_000 + hours * HOUR_MS);
const named = async (text: string, hours: number) =>
  restoreAliases(text, await labelsFor([text], at(hours))).text;

test('labels that nobody used for the set time are forgotten, and their numbers stay theirs', async () => {
  const ask = (name: string, hours: number) => assignLabels([request(name)], '', 4, undefined, at(hours));
  const [maya] = await ask('Maya Lopez', 0);
  expect(await keepLabels(4, true, at(3))).toBe(at(7).getTime());
  expect(await named(maya!.surrogate, 6.9)).toBe('Maya Lopez');
  // Told from the time alone, before anybody has erased anything.
  expect(await named(maya!.surrogate, 7)).toBe(maya!.surrogate);
  expect(await lookUpLabels([request('Maya Lopez')], [], at(7))).toEqual([{ surrogate: null, several: [] }]);
  // A use that comes too late brings nothing back.
  expect(await keepLabels(4, true, at(7.5))).toBe(null);
  expect(await named(maya!.surrogate, 6)).toBe(maya!.surrogate);
  const [again] = await ask('Maya Lopez', 8);
  expect(again!.surrogate).not.toBe(maya!.surrogate);
  expect(await named(`${maya!.surrogate} ${again!.surrogate}`, 9)).toBe(`${maya!.surrogate} Maya Lopez`);
});

test('a new label does not bring back what should be forgotten by then', async () => {
  const [maya] = await assignLabels([request('Maya Lopez')], '', 4, undefined, at(0));
  const [omar] = await assignLabels([request('Omar Haddad')], '', 4, undefined, at(5));
  expect(await named(`${maya!.surrogate} ${omar!.surrogate}`, 5)).toBe(`${maya!.surrogate} Omar Haddad`);
});

test('a shorter time counts from the last use, and none forgets nothing', async () => {
  const [maya] = await assignLabels([request('Maya Lopez')], '', 0, undefined, at(0));
  expect(await keepLabels(0, false, at(500))).toBe(null);
  expect(await named(maya!.surrogate, 500)).toBe('Maya Lopez');
  expect(await keepLabels(12, true, at(500))).toBe(at(512).getTime());
  expect(await keepLabels(4, false, at(503))).toBe(at(504).getTime());
  expect(await keepLabels(1, false, at(503))).toBe(null);
  expect(await named(maya!.surrogate, 503)).toBe(maya!.surrogate);
});

test('labels are forgotten at once where the teacher says so; who is listed stays known', async () => {
  const [number = 0] = await setNumbersAside('Student', 1);
  await list([maya], { m: number });
  const [own, other] = [await label('Maya Lopez'), await label('Omar Haddad')];
  await forgetLabels();
  expect(await back(`${own} and ${other}`)).toEqual([`Maya Lopez and ${other}`, [other]]);
  expect(await label('Omar Haddad')).not.toBe(other);
});

test('copies get the names of some listed people, not of a school one after the other', async () => {
  const people = Array.from({ length: 400 }, (_, i) => ({
    id: String(i),
    first: `Ma${i}x`,
    last: `Lo${i}x`,
  }));
  await list(people, Object.fromEntries(people.map(({ id }, i) => [id, 1000 + i])));
  const named = async (from: number, to: number) => {
    const text = Array.from({ length: to - from }, (_, i) => `[Student ${from + i}]`).join('; ');
    return (await labelsForCopy([text])).length;
  };
  expect(await named(1000, 1030)).toBe(30);
  expect(await named(1000, 1030)).toBe(30);
  expect(await named(1000, 1400)).toBe(300);
  expect(await named(1350, 1400)).toBe(0);
  // Who was named in a draft is known to the chat's answers.
  await label('Ma399x Lo399x');
  expect(await named(1399, 1400)).toBe(1);
  // Pages of ours may know all of them.
  expect(await labelsFor(['[Student 1350]'])).toHaveLength(2);
});

const invented = (entity: number, name: string, standIn?: 'any') => ({
  ...{ entity, category: 'person-name' as const, role: 'student' as const, forms: [name] },
  ...(standIn && { standIn }),
});

test('class lists are read only where an invented name is wanted, which is none of theirs', async () => {
  let reads = 0;
  const names = async () => {
    reads++;
    return [...pool.first.slice(1), ...pool.last.slice(1)];
  };
  const [maya] = await assignLabels([invented(1, 'Maya Lopez')], 'Maya Lopez', 0, names);
  expect([reads, maya]).toEqual([0, expect.not.objectContaining({ standIn: expect.anything() })]);
  const given = await assignLabels(
    [invented(1, 'Maya Lopez', 'any'), invented(2, 'Leo Kim', 'any')],
    'Maya Lopez met Leo Kim.',
    0,
    names,
  );
  const standIn = `${pool.first[0]} ${pool.last[0]}`;
  expect(given.map((one) => one.standIn)).toEqual([standIn, null]);
  expect(reads).toBe(1);
  expect((await labelsFor([])).map(({ surrogate, original }) => [surrogate, original])).toEqual([
    [maya!.surrogate, 'Maya Lopez'],
    [standIn, 'Maya Lopez'],
    [given[1]!.surrogate, 'Leo Kim'],
  ]);
});

test('an invented name is written down before it is given, and is not given to another child after a new start', async () => {
  const names = async () => [...pool.first.slice(2), ...pool.last.slice(2)];
  const give = async (name: string) =>
    (await assignLabels([invented(1, name, 'any')], name, 0, names))[0]!.standIn;
  const first = await give('Maya Lopez');
  await restart();
  const second = await give('Leo Kim');
  expect(first!.split(' ')[0]).not.toBe(second!.split(' ')[0]);
  expect(await browser.storage.local.get('stand-ins-used')).toEqual({ 'stand-ins-used': [first, second] });
  expect((await back(`${first!.split(' ')[0]} reads.`))[0]).toBe(`${first!.split(' ')[0]} reads.`);
});
