import type { TextDocument } from '../document.ts';
import { finder, finderOf } from '../finder.ts';
import type { Span } from '../finding.ts';
import type { Recognizer } from '../recognizer.ts';
import {
  afterCue,
  anyOf,
  at,
  cueWords,
  FULL_DATE,
  FULL_DATES,
  reader,
  SHORT_DATE,
  underHeading,
} from './pattern.ts';

const CUES = cueWords(
  'd[o0]b|d ?\\.? ?[o0]\\.? ?b\\.?|date of birth|birth ?-?dat[ea]|birth|bir th|(?:is )?b[o0]rn|birthday|b-?day|bday|proof of age',
  '(?:turn(?:s|ed|ing)?|will be) (?:\\d{1,2}|[a-z]{3,9}) on|b\\.(?= ?\\d)',
  'listed as born',
  'fecha de nac(?:imiento|\\.)?|f\\. ?(?:de )?nac|nac\\.|nacid[oa]|naci[oó]|cumplea[nñ]os|cumple|cumpli[oó] [a-zñ]{2,10} años',
);
/** A cue only in a text that speaks of birthdays. */
const DATES = cueWords('dates|fechas');
const BORN = /(?<!\p{L})(?:born|birthdays?|nacid[oa]|cumplea[nñ]os)(?!\p{L})/iu;
const HEADING =
  /^(?:d\.?[o0]\.?b\.?|(?:date of birth|birth ?dat[ea]|birthday|b-?day|born)|f(?:echa)?\.? (?:de )?nac(?:\.|imiento)?)$/;
const DATE = anyOf(
  ...FULL_DATES.map((date) => reader(new RegExp(date, 'iuy'))),
  reader(new RegExp(SHORT_DATE, 'uy')),
  reader(/(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\p{N})/uy),
);
/** Whoever was born before this year is the subject of a lesson. */
const OLDEST = 1925;

/** "Nokomis Redsky (June 9, 2009)": a day behind a name on which a pupil of today can have been born. */
const IN_BRACKETS = finderOf({ before: '(?<= \\()', options: FULL_DATES, after: '(?=\\))', flags: 'iu' });
const NAME_BEFORE = /\p{Lu}[\p{L}'’-]{1,20} \($/iu;
const NAME_MAX = 44;
const CHILD_FROM = 2003;
const CHILD_TO = 2020;

/** Lines that hold no more than a name and a day, in a text about birthdays. */
const BIRTHDAYS = finder(/birthdays?|bdays?|b-days?|cumplea[nñ]os|bulletin board|cupcakes/gi);
const NAME_AND_DAY = new RegExp(
  `^[ \\t•*-]{0,4}\\p{Lu}[\\p{L}\\p{M}.'’-]{1,20}(?: [\\p{L}\\p{M}.'’-]{1,20}){0,3}[ ,:–-]{1,4}(?<day>${FULL_DATE}|${SHORT_DATE})[ \\t]{0,4}$`,
  'diu',
);
const LINE_MAX = 70;

function* birthdayList(doc: TextDocument): Generator<Span> {
  if (BIRTHDAYS(doc).length === 0) return;
  const { text, lines } = doc;
  const found: Span[] = [];
  for (const line of lines) {
    if (line.end - line.start > LINE_MAX) continue;
    const day = NAME_AND_DAY.exec(text.slice(line.start, line.end))?.indices?.groups?.day;
    if (day) found.push({ start: line.start + day[0], end: line.start + day[1] });
  }
  if (found.length >= 3) yield* found;
}

/** Dates of birth after a cue word or under a heading, and lists of birthdays. */
export const birthDate: Recognizer = {
  id: 'birth-date',
  categories: ['birth-date'],
  description: 'Dates of birth and birthdays that stand after a cue word or under a heading.',
  find(doc) {
    const { text } = doc;
    const named = IN_BRACKETS(doc)
      .map((match) => ({ start: match.index, end: match.index + match[0].length }))
      .filter(({ start }) => NAME_BEFORE.test(text.slice(Math.max(0, start - NAME_MAX), start)))
      .filter(({ start, end }) => {
        const year = Number(/\d{4}/.exec(text.slice(start, end))?.[0] ?? 0);
        return year >= CHILD_FROM && year <= CHILD_TO;
      });
    const spans = [
      ...named,
      ...afterCue(doc, CUES, DATE),
      ...(DATES(doc).length > 0 && BORN.test(text) ? afterCue(doc, DATES, DATE) : []),
      ...underHeading(doc, HEADING, DATE),
      ...birthdayList(doc),
    ].filter(({ start, end }) => {
      const year = /\d{4}/.exec(text.slice(start, end));
      return (
        !year ||
        Number(year[0]) >= OLDEST ||
        /dob|date of birth/i.test(text.slice(Math.max(0, start - 20), start))
      );
    });
    return [...at(spans, 'birth-date', 0.93)];
  },
};
