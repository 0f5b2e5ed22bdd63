import { useEffect, useRef } from 'preact/hooks';
import type { Who } from '../lib/learn/export/record.ts';
import type { LearnEvent, Progress } from '../lib/learn/progress.ts';
import { placeOf, type Walk } from '../lib/learn/walk.ts';
import { spoken } from '../lib/words.ts';
import { LearnExport } from './LearnExport.tsx';
import { LearnHome } from './LearnHome.tsx';
import { LearnStep } from './LearnStep.tsx';
import type { FileKind } from './learn-files.ts';
import type { LearnWords } from './learn-words.ts';
import { PageNav } from './PageNav.tsx';

export interface LearnProps {
  t: LearnWords;
  /** A BCP 47 tag. */
  language: string;
  modules: Walk[];
  paths: Walk[];
  /** How many tips are turned off, by module. */
  off: Record<string, number>;
  progress: Progress;
  /** What stands behind the `#` of the page's address. */
  address: string;
  /** Whether the last step could not be stored. */
  failed: boolean;
  onEvent(event: LearnEvent): void;
  /** Saves a file. Out: its name. */
  onSave(kind: FileKind, who: Who): string;
  onReset(): Promise<void>;
}

/** The learn page: home, a step of a module or a path, or the exports, as its address says. */
export function Learn(props: LearnProps) {
  const { t, address, modules, paths, onEvent } = props;
  const main = useRef<HTMLElement>(null);
  const before = useRef(address);
  const place = placeOf(address, [...modules, ...paths]);
  const step = place?.step.address ?? '';
  useEffect(() => {
    if (step) onEvent({ kind: 'at', address: step });
  }, [step, onEvent]);
  useEffect(() => {
    const heading = main.current?.querySelector('h1');
    document.title = `${heading?.textContent} - Chalkline`;
    // The page came up by itself, or it is still the same step.
    if (before.current === address) return;
    before.current = address;
    scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
  }, [address]);
  const isKnown = ['', 'home', 'record'].includes(address) || place !== null;
  return (
    <main class="page learn" ref={main}>
      <PageNav here="learn" language={spoken(props.language)} />
      {!isKnown && (
        <p class="problem" role="status">
          {t('not-here')}
        </p>
      )}
      {place ? (
        <LearnStep key={place.step.address} {...props} place={place} />
      ) : address === 'record' ? (
        <LearnExport {...props} />
      ) : (
        <LearnHome {...props} />
      )}
      <p class="problem" role="alert">
        {props.failed && t('failed')}
      </p>
    </main>
  );
}
