import { describe, expect, test } from 'vitest';
import { tipsIn } from '../../lib/learn/curriculum.ts';
import { type Shown, type Tip, TOPICS, tipFor, withoutTopics } from '../../lib/learn/tip.ts';
import { TOPICS as SWITCHES } from '../../lib/policy/policy.ts';

const english = tipsIn('en-US');
const tip = (id: string, ...categories: Tip['categories']): Tip => ({ ...english[0]!, id, categories });
const TIPS = [tip('a', 'person-name'), tip('b', 'disability', 'person-name'), tip('c', 'disability')];
const TODAY = 20_000;
/** Shown so many times, the last one so many days ago. */
const shownBefore = (times: number, days: number): Shown => ({ times, day: TODAY - days });

test.each<[string, Tip['categories'], Record<string, Shown>, string | undefined]>([
  ['the most severe comes first', ['disability', 'person-name'], {}, 'b'],
  ['a shown one gives way', ['disability', 'person-name'], { b: shownBefore(1, 30) }, 'c'],
  [
    'then the next category',
    ['disability', 'person-name'],
    { b: shownBefore(1, 30), c: shownBefore(1, 30) },
    'a',
  ],
  ['all shown: the one shown least', ['disability'], { b: shownBefore(2, 200), c: shownBefore(1, 8) }, 'c'],
  ['as often: the one longest ago', ['disability'], { b: shownBefore(1, 10), c: shownBefore(1, 20) }, 'c'],
  ['one of another list does not matter', ['person-name'], { zz: shownBefore(1, 0) }, 'a'],
  ['none fits', ['phone'], {}, undefined],
  ['nothing found', [], {}, undefined],
])('%s', (_name, categories, shown, id) => {
  expect(tipFor(TIPS, categories, shown, TODAY)?.id).toBe(id);
});

describe('a tip comes back', () => {
  test.each([
    [1, 7],
    [2, 21],
    [3, 60],
    [4, 180],
    [9, 180],
  ])('after %i times: %i days later, not a day sooner', (times, days) => {
    const one = [TIPS[2]!];
    expect(tipFor(one, ['disability'], { c: shownBefore(times, days - 1) }, TODAY)).toBeNull();
    expect(tipFor(one, ['disability'], { c: shownBefore(times, days) }, TODAY)?.id).toBe('c');
  });
});

test('tips on a topic that is off are left out, all others stay', () => {
  const grading = english.filter(({ topics }) => topics.includes('grading'));
  expect(grading.length).toBeGreaterThan(0);
  const left = withoutTopics(english, ['grading']);
  expect(left).toEqual(english.filter((one) => !grading.includes(one)));
});

test('a policy can turn every topic of a tip off', () => {
  expect(SWITCHES).toEqual(expect.arrayContaining([...TOPICS]));
});
