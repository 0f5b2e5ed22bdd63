import { expect, test } from 'vitest';
import { type LabelIndex, labelIndex, waysOf } from '../../lib/class-list/label-index.ts';
import { drawFrom, type LabelNumbers, numbersAfter } from '../../lib/class-list/numbers.ts';
import type { ListedPerson } from '../../lib/class-list/person.ts';

const NOBODY = { people: [], numbers: {} };
const maya = { id: 'm', first: 'Maya', last: 'Lopez', number: '204418' };
const devon = { id: 'd', first: 'Devon', last: 'Carter' };

/** Draws 50, 51 and so on. */
function counting(from = 50): () => number {
  let next = from;
  return () => next++;
}

test('a block is drawn from at random, each number once', () => {
  const block = Array.from({ length: 30 }, (_, i) => 100 + i);
  const all = (random: () => number) => {
    const draw = drawFrom(block, random);
    return block.map(() => draw());
  };
  const halves = all(() => 0.5);
  expect(halves).not.toEqual(block);
  expect(halves.toSorted()).toEqual(block);
  expect(all(() => 0)).not.toEqual(halves);
  const draw = drawFrom([7], () => 0.99);
  expect([draw(), draw()]).toEqual([7, null]);
});

test('the numbers of a class do not follow its rows', () => {
  const people = Array.from({ length: 40 }, (_, i) => ({ id: String(i), first: 'A', last: `B${i}` }));
  const block = Array.from({ length: 60 }, (_, i) => i + 1);
  const numbers = numbersAfter(NOBODY, people, [], drawFrom(block, Math.random));
  const inRows = people.map(({ id }) => numbers[id]!);
  expect(new Set(inRows).size).toBe(40);
  // In order by chance: once in 40! times.
  expect(inRows).not.toEqual(inRows.toSorted((a, b) => a - b));
});

test.each<[string, ListedPerson, 'kept' | 'new']>([
  ['a name that is corrected', { ...maya, first: 'Maia' }, 'kept'],
  ['another surname, the number the same', { ...maya, first: 'Maja', last: 'Lopes' }, 'kept'],
  ['a nickname that is added', { ...maya, nickname: 'May' }, 'kept'],
  ['a student number that is corrected', { ...maya, number: '204419' }, 'kept'],
  ['a sibling without a number in the same row', { id: 'm', first: 'Leo', last: 'Lopez' }, 'new'],
  ['a given name with a letter less', { id: 'm', first: 'Mya', last: 'Lopez' }, 'kept'],
  ['a second given name and surname', { id: 'm', first: 'Maya', last: 'Lopez Ruiz' }, 'kept'],
  ['a sibling whose name begins alike', { id: 'm', first: 'Mateo', last: 'Lopez' }, 'new'],
  ['another child of that first name', { id: 'm', first: 'Maya', last: 'Chen' }, 'new'],
  ['a sibling in the same row', { ...maya, first: 'Leo', number: '204777' }, 'new'],
  ['somebody else in the same row', { ...maya, first: 'Ava', last: 'Chen', number: '204420' }, 'new'],
  ['somebody else without a number', { id: 'm', first: 'Ava', last: 'Chen' }, 'new'],
])('%s', (_what, person, expected) => {
  const before = { people: [maya, devon], numbers: { m: 3, d: 9 } };
  const after = numbersAfter(before, [person, devon], [], counting());
  expect(after).toEqual({ m: expected === 'kept' ? 3 : 50, d: 9 });
});

test('one shared word of a given name does not make the same child', () => {
  const [jose, elena] = ['Maria Jose', 'Maria Elena'].map((first) => ({ id: 'm', first, last: 'Lopez' }));
  expect(numbersAfter({ people: [jose!], numbers: { m: 3 } }, [elena!], [], counting())).toEqual({ m: 50 });
});

test('who is removed keeps the number for the day that they are put back, and nobody else gets it', () => {
  const removed = numbersAfter({ people: [maya], numbers: { m: 3 } }, [], [], counting());
  expect(removed).toEqual({ m: 3 });
  expect(labelIndex([{ name: 'P3', people: [], numbers: removed }]).people.size).toBe(0);
  const ava = { id: 'a', first: 'Ava', last: 'Chen' };
  const later = numbersAfter({ people: [], numbers: removed }, [ava, maya], [], counting());
  expect(later).toEqual({ m: 3, a: 50 });
});

test.each<[string, ListedPerson, number]>([
  ['by the same name and number', { id: 'x', first: 'MAYA', last: 'López', number: '204418' }, 3],
  ['not by the name alone', { id: 'x', first: 'Maya', last: 'Lopez' }, 50],
  ['not by the number alone', { id: 'x', first: 'Leo', last: 'Kim', number: '204418' }, 50],
  ['not with another number', { id: 'x', first: 'Maya', last: 'Lopez', number: '204999' }, 50],
])('somebody of another class is the same person %s', (_what, person, number) => {
  const other = { people: [maya], numbers: { m: 3 } };
  expect(numbersAfter(NOBODY, [person], [other], counting())).toEqual({ x: number });
});

const numbersOf = (index: LabelIndex, form: string) => {
  const { full, given } = waysOf(form);
  const ways = [...full, ...(given === null ? [] : [given])];
  return [...new Set(ways.flatMap((way) => index.ways.get(way) ?? []))];
};

test.each<[string, number[]]>([
  ['Maya Rose Núñez Lara', [1]],
  ['nunez lara, maya rose', [1]],
  ['Maya Nunez', [1]],
  ['May Núñez', [1]],
  ['Maya R. Nunez', [1]],
  ['Maya Lara', [1]],
  ['Maya', [1, 2]],
  ['Maya N.', [1, 2]],
  ['May', [1]],
  ['Nunez', []],
  ['Maya Kim', [2]],
  ['Kim Maya', [2]],
  ['Hope', []],
  ['constructor', []],
  ['', []],
])('%s is looked up', (form, numbers) => {
  const people = [
    { id: 'a', first: 'Maya Rose', last: 'Núñez Lara', nickname: 'May' },
    { id: 'b', first: 'Maya', last: 'Kim' },
    { id: 'c', first: 'Hope', last: '' },
  ];
  const index = labelIndex([{ name: 'P3', people, numbers: { a: 1, b: 2, c: 3 } }]);
  expect(numbersOf(index, form)).toEqual(numbers);
  expect(index.people.get(3)?.name).toBe('Hope');
});

test('what two of two surnames may be called is looked up as both', () => {
  const people = ['Garcia Lopez', 'Ruiz Lopez'].map((last, i) => ({ id: `${i}`, first: 'Maya', last }));
  const index = labelIndex([{ name: 'P3', people, numbers: { 0: 3, 1: 8 } }]);
  expect(numbersOf(index, 'Maya Lopez')).toEqual([3, 8]);
  expect(numbersOf(index, 'Maya Garcia')).toEqual([3]);
});

test('one person with two numbers has one label from then on, and both bring the name back', () => {
  const numbers: LabelNumbers = { m: 3 };
  const classes = [
    { name: 'P3', people: [maya], numbers },
    { name: 'P4', people: [{ ...maya, id: 'x', nickname: 'May' }], numbers: { x: 8 } },
  ];
  const index = labelIndex(classes);
  expect(numbersOf(index, 'May Lopez')).toEqual([3]);
  expect([index.people.get(3)?.name, index.people.get(8)?.name]).toEqual(['Maya Lopez', 'Maya Lopez']);
});
