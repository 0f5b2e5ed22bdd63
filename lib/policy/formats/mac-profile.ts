/** A configuration profile for macOS: one payload for each browser, in the domain that it reads for an extension. */
import { isObject, type RawPolicy } from './managed.ts';
import { readPlist, writePlist } from './plist.ts';
import type { Targets } from './targets.ts';

const DOMAINS = { chrome: 'com.google.Chrome', edge: 'com.microsoft.Edge' } as const;

/** The text of a .mobileconfig file. The same policy and ids make the same file, byte by byte. */
export function macProfile(policy: RawPolicy, { chrome, edge }: Targets): string {
  const payloads = [
    { type: `${DOMAINS.chrome}.extensions.${chrome.id}`, name: 'Chalkline in Google Chrome' },
    { type: `${DOMAINS.edge}.extensions.${edge.id}`, name: 'Chalkline in Microsoft Edge' },
  ].map(({ type, name }) => ({
    ...policy,
    PayloadDisplayName: name,
    PayloadEnabled: true,
    PayloadIdentifier: `chalkline.policy.${type}`,
    PayloadType: type,
    PayloadUUID: uuidOf(JSON.stringify([type, policy])),
    PayloadVersion: 1,
  }));
  return writePlist({
    PayloadContent: payloads,
    PayloadDescription: 'Settings of the browser extension Chalkline.',
    PayloadDisplayName: 'Chalkline',
    PayloadIdentifier: 'chalkline.policy',
    PayloadRemovalDisallowed: true,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: uuidOf(JSON.stringify(payloads)),
    PayloadVersion: 1,
  });
}

/** The policy of one browser in a profile. */
export interface ProfilePolicy {
  browser: 'chrome' | 'edge';
  id: string;
  policy: RawPolicy;
}

/** Reads a profile, or the bare property list of one extension. Nothing where it is no property list in XML. */
export function readProfile(text: string): { policies: ProfilePolicy[]; ignored: string[] } | undefined {
  const read = readPlist(text);
  if (!read || !isObject(read.value)) return undefined;
  const { PayloadContent: content } = read.value;
  const policies: ProfilePolicy[] = [];
  const ignored: string[] = [];
  for (const payload of Array.isArray(content) ? content : []) {
    if (!isObject(payload)) continue;
    const type = String(payload.PayloadType);
    const [, domain, id] = /^(.+)\.extensions\.([a-p]{32})$/.exec(type) ?? [];
    const browser = domain === DOMAINS.edge ? 'edge' : 'chrome';
    if (id === undefined) ignored.push(type);
    else policies.push({ browser, id, policy: withoutHead(payload) });
  }
  return { policies, ignored };
}

/** What Apple's own keys of a payload leave. */
function withoutHead(payload: Record<string, unknown>): RawPolicy {
  return Object.fromEntries(Object.entries(payload).filter(([key]) => !key.startsWith('Payload')));
}

/**
 * A UUID made of a text, version 8 of RFC 9562: an MDM takes a profile with another UUID for a new one. Four runs of
 * MurmurHash3's mixing; two policies that differ must differ here, and nobody is kept out by it.
 */
function uuidOf(text: string): string {
  const words = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f].map((seed) => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x5bd1e995);
      hash ^= hash >>> 13;
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return ((hash ^ (hash >>> 15)) >>> 0).toString(16).padStart(8, '0');
  });
  const hex = words.join('');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ]
    .join('-')
    .toUpperCase();
}
