/** Hands that are raised in a room. The trainer types their numbers; nothing else is ever known of anybody. */

/** A smaller number of hands is not shown: in a small group it would say who thought what. */
const FEWEST_SHOWN = 10;

/** A number of hands as it may be shown; null where it is too small. */
export function shownCount(hands: number): number | null {
  return hands >= FEWEST_SHOWN ? hands : null;
}

/** Reads a number that was typed. @returns 0 for anything that is no whole number of hands */
export function readHands(typed: string): number {
  const hands = Number(typed.trim());
  return Number.isInteger(hands) && hands > 0 ? hands : 0;
}
