/** What is copied from the page. DOM only. */
import { deepActiveElement, isTextControl } from './editable.ts';
import { isOwnEvent } from './frame.ts';
import { listen } from './listen.ts';

/** What is copied: its words, and the same with its formatting as nodes of no document. */
export interface Copied {
  text: string;
  content: DocumentFragment;
}

/**
 * Hears what is copied from the page; what stands in an editor is not heard, since labels are what belongs there.
 * @param onCopy true where neither the browser nor the page shall copy it
 * @returns stops to listen
 */
export function hearCopies(onCopy: (copied: Copied) => boolean): () => void {
  const onEvent = (event: Event) => {
    // A page can make up copies; only a hand's counts.
    if (!event.isTrusted || isOwnEvent(event) || isEditing()) return;
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const copied = { text: selection.toString(), content: selection.getRangeAt(0).cloneContents() };
    if (!onCopy(copied)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  return listen([['copy', onEvent]]);
}

function isEditing(): boolean {
  const active = deepActiveElement(document);
  return isTextControl(active) || (active instanceof HTMLElement && active.isContentEditable);
}

/** Puts text on the clipboard, with its formatting where there is one. Rejects where the browser refuses. */
export async function putOnClipboard(text: string, html: string | null): Promise<void> {
  const data: Record<string, Blob> = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
  if (html !== null) data['text/html'] = new Blob([html], { type: 'text/html' });
  await navigator.clipboard.write([new ClipboardItem(data)]);
}

/** The texts of a fragment in order, and the fragment as HTML with others in their places. */
export function textsOf(content: DocumentFragment): {
  texts: string[];
  htmlWith(texts: string[]): string;
} {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return {
    texts: nodes.map(({ data }) => data),
    htmlWith(texts) {
      for (const [i, node] of nodes.entries()) node.data = texts[i] ?? node.data;
      const box = document.createElement('div');
      box.append(content);
      return box.innerHTML;
    },
  };
}
