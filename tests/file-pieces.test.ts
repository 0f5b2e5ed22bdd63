/** Files over a port that carries JSON only. */
import { expect, test } from 'vitest';
import { joinPieces, sendInPieces } from '../lib/file-pieces.ts';

function wire() {
  const messages: unknown[] = [];
  const join = joinPieces((message) => messages.push(message));
  const pieces: unknown[] = [];
  const send = sendInPieces((piece) => {
    pieces.push(piece);
    join(JSON.parse(JSON.stringify(piece)));
  });
  return { send, messages, pieces };
}

async function bytesOf(file: unknown): Promise<Uint8Array> {
  return new Uint8Array(await (file as File).arrayBuffer());
}

test('a message without files is one piece', async () => {
  const { send, messages, pieces } = wire();
  await send({ mode: 'shown', file: 'a name' });
  expect([messages, pieces.length]).toEqual([[{ mode: 'shown', file: 'a name' }], 1]);
});

test.each([0, 1, 3000, 2_000_001])('a file of %i bytes comes out as it went in', async (size) => {
  const { send, messages } = wire();
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31) % 256);
  const file = new File([bytes], 'Añadir 1.docx', { type: 'application/x', lastModified: 1_700_000_000_000 });
  const empty = new File([], 'none');
  void send({ ends: ['original', file, empty] });
  await send({ mode: 'next' });
  const [first, second] = messages as [{ ends: [string, File, File] }, unknown];
  const [kept, joined, nothing] = first.ends;
  expect([kept, joined.name, joined.type, joined.lastModified]).toEqual([
    'original',
    'Añadir 1.docx',
    'application/x',
    1_700_000_000_000,
  ]);
  expect(Buffer.compare(await bytesOf(joined), bytes)).toBe(0);
  expect([nothing.name, nothing.size, second]).toEqual(['none', 0, { mode: 'next' }]);
});
