/**
 * What the teacher has chosen about what stands in a composer, so that it is not asked about again when it is sent. Only for
 * the draft at hand: it is forgotten when that has left. What is remembered longer is in choices.ts. Pure.
 */

const SPACE = /[\s\u200b\ufeff]+/g;
const fold = (text: string) => text.replace(SPACE, ' ').trim();
/** Editors turn white space into structure of their own. */
const letters = (text: string) => text.replace(SPACE, '');
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

export class Chosen<Composer extends object> {
  private texts = new WeakMap<Composer, string[]>();
  private letBy = new WeakMap<Composer, string>();

  /** A text that goes into a composer, or stays there, as the teacher has chosen. */
  add(composer: Composer, text: string): void {
    this.texts.set(composer, [...(this.texts.get(composer) ?? []), fold(text)]);
  }

  /** Whether something in a composer was chosen about: it stands, line by line and as whole words, in what was. */
  has(composer: Composer, part: string): boolean {
    const texts = this.texts.get(composer) ?? [];
    const lines = part.split('\n').map(fold);
    return texts.length > 0 && lines.every((line) => texts.some((text) => hasWords(text, line)));
  }

  /** Lets just this text go out of a composer, whatever stands in it. */
  letOut(composer: Composer, text: string): void {
    this.letBy.set(composer, letters(text));
  }

  isLetOut(composer: Composer, text: string): boolean {
    return this.letBy.get(composer) === letters(text);
  }

  /** Whether anything is known of a composer's draft. */
  knows(composer: Composer): boolean {
    return this.texts.has(composer) || this.letBy.has(composer);
  }

  /** The draft has left. */
  forget(composer: Composer): void {
    this.texts.delete(composer);
    this.letBy.delete(composer);
  }

  forgetAll(): void {
    this.texts = new WeakMap();
    this.letBy = new WeakMap();
  }
}

function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const joins = (a: string | undefined, b: string | undefined) => isWord(a) && isWord(b);
    if (!joins(text[at - 1], words[0]) && !joins(words.at(-1), text[at + words.length])) return true;
  }
  return false;
}
