import type { Recognizer } from '../recognizer.ts';
import { candidate, GAP, valuesAfterCue } from './pattern.ts';

const EXTENSION = '(?:[ \\u00a0,]{1,2}(?:x|ext\\.?|extension)[ \\u00a0]?\\d{1,6})?';
/** Area codes and exchanges begin with 2 to 9 in the North American plan; 555-01xx is set aside for fiction, so exchanges may too. */
const FULL = new RegExp(
  `(?<![\\p{L}\\p{N}.,/=_-])(?:\\+?1[ .\\u00a0-]?)?(?:\\([2-9]\\d{2}\\)[ \\u00a0]?|[2-9]\\d{2}[ .\\u00a0-])\\d{3}[ .\\u00a0\\u2010-\\u2013-]\\d{4}(?![\\p{L}\\p{N}])${EXTENSION}`,
  'giu',
);
const CUED = new RegExp(
  `\\b(?:phone|cell|mobile|telephone|tel|call|text|fax|home|work|contact)(?:[ \\u00a0](?:number|no\\.|at|me|her|him|them|us|is|phone|mom|dad)){0,3}${GAP}[:#.]?${GAP}(?<value>(?:\\+?1[ .-]?)?(?:\\d{10}|\\d{3}[ .-]\\d{4}))(?![\\p{N}.-]*\\p{N})`,
  'dgiu',
);

/** US phone numbers. Ten plain digits, or seven, need a cue word. */
export const phone: Recognizer = {
  id: 'phone',
  categories: ['phone'],
  description: 'US phone numbers.',
  find({ text }) {
    const found = [];
    for (const match of text.matchAll(FULL)) {
      found.push(candidate('phone', match.index, match.index + match[0].length, 0.95, 'shape'));
    }
    for (const { start, end } of valuesAfterCue(CUED, text)) {
      found.push(candidate('phone', start, end, 0.85, 'after-cue'));
    }
    return found;
  },
};
