/**
 * The packs that stand in the district's policy. Like those that a teacher takes in, each is looked through for student
 * details before anything of it is shown. That takes a moment, so it is done once, and what was left is kept.
 */
import { browser } from 'wxt/browser';
import { lazyDetector } from '../lazy-detector.ts';
import { type Pack, readPack, writePack } from '../learn/pack.ts';
import { parsePolicy } from '../policy/parse.ts';
import { detailsIn, takeIn } from '../scan-pack.ts';
import { sha256 } from '../sha256.ts';
import { readDistrict, readSharedPolicy } from './settings.ts';

const KEPT = 'district-packs';

/** What is wrong with a pack: it is none, or nothing is left of it that could not point to a student. */
export interface RefusedPack {
  /** Empty where it has none. */
  title: string;
  fault: 'no-pack' | 'named';
}

interface Kept {
  /** Which packs they are of, and which version looked them through. */
  of: string;
  packs: unknown[];
  refused: RefusedPack[];
}

export interface DistrictPacks {
  packs: Pack[];
  refused: RefusedPack[];
}

/** The district's packs that were looked through; none before that. */
export async function readDistrictPacks(): Promise<DistrictPacks> {
  const { texts, kept } = await stand();
  if (texts.length === 0 || !kept) return { packs: [], refused: [] };
  return { packs: kept.packs.flatMap((raw) => readPack(raw, null).pack ?? []), refused: kept.refused };
}

/**
 * Looks the district's packs through, where that was not done yet.
 * @returns whether there is anything new
 */
export async function checkDistrictPacks(): Promise<boolean> {
  const { texts, of, kept } = await stand();
  if (texts.length === 0 || kept) return false;
  const [by, policy] = await Promise.all([lazyDetector(), readSharedPolicy()]);
  // What the district has written is looked through once, whoever is on a teacher's lists by then.
  const packs: unknown[] = [];
  const refused: RefusedPack[] = [];
  for (const text of texts) {
    const { pack } = readPack(JSON.parse(text), null);
    const left = pack && (await takeIn(pack, (words) => detailsIn(words, by, policy, null), breathe)).pack;
    if (left) packs.push(JSON.parse(writePack(left)));
    else if (pack) refused.push({ title: pack.title, fault: 'named' });
    else refused.push({ title: '', fault: 'no-pack' });
  }
  await browser.storage.local.set({ [KEPT]: { of, packs, refused } satisfies Kept });
  return true;
}

async function stand(): Promise<{ texts: string[]; of: string; kept: Kept | null }> {
  const { packs: texts = [] } = parsePolicy(await readDistrict(['packs'])).policy;
  if (texts.length === 0) return { texts, of: '', kept: null };
  const of = await sha256([browser.runtime.getManifest().version, ...texts].join('\n'));
  const kept = (await browser.storage.local.get(KEPT))[KEPT] as Kept | undefined;
  return { texts, of, kept: kept?.of === of ? kept : null };
}

/** Lets the page draw. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
