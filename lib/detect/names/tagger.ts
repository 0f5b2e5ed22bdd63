/**
 * Tells private people from public names: a linear-chain conditional random field over hashed features
 * (`features.ts`), trained by `tools/train.ts` on the train split of our corpus and the packed lists. A document is
 * looked at twice; the second look knows what the first made of the same word elsewhere, of the column and of the
 * whole.
 */
import type { TextDocument } from '../document.ts';
import { BUCKETS, bucket } from '../hashing.ts';
import { judged, judgeSize, probability } from '../judge.ts';
import { readSparse } from '../sparse.ts';
import { CAST, type Features, featuresOf, featuresOfPart, type Lists, TOPICS } from './features.ts';
import { SIGNS, type Signs } from './signs.ts';

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
  /** What makes a score of the evidence for a name: see `judge.ts`. */
  judge: Float32Array;
}

/** Most features of one token that only the second look has. */
export const EXTRAS = 14;

/** Pieces of evidence that a name's score is made of; `recognizers/person-name.ts` says what they are. */
const EVIDENCE = 43;
/** Numbers of the judge of names. */
export const JUDGE = judgeSize(EVIDENCE);

/** The log-odds that a text is about private people at all, by its topics. */
function peopleOdds({ topics }: Features, weights: Pick<Weights, 'topics' | 'topicScale'>): number {
  let sum = 0;
  for (const id of topics) sum += weights.topics[id]!;
  return sum * weights.topicScale * topicWeight(topics.length);
}

/** Tokens on each side of one, in its own paragraph, that tell what is spoken of there. */
const NEAR = 24;

/** The same for the words around each token: a note on one pupil may stand at the end of a lesson plan. */
function nearOdds(
  { topicsAt, lineOf }: Features,
  weights: Pick<Weights, 'topics' | 'topicScale'>,
): Float64Array {
  const n = lineOf.length;
  const sums = new Float64Array(n + 1);
  for (let i = 0; i < n; i++)
    sums[i + 1] = sums[i]! + weights.topics[topicsAt[2 * i]!]! + weights.topics[topicsAt[2 * i + 1]!]!;
  const odds = new Float64Array(n);
  for (let from = 0, to = 0; from < n; from = to) {
    // A paragraph ends before a line without words.
    for (to = from + 1; to < n && lineOf[to]! - lineOf[to - 1]! < 2; ) to++;
    for (let i = from; i < to; i++) {
      const low = Math.max(from, i - NEAR);
      const high = Math.min(to, i + NEAR + 1);
      odds[i] = (sums[high]! - sums[low]!) * weights.topicScale * topicWeight(2 * (high - low));
    }
  }
  return odds;
}

/** The log-odds that words are about private people: of the whole text, of those around each token, and the greater of both. */
export interface Odds {
  whole: number;
  near: Float64Array;
  at(i: number): number;
}

export function oddsOf(features: Features, weights: Pick<Weights, 'topics' | 'topicScale'>): Odds {
  const whole = peopleOdds(features, weights);
  const near = nearOdds(features, weights);
  return { whole, near, at: (i) => Math.max(whole, near[i]!) };
}

/** Share of one topic in the sum; a short text says little. */
export const topicWeight = (topics: number): number => 2 / Math.sqrt(Math.max(SHORT, topics));

/** Share of one word in the document's bag. */
export const wordsWeight = (features: Features): number =>
  WORDS_SHARE / Math.sqrt(Math.max(1, features.words.length));

/** Where the judge stands among the numbers before the weights. */
export const JUDGE_AT = 2 + TAGS * TAGS;
const HEAD = JUDGE_AT + JUDGE;

/** The model's bytes: scales, steps and judge in 32-bit floats, then the topics in 4 bits each, then the rows as `sparse.ts` packs them. */
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
    steps: numbers.slice(2, JUDGE_AT),
    judge: numbers.slice(JUDGE_AT),
    rows,
    topics: Int8Array.from({ length: TOPICS }, (_, i) => {
      const pair = bytes[head.length + (i >> 1)]!;
      return ((i & 1 ? pair : pair << 4) << 24) >> 28;
    }),
  };
}

/** Scores from the features of the document alone. In: for a part of a document, the scores of its tokens in the whole. */
export function firstScores(features: Features, weights: Weights, whole?: Float64Array): Float64Array {
  const { ids, starts, words, open, same } = features;
  const { rows, scale } = weights;
  const n = open.length;
  const scores = new Float64Array(n * TAGS);
  const bag = [0, 0, 0, 0];
  for (const id of words) for (let t = 0; t < ROWS; t++) bag[t]! += rows[id * ROWS + t]!;
  const share = wordsWeight(features);
  for (let i = 0; i < n; i++) {
    const at = i * TAGS;
    if (whole && same[i]) {
      for (let t = 1; t < TAGS; t++) scores[at + t] = whole[at + t]!;
      continue;
    }
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
    // What leads here from each tag; the first token is led to as from tag 0.
    const a = i === 0 ? 1 : forward[at - 5]!;
    const b = i === 0 ? 0 : forward[at - 4]!;
    const c = i === 0 ? 0 : forward[at - 3]!;
    const d = i === 0 ? 0 : forward[at - 2]!;
    const e = i === 0 ? 0 : forward[at - 1]!;
    let sum = 0;
    for (let t = 0; t < TAGS; t++) {
      const own = Math.exp(scores[at + t]! - top);
      emit[at + t] = own;
      const before =
        a * step[t]! + b * step[5 + t]! + c * step[10 + t]! + d * step[15 + t]! + e * step[20 + t]!;
      sum += forward[at + t] = before * own;
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
    const a = backward[0]!;
    const b = backward[1]!;
    const c = backward[2]!;
    const d = backward[3]!;
    const e = backward[4]!;
    let total = 0;
    for (let u = 0, way = 0; u < TAGS; u++, way += TAGS) {
      next[u] =
        step[way]! * emit[at]! * a +
        step[way + 1]! * emit[at + 1]! * b +
        step[way + 2]! * emit[at + 2]! * c +
        step[way + 3]! * emit[at + 3]! * d +
        step[way + 4]! * emit[at + 4]! * e;
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

/** The probability that token i is part of a name: private from tag `firstPrivate` on, public from `firstPublic` on. */
const sumAt = (marginals: Float64Array, i: number, tag: number): number =>
  marginals[i * TAGS + tag]! + marginals[i * TAGS + tag + 1]!;

const oddsLevel = (odds: number): number => Math.max(0, Math.min(9, Math.floor(odds * 1.5 + 5)));
const level = (p: number): number => (p < 0.05 ? 0 : p < 0.3 ? 1 : p < 0.7 ? 2 : p < 0.95 ? 3 : 4);

/** From this probability on, private and public together, a word counts as part of a name for the words near it. */
const NAMED = 0.3;
/** A name so many tokens away says nothing of another. */
const BESIDE = 10;

/**
 * For each token where the nearest other name before it ends, and where the one behind it begins, in its line; -1 for none:
 * of "Jade = Sally Ride, Ana = Frida Kahlo" each says what the next one is.
 */
function neighbours({ forms, lineOf }: Features, first: Float64Array): [Int32Array, Int32Array] {
  const n = forms.length;
  const isName = (i: number) =>
    forms[i] !== 0 &&
    first[i * TAGS + 1]! + first[i * TAGS + 2]! + first[i * TAGS + 3]! + first[i * TAGS + 4]! >= NAMED;
  const side = (step: 1 | -1) => {
    const nearest = new Int32Array(n).fill(-1);
    let last = -1;
    let beforeRun = -1;
    let inRun = false;
    for (let k = 0, i = step > 0 ? 0 : n - 1; k < n; k++, i += step) {
      if (k > 0 && lineOf[i] !== lineOf[i - step]) {
        last = -1;
        inRun = false;
      }
      const named = isName(i);
      // The words of one name have the same neighbour.
      if (named && !inRun) beforeRun = last;
      const other = named ? beforeRun : last;
      if (other >= 0 && Math.abs(i - other) <= BESIDE) nearest[i] = other;
      if (named) last = i;
      inRun = named;
    }
    return nearest;
  };
  return [side(1), side(-1)];
}

/** None, one or more signs of each kind, in one number. */
function signLevels(count: (kind: number) => number): number {
  let levels = 0;
  for (let kind = 0; kind < SIGNS; kind++) levels = levels * 3 + Math.min(2, count(kind));
  return levels;
}

/** What the first look says, as features of the second. */
export function extraFeatures(features: Features, first: Float64Array, odds: Odds): Int32Array {
  const { forms, open, columns, lineOf, marks, signs } = features;
  const n = open.length;
  const wholeSigns = signLevels((kind) => signs.whole[kind]!);
  const [before, behind] = neighbours(features, first);
  const levels = (j: number) =>
    j < 0 ? 25 : level(sumAt(first, j, TAG.firstPrivate)) * 5 + level(sumAt(first, j, TAG.firstPublic));
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
    const p = sumAt(first, i, TAG.firstPrivate);
    const q = sumAt(first, i, TAG.firstPublic);
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
  const topic = oddsLevel(odds.whole);
  const crowd = people < 0.3 ? 0 : people < 1 ? 1 : people < 2.5 ? 2 : people < 6 ? 3 : 4;
  const cast = publics < 0.5 ? 0 : publics < 2 ? 1 : 2;
  const density = Math.min(9, Math.floor((10 * people) / (people + publics + 0.3)));
  for (let i = 0; i < n; i++) {
    const p = sumAt(first, i, TAG.firstPrivate);
    const q = sumAt(first, i, TAG.firstPublic);
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
    extra[slot + 7] = bucket(67, oddsLevel(odds.near[i]!), own);
    extra[slot + 8] = bucket(68, oddsLevel(odds.near[i]!), topic, own);
    const left = before[i]!;
    const right = behind[i]!;
    const onLeft = left < 0 ? 0 : marks[left + 1]!;
    const onRight = right < 0 ? 0 : marks[right - 1]!;
    extra[slot + 9] = bucket(80, onLeft, levels(left), own);
    extra[slot + 10] = bucket(81, onRight, levels(right), own);
    extra[slot + 11] = bucket(82, levels(left), levels(right), own * 5 + level(q));
    extra[slot + 12] = bucket(
      83,
      signLevels((kind) => signs.near(kind, i)),
      own,
    );
    extra[slot + 13] = bucket(84, wholeSigns, own);
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

/** The probability of each tag at each token, after both looks at a document. In: what `firstScores` gives. */
export function tagsOf(
  features: Features,
  weights: Weights,
  scores: Float64Array = firstScores(features, weights),
  odds: Odds = oddsOf(features, weights),
): Float64Array {
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
export function privateIn(features: Features, weights: Weights, odds: Odds): Uint8Array {
  const marginals = tagsOf(features, weights, undefined, odds);
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
  /** The same if its paragraph were the whole text. */
  apartAt(i: number): number;
  /** The probability that token i is part of a public name. */
  publicAt(i: number): number;
  /** Whether token i is a character of a work that the text names. */
  isCast(i: number): boolean;
  odds: Odds;
  signs: Signs;
  /** The paragraph of each token, as a number. */
  paragraphOf: Int32Array;
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

/** Tokens of a paragraph after which it ends with its line: much is pasted without empty lines. */
const PARAGRAPH = 6;

/** Where the paragraphs end, as tokens: before a line without words, and with a line where they grow long. */
function paragraphEnds({ lineOf }: Features): number[] {
  const ends: number[] = [];
  for (let i = 1, from = 0; i < lineOf.length; i++) {
    const lines = lineOf[i]! - lineOf[i - 1]!;
    if (lines < 1 || (lines === 1 && i - from < PARAGRAPH)) continue;
    ends.push(i);
    from = i;
  }
  ends.push(lineOf.length);
  return ends;
}

/** The number of the paragraph of each token. */
function numbersOf(ends: readonly number[]): Int32Array {
  const numbers = new Int32Array(ends.at(-1)!);
  for (let p = 1; p < ends.length; p++) numbers.fill(p, ends[p - 1], ends[p]);
  return numbers;
}

/** The probabilities of each paragraph as if it were the whole text: what stands around it says nothing there. */
function readApart(
  features: Features,
  ends: number[],
  whole: { first: Float64Array; marginals: Float64Array },
  weights: Weights,
): Float64Array {
  const apart = whole.marginals.slice();
  let from = 0;
  for (const to of ends) {
    const part = featuresOfPart(features, from, to);
    const first = firstScores(part, weights, whole.first.subarray(from * TAGS, to * TAGS));
    const marginals = tagsOf(part, weights, first);
    lean(part, marginals);
    apart.set(marginals, from * TAGS);
    from = to;
  }
  return apart;
}

/** For each token what finds a private person the likelier: the whole text or its paragraph. */
function likelier(whole: Float64Array, apart: Float64Array): Float64Array {
  if (whole === apart) return whole;
  const best = whole.slice();
  for (let at = 0; at < whole.length; at += TAGS) {
    const isLess = whole[at + 1]! + whole[at + 2]! < apart[at + 1]! + apart[at + 2]!;
    if (isLess) best.set(apart.subarray(at, at + TAGS), at);
  }
  return best;
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
    const { judge } = weights;
    const features = featuresOf(doc, lists);
    const odds = oddsOf(features, weights);
    const first = firstScores(features, weights);
    const marginals = tagsOf(features, weights, first, odds);
    lean(features, marginals);
    const ends = paragraphEnds(features);
    const apart = ends.length > 1 ? readApart(features, ends, { first, marginals }, weights) : marginals;
    const tagged: Tagged = {
      names: namesIn(features, likelier(marginals, apart), LEAST),
      at: (i) => sumAt(marginals, i, TAG.firstPrivate),
      apartAt: (i) => sumAt(apart, i, TAG.firstPrivate),
      publicAt: (i) => sumAt(marginals, i, TAG.firstPublic),
      isCast: (i) => features.known[i] === CAST,
      odds,
      signs: features.signs,
      paragraphOf: numbersOf(ends),
      privateNames: sumOf(marginals, TAG.firstPrivate),
      publicNames: sumOf(marginals, TAG.firstPublic),
      uncapitalised: features.uncapitalised,
      shortness: shortness(features.topics),
      score: (evidence, boost = 0) => probability(judged(evidence, judge) + boost),
    };
    read.set(doc, tagged);
    return tagged;
  };
}
