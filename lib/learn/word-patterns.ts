/**
 * The notation of curriculum/bias.json, for people who know no regular expressions: words as they are written, and
 * `a|b` one of these; `( )?` may be missing; `{list}` any of a list; `_` any word; ` ... ` some words of the same
 * sentence; `~` up to four words before the next; `word*` any ending. A space is any gap, a hyphen a hyphen, a gap or
 * nothing. Whole words only, in any case, with or without accents.
 */

/** What else a list may be: not words, but forms. */
const FORMS: Record<string, string> = {
  // Where a request begins: at the start, after a mark, or after a word such as "please".
  go: String.raw`(?:(?<=^[^a-z§]{0,9}|[,;:–—-]\s*)|(?:{asks})\s+)`,
  // A name, or what a student without one is called ("[Student 1]", "kid B"): masked before a text is looked through.
  name: '§[§ ]*',
  // A noun for a student, alone or with the words before it: masked too, since it stands in most patterns.
  student: '[¶¤]+',
  // One without a word such as "my" or "a".
  students: '¤+',
};
/** Before and behind a word. */
const FROM = '(?<![a-z0-9])';
const TO = '(?![a-z0-9])';
const GAP = String.raw`${TO}(?:[^.?!\n]|\.(?=\d)){1,70}?${FROM}`;
const FEW = String.raw`(?:(?!(?:for|on|to|about|that|who|with|in|by|from|whether|if|para|sobre|por|con|que)\s)[^\s.?!,;:]+\s+){0,4}?`;

const PLAIN: Record<string, string> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '§': ' ',
  '¶': ' ',
  '¤': ' ',
};

/** A text in lower case, with plain quotes and without accents, each character where it was. */
export function folded(text: string): string {
  return text.replace(/[^\n\r\t -@[-~]/g, (char) => {
    const plain = PLAIN[char] ?? char.normalize('NFD')[0]!.toLowerCase();
    return plain.length === 1 ? plain : char;
  });
}

/**
 * A pattern as the source of a regular expression for a folded text, without the borders of its words.
 * @param lists what `{name}` stands for: patterns themselves
 */
export function sourceOf(pattern: string, lists: Record<string, string[]>): string {
  return folded(pattern)
    .trim()
    .replace(/(?<=[a-z])\*/g, "[a-z']*")
    .replace(/(?<=[a-z])-(?=[a-z])(?![^[]*\])/g, String.raw`[-\s]?`)
    .replace(/(?<!\\)\((?!\?)/g, '(?:')
    .replaceAll('{go} ', '{go}')
    .replaceAll(' ... ', GAP)
    .replaceAll('~', FEW)
    .replaceAll('_', String.raw`[^\s.?!,;:]+`)
    .replaceAll(' ', String.raw`\s+`)
    .replace(/\{([a-z]+)\}/g, (_, name: string) => {
      const form = FORMS[name];
      if (form !== undefined) return `(?:${form.replace('{asks}', () => sourceOf('{asks}', lists))})`;
      const list = lists[name];
      if (!list) throw new Error(`There is no list ${name}.`);
      return `(?:${list.map((one) => sourceOf(one, lists)).join('|')})`;
    });
}

/** The source for whole words that fit a source. */
export function wordOf(source: string): string {
  return `${FROM}(?:${source})${TO}`;
}
