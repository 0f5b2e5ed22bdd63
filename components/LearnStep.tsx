import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Module } from '../lib/learn/module.ts';
import { howFar, LESSON } from '../lib/learn/progress.ts';
import type { Tip } from '../lib/learn/tip.ts';
import { isStepDone, type Place, type Step } from '../lib/learn/walk.ts';
import type { LearnProps } from './Learn.tsx';
import { LearnHandout } from './LearnHandout.tsx';
import { LearnQuestion } from './LearnQuestion.tsx';
import { type LearnWords, sourceOf } from './learn-words.ts';
import { nameOf, StepLine } from './StepLine.tsx';

type StepProps = LearnProps & { place: Place };

/** One step of a module or path, with the ways back and on. */
export function LearnStep(props: StepProps) {
  const { place, t } = props;
  const { walk } = place;
  return (
    <>
      <StepLine place={place} t={t} />
      <StepBody {...props} />
      {walk.module && <LearnHandout module={walk.module} t={t} language={props.language} />}
    </>
  );
}

function StepBody(props: StepProps) {
  const { place, t, onEvent } = props;
  const { step, walk } = place;
  switch (step.kind) {
    case 'start':
      return <PathStart {...props} />;
    case 'lesson': {
      const { id, lesson } = step.module;
      return (
        <article>
          <h1 tabIndex={-1}>{step.module.title}</h1>
          <p class="lead">{step.module.goal}</p>
          {(props.off[id] ?? 0) > 0 && walk.module && <p class="line">{t('off', props.off[id] ?? 0)}</p>}
          <div class="lesson">
            {lesson.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <Unreviewed module={step.module} t={t} />
          <Ways {...props} onNext={() => onEvent({ kind: 'read', module: id, part: LESSON })} />
        </article>
      );
    }
    case 'tip':
      return (
        <article>
          <TipCard {...props} tip={step.tip} module={step.module} />
          <Ways
            {...props}
            onNext={() => onEvent({ kind: 'read', module: step.module.id, part: step.tip.id })}
          />
        </article>
      );
    case 'question':
      return (
        <LearnQuestion
          quiz={step.tip.quiz}
          t={t}
          onRight={() => onEvent({ kind: 'right', module: step.module.id, tip: step.tip.id })}
          ways={(isAnswered, between) => <Ways {...props} isQuiet={!isAnswered} between={between} />}
        />
      );
    default:
      return <End {...props} />;
  }
}

function TipCard({ tip, module, t, language }: { tip: Tip; module: Module } & StepProps) {
  const [copied, setCopied] = useState<'' | 'copied' | 'copy-failed'>('');
  const copy = () =>
    navigator.clipboard.writeText(tip.tryInstead).then(
      () => setCopied('copied'),
      () => setCopied('copy-failed'),
    );
  return (
    <>
      <h1 tabIndex={-1}>{tip.idea}</h1>
      <section>
        <h2>{t('why')}</h2>
        <p>{tip.why}</p>
      </section>
      <section class="instead">
        <h2>{t('try')}</h2>
        <blockquote>{tip.tryInstead}</blockquote>
        <p class="row">
          <button type="button" class="plain" onClick={() => void copy()}>
            {t('copy')}
          </button>
          <span role="status">{copied && t(copied)}</span>
        </p>
      </section>
      <p class="line source">{sourceOf(tip, t, language)}</p>
      <Unreviewed module={module} t={t} />
    </>
  );
}

function Unreviewed({ module, t }: { module: Module; t: LearnWords }) {
  return module.reviewed === null ? <p class="line small-print">{t('unreviewed')}</p> : null;
}

function PathStart(props: StepProps) {
  const { place, t } = props;
  const { path, steps } = place.walk;
  return (
    <article>
      <h1 tabIndex={-1}>{place.walk.title}</h1>
      <p class="lead">
        {path?.about} {t('minutes', path?.minutes ?? 0)}.
      </p>
      <section>
        <h2>{t('path.what')}</h2>
        <ul class="plain-list">
          {steps.map((step) => {
            const words = step.kind === 'tip' ? step.tip.idea : step.kind === 'lesson' && step.module.title;
            return words && <li key={step.address}>{words}</li>;
          })}
        </ul>
      </section>
      <Ways {...props} />
    </article>
  );
}

function End(props: StepProps) {
  const { place, t, progress, modules } = props;
  const { walk } = place;
  const open = walk.steps.filter((step) => !isStepDone(step, progress));
  const questions = walk.steps.filter(({ kind }) => kind === 'question');
  const right = walk.module
    ? howFar(walk.module, progress).right
    : questions.filter((step) => isStepDone(step, progress)).length;
  const next = walk.module && modules[modules.indexOf(walk) + 1];
  return (
    <article>
      <h1 tabIndex={-1}>{t('end.title', walk.title)}</h1>
      {questions.length > 0 && (
        <p class="sum">
          <strong>{t('end.right', right, questions.length)}</strong> {t('end.right.about')}
        </p>
      )}
      {open.length === 0 ? (
        <p>{t('end.all')}</p>
      ) : (
        <section>
          <h2>{t('end.open')}</h2>
          <ul class="open-list">
            {open.map((step) => (
              <li key={step.address}>
                <a href={`#${step.address}`}>{openName(step, walk, t)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="row ways">
        {next ? (
          <a class="main" href={`#${next.steps[0]?.address}`}>
            {t('next-module', next.title)}
          </a>
        ) : (
          <a class="main" href="#home">
            {t('home')}
          </a>
        )}
        <a class="plain" href="#record">
          {t('to-record')}
        </a>
        <PrintButton {...props} />
      </p>
    </article>
  );
}

function openName(step: Step, walk: Place['walk'], t: LearnWords): string {
  const name = nameOf({ walk, step, index: 0 }, t);
  if (step.kind === 'tip') return `${name}: ${step.tip.idea}`;
  return step.kind === 'question' ? `${name}: ${step.tip.quiz.question}` : name;
}

/** Back and on. `isQuiet`: something on the page comes before going on. */
function Ways({ place, t, isQuiet, between, onNext, ...props }: StepProps & WaysProps): ComponentChildren {
  const { walk, index, step } = place;
  const back = walk.steps[index - 1];
  const next = walk.steps[index + 1];
  const word =
    step.kind === 'start'
      ? 'start'
      : next?.kind === 'question' && step.kind === 'tip' && walk.module
        ? 'to-questions'
        : 'next';
  return (
    <p class="row ways">
      {back && (
        <a class="plain" href={`#${back.address}`}>
          {t('back')}
        </a>
      )}
      {between}
      {next && (
        <a class={isQuiet ? 'plain' : 'main'} href={`#${next.address}`} onClick={onNext}>
          {t(word)}
        </a>
      )}
      {step.kind === 'lesson' && <PrintButton {...props} place={place} t={t} />}
    </p>
  );
}

interface WaysProps {
  isQuiet?: boolean;
  between?: ComponentChildren;
  onNext?(): void;
}

/** Prints the handout of a module: what is on the screen is left out by learn.css. */
function PrintButton({ place, t }: StepProps) {
  return place.walk.module ? (
    <button type="button" class="quiet" onClick={() => print()}>
      {t('print')}
    </button>
  ) : null;
}
