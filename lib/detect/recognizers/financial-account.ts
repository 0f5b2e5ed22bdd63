import { finder } from '../finder.ts';
import type { Recognizer } from '../recognizer.ts';
import { afterCue, anyOf, at, candidate, code, cueWords, type ReadValue, spoken } from './pattern.ts';

const CARD = finder(
  /(?<![\p{L}\p{N}.-])(?:[3-6]\d{3}([ \u00a0-]?)\d{4}\1\d{4}\1\d{3,4}|3[47]\d{2}([ \u00a0-]?)\d{6}\2\d{5})(?![\p{L}\p{N}]|[.-]\d)/gu,
);
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ ]?[A-Z\d]{4}){3,7}(?:[ ]?[A-Z\d]{1,3})?(?![\p{L}\p{N}])/gu;
const FOUR_DIGITS = finder(/\d{4}/g);
const CUES = cueWords(
  '(?:visa|mastercard|amex|discover|card|checking|savings|account|acct)(?: card)? (?:ending|ends)(?: in| with)?',
  '(?:accounts?|acct)(?! code)(?: is| number)?,?(?: for [a-z]{3,12})?',
  'routing|aba|iban|clabe',
  '(?:credit|debit|gift|my|real|bank) card(?: ending(?: in)?)?|card (?:number|no|ending(?: in)?)|visa|mastercard|amex|ending in',
  'direct dep(?:osit)?(?: goes)?(?: to)?(?: [a-z]{3,12}){0,2}',
  'check (?:no\\.?|number|#)',
  'cuenta(?: bancaria| de banco| de cheques)?|tarjeta(?: de (?:cr[eé]dito|d[eé]bito))?|dep[oó]sito[^.;:\\n]{0,40} es',
  'pays? with [a-z ]{0,12}card',
);
/** "acct xxxx-2287", "Chase ...4038". */
const MASKED = finder(
  /(?<=(?<!\p{L})(?:acct|account|card|visa|mastercard|amex|chase|cuenta|tarjeta)\.?:? )(?:[x*]{2,12}|\.{3}|…)[ -]?\d{4}(?![\p{L}\p{N}]|-\d)/giu,
);
const LONG = anyOf(code(4), spoken(5));
const VALUE: ReadValue = (text, start) => {
  const end = LONG(text, start);
  return end > 0 && /^(?:1\d|20)\d\d$/.test(text.slice(start, end)) ? -1 : end;
};
const NEAR = /card|tarjeta|visa|charged|debit|credit|pay|number/i;

/** Nobody's: the example of every form. */
const COUNTED = /^1234[ -]?5678[ -]?90/;

/** The check digit of card numbers: ISO/IEC 7812-1, annex B. In: digits. */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** Numbers of bank accounts and cards. */
export const financialAccount: Recognizer = {
  id: 'financial-account',
  categories: ['financial-account'],
  description: 'Card numbers, and bank and lunch accounts that stand after a cue word.',
  rulesOut: ({ text }, { start, end }) => COUNTED.test(text.slice(start, end)),
  find(doc) {
    const { text } = doc;
    const found = [];
    for (const match of CARD(doc)) {
      const valid = luhn(match[0].replace(/\D/g, ''));
      if (!valid && !NEAR.test(text.slice(Math.max(0, match.index - 60), match.index))) continue;
      found.push(
        candidate(
          'financial-account',
          match.index,
          match.index + match[0].length,
          valid ? 0.95 : 0.8,
          'shape',
        ),
      );
    }
    for (const match of FOUR_DIGITS(doc).length > 0 ? text.matchAll(IBAN) : []) {
      if (!/\d{4}/.test(match[0])) continue;
      found.push(candidate('financial-account', match.index, match.index + match[0].length, 0.95, 'shape'));
    }
    for (const match of MASKED(doc)) {
      found.push(
        candidate('financial-account', match.index, match.index + match[0].length, 0.96, 'after-cue'),
      );
    }
    found.push(...at(afterCue(doc, CUES, VALUE), 'financial-account', 0.93));
    return found;
  },
};
