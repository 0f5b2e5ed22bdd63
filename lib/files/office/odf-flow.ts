import type { Extras } from './extras.ts';
import type { Copy } from './package.ts';
import { Reading } from './reading.ts';
import { type Local, markWords, textWords, type Words, withLocals } from './words.ts';
import {
  attributeOf,
  childOf,
  descendants,
  elementsOf,
  escapeText,
  type XmlAttribute,
  type XmlElement,
  type XmlPart,
} from './xml.ts';

interface Run {
  text: string;
  words?: Words;
}

interface Paragraph {
  runs: Run[];
  after: Reading[];
}

/** Where a paragraph's comments and notes are read. */
interface Around {
  extras: Extras;
  comments: Reading;
  footnotes: Reading;
  deleted: Reading;
}

/** Shapes and pictures: what stands in them is read behind the paragraph. */
const SHAPE =
  /^(?:frame|custom-shape|g|rect|line|polyline|polygon|path|circle|ellipse|connector|caption|regular-polygon|control)$/;
/** Declarations and forms, which are read as extras; dates of comments. */
const PASSED =
  /^(?:forms|sequence-decls|variable-decls|user-field-decls|dde-connection-decls|date|creator|creator-initials|event-listeners|change-info|calculation-settings|named-expressions|database-ranges|content-validations)$/;
/** Of one cell that is still read in its row. */
const CELL_PARAGRAPHS_MAX = 4;
/** How often a cell that is repeated is read, and how many columns are passed over between two. */
const REPEATS_MAX = 50;
/** What says the value of a cell beside its text. */
const VALUES =
  /^(?:formula|value|date-value|time-value|boolean-value|string-value|currency|number-matrix-(?:columns|rows)-spanned)$/;
const GAP_MAX = 100;

/** A cell whose text is about to differ from its value: it becomes text, without its formula. */
class CellText {
  readonly #part: XmlPart;
  readonly #values: XmlAttribute[];
  readonly #types: XmlAttribute[];

  constructor(part: XmlPart, element: XmlElement) {
    const named = (name: RegExp) =>
      element.attributes.filter((one) => name.test(one.name.replace(/^.*:/, '')));
    this.#part = part;
    this.#values = named(VALUES);
    this.#types = named(/^value-type$/);
  }

  write(copy: Copy): void {
    const { source } = this.#part;
    for (const { name, from, to } of this.#values) {
      copy.edit(this.#part, source.lastIndexOf(name, from), to + 1, '');
    }
    for (const { from, to } of this.#types) copy.edit(this.#part, from, to, 'string');
  }
}

/** Reads one part of an odt or ods. */
export class OdfFlow {
  readonly #part: XmlPart;
  readonly #around: Around;
  /** The cell that is being read. */
  #cell: CellText | undefined;

  constructor(part: XmlPart, around: Around) {
    this.#part = part;
    this.#around = around;
  }

  /** All paragraphs below an element as lines, rows of tables as lines with tabs. */
  blocks(parent: XmlElement, into: Reading): void {
    for (const element of elementsOf(parent)) {
      const { name } = element;
      if (name === 'p' || name === 'h') this.#paragraphLines(element, into);
      else if (name === 'table') this.#table(element, into);
      else if (name === 'tracked-changes') this.#deletions(element);
      else if (name === 'annotation') this.blocks(element, this.#around.comments);
      else if (name === 'note') this.#note(element);
      else if (name === 'title' || name === 'desc') this.#paragraphLines(element, into);
      else if (!PASSED.test(name)) this.blocks(element, into);
    }
  }

  /** The rows of a sheet, and what is drawn on it. */
  rows(table: XmlElement, into: Reading): void {
    const after: Reading[] = [];
    let isGap = false;
    let hasRows = false;
    for (const row of descendants(table, 'table-row', 'shapes')) {
      const line = this.#row(row, after);
      if (line.text.trim() === '') isGap = hasRows;
      else {
        if (isGap) into.say('\n');
        isGap = false;
        hasRows = true;
        into.append(line);
        into.say('\n');
      }
    }
    const shapes = childOf(table, 'shapes');
    if (shapes) {
      const drawn = new Reading();
      this.blocks(shapes, drawn);
      after.push(drawn);
    }
    if (after.some(({ length }) => length > 0)) into.say('\n');
    for (const reading of after) into.append(reading);
  }

  #deletions(changes: XmlElement): void {
    this.blocks(
      { ...changes, children: elementsOf(changes).flatMap(({ children }) => children) },
      this.#around.deleted,
    );
  }

  #note(note: XmlElement): void {
    const body = childOf(note, 'note-body');
    if (body) this.blocks(body, this.#around.footnotes);
  }

  #paragraphLines(element: XmlElement, into: Reading): void {
    const { runs, after } = this.#read(element);
    for (const { text, words } of runs) into.show(text, words);
    into.say('\n');
    for (const reading of after) into.append(reading);
  }

  #read(element: XmlElement): Paragraph {
    const paragraph: Paragraph = { runs: [], after: [] };
    this.#inlines(element, paragraph);
    return paragraph;
  }

  #inlines(parent: XmlElement, into: Paragraph): void {
    for (const child of parent.children) {
      if (child.kind === 'element') this.#inline(child, into);
      else {
        this.#around.extras.see(this.#part, child.from);
        into.runs.push({ text: this.#part.text(child), words: this.#inCell(textWords(this.#part, child)) });
      }
    }
  }

  #inline(element: XmlElement, into: Paragraph): void {
    const { name } = element;
    if (name === 's') {
      const spaces = Math.min(100, Number(this.#part.valueOf(element, 'c')) || 1);
      into.runs.push({ text: ' '.repeat(spaces), words: markWords(this.#part, element.start, element.end) });
    } else if (name === 'tab') into.runs.push({ text: '\t' });
    else if (name === 'line-break') into.runs.push({ text: '\n' });
    else if (name === 'annotation') this.#outside(element, this.#around.comments);
    else if (name === 'note') this.#note(element);
    else if (SHAPE.test(name)) {
      const reading = new Reading();
      this.#outside({ ...element, children: [element] }, reading);
      into.after.push(reading);
    } else this.#inlines(element, into);
  }

  /** Reads what hangs on a cell and is no text of it. */
  #outside(parent: XmlElement, into: Reading): void {
    const cell = this.#cell;
    this.#cell = undefined;
    this.blocks(parent, into);
    this.#cell = cell;
  }

  #inCell(words: Words): Words {
    const cell = this.#cell;
    if (!cell) return words;
    return {
      holds: words.holds,
      swap(locals: Local[], copy: Copy) {
        words.swap(locals, copy);
        cell.write(copy);
      },
    };
  }

  #table(table: XmlElement, into: Reading): void {
    for (const row of descendants(table, 'table-row')) {
      const cells = elementsOf(row);
      const isRow = cells.every(
        (cell) => descendants(cell, 'table').length === 0 && paragraphsOf(cell).length <= CELL_PARAGRAPHS_MAX,
      );
      if (!isRow) {
        for (const cell of cells) this.blocks(cell, into);
        continue;
      }
      const after: Reading[] = [];
      into.append(this.#row(row, after));
      into.say('\n');
      for (const reading of after) into.append(reading);
    }
  }

  /** A row without its line end. */
  #row(row: XmlElement, after: Reading[]): Reading {
    const line = new Reading();
    let column = 0;
    /** The column that the line has reached. */
    let at = 0;
    for (const cell of elementsOf(row)) {
      if (!/^(?:covered-)?table-cell$/.test(cell.name)) continue;
      const times = Number(this.#part.valueOf(cell, 'number-columns-repeated')) || 1;
      this.#cell = new CellText(this.#part, cell);
      const runs = this.#cellRuns(cell, after);
      this.#cell = undefined;
      if (runs.length > 0) {
        for (let i = 0; i < Math.min(times, REPEATS_MAX); i++) {
          line.say('\t'.repeat(Math.min(GAP_MAX, column + i - at)));
          at = column + i;
          for (const { text, words } of runs) line.show(words ? text : text.replace(/[\t\n]/g, ' '), words);
        }
      }
      column += times;
    }
    return line;
  }

  #cellRuns(cell: XmlElement, after: Reading[]): Run[] {
    const runs: Run[] = [];
    for (const paragraph of paragraphsOf(cell)) {
      const { runs: own, after: behind } = this.#read(paragraph);
      after.push(...behind);
      if (own.every(({ text }) => text.trim() === '')) continue;
      if (runs.length > 0) runs.push({ text: '; ' });
      runs.push(...own);
    }
    for (const child of elementsOf(cell)) {
      const reading = new Reading();
      if (child.name === 'annotation') this.#outside(child, this.#around.comments);
      else if (SHAPE.test(child.name)) this.#outside({ ...child, children: [child] }, reading);
      after.push(reading);
    }
    return runs.length > 0 ? runs : this.#valueRun(cell);
  }

  /** A cell whose value is said by attributes only. */
  #valueRun(cell: XmlElement): Run[] {
    const attribute = ['string-value', 'date-value', 'value']
      .map((name) => attributeOf(cell, name))
      .find((one) => one !== undefined);
    if (!attribute) return [];
    const part = this.#part;
    const text = part.value(attribute);
    const values = this.#cell;
    this.#around.extras.see(part, attribute.from);
    const words: Words = {
      holds: true,
      swap(locals, copy) {
        values?.write(copy);
        const { start, innerStart, innerEnd } = cell;
        const paragraph = `<text:p>${escapeText(withLocals(text, locals))}</text:p>`;
        const [, tag = '', isClosed] =
          /^<([^\s/>]+).*?(\/)?>$/s.exec(part.source.slice(start, innerStart)) ?? [];
        if (isClosed) copy.edit(part, innerStart - 2, innerStart, `>${paragraph}</${tag}>`);
        else copy.edit(part, innerStart, innerEnd, paragraph);
      },
    };
    return text === '' ? [] : [{ text, words }];
  }
}

/** The paragraphs of a cell, without those of its comments and shapes. */
function paragraphsOf(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((element) => {
    if (/^[ph]$/.test(element.name)) return [element];
    return element.name === 'annotation' || SHAPE.test(element.name) ? [] : paragraphsOf(element);
  });
}
