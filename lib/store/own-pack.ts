/** Prompts and tips of the teacher's own, and the packs that were taken in. On this machine only; erased with everything else. */
import { browser } from 'wxt/browser';
import { type Pack, readPack, writePack } from '../learn/pack.ts';
import { spoken } from '../words.ts';
import { readDistrictPacks } from './district-packs.ts';
import { pageLanguage } from './language.ts';
import { serialQueue } from './serial.ts';

const OWN = 'own-pack';
const TAKEN_IN = 'packs';
/** A pack has a title; this one needs none until it is shared. */
const NO_TITLE = '-';
const queue = serialQueue();

export interface Shelf {
  own: Pack;
  /** The newest first. */
  packs: Pack[];
}

/** What is stored, each time checked as a file would be: what is damaged is left out. */
export async function readShelf(): Promise<Shelf> {
  const stored = await browser.storage.local.get([OWN, TAKEN_IN]);
  const read = (raw: unknown) => readPack(raw, null).pack;
  const packs = Array.isArray(stored[TAKEN_IN]) ? stored[TAKEN_IN] : [];
  const empty: Pack = {
    title: NO_TITLE,
    from: '',
    language: spoken(await pageLanguage()),
    prompts: [],
    tips: [],
  };
  return { own: read(stored[OWN]) ?? empty, packs: packs.flatMap((raw) => read(raw) ?? []) };
}

/** All packs: the district's first, the teacher's own last. */
export async function readPacks(): Promise<Pack[]> {
  const [district, { own, packs }] = await Promise.all([readDistrictPacks(), readShelf()]);
  return [...district.packs, ...packs, own];
}

const stored = (pack: Pack): unknown => JSON.parse(writePack(pack));

export function changeOwn(change: (own: Pack) => Pack): Promise<void> {
  return queue(async () => browser.storage.local.set({ [OWN]: stored(change((await readShelf()).own)) }));
}

/** Takes a pack in, in place of one with the same title and origin. */
export function addPack(pack: Pack): Promise<void> {
  return changePacks((packs) => [pack, ...packs.filter((one) => !isSamePack(one, pack))]);
}

export function removePack(pack: Pack): Promise<void> {
  return changePacks((packs) => packs.filter((one) => !isSamePack(one, pack)));
}

export function isSamePack(a: Pack, b: Pack): boolean {
  return a.title === b.title && a.from === b.from && a.language === b.language;
}

function changePacks(change: (packs: Pack[]) => Pack[]): Promise<void> {
  return queue(async () => {
    const { packs } = await readShelf();
    await browser.storage.local.set({ [TAKEN_IN]: change(packs).map(stored) });
  });
}
