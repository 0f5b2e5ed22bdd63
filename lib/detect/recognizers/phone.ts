import { finder } from '../finder.ts';
import type { Recognizer } from '../recognizer.ts';
import { afterCue, anyOf, at, candidate, cueWords, reader, underHeading } from './pattern.ts';

const EXT = '(?:[ \\u00a0,]{1,2}(?:x|ext\\.?|extension)[ \\u00a0]?\\d{1,6}(?!\\p{N}))?';
/** Digits, and the letters that scanners read for them. */
const D = '[0-9OolI]';
const SEP = '(?:[ \\u00a0]?[-\\u2010-\\u2013./][ \\u00a0]?|[ \\u00a0])';
/** Area codes begin with 2 to 9 in the North American plan; 555-01xx is set aside for fiction, so exchanges may be any. */
const FULL = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}/=_%-]|\\d[.])(?:\\+?[1l][ .\\u00a0-]?)?(?:\\((?=[2-9])${D}{3}\\)[ \\u00a0]?|(?=[2-9])${D}{3}(?:${SEP}|,[ ]))${D}{3}${SEP}${D}{4}(?![\\p{L}\\p{N}]|-\\d)${EXT}`,
    'giu',
  ),
);
/** Numbers of other countries, after a plus; Mexican ones also with an area code in brackets. */
const FOREIGN = finder(
  /(?<![\p{L}\p{N}])\+(?!1[ .-]?[2-9])[1-9]\d{0,2}(?:[ .-]?\(?\d{1,5}\)?){2,5}(?![\p{L}\p{N}])/gu,
);
const BRACKETED = finder(/\(\d{2,3}\)[ ]\d{4}-\d{4}(?![\p{N}])/gu);
/** Seven digits with the exchange set aside for fiction need no cue; it is no score and no page. */
const LOCAL = finder(
  new RegExp(`(?<![\\p{L}\\p{N}(/=_$-]|\\d[., ])555${SEP}${D}{4}(?![\\p{L}\\p{N}]|-\\d)${EXT}`, 'giu'),
);
const CUES = cueWords(
  'phones?|hm|wk|cell(?:ular)?|cel1?|ce1l|ph|mobile|telephone|te[l1]|landline|call|text|texts|fax|home|work|ring|contact|pager|whatsapp',
  "(?:mom|dad|mother|father|aunt|uncle|grandma|her|his|my|their)(?:['’]?s)?(?: cell)? (?:number|phone)",
  '(?:grand(?:ma|pa|mother|father)|gma|gram|nana|mom|dad|mother|father|aunt|uncle|guardian|parent|mam[aá]|pap[aá]|abuel[oa]|t[ií][oa]),?',
  'tel[eé]fono|celular|m[oó]vil|ll[aá]me(?:me|nos)?|llamar|marque',
);
const DIGITS = reader(
  /(?:(?:me|us|her|him|them|mom|dad|at|her at|me at|number|al|a|to) )?(?:\+?1[ .-]?)?(?:[2-9]\d{9}|\d{3}[ .-]\d{4}|\d{2}[ .-]?\d{4}[ .-]?\d{4})(?![\p{N}]|[.-]\d)/iuy,
);
const TEN = finder(/(?<=(?:at|al|[:–-]) )[2-9]\d{2}[2-9]\d{6}(?!\p{N}|[.-]\d)/gu);
const EXTENSION = finder(
  /(?<![\p{L}\p{N}])(?:(?:ext(?:\.|ension)?|extensi[oó]n|x|dial)(?: (?:is|es))?(?: la)?[ :]{0,2})(?<value>\d{3,5})(?![\p{L}\p{N}]|[.,:/-]\d)/dgiu,
);
const WORD =
  '(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|double|triple|\\d)';
const DICTATED = finder(
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${WORD}|\\d{3})(?:(?:, ?| dash | |-)(?:${WORD}|\\d{3,4})(?![\\p{L}\\p{N}])){4,12}`,
    'giu',
  ),
);
/** Desks answer at an extension too; it is somebody's own beside a name. */
const OFFICE =
  /(?:office|desk|counselor|counseling|coordinator|attendance|library|front|tech|line)[^\n]{0,12}$/i;
const NAMED = /\p{Lu}\p{Ll}+|(?:my|mi|mine|nurse|hall|ext|[Pp]hone|PHONE)(?![\p{L}])/u;
/** What such digits can also be. */
const NO_PHONE =
  /(?:score|code|part|item|order|model|isbn|serial|sku|lot|total)(?: (?:number|no\.|was|is|of|#))?[: #]{0,2}$/i;
/** National crisis, poison and city lines, and toll-free numbers: no private person answers. */
const PUBLIC = /^(?:\+?1[ .-]?)?\(?8(?:00|33|44|55|66|77|88)(?!\d)|^(?:\+?1[ .-]?)?\(?900(?!\d)/;
const MADE_UP = /^\(?(?:123[ .)-]{1,2}456[ .-]7890|(\d)\1\1[ .)-]{1,2}\1{3}[ .-]\1{4})$/;

/** How many digits a dictated number has. */
function spokenDigits(text: string): number {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .reduce((n, w, i, all) => {
      if (/^\d+$/.test(w)) return n + w.length;
      if (w === 'dash' || w === '') return n;
      if (w === 'double' || w === 'triple') return n + (w === 'double' ? 1 : 2);
      return n + (all[i] ? 1 : 0);
    }, 0);
}

/** Phone numbers of the US and, after a plus, of other countries; extensions after a cue; dictated numbers. */
export const phone: Recognizer = {
  id: 'phone',
  categories: ['phone'],
  description: 'Phone numbers and extensions.',
  find(doc) {
    const { text } = doc;
    const found = [];
    const take = (start: number, value: string, score: number) => {
      if (NO_PHONE.test(text.slice(Math.max(0, start - 24), start))) return;
      if (PUBLIC.test(value) || MADE_UP.test(value)) return;
      if (value.replace(/\D/g, '').length < 5) return;
      found.push(candidate('phone', start, start + value.length, score, 'shape'));
    };
    for (const match of FULL(doc)) take(match.index, match[0], 0.95);
    for (const match of FOREIGN(doc)) {
      const digits = match[0].replace(/\D/g, '').length;
      if (digits >= 9 && digits <= 15) take(match.index, match[0], 0.9);
    }
    for (const match of TEN(doc)) take(match.index, match[0], 0.75);
    for (const match of BRACKETED(doc)) take(match.index, match[0], 0.85);
    for (const match of LOCAL(doc)) take(match.index, match[0], 0.85);
    for (const match of DICTATED(doc)) {
      const digits = spokenDigits(match[0]);
      const words = match[0].match(/\p{L}{3,}/gu)?.length ?? 0;
      if (digits === 10 || digits === 11 || (digits === 7 && /^five five five|^555/i.test(match[0])))
        if (words >= 3 || /^\d, ?|^\d \d \d/.test(match[0])) {
          found.push(candidate('phone', match.index, match.index + match[0].length, 0.9, 'shape'));
        }
    }
    for (const span of afterCue(doc, CUES, DIGITS)) {
      const lead = /^[a-z ]+ /i.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
      if (!PUBLIC.test(text.slice(span.start + lead, span.end)))
        found.push(candidate('phone', span.start + lead, span.end, 0.85, 'after-cue'));
    }
    for (const match of EXTENSION(doc)) {
      const [start, end] = match.indices!.groups!.value!;
      const before = text[match.index - 1] ?? ' ';
      // "3 x 100" is a product, "x4417" and "x 2231" after a word are extensions.
      const product =
        /^x/i.test(match[0]) && /[\d=*(]\s{0,2}$/.test(text.slice(Math.max(0, match.index - 4), match.index));
      const year = /^(?:19|20)\d\d$/.test(text.slice(start, end));
      const near = text.slice(Math.max(0, match.index - 45), match.index).replace(/^.*\n/s, '');
      if (OFFICE.test(near) || !NAMED.test(near)) continue;
      if (
        !product &&
        !(year && /^x/i.test(match[0])) &&
        before !== '=' &&
        !/^\s{0,2}[=+*]/.test(text.slice(end, end + 3))
      )
        found.push(candidate('phone', start, end, 0.8, 'after-cue'));
    }
    found.push(
      ...at(
        underHeading(doc, /(?:phone|cell|mobile|\btel\b|tel[eé]fono|celular)/, anyOf(DIGITS)),
        'phone',
        0.9,
      ),
    );
    return found;
  },
};
