/** What a reader takes for one character is never cut: an emoji of several, a letter with its marks. */
import type { Span } from './finding.ts';

/** From here on there are characters that join others. */
const FIRST_MARK = 0x300;
/** Made when it is first needed: it takes longer than a short text. */
let segmenter: Intl.Segmenter | undefined;

/**
 * Widens spans of a text to whole grapheme clusters (Unicode Standard Annex 29, as the browser knows it). Plain borders
 * are known by two code units; only a text with others is segmented, and only around them.
 */
export function graphemeSnapper(text: string): (span: Span) => Span {
  let segments: Intl.Segments | undefined;
  const clusterAt = (at: number): Span => {
    const plain =
      at <= 0 ||
      at >= text.length ||
      (text.charCodeAt(at - 1) < FIRST_MARK && text.charCodeAt(at) < FIRST_MARK && text[at] !== '\n');
    if (plain) return { start: at, end: at };
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    segments ??= segmenter.segment(text);
    const { index, segment } = segments.containing(at)!;
    return { start: index, end: index === at ? at : index + segment.length };
  };
  return ({ start, end }) => ({ start: clusterAt(start).start, end: clusterAt(end).end });
}
