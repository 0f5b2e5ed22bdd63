/**
 * The review page. It shows nothing until a guard of ours has called it with a token that the background knows:
 * any page may load it in a frame, and must get nothing for it.
 */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Offer } from '../../components/Offer.tsx';
import '../../components/style.css';
import { type Memory, NO_MEMORY } from '../../lib/choices.ts';
import { joinPieces, sendInPieces } from '../../lib/file-pieces.ts';
import { translator } from '../../lib/locale.ts';
import type { FromReview, OfferRequest, Outcome, ReviewMessage } from '../../lib/messages.ts';
import { memoryVault } from '../../lib/practice/memory-vault.ts';
import type { Vault } from '../../lib/settle.ts';
import { reviewPortName, send, sendSurely } from '../../lib/store/channel.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import { listedIsReady } from '../../lib/store/listed-labels.ts';
import { readMemory, readNotPeople } from '../../lib/store/memory.ts';
import { lookUpLabels } from '../../lib/store/vault.ts';
import { spoken } from '../../lib/words.ts';
import { besideOf, curriculum, NOTHING_BESIDE } from './beside.ts';
import { reviewDraft } from './draft.tsx';
import { rehearsal } from './rehearsal.ts';
import type { Stage } from './stage.ts';

const app = document.getElementById('app') as HTMLElement;
/** Not awaited here: a guard calls as soon as the page is loaded. */
const speaks = pageLanguage();

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
  const post = sendInPieces((piece) => port.postMessage(piece));
  start({
    tell: (message) =>
      void post(message).then(() => {
        if (message.type === 'outcome') setTimeout(close, 50);
      }),
    listen: (listener) =>
      port.onMessage.addListener(joinPieces((message) => listener(message as ReviewMessage))),
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
  const ask = async () => {
    line.tell({ type: 'asks' });
    await shown;
    await sized();
  };
  const stage: Stage = {
    ...{ app, tabId, vault, remembered, beside: besideOf, ask, end },
    covered: () => line.tell({ type: 'covered' }),
  };
  const offer = async (request: OfferRequest) => {
    await ask();
    const language = await speaks;
    document.documentElement.lang = spoken(language);
    render(<Offer {...request} t={translator(language)} onClose={() => end({ kind: 'cancelled' })} />, app);
  };
  let isWanted = false;
  line.listen((message) => {
    if (message.mode === 'shown') return tellShown();
    isWanted = true;
    if (message.mode === 'offer') return void offer(message);
    if (message.mode === 'answer')
      return void import('./answer.tsx')
        .then(({ showAnswer }) => showAnswer(message, stage))
        .catch(() => end({ kind: 'failed' }));
    const reviewed =
      message.mode === 'files'
        ? import('./files.tsx').then(({ reviewFiles }) => reviewFiles(message, stage))
        : reviewDraft(message, stage);
    reviewed.catch(() => end({ kind: 'failed' }));
  });
  line.tell({ type: 'ready' });
  setTimeout(() => {
    if (!isWanted) void getReady();
  }, REST_MS);
}

/**
 * Waits until this page has a size: the word that its frame is shown can be here first, and until then nothing in it takes
 * the focus or can be scrolled to.
 */
function sized(): Promise<void> {
  if (innerWidth > 0) return Promise.resolve();
  return new Promise((resolve) => {
    addEventListener('resize', () => resolve(), { once: true });
    setTimeout(resolve, MOST_UNSIZED_MS);
  });
}

/** A page that has no size by then is drawn all the same. */
const MOST_UNSIZED_MS = 1000;

/** Loads what comes later anyway, and goes once through a review that nobody sees: the browser has compiled it then. */
async function getReady(): Promise<void> {
  await curriculum();
  const nowhere = document.createElement('div');
  await reviewDraft(rehearsal(), {
    ...{ app: nowhere, tabId: -1, vault: memoryVault() },
    remembered: async () => ({ memory: NO_MEMORY, notPeople: [] }),
    beside: async () => NOTHING_BESIDE,
    ask: async () => {},
    end: () => {},
    covered: () => {},
  }).catch(() => {});
  render(null, nowhere);
}

/** How long after the page is loaded it gets ready: not in the way of a review that is wanted at once. */
const REST_MS = 300;

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
  lookUp: async (requests, here) =>
    // Lists that have changed have to be looked at anew, and only the background can open them.
    readsItself && (await listedIsReady())
      ? lookUpLabels(requests, here)
      : sendSurely({ type: 'labels-look-up', requests, here }),
  assign: (requests, draft) => sendSurely({ type: 'labels-assign', requests, draft }),
};
