import type { AnyTip } from '../lib/learn/tip.ts';
import type { Translate } from '../lib/locale.ts';

interface TipNoteProps {
  tip: AnyTip;
  t: Translate;
  /** Takes it away; none where it stands by itself. */
  onHide?(): void;
}

/** One tip that goes with what was found: the idea, why, and a prompt to use instead. */
export function TipNote({ tip, t, onHide }: TipNoteProps) {
  const title = t('tip.fits');
  return (
    <aside class="tip" aria-label={title}>
      <h3>{title}</h3>
      <p>
        <strong>{tip.idea}</strong> {tip.why}
      </p>
      <p class="try">
        {t('tip.try')} <q>{tip.tryInstead}</q>
      </p>
      {onHide && (
        <button type="button" class="choice" onClick={onHide}>
          {t('tip.hide')}
        </button>
      )}
    </aside>
  );
}
