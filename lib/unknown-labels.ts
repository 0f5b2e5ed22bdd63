/** What is said of labels that nobody is known by any more. */
import words from '../locales/unknown.json' with { type: 'json' };
import { readLabel } from './redact/labels.ts';
import { translatorOf } from './words.ts';

/** More labels than these are told by their number. */
const MOST_NAMED = 3;

/**
 * The sentence about unknown labels; empty where there are none.
 * @param labels as they stand in the text, each once
 * @param language a BCP 47 tag
 */
export function unknownSentence(labels: readonly string[], language: string): string {
  if (labels.length === 0) return '';
  const w = translatorOf(words, language);
  if (labels.length > MOST_NAMED) return w('many', labels.length);
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(labels);
  const arePeople = labels.every((label) => ['Student', 'Adult'].includes(readLabel(label)?.kind ?? ''));
  if (!arePeople) return w('what', list);
  return w(labels.length === 1 ? 'who' : 'who-all', list);
}
