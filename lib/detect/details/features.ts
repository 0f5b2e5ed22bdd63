/**
 * What the details tagger sees of a document, as bucket numbers of a hash table of weights. The same code runs when
 * the model is trained and when it is used: a change here asks for `npm run train`.
 */
import type { TextDocument, Token } from '../document.ts';
import type { Candidate } from '../finding.ts';
import { bucket, hashOf } from '../hashing.ts';
import { publicTokens } from '../names/features.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { Numbers } from '../numbers.ts';
import type { PersonTest } from '../person-test.ts';
import { findPhrases, type Phrases, readPhrases } from '../phrases.ts';
import { LEXICON } from './lexicon.ts';
import { tagOf } from './tags.ts';

export interface DetailFeatures {
  /** Features of token i are `ids[starts[i]]` to `ids[starts[i + 1] - 1]`. */
  ids: Int32Array;
  starts: Int32Array;
}

/** Who a token is part of, as far as the names of a document are known. */
export const WHO = { nobody: 0, private: 1, public: 2 } as const;

/** A `WHO` for each token. @param named 1 for each token of a private person's name */
export function whoIn(doc: TextDocument, named: Uint8Array, gazetteer: Gazetteer): Uint8Array {
  const listed = publicTokens(doc, gazetteer);
  return Uint8Array.from(doc.tokens, ({ kind }, i) => {
    if (kind !== 'word') return WHO.nobody;
    return named[i] ? WHO.private : listed[i] ? WHO.public : WHO.nobody;
  });
}

export interface Known {
  /** A `WHO` for each token. */
  who: Uint8Array;
  /** The log-odds that the text is about private people, or the words around token i where these are likelier. */
  oddsAt(i: number): number;
  persons: PersonTest;
  /** What the recognizers of written forms found. */
  forms: readonly Candidate[];
}

/** Stands for a private or public person's name in place of the word. */
const NAME = 3;
const PUBLIC = 4;
const OUTSIDE = 1;
const LEFT = 6;
const RIGHT = 4;

/** What stands for a number in place of its digits: its length, or, of a year, whether a pupil can have been born in it. */
function numberClass(key: string): number {
  if (key.length === 4) {
    if (key >= '1900' && key < '2003') return 30;
    if (key >= '2003' && key < '2021') return 31;
    if (key >= '2021' && key < '2035') return 32;
  }
  return 10 + Math.min(key.length, 12);
}

/** Numbers that mean something by themselves. */
const SPEAKING = new Set(['504', '911', '988', '241', '506']);

const SHAPES = { lower: 1, capital: 2, upper: 3, initial: 4, none: 5 } as const;
const NUMBER = 6;
const MARK = 7;

/** Endings by their last letter, the longest first. */
const ENDINGS = new Map<string, string[]>();
for (const ending of 'ation ations ing ings edly ed ies es s ion ions ment mente ada ado adas ados aron aba o a e y'.split(
  ' ',
)) {
  const last = ending.at(-1)!;
  ENDINGS.set(
    last,
    [...(ENDINGS.get(last) ?? []), ending].sort((a, b) => b.length - a.length),
  );
}

/** A word without its ending: "suspended", "suspension" and "suspends" are near enough. */
function stemOf(key: string): number {
  const ending =
    key.length > 5 ? ENDINGS.get(key[key.length - 1]!)?.find((end) => key.endsWith(end)) : undefined;
  return hashOf(key, 0, Math.min(key.length - (ending?.length ?? 0), 7));
}

/** The form of what stands between two spaces: runs of letters, digits and marks, with their lengths. */
function chunkForms(doc: TextDocument): { form: Int32Array; size: Uint8Array } {
  const { tokens, text } = doc;
  const form = new Int32Array(tokens.length);
  const size = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; ) {
    let to = i + 1;
    while (to < tokens.length && tokens[to]!.start === tokens[to - 1]!.end) to++;
    let h = 0x811c9dc5;
    let run = 0;
    let before = 0;
    const end = Math.min(tokens[to - 1]!.end, tokens[i]!.start + 40);
    let digits = 0;
    for (let at = tokens[i]!.start; at <= end; at++) {
      const code = at < end ? text.charCodeAt(at) : -1;
      const kind =
        code < 0
          ? 0
          : code >= 48 && code <= 57
            ? 1
            : code >= 65 && code <= 90
              ? 2
              : (code | 32) >= 97 && (code | 32) <= 122
                ? 3
                : code;
      if (kind === 1) digits++;
      if (kind === before && (kind === 1 || kind === 2 || kind === 3)) run++;
      else {
        if (at > tokens[i]!.start) h = Math.imul(h ^ (before * 16 + Math.min(run, 12)), 0x01000193);
        run = 1;
        before = kind;
      }
    }
    form.fill(h | 0, i, to);
    size.fill(Math.min(digits, 15), i, to);
    i = to;
  }
  return { form, size };
}

let phrases: Phrases | undefined;

/** For each token the topics of the two longest phrases that it stands in; 0 for none. */
function topicsOf({ tokens }: TextDocument): { one: Uint8Array; two: Uint8Array } {
  phrases ??= readPhrases(Object.values(LEXICON));
  const one = new Uint8Array(tokens.length);
  const two = new Uint8Array(tokens.length);
  findPhrases(tokens, phrases, (group, from, to) => {
    const topic = group + 1;
    for (let j = from; j < to; j++) {
      if (one[j] === 0) one[j] = topic;
      else if (one[j] !== topic && two[j] === 0) two[j] = topic;
    }
  });
  return { one, two };
}

const isSeparator = (key: string): boolean => key === ',' || key === '|' || key === ';' || key === '\t';

/** Whether the first or second word of a line is a private person's name: "Maya 88", "3. Maya: late", "- Maya". */
export function leadsWithPerson(who: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 4); i++) if (who[i] === WHO.private) return true;
  return false;
}

/** One for all documents: what is in it is taken out before the next. */
const ids = new Numbers();

/** Reads the features of every token. Linear in the length of the text. */
export function detailFeaturesOf(doc: TextDocument, { who, oddsAt, persons, forms }: Known): DetailFeatures {
  const { tokens, text } = doc;
  const n = tokens.length;
  const word = new Int32Array(n);
  const stem = new Int32Array(n);
  const shape = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!;
    shape[i] = token.kind === 'word' ? SHAPES[token.shape] : token.kind === 'number' ? NUMBER : MARK;
    if (who[i] !== WHO.nobody && token.kind === 'word') {
      word[i] = stem[i] = who[i] === WHO.private ? NAME : PUBLIC;
      continue;
    }
    // A long number is one of many; 504 and 911 say something by themselves.
    word[i] = token.kind === 'number' && token.key.length > 3 ? numberClass(token.key) : hashOf(token.key);
    // Of other numbers, which one it is says little.
    stem[i] =
      token.kind === 'word'
        ? stemOf(token.key)
        : token.kind === 'number' && !SPEAKING.has(token.key)
          ? numberClass(token.key)
          : word[i]!;
  }
  const { form, size } = chunkForms(doc);
  const { one, two } = topicsOf(doc);
  const hit = new Uint8Array(n);
  for (const { span, category } of forms) {
    const tag = tagOf(category);
    for (let j = persons.tokenAt(span.start); j < n && tokens[j]!.start < span.end; j++) hit[j] = tag;
  }

  // Lines: the words before the nearest colon, the heading of the column, the place in the line.
  const field = new Int32Array(n);
  const fieldBefore = new Int32Array(n);
  const heading = new Int32Array(n);
  const headingBefore = new Int32Array(n);
  const place = new Uint8Array(n);
  // Of the line: whether a private person stands at its beginning, and how many lines before it in a row have one too.
  const list = new Uint8Array(n);
  const rest = new Uint8Array(n);
  let listed = 0;
  let from = 0;
  let heads: number[] = [];
  let headsBefore: number[] = [];
  let separatorsBefore = -1;
  for (const line of doc.lines) {
    let to = from;
    while (to < n && tokens[to]!.start < line.end) to++;
    const leads = leadsWithPerson(who, from, to);
    listed = leads ? Math.min(listed + 1, 3) : 0;
    let separators = 0;
    let label = 0;
    let label2 = 0;
    const ends: number[] = [];
    const endsBefore: number[] = [];
    for (let i = from; i < to; i++) {
      const gap = i > from ? tokens[i]!.start - tokens[i - 1]!.end : 0;
      const wide = gap > 2 || (gap > 0 && text.charCodeAt(tokens[i]!.start - 1) === 9);
      const cell = i === from || wide || isSeparator(tokens[i - 1]!.key);
      if (wide) separators++;
      if (cell) label = label2 = 0;
      list[i] = listed;
      rest[i] = Math.min(3, to - 1 - i);
      field[i] = label;
      fieldBefore[i] = label2;
      heading[i] = heads[separators] ?? 0;
      headingBefore[i] = headsBefore[separators] ?? 0;
      place[i] = cell ? (i === from ? 1 : 2) : tokens[i - 1]!.key === ':' ? 3 : 0;
      const { kind, key } = tokens[i]!;
      if (kind === 'mark' && isSeparator(key)) separators++;
      else if (kind === 'word') {
        endsBefore[separators] = ends[separators] ?? 0;
        ends[separators] = stem[i]!;
      } else if (key === ':' && i > from) {
        label = stem[i - 1]!;
        label2 = i > from + 1 ? stem[i - 2]! : 2;
      }
    }
    if (separators === 0 || separators !== separatorsBefore || heads.length === 0) {
      heads = separators > 0 ? ends : [];
      headsBefore = separators > 0 ? endsBefore : [];
    }
    if (to > from) separatorsBefore = separators;
    from = to;
  }

  let out = ids.roomAt(0);
  let end = 0;
  const starts = new Int32Array(n + 1);
  for (let s = 0, i = 0; s < doc.sentences.length; s++) {
    const { firstToken, endToken } = doc.sentences[s]!;
    const about = persons.kindOf(s) & 15;
    let named = 0;
    for (let j = firstToken; j < endToken; j++) if (who[j] === WHO.private) named = 1;
    const beside = s > 0 ? persons.kindOf(s - 1) & 1 : 2;
    const person = about + 16 * named;
    const W = (j: number) => (j >= firstToken && j < endToken ? word[j]! : OUTSIDE);
    const M = (j: number) => (j >= firstToken && j < endToken ? stem[j]! : OUTSIDE);
    const L = (j: number) => (j >= firstToken && j < endToken ? one[j]! : 0);
    for (i = firstToken; i < endToken; i++) {
      starts[i] = end;
      out = ids.roomAt(end);
      const token: Token = tokens[i]!;
      const topic = Math.max(0, Math.min(6, Math.round(oddsAt(i) + 3)));
      const w = word[i]!;
      const m = stem[i]!;
      const kind = shape[i]! + 8 * (size[i]! > 0 ? 1 : 0);
      out[end++] = bucket(1, w);
      out[end++] = bucket(2, m);
      out[end++] = bucket(3, kind, person, topic);
      out[end++] = bucket(4, m, person);
      out[end++] = bucket(5, W(i - 1), kind);
      out[end++] = bucket(6, W(i + 1), kind);
      out[end++] = bucket(7, M(i - 1), m);
      out[end++] = bucket(8, m, M(i + 1));
      out[end++] = bucket(9, M(i - 2), M(i - 1), kind);
      out[end++] = bucket(10, M(i + 1), M(i + 2), kind);
      out[end++] = bucket(11, M(i - 2), M(i - 1), m);
      out[end++] = bucket(12, M(i - 1), m, M(i + 1));
      out[end++] = bucket(13, m, M(i + 1), M(i + 2));
      out[end++] = bucket(14, M(i - 2), kind);
      out[end++] = bucket(15, M(i + 2), kind);
      out[end++] = bucket(16, M(i - 2), m);
      out[end++] = bucket(17, m, M(i + 2));
      out[end++] = bucket(18, place[i]!, kind);
      out[end++] = bucket(19, m, topic);
      out[end++] = bucket(20, hit[i]!, person);
      out[end++] = bucket(21, hit[i]!, m);
      out[end++] = bucket(22, beside, about, m);
      if (hit[i]) {
        out[end++] = bucket(23, hit[i]!, topic);
        out[end++] = bucket(24, hit[i]!, W(i - 1));
      }
      if (list[i]) {
        out[end++] = bucket(53, list[i]!, kind, rest[i]!);
        out[end++] = bucket(54, list[i]!, W(i - 1), kind);
        out[end++] = bucket(55, list[i]!, m);
        out[end++] = bucket(56, list[i]!, form[i]!, topic);
      }
      const subject = one[i]!;
      if (subject) {
        out[end++] = bucket(41, subject, kind);
        out[end++] = bucket(42, subject, person, topic);
        out[end++] = bucket(43, subject, M(i - 1));
        out[end++] = bucket(44, subject, M(i + 1));
        out[end++] = bucket(45, subject, L(i - 1), L(i + 1));
        out[end++] = bucket(46, subject, about);
        if (two[i]) {
          out[end++] = bucket(41, two[i]!, kind);
          out[end++] = bucket(47, subject, two[i]!);
          out[end++] = bucket(42, two[i]!, person, topic);
        }
      }
      const around = L(i - 1) + 32 * L(i + 1);
      if (around) {
        out[end++] = bucket(48, L(i - 1), m);
        out[end++] = bucket(49, L(i + 1), m);
        out[end++] = bucket(50, around, kind);
      }
      out[end++] = bucket(51, L(i - 2), kind);
      out[end++] = bucket(52, L(i + 2), kind);
      if (field[i]) {
        out[end++] = bucket(25, field[i]!, kind);
        out[end++] = bucket(26, fieldBefore[i]!, field[i]!, kind);
        out[end++] = bucket(27, field[i]!, form[i]!);
      }
      if (heading[i]) {
        out[end++] = bucket(28, heading[i]!, kind);
        out[end++] = bucket(29, headingBefore[i]!, heading[i]!, kind);
      }
      if (size[i]! > 0 || shape[i] === MARK || shape[i] === 4) {
        out[end++] = bucket(30, form[i]!);
        out[end++] = bucket(31, size[i]!, kind);
        out[end++] = bucket(32, form[i]!, W(i - 1));
        out[end++] = bucket(33, form[i]!, topic);
      }
      if (token.kind === 'word') {
        const { key } = token;
        out[end++] = bucket(34, hashOf(key, 0, 4));
        out[end++] = bucket(35, hashOf(key, key.length - 3));
        out[end++] = bucket(36, shape[i]!, token.first ? 1 : 0);
      }
      for (let d = 1; d <= LEFT && i - d >= firstToken; d++) {
        if (shape[i - d] !== MARK) {
          out[end++] = bucket(37, stem[i - d]!, kind);
          out[end++] = bucket(38, stem[i - d]!, m);
        }
      }
      for (let d = 1; d <= RIGHT && i + d < endToken; d++) {
        if (shape[i + d] !== MARK) {
          out[end++] = bucket(39, stem[i + d]!, kind);
          out[end++] = bucket(40, m, stem[i + d]!);
        }
      }
    }
  }
  starts[n] = end;
  return { ids: out.slice(0, end), starts };
}
