import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../lib/locale.ts';
import { type BadEntry, type EntryKind, readEntries } from '../lib/policy/entries.ts';
import type { translatorOf } from '../lib/words.ts';
import type welcome from '../locales/welcome.json';
import { Icon } from './Icon.tsx';

type Words = ReturnType<typeof translatorOf<keyof (typeof welcome)['en']>>;

/** What a teacher has said about herself. Each may be empty. */
export type About = Record<(typeof FIELDS)[number]['id'], string[]>;

interface WelcomeProps {
  t: Translate;
  /** The words of this page. */
  w: Words;
  browser: 'chrome' | 'edge' | 'firefox';
  /** Chalkline works in private windows. */
  inPrivate: boolean;
  /** The district has put Chalkline into this browser. */
  byDistrict: boolean;
  /** Stores what was said, then goes where the teacher wants. */
  onFinish(about: About, practice: boolean): Promise<void>;
}

const STEPS = ['does', 'never', 'try'] as const;
const FIELDS = [
  { id: 'name', kind: 'name', complete: 'name' },
  { id: 'email', kind: 'email', complete: 'email' },
  { id: 'school', kind: 'term', complete: 'organization' },
] as const satisfies { id: string; kind: EntryKind; complete: string }[];

/** Three screens after the install: what it does, what it does not, and a try. */
export function Welcome(props: WelcomeProps) {
  const { w } = props;
  const [step, setStep] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const [said, setSaid] = useState({ name: '', email: '', school: '' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the step that moves the focus.
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [step]);
  const go = (to: number) => {
    moved.current = true;
    setStep(to);
  };
  const last = STEPS.length - 1;
  return (
    <main class="welcome">
      <div class="sheet">
        <div class="steps">
          {STEPS.map((id, i) => (
            <span key={id} class={i === step ? 'dot here' : 'dot'} aria-hidden="true" />
          ))}
          <p role="status">{w('step', step + 1, STEPS.length)}</p>
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {w(STEPS[step]!)}
        </h1>
        {step === 0 && <Does {...props} />}
        {step === 1 && <Never {...props} />}
        {step === last ? (
          <Try {...props} {...{ said, setSaid }} onBack={() => go(step - 1)} />
        ) : (
          <p class="ways-on">
            <button type="button" class="main" onClick={() => go(step + 1)}>
              {w('next')}
            </button>
            {step > 0 && (
              <button type="button" class="plain" onClick={() => go(step - 1)}>
                {w('back')}
              </button>
            )}
            <button type="button" class="quiet" onClick={() => go(last)}>
              {w('skip')}
            </button>
          </p>
        )}
      </div>
    </main>
  );
}

function Does({ w, byDistrict }: WelcomeProps) {
  const parts = [
    ['look', 'check'],
    ['ask', 'prompts'],
    ['choose', 'practice'],
  ] as const;
  return (
    <>
      <p class="lead">{w('does.intro')}</p>
      {byDistrict && (
        <section class="district">
          <h2>{w('district')}</h2>
          <p>{w('district.sets')}</p>
          <p>
            <strong>{w('district.sees')}</strong>
          </p>
        </section>
      )}
      <ul class="parts">
        {parts.map(([id, icon]) => (
          <li key={id}>
            <Icon name={icon} />
            <h2>{w(`does.${id}`)}</h2>
            <p>{w(`does.${id}.how`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The gaps are the large ones of today. The page behind the link has all that a teacher can do something about. */
function Never({ w, browser, inPrivate }: WelcomeProps) {
  const gaps = ['voice', 'files', browser, 'apps', ...(inPrivate ? [] : (['private'] as const))] as const;
  return (
    <>
      <div class="sides">
        <section>
          <h2>{w('never.title')}</h2>
          <ul>
            {(['send', 'keep', 'tell'] as const).map((id) => (
              <li key={id}>{w(`never.${id}`)}</li>
            ))}
          </ul>
        </section>
        <section class="blind">
          <h2>{w('blind.title')}</h2>
          <ul>
            {gaps.map((id) => (
              <li key={id}>{w(`blind.${id}`)}</li>
            ))}
          </ul>
        </section>
      </div>
      <p>
        {w('blind.end')}{' '}
        <a href="/gaps.html" target="_blank" rel="noreferrer">
          {w('blind.more')}
        </a>
      </p>
    </>
  );
}

interface TryProps extends WelcomeProps {
  said: Record<keyof About, string>;
  setSaid(said: Record<keyof About, string>): void;
  onBack(): void;
}

/** The way to the practice page, and what the teacher may say about herself. */
function Try({ t, w, browser, said, setSaid, onBack, onFinish }: TryProps) {
  const [bad, setBad] = useState<Partial<Record<keyof About, BadEntry>>>({});
  const [failed, setFailed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const finish = async (practice: boolean) => {
    const read = FIELDS.map(({ id, kind }) => ({ id, ...readEntries(said[id], kind, []) }));
    setBad(Object.fromEntries(read.flatMap(({ id, bad }) => (bad[0] ? [[id, bad[0]]] : []))));
    setFailed(false);
    const first = read.find((one) => one.bad.length > 0);
    if (first) return form.current?.querySelector<HTMLElement>(`#${first.id}`)?.focus();
    await onFinish(Object.fromEntries(read.map(({ id, good }) => [id, good])) as About, practice).catch(() =>
      setFailed(true),
    );
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void finish(true);
      }}
    >
      <p>{w('try.intro')}</p>
      <p class="line">{w(`pin.${browser}`)}</p>
      <fieldset>
        <legend>{w('you')}</legend>
        <p class="line">{w('you.intro')}</p>
        {FIELDS.map(({ id, complete }) => (
          <div key={id} class="field">
            <label for={id}>{w(id)}</label>
            <input
              id={id}
              type="text"
              inputMode={id === 'email' ? 'email' : 'text'}
              autocomplete={complete}
              aria-describedby={`${id}-hint ${id}-problem`}
              aria-invalid={bad[id] !== undefined}
              value={said[id]}
              onInput={({ currentTarget }) => setSaid({ ...said, [id]: currentTarget.value })}
            />
            <p id={`${id}-hint`} class="line">
              {w(`${id}.hint`)}
            </p>
            <div id={`${id}-problem`} role="status">
              {bad[id] && <p class="problem">{t(`options.problem.${bad[id].problem}`, bad[id].text)}</p>}
            </div>
          </div>
        ))}
      </fieldset>
      <p class="ways-on">
        <button type="submit" class="main">
          {w('practice')}
        </button>
        <button type="button" class="plain" onClick={onBack}>
          {w('back')}
        </button>
        <button type="button" class="quiet" onClick={() => void finish(false)}>
          {w('finish')}
        </button>
      </p>
      <p role="status">{failed && w('failed')}</p>
    </form>
  );
}
