/** Looks for student details in what is shared with colleagues. */
import type { ListDigest } from './class-list/digest.ts';
import type { Detector } from './detect/detect.ts';
import { patternsOf } from './lazy-patterns.ts';
import { type Pack, wordsOfEntry } from './learn/pack.ts';
import { decide, isAlarm } from './policy/decide.ts';
import { isDocument } from './policy/defaults.ts';
import { addKnown } from './policy/known.ts';
import type { Decision, EffectivePolicy } from './policy/policy.ts';

/** The words in a text that may point to a student, as they stand there, each once. `digest`: of the class lists, if any. */
export async function detailsIn(
  text: string,
  detector: Detector,
  policy: EffectivePolicy,
  digest: ListDigest | null,
): Promise<string[]> {
  const known = { digest, kindOf: detector.kindOfWord, patterns: await patternsOf(policy) };
  const findings = addKnown(text, detector.detect(text), policy, known);
  return alarmWords(text, decide(text, findings, policy));
}

/** The words of the decisions that would stop a paste, each once. */
export function alarmWords(text: string, decisions: Decision[]): string[] {
  const found = decisions
    .filter(isAlarm)
    .map(({ finding }) => finding)
    .filter(({ category }) => !isDocument(category));
  return [...new Set(found.map(({ span }) => text.slice(span.start, span.end)))];
}

export interface Named {
  /** What tells the entry from others: its title or idea. */
  entry: string;
  /** The words that may point to a student. */
  words: string[];
}

/**
 * Parts a pack. Out: the pack without the entries that may point to a student, and those entries. Who made it is not looked
 * at: that is a name on purpose. `breathe` is awaited between two entries, so that a page can draw.
 */
export async function sortOut(
  pack: Pack,
  look: (text: string) => Promise<string[]>,
  breathe: () => Promise<void>,
): Promise<{ clean: Pack; named: Named[] }> {
  const named: Named[] = [];
  const clean = async <T extends Pack['prompts'][number] | Pack['tips'][number]>(
    entries: T[],
  ): Promise<T[]> => {
    const good: T[] = [];
    for (const entry of entries) {
      const parts = wordsOfEntry(entry);
      const words = await look(parts.join('\n'));
      if (words.length > 0) named.push({ entry: parts[0], words });
      else good.push(entry);
      await breathe();
    }
    return good;
  };
  const prompts = await clean(pack.prompts);
  return { clean: { ...pack, prompts, tips: await clean(pack.tips) }, named };
}

/**
 * What may be taken in of a pack, and the entries that were left out. Null where the title itself may point to a student,
 * or nothing is left.
 */
export async function takeIn(
  pack: Pack,
  look: (text: string) => Promise<string[]>,
  breathe: () => Promise<void>,
): Promise<{ pack: Pack | null; named: Named[] }> {
  const { clean, named } = await sortOut(pack, look, breathe);
  const isEmpty = clean.prompts.length + clean.tips.length === 0;
  return { pack: isEmpty || (await look(pack.title)).length > 0 ? null : clean, named };
}
