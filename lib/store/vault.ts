/**
 * The labels of this browser session and whom they stand for. Pairs live in `storage.session` (memory); on disk is
 * only the next free number of each kind, so that no number is ever given to a second person in this profile.
 * Any page of ours may read them (content scripts cannot read `storage.session`); only the background writes.
 */
import { browser } from 'wxt/browser';
import type { Alias, GivenAlias } from '../redact/alias.ts';
import {
  type AliasRequest,
  aliasesOf,
  assignAliases,
  emptyVault,
  type LookedUp,
  lookUp,
  type VaultState,
} from '../redact/vault.ts';
import { serialQueue } from './serial.ts';

const ENTRIES = 'vault';
const NEXT = 'label-numbers';
const queue = serialQueue();

async function read(): Promise<VaultState> {
  const [session, disk] = await Promise.all([
    browser.storage.session.get(ENTRIES),
    browser.storage.local.get(NEXT),
  ]);
  return {
    entries: (session[ENTRIES] ?? []) as VaultState['entries'],
    next: { ...emptyVault().next, ...(disk[NEXT] as Partial<VaultState['next']> | undefined) },
  };
}

/**
 * Gives each request its label: the one it has, or a new one. `draft` may already hold labels, which are not used again.
 * @param names reads the names of the class lists, for invented names that are none of them
 */
export function assignLabels(
  requests: AliasRequest[],
  draft: string,
  names: () => Promise<string[]>,
): Promise<GivenAlias[]> {
  return queue(async () => {
    const taken = requests.some(({ standIn }) => standIn) ? await names() : [];
    const { state, aliases } = assignAliases(await read(), requests, draft, { taken, random: Math.random });
    // Numbers first: a crash between the two may waste a number, but never gives it twice.
    await browser.storage.local.set({ [NEXT]: state.next });
    await browser.storage.session.set({ [ENTRIES]: state.entries });
    return aliases;
  });
}

/** Who requests are to the labels of this session, without giving a label. `here`: the labels of the conversation. */
export async function lookUpLabels(requests: AliasRequest[], here: string[]): Promise<LookedUp[]> {
  return lookUp(await read(), requests, new Set(here));
}

/** Every label and every invented name of this session, for putting names back. */
export async function listLabels(): Promise<Alias[]> {
  return aliasesOf(await read());
}
