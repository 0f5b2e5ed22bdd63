// What the pages share: the look of a chat, sending, and putting the editors on window.bed.
import type { AnswerNode, Bed, BedEditor } from '../bed.ts';

/** Makes an element with attributes and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A frame for the editor's own DOM: the mutation log leaves out what happens inside. */
export function editorBox(...children: Node[]): HTMLDivElement {
  return el('div', { 'data-bed-editor': '', class: 'editor' }, ...children);
}

const thread = el('ol', { id: 'thread' });

const main = el('main', {}, el('h1', {}, document.title), thread);

/** Builds the page: its title, the thread of what was sent, and the given content below, or adds to it. */
export function frame(...content: Node[]): void {
  main.append(...content);
  document.body.append(main);
}

/** Builds a chat page: a composer of editor boxes and other content, with a Send button. */
export function chat(...content: Node[]): HTMLElement {
  const send = el('button', { id: 'send', type: 'button', 'aria-label': 'Send message' }, 'Send');
  send.addEventListener('click', () => sendAll());
  const composer = el('div', { id: 'composer' }, ...content, send);
  frame(composer);
  return composer;
}

/** Notes a text as sent and shows it as the teacher's turn. Blank text is not sent, as on the real sites. */
export function record(text: string): boolean {
  if (!text.trim()) return false;
  window.bed.sent.push(text);
  thread.append(el('li', { 'data-message-author-role': 'user' }, text));
  return true;
}

/** Adds an answer to the thread as a model would: bit by bit, in the middle of words too. */
async function answer(...content: AnswerNode[]): Promise<void> {
  const turn = el('li', { 'data-message-author-role': 'assistant' });
  thread.append(turn);
  for (const node of content) await stream(turn, node);
}

async function stream(into: HTMLElement, node: AnswerNode): Promise<void> {
  if (typeof node !== 'string') {
    const [tag, ...children] = node;
    const element = document.createElement(String(tag));
    into.append(element);
    for (const child of children) await stream(element, child);
    return;
  }
  const text = document.createTextNode('');
  into.append(text);
  for (let at = 0; at < node.length; at += 7) {
    text.data += node.slice(at, at + 7);
    // Not by the drawing of the page: one in a tab behind is not drawn.
    if (at % 70 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

let editors: Record<string, BedEditor> = {};

/** Sends what all fields of the page hold, joined by line breaks, and empties them. */
export function sendAll(): void {
  const filled = Object.values(editors).filter((editor) => editor.text() !== '');
  if (record(filled.map((editor) => editor.text()).join('\n')))
    for (const editor of filled) void editor.set('');
}

/** Says whether a keydown sends: Enter alone, not while a composition is open. */
export function isSendKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing;
}

/** Makes Enter in an element send, whether the key is real or made by a script. */
export function sendOnEnter(target: HTMLElement): void {
  target.addEventListener('keydown', (event) => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    sendAll();
  });
}

/** Puts the editors on window.bed; the first one is addressed until `use` chooses another. */
export function install(fields: Record<string, BedEditor>, extra: Partial<Bed> = {}): void {
  editors = fields;
  const names = Object.keys(fields);
  const use = (name: string): void => {
    const editor = fields[name];
    if (!editor) throw new Error(`no field ${name}; there are: ${names.join(', ')}`);
    const { html } = editor;
    Object.assign(window.bed, {
      text: () => editor.text(),
      html: html && (() => html()),
      set: async (text: string) => editor.set(text),
      focus: () => editor.focus(),
      caret: (from: number, to?: number) => editor.caret(from, to),
    });
  };
  Object.assign(window.bed, extra, { fields: names, use, answer });
  use(names[0] as string);
  window.bed.ready = true;
}

/** Waits until the browser has drawn, so that editors have taken up a changed selection. */
export function settled(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
