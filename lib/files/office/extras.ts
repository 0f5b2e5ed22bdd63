import { type FormulaStyle, formulaTokens } from './formula.ts';
import type { Copy } from './package.ts';
import { Reading } from './reading.ts';
import { Values } from './values.ts';
import { attributeWords, formulaString, identifierWords, textWords, type Words } from './words.ts';
import type { XmlAttribute, XmlElement, XmlPart, XmlText } from './xml.ts';

/** What counts in one kind of file. Elements and attributes go by their names without prefix. */
export interface ExtraRules {
  /** Whether an element and all in it hold nothing that a person wrote, or what is read by others. */
  skips(element: XmlElement, part: XmlPart): boolean;
  formulas: FormulaStyle;
  /** Whether the text right in an element is a formula: only the strings in it are for reading. */
  isFormula(element: XmlElement): boolean;
  isFormulaAttribute(element: XmlElement, attribute: string): boolean;
  /** Whether the text right in an element is for reading. */
  showsText(element: XmlElement, part: XmlPart): boolean;
  showsAttribute(element: XmlElement, attribute: string, part: XmlPart): boolean;
  /** Whether an attribute is the name of a bookmark or range, which is made of letters, digits and low lines. */
  isIdentifier(element: XmlElement, attribute: string): boolean;
  /**
   * Whether the text right in an element, or an attribute of it, says who made something: no copy has it. An author is one of
   * a comment or a change; a property is of the whole file; what is silent says no more than the two.
   */
  empties(
    element: XmlElement,
    attribute: string | undefined,
    part: XmlPart,
  ): 'author' | 'property' | 'silent' | undefined;
}

interface Place {
  part: XmlPart;
  from: number;
  to: number;
}

const WORTH_READING = /\p{L}|\d{4}/u;
/** Names that a program gives: `_Toc123`, `Table1`. */
const COUNTED = /^_|^\p{L}+\d+$/u;

/**
 * What a file holds beside its text: titles, tips, form lists, names of authors, texts that no reader of ours knows. Each
 * value is read once, however often it is there.
 */
export class Extras {
  /** Authors of comments and changes. */
  readonly authors = new Set<string>();
  readonly #properties = new Set<string>();
  /** Names of bookmarks and ranges that are read. */
  readonly #identifiers = new Set<string>();
  readonly #values = new Values();
  readonly #emptied: Place[] = [];
  readonly #seen = new Map<XmlPart, Set<number>>();
  readonly #rules: ExtraRules;

  constructor(rules: ExtraRules) {
    this.#rules = rules;
  }

  /** Says that a text or attribute has been read; `from` is where it begins. */
  readonly see = (part: XmlPart, from: number): void => {
    const seen = this.#seen.get(part);
    if (seen) seen.add(from);
    else this.#seen.set(part, new Set([from]));
  };

  isSeen(part: XmlPart, from: number): boolean {
    return this.#seen.get(part)?.has(from) ?? false;
  }

  add(value: string, words: Words): void {
    if (WORTH_READING.test(value)) this.#values.add(value, words);
  }

  isIdentifier(name: string): boolean {
    return this.#identifiers.has(name);
  }

  /** Takes what is below an element and has not been read. */
  visit(part: XmlPart, element: XmlElement): void {
    if (this.#rules.skips(element, part)) return;
    const isFormula = this.#rules.isFormula(element);
    for (const attribute of element.attributes) this.#attribute(part, element, attribute);
    for (const child of element.children) {
      if (child.kind === 'element') this.visit(part, child);
      else if (isFormula) this.#formula(part, child);
      else this.#text(part, element, child);
    }
  }

  #attribute(part: XmlPart, element: XmlElement, attribute: XmlAttribute): void {
    if (attribute.name.startsWith('xmlns')) return;
    const name = attribute.name.slice(attribute.name.indexOf(':') + 1);
    const emptied = this.#rules.empties(element, name, part);
    if (this.#rules.isFormulaAttribute(element, name)) this.#formula(part, attribute);
    else if (this.#rules.isIdentifier(element, name)) this.#identifier(part, attribute);
    else if (emptied) this.#empty(part, attribute, part.value(attribute), emptied);
    else if (this.#rules.showsAttribute(element, name, part) && !this.isSeen(part, attribute.from)) {
      this.see(part, attribute.from);
      this.add(part.value(attribute), attributeWords(part, attribute));
    }
  }

  #identifier(part: XmlPart, attribute: XmlAttribute): void {
    const value = part.value(attribute);
    if (COUNTED.test(value)) return;
    this.see(part, attribute.from);
    this.#identifiers.add(value);
    this.add(value.replaceAll('_', ' '), identifierWords(part, attribute));
  }

  #text(part: XmlPart, element: XmlElement, node: XmlText): void {
    const text = part.text(node);
    if (text.trim() === '') return;
    const emptied = this.#rules.empties(element, undefined, part);
    if (emptied) this.#empty(part, node, text, emptied);
    else if (this.#rules.showsText(element, part) && !this.isSeen(part, node.from)) {
      this.see(part, node.from);
      this.add(text, textWords(part, node));
    }
  }

  #formula(part: XmlPart, at: { from: number; to: number }): void {
    for (const { kind, from, to, value } of formulaTokens(
      part.source.slice(at.from, at.to),
      this.#rules.formulas,
    )) {
      if (kind !== 'string') continue;
      this.see(part, at.from + from);
      this.add(value, formulaString(part, at.from + from, at.from + to));
    }
  }

  #empty(
    part: XmlPart,
    { from, to }: Omit<Place, 'part'>,
    value: string,
    as: 'author' | 'property' | 'silent',
  ): void {
    const shown = value.trim();
    if (as === 'author' && shown !== '') this.authors.add(shown);
    if (as === 'property' && shown !== '') this.#properties.add(shown);
    this.see(part, from);
    this.#emptied.push({ part, from, to });
  }

  /** Each value as a line. */
  read(): Reading {
    const reading = new Reading();
    for (const value of this.#properties) reading.line(value);
    this.#values.readInto(reading);
    return reading;
  }

  /** Takes all authors out of a copy. */
  empty(copy: Copy): void {
    for (const { part, from, to } of this.#emptied) copy.edit(part, from, to, '');
  }
}
