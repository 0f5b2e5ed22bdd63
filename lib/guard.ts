/**
 * THE FLOW: page -> draft -> findings -> decisions -> review -> redaction -> page.
 *
 * A clean draft is never touched: `onDraft` decides before it returns, and the event goes on as the browser made
 * it. Only a draft with something to review, or one that cannot be checked at once, is held. What is held ends in
 * exactly one of four ways: put in once and read back, given back in a frame of ours, still on the clipboard with
 * a notice that says so, or cancelled by the teacher. Where everything in it was chosen before in this conversation,
 * nobody is asked: it goes in by those choices, with a notice that can undo it.
 *
 * What stands in a composer takes the same way when it is sent: a clean draft is not touched; one with an alarm that
 * nobody has chosen about is held, and then sent once, with the text that was chosen and read back. While it is typed it
 * is only read.
 *
 * Everything the flow needs is passed in.
 */
import type { Chosen } from './chosen.ts';
import type { Detector } from './detect/detect.ts';
import type { Finding } from './detect/finding.ts';
import { fileFlow } from './guard-files.ts';
import type { FilesRequest, OfferRequest, Outcome, ReviewRequest } from './messages.ts';
import type { Content, Place, WriteResult } from './page/composer.ts';
import type { Upload } from './page/files.ts';
import type { Draft } from './page/intercept.ts';
import type { Send } from './page/send.ts';
import type { Alarm, Stop } from './policy/decide.ts';
import type { EffectivePolicy } from './policy/policy.ts';
import type { Unapproved } from './policy/tools.ts';

/** Longer texts are held, and checked in slices. */
const LONGEST_AT_ONCE = 32_000;
/** Longer ones are checked by the review page, with progress: its detector is a cold one, but it is not the page's thread. */
const LONGEST_HERE = 80_000;

export interface Settings {
  policy: EffectivePolicy;
  /** The teacher's pause in this tab, as a time in ms since 1970; 0 for none. */
  pausedUntil: number;
}

export type NoticeCode =
  | 'cannot-check'
  | 'updated'
  | 'updated-drop'
  | 'updated-send'
  | 'send-again'
  | 'updated-file'
  | 'file-unchecked'
  | 'file-unread'
  | 'file-look'
  | 'too-many-files'
  | 'look-again'
  | 'language'
  | 'swapped'
  | 'fairness'
  | 'still-there'
  | Unapproved
  | `${Unapproved}-drop`
  | `${Unapproved}-file`
  | 'copy-ask'
  | 'copied'
  | 'copied-labels'
  | 'copy-failed'
  | 'welcome';

export type NoticeAction =
  | 'try-again'
  | 'paste-unchecked'
  | 'send-unchecked'
  | 'add-unchecked'
  | 'review'
  | 'undo'
  | 'look'
  | 'welcome-look'
  | 'not-now'
  | 'with-names'
  | 'keep-labels';

export interface NoticeChoice {
  code: NoticeAction;
  run(): void;
}

export interface GuardParts {
  /** Null until it is there. */
  detector(): Detector | null;
  /** Brings the detector; null where that takes too long. */
  awaitDetector(): Promise<Detector | null>;
  /** Null until they are read. */
  settings(): Settings | null;
  /** Waits a second at most; null then. */
  awaitSettings(): Promise<Settings | null>;
  /** What holds where the settings do not come in time: a paste is asked about under it in any case. */
  defaults(): EffectivePolicy;
  /**
   * Why the district lets nothing be pasted or dropped here at this moment; null where it does. No pause changes that; a
   * policy may come or change while a draft is held.
   */
  holdsAll(): Unapproved | null;
  /** What was chosen about what stands in composers, in this conversation. */
  chosen: Chosen<HTMLElement>;
  /** Whether a draft that is being typed is worth a look as a whole, by its paragraphs. */
  suspects(text: string, hasAlarm: (paragraph: string) => boolean): boolean;
  /** Adds the policy's own words to what the detector found. */
  addOwnWords(text: string, findings: Finding[], policy: EffectivePolicy): Finding[];
  /** What stops a draft, and how many smaller details are only mentioned. */
  judge(text: string, findings: Finding[], policy: EffectivePolicy): { stops: Stop[]; notes: number };
  /** Tells how many smaller details went in with a paste that nothing stopped. */
  noted(count: number): void;
  /** Whether this conversation was not told something yet. Asked once, it was. */
  firstInConversation(what: 'language' | 'fairness'): boolean;
  /**
   * Whether a draft asks to judge a student and says who that is. Null at once where it is plain that it does not; the
   * rest is found out elsewhere, after the paste went in.
   */
  judgesStudent(text: string): (() => Promise<boolean>) | null;
  /** Remembers what the page itself writes at a place, so that it can be taken out again. */
  follow(place: Place, text: string): void;
  /** False once the extension was updated or removed under this page. */
  alive(): boolean;
  /** Lets the page draw and hear. */
  breathe(): Promise<void>;
  /** Keeps keys, clicks and submits from the page until it is let go. */
  hold(): () => void;
  /** Starts to load the review page, which takes longer than to find out whether it is needed. What was chosen before may settle a draft there. */
  prepare(): { show(request: Omit<ReviewRequest, 'address' | 'tip'>): Promise<Outcome>; drop(): void };
  /** Has files read and reviewed. Nothing is to be seen of it where they are clean and quickly read. */
  reviewFiles(request: Omit<FilesRequest, 'address'>): Promise<Outcome>;
  offer(request: OfferRequest): Promise<unknown>;
  write(place: Place, content: Content): Promise<WriteResult>;
  /** Makes what stands in a composer into another text, by the parts that differ. */
  rewrite(composer: HTMLElement, from: string, to: string): Promise<WriteResult>;
  /** Marks what was found in a composer; with nothing, takes the marks away. */
  mark(draft: Draft, stops: Stop[]): void;
  /** Takes out again what was written at a place. */
  takeOut(place: Place): Promise<'out' | 'gone' | 'kept'>;
  notice(code: NoticeCode, actions?: NoticeChoice[], count?: number, tip?: string): void;
}

/** What was found in a draft: in its text, and in what only its formatting holds. */
interface Check {
  findings: Finding[];
  stops: Stop[];
  text: Alarm;
  hidden: Alarm;
  notes: number;
}

/**
 * How what is held ends, with what no review says: the extension is gone, nothing may go in here, or a composer did not
 * take the text that was chosen.
 */
export type End = Outcome | { kind: 'updated' | Unapproved } | { kind: 'not-written'; text: string };

export interface Guard {
  /** @returns true where nothing may go in here, whatever it is; the teacher is told. */
  turnsAway(source: Upload['source']): boolean;
  /** @returns true where the draft is held, and the page must not see it. */
  onDraft(draft: Draft): boolean;
  /** A draft that could not even be read was stopped. */
  onUnreadable(): void;
  /** @returns true where the send is held, and the page must not see it. */
  onSend(send: Send): boolean;
  /** A pause in typing. Reads what stands in a composer, and marks what it finds. */
  onPause(draft: Draft): Promise<void>;
  /** The teacher wants to see what was found in a composer. */
  onLook(draft: Draft): Promise<void>;
  /** In: files, and the text that came beside them. @returns true where they are held, and the page must not see them. */
  onUpload(upload: Upload, beside: Draft | null): boolean;
}

/** Makes the guard of one frame. */
export function createGuard(parts: GuardParts): Guard {
  /** The draft or the files that are held. */
  let held: Draft | Upload | null = null;
  /** Its review, which is loaded while it is found out whether there is anything to ask. */
  let review: ReturnType<GuardParts['prepare']> | null = null;
  /** What came meanwhile, in order. */
  const waiting: (Draft | Upload)[] = [];
  const { chosen } = parts;
  /** What was found last: a press is heard up to three times, and a pause comes before it. */
  let last: { text: string; findings: Finding[] } | null = null;

  function onDraft(draft: Draft): boolean {
    if (held) {
      // The same once more is an impatient hand. Anything else waits for its turn.
      if (![held, ...waiting].some((one) => 'text' in one && one.text === draft.text)) waiting.push(draft);
      return true;
    }
    const settings = parts.settings();
    if (settings && isPaused(settings)) return false;
    // A held draft without findings is looked at again, and said to be unchecked if that fails too.
    const check = checked(draft);
    if (check && isClean(check)) {
      tellLanguage(draft);
      if (check.notes > 0) parts.noted(check.notes);
      if (draft.files.length > 0) parts.notice('file-unchecked');
      tellFairness(draft);
      return false;
    }
    void settle(draft, check);
    return true;
  }

  /** The life of a held draft. */
  async function settle(draft: Draft, check?: Check): Promise<void> {
    const outcome = await holding(draft, () => judge(draft, check));
    // From here on the next paste has its own life: it may come while this one is still read back.
    await deliver(draft, outcome).catch(() => parts.notice('look-again'));
    settleNext();
  }

  function settleNext(): void {
    const next = held ? undefined : waiting.shift();
    if (!next) return;
    // The caret has moved on since it was pasted.
    if ('text' in next) void settle({ ...next, place: next.place.anew() });
    else void files.settle(next);
  }

  function onUpload(upload: Upload, beside: Draft | null): boolean {
    const settings = parts.settings();
    if (!held && settings && isPaused(settings)) return false;
    // Both wait their turn: first the files, then the text.
    waiting.push(upload, ...(beside ? [beside] : []));
    settleNext();
    return true;
  }

  const files = fileFlow(parts, {
    isPaused,
    hold: (upload, find) => holding(upload, find),
    isHolding: () => held !== null,
    done: settleNext,
  });

  /** Holds the page while something is found out about a draft or files. */
  async function holding(draft: Draft | Upload, find: () => Promise<End>): Promise<End> {
    held = draft;
    let letGo = () => {};
    try {
      letGo = parts.hold();
      return await find();
    } catch {
      return { kind: 'failed' };
    } finally {
      letGo();
      review?.drop();
      review = null;
      held = null;
    }
  }

  /** Finds out what shall happen to a held draft, asking the teacher where there is something to ask. */
  async function judge(draft: Draft, known?: Check): Promise<End> {
    const settings = await parts.awaitSettings();
    const holds = draft.source === 'composer' ? null : parts.holdsAll();
    if (holds) return { kind: holds };
    if (settings && isPaused(settings)) return { kind: 'clean' };
    const policy = settings?.policy ?? parts.defaults();
    let check = known;
    if (check || isLong(draft)) review = parts.alive() ? parts.prepare() : null;
    if (!check && lengthOf(draft) <= LONGEST_HERE) {
      const detector = await parts.awaitDetector();
      if (!detector) return parts.alive() ? { kind: 'failed' } : { kind: 'updated' };
      check = await inspectInSlices(draft, detector, policy);
      if (isClean(check) && settings) {
        tellLanguage(draft);
        return { kind: 'clean' };
      }
    }
    if (!parts.alive()) return { kind: 'updated' };
    const outcome = await ask(draft, check, { policy, policyLate: settings === null });
    if (outcome.kind !== 'cancelled' && outcome.kind !== 'failed') tellLanguage(draft);
    return outcome;
  }

  async function ask(
    draft: Draft,
    check: Check | undefined,
    about: Pick<ReviewRequest, 'policy'> & Partial<Pick<ReviewRequest, 'policyLate' | 'wanted' | 'again'>>,
  ): Promise<Outcome> {
    review ??= parts.prepare();
    const outcome = await review.show({
      mode: 'review',
      text: draft.text,
      hidden: draft.hidden(),
      check: check ? { findings: check.findings, hidden: check.hidden } : null,
      files: draft.files.length > 0,
      byHand: draft.byHand,
      ...{ policyLate: false, wanted: false, again: false },
      ...about,
    });
    const text = textAfter(draft, outcome);
    if (text !== null && draft.place.editable) chosen.add(draft.place.editable, text);
    return outcome;
  }

  async function deliver(draft: Draft, outcome: End): Promise<void> {
    switch (outcome.kind) {
      case 'swapped': {
        const written = await put(draft, { text: outcome.text });
        if (written && outcome.silent) tellSwapped(draft, outcome.text, outcome.silent, outcome.tip);
        return;
      }
      case 'edited':
        await put(draft, { text: outcome.text });
        return;
      case 'original':
      case 'clean':
        await put(draft, { text: draft.text, html: draft.html, files: draft.files });
        if (outcome.kind === 'clean' && draft.files.length > 0) parts.notice('file-unchecked');
        return;
      case 'cancelled':
        return draft.place.restore();
      case 'updated':
        return parts.notice(draft.source === 'drop' ? 'updated-drop' : 'updated');
      case 'not-listed':
      case 'not-reviewed':
        return turnBack(draft, draft.text, outcome.kind);
      // An end of files is none of a draft.
      case 'files':
      case 'failed':
        return cannotCheck(draft);
    }
  }

  function onSend(send: Send): boolean {
    const settings = parts.settings();
    if (!held && settings && isPaused(settings)) return false;
    const stopped = send.drafts.some(isStopped);
    // While something is held, a second Enter is an impatient hand.
    if (held) return send.byHand || stopped;
    if (stopped) void settleSend(send);
    else passOn(send);
    return stopped;
  }

  /** Whether what stands in a composer must not go out as it is, or not yet. */
  function isStopped(draft: Draft): boolean {
    const { place, text } = draft;
    if (place.editable && chosen.isLetOut(place.editable, text)) return false;
    const check = checked(draft);
    return !check || !isClean(check);
  }

  /** A send that nobody holds. What was chosen about its draft holds until it has left. */
  function passOn(send: Send): void {
    for (const draft of send.drafts) tellLanguage(draft);
    if (send.drafts.some(({ place }) => place.editable && chosen.knows(place.editable))) void sent(send);
  }

  /** @returns whether it has left its composer, or at least did what the key is there for */
  async function sent(send: Send): Promise<boolean> {
    const end = await send.ended();
    for (const { place } of send.drafts) if (end === 'gone' && place.editable) chosen.forget(place.editable);
    return end !== 'still-there';
  }

  /** The life of a held send: every draft of it is settled, one after the other, before it goes on. */
  async function settleSend(send: Send): Promise<void> {
    for (const draft of send.drafts) {
      if (isStopped(draft) && !(await settleInPlace(draft, (known) => judge(draft, known), send))) {
        return settleNext();
      }
    }
    // The page may have changed one while another was asked about.
    const now = send.now();
    if (now.some(isStopped)) return settleSend({ ...send, drafts: now });
    if (!(await send.again()) || !(await sent(send))) parts.notice('send-again');
    settleNext();
  }

  /**
   * Settles what stands in a composer, and puts what was chosen there. In: how it is judged, and the send that it is held
   * for, if any. @returns whether it may go out now
   */
  async function settleInPlace(
    draft: Draft,
    find: (known?: Check) => Promise<End>,
    send: Send | null,
  ): Promise<boolean> {
    const composer = draft.place.editable;
    if (!composer) return true;
    // Nothing may be typed or sent before the text that was chosen stands there.
    const end = await holding(draft, async () => putInPlace(composer, draft, await find(checked(draft))));
    const text = textAfter(draft, end);
    if (text === null) {
      tellNotSent(draft, end, send);
      return false;
    }
    chosen.letOut(composer, text);
    parts.mark(draft, []);
    if (end.kind === 'swapped' && end.silent) parts.notice('swapped', [], end.silent, end.tip);
    return true;
  }

  /** What is known of a draft; undefined where it cannot be checked at once, or the check fails. */
  function checked(draft: Draft): Check | undefined {
    const detector = parts.detector();
    const settings = parts.settings();
    try {
      return detector && settings && !isLong(draft) ? inspect(draft, detector, settings.policy) : undefined;
    } catch {
      return undefined;
    }
  }

  async function putInPlace(composer: HTMLElement, draft: Draft, end: End): Promise<End> {
    const text = textAfter(draft, end);
    if (text === null || text === draft.text) return end;
    const result = await parts.rewrite(composer, draft.text, text);
    return result === 'written' ? end : { kind: 'not-written', text };
  }

  /** Says why a draft stays in its composer. */
  function tellNotSent(draft: Draft, end: End, send: Send | null): void {
    const composer = draft.place.editable;
    if (end.kind === 'not-written') void parts.offer({ mode: 'offer', text: end.text, reason: 'kept' });
    else if (end.kind === 'failed') cannotCheck(draft, send);
    else if (end.kind === 'updated') {
      // An orphan can ask nobody; it must not stand in the way for ever.
      if (composer) chosen.letOut(composer, draft.text);
      parts.notice('updated-send');
    } else draft.place.restore();
  }

  async function onPause(draft: Draft): Promise<void> {
    if (!held) parts.mark(draft, await stopsTyped(draft).catch(() => []));
  }

  /** What is to be marked in a draft: only what the whole of it confirms, and nobody has chosen about. */
  async function stopsTyped(draft: Draft): Promise<Stop[]> {
    const detector = parts.detector();
    const settings = parts.settings();
    if (!detector || !settings || isPaused(settings) || isLong(draft) || !parts.alive()) return [];
    const { policy } = settings;
    const hasAlarm = (text: string) => inspect({ ...draft, text }, detector, policy).stops.length > 0;
    if (!parts.suspects(draft.text, hasAlarm)) return [];
    await parts.breathe();
    return inspect(draft, detector, policy).stops.filter(({ direct }) => direct);
  }

  async function onLook(draft: Draft): Promise<void> {
    if (held) return;
    const policy = parts.settings()?.policy ?? parts.defaults();
    await settleInPlace(draft, (known) => ask(draft, known, { policy, wanted: true }), null);
  }

  /** @returns whether it went in */
  async function put(draft: Draft, content: Content): Promise<boolean> {
    const holds = parts.holdsAll();
    if (holds) {
      await turnBack(draft, content.text, holds);
      return false;
    }
    const result = await parts.write(draft.place, content);
    if (result === 'written') return true;
    await parts.offer({ mode: 'offer', text: content.text, reason: result });
    return false;
  }

  /** Says that a text may not go in here. What is not on the clipboard as it stands is offered back. */
  async function turnBack({ source, text }: Draft, wanted: string, why: Unapproved): Promise<void> {
    if (source === 'paste' && wanted === text) tellHeld(why, source);
    else await parts.offer({ mode: 'offer', text: wanted, reason: why });
  }

  /** Says what was swapped without asking, with ways to look at it and to take it back. */
  function tellSwapped(draft: Draft, text: string, count: number, tip?: string): void {
    const actions = [
      { code: 'review' as const, run: () => void reconsider(draft, text, false) },
      { code: 'undo' as const, run: () => void reconsider(draft, text, true) },
    ];
    parts.notice('swapped', actions, count, tip);
  }

  /**
   * Reviews a draft again that went in without asking. `Undo` takes the swapped text out first; otherwise it stays
   * until something else is chosen.
   */
  async function reconsider(draft: Draft, text: string, undo: boolean): Promise<void> {
    if (held) return;
    const detector = parts.detector();
    const policy = parts.settings()?.policy ?? parts.defaults();
    let isOut = false;
    const takeOut = async () => {
      isOut = (await parts.takeOut(draft.place)) === 'out';
      if (!isOut) parts.notice('still-there');
      return isOut;
    };
    const outcome = await holding(draft, async () => {
      if (undo && !(await takeOut())) return { kind: 'cancelled' };
      const here = detector && lengthOf(draft) <= LONGEST_HERE;
      const check = here ? await inspectInSlices(draft, detector, policy) : undefined;
      return ask(draft, check, { policy, wanted: true, again: true });
    });
    const same = outcome.kind === 'swapped' && outcome.text === text;
    const stays = same || outcome.kind === 'cancelled' || outcome.kind === 'failed';
    // Where nothing may go in any more, what is in is not taken out for something else.
    const isKept = !isOut && (stays || !(parts.holdsAll() || (await takeOut())));
    if (isKept) return draft.place.anew().restore();
    await deliver({ ...draft, place: draft.place.anew() }, outcome).catch(() => parts.notice('look-again'));
  }

  function turnsAway(source: Upload['source']): boolean {
    const holds = parts.holdsAll();
    if (holds) tellHeld(holds, source);
    return holds !== null;
  }

  /** What was stopped is where it came from. */
  function tellHeld(why: Unapproved, source: Draft['source'] | Upload['source']): void {
    const where = { paste: '', drop: '-drop', input: '-file', composer: '' } as const;
    parts.notice(`${why}${where[source]}`);
  }

  /** In: the send that a draft is held for, if any. */
  function cannotCheck(draft: Draft, send: Send | null = null): void {
    const mayGoOn = () => (parts.settings()?.policy ?? parts.defaults()).policy.allowUnchecked;
    const settleAgain = () => (send ? settleSend(send) : settle(draft));
    const again = { code: 'try-again' as const, run: () => void (held || settleAgain()) };
    const goOn = () => (send ? sendUnchecked(send) : deliver(draft, { kind: 'original' }));
    const unchecked: NoticeChoice = {
      code: send ? 'send-unchecked' : 'paste-unchecked',
      // The notice stands until it is answered, and the policy may be another one by then.
      run: () => {
        if (!mayGoOn()) return cannotCheck(draft, send);
        goOn().catch(() => parts.notice('look-again'));
      },
    };
    parts.notice('cannot-check', mayGoOn() ? [again, unchecked] : [again]);
  }

  function sendUnchecked(send: Send): Promise<void> {
    for (const { place, text } of send.drafts) if (place.editable) chosen.letOut(place.editable, text);
    return settleSend(send);
  }

  /** Says once per conversation that names may be missed in another language. Stops nothing. */
  function tellLanguage({ text }: Draft): void {
    try {
      if (parts.detector()?.languageUnsure(text) && parts.firstInConversation('language'))
        parts.notice('language');
    } catch {
      // The draft was checked; a word about its language is not worth a paste.
    }
  }

  /**
   * Says once per conversation that a prompt judges a student beside a cue. The draft goes in as the browser has it;
   * where the teacher wants to look, it is reviewed like one that was swapped without asking.
   */
  function tellFairness(draft: Draft): void {
    const tell = async () => {
      const find = parts.judgesStudent(draft.text);
      if (!find) return;
      parts.follow(draft.place, draft.text);
      if (!(await find()) || !parts.firstInConversation('fairness')) return;
      const look = { code: 'look' as const, run: () => void reconsider(draft, draft.text, false) };
      parts.notice('fairness', [look]);
    };
    // A word about fairness is not worth a paste. What runs before the first wait is caught here too.
    tell().catch(() => {});
  }

  function inspect(draft: Draft, detector: Detector, policy: EffectivePolicy): Check {
    return weigh(draft, (text) => findOnce(text, detector), policy);
  }

  function findOnce(text: string, detector: Detector): Finding[] {
    if (last?.text !== text) last = { text, findings: detector.detect(text) };
    return last.findings;
  }

  /** The same for a text that would stop the page for too long. */
  async function inspectInSlices(draft: Draft, detector: Detector, policy: EffectivePolicy): Promise<Check> {
    const found = new Map<string, Finding[]>();
    for (const text of [draft.text, draft.hidden()]) {
      const slices = detector.slices(text);
      let step = slices.next();
      for (; !step.done; step = slices.next()) await parts.breathe();
      found.set(text, step.value);
    }
    return weigh(draft, (text) => found.get(text) ?? [], policy);
  }

  /** Clean means that the plain text and the words of the formatting are both clean. */
  function weigh(draft: Draft, find: (text: string) => Finding[], policy: EffectivePolicy): Check {
    const withTerms = (text: string) => parts.addOwnWords(text, find(text), policy);
    const findings = withTerms(draft.text);
    const { stops: all, notes } = parts.judge(draft.text, findings, policy);
    const composer = draft.source === 'composer' ? draft.place.editable : null;
    const isChosen = ({ firm, span }: Stop) =>
      !firm && composer && chosen.has(composer, draft.text.slice(span.start, span.end));
    const stops = all.filter((stop) => !isChosen(stop));
    const hidden = draft.hidden();
    return {
      ...{ findings, stops, notes, text: alarmOf(stops) },
      hidden: hidden === '' ? 'none' : alarmOf(parts.judge(hidden, withTerms(hidden), policy).stops),
    };
  }

  return {
    turnsAway,
    onDraft,
    onUnreadable: () => parts.notice('cannot-check'),
    onUpload,
    onSend,
    onPause,
    onLook,
  };
}

/** The text that a draft has become; null where it neither goes in nor out. */
function textAfter(draft: Draft, end: End): string | null {
  if (end.kind === 'swapped' || end.kind === 'edited') return end.text;
  return end.kind === 'original' || end.kind === 'clean' ? draft.text : null;
}

function alarmOf(stops: Stop[]): Alarm {
  if (stops.some(({ firm }) => firm)) return 'fixed';
  return stops.length > 0 ? 'review' : 'none';
}

function isPaused({ policy, pausedUntil }: Settings): boolean {
  return policy.policy.allowPause && Date.now() < pausedUntil;
}

function isClean({ text, hidden }: Check): boolean {
  return text === 'none' && hidden === 'none';
}

/** The words of the formatting count too: a short text can carry a long twin. */
function lengthOf(draft: Draft): number {
  return Math.max(draft.text.length, draft.hidden().length);
}

function isLong(draft: Draft): boolean {
  return lengthOf(draft) > LONGEST_AT_ONCE;
}
