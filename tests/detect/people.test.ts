import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { type Nlp, peopleFinder } from '../../lib/detect/people.ts';

const find = peopleFinder(createRequire(import.meta.url)('compromise/three') as Nlp);

test.each<[string, string[]]>([
  ['Talk to Joe.', ['Joe']],
  ["We met Priya's cousin and John’s aunt.", ['John']],
  ['😀😀 I saw Sarah Johnson, my student, with Marcus.', ['Sarah Johnson', 'Marcus']],
  ['The plant grows.', []],
  ['', []],
])('%s', (text, expected) => {
  expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
