/** Puts the parts of a guard together for one frame. The flow itself is in guard.ts. */
import { Chosen } from './chosen.ts';
import type { ListDigest } from './class-list/digest.ts';
import type { KindOfWord } from './class-list/find.ts';
import { continues } from './conversation.ts';
import { type CopyNames, copyFlow, mayHoldLabels } from './copy-flow.ts';
import type { Detector } from './detect/detect.ts';
import type { Finding } from './detect/finding.ts';
import {
  createGuard,
  type NoticeAction,
  type NoticeChoice,
  type NoticeCode,
  type Settings,
} from './guard.ts';
import { keepSettings } from './guard-settings.ts';
import { mayJudge } from './learn/bias-hint.ts';
import {
  type FilesRequest,
  type Outcome,
  parseMessage,
  parseOutcome,
  type TextToReview,
  type ToGuard,
  type ToReview,
} from './messages.ts';
import { type NoticeWord, noticeWords } from './notices.ts';
import { watchAddress } from './page/address.ts';
import { blocksOf, findAnswer, watchPointed } from './page/answers.ts';
import { follow, isWriting, rewrite, takeOut, write } from './page/composer.ts';
import { hearCopies, putOnClipboard, textsOf } from './page/copies.ts';
import { isOwnEvent, type Notice, type NoticeOptions, onReachKeys, showNotice } from './page/frame.ts';
import { draftIn, holdPage, intercept } from './page/intercept.ts';
import { makeMarks } from './page/marks.ts';
import { hearSends } from './page/send.ts';
import { hearTyping } from './page/typing.ts';
import { decide, stopsIn } from './policy/decide.ts';
import { addKnown } from './policy/known.ts';
import { mergePolicies } from './policy/merge.ts';
import type { FindPatterns } from './policy/own-words.ts';
import type { EffectivePolicy } from './policy/policy.ts';
import { holdsAll, policyAt } from './policy/tools.ts';
import { keepReady, type Prepared, prepareReview, type ReviewPlaces } from './review-host.ts';
import type { Stand } from './stand.ts';
import type { Channel } from './store/channel.ts';
import { type ClosedBars, insteadWords, keepToolBar } from './tool-bar.ts';
import { paragraphReader } from './typed.ts';

export interface StartParts {
  channel: Channel;
  watchPolicy(tell: (policy: EffectivePolicy) => void): Promise<void>;
  readPolicy(): Promise<EffectivePolicy>;
  /** How this frame's address stands right now; null where the guard has nothing to do. In: the policy, null until it is read. */
  here(policy: EffectivePolicy | null): Stand | null;
  /** Tells how answers are copied, now and after each change. None where they are copied as they are. */
  watchCopyNames?(tell: (mode: CopyNames) => void): Promise<void>;
  /** Tells who is on class lists, now and after each change. */
  watchDigest?(tell: (digest: ListDigest | null) => void): Promise<void>;
  /** None where no list of tools can be. */
  bars?: ClosedBars;
  detector(): Detector | null;
  awaitDetector(): Promise<Detector | null>;
  /** What looks for a policy's patterns; null until it was brought. */
  patterns(): FindPatterns | null;
  awaitPatterns(): Promise<FindPatterns | null>;
  topFrame: boolean;
  /** Whether files can be looked into here; where not, they go their own way. */
  readsFiles: boolean;
}

/** How long it may take to find out what was chosen before; then the teacher is asked. */
const SETTLE_MS = 1500;
/** How long a review window may take to call. */
const WINDOW_MS = 8000;
/** How often a frame asks whether its review still stands at the top. */
const STILL_THERE_MS = 4000;
/** How long after the first focus of an editor the detector gets ready. */
const WARM_MS = 200;
/** How long a review page is kept ready after an editor was last focused or a review has ended. */
const READY_MS = 5 * 60_000;
/** How long after a review has ended the next one is made ready: the text goes in first. */
const AGAIN_MS = 500;
/** The room in a frame of a page that the review of files takes; in a smaller one it opens in a window. */
const LEAST_ROOM = { width: 300, height: 300 };
/** How long the bar and the offer of the welcome wait for the page: what is put in while it builds itself up may break it. */
const LOADED_MS = 5000;
/** A new guard says so to orphans of an earlier version, which then step aside. A page that forges it changes nothing: only an orphan listens. */
const STARTED = 'chalkline-guard-started';

/** Seconds that a notice stays, 0 until it is answered, and whether it only tells. */
const NOTICES: Record<NoticeCode, NoticeOptions> = {
  'cannot-check': { seconds: 0 },
  updated: { seconds: 0 },
  'updated-drop': { seconds: 0 },
  'updated-send': { seconds: 0 },
  'send-again': { seconds: 12 },
  'look-again': { seconds: 12 },
  'updated-file': { seconds: 0 },
  'file-unchecked': { seconds: 6 },
  'file-unread': { seconds: 12 },
  'file-look': { seconds: 12 },
  'too-many-files': { seconds: 0 },
  language: { seconds: 12 },
  swapped: { seconds: 10, calm: true },
  fairness: { seconds: 12, calm: true },
  'still-there': { seconds: 12 },
  'not-listed': { seconds: 12 },
  'not-listed-drop': { seconds: 12 },
  'not-listed-file': { seconds: 12 },
  'not-reviewed': { seconds: 12 },
  'not-reviewed-drop': { seconds: 12 },
  'not-reviewed-file': { seconds: 12 },
  'copy-ask': { seconds: 20, calm: true },
  copied: { seconds: 6 },
  'copied-labels': { seconds: 6 },
  'copy-failed': { seconds: 12 },
  welcome: { seconds: 0, calm: true },
};

/** What a notice may have for buttons. */
const ACTIONS: Record<NoticeAction, true> = {
  'try-again': true,
  'paste-unchecked': true,
  'send-unchecked': true,
  'add-unchecked': true,
  review: true,
  undo: true,
  look: true,
  'welcome-look': true,
  'not-now': true,
  'with-names': true,
  'keep-labels': true,
};
const isNoticeCode = (code: string): code is NoticeCode => Object.hasOwn(NOTICES, code);
const isNoticeAction = (code: string): code is NoticeAction => Object.hasOwn(ACTIONS, code);

/** An id nobody can guess. `randomUUID` is missing in frames without an origin. */
function newId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** Starts the guard of this frame. */
export function startGuard({
  channel,
  watchPolicy,
  readPolicy,
  watchCopyNames,
  watchDigest,
  here,
  bars,
  detector,
  awaitDetector,
  patterns,
  awaitPatterns,
  topFrame,
  readsFiles,
}: StartParts): void {
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  let policy: EffectivePolicy | null = null;
  /** In the language that the district has set, once that is known. */
  const words = (word: NoticeWord) => noticeWords(policy?.policy.language || channel.language)(word);
  const kept = keepSettings(patterns, awaitPatterns);
  /** With what the district says of the tool that this page is. */
  const onThisTool = (found: Settings | null): Settings | null =>
    found && { ...found, policy: policyAt(found.policy, here(found.policy)?.tier ?? null) };
  const settings = () => onThisTool(kept.settings());
  let digest: ListDigest | null = null;
  watchDigest?.((found) => {
    digest = found;
  }).catch(() => {});
  const kindOf: KindOfWord = (word) => detector()?.kindOfWord(word) ?? null;
  const withKnown = (text: string, findings: Finding[], policy: EffectivePolicy) =>
    addKnown(text, findings, policy, { digest, kindOf, patterns: patterns() });
  const loaded = new Promise<void>((resolve) => {
    const rest = () => idle(() => resolve());
    if (document.readyState === 'complete') rest();
    else addEventListener('load', rest, { once: true });
    setTimeout(resolve, LOADED_MS);
  });
  const keepBar = topFrame && bars && keepToolBar(words, bars);
  const updateBar = async () => {
    await loaded;
    if (keepBar && policy && channel.alive()) await keepBar(policy.policy, here(policy));
  };
  const takePolicy = (value: EffectivePolicy) => {
    policy = value;
    kept.takePolicy(value);
    void updateBar();
  };
  const hello = async () => {
    const silence = { pausedUntil: 0, welcome: false };
    const answer = await channel.send({ type: 'guard-hello' }).catch(() => silence);
    kept.takePause(answer.pausedUntil);
    if (answer.welcome) void offerWelcome();
  };
  const readSettings = () => {
    readPolicy().then(takePolicy, () => {});
    void hello();
  };
  watchPolicy(takePolicy).catch(() => {});
  void hello();

  const places: Omit<ReviewPlaces, 'frame'> = {
    settle: async ({ text, files, address, check, policyLate, again, byHand }) => {
      if (!check || policyLate || again || !byHand) return null;
      const settled = await Promise.race([
        channel.send({ type: 'draft-settle', address, text, files, ...check }),
        new Promise<never>((_, reject) => setTimeout(reject, SETTLE_MS)),
      ]);
      if (settled.kind === 'ask') return null;
      return settled.kind === 'clean' ? settled : { ...settled, silent: settled.count };
    },
    openWindow: async (onClosed) => {
      const id = newId();
      const connected = channel.onceConnected(id, WINDOW_MS, onClosed);
      const opened = channel.send({ type: 'review-window', id });
      const [port, shown] = await Promise.all([connected, opened]);
      if (!shown) throw new Error('There is no window.');
      return port;
    },
    tellElsewhere: (cancel) =>
      showNotice(words('elsewhere'), [{ label: words('cancel'), run: cancel }], { seconds: 0 }).remove,
  };
  const frame = { url: channel.reviewUrl, token: () => channel.send({ type: 'review-token' }) };
  const prepareHere = () => prepareReview({ ...places, frame });
  const reviews = keepReady(prepareHere, READY_MS);
  const getReady = () => {
    if (channel.alive()) reviews.getReady();
  };
  const takeHere = (): Prepared => {
    const taken = reviews.take();
    const show = async (request: ToReview) => {
      const outcome = await taken.show(request);
      setTimeout(getReady, AGAIN_MS);
      return outcome;
    };
    return { ...taken, show };
  };
  const showHere = (request: ToReview) => takeHere().show(request);
  /** Reviews of this frame that the top frame shows, until they end. */
  const relayed = new Map<string, (outcome: Outcome) => void>();
  const showAtTop = async (request: TextToReview): Promise<Outcome> => {
    const id = newId();
    const ended = new Promise<Outcome>((resolve) => relayed.set(id, resolve));
    const shown = await channel.send({ type: 'review-relay', id, request }).catch(() => false);
    if (!shown) return prepareReview({ ...places, frame: null }).show(request);
    // A top frame that is gone can tell nobody, so it is asked now and then.
    const watch = setInterval(async () => {
      const there = await channel.send({ type: 'review-still-there', id }).catch(() => false);
      if (!there) relayed.get(id)?.({ kind: 'failed' });
    }, STILL_THERE_MS);
    const outcome = await ended;
    clearInterval(watch);
    relayed.delete(id);
    return outcome;
  };
  const show = topFrame ? showHere : showAtTop;
  const prepare = (): { show(request: TextToReview): Promise<Outcome>; drop(): void } =>
    topFrame ? takeHere() : { show: showAtTop, drop: () => {} };
  /** Files cannot go by way of the background, so each frame has its own reviewed. One without an origin can hold no page of ours. */
  const showFiles = (request: FilesRequest): Promise<Outcome> =>
    topFrame
      ? showHere(request)
      : prepareReview({
          ...places,
          frame: globalThis.origin === 'null' ? null : { ...frame, least: LEAST_ROOM },
        }).show(request);

  const noticeHere = (code: NoticeCode, actions: NoticeChoice[], count: number, said: string): Notice => {
    const buttons = actions.map(({ code: label, run }) => ({ label: words(label), run }));
    const text = code === 'swapped' && count === 1 ? words('swapped.one') : words(code);
    const instead = code.startsWith('not-') && policy ? insteadWords(words, policy.policy) : '';
    const more = said || instead || undefined;
    return showNotice(text.replace('{0}', String(count)), buttons, { ...NOTICES[code], more });
  };
  /** Notices of this frame that the top frame shows. A frame may be too small for any. */
  const relayedNotices = new Map<string, NoticeChoice[]>();
  const notify = async (code: NoticeCode, actions: NoticeChoice[], count: number, more = '') => {
    if (topFrame) return noticeHere(code, actions, count, more);
    const id = newId();
    relayedNotices.set(id, actions);
    const codes = actions.map((action) => action.code);
    const shown = await channel
      .send({ type: 'notice-relay', id, code, count, actions: codes, more })
      .catch(() => false);
    if (!shown) return noticeHere(code, actions, count, more);
    if (actions.length === 0) return;
    const stop = onReachKeys('notice', () => {
      void channel.send({ type: 'notice-reach', id }).then((there) => there || stop(), stop);
      return true;
    });
  };
  /** Notices of other frames that stand here. */
  const servedNotices = new Map<string, Notice>();
  const serveNotice = (asked: Extract<ToGuard, { type: 'notice-show' }>) => {
    const { id, frameId, code, count, actions, more } = asked;
    if (!isNoticeCode(code)) return false;
    const choices = actions.filter(isNoticeAction).map((action) => ({
      code: action,
      run: () => void channel.send({ type: 'notice-relayed', id, frameId, action }).catch(() => {}),
    }));
    servedNotices.set(id, noticeHere(code, choices, count, more));
    return true;
  };

  let isOffered = false;
  /** Offers the welcome where the district has installed Chalkline: a tab that opens by itself would be in the way. */
  async function offerWelcome(): Promise<void> {
    await Promise.all([loaded, kept.ready]);
    if (isOffered || policy?.policy.welcome === 'off' || !here(policy)) return;
    isOffered = true;
    const answer = (look: boolean) => () =>
      void channel.send({ type: 'welcome-answer', look }).catch(() => {});
    const look = { code: 'welcome-look' as const, run: answer(true) };
    noticeHere('welcome', [look, { code: 'not-now', run: answer(false) }], 0, '');
  }

  /** What was said in this conversation and is not said again. */
  const told = new Set<'language' | 'tip' | 'fairness'>();
  const chosen = new Chosen<HTMLElement>();
  const address = watchAddress((from, to, opened) => {
    if (continues(from, to, opened))
      void channel.send({ type: 'conversation-moved', from, to }).catch(() => {});
    else {
      told.clear();
      chosen.forgetAll();
    }
    void updateBar();
  });
  const marks = makeMarks({
    label: (count) => words(count === 1 ? 'details.one' : 'details').replace('{0}', String(count)),
    press: (composer) => void guard.onLook(draftIn(composer, true)),
    changed: (composer) => void guard.onPause(draftIn(composer, true)),
  });
  const avoidPaste = () => here(policy)?.site.syntheticPaste === 'avoid';
  const hold = () => holdPage((event) => isOwnEvent(event) || isWriting());
  const guard = createGuard({
    detector,
    awaitDetector,
    settings,
    awaitSettings: async () => onThisTool(await kept.awaitSettings()),
    // Where only what looks for its patterns is missing, the rest of a policy holds.
    defaults: () => kept.known() ?? mergePolicies({ district: {}, teacher: {} }),
    holdsAll: () => {
      const tier = here(policy)?.tier ?? null;
      return policy && holdsAll(policy.policy, tier) ? tier : null;
    },
    chosen,
    suspects: paragraphReader(),
    addOwnWords: withKnown,
    judge: (text, findings, policy) => {
      const decisions = decide(text, findings, policy);
      return { stops: stopsIn(decisions), notes: decisions.filter(({ action }) => action === 'note').length };
    },
    noted: (count) => void channel.send({ type: 'details-noted', count }).catch(() => {}),
    firstInConversation: (what) => {
      address();
      const first = !told.has(what);
      told.add(what);
      return first;
    },
    judgesStudent: (text) =>
      mayJudge(text) && !policy?.policy.topicsOff.includes('bias')
        ? () => channel.send({ type: 'draft-judges', text })
        : null,
    follow,
    alive: channel.alive,
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
    hold,
    prepare: () => {
      const { show, drop } = prepare();
      return {
        drop,
        show: async (request) => {
          const place = address();
          // Another frame would have its tip shown at the top, where only words of our own may stand.
          const outcome = await show({ ...request, address: place, tip: topFrame && !told.has('tip') });
          if (outcome.kind === 'swapped' && outcome.tip) told.add('tip');
          return outcome;
        },
      };
    },
    reviewFiles: (request) => showFiles({ ...request, address: address() }),
    offer: show,
    write: (place, content) => write(place, content, avoidPaste()),
    rewrite: (composer, from, to) => rewrite(composer, from, to, avoidPaste()),
    mark: ({ place, text }, stops) => {
      if (!place.editable) return;
      const count = new Set(stops.map(({ entity }) => entity)).size;
      marks.show(
        place.editable,
        text,
        stops.map(({ span }) => span),
        count,
      );
    },
    takeOut,
    notice: (code, actions = [], count = 0, tip) =>
      void notify(code, actions, count, tip && topFrame ? words('tip').replace('{0}', tip) : ''),
  });

  /** Reviews of other frames that stand here. */
  const serving = new Set<string>();
  /** Shows the review of another frame of this tab, and takes its text back if that frame is gone by then. */
  async function serveFrame(id: string, frameId: number, request: TextToReview): Promise<void> {
    serving.add(id);
    const letGo = hold();
    const outcome = await showHere(request).catch((): Outcome => ({ kind: 'failed' }));
    letGo();
    const arrived = await channel.send({ type: 'review-relayed', id, frameId, outcome }).catch(() => false);
    serving.delete(id);
    if (arrived || request.mode === 'answer' || outcome.kind === 'cancelled' || outcome.kind === 'failed')
      return;
    const text = outcome.kind === 'swapped' || outcome.kind === 'edited' ? outcome.text : request.text;
    await showHere({ mode: 'offer', text, reason: 'gone' });
  }

  channel.onMessage((raw) => {
    const message = parseMessage(raw);
    switch (message?.type) {
      case 'guard-ping':
        return Promise.resolve(true);
      case 'pause-changed':
        kept.takePause(message.until);
        return Promise.resolve(true);
      case 'review-show':
        if (!topFrame) return undefined;
        void serveFrame(message.id, message.frameId, message.request);
        return Promise.resolve(true);
      case 'review-still-there':
        return Promise.resolve(serving.has(message.id));
      case 'review-outcome': {
        // A frame that was loaded anew knows nothing of the review that its forerunner asked for.
        const tell = relayed.get(message.id);
        tell?.(parseOutcome(message.outcome));
        return Promise.resolve(tell !== undefined);
      }
      case 'notice-show':
        return topFrame ? Promise.resolve(serveNotice(message)) : undefined;
      case 'notice-reach':
        servedNotices.get(message.id)?.reach();
        return Promise.resolve(servedNotices.get(message.id)?.isUp() === true);
      case 'answer-show':
        // Another frame of the tab may have one.
        return showAnswer() ? Promise.resolve(true) : undefined;
      case 'notice-answer':
        relayedNotices
          .get(message.id)
          ?.find(({ code }) => code === message.action)
          ?.run();
        return Promise.resolve(relayedNotices.delete(message.id));
      default:
        return undefined;
    }
  });

  let warmed = false;
  const warm = async () => {
    // Not in the breath of the focus itself: the page and the first keys come first.
    if (topFrame) setTimeout(() => idle(getReady), WARM_MS);
    if (warmed) return;
    warmed = true;
    const found = await awaitDetector();
    const getWarm = () => {
      found?.warm();
      const read = settings();
      // Makes the finders of its words, which takes a while where there are thousands.
      if (read) withKnown('', [], read.policy);
    };
    setTimeout(() => idle(getWarm), WARM_MS);
  };
  const applies = () => here(policy) !== null;
  let copyMode: CopyNames = 'labels';
  watchCopyNames?.((mode) => {
    copyMode = mode;
  }).catch(() => {});
  const copies = copyFlow({
    allowed: () => policy?.policy.allowCopyNames === true && applies() && channel.alive(),
    mode: () => copyMode,
    restore: (texts, choice) => channel.send({ type: 'copy-restore', texts, choice: choice ?? '' }),
    textsOf,
    put: putOnClipboard,
    ask: (choose) => {
      const names = { code: 'with-names' as const, run: () => choose('names') };
      void notify('copy-ask', [names, { code: 'keep-labels', run: () => choose('labels') }], 0);
    },
    done: (restored, unknown) => void notify(restored > 0 ? 'copied' : 'copied-labels', [], 0, unknown),
    failed: () => void notify('copy-failed', [], 0),
  });
  const pointed = watchPointed();
  /** Shows the answer that is pointed at, or the last one, with names. @returns false where there is none */
  const showAnswer = (): boolean => {
    const answer = applies() ? findAnswer(pointed(), here(policy)?.site.answer ?? [], mayHoldLabels) : null;
    if (answer) void show({ mode: 'answer', blocks: blocksOf(answer) });
    return answer !== null;
  };
  const stops = [
    intercept({ ...guard, onUpload: readsFiles ? guard.onUpload : null, onNear: () => void warm(), applies }),
    hearSends({
      ...guard,
      applies,
      isOwn: isOwnEvent,
      known: () => ({ composer: [], send: [], stop: [], ...here(policy)?.site }),
    }),
    hearCopies(copies),
    hearTyping({
      applies,
      onInput: marks.typed,
      onPause: (composer) => void guard.onPause(draftIn(composer, true)),
    }),
  ];
  addEventListener(STARTED, () => {
    if (!channel.alive()) for (const stop of stops) stop();
  });
  dispatchEvent(new Event(STARTED));
  // A page that comes back from the back-forward cache keeps this script, and has heard nothing meanwhile.
  addEventListener('pageshow', (event) => {
    if (event.persisted) readSettings();
  });
  // It may have been closed in another tab meanwhile, or the day be another.
  addEventListener('visibilitychange', () => void updateBar(), true);
}
