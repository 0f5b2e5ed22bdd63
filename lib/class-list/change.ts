/** What a teacher does to class lists. Each change says no more than what it changes, so that two pages do not undo each other. */
import { joinPeople } from './join.ts';
import { type ClassList, isDay, type ListedPerson, parseClassList, parsePerson, tidy } from './person.ts';

export type ClassChange =
  /** A new class. */
  | { kind: 'add'; list: ClassList }
  /** Its name and last day. */
  | { kind: 'set'; id: string; name: string; ends: string }
  /** More people for a class. Those who are in it already are not there twice. */
  | { kind: 'join'; id: string; people: ListedPerson[] }
  /** One person as corrected, or put back. */
  | { kind: 'person'; id: string; person: ListedPerson }
  | { kind: 'remove'; id: string; personId: string }
  /** A class and all people in it; all classes where there is no id. */
  | { kind: 'erase'; id?: string };

/** Reads a change of an unknown sender. @returns null where it is none */
export function parseChange(raw: unknown): ClassChange | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { kind, id, ...rest } = raw as Record<string, unknown>;
  if (kind === 'add') {
    const list = parseClassList(rest.list);
    return list && { kind, list };
  }
  if (kind === 'erase' && id === undefined) return { kind };
  if (typeof id !== 'string') return null;
  switch (kind) {
    case 'erase':
      return { kind, id };
    case 'set': {
      const { name, ends } = rest;
      const isRight = typeof name === 'string' && tidy(name) !== '' && isDay(ends);
      return isRight ? { kind, id, name: tidy(name), ends } : null;
    }
    case 'join':
      return Array.isArray(rest.people)
        ? { kind, id, people: rest.people.flatMap((one) => parsePerson(one) ?? []) }
        : null;
    case 'person': {
      const person = parsePerson(rest.person);
      return person && { kind, id, person };
    }
    case 'remove':
      return typeof rest.personId === 'string' ? { kind, id, personId: rest.personId } : null;
    default:
      return null;
  }
}

/** A class after a change that keeps it. */
export function changed(list: ClassList, change: Exclude<ClassChange, { kind: 'add' | 'erase' }>): ClassList {
  switch (change.kind) {
    case 'set':
      return { ...list, name: change.name, ends: change.ends };
    case 'join':
      return { ...list, people: joinPeople(list.people, change.people).people };
    case 'person': {
      const { person } = change;
      const isThere = list.people.some(({ id }) => id === person.id);
      const people = isThere
        ? list.people.map((one) => (one.id === person.id ? person : one))
        : [...list.people, person];
      return { ...list, people };
    }
    case 'remove':
      return { ...list, people: list.people.filter(({ id }) => id !== change.personId) };
  }
}
