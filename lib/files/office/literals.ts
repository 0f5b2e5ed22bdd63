const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Shorter ones are in too many other words' company: "Al", "12". */
const LENGTH_MIN = 3;

/** The exact words that give way in a copy, with what comes in their place: for where they stand outside of the text. */
export class Literals {
  /** By their first word; longer ones first. */
  readonly #byFirst = new Map<string, { literal: string; surrogate: string }[]>();

  add(words: string, surrogate: string): void {
    const first = words.search(/[\p{L}\p{N}]/u);
    const literal = words.slice(first).replace(/[^\p{L}\p{M}\p{N}]+$/u, '');
    if (first < 0 || /[\t\n]/.test(literal)) return;
    if (literal.replace(/[^\p{L}\p{N}]/gu, '').length < LENGTH_MIN) return;
    const [key = ''] = literal.match(WORD) ?? [];
    const others = this.#byFirst.get(key) ?? [];
    if (others.some((other) => other.literal === literal)) return;
    others.push({ literal, surrogate });
    others.sort((a, b) => b.literal.length - a.literal.length);
    this.#byFirst.set(key, others);
  }

  *#found(text: string): Generator<{ at: number; literal: string; surrogate: string }> {
    let from = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (index < from) continue;
      for (const { literal, surrogate } of this.#byFirst.get(word) ?? []) {
        const end = index + literal.length;
        if (!text.startsWith(literal, index) || /^[\p{L}\p{M}\p{N}]/u.test(text.slice(end, end + 2)))
          continue;
        yield { at: index, literal, surrogate };
        from = end;
        break;
      }
    }
  }

  isIn(text: string): boolean {
    return !this.#found(text).next().done;
  }

  /** How often each literal stands in a text, as a whole word. */
  countsIn(text: string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { literal } of this.#found(text)) counts.set(literal, (counts.get(literal) ?? 0) + 1);
    return counts;
  }

  /** The text with all of them replaced. */
  replacedIn(text: string): string {
    let at = 0;
    let out = '';
    for (const { at: start, literal, surrogate } of this.#found(text)) {
      out += text.slice(at, start) + surrogate;
      at = start + literal.length;
    }
    return out + text.slice(at);
  }
}
