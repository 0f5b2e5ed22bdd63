/** Opens a file of any kind that is read. */

import { redact } from '../redact/redact.ts';
import { FileProblem, type OpenedFile, type Watch } from './file.ts';

export async function openFile(bytes: Uint8Array, name: string, watch: Watch = {}): Promise<OpenedFile> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem('unknown-kind');
  }
  if (/\0/.test(text)) throw new FileProblem('unknown-kind');
  watch.progress?.(1);
  const [, base = name, ending = ''] = /^(.*?)(\.[a-z0-9]+)?$/i.exec(name) ?? [];
  const head = `${base}\n`;
  const all = head + text;
  return {
    kind: 'txt',
    text: all,
    parts: [
      { kind: 'file-name', name: '', hidden: false, start: 0, end: head.length },
      { kind: 'body', name: '', hidden: false, start: head.length, end: all.length },
    ],
    unread: [],
    async rewrite(swaps) {
      const [first = '', ...rest] = redact(all, swaps).text.split('\n');
      const bytes = new TextEncoder().encode(rest.join('\n'));
      return { name: first + ending, type: 'text/plain', bytes, lost: [] };
    },
  };
}
