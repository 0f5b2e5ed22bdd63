/**
 * The counter of label numbers: the next free one of each kind, on disk, and no name. It only ever rises, also after
 * everything is erased, so that no number is ever given to a second person in this profile. Background only.
 */
import { browser } from 'wxt/browser';
import type { LabelKind } from '../redact/labels.ts';
import { emptyVault, type VaultState } from '../redact/vault.ts';
import { serialQueue } from './serial.ts';

const NEXT = 'label-numbers';
/** One after the other: whatever gives out numbers, or changes whom they stand for. */
export const inTurn = serialQueue();

type NextNumbers = VaultState['next'];

async function readNextNumbers(): Promise<NextNumbers> {
  const stored = (await browser.storage.local.get(NEXT))[NEXT] as Partial<NextNumbers> | undefined;
  return { ...emptyVault().next, ...stored };
}

/**
 * Runs a task that gives out numbers, alone. In: the counter, and what keeps the new one. That has to be kept before a number
 * is used: a crash between the two may waste a number, but never gives it twice.
 */
export function givingNumbers<T>(
  task: (next: NextNumbers, keep: (next: NextNumbers) => Promise<void>) => Promise<T>,
): Promise<T> {
  const keep = (next: NextNumbers) => browser.storage.local.set({ [NEXT]: next });
  return inTurn(async () => task(await readNextNumbers(), keep));
}

/** A block is larger than what is drawn from it: who comes later is not told by a higher number alone. */
const LEAST_SPARE = 8;

/** Sets a block of numbers aside that holds more than `count`, and is never given out again. None for nobody. */
export function setNumbersAside(kind: LabelKind, count: number): Promise<number[]> {
  if (count === 0) return Promise.resolve([]);
  return givingNumbers(async (next, keep) => {
    const size = count + Math.max(LEAST_SPARE, Math.ceil(count / 2));
    await keep({ ...next, [kind]: next[kind] + size });
    return Array.from({ length: size }, (_, i) => next[kind] + i);
  });
}
