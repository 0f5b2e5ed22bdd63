import type { OoxmlSource } from './ooxml.ts';
import { Copy } from './package.ts';
import { Reading } from './reading.ts';
import { type Local, textWords, type Words } from './words.ts';
import {
  attributeOf,
  escapeText,
  type XmlAttribute,
  type XmlElement,
  type XmlPart,
  type XmlText,
} from './xml.ts';

/** A string with its looks, as it stands in the shared strings or in a cell. */
export interface RichString {
  part: XmlPart;
  text: string;
  runs: XmlText[];
  /** How it is spoken, for Japanese names; goes with any change. */
  spoken: XmlElement[];
  from: number;
  to: number;
}

export function richString(
  part: XmlPart,
  element: XmlElement,
  see: (part: XmlPart, from: number) => void,
): RichString {
  const spoken: XmlElement[] = [];
  const runs: XmlText[] = [];
  const walk = (parent: XmlElement) => {
    for (const child of parent.children) {
      if (child.kind === 'element') {
        if (child.name === 'rPh') spoken.push(child);
        else walk(child);
      } else if (parent.name === 't') runs.push(child);
    }
  };
  walk(element);
  for (const run of runs) see(part, run.from);
  const text = runs.map((run) => part.text(run)).join('');
  return { part, text, runs, spoken, from: element.innerStart, to: element.innerEnd };
}

/** The raw inside of a string with changes made; looks stay. */
export function withChanges(string: RichString, locals: Local[], from: Copy): string {
  const copy = new Copy(from.package, '');
  const reading = new Reading();
  for (const run of string.runs) reading.show(string.part.text(run), textWords(string.part, run, true));
  reading.swap(locals, copy);
  for (const element of string.spoken) copy.edit(string.part, element.start, element.end, '');
  return copy.sourceOf(string.part, string.from, string.to);
}

/** A cell that shows a shared string: which one, and where its number stands. */
export interface SharedCell {
  part: XmlPart;
  item: number;
  from: number;
  to: number;
}

/** The strings that the cells of a workbook have in common. */
export class SharedStrings {
  readonly #items: { string: RichString; uses: number; tag: string }[] = [];
  #part: XmlPart | undefined;
  #end = 0;
  #count: XmlAttribute | undefined;

  static async read(source: OoxmlSource): Promise<SharedStrings> {
    const shared = new SharedStrings();
    const [path] = source.opc.targetsOf(source.opc.main(), 'sharedStrings');
    if (path === undefined) return shared;
    await source.visit(
      path,
      (root, part) => {
        shared.#part = part;
        shared.#end = root.innerEnd;
        shared.#count = attributeOf(root, 'uniqueCount');
      },
      (element, part) => {
        if (element.name !== 'si') return false;
        const tag = /^<([^\s/>]+)/.exec(part.source.slice(element.start, element.start + 80))?.[1] ?? 'si';
        shared.#items.push({ string: richString(part, element, source.extras.see), uses: 0, tag });
        return true;
      },
    );
    return shared;
  }

  /** The text of a string that a cell uses; undefined where there is none. */
  use(item: number): string | undefined {
    const found = this.#items[item];
    if (!found) return undefined;
    found.uses++;
    return found.string.text;
  }

  /** Strings that no cell uses. */
  unused(): { text: string; words: Words }[] {
    return this.#items
      .filter(({ uses, string }) => uses === 0 && string.text !== '')
      .map(({ string }) => ({
        text: string.text,
        words: {
          holds: true,
          swap: (locals, copy) =>
            copy.edit(string.part, string.from, string.to, withChanges(string, locals, copy)),
        },
      }));
  }

  /** Changes the strings of some cells, or puts plain ones `instead`; other cells keep theirs. */
  swap(cells: { cell: SharedCell; locals: Local[]; instead: string | undefined }[], copy: Copy): void {
    const byItem = Map.groupBy(cells, ({ cell }) => cell.item);
    const added: string[] = [];
    for (const [index, swapped] of byItem) {
      const item = this.#items[index]!;
      const text = `${item.tag.slice(0, item.tag.indexOf(':') + 1)}t`;
      const byContent = Map.groupBy(swapped, ({ locals, instead }) =>
        instead === undefined
          ? withChanges(item.string, locals, copy)
          : `<${text} xml:space="preserve">${escapeText(instead)}</${text}>`,
      );
      // Where no cell keeps the old string one of the new ones takes its place.
      let isFree = swapped.length === item.uses;
      for (const [content, users] of byContent) {
        if (isFree) {
          isFree = false;
          copy.edit(item.string.part, item.string.from, item.string.to, content);
          continue;
        }
        const number = this.#items.length + added.length;
        added.push(`<${item.tag}>${content}</${item.tag}>`);
        for (const { cell } of users) copy.edit(cell.part, cell.from, cell.to, String(number));
      }
    }
    if (added.length === 0 || !this.#part) return;
    copy.edit(this.#part, this.#end, this.#end, added.join(''));
    if (this.#count) {
      copy.edit(this.#part, this.#count.from, this.#count.to, String(this.#items.length + added.length));
    }
  }
}
