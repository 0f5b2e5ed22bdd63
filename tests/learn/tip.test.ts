import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CATEGORY_IDS } from '../../lib/detect/category.ts';
import { readTips } from '../../lib/learn/read-tips.ts';
import { type Tip, tipFor } from '../../lib/learn/tip.ts';

const load = (language: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../curriculum/tips.${language}.json`, import.meta.url), 'utf8'));
const english = readTips(load('en'));
const spanish = readTips(load('es'));

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

test('a damaged tip is left out, the others stay', () => {
  const { idea: _, ...half } = english[0]!;
  expect(readTips([half, null, 'x', { ...english[0], categories: [] }, english[1]])).toEqual([english[1]]);
  expect(readTips({ tips: [] })).toEqual([]);
});

describe('the curriculum', () => {
  test('is whole in both languages, with the same facts', () => {
    expect(english).toHaveLength(12);
    expect((load('en') as unknown[]).length).toBe(english.length);
    const facts = (t: Tip) => [t.id, t.module, t.categories, t.bands, t.source, t.checked];
    expect(spanish.map(facts)).toEqual(english.map(facts));
    expect(new Set(english.map((t) => t.id)).size).toBe(english.length);
    for (const t of english) {
      expect(t.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(t.id.slice(0, 2).toUpperCase()).toBe(t.module);
      for (const c of t.categories) expect(CATEGORY_IDS).toContain(c);
    }
  });

  test.each([...english, ...spanish])('$id is short and makes no promise', (t) => {
    const words = (text: string) => text.split(/\s+/).length;
    expect(words(t.idea)).toBeLessThanOrEqual(24);
    expect(words(t.why)).toBeLessThanOrEqual(28);
    expect(`${t.idea} ${t.why} ${t.tryInstead}`).not.toMatch(/anonym|de-?identif|FERPA|anónim/i);
  });

  test.each(english)('$id reads at grade 6 or below', (t) => {
    // Flesch-Kincaid grade (Kincaid and others, 1975), with vowel groups as syllables; one grade of slack for short texts.
    const text = `${t.idea} ${t.why}`;
    const words = text.match(/[\p{L}'’]+/gu) ?? [];
    const sentences = text.split(/[.!?]+\s/).length;
    const syllables = words.reduce((n, w) => {
      return (
        n +
        Math.max(
          1,
          w
            .toLowerCase()
            .replace(/(?:[^l]e|es|ed)$/, '')
            .match(/[aeiouy]+/g)?.length ?? 1,
        )
      );
    }, 0);
    const grade = (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59;
    expect(grade).toBeLessThanOrEqual(7);
  });
});
