/**
 * THE FLOW: page -> draft -> findings -> decisions -> review -> redaction -> page.
 *
 * A clean draft is never touched: `onDraft` decides before it returns, and the event goes on as the browser made
 * it. Only a draft with something to review, or one that cannot be checked at once, is held. What is held ends in
 * exactly one of four ways: put in once and read back, given back in a frame of ours, still on the clipboard with
 * a notice that says so, or cancelled by the teacher.
 *
 * Everything the flow needs is passed in.
 */
import type { Detector } from './detect/detect.ts';
import type { Finding } from './detect/finding.ts';
import type { OfferRequest, Outcome, ReviewRequest } from './messages.ts';
import type { Content, Place, WriteResult } from './page/composer.ts';
import type { Draft } from './page/intercept.ts';
import type { Alarm } from './policy/decide.ts';
import type { EffectivePolicy } from './policy/policy.ts';

/** Longer texts are checked in slices by the review page, with progress, and never on the page's own thread. */
const LONGEST_AT_ONCE = 32_000;

export interface Settings {
  policy: EffectivePolicy;
  /** The teacher's pause in this tab, as a time in ms since 1970; 0 for none. */
  pausedUntil: number;
}

export type NoticeCode =
  | 'cannot-check'
  | 'updated'
  | 'updated-drop'
  | 'file-unchecked'
  | 'look-again'
  | 'language';

export interface GuardParts {
  /** Null until it is there. */
  detector(): Detector | null;
  /** Brings the detector; null where that takes too long. */
  awaitDetector(): Promise<Detector | null>;
  /** Null until they are read. */
  settings(): Settings | null;
  /** Waits a second at most; null then. */
  awaitSettings(): Promise<Settings | null>;
  defaults: EffectivePolicy;
  /** Adds the policy's own words to what the detector found. */
  addOwnTerms(text: string, findings: Finding[], policy: EffectivePolicy): Finding[];
  alarmIn(text: string, findings: Finding[], policy: EffectivePolicy): Alarm;
  /** Whether this conversation was not told yet which languages are read. Asked once, it was. */
  firstInConversation(): boolean;
  /** False once the extension was updated or removed under this page. */
  alive(): boolean;
  /** Keeps keys, clicks and submits from the page until it is let go. */
  hold(): () => void;
  review(request: ReviewRequest): Promise<Outcome>;
  offer(request: OfferRequest): Promise<unknown>;
  write(place: Place, content: Content): Promise<WriteResult>;
  notice(code: NoticeCode, actions?: { code: 'try-again' | 'paste-unchecked'; run(): void }[]): void;
}

/** What was found in a draft: in its text, and in what only its formatting holds. */
interface Check {
  findings: Finding[];
  text: Alarm;
  hidden: Alarm;
}

export interface Guard {
  /** @returns true where the draft is held, and the page must not see it. */
  onDraft(draft: Draft): boolean;
  /** A draft that could not even be read was stopped. */
  onUnreadable(): void;
  onFiles(): void;
}

/** Makes the guard of one frame. */
export function createGuard(parts: GuardParts): Guard {
  let busy = false;

  function onDraft(draft: Draft): boolean {
    // One review at a time. What is pasted meanwhile stays on the clipboard.
    if (busy) return true;
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
        return false;
      }
    }
    void settle(draft, check);
    return true;
  }

  /** The life of a held draft. */
  async function settle(draft: Draft, check?: Check): Promise<void> {
    busy = true;
    let letGo = () => {};
    let outcome: Outcome | { kind: 'updated' };
    try {
      letGo = parts.hold();
      outcome = await judge(draft, check);
    } catch {
      outcome = { kind: 'failed' };
    } finally {
      letGo();
      // From here on the next paste has its own life: it may come while this one is still read back.
      busy = false;
    }
    await deliver(draft, outcome).catch(() => parts.notice('look-again'));
  }

  /** Finds out what shall happen to a held draft, asking the teacher where there is something to ask. */
  async function judge(draft: Draft, known?: Check): Promise<Outcome | { kind: 'updated' }> {
    const settings = await parts.awaitSettings();
    if (settings && isPaused(settings)) return { kind: 'clean' };
    const policy = settings?.policy ?? parts.defaults;
    let check = known;
    if (!check && !isLong(draft)) {
      const detector = await parts.awaitDetector();
      if (!detector) return parts.alive() ? { kind: 'failed' } : { kind: 'updated' };
      check = inspect(draft, detector, policy);
      if (isClean(check) && settings) {
        tellLanguage(draft);
        return { kind: 'clean' };
      }
    }
    if (!parts.alive()) return { kind: 'updated' };
    const outcome = await parts.review({
      mode: 'review',
      text: draft.text,
      hidden: draft.hidden(),
      check: check ? { findings: check.findings, hidden: check.hidden } : null,
      files: draft.files.length > 0,
      policy,
      policyLate: settings === null,
    });
    if (outcome.kind !== 'cancelled' && outcome.kind !== 'failed') tellLanguage(draft);
    return outcome;
  }

  async function deliver(draft: Draft, outcome: Outcome | { kind: 'updated' }): Promise<void> {
    switch (outcome.kind) {
      case 'swapped':
        return put(draft.place, { text: outcome.text });
      case 'original':
      case 'clean':
        return put(draft.place, { text: draft.text, html: draft.html, files: draft.files });
      case 'cancelled':
        return draft.place.restore();
      case 'updated':
        return parts.notice(draft.source === 'drop' ? 'updated-drop' : 'updated');
      case 'failed':
        return cannotCheck(draft);
    }
  }

  async function put(place: Place, content: Content): Promise<void> {
    const result = await parts.write(place, content);
    if (result !== 'written') await parts.offer({ mode: 'offer', text: content.text, reason: result });
  }

  function cannotCheck(draft: Draft): void {
    const { allowUnchecked } = (parts.settings()?.policy ?? parts.defaults).policy;
    const again = { code: 'try-again' as const, run: () => void (busy || settle(draft)) };
    const unchecked = {
      code: 'paste-unchecked' as const,
      run: () => void deliver(draft, { kind: 'original' }),
    };
    parts.notice('cannot-check', allowUnchecked ? [again, unchecked] : [again]);
  }

  /** Says once per conversation that names may be missed in another language. Stops nothing. */
  function tellLanguage({ text }: Draft): void {
    try {
      if (parts.detector()?.languageUnsure(text) && parts.firstInConversation()) parts.notice('language');
    } catch {
      // The draft was checked; a word about its language is not worth a paste.
    }
  }

  /** Clean means that the plain text and the words of the formatting are both clean. */
  function inspect(draft: Draft, detector: Detector, policy: EffectivePolicy): Check {
    const find = (text: string) => parts.addOwnTerms(text, detector.detect(text), policy);
    const findings = find(draft.text);
    const hidden = draft.hidden();
    return {
      findings,
      text: parts.alarmIn(draft.text, findings, policy),
      hidden: hidden === '' ? 'none' : parts.alarmIn(hidden, find(hidden), policy),
    };
  }

  return {
    onDraft,
    onUnreadable: () => parts.notice('cannot-check'),
    onFiles() {
      const settings = parts.settings();
      if (!settings || !isPaused(settings)) parts.notice('file-unchecked');
    },
  };
}

function isPaused({ policy, pausedUntil }: Settings): boolean {
  return policy.policy.allowPause && Date.now() < pausedUntil;
}

function isClean({ text, hidden }: Check): boolean {
  return text === 'none' && hidden === 'none';
}

/** The words of the formatting count too: a short text can carry a long twin. */
function isLong(draft: Draft): boolean {
  return draft.text.length > LONGEST_AT_ONCE || draft.hidden().length > LONGEST_AT_ONCE;
}
