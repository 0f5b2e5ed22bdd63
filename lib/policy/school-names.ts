/** The schools of a district, in a text. */
import type { Span } from '../detect/finding.ts';
import { keyOf, wordFinder } from './word-finder.ts';

const KIND =
  '(?:(?:elementary|elem\\.?|middle|(?:junior |senior )?high|prep|k-?8|k-?12)(?: school)?|(?:(?:primary|secondary|intermediate|charter|magnet|technical|montessori|day) )?(?:school|academy))';
const KIND_BEFORE =
  '(?:escuela|colegio|instituto|liceo|primaria|secundaria|preparatoria)(?: (?:primaria|secundaria|preparatoria))?(?: de)?';
/** "Oak Middle School", "Academy of Arts", "PS 118", "Escuela Benito Juárez": nothing else is called so. */
const SAYS_SCHOOL = new RegExp(
  `(?<!\\p{L})(?:${KIND}|[emh]s|center|institute|college|campus|\\d+)$|(?<!\\p{L})(?:school|academy)(?!\\p{L})|^${KIND_BEFORE} `,
  'iu',
);
const BEHIND = new RegExp(`\\s+${KIND.replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}_])`, 'iuy');
/** In capitals only: "es" is a Spanish word. */
const BEHIND_IN_SHORT = /\s+[EMH]S(?![\p{L}\p{N}_])/uy;
const BEFORE = new RegExp(`(?<![\\p{L}\\p{N}_])${KIND_BEFORE.replaceAll(' ', '\\s+')}\\s+$`, 'iu');
/** The longest of what may stand before a name. */
const BEFORE_REACH = 40;

export interface FoundSchool {
  span: Span;
  /** The same for all forms of one school's name. */
  key: string;
}

/**
 * Makes a finder of schools. In: their names. Out: from a text to their places, in its order, in any case, with or without
 * a "School" at the end. A name that says nothing of a school is found beside a word that does only: a school may be called
 * Lincoln, and a text be about Abraham Lincoln.
 */
export function schoolFinder(names: string[]): (text: string) => FoundSchool[] {
  /** From the form that is looked for to the name. */
  const forms = new Map<string, { key: string; bare: boolean }>();
  for (const key of names.map(keyOf)) {
    forms.set(key, { key, bare: !SAYS_SCHOOL.test(key) });
    const short = key.replace(/ school$/, '');
    if (short !== key && SAYS_SCHOOL.test(short)) forms.set(short, { key, bare: false });
  }
  const find = wordFinder(forms.keys());
  return (text) =>
    find(text).flatMap(({ span, key: form }) => {
      const { key, bare } = forms.get(form)!;
      const behind = Math.max(lengthAt(BEHIND, text, span.end), lengthAt(BEHIND_IN_SHORT, text, span.end));
      const lead = text.slice(Math.max(0, span.start - BEFORE_REACH), span.start);
      const before = BEFORE.exec(lead)?.[0].length ?? 0;
      if (bare && behind + before === 0) return [];
      return [{ span: { start: span.start - before, end: span.end + behind }, key }];
    });
}

/** How long a match of a sticky expression at a place is. */
function lengthAt(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.exec(text)?.[0].length ?? 0;
}
