/**
 * The page's editor: where the caret is, and putting text there. DOM only.
 *
 * How text is put in was measured on eight editors (docs/design.md, "Writing"): a synthetic paste first, which rich
 * editors take as their own and keep in step with their model and undo; where nobody took it, `insertText`. The
 * read-back decides, never the call.
 */
import { deepActiveElement, isTextControl } from './editable.ts';
import { editsOf } from './edits.ts';
import { asMarkup, harmless } from './html.ts';
import { putFiles } from './transfer.ts';
import { plain, readWords, type Spot, textOf, type Words } from './words.ts';

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
  /** The same editor with the caret as it is now. */
  anew(): Place;
}

/** Events made here, so that our own listeners let them by once. A page cannot add to it, and a replay is no longer in it. */
const ours = new WeakSet<Event>();

/** Whether an event is one that this script made. True once for each. */
export function isOurs(event: Event): boolean {
  return ours.delete(event);
}

/** Fires an event that our own listeners let by. @returns false where the page stopped what a browser does by itself */
export function fire(target: EventTarget, event: Event): boolean {
  ours.add(event);
  return target.dispatchEvent(event);
}

let writing = false;
/** Whether text is being put in right now: the events of it are ours, though a browser makes them. */
export function isWriting(): boolean {
  return writing;
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
  const anew = () => capturePlace(editable, target);
  if (!editable) {
    const focused = deepActiveElement(document);
    return { editable, target, anew, restore: () => focused instanceof HTMLElement && focused.focus() };
  }
  const drop = point && caretAt(editable, point);
  if (isTextControl(editable)) {
    // Number fields have no selection.
    const start = drop?.offset ?? editable.selectionStart;
    const end = drop?.offset ?? editable.selectionEnd;
    const restore = () => {
      editable.focus({ preventScroll: true });
      if (start !== null && editable.selectionStart !== null) editable.setSelectionRange(start, end);
    };
    return { editable, target, anew, restore };
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
  return { editable, target, anew, restore };
}

/** The words that a write would replace. */
function selectedIn(el: HTMLElement): string {
  if (isTextControl(el)) return el.value.slice(el.selectionStart ?? 0, el.selectionEnd ?? 0);
  return selectionOf(el)?.toString() ?? '';
}

function caretAt(editable: HTMLElement, { x, y }: { x: number; y: number }): Spot | null {
  const root = editable.getRootNode();
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots });
  return caret ? { node: caret.offsetNode, offset: caret.offset } : null;
}

function rangeAt({ node, offset }: Spot): Range {
  const range = document.createRange();
  range.setStart(node, offset);
  return range;
}

/**
 * A paste event that carries `content`, or null where the browser does not let its data through. Firefox has a
 * form of its own and, with the standard one, silently carries nothing: hence the read-back.
 */
function pasteEvent({ text, html, files = [] }: Content): ClipboardEvent | null {
  const base = { bubbles: true, cancelable: true, composed: true };
  const data = new DataTransfer();
  if (text) data.setData('text/plain', text);
  if (html) data.setData('text/html', html);
  const carries = ({ clipboardData }: ClipboardEvent) =>
    clipboardData?.getData('text/plain') === text && clipboardData.files.length === files.length;
  const event = new ClipboardEvent('paste', { ...base, clipboardData: data });
  putFiles(event, files);
  if (carries(event)) return event;
  const init = { ...base, dataType: 'text/plain', data: text } as ClipboardEventInit;
  const gecko = new ClipboardEvent('paste', init);
  putFiles(gecko, files);
  return carries(gecko) ? gecko : null;
}

/** A way of putting content in. True where the page or the browser took it. */
type Step = (el: HTMLElement, content: Content) => boolean;

const asPaste: Step = (el, content) => offerPaste(el, content);

/** Offers the content as a paste. True where the page took it. */
export function offerPaste(target: EventTarget, content: Content): boolean {
  const event = pasteEvent(content);
  if (!event) return false;
  return !fire(target, event);
}

/** Texts with more characters than this are put in as markup: `insertText` took 12 s for 2,860 lines, markup 0.2 s. */
const LONG_TYPING = 2000;

/** Types the content in. Rich text keeps its formatting where the editor is a plain one. */
const asTyping: Step = (el, { text, html }) => {
  if (!hasFocus(el)) return false;
  const rich = html && !isTextControl(el) && el.contentEditable !== 'plaintext-only';
  if (rich) return document.execCommand('insertHTML', false, harmless(html));
  const long = text.length > LONG_TYPING && !(el instanceof HTMLInputElement);
  if (long && document.execCommand('insertHTML', false, asMarkup(text, 'breaks'))) return true;
  return document.execCommand('insertText', false, text);
};

/** Types line by line, since one insertion with line breaks becomes extra paragraphs in some editors. */
const asLines: Step = (el, { text, html }) => {
  if (!hasFocus(el)) return false;
  if (html) return document.execCommand('insertHTML', false, `<div>${harmless(html)}</div>`);
  if (text.length > LONG_TYPING) {
    return document.execCommand('insertHTML', false, asMarkup(text, 'paragraphs'));
  }
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (index > 0) document.execCommand('insertParagraph');
    if (line) document.execCommand('insertText', false, line);
  });
  return true;
};

/** Typing goes to whatever has the focus, so it must be this editor: a page may have disabled it meanwhile. */
function hasFocus(el: HTMLElement): boolean {
  const active = deepActiveElement(document);
  return active !== null && el.contains(active);
}

/**
 * Puts content where the caret or selection was, once, and reads it back.
 * @param avoidPaste the site turns a synthetic paste into something else (`syntheticPaste` in sites.json)
 */
export async function write(place: Place, content: Content, avoidPaste: boolean): Promise<WriteResult> {
  const el = place.editable;
  if (!el) {
    if (place.target instanceof Node && !place.target.isConnected) return 'gone';
    place.restore();
    return offerPaste(place.target, content) ? 'written' : 'refused';
  }
  for (const step of stepsFor(el, content, avoidPaste)) {
    if (!el.isConnected) return 'gone';
    place.restore();
    // Rich editors learn of the selection in a task of its own.
    if (!isTextControl(el)) await delay(0);
    const before = contentOf(el);
    const selected = selectedIn(el);
    writing = true;
    let took: boolean;
    try {
      took = step(el, content);
    } finally {
      writing = false;
    }
    const result = await readBack(el, before, selected, content.text, took);
    if (result === 'written') traces.set(place, { text: content.text, before, after: contentOf(el) });
    if (result !== 'refused') return result;
  }
  return el.isConnected ? 'refused' : 'gone';
}

/**
 * Makes what stands in an editor into another text: only the parts that differ are replaced, the last one first, so that
 * caret, undo and formatting of the rest survive. Read back as a whole.
 * @param from what stood in it when it was looked at; another text in it by now is left alone, as `unsure`
 * @returns as `write`; where it is not `written`, parts of the old text may still be there
 */
export async function rewrite(
  el: HTMLElement,
  from: string,
  to: string,
  avoidPaste: boolean,
): Promise<WriteResult> {
  if (plain(textOf(el)) !== plain(from)) return el.isConnected ? 'unsure' : 'gone';
  let caret = caretIn(el, readWords(el));
  for (const { start, end, text } of editsOf(from, to).reverse()) {
    const words = readWords(el);
    if (words.text.slice(start, end) !== from.slice(start, end)) return 'unsure';
    const result = await write(placeIn(el, words, start, end), { text }, avoidPaste);
    if (result !== 'written') return result;
    if (caret >= end) caret += text.length - (end - start);
    else if (caret > start) caret = start + text.length;
  }
  if (!(await soon(() => plain(textOf(el)) === plain(to)))) return 'unsure';
  const words = readWords(el);
  // An editor may make less of line ends than were put in.
  caret = Math.min(caret, words.text.length);
  placeIn(el, words, caret, caret).restore();
  return 'written';
}

/** Where the caret is in the text of an editor; its end where it is elsewhere. */
function caretIn(el: HTMLElement, words: Words): number {
  if (isTextControl(el)) return el.selectionEnd ?? words.text.length;
  const selection = selectionOf(el);
  return selection?.focusNode
    ? words.offsetOf({ node: selection.focusNode, offset: selection.focusOffset })
    : words.text.length;
}

/** A part of an editor's text as a place to write to. */
function placeIn(el: HTMLElement, words: Words, start: number, end: number): Place {
  const range = words.rangeOf(start, end);
  const restore = () => {
    el.focus({ preventScroll: true });
    // Number fields have no selection.
    if (isTextControl(el) && el.selectionStart !== null) el.setSelectionRange(start, end);
    if (!range) return;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    selectionOf(el)?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  };
  return { editable: el, target: el, restore, anew: () => capturePlace(el, el) };
}

/**
 * Remembers what the page itself is about to write at a place, as `write` does for what is written here: a paste that
 * goes its own way. Costs a look at the editor's words before and after.
 */
export function follow(place: Place, text: string): void {
  const el = place.editable;
  if (!el) return;
  const before = contentOf(el);
  void soon(() => contentOf(el) !== before).then((changed) => {
    if (changed) traces.set(place, { text, before, after: contentOf(el) });
  });
}

/** What a write did, so that it can be taken out again. In memory only. */
interface Trace {
  text: string;
  /** The editor's content before and after. */
  before: string;
  after: string;
}
const traces = new WeakMap<Place, Trace>();

/**
 * Takes out what was written at a place: by the editor's own undo where nothing was changed since, else by deleting
 * just that text. Read back either way.
 * @returns `out`; `gone` where the editor left the page; `kept` where the text still stands or cannot be told apart
 */
export async function takeOut(place: Place): Promise<'out' | 'gone' | 'kept'> {
  const el = place.editable;
  const trace = traces.get(place);
  if (!el || !trace) return 'kept';
  if (!el.isConnected) return 'gone';
  el.focus({ preventScroll: true });
  const isBack = () => plain(contentOf(el)) === plain(trace.before);
  if (contentOf(el) === trace.after) {
    undo(el);
    if (await soon(isBack)) return 'out';
    if (contentOf(el) !== trace.after) {
      redo(el);
      await soon(() => contentOf(el) === trace.after);
    }
  }
  const wanted = plain(contentOf(el)).replace(plain(trace.text), '');
  if (plain(contentOf(el)) === wanted || !selectText(el, trace.text)) return 'kept';
  if (!isTextControl(el)) await delay(20);
  if (hasFocus(el)) document.execCommand('delete');
  return (await soon(() => plain(contentOf(el)) === wanted)) ? 'out' : 'kept';
}

const undo = (el: HTMLElement) => shortcut(el, 'undo', { key: 'z', code: 'KeyZ', keyCode: 90 });
const redo = (el: HTMLElement) => shortcut(el, 'redo', { key: 'y', code: 'KeyY', keyCode: 89 });

/** An editor with a history of its own hears the key; where none does, the browser's history is asked. */
function shortcut(
  el: HTMLElement,
  command: string,
  key: { key: string; code: string; keyCode: number },
): void {
  const mac = /^Mac/.test(navigator.platform);
  const init = { ...key, ctrlKey: !mac, metaKey: mac, bubbles: true, cancelable: true, composed: true };
  const heard =
    !isTextControl(el) && !el.dispatchEvent(new KeyboardEvent('keydown', init as KeyboardEventInit));
  if (!heard) document.execCommand(command);
}

/** Selects the one place where a text stands. @returns false where it is not found */
function selectText(el: HTMLElement, text: string): boolean {
  if (isTextControl(el)) {
    const start = el.value.indexOf(text);
    if (start >= 0) el.setSelectionRange(start, start + text.length);
    return start >= 0;
  }
  const letters: { node: Text; offset: number }[] = [];
  let content = '';
  const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let offset = 0; offset < node.data.length; offset++) {
      if (plain(node.data[offset]!) === '') continue;
      content += node.data[offset];
      letters.push({ node, offset });
    }
  }
  const start = content.indexOf(plain(text));
  const first = letters[start];
  const last = letters[start + plain(text).length - 1];
  if (start < 0 || !first || !last) return false;
  selectionOf(el)?.setBaseAndExtent(first.node, first.offset, last.node, last.offset + 1);
  return true;
}

/** Whether something holds by now, or within half a second. */
async function soon(holds: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < 500; waited += 25) {
    if (holds()) return true;
    await delay(25);
  }
  return holds();
}

function stepsFor(el: HTMLElement, { files }: Content, avoidPaste: boolean): Step[] {
  // Lexical mixes up the order of lines that are typed in; it always takes a paste.
  if (el.closest('[data-lexical-editor]')) return [asPaste];
  const typing = isTextControl(el) || !avoidPaste ? asTyping : asLines;
  // Files can only come with a paste. A page that wants none leaves the text to the next step.
  const paste = files?.length || !(isTextControl(el) || avoidPaste);
  return paste ? [asPaste, typing] : [typing];
}

/** Whitespace and marks aside, since editors turn those into structure of their own. */
function weight(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Looks whether the editor changed by about the letters of the text: at once, then for half a second where the text
 * was taken (some editors write after the turn). An editor that changed at all is never written to again.
 */
async function readBack(
  el: HTMLElement,
  before: string,
  selected: string,
  text: string,
  took: boolean,
): Promise<WriteResult> {
  const base = weight(before).length - weight(selected).length;
  const words = weight(text);
  for (let waited = 0; ; waited += 25) {
    const content = contentOf(el);
    const changed = content !== before;
    const after = weight(content);
    const grown = after.length - base;
    if (changed && words.length > 3 && grown >= words.length * 1.9) return 'unsure';
    // A list or heading that the editor made of "1." or "#" takes those signs away.
    if (changed && (after.includes(words) || grown >= words.length * 0.8)) return 'written';
    if (!took || waited >= 500) return changed ? 'unsure' : 'refused';
    // Most have written by the end of the turn, and what else happens then must not be taken for it.
    await delay(waited === 0 ? 0 : 25);
  }
}

/** Waits, in ms. */
export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
