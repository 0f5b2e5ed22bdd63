import { useLayoutEffect } from 'preact/hooks';

/** Hides details or shows them at the key H, where nobody is writing. */
export function useHideKey(veiled: boolean, onVeil: (veiled: boolean) => void): void {
  // Before the first paint: a key may come with it.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input,textarea,select');
      if (event.key.toLowerCase() !== 'h' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      onVeil(!veiled);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [veiled, onVeil]);
}
