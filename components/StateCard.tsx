import type { Translate } from '../lib/locale.ts';
import type { RuleKey } from '../lib/policy/policy.ts';
import type { StateWords } from '../lib/state-words.ts';
import { nameOfRule, type SettingsWords } from './settings-words.ts';

interface StateCardProps {
  t: Translate;
  w: SettingsWords;
  state: StateWords;
  /** A BCP 47 tag. */
  language: string;
}

/** What a teacher should know in the state whose pack the district has chosen. */
export function StateCard({ t, w, state, language }: StateCardProps) {
  const { name, know, why, links, checked } = state;
  // Noon, since a day begins at another hour where the clock is put forward at midnight.
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(`${checked}T12:00`));
  const stricter = (Object.keys(why) as RuleKey[]).map((key) => nameOfRule(key, t));
  return (
    <section class="state-pack" aria-labelledby="state-title">
      <h2 id="state-title">{w('state.title', name)}</h2>
      {know.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{w('state.stricter', stricter.join('; '))}</p>
      <p class="row">
        <strong>{w('state.links')}:</strong>
        {links.map(({ title, url }) => (
          <a key={url} href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
        ))}
      </p>
      <p class="line">{w('state.checked', day)}</p>
    </section>
  );
}
