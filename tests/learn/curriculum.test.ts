/** The curriculum's files: whole, the same in both languages, short, plain, and without promises. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CATEGORY_IDS } from '../../lib/detect/category.ts';
import { modulesIn, tipsIn } from '../../lib/learn/curriculum.ts';
import { readModule } from '../../lib/learn/read-module.ts';
import type { Tip } from '../../lib/learn/tip.ts';
import { gradeOf } from '../reading-level.ts';

const english = modulesIn('en-US');
const spanish = modulesIn('es-MX');
const raw = JSON.parse(readFileSync(new URL('../../curriculum/m1.en.json', import.meta.url), 'utf8'));

test('there are eight modules of six tips, each once', () => {
  expect(english.map(({ id, tips }) => [id, tips.length])).toEqual(
    ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'].map((id) => [id, 6]),
  );
  expect(new Set(tipsIn('en').map(({ id }) => id)).size).toBe(48);
});

test('both languages have the same facts', () => {
  const facts = (tip: Tip) => [
    ...[tip.id, tip.module, tip.categories, tip.bands, tip.subjects, tip.topics, tip.source, tip.checked],
    ...[tip.quiz.answer, tip.quiz.choices.length],
  ];
  const about = (modules: typeof english) =>
    modules.map(({ id, minutes, lesson, tips }) => [id, minutes, lesson.length, tips.map(facts)]);
  expect(about(spanish)).toEqual(about(english));
});

test('every category but one’s own words has two tips', () => {
  const tips = tipsIn('en');
  const few = CATEGORY_IDS.filter((id) => id !== 'custom').filter(
    (id) => tips.filter(({ categories }) => categories.includes(id)).length < 2,
  );
  expect(few).toEqual([]);
  expect(tips.flatMap(({ categories }) => categories).filter((id) => !CATEGORY_IDS.includes(id))).toEqual([]);
});

test.each(tipsIn('en'))('$id has a source and a date, and reads at grade 8 or below', (tip) => {
  expect(tip.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(tip.id.slice(0, 2).toUpperCase()).toBe(tip.module);
  expect(gradeOf([tip.idea, tip.why, tip.tryInstead, tip.quiz.reason].join(' '))).toBeLessThanOrEqual(8);
});

test.each([...tipsIn('en'), ...tipsIn('es')])('$id is short and makes no promise', (tip) => {
  const words = (text: string) => text.split(/\s+/).length;
  expect(words(tip.idea)).toBeLessThanOrEqual(24);
  expect(words(tip.why)).toBeLessThanOrEqual(28);
  expect(JSON.stringify(tip)).not.toMatch(/anonym|de-?identif|FERPA[- ]?(?:safe|compliant)|anónim/i);
});

describe('a file that was edited', () => {
  test('loses a damaged tip and keeps the others', () => {
    const { idea: _, ...half } = raw.tips[0];
    const quizless = { ...raw.tips[1], quiz: { ...raw.tips[1].quiz, answer: 7 } };
    const odd = { ...raw.tips[2], bands: ['K'] };
    const read = readModule({ ...raw, tips: [half, quizless, odd, null, 'x', raw.tips[3]] });
    expect(read?.tips.map(({ id }) => id)).toEqual([raw.tips[3].id]);
  });

  test.each<[string, unknown]>([
    ['no object', 'x'],
    ['a list', [raw]],
    ['no title', { ...raw, title: '' }],
    ['no lesson', { ...raw, lesson: [] }],
    ['a number for a goal', { ...raw, goal: 7 }],
  ])('that is no module (%s) is left out', (_what, edited) => {
    expect(readModule(edited)).toBeNull();
  });
});
