import type { Tip } from '../lib/learn/tip.ts';
import { translatorOf } from '../lib/words.ts';
import words from '../locales/learn.json' with { type: 'json' };

export type LearnWords = (key: keyof typeof words.en, ...args: (string | number)[]) => string;

/** The strings of the learn page in a language, a BCP 47 tag. */
export function learnWords(language: string): LearnWords {
  return translatorOf(words, language);
}

/** A stored day, YYYY-MM-DD, as it is written in a language, a BCP 47 tag. */
export function spelledDay(day: string, language: string): string {
  return new Date(`${day}T12:00`).toLocaleDateString(language, { dateStyle: 'medium' });
}

/** Where the fact of a tip is from, and when that was last read. */
export function sourceOf({ source, checked }: Tip, t: LearnWords, language: string): string {
  const day = spelledDay(checked, language);
  return source === 'advice' ? t('advice', day) : t('source', source, day);
}
