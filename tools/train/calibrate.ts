/** Turns what the name tagger and the lists say into scores that are right as often as they say. */
import { type CategoryId, kindOf } from '../../lib/detect/category.ts';
import { createDetailWeigher, type DetectorData } from '../../lib/detect/detect.ts';
import { createDocument } from '../../lib/detect/document.ts';
import {
  HIDDEN,
  judgedBy,
  judgeSize,
  NETWORKS,
  networkSize,
  probability,
  scaled,
  unitSize,
} from '../../lib/detect/judge.ts';
import { createGazetteer, type Gazetteer, type NameTables } from '../../lib/detect/names/gazetteer.ts';
import { createTagger } from '../../lib/detect/names/tagger.ts';
import { weighNames } from '../../lib/detect/recognizers/person-name.ts';
import { isClean, nameWords, overlaps, recase } from '../bench/measure.ts';
import { isPersonLabel, joined, type Label, type LabelledText } from '../corpus.ts';
import { pick, random, reseed, shuffle } from './random.ts';
import { excerpt, type Sample } from './samples.ts';

/** Pulls the weights towards 0, so that the few texts of dev do not decide alone. */
const RESTRAINT = 0.002;
const EPOCHS = 25;
const BATCH = 64;
/** Of Adam (Kingma and Ba, 2015): the first step's size, falling to the last's, and how slowly it forgets. */
const FIRST_RATE = 0.003;
const LAST_RATE = 0.0001;
const MEAN_MEMORY = 0.9;
const SQUARE_MEMORY = 0.999;
const ROUNDED_TO = 32;
const SCALES_ROUNDED_TO = 1024;

interface Case {
  evidence: number[];
  right: number;
}

/**
 * The texts count as they are, cut down to a few sentences, as much of what is pasted is, in lower case and in capitals, so
 * that no kind of writing pays for another, and beside and among texts about nobody.
 */
function variantsOf<Text extends Pick<Sample, 'text' | 'labels'>>(texts: Text[]): Text[][] {
  const clean = texts.filter(isClean);
  return [
    texts,
    texts.map(excerpt),
    texts.map((text) => recase(text, 'lower')),
    texts.map((text) => recase(text, 'upper')),
    texts.map((text, i) => (i % 2 === 0 ? joined(text, pick(clean)) : joined(pick(clean), text))),
    texts.map((text) => joined(joined(pick(clean), pick(clean)), joined(text, pick(clean)))),
    texts.map((text) =>
      joined(joined(pick(clean), pick(clean)), joined(excerpt(text), joined(pick(clean), pick(clean)))),
    ),
  ];
}

/**
 * Fits the judge of names on texts: the log-odds that a name is right. They count with their names in no list too, so
 * that no kind of name pays for another.
 */
export function calibrateNames(model: Uint8Array, texts: Sample[], tables: NameTables): Float32Array {
  reseed();
  const cases: Case[] = [];
  const listed = createGazetteer(tables);
  const variants: [Sample[], Gazetteer][] = variantsOf(texts).map((some) => [some, listed]);
  variants.push([texts, createGazetteer(tables, nameWords(texts))]);
  for (const [some, gazetteer] of variants) {
    const tagger = createTagger(model);
    for (const { text, labels } of some) {
      const doc = createDocument(text);
      const people = labels.filter(isPersonLabel);
      for (const { from, to, evidence } of weighNames(doc, gazetteer, tagger)) {
        const span = { start: doc.tokens[from]!.start, end: doc.tokens[to - 1]!.end };
        cases.push({ evidence, right: people.some((label) => overlaps(label, span)) ? 1 : 0 });
      }
    }
  }
  return fitJudge(cases);
}

/** Fits the judge of details on texts: a value is right as what it is, a statement as one of any kind. */
export function calibrateDetails(data: DetectorData, texts: LabelledText[]): Float32Array {
  reseed();
  const weigh = createDetailWeigher(data);
  const cases: Case[] = [];
  for (const { text, labels } of variantsOf(texts).flat()) {
    const details = labels.filter((label) => !isPersonLabel(label));
    for (const { span, category, evidence } of weigh(createDocument(text))) {
      const isSame = ({ label }: Label) =>
        kindOf(category) === 'sensitive' ? kindOf(label as CategoryId) === 'sensitive' : label === category;
      const right = details.some((label) => overlaps(label, span) && isSame(label));
      cases.push({ evidence, right: right ? 1 : 0 });
    }
  }
  return fitJudge(cases);
}

/** A judge of cases, as `judge.ts` reads it. */
function fitJudge(cases: Case[]): Float32Array {
  const evidence = cases[0]!.evidence.length;
  const size = networkSize(evidence);
  const judge = new Float32Array(judgeSize(evidence));
  judge.set(scalesOf(cases).map((scale) => rounded(scale, SCALES_ROUNDED_TO)));
  const inputs = cases.map((one) => scaled(one.evidence, judge));
  for (let n = 0; n < NETWORKS; n++)
    judge.set(
      fitNetwork(inputs, cases).map((weight) => rounded(weight, ROUNDED_TO)),
      2 * evidence + n * size,
    );
  return judge;
}

/** To a few bits, which pack to half. */
const rounded = (value: number, to: number): number => Math.round(value * to) / to;

/** Mean and 1/spread of each piece of evidence. */
function scalesOf(cases: Case[]): number[] {
  const columns = cases[0]!.evidence.map((_, i) => cases.map(({ evidence }) => evidence[i]!));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const means = columns.map(mean);
  const spreads = columns.map((column, i) =>
    Math.sqrt(mean(column.map((value) => (value - means[i]!) ** 2))),
  );
  return [...means, ...spreads.map((spread) => 1 / (spread || 1))];
}

/** Fits one network from chance weights, by steps over small batches. */
function fitNetwork(inputs: Float64Array[], cases: Case[]): Float64Array {
  const evidence = inputs[0]!.length;
  const unit = unitSize(evidence);
  const direct = HIDDEN * unit;
  const size = networkSize(evidence);
  const network = Float64Array.from({ length: size }, (_, i) => {
    if (i >= direct) return 0;
    return (random() - 0.5) * (i % unit === evidence + 1 ? 1 : 2 / Math.sqrt(evidence));
  });
  const means = new Float64Array(size);
  const squares = new Float64Array(size);
  const units = new Float64Array(HIDDEN);
  const turns = cases.map((_, i) => i);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(turns);
    const rate = FIRST_RATE + ((LAST_RATE - FIRST_RATE) * epoch) / EPOCHS;
    for (let start = 0; start < turns.length; start += BATCH) {
      const batch = turns.slice(start, start + BATCH);
      const gradient = new Float64Array(size);
      for (const turn of batch) {
        const input = inputs[turn]!;
        const said = probability(judgedBy(network, input, units));
        const error = (cases[turn]!.right - said) / batch.length;
        for (let i = 0; i < evidence; i++) gradient[direct + i]! += error * input[i]!;
        gradient[direct + evidence]! += error;
        for (let h = 0; h < HIDDEN; h++) {
          const at = h * unit;
          const inner = error * network[at + evidence + 1]! * (1 - units[h]! ** 2);
          for (let i = 0; i < evidence; i++) gradient[at + i]! += inner * input[i]!;
          gradient[at + evidence]! += inner;
          gradient[at + evidence + 1]! += error * units[h]!;
        }
      }
      step++;
      for (let i = 0; i < size; i++) {
        const g = gradient[i]! - RESTRAINT * network[i]!;
        means[i] = MEAN_MEMORY * means[i]! + (1 - MEAN_MEMORY) * g;
        squares[i] = SQUARE_MEMORY * squares[i]! + (1 - SQUARE_MEMORY) * g * g;
        const mean = means[i]! / (1 - MEAN_MEMORY ** step);
        network[i]! += (rate * mean) / (Math.sqrt(squares[i]! / (1 - SQUARE_MEMORY ** step)) + 1e-8);
      }
    }
  }
  return network;
}
