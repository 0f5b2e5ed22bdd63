import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../lib/locale.ts';
import type { OfferRequest } from '../lib/messages.ts';
import { copyFrom } from './copy.ts';

interface OfferProps extends OfferRequest {
  t: Translate;
  onClose(): void;
}

/** Text that the page could not take, with a way to copy it: nothing is lost. */
export function Offer({ text, reason, t, onClose }: OfferProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="review single" role="dialog" aria-modal="true" aria-labelledby="offer-title">
      <header>
        <h1 id="offer-title">{t('offer.title')}</h1>
        <p class="lead">{t(`offer.${reason}`)}</p>
      </header>
      <main>
        <textarea ref={box} readOnly value={text} aria-label={t('offer.text')} />
      </main>
      <footer>
        <button type="button" class="plain" onClick={onClose}>
          {t('offer.close')}
        </button>
        <button type="button" class="main" onClick={() => setCopied(copyFrom(box.current))}>
          {t(copied ? 'offer.copied' : 'offer.copy')}
        </button>
      </footer>
    </div>
  );
}
