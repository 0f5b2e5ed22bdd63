/** Student ids by the shapes that a district has told. */
import type { Span } from '../detect/finding.ts';

/** No digit goes on before or behind, and no letter. A comma does not join: lists of ids are pasted as CSV. */
const START = '(?<![\\p{L}\\p{N}_$€£]|\\p{N}[-.])';
const END = '(?![\\p{L}\\p{N}_%]|[-.]\\p{N})';
/** Four digits that are a year are in every other text. */
const YEAR = /^(?:19|20)\d\d$/;
/** An address of a page or of a person is no place for an id of its own. */
const ADDRESS = /:\/\/|www\.|@/i;
/** How far an address is looked for on both sides. */
const ADDRESS_REACH = 200;

/**
 * Makes a finder of ids. In: shapes, in which `#` is a digit and everything else stands for itself, letters in any case.
 * Out: from a text to the places of such ids in its order, the longest where several fit.
 */
export function idFinder(shapes: string[]): (text: string) => Span[] {
  if (shapes.length === 0) return () => [];
  const forms = [...shapes]
    .sort((a, b) => b.length - a.length)
    .map((shape) => shape.replaceAll('.', '\\.').replaceAll('#', '\\d').replaceAll(' ', '[ \\u00a0]'));
  const expression = new RegExp(`${START}(?:${forms.join('|')})${END}`, 'giu');
  return (text) =>
    Array.from(text.matchAll(expression), ({ 0: id, index }) => ({
      start: index,
      end: index + id.length,
    })).filter((span) => !YEAR.test(text.slice(span.start, span.end)) && !isInAddress(text, span));
}

function isInAddress(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - ADDRESS_REACH), start);
  const after = text.slice(end, end + ADDRESS_REACH);
  return ADDRESS.test(/\S*$/.exec(before)![0] + /^\S*/.exec(after)![0]);
}
