/** Puts the parts of a guard together for one frame. The flow itself is in guard.ts. */
import type { Detector } from './detect/detect.ts';
import { createGuard, type NoticeCode, type Settings } from './guard.ts';
import { type Outcome, parseMessage, parseOutcome, type ToReview } from './messages.ts';
import { noticeWords } from './notices.ts';
import { write } from './page/composer.ts';
import { isOwnEvent, showNotice } from './page/frame.ts';
import { holdPage, intercept } from './page/intercept.ts';
import { decide, isAlarm } from './policy/decide.ts';
import { mergePolicies } from './policy/merge.ts';
import type { EffectivePolicy } from './policy/policy.ts';
import { addOwnTerms } from './policy/terms.ts';
import { showReview } from './review-host.ts';
import type { Site } from './sites/site.ts';
import type { Channel } from './store/channel.ts';

export interface StartParts {
  channel: Channel;
  watchPolicy(tell: (policy: EffectivePolicy) => void): Promise<void>;
  /** The AI site at this frame's address right now, or null. */
  site(): Pick<Site, 'syntheticPaste'> | null;
  detector(): Detector | null;
  awaitDetector(): Promise<Detector | null>;
  topFrame: boolean;
}

/** How long a paste waits for the settings before it is reviewed under the defaults. */
const SETTINGS_MS = 1000;
/** How long after the first focus of an editor the detector gets ready. */
const WARM_MS = 200;
/** A new guard says so to orphans of an earlier version, which then step aside. A page that forges it changes nothing: only an orphan listens. */
const STARTED = 'chalkline-guard-started';

/** Seconds that a notice stays; 0 until it is answered. */
const NOTICE_SECONDS: Record<NoticeCode, number> = {
  'cannot-check': 0,
  updated: 0,
  'updated-drop': 0,
  'look-again': 12,
  'file-unchecked': 6,
};

/** Starts the guard of this frame. */
export function startGuard({
  channel,
  watchPolicy,
  site,
  detector,
  awaitDetector,
  topFrame,
}: StartParts): void {
  const words = noticeWords(channel.language);
  let policy: EffectivePolicy | null = null;
  let pausedUntil: number | null = null;
  let tellReady = () => {};
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve;
  });
  const settings = (): Settings | null => {
    return policy && pausedUntil !== null ? { policy, pausedUntil } : null;
  };
  const update = () => settings() && tellReady();
  watchPolicy((value) => {
    policy = value;
    update();
  }).catch(() => {});
  const hello = () => channel.send({ type: 'guard-hello' });
  hello().then(
    (answer) => {
      pausedUntil = answer.pausedUntil;
      update();
    },
    () => {
      pausedUntil = 0;
      update();
    },
  );

  const openWindow = async () => {
    const id = crypto.randomUUID();
    const connected = channel.onceConnected(id);
    if (!(await channel.send({ type: 'review-window', id }))) throw new Error('no window');
    return connected;
  };
  const showHere = (request: ToReview) => {
    const frame = { url: channel.reviewUrl, token: () => channel.send({ type: 'review-token' }) };
    return showReview(request, frame, openWindow);
  };
  /** Reviews of this frame that the top frame shows, until they end. */
  const relayed = new Map<string, (outcome: Outcome) => void>();
  const showAtTop = async (request: ToReview): Promise<Outcome> => {
    const id = crypto.randomUUID();
    const ended = new Promise<Outcome>((resolve) => relayed.set(id, resolve));
    const shown = await channel.send({ type: 'review-relay', id, request }).catch(() => false);
    return shown ? ended : showReview(request, null, openWindow);
  };
  const show = topFrame ? showHere : showAtTop;

  const guard = createGuard({
    detector,
    awaitDetector,
    settings,
    awaitSettings: async () => {
      await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, SETTINGS_MS))]);
      return settings();
    },
    defaults: mergePolicies({ district: {}, teacher: {} }),
    addOwnTerms,
    decide,
    isAlarm,
    alive: channel.alive,
    hold: () => holdPage(isOwnEvent),
    review: show,
    offer: show,
    write: (place, content) => write(place, content, site()?.syntheticPaste === 'avoid'),
    notice: (code, actions = []) => {
      const buttons = actions.map(({ code: label, run }) => ({ label: words(label), run }));
      showNotice(words(code), buttons, NOTICE_SECONDS[code]);
    },
  });

  /** Shows the review of another frame of this tab, and takes its text back if that frame is gone by then. */
  async function serveFrame(id: string, frameId: number, request: ToReview): Promise<void> {
    const letGo = holdPage(isOwnEvent);
    const outcome = await showHere(request);
    letGo();
    const arrived = await channel.send({ type: 'review-relayed', id, frameId, outcome }).catch(() => false);
    if (arrived) return;
    const text = outcome.kind === 'swapped' ? outcome.text : outcome.kind === 'original' ? request.text : '';
    if (text) await showHere({ mode: 'offer', text, reason: 'gone' });
  }

  channel.onMessage((raw) => {
    const message = parseMessage(raw);
    switch (message?.type) {
      case 'guard-ping':
        return Promise.resolve(true);
      case 'pause-changed':
        pausedUntil = message.until;
        return Promise.resolve(true);
      case 'review-show':
        if (!topFrame) return undefined;
        void serveFrame(message.id, message.frameId, message.request);
        return Promise.resolve(true);
      case 'review-outcome':
        relayed.get(message.id)?.(parseOutcome(message.outcome));
        relayed.delete(message.id);
        return Promise.resolve(true);
      default:
        return undefined;
    }
  });

  const idle = globalThis.requestIdleCallback ?? setTimeout;
  let warmed = false;
  const warm = async () => {
    if (warmed) return;
    warmed = true;
    const found = await awaitDetector();
    // Not in the breath of the focus itself: the page and the first keys come first.
    if (found) setTimeout(() => idle(() => found.warm()), WARM_MS);
  };
  const stop = intercept({ ...guard, onFocus: () => void warm(), applies: () => site() !== null });
  addEventListener(STARTED, () => {
    if (!channel.alive()) stop();
  });
  if (document.readyState !== 'loading') dispatchEvent(new Event(STARTED));
  // A page that comes back from the back-forward cache keeps this script, while its tab may have been paused since.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    hello().then(
      (answer) => {
        pausedUntil = answer.pausedUntil;
      },
      () => {},
    );
  });
}
