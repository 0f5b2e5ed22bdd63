/** What has to be changed in one text so that it becomes another. Pure. */

/** `text` takes the place of a part. Offsets in the old text, UTF-16 code units, end-exclusive. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

const WORDS = /[\p{L}\p{N}]+|\s|[^\p{L}\p{N}\s]/gu;
const HAS_WORD = /[\p{L}\p{N}]/u;
/** So many words and signs in a row that agree are no chance. */
const AGREE = 3;
/** How many words and signs are looked over for the next place where the texts agree. Beyond that the rest is one edit. */
const LOOK_AHEAD = 400;

/** Words and signs of the old text, and those that take their place. */
interface Change {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

/**
 * The edits in order, without overlap, each over whole words. Parts with no word between them are one edit. An edit always
 * puts something in, unless `to` is empty: editors take a replacement better than a deletion.
 */
export function editsOf(from: string, to: string): Edit[] {
  const a = from.match(WORDS) ?? [];
  const b = to.match(WORDS) ?? [];
  let tail = 0;
  while (tail < Math.min(a.length, b.length) && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const [endA, endB] = [a.length - tail, b.length - tail];

  const changes: Change[] = [];
  let [x, y] = [0, 0];
  while (x < endA || y < endB) {
    if (x < endA && y < endB && a[x] === b[y]) {
      x += 1;
      y += 1;
      continue;
    }
    const [a1, b1] = nextAgreement(a.slice(x, endA), b.slice(y, endB), x, y);
    const next = widened({ a0: x, a1, b0: y, b1 }, a.length);
    const last = changes.at(-1);
    const isNear = last && !a.slice(last.a1, next.a0).some((word) => HAS_WORD.test(word));
    if (isNear) Object.assign(last, { a1: next.a1, b1: next.b1 });
    else changes.push(next);
    [x, y] = [next.a1, next.b1];
  }
  const lengthOf = (words: string[]) => words.reduce((sum, { length }) => sum + length, 0);
  return changes.map(({ a0, a1, b0, b1 }) => {
    const start = lengthOf(a.slice(0, a0));
    return { start, end: start + lengthOf(a.slice(a0, a1)), text: b.slice(b0, b1).join('') };
  });
}

/** The nearest places from which on two texts agree again, as places in the whole; their ends where there are none. */
function nextAgreement(a: string[], b: string[], x: number, y: number): [number, number] {
  const agree = (i: number, j: number) => {
    for (let n = 0; n < AGREE; n++) if (a[i + n] === undefined || a[i + n] !== b[j + n]) return false;
    return true;
  };
  for (let skipped = 1; skipped <= LOOK_AHEAD; skipped++) {
    for (let i = 0; i <= skipped; i++) if (agree(i, skipped - i)) return [x + i, y + skipped - i];
  }
  return [x + a.length, y + b.length];
}

/** What is only taken out goes together with a neighbour that stays. */
function widened(change: Change, length: number): Change {
  const { a0, a1, b0, b1 } = change;
  if (b0 < b1) return change;
  if (a0 > 0) return { ...change, a0: a0 - 1, b0: b0 - 1 };
  return a1 < length ? { ...change, a1: a1 + 1, b1: b1 + 1 } : change;
}
