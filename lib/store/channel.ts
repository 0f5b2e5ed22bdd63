/** A page's line to the rest of the extension. */
import { browser } from 'wxt/browser';
import { joinPieces, sendInPieces } from '../file-pieces.ts';
import type { Answer, FromGuard, FromReview, Message } from '../messages.ts';
import type { ReviewPort } from '../review-host.ts';

export interface Channel {
  /** Rejects where the extension is gone or nobody answers. */
  send<M extends FromGuard>(message: M): Promise<Answer<M>>;
  onMessage(listener: (raw: unknown) => Promise<unknown> | undefined): void;
  /** The port by which a review window reaches the guard that waits under `id`; rejects after `ms`. */
  onceConnected(id: string, ms: number, onClosed: () => void): Promise<ReviewPort>;
  /** False once the extension was updated, turned off or removed under this page. Nothing a page does changes it. */
  alive(): boolean;
  reviewUrl: string;
  /** The browser's, a BCP 47 tag. */
  language: string;
}

/** Sends to the background and types the answer. */
export async function send<M extends Message>(message: M): Promise<Answer<M>> {
  return (await browser.runtime.sendMessage(message)) as Answer<M>;
}

/** The same for what may be done twice: asked once more where the background was stopped before it answered. */
export function sendSurely<M extends Message>(message: M): Promise<Answer<M>> {
  return send(message).catch(() => send(message));
}

/** The name of the port on which a review window asks a guard for its draft. */
export const reviewPortName = (id: string): string => `review:${id}`;

export function pageChannel(): Channel {
  return {
    send,
    onMessage: (listener) => browser.runtime.onMessage.addListener(listener as never),
    onceConnected: (id, ms, onClosed) =>
      new Promise((resolve, reject) => {
        const listen = (port: ReturnType<typeof browser.runtime.connect>) => {
          if (port.name !== reviewPortName(id)) return;
          clearTimeout(timer);
          browser.runtime.onConnect.removeListener(listen);
          port.onDisconnect.addListener(onClosed);
          const send = sendInPieces((piece) => port.postMessage(piece));
          resolve({
            send: (message) => void send(message).catch(onClosed),
            onMessage: (tell) => {
              port.onMessage.addListener(joinPieces((message) => tell(message as FromReview)));
            },
          });
        };
        browser.runtime.onConnect.addListener(listen);
        const timer = setTimeout(() => {
          browser.runtime.onConnect.removeListener(listen);
          reject(new Error('The review window did not call.'));
        }, ms);
      }),
    alive: () => {
      try {
        return browser.runtime.id !== undefined;
      } catch {
        return false;
      }
    },
    reviewUrl: browser.runtime.getURL('/review.html'),
    language: browser.i18n.getUILanguage(),
  };
}
