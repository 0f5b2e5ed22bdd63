import { readHands, shownCount } from '../../lib/practice/hands.ts';
import type { Here } from './parts.ts';

export interface HandsProps extends Here {
  question: string;
  choices: string[];
  /** Null until they are counted. */
  hands: number[] | null;
  onHands(hands: number[] | null): void;
}

/** A show of hands. The trainer types the numbers; small ones are not shown, and the boxes are gone once they are taken in. */
export function Hands({ question, choices, hands, t, onHands }: HandsProps) {
  if (hands) {
    const most = Math.max(...hands);
    return (
      <div class="hands">
        <p class="question">{question}</p>
        <ul>
          {choices.map((choice, i) => {
            const count = shownCount(hands[i] ?? 0);
            return (
              <li key={choice}>
                <span>{choice}</span>
                {count === null ? (
                  <span class="line">{t('hands-few')}</span>
                ) : (
                  <>
                    <progress value={count} max={most} aria-label={choice} />
                    <strong>{t('hands', count)}</strong>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <button type="button" class="choice" onClick={() => onHands(null)}>
          {t('hands-again')}
        </button>
      </div>
    );
  }
  return (
    <form
      class="hands"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const boxes = Array.from(event.currentTarget.querySelectorAll('input'));
        onHands(boxes.map(({ value }) => readHands(value)));
      }}
    >
      <p class="question">
        <strong>{t('predict-first')}</strong> {question}
      </p>
      <ul>
        {choices.map((choice) => (
          <li key={choice}>
            <span aria-hidden="true">{choice}</span>
            <input type="number" min="0" step="1" inputMode="numeric" aria-label={t('hands-for', choice)} />
          </li>
        ))}
      </ul>
      <button type="submit" class="choice">
        {t('hands-show')}
      </button>
    </form>
  );
}

/** The hands that were counted, in one line, beside what has been found out since. */
export function HandsLine({ choices, hands, t }: Pick<HandsProps, 'choices' | 'hands' | 't'>) {
  if (!hands) return null;
  const counted = choices.map((choice, i) => {
    const count = shownCount(hands[i] ?? 0);
    return `${choice}: ${count === null ? t('hands-few') : t('hands', count)}`;
  });
  return <p class="line">{counted.join(' · ')}</p>;
}
