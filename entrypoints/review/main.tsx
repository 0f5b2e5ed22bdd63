/**
 * The review page. It shows nothing until a guard of ours has called it with a token that the background knows:
 * any page may load it in a frame, and must get nothing for it.
 */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { BiasNote } from '../../components/BiasNote.tsx';
import { Checking } from '../../components/Checking.tsx';
import { Offer } from '../../components/Offer.tsx';
import { Review } from '../../components/Review.tsx';
import '../../components/style.css';
import type { Memory } from '../../lib/choices.ts';
import type { CategoryId } from '../../lib/detect/category.ts';
import type { Detector } from '../../lib/detect/detect.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import type { Prompt } from '../../lib/learn/prompt.ts';
import { type AnyTip, tipFor, withoutTopics } from '../../lib/learn/tip.ts';
import { translator } from '../../lib/locale.ts';
import type { FromReview, OfferRequest, Outcome, ReviewMessage, ReviewRequest } from '../../lib/messages.ts';
import { alarmOf, decide } from '../../lib/policy/decide.ts';
import { isDirect } from '../../lib/policy/defaults.ts';
import type { EffectivePolicy } from '../../lib/policy/policy.ts';
import { addOwnTerms } from '../../lib/policy/terms.ts';
import { bySeverity, countsOf, mayUseOriginal } from '../../lib/review-plan.ts';
import { ReviewSession } from '../../lib/review-session.ts';
import { settle, type Vault } from '../../lib/settle.ts';
import { reviewPortName, send } from '../../lib/store/channel.ts';
import { readMemory, readNotPeople } from '../../lib/store/memory.ts';
import { readHideDetails } from '../../lib/store/settings.ts';
import { markShown, readShown, today, wantsTips } from '../../lib/store/tips.ts';
import { lookUpLabels } from '../../lib/store/vault.ts';
import { spoken } from '../../lib/words.ts';

const language = browser.i18n.getUILanguage();
const t = translator(language);
const app = document.getElementById('app') as HTMLElement;
document.documentElement.lang = spoken(language);

/** The line to the guard: a MessagePort from the page around, or a runtime port where this is a window. */
interface Line {
  tell(message: FromReview): void;
  listen(listener: (message: ReviewMessage) => void): void;
}

/** The tab that the review is about. */
let tabId = -1;

const windowToken = location.hash.slice(1);
if (windowToken) void openAsWindow(windowToken);
else addEventListener('message', openAsFrame);

async function openAsFrame({ data, ports }: MessageEvent): Promise<void> {
  const token = (data as { token?: unknown } | null)?.token;
  const [port] = ports;
  if (typeof token !== 'string' || !port) return;
  const redeemed = await send({ type: 'review-redeem', token });
  if (!redeemed) return;
  tabId = redeemed.tabId;
  removeEventListener('message', openAsFrame);
  start({
    tell: (message) => port.postMessage(message),
    listen: (listener) => {
      port.onmessage = (event) => listener(event.data as ReviewMessage);
    },
  });
}

async function openAsWindow(token: string): Promise<void> {
  history.replaceState(null, '', location.pathname);
  const place = (await send({ type: 'review-redeem', token }))?.guard;
  if (!place) return;
  const { frameId, id } = place;
  tabId = place.tabId;
  const port = browser.tabs.connect(place.tabId, { frameId, name: reviewPortName(id) });
  port.onDisconnect.addListener(() => close());
  start({
    tell: (message) => {
      port.postMessage(message);
      if (message.type === 'outcome') setTimeout(close, 50);
    },
    listen: (listener) => port.onMessage.addListener((raw: unknown) => listener(raw as ReviewMessage)),
  });
}

function start(line: Line): void {
  let ended = false;
  const end = (outcome: Outcome) => {
    if (!ended) line.tell({ type: 'outcome', outcome });
    ended = true;
  };
  let tellShown = () => {};
  const shown = new Promise<void>((resolve) => {
    tellShown = resolve;
  });
  /** What is drawn before it is in sight could not take the focus. */
  const ask = () => {
    line.tell({ type: 'asks' });
    return shown;
  };
  const offer = async (request: OfferRequest) => {
    await ask();
    render(<Offer {...request} t={t} onClose={() => end({ kind: 'cancelled' })} />, app);
  };
  line.listen((message) => {
    if (message.mode === 'shown') tellShown();
    else if (message.mode === 'offer') void offer(message);
    else reviewDraft(message, { line, ask, end }).catch(() => end({ kind: 'failed' }));
  });
  line.tell({ type: 'ready' });
  setTimeout(() => void curriculum(), CURRICULUM_MS);
}

async function reviewDraft(
  request: ReviewRequest,
  { line, ask, end }: { line: Line; ask(): Promise<void>; end(outcome: Outcome): void },
): Promise<void> {
  const { text, files, address } = request;
  const [{ memory, notPeople }, hideDetails] = await Promise.all([remembered(address), readHideDetails()]);
  const policy = { ...request.policy, notPeople };
  if (!request.check) await ask();
  const check = request.check ?? (await checkSlowly({ ...request, policy }, end));
  if (!check) return;
  const { findings, hidden } = check;
  if (!request.policyLate && !request.again) {
    const draft = { text, findings, hidden, files, policy, memory };
    const settled = await settle(draft, vault).catch(() => ({ kind: 'ask' as const }));
    if (settled.kind === 'clean') return end(settled);
    if (settled.kind === 'swapped') {
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
  let tip: AnyTip | null = null;
  let prompts: Prompt[] = [];
  let Fairness: typeof BiasNote | null = null;
  const fail = () => end({ kind: 'failed' });
  /** The next paste may come right after: it must find the choices. */
  const keep = () =>
    Promise.race([
      send({ type: 'memory-keep', tabId, address, ended: session.ended() }).catch(() => {}),
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
        tip={tip}
        prompts={prompts}
        Fairness={Fairness}
        onHideTip={() => {
          tip = null;
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
        onCovered={() => line.tell({ type: 'covered' })}
      />,
      app,
    );
  const session = new ReviewSession(
    { text, findings, policy, memory },
    { vault, detect: (edited) => detectEdited(edited, policy), changed: show },
  );
  if (request.check) await ask();
  await session.refresh();
  // A tip can come a moment later than what must be there at once.
  const found = bySeverity(session.items);
  // Beside a child in danger nothing else is taught.
  if (found.includes('safety')) return;
  const isOff = policy.policy.topicsOff.includes('bias');
  const fairness = isOff ? null : await import('../../components/BiasNote.tsx');
  Fairness = fairness?.BiasNote ?? null;
  // One thing to think about at a time.
  if (!fairness?.adviceOf(session.text, session.items).length) tip = await nextTip(policy, found);
  prompts = await promptsBeside(text, policy).catch(() => []);
  show();
}

/**
 * The tip whose turn it is, which then counts as shown.
 * @param found the categories that it shall fit, the most severe first; null for one that gives away nothing: about names
 *   and numbers only
 */
async function nextTip({ policy }: EffectivePolicy, found: CategoryId[] | null): Promise<AnyTip | null> {
  if (!(await wantsTips())) return null;
  const { tipsIn } = await curriculum();
  const allowed = withoutTopics(await withPacks(tipsIn(language)), policy.topicsOff);
  const plain = allowed.filter(({ categories }) => categories.every(isDirect));
  const tips = found ? allowed : plain;
  const shown = await readShown(tips.map(({ id }) => id));
  const next = tipFor(tips, found ?? plain.flatMap(({ categories }) => categories), shown, today());
  if (next) await markShown(next.id);
  return next;
}

/** The tips with those that the teacher, a colleague or the district has added. */
async function withPacks(tips: AnyTip[]): Promise<AnyTip[]> {
  const [{ withPackTips }, { readPacks }] = await shelf();
  return withPackTips(tips, await readPacks().catch(() => []), spoken(language));
}

/** Prompts that ask for what the draft asks for, and name nobody. */
async function promptsBeside(text: string, { policy }: EffectivePolicy): Promise<Prompt[]> {
  const [{ promptsFor }, [, { readPacks }]] = await Promise.all([
    import('../../lib/learn/prompts.ts'),
    shelf(),
  ]);
  return promptsFor(text, language, await readPacks().catch(() => []), policy.topicsOff);
}

const shelf = () => Promise.all([import('../../lib/learn/pack.ts'), import('../../lib/store/own-pack.ts')]);

/** Too much for what must be there at once; a page that is made ready has it before it is needed. */
const curriculum = () => import('../../lib/learn/curriculum.ts');

/**
 * Firefox gives a frame in a page of others no `storage.session`: the background reads there. Elsewhere this page reads for
 * itself, since the background may be asleep and takes long to wake.
 */
const readsItself = browser.storage.session !== undefined;

async function remembered(address: string): Promise<{ memory: Memory; notPeople: string[] }> {
  if (!readsItself) return send({ type: 'memory-read', tabId, address });
  const [memory, notPeople] = await Promise.all([readMemory(tabId, address), readNotPeople()]);
  return { memory, notPeople };
}

const vault: Vault = {
  lookUp: readsItself ? lookUpLabels : (requests, here) => send({ type: 'labels-look-up', requests, here }),
  assign: (requests, draft) => send({ type: 'labels-assign', requests, draft }),
};

/** The detector, which most reviews do not need: the guard has looked already. */
async function detector(): Promise<Detector> {
  const { makeDetector } = await import('../../lib/detector-data.ts');
  made ??= makeDetector();
  return made;
}
let made: Detector | undefined;

/** How long after the page is ready the curriculum is loaded: not in the way of a review that is wanted at once. */
const CURRICULUM_MS = 300;
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
  const slices = (await detector()).slices(text);
  while (!stopped()) {
    const step = slices.next();
    if (step.done) return addOwnTerms(text, step.value, policy);
    onShare(step.value);
    await breathe();
  }
  return null;
}

/** Checks a long text here, slice by slice, with progress. @returns null where the teacher stopped it. */
async function checkSlowly(
  request: ReviewRequest,
  end: (outcome: Outcome) => void,
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
