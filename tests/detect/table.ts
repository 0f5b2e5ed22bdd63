import { describe, expect, test } from 'vitest';
import { type CategoryId, kindOf } from '../../lib/detect/category.ts';
import { textsOf } from './load.ts';

/** A text and what a category finds in it; no entry means a near miss that must stay quiet. */
export type Case = [text: string, ...found: string[]];

/**
 * One test per row. A value is found exactly; of a sensitive statement these words at least, with no more around them
 * than the rest of their sentence part ("ADHD" in "has ADHD").
 */
export function table(category: CategoryId, cases: readonly Case[]): void {
  const isStatement = kindOf(category) === 'sensitive';
  describe(category, () => {
    test.each(cases.map(([text, ...found]) => ({ text, found })))('$text', ({ text, found }) => {
      const texts = textsOf(text, category);
      if (!isStatement) return expect(texts).toEqual(found);
      expect(found.filter((words) => !texts.some((one) => one.includes(words)))).toEqual([]);
      expect(texts.filter((one) => !found.some((words) => one.includes(words)))).toEqual([]);
    });
  });
}
