/**
 * The labels of this browser session and whom they stand for. Pairs live in `storage.session` (memory); on disk are only
 * the next free numbers and, encrypted, the numbers of people on class lists. Any page of ours may read the pairs (content
 * scripts cannot read `storage.session`); only the background writes.
 */
import { browser } from 'wxt/browser';
import type { Alias, GivenAlias } from '../redact/alias.ts';
import { surelyLabels } from '../redact/unknown.ts';
import {
  type AliasRequest,
  aliasesOf,
  assignAliases,
  emptyVault,
  type LookedUp,
  lookUp,
  type VaultState,
} from '../redact/vault.ts';
import { givingNumbers, inTurn } from './label-numbers.ts';
import { listedFor, listedIn } from './listed-labels.ts';

const ENTRIES = 'vault';
/** On disk: the invented names that were ever given, and no word of for whom. */
const USED_NAMES = 'stand-ins-used';
/** Of 7,008 that there are. */
const MOST_USED = 4000;
/** When the labels were used last. */
const USED = 'vault-used';
/** When they are forgotten, where there is such a time: any reader can tell that without the policy. */
const UNTIL = 'vault-until';
const HOUR_MS = 3_600_000;

async function readEntries(now: Date): Promise<VaultState['entries']> {
  const { [ENTRIES]: entries, [UNTIL]: until } = await browser.storage.session.get([ENTRIES, UNTIL]);
  return typeof until === 'number' && now.getTime() >= until
    ? []
    : ((entries ?? []) as VaultState['entries']);
}

async function readUsed(): Promise<string[]> {
  return ((await browser.storage.local.get(USED_NAMES))[USED_NAMES] ?? []) as string[];
}

/** What is stored of a use. @param idleHours 0 where only the browser's end forgets labels */
const usedAt = (used: number, idleHours: number) => ({
  [USED]: used,
  [UNTIL]: idleHours > 0 ? used + idleHours * HOUR_MS : null,
});

/**
 * Gives each request its label: the one it has, or a new one.
 * @param draft may already hold labels, which are not used again
 * @param idleHours after how many hours without use labels are forgotten; 0 for never
 * @param names reads the names of the class lists, for invented names that are none of them
 */
export function assignLabels(
  requests: AliasRequest[],
  draft: string,
  idleHours = 0,
  names: () => Promise<string[]> = async () => [],
  now = new Date(),
): Promise<GivenAlias[]> {
  return givingNumbers(async (next, keep) => {
    const isInvented = requests.some(({ standIn }) => standIn);
    const [entries, listed, taken, used] = await Promise.all([
      ...[
        readEntries(now),
        listedFor(requests),
        isInvented ? names() : [],
        isInvented ? readUsed() : ([] as string[]),
      ],
    ] as const);
    const invention = { taken, used, random: Math.random };
    const { state, aliases } = assignAliases({ entries, next }, requests, draft, listed, invention);
    await keep(state.next);
    const made = aliases.flatMap(({ standIn }) => (standIn && !used.includes(standIn) ? [standIn] : []));
    // As a number: on disk before it can be in an answer.
    if (made.length > 0)
      await browser.storage.local.set({ [USED_NAMES]: [...used, ...new Set(made)].slice(-MOST_USED) });
    await browser.storage.session.set({ [ENTRIES]: state.entries, ...usedAt(now.getTime(), idleHours) });
    return aliases;
  });
}

/** Forgets whom all labels of this session stand for. Who is on a class list stays known by the list. */
export function forgetLabels(): Promise<void> {
  return inTurn(() => browser.storage.session.remove([ENTRIES, USED, UNTIL]));
}

/**
 * Notes a use of the labels, or, without one, that the time to forget them has changed or may be over.
 * @returns when they are forgotten if nobody uses them, in ms; null where never, or nothing is left to forget
 */
export function keepLabels(idleHours: number, isUse: boolean, now = new Date()): Promise<number | null> {
  return inTurn(async () => {
    const before = await browser.storage.session.get([ENTRIES, USED, UNTIL]);
    if (before[ENTRIES] === undefined) return null;
    const isOver = (until: unknown) => typeof until === 'number' && now.getTime() >= until;
    const used = usedAt(isUse ? now.getTime() : Number(before[USED] ?? now.getTime()), idleHours);
    // A use that comes too late brings nothing back.
    if (isOver(before[UNTIL]) || isOver(used[UNTIL])) {
      await browser.storage.session.remove([ENTRIES, USED, UNTIL]);
      return null;
    }
    await browser.storage.session.set(used);
    return used[UNTIL] ?? null;
  });
}

/** Who requests are to the labels of this session, without giving a label. `here`: the labels of the conversation. */
export async function lookUpLabels(
  requests: AliasRequest[],
  here: string[],
  now = new Date(),
): Promise<LookedUp[]> {
  const [entries, listed] = await Promise.all([readEntries(now), listedFor(requests)]);
  return lookUp({ ...emptyVault(), entries }, requests, new Set(here), listed);
}

/** Whom the labels and invented names in texts stand for: all of this session, and those of listed people that are in them. */
export async function labelsFor(texts: string[], now = new Date()): Promise<Alias[]> {
  const [entries, listed] = await Promise.all([readEntries(now), listedIn(texts)]);
  const names = new Map(listed.map(({ surrogate, original }) => [surrogate, original]));
  // What a list says of a name is newer.
  const ofSession = aliasesOf({
    entries: entries.map((entry) => ({ ...entry, original: names.get(entry.surrogate) ?? entry.original })),
  });
  const met = new Set(ofSession.map(({ surrogate }) => surrogate));
  // "Student 3" without brackets may be anybody's, such as in a word problem.
  const labels = listed.map(({ surrogate }) => surrogate).filter((label) => !met.has(label));
  const meant = new Set(texts.flatMap((text) => surelyLabels(String(text), labels)));
  return [...ofSession, ...listed.filter(({ surrogate }) => meant.has(surrogate))];
}

/** Listed people whose names a copy was given, though no draft of the session had named them. */
const GIVEN = 'listed-given';
/** More than a teacher of several classes has students in answers of one session. */
const MOST_GIVEN = 300;

/**
 * The same for a copy that a guard makes. A renderer that was broken into could ask for one number after the other: of people
 * whom no draft of this session has named it gets some, and never a school.
 */
export function labelsForCopy(texts: string[], now = new Date()): Promise<Alias[]> {
  return inTurn(async () => {
    const [labels, entries, stored] = await Promise.all([
      labelsFor(texts, now),
      readEntries(now),
      browser.storage.session.get(GIVEN),
    ]);
    const met = new Set(aliasesOf({ entries }).map(({ surrogate }) => surrogate));
    const given = new Set((stored[GIVEN] ?? []) as string[]);
    const allowed = labels.filter(({ surrogate }) => {
      if (met.has(surrogate) || given.has(surrogate)) return true;
      if (given.size >= MOST_GIVEN) return false;
      given.add(surrogate);
      return true;
    });
    await browser.storage.session.set({ [GIVEN]: [...given] });
    return allowed;
  });
}
