/** Which label stands for whom. Pure state: the browser store and the command line keep it. */
import type { CategoryId } from '../detect/category.ts';
import type { Role } from '../detect/finding.ts';
import type { Alias, GivenAlias } from './alias.ts';
import { fullness, hasSameEnds, isFullName, isShortFor, maySame, nameKey, valueKey } from './identity.ts';
import { LABEL_KINDS, type LabelKind, labelsIn } from './labels.ts';
import { partsOf } from './name-at.ts';
import { fitsDraft, nameWords, type StandInKind, standInFor } from './stand-in.ts';
import { surelyLabels } from './unknown.ts';

/** A label and whom it stands for. Holds real text: never on disk. */
interface VaultEntry {
  /** Somebody who is listed, and whom no draft of the session has named yet. Such an entry is not kept. */
  unmet?: boolean;
  surrogate: string;
  kind: LabelKind;
  category: CategoryId;
  /** The fullest form seen. */
  original: string;
  /** Comparison keys of the forms by which it is known again. */
  keys: string[];
  /** The invented name of a person who was given one. */
  standIn?: string;
  /** A word of it has stood for somebody else in an earlier session. */
  whole?: boolean;
}

/** `next` is the next free number of each kind: numbers and no names. It only ever rises. */
export interface VaultState {
  entries: VaultEntry[];
  next: Record<LabelKind, number>;
}

/** Asks for the label of one person or value of a draft. */
export interface AliasRequest {
  entity: number;
  category: CategoryId;
  role?: Role;
  /** The texts of its mentions; at least one. */
  forms: string[];
  /** The label of whom it is here, by the teacher's own word. */
  as?: string;
  /** The teacher has said that all forms are one person in any text, so each of them is known again. */
  joined?: boolean;
  /** The teacher has said that it is nobody who is known by the same name. */
  apart?: boolean;
  /** Nobody has said yet whom the name means: it gets a label that stands for nobody else, now or later. */
  unsure?: boolean;
  /** An invented name is wanted too, of this kind. */
  standIn?: StandInKind;
}

/** What invented names are made with. */
export interface Invention {
  /** Texts of which they share no word, beside the draft and what the vault holds: the class lists. */
  taken: string[];
  /** Those that were ever given: answers of an earlier session may hold them. */
  used: readonly string[];
  /** Gives numbers from 0 to 1. */
  random(): number;
}

/** Somebody on a class list whom a draft may mean: with the label that is theirs from day to day. */
export interface ListedLabel {
  surrogate: string;
  /** The name as the list has it, which is what is put back. */
  original: string;
  /** The name of the class; tells two of one name apart. */
  of: string;
  /** Full names that are theirs, in any form. */
  forms: string[];
}

/** A vault that has given no label yet. */
export function emptyVault(): VaultState {
  return { entries: [], next: Object.fromEntries(LABEL_KINDS.map((k) => [k, 1])) as VaultState['next'] };
}

/** The word of a label. A person of unknown role is treated as a student. */
export function labelKind(category: CategoryId, role?: Role): LabelKind {
  switch (category) {
    case 'person-name':
      return role === 'family' || role === 'staff' || role === 'self' ? 'Adult' : 'Student';
    case 'email':
      return 'Email';
    case 'phone':
      return 'Phone';
    case 'address':
      return 'Address';
    case 'student-id':
    case 'government-id':
    case 'record-number':
      return 'ID';
    case 'financial-account':
      return 'Account';
    case 'username':
      return 'Username';
    case 'secret':
      return 'Password';
    case 'birth-date':
    case 'record-date':
      return 'Date';
    case 'school':
      return 'School';
    case 'link':
      return 'Link';
    case 'logistics':
      return 'Place';
    default:
      return 'Detail';
  }
}

/**
 * Gives each request its label. In: the vault, the requests in the order of the draft, the draft itself. Out: the
 * new vault and one alias for each request, in order; the given state is not changed.
 *
 * The same full form gets its earlier label: case, spaces and the encoding of letters do not matter, "Last, First" is
 * "First Last", and a middle name may be missing where only one person fits. A bare name ("Maya", "Maya L.", of an
 * adult "Lopez") gets the label it had as a bare name, else that of a full name of the same kind if the vault and this
 * draft hold exactly one that fits and the draft does not use it for somebody else. A full name never takes over the
 * label of a bare one. A number is given once; one whose label already stands in the draft is passed over. A name that
 * two people of the vault share gets a number of its own, which nobody is known by.
 *
 * A person is a student where the draft does not say who it is, unless only an adult is known by the full name.
 *
 * Who is listed is known by full names alone, and is in the new vault only where one of the aliases is theirs.
 *
 * A person keeps one stand-in, which shares no word with the draft, the vault or what is taken. Where a word of it stands in
 * a later draft as somebody else's, there is none for that draft.
 * @param listed people of class lists whom the requests may mean
 */
export function assignAliases(
  state: VaultState,
  requests: AliasRequest[],
  draft: string,
  listed: ListedLabel[] = [],
  invention: Invention = { taken: [], used: [], random: Math.random },
): { state: VaultState; aliases: GivenAlias[] } {
  const standing = labelsIn(draft);
  // A number that stands in the draft without brackets is somebody else's, such as of a student in a study.
  const free = listed.filter(
    ({ surrogate }) => !standing.has(surrogate.slice(1, -1)) || surelyLabels(draft, [surrogate]).length > 0,
  );
  const entries = withListed(state.entries, free);
  const next = { ...emptyVault().next, ...state.next };
  const wanted = requests.map((request) => asKnownAdult(entries, identify(request), request.role));
  const found = findAll(entries, wanted);
  const invent = inventor(entries, draft, invention);

  const aliases = wanted.map((w, i): GivenAlias => {
    const { as, joined, apart, unsure } = requests[i]!;
    const shared = sharers(entries, w).length > 1;
    // A form that came twice in this call has its entry by now.
    let entry = entries.find(({ surrogate }) => surrogate === as);
    if (!entry && !apart && !unsure) entry = found[i] ?? known(entries, w);
    const isNew = !entry;
    if (!entry) {
      while (standing.has(`${w.kind} ${next[w.kind]}`)) next[w.kind]++;
      const surrogate = `[${w.kind} ${next[w.kind]++}]`;
      entry = { surrogate, kind: w.kind, category: w.category, original: w.original, keys: [] };
      entries.push(entry);
    }
    entry.unmet = false;
    if (joined) {
      // Whoever was known by one of these forms is not meant by it from now on.
      const forms = requests[i]!.forms.map(nameKey);
      for (const other of entries.filter((one) => one !== entry && one.kind === w.kind)) {
        other.keys = other.keys.filter((key) => !forms.includes(key));
      }
      entry.keys = [...new Set([...entry.keys, ...w.keys, ...forms])];
    } else if (isNew ? !unsure && (!shared || apart) : !as && (!w.bare || sharers([entry], w).length > 0)) {
      // A bare name that was taken for a full one teaches nothing: it must be certain anew each time.
      entry.keys = [...new Set([...entry.keys, ...w.keys])];
      if (isBetter(w.original, entry.original)) entry.original = w.original;
    }
    const { surrogate, original } = entry;
    const standIn = requests[i]!.standIn;
    const alias = { surrogate, original, category: w.category, entity: w.entity };
    return standIn === undefined ? alias : { ...alias, standIn: invent(entry, standIn) };
  });
  const met = entries.flatMap(({ unmet, ...entry }) => (unmet ? [] : [entry]));
  return { state: { entries: met, next }, aliases };
}

/** @returns gives a person of the vault a stand-in, or the one that there is; null where none fits the draft */
function inventor(entries: VaultEntry[], draft: string, { taken, used, random }: Invention) {
  let words: { ofDraft: Set<string>; taken: Set<string>; used: Set<string> } | undefined;
  return (entry: VaultEntry, kind: StandInKind): string | null => {
    words ??= {
      ofDraft: nameWords([draft]),
      taken: nameWords([draft, ...taken, ...entries.flatMap((e) => [e.original, e.standIn ?? ''])]),
      used: nameWords(used),
    };
    if (entry.standIn === undefined) {
      const made = standInFor(entry.original, words.taken, random, kind, { words: words.used, names: used });
      if (made === null) return null;
      entry.standIn = made;
      for (const word of nameWords([made])) {
        words.taken.add(word);
        if (words.used.has(word)) entry.whole = true;
      }
    }
    return fitsDraft(entry.standIn, draft, words.ofDraft) ? entry.standIn : null;
  };
}

/** Everything that stands for somebody or something: labels, and invented names as aliases of their own. */
export function aliasesOf({ entries }: Pick<VaultState, 'entries'>): Alias[] {
  return entries.flatMap(({ surrogate, original, category, standIn, whole }) => {
    const alias = { surrogate, original, category, entity: 0 };
    if (standIn === undefined) return [alias];
    return [alias, { ...alias, surrogate: standIn, ...(whole && { whole }) }];
  });
}

/** Who a request is to the vault as it stands. */
export interface LookedUp {
  /** Null where nobody, or more than one, is meant for certain. */
  surrogate: string | null;
  /** Whom the name fits, where it fits two people or more. */
  several: { surrogate: string; original: string }[];
  /** It is no name but a stand-in that was given to somebody: an answer came back. */
  standsIn?: boolean;
}

/**
 * Looks requests up, in order, and gives nothing away: no new label, nothing learned. A bare name means whom it fits of
 * the people that this conversation has been about; where it fits none of them, it is taken as `assignAliases` takes it.
 * @param here labels of the people and values of this conversation
 * @param listed people of class lists whom the requests may mean
 */
export function lookUp(
  state: VaultState,
  requests: AliasRequest[],
  here: ReadonlySet<string>,
  listed: ListedLabel[] = [],
): LookedUp[] {
  const entries = withListed(state.entries, listed);
  const wanted = requests.map((request) => asKnownAdult(entries, identify(request), request.role));
  const found = findAll(entries, wanted);
  const standIns = standInKeys(entries, requests);
  return wanted.map((w, i) => {
    if (w.category === 'person-name' && requests[i]!.forms.every((form) => standIns.has(nameKey(form)))) {
      return { surrogate: null, several: [], standsIn: true };
    }
    const same = sharers(entries, w);
    const short = w.bare ? ofOneKind(entries, w).filter(({ keys }) => isOneShortFor(w, keys)) : [];
    // Of people whom nobody has named yet, a first name alone means none.
    const fitting = short.some(({ unmet, surrogate }) => !unmet || here.has(surrogate)) ? short : [];
    const all = [...new Set([...fitting, ...same])];
    const near = all.filter((e) => here.has(e.surrogate) && (same.includes(e) || !found.includes(e)));
    const unclear = near.length === 0 && (fitting.length > 1 || same.length > 1);
    const several = near.length > 1 ? near : unclear ? all : [];
    const certain = several.length > 0 ? undefined : (near[0] ?? found[i]);
    return {
      surrogate: certain?.surrogate ?? null,
      several: several.map(({ surrogate, original }) => {
        const isAlone = several.every((one) => one.surrogate === surrogate || one.original !== original);
        const { of } = listed.find((one) => one.surrogate === surrogate) ?? {};
        return { surrogate, original: isAlone || !of ? original : `${original} (${of})` };
      }),
    };
  });
}

/**
 * The entries of a vault with those of listed people. What the list says of a name is newer than what the session knows.
 * Somebody who had a label in this session before being listed keeps that one until it ends.
 */
function withListed(entries: VaultEntry[], listed: ListedLabel[]): VaultEntry[] {
  const fromList = new Map(listed.map((one) => [one.surrogate, one]));
  const all = entries.map((entry): VaultEntry => {
    const one = fromList.get(entry.surrogate);
    if (!one) return { ...entry, keys: [...entry.keys] };
    return {
      ...entry,
      original: one.original,
      keys: [...new Set([...one.forms.map(nameKey), ...entry.keys])],
    };
  });
  const isKnownAlready = (keys: string[]) => {
    const shares = (other: string[]) => other.some((key) => isFullName(key) && keys.includes(key));
    return (
      entries.some((e) => e.kind === 'Student' && !fromList.has(e.surrogate) && shares(e.keys)) &&
      listed.filter(({ forms }) => shares(forms.map(nameKey))).length === 1
    );
  };
  const known = new Set(entries.map(({ surrogate }) => surrogate));
  for (const { surrogate, original, forms } of listed) {
    const keys = [...new Set(forms.map(nameKey))];
    if (known.has(surrogate) || isKnownAlready(keys)) continue;
    all.push({ unmet: true, surrogate, kind: 'Student', category: 'person-name', original, keys });
  }
  return all;
}

/**
 * The forms of the stand-ins that stand among names, as keys. A part of one counts only beside the whole: alone it may be the
 * name of a child.
 */
function standInKeys(entries: VaultEntry[], requests: AliasRequest[]): Set<string> {
  const keys = new Set(requests.flatMap(({ forms }) => forms.map(nameKey)));
  const found = new Set<string>();
  for (const { standIn = '' } of entries) {
    const { first, last } = partsOf(standIn);
    if (last === '' || !keys.has(nameKey(standIn))) continue;
    for (const form of [standIn, first, last, `${first[0]}. ${last}`, `${first} ${last[0]}.`]) {
      found.add(nameKey(form));
    }
  }
  return found;
}

/** The entry of each request that is certain. */
function findAll(entries: VaultEntry[], wanted: Wanted[]): (VaultEntry | undefined)[] {
  // Full names first: whether a bare name is certain depends on every full name of the draft.
  const found = wanted.map((w) => (w.bare ? undefined : known(entries, w)));
  const taken = new Set(found);
  wanted.forEach((w, i) => {
    if (w.bare) found[i] = known(entries, w) ?? onlyFullName(entries, wanted, found, taken, w);
  });
  return found;
}

/** Whether one of a person's full names can be what a bare name is short for. */
function isOneShortFor(bare: Wanted, keys: string[]): boolean {
  return keys.some((key) => bare.keys.some((short) => isShortFor(short, key, bare.kind === 'Adult')));
}

interface Wanted {
  entity: number;
  category: CategoryId;
  kind: LabelKind;
  original: string;
  keys: string[];
  /** A person of whom no first and last name is known. */
  bare: boolean;
}

function identify({ entity, category, role, forms }: AliasRequest): Wanted {
  const kind = labelKind(category, role);
  const fullest = [...forms].sort((a, b) => fullness(b) - fullness(a))[0] ?? '';
  if (category !== 'person-name') {
    return {
      entity,
      category,
      kind,
      original: fullest,
      keys: forms.map((f) => valueKey(category, f)),
      bare: false,
    };
  }
  const full = forms.map(nameKey).filter(isFullName);
  const keys = full.length > 0 ? full : [nameKey(fullest)];
  return { entity, category, kind, original: fullest, keys, bare: full.length === 0 };
}

/** A full name whose draft does not say who it is, and that one adult and no student is known by, is that adult's. */
function asKnownAdult(entries: VaultEntry[], w: Wanted, role: Role = 'unknown'): Wanted {
  if (role !== 'unknown' || w.category !== 'person-name' || w.bare || sharers(entries, w).length > 0)
    return w;
  const adult: Wanted = { ...w, kind: 'Adult' };
  return known(entries, adult) ? adult : w;
}

function ofOneKind(entries: VaultEntry[], { kind, category }: Wanted): VaultEntry[] {
  return entries.filter((e) => e.kind === kind && e.category === category);
}

function known(entries: VaultEntry[], w: Wanted): VaultEntry | undefined {
  const [entry, ...others] = sharers(entries, w);
  return others.length === 0 ? entry : undefined;
}

/** Those known by the fullest form that anybody is known by: it decides where the vault holds two that the draft takes for one. */
function sharers(entries: VaultEntry[], w: Wanted): VaultEntry[] {
  const alike = ofOneKind(entries, w);
  const keys = [...w.keys].sort((a, b) => fullness(b) - fullness(a));
  for (const key of keys) {
    const all = alike.filter((e) => e.keys.includes(key));
    if (all.length > 0) return all;
  }
  if (w.category !== 'person-name' || w.bare) return [];
  // "Maya R. Lopez" for "Maya Lopez", but for nobody who is known as "Maya S. Lopez".
  return alike.filter((e) => {
    const full = e.keys.filter((known) => isFullName(known) && w.keys.some((key) => hasSameEnds(known, key)));
    return full.length > 0 && full.every((known) => w.keys.every((key) => maySame(known, key)));
  });
}

function onlyFullName(
  entries: VaultEntry[],
  wanted: Wanted[],
  found: (VaultEntry | undefined)[],
  taken: Set<VaultEntry | undefined>,
  bare: Wanted,
): VaultEntry | undefined {
  const fits = (keys: string[]) => isOneShortFor(bare, keys);
  const inVault = entries.filter((e) => e.kind === bare.kind && fits(e.keys));
  const newInDraft = wanted.filter((w, i) => !w.bare && !found[i] && w.kind === bare.kind && fits(w.keys));
  if (inVault.length !== 1 || newInDraft.length > 0 || taken.has(inVault[0])) return undefined;
  return inVault[0]!.unmet ? undefined : inVault[0];
}

/** Whether a form says more of a name than another; in prose "Maya Lopez" reads better than "Lopez, Maya R.". */
function isBetter(form: string, than: string): boolean {
  if (form.includes(',') !== than.includes(',') && isFullName(nameKey(form)) && isFullName(nameKey(than)))
    return than.includes(',');
  return fullness(form) > fullness(than);
}
