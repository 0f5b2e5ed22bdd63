/**
 * Weighs what a draft asks for and what it says of a student, by weights that `tools/train-bias.ts` learned from prompts
 * and ordinary texts. Sums of weights for a sentence, the text and each word, and a small last step over those sums.
 */
import { FEW_PLACES, type Features, hashOf, PLACES, type Rows } from './bias-features.ts';
import { CUES, overlap, type Seen, TASKS } from './bias-rules.ts';

/** Weights of places, in steps of `step`. */
export interface Table {
  values: Int8Array | Float32Array;
  step: number;
  /** What is added to each sum. */
  base: number;
}

export interface Weights {
  /** Whether a sentence asks for a judgement, and a text. */
  asks: Table;
  whole: Table;
  /** Whether a text is one to say something of. */
  direct: Table;
  /** Whether a token says who a student is. */
  cues: Table;
  /** For each kind of task and of cue. */
  tasks: Table[];
  kinds: Table[];
  /** Of the last step: for each piece of evidence one, then for each hidden unit one, then theirs for each piece. */
  last: ArrayLike<number>;
  /** The group of a word by the lower bits of its hash. */
  groups: Map<number, number>;
  /** From which odds on there is something to say. */
  least: number;
}

/** What the weights say of a draft. */
export interface Weighed {
  /** For each sentence, how much speaks for its asking. */
  sentences: Float64Array;
  /** The log-odds of each token that it says who a student is. */
  cues: Float64Array;
  /** How likely each kind of task is, if there is one. */
  tasks: number[];
  /** What the last step goes by. */
  evidence: number[];
}

/** Hidden units of the last step. */
export const HIDDEN = 12;
/** Bits of a word's hash that tell it from others. */
export const GROUP_BITS = 20;
/** Sums are cut off here, and told in units of `UNIT`. */
const MOST = 6;
const UNIT = 3;

/** Looks a word up in the groups. */
export const groupIn =
  (groups: Map<number, number>) =>
  (word: string): number | undefined =>
    groups.get(hashOf(word) & ((1 << GROUP_BITS) - 1));

/** The sum of the weights of some places, without the base. */
export function sumOf(table: Table, ids: Int32Array, from = 0, to = ids.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += table.values[ids[i]!]!;
  return sum * table.step;
}

/** What a sum of so many weights counts: a long sentence or text has no more to say than a short one. */
const sentenceShare = (count: number): number => 1 / Math.sqrt(1 + count / 40);
export const textShare = (count: number): number => 1 / Math.sqrt(1 + count / 60);

/** How much speaks for each sentence's asking. */
export function sentenceSums(table: Table, { ids, starts }: Rows): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, i) => {
    const [from, to] = [starts[i]!, starts[i + 1]!];
    return sumOf(table, ids, from, to) * sentenceShare(to - from);
  });
}

/** What a table says of a whole text. */
export function textSum(table: Table, ids: Int32Array): number {
  return table.base + sumOf(table, ids) * textShare(ids.length);
}

function rowSums(table: Table, { ids, starts }: Rows): Float64Array {
  return Float64Array.from(
    { length: starts.length - 1 },
    (_, i) => table.base + sumOf(table, ids, starts[i], starts[i + 1]),
  );
}

/** How likely each of some tables is by its sum. */
export function sharesOf(sums: number[]): number[] {
  const most = Math.max(...sums);
  const parts = sums.map((sum) => Math.exp(sum - most));
  const total = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / total);
}

/** The sum for what a text asks: that of its best sentence and its own. */
export function askOf(sentences: Float64Array, whole: number): { best: number; odds: number } {
  const best = sentences.length > 0 ? Math.max(...sentences) : -UNIT;
  return { best, odds: best + whole };
}

/** Weighs a draft that was read. */
export function weigh(seen: Seen, features: Features, weights: Weights): Weighed {
  const sentences = sentenceSums(weights.asks, features.asks);
  const cues = rowSums(weights.cues, features.cues);
  // What words know to be said of a colleague is none, whatever it looks like.
  const staff = [...seen.worded, ...seen.details].filter(({ isStaff }) => isStaff);
  features.tokens.forEach((token, i) => {
    if (staff.some(({ span }) => overlap(span, token))) cues[i] = -MOST;
  });
  const tasks = sharesOf(weights.tasks.map((table) => textSum(table, features.tasks)));
  const whole = textSum(weights.whole, features.whole);
  const direct = textSum(weights.direct, features.whole);
  return {
    sentences,
    cues,
    tasks,
    evidence: evidenceOf(seen, features, { sentences, cues, tasks, whole, direct }),
  };
}

const cut = (sum: number): number => Math.max(-MOST, Math.min(MOST, sum)) / UNIT;
const bit = (yes: unknown): number => (yes ? 1 : 0);

interface Sums {
  sentences: Float64Array;
  cues: Float64Array;
  tasks: number[];
  whole: number;
  direct: number;
}

/** What the last step goes by; each number is small. */
function evidenceOf(seen: Seen, { tokens }: Features, sums: Sums): number[] {
  const { best, odds } = askOf(sums.sentences, sums.whole);
  const asks = cut(odds);
  const sentenceAsks = (i: number) => sums.sentences[tokens[i]!.sentence] ?? -MOST;
  /** The most that one token says, of words and of names. */
  let word = -MOST;
  let wordAt = -1;
  let name = -MOST;
  /** In a sentence that asks, and outside of a quote. */
  let beside = -MOST;
  let unquoted = 0;
  let nameAsks = -MOST;
  let cueWords = 0;
  let names = 0;
  tokens.forEach(({ isName, isQuoted }, i) => {
    const sum = sums.cues[i]!;
    if (sum > 0) cueWords++;
    if (isName) {
      names++;
      name = Math.max(name, sum);
      nameAsks = Math.max(nameAsks, sentenceAsks(i));
      return;
    }
    if (sum > word) {
      word = sum;
      wordAt = i;
    }
    beside = Math.max(beside, Math.min(sum, sentenceAsks(i) + 2));
    if (!isQuoted) unquoted = Math.max(unquoted, sum);
  });
  const cue = cut(Math.max(word, name));
  const full = bit(tokens.some(({ isFullName }) => isFullName));
  const named = bit(names);
  const comment = sums.tasks[TASKS.indexOf('comment')]!;
  const judging = seen.tasks.length > 0;
  const onlyComment = bit(judging && seen.tasks.every(({ kind }) => kind === 'comment'));
  const counted = bit(seen.worded.some(({ counts }) => counts));
  const worded = bit(seen.worded.length);
  const detail = bit(seen.details.length);
  const loose = bit(seen.loose.length);
  const any = bit(loose || worded || detail);
  const says = bit(judging && (counted || seen.details.some(({ counts }) => counts) || seen.names.length));
  return [
    1,
    asks,
    cut(best),
    cut(sums.whole),
    cut(word),
    cut(name),
    cue,
    Math.min(asks, cue),
    asks * cue,
    asks * cut(word),
    asks * cut(name),
    full,
    named,
    full * asks,
    named * asks,
    says,
    bit(judging),
    // Words know of a judgement and of cues, and hold that the two have nothing to do with each other.
    bit(judging && any && !says),
    counted,
    worded,
    detail,
    onlyComment * named,
    Math.min(2, sums.sentences.length / 5),
    Math.log(1 + tokens.length) / 4,
    wordAt < 0 ? -2 : cut(sentenceAsks(wordAt)),
    loose,
    any,
    any * asks,
    worded * asks,
    counted * asks,
    detail * asks,
    loose * asks,
    cut(sums.direct),
    comment,
    full * (1 - comment),
    full * (1 - comment) * asks,
    named * (1 - comment) * asks,
    comment * cue,
    full * comment * asks,
    cut(nameAsks) * full,
    cut(nameAsks) * named,
    cut(beside),
    Math.min(2, cueWords / 4),
    cut(unquoted) * asks,
    Math.min(2, names / 4),
  ];
}

/** The log-odds that there is something to say. `hidden` gets what the units between say, for who learns them. */
export function oddsOf(evidence: readonly number[], last: ArrayLike<number>, hidden?: Float64Array): number {
  const count = evidence.length;
  let odds = 0;
  for (let j = 0; j < count; j++) odds += last[j]! * evidence[j]!;
  for (let unit = 0; unit < HIDDEN; unit++) {
    const from = count + HIDDEN + unit * count;
    let sum = 0;
    for (let j = 0; j < count; j++) sum += last[from + j]! * evidence[j]!;
    const said = Math.tanh(sum);
    if (hidden) hidden[unit] = said;
    odds += last[count + unit]! * said;
  }
  return odds;
}

/** The weights as they stand in the package, in plain characters. */
export interface PackedWeights {
  /** From which odds on there is something to say. */
  least: number;
  asks: PackedTable;
  whole: PackedTable;
  direct: PackedTable;
  cues: PackedTable;
  tasks: PackedTable[];
  kinds: PackedTable[];
  groups: string;
  last: number[];
}
interface PackedTable {
  step: number;
  base: number;
  values: string;
}

/**
 * Numbers among many zeros as text: before each how many zeros there are, then the number itself, each as one character.
 * The characters leave out the quote and the backslash.
 */
const FIRST_CHAR = 40;
const CHARS = 86;
const BACKSLASH = 92;
/** Stands for so many zeros, with more to come. */
const FAR = CHARS - 1;
/** Numbers are from minus this to this, and groups from 0. */
export const LARGEST = 42;

const charOf = (n: number) =>
  String.fromCharCode(FIRST_CHAR + n >= BACKSLASH ? FIRST_CHAR + n + 1 : FIRST_CHAR + n);
const numberOf = (code: number) => code - FIRST_CHAR - (code > BACKSLASH ? 1 : 0);
const zeros = (count: number) => charOf(FAR).repeat(Math.floor(count / FAR)) + charOf(count % FAR);

/** @param values whole numbers, none larger than `LARGEST` */
export function packValues(values: ArrayLike<number>): string {
  let packed = '';
  let before = -1;
  for (let at = 0; at < values.length; at++) {
    if (values[at] === 0) continue;
    packed += zeros(at - before - 1) + charOf(values[at]! + LARGEST);
    before = at;
  }
  return packed;
}

function readValues(packed: string, places: number): Int8Array {
  const values = new Int8Array(places);
  let at = -1;
  for (let i = 0; i < packed.length; i++) {
    const gap = numberOf(packed.charCodeAt(i));
    at += gap;
    if (gap === FAR) continue;
    values[++at] = numberOf(packed.charCodeAt(++i)) - LARGEST;
  }
  return values;
}

/** @param groups by hash; each less than `GROUPS`, which is three times the characters that are left */
export function packGroups(groups: Map<number, number>): string {
  let packed = '';
  let before = -1;
  for (const [hash, group] of [...groups].sort(([a], [b]) => a - b)) {
    packed += zeros(hash - before - 1) + charOf(Math.floor(group / 3)) + charOf(group % 3);
    before = hash;
  }
  return packed;
}

function readGroups(packed: string): Map<number, number> {
  const groups = new Map<number, number>();
  let at = -1;
  for (let i = 0; i < packed.length; i++) {
    const gap = numberOf(packed.charCodeAt(i));
    at += gap;
    if (gap === FAR) continue;
    const large = numberOf(packed.charCodeAt(++i));
    groups.set(++at, 3 * large + numberOf(packed.charCodeAt(++i)));
  }
  return groups;
}

/** Reads what `packValues` and `packGroups` made. */
export function readWeights(packed: PackedWeights): Weights {
  const table = (places: number) => (one: PackedTable) => ({
    ...one,
    values: readValues(one.values, places),
  });
  return {
    asks: table(PLACES)(packed.asks),
    whole: table(PLACES)(packed.whole),
    direct: table(PLACES)(packed.direct),
    cues: table(PLACES)(packed.cues),
    tasks: packed.tasks.map(table(FEW_PLACES)),
    kinds: packed.kinds.map(table(FEW_PLACES)),
    last: packed.last,
    least: packed.least,
    groups: readGroups(packed.groups),
  };
}

/** The kind of cue that some tokens are, by the sums of all kinds. */
export function kindOf({ kinds: rows }: Features, { kinds }: Weights, from: number, to: number): number {
  const sums = CUES.map((_, kind) => {
    let sum = kinds[kind]!.base;
    for (let i = from; i < to; i++) sum += sumOf(kinds[kind]!, rows.ids, rows.starts[i], rows.starts[i + 1]);
    return sum;
  });
  return sums.indexOf(Math.max(...sums));
}
