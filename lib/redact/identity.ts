/** When two written forms are the same person or value. */
import type { CategoryId } from '../detect/category.ts';

/** A first and a last name: two words or more, of which the first and the last are no initials. */
export function isFullName(key: string): boolean {
  return /^\S{2,} (?:\S+ )*\S{2,}$/u.test(key);
}

/**
 * Whether a bare name ("maya", "maya l") can be short for a full one. Both are keys. Adults are called by their last names
 * too: "Ms. Lopez".
 */
export function isShortFor(bare: string, full: string, isAdult: boolean): boolean {
  const [first, initial, ...more] = bare.split(' ');
  const words = full.split(' ');
  if (isAdult && isFullName(full) && bare === words.at(-1)) return true;
  if (!isFullName(full) || first !== words[0] || more.length > 0) return false;
  return initial === undefined || (initial.length === 1 && words.at(-1)!.startsWith(initial));
}

/** Whether two full names have the same first and the same last word. Both are keys. */
export function hasSameEnds(a: string, b: string): boolean {
  const [x, y] = [a.split(' '), b.split(' ')];
  return x[0] === y[0] && x.at(-1) === y.at(-1);
}

/** Whether two full names can be one person's: first and last agree, and what stands between does not differ. Both are keys. */
export function maySame(a: string, b: string): boolean {
  const [first, ...middle] = a.split(' ');
  const [otherFirst, ...otherMiddle] = b.split(' ');
  if (first !== otherFirst || middle.pop() !== otherMiddle.pop()) return false;
  const agree = (x: string, y: string) => x === y || (Math.min(x.length, y.length) === 1 && x[0] === y[0]);
  return (
    middle.length === 0 ||
    otherMiddle.length === 0 ||
    (middle.length === otherMiddle.length && middle.every((word, i) => agree(word, otherMiddle[i]!)))
  );
}

/** The key under which forms of a name are the same: "Lopez,  MAYA" and "Maya Lopez". */
export function nameKey(form: string): string {
  const [last = '', first, ...more] = fold(form).split(/\s*,\s*/);
  const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/;
  const inOrder = first && more.length === 0 && !suffix.test(first) ? `${first} ${last}` : fold(form);
  return inOrder.replace(/[.,]/g, '').trim();
}

/** The key under which forms of a value are the same. Passwords and links differ by case. */
export function valueKey(category: CategoryId, form: string): string {
  if (category === 'secret' || category === 'link') return form.trim();
  const digits = form.replace(/\D/g, '');
  // The country code of the US may be left out.
  if (category === 'phone' && digits.length >= 7) return digits.replace(/^1(?=\d{10}$)/, '');
  if (category === 'record-date' || category === 'birth-date') return dateKey(form) ?? fold(form);
  return fold(form).replace(/\s/g, '');
}

/** The first three letters of the months, in English and Spanish, in order; equal ones are the same month. */
const MONTHS = [
  ['jan', 'ene'],
  ['feb'],
  ['mar'],
  ['apr', 'abr'],
  ['may'],
  ['jun'],
  ['jul'],
  ['aug', 'ago'],
  ['sep'],
  ['oct'],
  ['nov'],
  ['dec', 'dic'],
];

/** A day however it is written: "Thursday, January 15", "Jan. 15th" and "1/15" are `1-15`; null where no day is in it. */
function dateKey(form: string): string | null {
  const text = fold(form);
  const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text);
  const slashed = /(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?!\d)/.exec(text);
  const named = /(\p{L}{3})\p{L}*\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?!\d)/u.exec(text);
  const spanish = /(?<!\d)(\d{1,2}) de (\p{L}{3})\p{L}*(?: de(?:l)? (\d{4}))?/u.exec(text);
  const month = (name: string) => MONTHS.findIndex((names) => names.includes(name)) + 1;
  const [m, d, y] = iso
    ? [iso[2], iso[3], iso[1]]
    : spanish && month(spanish[2]!)
      ? [month(spanish[2]!), spanish[1], spanish[3]]
      : named && month(named[1]!)
        ? [month(named[1]!), named[2], named[3]]
        : slashed
          ? [slashed[1], slashed[2], slashed[3]]
          : [];
  if (!m || !d) return null;
  return [Number(m), Number(d), ...(y ? [Number(y) % 100] : [])].join('-');
}

function fold(form: string): string {
  return form
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** How full a form is: more words first, then more letters. */
export function fullness(form: string): number {
  return fold(form).split(' ').length * 1000 + Math.min(form.length, 999);
}
