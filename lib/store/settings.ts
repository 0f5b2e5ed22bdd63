/** Reads what the district and the teacher have set. Policy is computed on each read and never written back. */
import { browser } from 'wxt/browser';
import type { CopyNames } from '../copy-flow.ts';
import { type Corrections, type Me, parseCorrections, parseMe } from '../policy/corrections.ts';
import { POLICY_FIELDS } from '../policy/fields.ts';
import { type Layers, mergePolicies } from '../policy/merge.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { EffectivePolicy, Policy } from '../policy/policy.ts';
import { changedList } from '../policy/rule-choices.ts';
import { serialQueue } from './serial.ts';

const TEACHER = 'policy';
/** Who the teacher is: names, e-mail addresses and phone numbers that are not asked about. */
const ME = 'me';
/** What the teacher has said of names for good. */
const CORRECTIONS = 'corrections';
/** What the district said when it was last read. A browser takes seconds to read its policies at start. */
const LAST_DISTRICT = 'last-district-policy';
const queue = serialQueue();

/** What is in force of a policy. Packs may be large, and every guard would carry them. */
const IN_FORCE = POLICY_FIELDS.filter((field) => field !== 'packs');

/**
 * What the district manages; nothing where there is no policy (Firefox rejects then). In: which fields; null for
 * everything, also what is no field.
 */
export async function readDistrict(fields: string[] | null = IN_FORCE): Promise<unknown> {
  try {
    return await browser.storage.managed.get(fields);
  } catch {
    return {};
  }
}

/** What of the teacher's makes a policy. */
const OWN = [TEACHER, ME, CORRECTIONS];

async function readTeacher(): Promise<Omit<Layers, 'district'>> {
  return asLayers(await browser.storage.local.get(OWN));
}

function asLayers({ [TEACHER]: teacher, [ME]: me, [CORRECTIONS]: corrections }: Record<string, unknown>) {
  return { teacher: teacher ?? {}, me, corrections };
}

/** What the teacher has set, as it is stored: a policy of the teacher's own. Each field may be missing. */
export async function readTeacherPolicy(): Promise<Partial<Policy>> {
  return parsePolicy((await readTeacher()).teacher).policy;
}

export async function readMe(): Promise<Me> {
  return parseMe((await readTeacher()).me);
}

/** Changes what the teacher has set. In: from the settings as they are stored, of any shape, to the new ones. Guards hear of it. */
export function changeTeacherPolicy(change: (stored: unknown) => object): Promise<void> {
  return queue(async () => browser.storage.local.set({ [TEACHER]: change((await readTeacher()).teacher) }));
}

/** Changes who the teacher is. On this machine only. */
export function changeMe(change: (me: Me) => Me): Promise<void> {
  return queue(async () => browser.storage.local.set({ [ME]: change(await readMe()) }));
}

/** What the teacher has said of names for good, whether the policy lets it count or not. */
export async function readCorrections(): Promise<Corrections> {
  return parseCorrections((await readTeacher()).corrections);
}

/** Changes what the teacher has said of names for good. On this machine only. Guards hear of it. */
export function changeCorrections(change: (now: Corrections) => Corrections): Promise<void> {
  return queue(async () => browser.storage.local.set({ [CORRECTIONS]: change(await readCorrections()) }));
}

/** Adds to what the teacher has said of names for good. */
export function addToCorrections(more: Corrections): Promise<void> {
  return changeCorrections((now) => ({
    never: changedList(now.never, more.never, []),
    keep: changedList(now.keep, more.keep, []),
  }));
}

/** The policy that would be in force without the teacher's settings. */
export async function readBasePolicy(): Promise<EffectivePolicy> {
  return mergePolicies({ district: await readDistrict(), teacher: {} });
}

/** What the district and the teacher say, whole and as it is written, for pages that tell what is wrong with it. */
export async function readLayers(): Promise<Layers> {
  const [district, own] = await Promise.all([readDistrict(null), readTeacher()]);
  return { district, ...own };
}

/** The policy in force now. Waits for the browser to have read its policies. */
export async function readPolicy(): Promise<EffectivePolicy> {
  const [district, own] = await Promise.all([readDistrict(), readTeacher()]);
  return mergePolicies({ district, ...own });
}

/**
 * The policy by which texts are looked at that others will read: what the teacher has loosened for a paste holds here as it
 * usually does. Words that are never asked about or never a name, and the teacher's own name, stay.
 */
export async function readSharedPolicy(): Promise<EffectivePolicy> {
  const [now, base] = await Promise.all([readPolicy(), readBasePolicy()]);
  const { rules, minScore } = base.policy;
  const never = now.corrections?.never ?? [];
  return { ...now, policy: { ...now.policy, rules, minScore }, corrections: { never, keep: [] } };
}

/**
 * Calls `tell` with the policy in force, now and after each change: a managed policy may come late, or live. Just
 * after the browser's start the first call may hold what the district said last time.
 */
export async function watchPolicy(tell: (policy: EffectivePolicy) => void): Promise<void> {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || (area === 'local' && OWN.some((key) => key in changes)))
      void readPolicy().then(tell);
  });
  let read = false;
  const current = readPolicy().then((policy) => {
    read = true;
    tell(policy);
  });
  const { [LAST_DISTRICT]: district, ...own } = await browser.storage.local.get([LAST_DISTRICT, ...OWN]);
  if (!read && district) tell(mergePolicies({ district, ...asLayers(own) }));
  return current;
}

/** What the district said when it was last read; nothing where it was never read. */
export async function readLastDistrict(): Promise<unknown> {
  return (await browser.storage.local.get(LAST_DISTRICT))[LAST_DISTRICT];
}

/** Keeps a copy of what the district says for the first paste after the next start. Background only. */
export async function rememberDistrict(): Promise<void> {
  await browser.storage.local.set({ [LAST_DISTRICT]: await readDistrict() });
}

const HIDE = 'hide-details';

/** Whether names are shown as dots until they are pointed at, for a room that can see the screen. */
export async function readHideDetails(): Promise<boolean> {
  return (await browser.storage.local.get(HIDE))[HIDE] === true;
}

export async function writeHideDetails(hide: boolean): Promise<void> {
  await browser.storage.local.set({ [HIDE]: hide });
}

const KEEP_LINE = 'keep-line';

/** Whether a text with labels gets the line that asks an AI to keep them. */
export async function readKeepLine(): Promise<boolean> {
  return (await browser.storage.local.get(KEEP_LINE))[KEEP_LINE] === true;
}

export async function writeKeepLine(on: boolean): Promise<void> {
  await browser.storage.local.set({ [KEEP_LINE]: on });
}

const COPY = 'copy-names';

const asCopyNames = (raw: unknown): CopyNames => (raw === 'names' || raw === 'labels' ? raw : 'ask');

/** How answers are copied. */
export async function readCopyNames(): Promise<CopyNames> {
  return asCopyNames((await browser.storage.local.get(COPY))[COPY]);
}

export async function writeCopyNames(mode: CopyNames): Promise<void> {
  await browser.storage.local.set({ [COPY]: mode });
}

/** Calls `tell` with how answers are copied, now and after each change. */
export async function watchCopyNames(tell: (mode: CopyNames) => void): Promise<void> {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && COPY in changes) tell(asCopyNames(changes[COPY]?.newValue));
  });
  tell(await readCopyNames());
}

/** Adds to what is known of the teacher. */
export function addToMe(more: Me): Promise<void> {
  const both = (a: string[], b: string[]) => [...new Set([...a, ...b])];
  return changeMe((me) => ({
    names: both(me.names, more.names),
    emails: both(me.emails, more.emails),
    phones: both(me.phones, more.phones),
  }));
}
