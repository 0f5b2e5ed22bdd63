import { type ComponentChildren, render } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type PlannedStep, stagesOf, stepsOf } from '../../lib/practice/content.ts';
import { Watermark } from './MarkedText.tsx';
import { Notes } from './Notes.tsx';
import { type Here, isTyping } from './parts.ts';
import { Stage } from './Stage.tsx';

const NEXT_KEYS = ['ArrowRight', 'PageDown'];
const BACK_KEYS = ['ArrowLeft', 'PageUp'];
const MINUTE_MS = 60_000;
/** How often the minutes in the notes are looked at. */
const CLOCK_MS = 15_000;

interface PresenterProps extends Here {
  languages: ComponentChildren;
  onReset(): void;
}

/** A training on a screen in front of a room: one step at a time, in large type, with notes for the trainer beside it. */
export function Presenter({ languages, onReset, ...here }: PresenterProps) {
  const { parts, content, t } = here;
  const { agendas } = content.agenda;
  const [minutes, setMinutes] = useState(agendas[0]?.minutes ?? 0);
  const [place, setPlace] = useState({ step: 0, stage: 0 });
  const [since, setSince] = useState(() => Date.now());
  const [notes, setNotes] = useState<'here' | 'hidden' | 'window'>('here');
  /** Hands that were counted, by step and part of it. */
  const [hands, setHands] = useState<Record<string, number[] | null>>({});
  const steps = stepsOf(content.agenda, minutes, parts.district.topicsOff);
  const step = steps[place.step] ?? (steps[0] as PlannedStep);
  const at = Math.min(place.step, steps.length - 1);

  const go = useCallback(
    (by: 1 | -1) =>
      setPlace(({ step: from, stage }) => {
        const stages = stagesOf(steps[from] as PlannedStep);
        if (stage + by >= 0 && stage + by < stages) return { step: from, stage: stage + by };
        const to = from + by;
        if (to < 0 || to >= steps.length) return { step: from, stage };
        return { step: to, stage: by > 0 ? 0 : stagesOf(steps[to] as PlannedStep) - 1 };
      }),
    [steps],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step begins whenever another one is shown.
  useEffect(() => setSince(Date.now()), [place.step, minutes]);
  const onKey = useCallback(
    (event: KeyboardEvent) => {
      const by = NEXT_KEYS.includes(event.key) ? 1 : BACK_KEYS.includes(event.key) ? -1 : 0;
      if (by === 0 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      go(by);
    },
    [go],
  );
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onKey]);

  const soFar = useMinutes(since);
  const noteProps = { ...here, step, at, steps, minutes: soFar };
  const second = useSecondWindow(
    notes === 'window' ? <Notes {...noteProps} /> : null,
    { title: t('notes-title'), lang: here.language },
    onKey,
    () => setNotes('hidden'),
  );
  const part = `${step.id} ${Math.floor(place.stage / 2)}`;
  return (
    <main class={notes === 'here' ? 'present with-notes' : 'present'}>
      <header class="ends">
        <span class="row">
          <a href="#room">{t('leave')}</a>
          <Watermark>{content.school.watermark}</Watermark>
        </span>
        <fieldset class="row" aria-label={t('agenda')}>
          {agendas.map((one) => (
            <button
              key={one.minutes}
              type="button"
              class="choice"
              aria-pressed={one.minutes === minutes}
              onClick={() => {
                setMinutes(one.minutes);
                setPlace({ step: 0, stage: 0 });
              }}
            >
              {t('minutes', one.minutes)}
            </button>
          ))}
        </fieldset>
        {languages}
        <span class="row">
          <button
            type="button"
            class="choice"
            aria-pressed={notes === 'here'}
            onClick={() => setNotes(notes === 'here' ? 'hidden' : 'here')}
          >
            {t('notes')}
          </button>
          <button
            type="button"
            class="choice"
            onClick={() => {
              if (second()) setNotes('window');
            }}
          >
            {t('notes-window')}
          </button>
        </span>
      </header>
      <section class="stage" aria-labelledby="step-title">
        <h1 id="step-title">{step.title}</h1>
        <Stage
          key={`${minutes} ${step.id}`}
          {...here}
          step={step}
          stage={place.stage}
          hands={hands[part] ?? null}
          onHands={(counted) => setHands({ ...hands, [part]: counted })}
        />
      </section>
      {notes === 'here' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard.
        <aside class="notes" aria-label={t('notes-title')} tabIndex={0}>
          <Notes {...noteProps} />
        </aside>
      )}
      <footer class="ends">
        <button type="button" class="quiet" onClick={onReset}>
          {t('reset')}
        </button>
        <span role="status">
          {t('step', at + 1, steps.length)}
          <span class="unseen">: {step.title}</span>
        </span>
        <span class="row">
          <button type="button" class="plain" onClick={() => go(-1)}>
            {t('back')}
          </button>
          <button type="button" class="main" onClick={() => go(1)}>
            {t('next')}
          </button>
        </span>
      </footer>
    </main>
  );
}

/** Whole minutes since a time. */
function useMinutes(since: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), CLOCK_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - since) / MINUTE_MS));
}

/**
 * Draws something in a second window, for a screen that only the trainer sees. Keys pressed there count as well.
 * @returns opens the window; false where the browser does not let it
 */
function useSecondWindow(
  drawn: ComponentChildren,
  { title, lang }: { title: string; lang: string },
  onKey: (event: KeyboardEvent) => void,
  onClosed: () => void,
): () => boolean {
  const second = useRef<Window | null>(null);
  const closed = useRef(onClosed);
  closed.current = onClosed;
  useEffect(() => {
    const view = second.current;
    if (!view || view.closed || !drawn) return;
    view.document.title = title;
    view.document.documentElement.lang = lang;
    render(drawn, view.document.body);
  });
  useEffect(() => {
    const view = second.current;
    view?.addEventListener('keydown', onKey);
    return () => view?.removeEventListener('keydown', onKey);
  });
  useEffect(() => () => second.current?.close(), []);
  return () => {
    second.current?.close();
    const view = open('', '', 'popup,width=480,height=640');
    second.current = view;
    if (!view) return false;
    view.document.adoptedStyleSheets = stylesFor(view as typeof globalThis & Window);
    view.document.body.className = 'notes';
    view.addEventListener('pagehide', () => second.current === view && closed.current());
    return true;
  };
}

/** The rules of this page's sheets for an empty window, which in an extension loads no files. */
function stylesFor({ CSSStyleSheet }: typeof globalThis): CSSStyleSheet[] {
  return Array.from(document.styleSheets, ({ cssRules }) => {
    const copy = new CSSStyleSheet();
    copy.replaceSync(Array.from(cssRules, ({ cssText }) => cssText).join('\n'));
    return copy;
  });
}
