/** What a teacher can copy for whoever helps: how Chalkline stands here, and nothing about anybody's work. In English. */
import type { TabState } from './messages.ts';
import { canonicalPolicy } from './policy/canonical.ts';
import { POLICY_FIELDS, RULE_KEYS } from './policy/fields.ts';
import type { EffectivePolicy } from './policy/policy.ts';
import { sha256 } from './sha256.ts';

export interface Support {
  version: string;
  /** The browser's own description of itself. */
  userAgent: string;
  /** How the tab stands; null where the page is about none. */
  state: TabState['state'] | null;
  reason: TabState['reason'];
  /** What the district manages, of any shape. */
  district: unknown;
  problems: EffectivePolicy['problems'];
}

/** Lines of the text that is copied. No site, no count, no text, no account; of the policy a hash and names of fields. */
export async function supportDetails(about: Support): Promise<string> {
  const { version, userAgent, state, reason, problems } = about;
  const policy = canonicalPolicy(about.district);
  const names = [...new Set(problems.map(({ field, source }) => `${shown(field)} (${source})`))];
  return [
    `Chalkline ${version}`,
    `Browser: ${browserOf(userAgent)}`,
    ...(state ? [`This tab: ${reason ? `${state}, ${reason}` : state}`] : []),
    `District policy, SHA-256: ${policy ? await sha256(policy) : 'none'}`,
    `Settings not read: ${[problems.length, ...names].join(', ')}`,
  ].join('\n');
}

/** A field that is known, a rule or a place in a list of it. What else a policy holds as a key may be anything. */
function shown(path: string): string {
  const [field = '', ...rest] = path.split('.');
  const key = rest.join('.');
  if (path === 'policy') return path;
  if (!POLICY_FIELDS.includes(field)) return 'a field that is not known';
  if (key === '') return field;
  return /^\d+$/.test(key) || RULE_KEYS.some((rule) => rule === key) ? path : `${field}.(not known)`;
}

const BROWSERS: [name: string, version: RegExp][] = [
  ['Edge', / Edg\/(\d+)/],
  ['Firefox', / Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
];

/** Name and main version: what else a browser says of itself would help to tell one machine from others. */
function browserOf(userAgent: string): string {
  for (const [name, version] of BROWSERS) {
    const found = version.exec(userAgent)?.[1];
    if (found) return `${name} ${found}`;
  }
  return 'another one';
}
