/** Findings from a class list. */
import type { ListedPerson } from '../class-list/person.ts';
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
 * The forms of each listed student: "First Last", "Last, First" and, if it has three letters or more, the first name or
 * nickname alone, which is a group of its own, since it does not say which of two students it is.
 */
export function listedNames(people: readonly ListedPerson[]): ListedName[] {
  const names: ListedName[] = [];
  const bare = new Set<string>();
  let group = 0;
  for (const { first, last, nickname } of people) {
    const given = [first, nickname].filter((name) => name !== undefined && name !== '') as string[];
    if (last !== '') {
      for (const name of given) {
        names.push({ text: `${name} ${last}`, exactCase: false, group });
        names.push({ text: `${last}, ${name}`, exactCase: false, group });
      }
      group++;
    }
    for (const name of given) if (name.length >= 3) bare.add(name);
  }
  for (const text of bare) {
    names.push({ text, exactCase: true, group });
    group++;
  }
  return names;
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
    const found = text.slice(span.start, span.end).replace(/\s+/g, ' ');
    const name = byKey.get(key)!.find((one) => !one.exactCase || one.text === found);
    return name
      ? [{ span, category: 'person-name' as const, code: 'class-list' as const, key: String(name.group) }]
      : [];
  });
  return addMarks(text, findings, marks, policy);
}
