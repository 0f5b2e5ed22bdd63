import type { Place } from '../lib/learn/walk.ts';
import type { LearnWords } from './learn-words.ts';

/** What a step is called: `Tip 2 of 6`. */
export function nameOf({ walk, step }: Place, t: LearnWords): string {
  const alike = walk.steps.filter(({ kind }) => kind === step.kind);
  const number = alike.findIndex(({ address }) => address === step.address) + 1;
  switch (step.kind) {
    case 'tip':
    case 'question':
      return t(step.kind, number, alike.length);
    case 'start':
      return t('path');
    default:
      return t(step.kind);
  }
}

/** Above the heading of a step: the way home, where we are, and how far that is. */
export function StepLine({ place, t }: { place: Place; t: LearnWords }) {
  const { walk, index } = place;
  const step = t('step', index + 1, walk.steps.length);
  return (
    <div class="step-line">
      <p class="ends">
        <a href="#home">← {t('home')}</a>
        <span class="line">{step}</span>
      </p>
      <progress value={index + 1} max={walk.steps.length} aria-hidden="true" />
      <p class="eyebrow">
        {walk.title} · {nameOf(place, t)}
      </p>
    </div>
  );
}
