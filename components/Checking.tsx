import { useEffect, useRef } from 'preact/hooks';
import type { Translate } from '../lib/locale.ts';
import { useEscape } from './use-escape.ts';

/** Shown while a long text is checked. */
export function Checking({ share, t, onCancel }: { share: number; t: Translate; onCancel(): void }) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEscape(onCancel);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <div class="card" role="dialog" aria-modal="true" aria-label={t('checking.title')}>
      <main>
        <h1>{t('checking.title')}</h1>
        <p>{t('checking.why')}</p>
        <progress max={1} value={share} aria-label={t('checking.title')} />
        <p>
          <button type="button" class="plain" ref={cancel} onClick={onCancel}>
            {t('review.cancel')}
          </button>
        </p>
      </main>
    </div>
  );
}
