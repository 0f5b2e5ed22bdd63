/** Invented names for real ones (`stand-ins.json`). */
import { partsOf } from './name-at.ts';
import pool from './stand-ins.json' with { type: 'json' };

/**
 * An invented name: a first and a last name, or for a name of one word a first name alone. Null where the pool has no
 * first name left, so that a label is needed.
 * @param original the real name, in either order
 * @param taken texts of which it shares no word: the draft, the class list, the stand-ins that others have
 * @param random gives numbers from 0 to 1, so that the order of the pool says nothing about a class
 */
export function standInFor(original: string, taken: Iterable<string>, random: () => number): string | null {
  const words = new Set<string>();
  for (const text of [original, ...taken]) {
    for (const [word] of fold(text).matchAll(/\p{L}+/gu)) words.add(word);
  }
  const pick = (names: string[]) => {
    const free = names.filter((name) => !words.has(fold(name)));
    return free[Math.floor(random() * free.length)];
  };
  const first = pick(pool.first);
  if (first === undefined || partsOf(original).last === '') return first ?? null;
  const last = pick(pool.last);
  return last === undefined ? null : `${first} ${last}`;
}

/**
 * A stand-in in the form in which the real name is mentioned: "Lopez, Maya" as "Corvell, Tamsin", "Maya" as "Tamsin",
 * "M. Lopez" as "T. Corvell". What is no form that is known gets the whole stand-in.
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
  if (/^[^,]+,\s*\p{L}/u.test(said) && partsOf(mention).first !== '') return `${last}, ${first}`;
  if (said.replace(/^(\p{L})\.?\s*/u, '$1 ') === `${realFirst[0]} ${realLast}`) return `${first[0]}. ${last}`;
  if (said.replace(/\.$/, '') === `${realFirst} ${realLast[0]}`) return `${first} ${last[0]}.`;
  return standIn;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
