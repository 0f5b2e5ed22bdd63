/**
 * Finds prompts that ask an AI to judge a student and say who the student is: a task (grade, rank, predict …) and a
 * cue (race, disability, a name …). Tests of AI tools find that such cues change the answer (curriculum/m4). Whether there
 * is something to say is weighed by weights that were learned from prompts (`bias-weigher.ts`); what it is is told by
 * words where they know it (`bias-rules.ts`), and by the weights else. docs/bias.md says what counts and why.
 */
import type { Span } from '../detect/finding.ts';
import { BIAS } from './bias.data.ts';
import { type Features, featuresOf } from './bias-features.ts';
import {
  type Advice,
  adviceOn,
  CUES,
  type Cue,
  countedIn,
  type Found,
  type Known,
  overlap,
  type Seen,
  seenIn,
  TASKS,
  type Task,
} from './bias-rules.ts';
import { groupIn, kindOf, oddsOf, readWeights, type Weighed, type Weights, weigh } from './bias-weigher.ts';

export { type Advice, CUES, type Cue, TASKS } from './bias-rules.ts';

/** From these log-odds on a word is a cue; beside it, a word that is less sure belongs to it. */
const SURE_WORD = 0;
const PART = -1.5;
/** Where no cue is known, those are that are nearly as sure as the surest. */
const NEAR_BEST = 0.5;

/** A word that can say something by itself. */
const SAYS = /\p{L}{3}|\p{Lu}{2}|\d/u;

let weights: Weights | undefined;

/** Read at the first draft that is looked at. */
function weightsOf(): Weights {
  weights ??= readWeights(BIAS);
  return weights;
}

/**
 * What there is to say about a draft. In: the draft; what the detector found in it; the spans of it that will be swapped
 * for labels, which are no cue any more. Out: one for each kind of task beside each kind of cue; none where no student is
 * judged.
 */
export function biasAdvice(text: string, findings: Known[], swapped: Span[] = []): Advice[] {
  const seen = seenIn(text, findings, swapped);
  if (seen.checks) return [];
  const learned = weightsOf();
  const features = featuresOf(seen, swapped, groupIn(learned.groups));
  const weighed = weigh(seen, features, learned);
  if (oddsOf(weighed.evidence, learned.last) <= learned.least) return [];
  const tasks = tasksOf(seen, features, weighed);
  return adviceOn(tasks, cuesOf(seen, features, weighed, learned, tasks));
}

/** The tasks that words know; else the kind that is likeliest, where the sentence asks that does most. */
function tasksOf(seen: Seen, { sentences }: Features, weighed: Weighed): Found<Task>[] {
  if (seen.tasks.length > 0) return seen.tasks;
  const kind = TASKS[weighed.tasks.indexOf(Math.max(...weighed.tasks))]!;
  const span = sentences[weighed.sentences.indexOf(Math.max(...weighed.sentences))];
  return span ? [{ kind, span }] : [];
}

/** The cues that words know to be ones of a student who is judged, and what the weights add. */
function cuesOf(
  seen: Seen,
  features: Features,
  weighed: Weighed,
  learned: Weights,
  tasks: Found<Task>[],
): Found<Cue>[] {
  const known = countedIn(seen);
  // A name is not enough for a comment: then there is another cue, and be it a faint one.
  const isComment = tasks.every(({ kind }) => kind === 'comment');
  const isKnown = known.some(({ kind }) => !isComment || kind !== 'name-origin');
  const others = [...[...seen.worded, ...seen.details].filter(({ isStaff }) => !isStaff), ...seen.loose];
  const added = runsOf(seen.text, features, weighed, isKnown, isComment).flatMap(
    ({ from, to }): Found<Cue>[] => {
      const [first, last] = [features.tokens[from]!, features.tokens[to - 1]!];
      const span = { start: first.start, end: last.end };
      if (known.some((one) => overlap(one.span, span))) return [];
      if (first.isName) return [{ kind: 'name-origin', span }];
      const said = others.filter((one) => overlap(one.span, span));
      if (said.length > 0) return said.map(({ kind, span }) => ({ kind, span }));
      return [{ kind: CUES[kindOf(features, learned, from, to)]!, span }];
    },
  );
  return [...known, ...added];
}

interface Run {
  from: number;
  to: number;
}

/** Runs of tokens that say who a student is: all that are sure, or those that are as sure as any. */
function runsOf(
  text: string,
  { tokens }: Features,
  { cues }: Weighed,
  isKnown: boolean,
  isComment: boolean,
): Run[] {
  const sums = cues.map((sum, i) => (isComment && tokens[i]!.isName ? Number.NEGATIVE_INFINITY : sum));
  const textOf = (i: number) => text.slice(tokens[i]!.start, tokens[i]!.end);
  const best = sums.reduce(
    (a, b, i) => (SAYS.test(textOf(i)) ? Math.max(a, b) : a),
    Number.NEGATIVE_INFINITY,
  );
  const least = isKnown ? SURE_WORD : Math.min(SURE_WORD, best - NEAR_BEST);
  const isWord = (i: number) => /[\p{L}\d]/u.test(textOf(i));
  const runs: Run[] = [];
  let after = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (i < after || sums[i]! < least || !SAYS.test(textOf(i))) continue;
    const belongs = (j: number) =>
      tokens[j]?.sentence === tokens[i]!.sentence &&
      tokens[j]!.isName === tokens[i]!.isName &&
      sums[j]! >= Math.min(least, PART);
    const run = { from: i, to: i + 1 };
    while (run.from > after && belongs(run.from - 1)) run.from--;
    while (belongs(run.to)) run.to++;
    after = run.to;
    // Marks at the ends are the sentence's.
    while (!isWord(run.from)) run.from++;
    while (!isWord(run.to - 1)) run.to--;
    runs.push(run);
  }
  return runs;
}
