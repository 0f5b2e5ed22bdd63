/** The one source of chance in training: every number comes from one seed, so that a second run writes the same bytes. */
const SEED = 11;

let state = SEED;

/** Begins again, so that what follows does not depend on what was drawn before. @param apart a number of its own for each part that draws other chances */
export function reseed(apart = 0): void {
  state = SEED + apart;
}

/** A number from 0 to 1, exclusive (Mulberry32). */
export function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

export const chance = (p: number): boolean => random() < p;
export const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

export function shuffle(list: number[]): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/** Leaves out a share of the features of each token, so that none is relied on alone. */
export function dropSome({ ids, starts }: { ids: Int32Array; starts: Int32Array }, share: number): void {
  let to = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    const from = starts[i]!;
    starts[i] = to;
    for (let f = from; f < starts[i + 1]!; f++) if (random() >= share) ids[to++] = ids[f]!;
  }
  starts[starts.length - 1] = to;
}
