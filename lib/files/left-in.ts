/**
 * Whether words that a copy shall not hold stand in it more often than they may. Pure.
 *
 * In: what is read in the copy; the text as it was meant to be, in which a word may rightly stand that was swapped elsewhere;
 * the words that were swapped. Lines that both have are as they were meant, so only the others are looked through.
 */
export function isLeftIn(copy: string, meant: string, swapped: Iterable<string>): boolean {
  const inCopy = linesOnlyIn(copy, meant);
  const inMeant = linesOnlyIn(meant, copy);
  return [...swapped].some((words) => countOf(words, inCopy) > countOf(words, inMeant));
}

function linesOnlyIn(text: string, other: string): string {
  const known = new Set(other.split('\n'));
  return text
    .split('\n')
    .filter((line) => !known.has(line))
    .join('\n');
}

function countOf(words: string, text: string): number {
  return text.split(words).length - 1;
}
