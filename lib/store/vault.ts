/**
 * The labels of this browser session and whom they stand for. Pairs live in `storage.session` (memory); on disk are only
 * the next free numbers and, encrypted, the numbers of people on class lists. Any page of ours may read the pairs (content
 * scripts cannot read `storage.session`); only the background writes.
 */
import { browser } from 'wxt/browser';
import type { Alias } from '../redact/alias.ts';
import {
  type AliasRequest,
  assignAliases,
  emptyVault,
  type LookedUp,
  lookUp,
  type VaultState,
} from '../redact/vault.ts';
import { givingNumbers } from './label-numbers.ts';
import { listedFor, listedIn } from './listed-labels.ts';

const ENTRIES = 'vault';

async function readEntries(): Promise<VaultState['entries']> {
  return ((await browser.storage.session.get(ENTRIES))[ENTRIES] ?? []) as VaultState['entries'];
}

/** Gives each request its label: the one it has, or a new one. `draft` may already hold labels, which are not used again. */
export function assignLabels(requests: AliasRequest[], draft: string): Promise<Alias[]> {
  return givingNumbers(async (next, keep) => {
    const [entries, listed] = await Promise.all([readEntries(), listedFor(requests)]);
    const { state, aliases } = assignAliases({ entries, next }, requests, draft, listed);
    await keep(state.next);
    await browser.storage.session.set({ [ENTRIES]: state.entries });
    return aliases;
  });
}

/** Who requests are to the labels of this session, without giving a label. `here`: the labels of the conversation. */
export async function lookUpLabels(requests: AliasRequest[], here: string[]): Promise<LookedUp[]> {
  const [entries, listed] = await Promise.all([readEntries(), listedFor(requests)]);
  return lookUp({ ...emptyVault(), entries }, requests, new Set(here), listed);
}

/** Whom the labels in texts stand for: all of this session, and those of listed people that are in them. */
export async function labelsFor(texts: string[]): Promise<Alias[]> {
  const [entries, listed] = await Promise.all([readEntries(), listedIn(texts)]);
  // What a list says of a name is newer.
  const isListed = new Set(listed.map(({ surrogate }) => surrogate));
  const ofSession = entries
    .filter(({ surrogate }) => !isListed.has(surrogate))
    .map(({ surrogate, original, category }): Alias => ({ surrogate, original, category, entity: 0 }));
  return [...ofSession, ...listed];
}
