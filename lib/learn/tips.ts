import en from '../../curriculum/tips.en.json' with { type: 'json' };
import es from '../../curriculum/tips.es.json' with { type: 'json' };
import { readTips } from './read-tips.ts';
import type { Tip } from './tip.ts';

/** The tips in a language (a BCP 47 tag): Spanish, or English for any other. */
export function tipsIn(language: string): Tip[] {
  return readTips(language.toLowerCase().startsWith('es') ? es : en);
}
