/**
 * Paragraphs and tables of Word and of drawings (PowerPoint, charts, shapes), which name them alike. Source: ECMA-376-1,
 * WordprocessingML and DrawingML.
 */
import { Reading } from './reading.ts';
import { attributeWords, markWords, SameWords, textWords, type Words } from './words.ts';
import { attributeOf, descendants, elementsOf, type XmlElement, type XmlPart, type XmlText } from './xml.ts';

interface Run {
  text: string;
  /** Absent for what is no words: a tab. */
  words?: Words;
  /** By a tracked change. */
  deleted: boolean;
  inserted: boolean;
}

interface Paragraph {
  runs: Run[];
  /** What hangs on the paragraph and is read behind it: text boxes, alt texts. */
  after: Reading[];
  /** The field code that is being read. */
  code: XmlText[];
}

/** How the paragraph being read is changed by tracked changes. */
interface Change {
  deleted: boolean;
  inserted: boolean;
}

const PROPERTIES = /Pr$|^(?:tblGrid|binData|fldData|ClientData)$/;
const HOLDS_ALT_TEXT = /^nv.*Pr$/;
/** `text` is a whole comment in PowerPoint and in Excel's threads. */
const HOLDS_TEXT = /^(?:t|delText|instrText|delInstrText|text)$/;
const IS_CODE = /^(?:instrText|delInstrText)$/;
const INSERTED = /^(?:ins|moveTo)$/;
const DELETED = /^(?:del|moveFrom)$/;
const AS_TAB = /^(?:tab|ptab)$/;
const AS_LINE_END = /^(?:br|cr)$/;
/** Field codes that hold an address or a string; others are about pages, dates and places in the text. */
const CODE_WITH_WORDS = /["@]|:\S/;
/** Of one cell of a table that is still read as a row; a cell with more is a page of its own, as in many forms. */
const CELL_PARAGRAPHS_MAX = 4;

const isWhitespace = (text: string) => text.trim() === '';
const sameRuns = (a: Run[], b: Run[]) =>
  a.length === b.length && a.every(({ text }, i) => text === b[i]!.text);

/** Reads one part. */
export class Flow {
  readonly #part: XmlPart;
  /** Where field codes are read. */
  readonly #links: Reading;
  /** Told of each text and attribute that has been read, by where it begins. */
  readonly #seen: (part: XmlPart, from: number) => void;
  /** Whether spaces at the ends of a text count only where it says so: in Word and Excel, not in drawings. */
  readonly #marksSpaces: boolean;

  constructor(
    part: XmlPart,
    links: Reading,
    seen: (part: XmlPart, from: number) => void,
    marksSpaces: boolean,
  ) {
    this.#part = part;
    this.#links = links;
    this.#seen = seen;
    this.#marksSpaces = marksSpaces;
  }

  /** All paragraphs below an element as lines, rows of tables as lines with tabs. */
  blocks(parent: XmlElement, into: Reading): void {
    for (const element of elementsOf(parent)) {
      const { name } = element;
      if (name === 'p') this.paragraph(element, into);
      else if (name === 'tbl') this.#table(element, into);
      else if (name === 'AlternateContent') this.#alternatives(element, into);
      else if (name === 'docPr' || name === 'cNvPr') this.#altText(element, into);
      else if (!PROPERTIES.test(name) || HOLDS_ALT_TEXT.test(name)) {
        // Of the drawings before 2007: an alt text, and the letters of WordArt.
        this.#attributeLine(element, 'alt', into);
        this.#attributeLine(element, 'string', into);
        this.blocks(element, into);
      }
    }
  }

  #altText(element: XmlElement, into: Reading): void {
    this.#attributeLine(element, 'title', into);
    this.#attributeLine(element, 'descr', into);
  }

  #attributeLine(element: XmlElement, name: string, into: Reading): void {
    const attribute = attributeOf(element, name);
    const text = this.#part.value(attribute);
    if (!attribute || isWhitespace(text)) return;
    this.#seen(this.#part, attribute.from);
    into.show(text, attributeWords(this.#part, attribute));
    into.say('\n');
  }

  /** Newer and older form of the same thing: read once if they say the same, and both are written. */
  #alternatives(element: XmlElement, into: Reading): void {
    const [first, ...others] = elementsOf(element).map((branch) => {
      const reading = new Reading();
      this.blocks(branch, reading);
      return reading;
    });
    if (!first) return;
    const differing = others.filter((other) => !first.join(other));
    for (const reading of [first, ...differing]) into.append(reading);
  }

  #read(element: XmlElement): Paragraph {
    const paragraph: Paragraph = { runs: [], after: [], code: [] };
    this.#inlines(element, paragraph, { deleted: false, inserted: false });
    this.#endOfCode(paragraph);
    return paragraph;
  }

  /** What stands right in an element as a line, or as two where it was changed; then what hangs on it. */
  paragraph(element: XmlElement, into: Reading): void {
    const paragraph = this.#read(element);
    for (const view of viewsOf(paragraph.runs)) {
      for (const { text, words } of view) into.show(text, words);
      into.say('\n');
    }
    for (const reading of paragraph.after) into.append(reading);
  }

  #table(table: XmlElement, into: Reading): void {
    for (const row of descendants(table, 'tr', 'tbl')) {
      const cells = descendants(row, 'tc', 'tbl').map((cell) => ({
        cell,
        paragraphs: descendants(cell, 'p', 'AlternateContent'),
        nests: descendants(cell, 'tbl').length > 0 || descendants(cell, 'AlternateContent', 'p').length > 0,
      }));
      if (cells.every(({ paragraphs, nests }) => !nests && paragraphs.length <= CELL_PARAGRAPHS_MAX)) {
        this.#row(cells, into);
      } else {
        for (const { cell } of cells) this.blocks(cell, into);
      }
    }
  }

  #row(cells: { paragraphs: XmlElement[] }[], into: Reading): void {
    const after: Reading[] = [];
    cells.forEach(({ paragraphs }, i) => {
      if (i > 0) into.say('\t');
      let between = '';
      for (const paragraph of paragraphs.map((element) => this.#read(element))) {
        after.push(...paragraph.after);
        for (const view of viewsOf(paragraph.runs)) {
          if (view.every(({ text }) => isWhitespace(text))) continue;
          into.say(between);
          for (const { text, words } of view) into.show(words ? text : ' ', words);
          between = '; ';
        }
      }
    });
    into.say('\n');
    for (const reading of after) into.append(reading);
  }

  #inlines(parent: XmlElement, into: Paragraph, change: Change): void {
    for (const child of parent.children) {
      if (child.kind === 'element') this.#inline(child, into, change);
      // Between other elements there is only the white space of whoever likes XML pretty.
      else if (HOLDS_TEXT.test(parent.name)) this.#text(parent, child, into, change);
    }
  }

  #text(parent: XmlElement, node: XmlText, into: Paragraph, change: Change): void {
    if (IS_CODE.test(parent.name)) {
      into.code.push(node);
      return;
    }
    this.#endOfCode(into);
    const words = this.#wordsOf(node, this.#marksSpaces && parent.name !== 'text');
    into.runs.push({ text: this.#part.text(node), words, ...change });
  }

  #wordsOf(node: XmlText, marksSpaces: boolean): Words {
    this.#seen(this.#part, node.from);
    return textWords(this.#part, node, marksSpaces);
  }

  #inline(element: XmlElement, into: Paragraph, change: Change): void {
    const { name } = element;
    if (AS_TAB.test(name)) into.runs.push({ text: '\t', ...change });
    else if (AS_LINE_END.test(name)) into.runs.push({ text: '\n', ...change });
    else if (name === 'noBreakHyphen' || name === 'softHyphen') {
      const words = markWords(this.#part, element.start, element.end);
      into.runs.push({ text: name === 'softHyphen' ? '\u00ad' : '-', words, ...change });
    } else if (INSERTED.test(name)) this.#inlines(element, into, { ...change, inserted: true });
    else if (DELETED.test(name)) this.#inlines(element, into, { ...change, deleted: true });
    else if (name === 'fldChar') this.#endOfCode(into);
    else if (name === 'AlternateContent') this.#inlineAlternatives(element, into, change);
    else if (name === 'drawing' || name === 'pict' || name === 'object') {
      const reading = new Reading();
      this.blocks(element, reading);
      into.after.push(reading);
    } else if (!PROPERTIES.test(name)) {
      if (name === 'fldSimple') this.#fieldAttribute(element);
      this.#inlines(element, into, change);
    }
  }

  #inlineAlternatives(element: XmlElement, into: Paragraph, change: Change): void {
    const [first, ...others] = elementsOf(element).map((branch) => {
      const paragraph: Paragraph = { runs: [], after: [], code: [] };
      this.#inlines(branch, paragraph, change);
      this.#endOfCode(paragraph);
      return paragraph;
    });
    if (!first) return;
    for (const other of others) {
      if (sameRuns(first.runs, other.runs))
        first.runs = first.runs.map((run, i) => both(run, other.runs[i]!));
      else if (other.runs.length > 0) {
        const reading = new Reading();
        for (const { text, words } of other.runs) reading.show(text, words);
        reading.say('\n');
        first.after.push(reading);
      }
      const unlike = other.after.filter((reading, i) => !first.after[i]?.join(reading));
      first.after.push(...unlike);
    }
    into.runs.push(...first.runs);
    into.after.push(...first.after);
  }

  #fieldAttribute(element: XmlElement): void {
    const attribute = attributeOf(element, 'instr');
    const text = this.#part.value(attribute);
    if (!attribute || !CODE_WITH_WORDS.test(text)) return;
    this.#links.show(text, attributeWords(this.#part, attribute));
    this.#links.say('\n');
  }

  /** Field codes are read among the links: within the sentence they would tear it. */
  #endOfCode(paragraph: Paragraph): void {
    const { code } = paragraph;
    if (code.length === 0) return;
    paragraph.code = [];
    const texts = code.map((node) => this.#part.text(node));
    if (!CODE_WITH_WORDS.test(texts.join(''))) return;
    for (const [i, node] of code.entries()) this.#links.show(texts[i]!, this.#wordsOf(node, true));
    this.#links.say('\n');
  }
}

const both = (one: Run, other: Run): Run =>
  one.words && other.words ? { ...one, words: new SameWords([one.words, other.words]) } : one;

/**
 * A paragraph as it reads, and as it read before its tracked changes where something was deleted: a name may stand in either
 * only.
 */
function viewsOf(runs: Run[]): Run[][] {
  if (!runs.some(({ deleted }) => deleted)) return [runs];
  const before = runs.filter((run) => !run.inserted || run.deleted);
  const views = [runs.filter(({ deleted }) => !deleted), before, ...gluedDeletions(before)];
  return views.filter((view) => view.length > 0);
}

/** Deleted words that another word runs into: by themselves they are found. */
function gluedDeletions(before: Run[]): Run[][] {
  const glued: Run[][] = [];
  const isGlued = (left: Run | undefined, right: Run | undefined) =>
    /\p{L}$/u.test(left?.text ?? '') && /^\p{L}/u.test(right?.text ?? '');
  let start = 0;
  for (let i = 1; i <= before.length; i++) {
    const run = before[i];
    if (run?.deleted === before[start]?.deleted) continue;
    const isTorn = isGlued(before[start - 1], before[start]) || isGlued(before[i - 1], run);
    if (before[start]!.deleted && isTorn) glued.push(before.slice(start, i));
    start = i;
  }
  return glued;
}
