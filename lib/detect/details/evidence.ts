/** What speaks for a detail that the tagger sees, and against it. */
import { kindOf } from '../category.ts';
import type { TextDocument } from '../document.ts';
import type { Candidate } from '../finding.ts';
import { logit } from '../judge.ts';
import { signEvidence } from '../names/signs.ts';
import type { Tagged } from '../names/tagger.ts';
import { ABOUT_GROUP, ABOUT_NOBODY, ABOUT_PUPIL, type PersonTest } from '../person-test.ts';
import { WHO } from './features.ts';
import type { TaggedRun } from './tagger.ts';
import { CATEGORY_OF_TAG, FIRST_STATEMENT, TAGS } from './tags.ts';

/** How much speaks for something where there is nothing. */
const NOTHING = -3;
/** A person so many tokens away is as good as none. */
const FAR = 60;

export interface Around {
  doc: TextDocument;
  marginals: Float64Array;
  who: Uint8Array;
  persons: PersonTest;
  people: readonly Candidate[];
  forms: readonly Candidate[];
  tagged: Tagged;
}

/** The evidence of all runs; the judge is part of the model, so the order is too. */
export function evidenceOf(runs: readonly TaggedRun[], around: Around): number[][] {
  const { doc, marginals, who, persons, people, forms, tagged } = around;
  const { tokens } = doc;
  const n = tokens.length;
  const statementAt = (i: number) => {
    let sum = 0;
    for (let t = FIRST_STATEMENT; t < TAGS; t++) sum += marginals[i * TAGS + t]!;
    return sum;
  };
  const isStatement = ({ tag }: TaggedRun) => tag >= FIRST_STATEMENT;
  const ranked = runs.toSorted((a, b) => b.top - a.top);
  const statements = ranked.filter(isStatement);
  const values = ranked.filter((run) => !isStatement(run));
  const best = (some: TaggedRun[], but: TaggedRun) => {
    const one = some[some[0] === but ? 1 : 0];
    return one ? logit(one.top) : NOTHING;
  };
  const surest = people.reduce((most, { score }) => Math.max(most, logit(score)), NOTHING);
  const written = forms.filter(({ category }) => kindOf(category) !== 'sensitive').length;
  const before = distances(who, 1);
  const after = distances(who, -1);
  return runs.map((run) => {
    const { from, to, tag, top } = run;
    let own = 0;
    let mean = 0;
    for (let i = from; i < to; i++) {
      own = Math.max(own, marginals[i * TAGS + tag]!);
      mean += (isStatement(run) ? statementAt(i) : marginals[i * TAGS + tag]!) / (to - from);
    }
    const [alike, unlike] = isStatement(run) ? [statements, values] : [values, statements];
    const { start } = tokens[from]!;
    const about = persons.about(start);
    const kind = persons.kindOf(persons.sentenceAt(start));
    return [
      logit(top),
      logit(own),
      logit(mean),
      Math.log(to - from),
      about === 'here',
      about === 'near',
      (kind & ABOUT_GROUP) !== 0,
      (kind & ABOUT_NOBODY) !== 0,
      (kind & ABOUT_PUPIL) !== 0,
      tagged.odds.whole,
      tagged.odds.near[from]!,
      tagged.shortness,
      Math.log1p(tagged.privateNames),
      Math.log1p(tagged.publicNames),
      Math.log1p(people.length),
      surest,
      Math.log1p(Math.min(FAR, before[from]!)),
      Math.log1p(Math.min(FAR, after[to - 1]!)),
      best(alike, run),
      best(unlike, run),
      Math.log(alike.length),
      Math.log1p(written),
      Math.log(n),
      ...signEvidence(tagged.signs, from),
      ...CATEGORY_OF_TAG.map((_, t) => t + 1 === tag),
    ].map(Number);
  });
}

/** How many tokens away the next private person is, on one side of each token. */
function distances(who: Uint8Array, step: 1 | -1): Float64Array {
  const away = new Float64Array(who.length);
  let last = FAR;
  for (let k = 0; k < who.length; k++) {
    const i = step > 0 ? k : who.length - 1 - k;
    last = who[i] === WHO.private ? 0 : last + 1;
    away[i] = last;
  }
  return away;
}
