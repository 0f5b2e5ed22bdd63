/** Shows a request in the review page, in a frame here or in a window of the extension, and waits for how it ends. */
import { type FromReview, type Outcome, parseOutcome, type ToReview } from './messages.ts';
import { type FrameParts, openFrame } from './page/frame.ts';

/** The part of a port that both kinds have: the frame's MessagePort and the window's runtime port. */
export interface ReviewPort {
  send(message: ToReview): void;
  onMessage(listener: (message: FromReview) => void): void;
  onClosed(listener: () => void): void;
}

/** Wraps a MessagePort. It never reports closing: the frame's removal is seen by the frame itself. */
function portOf(port: MessagePort): ReviewPort {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.onmessage = (event) => listener(event.data as FromReview);
    },
    onClosed: () => {},
  };
}

/**
 * @param openWindow opens the review in a window of its own, for where a frame cannot be; rejects where it cannot
 * @returns how the teacher left it; `failed` where it could not be shown at all
 */
export function showReview(
  request: ToReview,
  frame: FrameParts | null,
  openWindow: () => Promise<ReviewPort>,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const serve = (port: ReviewPort, end: (outcome: Outcome) => void, raise: () => void) => {
      port.onMessage((message) => {
        if (message.type === 'outcome') end(parseOutcome(message.outcome));
        if (message.type === 'covered') raise();
      });
      port.onClosed(() => end({ kind: 'cancelled' }));
      port.send(request);
    };
    const inWindow = () =>
      openWindow().then(
        (port) => serve(port, resolve, () => {}),
        () => resolve({ kind: 'failed' }),
      );
    if (!frame) return void inWindow();
    const end = (outcome: Outcome) => {
      opened.close();
      resolve(outcome);
    };
    const opened = openFrame(
      frame,
      (port) => serve(portOf(port), end, opened.raise),
      () => void inWindow(),
      () => end({ kind: 'cancelled' }),
    );
  });
}
