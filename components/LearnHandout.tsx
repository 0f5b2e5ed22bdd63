import type { Module } from '../lib/learn/module.ts';
import { type LearnWords, sourceOf } from './learn-words.ts';

interface LearnHandoutProps {
  module: Module;
  t: LearnWords;
  /** A BCP 47 tag. */
  language: string;
}

const LETTERS = 'ABCDEFGH';

/** A module on paper. Not on the screen: learn.css shows it in print only. */
export function LearnHandout({ module, t, language }: LearnHandoutProps) {
  const { title, goal, lesson, tips } = module;
  return (
    <div class="handout">
      <p class="eyebrow">Chalkline · {t('module', module.id.replace(/^M/, ''))}</p>
      <h2>{title}</h2>
      <p class="lead">{goal}</p>
      {lesson.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {tips.length > 0 && <h3>{t('handout.tips')}</h3>}
      {tips.map((tip) => (
        <section key={tip.id}>
          <p>
            <strong>{tip.idea}</strong> {tip.why}
          </p>
          <p>
            {t('try')}: <q>{tip.tryInstead}</q>
          </p>
          <p class="line">{sourceOf(tip, t, language)}</p>
        </section>
      ))}
      {module.reviewed === null && <p class="line">{t('unreviewed')}</p>}
      {tips.length > 0 && <h3>{t('handout.questions')}</h3>}
      <ol>
        {tips.map(({ id, quiz }) => (
          <li key={id}>
            {quiz.question}
            <ul>
              {quiz.choices.map((choice, index) => (
                <li key={choice}>
                  {LETTERS[index]}. {choice}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {tips.length > 0 && (
        <div class="answers">
          <h3>
            {t('handout.answers')}: {title}
          </h3>
          <ol>
            {tips.map(({ id, quiz }) => (
              <li key={id}>
                <strong>
                  {LETTERS[quiz.answer]}. {quiz.choices[quiz.answer]}
                </strong>{' '}
                {quiz.reason}
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}
