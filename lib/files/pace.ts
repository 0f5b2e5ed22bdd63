import { FileProblem, type Watch } from './file.ts';

/** Work without a breath for longer than this would keep a worker from hearing that it shall stop. */
const BREATH_MS = 40;

/** @throws FileProblem 'cancelled' where the reader has given up */
export function stopIfCancelled(watch: Watch | undefined): void {
  if (watch?.signal?.aborted) throw new FileProblem('cancelled');
}

/** The pace of long work: breaths between its steps, progress, and its end where it is called off. */
export class Pace {
  readonly #watch: Watch;
  #last = Date.now();

  constructor(watch: Watch = {}) {
    this.#watch = watch;
  }

  get signal(): AbortSignal | undefined {
    return this.#watch.signal;
  }

  /** Says how much is done. @param share between 0 and 1 */
  progress(share: number): void {
    this.#watch.progress?.(Math.min(1, share));
  }

  /** Call it between steps; it mostly returns at once. Throws FileProblem 'cancelled'. */
  async breathe(): Promise<void> {
    if (Date.now() - this.#last > BREATH_MS) {
      await new Promise<void>((resume) => setTimeout(resume, 0));
      this.#last = Date.now();
    }
    stopIfCancelled(this.#watch);
  }
}
