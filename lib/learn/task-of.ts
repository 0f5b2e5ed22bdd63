/**
 * Tells what a draft asks an AI for. It would rather say nothing than something wrong: an offer that does not fit is one
 * that nobody reads the next time.
 */
import { wordsOf } from './fold.ts';
import type { PromptLibrary, PromptTask } from './prompt.ts';

/** One asks at the start of a draft or at its end; what lies between is what was pasted. In UTF-16 units. */
const START = 1500;
const END = 600;
/** How many words may stand between the asking and what is asked for: "write a short, warm, two-paragraph …". */
const NEAR = 7;
/** How far the parts of a sign may stand from each other: "a note for the grandmother". In words. */
const TOGETHER = 10;

/** A word, or the start of one. */
interface Word {
  text: string;
  start: boolean;
}
/** Words in a row. */
type Phrase = Word[];

/**
 * The task of a draft. In: the draft, and the library with the signs of its language. Out: the task that all sentences
 * agree on which ask for one; null where none does, where two differ, or where the sentence asks for something else first.
 *
 * How a sign is read: `+` joins what must all stand in the sentence, `|` parts what may stand for each other, and a word
 * that ends with `*` stands for all that begin so: `email*|note + parent|mom`. The sentence must ask, the sign stands behind
 * the word that does so, and its first part is one of the next few words.
 */
export function taskOf(text: string, library: PromptLibrary): PromptTask | null {
  const asks = library.asks.map(phrase);
  const others = library.others.map(phrase);
  const tasks = library.tasks.map((task) => ({
    task,
    signs: task.signs.map((sign) => sign.split('+').map((part) => part.split('|').map(phrase))),
    unless: task.unless.map(phrase),
  }));
  const found = new Set<PromptTask>();
  for (const sentence of sentencesOf(text)) {
    const clauses = sentence.split(/[,–—(]|\s-\s/).map(wordsOf);
    const words = clauses.flat();
    const asked = askedFrom(clauses, words, asks);
    if (asked === null) continue;
    const isClear = ({ unless }: (typeof tasks)[number]) =>
      unless.every((one) => placeOf(words, one, asked) < 0);
    const places = tasks
      .filter(isClear)
      .map(({ task, signs }) => ({
        task,
        place: Math.min(...signs.map((sign) => placeOfSign(words, sign, asked))),
      }))
      .filter(({ place }) => place <= asked + NEAR)
      .sort((a, b) => a.place - b.place);
    const [first, second] = places;
    if (!first || second?.place === first.place) continue;
    const other = others.some((one) => {
      const place = placeOf(words, one, asked);
      return place >= 0 && place < first.place;
    });
    if (!other) found.add(first.task);
  }
  const [only] = found;
  return found.size === 1 && only ? only : null;
}

function sentencesOf(text: string): string[] {
  const parts = text.length > START + END ? [text.slice(0, START), text.slice(-END)] : [text];
  return parts.flatMap((part) => part.split(/[.!?…;:"“”¿¡\n\r]+/)).filter((part) => part.trim() !== '');
}

function phrase(text: string): Phrase {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => ({ text: wordsOf(word).join(''), start: word.endsWith('*') }));
}

/**
 * Where a sentence begins to ask: with a word that does so at the start of one of its parts, or with two or more such
 * words anywhere. Out: the place of that word; null where it asks for nothing.
 */
function askedFrom(clauses: string[][], words: string[], asks: Phrase[]): number | null {
  const starts = new Set<number>();
  let place = 0;
  for (const clause of clauses) {
    starts.add(place + clause.findIndex((word) => !LEADING.has(word)));
    place += clause.length;
  }
  for (let at = 0; at < words.length; at++) {
    if (asks.some((ask) => (ask.length > 1 || starts.has(at)) && standsAt(words, ask, at))) return at;
  }
  return null;
}

/** What may stand before the word that asks, in both languages. */
const LEADING = new Set(
  'please pls plz hi hey hello ok okay so now then also and but just kindly hola oye por favor porfa y pero ahora tambien solo'.split(
    ' ',
  ),
);

/** Where the first part of a sign stands, from a place on; Infinity where one is missing or far from the others. */
function placeOfSign(words: string[], sign: Phrase[][], from: number): number {
  const places = sign.map((part) =>
    Math.min(...part.map((one) => placeOf(words, one, from)).map((place) => (place < 0 ? Infinity : place))),
  );
  const first = Math.min(...places);
  return Math.max(...places) <= first + TOGETHER ? first : Infinity;
}

/** Where a phrase stands first, from a place on; -1 where it does not. */
function placeOf(words: string[], one: Phrase, from: number): number {
  for (let at = from; at < words.length; at++) if (standsAt(words, one, at)) return at;
  return -1;
}

function standsAt(words: string[], one: Phrase, at: number): boolean {
  return one.every(({ text, start }, i) => {
    const word = words[at + i];
    return start ? word?.startsWith(text) === true : word === text;
  });
}
