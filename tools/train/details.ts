/** Trains the tagger of details: the weights of `lib/detect/details/tagger.ts`. */

import { type CategoryId, kindOf } from '../../lib/detect/category.ts';
import { type DetailFeatures, detailFeaturesOf, whoIn } from '../../lib/detect/details/features.ts';
import { JUDGE, marginalsOf, packWeights, ROW, type Weights } from '../../lib/detect/details/tagger.ts';
import { TAGS, tagOf } from '../../lib/detect/details/tags.ts';
import { createDocument, type TextDocument } from '../../lib/detect/document.ts';
import { BUCKETS } from '../../lib/detect/hashing.ts';
import { featuresOf } from '../../lib/detect/names/features.ts';
import type { Gazetteer } from '../../lib/detect/names/gazetteer.ts';
import { type Weights as NameWeights, oddsOf, privateIn } from '../../lib/detect/names/tagger.ts';
import { resolveOverlaps } from '../../lib/detect/overlap.ts';
import { personTest } from '../../lib/detect/person-test.ts';
import { createFormRecognizers } from '../../lib/detect/registry.ts';
import { recase } from '../bench/measure.ts';
import { authorOf, isPersonLabel, type Label, type LabelledText } from '../corpus.ts';
import { foldOf } from './names.ts';
import { chance, dropSome, random, shuffle } from './random.ts';

const EPOCHS = 7;
/** Share of features left out at each sight of a text. */
const DROPPED = 0.2;
const RATE = 0.15;
const DECAY = 0.97;
/** Gradients below this are left alone. */
const SMALL = 0.002;
/** After so many epochs only the largest weights are kept; the others learn to do without the rest. */
const PRUNED_AFTER = 4;
const KEPT_WEIGHTS = 121_000;
/** Weights are cut off here and rounded to steps. */
const LARGEST = 3;
const STEP = 0.1;

/** Values whose digits say nothing: others in their place teach the same. */
const isNumbered = ({ label }: Label): boolean =>
  kindOf(label as CategoryId) === 'direct' && label !== 'email';

const isDetail = (label: Label): boolean => !isPersonLabel(label) && tagOf(label.label) > 0;

/** Puts other digits into the values, or changes the case of all letters; every character keeps its place. */
function vary({ text, labels }: LabelledText): string {
  let varied = text;
  if (chance(0.5)) {
    for (const { start, end } of labels.filter(isNumbered)) {
      const value = varied
        .slice(start, end)
        .replace(/\d/g, (digit) => (chance(0.6) ? String(Math.floor(random() * 10)) : digit));
      varied = varied.slice(0, start) + value + varied.slice(end);
    }
  }
  const casing = random();
  if (casing > 0.18) return varied;
  return recase({ text: varied }, casing < 0.12 ? 'lower' : 'upper').text;
}

function goldOf(doc: TextDocument, labels: Label[]): Uint8Array {
  const gold = new Uint8Array(doc.tokens.length);
  for (const label of labels.filter(isDetail)) {
    let i = 0;
    while (i < doc.tokens.length && doc.tokens[i]!.end <= label.start) i++;
    for (; i < doc.tokens.length && doc.tokens[i]!.start < label.end; i++) gold[i] = tagOf(label.label);
  }
  return gold;
}

class Learner {
  readonly rows = new Float32Array(BUCKETS * ROW);
  readonly squares = new Float32Array(BUCKETS * ROW).fill(0.05);
  /** 1 for a weight that stays 0. */
  readonly pruned = new Uint8Array(BUCKETS * ROW);
  readonly steps = stepsOf(() => new Float32Array(TAGS));
  readonly stepSquares = stepsOf(() => new Float32Array(TAGS).fill(1));

  scores({ ids, starts }: DetailFeatures): Float64Array {
    const n = starts.length - 1;
    const scores = new Float64Array(n * TAGS);
    for (let i = 0; i < n; i++) {
      const at = i * TAGS + 1;
      for (let f = starts[i]!; f < starts[i + 1]!; f++) {
        const row = ids[f]! * ROW;
        for (let t = 0; t < ROW; t++) scores[at + t]! += this.rows[row + t]!;
      }
    }
    return scores;
  }

  /** One step towards the gold tags. */
  learn(features: DetailFeatures, gold: Uint8Array): void {
    const n = gold.length;
    const expected = stepsOf(() => new Float64Array(TAGS));
    const marginals = marginalsOf(this.scores(features), this.steps, expected);
    const gradient = new Float64Array(ROW);
    const tags: number[] = [];
    for (let i = 0; i < n; i++) {
      tags.length = 0;
      for (let t = 0; t < ROW; t++) {
        gradient[t] = (gold[i] === t + 1 ? 1 : 0) - marginals[i * TAGS + t + 1]!;
        if (Math.abs(gradient[t]!) > SMALL) tags.push(t);
      }
      if (tags.length === 0) continue;
      for (let f = features.starts[i]!; f < features.starts[i + 1]!; f++) {
        const row = features.ids[f]! * ROW;
        for (const t of tags) {
          if (this.pruned[row + t]) continue;
          const g = gradient[t]!;
          this.squares[row + t]! += g * g;
          this.rows[row + t]! += (RATE * g) / Math.sqrt(this.squares[row + t]!);
        }
      }
    }
    const seen = stepsOf(() => new Float64Array(TAGS));
    for (let i = 1; i < n; i++) {
      if (gold[i] === gold[i - 1]) seen.stay[gold[i]!]!++;
      else {
        seen.leave[gold[i - 1]!]!++;
        seen.enter[gold[i]!]!++;
      }
    }
    for (const kind of ['stay', 'enter', 'leave'] as const) {
      // Tag 0 stays at 0: the others are told by their difference from it.
      for (let t = 1; t < TAGS; t++) {
        const g = seen[kind][t]! - expected[kind][t]!;
        this.stepSquares[kind][t]! += g * g;
        this.steps[kind][t]! += (0.1 * g) / Math.sqrt(this.stepSquares[kind][t]!);
      }
    }
  }

  /** Keeps the largest weights alone. */
  prune(): void {
    const sizes = this.rows.map(Math.abs).sort();
    const least = sizes[sizes.length - KEPT_WEIGHTS]!;
    for (let i = 0; i < this.rows.length; i++) {
      if (Math.abs(this.rows[i]!) > least) continue;
      this.rows[i] = 0;
      this.pruned[i] = 1;
    }
  }

  decay(): void {
    for (let i = 0; i < this.rows.length; i++) this.rows[i]! *= DECAY;
  }
}

function stepsOf<T>(make: () => T): { stay: T; enter: T; leave: T } {
  return { stay: make(), enter: make(), leave: make() };
}

/** The weights as the product reads them. */
function sparse(rows: Float32Array, steps: Learner['steps']): Weights {
  const scale = Math.fround(STEP);
  const starts = new Int32Array(BUCKETS + 1);
  const tags: number[] = [];
  const values: number[] = [];
  for (let b = 0; b < BUCKETS; b++) {
    for (let t = 0; t < ROW; t++) {
      const weight = Math.round(Math.max(-LARGEST, Math.min(LARGEST, rows[b * ROW + t]!)) / scale);
      if (weight === 0) continue;
      tags.push(t + 1);
      values.push(weight);
    }
    starts[b + 1] = tags.length;
  }
  const judge = new Float32Array(JUDGE);
  return {
    ...steps,
    scale,
    judge,
    rows: starts,
    tags: Uint8Array.from(tags),
    values: Int8Array.from(values),
  };
}

/**
 * Trains on `train`; returns the model's bytes.
 * @param folds of `trainFolds`, over the first of the texts: what is known of names comes from one that has not seen the text
 */
export function trainDetails(
  train: LabelledText[],
  gazetteer: Gazetteer,
  folds: readonly NameWeights[],
): Uint8Array {
  const recognizers = createFormRecognizers(gazetteer);
  const exampleOf = (text: LabelledText, stranger: NameWeights) => {
    const doc = createDocument(vary(text));
    const nameFeatures = featuresOf(doc, gazetteer);
    const odds = oddsOf(nameFeatures, stranger);
    const named = privateIn(nameFeatures, stranger, odds);
    const forms = resolveOverlaps(recognizers.flatMap((recognizer) => recognizer.find(doc)));
    const persons = personTest(doc, gazetteer);
    const features = detailFeaturesOf(doc, {
      who: whoIn(doc, named, gazetteer),
      oddsAt: odds.at,
      persons,
      forms,
    });
    dropSome(features, DROPPED);
    return { features, gold: goldOf(doc, text.labels) };
  };
  const learner = new Learner();
  const sum = new Float32Array(learner.rows.length);
  const order = train.map((_, i) => i);
  let summed = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order);
    for (const i of order) {
      const { features, gold } = exampleOf(train[i]!, folds[foldOf(authorOf(train[i]!.id))]!);
      if (gold.length > 0) learner.learn(features, gold);
    }
    learner.decay();
    if (epoch + 1 === PRUNED_AFTER) learner.prune();
    if (epoch <= PRUNED_AFTER) continue;
    for (let i = 0; i < sum.length; i++) sum[i]! += learner.rows[i]!;
    summed++;
  }
  for (let i = 0; i < sum.length; i++) sum[i]! /= summed;
  return packWeights(sparse(sum, learner.steps));
}
