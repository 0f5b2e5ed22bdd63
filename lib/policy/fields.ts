/**
 * Every field of a policy: how it is read, and what to write where it was not understood. A field of a list or an object
 * counts as far as it was understood.
 */
import type { CategoryId } from '../detect/category.ts';
import { DEFAULT_POLICY } from './defaults.ts';
import { startOf } from './pattern-start.ts';
import {
  ACTIONS,
  type Action,
  type ApprovedTool,
  CONDITIONS,
  type ConditionalRule,
  LANGUAGES,
  OTHER_STYLE,
  type Policy,
  type Rule,
  type RuleKey,
  STATES,
  type StyledCategory,
  TIERS,
  TOPICS,
  UNAPPROVED_ACTIONS,
  WELCOMES,
} from './policy.ts';

const ROLE_KEYS = [
  'person-name/student',
  'person-name/family',
  'person-name/staff',
  'person-name/self',
  'person-name/unknown',
] as const satisfies RuleKey[];

/** Every key that `rules` may hold. */
export const RULE_KEYS = [...new Set([...Object.keys(DEFAULT_POLICY.rules), ...ROLE_KEYS])] as RuleKey[];

/** Every category: each has a default rule. */
export const CATEGORY_KEYS = Object.keys(DEFAULT_POLICY.rules).filter(
  (key) => !key.includes('/'),
) as CategoryId[];

/** What no agreement with a tool makes lighter: ids, secrets, rosters, and danger to a child. */
const NEVER_LIGHTER: readonly RuleKey[] = [
  'student-id',
  'government-id',
  'financial-account',
  'record-number',
  'secret',
  'roster',
  'safety',
];
/** Every key that `lighterRules` may hold. */
export const LIGHTER_KEYS = RULE_KEYS.filter((key) => !NEVER_LIGHTER.includes(key));

/** Every key that `aliasStyles` may hold. */
export const STYLED_KEYS = Object.keys(OTHER_STYLE) as StyledCategory[];

/** Everything that `locked` may name. */
export const LOCKABLE: readonly string[] = [
  ...RULE_KEYS,
  ...Object.keys(DEFAULT_POLICY).filter((field) => field !== 'locked'),
];

/** Longer contacts would not fit beside what a teacher has to do next. In UTF-16 units. */
const LONGEST_CONTACT = 300;
/** More words than a district has, and few enough to look for at every paste. */
const MOST_TERMS = 5000;
const LONGEST_TERM = 200;
/** As the issue of policies says: each costs time at every paste. */
const MOST_PATTERNS = 50;
/** Ten years: longer is for ever. */
const MOST_DAYS = 3650;
/** A week: hardly any browser is open longer. */
const MOST_HOURS = 168;
/** A pack of 500 tips is about this long. In UTF-16 units. */
const LONGEST_PACK = 500_000;

/** What was understood; `bad` are the keys or places of a list that were not, '' the field as a whole. */
interface Reading<T> {
  value?: T;
  bad: string[];
}
interface Field<T> {
  read(raw: unknown): Reading<T>;
  /** What to write instead, for the person who writes the policy. */
  hint: string;
}

const NOT_READ = { bad: [''] };

/** A value of one kind. */
function one<T>(read: (raw: unknown) => T | undefined, hint: string): Field<T> {
  return {
    hint,
    read(raw) {
      const value = read(raw);
      return value === undefined ? NOT_READ : { value, bad: [] };
    },
  };
}

function oneOf<T extends string>(list: readonly T[], hint: string): Field<T> {
  return one((raw) => list.find((known) => known === raw), hint);
}

/** An object with a value for each of some keys. */
function record<K extends string, V>(
  keys: readonly K[],
  read: (raw: unknown, key: K) => V | undefined,
  hint: string,
): Field<Partial<Record<K, V>>> {
  return {
    hint,
    read(raw) {
      if (!isObject(raw)) return NOT_READ;
      const value: Partial<Record<K, V>> = {};
      const bad: string[] = [];
      for (const key of Object.keys(raw)) {
        const known = keys.find((one) => one === key);
        const read1 = known === undefined ? undefined : read(raw[key], known);
        if (known !== undefined && read1 !== undefined) value[known] = read1;
        else bad.push(key);
      }
      return { value, bad };
    },
  };
}

/**
 * A list. Entries beyond `most` do not count, and the first of them is told. `named`: bad entries are told by their places,
 * else as one.
 */
function list<T>(
  read: (raw: unknown) => T | undefined,
  hint: string,
  { most = MOST_TERMS, named = false } = {},
): Field<T[]> {
  return {
    hint,
    read(raw) {
      if (!Array.isArray(raw)) return NOT_READ;
      const all = raw.slice(0, most).map(read);
      const bad = [...all.keys()].filter((i) => all[i] === undefined);
      if (raw.length > most) bad.push(most);
      return {
        value: all.filter((entry) => entry !== undefined),
        bad: named ? bad.map(String) : bad.length > 0 ? [''] : [],
      };
    },
  };
}

const text = (longest: number) => (raw: unknown) =>
  typeof raw === 'string' && raw.trim() !== '' && raw.length <= longest ? raw : undefined;
const word = text(LONGEST_TERM);
const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** The id of a listed site, a host, or a host and what is below it. */
const site = (raw: unknown) =>
  typeof raw === 'string' && /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(raw)
    ? raw.toLowerCase()
    : undefined;
const SITE_HINT = 'write ids of sites ("chatgpt") or hosts ("chat.example.org", "*.example.org")';
const TERMS_HINT = `write a list of words in quotes, none of them empty or longer than ${LONGEST_TERM} letters`;

function rule(raw: unknown): Rule | undefined {
  if (isAction(raw)) return raw;
  // A managed policy has one type for all rules of an object, so that a condition must be told in words there.
  if (typeof raw === 'string') {
    const [, then, when, otherwise] = /^(\S+) when (\S+?),? else (\S+)$/.exec(raw.trim()) ?? [];
    return isCondition(when) && isAction(then) && isAction(otherwise)
      ? { when, then, else: otherwise }
      : undefined;
  }
  if (!isObject(raw) || Object.keys(raw).length !== 3) return undefined;
  const { when, then, else: otherwise } = raw;
  if (!isCondition(when) || !isAction(then) || !isAction(otherwise)) return undefined;
  return { when, then, else: otherwise };
}
const isAction = (raw: unknown): raw is Action => ACTIONS.some((known) => known === raw);
const isCondition = (raw: unknown): raw is ConditionalRule['when'] =>
  CONDITIONS.some((known) => known === raw);
const RULE_HINT = `write one of ${ACTIONS.join(', ')}, or "review when combined, else note" with a condition of ${CONDITIONS.join(', ')}`;

function approvedTool(raw: unknown): ApprovedTool | undefined {
  if (!isObject(raw)) return undefined;
  const where = site(raw.site);
  const tier = TIERS.find((known) => known === raw.tier);
  return where !== undefined && tier !== undefined ? { site: where, tier } : undefined;
}

const flag = one((raw) => (typeof raw === 'boolean' ? raw : undefined), 'write true or false');
const days = (raw: unknown) =>
  typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= MOST_DAYS ? raw : undefined;
const hours = (raw: unknown) =>
  typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= MOST_HOURS ? raw : undefined;
const contact = one(
  (raw) => (typeof raw === 'string' && raw.length <= LONGEST_CONTACT ? raw.trim() : undefined),
  `write words in quotes, ${LONGEST_CONTACT} letters at most`,
);
const terms = list(word, TERMS_HINT);

export const FIELDS: { [F in keyof Policy]: Field<Policy[F]> } = {
  rules: record(RULE_KEYS, rule, RULE_HINT),
  minScore: record(
    CATEGORY_KEYS,
    (raw) => (typeof raw === 'number' && raw >= 0 && raw <= 1 ? raw : undefined),
    'write a number from 0 to 1',
  ),
  aliasStyles: record(
    STYLED_KEYS,
    (raw, key) => (['label', OTHER_STYLE[key]] as const).find((known) => known === raw),
    'write "label", for names "stand-in", for dates, schools, grades and private facts "generalize"',
  ),
  allowTerms: terms,
  customTerms: terms,
  customPatterns: list(
    (raw) => {
      const pattern = word(raw);
      return pattern !== undefined && startOf(pattern) ? pattern : undefined;
    },
    `write at most ${MOST_PATTERNS} patterns of RE2 in quotes, each ${LONGEST_TERM} letters at most. A match begins with what few texts have, such as "LC-" or "[A-Z]{2}[0-9]", never with ".", "\\w", "[a-z]+", "[^x]", "[[:alpha:]]", "\\p{L}" or a part that may be missing`,
    { most: MOST_PATTERNS, named: true },
  ),
  idFormats: list(
    // A shape of digits alone needs four of them: fewer are in every text.
    (raw) => {
      const shape = word(raw);
      return shape && /^[#A-Za-z0-9 ./_-]{3,30}$/.test(shape) && (shape.match(/[#@0-9]/g)?.length ?? 0) >= 4
        ? shape
        : undefined;
    },
    'write shapes such as "######" or "S-#####": # is a digit, everything else is as it stands; at least four digits, 30 signs at most',
    { most: MOST_PATTERNS, named: true },
  ),
  schoolNames: terms,
  staffDomains: list(
    (raw) =>
      typeof raw === 'string' && /^@?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(raw)
        ? raw.replace(/^@/, '').toLowerCase()
        : undefined,
    'write domains such as "staff.example.org"',
    { named: true },
  ),
  approvedTools: list(
    approvedTool,
    `write { "site": "chatgpt", "tier": "${TIERS.join('" | "')}" }; a site is an id or a host`,
    { named: true },
  ),
  useInstead: contact,
  useInsteadLink: one(
    (raw) => (raw === '' || (typeof raw === 'string' && isWebAddress(raw)) ? raw : undefined),
    'write an address that begins with https://',
  ),
  unapprovedAction: oneOf(UNAPPROVED_ACTIONS, `write one of ${UNAPPROVED_ACTIONS.join(', ')}`),
  lighterRules: record(LIGHTER_KEYS, rule, `${RULE_HINT}; never for ${NEVER_LIGHTER.join(', ')}`),
  sitesOff: list(site, SITE_HINT, { named: true }),
  sitesAdd: list(site, SITE_HINT, { named: true }),
  allowPause: flag,
  allowUnchecked: flag,
  allowCopyNames: flag,
  allowCorrections: flag,
  topicsOff: list(
    (raw) => TOPICS.find((known) => known === raw),
    `write a list of topics, of these: ${TOPICS.join(', ')}`,
  ),
  statePack: oneOf(STATES, `write one of ${STATES.filter(Boolean).join(', ')}, or "" for none`),
  retentionDays: one(days, `write a number of days, from 0 (for ever) to ${MOST_DAYS}`),
  classListDays: one(days, `write a number of days, from 0 (no limit) to ${MOST_DAYS}`),
  vaultIdleHours: one(
    hours,
    `write a number of hours, from 0 (not before the browser closes) to ${MOST_HOURS}`,
  ),
  privacyContact: contact,
  safetyContact: contact,
  language: oneOf(LANGUAGES, `write one of ${LANGUAGES.filter(Boolean).join(', ')}, or "" for the browser's`),
  packs: list(
    (raw) => {
      const pack = text(LONGEST_PACK)(raw);
      return pack !== undefined && isJson(pack) ? pack : undefined;
    },
    'write the text of a pack file in quotes',
    { most: MOST_PATTERNS, named: true },
  ),
  welcome: oneOf(WELCOMES, `write one of "${WELCOMES.join('", "')}"`),
  locked: list(
    (raw) => (typeof raw === 'string' && LOCKABLE.includes(raw) ? raw : undefined),
    `write a list of rules and fields, of these: ${LOCKABLE.join(', ')}`,
  ),
};

/** `fields` is the list of names that a policy says it holds: Chromium drops a bad field without a word. */
export const NAMES_OF_FIELDS = terms;
export const POLICY_FIELDS: readonly string[] = [...Object.keys(FIELDS), 'fields'];

function isWebAddress(raw: string): boolean {
  return /^https:\/\/[^\s/]+/i.test(raw) && raw.length <= LONGEST_CONTACT;
}

function isJson(raw: string): boolean {
  try {
    JSON.parse(raw);
    return true;
  } catch {
    return false;
  }
}
