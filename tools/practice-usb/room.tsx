/**
 * The practice in a folder that opens by a double click, with nothing installed: the same room, guard and detector as in
 * the extension. Everything is in the memory of the page.
 */
import { render } from 'preact';
import { Practice } from '../../components/practice/Practice.tsx';
import '../../components/style.css';
import '../../components/practice.css';
import { makeDetector } from '../../lib/detector-data.ts';
import type { Answer, FromGuard } from '../../lib/messages.ts';
import { hearArrivals } from '../../lib/page/arrivals.ts';
import { lookAt } from '../../lib/practice/look.ts';
import { OfflineBackground } from '../../lib/practice/offline.ts';
import { UNLISTED } from '../../lib/stand.ts';
import { type StartParts, startGuard } from '../../lib/start-guard.ts';
import { type Spoken, spoken } from '../../lib/words.ts';
import { reviewInFrame } from './review-frame.ts';

const background = new OfflineBackground();
const detector = makeDetector();
const hear = hearArrivals();
let language: Spoken = spoken(navigator.language);
let tellGuard: (raw: unknown) => Promise<unknown> | undefined = () => undefined;
/** Reviews that are open. */
const open = new Set<string>();

/** Answers a guard. The review is asked for as a guard in a frame asks the top frame, and stands in a frame of the folder. */
async function answer(message: FromGuard): Promise<unknown> {
  switch (message.type) {
    case 'review-relay': {
      const { id, request } = message;
      open.add(id);
      void reviewInFrame(request, background, language).then((outcome) => {
        open.delete(id);
        void tellGuard({ type: 'review-outcome', id, outcome });
      });
      return true;
    }
    case 'review-still-there':
      return open.has(message.id);
    case 'notice-relay':
      return false;
    default:
      return background.answer(message);
  }
}

const channel: StartParts['channel'] = {
  send: async <M extends FromGuard>(message: M) => (await answer(message)) as Answer<M>,
  onMessage: (listener) => {
    tellGuard = listener;
  },
  onceConnected: () => Promise.reject(new Error('There is no window.')),
  alive: () => true,
  reviewUrl: 'review.html',
  language: navigator.language,
};

startGuard({
  channel,
  watchPolicy: async (tell) => tell(background.policy()),
  readPolicy: async () => background.policy(),
  here: () => UNLISTED,
  detector: () => detector,
  awaitDetector: async () => detector,
  // Everybody starts with the same rules there, which have no patterns.
  patterns: () => null,
  awaitPatterns: async () => null,
  topFrame: false,
  // A browser starts no worker from a file.
  readsFiles: false,
});

render(
  <Practice
    parts={{
      language,
      usb: true,
      district: background.policy().policy,
      look: (text) => lookAt(text, detector, background.policy()),
      hear,
      speak: (chosen) => {
        language = chosen;
      },
      startOver: () => background.reset(),
    }}
  />,
  document.getElementById('app') as HTMLElement,
);
