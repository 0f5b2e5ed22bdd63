/** What is wrong with a policy file, for the person who writes it. */
import { jsonPlaces } from './json-places.ts';
import { CONDITIONS, LOCKABLE, POLICY_FIELDS, parsePolicy, RULE_KEYS } from './parse.ts';
import { ACTIONS } from './policy.ts';

export interface PolicyProblem {
  /** 1-based place in the file, columns in UTF-16 code units. */
  line: number;
  column: number;
  /** `rules.email`, or `policy` for the file as a whole. */
  field: string;
  hint: string;
}

/** Every problem of a policy file, in the file's order. In: its text. Empty if it is valid. Throws nothing. */
export function checkPolicy(text: string): PolicyProblem[] {
  const { places, bad } = jsonPlaces(text);
  const place = linePlaces(text);
  if (bad !== undefined) return [{ ...place(bad), field: 'policy', hint: 'not JSON from here on' }];
  return parsePolicy(JSON.parse(text))
    .problems.map((field) => ({ field, offset: places.get(field) ?? places.get('') ?? 0 }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ field, offset }) => ({
      ...place(offset),
      field,
      hint: places.has(field) ? hintFor(field) : absentHint(field),
    }));
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

function hintFor(field: string): string {
  if (field.startsWith('rules.')) {
    const key = field.slice('rules.'.length);
    if (!(RULE_KEYS as string[]).includes(key)) return `no such rule${nearest(key, RULE_KEYS)}`;
    return `write one of ${ACTIONS.join(', ')}, or {"when": ${CONDITIONS.join(' | ')}, "then": ..., "else": ...}`;
  }
  if (!POLICY_FIELDS.includes(field)) return `no such field${nearest(field, POLICY_FIELDS)}`;
  if (field === 'rules') return 'write an object of rules: { "email": "review" }';
  if (field === 'locked') return `write a list of rules and fields, of these: ${LOCKABLE.join(', ')}`;
  if (field.startsWith('allow') && field !== 'allowTerms') return 'write true or false';
  return 'write a list of words in quotes, none of them empty';
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
