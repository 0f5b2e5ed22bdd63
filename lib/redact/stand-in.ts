/** Invented names for real ones (`stand-ins.json`). */
import type { Span } from '../detect/finding.ts';
import { pluralOf } from './label-at.ts';
import { FAMILY, partsOf, TITLE } from './name-at.ts';
import pool from './stand-ins.json' with { type: 'json' };

/** Which kind of name is wanted: of a person who is called by a title and a surname alone, or of a family, a surname. */
export type StandInKind = 'any' | 'surname';

/** To find a first and a last name that were never given together. */
const MOST_TRIES = 20;
/** Longer than any title. In UTF-16 units. */
const TITLE_REACH = 24;

/** Which kind of name the mentions of a person want. */
export function standInKind(text: string, mentions: Span[]): StandInKind {
  const isSurname = mentions.some((mention) => {
    const before = text.slice(Math.max(0, mention.start - TITLE_REACH), mention.start);
    return TITLE.test(before) || meansFamily(before, text.slice(mention.start, mention.end));
  });
  return isSurname ? 'surname' : 'any';
}

/** Whether a mention is of a family: "the Nguyens", "los Pérez". */
export function meansFamily(before: string, mention: string): boolean {
  return FAMILY.test(before) && (/s$/i.test(mention) || /l[oa]s[ \t\u00a0]+$/i.test(before));
}

/** A stand-in and the fullest form of the name that it stands in for. */
export interface StandIn {
  name: string;
  original: string;
}

/** The words of texts, in the form in which `standInFor` compares them. */
export function nameWords(texts: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of fold(text).matchAll(/\p{L}+/gu)) words.add(word);
  return words;
}

/**
 * An invented name: a first and a last name, or for a name of one word that alone. Null where the pool has no
 * name left, so that a label is needed.
 * @param original the real name, in either order
 * @param taken words that may not stand in it: of the draft, the class list, the names and stand-ins of others
 * @param random gives numbers from 0 to 1, so that the order of the pool says nothing about a class
 * @param used stand-ins of earlier sessions and their words: none is given again, and a word of one only where no other is left
 */
export function standInFor(
  original: string,
  taken: ReadonlySet<string>,
  random: () => number,
  kind: StandInKind = 'any',
  used: { words: ReadonlySet<string>; names: readonly string[] } = { words: new Set(), names: [] },
): string | null {
  const own = nameWords([original]);
  const pick = (names: string[], isAgain: boolean) => {
    const free = names.filter((name) => !taken.has(fold(name)) && !own.has(fold(name)));
    const unused = free.filter((name) => !used.words.has(fold(name)));
    const from = unused.length > 0 || !isAgain ? unused : free;
    return from[Math.floor(random() * from.length)];
  };
  const isOneWord = partsOf(original).last === '';
  if (isOneWord) return pick(kind === 'surname' ? pool.last : pool.first, false) ?? null;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [first, last] = [pick(pool.first, true), pick(pool.last, true)];
    if (first === undefined || last === undefined) return null;
    if (!used.names.includes(`${first} ${last}`)) return `${first} ${last}`;
  }
  return null;
}

/**
 * Whether a stand-in can stand in a draft: no word of it is there already, or all of it is, as in an answer that holds it.
 * @param words of the draft
 */
export function fitsDraft(standIn: string, draft: string, words: ReadonlySet<string>): boolean {
  const own = [...nameWords([standIn])];
  if (!own.some((word) => words.has(word))) return true;
  return own.length > 1 && fold(draft).includes(fold(standIn));
}

/**
 * A stand-in in the form in which the real name is mentioned: "Lopez, Maya" as "Corvell, Tamsin", "Maya" as "Tamsin",
 * "M. Lopez" as "T. Corvell", "Lopezes" as "Corvells". What is no form that is known gets the whole stand-in.
 * @param original the fullest form of the real name
 */
export function standInForm(standIn: string, original: string, mention: string): string {
  const real = partsOf(original);
  const { first, last } = partsOf(standIn);
  if (last === '') return standIn;
  const said = fold(mention).trim();
  const [realFirst, realLast] = [fold(real.first), fold(real.last)];
  if (said === realFirst) return first;
  if (said === realLast) return last;
  if (said === fold(pluralOf(real.last))) return pluralOf(last);
  if (/^[^,]+,\s*\p{L}/u.test(said) && partsOf(mention).first !== '') return `${last}, ${first}`;
  if (said.replace(/^(\p{L})\.?\s*/u, '$1 ') === `${realFirst[0]} ${realLast}`) return `${first[0]}. ${last}`;
  if (said.replace(/\.$/, '') === `${realFirst} ${realLast[0]}`) return `${first} ${last[0]}.`;
  return standIn;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
