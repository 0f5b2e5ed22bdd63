import { howFar, moduleProgress } from '../lib/learn/progress.ts';
import { isStepDone, resumePlace, resumeStep, type Walk } from '../lib/learn/walk.ts';
import { EraseAll } from './EraseAll.tsx';
import type { LearnProps } from './Learn.tsx';
import { spelledDay } from './learn-words.ts';
import { nameOf } from './StepLine.tsx';

/** Where to go on, the modules, the five-minute paths, and what can be done with one's progress. */
export function LearnHome(props: LearnProps) {
  const { t, progress, modules, paths } = props;
  const offAll = Object.values(props.off).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p class="lead">{t('intro')}</p>
      <GoOn {...props} />
      <section aria-labelledby="modules">
        <h2 id="modules">{t('modules')}</h2>
        {offAll > 0 && <p class="line">{t('off', offAll)}</p>}
        <ul class="lessons">
          {modules.map((walk) => (
            <ModuleCard key={walk.module?.id} {...props} walk={walk} />
          ))}
        </ul>
      </section>
      {paths.length > 0 && (
        <section aria-labelledby="paths">
          <h2 id="paths">{t('paths')}</h2>
          <p class="line">{t('paths.intro')}</p>
          <ul class="lessons paths">
            {paths.map((walk) => (
              <li key={walk.path?.id}>
                <h3>
                  <a class="card-link" href={`#${walk.steps[0]?.address}`}>
                    {walk.title}
                  </a>
                </h3>
                <p>{walk.path?.about}</p>
                <HowFar parts={partsOf(walk)} {...props} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="mine" aria-labelledby="mine">
        <h2 id="mine">{t('mine')}</h2>
        <p>{t('mine.intro')}</p>
        <p>
          <a class="plain" href="#record">
            {t('to-record')}
          </a>
        </p>
        <p class="line">{t('reset.intro')}</p>
        <EraseAll
          words={{
            title: t('reset.title'),
            sure: t('reset.sure'),
            no: t('reset.no'),
            yes: t('reset.yes'),
            done: t('reset.done'),
            failed: t('failed'),
          }}
          onErase={props.onReset}
        />
      </section>
    </>
  );

  function partsOf({ steps }: Walk): [number, number] {
    const tasks = steps.filter(({ kind }) => kind !== 'start' && kind !== 'end');
    return [tasks.filter((step) => isStepDone(step, progress)).length, tasks.length];
  }
}

function GoOn({ t, progress, modules, paths }: LearnProps) {
  const place = resumePlace(progress, modules, paths);
  if (!place) {
    return (
      <section class="go-on" aria-labelledby="go-on">
        <h2 id="go-on">{t('go-on.done')}</h2>
        <p>{t('go-on.done.text')}</p>
        <p>
          <a class="main" href="#record">
            {t('to-record')}
          </a>
        </p>
      </section>
    );
  }
  const isFresh = progress.last === '' && Object.keys(progress.modules).length === 0;
  return (
    <section class="go-on" aria-labelledby="go-on">
      <h2 id="go-on">{t(isFresh ? 'go-on.begin' : 'go-on.title')}</h2>
      <p>
        <strong>{place.walk.title}</strong>
        <span class="line">{isFresh ? place.walk.module?.goal : nameOf(place, t)}</span>
      </p>
      <p>
        <a class="main" href={`#${place.step.address}`}>
          {t(isFresh ? 'start' : 'go-on')}
        </a>
      </p>
    </section>
  );
}

function ModuleCard({ walk, ...props }: LearnProps & { walk: Walk }) {
  const { t, progress, language } = props;
  const module = walk.module!;
  const { parts, of } = howFar(module, progress);
  const { done } = moduleProgress(progress, module.id);
  // Whoever comes back to a module that is done reads it from the start.
  const step = done ? walk.steps[0] : resumeStep(walk, progress);
  return (
    <li>
      <p class="eyebrow">
        {t('module', module.id.replace(/^M/, ''))} · {t('minutes', module.minutes)}
      </p>
      <h3>
        <a class="card-link" href={`#${step?.address}`}>
          {module.title}
        </a>
      </h3>
      <p>{module.goal}</p>
      {done ? (
        <p class="how-far done">{t('done-on', spelledDay(done, language))}</p>
      ) : (
        <HowFar parts={[parts, of]} {...props} />
      )}
    </li>
  );
}

/** A bar and its words; nothing where nothing is done. */
function HowFar({ parts: [done, of], t }: { parts: [number, number] } & LearnProps) {
  if (done === 0) return null;
  return (
    <p class="how-far">
      <progress value={done} max={of} aria-hidden="true" />
      {t('parts', done, of)}
    </p>
  );
}
