/** Office files within an Office file: the workbook behind a chart, say. */
import { FileProblem, type OpenedFile, type Unread } from '../file.ts';
import type { Pace } from '../pace.ts';
import { unpack } from '../zip.ts';
import type { Open } from './opened.ts';
import type { Copy, OfficePackage } from './package.ts';
import { Reading, type Section } from './reading.ts';
import type { Local } from './words.ts';

const OFFICE_FILE = /\.(?:doc|dot|xls|xlt|ppt|pot|pps)[xm]$/i;

export class Embedded {
  readonly path: string;
  readonly #file: OpenedFile;
  readonly #swaps = new WeakMap<Copy, Local[]>();

  constructor(path: string, file: OpenedFile) {
    this.path = path;
    this.#file = file;
  }

  get unread(): Unread[] {
    return this.#file.unread;
  }

  /** Its parts, without its name: that is one that a program gave. */
  sections(): Section[] {
    return this.#file.parts.slice(1).map(({ kind, name, start, end }) => {
      const reading = new Reading();
      reading.showLines(this.#file.text.slice(start, end), {
        holds: true,
        swap: (locals, copy) => {
          const swaps = this.#swaps.get(copy) ?? [];
          this.#swaps.set(copy, swaps);
          for (const local of locals) {
            swaps.push({ ...local, start: local.start + start, end: local.end + start });
          }
        },
      });
      return { kind, name, hidden: true, reading };
    });
  }

  async write(copy: Copy, signal: AbortSignal | undefined): Promise<void> {
    const swaps = (this.#swaps.get(copy) ?? []).map(({ surrogate, ...span }) => ({ span, surrogate }));
    copy.replace(this.path, (await this.#file.rewrite(swaps, { signal })).bytes);
  }
}

/** The Office files among some entries, as far as they can be opened. Throws FileProblem 'cancelled'. */
export async function openEmbedded(
  files: OfficePackage,
  paths: string[],
  open: Open,
  pace: Pace,
): Promise<Embedded[]> {
  const embedded: Embedded[] = [];
  for (const path of paths.filter((one) => OFFICE_FILE.test(one))) {
    try {
      const bytes = unpack(files.entry(path)!, files.budget);
      const name = path.slice(path.lastIndexOf('/') + 1);
      embedded.push(new Embedded(path, await open(bytes, name, { signal: pace.signal })));
    } catch (error) {
      // What cannot be opened is said to be unread.
      if (!(error instanceof FileProblem) || error.code === 'cancelled') throw error;
    }
  }
  return embedded;
}
