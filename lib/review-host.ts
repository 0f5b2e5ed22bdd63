/** Shows a request in the review page, in a frame here or in a window of the extension, and waits for how it ends. */
import {
  type FromReview,
  type Outcome,
  parseOutcome,
  type ReviewMessage,
  type ReviewRequest,
  type ToReview,
} from './messages.ts';
import { type FrameParts, openFrame } from './page/frame.ts';

/** The part of a port that both kinds have: the frame's MessagePort and the window's runtime port. */
export interface ReviewPort {
  send(message: ReviewMessage): void;
  onMessage(listener: (message: FromReview) => void): void;
}

/** How often the frame comes up again over what covers it, before it moves to a window. */
const MOST_RAISES = 3;

export interface ReviewPlaces {
  /** Null where a frame cannot be. */
  frame: FrameParts | null;
  /** How a draft ends by what was chosen before; null where something is left to ask. For where no frame can find that out. */
  settle(request: ReviewRequest): Promise<Outcome | null>;
  /**
   * Opens the review in a window of the extension and waits until it has called; rejects where it does not.
   * `onClosed` is called when the window goes away.
   */
  openWindow(onClosed: () => void): Promise<ReviewPort>;
  /** Says in the page that the review is in a window. @returns takes that away again */
  tellElsewhere(cancel: () => void): () => void;
}

/** A review page that is loading while it is not yet sure that it will be needed. */
export interface Prepared {
  /**
   * Shows a review or an offer and waits for the teacher; a draft that earlier choices settle is not shown. Once.
   * @returns how it was left; `failed` where it could not be shown at all
   */
  show(request: ToReview): Promise<Outcome>;
  /** Lets go of it unseen. Does nothing once it is shown. */
  drop(): void;
  /** False once its frame has turned out not to work: what it shows then opens in a window. */
  works(): boolean;
}

/** Starts to load the review page; nothing is to be seen of it before `show`. */
export function prepareReview(places: ReviewPlaces): Prepared {
  let want = (_request: ToReview) => {};
  const wanted = new Promise<ToReview>((resolve) => {
    want = resolve;
  });
  let isShown = false;
  let drop = () => {};
  let works = () => true;
  const outcome = new Promise<Outcome>((resolve) => {
    const serve = async (
      port: ReviewPort,
      on: { end(outcome: Outcome): void; covered?(): void; asks(): void },
    ) => {
      port.onMessage((message) => {
        if (message.type === 'outcome') on.end(parseOutcome(message.outcome));
        if (message.type === 'covered') on.covered?.();
        if (message.type !== 'asks') return;
        on.asks();
        port.send({ mode: 'shown' });
      });
      port.send(await wanted);
    };
    const inWindow = async () => {
      const request = await wanted;
      const settled = request.mode === 'review' ? await places.settle(request).catch(() => null) : null;
      if (settled) return resolve(settled);
      const end = (outcome: Outcome) => {
        hide();
        resolve(outcome);
      };
      const cancel = () => end({ kind: 'cancelled' });
      const hide = places.tellElsewhere(cancel);
      places.openWindow(cancel).then(
        (port) => void serve(port, { end, asks: () => {} }),
        () => end({ kind: 'failed' }),
      );
    };
    if (!places.frame) return void inWindow();

    let raises = 0;
    const end = (outcome: Outcome) => {
      opened.close();
      resolve(outcome);
    };
    const covered = () => {
      raises += 1;
      if (raises > MOST_RAISES) opened.giveUp();
      else opened.raise();
    };
    const opened = openFrame(
      places.frame,
      (port) => void serve(portOf(port), { end, covered, asks: opened.show }),
      () => void inWindow(),
      // What is offered may stand nowhere else: only its own button closes it.
      async () => (await wanted).mode !== 'offer' && end({ kind: 'cancelled' }),
    );
    drop = opened.close;
    works = opened.isOpen;
  });
  return {
    show(request) {
      isShown = true;
      want(request);
      return outcome;
    },
    drop: () => isShown || drop(),
    works: () => works(),
  };
}

/**
 * Keeps one review page loaded ahead, so that it is there at once when it is needed.
 * @param prepare starts to load one
 * @param ms how long one is kept that nobody asked for. Not for ever: a browser does not update an extension while a
 *   page of it is open.
 */
export function keepReady(prepare: () => Prepared, ms: number) {
  let ready: Prepared | null = null;
  /** The one in use. Meanwhile no other gets ready: it would load in the way of this one. */
  let taken: Prepared | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drop = () => {
    ready?.drop();
    ready = null;
  };
  const keep = (one: Prepared) => {
    if (ready !== one) drop();
    ready = one;
    clearTimeout(timer);
    timer = setTimeout(drop, ms);
  };
  return {
    /** One is likely to be needed soon. */
    getReady() {
      if (!taken) keep(ready?.works() ? ready : prepare());
    },
    /** The one that is ready, or a new one. Dropped unseen, it is kept for the next. */
    take(): Prepared {
      const one = ready?.works() ? ready : prepare();
      ready = null;
      taken = one;
      clearTimeout(timer);
      const giveBack = () => {
        if (taken === one) taken = null;
      };
      return {
        ...one,
        show: (request) => one.show(request).finally(giveBack),
        drop() {
          giveBack();
          if (one.works()) keep(one);
          else one.drop();
        },
      };
    },
  };
}

function portOf(port: MessagePort): ReviewPort {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.onmessage = (event) => listener(event.data as FromReview);
    },
  };
}
