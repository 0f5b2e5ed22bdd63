/**
 * Where the two content scripts of a frame meet: the guard (document_start) and the detector (document_idle) share
 * one isolated world. Keyed by a symbol, since a page can put named elements in the way of plain globals.
 */
import type { Detector } from './detect/detect.ts';

export interface Slot {
  detector: Detector | null;
  /** Called once the detector is there. */
  waiting: ((detector: Detector) => void)[];
  /** Whether the guard that runs in this world still has its extension; null where none runs. */
  guardAlive: (() => boolean) | null;
}

const KEY = Symbol.for('chalkline.slot');

export function slot(): Slot {
  const world = globalThis as { [KEY]?: Slot };
  world[KEY] ??= { detector: null, waiting: [], guardAlive: null };
  return world[KEY];
}

/** Puts the detector where the guard looks for it. The first one stays. */
export function provideDetector(make: () => Detector): void {
  const here = slot();
  if (here.detector) return;
  here.detector = make();
  for (const tell of here.waiting.splice(0)) tell(here.detector);
}

/** The detector when it comes, or null after `ms`. */
export function waitForDetector(ms: number): Promise<Detector | null> {
  const here = slot();
  if (here.detector) return Promise.resolve(here.detector);
  return new Promise((resolve) => {
    here.waiting.push(resolve);
    setTimeout(() => resolve(null), ms);
  });
}
