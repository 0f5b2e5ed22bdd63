/**
 * The review page. It shows nothing until a guard of ours has called it with a token that the background knows:
 * any page may load it in a frame, and must get nothing for it.
 */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Checking } from '../../components/Checking.tsx';
import { Offer } from '../../components/Offer.tsx';
import { Review } from '../../components/Review.tsx';
import '../../components/style.css';
import type { Finding } from '../../lib/detect/finding.ts';
import { tipFor } from '../../lib/learn/tip.ts';
import { tipsIn } from '../../lib/learn/tips.ts';
import { spoken, translator } from '../../lib/locale.ts';
import type { FromReview, Outcome, ReviewRequest, ToReview } from '../../lib/messages.ts';
import { alarmOf, decide, isAlarm } from '../../lib/policy/decide.ts';
import { addOwnTerms } from '../../lib/policy/terms.ts';
import { redact } from '../../lib/redact/redact.ts';
import { bySeverity, countsOf, itemsOf, labelRequests, swapsOf, withLabels } from '../../lib/review-plan.ts';
import { reviewPortName, send } from '../../lib/store/channel.ts';

const language = browser.i18n.getUILanguage();
const t = translator(language);
const tips = tipsIn(language);
const app = document.getElementById('app') as HTMLElement;
document.documentElement.lang = spoken(language);

/** The line to the guard: a MessagePort from the page around, or a runtime port where this is a window. */
interface Line {
  tell(message: FromReview): void;
  listen(listener: (request: ToReview) => void): void;
}

const windowToken = location.hash.slice(1);
if (windowToken) void openAsWindow(windowToken);
else addEventListener('message', openAsFrame);

async function openAsFrame({ data, ports }: MessageEvent): Promise<void> {
  const token = (data as { token?: unknown } | null)?.token;
  const [port] = ports;
  if (typeof token !== 'string' || !port) return;
  if (!(await send({ type: 'review-redeem', token }))) return;
  removeEventListener('message', openAsFrame);
  start({
    tell: (message) => port.postMessage(message),
    listen: (listener) => {
      port.onmessage = (event) => listener(event.data as ToReview);
    },
  });
}

async function openAsWindow(token: string): Promise<void> {
  history.replaceState(null, '', location.pathname);
  const place = (await send({ type: 'review-redeem', token }))?.guard;
  if (!place) return;
  const { tabId, frameId, id } = place;
  const port = browser.tabs.connect(tabId, { frameId, name: reviewPortName(id) });
  port.onDisconnect.addListener(() => close());
  start({
    tell: (message) => {
      port.postMessage(message);
      if (message.type === 'outcome') setTimeout(close, 50);
    },
    listen: (listener) => port.onMessage.addListener((raw: unknown) => listener(raw as ToReview)),
  });
}

function start(line: Line): void {
  let ended = false;
  const end = (outcome: Outcome) => {
    if (!ended) line.tell({ type: 'outcome', outcome });
    ended = true;
  };
  line.listen((request) => {
    if (request.mode === 'offer')
      render(<Offer {...request} t={t} onClose={() => end({ kind: 'cancelled' })} />, app);
    else reviewDraft(request, line, end).catch(() => end({ kind: 'failed' }));
  });
  line.tell({ type: 'ready' });
}

async function reviewDraft(
  request: ReviewRequest,
  line: Line,
  end: (outcome: Outcome) => void,
): Promise<void> {
  const { text, policy } = request;
  const check = request.check ?? (await checkSlowly(request, end));
  if (!check) return;
  const decisions = decide(text, check.findings, policy);
  const clean = check.hidden === 'none' && !decisions.some(isAlarm);
  if (!request.check && !request.policyLate && clean) return end({ kind: 'clean' });

  let items = itemsOf(text, decisions);
  const tip = tipFor(tips, bySeverity(items), []);
  const show = () =>
    render(
      <Review
        text={text}
        items={items}
        hidden={check.hidden}
        files={request.files}
        policyLate={request.policyLate}
        tip={tip}
        t={t}
        onItems={(changed) => {
          items = changed;
          show();
          label();
        }}
        onUse={() => void use()}
        onOriginal={() => end({ kind: 'original' })}
        onCancel={() => end({ kind: 'cancelled' })}
        onCovered={() => line.tell({ type: 'covered' })}
      />,
      app,
    );
  // One after the other, and onto the choices as they are by then: a quick hand must not undo itself.
  let labelled = Promise.resolve();
  const label = () => {
    labelled = labelled.then(async () => {
      const requests = labelRequests(text, items);
      if (requests.length > 0)
        items = withLabels(items, await send({ type: 'labels-assign', requests, draft: text }));
      show();
    });
    labelled.catch(() => end({ kind: 'failed' }));
    return labelled;
  };
  const use = async () => {
    await labelled;
    const swapped = redact(text, swapsOf(items)).text;
    void send({ type: 'counts-add', counts: countsOf(items) }).catch(() => {});
    end({ kind: 'swapped', text: swapped });
  };
  await label();
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
  const { makeDetector } = await import('../../lib/detector-data.ts');
  const detector = makeDetector();
  const total = request.text.length + request.hidden.length;
  const inSlices = async (text: string, before: number): Promise<Finding[] | null> => {
    const slices = detector.slices(text);
    for (;;) {
      const step = slices.next();
      if (step.done) return addOwnTerms(text, step.value, request.policy);
      show((before + step.value * text.length) / total);
      await breathe();
      if (stopped) return null;
    }
  };
  const findings = await inSlices(request.text, 0);
  const hidden = findings && (await inSlices(request.hidden, request.text.length));
  if (!findings || !hidden) return null;
  return { findings, hidden: alarmOf(decide(request.hidden, hidden, request.policy)) };
}

/** Lets the page draw and hear a click. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
