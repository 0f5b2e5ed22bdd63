/**
 * Stands in for the browser's extension API in the review page of the practice folder, where there is no extension: the
 * room around it answers as the background would. The review page itself is the one of the extension, unchanged.
 */
import type { Message } from '../../lib/messages.ts';
import type { FromRoom, Question, ToRoom } from './room-messages.ts';

let asked = 0;
const waiting = new Map<number, (answer: unknown) => void>();
addEventListener('message', ({ data, source }) => {
  const { answerTo, answer } = data as Partial<FromRoom>;
  if (source !== parent || answerTo === undefined) return;
  waiting.get(answerTo)?.(answer);
  waiting.delete(answerTo);
});

function ask(question: Question): Promise<unknown> {
  return new Promise((resolve) => {
    const id = ++asked;
    waiting.set(id, resolve);
    // A file has no origin that could be named.
    parent.postMessage({ id, question } satisfies ToRoom, '*');
  });
}

export const browser = {
  runtime: { sendMessage: (message: Message) => ask({ kind: 'message', message }) },
  storage: {
    local: {
      get: (keys: string | string[]) => ask({ kind: 'read', keys }),
      set: (values: Record<string, unknown>) => ask({ kind: 'keep', values }),
    },
  },
  i18n: {
    getUILanguage: (): string => new URLSearchParams(location.search).get('language') ?? navigator.language,
  },
};
