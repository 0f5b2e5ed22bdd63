import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../lib/locale.ts';

interface EraseAllProps {
  t: Translate;
  onErase(): Promise<void>;
}

/** A button, and a second one: nothing is erased with one click. */
export function EraseAll({ t, onErase }: EraseAllProps) {
  const [step, setStep] = useState<'start' | 'sure' | 'done' | 'failed'>('start');
  const first = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const before = useRef(step);
  useEffect(() => {
    // The button that had the focus is gone. The one that changes nothing gets it.
    if (step === 'sure') keep.current?.focus();
    else if (before.current === 'sure') first.current?.focus();
    before.current = step;
  }, [step]);
  const erase = () =>
    onErase().then(
      () => setStep('done'),
      () => setStep('failed'),
    );
  return (
    <>
      {step === 'sure' ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and here are none.
        <div
          role="group"
          class="sure"
          aria-labelledby="erase-sure"
          onKeyDown={(event) => event.key === 'Escape' && setStep('start')}
        >
          <p id="erase-sure">{t('options.erase.sure')}</p>
          <p class="row">
            <button type="button" class="plain" ref={keep} onClick={() => setStep('start')}>
              {t('options.erase.no')}
            </button>
            <button type="button" class="main" onClick={() => void erase()}>
              {t('options.erase.yes')}
            </button>
          </p>
        </div>
      ) : (
        <p>
          <button type="button" class="plain" ref={first} onClick={() => setStep('sure')}>
            {t('options.erase.title')}
          </button>
        </p>
      )}
      <p role="status">
        {step === 'done' && t('options.erase.done')}
        {step === 'failed' && t('options.failed')}
      </p>
    </>
  );
}
