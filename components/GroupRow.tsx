import { because, type StringKey, type Translate } from '../lib/locale.ts';
import type { Item } from '../lib/review-plan.ts';

interface GroupRowProps {
  item: Item;
  t: Translate;
  onChoose(item: Item, swap: boolean): void;
  onShow(item: Item): void;
}

/** One person or value: what it is, why, what it becomes, and the choice. */
export function GroupRow({ item, t, onChoose, onShow }: GroupRowProps) {
  const category = t(
    `category.${item.category === 'person-name' ? `person.${item.role ?? 'unknown'}` : item.category}` as StringKey,
  );
  const times = item.mentions.length;
  const [reason] = item.because;
  return (
    <li class="group" data-key={item.key}>
      <div class="group-line">
        <button type="button" class="group-name" title={t('review.show')} onClick={() => onShow(item)}>
          {item.name}
        </button>
        {item.swap && item.label && <span class="label">{item.label}</span>}
        {times > 1 && <span class="times">{t('review.times', times)}</span>}
      </div>
      <p class="why">
        {category}. {reason && because(t, reason.code, reason.args)}
        {item.fixed && <> {t(item.source === 'district' ? 'review.fixed.district' : 'review.fixed')}</>}
      </p>
      {!item.fixed && (
        <button
          type="button"
          class="choice"
          aria-label={`${t(item.swap ? 'review.keep' : 'review.swap')}: ${item.name}`}
          onClick={() => onChoose(item, !item.swap)}
        >
          {t(item.swap ? 'review.keep' : 'review.swap')}
        </button>
      )}
    </li>
  );
}
