/**
 * Finds details and sensitive statements by the words around them: a linear-chain conditional random field over hashed
 * features (`features.ts`), trained by `npm run train` on the train split of our corpus. It reads a document after
 * names are known and after the recognizers of written forms, whose finds are features of it.
 */
import { BUCKETS } from '../hashing.ts';
import { judgeSize } from '../judge.ts';
import { packSparse, readSparse } from '../sparse.ts';
import type { DetailFeatures } from './features.ts';
import { FIRST_STATEMENT, TAGS } from './tags.ts';

/** Weights of the steps between tags; a step from one category to another is `leave` of the one and `enter` of the other. */
export interface Steps {
  stay: Float32Array;
  enter: Float32Array;
  leave: Float32Array;
}

export interface Weights extends Steps {
  /** Weights of bucket b are entries `rows[b]` to `rows[b + 1] - 1`: a tag and its weight, times `scale`. */
  rows: Int32Array;
  tags: Uint8Array;
  values: Int8Array;
  scale: number;
  /** What makes a score of the evidence for a run: see `judge.ts`. */
  judge: Float32Array;
}

/** Entries that a cell holds at most; more stand elsewhere. */
const INLINE = 2;

/**
 * Weights as they are used. An entry is 13 bits: the tag, then 8 bits of weight. The cell of a bucket holds in its two
 * lowest bits the number of its entries, and above them the entries; or 3, and above it 5 bits of their number and where
 * they begin in `entries`. Most buckets have no more than two, which thus cost one access to memory.
 */
export interface CompactWeights extends Steps {
  cells: Int32Array;
  entries: Int16Array;
  scale: number;
  judge: Float32Array;
  /** See `gapsOf`. */
  gaps: Float64Array;
}

/** Score of each tag at each token; tag 0 has score 0. */
export function scoresOf(
  { ids, starts }: DetailFeatures,
  { cells, entries, scale }: CompactWeights,
): Float64Array {
  const n = starts.length - 1;
  const scores = new Float64Array(n * TAGS);
  const sums = new Int32Array(32);
  // Cells and entries lie far apart in memory. Read one after the other with nothing between them, many are fetched at once.
  const found = new Int32Array(ids.length);
  const firsts = new Int16Array(ids.length);
  for (let f = 0; f < ids.length; f++) found[f] = cells[ids[f]!]!;
  for (let f = 0; f < ids.length; f++) {
    const cell = found[f]!;
    firsts[f] = entries[(cell & 3) > INLINE ? cell >>> 7 : 0]!;
  }
  for (let i = 0; i < n; i++) {
    sums.fill(0);
    for (let f = starts[i]!; f < starts[i + 1]!; f++) {
      const cell = found[f]!;
      if ((cell & 3) <= INLINE) {
        // An entry that is not there adds 0 to tag 0.
        sums[(cell >> 10) & 31]! += (cell << 22) >> 24;
        sums[(cell >> 23) & 31]! += (cell << 9) >> 24;
        continue;
      }
      const from = cell >>> 7;
      const end = from + ((cell >> 2) & 31);
      for (let e = from, entry = firsts[f]!; ; entry = entries[e]!) {
        sums[entry >> 8]! += (entry << 24) >> 24;
        if (++e === end) break;
      }
    }
    for (let t = 1; t < TAGS; t++) scores[i * TAGS + t] = sums[t]! * scale;
  }
  return scores;
}

/** Counts of each kind of step that the model expects, for training. */
export interface StepCounts {
  stay: Float64Array;
  enter: Float64Array;
  leave: Float64Array;
}

/** From this log-odds on a tag is impossible beside a likelier one. */
const IMPOSSIBLE = -30;

/** The exponentials of all gaps between two scores that are multiples of `scale`: item k is that of `-k * scale`. */
function gapsOf(scale: number): Float64Array {
  return Float64Array.from({ length: Math.ceil(-IMPOSSIBLE / scale) + 1 }, (_, k) => Math.exp(-k * scale));
}

function exponentials(values: Float32Array): Float64Array {
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = Math.exp(values[i]!);
  return result;
}

/**
 * Probability of each tag at each token: forward and backward over the chain.
 * @param steps with `scale` and `gaps` where the scores are multiples of `scale`
 * @param counts is added to
 */
export function marginalsOf(
  scores: Float64Array,
  steps: Steps & { scale?: number; gaps?: Float64Array },
  counts?: StepCounts,
): Float64Array {
  const n = scores.length / TAGS;
  const { gaps } = steps;
  const perScale = -1 / (steps.scale ?? 1);
  const stay = exponentials(steps.stay);
  const enter = exponentials(steps.enter);
  const leave = exponentials(steps.leave);
  const emit = new Float64Array(n * TAGS);
  const forward = new Float64Array(n * TAGS);
  const sumBefore = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const at = i * TAGS;
    let top = 0;
    for (let t = 1; t < TAGS; t++) if (scores[at + t]! > top) top = scores[at + t]!;
    let left = 0;
    if (i > 0) for (let t = 0; t < TAGS; t++) left += forward[at - TAGS + t]! * leave[t]!;
    sumBefore[i] = left;
    let sum = 0;
    for (let t = 0; t < TAGS; t++) {
      const gap = scores[at + t]! - top;
      const e = gap < IMPOSSIBLE ? 0 : gaps ? gaps[(gap * perScale + 0.5) | 0]! : Math.exp(gap);
      emit[at + t] = e;
      const before = i > 0 ? forward[at - TAGS + t]! : 0;
      const way = i > 0 ? enter[t]! * (left - before * leave[t]!) + stay[t]! * before : enter[t]!;
      sum += forward[at + t] = way * e;
    }
    for (let t = 0; t < TAGS; t++) forward[at + t]! /= sum;
  }
  const marginals = new Float64Array(n * TAGS);
  let backward = new Float64Array(TAGS).fill(1);
  let next = new Float64Array(TAGS);
  for (let i = n - 1; i >= 0; i--) {
    const at = i * TAGS;
    let sum = 0;
    for (let t = 0; t < TAGS; t++) sum += marginals[at + t] = forward[at + t]! * backward[t]!;
    for (let t = 0; t < TAGS; t++) marginals[at + t]! /= sum;
    if (i === 0) break;
    let entered = 0;
    for (let t = 0; t < TAGS; t++) entered += enter[t]! * emit[at + t]! * backward[t]!;
    let total = 0;
    for (let u = 0; u < TAGS; u++) {
      const own = emit[at + u]! * backward[u]!;
      total += next[u] = leave[u]! * (entered - enter[u]! * own) + stay[u]! * own;
    }
    if (counts) {
      let z = 0;
      for (let u = 0; u < TAGS; u++) z += forward[at - TAGS + u]! * next[u]!;
      for (let u = 0; u < TAGS; u++) {
        const own = emit[at + u]! * backward[u]!;
        const p = forward[at - TAGS + u]! / z;
        counts.stay[u]! += p * stay[u]! * own;
        counts.leave[u]! += p * leave[u]! * (entered - enter[u]! * own);
        counts.enter[u]! += (enter[u]! * own * (sumBefore[i]! - forward[at - TAGS + u]! * leave[u]!)) / z;
      }
    }
    for (let u = 0; u < TAGS; u++) next[u]! /= total;
    [backward, next] = [next, backward];
  }
  return marginals;
}

/** Tokens `from` to `to` (exclusive) of one tag, with its greatest probability. */
export interface TaggedRun {
  from: number;
  to: number;
  tag: number;
  top: number;
}

/** Runs of tokens in which one tag is the most probable, and at least `least`; none crosses from one part to another. */
export function runsIn(
  marginals: Float64Array,
  least: number,
  partOf: (token: number) => number,
): TaggedRun[] {
  const n = marginals.length / TAGS;
  const runs: TaggedRun[] = [];
  let run: TaggedRun | undefined;
  for (let i = 0; i < n; i++) {
    let tag = 0;
    let best = 0;
    let statement = 0;
    for (let t = 1; t < TAGS; t++) {
      const p = marginals[i * TAGS + t]!;
      if (p > best) {
        best = p;
        tag = t;
      }
      if (t >= FIRST_STATEMENT) statement += p;
    }
    // Which kind of statement it is may be open where it is plain that it is one.
    if (tag >= FIRST_STATEMENT) best = statement;
    if (best < least) tag = 0;
    if (run && run.tag === tag && partOf(i) === partOf(i - 1)) {
      run.to = i + 1;
      run.top = Math.max(run.top, best);
    } else if (tag > 0) {
      run = { from: i, to: i + 1, tag, top: best };
      runs.push(run);
    } else run = undefined;
  }
  return runs;
}

/** Weights of a bucket: one for each tag but 0. */
export const ROW = TAGS - 1;
/** Pieces of evidence for a run; `evidence.ts` says what they are. */
const EVIDENCE = 31 + ROW;
/** Numbers of the judge of runs. */
export const JUDGE = judgeSize(EVIDENCE);
/** Where it stands among the numbers before the weights, after the scale, stay, enter and leave. */
export const JUDGE_AT = 1 + 3 * TAGS;
const HEAD = JUDGE_AT + JUDGE;

/** The model's bytes: the head in 32-bit floats, then for each bucket a weight of each tag, as `sparse.ts` packs them. */
export function readWeights(bytes: Uint8Array): Weights {
  // A copy of its own: the bytes may stand anywhere in a larger buffer.
  const numbers = new Float32Array(Uint8Array.from(bytes.subarray(0, 4 * HEAD)).buffer);
  const { places, values } = readSparse(bytes.subarray(4 * HEAD));
  const tags = new Uint8Array(places.length);
  const rows = new Int32Array(BUCKETS + 1);
  let row = 0;
  for (let i = 0; i < places.length; i++) {
    const own = Math.floor(places[i]! / ROW);
    while (row < own) rows[++row] = i;
    tags[i] = 1 + places[i]! - own * ROW;
  }
  rows.fill(places.length, row + 1);
  return {
    scale: numbers[0]!,
    stay: numbers.slice(1, 1 + TAGS),
    enter: numbers.slice(1 + TAGS, 1 + 2 * TAGS),
    leave: numbers.slice(1 + 2 * TAGS, JUDGE_AT),
    judge: numbers.slice(JUDGE_AT),
    rows,
    tags,
    values,
  };
}

/** The same weights, laid out to be looked up fast. */
export function compact({ rows, tags, values, ...rest }: Weights): CompactWeights {
  const cells = new Int32Array(BUCKETS);
  const entries = new Int16Array(tags.length);
  let end = 0;
  for (let row = 0; row < BUCKETS; row++) {
    const from = rows[row]!;
    const count = rows[row + 1]! - from;
    let cell = count <= INLINE ? count : (end << 7) | (count << 2) | 3;
    for (let i = 0; i < count; i++) {
      const entry = (tags[from + i]! << 8) | (values[from + i]! & 255);
      if (count <= INLINE) cell |= entry << (2 + 13 * i);
      else entries[end++] = entry;
    }
    cells[row] = cell;
  }
  return { ...rest, cells, entries: entries.slice(0, end), gaps: gapsOf(rest.scale) };
}

/** The bytes of a model. */
export function packWeights({ scale, stay, enter, leave, judge, rows, tags, values }: Weights): Uint8Array {
  const head = new Float32Array([scale, ...stay, ...enter, ...leave, ...judge]);
  const all = new Int8Array(BUCKETS * ROW);
  for (let row = 0; row < BUCKETS; row++)
    for (let e = rows[row]!; e < rows[row + 1]!; e++) all[row * ROW + tags[e]! - 1] = values[e]!;
  const body = packSparse(all);
  const bytes = new Uint8Array(head.byteLength + body.length);
  bytes.set(new Uint8Array(head.buffer));
  bytes.set(body, head.byteLength);
  return bytes;
}
