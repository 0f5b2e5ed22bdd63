import { expect, test } from 'vitest';
import { changed, parseChange } from '../../lib/class-list/change.ts';
import { dayAfter, dayOf, endsSoon, lastDay, schoolYearEnd } from '../../lib/class-list/days.ts';
import { joinPeople } from '../../lib/class-list/join.ts';
import { type ListedPerson, parseClassList, parsePerson } from '../../lib/class-list/person.ts';

const maya = { id: 'm', first: 'Maya', last: 'Lopez' };
const devon = { id: 'd', first: 'Devon', last: 'Carter', number: '204419' };
const LIST = { id: 'c', name: 'Period 3', added: '2026-09-01', ends: '2027-07-31', people: [maya, devon] };

test.each<[string, unknown, object | null]>([
  ['a person', { ...maya, first: ' Maya ', nickname: 'May', extra: 'IEP' }, { ...maya, nickname: 'May' }],
  ['one of one name', { ...maya, last: '' }, { ...maya, last: '' }],
  [
    'fields that are none left out',
    { ...maya, email: 'no', number: 7, nickname: 5, family: ['Ana Lopez', 3, ''] },
    { ...maya, family: ['Ana Lopez'] },
  ],
  ['nobody without a name', { ...maya, first: '', last: ' ' }, null],
  ['nobody without an id', { ...maya, id: '' }, null],
  ['nobody named like an address', { ...maya, first: 'maya@example.org' }, null],
  ['nobody of another kind', 'Maya Lopez', null],
])('reads %s', (_what, raw, person) => {
  expect(parsePerson(raw)).toEqual(person);
});

test.each<[string, unknown, object | null]>([
  ['a class', { ...LIST, secret: 1 }, LIST],
  [
    'one with people who are none',
    { ...LIST, people: [maya, null, { id: 'x' }] },
    { ...LIST, people: [maya] },
  ],
  ['none without a name', { ...LIST, name: ' ' }, null],
  ['none without an end', { ...LIST, ends: 'never' }, null],
  ['none with a day that is none', { ...LIST, added: '2026-13-45' }, null],
])('reads %s', (_what, raw, list) => {
  expect(parseClassList(raw)).toEqual(list);
});

test.each<[string, object, object | null]>([
  ['a new class', { kind: 'add', list: LIST }, { kind: 'add', list: LIST }],
  [
    'its name and end',
    { kind: 'set', id: 'c', name: ' A ', ends: '2027-01-01' },
    { kind: 'set', id: 'c', name: 'A', ends: '2027-01-01' },
  ],
  ['no end that is no day', { kind: 'set', id: 'c', name: 'A', ends: 'x' }, null],
  ['more people', { kind: 'join', id: 'c', people: [maya, 1] }, { kind: 'join', id: 'c', people: [maya] }],
  ['a person', { kind: 'person', id: 'c', person: maya }, { kind: 'person', id: 'c', person: maya }],
  ['no person without a name', { kind: 'person', id: 'c', person: { id: 'm' } }, null],
  ['who is removed', { kind: 'remove', id: 'c', personId: 'm' }, { kind: 'remove', id: 'c', personId: 'm' }],
  ['a class that is erased', { kind: 'erase', id: 'c' }, { kind: 'erase', id: 'c' }],
  ['all of them', { kind: 'erase' }, { kind: 'erase' }],
  ['not all of them by a bad id', { kind: 'erase', id: 3 }, null],
  ['nothing else', { kind: 'open', id: 'c' }, null],
])('reads a change: %s', (_what, raw, change) => {
  expect(parseChange(raw)).toEqual(change);
});

test('a change leaves all else as it is', () => {
  expect(changed(LIST, { kind: 'set', id: 'c', name: 'P4', ends: '2027-01-31' })).toEqual({
    ...LIST,
    name: 'P4',
    ends: '2027-01-31',
  });
  const may = { ...maya, nickname: 'May' };
  expect(changed(LIST, { kind: 'person', id: 'c', person: may }).people).toEqual([may, devon]);
  expect(changed(LIST, { kind: 'remove', id: 'c', personId: 'd' }).people).toEqual([maya]);
  const ava = { id: 'a', first: 'Ava', last: 'Chen' };
  expect(changed(LIST, { kind: 'person', id: 'c', person: ava }).people).toEqual([maya, devon, ava]);
  expect(changed(LIST, { kind: 'join', id: 'c', people: [{ ...may, id: 'm2' }, ava] }).people).toEqual([
    may,
    devon,
    ava,
  ]);
});

test.each<[string, Partial<ListedPerson>, 'merged' | 'sameName' | 'shared' | '']>([
  ['the same name', { first: 'DEVON', last: 'Cárter' }, 'merged'],
  [
    'the same name with what was not known',
    { first: 'Devon', last: 'Carter', email: 'd@x.example' },
    'merged',
  ],
  ['the same name and number', { first: 'Devon', last: 'Carter', number: '204419' }, 'merged'],
  ['another number', { first: 'Devon', last: 'Carter', number: '204999' }, 'sameName'],
  ['another name with the number', { first: 'Dev', last: 'Carter', number: '204419' }, 'shared'],
  ['somebody else', { first: 'Ava', last: 'Chen', number: '204420' }, ''],
])('%s', (_what, more, where) => {
  const joined = joinPeople([maya, devon], [{ id: 'x', first: '', last: '', ...more }]);
  expect([joined.merged.length, joined.sameName.length, joined.shared.length]).toEqual(
    ['merged', 'sameName', 'shared'].map((one) => Number(one === where)),
  );
  expect(joined.people).toHaveLength(where === 'merged' ? 2 : 3);
  // Who was there stays who they were.
  expect(joined.people.slice(0, 2)).toMatchObject([maya, devon]);
});

test.each([
  ['2026-11-30', '2027-07-31'],
  ['2027-06-30', '2027-07-31'],
  ['2027-07-01', '2028-07-31'],
  ['2027-08-01', '2028-07-31'],
])('a class that is added on %s ends on %s', (today, end) => {
  expect(schoolYearEnd(today)).toBe(end);
});

test('days', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  expect(dayAfter('2026-12-30', 3)).toBe('2027-01-02');
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
  expect(lastDay(LIST, 0)).toBe('2027-07-31');
  expect(lastDay(LIST, 30)).toBe('2026-10-01');
  expect(lastDay(LIST, 3650)).toBe('2027-07-31');
  expect(endsSoon('2027-07-31', '2027-07-17')).toBe(true);
  expect(endsSoon('2027-07-31', '2027-07-16')).toBe(false);
});
