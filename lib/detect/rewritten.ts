/** A text in other characters, and where each of them came from. */
import type { Span } from './finding.ts';

export interface Rewritten {
  text: string;
  /**
   * The place in the given text of a span of this one; both in UTF-16 code units, end-exclusive. What was replaced
   * belongs to the span as a whole; what was dropped at an edge is outside.
   */
  toOriginal(span: Span): Span;
}

/** A stretch that changed its length: `from` to `to` in the new text, `start` to `end` in the given one. */
export interface Edit extends Span {
  from: number;
  to: number;
}

/** A text with its edits, which are in order and do not overlap; outside of them nothing changed its length. */
export function rewritten(text: string, edits: readonly Edit[]): Rewritten {
  return {
    text,
    toOriginal: ({ start, end }) => ({ start: startIn(edits, start), end: endIn(edits, end) }),
  };
}

/** A text as it is. */
export const unchanged = (text: string): Rewritten => ({ text, toOriginal: (span) => span });

/** A text that was rewritten twice; `second` is of the text of `first`. */
export const chained = (first: Rewritten, second: Rewritten): Rewritten => ({
  text: second.text,
  toOriginal: (span) => first.toOriginal(second.toOriginal(span)),
});

/** The last edit that begins before `at`, or at it where `including`. */
function editBefore(edits: readonly Edit[], at: number, including: boolean): Edit | undefined {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { from } = edits[middle]!;
    if (from < at || (including && from === at)) low = middle + 1;
    else high = middle;
  }
  return edits[low - 1];
}

function startIn(edits: readonly Edit[], at: number): number {
  const edit = editBefore(edits, at, true);
  if (!edit) return at;
  return at < edit.to ? edit.start : edit.end + at - edit.to;
}

function endIn(edits: readonly Edit[], at: number): number {
  const edit = editBefore(edits, at, false);
  if (!edit) return at;
  return at <= edit.to ? edit.end : edit.end + at - edit.to;
}
