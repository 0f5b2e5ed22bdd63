import { finder } from '../finder.ts';
import type { Recognizer } from '../recognizer.ts';
import { afterCue, anyOf, at, code, cueWords, type ReadValue, spoken, underHeading } from './pattern.ts';

const SYSTEM =
  'student|pupil|state|district|school|local|perm(?:anent)?|lunch|cafeteria|library|testing|(?:standardized )?test|badge|enrollment|sis|state file|powerschool|infinite campus|skyward|aeries';
const NUMBER = '(?:ids?|i\\.d\\.|identification|numbers?|nos?|num|code|#)';
const CUES = cueWords(
  `(?:(?:${SYSTEM}) ){1,2}${NUMBER}`,
  `(?:${SYSTEM})-ids?`,
  '(?:s|la|sa)?sid',
  'lasid|sasid|osis|uic|eid|nia',
  // What states call it: Georgia, Minnesota, Arizona, Wisconsin, Pennsylvania, Florida, Texas, Missouri, Indiana, Native schools.
  'gtid|marss|sais|wise ?id|pa ?secure ?id|fleid|tsds(?: unique)?(?: id)?|mosis|stn|nasis',
  'ids?(?: badge)?(?=[ #:|"=.]|\\t)',
  'sis#?',
  'numbers,? not names|number issued|temp numbers|rider number|same number as before',
  '(?:n[uú]m(?:ero)?\\.?|no\\.|clave|id|identificaci[oó]n) (?:sie|del? (?:la |el )?(?:estudiante|alumn[oa]|matr[ií]cula|escolar))',
  'matr[ií]cula|expediente escolar|legajo',
);
/** The number that a pupil pays lunch with is no bank account and no password. */
const LUNCH = cueWords('(?:lunch|cafeteria|meal|comedor) (?:pins?|(?:account|acct)(?: (?:number|no|#))?)');
/** "Student #: 4471": the sign is no word, so it has a pattern of its own. */
const SIGN = finder(
  new RegExp(`(?<![A-Za-z0-9])(?:${SYSTEM}|id|perm|sis)[ ]?(?:#|n[0o]\\.?)(?=[ :.]|\\d)`, 'gi'),
);
const HEADING =
  /^(?:id|stu ?#?|sid|ssid|osis|gtid|marss|sais|wiseid|fleid|stn|perm(?: id)?|(?:student|stu|stdnt|pupil|child|state|district|local|sis)(?: ?(?:id|number|no|num|nbr|#))|number|lunch (?:pin|number|no|#|id)|matr[ií]cula|n[uú]mero)$/;
/** "Obi, Chukwuemeka (14 882 C)": behind a full name, with a letter and four digits. Laws, years and star numbers look alike. */
const BESIDE_NAME =
  /\p{Lu}\p{Ll}{1,20}(?:,? \p{Lu}[\p{L}'’-]{1,20}){1,2} \((?<value>(?:[A-Z]{1,4}[-* ]?)?\d{1,3}(?:[- ]?\d{2,4}){1,2}(?:[- ]?[A-Z])?)\)/dgu;
const IN_BRACKETS = finder(/\((?:[A-Z]{1,4}[-* ]?)?\d/gu);
const PUBLIC = /^(?:AD|BC|CE|BCE|HB|SB|HR|PL|ISO|NGC|ISBN|USC|NASA|MS|RMS|USS)[ -]?\d|^[\d -]+$/;

/** Not a student's number: years, and the cues of other kinds ("Tax ID"). */
const YEARS = /^(?:19|20)\d\d(?:[-–/]\d{2,4})?$/;
const OTHER =
  /(?:passport|tax|apple|user|login|medicaid|insurance|member|agency|employee|meeting|zoom|video|policy|plan|claim|device|asset|consular|session|product|part|order|driver(?:['’]s)?|license|gamer|email|google|steam) $/i;

const VALUE: ReadValue = (text, start) => {
  const end = anyOf(code(3), spoken(4))(text, start);
  return end > 0 && YEARS.test(text.slice(start, end)) ? -1 : end;
};

/** Student numbers. A number without a cue word or heading is no finding: worksheets are full of them. */
export const studentId: Recognizer = {
  id: 'student-id',
  categories: ['student-id'],
  description: 'Student, state and district numbers that stand after a cue word or under a heading.',
  find(doc) {
    const { text } = doc;
    const found = [];
    for (const cue of [CUES, SIGN]) {
      for (const span of afterCue(doc, cue, VALUE)) {
        const from = Math.max(0, span.start - 40);
        const lineStart = from + text.slice(from, span.start).lastIndexOf('\n') + 1;
        const before = text.slice(lineStart, span.start).replace(/\bids?\b.*$/i, '');
        if (!OTHER.test(before)) found.push(...at([span], 'student-id', 0.92));
      }
    }
    found.push(...at(afterCue(doc, LUNCH, VALUE), 'student-id', 0.97));
    for (const match of IN_BRACKETS(doc).length > 0 ? text.matchAll(BESIDE_NAME) : []) {
      const [start, end] = match.indices!.groups!.value!;
      const value = text.slice(start, end);
      if (!PUBLIC.test(value) && value.replace(/\D/g, '').length >= 4)
        found.push(...at([{ start, end }], 'student-id', 0.7));
    }
    found.push(...at(underHeading(doc, HEADING, VALUE), 'student-id', 0.9));
    return found;
  },
};
