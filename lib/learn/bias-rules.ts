/**
 * What words, patterns and the detector's findings say of a draft: where a student is judged, and where it says who somebody
 * is. The words are in curriculum/bias.json; `bias.ts` makes of it what there is to say.
 */
import words from '../../curriculum/bias.json' with { type: 'json' };
import type { CategoryId } from '../detect/category.ts';
import type { Finding, Span } from '../detect/finding.ts';
import { folded, sourceOf, wordOf } from './word-patterns.ts';

export const TASKS = [
  'grade',
  'score',
  'rank',
  'predict',
  'comment',
  'discipline',
  'place',
  'recommend',
] as const;
export type Task = (typeof TASKS)[number];

export const CUES = [
  'race',
  'ethnicity',
  'gender',
  'religion',
  'disability',
  'language',
  'immigration',
  'income',
  'family',
  'name-origin',
] as const;
export type Cue = (typeof CUES)[number];

/** One kind of cue beside one kind of task. Carries no text: slice the draft with the spans. */
export interface Advice {
  code: 'bias';
  task: Task;
  cue: Cue;
  /** Where the task is asked for, in UTF-16 code units, end-exclusive. */
  taskSpans: Span[];
  /** Where the cue stands. */
  cueSpans: Span[];
}

/** What is read of a finding. */
export type Known = Pick<Finding, 'category' | 'role' | 'score' | 'span'>;

/** Which cue a sensitive finding is. Those of other categories are none, or need their words looked at. */
const CUE_OF: Partial<Record<CategoryId, Cue>> = {
  disability: 'disability',
  'language-status': 'language',
  immigration: 'immigration',
  economic: 'income',
  housing: 'income',
  family: 'family',
};
/** From which score on a finding counts. A name's is lower than for an alarm where the sentence judges somebody. */
const NAME_SCORE = 0.2;
const SURE_NAME = 0.55;
const DETAIL_SCORE = 0.6;
/** A quote longer than this, in characters, is somebody's work and not a word that is quoted. */
const LONG_QUOTE = 25;
/** How far around a cue its context is read, in characters. */
const AROUND = 80;

/** A cue where it stands, and whether it is one of a student who is judged, as far as words can tell. */
interface SeenCue extends Found<Cue> {
  counts: boolean;
  /** Said of the writer or of a colleague. */
  isStaff: boolean;
}

/** What words and the detector say of a draft. All spans are of the draft; what is swapped for a label is in none. */
export interface Seen {
  text: string;
  /** In lower case without accents, with § for each character of a student's name. */
  plain: string;
  people: Known[];
  /** Looks for bias: there is nothing to say of it. */
  checks: boolean;
  tasks: Found<Task>[];
  worded: SeenCue[];
  /** Words of cues that may be said of anything. */
  loose: Found<Cue>[];
  /** Findings of the detector that are cues. */
  details: SeenCue[];
  /** Names of students who are judged. */
  names: Found<Cue>[];
  quotes: Span[];
}

/** Reads a draft by words alone. In: the draft; what the detector found in it; what will be swapped for labels. */
export function seenIn(text: string, findings: Known[], swapped: Span[]): Seen {
  const people = findings
    .filter((f) => isStudent(f) && f.score >= NAME_SCORE)
    .map((f) => ({ ...f, span: withoutVerb(text, f.span) }))
    .filter((f) => !isWord(text, f));
  const read = readOf(
    text,
    people.map(({ span }) => span),
  );
  const tasks = tasksIn(read);
  const counts = counter(read, tasks);
  const stays = ({ span }: { span: Span }) => !swapped.some((swap) => overlap(swap, span));
  const seen = (cue: Found<Cue>): SeenCue => ({ ...cue, ...counts(cue) });
  const { sure, loose } = cuesIn(read);
  const worded = sure.filter(stays).map(seen);
  const details = findings.filter(stays).flatMap(({ category, score, span }): SeenCue[] => {
    const kind = CUE_OF[category];
    return kind && score >= DETAIL_SCORE && !isPenalty(read.plain, span) ? [seen({ kind, span })] : [];
  });
  return {
    text,
    plain: read.plain,
    people: people.filter(stays),
    checks: matchers().unless.checks.test(read.phrased),
    tasks,
    worded,
    loose: loose.filter((cue) => stays(cue) && !counts(cue).isStaff),
    details,
    names: namesIn(read, people, tasks).filter(stays),
    quotes: quotesOf(read.plain),
  };
}

/** The cues that words and findings know to be ones of a student who is judged. */
export function countedIn({ worded, details, names }: Seen): Found<Cue>[] {
  const said = worded.filter(({ counts }) => counts);
  return [
    ...said,
    // A finding may be a whole sentence: where words say the same, theirs is the better place.
    ...details.filter(({ counts, span }) => counts && !said.some((one) => overlap(one.span, span))),
    ...names,
  ];
}

/** One advice for each kind of task beside each kind of cue. */
export function adviceOn(tasks: Found<Task>[], cues: Found<Cue>[]): Advice[] {
  return TASKS.flatMap((task) => {
    const taskSpans = spansOf(tasks, task);
    if (taskSpans.length === 0) return [];
    // A comment for a report card has the name of its student: it counts beside another cue only.
    const named = task !== 'comment' || cues.some(({ kind }) => kind !== 'name-origin');
    return CUES.flatMap((cue): Advice[] => {
      const cueSpans = spansOf(cues, cue);
      if (cueSpans.length === 0 || (cue === 'name-origin' && !named)) return [];
      return [{ code: 'bias', task, cue, taskSpans, cueSpans }];
    });
  });
}

/** Names of those who are judged: sure ones, and others in a sentence that judges. */
function namesIn({ plain }: Read, people: Known[], tasks: Found<Task>[]): Found<Cue>[] {
  const judging = sentencesOf(plain).filter(({ start, end }) =>
    tasks.some(({ span }) => start <= span.start && span.start < end),
  );
  const isJudged = ({ start }: Span) => judging.some((one) => one.start <= start && start < one.end);
  return people
    .filter(({ score, span }) => score >= SURE_NAME || isJudged(span))
    .map(({ span }) => ({ kind: 'name-origin', span }));
}

/** "Rank", "will" and "Latino" are taken for names by a detector that would rather ask. */
function isWord(text: string, { span, score }: Known): boolean {
  const word = text.slice(span.start, span.end);
  const isCue = () => matchers().cues.some(({ is }) => is && word.toLowerCase().replace(is, '') === '');
  return VERBS.has(word.toLowerCase()) || (score < 0.9 && (/^\p{Ll}/u.test(word) || isCue()));
}
/** "Rank Ali" is no name of two words. */
function withoutVerb(text: string, { start, end }: Span): Span {
  const [first, word] = /^(\p{L}+)\s+(?=\S)/u.exec(text.slice(start, end)) ?? [];
  return first && word && VERBS.has(word.toLowerCase())
    ? { start: start + first.length, end }
    : { start, end };
}
const VERBS = new Set(words.verbs.flatMap((one) => one.split('|')));

export interface Found<K> {
  kind: K;
  span: Span;
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The spans of a kind in order, without those that lie in another one. */
function spansOf<K>(found: Found<K>[], kind: K): Span[] {
  const all = found.filter((one) => one.kind === kind).map(({ span }) => span);
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  return all.filter(({ end }) => {
    const isNew = end > reached;
    if (isNew) reached = end;
    return isNew;
  });
}

function isStudent({ category, role }: Known): boolean {
  return category === 'person-name' && (role === undefined || role === 'student' || role === 'unknown');
}

/** A draft as it is looked through: in lower case, and once more with § and ¤ for names of students and nouns for them. */
interface Read {
  text: string;
  plain: string;
  marked: string;
  /** With ¶ for all of "my two students". */
  phrased: string;
}

/** Offsets stay as they are. */
function readOf(text: string, names: Span[]): Read {
  const fill = (sign: string) => (part: string) => part.replace(/\S/g, sign);
  let plain = folded(text);
  for (const { start, end } of names)
    plain = plain.slice(0, start) + fill('§')(plain.slice(start, end)) + plain.slice(end);
  const { student, phrase } = matchers();
  const marked = plain.replace(LABEL, fill('§')).replace(student, fill('¤'));
  return { text, plain, marked, phrased: marked.replace(phrase, (part) => '¶'.repeat(part.length)) };
}
/** What a student is called who has no name here: `[Student 1]`, `kid B`, `S2`; "a student a teacher knows" is none. */
const LABEL =
  /\[(?:student|estudiante|alumn[oa]|child|kid|ni[ñn][oa])\s?[a-z]?\d*\]|(?<![a-z0-9])(?:(?:student|kid|child|pupil|writer|applicant|candidate|learner|finalist|nominee|alumn[oa]|estudiante)\s+(?:#?\d+|[b-h]|a(?=\s*[:,.;(]))|[sk]\d)(?![a-z0-9'])|#\d+(?!\d)/gi;

/**
 * Sentences and lines with their places. A point ends one before a gap only, so that 3.4 stays whole. After 1000
 * characters one ends in any case: patterns look back and ahead in it.
 */
export function sentencesOf(text: string): (Span & { text: string })[] {
  return Array.from(text.matchAll(/(?:[^.?!\n]|[.?!](?![\s"')\]]|$)){1,1000}[.?!"')\]]*/g), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  })).filter((sentence) => /[a-z§¶¤]/.test(sentence.text));
}

/** Where a student or a student's work is to be judged. */
function tasksIn(read: Read): Found<Task>[] {
  const { plain, phrased } = read;
  const { tasks, unless } = matchers();
  if (unless.checks.test(phrased)) return [];
  const quotes = quotesOf(plain);
  const found: Found<Task>[] = [];
  let isMaking = false;
  for (const { text, start, end } of sentencesOf(phrased)) {
    isMaking ||= unless.made.test(text);
    // What comes after a request for a lesson or a story is about that, unless it is said whom it is about.
    if (
      unless.asked.test(text) ||
      IN_TITLE.test(read.text.slice(start, end)) ||
      (isMaking && (unless.made.test(text) || !OWN.test(text)))
    )
      continue;
    for (const [kind, pattern] of tasks) {
      for (const match of matchesOf(pattern, text)) {
        const span = { start: start + match.index, end: start + match.index + match[0].length };
        if (!quotes.some((quote) => quote.start < span.start && span.start < quote.end))
          found.push({ kind, span });
      }
    }
  }
  return found;
}
/** Somebody "in The House on Mango Street" is no student. */
const IN_TITLE = /\bin (?:The|An?) \p{Lu}/u;
const OWN = /(?<![a-z0-9])(?:my|our|mi|mis)(?![a-z0-9])|§/;

/** Where words say who somebody is; `loose` are those that may be said of anything. Whether they count is another question. */
function cuesIn(read: Read): { sure: Found<Cue>[]; loose: Found<Cue>[] } {
  const { cues, sure } = matchers();
  const found: { sure: Found<Cue>[]; loose: Found<Cue>[] } = { sure: [], loose: [] };
  for (const { cue, is, alone, groups } of cues) {
    const add = (match: RegExpMatchArray, to: Found<Cue>[]) => {
      const span = spanOf(match);
      const written = read.text.slice(span.start, span.end);
      // "EL" and "ADD" say something of students, "el" and "add" do not; a BOY score is of the beginning of the year.
      const isWord = CAPS.has(match[0].toUpperCase()) && written !== written.toUpperCase();
      if (!isWord && !NOT_CAPS.has(written)) to.push({ kind: cue, span });
    };
    if (is)
      for (const match of matchesOf(is, read.plain))
        add(match, isOfPerson(read, spanOf(match)) ? found.sure : found.loose);
    if (alone) for (const match of matchesOf(alone, read.plain)) add(match, found.sure);
    if (groups) {
      for (const match of matchesOf(groups, read.plain)) {
        const isSure = sure.test(read.plain.slice(Math.max(0, match.index - AROUND), match.index));
        add(match, isSure ? found.sure : found.loose);
      }
    }
  }
  return found;
}
const CAPS = new Set(words.caps);
const NOT_CAPS = new Set(words.notCaps);

/** All matches of a pattern with the flag `g`. `matchAll` makes a copy of it each time, which is slow for long ones. */
function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}

function spanOf(match: RegExpMatchArray): Span {
  return { start: match.index!, end: match.index! + match[0].length };
}

/** Whether a word such as "Black" or "deaf" is said of somebody: before a noun, after a verb, or in a list. */
function isOfPerson({ plain, marked }: Read, { start, end }: Span): boolean {
  const { noun, be, ends, person, sure } = matchers();
  const before = marked.slice(Math.max(0, start - AROUND), start);
  const after = marked.slice(end, end + AROUND);
  const match = noun.exec(after);
  if (match) return !isPlural(plain.slice(end, end + match[0].length)) || sure.test(before);
  if (be.test(before)) return true;
  if (/(?:[:();,=/–—-]\s?|§\s)$/.test(before) && (/^\s*(?:[,;).\n/]|$)/.test(after) || ends.test(after)))
    return true;
  return person.test(before);
}

function isPlural(noun: string): boolean {
  return /(?:s|children)$/.test(noun) && !noun.endsWith("'s");
}

/**
 * Whether a cue is one of the student who is judged, rather than what a lesson or a text is about, a group that nobody is
 * named of, the writer, or a part of the student's own work.
 */
function counter(
  { plain, marked }: Read,
  tasks: Found<Task>[],
): (cue: Found<Cue>) => Pick<SeenCue, 'counts' | 'isStaff'> {
  const { thing, noun, staff, generic, topic, own, pupil, first, sure } = matchers();
  const quotes = quotesOf(plain);
  const sentences = sentencesOf(plain);
  const isWork = tasks.some(({ kind }) => kind === 'grade' || kind === 'score' || kind === 'comment');
  const isComment = tasks.every(({ kind }) => kind === 'comment');
  return ({ kind, span: { start, end } }) => {
    const sentence = sentences.find((one) => one.start <= start && start < one.end);
    const before = marked.slice(sentence?.start ?? 0, start);
    const after = marked.slice(end, sentence?.end);
    // "I am a deaf teacher", and not "I have a deaf student".
    const isStaff = (own.test(before) && !pupil.test(after)) || staff.test(after);
    const is = (counts: boolean) => ({ counts, isStaff });
    if (kind !== 'name-origin' && thing.test(after)) return is(false);
    const quote = quotes.find((one) => one.start < start && start < one.end);
    // A student may say in an essay who they are. A comment that shall be worded better is about its student.
    if (quote) return is((isWork && first.test(before)) || (isComment && quote.kind === 'comment'));
    if (isStaff || topic.test(before)) return is(false);
    const many = noun.exec(after);
    if (many && isPlural(plain.slice(end, end + many[0].length)) && !sure.test(before)) return is(false);
    return is(!generic.test(before) || sure.test(before.replace(generic, '')));
  };
}

/** Quoted texts, and what follows a line such as "Essay:". `kind` says what is quoted. */
function quotesOf(read: string): (Span & { kind: 'comment' | 'work' })[] {
  const quotes = Array.from(read.matchAll(/"[^"]*"?/g), (match) => spanOf(match)).filter(
    ({ start, end }) => end - start > LONG_QUOTE,
  );
  const { remark } = matchers();
  const from = PASTED.exec(read);
  if (from) quotes.push({ start: from.index + from[0].length - 1, end: read.length });
  return quotes.map((quote) => {
    const before = read.slice(Math.max(0, quote.start - AROUND), quote.start);
    return { ...quote, kind: remark.test(before) ? 'comment' : 'work' };
  });
}

/** "Behavior plan" is what is asked for, not a detail of the student. */
function isPenalty(read: string, { start, end }: Span): boolean {
  return matchers().penalty.test(read.slice(start, end));
}

type Unless = 'made' | 'checks' | 'asked';
interface Matchers {
  student: RegExp;
  phrase: RegExp;
  tasks: [Task, RegExp][];
  unless: Record<Unless, RegExp>;
  cues: { cue: Cue; is: RegExp | null; alone: RegExp | null; groups: RegExp | null }[];
  noun: RegExp;
  be: RegExp;
  staff: RegExp;
  ends: RegExp;
  person: RegExp;
  sure: RegExp;
  thing: RegExp;
  generic: RegExp;
  topic: RegExp;
  own: RegExp;
  pupil: RegExp;
  first: RegExp;
  remark: RegExp;
  penalty: RegExp;
}
let made: Matchers | undefined;

/** Made at the first draft that is looked at. */
function matchers(): Matchers {
  made ??= makeMatchers();
  return made;
}

function makeMatchers(): Matchers {
  const lists: Record<string, string[]> = { ...words.lists, sure: words.sure, things: words.things };
  const nouns = wordOf(words.lists.student.map((one) => sourceOf(one, lists)).join('|'));
  /** The source of a pattern for the marked text: it names students by the mark too. */
  const part = (...patterns: string[]) =>
    patterns.map((one) => sourceOf(one, lists).replace(new RegExp(nouns, 'g'), '[¶¤]+')).join('|');
  const all = (patterns: string[]) => new RegExp(wordOf(part(...patterns)), 'g');
  const has = (...patterns: string[]) => new RegExp(wordOf(part(...patterns)));
  const ending = (pattern: string) => new RegExp(`${wordOf(part(pattern))}\\s+$`);
  const starting = (pattern: string) => new RegExp(`^[\\s-]+(?:${part(pattern)})(?![a-z0-9])`);
  const plainly = (patterns: string[]) =>
    patterns.length > 0
      ? new RegExp(wordOf(patterns.map((one) => sourceOf(one, lists)).join('|')), 'g')
      : null;
  return {
    student: new RegExp(`${nouns}(?!-)`, 'g'),
    phrase: all(['({which} ){1,3}((?!({which}|{stop}) )_ ){0,4}?{student}( {student})*']),
    tasks: TASKS.map((task) => [task, all(words.tasks[task])]),
    unless: {
      made: has(...words.unless.made),
      checks: has(...words.unless.checks),
      asked: has(...words.unless.asked),
    },
    cues: CUES.map((cue) => {
      const { is, alone, groups } = words.cues[cue];
      // The longest first: "Korean American" before "Korean".
      const longest = is.flatMap((one) => one.split('|')).sort((a, b) => b.length - a.length);
      return { cue, is: plainly(longest), alone: plainly(alone), groups: plainly(groups) };
    }),
    noun: starting('((?!(the|a|an|of|{stop}|{things}) )_ ){0,3}?({student}|{person})'),
    be: ending('(?<!we )({be}( {very}){0,3}|{be} (a|an|the|from a|very) (_ ){0,1}_)'),
    staff: starting('(_ ){0,2}{staff}'),
    ends: new RegExp(String.raw`^\s*(?:$|[.,;:!?)\n–—]|(?:${part('{then}')})(?![a-z0-9]))`),
    person: ending('{which} {student}'),
    sure: ending('{sure}( (?!{stop} )_){0,2}|{sure} (of (them|these) )?are'),
    thing: starting('(?!history of){things}'),
    generic: ending(words.generic.join('|')),
    topic: new RegExp(`${wordOf(part(...words.unless.topic))}${TOPIC_GAP}$`),
    own: ending('{own}( _){0,3}'),
    pupil: starting('((?!(the|a|an|of|{stop}) )_ ){0,3}?{student}'),
    first: has('{first}'),
    remark: has('comments?|remarks?|blurbs?|comentarios?', '{card}'),
    penalty: has('{penalty}'),
  };
}
/** From what a text is about to a cue: nothing that says whose text it is. */
const TOPIC_GAP = String.raw`(?:(?!\b(?:by|from|written|wrote|for|my|is|was|de mi|por)\b)[^.?!\n]){0,70}`;
/** A line that a pasted text follows. */
const PASTED =
  /\b(?:essay|paragraph|response|answer|story|text|narrative|ensayo|parrafo|texto|redaccion)s?\s?:\s?(?=[^\n]{40}|\n)/;
