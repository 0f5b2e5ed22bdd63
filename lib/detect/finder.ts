/**
 * All patterns of the recognizers, looked for in one pass: what a match of a pattern can begin with is read from its
 * source, the beginnings of all patterns stand in one trie, and a pattern runs only where a beginning of its stands.
 */
import type { TextDocument } from './document.ts';

/** The matches of a pattern in a document, as `matchAll` gives them. `text` is `doc.text`, in another case where given. */
export type Finder = (doc: TextDocument, text?: string) => RegExpExecArray[];

/** What a node of a pattern can match next: a symbol of `SYMBOLS`, of which there are few, or anything. */
type Node =
  | { kind: 'symbols'; symbols: readonly number[] }
  | { kind: 'anything' }
  | { kind: 'nothing' }
  | { kind: 'group'; options: readonly Item[][] };

interface Item {
  node: Node;
  min: number;
  max: number;
}

const SYMBOLS = 40;
/** The symbols of the letters a to z are 1 to 26. */
const LETTERS = 26;
const DIGIT = 27;
const SPACE = 28;
const APOSTROPHE = 29;
const OTHER_ASCII = 30;
const OTHER = 31;
/** Marks that patterns begin with have symbols of their own, from here on. */
const FIRST_MARK = 32;
const MARKS = '(.#+/-:@';

/** The symbol of each code unit below 128. A letter is the same in both cases. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = (code | 32) - 96;
  if (code >= 65 && letter >= 1 && letter <= 26) return letter;
  if (code >= 48 && code <= 57) return DIGIT;
  if (code === 32) return SPACE;
  if (code === 39) return APOSTROPHE;
  const mark = MARKS.indexOf(String.fromCharCode(code));
  return mark < 0 ? OTHER_ASCII : FIRST_MARK + mark;
});

/** The symbol of a code unit. Two that are equal in any case have the same: the long s and the Kelvin sign too. */
function symbolOf(code: number): number {
  if (code < 128) return ASCII[code]!;
  if (code === 0x2019) return APOSTROPHE;
  return code === 0x17f ? ASCII[115]! : code === 0x212a ? ASCII[107]! : OTHER;
}

/** A class of more symbols is taken for anything, but as the first of a beginning. */
const CLASS_MAX = 8;
const WIDE_DEPTH = 1;
/** Symbols of a beginning at most. */
const DEPTH = 4;

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

const ONCE = { min: 1, max: 1 };

/** Reads the source of a regular expression. What it does not know it takes for anything. */
class SourceReader {
  readonly source: string;
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** The options up to the closing bracket or the end; what stands behind the first `DEPTH` symbols is passed over. */
  options(): Item[][] {
    const options: Item[][] = [[]];
    let length = 0;
    while (this.at < this.source.length && this.source[this.at] !== ')') {
      if (this.#take('|')) {
        options.push([]);
        length = 0;
      } else if (length >= DEPTH) this.#passOver();
      else {
        const node = this.#node();
        const item = { node, ...this.#times() };
        options.at(-1)!.push(item);
        length += item.min * shortest(node);
      }
    }
    return options;
  }

  /** Passes over all up to the next bar or closing bracket of the same group. */
  #passOver(): void {
    for (let open = 0; this.at < this.source.length; ) {
      if (this.#match(/(?:[^\\[()|]|\\.)+|\[(?:[^\]\\]|\\.)*\]/sy)) continue;
      const mark = this.source[this.at];
      if (open === 0 && (mark === '|' || mark === ')')) return;
      open += mark === '(' ? 1 : mark === ')' ? -1 : 0;
      this.at++;
    }
  }

  /** The sources of the options, those of a group that is all of an option each by itself. */
  parts(): string[] {
    const parts: string[] = [];
    for (let from = 0; from <= this.source.length; from = ++this.at) {
      this.#passOver();
      const part = this.source.slice(from, this.at);
      const group = /^\(\?:(.*)\)$/s.exec(part)?.[1];
      if (group !== undefined && isBalanced(group)) parts.push(...new SourceReader(group).parts());
      else parts.push(part);
    }
    return parts;
  }

  #take(mark: string): boolean {
    if (!this.source.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  #times(): { min: number; max: number } {
    if (!'?*+{'.includes(this.source[this.at] ?? ' ')) return ONCE;
    const match = this.#match(/(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/y);
    if (!match) return ONCE;
    const [, sign, min, comma, max] = match;
    if (sign) return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : DEPTH };
    return { min: Number(min), max: max ? Number(max) : comma ? DEPTH : Number(min) };
  }

  #node(): Node {
    if (this.#take('(')) return this.#group();
    if (this.#take('[')) return this.#class();
    if (this.#take('\\')) return this.#escape();
    if (this.#take('^') || this.#take('$')) return { kind: 'nothing' };
    if (this.#take('.')) return { kind: 'anything' };
    return symbols(this.source.charCodeAt(this.at++));
  }

  #group(): Node {
    const outside = this.#match(/\?<?[=!]/y) !== null;
    this.#match(/\?(?::|<[^>]+>)/y);
    const options = this.options();
    this.at++;
    return outside ? { kind: 'nothing' } : { kind: 'group', options };
  }

  #escape(): Node {
    const property = this.#match(/[pPk](?:\{[^}]*\}|<[^>]*>)|[sSwWD1-9]/y);
    if (property) return { kind: 'anything' };
    if (this.#match(/[bB]/y)) return { kind: 'nothing' };
    if (this.#take('d')) return { kind: 'symbols', symbols: [DIGIT] };
    return symbols(this.#escaped());
  }

  /** The code unit of an escaped character. */
  #escaped(): number {
    const hex = this.#match(/u([0-9a-f]{4})|x([0-9a-f]{2})/iy);
    if (hex) return Number.parseInt(hex[1] ?? hex[2]!, 16);
    const mark = this.source[this.at++]!;
    return (ESCAPES[mark] ?? mark).charCodeAt(0);
  }

  #class(): Node {
    const found = new Set<number>();
    let any = this.#take('^');
    while (!this.#take(']')) {
      let from = this.source.charCodeAt(this.at++);
      if (from === 92) {
        if (this.#match(/[pP]\{[^}]*\}|[sSwWD]/y)) {
          any = true;
          continue;
        }
        if (this.#take('d')) {
          found.add(DIGIT);
          continue;
        }
        from = this.#escaped();
      }
      let to = from;
      if (this.source[this.at] === '-' && this.source[this.at + 1] !== ']') {
        this.at++;
        to = this.source.charCodeAt(this.at++);
        if (to === 92) to = this.#escaped();
      }
      for (let code = from; code <= to; code++) found.add(symbolOf(code));
    }
    return any ? { kind: 'anything' } : { kind: 'symbols', symbols: [...found] };
  }
}

/** The symbols that a match of a node has at least. */
function shortest(node: Node): number {
  if (node.kind === 'nothing') return 0;
  if (node.kind !== 'group') return 1;
  return Math.min(
    ...node.options.map((items) => items.reduce((sum, item) => sum + item.min * shortest(item.node), 0)),
  );
}

/** Whether no closing bracket comes before its opening one: "a)|(?:b" is not the inside of one group. */
function isBalanced(source: string): boolean {
  let open = 0;
  for (const [mark] of source.matchAll(/\\.|\[(?:[^\]\\]|\\.)*\]|[()]/gs)) {
    if (mark === '(') open++;
    else if (mark === ')' && --open < 0) return false;
  }
  return true;
}

const symbols = (code: number): Node => ({ kind: 'symbols', symbols: [symbolOf(code)] });

/** Under this node are the beginnings of patterns that begin anywhere, under the other those that need a word's border. */
const ANYWHERE = 1;
const AT_BORDER = 2;
/** A pattern that a letter right before it rules out. */
const NEEDS_BORDER = /^\(\?<!\[(?:\\p\{L\}|A-Za-z)[^\]]*\]\)|^\(\?<!\\p\{L\}\)/;

/** The beginnings of all patterns. `next[node * SYMBOLS + symbol]` is the node below, 0 for none. */
class Trie {
  next = new Uint16Array(1024 * SYMBOLS);
  /** The parts of patterns of which a beginning ends at a node. */
  readonly ends: (number[] | undefined)[] = [undefined, undefined, undefined];

  /** Adds the beginnings of a part of a pattern. */
  add({ source, atBorder }: Part, part: number): void {
    const root = atBorder ? AT_BORDER : ANYWHERE;
    const end = (node: number) => {
      if (node === root) {
        // It may begin with anything: it is tried everywhere.
        for (let symbol = 1; symbol < SYMBOLS; symbol++) end(this.#below(root, symbol));
        return;
      }
      const ends = this.ends[node];
      if (!ends) this.ends[node] = [part];
      else if (ends.at(-1) !== part) ends.push(part);
    };
    const walk = (items: readonly Item[], i: number, node: number, depth: number, then: Then): void => {
      if (i === items.length) then(node, depth);
      else repeat(items[i]!, 0, node, depth, (to, deep) => walk(items, i + 1, to, deep, then));
    };
    const repeat = (item: Item, times: number, node: number, depth: number, then: Then): void => {
      if (times >= item.min) then(node, depth);
      if (times < item.max)
        step(item.node, node, depth, (to, deep) => {
          // Further rounds of what can be empty add nothing.
          if (deep > depth) repeat(item, times + 1, to, deep, then);
          else if (times < item.min) then(to, deep);
        });
    };
    const step = (what: Node, node: number, depth: number, then: Then): void => {
      if (what.kind === 'nothing') then(node, depth);
      else if (what.kind === 'group') for (const items of what.options) walk(items, 0, node, depth, then);
      else if (what.kind === 'anything' || (what.symbols.length > CLASS_MAX && depth >= WIDE_DEPTH))
        end(node);
      else
        for (const symbol of what.symbols) {
          const to = this.#below(node, symbol);
          if (depth + 1 === DEPTH) end(to);
          else then(to, depth + 1);
        }
    };
    for (const items of new SourceReader(source).options()) walk(items, 0, root, 0, end);
  }

  #below(node: number, symbol: number): number {
    const at = node * SYMBOLS + symbol;
    if (this.next[at] !== 0) return this.next[at]!;
    const made = this.ends.length;
    this.ends.push(undefined);
    if (made * SYMBOLS === this.next.length) {
      const larger = new Uint16Array(2 * this.next.length);
      larger.set(this.next);
      this.next = larger;
    }
    this.next[at] = made;
    return made;
  }
}

type Then = (node: number, depth: number) => void;

/** A part of a pattern: one of its options, with what stands before and behind them all. */
interface Part {
  pattern: number;
  /** Of the option alone. */
  source: string;
  atBorder: boolean;
  /** The match at a place. The expression is compiled when it is first tried: most never are. */
  match(text: string, place: number): RegExpExecArray | null;
}

/** What a sticky expression, compiled when it is first tried, matches at a place. */
function sticky(make: () => RegExp): Part['match'] {
  let regexp: RegExp | undefined;
  return (text, place) => {
    regexp ??= make();
    regexp.lastIndex = place;
    return regexp.exec(text);
  };
}

/** All parts, by their numbers, in the order of their patterns; those that are not yet in the trie are added when a document is read. */
const parts: Part[] = [];
/** The pattern of each part. */
let patternOf = new Uint16Array(0);
const finders = new Map<string, Finder>();
const wholes = new Map<Finder, () => RegExp>();
const trie = new Trie();
let added = 0;
let patterns = 0;

/** For each pattern the places at which a match may begin, in order, each followed by the number of the part. */
type Places = (number[] | undefined)[];

function readPlaces(text: string): Places {
  if (added < parts.length) {
    for (; added < parts.length; added++) trie.add(parts[added]!, added);
    patternOf = Uint16Array.from(parts, ({ pattern }) => pattern);
  }
  const { next, ends } = trie;
  const places: Places = new Array(patterns);
  const symbols = new Uint8Array(text.length + DEPTH);
  for (let i = 0; i < text.length; i++) symbols[i] = symbolOf(text.charCodeAt(i));
  const lookFrom = (root: number, start: number) => {
    let node = root;
    for (let at = start; ; at++) {
      node = next[node * SYMBOLS + symbols[at]!]!;
      if (node === 0) return;
      const found = ends[node];
      if (found === undefined) continue;
      for (let i = 0; i < found.length; i++) {
        const pattern = patternOf[found[i]!]!;
        const list = places[pattern];
        if (list === undefined) places[pattern] = [start, found[i]!];
        else list.push(start, found[i]!);
      }
    }
  };
  for (let start = 0; start < text.length; start++) {
    lookFrom(ANYWHERE, start);
    const before = start > 0 ? symbols[start - 1]! : OTHER;
    if (before === 0 || before > LETTERS) lookFrom(AT_BORDER, start);
  }
  return places;
}

const known = new WeakMap<TextDocument, Places>();

function placesOf(doc: TextDocument): Places {
  let places = known.get(doc);
  if (!places || places.length < patterns) {
    places = readPlaces(doc.text);
    known.set(doc, places);
  }
  return places;
}

const NONE: RegExpExecArray[] = [];

/** The first part of those at a place, in their order in the pattern, that matches there. */
function matchAt(text: string, place: number, tried: readonly number[]): RegExpExecArray | null {
  for (const part of tried) {
    const match = parts[part]!.match(text, place);
    if (match) return match;
  }
  return null;
}

function register(name: string, pattern: number, whole: () => RegExp): Finder {
  const find: Finder = (doc, text = doc.text) => {
    const places = placesOf(doc)[pattern];
    if (!places) return NONE;
    const found: RegExpExecArray[] = [];
    let end = 0;
    for (let i = 0; i < places.length; ) {
      const place = places[i]!;
      const first = places[i + 1]!;
      i += 2;
      let tried: number[] | undefined;
      for (; places[i] === place; i += 2) {
        tried ??= [first];
        tried.push(places[i + 1]!);
      }
      if (place < end) continue;
      const match = tried
        ? matchAt(
            text,
            place,
            tried.sort((a, b) => a - b),
          )
        : parts[first]!.match(text, place);
      if (!match) continue;
      end = place + match[0].length;
      found.push(match);
    }
    return found;
  };
  finders.set(name, find);
  wholes.set(find, whole);
  return find;
}

/** Options with what stands before and behind all of them. */
export interface Options {
  before?: string;
  options: readonly string[];
  after: string;
  /** Without g. */
  flags: string;
}

/** A finder of options, sources of regular expressions: the first that matches at a place counts. */
export function finderOf({ before = '', options, after, flags }: Options): Finder {
  return findParts(
    `${flags}/${before}${options.join('|')}${after}`,
    options,
    NEEDS_BORDER.test(before),
    (source) => sticky(() => new RegExp(`${before}(?:${source})${after}`, `${flags}y`)),
    () => new RegExp(`${before}(?:${options.join('|')})${after}`, `${flags}g`),
  );
}

/** What is another thing with the flag u. Without it an expression is compiled in half of the time. */
const NEEDS_UNICODE = /\\[pPSWD]|\[\^|(?<!\\)\./;

/** A finder of words in any case that no letter or digit follows: sources of regular expressions as in `finderOf`. */
export function wordFinder(words: readonly string[]): Finder {
  const matchOf = (source: string): Part['match'] => {
    // Classes of all letters are slow to compile, and needed only where something beside ASCII follows.
    const plain = sticky(
      () => new RegExp(`(?:${source})(?![A-Za-z0-9])`, NEEDS_UNICODE.test(source) ? 'iuy' : 'iy'),
    );
    const exact = sticky(() => new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'iuy'));
    return (text, place) => {
      const match = plain(text, place);
      return match && text.charCodeAt(place + match[0].length) >= 128 ? exact(text, place) : match;
    };
  };
  const whole = () => new RegExp(`(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return findParts(`words/${words.join('|')}`, words, false, matchOf, whole);
}

function findParts(
  name: string,
  options: readonly string[],
  atBorder: boolean,
  matchOf: (source: string) => Part['match'],
  whole: () => RegExp,
): Finder {
  const known = finders.get(name);
  if (known) return known;
  const pattern = patterns++;
  for (const source of options.flatMap((option) => new SourceReader(option).parts()))
    parts.push({ pattern, source, atBorder, match: matchOf(source) });
  return register(name, pattern, whole);
}

/**
 * A finder of a pattern with the flag g that matches no empty string. It is fast where matches begin with something in
 * particular: words, digits, marks.
 */
export function finder({ source, flags }: RegExp): Finder {
  const name = `${flags}/${source}`;
  const known = finders.get(name);
  if (known) return known;
  const pattern = patterns++;
  const match = sticky(() => new RegExp(source, flags.replace('g', 'y')));
  parts.push({ pattern, source, atBorder: NEEDS_BORDER.test(source), match });
  return register(name, pattern, () => new RegExp(source, flags));
}

/** All finders that were made, with the expressions that they stand for: to prove that they find the same. */
export function allFinders(): [find: Finder, whole: RegExp][] {
  return [...wholes].map(([find, whole]) => [find, whole()]);
}
