import { expect, test } from 'vitest';
import { textOfAnswer, withNames } from '../lib/answer.ts';
import type { AnswerBlock } from '../lib/messages.ts';
import type { Alias } from '../lib/redact/alias.ts';

const person = (number: number, original: string): Alias => ({
  surrogate: `[Student ${number}]`,
  original,
  category: 'person-name',
  entity: number,
});
const ALIASES = [person(1, 'Maya Lopez'), person(10, 'Omar Haddad')];

const BLOCKS: AnswerBlock[] = [
  { kind: 'heading', text: 'For [Student 1]' },
  { kind: 'text', text: 'Thank [Student 10]\nand [Student 1].' },
  { kind: 'item', text: 'Call [Student 7]' },
  { kind: 'item', text: 'Rest' },
  { kind: 'row', cells: ['[Student 10]', '3', ''] },
  { kind: 'row', cells: ['', '', ''] },
];

test('names stand in the place of their labels, and everything else stays', () => {
  const answer = withNames(BLOCKS, ALIASES);
  expect(textOfAnswer(answer.blocks)).toBe(
    'For Maya Lopez\n\nThank Omar Haddad\nand Maya Lopez.\n\n- Call [Student 7]\n- Rest\n\nOmar Haddad\t3\t\n\t\t',
  );
  expect([answer.restored, answer.unknown]).toEqual([4, ['[Student 7]']]);
});

test('only what was put in is marked as a name', () => {
  const { blocks } = withNames([{ kind: 'text', text: 'Omar thanks [Student 10][Student 1]' }], ALIASES);
  expect(blocks).toEqual([
    {
      id: 0,
      kind: 'text',
      pieces: [
        { at: 0, text: 'Omar thanks ', isName: false },
        { at: 12, text: 'Omar Haddad', isName: true },
        { at: 23, text: 'Maya Lopez', isName: true },
      ],
    },
  ]);
});
