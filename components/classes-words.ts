import { translatorOf } from '../lib/words.ts';
import words from '../locales/classes.json' with { type: 'json' };

type Key = keyof typeof words.en;
export type ClassesWords = (key: Key, ...args: (string | number)[]) => string;

/** The strings of the page of class lists in a language, a BCP 47 tag. */
export function classesWords(language: string): ClassesWords {
  return translatorOf(words, language);
}
