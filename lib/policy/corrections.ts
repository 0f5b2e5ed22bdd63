/** What the teacher has told us about names: who the teacher is, which words are no person, and who stays. */
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
  return { names: wordsOf(me.names), emails: wordsOf(me.emails), phones: wordsOf(me.phones) };
}

/**
 * The findings that are the teacher. In: the text, its findings, the teacher. Out: their `entity` numbers. A person is
 * the teacher where a full form of the name is the teacher's, where all forms are, or where a member of staff bears the
 * last name ("Ms. Whitfield"); a bare first name that a pupil may have too is not, and nobody who is certainly on a class
 * list: a pupil may be called like the teacher.
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
    if (isMe && !all.some(isCertainlyListed)) found.add(entity);
  }
  return found;
}

/** What the teacher has said for good, in the words that were clicked or typed. */
export interface Corrections {
  /** Never a name. */
  never: string[];
  /** People who always stay, such as the teacher's own family, and their e-mail addresses and phone numbers. */
  keep: string[];
}

export const NO_CORRECTIONS: Corrections = { never: [], keep: [] };

/** Reads what was stored of corrections. @returns empty lists for anything else */
export function parseCorrections(raw: unknown): Corrections {
  const { never, keep } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  return { never: wordsOf(never), keep: wordsOf(keep) };
}

function wordsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && one.trim() !== '')
    : [];
}

/**
 * The findings that always stay. In: the text, its findings, the words of the teacher. Out: the `entity` numbers of people,
 * e-mail addresses and phone numbers that are among them, a person as in `entitiesOfMe`. Nobody who may be on a class list: a
 * pupil may be called like the teacher's own child.
 */
export function entitiesKept(text: string, findings: Finding[], keep: string[]): Set<number> {
  if (keep.length === 0) return new Set();
  const listed = new Set(findings.filter(isOnList).map(({ entity }) => entity));
  const kept = entitiesOfMe(text, findings, { names: keep, emails: keep, phones: keep });
  return new Set([...kept].filter((entity) => !listed.has(entity)));
}

/** The same of what is never a name; nobody who is certainly on a class list. */
export function entitiesOfNever(text: string, findings: Finding[], never: string[]): Set<number> {
  if (never.length === 0) return new Set();
  const certain = new Set(findings.filter(isCertainlyListed).map(({ entity }) => entity));
  return new Set([...entitiesOfNobody(text, findings, never)].filter((entity) => !certain.has(entity)));
}

const isOnList = ({ because }: Finding) => because.some(({ code }) => code === 'class-list');

/** Whether a finding is somebody of a class list, with a full name, an address or a number. */
const isCertainlyListed = (one: Finding) => isOnList(one) && one.score === 1;

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
