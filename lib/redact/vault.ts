/** Which label stands for whom. Pure state: the browser store and the command line keep it. */
import type { CategoryId } from '../detect/category.ts';
import type { Role } from '../detect/finding.ts';
import type { Alias } from './alias.ts';

/** The words of labels, in English in every language, since an answer is searched for them. */
export const LABEL_KINDS = [
  'Student',
  'Adult',
  'Email',
  'Phone',
  'Address',
  'ID',
  'Account',
  'Username',
  'Password',
  'Date',
  'School',
  'Link',
  'Place',
  'Detail',
] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** A label and whom it stands for. Holds real text: never on disk. */
interface VaultEntry {
  surrogate: string;
  kind: LabelKind;
  category: CategoryId;
  /** The fullest form seen. */
  original: string;
  /** Comparison keys of the forms by which it is known again. */
  keys: string[];
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
 * The same full form gets its earlier label: case, spaces and the encoding of letters do not matter, and "Last, First"
 * is "First Last". A bare first name gets the label it had as a bare name, else that of a full name of the same kind
 * if the vault and this draft hold exactly one that fits and the draft does not use it for somebody else. A full
 * name never takes over the label of a bare one. A number is given once; one whose label already stands in the
 * draft is passed over.
 */
export function assignAliases(
  state: VaultState,
  requests: AliasRequest[],
  draft: string,
): { state: VaultState; aliases: Alias[] } {
  const entries = state.entries.map((e) => ({ ...e, keys: [...e.keys] }));
  const next = { ...emptyVault().next, ...state.next };
  const standing = labelsIn(draft);
  const wanted = requests.map(identify);

  // Full names first: whether a bare name is certain depends on every full name of the draft.
  const found = wanted.map((w) => (w.bare ? undefined : known(entries, w)));
  const taken = new Set(found);
  wanted.forEach((w, i) => {
    if (w.bare) found[i] = known(entries, w) ?? onlyFullName(entries, wanted, found, taken, w);
  });

  const aliases = wanted.map((w, i): Alias => {
    // A form that came twice in this call has its entry by now.
    let entry = found[i] ?? known(entries, w);
    if (!entry) {
      while (standing.has(`${w.kind} ${next[w.kind]}`.toLowerCase())) next[w.kind]++;
      const surrogate = `[${w.kind} ${next[w.kind]++}]`;
      entry = { surrogate, kind: w.kind, category: w.category, original: w.original, keys: [] };
      entries.push(entry);
    }
    // A bare name that was taken for a full one teaches nothing: it must be certain anew each time.
    if (!w.bare || known([entry], w) || entry.keys.length === 0) {
      entry.keys = [...new Set([...entry.keys, ...w.keys])];
      if (fullness(w.original) > fullness(entry.original)) entry.original = w.original;
    }
    return { surrogate: entry.surrogate, original: entry.original, category: w.category, entity: w.entity };
  });
  return { state: { entries, next }, aliases };
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

function known(entries: VaultEntry[], w: Wanted): VaultEntry | undefined {
  // The fullest form decides where the vault holds two that the draft takes for one.
  const keys = [...w.keys].sort((a, b) => fullness(b) - fullness(a));
  for (const key of keys) {
    const entry = entries.find((e) => e.kind === w.kind && e.category === w.category && e.keys.includes(key));
    if (entry) return entry;
  }
  return undefined;
}

function onlyFullName(
  entries: VaultEntry[],
  wanted: Wanted[],
  found: (VaultEntry | undefined)[],
  taken: Set<VaultEntry | undefined>,
  bare: Wanted,
): VaultEntry | undefined {
  const fits = (keys: string[]) => keys.some((k) => isFullName(k) && k.split(' ')[0] === bare.keys[0]);
  const inVault = entries.filter((e) => e.kind === bare.kind && fits(e.keys));
  const newInDraft = wanted.filter((w, i) => !w.bare && !found[i] && w.kind === bare.kind && fits(w.keys));
  if (inVault.length !== 1 || newInDraft.length > 0 || taken.has(inVault[0])) return undefined;
  return inVault[0];
}

/** A first and a last name: two words or more, of which the first is no initial. */
function isFullName(key: string): boolean {
  return /^\S{2,} \S/u.test(key);
}

/** The key under which forms of a name are the same: "Lopez,  MAYA" and "Maya Lopez". */
function nameKey(form: string): string {
  const [last = '', first, ...more] = fold(form).split(/\s*,\s*/);
  const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/;
  const inOrder = first && more.length === 0 && !suffix.test(first) ? `${first} ${last}` : fold(form);
  return inOrder.replace(/[.,]/g, '').trim();
}

/** The key under which forms of a value are the same. Passwords and links differ by case. */
function valueKey(category: CategoryId, form: string): string {
  if (category === 'secret' || category === 'link') return form.trim();
  const digits = form.replace(/\D/g, '');
  if (category === 'phone' && digits.length >= 7) return digits;
  return fold(form).replace(/\s/g, '');
}

function fold(form: string): string {
  return form
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** How full a form is: more words first, then more letters. */
function fullness(form: string): number {
  return fold(form).split(' ').length * 1000 + Math.min(form.length, 999);
}

/** The labels that stand in a text, as `student 12`. */
function labelsIn(text: string): Set<string> {
  const found = text.matchAll(/\[\s*(\p{L}+)\s+0*(\d+)\s*\]/gu);
  return new Set(Array.from(found, (m) => `${m[1]} ${m[2]}`.toLowerCase()));
}
