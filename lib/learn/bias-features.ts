/**
 * What the learned weights see of a draft, as places in tables of weights. The same code runs when they are learned and
 * when they are used: a change here asks for `node tools/train-bias.ts`.
 */
import words from '../../curriculum/bias.json' with { type: 'json' };
import type { Span } from '../detect/finding.ts';
import { CUES, type Seen, sentencesOf, TASKS } from './bias-rules.ts';
import { folded } from './word-patterns.ts';

/** Places of a large table, and of a small one; powers of two. */
export const PLACES = 1 << 18;
export const FEW_PLACES = 1 << 13;
/** So much is read of a draft. What comes later is a pasted text, and says no more of what is asked. */
const MOST_TOKENS = 4000;

/** A group of words that stand in the same places, for a word; `undefined` where it is in none. */
export type GroupOf = (word: string) => number | undefined;
/** As many groups there are at most, each in one of fewer large ones. */
export const GROUPS = 85 * 3;

/** A word, a number or a mark, or a whole name. */
interface Token extends Span {
  /** What stands for the word, number or name, as a hash. */
  key: number;
  /** The same without its ending. */
  stem: number;
  /** Its last letters. */
  ending: number;
  /** Which list of curriculum/bias.json it is in; 0 for none. */
  list: number;
  group: number;
  largeGroup: number;
  /** Which cue it is part of by words or findings, counted from 1, and how surely; 0 for none. */
  cue: number;
  level: number;
  /** Which task it is part of by words, counted from 1. */
  task: number;
  /** The sentence it is in, by its place in the text. */
  sentence: number;
  isName: boolean;
  isFullName: boolean;
  isQuoted: boolean;
  /** Of a name, a label or capitals: what it looks like. */
  look: number;
}

/** Rows of features: row i is `ids[starts[i]]` to `ids[starts[i + 1] - 1]`. */
export interface Rows {
  ids: Int32Array;
  starts: Int32Array;
}

export interface Features {
  tokens: Token[];
  /** Where each sentence begins and ends in the text. */
  sentences: Span[];
  /** A row for each sentence: what it asks for. */
  asks: Rows;
  /** One row for the text. */
  whole: Int32Array;
  /** A row for each token: whether it says who somebody is. */
  cues: Rows;
  /** A row for each token: which kind of cue it is, in a small table. */
  kinds: Rows;
  /** One row for the text, in a small table: which kind of task it is. */
  tasks: Int32Array;
}

/** FNV-1a over UTF-16 code units. */
export function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** The place of a feature: its template and up to three values. */
function place(template: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f);
  return (h ^ (h >>> 15)) & (PLACES - 1);
}

const TOKEN = /\[[\p{L} ]{1,20}\d{1,3}\]|\p{L}+(?:['’]\p{L}+)*|\d+(?:[.,:/]\d+)*%?|[^\s\p{L}\d]/gu;
const ENDING = /(?:ations?|ings?|edly|ed|ies|es|s|ions?|mente|ad[ao]s?|aron|[oae])$/;
/** What a name has between its words. */
const IN_NAME = /^[\s.'’-]{0,2}$/;

const FIRST_NAME = hashOf('§1');
const FULL_NAME = hashOf('§2');
const ANY_NAME = hashOf('§');
const LABEL = hashOf('§0');
const LOOKS = { plain: 0, title: 1, capitals: 2, label: 3, name: 4, fullName: 5 } as const;
/** Groups of a word that is in none, of a name, and of a label. */
const NO_GROUP = { group: -1, largeGroup: -1 };
const NAME_GROUP = { group: -2, largeGroup: -2 };
const LABEL_GROUP = { group: -3, largeGroup: -3 };

let lists: Map<string, number> | undefined;
/** The single words of the lists: a sentence is alike whichever of them stands in it. */
function listsOf(): Map<string, number> {
  lists ??= new Map(
    Object.values(words.lists as Record<string, string[]>)
      .flatMap((list, i) =>
        list.flatMap((some) =>
          folded(some)
            .split('|')
            .filter((one) => /^[a-z']+$/.test(one))
            .map((one): [string, number] => [one, i + 2]),
        ),
      )
      // The first list that has a word is its list.
      .reverse(),
  );
  return lists;
}

/** What stands for a number: how it is written, and how long it is. */
function formOf(number: string): string {
  const sign = ['%', '/', ':', '.'].find((one) => number.includes(one));
  return `#${sign ?? Math.min(4, number.length)}`;
}

/** A word as its group is looked up, or what stands for a number. @param word in lower case */
function plainForm(word: string): string {
  return /^\d/.test(word) ? formOf(word) : word.replace(/'s$/, '');
}

/** The words, numbers and marks of a text in order, as their groups are looked up. */
export function formsIn(text: string): string[] {
  return Array.from(folded(text).matchAll(TOKEN), ([word]) => plainForm(word));
}

/** What a token is a part of, for each character of a text. */
function painted(length: number, spans: Iterable<{ span: Span; value: number }>): Uint8Array {
  const paint = new Uint8Array(length + 1);
  for (const { span, value } of spans) paint.fill(value, span.start, span.end);
  return paint;
}

/** The tokens of a draft. @param swapped spans that will be labels */
function tokensOf(
  seen: Seen,
  swapped: readonly Span[],
  sentences: readonly Span[],
  groupOf: GroupOf,
): Token[] {
  const { text } = seen;
  const low = folded(text);
  const NAMED = 1;
  const SWAPPED = 2;
  const who = painted(text.length, [
    ...seen.people.map(({ span }) => ({ span, value: NAMED })),
    ...swapped.map((span) => ({ span, value: SWAPPED })),
  ]);
  /** From what says least to what says most, which stands over it. */
  const levels = [
    seen.loose,
    seen.details.filter(({ counts }) => !counts),
    seen.details.filter(({ counts }) => counts),
    seen.worded.filter(({ counts }) => !counts),
    seen.worded.filter(({ counts }) => counts),
  ];
  const cues = painted(
    text.length,
    levels.flatMap((some, level) =>
      some.map(({ kind, span }) => ({ span, value: level + 1 + 8 * (1 + CUES.indexOf(kind)) })),
    ),
  );
  const tasks = painted(
    text.length,
    seen.tasks.map(({ kind, span }) => ({ span, value: 1 + TASKS.indexOf(kind) })),
  );
  const quoted = painted(
    text.length,
    seen.quotes.map((span) => ({ span, value: 1 })),
  );
  const tokens: Token[] = [];
  /** What is known of a word that stood before. */
  const read = new Map<string, Word>();
  let sentence = 0;
  let name: Token | undefined;
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length >= MOST_TOKENS) break;
    const start = match.index;
    const end = start + match[0].length;
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.start <= start) sentence++;
    const cue = cues[start]! >> 3;
    const level = cues[start]! & 7;
    const task = tasks[start]!;
    const isQuoted = quoted[start] === 1;
    const at = () => ({ start, end, cue, level, task, sentence, isQuoted });
    if (who[start] === NAMED) {
      if (name && IN_NAME.test(text.slice(name.end, start))) {
        Object.assign(name, { end, key: FULL_NAME, isFullName: true, look: LOOKS.fullName });
      } else {
        const what = { key: FIRST_NAME, stem: ANY_NAME, ending: 0, list: 1, look: LOOKS.name };
        name = { ...at(), ...what, ...NAME_GROUP, isName: true, isFullName: false };
        tokens.push(name);
      }
      continue;
    }
    name = undefined;
    if (who[start] === SWAPPED || (match[0].length > 1 && match[0].startsWith('['))) {
      const what = { key: LABEL, stem: LABEL, ending: 0, list: 1, look: LOOKS.label };
      tokens.push({ ...at(), ...what, ...LABEL_GROUP, isName: false, isFullName: false });
      continue;
    }
    const written = low.slice(start, end);
    const word = read.get(written) ?? wordOf(written, groupOf);
    read.set(written, word);
    const isFirst = tokens.length === 0 || tokens[tokens.length - 1]!.sentence !== sentence;
    const { key, stem, ending, list, group, largeGroup } = word;
    const look = lookOf(match[0], isFirst);
    tokens.push({
      start,
      end,
      key,
      stem,
      ending,
      list,
      group,
      largeGroup,
      cue,
      level,
      task,
      sentence,
      isName: false,
      isFullName: false,
      isQuoted,
      look,
    });
  }
  return tokens;
}

type Word = Pick<Token, 'key' | 'stem' | 'ending' | 'list' | 'group' | 'largeGroup'>;

/** @param word in lower case */
function wordOf(word: string, groupOf: GroupOf): Word {
  const isNumber = /^\d/.test(word);
  const form = plainForm(word);
  const group = groupOf(form);
  return {
    key: hashOf(form),
    stem: hashOf(isNumber || form.length < 5 ? form : form.replace(ENDING, '').slice(0, 6)),
    ending: isNumber ? 0 : hashOf(form.slice(-3)),
    list: isNumber ? 0 : (listsOf().get(form) ?? 0),
    ...(group === undefined ? NO_GROUP : { group, largeGroup: Math.floor(group / 3) }),
  };
}

function lookOf(word: string, isFirst: boolean): number {
  if (!/^\p{Lu}/u.test(word)) return LOOKS.plain;
  if (/^\p{Lu}{2,}$/u.test(word)) return LOOKS.capitals;
  return isFirst ? LOOKS.plain : LOOKS.title;
}

/** In which row a place was added last. Kept from draft to draft, since it is large: rows are counted on. */
const lastRows = { [PLACES]: new Int32Array(PLACES), [FEW_PLACES]: new Int32Array(FEW_PLACES) };
let rowsMade = 0;

/** Rows of places that are made one after the other, each place once in a row. */
class RowWriter {
  readonly #mask: number;
  readonly #lastRow: Int32Array;
  #ids = new Int32Array(1024);
  #length = 0;
  #row = ++rowsMade;
  readonly #starts: number[] = [0];

  constructor(places: typeof PLACES | typeof FEW_PLACES) {
    this.#mask = places - 1;
    this.#lastRow = lastRows[places]!;
  }

  add(template: number, a: number, b = 0, c = 0): void {
    const id = place(template, a, b, c) & this.#mask;
    if (this.#lastRow[id] === this.#row) return;
    this.#lastRow[id] = this.#row;
    if (this.#length === this.#ids.length) {
      const more = new Int32Array(2 * this.#length);
      more.set(this.#ids);
      this.#ids = more;
    }
    this.#ids[this.#length++] = id;
  }

  end(): void {
    this.#starts.push(this.#length);
    this.#row = ++rowsMade;
  }

  taken(): Rows {
    return { ids: this.#ids.slice(0, this.#length), starts: Int32Array.from(this.#starts) };
  }
}

/** What stands for a word where its kind says more than itself. */
function classOf(token: Token | undefined): number {
  if (!token) return OUTSIDE;
  return token.cue ? -1000 - token.cue : token.list ? -token.list : token.stem;
}
const OUTSIDE = 7;

/** Reads a draft. @param swapped spans that will be labels, which say nothing of anybody */
export function featuresOf(seen: Seen, swapped: readonly Span[], groupOf: GroupOf): Features {
  const sentences = sentencesOf(folded(seen.text));
  const tokens = tokensOf(seen, swapped, sentences, groupOf);
  /** Sentences as runs of tokens. */
  const runs: Span[] = [];
  tokens.forEach(({ sentence }, i) => {
    if (i === 0 || tokens[i - 1]!.sentence !== sentence) runs.push({ start: i, end: i + 1 });
    else runs.at(-1)!.end = i + 1;
  });
  runs.forEach(({ start, end }, run) => {
    for (let i = start; i < end; i++) tokens[i]!.sentence = run;
  });
  return {
    tokens,
    sentences: runs.map(({ start, end }) => ({ start: tokens[start]!.start, end: tokens[end - 1]!.end })),
    asks: asksOf(seen.text, tokens, runs),
    ...wholeOf(seen, tokens, runs),
    ...cuesOf(tokens),
  };
}

function asksOf(text: string, tokens: readonly Token[], runs: readonly Span[]): Rows {
  const rows = new RowWriter(PLACES);
  runs.forEach(({ start, end }, run) => {
    const isAsked = text.slice(tokens[start]!.start, tokens[end - 1]!.end).endsWith('?') ? 1 : 0;
    rows.add(1, isAsked, run === 0 ? 1 : run === runs.length - 1 ? 2 : 3);
    rows.add(2, Math.min(8, Math.floor(Math.log2(end - start + 1))), isAsked);
    if (tokens[start]!.isQuoted) rows.add(3, 1);
    for (let i = start; i < end; i++) {
      const t = tokens[i]!;
      const a = i + 1 < end ? tokens[i + 1] : undefined;
      const b = i + 2 < end ? tokens[i + 2] : undefined;
      const c = i + 3 < end ? tokens[i + 3] : undefined;
      rows.add(10, t.key);
      rows.add(11, t.stem);
      rows.add(12, t.stem, isAsked);
      rows.add(13, classOf(t));
      rows.add(24, t.group);
      rows.add(31, t.largeGroup);
      if (t.task) rows.add(14, t.task);
      if (a) {
        rows.add(15, t.key, a.key);
        rows.add(16, classOf(t), classOf(a));
        rows.add(26, t.largeGroup, a.largeGroup);
        rows.add(27, t.group, a.group);
        rows.add(28, t.stem, a.group);
        rows.add(29, t.group, a.stem);
      }
      if (a && b) {
        rows.add(17, t.stem, b.stem);
        rows.add(18, classOf(t), classOf(a), classOf(b));
        rows.add(30, t.group, b.group);
        rows.add(32, t.largeGroup, a.largeGroup, b.largeGroup);
      }
      if (c) rows.add(19, classOf(t), classOf(c));
      if (i < start + 3) {
        rows.add(20, t.key, i - start);
        rows.add(21, t.stem);
      }
      if (i === start) rows.add(22, classOf(t), classOf(a));
      if (i >= end - 3) rows.add(23, t.stem);
    }
    rows.end();
  });
  return rows.taken();
}

function wholeOf(
  { tasks: judging }: Seen,
  tokens: readonly Token[],
  runs: readonly Span[],
): Pick<Features, 'whole' | 'tasks'> {
  const whole = new RowWriter(PLACES);
  const tasks = new RowWriter(FEW_PLACES);
  runs.forEach(({ start, end }, run) => {
    for (let i = start; i < end; i++) {
      const t = tokens[i]!;
      const a = i + 1 < end ? tokens[i + 1] : undefined;
      whole.add(40, t.stem);
      whole.add(41, classOf(t));
      whole.add(53, t.group);
      tasks.add(40, t.stem);
      tasks.add(53, t.group);
      if (t.task) {
        whole.add(48, t.task);
        tasks.add(48, t.task);
      }
      if (a) {
        whole.add(42, classOf(t), classOf(a));
        whole.add(43, t.key, a.key);
        whole.add(55, t.group, a.group);
        tasks.add(42, classOf(t), classOf(a));
      }
      // The first and the last sentence say most of what is asked.
      if (run === 0) {
        whole.add(44, t.stem);
        if (a) whole.add(45, t.stem, a.stem);
      }
      if (run === runs.length - 1) {
        whole.add(46, t.stem);
        if (a) whole.add(47, t.stem, a.stem);
      }
    }
  });
  whole.add(50, Math.min(6, runs.length));
  whole.add(51, Math.floor(Math.log2(tokens.length + 1)));
  whole.add(52, judging.length > 0 ? 1 : 0);
  return { whole: whole.taken().ids, tasks: tasks.taken().ids };
}

function cuesOf(tokens: readonly Token[]): Pick<Features, 'cues' | 'kinds'> {
  const cues = new RowWriter(PLACES);
  const kinds = new RowWriter(FEW_PLACES);
  const stemOf = (token: Token | undefined) => token?.stem ?? OUTSIDE;
  tokens.forEach((t, i) => {
    const at = (by: number) => (tokens[i + by]?.sentence === t.sentence ? tokens[i + by] : undefined);
    const p3 = at(-3);
    const p2 = at(-2);
    const p1 = at(-1);
    const n1 = at(1);
    const n2 = at(2);
    const n3 = at(3);
    cues.add(60, t.key);
    cues.add(61, t.stem);
    cues.add(62, t.list, t.look);
    cues.add(63, t.cue, t.level);
    cues.add(64, t.cue, t.isQuoted ? 1 : 0);
    cues.add(65, t.look);
    cues.add(66, p1?.key ?? OUTSIDE, t.key);
    cues.add(67, t.key, n1?.key ?? OUTSIDE);
    cues.add(68, stemOf(p1), t.cue, t.look);
    cues.add(69, stemOf(n1), t.cue, t.look);
    cues.add(70, classOf(p1), classOf(t));
    cues.add(71, classOf(t), classOf(n1));
    cues.add(72, classOf(p1), classOf(t), classOf(n1));
    cues.add(73, classOf(p2), classOf(p1));
    cues.add(74, classOf(n1), classOf(n2));
    cues.add(75, classOf(p2), classOf(t));
    cues.add(76, classOf(t), classOf(n2));
    for (const o of [p3, p2, p1]) if (o) cues.add(77, o.stem);
    for (const o of [n1, n2, n3]) if (o) cues.add(78, o.stem);
    for (const o of [p3, p2, p1, n1, n2, n3]) if (o) cues.add(79, o.cue, t.cue);
    cues.add(80, t.stem, stemOf(n1), stemOf(n2));
    cues.add(81, stemOf(p2), stemOf(p1), t.stem);
    cues.add(82, t.level);
    cues.add(83, t.level, classOf(p1));
    cues.add(84, t.level, classOf(n1));
    cues.add(90, t.group);
    cues.add(92, t.largeGroup, t.list);
    cues.add(102, t.ending, t.look);
    cues.add(103, p1?.key ?? OUTSIDE, t.look);
    cues.add(104, n1?.key ?? OUTSIDE, t.look);
    if (p1) {
      cues.add(93, p1.group, t.group);
      cues.add(94, p1.largeGroup, t.largeGroup);
      cues.add(95, p1.group);
      cues.add(100, p1.stem, t.group);
    }
    if (n1) {
      cues.add(96, t.group, n1.group);
      cues.add(97, t.largeGroup, n1.largeGroup);
      cues.add(98, n1.group);
      cues.add(101, t.group, n1.stem);
    }
    if (p1 && n1) cues.add(99, p1.largeGroup, t.largeGroup, n1.largeGroup);
    cues.end();
    kinds.add(61, t.stem);
    kinds.add(63, t.cue);
    kinds.add(90, t.group);
    kinds.add(92, t.largeGroup);
    kinds.add(102, t.ending);
    kinds.add(65, t.look);
    kinds.add(95, p1?.group ?? OUTSIDE);
    kinds.add(98, n1?.group ?? OUTSIDE);
    kinds.end();
  });
  return { cues: cues.taken(), kinds: kinds.taken() };
}
