/** Hears events at the window before the page does, also after the page has replaced its document. DOM only. */
import { onReopened } from './reopened.ts';

export type Listeners = [type: string, listener: (event: Event) => void][];

const CAPTURE = { capture: true } as const;
/** Who listens, in the order in which they came. */
const armed = new Set<Listeners>();
let isWatching = false;

function arm(listeners: Listeners): void {
  for (const [type, listener] of listeners) window.addEventListener(type, listener, CAPTURE);
}

function rearm(): void {
  for (const listeners of armed) arm(listeners);
}

/** Starts to listen. Listeners come back after the page has replaced its document. @returns stops */
export function listen(listeners: Listeners): () => void {
  armed.add(listeners);
  arm(listeners);
  if (!isWatching) {
    isWatching = true;
    onReopened(rearm);
    // A second way to hear of it, should the page's world be closed to us: later, but before any paste.
    new MutationObserver(rearm).observe(document, { childList: true });
  }
  return () => {
    armed.delete(listeners);
    for (const [type, listener] of listeners) window.removeEventListener(type, listener, CAPTURE);
  };
}
