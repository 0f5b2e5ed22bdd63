/** Reads a raw policy (a district's managed settings, a teacher's settings, a file), each field alone. */
import { FIELDS, NAMES_OF_FIELDS, POLICY_FIELDS } from './fields.ts';
import type { Policy } from './policy.ts';

/**
 * Reads a policy. In: any value. Out: the fields that were understood, and the names of those that were not
 * (`allowPause`, `rules.email`, `approvedTools.2`, or `policy` for a value that is no object); never their values. Throws
 * nothing. What was understood of a list or an object counts. A rule under an unknown key is a problem.
 */
export function parsePolicy(raw: unknown): { policy: Partial<Policy>; problems: string[] } {
  if (raw === undefined || raw === null) return { policy: {}, problems: [] };
  if (typeof raw !== 'object' || Array.isArray(raw)) return { policy: {}, problems: ['policy'] };

  const policy: Partial<Policy> = {};
  const problems = Object.keys(raw).filter((field) => !POLICY_FIELDS.includes(field));
  const given = raw as Record<string, unknown>;
  const read = <F extends keyof Policy>(name: F) => {
    if (!Object.hasOwn(given, name) || given[name] === undefined) return;
    const { value, bad } = FIELDS[name].read(given[name]);
    if (value !== undefined) policy[name] = value;
    problems.push(...bad.map((key) => (key === '' ? name : `${name}.${key}`)));
  };
  for (const name of Object.keys(FIELDS)) read(name as keyof Policy);

  if (Object.hasOwn(given, 'fields') && given.fields !== undefined) {
    const { value = [], bad } = NAMES_OF_FIELDS.read(given.fields);
    if (bad.length > 0) problems.push('fields');
    problems.push(...value.filter((field) => !holds(given, field)));
  }
  return { policy, problems: [...new Set(problems)] };
}

/** Whether a policy has a field or, as in `rules.email`, a key of it. */
function holds(raw: Record<string, unknown>, path: string): boolean {
  if (Object.hasOwn(raw, path)) return true;
  const dot = path.indexOf('.');
  const outer = raw[path.slice(0, dot)];
  return dot > 0 && typeof outer === 'object' && outer !== null && Object.hasOwn(outer, path.slice(dot + 1));
}
