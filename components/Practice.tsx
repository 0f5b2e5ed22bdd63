import { useRef, useState } from 'preact/hooks';
import type { Translate } from '../lib/locale.ts';
import type { Spoken } from '../lib/words.ts';
import { copyFrom } from './copy.ts';
import { PageNav } from './PageNav.tsx';

/** A chat without an assistant: a sample to copy, a composer to paste it into, and what would have been sent. */
export function Practice({ t, language }: { t: Translate; language: Spoken }) {
  const sample = useRef<HTMLTextAreaElement>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const [sent, setSent] = useState<string[]>([]);
  const send = () => {
    const text = composer.current?.value ?? '';
    if (!text.trim()) return;
    setSent([...sent, text]);
    if (composer.current) composer.current.value = '';
  };
  return (
    <main class="page practice">
      <PageNav here="practice" language={language} />
      <h1>{t('practice.title')}</h1>
      <p class="lead">{t('practice.intro')}</p>
      <section>
        <h2>
          <label for="sample">{t('practice.sample')}</label>
        </h2>
        <textarea id="sample" ref={sample} readOnly value={t('practice.sample-text')} />
        <p class="row">
          <button type="button" class="plain" onClick={() => setCopied(copyFrom(sample.current))}>
            {t('practice.copy')}
          </button>
          <span role="status">{copied && t('practice.copied')}</span>
        </p>
      </section>
      <section>
        {sent.length > 0 && <p class="line">{t('practice.reply')}</p>}
        {sent.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages are only ever added at the end.
          <blockquote key={index}>{text}</blockquote>
        ))}
        <h2>
          <label for="composer">{t('practice.composer')}</label>
        </h2>
        <textarea id="composer" ref={composer} />
        <p>
          <button type="button" class="main" onClick={send}>
            {t('practice.send')}
          </button>
        </p>
      </section>
    </main>
  );
}
