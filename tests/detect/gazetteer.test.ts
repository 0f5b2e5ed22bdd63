import { expect, test } from 'vitest';
import { TABLES } from '../../lib/detect/names/gazetteer.data.ts';
import { createGazetteer, FLAG, nameKey } from '../../lib/detect/names/gazetteer.ts';
import {
  CALENDAR,
  PLACE_NAMES,
  PLACES,
  PUBLIC_FULL_NAMES,
  PUBLIC_SINGLE_NAMES,
  THING_WORDS,
} from '../../lib/detect/names/known.ts';

const gazetteer = createGazetteer(Buffer.from(TABLES.names, 'base64'));

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

test('the packed list stays small', () => {
  expect(TABLES.names.length).toBeLessThan(160_000);
});

test('the hand-made lists are keys', () => {
  for (const list of [CALENDAR, PLACE_NAMES, PLACES, PUBLIC_FULL_NAMES, PUBLIC_SINGLE_NAMES, THING_WORDS]) {
    for (const entry of list) expect(nameKey(entry)).toBe(entry);
  }
});
