import { useLayoutEffect } from 'preact/hooks';

/** Runs on the Esc key, wherever the focus is; not where it ends the composing of an input method. */
export function useEscape(run: () => void): void {
  // Before the first paint: a key may come with it.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && !event.isComposing && run();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [run]);
}
