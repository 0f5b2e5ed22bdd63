import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Watermark } from './MarkedText.tsx';
import type { Here } from './parts.ts';

/** One page to print and to give away. */
export function HandoutPage({ head, ...here }: Here & { head: ComponentChildren }) {
  const { parts, content, t } = here;
  const { handout, school } = content;
  const [large, setLarge] = useState(false);
  const [grey, setGrey] = useState(false);
  return (
    <main class={`page practice handout ${large ? 'large' : ''} ${grey ? 'grey' : ''}`}>
      <div class="screen-only">
        {head}
        <p class="line">{t('handout-hint')}</p>
        <p class="row">
          <button type="button" class="main" onClick={() => print()}>
            {t('print')}
          </button>
          <button type="button" class="plain" aria-pressed={large} onClick={() => setLarge(!large)}>
            {t('large')}
          </button>
          <button type="button" class="plain" aria-pressed={grey} onClick={() => setGrey(!grey)}>
            {t('grey')}
          </button>
        </p>
      </div>
      <article>
        <h1>{handout.title}</h1>
        <section class="habits">
          <h2>{handout.habitTitle}</h2>
          <ol>
            {handout.habits.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        </section>
        <section>
          <h2>{handout.neverTitle}</h2>
          <ol class="never">
            {handout.never.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        </section>
        <section>
          <h2 class="row">
            {handout.exampleTitle} <Watermark>{school.watermark}</Watermark>
          </h2>
          {handout.examples.map(({ before, after }) => (
            <div class="sides" key={before}>
              <p class="wrote">
                <strong>{handout.before}</strong> <span class="example">{before}</span>
              </p>
              <p class="saw">
                <strong>{handout.after}</strong> <span class="example">{after}</span>
              </p>
            </div>
          ))}
        </section>
        <section>
          <h2>{handout.tomorrowTitle}</h2>
          <ul class="ticks">
            {handout.tomorrow.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{handout.contactTitle}</h2>
          <dl>
            <dt>{handout.safety}</dt>
            <dd class={parts.district.safetyContact ? '' : 'fill-in'}>{parts.district.safetyContact}</dd>
            <dt>{handout.privacy}</dt>
            <dd class={parts.district.privacyContact ? '' : 'fill-in'}>{parts.district.privacyContact}</dd>
          </dl>
        </section>
        <InstallCard {...here} />
        <p class="line">{handout.honest}</p>
      </article>
    </main>
  );
}

/** How to get Chalkline: the district's way first. */
export function InstallCard({ content: { handout } }: Here) {
  return (
    <section class="install">
      <h2>{handout.installTitle}</h2>
      <ul>
        {handout.install.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}
