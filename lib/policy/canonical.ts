/** One text for all ways to write the same policy, so that two can be compared by a hash. */
import { parsePolicy } from './parse.ts';

/**
 * What was understood of a district's policy, as JSON without spaces and with its keys in order; '' where that is nothing.
 * In: the policy, of any shape.
 */
export function canonicalPolicy(raw: unknown): string {
  const { policy } = parsePolicy(raw);
  return Object.keys(policy).length === 0 ? '' : JSON.stringify(policy, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
