/** Finds prompts: for somebody who looks for one, and for a draft that one fits. */
import { wordsOf } from './fold.ts';
import type { Prompt } from './prompt.ts';
import type { Band, Tip } from './tip.ts';

export interface Wanted {
  /** What was typed: words in any order, each as far as it goes. */
  words: string;
  /** The id of a task; empty for any. */
  task: string;
  band: Band | '';
  subject: Tip['subjects'][number] | '';
}

/** Whether texts (a title, a text, the name of a task) hold all words that were typed, in any order, case and accent. */
export function holdsWords(texts: string[], typed: string): boolean {
  const words = texts.flatMap(wordsOf);
  return wordsOf(typed).every((one) => words.some((word) => word.startsWith(one)));
}

/** Whether a prompt is for a grade band and subject; what is for all subjects is for each. */
export function fitsClass(
  { bands, subjects }: Pick<Prompt, 'bands' | 'subjects'>,
  { band, subject }: Pick<Wanted, 'band' | 'subject'>,
): boolean {
  const hasSubject = subject === '' || subjects.includes(subject) || subjects.includes('all');
  return hasSubject && (band === '' || bands.includes(band));
}

/** Shorter words say little. */
const SAYS_MUCH = 4;

/**
 * The prompts that have most in common with a draft. A word counts the more, the fewer of the prompts have it. Where
 * nothing is in common, the first ones.
 */
export function closest(text: string, prompts: Prompt[], most: number): Prompt[] {
  const said = new Set(wordsOf(text).filter((word) => word.length >= SAYS_MUCH));
  const words = prompts.map((one) => new Set(wordsOf(`${one.title} ${one.text}`)));
  const having = (word: string) => words.filter((all) => all.has(word)).length;
  const rated = prompts.map((prompt, i) => {
    const shared = [...words[i]!].filter((word) => said.has(word));
    return { prompt, rate: shared.reduce((sum, word) => sum + 1 / having(word), 0) };
  });
  return rated
    .sort((a, b) => b.rate - a.rate)
    .slice(0, most)
    .map(({ prompt }) => prompt);
}
