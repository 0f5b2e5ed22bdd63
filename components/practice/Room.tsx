import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Sample } from '../../lib/practice/content.ts';
import { copyFrom } from '../copy.ts';
import { Chat } from './Chat.tsx';
import { InstallCard } from './HandoutPage.tsx';
import { Watermark } from './MarkedText.tsx';
import type { Here } from './parts.ts';

interface RoomProps extends Here {
  head: ComponentChildren;
  onReset(): void;
}

/** The practice room: a shelf of samples, and a chat in which the real guard runs. */
export function Room({ head, onReset, ...here }: RoomProps) {
  const { parts, t } = here;
  const box = useRef<HTMLTextAreaElement>(null);
  return (
    <main class="page practice">
      {head}
      <h1>{t('title')}</h1>
      <p class="lead">{t('intro')}</p>
      {parts.usb && <p class="line">{t('usb-more')}</p>}
      <div class="room">
        <Shelf {...here} box={box} />
        <div class="desk">
          <Chat {...here} box={box} />
          <p class="line">{t('canned')}</p>
          <p class="row">
            <button type="button" class="plain" onClick={onReset}>
              {t('reset')}
            </button>
            <span class="line">{t('reset-hint')}</span>
          </p>
        </div>
      </div>
      {parts.usb && <InstallCard {...here} />}
    </main>
  );
}

/** The samples, one of them open. */
function Shelf({ box, ...here }: Here & { box: { current: HTMLTextAreaElement | null } }) {
  const { content, t } = here;
  const { samples, about, watermark } = content.school;
  const [id, setId] = useState(samples[0]?.id);
  const open = samples.find((sample) => sample.id === id) ?? samples[0];
  return (
    <section class="shelf" aria-labelledby="shelf">
      <h2 id="shelf" class="row">
        {t('samples')} <Watermark>{watermark}</Watermark>
      </h2>
      <p class="line">
        {content.school.school}. {about}
      </p>
      <p class="row tabs">
        {samples.map((sample) => (
          <button
            key={sample.id}
            type="button"
            class="choice"
            aria-pressed={sample === open}
            onClick={() => setId(sample.id)}
          >
            {sample.title}
          </button>
        ))}
      </p>
      {open && <SampleCard key={open.id} {...here} sample={open} box={box} />}
    </section>
  );
}

interface SampleProps extends Here {
  sample: Sample;
  box: { current: HTMLTextAreaElement | null };
}

/** A sample to copy. It is pasted by the teacher's own keys: that is what the guard hears. */
export function SampleCard({ sample, box, t }: SampleProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    const done = copyFrom(text.current);
    setCopied(done);
    if (done) box.current?.focus();
  };
  return (
    <div class="sample">
      <p id="sample-hint" class="line">
        {sample.hint}
      </p>
      <textarea
        ref={text}
        readOnly
        value={sample.text}
        aria-label={sample.title}
        aria-describedby="sample-hint"
      />
      <p>
        <button type="button" class="main" onClick={copy}>
          {t('copy')}
        </button>
      </p>
      <p class="line" role="status">
        {copied !== null && t(copied ? 'copied' : 'not-copied')}
      </p>
    </div>
  );
}
