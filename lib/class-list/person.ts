/** Whom a teacher has listed: the people of a class, and nothing more of them than finds them in a text. */

export interface ListedPerson {
  /** Ours, drawn at random: the same person keeps it whatever is corrected. */
  id: string;
  /** All given names as the list has them; may be empty. */
  first: string;
  /** All surnames as the list has them, with "Jr." and the like; may be empty, but never both. */
  last: string;
  nickname?: string;
  email?: string;
  /** The school's number for a student. */
  number?: string;
  /** Full names of family, where the teacher has asked for them. */
  family?: string[];
}

export interface ClassList {
  id: string;
  name: string;
  /** Local days, as `2027-07-31`. */
  added: string;
  /** The last day on which it is kept. */
  ends: string;
  people: ListedPerson[];
}

/** Longer is no name. In UTF-16 units. */
const LONGEST_NAME = 80;
/** RFC 5321: 64 of a mailbox, 255 of a domain, and the sign between. */
const LONGEST_EMAIL = 320;
const MOST_FAMILY = 12;

/** "Maya Lopez", or the one part that there is. */
export function fullName({ first, last }: Pick<ListedPerson, 'first' | 'last'>): string {
  return [first, last].filter(Boolean).join(' ');
}

/** The names that a child is called by: all given names, the first of them, and the nickname. */
export function givenNames({ first, nickname = '' }: ListedPerson): string[] {
  return [...new Set([first, first.split(' ')[0]!, nickname])].filter((name) => name !== '');
}

/** All surnames, without "Jr."; of two each alone, with what belongs to it: "de la Cruz", and "Cruz". */
export function surnamesOf({ last }: ListedPerson): string[] {
  const whole = foldedName(last);
  const bare = whole.replace(SUFFIX, '');
  const words = bare.split(' ');
  const parts = words.flatMap((word, i) => {
    if (PARTICLES.has(word) || word.length < 2) return [];
    let from = i;
    while (from > 0 && PARTICLES.has(words[from - 1]!)) from--;
    return [word, words.slice(from, i + 1).join(' ')];
  });
  return [...new Set([whole, bare, ...parts])].filter(Boolean);
}

/** What stands in a surname, and is none alone. */
export const PARTICLES = new Set(
  'al ap bin da de del della den der di do dos du el ibn la las le los mac san st ten van von y'.split(' '),
);
const SUFFIX = /\s+(?:jr|sr|ii|iii|iv)$/;

/** Under which two ways to write a name are the same: without accents, apostrophes, hyphens, case and doubled spaces. */
export function foldedName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ‘`.]/gu, '')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .trim();
}

/** Most cells of most lists, which need no more than a look. */
const IS_TIDY = /^[!-~]+(?: [!-~]+)*$/;

/** A text as it is kept: composed, without signs that nobody sees, with single spaces. */
export function tidy(text: string): string {
  if (IS_TIDY.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}

/** Whether a text may be an e-mail address. */
export function isEmail(text: string): boolean {
  return text.length <= LONGEST_EMAIL && /^[^\s@<>(),;]+@[^\s@<>(),;]+\.[^\s@<>(),;]+$/.test(text);
}

/** Whether a text may be a student number. A shorter one stands in every text, and has nothing to be told by. */
export function isNumber(text: string): boolean {
  return /^(?=.*\d)[\p{L}\d./_ -]{4,40}$/u.test(text) && !/^\d(?:\.\d+)?E\+\d+$/i.test(text);
}

/** Whether a text may be a name or a part of one. */
export function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && /\p{L}/u.test(text) && !/[@\ufffd]/u.test(text);
}

/** Reads a person of an unknown sender. @returns null where there is no name or a field is of another kind */
export function parsePerson(raw: unknown): ListedPerson | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { id, first, last, nickname, email, number, family } = raw as Record<string, unknown>;
  if (typeof id !== 'string' || id === '' || typeof first !== 'string' || typeof last !== 'string')
    return null;
  const names = [first, last].map(tidy).filter((name) => name !== '');
  if (names.length === 0 || !names.every(isName)) return null;
  const text = (value: unknown, fits: (text: string) => boolean) =>
    typeof value === 'string' && fits(tidy(value)) ? tidy(value) : undefined;
  const kin = Array.isArray(family)
    ? family.flatMap((one) => text(one, isName) ?? []).slice(0, MOST_FAMILY)
    : [];
  const known = {
    nickname: text(nickname, isName),
    email: text(email, isEmail),
    number: text(number, isNumber),
  };
  return {
    id,
    first: tidy(first),
    last: tidy(last),
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    ...(kin.length > 0 && { family: kin }),
  };
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads a class of an unknown sender. People who are none are left out. @returns null where it is no class */
export function parseClassList(raw: unknown): ClassList | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { id, name, added, ends, people } = raw as Record<string, unknown>;
  if (typeof id !== 'string' || id === '' || typeof name !== 'string' || tidy(name) === '') return null;
  if (!isDay(added) || !isDay(ends) || !Array.isArray(people)) return null;
  return { id, name: tidy(name), added, ends, people: people.flatMap((one) => parsePerson(one) ?? []) };
}

/** Whether something is a day, as `2027-07-31`. */
export function isDay(raw: unknown): raw is string {
  return typeof raw === 'string' && DAY.test(raw) && !Number.isNaN(Date.parse(raw));
}
