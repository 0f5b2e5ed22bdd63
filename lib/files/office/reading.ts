import type { FilePart, Swap } from '../file.ts';
import type { Copy } from './package.ts';
import { type Local, SameWords, type Words } from './words.ts';

interface Shown {
  start: number;
  end: number;
  words: Words;
}

/** A change: the words of a span give way to others. Of the whole text; in order, not empty, without overlap. */
interface Stretch {
  start: number;
  end: number;
  surrogate: string;
}

/** Line ends and tabs of a stretch of words would break the line or row that it is shown in; each becomes one space. */
const flat = (text: string) => text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ');

/** A text in the making that knows where its words come from. */
export class Reading {
  #pieces: string[] = [];
  #length = 0;
  readonly #shown: Shown[] = [];

  get length(): number {
    return this.#length;
  }

  get text(): string {
    // Joined once and kept: it is asked for again and again.
    if (this.#pieces.length > 1) this.#pieces = [this.#pieces.join('')];
    return this.#pieces[0] ?? '';
  }

  /** Adds what stands nowhere in the file as words: line ends, tabs, what is emptied in any copy. */
  say(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }

  /** Adds words and says where they stand; without a place it is `say`. */
  show(text: string, words: Words | undefined): void {
    if (words) this.showLines(flat(text), words);
    else this.say(text);
  }

  /** The same with line ends and tabs that count. */
  showLines(text: string, words: Words): void {
    if (text === '') return;
    this.#shown.push({ start: this.#length, end: this.#length + text.length, words });
    this.say(text);
  }

  /** Adds a line that stands nowhere in the file as words. */
  line(text: string): void {
    this.say(`${flat(text)}\n`);
  }

  append(other: Reading): void {
    for (const { start, end, words } of other.#shown) {
      this.#shown.push({ start: start + this.#length, end: end + this.#length, words });
    }
    this.say(other.text);
  }

  /**
   * Takes another reading as a second place of the same words. In: one of the same text in the same stretches. Out: whether
   * it is that; else nothing has changed.
   */
  join(other: Reading): boolean {
    const theirs = other.#shown;
    const same =
      this.text === other.text &&
      this.#shown.length === theirs.length &&
      this.#shown.every(({ start, end }, i) => start === theirs[i]!.start && end === theirs[i]!.end);
    if (!same) return false;
    for (const [i, one] of this.#shown.entries()) one.words = new SameWords([one.words, theirs[i]!.words]);
    return true;
  }

  /** Makes changes in a copy. The surrogate goes where the span begins; what of the span stands elsewhere is taken out. */
  swap(stretches: Stretch[], copy: Copy): void {
    const changes = new Map<Words, Local[]>();
    let first = 0;
    for (const { start, end, surrogate } of stretches) {
      while (first < this.#shown.length && this.#shown[first]!.end <= start) first++;
      let put = false;
      for (let i = first; i < this.#shown.length && this.#shown[i]!.start < end; i++) {
        const one = this.#shown[i]!;
        const puts: boolean = !put && one.words.holds;
        const local = {
          start: Math.max(start, one.start) - one.start,
          end: Math.min(end, one.end) - one.start,
          surrogate: puts ? surrogate : '',
        };
        put ||= puts;
        const others = changes.get(one.words);
        if (others) others.push(local);
        else changes.set(one.words, [local]);
      }
    }
    for (const [words, locals] of changes) words.swap(joined(locals), copy);
  }
}

/** Overlapping changes as one, with the surrogate of the first: the same words may be shown twice. */
function joined(locals: Local[]): Local[] {
  const apart: Local[] = [];
  for (const local of locals.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1);
    if (last && local.start < last.end) {
      last.end = Math.max(last.end, local.end);
      last.surrogate ||= local.surrogate;
    } else apart.push({ ...local });
  }
  return apart;
}

/** Swaps as stretches: in order, without empty ones, overlapping ones as one. Throws RangeError for a span outside the text. */
export function stretchesOf(swaps: Swap[], length: number): Stretch[] {
  const stretches = swaps
    .filter(({ span }) => span.start !== span.end)
    .map(({ span, surrogate }) => ({ ...span, surrogate }));
  if (stretches.some(({ start, end }) => !(start >= 0 && start < end && end <= length))) {
    throw new RangeError('span outside the text');
  }
  return joined(stretches);
}

/** A part of the text before it has its place in it. */
export interface Section extends Omit<FilePart, 'start' | 'end'> {
  reading: Reading;
}

/** The whole text of sections, those without words left out. */
export function assembled(sections: Section[]): { reading: Reading; parts: FilePart[] } {
  const reading = new Reading();
  const parts: FilePart[] = [];
  for (const { kind, name, hidden, reading: own } of sections) {
    if (own.text.trim() === '') continue;
    const start = reading.length;
    reading.append(own);
    if (!own.text.endsWith('\n')) reading.say('\n');
    parts.push({ kind, name, hidden, start, end: reading.length });
  }
  return { reading, parts };
}
