/** What is wrong with a policy file, for the person who writes it. */

import { CATEGORY_KEYS, FIELDS, LIGHTER_KEYS, POLICY_FIELDS, RULE_KEYS } from './fields.ts';
import { jsonPlaces } from './json-places.ts';
import { parsePolicy } from './parse.ts';
import type { Policy } from './policy.ts';

export interface PolicyProblem {
  /** 1-based place in the file, columns in UTF-16 code units. */
  line: number;
  column: number;
  /** `rules.email`, `approvedTools.2` (counted from 0), or `policy` for the file as a whole. */
  field: string;
  hint: string;
  /** What is known and looks like what was written. */
  near?: string;
}

/** A policy that is a part of a file: its value, and the path of each of its fields in the file. */
interface Part {
  policy: unknown;
  path(field: string): string;
}

/** What a policy is held against that is not its own to know; what is absent is not looked at (lib/policy-checks.ts). */
export interface Checks {
  /** The ids of the listed sites. */
  siteIds?: readonly string[];
  /** Says what is wrong with a pattern; null where it is one. */
  faultOf?(pattern: string): string | null;
}

type Fault = Pick<PolicyProblem, 'hint' | 'near'>;

/**
 * Every problem of a policy file, in the file's order. In: its text, and which part of it is the policy, if not all. Empty
 * if it is valid. Throws nothing.
 */
export function checkPolicy(
  text: string,
  { part, ...checks }: Checks & { part?: Part } = {},
): PolicyProblem[] {
  const { places, bad } = jsonPlaces(text);
  const place = linePlaces(text);
  if (bad !== undefined) return [{ ...place(bad), field: 'policy', hint: 'not JSON from here on' }];
  const pathOf = (field: string) => part?.path(field) ?? field;
  const raw: unknown = part ? part.policy : JSON.parse(text);
  const faults = faultsIn(raw, checks);
  return [...new Set([...parsePolicy(raw).problems, ...faults.keys()])]
    .map((field) => ({ field, offset: places.get(pathOf(field)) ?? places.get('') ?? 0 }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ field, offset }) => ({
      ...place(offset),
      field,
      ...(faults.get(field) ?? (places.has(pathOf(field)) ? faultAt(field) : absentAt(field))),
    }));
}

/**
 * What is wrong with a policy in the light of what it does not know itself: ids of no site, which mean nothing, and patterns
 * that are none. In: the policy, of any shape. Out: by their paths (`sitesOff.2`).
 */
export function faultsIn(raw: unknown, { siteIds, faultOf }: Checks): Map<string, Fault> {
  const faults = new Map<string, Fault>();
  const look = (field: keyof Policy, faultIn: (entry: unknown) => Fault | null) => {
    const list: unknown = Object(raw)[field];
    for (const [i, entry] of Array.isArray(list) ? list.entries() : []) {
      const fault = faultIn(entry);
      if (fault) faults.set(`${field}.${i}`, fault);
    }
  };
  const noSite = (entry: unknown) =>
    typeof entry === 'string' &&
    /^[a-z0-9-]+$/i.test(entry) &&
    siteIds?.includes(entry.toLowerCase()) === false
      ? noSuch('site', entry, siteIds)
      : null;
  look('approvedTools', (tool) => noSite(Object(tool).site));
  look('sitesOff', noSite);
  look('sitesAdd', noSite);
  look('customPatterns', (pattern) => {
    const fault = typeof pattern === 'string' ? faultOf?.(pattern) : null;
    return fault ? { hint: `no pattern of RE2: ${fault}` } : null;
  });
  return faults;
}

/**
 * Tells places in a text. Out: from an offset in UTF-16 code units to its 1-based line and column. Lines end with LF,
 * CR LF or CR. The text is read once.
 */
export function linePlaces(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (m) => m.index + m[0].length)];
  return (offset) => {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

function absentAt(field: string): Fault {
  const isAll = field === 'policy';
  return {
    hint: isAll ? 'a policy is an object: { "rules": { ... } }' : 'named in fields, but not in the policy',
  };
}

/** What the keys of a field may be, where it has some. */
const KEYS_OF: Partial<Record<keyof Policy, readonly string[]>> = {
  rules: RULE_KEYS,
  lighterRules: LIGHTER_KEYS,
  minScore: CATEGORY_KEYS,
};

function faultAt(path: string): Fault {
  const [name = ''] = path.split('.');
  const key = path.slice(name.length + 1);
  if (name === 'fields') return { hint: 'write a list of names of fields' };
  const known = POLICY_FIELDS.find((field) => field === name) as keyof Policy | undefined;
  if (!known) return noSuch('field', name, POLICY_FIELDS);
  const keys = KEYS_OF[known];
  if (key && keys && !keys.includes(key)) {
    const never = RULE_KEYS.some((rule) => rule === key) && known === 'lighterRules';
    return never ? { hint: FIELDS[known].hint } : noSuch('rule', key, keys);
  }
  return { hint: key || !keys ? FIELDS[known].hint : `write an object: { "${keys[1]}": ... }` };
}

function noSuch(what: string, word: string, known: readonly string[]): Fault {
  const close = known
    .map((name) => ({ name, steps: distance(word.toLowerCase(), name) }))
    .sort((a, b) => a.steps - b.steps)[0];
  // Three letters of a short word are another word.
  return close && close.steps <= Math.min(3, word.length / 2)
    ? { hint: `no such ${what}; did you mean ${close.name}?`, near: close.name }
    : { hint: `no such ${what}; known are ${known.join(', ')}` };
}

/** Levenshtein's distance: how many letters must change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
