/** Answers of a chat that stand in the page: which one is meant, and its words. DOM only. */
import type { AnswerBlock } from '../messages.ts';
import { listen } from './listen.ts';

/** How long after its menu was opened an element still counts as pointed at, in ms. */
const MENU_MS = 60_000;

/** Keeps in mind where a menu was opened last. @returns what the teacher points at, if anything */
export function watchPointed(): () => Element | null {
  let opened: { element: WeakRef<Element>; at: number } | null = null;
  listen([
    [
      'contextmenu',
      ({ target }) => {
        if (target instanceof Element) opened = { element: new WeakRef(target), at: Date.now() };
      },
    ],
  ]);
  return () => {
    const at = opened && Date.now() - opened.at < MENU_MS ? opened.element.deref() : undefined;
    return at?.isConnected ? at : ([...document.querySelectorAll(':hover')].at(-1) ?? null);
  };
}

/** What parts of a chat are called where no data knows the site. */
const MESSAGE = [
  '[data-message-author-role="assistant"]',
  '[data-testid*="assistant" i]',
  '[data-message-id]',
  '[data-testid*="message" i]',
  'article',
  '[role="article"]',
  '[class*="assistant" i]',
  '[class*="response" i]',
  '[class*="message" i]',
].join();
const OUR_TURN = '[data-message-author-role="user"], [data-testid*="user" i]';
const EDITORS =
  'textarea, input, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';

/**
 * The answer that is meant: the one that holds an element, else the last one with a label in it.
 * @param pointed what the teacher points at, if anything
 * @param known selectors of answers on this site; empty where no data knows it
 * @param hasLabels whether a text may hold labels
 */
export function findAnswer(
  pointed: Element | null,
  known: string[],
  hasLabels: (text: string) => boolean,
): Element | null {
  const selector = known.filter(isSelector).join();
  if (pointed && !pointed.closest(EDITORS)) {
    const around = (selector && pointed.closest(selector)) || pointed.closest(MESSAGE);
    if (around && around !== document.body && hasLabels(wordsIn(around))) return around;
  }
  if (selector) {
    const last = [...document.querySelectorAll(selector)].reverse().find((one) => hasLabels(wordsIn(one)));
    if (last) return last;
  }
  return lastWithLabels(hasLabels);
}

function lastWithLabels(hasLabels: (text: string) => boolean): Element | null {
  const messages = [...document.querySelectorAll(MESSAGE)].reverse();
  const answer = messages.find(
    (one) => !one.closest(OUR_TURN) && !one.querySelector(EDITORS) && hasLabels(wordsIn(one)),
  );
  // A part of it may have such a name too.
  if (answer) return outermost(answer, (one) => one.matches(MESSAGE) && !one.querySelector(EDITORS));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last: Element | null = null;
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (
      parent &&
      !parent.closest(EDITORS) &&
      hasLabels(walker.currentNode.nodeValue ?? '') &&
      parent.checkVisibility()
    )
      last = parent;
  }
  // Nobody knows where it begins: everything beside the composer is shown.
  return last && outermost(last, (one) => one !== document.body && !one.querySelector(EDITORS));
}

/** The outermost of an element and those around it, as long as each fits. */
function outermost(element: Element, fits: (one: Element) => boolean): Element {
  let found = element;
  for (let one = element.parentElement; one && fits(one); one = one.parentElement) found = one;
  return found;
}

function wordsIn(element: Element): string {
  return element.textContent ?? '';
}

function isSelector(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'BUTTON',
  'SVG',
  'CANVAS',
  'IFRAME',
  'SELECT',
  'INPUT',
  'TEXTAREA',
]);

/** The words of an answer by paragraph, heading, list item, code and table row, without what cannot be seen. */
export function blocksOf(answer: Element): AnswerBlock[] {
  const blocks: AnswerBlock[] = [];
  let run = '';
  let kind: 'text' | 'heading' | 'item' = 'text';
  const flush = () => {
    const text = run
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text) blocks.push({ kind, text });
    run = '';
  };
  const within = (element: Element, as: typeof kind) => {
    flush();
    const before = kind;
    kind = as;
    for (const child of element.childNodes) visit(child);
    flush();
    kind = before;
  };
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      run += node.data.replace(/\s+/g, ' ');
      return;
    }
    if (!(node instanceof Element) || SKIPPED.has(node.tagName.toUpperCase()) || !node.checkVisibility())
      return;
    if (node.tagName === 'BR') {
      run += '\n';
    } else if (node.tagName === 'PRE') {
      flush();
      blocks.push({ kind: 'code', text: wordsIn(node).replace(/\n$/, '') });
    } else if (node.tagName === 'TR') {
      flush();
      const cells = [...node.children].map((cell) => wordsIn(cell).replace(/\s+/g, ' ').trim());
      blocks.push({ kind: 'row', cells });
    } else if (/^H[1-6]$/.test(node.tagName)) within(node, 'heading');
    else if (node.tagName === 'LI') within(node, 'item');
    else if (isInline(node)) for (const child of node.childNodes) visit(child);
    // The paragraph of a list item is that item.
    else within(node, kind);
  };
  // Itself it may be an item in a list of turns.
  for (const child of answer.childNodes) visit(child);
  flush();
  return blocks;
}

function isInline(element: Element): boolean {
  return /^(?:inline|contents|ruby)/.test(getComputedStyle(element).display);
}
