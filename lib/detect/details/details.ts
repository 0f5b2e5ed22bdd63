/** Details and sensitive statements: what the recognizers of written forms found, judged and added to by the tagger. */
import { because } from '../because.ts';
import { type CategoryId, type CategoryKind, kindOf } from '../category.ts';
import type { TextDocument, Token } from '../document.ts';
import type { Candidate, Span } from '../finding.ts';
import { FUNCTION_WORDS } from '../function-words.ts';
import { judged, probability } from '../judge.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { Tagger } from '../names/tagger.ts';
import { type PersonTest, personTest } from '../person-test.ts';
import type { Recognizer } from '../recognizer.ts';
import { FULL_DATE, MONTH, SHORT_DATE } from '../recognizers/pattern.ts';
import { WEEKDAY } from '../recognizers/record-date.ts';
import { type Around, evidenceOf } from './evidence.ts';
import { detailFeaturesOf, leadsWithPerson, WHO, whoIn } from './features.ts';
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

/** What is less likely than this is not looked at. */
const LEAST_SEEN = 0.05;
/**
 * Least score of what only the tagger sees, by kind: chosen on dev. A statement is shown early, since its words are never
 * changed unasked, and stops a paste late (`minScore` of the policy); a number that is swapped in vain garbles a text.
 */
const LEAST_SCORE: Partial<Record<CategoryKind, number>> = { sensitive: 0.2, direct: 0.4, indirect: 0.2 };

/** So much more a statement or a rare trait needs in the shortest text, where little around it speaks for it: "Maya left." says nothing. */
const SHORT_NEEDS = 0.5;

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

/** What may be a detail, and what speaks for it. */
export interface WeighedDetail extends Pick<Candidate, 'span' | 'category'> {
  evidence: number[];
}

/**
 * Reads the details of a document.
 * @param people the names of private people, by place
 * @param forms what the recognizers of written forms found, by place
 */
type Read<Result> = (
  doc: TextDocument,
  people: readonly Candidate[],
  forms: readonly Candidate[],
) => Result[];

export interface Details {
  find: Read<Candidate>;
  /** What may be details, with the evidence: for training, which fits a judge of it. */
  weigh: Read<WeighedDetail>;
}

/** @param bytes the decoded bytes of `DETAILS.tagger` */
export function createDetails(
  bytes: Uint8Array,
  gazetteer: Gazetteer,
  tagger: Tagger,
  recognizers: readonly Recognizer[],
): Details {
  let weights: CompactWeights | undefined;
  const byCategory = new Map(recognizers.map((recognizer) => [recognizer.id, recognizer]));
  const ready = () => {
    weights ??= compact(readWeights(bytes));
    return weights;
  };
  const look = (doc: TextDocument, people: readonly Candidate[], forms: readonly Candidate[]): Around => {
    const persons = personTest(doc, gazetteer);
    const who = whoIn(doc, tokensOf(doc, people, persons), gazetteer);
    const tagged = tagger(doc, gazetteer);
    const features = detailFeaturesOf(doc, { who, oddsAt: tagged.odds.at, persons, forms });
    const marginals = marginalsOf(scoresOf(features, ready()), ready());
    evenOut(doc, who, marginals);
    return { doc, marginals, who, persons, people, forms, tagged };
  };
  const seenIn = (around: Around) =>
    weighed(around).filter(({ category, span }) => !byCategory.get(category)?.rulesOut?.(around.doc, span));
  return {
    find(doc, people, forms) {
      const around = look(doc, people, forms);
      const { judge } = ready();
      const { shortness } = around.tagged;
      return [
        ...keptForms(around),
        ...seenIn(around)
          .filter(({ category, span }) => isLikeOne(category, doc.text.slice(span.start, span.end)))
          .flatMap((detail) => asFinding(detail, judge, shortness) ?? []),
      ];
    },
    weigh: (doc, people, forms) => seenIn(look(doc, people, forms)),
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
function keptForms({ doc: { tokens }, forms, marginals, persons }: Around): Candidate[] {
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

/** A cue ends so many characters before its value, or sooner: "ID: 204418". */
const CUE_GAP = 3;
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

const DATED: ReadonlySet<CategoryId> = new Set(['birth-date', 'record-date']);
const DATE = new RegExp(`(?:(?<!\\p{L})${WEEKDAY} (?:the |el )?)?(?:${FULL_DATE}|${SHORT_DATE})`, 'iu');
/** What may belong to a date: "May 5-7", "May 5, Monday". */
const MORE_DATE = new RegExp(`\\d|(?<!\\p{L})(?:${MONTH}|${WEEKDAY})(?!\\p{L})`, 'iu');

/** The date in a span that holds one, without the words around it that tell nothing of the day: "school on May 5, crying". */
function withoutWords(text: string, { start, end }: Span): Span {
  const said = text.slice(start, end);
  const date = DATE.exec(said);
  if (!date) return { start, end };
  const to = date.index + date[0].length;
  if (MORE_DATE.test(`${said.slice(0, date.index)} ${said.slice(to)}`)) return { start, end };
  return { start: start + date.index, end: start + to };
}

/** What the tagger sees by itself. */
function weighed(around: Around): WeighedDetail[] {
  const { doc, forms, marginals, who, persons, people } = around;
  const { tokens } = doc;
  const found: { run: TaggedRun; detail: Omit<WeighedDetail, 'evidence'> }[] = [];
  const outside = (i: number) => tokens[i]!.kind === 'mark' && !/[#+@$*/]/.test(tokens[i]!.key);
  // A name, private or public, is never swallowed by what is said about its bearer.
  // Nor is an identifier that is sure.
  const sure = new Uint8Array(tokens.length);
  for (const { span, category } of forms)
    if (CERTAIN.has(category))
      for (let i = persons.tokenAt(span.start); i < tokens.length && tokens[i]!.start < span.end; i++)
        sure[i] = tagOf(category);
  const runs = runsIn(marginals, LEAST_SEEN, (i) => (4 * tokens[i]!.sentence + who[i]!) * TAGS + sure[i]!);
  for (const run of runs.flatMap((run) => valuesOf(tokens, run))) {
    let { from, to } = run;
    const category = CATEGORY_OF_TAG[run.tag - 1]!;
    const kind = kindOf(category);
    if (
      who[from] !== WHO.nobody ||
      // What is left of a value around one that is sure.
      sure[from - 1] === run.tag ||
      sure[to] === run.tag ||
      FORM_ONLY.has(category)
    )
      continue;
    const isStatement = kind === 'sensitive';
    // Nobody is named, and nobody is spoken of.
    if (isStatement && people.length === 0 && persons.about(tokens[from]!.start) === 'none') continue;
    const isEdge = (i: number) => outside(i) || (!isStatement && EDGE_WORDS.has(tokens[i]!.key));
    while (from < to && isEdge(from)) from++;
    while (to > from && isEdge(to - 1)) to--;
    if (from === to) continue;
    if (isStatement && tokens.slice(from, to).every(({ key }) => FUNCTION_WORDS.has(key))) continue;
    // "ID" before a number is its cue.
    const { end } = tokens[from]!;
    const isCue = ({ span }: Candidate) => span.start >= end && span.start - end < CUE_GAP;
    if (isStatement && to - from === 1 && forms.some(isCue)) continue;
    if (NUMBERED.has(category)) {
      while (joined(tokens, from - 1)) from--;
      while (joined(tokens, to - 1)) to++;
    }
    const seen = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
    const span = DATED.has(category) ? withoutWords(doc.text, seen) : seen;
    const inForm = (form: Candidate) =>
      form.span.start < span.end &&
      span.start < form.span.end &&
      (form.category === category ||
        !OVERRULED.has(form.category) ||
        (NUMBERED.has(form.category) && NUMBERED.has(category)) ||
        run.top < OVERRULES);
    const isSafety = (form: Candidate) =>
      form.category === 'safety' && form.span.start < span.end && span.start < form.span.end;
    // A value is not what is said of its owner.
    const isValue = (form: Candidate) =>
      kindOf(form.category) === 'direct' && form.span.start <= span.start && form.span.end >= span.end;
    const isSaid = (form: Candidate) => isValue(form) || (category !== 'safety' && isSafety(form));
    if (forms.some(isStatement ? isSaid : inForm)) continue;
    found.push({ run: { ...run, from, to }, detail: { span, category } });
  }
  const evidence = evidenceOf(
    found.map(({ run }) => run),
    around,
  );
  return found.map(({ detail }, i) => ({ ...detail, evidence: evidence[i]! }));
}

/** Such numbers have so many digits, or are said in words; the tag of a device may be shorter. */
const OF_DIGITS: ReadonlySet<CategoryId> = new Set(['student-id', 'government-id', 'financial-account']);
const LEAST_DIGITS = 3;
const SAID =
  /(?<!\p{L})(?:zero|oh?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)(?!\p{L})/iu;

/** Whether words may be a value of a category by their form: "B12" and "N" are no student's number. */
function isLikeOne(category: CategoryId, value: string): boolean {
  if (!OF_DIGITS.has(category)) return true;
  return (value.match(/\d/g)?.length ?? 0) >= LEAST_DIGITS || SAID.test(value);
}

/** What is likely enough, as a finding. */
function asFinding(
  { span, category, evidence }: WeighedDetail,
  judge: Float32Array,
  shortness: number,
): Candidate | undefined {
  const kind = kindOf(category);
  const score = probability(judged(evidence, judge));
  const isSaid = kind === 'sensitive' || category === 'rare-trait';
  const least = LEAST_SCORE[kind]! + (isSaid ? SHORT_NEEDS * shortness : 0);
  if (score < least) return undefined;
  return {
    span,
    category,
    score,
    recognizer: category,
    because: because(kind === 'sensitive' ? 'about-person' : 'after-cue'),
  };
}
