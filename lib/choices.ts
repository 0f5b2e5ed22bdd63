/**
 * What a teacher has chosen in one conversation, and what of a draft still has to be asked. Pure: the background keeps
 * the memory, and both it and the review page ask here.
 */
import { type Alarm, isAlarm, isAlarmAction } from './policy/decide.ts';
import { isDirect, isSensitive } from './policy/defaults.ts';
import type { Decision } from './policy/policy.ts';
import type { LookedUp } from './redact/vault.ts';
import type { Item } from './review-plan.ts';

export type Choice = 'swap' | 'keep';

/** The choices of one conversation, by label: it holds no name. */
export interface Memory {
  choices: Record<string, Choice>;
  /** How often in a row `Use swapped text` was pressed and nothing changed. */
  streak: number;
  /** Whether names are swapped without asking. It is offered once, and only the teacher turns it on. */
  withoutAsking: 'no' | 'offered' | 'yes';
  /** A text of it had the line that asks to keep labels. */
  lineAdded?: boolean;
}

export const NO_MEMORY: Memory = { choices: {}, streak: 0, withoutAsking: 'no' };

/** After so many unchanged reviews in a row the review offers to swap names without asking. */
const OFFER_AFTER = 3;
/** How sure a new name or number must be to be swapped without asking. */
const SURE = 0.9;
/** What always opens a review, also where it was chosen before. */
const ALWAYS_ASKED = new Set(['government-id', 'financial-account', 'secret', 'safety']);

/**
 * Items with what was chosen for them before. In: the items of a draft, whom each is to the vault, the memory. Out: the
 * items with `chosen`, with `which` where the name fits more than one, and with the choice they then start with.
 */
export function recall(items: Item[], lookedUp: Map<string, LookedUp>, memory: Memory): Item[] {
  return items.map((item) => {
    const found = lookedUp.get(item.key);
    if (!found) return item;
    const which =
      item.which.length > 0
        ? item.which
        : found.several.map(({ surrogate, original }) => ({ to: surrogate, name: original }));
    // What the teacher has just said of it goes before what was chosen for the name.
    const said = item.as !== undefined || item.apart;
    const chosen = found.surrogate && !said ? (memory.choices[found.surrogate] ?? null) : null;
    const swap = item.fixed || (chosen === null ? item.swap : chosen === 'swap');
    const as = chosen !== null && found.surrogate ? { as: found.surrogate } : {};
    return { ...item, ...as, which, chosen, swap };
  });
}

/** What else a draft carries beside its words. */
export interface Beside {
  hidden: Alarm;
  files: boolean;
}

/**
 * Whether a draft with alarms has to be reviewed. In: its items after `recall`, its decisions, the memory. What the rules
 * swap in any case (`redact`) asks nothing; `block` always does, and so do a roster with somebody new, a government id,
 * an account, a secret, a matter of safety, a sensitive statement about a person, and a name that fits two people.
 */
export function mustAsk(
  items: Item[],
  decisions: Decision[],
  memory: Memory,
  { hidden, files }: Beside,
): boolean {
  if (files || decisions.some(({ action }) => action === 'block')) return true;
  // The words behind a link are left out with the formatting, but only where something is swapped.
  if (hidden !== 'none' && !items.some(({ swap }) => swap)) return true;
  const roster = decisions.some((one) => one.finding.category === 'roster' && isAlarm(one));
  return items.some((item) => {
    if (!isAlarmAction(item.action) || item.action === 'redact') return false;
    if (ALWAYS_ASKED.has(item.category) || isSensitive(item.category) || item.which.length > 0) return true;
    if (item.chosen) return false;
    const byItself =
      memory.withoutAsking === 'yes' && !roster && isDirect(item.category) && item.score >= SURE;
    return !byItself;
  });
}

/** Whether a review shall offer to swap names without asking from now on. */
export function mayOffer(memory: Memory): boolean {
  return memory.withoutAsking === 'no' && memory.streak >= OFFER_AFTER;
}

/** How a review ended, for the memory. */
export interface Ended {
  /** By label; see `choicesOf`. */
  choices: Memory['choices'];
  /** Nothing was changed in the review. */
  unchanged: boolean;
  /** Whether names are swapped without asking from now on, or it was offered in this review; null where neither. */
  withoutAsking: 'offered' | 'yes' | null;
  /** The text has the line that asks to keep labels. */
  lineAdded?: boolean;
}

/** What is remembered of the items of a review: everything that it stops for or swaps, but no sensitive statement. */
export function choicesOf(items: Item[]): Memory['choices'] {
  const labelled = items.filter(({ label, category }) => label !== null && !isSensitive(category));
  const chosen = labelled.filter((item) => isAlarmAction(item.action) || item.swap || item.chosen !== null);
  return Object.fromEntries(chosen.map(({ label, swap }) => [label, swap ? 'swap' : 'keep']));
}

/** The memory after a review. */
export function remembered(memory: Memory, { choices, unchanged, withoutAsking, lineAdded }: Ended): Memory {
  return {
    choices: { ...memory.choices, ...choices },
    streak: unchanged ? memory.streak + 1 : 0,
    withoutAsking: withoutAsking ?? memory.withoutAsking,
    ...((lineAdded || memory.lineAdded) && { lineAdded: true }),
  };
}
