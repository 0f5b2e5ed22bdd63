/** One tokenization of a text, shared by all recognizers. All offsets are UTF-16 code units of the text given. */
import type { Span } from './finding.ts';
import { nameKey } from './names/gazetteer.ts';

/** How a word is written. `capital`: first letter upper, some lower after it. Scripts without case are `none`. */
type Shape = 'lower' | 'capital' | 'upper' | 'initial' | 'none';

export interface Token extends Span {
  kind: 'word' | 'number' | 'mark';
  /** The end without a possessive or contracted ending: "Maya's" ends after "Maya". Equal to `end` for most tokens. */
  coreEnd: number;
  /** `nameKey` of the core of a word; the character itself for a mark; the digits of a number. */
  key: string;
  shape: Shape;
  /** The first word of its sentence or line. */
  first: boolean;
  /** Index into `sentences`. */
  sentence: number;
}

export interface TextDocument {
  text: string;
  tokens: Token[];
  /** Lines without their ends. */
  lines: Span[];
  /** Sentences in order; none crosses a line end. They hold every token. */
  sentences: (Span & { firstToken: number; endToken: number })[];
}

/** Words keep inner apostrophes and hyphens; with the u flag a surrogate pair is one character and never split. */
const TOKEN =
  /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’ʼʻ\u2010\u2011-][\p{L}\p{M}\p{N}]+)*|\p{N}+|[\r\n\u2028\u2029]|[^\s]/gu;
const ENDING = /['’ʼ](?:s|ll|d|re|ve|m)$/i;
const ASCII_WORD = /^[A-Za-z]+$/;
const WORD_START = /[\p{L}\p{M}]/uy;
const NUMBER_START = /\p{N}/uy;
/** A full stop after these does not end a sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof sr jr st vs etc eg ie no mt ft gov sen rep rev dept approx apt ave'.split(' '),
);

const isLineEnd = (code: number): boolean =>
  code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
/** One of . ? ! and … */
const isSentenceEnd = (code: number): boolean =>
  code === 0x2e || code === 0x3f || code === 0x21 || code === 0x2026;

function kindAt(text: string, start: number, code: number): Token['kind'] {
  if (code < 128) {
    const letter = code | 32;
    return letter >= 97 && letter <= 122 ? 'word' : code >= 48 && code <= 57 ? 'number' : 'mark';
  }
  WORD_START.lastIndex = start;
  if (WORD_START.test(text)) return 'word';
  NUMBER_START.lastIndex = start;
  return NUMBER_START.test(text) ? 'number' : 'mark';
}

/** The shape of a word of letters from a to z. */
function shapeOfAscii(core: string, lower: string): Shape {
  if (core === lower || core.charCodeAt(0) >= 97) return 'lower';
  if (core.length === 1) return 'initial';
  return core === core.toUpperCase() ? 'upper' : 'capital';
}

function shapeOf(core: string): Shape {
  const lower = core.toLowerCase();
  const upper = core.toUpperCase();
  if (lower === upper) return 'none';
  if (core === lower) return 'lower';
  if (core === upper) return [...core.normalize('NFC')].length === 1 ? 'initial' : 'upper';
  const first = String.fromCodePoint(core.codePointAt(0)!);
  return first !== first.toLowerCase() ? 'capital' : 'lower';
}

function wordToken(text: string, start: number, end: number, sentence: number): Token {
  let core = text.slice(start, end);
  let ascii = ASCII_WORD.test(core);
  const ending = ascii ? null : ENDING.exec(core);
  if (ending) {
    core = core.slice(0, ending.index);
    ascii = ASCII_WORD.test(core);
  }
  const lower = ascii ? core.toLowerCase() : '';
  return {
    start,
    end,
    kind: 'word',
    coreEnd: start + core.length,
    key: ascii ? lower : nameKey(core),
    shape: ascii ? shapeOfAscii(core, lower) : shapeOf(core),
    first: false,
    sentence,
  };
}

/** Reads a text once. Any string is fine, lone surrogates too; the empty string gives no tokens. Linear in its length. */
export function createDocument(text: string): TextDocument {
  const tokens: Token[] = [];
  const lines: Span[] = [];
  const sentences: TextDocument['sentences'] = [];
  let lineStart = 0;
  let firstToken = 0;
  let sawWord = false;
  let ended = false;

  const closeSentence = () => {
    if (tokens.length > firstToken) {
      sentences.push({
        start: tokens[firstToken]!.start,
        end: tokens.at(-1)!.end,
        firstToken,
        endToken: tokens.length,
      });
    }
    firstToken = tokens.length;
    sawWord = false;
    ended = false;
  };

  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [found] = match;
    const start = match.index;
    const end = start + found.length;
    const code = found.codePointAt(0)!;
    if (isLineEnd(code)) {
      closeSentence();
      // CR LF is one line end: the LF finds a line that would start after the CR.
      if (!(found === '\n' && text[start - 1] === '\r')) lines.push({ start: lineStart, end: start });
      lineStart = end;
      continue;
    }
    const previous = tokens.at(-1);
    if (ended && previous && start > previous.end) closeSentence();
    const kind = kindAt(text, start, code);
    if (kind === 'word') {
      const token = wordToken(text, start, end, sentences.length);
      token.first = !sawWord;
      sawWord = true;
      ended = false;
      tokens.push(token);
      continue;
    }
    if (kind === 'mark' && isSentenceEnd(code)) {
      const abbreviated =
        code === 0x2e &&
        previous !== undefined &&
        previous.end === start &&
        (previous.shape === 'initial' || ABBREVIATIONS.has(previous.key));
      ended = !abbreviated;
    }
    tokens.push({
      start,
      end,
      kind,
      coreEnd: end,
      key: found,
      shape: 'none',
      first: false,
      sentence: sentences.length,
    });
  }
  closeSentence();
  lines.push({ start: lineStart, end: text.length });
  return { text, tokens, lines, sentences };
}
