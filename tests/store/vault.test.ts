/** Labels in the store: given at once in two tabs, after a new start, and of people on class lists. */
import { expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { labelIndex } from '../../lib/class-list/label-index.ts';
import { restoreAliases } from '../../lib/redact/restore.ts';
import { tellListsChanged } from '../../lib/store/class-digest.ts';
import { setNumbersAside } from '../../lib/store/label-numbers.ts';
import { dropListed, keepListed, listedIsReady } from '../../lib/store/listed-labels.ts';
import { assignLabels, labelsFor, lookUpLabels } from '../../lib/store/vault.ts';

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
