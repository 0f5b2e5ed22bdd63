/**
 * The page's editor: where the caret is, and putting text there. DOM only.
 *
 * How text is put in was measured on eight editors (docs/design.md, "Writing"): a synthetic paste first, which rich
 * editors take as their own and keep in step with their model and undo; where nobody took it, `insertText`. The
 * read-back decides, never the call.
 */
import { deepActiveElement, isTextControl } from './editable.ts';
import { asMarkup, harmless } from './html.ts';

/** What is put in. `html` and `files` only where the teacher's own formatting goes back in. */
export interface Content {
  text: string;
  html?: string;
  files?: File[];
}

/**
 * `written`: read back and found. `unsure`: the editor changed, but not by this text once. `refused`: it did not
 * change. `gone`: it left the page.
 */
export type WriteResult = 'written' | 'unsure' | 'refused' | 'gone';

/** A caret or selection as it was when the text came, with the editor around it. */
export interface Place {
  /** Null where the page itself took the paste and no editor was in sight. */
  editable: HTMLElement | null;
  target: EventTarget;
  /** Puts focus and caret back. */
  restore(): void;
  /** Texts before the write, to compare with. */
  before: string;
  selected: string;
}

/** Pastes made here, so that our own listener lets them by once. A page cannot add to it, and a replay is no longer in it. */
const ours = new WeakSet<Event>();

/** Whether an event is a paste that this script made. True once for each. */
export function isOurs(event: Event): boolean {
  return ours.delete(event);
}

/** The words of an editor as it shows them, or the value of a text control. */
function contentOf(el: HTMLElement): string {
  return isTextControl(el) ? el.value : (el.textContent ?? '');
}

/** A selection that reaches into open shadow roots where the browser has it per root. */
function selectionOf(el: Element): Selection | null {
  const root = el.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? el.ownerDocument.getSelection();
}

/** Remembers where text would go: the selection of `editable`, or `point` (client coordinates) for a drop. */
export function capturePlace(
  editable: HTMLElement | null,
  target: EventTarget,
  point?: { x: number; y: number },
): Place {
  if (!editable) {
    const focused = deepActiveElement(document);
    const restore = () => focused instanceof HTMLElement && focused.focus();
    return { editable, target, restore, before: '', selected: '' };
  }
  const before = contentOf(editable);
  const drop = point && caretAt(editable, point);
  if (isTextControl(editable)) {
    // Number fields have no selection.
    const start = drop?.offset ?? editable.selectionStart ?? before.length;
    const end = drop?.offset ?? editable.selectionEnd ?? before.length;
    const restore = () => {
      editable.focus({ preventScroll: true });
      if (editable.selectionStart !== null) editable.setSelectionRange(start, end);
    };
    return { editable, target, restore, before, selected: before.slice(start, end) };
  }
  const selection = selectionOf(editable);
  const range = drop ? rangeAt(drop) : selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
  const restore = () => {
    editable.focus({ preventScroll: true });
    if (range?.startContainer.isConnected) {
      const { startContainer, startOffset, endContainer, endOffset } = range;
      selectionOf(editable)?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    }
  };
  return { editable, target, restore, before, selected: range?.toString() ?? '' };
}

interface CaretPoint {
  node: Node;
  offset: number;
}

function caretAt(editable: HTMLElement, { x, y }: { x: number; y: number }): CaretPoint | null {
  const root = editable.getRootNode();
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots });
  return caret ? { node: caret.offsetNode, offset: caret.offset } : null;
}

function rangeAt({ node, offset }: CaretPoint): Range {
  const range = document.createRange();
  range.setStart(node, offset);
  return range;
}

/**
 * A paste event that carries `content`, or null where the browser does not let its data through. Firefox has a
 * form of its own and, with the standard one, silently carries nothing: hence the read-back.
 */
function pasteEvent({ text, html, files }: Content): ClipboardEvent | null {
  const base = { bubbles: true, cancelable: true, composed: true };
  const data = new DataTransfer();
  data.setData('text/plain', text);
  if (html) data.setData('text/html', html);
  for (const file of files ?? []) data.items.add(file);
  const event = new ClipboardEvent('paste', { ...base, clipboardData: data });
  if (event.clipboardData?.getData('text/plain') === text) return event;
  const init = { ...base, dataType: 'text/plain', data: text } as ClipboardEventInit;
  const gecko = new ClipboardEvent('paste', init);
  return gecko.clipboardData?.getData('text/plain') === text ? gecko : null;
}

type Step = (el: HTMLElement | null, place: Place, content: Content) => boolean;

/** Offers the content as a paste. True where the page took it. */
const asPaste: Step = (_el, place, content) => {
  const event = pasteEvent(content);
  if (!event) return false;
  ours.add(event);
  return !place.target.dispatchEvent(event);
};

/** Texts with more characters than this are put in as markup: `insertText` took 12 s for 2,860 lines, markup 0.2 s. */
const LONG_TYPING = 2000;

/** Types the content in. Rich text keeps its formatting where the editor is a plain one. */
const asTyping: Step = (el, _place, { text, html }) => {
  if (!el) return false;
  const rich = html && !isTextControl(el) && el.contentEditable !== 'plaintext-only';
  if (rich) return document.execCommand('insertHTML', false, harmless(html));
  const long = text.length > LONG_TYPING && !(el instanceof HTMLInputElement);
  if (long && document.execCommand('insertHTML', false, asMarkup(text, 'breaks'))) return true;
  return document.execCommand('insertText', false, text);
};

/** Types line by line, since one insertion with line breaks becomes extra paragraphs in some editors. */
const asLines: Step = (el, _place, { text }) => {
  if (!el) return false;
  if (text.length > LONG_TYPING)
    return document.execCommand('insertHTML', false, asMarkup(text, 'paragraphs'));
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (index > 0) document.execCommand('insertParagraph');
    if (line) document.execCommand('insertText', false, line);
  });
  return true;
};

/**
 * Puts content where the caret or selection was, once, and reads it back.
 * @param avoidPaste the site turns a synthetic paste into something else (`syntheticPaste` in sites.json)
 */
export async function write(place: Place, content: Content, avoidPaste: boolean): Promise<WriteResult> {
  const el = place.editable;
  const target = el ?? place.target;
  if (target instanceof Node && !target.isConnected) return 'gone';
  place.restore();
  // Rich editors learn of the selection in a task of its own.
  if (el && !isTextControl(el)) await delay(0);
  if (!el) return asPaste(el, place, content) ? 'written' : 'refused';

  const lexical = el.closest('[data-lexical-editor]') !== null;
  for (const step of stepsFor(el, avoidPaste, lexical)) {
    const took = step(el, place, content);
    const result = await readBack(place, el, content.text, took);
    if (result !== 'refused') return result;
    if (!el.isConnected) return 'gone';
    place.restore();
    if (!isTextControl(el)) await delay(0);
  }
  return 'refused';
}

function stepsFor(el: HTMLElement, avoidPaste: boolean, lexical: boolean): Step[] {
  if (isTextControl(el)) return [asTyping];
  // Lexical mixes up the order of lines that are typed in; it always takes a paste.
  if (lexical) return [asPaste];
  return avoidPaste ? [asLines] : [asPaste, asTyping];
}

/** Whitespace and marks aside, since editors turn those into structure of their own. */
function weight(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Looks whether the editor grew by the text: at once, then for half a second where an editor said that it took it
 * (some write after the turn). An editor that changed at all is never written to again.
 */
async function readBack(place: Place, el: HTMLElement, text: string, took: boolean): Promise<WriteResult> {
  const base = weight(place.before).length - weight(place.selected).length;
  const expected = weight(text).length;
  for (let waited = 0; ; waited += 25) {
    const grown = weight(contentOf(el)).length - base;
    if (expected === 0) return contentOf(el) !== place.before || took ? 'written' : 'refused';
    if (grown >= expected * 1.9 && expected > 3) return 'unsure';
    // A list or heading that the editor made of "1." or "#" takes those signs away.
    if (grown >= expected * 0.8) return 'written';
    if (!took || waited >= 500) return contentOf(el) === place.before ? 'refused' : 'unsure';
    await delay(25);
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
