/** What the teacher has told us about names: who the teacher is, and which words are no person. */
import type { Finding } from '../detect/finding.ts';
import { isFullName, nameKey, valueKey } from '../redact/identity.ts';

/** The teacher, in the teacher's own words. */
export interface Me {
  names: string[];
  emails: string[];
  phones: string[];
}

export const NOBODY: Me = { names: [], emails: [], phones: [] };

/** Reads what was stored of the teacher. @returns empty lists for anything else */
export function parseMe(raw: unknown): Me {
  const me = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<Record<keyof Me, unknown>>;
  const list = (value: unknown) =>
    Array.isArray(value)
      ? value.filter((one): one is string => typeof one === 'string' && one.trim() !== '')
      : [];
  return { names: list(me.names), emails: list(me.emails), phones: list(me.phones) };
}

/**
 * The findings that are the teacher. In: the text, its findings, the teacher. Out: their `entity` numbers. A person is
 * the teacher where a full form of the name is the teacher's, where all forms are, or where a member of staff bears the
 * last name ("Ms. Whitfield"); a bare first name that a pupil may have too is not.
 */
export function entitiesOfMe(text: string, findings: Finding[], me: Me): Set<number> {
  // Most teachers have not said, and this is asked at every paste.
  if (Object.values(me).every((list) => list.length === 0)) return new Set();
  const names = new Set(me.names.map(nameKey));
  const surnames = new Set([...names].filter(isFullName).map((name) => name.split(' ').at(-1)!));
  const addresses = new Set([
    ...me.emails.map((one) => `email ${valueKey('email', one)}`),
    ...me.phones.map((one) => `phone ${valueKey('phone', one)}`),
  ]);
  const found = new Set<number>();
  for (const [entity, all] of Map.groupBy(findings, (one) => one.entity)) {
    const forms = all.map(({ span }) => text.slice(span.start, span.end));
    const keys = forms.map(nameKey);
    const isMe =
      all[0]!.category === 'person-name'
        ? keys.some((key) => isFullName(key) && names.has(key)) ||
          keys.every((key, i) => names.has(key) || (all[i]!.role === 'staff' && surnames.has(key)))
        : all.every(({ category }, i) => addresses.has(`${category} ${valueKey(category, forms[i]!)}`));
    if (isMe) found.add(entity);
  }
  return found;
}

/**
 * The findings that are no person, by what the teacher said in this session. In: the text, its findings, the names as
 * the teacher clicked them. Out: the `entity` numbers of people of whom every form is among them.
 */
export function entitiesOfNobody(text: string, findings: Finding[], notPeople: string[]): Set<number> {
  if (notPeople.length === 0) return new Set();
  const names = new Set(notPeople.map(nameKey));
  const found = [
    ...Map.groupBy(
      findings.filter(({ category }) => category === 'person-name'),
      ({ entity }) => entity,
    ),
  ].filter(([, all]) => all.every(({ span }) => names.has(nameKey(text.slice(span.start, span.end)))));
  return new Set(found.map(([entity]) => entity));
}
