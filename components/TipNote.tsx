import type { Tip } from '../lib/learn/tip.ts';
import type { Translate } from '../lib/locale.ts';

/** One tip: the idea, why, and a prompt to use instead. */
export function TipNote({ tip, t }: { tip: Tip; t: Translate }) {
  return (
    <aside class="tip" aria-label={t('tip.title')}>
      <h3>{t('tip.title')}</h3>
      <p>
        <strong>{tip.idea}</strong> {tip.why}
      </p>
      <p class="try">
        {t('tip.try')} <q>{tip.tryInstead}</q>
      </p>
    </aside>
  );
}
