import { translatorOf } from '../lib/words.ts';
import words from '../locales/prompts.json' with { type: 'json' };

type Key = keyof typeof words.en;
export type PromptsWords = (key: Key, ...args: (string | number)[]) => string;

/** The strings of the page of prompts in a language, a BCP 47 tag. */
export function promptsWords(language: string): PromptsWords {
  return translatorOf(words, language);
}

/** How many prompts and tips, in words. */
export function countWords(
  t: PromptsWords,
  { prompts, tips }: { prompts: unknown[]; tips: unknown[] },
): string {
  if (tips.length === 0) return t('prompts', prompts.length);
  if (prompts.length === 0) return t('tips', tips.length);
  return t('both', t('prompts', prompts.length), t('tips', tips.length));
}
