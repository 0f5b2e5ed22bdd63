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
const LINE_END = /^[\r\n\u2028\u2029]$/;
const SENTENCE_END = /^[.?!…]$/;
/** A full stop after these does not end a sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof sr jr st vs etc eg ie no mt ft gov sen rep rev dept approx apt ave'.split(' '),
);

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
  const ending = ENDING.exec(core);
  if (ending) core = core.slice(0, ending.index);
  return {
    start,
    end,
    kind: 'word',
    coreEnd: start + core.length,
    key: ASCII_WORD.test(core) ? core.toLowerCase() : nameKey(core),
    shape: shapeOf(core),
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

  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    if (LINE_END.test(match[0])) {
      closeSentence();
      // CR LF is one line end: the LF finds a line that would start after the CR.
      if (!(match[0] === '\n' && text[start - 1] === '\r')) lines.push({ start: lineStart, end: start });
      lineStart = end;
      continue;
    }
    const previous = tokens.at(-1);
    if (ended && previous && start > previous.end) closeSentence();
    const code = match[0].codePointAt(0)!;
    if (/^[\p{L}\p{M}]/u.test(match[0])) {
      const token = wordToken(text, start, end, sentences.length);
      token.first = !sawWord;
      sawWord = true;
      ended = false;
      tokens.push(token);
      continue;
    }
    const kind = /^\p{N}/u.test(match[0]) ? 'number' : 'mark';
    if (kind === 'mark' && SENTENCE_END.test(match[0])) {
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
      key: match[0],
      shape: 'none',
      first: false,
      sentence: sentences.length,
    });
  }
  closeSentence();
  lines.push({ start: lineStart, end: text.length });
  return { text, tokens, lines, sentences };
}
