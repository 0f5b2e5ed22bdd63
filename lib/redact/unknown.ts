/** Which labels of an answer surely were labels, though nobody is known by them. */
import { labelsIn, readLabel } from './labels.ts';

/** What may be a label in brackets of any kind, whatever is written around its words. */
const BRACKETED = /(?:[[({<［（【〔〖⟦⟨〈《「『«‹]|&(?:#91|lbrack|lsqb|lt);)[^\n\]［］]{1,80}/gu;

/**
 * Leaves out what only looks like a label: a "Student 1" without brackets may be anybody's, such as in a word problem.
 * @param labels as `restoreAliases` tells those that it did not know
 */
export function surelyLabels(text: string, labels: readonly string[]): string[] {
  if (labels.length === 0) return [];
  const written = new Set(Array.from(text.matchAll(BRACKETED), ([inside]) => [...labelsIn(inside)]).flat());
  return labels.filter((label) => {
    const read = readLabel(label);
    return read === null || written.has(`${read.kind} ${read.number}`);
  });
}
