import type { Puzzle } from './content.ts';

/** The sentence with the details that are chosen, in their order. */
export function puzzleSentence(puzzle: Puzzle, chosen: boolean[]): string {
  const details = puzzle.details.filter((_, i) => chosen[i]);
  const last = details.pop();
  const all = details.length > 0 ? `${details.join(', ')} ${puzzle.and} ${last}` : (last ?? puzzle.none);
  return `${puzzle.start} ${all}${puzzle.end}`;
}
