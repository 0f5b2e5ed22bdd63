/** Shows the review in a frame of the practice folder. The room asks for it as a guard in a frame asks the top frame's. */
import {
  type FromReview,
  type Outcome,
  parseMessage,
  parseOutcome,
  type ToReview,
} from '../../lib/messages.ts';
import type { OfflineBackground } from '../../lib/practice/offline.ts';
import type { Spoken } from '../../lib/words.ts';
import type { FromRoom, ToRoom } from './room-messages.ts';

const STYLE = {
  dialog: { border: '0', padding: '0', background: 'transparent', overflow: 'visible' },
  frame: {
    ...{ display: 'block', border: '0', borderRadius: '14px', background: 'Canvas' },
    ...{ width: 'min(60rem, calc(100vw - 1rem))', height: 'min(46rem, calc(100dvh - 1rem))' },
  },
};

/**
 * Opens the review, and waits for the teacher.
 * @param background answers what the review page asks
 */
export function reviewInFrame(
  request: ToReview,
  background: OfflineBackground,
  language: Spoken,
): Promise<Outcome> {
  const dialog = document.createElement('dialog');
  Object.assign(dialog.style, STYLE.dialog);
  // The dialog that people and screen readers meet is the one inside the frame.
  dialog.setAttribute('role', 'presentation');
  const frame = document.createElement('iframe');
  Object.assign(frame.style, STYLE.frame);
  frame.title = 'Chalkline';
  frame.src = `review.html?language=${language}`;
  dialog.append(frame);
  return new Promise((resolve) => {
    const onAsk = async ({ data, source }: MessageEvent) => {
      const { id, message: raw } = data as Partial<ToRoom>;
      const message = parseMessage(raw);
      if (source !== frame.contentWindow || id === undefined || !message) return;
      const answer = await background.answer(message);
      frame.contentWindow?.postMessage({ answerTo: id, answer } satisfies FromRoom, '*');
    };
    const end = (outcome: Outcome) => {
      removeEventListener('message', onAsk);
      dialog.close();
      dialog.remove();
      resolve(outcome);
    };
    addEventListener('message', onAsk);
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      // What is offered may stand nowhere else: only its own button closes it.
      if (request.mode === 'review') end({ kind: 'cancelled' });
    });
    frame.addEventListener('load', () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<FromReview>) => {
        if (data.type === 'outcome') end(parseOutcome(data.outcome));
        if (data.type === 'ready') {
          port1.postMessage(request);
          frame.focus();
        }
      };
      frame.contentWindow?.postMessage({ token: 'practice' }, '*', [port2]);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
