/**
 * Trains the person tagger: `node tools/train.ts`. Reads only this repository: the packed name lists, the lists of
 * `lib/detect/names/known.ts`, and the train split of the corpus; the dev split calibrates the scores. Every number
 * comes from one seed, so that a second run on the same Node writes the same bytes. Writes
 * `lib/detect/names/tagger.data.ts`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createDocument } from '../lib/detect/document.ts';
import { BUCKETS, type Features, featuresOf, TOPICS } from '../lib/detect/names/features.ts';
import { TABLES } from '../lib/detect/names/gazetteer.data.ts';
import { createGazetteer, FLAG, nameKey, readNames } from '../lib/detect/names/gazetteer.ts';
import { PUBLIC_FULL_NAMES } from '../lib/detect/names/known.ts';
import {
  EXTRAS,
  evidenceOf,
  extraFeatures,
  firstScores,
  LEAST,
  marginalsOf,
  namesIn,
  peopleOdds,
  ROWS,
  readWeights,
  secondScores,
  TAG,
  TAGS,
  tagsOf,
  topicWeight,
  type Weights,
  wordsWeight,
} from '../lib/detect/names/tagger.ts';
import { isPersonLabel, type Label, type LabelledText, loadCorpus } from './corpus.ts';

/** Share of features left out at each sight of a text. */
const DROPPED = 0.15;
const FOLDS = 4;
const FOLD_EPOCHS = 6;
const TOPIC_EPOCHS = 12;
const SEED = 20261123;
const RATE = 0.12;
const DECAY = 0.985;
/** Gradients below this are left alone: most tokens are plainly no names. */
const SMALL = 0.002;
/** Weights are cut off here, so that one byte holds them finely enough. */
const LARGEST = 3;

const { values: options } = parseArgs({
  options: { epochs: { type: 'string', default: '14' }, 'dry-run': { type: 'boolean' } },
});
const EPOCHS = Number(options.epochs);

const nameBytes = Buffer.from(TABLES.names, 'base64');
const gazetteer = createGazetteer(nameBytes);

/** Mulberry32. */
let state = SEED;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const chance = (p: number): boolean => random() < p;
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

interface Sample {
  text: string;
  /** Of private people and public names only, in order. */
  labels: Label[];
  genre: string;
}

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const KEPT =
  /^(?:jr|sr|ii|iii|iv|v|de|del|la|las|los|da|dos|di|van|von|der|den|bin|al|el|y|the|of|mr|ms|mrs|dr|coach)$/;

const isUsed = (label: Label): boolean => label.label === 'public' || isPersonLabel(label);

function samplesOf(texts: LabelledText[]): Sample[] {
  return texts.map(({ text, labels, genre }) => ({ text, genre, labels: labels.filter(isUsed) }));
}

/** Name words of the train split and of the packed lists, by their place in a name. */
function collectPools(samples: Sample[]) {
  const given = new Set<string>();
  const family = new Set<string>();
  for (const { text, labels } of samples) {
    for (const label of labels.filter(isPersonLabel)) {
      const value = text.slice(label.start, label.end);
      const words = (value.match(WORD) ?? []).filter(
        (word) => word.length > 2 && /^\p{Lu}.*\p{Ll}/u.test(word) && !KEPT.test(word.toLowerCase()),
      );
      if (words.length < 2) continue;
      const inverted = value.includes(',');
      (inverted ? family : given).add(words[0]!);
      (inverted ? given : family).add(words.at(-1)!);
    }
  }
  const capital = (key: string) => key[0]!.toUpperCase() + key.slice(1);
  const listed = [...readNames(nameBytes)].filter(([key]) => key.length > 2);
  const withFlag = (flag: number) =>
    listed.filter(([, flags]) => flags & flag && !(flags & FLAG.word)).map(([key]) => capital(key));
  return {
    given: { corpus: [...given], list: withFlag(FLAG.given) },
    family: { corpus: [...family], list: withFlag(FLAG.surname) },
  };
}

const train = samplesOf(loadCorpus('train'));
const pools = collectPools(train);
const publicNames = [...PUBLIC_FULL_NAMES]
  .filter((name) => /^[a-z]{3,} [a-z]{3,}$/.test(name))
  .map((name) => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()));

/** A name from the texts, from the lists, or one that nobody has: the front of one and the back of another. */
function newName(kind: 'given' | 'family'): string {
  const pool = pools[kind];
  const source = () => pick(chance(0.7) ? pool.corpus : pool.list);
  if (chance(0.65)) return pick(chance(0.55) ? pool.corpus : pool.list);
  const front = source();
  const back = source();
  const made =
    front.slice(0, 1 + Math.floor(random() * Math.min(5, front.length - 1))) +
    back.slice(Math.floor(back.length / 2)).toLowerCase();
  return made.length > 2 ? made : front;
}

function likeWritten(model: string, name: string): string {
  if (model === model.toLowerCase()) return name.toLowerCase();
  return model.length > 1 && model === model.toUpperCase() ? name.toUpperCase() : name;
}

/** Puts other names in the place of those of a text, the same for the same word of a text. */
function swapNames(sample: Sample): Sample {
  const swaps = new Map<string, string>();
  const kinds = new Map<string, 'given' | 'family'>();
  for (const label of sample.labels) {
    const value = sample.text.slice(label.start, label.end);
    const words = value.match(WORD) ?? [];
    const titled = /(?:\b(?:Mr|Ms|Mrs|Miss|Dr|Mx|Coach|Sra?|Srta|Officer|Principal|Profe?)\.?) $/.test(
      sample.text.slice(Math.max(0, label.start - 12), label.start),
    );
    words.forEach((word, at) => {
      const last = at === words.length - 1;
      const family = words.length === 1 ? titled : value.includes(',') ? at === 0 : last;
      const key = nameKey(word);
      if (!kinds.has(key) || (family && words.length > 1)) kinds.set(key, family ? 'family' : 'given');
    });
  }
  const asPublic = chance(0.06) ? pick(publicNames).split(' ') : undefined;
  const swapPublic = chance(0.5);
  const replace = (label: Label): string => {
    const value = sample.text.slice(label.start, label.end);
    if (label.label === 'public') {
      const words = value.split(' ');
      const person =
        /^\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’-]*\.?)*$/u.test(value) &&
        words.length < 4 &&
        words.some((word) => (gazetteer.flagsOf(nameKey(word)) & 3) !== 0);
      if (!person || !swapPublic) return value;
      if (words.length === 2 && chance(0.4)) return pick(publicNames);
    }
    return value.replace(WORD, (word) => {
      const key = nameKey(word);
      if (key.length < 2 || KEPT.test(key) || !/^[\p{Script=Latin}'’-]+$/u.test(word)) return word;
      let name = swaps.get(key);
      if (!name) {
        name = newName(kinds.get(key) ?? 'given');
        if (asPublic && swaps.size < 2) name = asPublic[kinds.get(key) === 'family' ? 1 : 0]!;
        if (word.includes('-') && chance(0.6)) name = `${name}-${newName('family')}`;
        swaps.set(key, name);
      }
      return likeWritten(word, name);
    });
  };
  return rewrite(sample, replace, (between) => between);
}

/** A text with labels replaced by `inside` and what is between them by `outside`; labels follow. */
function rewrite(
  sample: Sample,
  inside: (label: Label) => string,
  outside: (between: string) => string,
): Sample {
  let text = '';
  let at = 0;
  const labels: Label[] = [];
  for (const label of sample.labels) {
    if (label.start < at) continue;
    text += outside(sample.text.slice(at, label.start));
    const start = text.length;
    text += inside(label);
    labels.push({ ...label, start, end: text.length });
    at = label.end;
  }
  text += outside(sample.text.slice(at));
  return { ...sample, text, labels };
}

function withTypos(between: string): string {
  return between.replace(/\p{L}{5,}/gu, (word) => {
    if (!chance(0.08)) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    return chance(0.5)
      ? word.slice(0, at) + word.slice(at + 1)
      : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  });
}

/** One to three sentences of a text: much of what is pasted is no longer. */
function excerpt(sample: Sample): Sample {
  const { sentences } = createDocument(sample.text);
  if (sentences.length < 3) return sample;
  const at = Math.floor(random() * sentences.length);
  const { start } = sentences[at]!;
  const { end } = sentences[Math.min(sentences.length - 1, at + Math.floor(random() * 3))]!;
  const labels = sample.labels.filter((label) => label.start >= start && label.end <= end);
  return {
    ...sample,
    text: sample.text.slice(start, end),
    labels: labels.map((label) => ({ ...label, start: label.start - start, end: label.end - start })),
  };
}

function vary(sample: Sample): Sample {
  let varied = chance(0.8) ? swapNames(sample) : sample;
  if (chance(0.15)) varied = excerpt(varied);
  const written = (label: Label) => varied.text.slice(label.start, label.end);
  const casing = random();
  if (casing < 0.13) {
    varied = rewrite(
      varied,
      (label) => written(label).toLowerCase(),
      (between) => between.toLowerCase(),
    );
  } else if (casing < 0.2) {
    varied = rewrite(
      varied,
      (label) => written(label).toUpperCase(),
      (between) => between.toUpperCase(),
    );
  } else if (casing < 0.26) {
    varied = rewrite(
      varied,
      (label) => written(label).toLowerCase(),
      (between) => between,
    );
  }
  if (chance(0.1)) varied = rewrite(varied, written, (between) => between.replace(/^['’]s\b/, 's'));
  if (chance(0.08)) varied = rewrite(varied, written, withTypos);
  return varied;
}

interface Example {
  features: Features;
  gold: Uint8Array;
}

/** Leaves out some features, so that none is relied on alone. */
function dropSome(features: Features): void {
  const { ids, starts } = features;
  let to = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    const from = starts[i]!;
    starts[i] = to;
    for (let f = from; f < starts[i + 1]!; f++) if (random() >= DROPPED) ids[to++] = ids[f]!;
  }
  starts[starts.length - 1] = to;
}

function exampleOf({ text, labels }: Sample, plain = false): Example {
  const doc = createDocument(text);
  const hidden = new Set<string>();
  if (!plain && chance(0.35)) {
    for (const label of labels)
      for (const word of text.slice(label.start, label.end).match(WORD) ?? []) hidden.add(nameKey(word));
  }
  const flagsOf = (key: string) =>
    hidden.has(key) ? gazetteer.flagsOf(key) & FLAG.word : gazetteer.flagsOf(key);
  const features = featuresOf(doc, flagsOf, plain || !chance(0.3));
  if (!plain) dropSome(features);
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

/** Weights in the making, with the squares of their gradients so far (AdaGrad). */
class Learner {
  readonly weights = {
    rows: new Float32Array(BUCKETS * ROWS),
    topics: new Float32Array(0) as Float32Array,
    scale: 1,
    steps: new Float32Array(TAGS * TAGS),
    calibration: new Float32Array(3),
  } satisfies Weights;
  readonly squares = new Float32Array(BUCKETS * ROWS).fill(0.05);
  readonly stepSquares = new Float32Array(TAGS * TAGS).fill(1);

  /** Marginals of the first look. */
  look({ features }: Example): Float64Array {
    return marginalsOf(firstScores(features, this.weights), this.weights.steps);
  }

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
      this.squares[at]! += g * g;
      rows[at]! += (RATE * g) / Math.sqrt(this.squares[at]!);
    }
  }

  decay(): void {
    const { rows } = this.weights;
    for (let i = 0; i < rows.length; i++) rows[i]! *= DECAY;
  }
}

/** The model in bytes: scale, steps, and each weight in one byte. */
function packed(rows: Float64Array, steps: Float64Array, topics: Float32Array): Uint8Array {
  const scale = Math.fround(LARGEST / 127);
  const head = new Float32Array([scale, ...steps, 0, 0, 0]);
  const bytes = new Uint8Array(head.byteLength + rows.length + topics.length);
  bytes.set(new Uint8Array(head.buffer));
  const body = new Int8Array(bytes.buffer, head.byteLength);
  const small = (weight: number) => Math.round(Math.max(-LARGEST, Math.min(LARGEST, weight)) / scale);
  for (let i = 0; i < rows.length; i++) body[i] = small(rows[i]!);
  for (let i = 0; i < topics.length; i++) body[rows.length + i] = small(topics[i]!);
  return bytes;
}

function report(model: Weights): void {
  for (const knobs of [0.2, 0.35, 0.5, 0.65, 0.8]) {
    const count = { names: 0, found: 0, right: 0, all: 0, clean: 0, alarms: 0, publics: 0, flagged: 0 };
    for (const [sample, { features, gold }] of dev) {
      const names = namesIn(features, tagsOf(features, model, peopleOdds(features, model)), knobs);
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

function shuffle(list: number[]): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/** Fits the calibration on dev by gradient steps: log-odds of right names from their evidence. */
function calibrate(model: Weights): number[] {
  const cases: { evidence: number[]; right: number }[] = [];
  for (const [, { features, gold }] of dev) {
    const odds = peopleOdds(features, model);
    for (const { from, to, p } of namesIn(features, tagsOf(features, model, odds), LEAST)) {
      const right = gold.slice(from, to).some((tag) => tag === TAG.firstPrivate || tag === TAG.morePrivate);
      cases.push({ evidence: evidenceOf(p, odds), right: right ? 1 : 0 });
    }
  }
  const fit = [0, 0, 0];
  for (let round = 0; round < 4000; round++) {
    const gradient = [0, 0, 0];
    for (const { evidence, right } of cases) {
      const sum = evidence.reduce((total, value, i) => total + value * fit[i]!, 0);
      const error = right - 1 / (1 + Math.exp(-sum));
      for (let i = 0; i < 3; i++) gradient[i]! += (error * evidence[i]!) / cases.length;
    }
    for (let i = 0; i < 3; i++) fit[i]! += 0.3 * gradient[i]!;
  }
  process.stdout.write(`calibration ${fit.map((value) => value.toFixed(2)).join(' ')}\n`);
  return fit;
}

const dev = samplesOf(loadCorpus('dev')).map((sample): [Sample, Example] => [
  sample,
  exampleOf(sample, true),
]);
const plain = train.map((sample) => exampleOf(sample, true));
const order = train.map((_, i) => i);
const others = (fold: number) => order.filter((i) => i % FOLDS !== fold);

// What the second look learns from the first, and from the odds of a text, must come from models that have not seen it.
const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const learner = new Learner();
  const turns = others(fold);
  learner.weights.topics = learnTopics(turns.map((i) => plain[i]!));
  for (let epoch = 0; epoch < FOLD_EPOCHS; epoch++) {
    shuffle(turns);
    for (const i of turns) learner.learn(exampleOf(vary(train[i]!)));
    learner.decay();
  }
  return learner;
});

const learner = new Learner();
learner.weights.topics = learnTopics(plain);
const sumRows = new Float64Array(BUCKETS * ROWS);
const sumSteps = new Float64Array(TAGS * TAGS);
let summed = 0;
const turns = [...order];
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  shuffle(turns);
  for (const i of turns) {
    const example = exampleOf(vary(train[i]!));
    const fold = folds[i % FOLDS]!;
    const odds = peopleOdds(example.features, fold.weights);
    learner.learn(example, extraFeatures(example.features, fold.look(example), odds));
  }
  learner.decay();
  if (epoch >= EPOCHS / 2) {
    for (let i = 0; i < sumRows.length; i++) sumRows[i]! += learner.weights.rows[i]!;
    for (let s = 0; s < sumSteps.length; s++) sumSteps[s]! += learner.weights.steps[s]!;
    summed++;
  }
  if (epoch % 6 === 5) {
    process.stdout.write(`epoch ${epoch + 1}\n`);
    report(learner.weights);
  }
}
const model = packed(
  sumRows.map((sum) => sum / summed),
  sumSteps.map((sum) => sum / summed),
  learner.weights.topics,
);
// The calibration is fitted to what the packed weights say, so it is written into the bytes last.
new Float32Array(model.buffer, 4 * (1 + TAGS * TAGS), 3).set(calibrate(readWeights(model)));
process.stdout.write('packed\n');
report(readWeights(model));
if (!options['dry-run']) {
  writeFileSync(
    new URL('../lib/detect/names/tagger.data.ts', import.meta.url),
    `// Written by tools/train.ts; see SOURCES.md. An object, because bundlers copy a constant string to every use.\nexport const MODEL = {\n  tagger: '${Buffer.from(model).toString('base64')}',\n};\n`,
  );
  process.stdout.write(`${model.length} bytes\n`);
}
