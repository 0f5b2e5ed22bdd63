import type { Spoken, translatorOf } from '../lib/words.ts';
import type privacy from '../locales/privacy.json';
import { PageNav } from './PageNav.tsx';

type Key = keyof (typeof privacy)['en'];

interface PrivacyProps {
  w: ReturnType<typeof translatorOf<Key>>;
  language: Spoken;
  version: string;
  /** For how many days counts are kept; 0 for ever. */
  retentionDays: number;
  /** Whom the district names; empty where it names nobody. */
  privacyContact: string;
}

/** What each part says, as a list. */
const PARTS: [title: Key, lines: Key[]][] = [
  ['sees', ['sees.paste', 'sees.own', 'sees.nothing']],
  ['never', ['never.send', 'never.keep', 'never.log', 'never.rate', 'never.load']],
  ['district', ['district.can', 'district.cannot', 'district.none', 'district.files', 'district.other']],
  ['gaps', ['gaps.all', 'gaps.ways', 'gaps.browser']],
];

/** The promise to teachers, on one page that can be printed. */
export function Privacy({ w, language, version, retentionDays, privacyContact }: PrivacyProps) {
  const kept: [what: string, until: string][] = [
    [w('kept.settings'), w('kept.erased')],
    [w('kept.counts'), retentionDays > 0 ? w('kept.days', retentionDays) : w('kept.erased')],
    [w('kept.classes'), w('kept.ends')],
    [w('kept.own'), w('kept.erased')],
    [w('kept.labels'), w('kept.closed')],
    [w('kept.choices'), w('kept.closed')],
    [w('kept.bar'), w('kept.day')],
    [w('kept.number'), w('kept.always')],
    [w('kept.policy'), w('kept.set')],
  ];
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
      <div class="parts">
        {PARTS.map(([title, lines]) => (
          <section key={title}>
            <h2>{w(title)}</h2>
            <ul>
              {lines.map((line) => (
                <li key={line}>{w(line)}</li>
              ))}
            </ul>
            {title === 'gaps' && (
              <p class="on-screen">
                <a href="/gaps.html">{w('gaps.open')}</a>
              </p>
            )}
          </section>
        ))}
      </div>
      <section>
        <h2 id="kept">{w('kept')}</h2>
        <p>{w('kept.where')}</p>
        <table aria-labelledby="kept">
          <thead>
            <tr>
              <th scope="col">{w('kept.what')}</th>
              <th scope="col">{w('kept.until')}</th>
            </tr>
          </thead>
          <tbody>
            {kept.map(([what, until]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{until}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h2>{w('erase')}</h2>
        <p>{w('erase.how')}</p>
        <p class="on-screen">
          <a href="/options.html#erase">{w('erase.open')}</a>
        </p>
        <p>{w('erase.sent')}</p>
      </section>
      {privacyContact !== '' && <p>{w('ask', privacyContact)}</p>}
      <p class="line">{w('version', version)}</p>
    </main>
  );
}
