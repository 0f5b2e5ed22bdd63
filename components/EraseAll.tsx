import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface EraseAllProps {
  words: Record<'title' | 'sure' | 'no' | 'yes' | 'done' | 'failed', string>;
  onErase(): Promise<void>;
}

/** A button, and a second one: nothing is erased with one click. */
export function EraseAll({ words, onErase }: EraseAllProps) {
  const [step, setStep] = useState<'start' | 'sure' | 'done' | 'failed'>('start');
  const id = useId();
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
          aria-labelledby={id}
          onKeyDown={(event) => event.key === 'Escape' && setStep('start')}
        >
          <p id={id}>{words.sure}</p>
          <p class="row">
            <button type="button" class="plain" ref={keep} onClick={() => setStep('start')}>
              {words.no}
            </button>
            <button type="button" class="main" onClick={() => void erase()}>
              {words.yes}
            </button>
          </p>
        </div>
      ) : (
        <p>
          <button type="button" class="plain" ref={first} onClick={() => setStep('sure')}>
            {words.title}
          </button>
        </p>
      )}
      <p role="status">
        {step === 'done' && words.done}
        {step === 'failed' && words.failed}
      </p>
    </>
  );
}
