/**
 * A district's own patterns, by a library that never takes longer than the text is long, whatever the pattern. Most of it are
 * the tables of Unicode, so a page loads this only where a policy has patterns.
 */
import { RE2JS, RE2JSSyntaxException } from 're2js';
import type { Span } from './detect/finding.ts';
import type { FindPatterns } from './policy/own-words.ts';
import { startOf } from './policy/pattern-start.ts';

/** What is longer is no detail, but a pattern that has run away. In UTF-16 units. */
const LONGEST = 500;

interface Compiled {
  /** For a match at the start of a text, and for one behind a sign, which `\b` and `^` look at. */
  first: RE2JS;
  behind: RE2JS;
}
interface Known {
  /** Where a match can start. */
  start: RegExp;
  /** Made at the first place where a match can start: that takes longer than to look through a text. */
  compiled?: Compiled | null;
}

const known = new Map<string, Known | null>();

/** Finds what patterns match. Out: places in the order of the text for each pattern; of one that was not understood, none. */
export const findPatterns: FindPatterns = (text, patterns) =>
  patterns.flatMap((pattern) => [...matches(text, pattern)]);

/** What is wrong with a pattern, for the person who wrote it; null where it is one. */
export function faultOf(pattern: string): string | null {
  try {
    compile(pattern);
    return null;
  } catch (error) {
    return error instanceof RE2JSSyntaxException ? error.getDescription() : 'not understood';
  }
}

function compile(pattern: string): Compiled {
  return { first: RE2JS.compile(pattern), behind: RE2JS.compile(`(?s:.)(?:${pattern})`) };
}

function compileOrNull(pattern: string): Compiled | null {
  try {
    return compile(pattern);
  } catch {
    return null;
  }
}

function know(pattern: string): Known | null {
  if (!known.has(pattern)) {
    const start = startOf(pattern);
    known.set(pattern, start && { start });
  }
  return known.get(pattern) ?? null;
}

/** The matches of a pattern, none over another. Each try reads a window of the text, so that time grows with the text only. */
function* matches(text: string, pattern: string): Generator<Span> {
  const one = know(pattern);
  for (let at = 0; one; ) {
    one.start.lastIndex = at;
    const from = one.start.exec(text)?.index;
    if (from === undefined) return;
    if (one.compiled === undefined) one.compiled = compileOrNull(pattern);
    if (!one.compiled) return;
    const base = Math.max(0, from - 1);
    const { first, behind } = one.compiled;
    const found = (from === 0 ? first : behind).matcher(text.slice(base, from + LONGEST + 2));
    const end = found.lookingAt() ? base + found.end() : from;
    const counts = end > from && end - from <= LONGEST;
    if (counts) yield { start: from, end };
    // A sign of two units must not be looked at twice: an expression with the flag u goes back to its start.
    at = counts ? end : from + (text.codePointAt(from)! > 0xffff ? 2 : 1);
  }
}
