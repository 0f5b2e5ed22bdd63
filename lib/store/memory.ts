/**
 * What the teacher has chosen in each conversation of each tab, and which words are no person in this session. All of it
 * in `storage.session`: it is gone when the browser closes. Any page of ours may read it; only the background writes.
 */
import { browser } from 'wxt/browser';
import { type Ended, type Memory, NO_MEMORY, remembered } from '../choices.ts';
import { serialQueue } from './serial.ts';

/** By address, the one that was used last at the end. */
type OfTab = Record<string, Memory>;

const MOST_CONVERSATIONS = 40;
const NOT_PEOPLE = 'not-people';
const NOTED = 'noted-';
const key = (tabId: number) => `memory-${tabId}`;
const queue = serialQueue();

async function readTab(tabId: number): Promise<OfTab> {
  return ((await browser.storage.session.get(key(tabId)))[key(tabId)] ?? {}) as OfTab;
}

function change(tabId: number, edit: (tab: OfTab) => OfTab): Promise<void> {
  return queue(async () => {
    const edited = Object.entries(edit(await readTab(tabId))).slice(-MOST_CONVERSATIONS);
    await browser.storage.session.set({ [key(tabId)]: Object.fromEntries(edited) });
  });
}

/** What is remembered of the conversation at an address (host and path) of a tab. */
export async function readMemory(tabId: number, address: string): Promise<Memory> {
  return (await readTab(tabId))[address] ?? NO_MEMORY;
}

/** Adds how a review ended. */
export function keepMemory(tabId: number, address: string, ended: Ended): Promise<void> {
  return change(tabId, ({ [address]: before = NO_MEMORY, ...others }) => ({
    ...others,
    [address]: remembered(before, ended),
  }));
}

/** Forgets what was chosen in one conversation. */
export function forgetConversation(tabId: number, address: string): Promise<void> {
  return change(tabId, ({ [address]: _, ...others }) => others);
}

/** A new chat got its address: its choices go with it. */
export function moveMemory(tabId: number, from: string, to: string): Promise<void> {
  return change(tabId, ({ [from]: moved, ...others }) => (moved ? { ...others, [to]: moved } : others));
}

/** Whether names are swapped without asking in any conversation of a tab. */
export async function swapsWithoutAsking(tabId: number): Promise<boolean> {
  return Object.values(await readTab(tabId)).some(({ withoutAsking }) => withoutAsking === 'yes');
}

/** From now on everything new is asked about again in a tab. */
export function askAgain(tabId: number): Promise<void> {
  return change(tabId, (tab) =>
    Object.fromEntries(
      Object.entries(tab).map(([address, memory]) => [
        address,
        { ...memory, withoutAsking: 'offered', streak: 0 },
      ]),
    ),
  );
}

/** Forgets a tab that is closed. */
export function forgetTab(tabId: number): Promise<void> {
  return queue(() => browser.storage.session.remove([key(tabId), NOTED + tabId]));
}

/** Names that the teacher has called no person since the browser was started. */
export async function readNotPeople(): Promise<string[]> {
  return ((await browser.storage.session.get(NOT_PEOPLE))[NOT_PEOPLE] ?? []) as string[];
}

export function addNotPeople(names: string[]): Promise<void> {
  return queue(async () => {
    const all = new Set([...(await readNotPeople()), ...names]);
    await browser.storage.session.set({ [NOT_PEOPLE]: [...all] });
  });
}

/** How many smaller details went in with the last paste of a tab. A number and nothing else. */
export async function readNoted(tabId: number): Promise<number> {
  return Number((await browser.storage.session.get(NOTED + tabId))[NOTED + tabId] ?? 0);
}

export async function setNoted(tabId: number, count: number): Promise<void> {
  await browser.storage.session.set({ [NOTED + tabId]: count });
}
