/** Finds words and phrases in a text, in a time that hardly grows with how many there are. */
import type { Span } from '../detect/finding.ts';

export interface FoundWord {
  span: Span;
  /** The `keyOf` what was looked for. */
  key: string;
}

/** A part of a hyphenated name is another name; an apostrophe begins a possessive ending. */
const END = '(?![\\p{L}\\p{N}_]|-\\p{L})';
/** A word or a sign, where a phrase can begin. */
const HEAD = /(?<![\p{L}\p{N}_]|\p{L}-)(?:[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_])/gu;

/** Under which a phrase is the same however its letters and spaces are written. */
export function keyOf(phrase: string): string {
  return phrase.replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * Makes a finder of phrases. Out: from a text to the places of them in its order, none over another, the longest where
 * several fit. A phrase stands between word borders, in any case, its spaces as any white space.
 */
export function wordFinder(phrases: Iterable<string>): (text: string) => FoundWord[] {
  const byHead = new Map<string, { key: string; expression?: RegExp }[]>();
  for (const key of [...new Set(Array.from(phrases, keyOf))].sort((a, b) => b.length - a.length)) {
    const [head] = key.match(HEAD) ?? [];
    if (head === undefined) continue;
    const others = byHead.get(head);
    if (others) others.push({ key });
    else byHead.set(head, [{ key }]);
  }
  /** Made when they are needed: of 5,000 phrases a text has the first words of a few. */
  const expressionOf = (phrase: { key: string; expression?: RegExp }) => {
    const form = phrase.key.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', '\\s+');
    phrase.expression ??= new RegExp(form + END, 'iuy');
    return phrase.expression;
  };
  return (text) => {
    const found: FoundWord[] = [];
    if (byHead.size === 0) return found;
    let free = 0;
    for (const { 0: head, index } of text.matchAll(HEAD)) {
      if (index < free) continue;
      for (const phrase of byHead.get(head.toLowerCase()) ?? []) {
        const expression = expressionOf(phrase);
        expression.lastIndex = index;
        const match = expression.exec(text);
        if (!match) continue;
        free = index + match[0].length;
        found.push({ span: { start: index, end: free }, key: phrase.key });
        break;
      }
    }
    return found;
  };
}
