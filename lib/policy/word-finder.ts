/** Finds words and phrases in a text, in a time that does not grow with how many there are. */
import type { Span } from '../detect/finding.ts';

export interface FoundWord {
  span: Span;
  /** The `keyOf` what was looked for. */
  key: string;
}

/** Phrases by their words, signs and spaces, one after the other. */
interface Branch {
  next: Map<string, Branch>;
  /** Of the phrase that ends here. */
  key?: string;
}

const TOKEN = /[\p{L}\p{N}_]+|\s+|[^\s\p{L}\p{N}_]/gu;
/** A part of a hyphenated name is another name; an apostrophe begins a possessive ending. */
const BORDER_BEFORE = /(?<![\p{L}\p{N}_]|\p{L}-)/uy;
const BORDER_BEHIND = /(?![\p{L}\p{N}_]|-\p{L})/uy;

/** Under which a phrase is the same however its letters and spaces are written. */
export function keyOf(phrase: string): string {
  return phrase.replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * Makes a finder of phrases. Out: from a text to the places of them in its order, none over another, the longest where
 * several fit. A phrase stands between word borders, in any case, its spaces as any white space.
 */
export function wordFinder(phrases: Iterable<string>): (text: string) => FoundWord[] {
  const root: Branch = { next: new Map() };
  for (const key of Array.from(phrases, keyOf)) {
    let branch = root;
    for (const token of key.match(TOKEN) ?? []) {
      const next: Branch = branch.next.get(token) ?? { next: new Map() };
      branch.next.set(token, next);
      branch = next;
    }
    if (branch !== root) branch.key = key;
  }
  if (root.next.size === 0) return () => [];
  return (text) => {
    const found: FoundWord[] = [];
    const tokens = Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({
      start: index,
      end: index + token.length,
      token: /^\s/.test(token) ? ' ' : token.toLowerCase(),
    }));
    for (let i = 0; i < tokens.length; i++) {
      if (!root.next.has(tokens[i]!.token) || !fits(BORDER_BEFORE, text, tokens[i]!.start)) continue;
      let last = -1;
      let key = '';
      let branch = root.next.get(tokens[i]!.token);
      for (let j = i; branch; branch = branch.next.get(tokens[++j]?.token ?? '')) {
        if (branch.key === undefined || !fits(BORDER_BEHIND, text, tokens[j]!.end)) continue;
        last = j;
        key = branch.key;
      }
      if (last < 0) continue;
      found.push({ span: { start: tokens[i]!.start, end: tokens[last]!.end }, key });
      i = last;
    }
    return found;
  };
}

function fits(border: RegExp, text: string, at: number): boolean {
  border.lastIndex = at;
  return border.test(text);
}
