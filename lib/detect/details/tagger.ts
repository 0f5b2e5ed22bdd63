/**
 * Finds details and sensitive statements by the words around them: a linear-chain conditional random field over hashed
 * features (`features.ts`), trained by `npm run train` on the train split of our corpus. It reads a document after
 * names are known and after the recognizers of written forms, whose finds are features of it.
 */
import type { DetailFeatures } from './features.ts';
import { BUCKETS } from './features.ts';
import { TAGS } from './tags.ts';

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
}

/** Score of each tag at each token; tag 0 has score 0. */
export function scoresOf(
  { ids, starts }: DetailFeatures,
  { rows, tags, values, scale }: Weights,
): Float64Array {
  const n = starts.length - 1;
  const scores = new Float64Array(n * TAGS);
  for (let i = 0; i < n; i++) {
    const at = i * TAGS;
    for (let f = starts[i]!; f < starts[i + 1]!; f++) {
      const row = ids[f]!;
      for (let e = rows[row]!; e < rows[row + 1]!; e++) scores[at + tags[e]!]! += values[e]! * scale;
    }
  }
  return scores;
}

/** Counts of each kind of step that the model expects, for training. */
export interface StepCounts {
  stay: Float64Array;
  enter: Float64Array;
  leave: Float64Array;
}

/** Probability of each tag at each token: forward and backward over the chain. */
export function marginalsOf(scores: Float64Array, steps: Steps, counts?: StepCounts): Float64Array {
  const n = scores.length / TAGS;
  const stay = Float64Array.from(steps.stay, Math.exp);
  const enter = Float64Array.from(steps.enter, Math.exp);
  const leave = Float64Array.from(steps.leave, Math.exp);
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
      const e = gap < -30 ? 0 : Math.exp(gap);
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

/** Tokens `from` to `to` (exclusive) of one tag, with the mean and the greatest probability. */
export interface TaggedRun {
  from: number;
  to: number;
  tag: number;
  mean: number;
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
  let run: (TaggedRun & { sum: number }) | undefined;
  const close = () => {
    if (run)
      runs.push({
        from: run.from,
        to: run.to,
        tag: run.tag,
        mean: run.sum / (run.to - run.from),
        top: run.top,
      });
    run = undefined;
  };
  for (let i = 0; i < n; i++) {
    let tag = 0;
    let best = 0;
    for (let t = 1; t < TAGS; t++) {
      const p = marginals[i * TAGS + t]!;
      if (p > best) {
        best = p;
        tag = t;
      }
    }
    if (best < least) tag = 0;
    if (run && (run.tag !== tag || partOf(i) !== partOf(i - 1))) close();
    if (tag === 0) continue;
    if (run) {
      run.to = i + 1;
      run.sum += best;
      run.top = Math.max(run.top, best);
    } else run = { from: i, to: i + 1, tag, sum: best, top: best, mean: 0 };
  }
  close();
  return runs;
}

/** Numbers of the head: the scale, then stay, enter and leave. */
const HEAD = 1 + 3 * TAGS;

/** The model's bytes: the head in 32-bit floats, then for each bucket a count and as many pairs of tag and weight. */
export function readWeights(bytes: Uint8Array): Weights {
  // A copy of its own: the bytes may stand anywhere in a larger buffer.
  const numbers = new Float32Array(Uint8Array.from(bytes.subarray(0, 4 * HEAD)).buffer);
  const rows = new Int32Array(BUCKETS + 1);
  const most = (bytes.length - 4 * HEAD) >> 1;
  const tags = new Uint8Array(most);
  const values = new Int8Array(most);
  let at = 4 * HEAD;
  let entry = 0;
  for (let row = 0; row < BUCKETS; row++) {
    rows[row] = entry;
    for (let left = bytes[at++] ?? 0; left > 0; left--) {
      tags[entry] = bytes[at++]!;
      values[entry++] = (bytes[at++]! << 24) >> 24;
    }
  }
  rows[BUCKETS] = entry;
  return {
    scale: numbers[0]!,
    stay: numbers.slice(1, 1 + TAGS),
    enter: numbers.slice(1 + TAGS, 1 + 2 * TAGS),
    leave: numbers.slice(1 + 2 * TAGS, HEAD),
    rows,
    tags,
    values,
  };
}

/** The bytes of a model; rows as `readWeights` gives them. */
export function packWeights({ scale, stay, enter, leave, rows, tags, values }: Weights): Uint8Array {
  const head = new Float32Array([scale, ...stay, ...enter, ...leave]);
  const bytes = new Uint8Array(head.byteLength + BUCKETS + 2 * rows[BUCKETS]!);
  bytes.set(new Uint8Array(head.buffer));
  let at = head.byteLength;
  for (let row = 0; row < BUCKETS; row++) {
    bytes[at++] = rows[row + 1]! - rows[row]!;
    for (let e = rows[row]!; e < rows[row + 1]!; e++) {
      bytes[at++] = tags[e]!;
      bytes[at++] = values[e]! & 255;
    }
  }
  return bytes;
}
