import type { Recognizer } from '../recognizer.ts';
import { candidate } from './pattern.ts';

const S = '[ \\u00a0]';
const DIRECTION = '(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\\.?[ \\u00a0])?';
const WORD = `(?:[\\p{Lu}][\\p{L}\\p{M}'’.-]{0,24}|\\d{1,3}(?:st|nd|rd|th))`;
const CLEAR =
  'Street|Avenue|Ave|Road|Rd|Lane|Ln|Boulevard|Blvd|Parkway|Pkwy|Highway|Hwy|Terrace|Cir|Ct|Dr|St|Trl|Pl';
/** Suffixes that are ordinary words in a heading: "5 Great Way". */
const VAGUE = 'Drive|Court|Circle|Way|Place|Trail|Loop|Run|Square';
const UNIT = `(?:,?${S}(?:Apt|Apartment|Unit|Suite|Ste|Lot|#)\\.?${S}?#?[\\p{L}\\p{N}-]{1,6})?`;
const CITY = `(?:,${S}(?:[\\p{Lu}][\\p{L}\\p{M}'’.-]{1,20}${S}?){1,3},?${S}[A-Z]{2}(?:${S}\\d{5}(?:-\\d{4})?)?(?![\\p{L}\\p{N}]))?`;
const STREET = new RegExp(
  `(?<![\\p{L}\\p{N}.,/:$#-])\\d{1,6}[A-Z]?${S}${DIRECTION}(?:${WORD}${S}){1,4}?(?:${CLEAR}|(?<vague>${VAGUE}))(?![\\p{L}\\p{N}])\\.?(?:${S}(?:N|S|E|W|NE|NW|SE|SW)(?![\\p{L}\\p{N}]))?${UNIT}${CITY}`,
  'gu',
);
const BOX = /(?<![\p{L}\p{N}])P\.?[ \u00a0]?O\.?[ \u00a0]Box[ \u00a0]#?\d{1,6}(?!\p{N})/giu;
/** Addresses that lessons are about. */
const PUBLIC = /^(?:1600 Pennsylvania Ave|221B Baker St|4 Privet Dr|10 Downing St)/;

/** US street addresses, with unit, town and ZIP where they follow. */
export const address: Recognizer = {
  id: 'address',
  categories: ['address'],
  description: 'US street addresses and post boxes.',
  find({ text }) {
    const found = [];
    for (const match of text.matchAll(STREET)) {
      if (PUBLIC.test(match[0])) continue;
      // A full stop at the end belongs to the sentence: "lives at 12 Elm St."
      const length = match[0].replace(/\.$/, '').length;
      const score = match.groups?.vague ? 0.7 : 0.9;
      found.push(candidate('address', match.index, match.index + length, score, 'shape'));
    }
    for (const match of text.matchAll(BOX)) {
      found.push(candidate('address', match.index, match.index + match[0].length, 0.9, 'shape'));
    }
    return found;
  },
};
