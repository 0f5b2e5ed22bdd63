/** Which element of a page takes text, and whether Chalkline looks after it. DOM only. */

const TEXT_INPUTS = new Set(['', 'text', 'tel', 'number']);
const LOGIN_HINTS = /(^|\s)(username|email|one-time-code|cc-\S+|current-password|new-password|url)(\s|$)/;

/** A text control whose value and selection are plain strings. */
export function isTextControl(node: unknown): node is HTMLInputElement | HTMLTextAreaElement {
  return node instanceof HTMLTextAreaElement || node instanceof HTMLInputElement;
}

/**
 * The element that will take the text of an event: the first editable on its way, through open shadow roots. For
 * rich text the outermost editing host.
 * @returns null where nothing editable is in sight (a page may still read such a paste).
 */
export function editableOf(event: Event): HTMLElement | null {
  const path = event.composedPath();
  for (let i = 0; i < path.length; i++) {
    const node = path[i];
    if (isTextControl(node)) return node;
    if (node instanceof HTMLElement && node.isContentEditable) {
      let host = node;
      while (host.parentElement?.isContentEditable) host = host.parentElement;
      return host;
    }
  }
  return null;
}

/** The focused element, inside open shadow roots too. */
export function deepActiveElement(doc: Document): Element | null {
  let active = doc.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/**
 * Whether Chalkline leaves this field alone: passwords, one-time codes, cards, addresses of pages, search, login
 * names, and every field of a form that holds a password. Nothing in them is a prompt, and a swap would lock a
 * teacher out.
 */
export function isLeftAlone(el: HTMLElement): boolean {
  if (el instanceof HTMLInputElement && !TEXT_INPUTS.has((el.getAttribute('type') ?? '').toLowerCase()))
    return true;
  if (isTextControl(el)) {
    if (LOGIN_HINTS.test((el.getAttribute('autocomplete') ?? '').toLowerCase())) return true;
    if (el.inputMode === 'url' || el.inputMode === 'search') return true;
  }
  if (el.getAttribute('role') === 'searchbox') return true;
  // Called from the prototype: a field named "querySelector" would stand in the way.
  const form = el.closest('form');
  return form !== null && Element.prototype.querySelector.call(form, 'input[type="password" i]') !== null;
}
