import { useEffect, useRef } from 'preact/hooks';
import type { Translate } from '../lib/locale.ts';
import { useEscape } from './use-escape.ts';

interface CheckingProps {
  title: string;
  /** Which of several it is. */
  which?: string | undefined;
  share: number;
  t: Translate;
  onCancel(): void;
}

/** Shown while a long text or a file is read. */
export function Checking({ title, which, share, t, onCancel }: CheckingProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEscape(onCancel);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <div class="card" role="dialog" aria-modal="true" aria-label={title}>
      <main>
        <h1>{title}</h1>
        {which && <p class="lead">{which}</p>}
        <p>{t('checking.why')}</p>
        <progress max={1} value={share} aria-label={title} />
        <p>
          <button type="button" class="plain" ref={cancel} onClick={onCancel}>
            {t('review.cancel')}
          </button>
        </p>
      </main>
    </div>
  );
}
