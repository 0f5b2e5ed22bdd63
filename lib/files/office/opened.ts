import { type FileKind, FileProblem, type OpenedFile, summed, type Unread, type Watch } from '../file.ts';
import { Pace } from '../pace.ts';
import type { Extras } from './extras.ts';
import { identifierOf } from './formula.ts';
import { Literals } from './literals.ts';
import { Copy, type OfficePackage } from './package.ts';
import { assembled, Reading, type Section, stretchesOf } from './reading.ts';
import { type Words, withLocals } from './words.ts';

/** Opens a file of one family. Throws FileProblem. */
export type Open = (bytes: Uint8Array, name: string, watch?: Watch) => Promise<OpenedFile>;

/** A file that has been read. */
export interface ReadFile {
  kind: FileKind;
  package: OfficePackage;
  /** Media type. */
  type: string;
  sections: Section[];
  unread: Unread[];
  extras: Extras;
  /** Makes what is not yet in the copy: tidies up, and puts surrogates where words stand that the text does not show. */
  finish(copy: Copy, literals: Literals, pace: Pace): Promise<void>;
}

/** What no system takes in the name of a file. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]/gu;

function nameSection(base: string): Section {
  const words: Words = {
    holds: true,
    swap(locals, copy) {
      copy.fileName = withLocals(base, locals).replace(NOT_IN_NAMES, '_');
    },
  };
  const reading = new Reading();
  reading.show(base, words);
  return { kind: 'file-name', name: '', hidden: false, reading };
}

/**
 * The file with its words as one text. Its `rewrite` opens the copy again and counts the words that were swapped: where one
 * stands there more often than in the swapped text, FileProblem 'damaged' is thrown and no copy is given.
 * @param name with its ending @param open opens files of this family
 */
export function openedFile(file: ReadFile, name: string, open: Open): OpenedFile {
  const dot = name.lastIndexOf('.');
  const base = dot > 0 ? name.slice(0, dot) : name;
  const ending = dot > 0 ? name.slice(dot) : `.${file.kind}`;
  const { reading, parts } = assembled([nameSection(base), ...file.sections]);
  const { text } = reading;

  return {
    ...{ kind: file.kind, text, parts, unread: file.unread },
    async rewrite(swaps, watch) {
      const pace = new Pace(watch);
      const stretches = stretchesOf(swaps, text.length);
      const literals = new Literals();
      for (const { start, end, surrogate } of stretches) {
        const words = text.slice(start, end);
        literals.add(words, surrogate);
        // As names of bookmarks and ranges are made of words.
        if (words.includes(' ')) literals.add(words.replaceAll(' ', '_'), identifierOf(surrogate));
      }
      const copy = new Copy(file.package, base);
      file.extras.empty(copy);
      reading.swap(stretches, copy);
      await pace.breathe();
      await file.finish(copy, literals, pace);
      pace.progress(0.4);
      const bytes = copy.pack();
      await pace.breathe();
      pace.progress(0.6);
      const again = await open(bytes, `${copy.fileName}${ending}`, { signal: watch?.signal });
      const expected = literals.countsIn(withLocals(text, stretches));
      for (const [literal, count] of literals.countsIn(again.text)) {
        if (count > (expected.get(literal) ?? 0)) throw new FileProblem('damaged');
      }
      pace.progress(1);
      return { name: `${copy.fileName}${ending}`, type: file.type, bytes, lost: [] };
    },
  };
}

/** Which entries of an archive hold what is not read, by how their names end. */
const PICTURE = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|emz|wmz|svg|svm|webp|ico|heic|wdp|jxr|pct|pict|eps)$/i;
const ARCHIVE = /\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz)$/i;
/** Fonts, settings of printers, and what programs keep for themselves. */
const NOTHING_TO_READ =
  /\.(?:odttf|fntdata|ttf|otf|rdf|psmdcp)$|printerSettings\d*\.bin$|\/$|^mimetype$|^_xmlsignatures\//i;

/** What is not read of entries that hold no XML. @param isMacro whether one of them is a macro */
export function unreadOf(paths: string[], isMacro: (path: string) => boolean): Unread[] {
  return summed(
    paths
      .filter((path) => !NOTHING_TO_READ.test(path))
      .map((path) => {
        if (isMacro(path)) return { what: 'macro', times: 1 };
        if (PICTURE.test(path)) return { what: 'picture', times: 1 };
        return { what: ARCHIVE.test(path) ? 'archive' : 'embedded-file', times: 1 };
      }),
  );
}
