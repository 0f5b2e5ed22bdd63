import type { Recognizer } from '../recognizer.ts';
import { candidate, GAP, MONTH, valuesAfterCue } from './pattern.ts';

const CUE = '(?:born|dob|d\\.o\\.b\\.?|date of birth|birth[ -]?date|birthday|b-?day|bday)';
const DATE = `(?:\\d{1,2}[/.-]\\d{1,2}(?:[/.-](?:\\d{4}|\\d{2}))?|\\d{4}-\\d{2}-\\d{2}|${MONTH}\\.?[ \\u00a0]\\d{1,2}(?:st|nd|rd|th)?(?:,?[ \\u00a0]\\d{4})?|\\d{1,2}(?:st|nd|rd|th)?[ \\u00a0](?:of[ \\u00a0])?${MONTH}(?:,?[ \\u00a0]\\d{4})?)`;
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])${CUE}(?![\\p{L}\\p{N}])(?:[ \\u00a0](?:is|was|on|in|falls|next|this)){0,3}${GAP}[:=(-]?${GAP}(?<value>${DATE})(?![\\p{L}\\p{N}])`,
  'dgiu',
);
/** Whoever was born before this year is the subject of a lesson. */
const OLDEST = 1925;

/** Dates of birth after a cue word. */
export const birthDate: Recognizer = {
  id: 'birth-date',
  categories: ['birth-date'],
  description: 'Dates of birth and birthdays that stand after a cue word.',
  find({ text }) {
    const found = [];
    for (const { start, end, value } of valuesAfterCue(PATTERN, text)) {
      const year = /\d{4}/.exec(value);
      if (!year || Number(year[0]) >= OLDEST)
        found.push(candidate('birth-date', start, end, 0.92, 'after-cue'));
    }
    return found;
  },
};
