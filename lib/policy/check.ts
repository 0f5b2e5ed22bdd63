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
}

/** A policy that is a part of a file: its value, and the path of each of its fields in the file. */
interface Part {
  policy: unknown;
  path(field: string): string;
}

/** Says what is wrong with a pattern, which only the library for patterns can tell (`faultOf` in lib/patterns.ts). */
export type FaultOf = (pattern: string) => string | null;

/**
 * Every problem of a policy file, in the file's order. In: its text, and which part of it is the policy, if not all. Empty
 * if it is valid. Throws nothing.
 */
export function checkPolicy(
  text: string,
  { part, faultOf = () => null }: { part?: Part; faultOf?: FaultOf } = {},
): PolicyProblem[] {
  const { places, bad } = jsonPlaces(text);
  const place = linePlaces(text);
  if (bad !== undefined) return [{ ...place(bad), field: 'policy', hint: 'not JSON from here on' }];
  const pathOf = (field: string) => part?.path(field) ?? field;
  const raw: unknown = part ? part.policy : JSON.parse(text);
  const faults = patternFaults(raw, faultOf);
  return [...new Set([...parsePolicy(raw).problems, ...faults.keys()])]
    .map((field) => ({ field, offset: places.get(pathOf(field)) ?? places.get('') ?? 0 }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ field, offset }) => ({
      ...place(offset),
      field,
      hint: faults.get(field) ?? (places.has(pathOf(field)) ? hintFor(field) : absentHint(field)),
    }));
}

/** Hints for the patterns that are none, by their fields. */
function patternFaults(raw: unknown, faultOf: FaultOf): Map<string, string> {
  const { customPatterns } = Object(raw) as { customPatterns?: unknown };
  const patterns: unknown[] = Array.isArray(customPatterns) ? customPatterns : [];
  const faults = patterns.flatMap((pattern, i): [string, string][] => {
    const fault = typeof pattern === 'string' ? faultOf(pattern) : null;
    return fault === null ? [] : [[`customPatterns.${i}`, `no pattern of RE2: ${fault}`]];
  });
  return new Map(faults);
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

function absentHint(field: string): string {
  return field === 'policy'
    ? 'a policy is an object: { "rules": { ... } }'
    : 'named in fields, but not in the policy';
}

/** What the keys of a field may be, where it has some. */
const KEYS_OF: Partial<Record<keyof Policy, readonly string[]>> = {
  rules: RULE_KEYS,
  lighterRules: LIGHTER_KEYS,
  minScore: CATEGORY_KEYS,
};

function hintFor(path: string): string {
  const [name = ''] = path.split('.');
  const key = path.slice(name.length + 1);
  if (name === 'fields') return 'write a list of names of fields';
  const known = POLICY_FIELDS.find((field) => field === name) as keyof Policy | undefined;
  if (!known) return `no such field${nearest(name, POLICY_FIELDS)}`;
  const keys = KEYS_OF[known];
  if (key && keys && !keys.includes(key)) {
    const never = RULE_KEYS.some((rule) => rule === key) && known === 'lighterRules';
    return never ? FIELDS[known].hint : `no such rule${nearest(key, keys)}`;
  }
  return key || !keys ? FIELDS[known].hint : `write an object: { "${keys[1]}": ... }`;
}

function nearest(word: string, known: readonly string[]): string {
  const close = known
    .map((name) => ({ name, steps: distance(word.toLowerCase(), name) }))
    .sort((a, b) => a.steps - b.steps)[0];
  return close && close.steps <= 3 ? `; did you mean ${close.name}?` : `; known are ${known.join(', ')}`;
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
