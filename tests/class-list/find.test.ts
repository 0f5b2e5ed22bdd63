import { describe, expect, test } from 'vitest';
import { type ListDigest, unpackDigest } from '../../lib/class-list/digest.ts';
import { digestOf } from '../../lib/class-list/digest-of.ts';
import { findListed } from '../../lib/class-list/find.ts';
import { type HashKey, keyedHash } from '../../lib/class-list/keyed-hash.ts';
import type { ListedPerson } from '../../lib/class-list/person.ts';
import { detector } from '../detect/load.ts';

const KEY: HashKey = [0x1234abcd, 0x0fedcba9];
const PEOPLE: ListedPerson[] = [
  { id: 'a', first: 'Maya', last: 'Lopez', email: 'Maya.L@example.org', number: '20-44-18' },
  { id: 'b', first: 'José Luis', last: 'García Márquez', nickname: 'Pepe' },
  { id: 'c', first: 'Xi', last: "O'Brien-Chen", family: ['Wei Chen'] },
  { id: 'd', first: 'Hope', last: '' },
  { id: 'e', first: 'Elizabeth', last: 'Okonkwor' },
  { id: 'f', first: 'Will', last: 'Young' },
];
const LIST: ListDigest = unpackDigest(digestOf(PEOPLE, KEY));

const found = (text: string, list = LIST) =>
  findListed(text, list, detector.kindOfWord).map(({ span, kind, person }) => [
    text.slice(span.start, span.end),
    kind,
    ...(['full', 'family', 'email', 'number', 'short', 'initials'].includes(kind)
      ? [PEOPLE[person]?.id]
      : []),
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
  // A digit is no initial, and an initial is of its own line.
  ['1. Lopez, Maya\n2. Others', [['Lopez, Maya', 'full', 'a']]],
  ['Lopez, Maya 3 Tigrinya', [['Lopez, Maya', 'full', 'a']]],
  [
    'Okonkwor, Elizabeth M\nO’Brien-Chen, Xi',
    [
      ['Okonkwor, Elizabeth', 'full', 'e'],
      ['O’Brien-Chen, Xi', 'full', 'c'],
    ],
  ],
  // Without an apostrophe.
  [
    'pepes essay and ELIZABETHS MAP',
    [
      ['pepe', 'bare'],
      ['ELIZABETH', 'bare'],
    ],
  ],
  ['hopes mom called', [['hope', 'bare']]],
  // In the name of a file.
  [
    'maya_iep_2024 and pepe_essay.docx',
    [
      ['maya', 'bare'],
      ['pepe', 'bare'],
    ],
  ],
] as const)('finds in %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each(['hopes are high', 'mayas', 'pepes.', 'count_maya = 3', 'maya_count'])(
  'finds nobody in %j',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test.each([
  // Parts, and two surnames used singly.
  [
    'Lopez sat with García.',
    [
      ['Lopez', 'last'],
      ['García', 'last'],
    ],
  ],
  ['Pepe Márquez', [['Pepe Márquez', 'full', 'b']]],
  ['Brown,Jet\nLopez,Maya\n', [['Lopez,Maya', 'full', 'a']]],
  ['essay_maya_lopez.docx', [['maya_lopez', 'full', 'a']]],
  // Initials.
  [
    'M. Lopez, M.Lopez and Lopez, M.',
    [
      ['M. Lopez', 'short', 'a'],
      ['M.Lopez', 'short', 'a'],
      ['Lopez, M', 'short', 'a'],
    ],
  ],
  [
    'Maya L. and Maya L',
    [
      ['Maya L', 'short', 'a'],
      ['Maya L', 'short', 'a'],
    ],
  ],
  [
    'M. L., M.L. and ML',
    [
      ['M. L', 'initials', 'a'],
      ['M.L', 'initials', 'a'],
      ['ML', 'initials', 'a'],
    ],
  ],
  [
    'Maya R. Lopez; Lopez, Maya R.',
    [
      ['Maya R. Lopez', 'full', 'a'],
      ['Lopez, Maya R', 'full', 'a'],
    ],
  ],
  // Short forms.
  [
    'Liz Okonkwor and Beth',
    [
      ['Liz Okonkwor', 'full', 'e'],
      ['Beth', 'nick'],
    ],
  ],
  // One typing error: a letter less, more, another, two changed about.
  [
    'Maya Lopze. Mayya Lopez.',
    [
      ['Maya Lopze', 'near'],
      ['Mayya Lopez', 'near'],
    ],
  ],
  [
    'Okonkwr, Okonkwoor, Okonkwar, Oknokwor',
    [
      ['Okonkwr', 'near'],
      ['Okonkwoor', 'near'],
      ['Okonkwar', 'near'],
      ['Oknokwor', 'near'],
    ],
  ],
  // Names that are words.
  [
    'Will Young, WILL YOUNG',
    [
      ['Will Young', 'full', 'f'],
      ['WILL YOUNG', 'full', 'f'],
    ],
  ],
] as const)('finds in %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'Mayan art, Maya-Rose, Anna-Maya, amaya',
  'Émaya Maya2 _Maya Maya_',
  'M. Lope, N. Lopez; m. lopez. A Young man. Where am I? Maya-L.',
  'ml, Ml, MLK, M, L',
  'will young people vote? Will young people? I hope. HOPE',
  'Okonkr, Okonkwooor, okonkwr', // two errors, and no capital
  'Elizabet and Elisabeth', // names of other people
  'Mya Bopez', // both parts are wrong
  'Mya Lopes', // somebody else is called so
])('in %j is nobody at all', (text) => {
  expect(found(text).filter(([, kind]) => kind !== 'bare' && kind !== 'last')).toEqual([]);
});

test.each([
  'Maya. Lopez. A new line:\n\nLopez',
  'Maya and Lopez',
  '1204418, 2044181, 204 4180',
  'x.maya.l@example.org, maya.l@example.org.uk',
])('in %j nobody is certain', (text) => {
  expect(found(text).filter(([, kind]) => kind !== 'bare' && kind !== 'last')).toEqual([]);
});

test('who shares initials or a surname with others is not told by them', () => {
  const list = unpackDigest(
    digestOf(
      [PEOPLE[0]!, { id: 'x', first: 'Mina', last: 'Lopez' }, { id: 'y', first: 'Omar', last: 'Diaz' }],
      KEY,
    ),
  );
  expect(found('ML and M. Lopez', list)).toEqual([
    ['ML', 'initials', undefined],
    ['M. Lopez', 'short', undefined],
  ]);
});

describe('a digest', () => {
  test('holds no name, and under another key no hash of the same', () => {
    const packed = digestOf(PEOPLE, KEY);
    expect(JSON.stringify(packed)).not.toMatch(/\p{L}{3,}(?<!key|longest|entries)"/u);
    const other = digestOf(PEOPLE, [1, 2]);
    const hashes = ({ entries }: typeof packed) => entries.filter((_, i) => i % 3 === 0);
    expect(hashes(packed).filter((hash) => hashes(other).includes(hash))).toEqual([]);
    expect(findListed('Maya Lopez', unpackDigest({ ...packed, key: [1, 2] }), detector.kindOfWord)).toEqual(
      [],
    );
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
      expect(findListed(`${first} ${last}`, list, detector.kindOfWord)).toEqual([
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
