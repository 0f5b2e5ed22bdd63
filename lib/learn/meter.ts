/**
 * Time between two signs of life (a key, a press, a scroll, a step) that lie further apart counts for nothing. Three
 * minutes: the longest lesson, some 260 words, at the 100 words a minute of a careful reader in a second language.
 */
export const IDLE_MS = 180_000;

/** Estimates time spent at a page. Whoever leaves it open and walks away spends none. */
export function createMeter() {
  let last: number | null = null;
  let spent = 0;
  return {
    /** A sign of life at a time in ms. */
    touch(now: number): void {
      if (last !== null && now > last && now - last <= IDLE_MS) spent += now - last;
      last = now;
    },
    /** The page is out of sight: what comes until the next sign of life is not counted. */
    pause(): void {
      last = null;
    },
    /** Whole seconds spent since they were last taken; what is left over is kept. */
    take(): number {
      const seconds = Math.floor(spent / 1000);
      spent -= seconds * 1000;
      return seconds;
    },
  };
}
