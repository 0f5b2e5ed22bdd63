/** Details and sensitive statements: what the recognizers of written forms found, judged and added to by the tagger. */
import { because } from '../because.ts';
import { type CategoryId, kindOf } from '../category.ts';
import type { TextDocument, Token } from '../document.ts';
import type { Candidate } from '../finding.ts';
import { FUNCTION_WORDS } from '../function-words.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { Tagger } from '../names/tagger.ts';
import { type About, type PersonTest, personTest } from '../person-test.ts';
import type { Recognizer } from '../recognizer.ts';
import { SURE_NAME } from '../recognizers/person-name.ts';
import { detailFeaturesOf, leadsWithPerson, whoIn } from './features.ts';
import {
  type CompactWeights,
  compact,
  marginalsOf,
  readWeights,
  runsIn,
  scoresOf,
  type TaggedRun,
} from './tagger.ts';
import { CATEGORY_OF_TAG, TAGS, tagOf } from './tags.ts';

/** Least probability of a value that only the tagger sees. */
const LEAST_VALUE: Partial<Record<CategoryId, number>> = {
  school: 0.5,
  logistics: 0.2,
  'record-date': 0.25,
  'rare-trait': 0.3,
  address: 0.6,
};
const LEAST_DIRECT = 0.3;
/** Of any value in a text that names nobody. */
const LEAST_LONELY = 0.9;
/** The same of a statement where its sentence is about one person, where a neighbouring one is, and where none is. */
const LEAST_STATEMENT = { here: 0.1, near: 0.15, none: 0.6 } as const;
/** In a text that sounds as if it were about nobody, or hardly names anybody, a detail must be likelier. */
const DOUBTFUL_ODDS = 1.5;
const DOUBT_FACTOR = 4;
const LEAST_DOUBTFUL = 0.6;
/** A safety matter stops a paste without any name. */
const SAFETY_FACTOR = 2;
const MOST_ASKED = 0.8;

/** Whether a text is about somebody at all: it names nobody (`lonely`), or hardly (`doubtful`). */
interface Crowd {
  lonely: boolean;
  doubtful: boolean;
}

/** The least probability at which a run counts. */
function leastOf(category: CategoryId, about: About, { lonely, doubtful }: Crowd): number {
  if (kindOf(category) !== 'sensitive') {
    const least = LEAST_VALUE[category] ?? LEAST_DIRECT;
    return lonely ? LEAST_LONELY : doubtful ? Math.max(least, LEAST_DOUBTFUL) : least;
  }
  if (lonely && about === 'none') return Number.POSITIVE_INFINITY;
  const factor = (category === 'safety' ? SAFETY_FACTOR : 1) * (doubtful ? DOUBT_FACTOR : 1);
  return Math.min(MOST_ASKED, LEAST_STATEMENT[about] * factor);
}

/** A statement that the tagger finds less likely than this is none, unless its own sentence is about one person. */
const DOUBTED = 0.02;
const FORM_SURE = 0.8;
/** The score of a form that the tagger has no opinion on. */
const FORM_SCORE = 0.6;
/** Forms that are what they are whatever the tagger says: they have a form, a checksum or a cue of their own. */
const CERTAIN: ReadonlySet<CategoryId> = new Set([
  'email',
  'phone',
  'government-id',
  'financial-account',
  'link',
  'birth-date',
  'address',
  'username',
]);
/**
 * Forms that the tagger may call something else where it is sure: their cues are words of many meanings. Not another
 * kind of number, though: numbers look alike, and a cue such as "password" says what it is.
 */
const OVERRULED: ReadonlySet<CategoryId> = new Set([
  'record-date',
  'record-number',
  'secret',
  'logistics',
  'school',
]);
const OVERRULES = 0.6;
/** Their form says all; the tagger adds none. */
const FORM_ONLY: ReadonlySet<CategoryId> = new Set(['email', 'phone', 'link']);
/** Words that are no part of a value at its ends. */
const EDGE_WORDS = new Set(
  `a an and are as at by call due for from has her his in is it its my of on or our the their to was with your
  al con de del el en es la las los no o para por que se su sus un una y`.split(/\s+/),
);

/**
 * Reads the details of a document.
 * @param people the names of private people, by place
 * @param forms what the recognizers of written forms found, by place
 */
export type Details = (
  doc: TextDocument,
  people: readonly Candidate[],
  forms: readonly Candidate[],
) => Candidate[];

/** @param bytes the decoded bytes of `DETAILS.tagger` */
export function createDetails(
  bytes: Uint8Array,
  gazetteer: Gazetteer,
  tagger: Tagger,
  recognizers: readonly Recognizer[],
): Details {
  let weights: CompactWeights | undefined;
  const byCategory = new Map(recognizers.map((recognizer) => [recognizer.id, recognizer]));
  return (doc, people, forms) => {
    weights ??= compact(readWeights(bytes));
    const persons = personTest(doc, gazetteer);
    const who = whoIn(doc, tokensOf(doc, people, persons), gazetteer);
    const { odds } = tagger(doc, gazetteer);
    const features = detailFeaturesOf(doc, { who, odds, persons, forms });
    const marginals = marginalsOf(scoresOf(features, weights), weights);
    evenOut(doc, who, marginals);
    const crowd = {
      lonely: people.length === 0,
      doubtful: odds < 0 || (odds < DOUBTFUL_ODDS && !people.some(({ score }) => score >= SURE_NAME)),
    };
    const found = seen(doc, forms, marginals, who, persons, crowd);
    return [
      ...judged(doc, forms, marginals, persons),
      ...found.filter(({ category, span }) => !byCategory.get(category)?.rulesOut?.(doc, span)),
    ];
  };
}

/** Fewer lines in a row that begin with a person are no list. */
const LIST_LINES = 3;

/**
 * In a list of people ("Maya 88", "Devon 62", "Ana 91") the first numbers of all lines are of one kind, and so are the
 * second ones: each gets half of its probabilities from the others.
 */
function evenOut({ tokens, lines }: TextDocument, who: Uint8Array, marginals: Float64Array): void {
  /** The numbers of each line of the list that is being read. */
  let list: number[][] = [];
  const close = () => {
    if (list.length >= LIST_LINES) {
      const most = Math.max(...list.map((numbers) => numbers.length));
      for (let slot = 0; slot < most; slot++) {
        const alike = list.flatMap((numbers) => numbers[slot] ?? []);
        if (alike.length >= LIST_LINES) average(alike, marginals);
      }
    }
    list = [];
  };
  let from = 0;
  for (const { end } of lines) {
    let to = from;
    while (to < tokens.length && tokens[to]!.start < end) to++;
    if (to === from) continue;
    if (leadsWithPerson(who, from, to)) {
      const numbers: number[] = [];
      for (let i = from + 1; i < to; i++)
        if (tokens[i]!.kind === 'number' && tokens[i - 1]!.kind !== 'number') numbers.push(i);
      list.push(numbers);
    } else close();
    from = to;
  }
  close();
}

/** Moves the probabilities of some tokens half of the way to their mean. */
function average(some: readonly number[], marginals: Float64Array): void {
  for (let t = 0; t < TAGS; t++) {
    let sum = 0;
    for (const i of some) sum += marginals[i * TAGS + t]!;
    for (const i of some) marginals[i * TAGS + t] = (marginals[i * TAGS + t]! + sum / some.length) / 2;
  }
}

/** 1 for each token of the candidates. */
function tokensOf(
  { tokens }: TextDocument,
  candidates: readonly Candidate[],
  persons: PersonTest,
): Uint8Array {
  const inside = new Uint8Array(tokens.length);
  for (const { span } of candidates)
    for (let i = persons.tokenAt(span.start); i < tokens.length && tokens[i]!.start < span.end; i++)
      inside[i] = 1;
  return inside;
}

/** The forms that the tagger does not rule out. */
function judged(
  { tokens }: TextDocument,
  forms: readonly Candidate[],
  marginals: Float64Array,
  persons: PersonTest,
): Candidate[] {
  const kept: Candidate[] = [];
  for (const form of forms) {
    if (CERTAIN.has(form.category)) {
      kept.push(form);
      continue;
    }
    const { start, end } = form.span;
    const tag = tagOf(form.category);
    let own = 0;
    for (let i = persons.tokenAt(start); i < tokens.length && tokens[i]!.start < end; i++)
      own = Math.max(own, marginals[i * TAGS + tag]!);
    if (kindOf(form.category) === 'sensitive' && form.score < FORM_SURE && own < DOUBTED) continue;
    kept.push({ ...form, score: Math.max(own, Math.min(form.score, FORM_SCORE)) });
  }
  return kept;
}

/** Categories whose values are apart where "and" stands between two of them, and numbers that a comma parts too. */
const LISTED: ReadonlySet<CategoryId> = new Set(['birth-date', 'record-date', 'logistics', 'rare-trait']);
const NUMBERED: ReadonlySet<CategoryId> = new Set([
  'student-id',
  'government-id',
  'financial-account',
  'record-number',
  'username',
  'secret',
]);
const JOINT = /^(?:and|or|y|o|&|;)$/;

/** "4471, 4472 and 4473" as three values. */
function valuesOf(tokens: readonly Token[], run: TaggedRun): TaggedRun[] {
  const category = CATEGORY_OF_TAG[run.tag - 1]!;
  if (!LISTED.has(category) && !NUMBERED.has(category)) return [run];
  const runs: TaggedRun[] = [];
  let from = run.from;
  for (let i = run.from; i <= run.to; i++) {
    const key = tokens[i]?.key ?? '';
    const parts = i < run.to && (JOINT.test(key) || (key === ',' && NUMBERED.has(category)));
    if (i < run.to && !parts) continue;
    if (i > from) runs.push({ ...run, from, to: i });
    from = i + 1;
  }
  return runs;
}

const VALUE_MARK = /^[-._/#*@+]$/;

/** Whether a value that holds one of two neighbouring tokens holds the other: "S-88213" is one, "4471,Maya" two. */
function joined(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next || token.end !== next.start) return false;
  const isPart = ({ kind, key }: Token) => kind !== 'mark' || VALUE_MARK.test(key);
  // A full stop at the end is the sentence's.
  const ends = next.kind === 'mark' && tokens[i + 2]?.start !== next.end;
  return isPart(token) && isPart(next) && !ends;
}

/** What the tagger sees by itself. */
function seen(
  { tokens }: TextDocument,
  forms: readonly Candidate[],
  marginals: Float64Array,
  who: Uint8Array,
  persons: PersonTest,
  crowd: Crowd,
): Candidate[] {
  const found: Candidate[] = [];
  const outside = (i: number) => tokens[i]!.kind === 'mark' && !/[#+@$*/]/.test(tokens[i]!.key);
  // A name, private or public, is never swallowed by what is said about its bearer.
  // Nor is an identifier that is sure.
  const sure = new Uint8Array(tokens.length);
  for (const { span, category } of forms)
    if (CERTAIN.has(category))
      for (let i = persons.tokenAt(span.start); i < tokens.length && tokens[i]!.start < span.end; i++)
        sure[i] = tagOf(category);
  const runs = runsIn(
    marginals,
    LEAST_STATEMENT.here,
    (i) => (4 * tokens[i]!.sentence + who[i]!) * TAGS + sure[i]!,
  );
  for (const run of runs.flatMap((run) => valuesOf(tokens, run))) {
    let { from, to } = run;
    const category = CATEGORY_OF_TAG[run.tag - 1]!;
    const kind = kindOf(category);
    if (
      who[from] !== 0 ||
      // What is left of a value around one that is sure.
      sure[from - 1] === run.tag ||
      sure[to] === run.tag ||
      FORM_ONLY.has(category) ||
      run.top < leastOf(category, persons.about(tokens[from]!.start), crowd)
    )
      continue;
    const isStatement = kind === 'sensitive';
    const isEdge = (i: number) => outside(i) || (!isStatement && EDGE_WORDS.has(tokens[i]!.key));
    while (from < to && isEdge(from)) from++;
    while (to > from && isEdge(to - 1)) to--;
    if (from === to) continue;
    if (isStatement && tokens.slice(from, to).every(({ key }) => FUNCTION_WORDS.has(key))) continue;
    if (NUMBERED.has(category)) {
      while (joined(tokens, from - 1)) from--;
      while (joined(tokens, to - 1)) to++;
    }
    const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
    const inForm = (form: Candidate) =>
      form.span.start < span.end &&
      span.start < form.span.end &&
      (form.category === category ||
        !OVERRULED.has(form.category) ||
        (NUMBERED.has(form.category) && NUMBERED.has(category)) ||
        run.top < OVERRULES);
    const isSafety = (form: Candidate) =>
      form.category === 'safety' && form.span.start < span.end && span.start < form.span.end;
    if (isStatement ? category !== 'safety' && forms.some(isSafety) : forms.some(inForm)) continue;
    found.push({
      span,
      category,
      score: run.top,
      recognizer: category,
      because: because(isStatement ? 'about-person' : 'after-cue'),
    });
  }
  return found;
}
