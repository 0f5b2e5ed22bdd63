/** The words of labels in all languages in which an answer may have them (`label-words.json`). */
import words from './label-words.json' with { type: 'json' };

export const LABEL_KINDS = [
  'Student',
  'Adult',
  'Email',
  'Phone',
  'Address',
  'ID',
  'Account',
  'Username',
  'Password',
  'Date',
  'School',
  'Link',
  'Place',
  'Detail',
] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

export const LABEL_LANGUAGES = ['en', 'es', 'fr', 'pt', 'de', 'zh', 'ko', 'vi', 'tl'] as const;
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number];

interface LanguageWords {
  words: Record<LabelKind, string[]>;
  many: Partial<Record<LabelKind, string[]>>;
  and: string[];
  to: string[];
  /** What is put between the names of a range, and before the last. */
  join: string[];
  counting: string[];
  goesOn: string[];
  count: string[];
}

/** The words of each language. */
export const LANGUAGE_WORDS: Record<LabelLanguage, LanguageWords> = words;

/** What a word of a label says. */
export interface LabelWord {
  kind: LabelKind;
  /** The first language that has the word. */
  language: LabelLanguage;
  /** It means several. */
  many: boolean;
}

/** Every word by its folded form. */
const WORDS = new Map<string, LabelWord>();
/** As they are written, each once. */
const WRITTEN = new Set<string>();
for (const language of LABEL_LANGUAGES) {
  for (const kind of LABEL_KINDS) {
    const { words: one, many } = LANGUAGE_WORDS[language];
    for (const [forms, isMany] of [
      [one[kind], false],
      [many[kind] ?? [], true],
    ] as const) {
      for (const form of forms) {
        WRITTEN.add(form);
        if (!WORDS.has(foldWord(form))) WORDS.set(foldWord(form), { kind, language, many: isMany });
      }
    }
  }
}

/** The form in which words are compared: no case, no marks, one space for all that is no letter. */
export function foldWord(word: string): string {
  return withoutMarks(word)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

/** What a word says; undefined for one that no label is written with. Case, marks and hyphens do not matter. */
export function readLabelWord(word: string): LabelWord | undefined {
  return WORDS.get(foldWord(word));
}

/** The label with this number in a language: `[Estudiante 1]`. The number is the person's in every language. */
export function labelFor(kind: LabelKind, number: number, language: LabelLanguage): string {
  return `[${LANGUAGE_WORDS[language].words[kind][0]} ${number}]`;
}

/** Reads a label as `labelFor` writes it, in any of the languages; null for any other text. */
export function readLabel(label: string): { kind: LabelKind; number: number } | null {
  const found = /^\[(\D+) (\d+)\]$/.exec(label);
  const word = found && readLabelWord(found[1]!);
  return word ? { kind: word.kind, number: Number(found[2]) } : null;
}

export const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Alternatives of a pattern, the longest first. */
export const anyOf = (parts: Iterable<string>) =>
  [...new Set(parts)].sort((a, b) => b.length - a.length).join('|');

/**
 * The pattern of any word of a label, for flags `i` and `u`. It stands alone, but in Chinese, which is written without
 * spaces. Marks may be missing, and a space in it may be a hyphen or a line break.
 * @param more further words
 */
export function labelWordPattern(more: Iterable<string> = []): string {
  const forms = [...WRITTEN, ...more].flatMap((word) => [word, word.normalize('NFD'), withoutMarks(word)]);
  const isHan = (word: string) => /\p{Script=Han}/u.test(word);
  const pattern = (list: string[]) =>
    anyOf(list.map((word) => escaped(word).replace(/[ -]/g, '[\\s_\\u2010\\u2011-]{1,3}')));
  const spaced = pattern(forms.filter((word) => !isHan(word)));
  return `(?:(?<![\\p{L}\\p{M}\\p{N}])(?:${spaced})(?![\\p{L}\\p{M}])|(?:${pattern(forms.filter(isHan))}))`;
}

/** A number of a label. */
export const NUMBER = '0{0,3}[1-9１-９][0-9０-９]{0,5}(?![0-9０-９])';
export const readNumber = (digits: string) => Number(digits.normalize('NFKC'));

const NUMBER_SIGN =
  'n\\.?\\s?[º°o]s?|nos?|n[uú]m(?:ero)?|number|numéro|nummer|nr|numero|số|thứ|blg|번호|#|＃|№';
/** What may stand between the word of a label and its number: in brackets almost anything, else what is certain. */
export const GAP = gapOf('[\\s\\u200b-\\u200f\\u2060_\\u2010-\\u2015.:*~`\\\\-]{0,8}');
export const NARROW_GAP = gapOf('[ \\t\\u00a0\\u2009\\u202f_\\u2010\\u2011*`\\\\-]{0,6}');
function gapOf(between: string): string {
  return `(?:${between}(?:&nbsp;)?(?:(?:${NUMBER_SIGN})\\.?${between})?)`;
}

const AND = anyOf(LABEL_LANGUAGES.flatMap((language) => LANGUAGE_WORDS[language].and.map(escaped)));
const TO = anyOf(LABEL_LANGUAGES.flatMap((language) => LANGUAGE_WORDS[language].to.map(escaped)));
/** What may stand between two numbers of one label: groups `and` and `to`. */
export const SEPARATOR =
  '\\s{0,3}(?:(?<to>[\\u2010-\\u2015~〜-]|' +
  `(?<=[\\s\\p{Script=Han}\\d])(?:${TO})(?=[\\s\\p{Script=Han}\\d]))|` +
  `(?<and>[,;、，；/&+|·]?\\s{0,3}(?:(?:${AND}|&(?:amp;)?)(?=[\\s\\p{Script=Han}\\d]))?))\\s{0,3}`;

const STANDING = new RegExp(
  `(${labelWordPattern()})${GAP}(${NUMBER})((?:${SEPARATOR.replace(/\?<\w+>/g, '')}${NUMBER}){0,12})`,
  'giu',
);

/**
 * The labels that stand in a text, as `Student 12`, in whatever form: rather too many than too few, since a number that
 * stands in a draft must not be given to anybody.
 */
export function labelsIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, word = '', number = '', more = ''] of text.matchAll(STANDING)) {
    const kind = readLabelWord(word)?.kind;
    const others = Array.from(more.matchAll(/[0-9０-９]+/g), ([digits]) => readNumber(digits));
    const numbers = [readNumber(number), ...others];
    // Between any two of them there may be a range.
    const all = numbers.flatMap((one, i) => [one, ...range(numbers[i - 1] ?? one, one)]);
    for (const one of all) found.add(`${kind} ${one}`);
  }
  return found;
}

/** More than a class. */
const LONGEST_RANGE = 60;

/** The numbers from one to another, both included; none where it is no range, or longer than any class. */
export function range(from: number, to: number): number[] {
  if (to <= from || to - from > LONGEST_RANGE) return [];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
