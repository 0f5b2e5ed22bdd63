/**
 * A text that was read out of a source, and the way back: which stretch of the source each stretch of the text is from,
 * and how other words are written there. Sources may lie in each other (HTML in quoted-printable in a mail): the edits of
 * the inner one are cuts of the outer one.
 */
import type { PartKind, Swap, Unread } from './file.ts';

/** A span of a text that gives way to words. Cuts that are parts of one swap share the label: who writes it empties it. */
export interface Cut {
  start: number;
  end: number;
  label: { words: string };
}

/** What stands between two offsets of a source gives way to words. Edits do not overlap. */
export interface Edit {
  from: number;
  to: number;
  words: string;
}

/** A stretch of a text. Empty ones are allowed. */
export type Piece =
  /** Not from the source, or a mark in it that has to stay: what it separates is swapped, itself never. */
  | { text: string }
  /** As it stands in the source. `write`: words as they are written there. */
  | { text: string; from: number; write(words: string): string }
  /** Written in another way in the source, and only as a whole. `rebuild`: a new text as it is written there. */
  | { text: string; from: number; to: number; rebuild(text: string): string };

/** A part of a text, and its way back. The text is not empty and ends with a line end. */
export interface Section {
  kind: PartKind;
  name: string;
  hidden: boolean;
  text: string;
  /** @param cuts of this text, in order */
  edits(cuts: Cut[]): Edit[];
}

/** What was read of a source, or of one stretch of it. */
export interface Reading {
  sections: Section[];
  unread: Unread[];
  /** Changes that every copy has: properties emptied, and the words that were swapped taken out of what is not read. */
  besides?(sweep: Sweep): Edit[];
  /** What the sections are of lies in the source in other writing: of each layer, from the innermost one, its pieces. */
  layers?: Iterable<Piece>[];
  /** Where in the source the outermost layer begins. */
  at?: number;
}

/**
 * Finds the words that are swapped in a stretch of a source that is not read, letter for letter and as whole words: nobody
 * has looked at it, so nothing else can be found there.
 */
export type Sweep = (source: string, from: number, to: number, write: (words: string) => string) => Edit[];

/** Words as they are. */
export const plain = (words: string): string => words;

/**
 * Swaps as cuts in order: those that overlap are one, under the label of the first, as `redact` in lib/redact does it.
 * @param length of the text
 * @throws RangeError where a span is not within the text
 */
export function cutsOf(swaps: readonly Swap[], length: number): Cut[] {
  const cuts: Cut[] = [];
  const inOrder = swaps
    .filter(({ span }) => span.start !== span.end)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const { span, surrogate } of inOrder) {
    if (!(span.start >= 0 && span.start < span.end && span.end <= length))
      throw new RangeError('span outside the text');
    const last = cuts.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else cuts.push({ start: span.start, end: span.end, label: { words: surrogate } });
  }
  return cuts;
}

/** The cuts that touch `start` to `end`, by offsets from `start`; they may begin before it and end behind. */
export function cutsWithin(cuts: readonly Cut[], start: number, end: number): Cut[] {
  return cuts
    .filter((cut) => cut.start < end && cut.end > start)
    .map((cut) => ({ start: cut.start - start, end: cut.end - start, label: cut.label }));
}

/**
 * What cuts do to a source.
 * @param pieces of the text, in its order
 * @param cuts of the text, in order, not overlapping
 */
export function editsOf(pieces: Iterable<Piece>, cuts: readonly Cut[]): Edit[] {
  const edits: Edit[] = [];
  let next = 0;
  let at = 0;
  for (const piece of pieces) {
    const start = at;
    at += piece.text.length;
    while (next < cuts.length && cuts[next]!.end <= start) next++;
    if (next === cuts.length) break;
    if (!('from' in piece) || cuts[next]!.start >= at) continue;
    let rebuilt = '';
    let kept = 0;
    for (let i = next; i < cuts.length && cuts[i]!.start < at; i++) {
      const { label } = cuts[i]!;
      const a = Math.max(cuts[i]!.start - start, 0);
      const b = Math.min(cuts[i]!.end - start, piece.text.length);
      if ('write' in piece) {
        edits.push({
          from: piece.from + a,
          to: piece.from + b,
          words: label.words && piece.write(label.words),
        });
      }
      rebuilt += piece.text.slice(kept, a) + label.words;
      kept = b;
      label.words = '';
    }
    if ('rebuild' in piece) {
      edits.push({ from: piece.from, to: piece.to, words: piece.rebuild(rebuilt + piece.text.slice(kept)) });
    }
  }
  return edits;
}

/** A source with edits made, which may come in any order. */
export function edited(source: string, edits: readonly Edit[]): string {
  const out: string[] = [];
  let at = 0;
  for (const { from, to, words } of [...edits].sort((a, b) => a.from - b.from)) {
    out.push(source.slice(at, from), words);
    at = to;
  }
  out.push(source.slice(at));
  return out.join('');
}

/** The text of a section: all pieces, and a line end where they have none. */
function textOf(pieces: Iterable<Piece>): string {
  const texts: string[] = [];
  for (const { text } of pieces) texts.push(text);
  const text = texts.join('');
  return /[\r\n]$/.test(text) ? text : `${text}\n`;
}

/** A section of pieces; undefined where they hold no words. */
export function section(kind: PartKind, pieces: Iterable<Piece>, hidden = false): Section | undefined {
  const text = textOf(pieces);
  if (text.trim() === '') return undefined;
  return { kind, name: '', hidden, text, edits: (cuts) => editsOf(pieces, cuts) };
}

/**
 * What cuts do to a source.
 * @param readings of stretches that do not overlap
 * @param cuts of the texts of all their sections, one behind the other
 */
export function editsOfReadings(readings: readonly Reading[], cuts: readonly Cut[], sweep: Sweep): Edit[] {
  let at = 0;
  return readings.flatMap(({ sections, besides, layers = [], at: start = 0 }) => {
    let edits = sections.flatMap(({ text, edits }) => {
      at += text.length;
      return edits(cutsWithin(cuts, at - text.length, at));
    });
    edits = edits.concat(besides?.(sweep) ?? []);
    for (const pieces of layers) {
      const cuts = edits.map(({ from, to, words }) => ({ start: from, end: to, label: { words } }));
      edits = editsOf(
        pieces,
        cuts.sort((a, b) => a.start - b.start),
      );
    }
    return edits.map(({ from, to, words }) => ({ from: from + start, to: to + start, words }));
  });
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Finds whole words, letter for letter. Of a full name and its first half the full one. */
function patternOf(words: Iterable<string>): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** Shorter words are too often a part of something else than a name. */
const SWEPT_MIN = 3;

/** @param text with its cuts, whose labels are not yet written */
export function sweepFor(text: string, cuts: readonly Cut[]): Sweep {
  const labels = new Map<string, string>();
  for (const { start, end, label } of cuts) {
    const original = text.slice(start, end);
    if (original.length >= SWEPT_MIN && !labels.has(original)) labels.set(original, label.words);
  }
  if (labels.size === 0) return () => [];
  const pattern = patternOf(labels.keys());
  return (source, from, to, write) =>
    Array.from(source.slice(from, to).matchAll(pattern), ({ 0: found, index }) => ({
      from: from + index,
      to: from + index + found.length,
      words: write(labels.get(found)!),
    }));
}

/** Spaces and marks may be written in other ways. */
const SAYS_SOMETHING = /[\p{L}\p{N}]{2}/u;

/**
 * Whether each word that was swapped stands in a copy no more often than it should: a mention that was not swapped may stay.
 * @param cuts as they were before their labels were written
 * @param copy its text, read again
 */
export function isGone(text: string, cuts: readonly Cut[], copy: string): boolean {
  const originals = new Set(
    cuts.map(({ start, end }) => text.slice(start, end)).filter((one) => SAYS_SOMETHING.test(one)),
  );
  if (originals.size === 0) return true;
  const pattern = patternOf(originals);
  const times = new Map<string, number>();
  const swapped = edited(
    text,
    cuts.map(({ start, end, label }) => ({ from: start, to: end, words: label.words })),
  );
  for (const [found] of swapped.matchAll(pattern)) times.set(found, (times.get(found) ?? 0) + 1);
  for (const [found] of copy.matchAll(pattern)) {
    const left = (times.get(found) ?? 0) - 1;
    if (left < 0) return false;
    times.set(found, left);
  }
  return true;
}
