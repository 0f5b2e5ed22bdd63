import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Quiz } from '../lib/learn/tip.ts';
import type { LearnWords } from './learn-words.ts';

interface LearnQuestionProps {
  quiz: Quiz;
  t: LearnWords;
  onRight(): void;
  /** The ways back and on, with a button between them. */
  ways(isAnswered: boolean, between: ComponentChildren): ComponentChildren;
}

/** A question: choose, then the reason is shown, whichever it was. It can be tried again, as often as one likes. */
export function LearnQuestion({ quiz, t, onRight, ways }: LearnQuestionProps) {
  const [picked, setPicked] = useState<number | null>(null);
  const [state, setState] = useState<'open' | 'none' | 'answered'>('open');
  const result = useRef<HTMLHeadingElement>(null);
  const choices = useRef<HTMLFieldSetElement>(null);
  const answered = state === 'answered';
  const isRight = picked === quiz.answer;
  useEffect(() => {
    if (answered) result.current?.focus();
  }, [answered]);
  const check = (event: Event) => {
    event.preventDefault();
    if (picked === null) return setState('none');
    setState('answered');
    if (isRight) onRight();
  };
  const again = () => {
    setState('open');
    setPicked(null);
    // The button that had the focus is gone.
    setTimeout(() => choices.current?.querySelector('input')?.focus());
  };
  const markOf = (index: number) => {
    if (!answered) return null;
    if (index === quiz.answer) return t('right-choice');
    return index === picked ? t('your-choice') : null;
  };
  return (
    <article>
      <h1 tabIndex={-1} id="question">
        {quiz.question}
      </h1>
      <form onSubmit={check}>
        <fieldset ref={choices} aria-labelledby="question" disabled={answered}>
          {quiz.choices.map((choice, index) => (
            <label key={choice} class={answered && index === quiz.answer ? 'choice-row right' : 'choice-row'}>
              <input
                type="radio"
                name="choice"
                checked={picked === index}
                onChange={() => {
                  setPicked(index);
                  setState('open');
                }}
              />
              <span>
                {choice} {markOf(index) && <em>{markOf(index)}</em>}
              </span>
            </label>
          ))}
        </fieldset>
        <p class="line" role="status">
          {state === 'none' && t('choose-first')}
        </p>
        {!answered && (
          <p>
            <button type="submit" class="main">
              {t('check')}
            </button>
          </p>
        )}
      </form>
      <div role="status">
        {answered && (
          <section class="reason">
            <h2 ref={result} tabIndex={-1}>
              {isRight ? t('right') : t('wrong')}
            </h2>
            {!isRight && <p>{t('answer', quiz.choices[quiz.answer] ?? '')}</p>}
            <p>{quiz.reason}</p>
          </section>
        )}
      </div>
      {ways(
        answered,
        answered && !isRight && (
          <button type="button" class="plain" onClick={again}>
            {t('try-again')}
          </button>
        ),
      )}
    </article>
  );
}
