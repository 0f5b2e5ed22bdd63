import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { contentIn } from '../../lib/practice/content.ts';
import type { Spoken } from '../../lib/words.ts';
import { PageNav } from '../PageNav.tsx';
import { HandoutPage } from './HandoutPage.tsx';
import { Presenter } from './Presenter.tsx';
import { type Here, isTyping, type PracticeParts, sayIn } from './parts.ts';
import { Room } from './Room.tsx';

const VIEWS = ['room', 'present', 'handout'] as const;
type View = (typeof VIEWS)[number];
const LANGUAGES: Record<Spoken, string> = { en: 'English', es: 'Español' };
/** Keys that write nothing, so that they cannot be meant otherwise. A Chromebook has only the first. */
const RESET_KEYS = ['Backspace', 'Delete'];

const viewHere = (): View => VIEWS.find((view) => `#${view}` === location.hash) ?? 'room';

/** The practice: its room, presenter mode and the handout. What is in the memory of the page goes with `Start over`. */
export function Practice({ parts }: { parts: PracticeParts }) {
  const [language, setLanguage] = useState(parts.language);
  const [view, setView] = useState(viewHere);
  /** How often it was started over. Whatever is keyed by it begins anew. */
  const [run, setRun] = useState(0);
  const t = useMemo(() => sayIn(language), [language]);
  const here: Here = { parts, content: contentIn(language), t, language };

  useEffect(() => {
    const onHash = () => setView(viewHere());
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = `${t(`view.${view}`)} · Chalkline`;
    parts.speak(language);
  }, [language, view, t, parts]);
  const startOver = useCallback(() => {
    parts.startOver();
    setRun((before) => before + 1);
  }, [parts]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
      if (!RESET_KEYS.includes(event.key) || !plain || isTyping(event.target)) return;
      event.preventDefault();
      startOver();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [startOver]);

  const languages = (
    <fieldset class="row" aria-label={t('language')}>
      {(Object.keys(LANGUAGES) as Spoken[]).map((one) => (
        <button
          key={one}
          type="button"
          class="choice"
          lang={one}
          aria-pressed={one === language}
          onClick={() => setLanguage(one)}
        >
          {LANGUAGES[one]}
        </button>
      ))}
    </fieldset>
  );
  const head = (
    <>
      {!parts.usb && <PageNav here="practice" language={language} />}
      <div class="ends practice-nav">
        <nav class="pages" aria-label={t('views')}>
          {VIEWS.map((one) => (
            <a key={one} href={`#${one}`} aria-current={one === view ? 'page' : undefined}>
              {t(`view.${one}`)}
            </a>
          ))}
        </nav>
        {languages}
      </div>
    </>
  );
  return (
    <>
      {parts.usb && <p class="usb-banner">{t('usb')}</p>}
      {view === 'room' && <Room key={run} {...here} head={head} onReset={startOver} />}
      {view === 'present' && <Presenter key={run} {...here} languages={languages} onReset={startOver} />}
      {view === 'handout' && <HandoutPage {...here} head={head} />}
      <p class="reset-said" role="status">
        {run > 0 && <span key={run}>{t('reset-done')}</span>}
      </p>
    </>
  );
}
