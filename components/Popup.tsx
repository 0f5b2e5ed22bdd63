import type { AnyTip } from '../lib/learn/tip.ts';
import type { Translate } from '../lib/locale.ts';
import type { TabState } from '../lib/messages.ts';
import { TipNote } from './TipNote.tsx';

export interface PopupProps {
  tab: TabState;
  /** Details swapped this week. */
  swapped: number;
  minutesLeft: number;
  allowPause: boolean;
  /** Names of settings that were not understood. */
  notRead: string[];
  tip: AnyTip | null;
  t: Translate;
  /** Names shall be asked about again. */
  onAskAgain(): void;
  onPause(): void;
  onResume(): void;
  onReload(): void;
  onTurnOn(): void;
  onCheck(): void;
  onPrompts(): void;
  onPractice(): void;
  onOptions(): void;
}

/** The toolbar button's page: is this tab guarded, how much was swapped, a tip, and the ways on. */
export function Popup(props: PopupProps) {
  const { tab, t, swapped } = props;
  return (
    <main class="popup">
      <section class={`state ${tab.state}`}>
        <h1>
          <span class="dot" aria-hidden="true" />
          {t(`state.${tab.state}`)}
        </h1>
        <p>{explain(props)}</p>
        {tab.state === 'guarded' && props.allowPause && (
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
        {tab.reason === 'not-running' && (
          <button type="button" class="main" onClick={props.onReload}>
            {t('popup.reload')}
          </button>
        )}
      </section>
      {tab.withoutAsking && (
        <p class="offer row">
          {t('popup.without-asking')}
          <button type="button" class="plain" onClick={props.onAskAgain}>
            {t('popup.ask-again')}
          </button>
        </p>
      )}
      {tab.noted > 0 && <p class="line">{t('popup.noted', tab.noted)}</p>}
      <p class="week">{swapped > 0 ? t('popup.week', swapped) : t('popup.week-none')}</p>
      {props.notRead.length > 0 && <p class="line">{t('popup.not-read', props.notRead.join(', '))}</p>}
      {props.tip && <TipNote tip={props.tip} kind="today" t={t} />}
      <nav>
        <button type="button" class="plain" onClick={props.onCheck}>
          {t('popup.check')}
        </button>
        <button type="button" class="plain" onClick={props.onPrompts}>
          {t('popup.prompts')}
        </button>
        <button type="button" class="plain" onClick={props.onPractice}>
          {t('popup.practice')}
        </button>
        <button type="button" class="plain" onClick={props.onOptions}>
          {t('popup.options')}
        </button>
      </nav>
    </main>
  );
}

function explain({ tab, t, minutesLeft }: PopupProps): string {
  const site = tab.site ?? '';
  switch (tab.state) {
    case 'paused':
      return t('popup.paused', minutesLeft);
    case 'not-protected':
      return t(`popup.not-protected.${tab.reason ?? 'not-running'}`, site);
    default:
      return t(`popup.${tab.state}`, site);
  }
}
