import { describe, expect, test } from 'vitest';
import { CATEGORY_IDS } from '../../lib/detect/category.ts';
import type { Role } from '../../lib/detect/finding.ts';
import { LABEL_KINDS } from '../../lib/redact/labels.ts';
import { restoreAliases } from '../../lib/redact/restore.ts';
import pool from '../../lib/redact/stand-ins.json' with { type: 'json' };
import {
  type AliasRequest,
  aliasesOf,
  assignAliases,
  emptyVault,
  labelKind,
  lookUp,
  type VaultState,
} from '../../lib/redact/vault.ts';
import { randomFrom } from '../policy/helpers.ts';

let entity = 0;
const person = (forms: string | string[], role: Role = 'student'): AliasRequest => ({
  entity: ++entity,
  category: 'person-name',
  role,
  forms: [forms].flat(),
});

/** The labels of a series of drafts, each a list of requests, through one vault. */
function labels(...drafts: AliasRequest[][]): string[][] {
  let state = emptyVault();
  return drafts.map((requests) => {
    const result = assignAliases(state, requests, '');
    state = result.state;
    return result.aliases.map((a) => a.surrogate);
  });
}

test.each<[string, Role | undefined, string]>([
  ['person-name', 'student', 'Student'],
  ['person-name', 'unknown', 'Student'],
  ['person-name', undefined, 'Student'],
  ['person-name', 'family', 'Adult'],
  ['person-name', 'staff', 'Adult'],
  ['email', 'staff', 'Email'],
  ['government-id', undefined, 'ID'],
  ['birth-date', undefined, 'Date'],
  ['secret', undefined, 'Password'],
  ['disability', undefined, 'Detail'],
])('%s of %s is %s', (category, role, kind) => {
  expect(labelKind(category as AliasRequest['category'], role)).toBe(kind);
});

test('every category has a label of a known kind', () => {
  for (const id of CATEGORY_IDS) expect(LABEL_KINDS).toContain(labelKind(id));
});

describe('who is known again', () => {
  test.each<[string, AliasRequest[][], string[][]]>([
    ['two people', [[person('Maya Lopez'), person('Leo Kim')]], [['[Student 1]', '[Student 2]']]],
    [
      'the same name later',
      [[person('Maya Lopez')], [person('Leo Kim'), person('Maya Lopez')]],
      [['[Student 1]'], ['[Student 2]', '[Student 1]']],
    ],
    [
      'case, spaces, order',
      [[person('Maya Lopez')], [person('LOPEZ,\u00a0 maya')]],
      [['[Student 1]'], ['[Student 1]']],
    ],
    [
      'accents written another way',
      [[person('José Peña')], [person('Jose\u0301 Pen\u0303a')]],
      [['[Student 1]'], ['[Student 1]']],
    ],
    [
      'letters written another way',
      [[person('Maya Lopez')], [person('Ｍａｙａ　Ｌｏｐｅｚ')], [person('M\u200baya Lo\u00adpez')]],
      [['[Student 1]'], ['[Student 1]'], ['[Student 1]']],
    ],
    ['twice in one draft', [[person('Maya Lopez'), person('Lopez, Maya')]], [['[Student 1]', '[Student 1]']]],
    [
      'a suffix is no first name',
      [[person('Maya Lopez')], [person('Lopez, Jr.')]],
      [['[Student 1]'], ['[Student 2]']],
    ],
    ['a bare first name', [[person('Maya Lopez')], [person('Maya')]], [['[Student 1]'], ['[Student 1]']]],
    [
      'a bare first name of two',
      [[person('Maya Lopez'), person('Maya Kim')], [person('Maya')]],
      [['[Student 1]', '[Student 2]'], ['[Student 3]']],
    ],
    [
      'a bare first name beside a new one',
      [[person('Maya Lopez')], [person('Maya'), person('Maya Kim')]],
      [['[Student 1]'], ['[Student 2]', '[Student 3]']],
    ],
    [
      'a bare first name beside the known one',
      [[person('Maya Lopez')], [person('Maya Lopez'), person('Maya')]],
      [['[Student 1]'], ['[Student 1]', '[Student 2]']],
    ],
    [
      'never upward',
      [[person('Maya')], [person('Maya Lopez')], [person('Maya')]],
      [['[Student 1]'], ['[Student 2]'], ['[Student 1]']],
    ],
    [
      'upward with the first name in it',
      [[person('Maya')], [person(['Maya', 'Maya Lopez'])]],
      [['[Student 1]'], ['[Student 2]']],
    ],
    ['a last name alone', [[person('Maya Lopez')], [person('Lopez')]], [['[Student 1]'], ['[Student 2]']]],
    [
      'an initial',
      [[person('Maya Lopez')], [person('M. Lopez')], [person('M Lopez')]],
      [['[Student 1]'], ['[Student 2]'], ['[Student 2]']],
    ],
    [
      'the last name of an adult',
      [[person('Ana Lopez', 'family')], [person('Lopez', 'family')], [person('Ana Lopez', 'family')]],
      [['[Adult 1]'], ['[Adult 1]'], ['[Adult 1]']],
    ],
    [
      'the last name of two adults',
      [[person('Ana Lopez', 'family'), person('Rosa Lopez', 'family')], [person('Lopez', 'family')]],
      [['[Adult 1]', '[Adult 2]'], ['[Adult 3]']],
    ],
    [
      'an initial for the last name',
      [
        [person('Maya Lopez'), person('Maya Kim')],
        [person('Maya L.')],
        [person('Maya O')],
        [person('Maya Otis')],
      ],
      [['[Student 1]', '[Student 2]'], ['[Student 1]'], ['[Student 3]'], ['[Student 4]']],
    ],
    [
      'a middle name that is missing',
      [
        [person('Maya Lopez')],
        [person('Lopez, Maya R.')],
        [person('Maya Rose Lopez')],
        [person('Maya Lopez')],
      ],
      [['[Student 1]'], ['[Student 1]'], ['[Student 1]'], ['[Student 1]']],
    ],
    [
      'another middle name',
      [[person('Maya R. Lopez')], [person('Maya S. Lopez')], [person('Maya Lopez')]],
      [['[Student 1]'], ['[Student 2]'], ['[Student 3]']],
    ],
    [
      'an adult whom a later draft does not call one',
      [
        [person('Rosa Lopez', 'family')],
        [person('Lopez, Rosa', 'unknown')],
        [person('Rosa Diaz', 'unknown')],
        [person('Rosa', 'unknown')],
        [person('Rosa Lopez', 'student')],
        [person('Rosa Lopez', 'unknown')],
      ],
      [['[Adult 1]'], ['[Adult 1]'], ['[Student 1]'], ['[Student 1]'], ['[Student 2]'], ['[Student 2]']],
    ],
    [
      'one name, a child and an adult',
      [[person('Carlos Ruiz'), person('Carlos Ruiz', 'family')]],
      [['[Student 1]', '[Adult 1]']],
    ],
    [
      'a bare name of the other kind',
      [[person('Maya Lopez')], [person('Maya', 'family')]],
      [['[Student 1]'], ['[Adult 1]']],
    ],
    [
      'a fuller form of one entity',
      [[person('Maya Lopez')], [person(['Maya Lopez', 'Maya Lopez Garcia'])], [person('Maya Lopez Garcia')]],
      [['[Student 1]'], ['[Student 1]'], ['[Student 1]']],
    ],
  ])('%s', (_name, drafts, expected) => {
    expect(labels(...drafts)).toEqual(expected);
  });

  test.each<[AliasRequest['category'], string, string, boolean]>([
    ['email', 'M@Example.org', 'm@example.org', true],
    ['phone', '(555) 555-0100', '555.555.0100', true],
    ['phone', '555-0100', '555-0101', false],
    ['student-id', '20 44 18', '204418', true],
    ['secret', 'Tiger7', 'tiger7', false],
    ['phone', '+1 (555) 555-0100', '555-555-0100', true],
    ['record-date', 'Thursday, January 15', '1/15', true],
    ['record-date', 'Jan. 15th', '15 de enero', true],
    ['record-date', 'Jan 15', 'Jan 16', false],
    ['record-date', 'Monday', 'Tuesday', false],
    ['birth-date', 'March 4, 2014', '03/04/14', true],
    ['birth-date', '2014-03-04', '03/04/2015', false],
    ['link', 'https://example.org/A', 'https://example.org/a', false],
  ])('%s: %s and %s', (category, a, b, same) => {
    const [first, second] = labels(
      [{ entity: 1, category, forms: [a] }],
      [{ entity: 1, category, forms: [b] }],
    );
    expect(first![0] === second![0]).toBe(same);
  });

  test('the fullest form is what comes back, for a bare name too', () => {
    const one = assignAliases(emptyVault(), [person(['Maya', 'Maya Lopez', 'MAYA'])], '');
    expect(one.aliases[0]!.original).toBe('Maya Lopez');
    const two = assignAliases(one.state, [person('Maya')], '');
    expect(two.aliases[0]).toMatchObject({ surrogate: '[Student 1]', original: 'Maya Lopez' });
  });
});

describe('what the teacher says of who it is', () => {
  const asked = (state: VaultState, request: AliasRequest, here: string[] = []) =>
    lookUp(state, [request], new Set(here))[0]!;
  const given = (state: VaultState, ...requests: AliasRequest[]) => assignAliases(state, requests, '');

  test('a first name that fits two is nobody for certain, and looking changes nothing', () => {
    const { state } = given(emptyVault(), person('Maya Lopez'), person('Maya Kim'));
    const before = structuredClone(state);
    expect(asked(state, person('Maya'))).toEqual({
      surrogate: null,
      several: [
        { surrogate: '[Student 1]', original: 'Maya Lopez' },
        { surrogate: '[Student 2]', original: 'Maya Kim' },
      ],
    });
    expect(asked(state, person('Maya Lopez'))).toEqual({ surrogate: '[Student 1]', several: [] });
    expect(state).toEqual(before);
  });

  test('a bare name is whom this conversation is about, also where others fit', () => {
    const { state } = given(emptyVault(), person('Maya'));
    const more = given(state, person('Maya Lopez'), person('Maya Kim')).state;
    expect(asked(more, person('Maya'), ['[Student 3]'])).toEqual({ surrogate: '[Student 3]', several: [] });
    expect(asked(more, person('Maya'), ['[Student 2]', '[Student 3]']).several).toHaveLength(2);
    expect(asked(more, person('Maya'), ['[Student 9]']).several).toHaveLength(3);
  });

  test('which one it is here holds for this draft only', () => {
    const { state } = given(emptyVault(), person('Maya Lopez'), person('Maya Kim'));
    const said = given(state, { ...person('Maya'), as: '[Student 2]' });
    expect(said.aliases[0]!.surrogate).toBe('[Student 2]');
    expect(asked(said.state, person('Maya')).several).toHaveLength(2);
  });

  test('one person under two names is known by both, and nobody else is by either', () => {
    const { state } = given(emptyVault(), person('Guadalupe Torres'), person('Lupita Vega'));
    const said = given(state, { ...person(['Guadalupe Torres', 'Lupita Vega']), joined: true });
    expect(said.aliases[0]!.surrogate).toBe('[Student 1]');
    expect(asked(said.state, person('Lupita Vega'))).toEqual({ surrogate: '[Student 1]', several: [] });
  });

  test('two people under one name are asked about from then on', () => {
    const said = given(emptyVault(), person('Maya'), { ...person('Maya'), apart: true });
    expect(said.aliases.map(({ surrogate }) => surrogate)).toEqual(['[Student 1]', '[Student 2]']);
    expect(asked(said.state, person('Maya')).several).toHaveLength(2);
    expect(given(said.state, person('Maya')).aliases[0]!.surrogate).toBe('[Student 3]');
  });

  test('a name that nobody has said of whom it is gets a label that stands for nobody else', () => {
    const { state } = given(emptyVault(), person('Maya Lopez'), person('Maya Kim'), {
      ...person('Maya'),
      unsure: true,
    });
    expect(asked(state, person('Maya')).several).toHaveLength(2);
    expect(given(state, { ...person('Maya'), unsure: true }).aliases[0]!.surrogate).toBe('[Student 4]');
  });

  test('what comes back is the form that reads well', () => {
    const one = given(emptyVault(), person('Lopez, Maya R.'));
    expect(given(one.state, person('Maya Lopez')).aliases[0]!.original).toBe('Maya Lopez');
  });
});

describe('numbers', () => {
  test('a label that stands in the draft is passed over', () => {
    const draft = 'Earlier: [Student 1], [student  2] and [Adult 3]. Now Maya Lopez.';
    const { state, aliases } = assignAliases(emptyVault(), [person('Maya Lopez')], draft);
    expect(aliases[0]!.surrogate).toBe('[Student 3]');
    expect(state.next.Student).toBe(4);
    expect(state.next.Adult).toBe(1);
  });

  test('one’s own earlier label in the draft is kept', () => {
    const one = assignAliases(emptyVault(), [person('Maya Lopez')], '');
    const two = assignAliases(one.state, [person('Maya Lopez')], 'as [Student 1] said, Maya Lopez');
    expect(two.aliases[0]!.surrogate).toBe('[Student 1]');
  });

  test('go on after the names are erased', () => {
    const { state } = assignAliases(emptyVault(), [person('Maya Lopez')], '');
    const erased = { entries: [], next: state.next };
    expect(assignAliases(erased, [person('Leo Kim')], '').aliases[0]!.surrogate).toBe('[Student 2]');
  });

  test('the given state is not changed', () => {
    const { state } = assignAliases(emptyVault(), [person('Maya Lopez')], '');
    const before = structuredClone(state);
    assignAliases(state, [person(['Maya Lopez', 'Maya J. Lopez']), person('Leo Kim')], '[Student 2]');
    expect(state).toEqual(before);
  });

  test('300 random drafts: no label for two different full names, next only rises', () => {
    const random = randomFrom(42);
    const pick = <T>(list: T[]) => list[Math.floor(random() * list.length)]!;
    const first = ['Maya', 'Leo', 'Ana', 'Kai'];
    const last = ['Lopez', 'Kim', 'Ruiz', 'Ng'];
    const owners = new Map<string, string>();
    let state = emptyVault();
    for (let i = 0; i < 300; i++) {
      const requests = Array.from({ length: 4 }, () => {
        const name = [pick(first), pick(last)];
        return person(random() < 0.3 ? name[0]! : random() < 0.5 ? name.join(' ') : `${name[1]}, ${name[0]}`);
      });
      const draft = random() < 0.3 ? `[Student ${Math.ceil(random() * 40)}]` : '';
      const before = state.next.Student;
      const result = assignAliases(state, requests, draft);
      expect(result.state.next.Student).toBeGreaterThanOrEqual(before);
      state = result.state;
      requests.forEach((request, n) => {
        const key = request.forms[0]!.includes(',')
          ? request.forms[0]!.split(', ').reverse().join(' ')
          : request.forms[0]!;
        if (!key.includes(' ')) return;
        const label = result.aliases[n]!.surrogate;
        expect(owners.get(label) ?? key, `draft ${i}`).toBe(key);
        owners.set(label, key);
      });
    }
    expect(owners.size).toBe(16);
  });
});

describe('invented names', () => {
  const wanted = (forms: string, standIn: 'any' | 'surname' = 'any') => ({ ...person(forms), standIn });
  const give = (state: VaultState, draft: string, taken: string[], ...requests: AliasRequest[]) =>
    assignAliases(state, requests, draft, [], { taken, used: [], random: randomFrom(7) });

  test('of an earlier session are not given again; where a word is, it counts only with the whole', () => {
    const again = (used: string[], ...requests: AliasRequest[]) =>
      assignAliases(emptyVault(), requests, 'Maya Lopez met Omar.', [], {
        ...{ taken: [], used, random: randomFrom(7) },
      });
    const all = pool.first.map((first) => `${first} ${pool.last[0]}`);
    const { state, aliases } = again(all, wanted('Maya Lopez'), { ...wanted('Omar'), entity: 2 });
    const standIn = aliases[0]!.standIn!;
    expect([all.includes(standIn), aliases[1]!.standIn]).toEqual([false, null]);
    const [first] = standIn.split(' ');
    const answer = `${first} reads. ${standIn} writes.`;
    expect(restoreAliases(answer, aliasesOf(state)).text).toBe(`${first} reads. Maya Lopez writes.`);
    // With a name left that nobody has had.
    const fresh = again(all.slice(1), wanted('Maya Lopez'));
    expect(fresh.aliases[0]!.standIn!.split(' ')[0]).toBe(pool.first[0]);
    expect(restoreAliases(`${pool.first[0]} reads.`, aliasesOf(fresh.state)).text).toBe('Maya reads.');
  });

  test('come only where they are wanted, and stay the person’s', () => {
    const one = give(emptyVault(), 'Maya Lopez and Leo Kim', [], wanted('Maya Lopez'), person('Leo Kim'));
    const [maya, leo] = one.aliases;
    expect(maya).toMatchObject({
      surrogate: '[Student 1]',
      standIn: expect.stringMatching(/^\p{L}+ \p{L}+$/u),
    });
    expect(leo).toEqual({
      surrogate: '[Student 2]',
      original: 'Leo Kim',
      category: 'person-name',
      entity: leo!.entity,
    });
    const two = give(one.state, 'Maya', [], wanted('Maya'));
    expect(two.aliases[0]).toMatchObject({ original: 'Maya Lopez', standIn: maya!.standIn });
    expect(aliasesOf(two.state).map(({ surrogate, original }) => [surrogate, original])).toEqual([
      ['[Student 1]', 'Maya Lopez'],
      [maya!.standIn, 'Maya Lopez'],
      ['[Student 2]', 'Leo Kim'],
    ]);
  });

  test('share no word with the draft, the class lists or anybody of the vault, until none is left', () => {
    const draft = `${pool.first[0]} and ${pool.last[0]} met.`;
    const taken = [`${pool.first[1]} ${pool.last[1]}`];
    const state = give(emptyVault(), '', [], person(pool.first[2]!)).state;
    const people = Array.from({ length: 120 }, (_, i) =>
      wanted(`Ab${i}a Cd${i}e`.replace(/\d/g, (d) => 'abcdefghij'[Number(d)]!)),
    );
    const names = give(state, draft, taken, ...people).aliases.map(({ standIn }) => standIn ?? null);
    const words = names.flatMap((name) => name?.split(' ') ?? []);
    expect(new Set(words).size).toBe(words.length);
    for (const word of [0, 1].flatMap((i) => [pool.first[i]!, pool.last[i]!]))
      expect(words).not.toContain(word);
    expect(words).not.toContain(pool.first[2]);
    expect(names.filter((name) => name !== null)).toHaveLength(
      Math.min(pool.first.length - 3, pool.last.length - 2),
    );
    expect(names.at(-1)).toBeNull();
  });

  test('are none in a draft that has a word of them as somebody else’s', () => {
    const one = give(emptyVault(), 'Maya Lopez', [], wanted('Maya Lopez'));
    const [first = ''] = one.aliases[0]!.standIn!.split(' ');
    const draft = `Maya Lopez met ${first} Reyes.`;
    const two = give(one.state, draft, [], wanted('Maya Lopez'));
    expect(two.aliases[0]).toMatchObject({ surrogate: '[Student 1]', standIn: null });
    expect(give(two.state, 'Maya Lopez', [], wanted('Maya Lopez')).aliases[0]!.standIn).toBe(
      one.aliases[0]!.standIn,
    );
  });

  test('are known when they come back, a part of one beside the whole only', () => {
    const { state, aliases } = give(emptyVault(), 'Maya Lopez', [], wanted('Maya Lopez'));
    const standIn = aliases[0]!.standIn!;
    const [first = '', last = ''] = standIn.split(' ');
    const standsIn = (...all: AliasRequest[]) =>
      lookUp(state, all, new Set()).map((one) => one.standsIn === true);
    expect(standsIn(person(standIn), person(first), person(`${last}, ${first}`), person('Leo Kim'))).toEqual([
      ...[true, true, true, false],
    ]);
    expect(standsIn(person(first))).toEqual([false]);
    expect(standsIn(person([standIn, `${first} Reyes`]))).toEqual([false]);
  });
});
