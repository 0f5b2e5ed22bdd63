/** Hears what text comes into a page of our own, as it was before the guard looked at it. DOM only. */

/** `box`: the text box that it comes into. */
type Tell = (text: string, box: HTMLTextAreaElement) => void;

/**
 * Starts to hear pastes and drops that a hand makes. Call it before the guard starts: what the guard stops is heard by
 * nobody after it.
 * @returns sets who is told from now on
 */
export function hearArrivals(): (tell: Tell | null) => void {
  let tell: Tell | null = null;
  const on = (event: ClipboardEvent | DragEvent) => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    const text = data?.getData('text/plain');
    if (event.isTrusted && text && event.target instanceof HTMLTextAreaElement) tell?.(text, event.target);
  };
  addEventListener('paste', on, { capture: true });
  addEventListener('drop', on, { capture: true });
  return (listener) => {
    tell = listener;
  };
}
