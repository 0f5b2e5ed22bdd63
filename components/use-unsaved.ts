import { useEffect } from 'preact/hooks';

/** Has the browser ask before it leaves a page on which something is written that is kept nowhere. */
export function useUnsaved(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const stay = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [dirty]);
}
