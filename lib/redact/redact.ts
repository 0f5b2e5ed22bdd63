import type { Span } from '../detect/finding.ts';

/** Where an original stood: offsets in the redacted text, UTF-16 code units, end-exclusive. */
export interface Mention {
  start: number;
  end: number;
  original: string;
}

/**
 * Puts labels in the place of spans. In: the text, and spans of it in any order. Out: the new text, in which all
 * outside the spans is unchanged, and where each original stood. Empty spans are left out. Spans that overlap are
 * swapped as one, under the label of the first, so that no part of either stays. Throws RangeError where a span
 * is not within the text.
 */
export function redact(
  text: string,
  swaps: { span: Span; surrogate: string }[],
): { text: string; mentions: Mention[] } {
  const joined: { start: number; end: number; surrogate: string }[] = [];
  const inOrder = swaps
    .filter(({ span }) => span.start !== span.end)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const { span, surrogate } of inOrder) {
    if (!(span.start >= 0 && span.start < span.end && span.end <= text.length)) {
      throw new RangeError('span outside the text');
    }
    const last = joined.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span, surrogate });
  }

  const mentions: Mention[] = [];
  const pieces: string[] = [];
  let length = 0;
  let from = 0;
  const add = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const { start, end, surrogate } of joined) {
    add(text.slice(from, start));
    mentions.push({ start: length, end: length + surrogate.length, original: text.slice(start, end) });
    add(surrogate);
    from = end;
  }
  add(text.slice(from));
  return { text: pieces.join(''), mentions };
}
