import { useEffect, useRef, useState } from 'preact/hooks';
import { type AnyTip, BANDS, SUBJECTS, type Subject } from '../lib/learn/tip.ts';
import type { TipFilter } from '../lib/learn/tip-of-day.ts';
import type { Translate } from '../lib/locale.ts';
import type { TabState } from '../lib/messages.ts';
import { isUnapproved } from '../lib/policy/tools.ts';
import { copyText } from './copy.ts';
import { Icon } from './Icon.tsx';

/** The pages that a teacher goes on to, in the order of the grid; to the settings from the line above it. */
const WAYS = ['check', 'practice', 'learn', 'prompts', 'voice', 'mistake'] as const;
export type Way = (typeof WAYS)[number] | 'options' | 'privacy' | 'gaps';

export interface PopupProps {
  /** Null until it is known. */
  tab: TabState | null;
  /** Details swapped this week; null until it is known, or where it cannot be read. */
  swapped: number | null;
  minutesLeft: number;
  allowPause: boolean;
  /** The browser was asked to let Chalkline run here, and did not. */
  refused: boolean;
  /** What the district would have used instead of a tool that is not on its list, and where that is. Each may be empty. */
  instead: { what: string; link: string };
  /** How many settings were not understood. */
  notRead: number;
  /** The class list that ends next, where that is soon, with its last day in words. */
  ending: { name: string; day: string } | null;
  /** Null until it is there, or where none fits. */
  tip: AnyTip | null;
  /** What can be copied for whoever helps; empty until it is known. */
  support: string;
  filter: TipFilter;
  t: Translate;
  /** Names shall be asked about again. */
  onAskAgain(): void;
  onPause(): void;
  onResume(): void;
  onReload(): void;
  onTurnOn(): void;
  onFilter(filter: TipFilter): void;
  onOpen(way: Way): void;
}

/** The toolbar button's page: is this tab guarded, how much was swapped, a tip, and the ways on. */
export function Popup(props: PopupProps) {
  const [view, setView] = useState<'home' | 'tip'>('home');
  const opener = useRef<HTMLButtonElement>(null);
  const came = useRef(false);
  useEffect(() => {
    if (view === 'tip') came.current = true;
    else if (came.current) opener.current?.focus();
  }, [view]);
  return view === 'tip' ? (
    <TipView {...props} onBack={() => setView('home')} />
  ) : (
    <Home {...props} opener={opener} onTip={() => setView('tip')} />
  );
}

interface HomeProps extends PopupProps {
  /** The button that leads to the tip. */
  opener: { current: HTMLButtonElement | null };
  onTip(): void;
}

function Home(props: HomeProps) {
  const { tab, t, swapped, notRead, tip, ending } = props;
  // All of it fits without scrolling: where there is more to say about this page, the tip takes one line.
  const more = tab !== null && (tab.withoutAsking || tab.noted > 0 || notRead > 0 || ending !== null);
  const crowded = more || (tab !== null && tab.tier !== null && isChat(tab));
  return (
    <main class={crowded ? 'popup crowded' : 'popup'}>
      <section class={`state ${tab?.state ?? ''}`} aria-busy={tab === null}>
        {tab && <State {...props} tab={tab} />}
      </section>
      {tab && isChat(tab) && <Listed {...props} tab={tab} folded={more} />}
      {tab?.withoutAsking && (
        <p class="asked ends">
          {t('popup.without-asking')}
          <button type="button" class="plain" onClick={props.onAskAgain}>
            {t('popup.ask-again')}
          </button>
        </p>
      )}
      {tab !== null && tab.noted > 0 && <p class="line">{t('popup.noted', tab.noted)}</p>}
      {ending && (
        <p class="line">
          {t('popup.class-ending', ending.name, ending.day)}{' '}
          <a href="/classes.html" target="_blank" rel="noreferrer">
            {t('popup.class-open')}
          </a>
        </p>
      )}
      {notRead > 0 && <p class="line">{t('popup.not-read-here', notRead)}</p>}
      <div class="sum">
        <p class="week">
          {swapped !== null && (swapped > 0 ? t('popup.week', swapped) : t('popup.week-none'))}
        </p>
        <WayOn {...props} way="options" />
      </div>
      <aside class="tip" aria-label={t('tip.today')}>
        {!crowded && (
          <>
            <h2>
              <Icon name="tip" />
              {t('tip.today')}
            </h2>
            <p>{tip?.idea}</p>
          </>
        )}
        {tip && (
          <button type="button" class="more-tip" ref={props.opener} onClick={props.onTip}>
            {t(crowded ? 'tip.today' : 'popup.tip-more')}
            <Icon name="on" />
          </button>
        )}
      </aside>
      <nav class="ways" aria-label={t('popup.ways')}>
        {WAYS.map((way) => (
          <WayOn key={way} {...props} way={way} />
        ))}
      </nav>
      <Foot {...props} />
    </main>
  );
}

/** The promise to teachers, and what they can copy for whoever helps them. */
function Foot({ support, t, onOpen }: PopupProps) {
  const [said, setSaid] = useState<'' | 'popup.support-copied' | 'popup.support-failed'>('');
  return (
    <p class="foot ends">
      <WayOn way="privacy" {...{ t, onOpen }} />
      <span role="status">{said && t(said)}</span>
      <button
        type="button"
        disabled={support === ''}
        onClick={() => setSaid(copyText(support) ? 'popup.support-copied' : 'popup.support-failed')}
      >
        {t('popup.support')}
      </button>
    </p>
  );
}

function WayOn({ way, t, onOpen }: Pick<PopupProps, 't' | 'onOpen'> & { way: Way }) {
  return (
    <a
      class={`way ${way}`}
      href={`/${way}.html`}
      onClick={(event) => {
        event.preventDefault();
        onOpen(way);
      }}
    >
      {way !== 'privacy' && way !== 'gaps' && <Icon name={way} />}
      {t(`popup.${way}`)}
    </a>
  );
}

/** Is what is pasted on this page checked, and what can be done about it. */
function State(props: PopupProps & { tab: TabState }) {
  const { tab, t } = props;
  return (
    <>
      <h1>
        <span class="dot" aria-hidden="true" />
        {t(`state.${tab.state}`)}
      </h1>
      <p>{explain(props)}</p>
      <p role="status">{props.refused && t('popup.refused')}</p>
      <div class="ends">
        {tab.state === 'guarded' && props.allowPause && !tab.holdsAll && (
          <button type="button" class="plain" onClick={props.onPause}>
            {t('popup.pause')}
          </button>
        )}
        {tab.state === 'paused' && (
          <button type="button" class="main" onClick={props.onResume}>
            {t('popup.resume')}
          </button>
        )}
        {tab.state === 'optional' && (
          <button type="button" class="main" onClick={props.onTurnOn}>
            {t('popup.turn-on')}
          </button>
        )}
        {tab.state === 'not-ai' && tab.pattern !== null && (
          <button type="button" class="plain" onClick={props.onTurnOn}>
            {t('popup.add-site')}
          </button>
        )}
        {tab.reason === 'not-running' && (
          <button type="button" class="main" onClick={props.onReload}>
            {t('popup.reload')}
          </button>
        )}
        <WayOn {...props} way="gaps" />
      </div>
    </>
  );
}

/** Whether the district's list of tools is about this tab. */
function isChat({ state }: TabState): boolean {
  return state !== 'not-ai' && state !== 'off';
}

/**
 * What the district says of the tool. Which account the teacher uses cannot be told.
 * @param folded there is much else to say
 */
function Listed({ tab, t, instead, folded }: PopupProps & { tab: TabState; folded: boolean }) {
  const { tier } = tab;
  if (tier === null) return null;
  const says = t(`popup.tier.${tier}`);
  const more = [
    ...(tier === 'agreement' ? [t('popup.account')] : []),
    ...(tab.lighter ? [t('popup.lighter')] : []),
    ...(isUnapproved(tier) && instead.what ? [t('popup.instead', instead.what)] : []),
  ].join(' ');
  if (folded && tier === 'agreement') {
    return (
      <details class="line listed">
        <summary>{says}</summary>
        <p>{more}</p>
      </details>
    );
  }
  return (
    <p class="line listed">
      {says} {more}{' '}
      {isUnapproved(tier) && instead.link && (
        <a href={instead.link} target="_blank" rel="noopener noreferrer">
          {t('popup.instead-open')}
        </a>
      )}
    </p>
  );
}

/** The whole tip, and for whom tips shall be. */
function TipView({ tip, filter, t, onFilter, onBack }: PopupProps & { onBack(): void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="popup whole-tip">
      <p>
        <button type="button" class="back" onClick={onBack}>
          <Icon name="back" />
          {t('popup.back')}
        </button>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {t('tip.today')}
      </h1>
      <div class="tip" role="status">
        {tip ? (
          <>
            <p>
              <strong>{tip.idea}</strong> {tip.why}
            </p>
            <p class="try">
              {t('tip.try')} <q>{tip.tryInstead}</q>
            </p>
          </>
        ) : (
          <p>{t('popup.no-tip')}</p>
        )}
      </div>
      <h2>{t('popup.tips-for')}</h2>
      <label>
        {t('popup.band')}
        <select
          value={filter.band ?? 'all'}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, band: BANDS.find((band) => band === value) ?? null })
          }
        >
          {(['all', ...BANDS] as const).map((band) => (
            <option key={band} value={band}>
              {t(`band.${band}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('popup.subject')}
        <select
          value={filter.subject}
          onChange={({ currentTarget: { value } }) => onFilter({ ...filter, subject: value as Subject })}
        >
          {SUBJECTS.map((subject) => (
            <option key={subject} value={subject}>
              {t(`subject.${subject}`)}
            </option>
          ))}
        </select>
      </label>
    </main>
  );
}

function explain({ tab, t, minutesLeft }: PopupProps & { tab: TabState }): string {
  const site = tab.site ?? '';
  switch (tab.state) {
    case 'paused':
      return t('popup.paused', minutesLeft);
    case 'not-protected':
      return t(`popup.not-protected.${tab.reason ?? 'not-running'}`, site);
    case 'guarded':
      if (tab.holdsAll) return t('popup.holds-all', site);
      return tab.own ? `${t('popup.guarded', site)} ${t('popup.own')}` : t('popup.guarded', site);
    case 'not-ai':
      if (tab.closed) return t('popup.closed');
      return t(tab.pattern === null ? 'popup.not-ai' : 'popup.can-add');
    case 'optional':
      return t(tab.asked ? 'popup.asked' : 'popup.optional', site);
    default:
      return t(`popup.${tab.state}`, site);
  }
}
