/**
 * Where the content scripts of a frame meet: the guard (document_start), the detector (document_idle) and, where a policy
 * has patterns, what looks for them share one isolated world. Keyed by a symbol, since a page can put named elements in the way of plain globals.
 */
import type { Detector } from './detect/detect.ts';
import type { FindPatterns } from './policy/own-words.ts';

export interface Slot {
  detector: Detector | null;
  /** Null where no policy has needed it yet. */
  patterns: FindPatterns | null;
  /** Called once one of the two is there. */
  waiting: (() => void)[];
  /** Whether the guard that runs in this world still has its extension; null where none runs. */
  guardAlive: (() => boolean) | null;
}

const KEY = Symbol.for('chalkline.slot');

export function slot(): Slot {
  const world = globalThis as { [KEY]?: Slot };
  world[KEY] ??= { detector: null, patterns: null, waiting: [], guardAlive: null };
  return world[KEY];
}

/** Puts the detector where the guard looks for it. The first one stays. */
export function provideDetector(make: () => Detector): void {
  const here = slot();
  here.detector ??= make();
  tellWaiting();
}

/** The same with what looks for patterns. */
export function providePatterns(patterns: FindPatterns): void {
  slot().patterns ??= patterns;
  tellWaiting();
}

function tellWaiting(): void {
  for (const tell of slot().waiting.splice(0)) tell();
}

/** A part of the slot when it comes, or null after `ms`. */
export async function waitFor<P extends 'detector' | 'patterns'>(part: P, ms: number): Promise<Slot[P]> {
  const here = slot();
  const end = Date.now() + ms;
  while (!here[part] && Date.now() < end) {
    await new Promise<void>((resolve) => {
      here.waiting.push(resolve);
      setTimeout(resolve, end - Date.now());
    });
  }
  return here[part];
}
