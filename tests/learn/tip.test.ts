import { expect, test } from 'vitest';
import { tipsIn } from '../../lib/learn/curriculum.ts';
import { type Tip, TOPICS, tipFor } from '../../lib/learn/tip.ts';
import { TOPICS as SWITCHES } from '../../lib/policy/policy.ts';

const english = tipsIn('en-US');
const tip = (id: string, ...categories: Tip['categories']): Tip => ({ ...english[0]!, id, categories });
const TIPS = [tip('a', 'person-name'), tip('b', 'disability', 'person-name'), tip('c', 'disability')];

test.each<[string, Tip['categories'], string[], string | undefined]>([
  ['the most severe comes first', ['disability', 'person-name'], [], 'b'],
  ['a seen one gives way', ['disability', 'person-name'], ['b'], 'c'],
  ['then the next category', ['disability', 'person-name'], ['c', 'b'], 'a'],
  ['all seen: the oldest again', ['disability', 'person-name'], ['c', 'b', 'a'], 'c'],
  ['seen twice counts from the last time', ['disability'], ['c', 'b', 'c'], 'b'],
  ['a seen one of another language does not matter', ['person-name'], ['zz'], 'a'],
  ['none fits', ['phone'], [], undefined],
  ['nothing found', [], [], undefined],
])('%s', (_name, categories, seen, id) => {
  expect(tipFor(TIPS, categories, seen)?.id).toBe(id);
});

test('a policy can turn every topic of a tip off', () => {
  expect(SWITCHES).toEqual(expect.arrayContaining([...TOPICS]));
});
