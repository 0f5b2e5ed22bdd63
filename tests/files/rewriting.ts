/** What the tests of files share: opens a file, swaps words wherever they stand in its text, and gives the copy. */
import type { OpenedFile, RewrittenFile, Swap } from '../../lib/files/file.ts';
import { openFile } from '../../lib/files/open.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A swap for each place of each word in a text. */
export function swapsOf(text: string, surrogates: Record<string, string>): Swap[] {
  return Object.entries(surrogates).flatMap(([word, surrogate]) =>
    Array.from(text.matchAll(new RegExp(word.replaceAll(' ', '\\s+'), 'g')), ({ 0: found, index }) => ({
      span: { start: index, end: index + found.length },
      surrogate,
    })),
  );
}

export interface Rewritten extends RewrittenFile {
  opened: OpenedFile;
}

/** @param surrogates by words, which are expressions; a space fits any */
export async function rewritten(
  content: string | Uint8Array,
  name: string,
  surrogates: Record<string, string>,
): Promise<Rewritten> {
  const opened = await openFile(typeof content === 'string' ? bytesOf(content) : content, name);
  return { opened, ...(await opened.rewrite(swapsOf(opened.text, surrogates))) };
}

/** The texts of the parts of a kind, one after the other. */
export function partText({ text, parts }: OpenedFile, kind: string): string {
  return parts
    .filter((part) => part.kind === kind)
    .map(({ start, end }) => text.slice(start, end))
    .join('');
}
