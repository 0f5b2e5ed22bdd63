import type { Alias } from './alias.ts';
import type { Found } from './found.ts';
import { isLabelOpen, type LabelTable, labelAt, labelKey, labelStart } from './label-at.ts';
import { anyOf, escaped, foldWord, readLabelWord } from './labels.ts';
import { NAME_REACH, type NameTable, nameAt, nameTable } from './name-at.ts';
import type { Mention } from './redact.ts';

/**
 * Undoes a redaction to the code unit. In: the redacted text, unchanged, and its mentions. Out: the first text.
 * Throws RangeError where a mention is not within the text or overlaps another: then it is not that text.
 */
export function restoreExact(text: string, mentions: Mention[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const m of [...mentions].sort((a, b) => a.start - b.start)) {
    if (!(m.start >= from && m.end >= m.start && m.end <= text.length)) {
      throw new RangeError('mention outside the text');
    }
    pieces.push(text.slice(from, m.start), m.original);
    from = m.end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** An answer, or a part of one, with the originals back in it. */
export interface Restored {
  text: string;
  /** Where originals stand now: offsets in the whole restored answer, UTF-16 code units, end-exclusive. */
  mentions: { start: number; end: number; surrogate: string }[];
  /** How many originals were put in. */
  restored: number;
  /** The labels, as they would be written, that nobody is known by, each once. */
  unknown: string[];
}

/**
 * Puts originals back into an answer, in one pass: what was put in is not searched again. In: any text, the known
 * aliases. A label is known however an AI has written it (`label-at.ts`), a stand-in by its certain parts
 * (`name-at.ts`); what is not certain stays as it is. A label that two originals claim is unknown, unless one is the
 * fuller form of the other ("Maya" and "Maya Lopez"): then the fuller one is taken.
 */
export function restoreAliases(text: string, aliases: Alias[]): Restored {
  const stream = restoreStream(aliases);
  const [first, rest] = [stream.push(text), stream.end()];
  return {
    text: first.text + rest.text,
    mentions: [...first.mentions, ...rest.mentions],
    restored: first.restored + rest.restored,
    unknown: [...new Set([...first.unknown, ...rest.unknown])],
  };
}

/** A stretch of an answer that gives way to originals: offsets in the answer as it came, UTF-16 code units, end-exclusive. */
export interface BackEdit {
  span: { start: number; end: number };
  /** All that comes in its place, with what stands between two originals. */
  words: string;
}

/** What `restoreAliases` does to an answer, edit by edit in its order, for whoever keeps its layout. */
export function editsBack(
  text: string,
  aliases: Alias[],
): { edits: BackEdit[]; restored: number; unknown: string[] } {
  const edits: BackEdit[] = [];
  const stream = restoreStream(aliases, (edit) => edits.push(edit));
  const [first, rest] = [stream.push(text), stream.end()];
  return {
    edits,
    restored: first.restored + rest.restored,
    unknown: [...new Set([...first.unknown, ...rest.unknown])],
  };
}

/** Takes an answer in chunks and gives out as much as no later chunk can change. */
export interface RestoreStream {
  /** What has become certain with one more chunk. Its unknown labels may have been named before. */
  push(chunk: string): Restored;
  /** The rest. Nothing may be pushed after it. */
  end(): Restored;
}

/** How much of what has been given out is kept, since what stands before a label has a say. */
const KEPT = 64;

/**
 * Restores an answer that comes in chunks: all that is given out together is what `restoreAliases` makes of the whole.
 * @param tell is called with each edit
 */
export function restoreStream(aliases: Alias[], tell?: (edit: BackEdit) => void): RestoreStream {
  const { labels, names, literals, start, longest } = tablesOf(aliases);
  /** Longer than where anything begins, so that a beginning is never cut. */
  const edge = longest + 8;
  let text = '';
  let at = 0;
  let given = 0;
  /** How much of the answer was let go by now. */
  let gone = 0;

  const foundAt = (match: RegExpExecArray): Found | null => {
    const { word, name, literal } = match.groups!;
    if (word !== undefined) return labelAt(text, match, labels);
    if (name !== undefined) return nameAt(text, match.index, names);
    const known = literals.get(fold(literal!));
    if (!known) return null;
    const pieces = [{ text: known.original, surrogate: known.surrogate }];
    return { start: match.index, end: match.index + match[0].length, pieces, unknown: [] };
  };

  /** Whether what begins with a match can come out otherwise when more follows. */
  const isOpen = (match: RegExpExecArray): boolean =>
    match.groups!.word === undefined
      ? text.length - match.index - match[0].length < NAME_REACH
      : isLabelOpen(text, match);

  const run = (isEnd: boolean): Restored => {
    const pieces: string[] = [];
    const out: Restored = { text: '', mentions: [], restored: 0, unknown: [] };
    const add = (piece: string) => {
      pieces.push(piece);
      given += piece.length;
    };
    let stop = isEnd ? text.length : Math.max(at, text.length - edge);
    let from = at;
    while (from <= stop) {
      start.lastIndex = from;
      const match = start.exec(text);
      if (!match || match.index >= stop) break;
      if (!isEnd && isOpen(match)) {
        stop = match.index;
        break;
      }
      const found = foundAt(match);
      if (!found) {
        from = match.index + 1;
        continue;
      }
      add(text.slice(at, found.start));
      if (tell && found.pieces.some(({ surrogate }) => surrogate !== undefined)) {
        const span = { start: gone + found.start, end: gone + found.end };
        tell({ span, words: found.pieces.map(({ text }) => text).join('') });
      }
      for (const { text: piece, surrogate } of found.pieces) {
        if (surrogate !== undefined) {
          out.mentions.push({ start: given, end: given + piece.length, surrogate });
          out.restored++;
        }
        add(piece);
      }
      out.unknown.push(...found.unknown);
      at = found.end;
      from = found.end;
    }
    // Not between the two halves of a character.
    if (!isEnd && /[\ud800-\udbff]/.test(text[stop - 1] ?? '')) stop--;
    if (stop > at) {
      add(text.slice(at, stop));
      at = stop;
    }
    const cut = Math.max(0, at - KEPT);
    text = text.slice(cut);
    gone += cut;
    at -= cut;
    return { ...out, text: pieces.join(''), unknown: [...new Set(out.unknown)] };
  };

  return {
    push: (chunk) => {
      text += chunk;
      return run(false);
    },
    end: () => run(true),
  };
}

interface Tables {
  labels: LabelTable;
  names: NameTable;
  /** Surrogates that count only as they are written, but for case. */
  literals: Map<string, { surrogate: string; original: string }>;
  /** Where anything begins. */
  start: RegExp;
  /** How long a beginning is at the most. */
  longest: number;
}

const fold = (text: string) => text.normalize('NFC').toLowerCase();

function tablesOf(aliases: Alias[]): Tables {
  const originals = new Map<string, { surrogate: string; original: string | null; category: string }>();
  for (const { surrogate, original, category } of aliases) {
    const [word, number] = splitLabel(surrogate);
    const key = word ? labelKey(word, number) : fold(surrogate);
    const known = originals.get(key);
    originals.set(key, {
      surrogate: known?.surrogate ?? surrogate,
      original: !known ? original : known.original === null ? null : fuller(known.original, original),
      category,
    });
  }
  const ownWords: string[] = [];
  const people: { surrogate: string; original: string }[] = [];
  const literals: Tables['literals'] = new Map();
  for (const [key, { surrogate, original, category }] of originals) {
    const [word] = splitLabel(surrogate);
    if (word) {
      if (!readLabelWord(word)) ownWords.push(word);
    } else if (original !== null) {
      if (category === 'person-name' && isName(surrogate)) people.push({ surrogate, original });
      else if (surrogate.startsWith('[') || AS_WRITTEN.has(category))
        literals.set(key, { surrogate, original });
    }
  }
  const real = new Set(
    aliases.flatMap(({ surrogate, original, category, whole }) => [
      ...(category === 'person-name' ? words(original) : []),
      ...(whole ? words(surrogate) : []),
    ]),
  );
  const names = nameTable(people, real);
  const written = anyOf([...literals.values()].map(({ surrogate }) => escaped(surrogate)));
  const starts = [
    ...(written
      ? [`(?<![\\p{L}\\p{M}\\p{N}._@-])(?<literal>${written})(?![\\p{L}\\p{M}\\p{N}_@-]|\\.[\\p{L}\\p{N}])`]
      : []),
    labelStart(ownWords),
    ...(names.start ? [names.start] : []),
  ];
  const lengths = [...literals.values(), ...people].map(({ surrogate }) => surrogate.length);
  return {
    labels: originals,
    names,
    literals,
    start: new RegExp(starts.join('|'), 'giu'),
    longest: Math.max(48, ...lengths, ...ownWords.map(({ length }) => length)),
  };
}

/** Of these each surrogate is one of a kind; what is only made general ("age 12") may be anybody's. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['person-name', 'email', 'username']);

/** The word and the number of a label; '' where a surrogate is none. */
function splitLabel(surrogate: string): [string, number] {
  const [, open, word = '', number = '', close] =
    /^(\[?)([^\d[\]]*[^\d\s[\]])\s+(\d{1,6})(\]?)$/.exec(surrogate) ?? [];
  const isLabel = (open && close && foldWord(word)) || (!open && !close && readLabelWord(word));
  return [isLabel ? word : '', Number(number)];
}

/** A name of which a part can stand for the whole: "Student A" and "R. L." are none. */
function isName(surrogate: string): boolean {
  return surrogate
    .split(/\s+/)
    .every((word) => /^\p{L}[\p{L}\p{M}’'-]+$/u.test(word) && !readLabelWord(word));
}

/** The one of two forms that holds all words of the other; null if neither does. */
function fuller(a: string, b: string): string | null {
  const [wordsA, wordsB] = [words(a), words(b)];
  if (wordsA.every((w) => wordsB.includes(w))) return wordsA.length === wordsB.length ? a : b;
  return wordsB.every((w) => wordsA.includes(w)) ? a : null;
}

function words(form: string): string[] {
  return form
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
}
