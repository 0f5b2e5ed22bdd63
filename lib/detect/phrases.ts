/** Finds listed words and phrases among the tokens of a document. */
import type { Token } from './document.ts';

interface Phrase {
  words: string[];
  group: number;
}

/** Phrases by their first word, longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/**
 * Reads groups of phrases, one phrase on a line, each word as the key of its token: lower case, without accents,
 * apostrophes and hyphens. Group numbers start at 0.
 */
export function readPhrases(groups: readonly string[]): Phrases {
  const phrases = new Map<string, Phrase[]>();
  groups.forEach((lines, group) => {
    for (const line of lines.trim().split('\n')) {
      const words = line.split(' ');
      const list = phrases.get(words[0]!);
      const phrase = { words, group };
      if (list) list.push(phrase);
      else phrases.set(words[0]!, [phrase]);
    }
  });
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

/** Calls back for each phrase that stands in the tokens, of all that begin at one token the longest first. */
export function findPhrases(
  tokens: readonly Token[],
  phrases: Phrases,
  found: (group: number, from: number, to: number) => void,
): void {
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind === 'mark') continue;
    const list = phrases.get(tokens[i]!.key);
    if (!list) continue;
    for (const { words, group } of list) {
      let k = 1;
      while (k < words.length && tokens[i + k]?.key === words[k]) k++;
      if (k === words.length) found(group, i, i + k);
    }
  }
}
