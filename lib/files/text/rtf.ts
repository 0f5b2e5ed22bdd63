/** Rich text (RTF 1.9), as WordPad, TextEdit and old word processors write it. */
import { FileProblem, type PartKind, type Unread } from '../file.ts';
import { type Edit, type Piece, type Reading, type Section, section } from '../source-text.ts';
import { bytesOf, charactersOf, charsetOf } from './encoding.ts';

const TOKEN =
  /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n\0]+)|[\r\n\0]+|\\/giy;

/** Deeper than any program nests its groups. */
const DEPTH_MAX = 5000;

/** Control words that stand for characters. */
const CHARACTERS = new Map<string, string>(
  Object.entries({
    par: '\n',
    line: '\n',
    sect: '\n',
    page: '\n',
    column: '\n',
    softline: '\n',
    row: '\n',
    nestrow: '\n',
    tab: '\t',
    cell: '\t',
    nestcell: '\t',
    emdash: '—',
    endash: '–',
    emspace: ' ',
    enspace: ' ',
    qmspace: ' ',
    bullet: '•',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
  }),
);
const STRUCTURE = /^[\n\t]$/;

type Place = 'body' | 'header-footer' | 'footnotes' | 'comments' | 'links' | 'properties';

/** Where the text of a group belongs. Groups that begin with `\*` and are not here are not read. */
const PLACES = new Map<string, Place>(
  Object.entries({
    header: 'header-footer',
    headerl: 'header-footer',
    headerr: 'header-footer',
    headerf: 'header-footer',
    footer: 'header-footer',
    footerl: 'header-footer',
    footerr: 'header-footer',
    footerf: 'header-footer',
    footnote: 'footnotes',
    annotation: 'comments',
    fldinst: 'links',
    title: 'properties',
    subject: 'properties',
    keywords: 'properties',
    doccomm: 'properties',
    category: 'properties',
    hlinkbase: 'properties',
    propname: 'properties',
    staticval: 'properties',
    docvar: 'properties',
  }),
);
/** Name who wrote or changed it: read, and empty in a copy. */
const AUTHORS = new Map<string, string>(
  Object.entries({
    author: 'author: ',
    operator: 'last author: ',
    manager: 'manager: ',
    company: 'company: ',
    atnauthor: 'author: ',
    atnid: 'author: ',
    revtbl: 'authors: ',
  }),
);
const SKIPPED = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl pict objdata nonshppict filetbl xmlnstbl themedata colorschememapping datastore latentstyles'.split(
    ' ',
  ),
);
/** Groups that begin with `\*` and hold others that are read. */
const PASSED = new Set('shpinst shppict userprops picprop ud'.split(' '));
/** Properties of a drawing that are words. */
const SHAPE_WORDS = /^(?:wzDescription|wzTooltip|gtextUNICODE)$/;

/** Windows and Macintosh character sets of fonts, as encodings. */
const FONT_CHARSETS: Record<number, string> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
const CODE_PAGES: Record<number, string> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};
const encodingOfPage = (page: number): string =>
  CODE_PAGES[page] ?? charsetOf(`windows-${page}`) ?? 'windows-1252';

/** What holds within a group. A group inside begins with all of it. */
interface State {
  /** `undefined`: not read. */
  place: Place | undefined;
  /** How many characters for old readers follow a `\u`. */
  fallback: number;
  charset: string;
  inTable: boolean;
}

/** Words in RTF. `fallback`: as many `?` stand behind a character for readers that know none. */
function escaped(words: string, fallback: number): string {
  return words.replace(/[\\{}]|\n|[^\0-\x7f]/g, (mark) => {
    if (mark === '\n') return '\\line ';
    if (mark.charCodeAt(0) < 0x80) return `\\${mark}`;
    const code = mark.charCodeAt(0);
    return `\\u${code > 0x7fff ? code - 0x10000 : code}${fallback > 0 ? '?'.repeat(fallback) : ' '}`;
  });
}

/**
 * Reads a text that begins with `{\rtf`.
 * @param source its bytes, a character each
 * @throws FileProblem where it ends before its groups do
 */
export function readRtf(source: string): Reading {
  const places = {
    body: [] as Piece[],
    'header-footer': [] as Piece[],
    footnotes: [] as Piece[],
    comments: [] as Piece[],
    links: [] as Piece[],
    properties: [] as Piece[],
  };
  const emptied: Edit[] = [];
  const times = { picture: 0, 'embedded-file': 0 };
  const fonts = new Map<number, string>();
  let page = 'windows-1252';
  let font = -1;
  let inFonts = false;

  let state: State = { place: 'body', fallback: 1, charset: '', inTable: false };
  /**
   * The groups that are open: what held around each, its first word and where that ends, from which of the pieces on it names
   * an author, and of which property of a drawing it is.
   */
  const stack: { state: State; word: string; start: number; author: number; shape: string }[] = [];
  /** The group begins here: its first control word says what it is. */
  let fresh = false;
  let star = false;
  /** Characters for old readers that are still to come. */
  let toSkip = 0;
  /** The first half of a character that `\u` writes as two. */
  let half: { text: string; from: number } | undefined;
  /** The piece of the last `\u`, which goes on over the characters for old readers. */
  let last = { to: 0 };
  let bytes: { from: number; to: number; byte: number }[] = [];
  /** A control word without a space behind it: letters that follow would become a part of it. */
  let tight = false;

  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
  };
  const put = (piece: Piece) => {
    if (state.place) places[state.place].push(piece);
  };
  const unit = (text: string, from: number, to: number) => {
    const { fallback } = state;
    const lead = tight ? ' ' : '';
    tight = false;
    const piece = { text, from, to, rebuild: (words: string) => lead + escaped(words, fallback) };
    last = piece;
    put(piece);
  };
  /** Puts the bytes that came as `\'hh`, of which two may be one character. */
  const flush = () => {
    if (bytes.length === 0) return;
    const run = bytes;
    bytes = [];
    let at = 0;
    for (const { text, length } of charactersOf(
      Uint8Array.from(run, ({ byte }) => byte),
      state.charset || page,
    )) {
      const { from } = run[at]!;
      at += length;
      unit(text, from, run[at - 1]!.to);
    }
  };

  function begin(word: string, start: number): void {
    const group = stack.at(-1);
    if (!group) return;
    group.word = word;
    group.start = start;
    // Whatever lies in the name of an author goes with it.
    if (stack.some((around) => around.author > 0)) return;
    const author = AUTHORS.get(word);
    const place = PLACES.get(word);
    if (author) {
      group.author = places.properties.push({ text: author });
      set({ place: 'properties' });
    } else if (word === 'sv' || word === 'sn') {
      set({ place: word === 'sv' && SHAPE_WORDS.test(group.shape) ? 'properties' : undefined });
    } else if (place) set({ place });
    else if (SKIPPED.has(word) || (star && !PASSED.has(word))) set({ place: undefined });
    if (word === 'pict' && stack.at(-2)?.word !== 'nonshppict') times.picture++;
    if (word === 'object') times['embedded-file']++;
    if (word === 'fonttbl') inFonts = true;
  }

  function control(word: string, value: number | undefined, from: number, to: number): void {
    const text = CHARACTERS.get(word);
    if (word === 'u' && value !== undefined) {
      const character = String.fromCharCode(value & 0xffff);
      toSkip = state.fallback;
      if (/[\ud800-\udbff]/.test(character)) half = { text: character, from };
      else {
        unit((half?.text ?? '') + character, half?.from ?? from, to);
        half = undefined;
      }
    } else if (text && STRUCTURE.test(text)) {
      // A paragraph in a cell does not end the row.
      put({ text: word === 'par' && state.inTable ? ' ' : text });
    } else if (text) unit(text, from, to);
    else if (word === 'uc') set({ fallback: Math.min(Math.max(value ?? 1, 0), 9) });
    else if (word === 'ansicpg') page = encodingOfPage(value ?? 1252);
    else if (word === 'mac') page = 'macintosh';
    else if (word === 'intbl') set({ inTable: true });
    else if (word === 'pard') set({ inTable: false });
    else if (word === 'f' && value !== undefined) {
      if (inFonts) font = value;
      else set({ charset: fonts.get(value) ?? '' });
    } else if (word === 'plain') set({ charset: '' });
    else if (word === 'fcharset' && inFonts && FONT_CHARSETS[value ?? 0])
      fonts.set(font, FONT_CHARSETS[value ?? 0]!);
  }

  function end(at: number): void {
    const group = stack.pop();
    if (!group) return;
    const { place } = state;
    if (group.author === places.properties.length) places.properties.pop();
    else if (group.author > 0) {
      // What was read of it stays in the text, without a place to write to.
      const pieces = places.properties;
      for (let i = group.author; i < pieces.length; i++) pieces[i] = { text: pieces[i]!.text };
      // The table of those who changed the text is a list of groups that end in semicolons and are counted.
      const words = group.word === 'revtbl' ? source.slice(group.start, at).replace(/[^{};]+/g, '') : '';
      emptied.push({ from: group.start, to: at, words });
    }
    if (group.word === 'fonttbl') inFonts = false;
    const pieces = place && place !== group.state.place ? places[place] : undefined;
    if (pieces && pieces.length > 0 && pieces.at(-1)!.text !== '\n') pieces.push({ text: '\n' });
    const parent = stack.at(-1);
    if (group.word === 'sn' && parent) parent.shape = source.slice(group.start, at).trim();
    state = group.state;
  }

  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const from = match.index;
    const to = TOKEN.lastIndex;
    const [all, word, value, hex, symbol, brace, words] = match;
    if (hex !== undefined) {
      fresh = false;
      if (toSkip > 0) passOver(1, to);
      else bytes.push({ from, to, byte: Number.parseInt(hex, 16) });
      continue;
    }
    flush();
    if (brace === '{') {
      if (stack.length === DEPTH_MAX) throw new FileProblem('damaged');
      stack.push({ state, word: '', start: from, author: 0, shape: stack.at(-1)?.shape ?? '' });
      fresh = true;
      star = false;
      toSkip = 0;
      tight = false;
    } else if (brace === '}') {
      end(from);
      if (stack.length === 0) break;
      fresh = false;
      toSkip = 0;
      tight = false;
    } else if (symbol === '*' && fresh) star = true;
    else if (word !== undefined) {
      const number = value === undefined ? undefined : Number(value);
      if (fresh) begin(word, to);
      fresh = false;
      // Bytes that are no text follow.
      if (word === 'bin') TOKEN.lastIndex = Math.min(to + Math.max(number ?? 0, 0), source.length);
      if (toSkip > 0 && word !== 'u') passOver(1, to);
      else control(word, number, from, to);
      tight = !all.endsWith(' ');
    } else if (symbol !== undefined) {
      fresh = false;
      if (toSkip > 0) passOver(1, to);
      else if (/[\\{}~_]/.test(symbol)) {
        unit(symbol === '~' ? '\u00a0' : symbol === '_' ? '\u2011' : symbol, from, to);
      } else if (/[\r\n]/.test(symbol)) put({ text: state.inTable ? ' ' : '\n' });
      tight = false;
    } else if (words !== undefined) {
      fresh = false;
      const skipped = Math.min(toSkip, words.length);
      passOver(skipped, from + skipped);
      if (state.place) text(words.slice(skipped), from + skipped);
      tight = false;
    }
  }
  if (stack.length > 0) throw new FileProblem('damaged');

  function passOver(count: number, to: number): void {
    if (count === 0) return;
    toSkip -= count;
    last.to = to;
    tight = false;
  }

  function text(words: string, from: number): void {
    const { fallback } = state;
    for (const { 0: run, index } of words.matchAll(/[\0-\x7f]+|[\x80-\xff]+/g)) {
      let at = from + index;
      if (run.charCodeAt(0) < 0x80) {
        const first = tight ? 1 : 0;
        if (first > 0) unit(run.slice(0, 1), at, at + 1);
        put({ text: run.slice(first), from: at + first, write: (other) => escaped(other, fallback) });
        continue;
      }
      for (const { text, length } of charactersOf(bytesOf(run), state.charset || page)) {
        unit(text, at, at + length);
        at += length;
      }
    }
  }

  const links = joinedLinks(places.links);
  const sections = Object.entries({ ...places, links })
    .map(([kind, pieces]) => section(kind as PartKind, pieces))
    .filter((one): one is Section => one !== undefined);
  const unread = (Object.keys(times) as (keyof typeof times)[])
    .filter((what) => times[what] > 0)
    .map((what): Unread => ({ what, times: times[what] }));
  return { sections, unread, besides: () => emptied };
}

/** The instructions of fields that lead somewhere; what counts pages or words says nothing. */
function joinedLinks(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    lines.at(-1)!.push(piece);
    if (piece.text === '\n') lines.push([]);
  }
  return lines.filter((line) => /["@/]/.test(line.map(({ text }) => text).join(''))).flat();
}
