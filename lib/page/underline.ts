/**
 * Draws lines under parts of an editor without touching it: the CSS Custom Highlight API. DOM only.
 *
 * A page can read where the ranges are, so nothing goes there but ranges: no kind, no score. A text box has no places in
 * the document and cannot be underlined.
 */
import { styleSheet } from './frame.ts';
import { readWords } from './words.ts';

export interface Span {
  start: number;
  end: number;
}

const NAME = 'chalkline';
/** Seen on light and on dark ground: what a page's ground is cannot be told. */
const CSS_TEXT = `::highlight(${NAME}) { text-decoration: underline 2px #d97706; text-underline-offset: 3px; }`;

/** The part of the API that is used. Browsers before 2025 may lack it. */
interface Highlights {
  set(name: string, highlight: object): void;
  delete(name: string): void;
}

let sheet: CSSStyleSheet | null = null;
/** What is underlined, with the words that were. */
let drawn: { range: Range; words: string }[] = [];

/** Underlines spans of an editor's text, in place of what was underlined before. */
export function underline(el: HTMLElement, spans: Span[]): void {
  const words = readWords(el);
  drawn = spans.flatMap(({ start, end }) => {
    const place = words.rangeOf(start, end);
    if (!place) return [];
    const range = document.createRange();
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    return [{ range, words: range.toString() }];
  });
  if (drawn.length > 0) addSheet(el.getRootNode() as Document | ShadowRoot);
  show();
}

/** Takes the line away from words that are others by now. */
export function dropStale(): void {
  if (drawn.length === 0) return;
  const before = drawn.length;
  drawn = drawn.filter(({ range, words }) => range.toString() === words);
  if (drawn.length < before) show();
}

function show(): void {
  try {
    const { highlights } = CSS as unknown as { highlights?: Highlights };
    if (drawn.length === 0) highlights?.delete(NAME);
    else highlights?.set(NAME, new Highlight(...drawn.map(({ range }) => range)));
  } catch {
    // Without the line there is still the chip.
  }
}

/** A page may set its own list of sheets anew. */
function addSheet(root: Document | ShadowRoot): void {
  try {
    sheet ??= styleSheet(CSS_TEXT);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  } catch {
    // As above.
  }
}
