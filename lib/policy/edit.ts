/** Changes of a policy while it is being written. Nothing that is not understood gets lost on the way. */
import { type Checks, checkPolicy } from './check.ts';
import { isObject, type RawPolicy } from './formats/managed.ts';
import type { Policy } from './policy.ts';

/** The policy with a field set; without it where the value sets nothing. */
export function withField(policy: RawPolicy, field: keyof Policy, value: unknown): RawPolicy {
  const { [field]: _, ...rest } = policy;
  const isNothing =
    value === undefined ||
    value === '' ||
    (typeof value === 'object' && Object.keys(Object(value)).length === 0);
  return isNothing ? rest : { ...policy, [field]: value };
}

/** The policy with one key of `rules` or its like set; without it where there is no value. */
export function withKey(
  policy: RawPolicy,
  field: 'rules' | 'lighterRules' | 'minScore' | 'aliasStyles',
  key: string,
  value: unknown,
): RawPolicy {
  const { [key]: _, ...rest } = objectIn(policy, field);
  return withField(policy, field, value === undefined ? rest : { ...objectIn(policy, field), [key]: value });
}

/** The policy with a name on the list of what is locked, or taken from it. */
export function withLock(policy: RawPolicy, name: string, on: boolean): RawPolicy {
  const others = listIn(policy, 'locked').filter((one) => one !== name);
  return withField(policy, 'locked', on ? [...others, name] : others);
}

/** The policy with the tier of a tool; not on the list where there is none. */
export function withTool(policy: RawPolicy, site: string, tier: string | undefined): RawPolicy {
  const tools = listIn(policy, 'approvedTools');
  const isIt = (tool: unknown) => isObject(tool) && tool.site === site;
  if (tier === undefined)
    return withField(
      policy,
      'approvedTools',
      tools.filter((tool) => !isIt(tool)),
    );
  const known = tools.some(isIt);
  const changed = tools.map((tool) => (isIt(tool) ? { site, tier } : tool));
  return withField(policy, 'approvedTools', known ? changed : [...tools, { site, tier }]);
}

/** The policy without a field, a key or an entry. In: its path, as problems name it. */
export function withoutPath(policy: RawPolicy, path: string): RawPolicy {
  if (Object.hasOwn(policy, path)) {
    const { [path]: _, ...rest } = policy;
    return rest;
  }
  const [field = '', ...parts] = path.split('.');
  const key = parts.join('.');
  const value = policy[field];
  const left = Array.isArray(value)
    ? value.filter((_, i) => String(i) !== key)
    : Object.fromEntries(Object.entries(Object(value)).filter(([name]) => name !== key));
  return withField(policy, field as keyof Policy, left);
}

/** A list as it stands in a policy; empty where there is none. */
export function listIn(policy: RawPolicy, field: keyof Policy): unknown[] {
  const value = policy[field];
  return Array.isArray(value) ? value : [];
}

/** An object as it stands in a policy; empty where there is none. */
export function objectIn(policy: RawPolicy, field: keyof Policy): Record<string, unknown> {
  const value = policy[field];
  return isObject(value) ? value : {};
}

export interface FieldProblem {
  /** `rules.email`, `idFormats.2`. */
  path: string;
  /** The key or the place in a list; '' for the field as a whole. */
  key: string;
  hint: string;
  /** What is known and looks like what was written. */
  near?: string;
}

/** What is wrong with a policy, by field. */
export function problemsIn(policy: RawPolicy, checks: Checks = {}): Map<string, FieldProblem[]> {
  const problems = checkPolicy(JSON.stringify(policy), checks).map(({ field: path, hint, near }) => {
    const [field = '', ...parts] = Object.hasOwn(policy, path) ? [path] : path.split('.');
    return { field, path, key: parts.join('.'), hint, near };
  });
  return Map.groupBy(problems, ({ field }) => field);
}
