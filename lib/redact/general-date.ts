/** A date said in general: "born on 3/4/2013" is an age, "on March 3" is "in early March". Our own wording. */
import { before, behind, type General, instead, isFirst, OPEN, type Place } from './place.ts';

const MONTHS = {
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
  es: [
    ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio'],
    ...['julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  ],
};
const WEEKDAY =
  '(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur?|sun)(?:day)?\\.?|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo';
const MONTH = '(?<month>\\p{L}{3,})\\.?';
const YEAR = '(?<year>\\d{4})';
/** A whole date and nothing else. */
const WRITTEN = [
  `${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? ${YEAR})?`,
  `(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? ${YEAR})?`,
  `(?<day>\\d{1,2}) de ${MONTH}(?: del? ${YEAR})?`,
  `${YEAR}-(?<number>\\d{1,2})-(?<day>\\d{1,2})`,
  '(?<one>\\d{1,2})[/.-](?<other>\\d{1,2})(?:[/.-](?<year>\\d{4}|\\d{2}))?',
].map((pattern) => new RegExp(`^(?:(?:${WEEKDAY}),? )?${pattern}$`, 'iu'));

interface Day {
  month: number;
  day: number;
  year: number | null;
}
interface Read {
  /** Two where it cannot be told which number is the month. */
  days: Day[];
  /** The full stop of its sentence, where the mention has it too. */
  stop: string;
}

function readDate(mention: string, language: Place['language'], today: Date): Read | null {
  const stop = mention.endsWith('.') ? '.' : '';
  const date = mention.replace(/\.$/, '').replace(/\s+/g, ' ');
  for (const pattern of WRITTEN) {
    const groups = pattern.exec(date)?.groups;
    if (!groups) continue;
    const year = groups.year === undefined ? null : fullYear(groups.year, today);
    const day = (month: number, of: number): Day => ({ month, day: of, year });
    let days: Day[];
    if (groups.one !== undefined) {
      const [one, other] = [Number(groups.one), Number(groups.other)];
      // In English the month comes first, as in the United States; in Spanish either may.
      days = [day(one, other), day(other, one)].filter(isDay);
      if (one === other || (language === 'en' && one <= 12)) days = days.slice(0, 1);
    } else {
      const month = groups.month === undefined ? Number(groups.number) : monthOf(groups.month);
      days = [day(month, Number(groups.day))].filter(isDay);
    }
    return days.length > 0 ? { days, stop } : null;
  }
  return null;
}

const isDay = ({ month, day }: Day) => month >= 1 && month <= 12 && day >= 1 && day <= 31;

function monthOf(name: string): number {
  const word = name.toLowerCase();
  const isIt = (month: string) =>
    month.toLowerCase() === word || (word.length <= 4 && month.toLowerCase().startsWith(word));
  for (const months of [MONTHS.en, MONTHS.es]) {
    const found = months.findIndex(isIt);
    if (found >= 0) return found + 1;
  }
  return 0;
}

/** Of two digits the latest year that is not to come. */
function fullYear(digits: string, today: Date): number {
  if (digits.length === 4) return Number(digits);
  const year = Math.floor(today.getFullYear() / 100) * 100 + Number(digits);
  return year > today.getFullYear() ? year - 100 : year;
}

const WEEKDAY_BEFORE = new RegExp(`(?:${WEEKDAY}),? $`, 'iu');
/** What makes a date a part of something longer. */
const GOES_ON =
  /^(?:[\p{L}\d]|['’]s|[ \u00a0]?(?:[-–—/&]|(?:to|through|and|a|al|y)(?!\p{L}))[ \u00a0]?(?:\p{L}+ )?\d|,? (?:at|a las?) (?:\d|noon|one|two|three))/iu;

/** Verbs that may follow an age. */
const VERBS =
  '(?:is|has|attends|lives|works|goes|reads|writes|speaks|plays|needs|likes|loves|enjoys|wants|gets|does|can|will|es|está|tiene|asiste|vive|trabaja|va|lee|escribe|habla|juega|necesita|quiere|recibe|puede)(?!\\p{L})';
const ENDS = `[ \\u00a0]*(?:$|[.;!?)\\]"”»\\n\\r\\t|])|[ \\u00a0]{2}|,?[ \\u00a0](?:(?:and|y)[ \\u00a0])?${VERBS}`;
/** "was born on 3/4/2013 when his mother was 19" tells of that day, not of today. */
const CLAUSE_ENDS = new RegExp(`^(?:${ENDS})`, 'iu');
/** "born 3/4/2013, a Monday" too. */
const ASIDE_ENDS = new RegExp(
  `^(?:${ENDS}|,(?![ \\u00a0](?:an?|the|and|or|so|when|where|which|that|as|on|at|in|to|\\p{L}+ing|un|una|el|la|y|o|cuando|donde|que|lo|en|a|al)(?!\\p{L})))`,
  'iu',
);
const ALONE = /^(?:[ \u00a0]*(?:$|[.,;)\]"”\n\r\t|])|[ \u00a0]{2})/;

interface Birth {
  /** How it is told before its date. */
  told: RegExp;
  /** What is said instead of that and the date. */
  words(age: number): string;
  /** What has to follow. */
  ends: RegExp;
}
/** The first that fits counts. */
const BIRTH: Record<Place['language'], Birth[]> = {
  en: [
    {
      told: /(?<!\bI |\b(?:when|since|before|after|until|till|whether|if|day|year) (?:\p{L}+ ){1,2})(?<!\p{L})was born (?:on )?$/iu,
      words: (age) => `is ${inYears(age, 'year')} old`,
      ends: CLAUSE_ENDS,
    },
    {
      told: /(?<!(?:\b(?:was|were|is|are|be|been|being)(?:n['’]t)? (?:\p{L}+ )?|\b(?:not|never) ))(?<!\p{L})born:? (?:on )?$/iu,
      words: (age) => `age ${age}`,
      ends: ASIDE_ENDS,
    },
    {
      told: /(?<!(?:\bhis|\bher|\btheir|\bthe|\bmy|\bour|\bwhose|\bnot|\bno|['’]s) )(?<!\p{L})(?:D\.?O\.?B\.?|date of birth|birth ?date|birthday) $/iu,
      words: (age) => `age ${age}`,
      ends: ASIDE_ENDS,
    },
    { told: OPEN, words: (age) => `age ${age}`, ends: ALONE },
  ],
  es: [
    {
      told: /(?<!(?<!\p{L})(?:no|nunca|jamás|tampoco|ni|si|cuando|desde que|donde|día que|año que|(?:cuando|donde|desde que|si) \p{L}+) )(?<!\p{L})nació (?:el )?$/iu,
      words: (age) => `tiene ${inYears(age, 'año')}`,
      ends: CLAUSE_ENDS,
    },
    {
      told: /(?<!(?<!\p{L})(?:fue|es|era|no|nunca|jamás) )(?<!\p{L})nacid[oa] (?:el )?$/iu,
      words: (age) => `de ${inYears(age, 'año')}`,
      ends: ASIDE_ENDS,
    },
    { told: OPEN, words: (age) => inYears(age, 'año'), ends: ALONE },
  ],
};

const inYears = (age: number, unit: string) => `${age} ${unit}${age === 1 ? '' : 's'}`;

/**
 * A birth date as an age. In: where it stands, and the day of today. Out: null where the year is missing, or where the
 * sentence would not read well.
 */
export function generalBirthDate(place: Place, today: Date): General | null {
  const { text, span, language } = place;
  const read = readDate(text.slice(span.start, span.end), language, today);
  const ages = new Set(read?.days.map((day) => ageOf(day, today)));
  const [age] = ages;
  if (!read || ages.size !== 1 || !age || age > 110) return null;
  const rest = behind(place);
  const said = before(place);
  if (GOES_ON.test(rest)) return null;
  for (const { told, words, ends } of BIRTH[language]) {
    const replaced = told.exec(said)?.[0];
    if (replaced === undefined) continue;
    const isAlone = told === OPEN;
    const isStopped = !isAlone && read.stop !== '';
    if (isAlone && WEEKDAY_BEFORE.test(said)) return null;
    // The next detail may go on with the sentence.
    const isCut = !isAlone && /^[ \u00a0]*$/.test(rest) && span.end + rest.length < text.length;
    if (!isStopped && (isCut || !ends.test(rest))) return null;
    return instead(place, isAlone ? '' : replaced, words(age) + read.stop);
  }
  return null;
}

/** In whole years; null where it is no age. */
function ageOf({ year, month, day }: Day, today: Date): number | null {
  if (year === null) return null;
  const [thisMonth, thisDay] = [today.getMonth() + 1, today.getDate()];
  const isBefore = thisMonth < month || (thisMonth === month && thisDay < day);
  const age = today.getFullYear() - year - (isBefore ? 1 : 0);
  return age > 0 ? age : null;
}

/** Words before a date that its general words may follow too. */
const ENGLISH_BEFORE =
  /(?<!\p{L})(?:since|by|until|till|before|after|from|through|to|between|and|or|of|for|during|around|about|dated|starting|beginning|effective|the|is|was) $/iu;
/** "based on March 3" is about the day, not in it. */
const ENGLISH_ON =
  /(?<!\b(?:morning|afternoon|evening|night|noon|midnight|lunch|recess|period|(?:at|class|room) \d{1,2}|\d:\d\d|\d ?[ap]\.?m\.?),? )(?<!\b(?:based|depends?|depending|focus(?:es|ed)?|going|goes|moved?|later|early|or) )(?<!\p{L})on $/iu;

/** What is told of by one day is not told by a third of a month: "the week of March 3", "the day after March 5". */
const BY_A_DAY =
  /(?<!\p{L})(?:(?:days?|weeks?|months?|mornings?|afternoons?|evenings?|nights?|weekends?|school day|eve|end|start|beginning|hours?|anniversary) (?:of|on|from|after|before|following|preceding|since|until|prior to)|(?:días?|semanas?|mes(?:es)?|mañanas?|tardes?|noches?|fin de semana|víspera|horas?|aniversario) (?:(?:antes|después) )?del|(?:a las? [\d:]+|mañana|tarde|noche|mediodía),?(?: del?)? el) (?:the )?$/iu;

/**
 * A date in a record as a part of its month. In: where it stands. Out: null where the day or the month cannot be told, or
 * where the sentence would not read well.
 */
export function generalRecordDate(place: Place, today: Date): General | null {
  const { text, span, language } = place;
  const read = readDate(text.slice(span.start, span.end), language, today);
  const [day, other] = read?.days ?? [];
  if (!read || !day || other) return null;
  const said = before(place);
  if (GOES_ON.test(behind(place)) || WEEKDAY_BEFORE.test(said) || BY_A_DAY.test(said)) return null;
  // "the 5th of May"
  if (/(?<!\p{L})the $/iu.test(said) && /^\d{1,2}(?:st|nd|rd|th|\s)/i.test(text.slice(span.start, span.end)))
    return null;
  const part = (language === 'en' ? englishPart : spanishPart)(place, said, day);
  return part && { ...part, words: part.words + read.stop };
}

const third = ({ day }: Day): 0 | 1 | 2 => (day <= 10 ? 0 : day <= 20 ? 1 : 2);

function englishPart(place: Place, said: string, day: Day): General | null {
  const month = `${['early ', 'mid-', 'late '][third(day)]}${MONTHS.en[day.month - 1]}`;
  const words = day.year === null ? month : `${month} ${day.year}`;
  const on = ENGLISH_ON.exec(said)?.[0];
  if (on) return instead(place, on, `in ${words}`);
  const isFree = isFirst(place) || OPEN.test(said) || ENGLISH_BEFORE.test(said);
  return isFree ? instead(place, '', words) : null;
}

/** The article before a day, with what it is joined to, and what is left of it. */
const SPANISH_BEFORE: [told: RegExp, left: string][] = [
  [/(?<=(?<!\p{L})(?:desde|hasta|para|tras|entre|y|o) )el (?:día )?$/iu, ''],
  [/(?<!\p{L})del (?:día )?$/iu, 'de '],
  [/(?<!\p{L})al (?:día )?$/iu, 'a '],
  [/(?<!\p{L})el (?:día )?$/iu, 'a '],
];

function spanishPart(place: Place, said: string, day: Day): General | null {
  const month = `${['principios', 'mediados', 'finales'][third(day)]} de ${MONTHS.es[day.month - 1]}`;
  const words = day.year === null ? month : `${month} de ${day.year}`;
  for (const [told, left] of SPANISH_BEFORE) {
    const replaced = told.exec(said)?.[0];
    if (replaced !== undefined) return instead(place, replaced, left + words);
  }
  return isFirst(place) || OPEN.test(said) ? instead(place, '', words) : null;
}
