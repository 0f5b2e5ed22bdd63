/** One draft in the review page, from the guard's request to how it ended. */
import { render } from 'preact';
import { Checking } from '../../components/Checking.tsx';
import { Review } from '../../components/Review.tsx';
import { type Memory, NO_MEMORY } from '../../lib/choices.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import { lazyDetector } from '../../lib/lazy-detector.ts';
import { patternsOf } from '../../lib/lazy-patterns.ts';
import { type Translate, translator } from '../../lib/locale.ts';
import type { Outcome, ReviewRequest } from '../../lib/messages.ts';
import { alarmOf, decide } from '../../lib/policy/decide.ts';
import { addOwnWords } from '../../lib/policy/own-words.ts';
import type { EffectivePolicy } from '../../lib/policy/policy.ts';
import { countsOf, mayUseOriginal } from '../../lib/review-plan.ts';
import { ReviewSession } from '../../lib/review-session.ts';
import { settle, type Vault } from '../../lib/settle.ts';
import type { StateWords } from '../../lib/state-words.ts';
import { send } from '../../lib/store/channel.ts';
import { languageOf } from '../../lib/store/language.ts';
import { readHideDetails } from '../../lib/store/settings.ts';
import { spoken } from '../../lib/words.ts';
import { type besideOf, NOTHING_BESIDE, nextTip } from './beside.ts';

/** Where a draft is reviewed. */
export interface Stage {
  app: Element;
  /** The tab that the draft is of. */
  tabId: number;
  vault: Vault;
  remembered(address: string): Promise<{ memory: Memory; notPeople: string[] }>;
  beside: typeof besideOf;
  /** Something is to be shown. Resolves when the page is in sight: what is drawn before could not take the focus. */
  ask(): Promise<void>;
  end(outcome: Outcome): void;
  /** Something lies over the buttons. */
  covered(): void;
}

/**
 * Reviews one draft: settles it by what was chosen before, or shows it and waits for the teacher. Rejects where something
 * that it needs does not answer.
 */
export async function reviewDraft(request: ReviewRequest, stage: Stage): Promise<void> {
  const { app, ask, end, vault } = stage;
  const { text, files, address } = request;
  const [{ memory, notPeople }, hideDetails] = await Promise.all([
    stage.remembered(address),
    readHideDetails(),
  ]);
  const policy = { ...request.policy, notPeople };
  const language = languageOf(policy);
  const t = translator(language);
  if (app.isConnected) document.documentElement.lang = spoken(language);
  if (!request.check) await ask();
  const check = request.check ?? (await checkSlowly({ ...request, policy }, stage, t));
  if (!check) return;
  const { findings, hidden } = check;
  if (!request.policyLate && !request.wanted) {
    // A page that makes up a paste must not learn which name a label stands for.
    const draft = { text, findings, hidden, files, policy, memory: request.byHand ? memory : NO_MEMORY };
    const settled = await settle(draft, vault).catch(() => ({ kind: 'ask' as const }));
    if (settled.kind === 'clean') return end(settled);
    if (settled.kind === 'swapped' && request.byHand) {
      void send({ type: 'counts-add', counts: settled.counts }).catch(() => {});
      const tip = request.tip ? await nextTip(policy, null).catch(() => null) : null;
      return end({
        kind: 'swapped',
        text: settled.text,
        silent: settled.count,
        ...(tip && { tip: tip.idea }),
      });
    }
  }

  let veiled = hideDetails;
  let beside = NOTHING_BESIDE;
  let state: StateWords | null = null;
  const fail = () => end({ kind: 'failed' });
  /** The next paste may come right after: it must find the choices. */
  const keep = () =>
    Promise.race([
      send({ type: 'memory-keep', tabId: stage.tabId, address, ended: session.ended() }).catch(() => {}),
      new Promise((resolve) => setTimeout(resolve, KEEP_MS)),
    ]);
  const use = async () => {
    const swapped = await session.swapped();
    if (!request.again) void send({ type: 'counts-add', counts: countsOf(session.items) }).catch(() => {});
    await keep();
    end({ kind: 'swapped', text: swapped });
  };
  const useOriginal = async () => {
    if (!session.edited) return end({ kind: 'original' });
    await session.settled();
    // What was written last may hold something that a rule fixes.
    if (mayUseOriginal(session.items)) end({ kind: 'edited', text: session.text });
  };
  const show = () =>
    render(
      <Review
        text={session.text}
        edited={session.edited}
        items={session.items}
        is={session.said.joined}
        hidden={hidden}
        files={files}
        policyLate={request.policyLate}
        offer={session.withoutAsking ? 'on' : session.mayOffer ? 'open' : 'no'}
        veiled={veiled}
        safetyContact={policy.policy.safetyContact}
        {...beside}
        state={state}
        onHideTip={() => {
          beside = { ...beside, tip: null };
          show();
        }}
        t={t}
        language={language}
        onChoose={(items, choice) => {
          const keys = items.map(({ key }) => key);
          session.choose(keys, choice).catch(fail);
        }}
        onIs={(item, to, always) => session.is(item, to, always).catch(fail)}
        onApart={(item) => session.apart(item).catch(fail)}
        onNotAPerson={(item) =>
          session
            .notAPerson(item)
            .then((names) => send({ type: 'not-a-person', names }))
            .catch(fail)
        }
        onMe={(item) =>
          session
            .thatsMe(item)
            .then((me) => send({ type: 'me-add', me }))
            .catch(fail)
        }
        onAdd={(phrase) => session.add(phrase).catch(fail)}
        onEdit={(edited) => session.edit(edited).catch(fail)}
        onOffer={() => {
          session.withoutAsking = true;
          show();
        }}
        onVeil={(hide) => {
          veiled = hide;
          void send({ type: 'hide-details', hide }).catch(() => {});
          show();
        }}
        onUse={() => void use().catch(fail)}
        onOriginal={() => void useOriginal().catch(fail)}
        onCancel={() => end({ kind: 'cancelled' })}
        onCovered={stage.covered}
      />,
      app,
    );
  const session = new ReviewSession(
    { text, findings, policy, memory },
    { vault, detect: (edited) => detectEdited(edited, policy), changed: show },
  );
  if (request.check) await ask();
  await session.refresh();
  [beside, state] = await Promise.all([
    stage.beside(session.text, session.items, policy).catch(() => NOTHING_BESIDE),
    stateOf(policy, language).catch(() => null),
  ]);
  show();
}

/** Loaded only where a district has chosen the pack of a state. */
async function stateOf({ policy }: EffectivePolicy, language: string): Promise<StateWords | null> {
  if (policy.statePack === '') return null;
  return (await import('../../lib/state-words.ts')).stateWords(policy.statePack, language);
}

/** How long the choices may take to be kept before the text goes in without. */
const KEEP_MS = 1000;
/** How long a pause in typing is before an edited text is checked. */
const TYPING_MS = 250;
let edits = 0;
/** Looks at an edited text; null where it was edited again meanwhile. */
async function detectEdited(text: string, policy: EffectivePolicy): Promise<Finding[] | null> {
  const mine = ++edits;
  const stopped = () => mine !== edits;
  await new Promise((resolve) => setTimeout(resolve, TYPING_MS));
  return stopped() ? null : inSlices(text, policy, { stopped, onShare: () => {} });
}

/** Looks at a text slice by slice, between which the page draws and hears. @returns null where it was stopped */
async function inSlices(
  text: string,
  policy: EffectivePolicy,
  { stopped, onShare }: { stopped(): boolean; onShare(share: number): void },
): Promise<Finding[] | null> {
  const [detector, patterns] = await Promise.all([lazyDetector(), patternsOf(policy)]);
  const slices = detector.slices(text);
  while (!stopped()) {
    const step = slices.next();
    if (step.done) return addOwnWords(text, step.value, policy, patterns);
    onShare(step.value);
    await breathe();
  }
  return null;
}

/** Checks a long text here, slice by slice, with progress. @returns null where the teacher stopped it. */
async function checkSlowly(
  request: ReviewRequest,
  { app, end }: Stage,
  t: Translate,
): Promise<ReviewRequest['check']> {
  let stopped = false;
  const stop = () => {
    stopped = true;
    end({ kind: 'cancelled' });
  };
  const show = (share: number) => render(<Checking share={share} t={t} onCancel={stop} />, app);
  show(0);
  await breathe();
  const total = request.text.length + request.hidden.length;
  const look = (text: string, before: number) =>
    inSlices(text, request.policy, {
      stopped: () => stopped,
      onShare: (share) => show((before + share * text.length) / total),
    });
  const findings = await look(request.text, 0);
  const hidden = findings && (await look(request.hidden, request.text.length));
  if (!findings || !hidden) return null;
  return { findings, hidden: alarmOf(decide(request.hidden, hidden, request.policy)) };
}

/** Lets the page draw and hear a click. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
