/** Reads what a teacher types into a list of names, addresses or words. */

/** What a list holds. */
export type EntryKind = 'name' | 'email' | 'phone' | 'term';

export interface BadEntry {
  text: string;
  /** It is none of its kind, is on the list already, or stands on the list that says the opposite. */
  problem: EntryKind | 'twice' | 'other';
}

/** Longer than any name or phrase: somebody has pasted a text. */
const LONGEST = 100;

/**
 * Reads entries, one a line. In: what was typed; what the list holds; what its opposite holds, where it has one.
 * Out: the good ones, ready to store, and the others with what is wrong. Empty lines are left out.
 */
export function readEntries(
  input: string,
  kind: EntryKind,
  listed: string[],
  opposite: string[] = [],
): { good: string[]; bad: BadEntry[] } {
  const good: string[] = [];
  const bad: BadEntry[] = [];
  for (const line of input.split(/\r\n|\n|\r/)) {
    const text = line.normalize('NFC').replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    const isOn = (list: string[]) => list.some((one) => one.toLowerCase() === text.toLowerCase());
    if (!FITS[kind](text) || text.length > LONGEST) bad.push({ text, problem: kind });
    else if (isOn([...listed, ...good])) bad.push({ text, problem: 'twice' });
    else if (isOn(opposite)) bad.push({ text, problem: 'other' });
    else good.push(text);
  }
  return { good, bad };
}

const FITS: Record<EntryKind, (text: string) => boolean> = {
  name: (text) => count(text, /\p{L}/gu) >= 2 && !/[\d@]/.test(text),
  email: (text) => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text),
  // Seven digits are a number without its area code; fifteen are the most there are (ITU-T E.164).
  phone: (text) => /^[\d\s()+./-]+$/.test(text) && count(text, /\d/g) >= 7 && count(text, /\d/g) <= 15,
  // One letter would be found all over a text.
  term: (text) => count(text, /[\p{L}\p{N}]/gu) >= 2,
};

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
