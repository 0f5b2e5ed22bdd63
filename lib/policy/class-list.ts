/** Findings from a class list. */
import type { Finding } from '../detect/finding.ts';
import { addMarks } from './marks.ts';
import type { PolicyInForce } from './policy.ts';
import { keyOf, wordFinder } from './word-finder.ts';

/** A name to find. */
export interface ListedName {
  text: string;
  /** Whether letter case must agree: a bare first name such as "Hope" is also a word. */
  exactCase: boolean;
  /** Names of one student share it. */
  group: number;
}

/**
 * Reads a class list: one name a line ("Maya Lopez"), or CSV with first name, last name. A header line is left out.
 * Out: the forms of each student: "First Last", "Last, First" and, if it has three letters or more, the first
 * name alone, which is a group of its own, since it does not say which of two students it is.
 */
export function parseClassList(text: string): ListedName[] {
  const names: ListedName[] = [];
  const bare = new Set<string>();
  let group = 0;
  const add = (form: string, exactCase: boolean) => names.push({ text: form, exactCase, group });
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [first, last] = firstAndLast(line);
    if (!first || (i === 0 && /^(?:first|name|student|nombre)\b/i.test(first))) continue;
    if (last) {
      add(`${first} ${last}`, false);
      add(`${last}, ${first}`, false);
      group++;
    }
    if (first.length >= 3) bare.add(first);
  }
  for (const first of bare) {
    add(first, true);
    group++;
  }
  return names;
}

function firstAndLast(line: string): [string, string] {
  const quoted = /^\s*"([^",]+),([^",]+)"\s*$/.exec(line);
  if (quoted) return [clean(quoted[2]!), clean(quoted[1]!)];
  const [a = '', b] = line.split(',').map(clean);
  if (b) return [a, b];
  const space = a.indexOf(' ');
  return space < 0 ? [a, ''] : [a.slice(0, space), a.slice(space + 1)];
}

function clean(cell: string): string {
  return cell.replaceAll('"', '').replace(/\s+/g, ' ').trim();
}

/**
 * Adds the names of a class list to a detector's findings, under the policy in force. A name within a person's finding
 * makes that person a known student, score 1; the given findings are not changed.
 */
export function addListedNames(
  text: string,
  findings: Finding[],
  names: ListedName[],
  policy: PolicyInForce,
): Finding[] {
  const byKey = Map.groupBy(names, (name) => keyOf(name.text));
  const marks = wordFinder(byKey.keys())(text).flatMap(({ span, key }) => {
    const found = clean(text.slice(span.start, span.end));
    const name = byKey.get(key)!.find((one) => !one.exactCase || one.text === found);
    return name
      ? [{ span, category: 'person-name' as const, code: 'class-list' as const, key: String(name.group) }]
      : [];
  });
  return addMarks(text, findings, marks, policy);
}
