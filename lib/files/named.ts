/** A file with its name, which is the first part of its text: many a name stands nowhere else. */
import {
  type FileKind,
  type FilePart,
  FileProblem,
  type OpenedFile,
  type RewrittenFile,
  summed,
  type Unread,
  type Watch,
} from './file.ts';
import { stopIfCancelled } from './pace.ts';
import {
  type Cut,
  cutsOf,
  cutsWithin,
  edited,
  editsOf,
  isGone,
  type Section,
  type Sweep,
  sweepFor,
} from './source-text.ts';

/** What of a file is not its name. */
export interface Body {
  sections: Omit<Section, 'edits'>[];
  unread: Unread[];
  /**
   * The copy with cuts of the sections' texts made.
   * @param sweep for what is not in these texts
   */
  copy(cuts: Cut[], sweep: Sweep, watch?: Watch): Copy | Promise<Copy>;
}

/** What a copy is beside its name. */
interface Copy extends Omit<RewrittenFile, 'name'> {
  /** Where it is of another kind. */
  ending?: string;
  /** The texts of its sections, read again. */
  text: string;
}

/** A file's name in two: `ending` has its dot, and is empty where there is none. */
export function splitName(name: string): { base: string; ending: string } {
  const ending = /(?<=.)\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
  return { base: name.slice(0, name.length - ending.length), ending };
}

/** Words as they may stand in the name of a file on any system. */
const inName = (words: string): string => words.replace(/[\\/:*?"<>|\r\n\t]/g, '-');

/**
 * Puts a name and what was read together. A copy is read again before it is handed over: where a word stands in it that was
 * swapped, FileProblem `damaged` is thrown and there is none.
 */
export function named(kind: FileKind, name: string, { sections, unread, copy }: Body): OpenedFile {
  const { base, ending } = splitName(name);
  const parts: FilePart[] = [{ kind: 'file-name', name: '', hidden: false, start: 0, end: base.length + 1 }];
  for (const { kind, name, hidden, text } of sections) {
    const start = parts.at(-1)!.end;
    parts.push({ kind, name, hidden, start, end: start + text.length });
  }
  const text = `${base}\n${sections.map((one) => one.text).join('')}`;
  return {
    kind,
    text,
    parts,
    unread: summed(unread),
    async rewrite(swaps, watch) {
      stopIfCancelled(watch);
      const cuts = cutsOf(swaps, text.length);
      const before = cuts.map((cut) => ({ ...cut, label: { ...cut.label } }));
      const sweep = sweepFor(text, before);
      const newBase = edited(base, editsOf([{ text: base, from: 0, write: inName }], cuts));
      const copied = await copy(cutsWithin(cuts, base.length + 1, text.length), sweep, watch);
      stopIfCancelled(watch);
      if (!isGone(text, before, `${newBase}\n${copied.text}`)) throw new FileProblem('damaged');
      const { bytes, type, lost } = copied;
      return { name: newBase + (copied.ending ?? ending), type, bytes, lost };
    },
  };
}
