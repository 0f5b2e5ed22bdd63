/** Tips: one small idea that fits what was just found. The words are data; see module.ts. */
import type { CategoryId } from '../detect/category.ts';
import type { Topic as PolicyTopic } from '../policy/policy.ts';

/** School bands: elementary (K-5), middle (6-8), high (9-12). */
export const BANDS = ['E', 'M', 'H'] as const;
export type Band = (typeof BANDS)[number];

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
export type Subject = (typeof SUBJECTS)[number];

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

/** A tip of the curriculum or of a pack, which need not have a question. */
export type AnyTip = Omit<Tip, 'quiz' | 'topics'> & { quiz?: Quiz; topics: PolicyTopic[] };

/** How often a tip was shown, and the last day (whole days since 1970, UTC). */
export interface Shown {
  times: number;
  day: number;
}

/**
 * The days that pass at least before a tip is shown again: a week after the first time, then ever longer. What was met
 * again after a growing while stays (spaced practice); what was met yesterday is only in the way.
 */
const REST_DAYS = [7, 21, 60, 180];

/** Whether a tip may be shown on a day. */
function isDue(shown: Shown | undefined, today: number): boolean {
  if (!shown) return true;
  return today - shown.day >= REST_DAYS[Math.min(shown.times, REST_DAYS.length) - 1]!;
}

/**
 * The tip to show. In: the tips, the categories found (most severe first), what was shown before by tip id, and the
 * day (whole days since 1970). Out: of the tips that fit and are due, the one shown least often, of the most severe
 * category it can; of two shown as often the one longest ago; null if none is due.
 */
export function tipFor<T extends AnyTip>(
  tips: T[],
  categories: CategoryId[],
  shown: Record<string, Shown>,
  today: number,
): T | null {
  const fitting = [...new Set(categories.flatMap((c) => tips.filter((t) => t.categories.includes(c))))];
  const of = (tip: T): Shown => shown[tip.id] ?? { times: 0, day: Number.NEGATIVE_INFINITY };
  return fitting
    .filter((tip) => isDue(shown[tip.id], today))
    .reduce<T | null>((best, tip) => {
      if (!best) return tip;
      const [a, b] = [of(best), of(tip)];
      return b.times < a.times || (b.times === a.times && b.day < a.day) ? tip : best;
    }, null);
}

/** What is about none of the topics that are turned off. */
export function withoutTopics<T extends { topics: readonly string[] }>(
  all: T[],
  off: readonly string[],
): T[] {
  return all.filter(({ topics }) => !topics.some((topic) => off.includes(topic)));
}
