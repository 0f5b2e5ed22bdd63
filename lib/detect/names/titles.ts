import type { TextDocument, Token } from '../document.ts';
import type { Span } from '../finding.ts';
import { phraseAt } from './features.ts';
import type { Gazetteer } from './gazetteer.ts';

/**
 * Whether the title of a known work stands in a part of a document. Only a title of more than one word, a capital article
 * among them, that begins and ends in capitals: "the giver" may be anybody, and "Night" a night.
 */
export function namesWork(
  { tokens }: TextDocument,
  { start, end }: Span,
  { worksFrom }: Pick<Gazetteer, 'worksFrom'>,
): boolean {
  return tokens.some((token, i) => {
    if (token.start < start || token.end > end || token.shape !== 'capital') return false;
    const works = worksFrom(token.key) ?? [];
    return works.some(
      ({ words, title }) =>
        (words > 1 || isArticle(tokens[i - 1])) &&
        phraseAt(tokens, i, words) === title &&
        lastOf(tokens, i, words)?.shape === 'capital',
    );
  });
}

/** The lists hold titles without their article. */
function isArticle(token: Token | undefined): boolean {
  return token?.shape === 'capital' && /^(?:the|an?|el|la|los|las)$/.test(token.key);
}

/** The last of so many words from token i on. */
function lastOf(tokens: Token[], i: number, words: number): Token | undefined {
  return tokens.slice(i).filter(({ kind }) => kind !== 'mark')[words - 1];
}
