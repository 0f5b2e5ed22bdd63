/** Where a detail stands that is to be said in general. */
import type { Span } from '../detect/finding.ts';

/** A detail in its text. */
export interface Place {
  text: string;
  span: Span;
  /** Where the detail before it ends: nothing before that may be changed. */
  from: number;
  /** Where the detail behind it begins. */
  until: number;
  /** Of the passage; other languages have no general words. */
  language: 'en' | 'es';
}

/** Words that say the same in general, and what of the text they take the place of. */
export interface General {
  span: Span;
  words: string;
}

/** The end of what stands before a line, a cell, a bracket or an aside. */
export const OPEN = /(?:^|[\n\t|;:(["“«–—]|,|\s-)[ \u00a0]*$/;
const SENTENCE_START = /(?:^|\n|[.!?]["”’)]?[ \u00a0]+)$/;
/** How much is looked at before and behind, in UTF-16 units. */
const NEAR = 60;

/** What stands before a detail. */
export const before = ({ text, span }: Place) => text.slice(Math.max(0, span.start - NEAR), span.start);

/** What stands behind it, up to the next detail. */
export const behind = ({ text, span, until }: Place) =>
  text.slice(span.end, Math.min(until, span.end + NEAR));

/** Whether a sentence or a line begins with it. */
export const isFirst = (place: Place) => SENTENCE_START.test(before(place));

/**
 * Words in the place of a detail and of the last part of what stands before it; a capital letter there stays one.
 * @param replaced the end of what stands before
 * @returns null where another detail reaches into that
 */
export function instead(place: Place, replaced: string, words: string): General | null {
  const start = place.span.start - replaced.length;
  if (start < place.from) return null;
  const isCapital = /^\p{Lu}(?!\p{Lu})/u.test(replaced) || (replaced === '' && isFirst(place));
  return {
    span: { start, end: place.span.end },
    words: isCapital ? words.charAt(0).toUpperCase() + words.slice(1) : words,
  };
}
