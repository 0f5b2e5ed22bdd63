import { describe, expect, test } from 'vitest';
import { digestOf, type ListDigest, unpackDigest } from '../../lib/class-list/digest.ts';
import { findListed } from '../../lib/class-list/find.ts';
import { type HashKey, keyedHash } from '../../lib/class-list/keyed-hash.ts';
import type { ListedPerson } from '../../lib/class-list/person.ts';

const KEY: HashKey = [0x1234abcd, 0x0fedcba9];
const PEOPLE: ListedPerson[] = [
  { id: 'a', first: 'Maya', last: 'Lopez', email: 'Maya.L@example.org', number: '20-44-18' },
  { id: 'b', first: 'José Luis', last: 'García Márquez', nickname: 'Pepe' },
  { id: 'c', first: 'Xi', last: "O'Brien-Chen", family: ['Wei Chen'] },
  { id: 'd', first: 'Hope', last: '' },
];
const LIST: ListDigest = unpackDigest(digestOf(PEOPLE, KEY));

const found = (text: string, list = LIST) =>
  findListed(text, list).map(({ span, kind, person }) => [
    text.slice(span.start, span.end),
    kind,
    ...(kind === 'bare' ? [] : [PEOPLE[person]?.id]),
  ]);

test.each([
  ['MAYA  lopez came', [['MAYA  lopez', 'full', 'a']]],
  [
    'Lopez, Maya and Lopez Maya',
    [
      ['Lopez, Maya', 'full', 'a'],
      ['Lopez Maya', 'full', 'a'],
    ],
  ],
  ['Maya\nLopez’s work', [['Maya\nLopez', 'full', 'a']]],
  ['jose luis garcia marquez', [['jose luis garcia marquez', 'full', 'b']]],
  [
    'José García and Pepe García-Márquez',
    [
      ['José García', 'full', 'b'],
      ['Pepe García-Márquez', 'full', 'b'],
    ],
  ],
  [
    'xi obrien chen; Xi O’Brien-Chen',
    [
      ['xi obrien chen', 'full', 'c'],
      ['Xi O’Brien-Chen', 'full', 'c'],
    ],
  ],
  ['Her mother Wei Chen called', [['Wei Chen', 'family', 'c']]],
  ['write to maya.l@EXAMPLE.org.', [['maya.l@EXAMPLE.org', 'email', 'a']]],
  [
    'ID 204418, 20.44.18',
    [
      ['204418', 'number', 'a'],
      ['20.44.18', 'number', 'a'],
    ],
  ],
  [
    'Maya came, and Pepe’s book. José sat.',
    [
      ['Maya', 'bare'],
      ['Pepe', 'bare'],
      ['José', 'bare'],
    ],
  ],
  ['I hope so. Hope came.', [['Hope', 'bare']]],
] as const)('finds in %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'Mayan art, Maya-Rose, Anna-Maya, amaya, maya, MAYA',
  'Émaya Maya2 _Maya Maya_',
  'Maya. Lopez. A new line:\n\nLopez',
  'Maya and Lopez',
  '1204418, 2044181, 204 4180',
  'x.maya.l@example.org, maya.l@example.org.uk',
  'xi, Xi', // too short to stand alone
])('in %j nobody is certain', (text) => {
  expect(found(text).filter(([, kind]) => kind !== 'bare')).toEqual([]);
});

test.each(['Mayan art, Maya-Rose, Anna-Maya, amaya, maya, MAYA', 'Émaya Maya2 _Maya Maya_', 'Xi'])(
  'in %j is nobody at all',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

describe('a digest', () => {
  test('holds no name, and under another key no hash of the same', () => {
    const packed = digestOf(PEOPLE, KEY);
    expect(JSON.stringify(packed)).not.toMatch(/\p{L}{3,}(?<!key|longest|entries)"/u);
    const other = digestOf(PEOPLE, [1, 2]);
    const hashes = ({ entries }: typeof packed) => entries.filter((_, i) => i % 3 === 0);
    expect(hashes(packed).filter((hash) => hashes(other).includes(hash))).toEqual([]);
    expect(findListed('Maya Lopez', unpackDigest({ ...packed, key: [1, 2] }))).toEqual([]);
  });

  test('comes through a message as it was', () => {
    const packed = digestOf(PEOPLE, KEY);
    expect(JSON.parse(JSON.stringify(packed))).toEqual(packed);
  });

  test('of 5,000 people tells each of them', () => {
    const part = (i: number) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    const people = Array.from({ length: 5000 }, (_, i) => ({
      id: `${i}`,
      first: `Na${part(i)}`,
      last: `Su${part(i * 7)}`,
    }));
    const list = unpackDigest(digestOf(people, KEY));
    for (const [i, { first, last }] of people.entries()) {
      expect(findListed(`${first} ${last}`, list)).toEqual([
        { span: { start: 0, end: first.length + last.length + 1 }, kind: 'full', person: i },
      ]);
    }
  });
});

test('hashes of texts that are alike are not', () => {
  const texts = ['', 'a', 'aa', 'aaa', 'a\0', '\0', '\0\0', 'b', 'ab', 'ba', 'maya lopez', 'maya lopes'];
  expect(new Set(texts.map((text) => keyedHash(KEY, text))).size).toBe(texts.length);
  expect(keyedHash(KEY, 'xmaya lopezx', 1, 11)).toBe(keyedHash(KEY, 'maya lopez'));
  for (const text of texts) expect(Number.isSafeInteger(keyedHash(KEY, text))).toBe(true);
});
