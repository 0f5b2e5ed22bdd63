/** Hears pauses in typing. Reads, and changes nothing. DOM only. */
import { editableOf, isLeftAlone } from './editable.ts';
import { listen } from './listen.ts';

export interface TypingParts {
  /** Something was typed or put into a composer. */
  onInput(editable: HTMLElement): void;
  /** Nothing was typed for a while, and the page has nothing else to do. */
  onPause(editable: HTMLElement): void;
  /** Whether anything at this address is ours to hear. */
  applies(): boolean;
}

/** How long a pause is. */
const PAUSE_MS = 400;
/** A busy page has no idle time. */
const BUSY_MS = 1000;

/** Starts to listen. What an input method still composes is no pause. @returns stops */
export function hearTyping({ onInput, onPause, applies }: TypingParts): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let composing = false;
  const idle = (run: () => void) =>
    'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: BUSY_MS }) : setTimeout(run);
  const onTyped = (event: Event) => {
    const editable = editableOf(event);
    if (!editable || isLeftAlone(editable) || !applies()) return;
    clearTimeout(timer);
    onInput(editable);
    if (!composing) timer = setTimeout(() => idle(() => composing || onPause(editable)), PAUSE_MS);
  };
  const compose = (event: Event) => {
    composing = event.type === 'compositionstart';
    if (!composing) onTyped(event);
  };
  const stop = listen([
    ['input', onTyped],
    ['compositionstart', compose],
    ['compositionend', compose],
  ]);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
