import type { Translate } from '../lib/locale.ts';

/**
 * What comes before everything else where a text may be about a child in danger: whom to tell. It says nothing about
 * whether it is true, and offers no prompt and no tip. `contact`: the district's own words; empty where it has given none.
 */
export function SafetyCard({ contact, t }: { contact: string; t: Translate }) {
  return (
    <section class="safety" aria-labelledby="safety-title">
      <h2 id="safety-title">{t('safety.title')}</h2>
      <p>{contact ? t('safety.contact', contact) : t('safety.steps')}</p>
      <p>{t('safety.lines')}</p>
    </section>
  );
}
