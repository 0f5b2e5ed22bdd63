/**
 * Copies a text box to the clipboard from a click. The old command, since a frame in a page may not be allowed the
 * clipboard API.
 * @returns whether it was copied
 */
export function copyFrom(box: HTMLTextAreaElement | null): boolean {
  if (!box) return false;
  box.focus();
  box.select();
  return document.execCommand('copy');
}

/**
 * Copies a text that stands in no box, from a click. The focus stays where it is.
 * @returns whether it was copied
 */
export function copyText(text: string): boolean {
  const before = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  // In sight, or the browser would scroll to it.
  Object.assign(box.style, { position: 'fixed', top: '0', opacity: '0' });
  document.body.append(box);
  const copied = copyFrom(box);
  box.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
