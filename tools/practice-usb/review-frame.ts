/** Shows the review in a frame of the practice folder. The room asks for it as a guard in a frame asks the top frame's. */
import {
  type FromReview,
  type Outcome,
  parseMessage,
  parseOutcome,
  type ReviewMessage,
  type TextToReview,
} from '../../lib/messages.ts';
import type { OfflineBackground } from '../../lib/practice/offline.ts';
import type { Spoken } from '../../lib/words.ts';
import type { FromRoom, Question, ToRoom } from './room-messages.ts';

const STYLE = {
  dialog: { border: '0', padding: '0', background: 'transparent', overflow: 'visible' },
  frame: {
    ...{ display: 'block', border: '0', borderRadius: '14px', background: 'Canvas' },
    ...{ width: 'min(60rem, calc(100vw - 1rem))', height: 'min(46rem, calc(100dvh - 1rem))' },
  },
};

/** A page that has not answered by then is taken for not working. Long enough for a USB stick. */
const READY_MS = 10_000;

/**
 * Opens the review where there is something to ask, and waits for the teacher.
 * @param background answers what the review page asks
 * @returns `failed` where the review page does not answer
 */
export function reviewInFrame(
  request: TextToReview,
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
      const { id, question } = data as Partial<ToRoom>;
      if (source !== frame.contentWindow || id === undefined || !question) return;
      const answer = await answerTo(question, background);
      frame.contentWindow?.postMessage({ answerTo: id, answer } satisfies FromRoom, '*');
    };
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      removeEventListener('message', onAsk);
      dialog.close();
      dialog.remove();
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ kind: 'failed' }), READY_MS);
    const tell = (port: MessagePort, message: ReviewMessage) => port.postMessage(message);
    addEventListener('message', onAsk);
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      // What is offered may stand nowhere else: only its own button closes it.
      if (request.mode === 'review') end({ kind: 'cancelled' });
    });
    frame.addEventListener('load', () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<FromReview>) => {
        clearTimeout(timer);
        if (data.type === 'ready') tell(port1, request);
        if (data.type === 'outcome') end(parseOutcome(data.outcome));
        if (data.type !== 'asks') return;
        dialog.showModal();
        frame.focus();
        tell(port1, { mode: 'shown' });
      };
      frame.contentWindow?.postMessage({ token: 'practice' }, '*', [port2]);
    });
    document.body.append(dialog);
  });
}

async function answerTo(question: Question, background: OfflineBackground): Promise<unknown> {
  if (question.kind === 'read') return background.read(question.keys);
  if (question.kind === 'keep') return background.keep(question.values);
  const message = parseMessage(question.message);
  return message ? background.answer(message) : undefined;
}
