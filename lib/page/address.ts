/** Hears where a page goes without a load. DOM only. */

/** The part of the Navigation API that is used; Firefox has it only since late. */
interface Navigation {
  addEventListener(
    type: 'currententrychange',
    listener: (event: { navigationType?: string | null }) => void,
  ): void;
}

/**
 * Tells when the address changes. Where the browser does not say so, it is seen at the next `look`.
 * @param tell the address (host and path) before and now, and whether the teacher opened it, by a link or by going back
 * @returns `look` tells of a change that was not seen yet, and gives the address
 */
export function watchAddress(tell: (before: string, now: string, opened: boolean) => void): () => string {
  const here = () => location.host + location.pathname;
  let before = here();
  let link: string | null = null;
  const look = (travelled = false) => {
    const now = here();
    if (now !== before) tell(before, now, travelled || now === link);
    before = now;
    return now;
  };
  window.addEventListener(
    'click',
    (event) => {
      const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      link = event.isTrusted && anchor ? anchor.host + anchor.pathname : null;
    },
    { capture: true },
  );
  window.addEventListener('popstate', () => look(true), { capture: true });
  const { navigation } = window as { navigation?: Navigation };
  navigation?.addEventListener('currententrychange', (event) => look(event.navigationType === 'traverse'));
  return () => look();
}
