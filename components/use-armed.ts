import { useCallback, useEffect, useRef } from 'preact/hooks';

/** How long a button must have been in sight before it answers. A hurried Enter or a click meant for the page comes sooner. */
const ARM_MS = 400;
/** A machine that stands still hears a press late. A time further back than this is none that a browser gave. */
const LATEST_MS = 60_000;
/** How long something may lie over the buttons before the page is asked to bring us up again. */
const COVERED_MS = 600;

/** IntersectionObserver v2, where it exists: tells whether something covers the element. */
type ObserverV2Init = IntersectionObserverInit & { trackVisibility: boolean; delay: number };
type EntryV2 = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Guards buttons against activation that was not meant for them: sooner than 400 ms, by a key that was already
 * down, or while something covers them.
 * @param onCovered something has been lying over the buttons
 * @returns a ref for the element around the buttons, and a wrapper for what they do
 */
export function useArmed(onCovered: () => void) {
  const area = useRef<HTMLDivElement>(null);
  const uncoveredSince = useRef<number | null>(null);
  /** Whether the press that is under way may count; null where there is none, as with a screen reader's click. */
  const pressArmed = useRef<boolean | null>(null);
  const covered = useRef(onCovered);
  covered.current = onCovered;

  const isArmed = useCallback(
    (at: number) => uncoveredSince.current !== null && at - uncoveredSince.current >= ARM_MS,
    [],
  );

  useEffect(() => {
    const el = area.current;
    if (!el) return;
    uncoveredSince.current = performance.now();
    let coveredTimer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1) as EntryV2;
        if (entry.isVisible !== false) {
          clearTimeout(coveredTimer);
          coveredTimer = undefined;
          uncoveredSince.current ??= performance.now();
        } else {
          uncoveredSince.current = null;
          coveredTimer ??= setTimeout(() => {
            coveredTimer = undefined;
            covered.current();
          }, COVERED_MS);
        }
      },
      { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 } as ObserverV2Init,
    );
    observer.observe(el);
    const onPress = (event: Event) => {
      if (event instanceof KeyboardEvent && event.repeat) {
        // A key that was held down since before the review is not an answer to it.
        if (el.contains(event.target as Node)) event.preventDefault();
        return;
      }
      const now = performance.now();
      const { timeStamp } = event;
      // When the hand pressed, not when it is heard: a second Enter that had to wait was meant for the page.
      pressArmed.current = isArmed(timeStamp > now - LATEST_MS && timeStamp < now ? timeStamp : now);
    };
    addEventListener('keydown', onPress, true);
    addEventListener('pointerdown', onPress, true);
    return () => {
      clearTimeout(coveredTimer);
      observer.disconnect();
      removeEventListener('keydown', onPress, true);
      removeEventListener('pointerdown', onPress, true);
    };
  }, [isArmed]);

  const armed = (run: () => void) => () => {
    const counts = pressArmed.current ?? isArmed(performance.now());
    pressArmed.current = null;
    if (counts) run();
  };
  return { area, armed };
}
