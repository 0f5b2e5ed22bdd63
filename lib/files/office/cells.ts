/** The cells of an Excel sheet: what they show, and how other words get into them. Source: ECMA-376-1, 18.3.1. */
import type { Extras } from './extras.ts';
import type { Literals } from './literals.ts';
import type { NumberFormats } from './number-format.ts';
import type { Copy } from './package.ts';
import type { Reading } from './reading.ts';
import {
  type RichString,
  richString,
  type SharedCell,
  type SharedStrings,
  withChanges,
} from './shared-strings.ts';
import { type Local, type Words, withLocals } from './words.ts';
import { attributeOf, childOf, escapeText, type XmlElement, type XmlPart } from './xml.ts';

/** Columns that are passed over between two cells; beyond that they are some way apart, and no more is said. */
const GAP_MAX = 100;
const DIGITS_MIN = 5;

/** What the cells of a workbook share. */
export class Cells {
  readonly strings: SharedStrings;
  readonly formats: NumberFormats;
  /** The number format of a cell by its style. */
  readonly styles: number[];
  readonly extras: Extras;
  readonly #swapped = new WeakMap<Copy, Map<Cell, Local[]>>();

  constructor(strings: SharedStrings, formats: NumberFormats, styles: number[], extras: Extras) {
    this.strings = strings;
    this.formats = formats;
    this.styles = styles;
    this.extras = extras;
  }

  /** What a copy changes in cells. */
  swappedIn(copy: Copy): Map<Cell, Local[]> {
    const swapped = this.#swapped.get(copy) ?? new Map<Cell, Local[]>();
    this.#swapped.set(copy, swapped);
    return swapped;
  }

  /**
   * Writes swapped cells. A shared string stays one; all else becomes a string in its cell, without its formula. `instead`
   * are texts that cells must have. Out: whether a formula is gone.
   */
  write(copy: Copy, literals: Literals, instead: Map<Cell, string>): boolean {
    const shared: { cell: SharedCell; locals: Local[]; instead: string | undefined }[] = [];
    let dropsFormula = false;
    for (const [cell, locals] of this.swappedIn(copy)) {
      for (const value of cell.kept(this.formats)) literals.add(value, locals[0]!.surrogate);
      const text = instead.get(cell);
      if (cell.shared) shared.push({ cell: cell.shared, locals, instead: text });
      else dropsFormula = cell.write(copy, locals, text) || dropsFormula;
    }
    this.strings.swap(shared, copy);
    return dropsFormula;
  }
}

/** Formulas that are written once for several cells: where they stand. */
type FormulaGroups = Map<string, { part: XmlPart; from: number; to: number }[]>;

export class Cell implements Words {
  readonly holds = true;
  readonly text: string;
  readonly shared: SharedCell | undefined;
  readonly #cells: Cells;
  readonly #part: XmlPart;
  readonly #element: { start: number; innerStart: number; end: number };
  readonly #inline: RichString | undefined;
  /** The formulas that go with its own. */
  readonly #formulas: { part: XmlPart; from: number; to: number }[];
  /** Of a number: its value and format. */
  readonly #number: { raw: string; format: number } | undefined;

  constructor(
    cells: Cells,
    part: XmlPart,
    element: XmlElement,
    content: {
      text: string;
      shared?: SharedCell;
      inline?: RichString;
      formulas: { part: XmlPart; from: number; to: number }[];
      number?: { raw: string; format: number };
    },
  ) {
    this.text = content.text;
    this.shared = content.shared;
    this.#cells = cells;
    this.#part = part;
    this.#element = { start: element.start, innerStart: element.innerStart, end: element.end };
    this.#inline = content.inline;
    this.#formulas = content.formulas;
    this.#number = content.number;
  }

  swap(locals: Local[], copy: Copy): void {
    this.#cells.swappedIn(copy).set(this, locals);
  }

  /** How caches keep the value of a number or date; short numbers say nothing. */
  kept(formats: NumberFormats): string[] {
    if (!this.#number || this.#number.raw.length < DIGITS_MIN) return [];
    const { raw, format } = this.#number;
    const date = formats.dateOf(Number(raw), format);
    return date ? [raw, date.toISOString().slice(0, 19)] : [raw];
  }

  /** Writes it as a string of its own. Out: whether a formula is gone. */
  write(copy: Copy, locals: Local[], instead: string | undefined): boolean {
    const { start, innerStart, end } = this.#element;
    const opening = this.#part.source.slice(start, innerStart);
    const name = /^<([^\s/>]+)/.exec(opening)?.[1] ?? 'c';
    const prefix = name.slice(0, name.indexOf(':') + 1);
    const tag = opening.replace(/\s(?:t|cm|vm)\s*=\s*(?:"[^"]*"|'[^']*')/g, '').replace(/\s*\/?>$/, '');
    const plain = instead ?? withLocals(this.text, locals);
    const content =
      this.#inline && instead === undefined
        ? withChanges(this.#inline, locals, copy)
        : `<${prefix}t xml:space="preserve">${escapeText(plain)}</${prefix}t>`;
    const is = `<${prefix}is>${content}</${prefix}is>`;
    copy.edit(this.#part, start, end, `${tag} t="inlineStr">${is}</${name}>`);
    for (const { part, from, to } of this.#formulas) copy.edit(part, from, to, '');
    return this.#formulas.length > 0;
  }
}

/** Reads the rows of one sheet, one after the other. */
export class SheetRows {
  readonly #cells: Cells;
  readonly #part: XmlPart;
  readonly #into: Reading;
  readonly #groups: FormulaGroups = new Map();
  /** Told of each cell that has words, by row and column from 1. */
  readonly #onCell: (row: number, column: number, cell: Cell) => void;
  #row = 0;

  constructor(
    cells: Cells,
    part: XmlPart,
    into: Reading,
    onCell: (row: number, column: number, cell: Cell) => void,
  ) {
    this.#cells = cells;
    this.#part = part;
    this.#into = into;
    this.#onCell = onCell;
  }

  /** A row as a line with tabs; a gap of rows as one empty line. */
  read(row: XmlElement): void {
    const number = Number(this.#part.valueOf(row, 'r')) || this.#row + 1;
    let column = 0;
    /** The column that the line has reached. */
    let at = 0;
    for (const element of row.children) {
      if (element.kind === 'text' || element.name !== 'c') continue;
      column = columnOf(this.#part.valueOf(element, 'r')) || column + 1;
      const { text, cell } = this.#content(element);
      if (text === '') continue;
      if (at === 0 && number > this.#row + 1 && this.#row > 0) this.#into.say('\n');
      this.#into.say('\t'.repeat(Math.min(GAP_MAX, Math.max(0, column - Math.max(at, 1)))));
      at = column;
      if (!cell) this.#into.say(text);
      else {
        this.#into.show(text, cell);
        this.#onCell(number, column, cell);
      }
    }
    if (at === 0) return;
    this.#into.say('\n');
    this.#row = number;
  }

  #content(element: XmlElement): { text: string; cell?: Cell } {
    const part = this.#part;
    const value = childOf(element, 'v');
    const formulas = this.#formulasOf(childOf(element, 'f'));
    const cell = (content: Omit<ConstructorParameters<typeof Cell>[3], 'formulas'>) => ({
      text: content.text,
      cell: new Cell(this.#cells, part, element, { ...content, formulas }),
    });
    const raw = value ? part.textOf(value) : '';
    switch (part.valueOf(element, 't')) {
      case 's': {
        const text = this.#cells.strings.use(Number(raw)) ?? '';
        const shared = { part, item: Number(raw), from: value?.innerStart ?? 0, to: value?.innerEnd ?? 0 };
        return cell(formulas.length > 0 ? { text } : { text, shared });
      }
      case 'inlineStr': {
        const is = childOf(element, 'is');
        if (!is) return { text: '' };
        const inline = richString(part, is, this.#cells.extras.see);
        return cell({ text: inline.text, inline });
      }
      case 'b':
        return { text: raw === '1' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { text: raw };
      case 'str':
      case 'd':
        return cell({ text: raw });
      default: {
        const number = Number(raw);
        if (raw.trim() === '' || Number.isNaN(number)) return { text: raw };
        const format = this.#cells.styles[Number(part.valueOf(element, 's'))] ?? 0;
        return cell({ text: this.#cells.formats.show(number, format), number: { raw: raw.trim(), format } });
      }
    }
  }

  /** Where the formula of a cell stands, with those that depend on it or on which it depends. */
  #formulasOf(formula: XmlElement | undefined): { part: XmlPart; from: number; to: number }[] {
    if (!formula) return [];
    this.#cells.extras.visit(this.#part, formula);
    const place = { part: this.#part, from: formula.start, to: formula.end };
    const shared = attributeOf(formula, 'si');
    if (!shared) return [place];
    const key = this.#part.value(shared);
    const group = this.#groups.get(key) ?? [];
    group.push(place);
    this.#groups.set(key, group);
    return group;
  }
}

/** The column of a reference such as "AB12", from 1; 0 where it names none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^\$?([A-Z]{1,3})/i.exec(reference)?.[1]?.toUpperCase() ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column;
}
