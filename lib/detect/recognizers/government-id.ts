import { finder } from '../finder.ts';
import type { Recognizer } from '../recognizer.ts';
import { afterCue, anyOf, at, candidate, code, cueWords, spoken, underHeading } from './pattern.ts';

const DASH = '[-\\u2010-\\u2013 ]';
/** Social Security administration: no group 00, no serial 0000. */
const SHAPED = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}-])\\d{3}(?<dash>${DASH})(?!00)\\d{2}\\k<dash>(?!0000)\\d{4}(?![\\p{L}\\p{N}]|-\\d)`,
    'gu',
  ),
);
/** Areas that are never given out: a finding only in a text that speaks of such numbers. */
const NEVER = /^(?:000|666|9\d\d)/;
const SAID = /(?<!\p{L})(?:ssns?|social security)(?!\p{L})/iu;
/** Mexico's population registry: 18 characters with birth date and sex. */
const CURP = /(?<![\p{L}\p{N}])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d(?![\p{L}\p{N}])/gu;
const SIX_DIGITS = finder(/\d{6}/g);
/** The card of a state that is no student's number: a letter, then groups of digits. */
const STATE_CARD = finder(
  /(?<!\p{L})[Ss]tate [Ii][Dd]:? (?<value>[A-Z]-?\d{3,4}-\d{4}(?:-\d{4})?)(?![\p{L}\p{N}])/dgu,
);
/** An alien registration number: A and nine digits, in threes (uscis.gov, "A-Number"); where it is called so, without the A too. */
const THREES = '(?:\\d{3}[- ]\\d{3}[- ]\\d{3}|0\\d{2}[- ]?\\d{3}[- ]?\\d{3})(?![\\p{L}\\p{N}]|-\\d)';
const ALIEN = finder(new RegExp(`(?<![\\p{L}\\p{N}-])(?<value>A[ #:-]{0,2}${THREES})`, 'dgu'));
const CALLED_ALIEN = finder(
  new RegExp(`(?<![\\p{L}\\p{N}-])A[- ][Nn]umber(?: is|[,:])? (?<value>${THREES})`, 'dgu'),
);
/** "xxx-xx-9037". */
const MASKED = finder(/(?<![\p{L}\p{N}*-])[x*]{3}-[x*]{2}-\d{4}(?![\p{L}\p{N}]|-\d)/giu);
const SOCIAL = cueWords(
  '(?:ssn|social)(?: on file)? (?:ending|ends)(?: in| with)?',
  'ssns?|ss#|soc(?:ial)?\\.? sec(?:urity)?|s0c sec|my soc(?:ial)?|seguro social|(?:tax|ta x) id|itin|last (?:4|four)(?: of)?(?: (?:his|her|the|my))? (?:ssn|social)',
);
const PAPER = cueWords(
  'passports?|pasaporte',
  'i-?94',
  "driver(?:['’]?s)?[ -]licen[cs]e|licen[cs]e(?= [A-Z]?\\d)",
  'consular id|matr[ií]cula consular',
  'tribal (?:enrollment|id|enr)(?: for [\\p{L}]{2,12}(?: [\\p{L}]{2,12}){0,2})?',
  'curp|cui|dni|nie|rfc',
  'a-?numbers?|alien (?:registration )?(?:number|no)',
  'birth certificate',
  'green card|visa number',
);

/** Numbers of Social Security, passports, licences and foreign registries. */
export const governmentId: Recognizer = {
  id: 'government-id',
  categories: ['government-id'],
  description: 'Social Security, passport, licence and other government numbers.',
  rulesOut: ({ text }, { start, end }) =>
    /^\d{3}-\d\d-\d{4}$/.test(text.slice(start, end)) && !SAID.test(text),
  find(doc) {
    const { text } = doc;
    const found = [];
    for (const match of SHAPED(doc)) {
      if (NEVER.test(match[0]) && !SAID.test(text)) continue;
      found.push(candidate('government-id', match.index, match.index + match[0].length, 0.85, 'shape'));
    }
    for (const match of STATE_CARD(doc)) {
      const [start, end] = match.indices!.groups!.value!;
      found.push(candidate('government-id', start, end, 0.95, 'after-cue'));
    }
    for (const match of [...ALIEN(doc), ...CALLED_ALIEN(doc)]) {
      const [start, end] = match.indices!.groups!.value!;
      found.push(candidate('government-id', start, end, 0.95, 'shape'));
    }
    for (const match of MASKED(doc)) {
      found.push(candidate('government-id', match.index, match.index + match[0].length, 0.95, 'shape'));
    }
    for (const match of SIX_DIGITS(doc).length > 0 ? text.matchAll(CURP) : []) {
      found.push(candidate('government-id', match.index, match.index + match[0].length, 0.97, 'shape'));
    }
    found.push(...at(afterCue(doc, SOCIAL, anyOf(code(4), spoken(4))), 'government-id', 0.98));
    found.push(...at(afterCue(doc, PAPER, anyOf(code(5), spoken(5))), 'government-id', 0.95));
    found.push(
      ...at(underHeading(doc, /^(?:ssn|social security(?: number)?)$/, code(4)), 'government-id', 0.97),
    );
    return found;
  },
};
