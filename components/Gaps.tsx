import type { Spoken, translatorOf } from '../lib/words.ts';
import type gaps from '../locales/gaps.json';
import { PageNav } from './PageNav.tsx';

interface GapsProps {
  w: ReturnType<typeof translatorOf<keyof (typeof gaps)['en']>>;
  language: Spoken;
}

/** The gaps by where they are. Each has its words in `locales/gaps.json`; docs/threat-model.md says why there is each. */
const PARTS = [
  ['chat', ['voice', 'cloud', 'picture', 'files', 'link', 'canvas', 'fetch']],
  ['place', ['google', 'office', 'panel', 'edge', 'addons', 'private', 'profiles', 'unknown']],
  ['device', ['apps', 'android']],
] as const;

/** What Chalkline does not see, and what a teacher can do instead. */
export function Gaps({ w, language }: GapsProps) {
  return (
    <main class="page privacy">
      <PageNav here={null} language={language} />
      <div class="ends">
        <h1>{w('title')}</h1>
        <button type="button" class="plain" onClick={() => print()}>
          {w('print')}
        </button>
      </div>
      <p class="lead">{w('intro')}</p>
      <section>
        <h2>{w('always')}</h2>
        <p>{w('always.how')}</p>
        <p class="on-screen">
          <a href="/check.html">{w('always.open')}</a>
        </p>
      </section>
      {PARTS.map(([part, gaps]) => (
        <section key={part}>
          <h2>{w(part)}</h2>
          <div class="parts">
            {gaps.map((gap) => (
              <section key={gap}>
                <h3>{w(gap)}</h3>
                <p>{w(`${gap}.what`)}</p>
                <p>
                  <strong>{w('instead')}</strong> {w(`${gap}.do`)}
                </p>
              </section>
            ))}
          </div>
        </section>
      ))}
      <p>{w('end')}</p>
    </main>
  );
}
