/** The detector for pages that may not need it: it is most of what they would load. */
import type { Detector } from './detect/detect.ts';

let made: Promise<Detector> | undefined;

/** The detector, loaded at the first call. Rejects where it cannot be; the next call tries again. */
export function lazyDetector(): Promise<Detector> {
  made ??= import('./detector-data.ts').then(({ makeDetector }) => makeDetector());
  made.catch(() => {
    made = undefined;
  });
  return made;
}
