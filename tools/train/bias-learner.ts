/** Learns the weights of `lib/learn/bias-weigher.ts` from labelled texts. All chance comes from `random.ts`. */
import { FEW_PLACES, type Features, PLACES, type Rows } from '../../lib/learn/bias-features.ts';
import { CUES, type Seen, TASKS } from '../../lib/learn/bias-rules.ts';
import {
  askOf,
  HIDDEN,
  LARGEST,
  oddsOf,
  sentenceSums,
  sharesOf,
  sumOf,
  type Table,
  textShare,
  textSum,
  type Weights,
  weigh,
} from '../../lib/learn/bias-weigher.ts';
import { random, reseed, shuffle } from './random.ts';

export interface Example {
  seen: Seen;
  features: Features;
  /** Whether it judges a student beside a cue. */
  judges: boolean;
  /** What it asks for, with a cue or without. */
  task: string | null;
  cue: string | null;
  /** 1 for each token of the cue; null where it is not known which. */
  gold: Uint8Array | null;
  /** An ordinary text, not a prompt that was written to be one. */
  isOrdinary: boolean;
  /**
   * Judges somebody who is named and has no cue by its label: the authors held a first name to be none, and the note
   * does not. Nothing is learned of it.
   */
  isDoubtful: boolean;
}

const EPOCHS = 10;
/** From this epoch on weights are summed up, and their mean is kept. */
const MEAN_FROM = 5;
/** After so many epochs only the largest weights are kept. */
const PRUNED_AFTER = 5;
const RATE = 0.06;
const DECAY = 0.97;
const DROPPED = 0.3;
/** Gradients below this are left alone. */
const SMALL = 0.003;
const SMALL_TOKEN = 0.01;
const STEP = 0.05;
/** What tokens of a text count that asks nothing: with words of cues, and without. */
const TOPIC_COUNTS = 0.3;
const NOTHING_COUNTS = 0.6;

const KEPT = { asks: 12_000, whole: 7_000, direct: 8_000, cues: 16_000, tasks: 800, kinds: 400 };

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** A table that learns (Adagrad). */
class Learner implements Table {
  readonly values: Float32Array;
  readonly step = 1;
  base = 0;
  readonly #squares: Float32Array;
  #baseSquares = 1;
  readonly #kept: number;
  #pruned: Uint8Array | undefined;
  #sums: Float32Array | undefined;
  #baseSum = 0;
  #summed = 0;

  constructor(places: number, kept: number) {
    this.values = new Float32Array(places);
    this.#squares = new Float32Array(places).fill(0.1);
    this.#kept = kept;
  }

  learn(ids: Int32Array, from: number, to: number, gradient: number, rate: number): void {
    for (let i = from; i < to; i++) {
      const id = ids[i]!;
      if (this.#pruned?.[id] || random() < DROPPED) continue;
      this.#squares[id]! += gradient * gradient;
      this.values[id]! += (rate * gradient) / Math.sqrt(this.#squares[id]!);
    }
  }

  learnBase(gradient: number, rate: number): void {
    this.#baseSquares += gradient * gradient;
    this.base += (rate * gradient) / Math.sqrt(this.#baseSquares);
  }

  endEpoch(epoch: number): void {
    for (let i = 0; i < this.values.length; i++) this.values[i]! *= DECAY;
    if (epoch + 1 === PRUNED_AFTER) this.#prune();
    if (epoch < MEAN_FROM) return;
    this.#sums ??= new Float32Array(this.values.length);
    for (let i = 0; i < this.values.length; i++) this.#sums[i]! += this.values[i]!;
    this.#baseSum += this.base;
    this.#summed++;
  }

  #prune(): void {
    const least = this.values.map(Math.abs).sort()[Math.max(0, this.values.length - this.#kept)]!;
    this.#pruned = Uint8Array.from(this.values, (value) => (Math.abs(value) > least ? 0 : 1));
    for (let i = 0; i < this.values.length; i++) if (this.#pruned[i]) this.values[i] = 0;
  }

  /** The mean of the last epochs in whole steps, as the package has it. */
  taken(): Table {
    const values = Int8Array.from(this.#sums!, (sum) =>
      Math.max(-LARGEST, Math.min(LARGEST, Math.round(sum / this.#summed / STEP))),
    );
    return { values, step: STEP, base: Math.round((1000 * this.#baseSum) / this.#summed) / 1000 };
  }
}

/** All weights but those of the last step. */
export function learn(examples: readonly Example[], groups: Map<number, number>): Weights {
  reseed();
  const asks = new Learner(PLACES, KEPT.asks);
  const whole = new Learner(PLACES, KEPT.whole);
  const direct = new Learner(PLACES, KEPT.direct);
  const cues = new Learner(PLACES, KEPT.cues);
  const tasks = TASKS.map(() => new Learner(FEW_PLACES, KEPT.tasks));
  const kinds = CUES.map(() => new Learner(FEW_PLACES, KEPT.kinds));
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order);
    for (const i of order) {
      const example = examples[i]!;
      learnAsk(example, asks, whole);
      if (example.isDoubtful) continue;
      learnText(direct, example.features.whole, example.judges ? 1 : 0);
      learnKind(tasks, TASKS.indexOf(example.task as never), example.features.tasks);
      learnCue(example, cues, kinds);
    }
    for (const table of [asks, whole, direct, cues, ...tasks, ...kinds]) table.endEpoch(epoch);
  }
  return {
    asks: asks.taken(),
    whole: whole.taken(),
    direct: direct.taken(),
    cues: cues.taken(),
    tasks: tasks.map((table) => table.taken()),
    kinds: kinds.map((table) => table.taken()),
    last: [],
    least: 0,
    groups,
  };
}

/** A text asks where one sentence does: each learns by its share in that. */
function learnAsk({ features, task }: Example, asks: Learner, whole: Learner): void {
  const sums = sentenceSums(asks, features.asks);
  const { best, odds } = askOf(sums, textSum(whole, features.whole));
  const gradient = (task ? 1 : 0) - sigmoid(odds);
  if (Math.abs(gradient) < SMALL) return;
  const parts = sums.map((sum) => Math.exp(sum - best));
  const total = parts.reduce((a, b) => a + b, 0);
  const { ids, starts } = features.asks;
  parts.forEach((part, i) => {
    if (part / total > 0.02) asks.learn(ids, starts[i]!, starts[i + 1]!, (gradient * part) / total, RATE);
  });
  whole.learn(features.whole, 0, features.whole.length, gradient, 0.6 * RATE);
  whole.learnBase(gradient, RATE);
}

function learnText(table: Learner, ids: Int32Array, truth: number): void {
  const gradient = truth - sigmoid(textSum(table, ids));
  if (Math.abs(gradient) < SMALL) return;
  table.learn(ids, 0, ids.length, gradient * textShare(ids.length), RATE);
  table.learnBase(gradient, RATE);
}

/** One of several tables, by their shares. */
function learnKind(tables: Learner[], truth: number, ids: Int32Array): void {
  if (truth < 0) return;
  const shares = sharesOf(tables.map((table) => textSum(table, ids)));
  tables.forEach((table, i) => {
    const gradient = (i === truth ? 1 : 0) - shares[i]!;
    if (Math.abs(gradient) < SMALL_TOKEN) return;
    table.learn(ids, 0, ids.length, gradient * textShare(ids.length), RATE);
    table.learnBase(gradient, RATE);
  });
}

function learnCue(example: Example, cues: Learner, kinds: Learner[]): void {
  const { features, gold, judges, task, cue, isOrdinary } = example;
  if (!gold) return;
  const asksNothing = cue || isOrdinary ? TOPIC_COUNTS : NOTHING_COUNTS;
  const counts = judges || task ? 1 : asksNothing;
  const kind = CUES.indexOf(cue as never);
  eachRow(features.cues, (ids, from, to, i) => {
    const gradient = counts * (gold[i]! - sigmoid(cues.base + sumOf(cues, ids, from, to)));
    if (Math.abs(gradient) > SMALL_TOKEN) {
      cues.learn(ids, from, to, gradient, RATE);
      cues.learnBase(gradient, 0.3 * RATE);
    }
    if (gold[i] && judges && kind >= 0) learnTokenKind(kinds, kind, features.kinds, i);
  });
}

function learnTokenKind(tables: Learner[], truth: number, { ids, starts }: Rows, row: number): void {
  const [from, to] = [starts[row]!, starts[row + 1]!];
  const shares = sharesOf(tables.map((table) => table.base + sumOf(table, ids, from, to)));
  tables.forEach((table, i) => {
    const gradient = (i === truth ? 1 : 0) - shares[i]!;
    if (Math.abs(gradient) > SMALL_TOKEN) table.learn(ids, from, to, gradient, RATE);
  });
}

function eachRow(
  { ids, starts }: Rows,
  see: (ids: Int32Array, from: number, to: number, row: number) => void,
): void {
  for (let row = 0; row + 1 < starts.length; row++) see(ids, starts[row]!, starts[row + 1]!, row);
}

export const evidenceOf = ({ seen, features }: Example, weights: Weights): number[] =>
  weigh(seen, features, weights).evidence;

const LAST_EPOCHS = 30;
const LAST_RATE = 0.08;
const LAST_DECAY = 1e-3;

/** The weights of the last step. @param some evidence by weights that have not seen the text */
export function learnLast(some: readonly { evidence: number[]; judges: boolean }[]): number[] {
  reseed();
  const count = some[0]!.evidence.length;
  const size = count + HIDDEN + HIDDEN * count;
  const last = Float64Array.from({ length: size }, (_, i) => (i < count ? 0 : (random() - 0.5) * 0.6));
  const squares = new Float64Array(size).fill(0.1);
  const order = some.map((_, i) => i);
  const hidden = new Float64Array(HIDDEN);
  for (let epoch = 0; epoch < LAST_EPOCHS; epoch++) {
    shuffle(order);
    const rate = LAST_RATE * (1 - (0.8 * epoch) / LAST_EPOCHS);
    const change = (i: number, gradient: number) => {
      const g = gradient - LAST_DECAY * last[i]!;
      squares[i]! += g * g;
      last[i]! += (rate * g) / Math.sqrt(squares[i]!);
    };
    for (const i of order) {
      const { evidence, judges } = some[i]!;
      const gradient = (judges ? 1 : 0) - sigmoid(oddsOf(evidence, last, hidden));
      for (let j = 0; j < count; j++) change(j, gradient * evidence[j]!);
      for (let unit = 0; unit < HIDDEN; unit++) {
        const inner = gradient * last[count + unit]! * (1 - hidden[unit]! ** 2);
        change(count + unit, gradient * hidden[unit]!);
        const from = count + HIDDEN + unit * count;
        for (let j = 0; j < count; j++) change(from + j, inner * evidence[j]!);
      }
    }
  }
  return Array.from(last, (value) => Math.round(value * 1000) / 1000);
}
