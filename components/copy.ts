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
