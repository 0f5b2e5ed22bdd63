/**
 * What a text says, whatever it is written with: letters in one form, no invisible characters, plain spaces, quotes and
 * hyphens. Recognizers read the normalized text; its places are mapped back to the text that was given.
 */
import { type Edit, type Rewritten, rewritten, unchanged } from './rewritten.ts';

/** Invisible: zero-width characters, soft hyphens, direction marks, variation selectors. */
const IGNORED = '\\p{Default_Ignorable_Code_Point}';
/** Marks that join the character before, with the half-width sound marks of Japanese. */
const MARK = '[\\p{M}\\uff9e\\uff9f]';
/** What may need no look: ASCII, letters with no other form, common punctuation that stays. */
const PLAIN =
  '\\0-\\x9f¡-¬®-³µ-ÿ\\u0100-\\u0131\\u0134-\\u013e\\u0141-\\u0148\\u014a-\\u017e\\u018f-\\u01c3\\u0400-\\u0481\\u048a-\\u052f\\u05d0-\\u05ea' +
  '\\u0620-\\u064a\\u1e00-\\u1e99\\u1ea0-\\u1eff–—•→←≤≥≠≈□☐✓\\u3041-\\u3096\\u30a1-\\u30fa\\u3400-\\u9fff\\uac00-\\ud7a3';
const NOT_PLAIN = new RegExp(`[^${PLAIN}]|\\d[–—]\\d`, 'u');
/**
 * What is folded as one: a decomposed Hangul syllable, a character with its marks, or a character that is not plain.
 * No more than 30 marks, the limit of the Stream-Safe Text Format (Unicode Standard Annex 15, section 13): putting more
 * of them in order takes time that is not linear.
 */
const UNIT = new RegExp(
  `[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?|[^](?:${IGNORED}{0,8}${MARK}){1,30}|(?<=\\d)[–—](?=\\d)|${IGNORED}+|[^${PLAIN}]`,
  'gu',
);
const ALL_IGNORED = new RegExp(IGNORED, 'gu');
/** Letters and digits have compatibility forms that say the same. Not so superscripts, fractions and signs: "5½" is not "51/2". */
const FOLDED =
  /^[\p{L}\p{M}\p{Nd}\p{Nl}\u2024-\u2026\u24b6-\u24e9\ufe50-\ufe6f\uff01-\uffef\u{1f130}-\u{1f149}]/u;
const SPACES = /\p{Zs}/gu;
/** Recognizers and the corpus know the plain ones. Between words a dash is no hyphen; between digits it is. */
const PLAIN_MARKS = new Map(
  Object.entries({ "'": '‘’‚‛′´＇', '"': '“”„‟″＂', '-': '‐‑‒–—−﹣－' }).flatMap(([plain, others]) =>
    [...others].map((other) => [other, plain] as const),
  ),
);

function fold(unit: string): string {
  const mark = PLAIN_MARKS.get(unit);
  if (mark) return mark;
  const visible = unit.replace(ALL_IGNORED, '');
  const spaced = visible.replace(SPACES, ' ');
  return spaced.length > 1 || FOLDED.test(spaced) ? spaced.normalize('NFKC') : spaced;
}

/** Any string is fine, lone surrogates too. Linear in its length; a text with nothing to fold comes back as it is. */
export function normalize(text: string): Rewritten {
  if (!NOT_PLAIN.test(text)) return unchanged(text);
  const edits: Edit[] = [];
  let shift = 0;
  const folded = text.replace(UNIT, (unit, start: number) => {
    const out = fold(unit);
    if (out.length !== unit.length || (out.length > 1 && out !== unit)) {
      const from = start + shift;
      shift += out.length - unit.length;
      edits.push({ from, to: from + out.length, start, end: start + unit.length });
    }
    return out;
  });
  return rewritten(folded, edits);
}
