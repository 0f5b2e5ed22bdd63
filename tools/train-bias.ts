/**
 * Learns the weights of the note on fairness and writes them into `lib/learn/bias.data.ts`.
 *
 *   node tools/train-bias.ts [--dry-run] [--keep-groups]
 *
 * Reads only this repository: the prompts of `tests/bench/bias` and `tests/learn/bias-dev-prompts.json`, ordinary texts
 * of the detector's corpus with labels in `tests/bench/bias/ordinary.json` and others that are about nobody, and the words
 * of all its training texts. What is
 * printed is measured on authors that the weights have not seen: all weights are learned once without each of them. The
 * last step and the threshold are made of that too. Chance comes from fixed seeds. `--keep-groups` takes the groups of
 * words that are there, which take minutes.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { featuresOf, formsIn } from '../lib/learn/bias-features.ts';
import { seenIn } from '../lib/learn/bias-rules.ts';
import {
  groupIn,
  oddsOf,
  type PackedWeights,
  packGroups,
  packValues,
  readWeights,
  type Table,
  type Weights,
} from '../lib/learn/bias-weigher.ts';
import { isPersonLabel, type LabelledText, loadCorpus } from './corpus.ts';
import { loadDetector } from './load-detector.ts';
import { type Example, evidenceOf, learn, learnLast } from './train/bias-learner.ts';
import { groupsOf } from './train/word-groups.ts';

const DATA = new URL('../lib/learn/bias.data.ts', import.meta.url);
const PROMPTS = new URL('../tests/bench/bias/', import.meta.url);
const { values: options } = parseArgs({
  options: { 'dry-run': { type: 'boolean' }, 'keep-groups': { type: 'boolean' } },
});

interface Prompt {
  text: string;
  bias: boolean;
  task?: string | null;
  cue?: string | null;
  /** Where the cue stands, by its words or by places. */
  evidence?: string;
  at?: [number, number];
}

interface Known extends Example {
  /** Who wrote it; ordinary texts are in two halves, and those of `dev` are never learned. */
  author: string;
  /** Of the last step, by weights that have not seen the author. */
  evidence: number[];
  odds: number;
}

/** The labels of one split of ordinary texts. */
interface Ordinary {
  judges: { id: string; task: string; cue: string; at: [number, number] }[];
  /** What asks for a judgement without a cue, with its task. */
  asks: Record<string, string>;
  /** What asks for none, by ids with gaps between. */
  none: string;
}

const DEV = 'ordinary dev';
const detector = loadDetector();
const train = loadCorpus('train');

function promptsOf(file: URL): Prompt[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { prompts: Prompt[] }).prompts;
}

function ordinaryOf({ judges, asks, none }: Ordinary, texts: LabelledText[]): Prompt[] {
  const textOf = new Map(texts.map(({ id, text }) => [id, text]));
  const read = (id: string): string => {
    const text = textOf.get(id);
    if (text === undefined) throw new Error(`There is no text ${id}.`);
    return text;
  };
  return [
    ...judges.map(({ id, ...rest }) => ({ ...rest, text: read(id), bias: true })),
    ...Object.entries(asks).map(([id, task]) => ({ text: read(id), bias: false, task })),
    ...none.split(' ').map((id) => ({ text: read(id), bias: false })),
  ];
}

/** One of so many of the texts with nothing private in them is learned as one that judges nobody. */
const CLEAN_STEP = 5;

/** Lessons, stories and exercises: no labels say so, but texts about nobody judge nobody, but for a few that words find. */
function cleanOf(texts: LabelledText[]): Prompt[] {
  return texts
    .filter(({ labels }) => labels.every(({ label }) => label === 'public'))
    .filter((_, i) => i % CLEAN_STEP === 0)
    .filter(({ text }) => seenIn(text, [], []).tasks.length === 0)
    .map(({ text }) => ({ text, bias: false }));
}

/** The groups of words, by the training texts and the prompts. */
function freshGroups(prompts: Prompt[]): Map<number, number> {
  const corpus = [...train, ...loadCorpus('statements')].map(({ text, labels }) => {
    const words: string[] = [];
    let at = 0;
    for (const { start, end } of labels.filter(isPersonLabel)) {
      if (start < at) continue;
      words.push(...formsIn(text.slice(at, start)), '§');
      at = end;
    }
    return [...words, ...formsIn(text.slice(at))];
  });
  return groupsOf([...corpus, ...prompts.map(({ text }) => formsIn(text))]);
}

async function writtenWeights(): Promise<Weights> {
  const { BIAS } = (await import(DATA.href)) as { BIAS: PackedWeights };
  return readWeights(BIAS);
}

function knownOf(prompt: Prompt, author: string, groups: Map<number, number>, isOrdinary: boolean): Known {
  const { text, bias, task = null, cue = null, evidence } = prompt;
  const seen = seenIn(text, detector.detect(text), []);
  const features = featuresOf(seen, [], groupIn(groups));
  const found = prompt.at ?? (evidence ? placeOf(text, evidence) : undefined);
  const gold = found && features.tokens.map(({ start, end }) => (start < found[1] && found[0] < end ? 1 : 0));
  return {
    author,
    seen,
    features,
    judges: bias,
    task,
    cue,
    gold: gold || !bias ? Uint8Array.from(gold ?? features.tokens.map(() => 0)) : null,
    isOrdinary,
    isDoubtful: !bias && task !== null && task !== 'comment' && features.tokens.some(({ isName }) => isName),
    evidence: [],
    odds: 0,
  };
}

function placeOf(text: string, evidence: string): [number, number] | undefined {
  const exact = text.indexOf(evidence);
  const at = exact < 0 ? text.toLowerCase().indexOf(evidence.toLowerCase()) : exact;
  return at < 0 ? undefined : [at, at + evidence.length];
}

const files = readdirSync(PROMPTS)
  .filter((name) => /^P\d+\.json$/.test(name))
  .sort();
const authors = files.map((name) => ({
  name: name.slice(0, -5),
  prompts: promptsOf(new URL(name, PROMPTS)),
}));
const own = promptsOf(new URL('../tests/learn/bias-dev-prompts.json', import.meta.url));
/** Pairs of prompts that differ in what makes the difference. */
const pairs = promptsOf(new URL('pairs.json', PROMPTS));
const ordinary = JSON.parse(readFileSync(new URL('ordinary.json', PROMPTS), 'utf8')) as Record<
  'train' | 'dev',
  Ordinary
>;
const groups =
  options['keep-groups'] && existsSync(DATA)
    ? (await writtenWeights()).groups
    : freshGroups([...authors.flatMap(({ prompts }) => prompts), ...own]);

const known: Known[] = [
  ...authors.flatMap(({ name, prompts }) => prompts.map((one) => knownOf(one, name, groups, false))),
  ...[...own, ...pairs].map((one) => knownOf(one, 'own', groups, false)),
  ...ordinaryOf(ordinary.train, train).map((one, i) => knownOf(one, `ordinary ${i % 2}`, groups, true)),
  ...cleanOf(train).map((one, i) => knownOf(one, `clean ${i % 2}`, groups, true)),
  ...ordinaryOf(ordinary.dev, loadCorpus('dev')).map((one) => knownOf(one, DEV, groups, true)),
];
const learned = known.filter(({ author }) => author !== DEV);
const names = [...new Set(learned.map(({ author }) => author))];

for (const name of names) {
  const weights = learn(
    learned.filter(({ author }) => author !== name),
    groups,
  );
  for (const one of learned) if (one.author === name) one.evidence = evidenceOf(one, weights);
}
const weights = learn(learned, groups);
for (const one of known) if (one.author === DEV) one.evidence = evidenceOf(one, weights);
const lastOf = (some: Known[]) => learnLast(some.filter(({ isDoubtful }) => !isDoubtful));
for (const name of names) {
  const last = lastOf(learned.filter(({ author }) => author !== name));
  for (const one of learned) if (one.author === name) one.odds = oddsOf(one.evidence, last);
}
weights.last = lastOf(learned);
for (const one of known) if (one.author === DEV) one.odds = oddsOf(one.evidence, weights.last);

interface Rates {
  precision: number;
  recall: number;
  wrong: number;
}
function ratesOf(some: Known[], least: number): Rates {
  const told = some.filter(({ odds }) => odds > least);
  const hits = told.filter(({ judges }) => judges).length;
  const all = some.filter(({ judges }) => judges).length;
  return {
    precision: (100 * hits) / told.length,
    recall: (100 * hits) / all,
    wrong: (100 * (told.length - hits)) / (some.length - all),
  };
}
const isPrompt = ({ isOrdinary, author }: Known) => !isOrdinary && author !== 'own';
const prompts = learned.filter(isPrompt);
/** So many of those that are told of the authors' prompts must judge, in percent: a note that is wrong is not believed. */
const LEAST_PRECISION = 92;
const least =
  Array.from({ length: 81 }, (_, i) => Math.round(5 * (i - 60)) / 100).find(
    (at) => ratesOf(prompts, at).precision >= LEAST_PRECISION,
  ) ?? 0;
const line = (name: string, some: Known[], at = least) => {
  const { precision, recall, wrong } = ratesOf(some, at);
  console.log(
    `${name.padEnd(16)} precision ${precision.toFixed(1)}  recall ${recall.toFixed(1)}  of the others ${wrong.toFixed(1)} % told`,
  );
};
console.log(`threshold ${least}`);
for (const name of [...names, DEV])
  line(
    name,
    known.filter(({ author }) => author === name),
  );
line('all prompts', prompts);
line(
  'without doubtful',
  prompts.filter(({ isDoubtful }) => !isDoubtful),
);
for (const at of [-0.6, -0.4, -0.2, 0, 0.2, 0.4]) {
  line(`prompts at ${at}`, prompts, at);
  line(
    `dev at ${at}`,
    known.filter(({ author }) => author === DEV),
    at,
  );
}

const packed = (table: Table) => ({ step: table.step, base: table.base, values: packValues(table.values) });
const data: PackedWeights = {
  least,
  asks: packed(weights.asks),
  whole: packed(weights.whole),
  direct: packed(weights.direct),
  cues: packed(weights.cues),
  tasks: weights.tasks.map(packed),
  kinds: weights.kinds.map(packed),
  groups: packGroups(groups),
  last: Array.from(weights.last),
};
if (!options['dry-run'])
  writeFileSync(
    DATA,
    `// Written by node tools/train-bias.ts. An object, because bundlers copy a constant string to every use.\nexport const BIAS = ${JSON.stringify(data)};\n`,
  );
