import type { Span } from '../detect/finding.ts';

/** The end of a line, or a full stop that ends a sentence, not a title. */
const END = /(?<!\b(?:Mrs?|Ms|Mx|Dr|Prof|Sra?|Srta|St|No|Gr))[.!?](?=\s|$)|[\r\n]/gu;
/** A line of a form: a few words, a colon, a value, or "D.O.B. 12/1/2013" and the like without one. */
const FIELD =
  /^[ \t*•-]{0,8}(?:[\p{L}\p{N}][\p{L}\p{N} .#/()'’-]{0,40}:|(?:student )?(?:d\.?o\.?b\.?|i\.?d\.?|grade|room|bus)[ #]{1,3}\d)/iu;

/** Characters read on each side: a long sentence, and a bound on the work in a text without breaks. */
const REACH = 200;
/** The same for a sentence with its neighbours. */
const WIDE_REACH = 600;

/** The sentence (or line of a table) around a mention, at most `REACH` characters on each side. */
export function sentenceAround(text: string, span: Span): Span {
  return { start: startBefore(text, span.start, 0, REACH), end: endAfter(text, span.end, 0, REACH) };
}

/** The same with the sentences before and after it, or the whole of a form, at most `WIDE_REACH` characters on each side. */
export function sentencesAround(text: string, span: Span): Span {
  const form = formAround(text, span);
  const start = startBefore(text, span.start, 1, WIDE_REACH);
  const end = endAfter(text, span.end, 1, WIDE_REACH);
  return { start: Math.min(start, form.start), end: Math.max(end, form.end) };
}

/** Where the sentence starts that holds `at`, or the one `more` sentences before it. */
function startBefore(text: string, at: number, more: number, reach: number): number {
  const from = Math.max(0, at - reach);
  // What is only space between two ends is no sentence.
  const ends = Array.from(text.slice(from, at).matchAll(END), (m) => from + m.index + 1).filter(
    (end, i, all) => text.slice(end, all[i + 1] ?? at).trim() !== '' || i === all.length - 1,
  );
  return ends.at(-1 - more) ?? from;
}

function endAfter(text: string, at: number, more: number, reach: number): number {
  const slice = text.slice(at, at + reach);
  let left = more;
  let last = 0;
  for (const { index } of slice.matchAll(END)) {
    if (slice.slice(last, index).trim() === '' && last > 0) {
      last = index + 1;
      continue;
    }
    if (left-- === 0) return at + index;
    last = index + 1;
  }
  return at + slice.length;
}

/** The lines of a form that follow each other around a mention; the mention itself where its line is none of a form. */
function formAround(text: string, span: Span): Span {
  const low = Math.max(0, span.start - WIDE_REACH);
  const high = Math.min(text.length, span.end + WIDE_REACH);
  const lineStart = (at: number) => Math.max(low, text.lastIndexOf('\n', at - 1) + 1);
  const lineEnd = (at: number) => {
    const end = text.indexOf('\n', at);
    return end < 0 || end > high ? high : end;
  };
  let start = lineStart(span.start);
  let end = lineEnd(span.end);
  if (!FIELD.test(text.slice(start, end))) return span;
  while (start > low) {
    const before = lineStart(start - 1);
    if (!FIELD.test(text.slice(before, start))) break;
    start = before;
  }
  while (end < high) {
    const after = lineEnd(end + 1);
    if (!FIELD.test(text.slice(end + 1, after))) break;
    end = after;
  }
  return { start, end };
}
