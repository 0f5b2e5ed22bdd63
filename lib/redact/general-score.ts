/** A score said in general: "has a 58 in math" becomes "has a 50–59 in math", "a B+" becomes "a B". Our own bands. */
import type { Place } from './place.ts';

/** A number that is part of no word, code, date, time or sum. */
const NUMBER = '\\d+(?:[.,]\\d+)?';
/** "3.71", "78%", "61st percentile", "18/20", "12 out of 20", "171–180". */
const SCORE = new RegExp(
  [
    '(?<![\\p{L}\\d$€£#_/@:.,-])',
    `(?<one>${NUMBER})`,
    `(?:\\s?[-–—]\\s?(?<two>${NUMBER})|(?<of>/|\\s(?:(?:out\\s)?of|de)\\s)(?<total>\\d+))?`,
    '(?<rank>st|nd|rd|th|\\.?[ºª])?',
    '(?<unit>\\s?%(?:-?ile)?|\\s?percentile?)?',
    '(?![\\p{L}\\d_/@:]|[.,-]\\d|-\\p{L})',
  ].join(''),
  'giu',
);
/** What a number behind it counts is no score: "grade 11", "chapter 12". */
const NO_SCORE =
  /(?<!\p{L})(?:grades?|gr|grados?|levels?|nivel|rooms?|rm|chapters?|ch|units?|unidad|pages?|p|algebra|periods?|sections?|years?)\.?\s$/iu;
const YEAR = /^(?:19|20)\d\d$/;
/** "a B+": the sign goes. */
const LETTER = /(?<![\p{L}\d])([A-D])[+−-](?![\p{L}\d-])/gu;
/** It is "an 18", but "a 10–19". */
const AN = /(?<!\p{L})(a)n(?=\s1[18](?!\d))/giu;

type Band = readonly [low: string, high: string];

/**
 * A statement with bands in the place of its scores. In: the statement and the language of its passage. Out: null where it
 * has no score, or one that has no band and would stand there as it is.
 */
export function generalScores(statement: string, language: Place['language']): string | null {
  let isBanded = false;
  let isClear = true;
  const inBands = statement.replace(AN, '$1').replace(SCORE, (score: string, ...more: unknown[]) => {
    const groups = more.at(-1) as Partial<Record<'one' | 'two' | 'of' | 'total' | 'rank' | 'unit', string>>;
    const said = more.at(-2) as string;
    const { one = '', two, of = '', total, rank = '', unit = '' } = groups;
    const isPlace = rank !== '' && unit === '';
    const isCounted = /^\d$/.test(one) && unit === '' && !of.includes('/');
    if (isPlace || (isCounted && !two && !(Number(total) >= LEAST_TOTAL))) return score;
    if (NO_SCORE.test(said.slice(0, more.at(-3) as number)) || (YEAR.test(one) && !total)) return score;
    const band = total
      ? shareBand(readNumber(one, language), Number(total), of)
      : joined(bandOf(one, language), bandOf(two ?? one, language));
    if (!band) {
      isClear = false;
      return score;
    }
    isBanded = true;
    const [low, high] = band;
    if (total) return `${low}–${high}%${of.includes('/') ? '' : `${of}${total}`}`;
    const ending = /^\p{L}/u.test(rank) ? 'th' : rank;
    return `${low}${ending}–${high}${ending}${unit}`;
  });
  const said = inBands.replace(LETTER, (_, letter: string) => {
    isBanded = true;
    return letter;
  });
  return isBanded && isClear ? said : null;
}

/** Of fewer, a share tells the number. */
const LEAST_TOTAL = 10;
/** "9/14" may be a day: no total that is a day or a month is sure. */
const LAST_DAY = 31;

/** "18/20" as a share. Null where that may be a date, or no part of a whole. */
function shareBand(part: number, total: number, of: string): Band | null {
  const mayBeDate = of.includes('/') && part <= 12 && total <= LAST_DAY;
  if (total < LEAST_TOTAL || part > total || mayBeDate) return null;
  return bandOf(String(Math.floor((100 * part) / total)), 'en');
}

function readNumber(number: string, language: Place['language']): number {
  const isThousands = language === 'en' && /^\d,\d{3}$/.test(number);
  return Number(isThousands ? number.replace(',', '') : number.replace(',', '.'));
}

/** Grade points by halves and grades to 13 by ones where they have decimals; others by tens, fifties and hundreds. */
function bandOf(number: string, language: Place['language']): Band | null {
  const value = readNumber(number, language);
  if (/[.,]/.test(number) && value <= 13) {
    const step = value <= 5 ? 0.5 : 1;
    const high = Math.max(step, Math.ceil(value / step) * step);
    const written = (end: number) => {
      const digits = end.toFixed(step < 1 ? 1 : 0);
      return number.includes(',') ? digits.replace('.', ',') : digits;
    };
    return [written(high - step), written(high)];
  }
  if (!(value < 1600)) return null;
  const width = value < 200 ? 10 : value < 1000 ? 50 : 100;
  const low = Math.floor(value / width) * width;
  // 100 is the best of a hundred, and no band of its own.
  if (low === 90 || value === 100) return ['90', '100'];
  return [String(low), String(low + width - 1)];
}

/** From the lower end of one to the upper end of another. */
function joined(one: Band | null, two: Band | null): Band | null {
  return one && two && [one[0], two[1]];
}
