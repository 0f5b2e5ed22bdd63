/** A policy as browsers take it: what every format of a file is made of. */
import { DEFAULT_POLICY } from '../defaults.ts';
import { POLICY_FIELDS } from '../fields.ts';

export type RawPolicy = Record<string, unknown>;

/** What a value is: of a field, of an entry of a list, or under a key of an object. */
export interface Shape {
  type: 'boolean' | 'number' | 'string' | 'list' | 'object';
  inner?: Shape;
}

const TEXT: Shape = { type: 'string' };

/** What a field holds; nothing for a field that is not known. The registry of Windows does not say it. */
export function shapeOf(field: string): Shape | undefined {
  if (field === 'fields') return { type: 'list', inner: TEXT };
  if (!Object.hasOwn(DEFAULT_POLICY, field)) return undefined;
  if (field === 'approvedTools') return { type: 'list', inner: { type: 'object', inner: TEXT } };
  if (field === 'minScore') return { type: 'object', inner: { type: 'number' } };
  const usual = DEFAULT_POLICY[field as keyof typeof DEFAULT_POLICY];
  if (Array.isArray(usual)) return { type: 'list', inner: TEXT };
  return typeof usual === 'object'
    ? { type: 'object', inner: TEXT }
    : { type: typeof usual as 'boolean' | 'number' | 'string' };
}

/**
 * A policy as it is given to a browser. In: what an administrator wrote, of any shape. Out: its fields in the order of the
 * table, those that are not known behind them, and `fields`, which names them all. What is null or empty is left out, since
 * it sets nothing; a rule with a condition is told in words, since the schema has one type for all rules. Characters that
 * not every format can hold (controls, halves of a pair) are left out.
 */
export function managedPolicy(raw: unknown): RawPolicy {
  const given = isObject(raw) ? raw : {};
  const known = POLICY_FIELDS.filter((field) => Object.hasOwn(given, field));
  const names = [...new Set([...known, ...Object.keys(given)])].filter((name) => name !== 'fields');
  const policy: RawPolicy = {};
  for (const name of names) {
    const value = cleaned(name === 'rules' || name === 'lighterRules' ? inWords(given[name]) : given[name]);
    if (!isEmpty(value)) policy[name] = value;
  }
  const fields = Object.keys(policy);
  return fields.length > 0 ? { ...policy, fields } : {};
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function inWords(rules: unknown): unknown {
  if (!isObject(rules)) return rules;
  return Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key, ruleInWords(rule)]));
}

/** A rule with a condition as one string; anything else as it is. */
export function ruleInWords(rule: unknown): unknown {
  if (!isObject(rule) || Object.keys(rule).length !== 3) return rule;
  const { when, then, else: otherwise } = rule;
  const isWhole = [when, then, otherwise].every((part) => typeof part === 'string');
  return isWhole ? `${then} when ${when}, else ${otherwise}` : rule;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return withoutControls(value);
  if (Array.isArray(value)) return value.map(cleaned).filter((one) => one !== undefined && one !== null);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [withoutControls(key), cleaned(one)])
      .filter(([, one]) => one !== undefined && one !== null),
  );
}

/** What XML 1.0 cannot hold, and what ends a string in the registry. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
}
