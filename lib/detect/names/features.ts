/**
 * What the tagger sees of a document, as bucket numbers of a hash table of weights. The same code runs when the model
 * is trained and when it is used: a change here asks for `node tools/train.ts`.
 */
import type { TextDocument, Token } from '../document.ts';
import type { Span } from '../finding.ts';
import { bucket, hashOf } from '../hashing.ts';
import { Numbers } from '../numbers.ts';
import { cueClass } from '../recognizers/person-cues.ts';
import { castKey } from './casts.ts';
import { FLAG, type Gazetteer, nameKey, WORD_BITS } from './gazetteer.ts';
import { CALENDAR, PLACE_NAMES, PLACES, THING_WORDS } from './known.ts';
import { type Signs, signsIn } from './signs.ts';

/** Buckets of the topics; a power of two. */
export const TOPICS = 1 << 15;

/** The lists, or less of them where names are withheld. */
export type Lists = Pick<
  Gazetteer,
  'entryOf' | 'worksFrom' | 'publicNameOf' | 'isPublicWord' | 'isPublicSurname'
>;

export interface Features {
  /** Features of token i are `ids[starts[i]]` to `ids[starts[i + 1] - 1]`. */
  ids: Int32Array;
  starts: Int32Array;
  /** The words of the whole document; every token with `open` set sees all of them. */
  words: Int32Array;
  /** Words, pairs of words and forms, by which a text about private people is told from one for a whole class. */
  topics: Int32Array;
  /** The two topics of each token: its word's and that of the pair with the word before. */
  topicsAt: Int32Array;
  /** Above 0 for a token that the lists of public names and places know. */
  known: Uint8Array;
  /** 1 for a token that may be a name by its writing or the lists. */
  open: Uint8Array;
  /** A number for each word form, for what one mention says about another; 0 for marks and numbers. */
  forms: Int32Array;
  /** A number for each token, the same for equal marks and for words that are no listed names. */
  marks: Int32Array;
  /** What tells the kind of text. */
  signs: Signs;
  /** The place of the token in the columns of its line, as a number that is equal for equal places; 0 for none. */
  columns: Int32Array;
  /** Index of the line of each token. */
  lineOf: Int32Array;
  /** Whether the text is written without capitals, so that lower case says nothing. */
  uncapitalised: boolean;
  /** For a part of the document, which tokens have all features that they have in the whole: theirs are not in `ids`. */
  same: Uint8Array;
  /** What a part of the document need not read again. */
  read: Read;
}

interface Read extends Reading {
  mode: number;
  lineForm: Uint8Array;
  /** `known` with all that is known of words. */
  kinds: Uint8Array;
}

const SHAPES = { lower: 1, capital: 2, upper: 3, initial: 4, none: 5 } as const;
const NUMBER = 6;
const MARK = 7;
/** Stands for a listed name that is no ordinary word. */
const NAME = 3;
/** The bit of the tiers that marks a plain word. */
const PLAIN = 16;
/** Most words of a public name. */
const LONGEST = 5;
const isSeparator = (key: string): boolean => key === ',' || key === '|' || key === ';' || key === '\t';
/** Whether a gap between two tokens parts columns: it has a tab or is more than two wide. */
const isWide = (text: string, from: number, to: number): boolean =>
  to - from > 2 ||
  (to > from && (text.charCodeAt(from) === TAB || (to - from > 1 && text.charCodeAt(from + 1) === TAB)));
const TAB = 9;
const ADDRESS = /(?:https?:\/\/|www\.|[@#])\S+|[^\s@]{1,64}@\S+/g;
/** One of these stands in every address. */
const ADDRESS_SIGNS = ['@', '#', 'http', 'www.'];

const topic = (template: number, a: number, b = 0): number => bucket(template, a, b) & (TOPICS - 1);

/** 1 for each token inside a web or mail address or after @ or #: such words are not names in running text. */
export function addressTokens(doc: TextDocument): Uint8Array {
  const inside = new Uint8Array(doc.tokens.length);
  if (!ADDRESS_SIGNS.some((sign) => doc.text.includes(sign))) return inside;
  let i = 0;
  for (const match of doc.text.matchAll(ADDRESS)) {
    const end = match.index + match[0].length;
    while (i < doc.tokens.length && doc.tokens[i]!.end <= match.index) i++;
    while (i < doc.tokens.length && doc.tokens[i]!.start < end) inside[i++] = 1;
  }
  return inside;
}

const publicRead = new WeakMap<TextDocument, { publicNameOf: Lists['publicNameOf']; inside: Uint8Array }>();

/** 1 for each token of the longest listed public name that starts at its place, whatever the case. Read once for a document. */
export function publicTokens(doc: TextDocument, lists: Pick<Lists, 'publicNameOf'>): Uint8Array {
  const { publicNameOf } = lists;
  const read = publicRead.get(doc);
  if (read?.publicNameOf === publicNameOf) return read.inside;
  const inside = readPublicTokens(doc, lists);
  publicRead.set(doc, { publicNameOf, inside });
  return inside;
}

function readPublicTokens({ tokens }: TextDocument, lists: Pick<Lists, 'publicNameOf'>): Uint8Array {
  const inside = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind !== 'word') continue;
    const keys: string[] = [];
    const ends: number[] = [];
    for (let j = i; j < tokens.length && keys.length < LONGEST; j++) {
      const token = tokens[j]!;
      if (token.sentence !== tokens[i]!.sentence) break;
      if (token.kind === 'mark' && token.key === '.') continue;
      if (token.kind !== 'word') break;
      keys.push(token.key);
      ends.push(j + 1);
    }
    const longest = lists.publicNameOf(keys);
    if (longest > 0) {
      inside.fill(1, i, ends[longest - 1]);
      i = ends[longest - 1]! - 1;
    }
  }
  return inside;
}

/** Most letters of a word that says nothing by itself: "King", of "Martin Luther King", does. */
const SHORT_WORD = 3;

/**
 * Words that mean somebody public in this document, as `castKey` gives them: the first and last words of the public names
 * in it, and the characters of the works that it names.
 */
function castIn(
  tokens: readonly Token[],
  words: Reading['words'],
  inPublic: Uint8Array,
): ReadonlySet<number> {
  const cast = new Set<number>();
  for (let i = 0; i < tokens.length; i++) {
    const word = words[i];
    if (!word) continue;
    const token = tokens[i]!;
    if (inPublic[i] && (!inPublic[i - 1] || !inPublic[i + 1]) && token.key.length > SHORT_WORD)
      cast.add(word.castKey);
    if (!word.works) continue;
    for (const work of word.works) {
      // A title of one word is one only where it is written as a name.
      if (work.words === 1 && token.shape !== 'capital' && token.shape !== 'upper') continue;
      if (phraseAt(tokens, i, work.words) === work.title) for (const one of work.cast) cast.add(one);
    }
  }
  return cast;
}

/** The hash of so many words from token i on, whatever marks stand between them. */
export function phraseAt(tokens: readonly Token[], i: number, words: number): number {
  let phrase = '';
  for (let at = i, left = words; left > 0; at++) {
    const token = tokens[at];
    if (!token) return 0;
    if (token.kind === 'mark') continue;
    phrase += phrase === '' ? token.key : ` ${token.key}`;
    left--;
  }
  return hashOf(phrase);
}

/** The entry of a word; of a double name ("Garcia-Lopez") that of its parts. */
function entryOfToken(doc: TextDocument, token: Token, { entryOf }: Lists): number {
  if (token.kind !== 'word') return 0;
  const whole = entryOf(token.key);
  if (whole !== 0) return whole;
  const core = doc.text.slice(token.start, token.coreEnd);
  if (core.includes('-')) {
    return core.split('-').reduce((sum, part) => sum | (entryOf(nameKey(part)) & ~WORD_BITS), 0);
  }
  // "Tavions dad": the possessive without its apostrophe.
  return token.key.length > 3 && token.key.endsWith('s') ? entryOf(token.key.slice(0, -1)) & ~WORD_BITS : 0;
}

/** The class of a character of a work that the text names. */
export const CAST = 7;

function knownClass(key: string, lists: Lists): number {
  if (CALENDAR.has(key)) return 1;
  if (lists.isPublicWord(key)) return 2;
  if (PLACE_NAMES.has(key)) return 3;
  if (PLACES.has(key)) return 4;
  if (THING_WORDS.has(key)) return 5;
  return lists.isPublicSurname(key) ? 6 : 0;
}

/** How many of the edges a number reaches. */
function bin(n: number, edges: readonly number[]): number {
  let reached = 0;
  while (reached < edges.length && n >= edges[reached]!) reached++;
  return reached;
}

const CAPITALS_EDGES = [1, 2, 3, 5];
const PUBLIC_EDGES = [1, 2, 4, 8];
const LINE_EDGES = [2, 4, 8, 16];
const AGAIN_EDGES = [2, 3, 5];
const LENGTH_EDGES = [3, 5, 8, 11];

/** One for all documents: what is in it is taken out before the next. */
const ids = new Numbers();

/** What is known of a word in whatever text it stands. */
interface Word {
  /** Its place among the words of the document. */
  index: number;
  hash: number;
  /** The entry of the first token with this key, and its letters where it has a hyphen. */
  listed: number;
  hyphenated: string;
  /** Its class where the text names no work that has it. */
  known: number;
  castKey: number;
  cue: number;
  works: ReturnType<Lists['worksFrom']>;
}

/** What each token is by itself, and thus in every part of the document. */
interface Reading {
  doc: TextDocument;
  knows: boolean;
  /** The word of each token; none for marks and numbers. */
  words: (Word | undefined)[];
  /** How many different words there are. */
  count: number;
  /** The entry of each token. */
  listed: Int32Array;
  /** Whether tokens with one key all have the same entry. */
  even: boolean;
  address: Uint8Array;
  inPublic: Uint8Array;
}

function readWords(doc: TextDocument, lists: Lists, knows: boolean): Reading {
  const { tokens, text } = doc;
  const words: Reading['words'] = new Array(tokens.length);
  const listed = new Int32Array(tokens.length);
  const byKey = new Map<string, Word>();
  const hasHyphens = text.includes('-');
  let even = true;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    const { key } = token;
    const core = hasHyphens ? text.slice(token.start, token.coreEnd) : '';
    const hyphenated = core.includes('-') ? core : '';
    let word = byKey.get(key);
    if (!word) {
      word = {
        index: byKey.size,
        hash: hashOf(key),
        listed: entryOfToken(doc, token, lists),
        hyphenated,
        known: knows ? knownClass(key, lists) : 0,
        castKey: castKey(key),
        cue: cueClass(key),
        works: lists.worksFrom(key),
      };
      byKey.set(key, word);
    }
    words[i] = word;
    listed[i] = hyphenated === word.hyphenated ? word.listed : entryOfToken(doc, token, lists);
    if (listed[i] !== word.listed) even = false;
  }
  const address = addressTokens(doc);
  const inPublic = knows ? publicTokens(doc, lists) : new Uint8Array(tokens.length);
  return { doc, knows, words, count: byKey.size, listed, even, address, inPublic };
}

/** The words with one key in a document. */
interface Entry {
  /** Mentions in lower case, capitalised inside a sentence, and all. */
  lower: number;
  inner: number;
  all: number;
  flags: number;
  tiers: number;
  word: Word;
}

/**
 * Reads the features of every token. Linear in the length of the text. Training hides what is `known` of public names
 * in some texts, so that those in no list are told by the words around them.
 */
export function featuresOf(doc: TextDocument, lists: Lists, knows = true): Features {
  return featuresIn(readWords(doc, lists, knows), doc.tokens, doc.lines, 0);
}

/** The same of some lines, as if they were the whole text. In: the features of the whole, and the tokens of the lines. */
export function featuresOfPart({ read, lineOf }: Features, from: number, to: number): Features {
  const { tokens, lines } = read.doc;
  return featuresIn(read, tokens.slice(from, to), lines.slice(lineOf[from], lineOf[to - 1]! + 1), from, read);
}

/** In: the tokens and their lines, the place of the first token in the document, and what was read of the whole document. */
function featuresIn(
  reading: Reading,
  tokens: readonly Token[],
  lines: readonly Span[],
  offset: number,
  whole?: Read,
): Features {
  const { text } = reading.doc;
  const { knows } = reading;
  const n = tokens.length;
  let out = ids.roomAt(0);
  let end = 0;
  const starts = new Int32Array(n + 1);
  const word = new Int32Array(n);
  const shape = new Uint8Array(n);
  const list = new Uint8Array(n);
  const tiers = new Uint8Array(n);
  const kinds = new Uint8Array(n);
  const cue = new Uint8Array(n);
  const open = new Uint8Array(n);
  const forms = new Int32Array(n);
  const columns = new Int32Array(n);
  const lineOf = new Int32Array(n);
  const same = new Uint8Array(n);
  const words = reading.words.slice(offset, offset + n);
  const address = reading.address.subarray(offset, offset + n);
  const inPublic = reading.inPublic.subarray(offset, offset + n);
  const cast = castIn(tokens, words, inPublic);

  // The document's words: in lower case, capitalised inside a sentence, in capitals.
  const seen: Entry[] = [];
  const byWord: (Entry | undefined)[] = new Array(reading.count);
  const entries: (Entry | undefined)[] = new Array(n);
  let capitals = 0;
  let uppers = 0;
  let wordCount = 0;
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!;
    if (token.kind === 'number') {
      shape[i] = NUMBER;
      word[i] = Math.min(token.key.length, 9);
      continue;
    }
    if (token.kind === 'mark') {
      shape[i] = MARK;
      word[i] = hashOf(token.key);
      continue;
    }
    const { index, hash, known, cue: cued, castKey } = words[i]!;
    let entry = byWord[index];
    if (!entry) {
      const listed = reading.listed[offset + i]!;
      entry = { lower: 0, inner: 0, all: 0, flags: listed & 7, tiers: listed >> 3, word: words[i]! };
      byWord[index] = entry;
      seen.push(entry);
    }
    entries[i] = entry;
    // Which of the listed names it is says nothing of whose it is.
    word[i] = entry.flags & 3 && !(entry.flags & FLAG.word) ? NAME : hash;
    forms[i] = hash === 0 ? 1 : hash;
    shape[i] = SHAPES[token.shape];
    list[i] = entry.flags;
    tiers[i] = entry.tiers;
    kinds[i] = knows && (known === 0 || known > 2) && cast.has(castKey) ? CAST : known;
    cue[i] = cued;
    entry.all++;
    if (token.shape === 'lower') entry.lower++;
    else if (!token.first) entry.inner++;
    wordCount++;
    if (token.shape === 'capital') capitals++;
    if (token.shape === 'upper') uppers++;
    // A rare name in lower case counts unless it is a plain word.
    open[i] =
      token.shape !== 'lower' || (entry.flags & 3) !== 0 || (entry.tiers > 0 && entry.tiers < PLAIN) ? 1 : 0;
  }
  const mode =
    uppers * 2 > wordCount ? 2 : capitals + uppers === 0 || (capitals + uppers) * 40 < wordCount ? 1 : 0;

  const bag: number[] = [];
  for (const entry of seen) {
    if (
      (entry.lower > 0 || mode > 0 || entry.flags === FLAG.word || entry.word.cue > 0) &&
      !(entry.flags & 3 && !(entry.flags & 4))
    )
      bag.push(bucket(1, entry.word.hash));
  }
  bag.push(bucket(3, mode), bucket(4, bin((10 * capitals) / Math.max(1, wordCount), CAPITALS_EDGES)));

  // What could be a name counts as a sign of its form alone, so that topics are learned from the words around names.
  const topics: number[] = [];
  const inTopics = new Uint8Array(TOPICS);
  const addTopic = (one: number) => {
    if (inTopics[one] === 1) return;
    inTopics[one] = 1;
    topics.push(one);
  };
  const topicsAt = new Int32Array(2 * n);
  let before = 0;
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!;
    if (i > 0 && tokens[i - 1]!.sentence !== token.sentence) before = 0;
    let sign = word[i]!;
    if (token.kind === 'number') sign = 100 + Math.min(token.key.length, 5);
    else if (token.kind === 'word') {
      const flags = list[i]!;
      const given = (flags & 3) !== 0 && !(flags & FLAG.word);
      const plain = token.shape === 'lower' || entries[i]!.lower > 0 || cue[i]! > 0;
      if (plain ? given : !(flags & FLAG.word && token.first))
        sign = plain
          ? 110
          : token.shape === 'initial'
            ? 111
            : token.first
              ? 112
              : flags & FLAG.given
                ? 113
                : 114;
    }
    topicsAt[2 * i] = topic(70, sign);
    topicsAt[2 * i + 1] = topic(71, before, sign);
    addTopic(topicsAt[2 * i]!);
    addTopic(topicsAt[2 * i + 1]!);
    if (cue[i]) addTopic(topic(72, cue[i]!));
    if (token.coreEnd < token.end) addTopic(topic(73, sign));
    before = sign;
  }

  let publicNames = 0;
  let publicWords = 0;
  for (let i = 0; i < n; i++) {
    if (inPublic[i] && !inPublic[i - 1]) publicNames++;
    if (kinds[i] === 2 && !inPublic[i] && shape[i] !== 1) publicWords++;
  }
  addTopic(topic(75, bin(publicNames, PUBLIC_EDGES)));
  addTopic(topic(76, bin(publicWords, PUBLIC_EDGES)));

  // Lines: the words before the nearest colon, the separators before a token, the heading of its column.
  let at = 0;
  let headings: number[] = [];
  let previousSeparators = -1;
  const pos = new Uint8Array(n);
  const field = new Int32Array(n);
  const heading = new Int32Array(n);
  const lineForm = new Uint8Array(n);
  for (let l = 0; l < lines.length; l++) {
    const from = at;
    const lineEnd = lines[l]!.end;
    while (at < n && tokens[at]!.start < lineEnd) at++;
    if (at === from) {
      previousSeparators = -1;
      continue;
    }
    let separators = 0;
    let label = 0;
    let cellStart = from;
    const heads: number[] = [];
    let wordsInLine = 0;
    let lowers = 0;
    let firstWord = -1;
    for (let i = from; i < at; i++) {
      lineOf[i] = l;
      const token = tokens[i]!;
      const wide = i > from && isWide(text, tokens[i - 1]!.end, token.start);
      if (wide) separators++;
      if (wide || i === from || isSeparator(tokens[i - 1]!.key)) {
        cellStart = i;
        heads[separators] = word[i]!;
      }
      columns[i] = 1 + separators * 16 + Math.min(15, i - cellStart);
      field[i] = label;
      heading[i] = headings[separators] ?? 0;
      const mark = i === from ? '' : tokens[i - 1]!.key;
      pos[i] =
        i === from
          ? 1
          : wide
            ? 2
            : mark === ':'
              ? 3
              : mark === ','
                ? 4
                : mark === '('
                  ? 5
                  : mark === '.' || mark === ')'
                    ? 6
                    : mark === '"' || mark === '“'
                      ? 7
                      : mark === '-' || mark === '*' || mark === '•' || mark === '–' || mark === '—'
                        ? 8
                        : tokens[i - 1]!.kind === 'number'
                          ? 9
                          : 0;
      if (isSeparator(token.key)) separators++;
      if (token.key === ':' && i > from) {
        label = word[i - 1]!;
      }
      if (token.kind === 'word') {
        wordsInLine++;
        if (shape[i] === 1) lowers++;
        if (firstWord < 0) firstWord = i;
      }
    }
    const table = separators > 0 && separators === previousSeparators ? 1 : 0;
    if (!table || headings.length === 0) headings = heads;
    const form = bin(wordsInLine, LINE_EDGES) * 4 + (table ? 2 : 0) + (lowers === 0 ? 1 : 0);
    for (let i = from; i < at; i++) lineForm[i] = form;
    previousSeparators = separators;
  }

  // Runs of capitalised words with single spaces (and full stops after initials) between them.
  const runFrom = new Int32Array(n);
  const runTo = new Int32Array(n);
  const named = (i: number) => shape[i]! >= 2 && shape[i]! <= 5;
  for (let i = 0; i < n; ) {
    let to = i + 1;
    if (named(i) && mode === 0) {
      while (to < n && lineOf[to] === lineOf[i]) {
        const gap = tokens[to]!.start - tokens[to - 1]!.end;
        if (tokens[to]!.key === '.' && gap === 0 && shape[to - 1] === 4) to++;
        else if (
          named(to) &&
          gap <= 1 &&
          tokens[to - 1]!.coreEnd === tokens[to - 1]!.end &&
          (gap === 1 || tokens[to - 1]!.key === '.')
        )
          to++;
        else break;
      }
    }
    for (let j = i; j < to; j++) {
      runFrom[j] = i;
      runTo[j] = to;
    }
    i = to;
  }

  // What stands at a place, or that it is before (from `lineFrom`) or behind (to `lineTo`) the line of the token.
  let lineFrom = 0;
  let lineTo = 0;
  const near = (j: number): boolean => j >= lineFrom && j < lineTo;
  const W = (j: number): number => (j < lineFrom ? 1 : j >= lineTo ? 2 : word[j]!);
  const S = (j: number): number => (near(j) ? shape[j]! + 8 * inPublic[j]! : 0);
  const G = (j: number): number => (near(j) ? list[j]! + 8 * shape[j]! : 200);
  const C = (j: number): number => (near(j) ? cue[j]! : 31);
  const T = (j: number): number => (near(j) ? tiers[j]! + 32 * shape[j]! : 300);
  // All that is told of a plain token but its class and its line's form is in its line.
  const isAlike = whole?.even && whole.mode === mode;
  for (let i = 0; i < n; i++) {
    if (i === lineTo) {
      lineFrom = i;
      while (lineTo < n && lineOf[lineTo] === lineOf[i]) lineTo++;
    }
    starts[i] = end;
    out = ids.roomAt(end);
    const token = tokens[i]!;
    if (address[i]) {
      open[i] = 0;
      out[end++] = bucket(5, 1);
      continue;
    }
    const w = word[i]!;
    const s = shape[i]!;
    const g = list[i]!;
    const k = kinds[i]! + inPublic[i]! * 8;
    // Most tokens are words in lower case, marks and numbers, of which less is worth knowing.
    const lowerOnly = s === 1 && mode === 0 && g === 0 && (tiers[i] === 0 || tiers[i]! >= PLAIN);
    const isPlain = lowerOnly || s >= NUMBER;
    if (
      isPlain &&
      isAlike &&
      kinds[i] === whole.kinds[offset + i] &&
      lineForm[i] === whole.lineForm[offset + i]
    ) {
      same[i] = 1;
      continue;
    }
    const case_ = s + 8 * mode + (token.first ? 32 : 0);
    const looks = g + 8 * k + 256 * case_;
    out[end++] = bucket(6, s);
    out[end++] = bucket(7, w);
    out[end++] = bucket(8, w, s);
    out[end++] = bucket(9, case_);
    out[end++] = bucket(10, looks);
    out[end++] = bucket(11, g, k);
    out[end++] = bucket(12, W(i - 1));
    out[end++] = bucket(13, W(i + 1));
    out[end++] = bucket(14, W(i - 1), w);
    out[end++] = bucket(15, w, W(i + 1));
    out[end++] = bucket(16, S(i - 1), s, S(i + 1));
    out[end++] = bucket(17, pos[i]!, s, lineForm[i]!);
    out[end++] = bucket(18, C(i - 1), C(i + 1), s);
    if (isPlain) {
      if (s === MARK) {
        out[end++] = bucket(19, w, S(i - 1), S(i + 1));
        out[end++] = bucket(20, w, G(i - 1), G(i + 1));
      }
      if (s === 1) {
        out[end++] = bucket(21, C(i - 1), mode);
        out[end++] = bucket(22, W(i - 2), W(i - 1));
        out[end++] = bucket(23, field[i]!);
      }
      if (s === 1)
        for (let a = 1; a <= 3; a++) out[end++] = bucket(25, a, hashOf(token.key, token.key.length - a));
      continue;
    }
    const key = token.key;
    for (let a = 1; a <= 4 && a <= key.length; a++) {
      out[end++] = bucket(24, a, hashOf(key, 0, a));
      out[end++] = bucket(25, a, hashOf(key, key.length - a));
    }
    const entry = entries[i];
    const again = entry
      ? bin(entry.all, AGAIN_EDGES) + 4 * (entry.lower > 0 && s !== 1 ? 1 : 0) + 8 * (entry.inner > 0 ? 1 : 0)
      : 0;
    const from = runFrom[i]!;
    const to = runTo[i]!;
    const place = Math.min(i - from, 3) + 4 * Math.min(to - i, 4);
    const owned = token.coreEnd < token.end ? 1 : 0;
    const listed = g & 7;
    out[end++] = bucket(26, W(i - 2), s);
    out[end++] = bucket(27, W(i + 2), s);
    out[end++] = bucket(28, W(i - 1), listed, s);
    out[end++] = bucket(29, W(i + 1), listed, s);
    out[end++] = bucket(30, W(i - 2), W(i - 1));
    out[end++] = bucket(31, W(i + 1), W(i + 2));
    out[end++] = bucket(32, G(i - 1), looks);
    out[end++] = bucket(33, looks, G(i + 1));
    out[end++] = bucket(34, G(i - 1), g + 8 * s, G(i + 1));
    out[end++] = bucket(35, S(i - 2) * 64 + S(i - 1), s, S(i + 1) * 64 + S(i + 2));
    out[end++] = bucket(36, C(i - 1), looks);
    out[end++] = bucket(37, C(i + 1), looks);
    out[end++] = bucket(38, C(i - 2), C(i - 1), s);
    out[end++] = bucket(39, C(i + 1), C(i + 2), s);
    out[end++] = bucket(40, again, looks);
    out[end++] = bucket(41, place, looks);
    out[end++] = bucket(42, pos[i]!, looks);
    out[end++] = bucket(43, lineForm[i]!, pos[i]!, listed);
    out[end++] = bucket(44, field[i]!, s);
    out[end++] = bucket(45, heading[i]!, s);
    out[end++] = bucket(46, owned, looks);
    out[end++] = bucket(47, owned, C(i + 1), s);
    out[end++] = bucket(48, W(from - 1), to - from, s);
    out[end++] = bucket(49, W(to), to - from, s);
    out[end++] = bucket(50, C(from - 1), C(to), place);
    out[end++] = bucket(51, list[from]! & 7, list[to - 1]! & 7, to - from);
    out[end++] = bucket(52, W(from - 2), W(from - 1), s);
    out[end++] = bucket(53, bin(key.length, LENGTH_EDGES), looks);
    out[end++] = bucket(58, tiers[i]!, case_);
    out[end++] = bucket(59, tiers[i]!, C(i - 1), C(i + 1));
    out[end++] = bucket(67, T(i - 1), tiers[i]!, T(i + 1));
    out[end++] = bucket(68, tiers[i]!, W(i - 1));
    out[end++] = bucket(69, tiers[i]!, W(i + 1));
    out[end++] = bucket(74, tiers[i]!, pos[i]!, lineForm[i]!);
    // Words a little further off, wherever they stand.
    for (let d = 1; d <= 5; d++) {
      if (near(from - d) && cue[from - d] === 0) out[end++] = bucket(54, word[from - d]!);
      if (near(to + d - 1) && cue[to + d - 1] === 0) out[end++] = bucket(55, word[to + d - 1]!);
      if (near(from - d) && cue[from - d]) out[end++] = bucket(56, cue[from - d]!, s);
      if (near(to + d - 1) && cue[to + d - 1]) out[end++] = bucket(57, cue[to + d - 1]!, s);
    }
  }
  starts[n] = end;
  return {
    ids: out.slice(0, end),
    starts,
    words: Int32Array.from(bag),
    topics: Int32Array.from(topics),
    topicsAt,
    known: kinds.map((kind, i) => inPublic[i]! || (kind === 6 ? 0 : kind)),
    open,
    forms,
    marks: word,
    signs: signsIn({ tokens }),
    columns,
    lineOf,
    uncapitalised: mode === 1,
    same,
    read: { ...reading, mode, lineForm, kinds },
  };
}
