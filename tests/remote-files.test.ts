/** Both ends of the line to the worker that opens files, over a channel of its own. */
import { expect, test } from 'vitest';
import { FileProblem, type OpenedFile, type Watch } from '../lib/files/file.ts';
import { answerAsked, askFor } from '../lib/remote-files.ts';

const TEXT: Omit<OpenedFile, 'rewrite'> = { kind: 'txt', text: 'a\nwords', parts: [], unread: [] };

async function open(bytes: Uint8Array, name: string, watch: Watch): Promise<OpenedFile> {
  const words = new TextDecoder().decode(bytes);
  if (words === 'LOCKED') throw new FileProblem('password');
  if (words === 'BOOM') throw new Error('Maya Lopez broke it');
  watch.progress?.(0.5);
  return {
    ...TEXT,
    text: `${name}\n${words}`,
    rewrite: async (swaps, copyWatch) => {
      copyWatch?.progress?.(1);
      const copy = new TextEncoder().encode(`${words} with ${swaps.length}`);
      return { name: `copy of ${name}`, type: 'text/plain', bytes: copy, lost: [] };
    },
  };
}

function asker() {
  const { port1, port2 } = new MessageChannel();
  answerAsked(port2 as never, open);
  port1.start();
  port2.start();
  const end = () => port1.close();
  return { ask: askFor(port1 as never), end };
}

test('a file is opened and rewritten at the other end, with progress', async () => {
  const { ask, end } = asker();
  const shares: number[] = [];
  const watch = { progress: (share: number) => shares.push(share) };
  const opened = await ask(new File(['words'], 'a.txt'), watch);
  expect([opened.text, opened.kind]).toEqual(['a.txt\nwords', 'txt']);
  const swaps = [{ span: { start: 0, end: 1 }, surrogate: 'x' }];
  const copy = await opened.rewrite(swaps, watch);
  expect([copy.name, new TextDecoder().decode(copy.bytes)]).toEqual(['copy of a.txt', 'words with 1']);
  expect(shares).toEqual([0.5, 1]);
  end();
});

test.each([
  ['LOCKED', 'password'],
  ['BOOM', 'damaged'],
])('a problem comes back as its code, and nothing else: %s', async (words, code) => {
  const { ask, end } = asker();
  await expect(ask(new File([words], 'a.txt'))).rejects.toEqual(new FileProblem(code as never));
  end();
});

test('only the last file is kept for changes', async () => {
  const { ask, end } = asker();
  const first = await ask(new File(['one'], 'a.txt'));
  await expect(ask(new File(['LOCKED'], 'b.txt'))).rejects.toThrow('password');
  await expect(first.rewrite([])).rejects.toThrow('damaged');
  end();
});
