/** Puts people of one list into another, so that nobody stands there twice and nobody is lost. */
import { foldedName, fullName, type ListedPerson } from './person.ts';

export interface Joined {
  people: ListedPerson[];
  /** Those of `more` that were there already, with where in `people` they are. */
  merged: { person: ListedPerson; at: number }[];
  /** Those of `more` whose name another person has too, who is told apart by number or address. */
  sameName: ListedPerson[];
  /** Those of `more` whose number or address somebody of another name has. */
  shared: ListedPerson[];
}

/**
 * Two entries are one person where their names agree and neither number nor address speaks against it. What is known of a
 * person stays; what was not known is added. People of another name are never one, whatever else they share.
 */
export function joinPeople(before: readonly ListedPerson[], more: readonly ListedPerson[]): Joined {
  const people = [...before];
  const byName = new Map<string, number[]>();
  const owners = new Map<string, string>();
  const joined: Joined = { people, merged: [], sameName: [], shared: [] };
  const note = (person: ListedPerson, at: number) => {
    const name = nameOf(person);
    byName.set(name, [...(byName.get(name) ?? []).filter((one) => one !== at), at]);
    for (const mark of marksOf(person)) if (!owners.has(mark)) owners.set(mark, name);
  };
  people.forEach(note);
  for (const person of more) {
    const name = nameOf(person);
    const namesakes = byName.get(name) ?? [];
    const at = namesakes.find((one) => agree(people[one]!, person)) ?? -1;
    if (at >= 0) {
      people[at] = withMore(people[at]!, person);
      joined.merged.push({ person, at });
      note(people[at]!, at);
      continue;
    }
    if (namesakes.length > 0) joined.sameName.push(person);
    if (marksOf(person).some((mark) => owners.has(mark) && owners.get(mark) !== name))
      joined.shared.push(person);
    people.push(person);
    note(person, people.length - 1);
  }
  return joined;
}

const nameOf = (person: ListedPerson): string => foldedName(fullName(person));

/** By what a person is told apart, each with its kind. */
const marksOf = ({ number, email }: ListedPerson): string[] => [
  ...(number ? [`n ${number.toLowerCase()}`] : []),
  ...(email ? [`e ${email.toLowerCase()}`] : []),
];

function agree(a: ListedPerson, b: ListedPerson): boolean {
  const same = (x?: string, y?: string) => !x || !y || x.toLowerCase() === y.toLowerCase();
  return same(a.number, b.number) && same(a.email, b.email);
}

function withMore(known: ListedPerson, more: ListedPerson): ListedPerson {
  const family = [...new Set([...(known.family ?? []), ...(more.family ?? [])])];
  return { ...more, ...known, ...(family.length > 0 && { family }) };
}
