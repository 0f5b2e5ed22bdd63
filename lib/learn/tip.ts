/** Tips: one small idea that fits what was just found. The words are data, in curriculum/tips.<language>.json. */
import type { CategoryId } from '../detect/category.ts';

/** School bands: elementary (K-5), middle (6-8), high (9-12). */
export type Band = 'E' | 'M' | 'H';

export interface Tip {
  /** Stable across languages: `m2-family-names`. */
  id: string;
  /** The module it belongs to: `M2`. */
  module: string;
  idea: string;
  why: string;
  /** A prompt to use instead. */
  tryInstead: string;
  /** The findings that it fits. */
  categories: CategoryId[];
  bands: Band[];
  /** Where the fact is from, or `advice` for a practice that no source states. */
  source: string;
  /** The day the source was last read, YYYY-MM-DD. */
  checked: string;
}

/**
 * The tip to show. In: the tips, the categories found (most severe first), the ids already shown (oldest first, an
 * id may come again). Out: the first unseen tip that fits the most severe category it can; when all that fit were
 * seen, the one that was seen longest ago; null if none fits.
 */
export function tipFor(tips: Tip[], categories: CategoryId[], seen: string[]): Tip | null {
  const fitting = [...new Set(categories.flatMap((c) => tips.filter((t) => t.categories.includes(c))))];
  const lastSeen = (t: Tip) => seen.lastIndexOf(t.id);
  return fitting.reduce<Tip | null>((best, t) => (best && lastSeen(best) <= lastSeen(t) ? best : t), null);
}
