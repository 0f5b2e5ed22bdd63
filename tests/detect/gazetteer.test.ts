import { expect, test } from 'vitest';
import { TABLES } from '../../lib/detect/names/gazetteer.data.ts';
import { createGazetteer, FLAG, nameKey, WORD_BITS } from '../../lib/detect/names/gazetteer.ts';
import { CALENDAR, PLACE_NAMES, PLACES, THING_WORDS } from '../../lib/detect/names/known.ts';
import { loadTables } from '../../tools/load-detector.ts';

const gazetteer = createGazetteer(loadTables());

test.each<[string, number]>([
  ['Aaliyah', FLAG.given],
  ['López', FLAG.surname],
  ["O'Brien", FLAG.surname],
  ['Will', FLAG.given | FLAG.surname | FLAG.word],
  ['worksheet', FLAG.word],
  ['Quillara', 0],
  ['', 0],
])('%s', (name, flags) => {
  expect(gazetteer.flagsOf(nameKey(name))).toBe(flags);
});

test.each(['maya angelou', 'martin luther king jr', 'tsar nicholas'])('%s is public or not', (keys) => {
  expect(gazetteer.isPublicName(keys)).toBe(keys !== 'tsar nicholas');
});

test('one word is enough for few', () => {
  expect(['hamlet', 'shakespeare', 'maya', 'angelou'].map(gazetteer.isPublicWord)).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

test('few words that are in no list pass for listed ones', () => {
  const made = Array.from({ length: 20_000 }, (_, i) => `q${i.toString(36)}xz`);
  const entries = made.map(gazetteer.entryOf).filter((entry) => entry !== 0);
  expect(entries.filter((entry) => (entry & ~WORD_BITS) !== 0).length).toBeLessThan(40);
  // Plain words are told from others by 8 bits alone.
  expect(entries.length).toBeLessThan(140);
  expect(made.filter(gazetteer.isPublicName).length).toBeLessThan(5);
});

test('the packed lists stay small', () => {
  const bytes = Object.values(TABLES).reduce((sum, table) => sum + table.length, 0);
  expect(bytes).toBeLessThan(500_000);
});

test('the hand-made lists are keys', () => {
  for (const list of [CALENDAR, PLACE_NAMES, PLACES, THING_WORDS]) {
    for (const entry of list) expect(nameKey(entry)).toBe(entry);
  }
});
