import { useEffect } from 'preact/hooks';

const REACHED = 'button,input,select,textarea,summary,a[href],[tabindex="0"]';

/** Keeps Tab within the document, from the last control to the first: behind a modal frame there is nothing to reach. */
export function useTabLoop(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
      const all = [...document.querySelectorAll<HTMLElement>(REACHED)].filter(
        (one) => one.checkVisibility() && !(one as HTMLButtonElement).disabled,
      );
      const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
      if (document.activeElement !== from && document.activeElement !== document.body) return;
      event.preventDefault();
      to?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
