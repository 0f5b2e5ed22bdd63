import type { AnyTip } from '../lib/learn/tip.ts';
import type { Translate } from '../lib/locale.ts';

interface TipNoteProps {
  tip: AnyTip;
  /** `fits`: it goes with what was found. `today`: it goes with nothing. */
  kind: 'fits' | 'today';
  t: Translate;
  /** Takes it away; none where it stands by itself. */
  onHide?(): void;
}

/** One tip: the idea, why, and a prompt to use instead. */
export function TipNote({ tip, kind, t, onHide }: TipNoteProps) {
  const title = t(`tip.${kind}`);
  // In a review it stands among the details of a part, in the popup right below the title.
  const Heading = kind === 'fits' ? 'h3' : 'h2';
  return (
    <aside class="tip" aria-label={title}>
      <Heading>{title}</Heading>
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
