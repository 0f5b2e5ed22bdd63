import type { Recognizer } from '../recognizer.ts';
import { candidate, GAP, valuesAfterCue } from './pattern.ts';

const CUE =
  '(?:(?:student|pupil|state|district|school|local|perm(?:anent)?|lunch|cafeteria|library|testing|sis|powerschool|infinite campus|skyward|aeries)[ \\u00a0-](?:id|i\\.d\\.|identification|number|no\\.|num|pin|code|#)|ssid|lasid|sasid|osis|uic|eid|perm|sis|id)';
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])${CUE}(?![\\p{L}\\p{N}])(?:[ \\u00a0](?:number|no\\.|num|code|is|was)){0,2}${GAP}[:#=(]{0,2}${GAP}(?<value>[a-z]{0,3}-?\\d[\\da-z-]{2,14})(?![\\p{L}\\p{N}])`,
  'dgiu',
);
const YEARS = /^(?:19|20)\d\d-\d{2,4}$/;

/** Student numbers. A number without a cue word is no finding: worksheets are full of them. */
export const studentId: Recognizer = {
  id: 'student-id',
  categories: ['student-id'],
  description: 'Student, state and lunch numbers that stand after a cue word.',
  find({ text }) {
    const found = [];
    for (const { start, end, value } of valuesAfterCue(PATTERN, text)) {
      const digits = value.replace(/\D/g, '').length;
      if (digits >= 4 && !YEARS.test(value))
        found.push(candidate('student-id', start, end, 0.92, 'after-cue'));
    }
    return found;
  },
};
