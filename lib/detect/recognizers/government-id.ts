import type { Recognizer } from '../recognizer.ts';
import { candidate, GAP, valuesAfterCue } from './pattern.ts';

/** Social Security Administration: no area 000, 666 or 9xx, no group 00, no serial 0000. */
const SHAPED =
  /(?<![\p{L}\p{N}-])(?!000|666|9\d\d)\d{3}[-\u2010-\u2013 ](?!00)\d{2}[-\u2010-\u2013 ](?!0000)\d{4}(?![\p{L}\p{N}-])/gu;
/** After the cue a number that cannot be real is taken too: it may be mistyped. */
const CUED = new RegExp(
  `\\b(?:SSN|SS#|soc(?:ial)?[ \\u00a0]sec(?:urity)?|social)(?:[ \\u00a0](?:number|no\\.|is|card|num)){0,2}${GAP}[:#=]{0,2}${GAP}(?<value>\\d{3}[- \\u00a0]?\\d{2}[- \\u00a0]?\\d{4})(?!\\p{N})`,
  'dgiu',
);

/** US Social Security numbers. */
export const governmentId: Recognizer = {
  id: 'government-id',
  categories: ['government-id'],
  description: 'Social Security numbers.',
  find({ text }) {
    const found = [];
    for (const match of text.matchAll(SHAPED)) {
      found.push(candidate('government-id', match.index, match.index + match[0].length, 0.85, 'shape'));
    }
    for (const { start, end } of valuesAfterCue(CUED, text)) {
      found.push(candidate('government-id', start, end, 0.98, 'after-cue'));
    }
    return found;
  },
};
