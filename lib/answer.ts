/** An answer of the chat with names in the place of its labels. Pure. */
import type { AnswerBlock } from './messages.ts';
import type { Alias } from './redact/alias.ts';
import { restoreAliases } from './redact/restore.ts';
import { surelyLabels } from './redact/unknown.ts';

/** Words of an answer; `isName` where they stand in the place of a label. `at`: where they begin, in UTF-16 units. */
export interface Piece {
  at: number;
  text: string;
  isName: boolean;
}

/** `id`: its place in the answer. */
export type NamedBlock =
  | { id: number; kind: 'text' | 'heading' | 'item' | 'code'; pieces: Piece[] }
  | { id: number; kind: 'row'; cells: { id: number; pieces: Piece[] }[] };

export interface NamedAnswer {
  blocks: NamedBlock[];
  /** How many labels gave way to a name. */
  restored: number;
  /** Labels that nobody knows, each once. */
  unknown: string[];
}

/** Puts names in the place of labels, block by block: no label runs over two of them. */
export function withNames(blocks: AnswerBlock[], aliases: Alias[]): NamedAnswer {
  const unknown = new Set<string>();
  let restored = 0;
  const named = (words: string): Piece[] => {
    const found = restoreAliases(words, aliases);
    restored += found.restored;
    for (const label of surelyLabels(words, found.unknown)) unknown.add(label);
    return piecesOf(found.text, found.mentions);
  };
  const all = blocks.map(
    (block, id): NamedBlock =>
      block.kind === 'row'
        ? { id, kind: 'row', cells: block.cells.map((cell, id) => ({ id, pieces: named(cell) })) }
        : { id, kind: block.kind, pieces: named(block.text) },
  );
  return { blocks: all, restored, unknown: [...unknown] };
}

/** The texts that an answer is made of: no label runs over two of them. */
export function textsOfBlocks(blocks: AnswerBlock[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'row' ? block.cells : [block.text]));
}

function piecesOf(text: string, names: { start: number; end: number }[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of names) {
    if (start > at) pieces.push({ at, text: text.slice(at, start), isName: false });
    pieces.push({ at: start, text: text.slice(start, end), isName: true });
    at = end;
  }
  if (at < text.length || pieces.length === 0) pieces.push({ at, text: text.slice(at), isName: false });
  return pieces;
}

const wordsOf = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');

/** The answer as plain text: paragraphs parted by an empty line, list items and rows by a line end, cells by tabs. */
export function textOfAnswer(blocks: NamedBlock[]): string {
  let text = '';
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    const isClose = before?.kind === block.kind && (block.kind === 'item' || block.kind === 'row');
    if (before) text += isClose ? '\n' : '\n\n';
    if (block.kind === 'row') text += block.cells.map(({ pieces }) => wordsOf(pieces)).join('\t');
    else text += (block.kind === 'item' ? '- ' : '') + wordsOf(block.pieces);
  }
  return text;
}
