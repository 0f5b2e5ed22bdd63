import { describe, expect, test } from 'vitest';
import type { CategoryId } from '../../lib/detect/category.ts';
import { textsOf } from './load.ts';

/** A text and what a category finds in it; no entry means a near miss that must stay quiet. */
export type Case = [text: string, ...found: string[]];

/** One test per row. */
export function table(category: CategoryId, cases: readonly Case[]): void {
  describe(category, () => {
    test.each(cases.map(([text, ...found]) => ({ text, found })))('$text', ({ text, found }) => {
      expect(textsOf(text, category)).toEqual(found);
    });
  });
}
