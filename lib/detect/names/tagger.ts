/**
 * Tells private people from public names: a linear-chain conditional random field over hashed features
 * (`features.ts`), trained by `tools/train.ts` on the train split of our corpus and the packed lists. A document is
 * looked at twice; the second look knows what the first made of the same word elsewhere, of the column and of the
 * whole.
 */
import type { TextDocument } from '../document.ts';
import { BUCKETS, bucket } from '../hashing.ts';
import { readSparse } from '../sparse.ts';
import { type Features, featuresOf, type Lists, TOPICS } from './features.ts';

/** Tags beside "neither" (0): a private person's first word and further words, the same of a public name. */
export const TAG = { firstPrivate: 1, morePrivate: 2, firstPublic: 3, morePublic: 4 } as const;
export const TAGS = 5;
/** Weights of a bucket: one for each tag but 0, whose score is 0. */
export const ROWS = TAGS - 1;
/** Topics of a text too short to be sure of. */
const SHORT = 50;
/** Most of the doubt that goes to private in the shortest text. */
const LEAN = 0.9;
/** A bag of words counts as much as this many features. */
const WORDS_SHARE = 2;

/**
 * Weights in rows of `ROWS`, times `scale`; `steps` holds the scores of tag pairs, `TAGS` by `TAGS`; `topics`, times
 * `topicScale`, what each word of a text says about whether it is about private people.
 */
export interface Weights {
  rows: Int8Array | Float32Array;
  topics: Int8Array | Float32Array;
  scale: number;
  topicScale: number;
  steps: Float32Array;
  /** What each piece of evidence adds to the log-odds of a name: see `Tagged.score`. */
  calibration: Float32Array;
}

/** Most features of one token that only the second look has. */
export const EXTRAS = 7;

/** The log-odds of a probability. */
export const logit = (p: number): number => Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));

/** Pieces of evidence that a name's score is made of; `recognizers/person-name.ts` says what they are. */
export const EVIDENCE = 16;

/** The share of names with such evidence that are right. */
function scoreOf(evidence: readonly number[], calibration: Float32Array, boost: number): number {
  const sum = evidence.reduce((total, value, i) => total + value * calibration[i]!, boost);
  return 1 / (1 + Math.exp(-sum));
}

/** The log-odds that a text is about private people at all, by its topics. */
export function peopleOdds({ topics }: Features, weights: Pick<Weights, 'topics' | 'topicScale'>): number {
  let sum = 0;
  for (const id of topics) sum += weights.topics[id]!;
  return sum * weights.topicScale * topicWeight(topics.length);
}

/** Share of one topic in the sum; a short text says little. */
export const topicWeight = (topics: number): number => 2 / Math.sqrt(Math.max(SHORT, topics));

/** Share of one word in the document's bag. */
export const wordsWeight = (features: Features): number =>
  WORDS_SHARE / Math.sqrt(Math.max(1, features.words.length));

/** Where the calibration stands among the numbers before the weights. */
export const CALIBRATION_AT = 2 + TAGS * TAGS;
const HEAD = CALIBRATION_AT + EVIDENCE;

/** The model's bytes: scales, steps and calibration in 32-bit floats, then the topics in 4 bits each, then the rows as `sparse.ts` packs them. */
export function readWeights(bytes: Uint8Array): Weights {
  // A copy of its own: the bytes may stand anywhere in a larger buffer.
  const head = Uint8Array.from(bytes.subarray(0, 4 * HEAD));
  const numbers = new Float32Array(head.buffer);
  const rows = new Int8Array(BUCKETS * ROWS);
  const { places, values } = readSparse(bytes.subarray(head.length + TOPICS / 2));
  for (let i = 0; i < places.length; i++) rows[places[i]!] = values[i]!;
  return {
    scale: numbers[0]!,
    topicScale: numbers[1]!,
    steps: numbers.slice(2, CALIBRATION_AT),
    calibration: numbers.slice(CALIBRATION_AT),
    rows,
    topics: Int8Array.from({ length: TOPICS }, (_, i) => {
      const pair = bytes[head.length + (i >> 1)]!;
      return ((i & 1 ? pair : pair << 4) << 24) >> 28;
    }),
  };
}

/** Scores from the features of the document alone. */
export function firstScores(features: Features, weights: Weights): Float64Array {
  const { ids, starts, words, open } = features;
  const { rows, scale } = weights;
  const n = open.length;
  const scores = new Float64Array(n * TAGS);
  const bag = [0, 0, 0, 0];
  for (const id of words) for (let t = 0; t < ROWS; t++) bag[t]! += rows[id * ROWS + t]!;
  const share = wordsWeight(features);
  for (let i = 0; i < n; i++) {
    let a = open[i] ? bag[0]! * share : 0;
    let b = open[i] ? bag[1]! * share : 0;
    let c = open[i] ? bag[2]! * share : 0;
    let d = open[i] ? bag[3]! * share : 0;
    for (let f = starts[i]!; f < starts[i + 1]!; f++) {
      const row = ids[f]! * ROWS;
      a += rows[row]!;
      b += rows[row + 1]!;
      c += rows[row + 2]!;
      d += rows[row + 3]!;
    }
    const at = i * TAGS;
    scores[at + 1] = a * scale;
    scores[at + 2] = b * scale;
    scores[at + 3] = c * scale;
    scores[at + 4] = d * scale;
  }
  return scores;
}

/** Probability of each tag at each token, and of the whole: forward and backward over the chain. */
export function marginalsOf(
  scores: Float64Array,
  steps: Float32Array,
  stepGradient?: Float64Array,
): Float64Array {
  const n = scores.length / TAGS;
  const emit = new Float64Array(n * TAGS);
  const forward = new Float64Array(n * TAGS);
  const step = new Float64Array(steps.length);
  for (let i = 0; i < step.length; i++) step[i] = Math.exp(steps[i]!);
  for (let i = 0; i < n; i++) {
    const at = i * TAGS;
    let top = 0;
    for (let t = 1; t < TAGS; t++) top = Math.max(top, scores[at + t]!);
    let sum = 0;
    for (let t = 0; t < TAGS; t++) {
      emit[at + t] = Math.exp(scores[at + t]! - top);
      let before = 0;
      if (i === 0) before = step[t]!;
      else for (let u = 0; u < TAGS; u++) before += forward[at - TAGS + u]! * step[u * TAGS + t]!;
      sum += forward[at + t] = before * emit[at + t]!;
    }
    for (let t = 0; t < TAGS; t++) forward[at + t]! /= sum;
  }
  let backward = new Float64Array(TAGS).fill(1);
  let next = new Float64Array(TAGS);
  const marginals = new Float64Array(n * TAGS);
  for (let i = n - 1; i >= 0; i--) {
    const at = i * TAGS;
    let sum = 0;
    for (let t = 0; t < TAGS; t++) sum += marginals[at + t] = forward[at + t]! * backward[t]!;
    for (let t = 0; t < TAGS; t++) marginals[at + t]! /= sum;
    if (i === 0) break;
    let total = 0;
    for (let u = 0; u < TAGS; u++) {
      next[u] = 0;
      for (let t = 0; t < TAGS; t++) {
        const way = step[u * TAGS + t]! * emit[at + t]! * backward[t]!;
        next[u]! += way;
      }
      total += next[u]!;
    }
    if (stepGradient) {
      let z = 0;
      for (let u = 0; u < TAGS; u++) z += forward[at - TAGS + u]! * next[u]!;
      for (let u = 0; u < TAGS; u++)
        for (let t = 0; t < TAGS; t++)
          stepGradient[u * TAGS + t]! -=
            (forward[at - TAGS + u]! * step[u * TAGS + t]! * emit[at + t]! * backward[t]!) / z;
    }
    for (let u = 0; u < TAGS; u++) next[u]! /= total;
    [backward, next] = [next, backward];
  }
  return marginals;
}

const level = (p: number): number => (p < 0.05 ? 0 : p < 0.3 ? 1 : p < 0.7 ? 2 : p < 0.95 ? 3 : 4);

/** What the first look says, as features of the second. */
export function extraFeatures(features: Features, first: Float64Array, odds: number): Int32Array {
  const { forms, open, columns, lineOf } = features;
  const n = open.length;
  const extra = new Int32Array(n * EXTRAS).fill(-1);
  const best = new Map<
    number,
    { i: number; p: number; second: number; pub: number; pubAt: number; pubSecond: number }
  >();
  const above = new Map<number, { line: number; p: number }>();
  let people = 0;
  let publics = 0;
  for (let i = 0; i < n; i++) {
    const at = i * TAGS;
    people += first[at + 1]!;
    publics += first[at + 3]!;
    if (!forms[i]) continue;
    const p = first[at + 1]! + first[at + 2]!;
    const q = first[at + 3]! + first[at + 4]!;
    if (p < 0.02 && q < 0.02) continue;
    const known = best.get(forms[i]!);
    if (!known) best.set(forms[i]!, { i, p, second: 0, pub: q, pubAt: i, pubSecond: 0 });
    else {
      if (p > known.p) {
        known.second = known.p;
        known.p = p;
        known.i = i;
      } else if (p > known.second) known.second = p;
      if (q > known.pub) {
        known.pubSecond = known.pub;
        known.pub = q;
        known.pubAt = i;
      } else if (q > known.pubSecond) known.pubSecond = q;
    }
  }
  const topic = Math.max(0, Math.min(9, Math.floor(odds * 1.5 + 5)));
  const crowd = people < 0.3 ? 0 : people < 1 ? 1 : people < 2.5 ? 2 : people < 6 ? 3 : 4;
  const cast = publics < 0.5 ? 0 : publics < 2 ? 1 : 2;
  const density = Math.min(9, Math.floor((10 * people) / (people + publics + 0.3)));
  for (let i = 0; i < n; i++) {
    const at = i * TAGS;
    const p = first[at + 1]! + first[at + 2]!;
    const q = first[at + 3]! + first[at + 4]!;
    const column = columns[i]!;
    const up = above.get(column);
    const upLevel = up && up.line < lineOf[i]! && up.line >= lineOf[i]! - 2 ? level(up.p) : 5;
    if (forms[i] && (!up || up.line < lineOf[i]!)) above.set(column, { line: lineOf[i]!, p });
    if (!open[i] && p + q < 0.02) continue;
    const known = best.get(forms[i]!);
    const other = known ? level(known.i === i ? known.second : known.p) : 0;
    const otherPublic = known ? level(known.pubAt === i ? known.pubSecond : known.pub) : 0;
    const slot = i * EXTRAS;
    const own = level(p);
    extra[slot] = bucket(60, other, otherPublic, own);
    extra[slot + 1] = bucket(61, crowd, cast, own);
    extra[slot + 2] = bucket(62, upLevel, own);
    extra[slot + 3] = bucket(63, density, level(q), own);
    extra[slot + 4] = bucket(64, other * 8 + otherPublic, crowd);
    extra[slot + 5] = bucket(65, topic, own);
    extra[slot + 6] = bucket(66, topic, crowd, density);
  }
  return extra;
}

/** Scores of the second look, with the features that it has. */
export function secondScores(scores: Float64Array, extra: Int32Array, weights: Weights): Float64Array {
  const again = scores.slice();
  for (let f = 0; f < extra.length; f++) {
    const id = extra[f]!;
    if (id < 0) continue;
    const at = Math.floor(f / EXTRAS) * TAGS + 1;
    for (let t = 0; t < ROWS; t++) again[at + t]! += weights.rows[id * ROWS + t]! * weights.scale;
  }
  return again;
}

/** The probability of each tag at each token, after both looks at a document. */
export function tagsOf(features: Features, weights: Weights, odds: number): Float64Array {
  const scores = firstScores(features, weights);
  const extra = extraFeatures(features, marginalsOf(scores, weights.steps), odds);
  return marginalsOf(secondScores(scores, extra, weights), weights.steps);
}

/** Below this probability a word is not looked at any more. */
export const LEAST = 0.08;

/** A private person in tokens `from` to `to` (exclusive), with the tagger's own probability. */
export interface TaggedName {
  from: number;
  to: number;
  p: number;
}

/** Names whose words all reach `least`; a name ends with its line. */
export function namesIn(features: Features, marginals: Float64Array, least: number): TaggedName[] {
  const { forms, lineOf } = features;
  const names: TaggedName[] = [];
  const n = forms.length;
  for (let i = 0; i < n; ) {
    const p = marginals[i * TAGS + 1]! + marginals[i * TAGS + 2]!;
    if (!forms[i] || p < least) {
      i++;
      continue;
    }
    let to = i + 1;
    let end = to;
    let sum = p;
    let count = 1;
    while (to < n && lineOf[to] === lineOf[i]) {
      const first = marginals[to * TAGS + 1]!;
      const more = marginals[to * TAGS + 2]!;
      if (first + more < least || first > more) break;
      to++;
      if (!forms[to - 1]) continue;
      sum += first + more;
      count++;
      end = to;
    }
    names.push({ from: i, to: end, p: sum / count });
    i = end;
  }
  return names;
}

/** From this probability on a word counts as part of a private person's name, for what is said beside it. */
const LIKELY = 0.4;

/** 1 for each token that is part of a private person's name, after both looks. */
export function privateIn(features: Features, weights: Weights): Uint8Array {
  const marginals = tagsOf(features, weights, peopleOdds(features, weights));
  return Uint8Array.from(features.open, (_, i) =>
    marginals[i * TAGS + TAG.firstPrivate]! + marginals[i * TAGS + TAG.morePrivate]! >= LIKELY ? 1 : 0,
  );
}

/** What the tagger says of a document. */
export interface Tagged {
  /** Names in order, apart from each other. */
  names: TaggedName[];
  /** The probability that token i is part of a private person's name. */
  at(i: number): number;
  /** The log-odds that the text is about private people. */
  odds: number;
  /** How many private people and public names the document probably holds. */
  privateNames: number;
  publicNames: number;
  /** Whether the text is written without capitals. */
  uncapitalised: boolean;
  /** From 0 for a text that is long enough to be told by its words to 1 for an empty one. */
  shortness: number;
  /** The share of names with such evidence that are right, fitted on the dev split; `boost` adds to the log-odds. */
  score(evidence: readonly number[], boost?: number): number;
}

export type Tagger = (doc: TextDocument, lists: Lists) => Tagged;

const shortness = (topics: Int32Array): number => Math.max(0, 1 - topics.length / SHORT);

/** In a text of a few words, nothing may tell a private person from a public one: half of the doubt goes to private. */
function lean({ topics, known }: Features, marginals: Float64Array): void {
  const share = LEAN * shortness(topics);
  if (share === 0) return;
  for (let i = 0; i < known.length; i++) {
    if (known[i]) continue;
    for (const tag of [TAG.firstPublic, TAG.morePublic]) {
      const part = marginals[i * TAGS + tag]! * share;
      marginals[i * TAGS + tag]! -= part;
      marginals[i * TAGS + tag - 2]! += part;
    }
  }
}

function sumOf(marginals: Float64Array, tag: number): number {
  let sum = 0;
  for (let at = tag; at < marginals.length; at += TAGS) sum += marginals[at]!;
  return sum;
}

/** A tagger over the model's bytes; it reads a document once. */
export function createTagger(bytes: Uint8Array): Tagger {
  let weights: Weights | undefined;
  const read = new WeakMap<TextDocument, Tagged>();
  return (doc, lists) => {
    const known = read.get(doc);
    if (known) return known;
    weights ??= readWeights(bytes);
    const { calibration } = weights;
    const features = featuresOf(doc, lists);
    const odds = peopleOdds(features, weights);
    const marginals = tagsOf(features, weights, odds);
    lean(features, marginals);
    const at = (i: number) =>
      marginals[i * TAGS + TAG.firstPrivate]! + marginals[i * TAGS + TAG.morePrivate]!;
    const tagged: Tagged = {
      names: namesIn(features, marginals, LEAST),
      at,
      odds,
      privateNames: sumOf(marginals, TAG.firstPrivate),
      publicNames: sumOf(marginals, TAG.firstPublic),
      uncapitalised: features.uncapitalised,
      shortness: shortness(features.topics),
      score: (evidence, boost = 0) => scoreOf(evidence, calibration, boost),
    };
    read.set(doc, tagged);
    return tagged;
  };
}
