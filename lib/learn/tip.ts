/** Tips: one small idea that fits what was just found. The words are data; see module.ts. */
import type { CategoryId } from '../detect/category.ts';

/** School bands: elementary (K-5), middle (6-8), high (9-12). */
export type Band = 'E' | 'M' | 'H';

export const SUBJECTS = [
  'all',
  'ela',
  'math',
  'science',
  'social-studies',
  'arts',
  'languages',
  'cte',
  'sped',
  'homework',
] as const;
type Subject = (typeof SUBJECTS)[number];

/** What a tip may be about that a district can switch off. */
export const TOPICS = ['grading', 'iep', 'student-facing', 'translation', 'detector', 'image'] as const;
type Topic = (typeof TOPICS)[number];

export interface Quiz {
  question: string;
  choices: string[];
  /** Index of the right choice. */
  answer: number;
  reason: string;
}

export interface Tip {
  /** Stable across languages: `m2-family-names`. */
  id: string;
  /** The module it belongs to: `M2`. */
  module: string;
  idea: string;
  why: string;
  /** A prompt to use instead. */
  tryInstead: string;
  /** The findings that it fits; none for a tip that no finding calls for. */
  categories: CategoryId[];
  bands: Band[];
  subjects: Subject[];
  topics: Topic[];
  quiz: Quiz;
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
