/** Details and sensitive statements: what the recognizers of written forms found, judged and added to by the tagger. */
import { because } from '../because.ts';
import { type CategoryId, kindOf } from '../category.ts';
import type { TextDocument } from '../document.ts';
import type { Candidate } from '../finding.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { Tagger } from '../names/tagger.ts';
import { type About, type PersonTest, personTest } from '../person-test.ts';
import { detailFeaturesOf, whoIn } from './features.ts';
import { marginalsOf, readWeights, runsIn, scoresOf, type Weights } from './tagger.ts';
import { CATEGORY_OF_TAG, TAGS, tagOf } from './tags.ts';

/** Least probability of a value that only the tagger sees. */
const LEAST_VALUE: Partial<Record<CategoryId, number>> = {
  school: 0.4,
  logistics: 0.2,
  'record-date': 0.25,
  'rare-trait': 0.3,
};
const LEAST_DIRECT = 0.3;
/** The same of a statement where its sentence is about one person, where a neighbouring one is, and where none is. */
const LEAST_STATEMENT = { here: 0.1, near: 0.15, none: 0.4 } as const;
/** A safety matter stops a paste without any name. */
const SAFETY_FACTOR = 2;

function leastOf(category: CategoryId, about: About): number {
  if (kindOf(category) !== 'sensitive') return LEAST_VALUE[category] ?? LEAST_DIRECT;
  return LEAST_STATEMENT[about] * (category === 'safety' ? SAFETY_FACTOR : 1);
}

/** A form that the tagger finds less likely than this is none. */
const DOUBTED = 0.02;
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
export function createDetails(bytes: Uint8Array, gazetteer: Gazetteer, tagger: Tagger): Details {
  let weights: Weights | undefined;
  return (doc, people, forms) => {
    weights ??= readWeights(bytes);
    const who = whoIn(doc, tokensOf(doc, people), gazetteer);
    const persons = personTest(doc, gazetteer);
    const { odds } = tagger(doc, gazetteer);
    const features = detailFeaturesOf(doc, { who, odds, persons, forms });
    const marginals = marginalsOf(scoresOf(features, weights), weights);
    return [...judged(doc, forms, marginals), ...seen(doc, forms, marginals, who, persons)];
  };
}

/** 1 for each token of the candidates. */
function tokensOf({ tokens }: TextDocument, candidates: readonly Candidate[]): Uint8Array {
  const inside = new Uint8Array(tokens.length);
  let i = 0;
  for (const { span } of candidates) {
    while (i > 0 && tokens[i - 1]!.end > span.start) i--;
    while (i < tokens.length && tokens[i]!.end <= span.start) i++;
    for (; i < tokens.length && tokens[i]!.start < span.end; i++) inside[i] = 1;
  }
  return inside;
}

/** The forms that the tagger does not rule out. */
function judged({ tokens }: TextDocument, forms: readonly Candidate[], marginals: Float64Array): Candidate[] {
  const kept: Candidate[] = [];
  let at = 0;
  for (const form of forms) {
    if (CERTAIN.has(form.category)) {
      kept.push(form);
      continue;
    }
    const tag = tagOf(form.category);
    while (at > 0 && tokens[at - 1]!.end > form.span.start) at--;
    while (at < tokens.length && tokens[at]!.end <= form.span.start) at++;
    let own = 0;
    for (let i = at; i < tokens.length && tokens[i]!.start < form.span.end; i++)
      own = Math.max(own, marginals[i * TAGS + tag]!);
    if (kindOf(form.category) === 'sensitive' && own < DOUBTED) continue;
    kept.push({ ...form, score: Math.max(own, Math.min(form.score, FORM_SCORE)) });
  }
  return kept;
}

/** What the tagger sees by itself. */
function seen(
  { tokens }: TextDocument,
  forms: readonly Candidate[],
  marginals: Float64Array,
  who: Uint8Array,
  persons: PersonTest,
): Candidate[] {
  const found: Candidate[] = [];
  const outside = (i: number) => tokens[i]!.kind === 'mark' && !/[#+@$*/]/.test(tokens[i]!.key);
  // A name is never swallowed by what is said about its bearer.
  for (const run of runsIn(marginals, LEAST_STATEMENT.here, (i) => 2 * tokens[i]!.sentence + who[i]!)) {
    let { from, to } = run;
    const category = CATEGORY_OF_TAG[run.tag - 1]!;
    const kind = kindOf(category);
    if (who[from] === 1 || FORM_ONLY.has(category) || run.top < leastOf(category, persons.about(tokens[from]!.start))) continue;
    const isStatement = kind === 'sensitive';
    const isEdge = (i: number) => outside(i) || (!isStatement && EDGE_WORDS.has(tokens[i]!.key));
    while (from < to && isEdge(from)) from++;
    while (to > from && isEdge(to - 1)) to--;
    if (from === to) continue;
    const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
    const inForm = forms.some(
      (form) =>
        form.span.start < span.end &&
        span.start < form.span.end &&
        (CERTAIN.has(form.category) || (!isStatement && form.category === category)),
    );
    if (inForm) continue;
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
