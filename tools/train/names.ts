/** Trains the tagger of names: the weights of `lib/detect/names/tagger.ts`. */
import { createDocument } from '../../lib/detect/document.ts';
import { BUCKETS } from '../../lib/detect/hashing.ts';
import { type Features, featuresOf, TOPICS } from '../../lib/detect/names/features.ts';
import { type Gazetteer, nameKey, WORD_BITS } from '../../lib/detect/names/gazetteer.ts';
import {
  EXTRAS,
  extraFeatures,
  firstScores,
  JUDGE,
  JUDGE_AT,
  marginalsOf,
  namesIn,
  oddsOf,
  ROWS,
  readWeights,
  secondScores,
  TAG,
  TAGS,
  tagsOf,
  topicWeight,
  type Weights,
  wordsWeight,
} from '../../lib/detect/names/tagger.ts';
import { packSparse } from '../../lib/detect/sparse.ts';
import { isPersonLabel } from '../corpus.ts';
import { loadTables } from '../load-detector.ts';
import { calibrateNames } from './calibrate.ts';
import { chance, dropSome, reseed, shuffle } from './random.ts';
import { type Sample, type Variations, WORD } from './samples.ts';

/** Share of features left out at each sight of a text. */
const DROPPED = 0.3;
export const FOLDS = 4;
const FOLD_EPOCHS = 4;
const TOPIC_EPOCHS = 12;
const RATE = 0.12;
const DECAY = 0.985;
/** Gradients below this are left alone: most tokens are plainly no names. */
const SMALL = 0.002;
const EPOCHS = 12;
/** After so many epochs only the largest weights are kept; the others learn to do without the rest. */
const PRUNED_AFTER = 6;
const KEPT_WEIGHTS = 384_000;
/** Weights are cut off here, rounded to steps, and left out where small: what is left is packed far tighter. */
const LARGEST = 3;
const STEP = 0.2;
const LEAST_WEIGHT = 0.1;
/** The same of topics. */
const LARGEST_TOPIC = 2;

interface Example {
  features: Features;
  gold: Uint8Array;
}

function exampleOf({ text, labels }: Sample, gazetteer: Gazetteer, plain = false): Example {
  const doc = createDocument(text);
  const hidden = new Set<string>();
  if (!plain && chance(0.35)) {
    for (const label of labels)
      for (const word of text.slice(label.start, label.end).match(WORD) ?? []) hidden.add(nameKey(word));
  }
  const entryOf = (key: string) =>
    hidden.has(key) ? gazetteer.entryOf(key) & WORD_BITS : gazetteer.entryOf(key);
  const features = featuresOf(doc, { ...gazetteer, entryOf }, plain || !chance(0.3));
  if (!plain) dropSome(features, DROPPED);
  const gold = new Uint8Array(doc.tokens.length);
  let i = 0;
  for (const label of labels) {
    while (i < doc.tokens.length && doc.tokens[i]!.end <= label.start) i++;
    const first = label.label === 'public' ? TAG.firstPublic : TAG.firstPrivate;
    for (let j = i; j < doc.tokens.length && doc.tokens[j]!.start < label.end; j++)
      gold[j] = j === i ? first : first + 1;
  }
  return { features, gold };
}

/** Marginals of the first look. */
function look({ features }: Example, weights: Weights): Float64Array {
  return marginalsOf(firstScores(features, weights), weights.steps);
}

/** Weights in the making, with the squares of their gradients so far (AdaGrad). */
class Learner {
  readonly weights = {
    rows: new Float32Array(BUCKETS * ROWS),
    topics: new Float32Array(0) as Float32Array,
    scale: 1,
    topicScale: 1,
    steps: new Float32Array(TAGS * TAGS),
    judge: new Float32Array(JUDGE),
  } satisfies Weights;
  readonly squares = new Float32Array(BUCKETS * ROWS).fill(0.05);
  readonly stepSquares = new Float32Array(TAGS * TAGS).fill(1);
  /** 1 for a weight that stays 0. */
  readonly pruned = new Uint8Array(BUCKETS * ROWS);

  /** One step towards the gold tags, at the first look alone or, with the `extra` features, at both. */
  learn(example: Example, extra?: Int32Array): void {
    const scores = firstScores(example.features, this.weights);
    this.step(example, scores, undefined);
    if (extra) this.step(example, secondScores(scores, extra, this.weights), extra);
  }

  step({ features, gold }: Example, scores: Float64Array, extra: Int32Array | undefined): void {
    const n = gold.length;
    if (n === 0) return;
    const stepGradient = new Float64Array(TAGS * TAGS);
    const marginals = marginalsOf(scores, this.weights.steps, stepGradient);
    for (let i = 1; i < n; i++) stepGradient[gold[i - 1]! * TAGS + gold[i]!]!++;
    const gradient = new Float64Array(ROWS);
    const bag = new Float64Array(ROWS);
    for (let i = 0; i < n; i++) {
      let size = 0;
      for (let t = 0; t < ROWS; t++) {
        gradient[t] = (gold[i] === t + 1 ? 1 : 0) - marginals[i * TAGS + t + 1]!;
        size = Math.max(size, Math.abs(gradient[t]!));
      }
      if (size < SMALL) continue;
      for (let f = features.starts[i]!; f < features.starts[i + 1]!; f++)
        this.move(features.ids[f]!, gradient);
      for (let e = i * EXTRAS; extra && e < (i + 1) * EXTRAS; e++)
        if (extra[e]! >= 0) this.move(extra[e]!, gradient);
      if (features.open[i]) for (let t = 0; t < ROWS; t++) bag[t]! += gradient[t]!;
    }
    const share = wordsWeight(features);
    for (let t = 0; t < ROWS; t++) bag[t]! *= share;
    for (const id of features.words) this.move(id, bag);
    for (let s = 0; s < TAGS * TAGS; s++) {
      this.stepSquares[s]! += stepGradient[s]! ** 2;
      this.weights.steps[s]! += (0.1 * stepGradient[s]!) / Math.sqrt(this.stepSquares[s]!);
    }
  }

  move(id: number, gradient: Float64Array): void {
    const { rows } = this.weights;
    for (let t = 0; t < ROWS; t++) {
      const g = gradient[t]!;
      const at = id * ROWS + t;
      if (this.pruned[at]) continue;
      this.squares[at]! += g * g;
      rows[at]! += (RATE * g) / Math.sqrt(this.squares[at]!);
    }
  }

  /** Keeps the largest weights alone. */
  prune(): void {
    const { rows } = this.weights;
    const least = rows.map(Math.abs).sort()[rows.length - KEPT_WEIGHTS]!;
    for (let i = 0; i < rows.length; i++) {
      if (Math.abs(rows[i]!) > least) continue;
      rows[i] = 0;
      this.pruned[i] = 1;
    }
  }

  decay(): void {
    const { rows } = this.weights;
    for (let i = 0; i < rows.length; i++) rows[i]! *= DECAY;
  }
}

/** The model in bytes: see `readWeights`. */
function packed(rows: Float64Array, steps: Float64Array, topics: Float32Array): Uint8Array {
  const scale = Math.fround(STEP);
  const topicScale = Math.fround(LARGEST_TOPIC / 7);
  const head = new Float32Array([scale, topicScale, ...steps, ...new Array<number>(JUDGE).fill(0)]);
  const rounded = (weight: number, step: number) =>
    Math.round(Math.max(-LARGEST, Math.min(LARGEST, weight)) / step);
  const small = (weight: number) => (Math.abs(weight) < LEAST_WEIGHT ? 0 : rounded(weight, scale));
  const body = packSparse(Array.from(rows, small));
  const bytes = new Uint8Array(head.byteLength + topics.length / 2 + body.length);
  bytes.set(new Uint8Array(head.buffer));
  // A topic is one of many that add up, so that even small ones count.
  for (let i = 0; i < topics.length; i++) {
    const nibble = Math.max(-7, Math.min(7, Math.round(topics[i]! / topicScale))) & 15;
    bytes[head.byteLength + (i >> 1)]! |= i & 1 ? nibble << 4 : nibble;
  }
  bytes.set(body, head.byteLength + topics.length / 2);
  return bytes;
}

function report(model: Weights, dev: [Sample, Example][]): void {
  for (const knobs of [0.2, 0.35, 0.5, 0.65, 0.8]) {
    const count = { names: 0, found: 0, right: 0, all: 0, clean: 0, alarms: 0, publics: 0, flagged: 0 };
    for (const [sample, { features, gold }] of dev) {
      const names = namesIn(features, tagsOf(features, model), knobs);
      const hit = new Uint8Array(gold.length);
      for (const name of names) hit.fill(1, name.from, name.to);
      const isClean = !sample.labels.some(isPersonLabel);
      count.all += names.length;
      count.right += names.filter(({ from, to }) =>
        gold.slice(from, to).some((tag) => tag === 1 || tag === 2),
      ).length;
      if (isClean) count.clean++;
      if (isClean && names.length > 0) count.alarms++;
      for (let i = 0; i < gold.length; i++) {
        if (gold[i] !== 1 && gold[i] !== 3) continue;
        let to = i + 1;
        while (to < gold.length && gold[to] === gold[i]! + 1) to++;
        const found = hit.slice(i, to).some(Boolean);
        if (gold[i] === 1) {
          count.names++;
          if (found) count.found++;
        } else if (!isClean) {
          count.publics++;
          if (found) count.flagged++;
        }
      }
    }
    const share = (a: number, b: number) => `${((100 * a) / b).toFixed(1)}%`;
    process.stdout.write(
      `  at ${knobs}: found ${share(count.found, count.names)}, precision ${share(count.right, count.all)}, clean texts with an alarm ${share(count.alarms, count.clean)}, public flagged ${share(count.flagged, count.publics)}\n`,
    );
  }
}

/** Learns the topics of texts about private people from some of the texts; returns the row of each bucket. */
function learnTopics(examples: Example[]): Float32Array {
  const rows = new Float32Array(TOPICS);
  const squared = new Float32Array(TOPICS).fill(0.02);
  const turns = examples.map((_, i) => i);
  for (let epoch = 0; epoch < TOPIC_EPOCHS; epoch++) {
    shuffle(turns);
    for (const turn of turns) {
      const { features, gold } = examples[turn]!;
      const share = topicWeight(features.topics.length);
      let sum = 0;
      for (const id of features.topics) sum += rows[id]!;
      const isAbout = gold.some((tag) => tag === TAG.firstPrivate) ? 1 : 0;
      const g = (isAbout - 1 / (1 + Math.exp(-sum * share))) * share;
      for (const id of features.topics) {
        squared[id]! += g * g;
        rows[id]! += (0.15 * g) / Math.sqrt(squared[id]!);
      }
    }
  }
  return rows;
}

/** The fold of an author's texts. */
export const foldOf = (author: string): number =>
  [...author].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % FOLDS;

/**
 * Models that have not seen some of the authors, one for each fold: what they make of those authors' texts is no memory, and
 * as sure as it will be of a stranger's. Each draws from a seed of its own, so that folds can be trained beside each other.
 */
export function trainFolds(
  folds: readonly number[],
  train: Sample[],
  gazetteer: Gazetteer,
  variations: Variations,
): Weights[] {
  const plain = train.map((sample) => exampleOf(sample, gazetteer, true));
  return folds.map((fold) => {
    reseed(1 + fold);
    const learner = new Learner();
    const turns = train.map((_, i) => i).filter((i) => foldOf(train[i]!.author) !== fold);
    learner.weights.topics = learnTopics(turns.map((i) => plain[i]!));
    for (let epoch = 0; epoch < FOLD_EPOCHS; epoch++) {
      shuffle(turns);
      for (const i of turns) learner.learn(exampleOf(variations.vary(train[i]!), gazetteer));
      learner.decay();
    }
    return learner.weights;
  });
}

/** Trains on `train`, calibrates on `devTexts`; returns the model's bytes. @param folds of the same texts */
export function trainNames(
  train: Sample[],
  devTexts: Sample[],
  gazetteer: Gazetteer,
  variations: Variations,
  folds: readonly Weights[],
): Uint8Array {
  reseed();
  const asWritten = (sample: Sample) => exampleOf(sample, gazetteer, true);
  const learner = new Learner();
  learner.weights.topics = learnTopics(train.map(asWritten));
  const sumRows = new Float64Array(BUCKETS * ROWS);
  const sumSteps = new Float64Array(TAGS * TAGS);
  let summed = 0;
  const turns = train.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(turns);
    for (const i of turns) {
      const one = exampleOf(variations.vary(train[i]!), gazetteer);
      // What the second look learns from the first, and from the odds of a text, must come from a model that has not seen it.
      const stranger = folds[foldOf(train[i]!.author)]!;
      learner.learn(one, extraFeatures(one.features, look(one, stranger), oddsOf(one.features, stranger)));
    }
    learner.decay();
    if (epoch + 1 === PRUNED_AFTER) learner.prune();
    if (epoch <= PRUNED_AFTER) continue;
    for (let i = 0; i < sumRows.length; i++) sumRows[i]! += learner.weights.rows[i]!;
    for (let s = 0; s < sumSteps.length; s++) sumSteps[s]! += learner.weights.steps[s]!;
    summed++;
  }
  const model = packed(
    sumRows.map((sum) => sum / summed),
    sumSteps.map((sum) => sum / summed),
    learner.weights.topics,
  );
  // The judge is fitted to what the packed weights say, so it is written into the bytes last.
  new Float32Array(model.buffer, 4 * JUDGE_AT, JUDGE).set(calibrateNames(model, devTexts, loadTables()));
  const dev = devTexts.map((sample): [Sample, Example] => [sample, asWritten(sample)]);
  report(readWeights(model), dev);
  return model;
}
