/** Labels of people on class lists: who is meant by them, and who is not. */
import { expect, test } from 'vitest';
import type { Role } from '../../lib/detect/finding.ts';
import {
  type AliasRequest,
  assignAliases,
  emptyVault,
  type ListedLabel,
  lookUp,
  type VaultState,
} from '../../lib/redact/vault.ts';

const person = (form: string, more: Partial<AliasRequest> = {}, role: Role = 'student'): AliasRequest => ({
  ...{ entity: 1, category: 'person-name', role, forms: [form] },
  ...more,
});
const listed = (number: number, original: string, ...forms: string[]): ListedLabel => ({
  surrogate: `[Student ${number}]`,
  original,
  of: `Period ${number}`,
  forms: [original, ...forms],
});
const maya = listed(40, 'Maya Lopez', 'May Lopez');
const mayaKim = listed(41, 'Maya Kim');
const start: VaultState = { ...emptyVault(), next: { ...emptyVault().next, Student: 60 } };

function label(state: VaultState, request: AliasRequest, list: ListedLabel[]): [string, VaultState] {
  const given = assignAliases(state, [request], '', list);
  return [given.aliases[0]!.surrogate, given.state];
}

test.each<[string, AliasRequest, ListedLabel[], string]>([
  ['a full name', person('Maya Lopez'), [maya], '[Student 40]'],
  ['the surname first, in capitals', person('LOPEZ, Maya'), [maya], '[Student 40]'],
  ['a nickname with the surname', person('May Lopez'), [maya], '[Student 40]'],
  ['a middle name that the list lacks', person('Maya R. Lopez'), [maya], '[Student 40]'],
  [
    'a form that only the list takes for the name',
    person('Zoe Pena'),
    [listed(42, 'Zoë Peña', 'Zoe Pena')],
    '[Student 42]',
  ],
  ['a first name alone', person('Maya'), [maya], '[Student 60]'],
  ['an initial', person('Maya L.'), [maya], '[Student 60]'],
  ['another middle name', person('Maya S. Lopez'), [listed(40, 'Maya R. Lopez')], '[Student 60]'],
  ['an adult of the name', person('Maya Lopez', {}, 'family'), [maya], '[Adult 1]'],
  ['two of one name', person('Maya Lopez'), [maya, listed(43, 'Maya Lopez')], '[Student 60]'],
  ['who is said to be somebody else', person('Maya Lopez', { apart: true }), [maya], '[Student 60]'],
  ['who is said to be listed', person('Maya', { as: '[Student 41]' }), [maya, mayaKim], '[Student 41]'],
])('%s', (_what, request, list, expected) => {
  expect(label(start, request, list)[0]).toBe(expected);
});

test('only who was named is kept for the session', () => {
  const [, state] = label(start, person('Maya Lopez'), [maya, mayaKim]);
  expect(state.entries.map(({ surrogate, original }) => [surrogate, original])).toEqual([
    ['[Student 40]', 'Maya Lopez'],
  ]);
  expect(JSON.stringify(state)).not.toContain('unmet');
  expect(start.entries).toEqual([]);
});

test('a first name goes to whom the session has named, unless the list has another one', () => {
  const [, state] = label(start, person('Maya Lopez'), [maya]);
  expect(label(state, person('Maya'), [maya])[0]).toBe('[Student 40]');
  expect(label(state, person('Maya'), [maya, mayaKim])[0]).toBe('[Student 60]');
  const ask = (here: string[]) => lookUp(state, [person('Maya')], new Set(here), [maya, mayaKim])[0]!;
  expect(ask([])).toEqual({
    surrogate: null,
    several: [
      { surrogate: '[Student 40]', original: 'Maya Lopez' },
      { surrogate: '[Student 41]', original: 'Maya Kim' },
    ],
  });
  expect(ask(['[Student 40]']).surrogate).toBe('[Student 40]');
});

test('nobody is asked about a first name of people who are only listed', () => {
  expect(lookUp(start, [person('Maya')], new Set(), [maya, mayaKim])).toEqual([
    { surrogate: null, several: [] },
  ]);
});

test('two of one name are told apart by their classes', () => {
  const [found] = lookUp(start, [person('Maya Lopez')], new Set(), [maya, listed(43, 'Maya Lopez')]);
  expect(found!.several.map(({ original }) => original)).toEqual([
    'Maya Lopez (Period 40)',
    'Maya Lopez (Period 43)',
  ]);
});

test('whoever had a label before being listed keeps it for the session', () => {
  const [first, state] = label(start, person('Maya Lopez'), []);
  const [second, later] = label(state, person('Maya Lopez'), [maya]);
  expect([first, second]).toEqual(['[Student 60]', '[Student 60]']);
  expect(later.entries).toHaveLength(1);
  // Where two are listed, nobody knows which of them it was.
  expect(label(state, person('Maya Lopez'), [maya, listed(43, 'Maya Lopez')])[0]).toBe('[Student 61]');
});

test('a name that is corrected on the list is the new one in the session too, and both are known', () => {
  const [, state] = label(start, person('Mya Lopez'), [listed(40, 'Mya Lopez')]);
  const [again, later] = label(state, person('Maya Lopez'), [maya]);
  expect(again).toBe('[Student 40]');
  expect(later.entries).toMatchObject([{ surrogate: '[Student 40]', original: 'Maya Lopez' }]);
  expect(label(later, person('Mya Lopez'), [])[0]).toBe('[Student 40]');
});

test('a number that stands in the draft as somebody else’s is not a listed child’s there', () => {
  const draft = 'Student 40 scored 45%. Maya Lopez scored 80%.';
  const { aliases, state } = assignAliases(start, [person('Maya Lopez')], draft, [maya]);
  expect(aliases[0]!.surrogate).toBe('[Student 60]');
  expect(label(state, person('Maya Lopez'), [maya])[0]).toBe('[Student 60]');
  // In brackets it is the child's own, as in an answer that is pasted back.
  const answer = assignAliases(start, [person('Maya Lopez')], '[Student 40] reads. Maya Lopez writes.', [
    maya,
  ]);
  expect(answer.aliases[0]!.surrogate).toBe('[Student 40]');
});
