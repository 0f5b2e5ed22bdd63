import type { PlannedStep } from '../../lib/practice/content.ts';
import type { Here } from './parts.ts';

interface NotesProps extends Here {
  step: PlannedStep;
  at: number;
  steps: PlannedStep[];
  /** How long the step has been shown. */
  minutes: number;
}

/** What only the trainer needs: notes, questions to ask, the time, and what comes next. */
export function Notes({ step, at, steps, minutes, t }: NotesProps) {
  return (
    <>
      <h2>{t('notes-title')}</h2>
      <ul>
        {step.notes.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <h2>{t('discuss')}</h2>
      <ul>
        {step.discuss.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p class="line">{t('time', step.minutes, minutes)}</p>
      <h2>{t('agenda')}</h2>
      <ol>
        {steps.map((one, i) => (
          <li key={one.id} aria-current={i === at ? 'step' : undefined}>
            {one.title} <span class="line">{t('minutes', one.minutes)}</span>
          </li>
        ))}
      </ol>
      <p class="line">{t('keys')}</p>
    </>
  );
}
