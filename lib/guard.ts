/**
 * THE FLOW: page -> draft -> findings -> decisions -> review -> redaction -> page.
 *
 * A clean draft is never touched: `onDraft` decides before it returns, and the event goes on as the browser made
 * it. Only a draft with something to review, or one that cannot be checked at once, is held. What is held ends in
 * exactly one of four ways: put in once and read back, given back in a frame of ours, still on the clipboard with
 * a notice that says so, or cancelled by the teacher. Where everything in it was chosen before in this conversation,
 * nobody is asked: it goes in by those choices, with a notice that can undo it.
 *
 * Everything the flow needs is passed in.
 */
import type { Detector } from './detect/detect.ts';
import type { Finding } from './detect/finding.ts';
import { fileFlow } from './guard-files.ts';
import type { FilesRequest, OfferRequest, Outcome, ReviewRequest } from './messages.ts';
import type { Content, Place, WriteResult } from './page/composer.ts';
import type { Upload } from './page/files.ts';
import type { Draft } from './page/intercept.ts';
import type { Alarm } from './policy/decide.ts';
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
  | 'welcome';

export type NoticeAction =
  | 'try-again'
  | 'paste-unchecked'
  | 'add-unchecked'
  | 'review'
  | 'undo'
  | 'look'
  | 'welcome-look'
  | 'not-now';

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
  /** Adds the policy's own words to what the detector found. */
  addOwnWords(text: string, findings: Finding[], policy: EffectivePolicy): Finding[];
  /** How bad it is, and how many smaller details are only mentioned. */
  judge(text: string, findings: Finding[], policy: EffectivePolicy): { alarm: Alarm; notes: number };
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
  /** Takes out again what was written at a place. */
  takeOut(place: Place): Promise<'out' | 'gone' | 'kept'>;
  notice(code: NoticeCode, actions?: NoticeChoice[], count?: number, tip?: string): void;
}

/** What was found in a draft: in its text, and in what only its formatting holds. */
interface Check {
  findings: Finding[];
  text: Alarm;
  hidden: Alarm;
  notes: number;
}

/** How what is held ends, with what no review says: the extension is gone, or nothing may go in here. */
export type End = Outcome | { kind: 'updated' | Unapproved };

export interface Guard {
  /** @returns true where nothing may go in here, whatever it is; the teacher is told. */
  turnsAway(source: Upload['source']): boolean;
  /** @returns true where the draft is held, and the page must not see it. */
  onDraft(draft: Draft): boolean;
  /** A draft that could not even be read was stopped. */
  onUnreadable(): void;
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

  function onDraft(draft: Draft): boolean {
    if (held) {
      // The same once more is an impatient hand. Anything else waits for its turn.
      if (![held, ...waiting].some((one) => 'text' in one && one.text === draft.text)) waiting.push(draft);
      return true;
    }
    const detector = parts.detector();
    const settings = parts.settings();
    if (settings && isPaused(settings)) return false;
    let check: Check | undefined;
    if (detector && settings && !isLong(draft)) {
      try {
        check = inspect(draft, detector, settings.policy);
      } catch {
        // Told below: a held draft without findings is looked at again, and said to be unchecked if that fails too.
      }
      if (check && isClean(check)) {
        tellLanguage(draft);
        if (check.notes > 0) parts.noted(check.notes);
        if (draft.files.length > 0) parts.notice('file-unchecked');
        tellFairness(draft);
        return false;
      }
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

  const files = fileFlow({
    ...parts,
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
    const holds = parts.holdsAll();
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
    const outcome = await ask(draft, check, { policy, policyLate: settings === null, again: false });
    if (outcome.kind !== 'cancelled' && outcome.kind !== 'failed') tellLanguage(draft);
    return outcome;
  }

  function ask(
    draft: Draft,
    check: Check | undefined,
    about: Pick<ReviewRequest, 'policy' | 'policyLate' | 'again'>,
  ): Promise<Outcome> {
    review ??= parts.prepare();
    return review.show({
      mode: 'review',
      text: draft.text,
      hidden: draft.hidden(),
      check: check ? { findings: check.findings, hidden: check.hidden } : null,
      files: draft.files.length > 0,
      byHand: draft.byHand,
      ...about,
    });
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
      return ask(draft, check, { policy, policyLate: false, again: true });
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
  function tellHeld(why: Unapproved, source: Upload['source']): void {
    const where = { paste: '', drop: '-drop', input: '-file' } as const;
    parts.notice(`${why}${where[source]}`);
  }

  function cannotCheck(draft: Draft): void {
    const mayGoIn = () => (parts.settings()?.policy ?? parts.defaults()).policy.allowUnchecked;
    const again = { code: 'try-again' as const, run: () => void (held || settle(draft)) };
    const unchecked = {
      code: 'paste-unchecked' as const,
      // The notice stands until it is answered, and the policy may be another one by then.
      run: () => {
        if (!mayGoIn()) return cannotCheck(draft);
        deliver(draft, { kind: 'original' }).catch(() => parts.notice('look-again'));
      },
    };
    parts.notice('cannot-check', mayGoIn() ? [again, unchecked] : [again]);
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
    return weigh(draft, (text) => detector.detect(text), policy);
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
    const { alarm, notes } = parts.judge(draft.text, findings, policy);
    const hidden = draft.hidden();
    return {
      findings,
      text: alarm,
      notes,
      hidden: hidden === '' ? 'none' : parts.judge(hidden, withTerms(hidden), policy).alarm,
    };
  }

  return {
    turnsAway,
    onDraft,
    onUnreadable: () => parts.notice('cannot-check'),
    onUpload,
  };
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
