import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Translate } from '../lib/locale.ts';
import { unknownSentence } from '../lib/unknown-labels.ts';
import { copyFrom } from './copy.ts';
import { type BackFile, FileBack } from './FileBack.tsx';

export interface CheckPageProps {
  t: Translate;
  /** A BCP 47 tag. */
  language: string;
  /** Swaps what a review would swap. */
  swap(text: string): Promise<{ text: string; found: number }>;
  /** Puts names back for labels of this session. */
  restore(text: string): Promise<{ text: string; restored: number; unknown: string[] }>;
  restoreFile(file: File): Promise<BackFile>;
}

/** Two boxes and a place for files in a tab of their own: a popup would lose the text when focus moves. */
export function CheckPage({ t, language, swap, restore, restoreFile }: CheckPageProps) {
  const [checked, setChecked] = useState<{ text: string; found: number } | null>(null);
  const [back, setBack] = useState<Awaited<ReturnType<CheckPageProps['restore']>> | null>(null);
  return (
    <main class="page">
      <h1>{t('check.title')}</h1>
      <p class="lead">{t('check.intro')}</p>
      <div class="boxes">
        <Box
          {...{ t, id: 'any', title: t('check.any'), hint: t('check.any-hint'), action: t('check.run') }}
          run={async (text) => setChecked(await swap(text))}
        >
          {checked?.found === 0 && <p class="line">{t('check.clean')}</p>}
          {checked && checked.found > 0 && (
            <Result
              {...{ t, id: 'swapped', title: t('check.result'), copy: t('check.copy'), text: checked.text }}
            />
          )}
        </Box>
        <Box
          {...{
            t,
            id: 'back',
            title: t('check.back'),
            hint: t('check.back-hint'),
            action: t('check.back-run'),
          }}
          run={async (text) => setBack(await restore(text))}
        >
          {back && (
            <p class="line">
              {back.restored > 0 ? t('check.back-done', back.restored) : t('check.back-none')}
            </p>
          )}
          {back && back.unknown.length > 0 && <p class="line">{unknownSentence(back.unknown, language)}</p>}
          {back && back.restored > 0 && (
            <Result
              {...{
                t,
                id: 'restored',
                title: t('check.back-result'),
                copy: t('check.back-copy'),
                text: back.text,
              }}
            />
          )}
        </Box>
        <FileBack {...{ t, language, restoreFile }} />
      </div>
    </main>
  );
}

interface BoxProps {
  t: Translate;
  id: string;
  title: string;
  hint: string;
  action: string;
  run(text: string): Promise<void>;
  children: ComponentChildren;
}

function Box({ t, id, title, hint, action, run, children }: BoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [failed, setFailed] = useState(false);
  const start = async () => {
    setFailed(false);
    await run(box.current?.value ?? '').catch(() => setFailed(true));
  };
  return (
    <section>
      <h2>
        <label for={id}>{title}</label>
      </h2>
      <p id={`${id}-hint`}>{hint}</p>
      <textarea id={id} ref={box} aria-describedby={`${id}-hint`} spellcheck={false} />
      <p>
        <button type="button" class="main" onClick={start}>
          {action}
        </button>
      </p>
      <div role="status">
        {failed && <p class="line">{t('check.failed')}</p>}
        {children}
      </div>
    </section>
  );
}

interface ResultProps {
  t: Translate;
  id: string;
  title: string;
  copy: string;
  text: string;
}

function Result({ t, id, title, copy, text }: ResultProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState('');
  return (
    <>
      <h3>
        <label for={id}>{title}</label>
      </h3>
      <textarea id={id} ref={box} readOnly value={text} />
      <p>
        <button type="button" class="plain" onClick={() => copyFrom(box.current) && setCopied(text)}>
          {copied === text ? t('offer.copied') : copy}
        </button>
      </p>
    </>
  );
}
