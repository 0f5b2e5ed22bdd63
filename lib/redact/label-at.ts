/**
 * Which label stands at a place of an answer, and whether it surely does. In square brackets and their like it does,
 * however it is written. Without them it has to look like a label by itself: the rules are in `isCertain`.
 */
import type { Found, Piece } from './found.ts';
import {
  anyOf,
  escaped,
  foldWord,
  GAP,
  LABEL_LANGUAGES,
  LANGUAGE_WORDS,
  type LabelLanguage,
  labelFor,
  labelWordPattern,
  NARROW_GAP,
  NUMBER,
  range,
  readLabelWord,
  readNumber,
  SEPARATOR,
} from './labels.ts';

/** What a label is known by: its kind or, of a label that is none of ours, its word; and its number. */
export const labelKey = (word: string, number: number) =>
  `${readLabelWord(word)?.kind ?? foldWord(word)} ${number}`;

/** Whom labels stand for, by `labelKey`: null where two people claim one. */
export type LabelTable = ReadonlyMap<string, { surrogate: string; original: string | null }>;

interface Bracket {
  open: string;
  close: string;
  /** Hardly anybody writes them but around a label. */
  firm: boolean;
}
const pair = (open: string, close: string, firm: boolean): Bracket => ({ open, close, firm });
const BRACKETS = [
  pair('\\\\{0,2}\\[', '\\\\{0,2}\\]', true),
  ...['［］', '【】', '〔〕', '〖〗', '⟦⟧'].map(([open, close]) => pair(open!, close!, true)),
  pair('&(?:#91|lbrack|lsqb);', '&(?:#93|rbrack|rsqb);', true),
  ...['()', '（）', '{}', '<>', '⟨⟩', '〈〉', '《》', '「」', '『』', '«»', '‹›'].map(([open, close]) =>
    pair(`\\\\?${escaped(open!)}`, `\\\\?${escaped(close!)}`, false),
  ),
  pair('\\{\\{', '\\}\\}', false),
  pair('<<', '>>', false),
  pair('&lt;', '&gt;', false),
].map((one) => ({
  ...one,
  isOpen: new RegExp(`^${one.open}$`),
  closes: new RegExp(
    `(?<ending>['’]?s?|s['’]|[:.,;!?])(?:号|號|번|호)?(?<pad>[\\s\\u200b-\\u200f\\u2060*_~\`]{0,4})${one.close}`,
    'yu',
  ),
}));

/** The pattern of where a label begins: groups `open`, `pad` and `word`. For flags `i` and `u`. */
export function labelStart(moreWords: Iterable<string>): string {
  // The longest first: of "{{" not one brace.
  const open = [...BRACKETS]
    .reverse()
    .map((one) => one.open)
    .join('|');
  return `(?:(?<open>${open})(?<pad>[\\s\\u200b-\\u200f\\u2060*_~\`]{0,4}))?(?<word>${labelWordPattern(moreWords)})`;
}

/** More than any number with what stands before it, and than what is looked at behind the last one. */
const REACH = 128;
/** How much is looked at before and behind a label. */
const BEFORE = 48;
const BEHIND = 48;
const MOST_ITEMS = 12;

const PEOPLE: readonly string[] = ['Student', 'Adult'];

interface Item {
  word: string;
  number: number;
  /** What stands between the word and the number; of a number without a word of its own `null`. */
  gap: string | null;
  /** What stands before it, from the item before on. */
  before: string;
  /** It is the end of a range. */
  isEnd: boolean;
}

const sticky = (pattern: string) => new RegExp(pattern, 'iuy');
const FIRST = {
  wide: sticky(`(?<gap>${GAP})(?<number>${NUMBER})`),
  narrow: sticky(`(?<gap>${NARROW_GAP})(?!0)(?<number>${NUMBER})`),
};
const NEXT = {
  wide: sticky(
    `${SEPARATOR}(?:(?<word>${labelWordPattern()})(?<gap>${GAP}))?(?<number>${NUMBER})(?!\\p{L}{2})`,
  ),
  narrow: sticky(`${SEPARATOR}(?<number>${NUMBER})(?![\\p{L}\\p{M}%]|[.,:/]\\d)`),
};

function at(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

/** The numbers from the end of a word on, and where each ends. */
function itemsAt(
  text: string,
  word: string,
  place: number,
  width: 'wide' | 'narrow',
): (Item & { end: number })[] {
  const first = at(FIRST[width], text, place);
  if (!first) return [];
  const { gap = '', number = '' } = first.groups!;
  let end = place + first[0].length;
  const items: (Item & { end: number })[] = [
    { word, number: readNumber(number), gap, before: '', isEnd: false, end },
  ];
  while (items.length < MOST_ITEMS) {
    const next = at(NEXT[width], text, end);
    const { to, and = '', number: digits = '', word: own, gap: ownGap } = next?.groups ?? {};
    if (!next || (to === undefined && and.trim() === '')) break;
    const before = next[0].slice(
      0,
      next[0].length - digits.length - (own ?? '').length - (ownGap ?? '').length,
    );
    end += next[0].length;
    items.push({
      word: own ?? items.at(-1)!.word,
      number: readNumber(digits),
      gap: own === undefined ? null : (ownGap ?? ''),
      before,
      isEnd: to !== undefined && own === undefined,
      end,
    });
  }
  return items;
}

/** Whether what begins with a match of `labelStart` can come out otherwise when more text follows. */
export function isLabelOpen(text: string, match: RegExpExecArray): boolean {
  const { word = '' } = match.groups!;
  const end = match.index + match[0].length;
  return text.length - (itemsAt(text, word, end, 'wide').at(-1)?.end ?? end) < REACH;
}

/**
 * The label that begins with a match of `labelStart`, null where none surely does. A label whose number nobody is known
 * by is found too, and stays.
 */
export function labelAt(text: string, match: RegExpExecArray, table: LabelTable): Found | null {
  const { open = '', pad = '', word = '' } = match.groups!;
  const place = match.index + open.length + pad.length;
  const bracket = open && BRACKETS.find(({ isOpen }) => isOpen.test(open));
  if (bracket) {
    const items = itemsAt(text, word, place + word.length, 'wide');
    const close = items.length > 0 && at(bracket.closes, text, items.at(-1)!.end);
    if (close) {
      const found = inBrackets(text, match.index, { items, open, pad, close, table });
      return isCertainInBrackets(text, match.index, items, bracket.firm) ? found : null;
    }
  }
  return bare(text, place, itemsAt(text, word, place + word.length, 'narrow'), table);
}

interface InBrackets {
  items: Item[];
  open: string;
  pad: string;
  close: RegExpExecArray;
  table: LabelTable;
}

function inBrackets(text: string, start: number, { items, open, pad, close, table }: InBrackets): Found {
  const { ending = '', pad: closePad = '' } = close.groups!;
  const closed = close.index + close[0].length;
  // The text of a link stays one.
  const isLink = open === '[' && /^\((?:https?:|mailto:|#|\/)/.test(text.slice(closed, closed + 9));
  const { pieces, unknown } = named(items, table);
  if (!pieces) return { start, end: closed, pieces: [{ text: text.slice(start, closed) }], unknown };
  const marks = [
    padMarkOf(pad),
    items.length === 1 ? markOf(items[0]!.gap ?? '') : '',
    padMarkOf(closePad),
  ] as const;
  const [before, behind] = marksAround(marks);
  const all = [{ text: before }, ...pieces, { text: ending.replace(/^s$/, '') + behind }];
  const plural =
    ending === 's' ? { length: 0 } : /^e?s(?![\p{L}\p{N}])/u.exec(text.slice(closed, closed + 4));
  if (isLink) {
    const to = closed - 1;
    return { start: start + 1, end: to, pieces: all, unknown };
  }
  if (!plural || !pluralize(all, items.at(-1)!.word)) return { start, end: closed, pieces: all, unknown };
  const taken = '0' in plural ? plural[0]!.length : 0;
  return { start, end: closed + taken, pieces: all, unknown };
}

/** Emphasis that begins and ends within the label goes with it; what only one end of stands in it stays. */
function marksAround([pad, gap, closePad]: readonly [string, string, string]): [string, string] {
  if (gap === '') return [pad, closePad];
  if (gap === closePad) return [pad, ''];
  if (gap === pad) return ['', closePad];
  return [pad, gap + closePad];
}

/** Emphasis and code marks. A single underscore between two words is a space. */
const markOf = (space: string) => /\*+|~~|`+|_{2,}|_(?=\s)|(?<=\s)_/.exec(space)?.[0] ?? '';
const padMarkOf = (space: string) => /[*_~`]+/.exec(space)?.[0] ?? '';

interface Named {
  /** The names with what stands between; null where there is none to put in. */
  pieces: Piece[] | null;
  unknown: string[];
  /** Each of them is known. */
  isKnown: boolean;
}

/** The names of some numbers. A range counts only where everybody of it is known. */
function named(items: Item[], table: LabelTable): Named {
  const pieces: Piece[] = [];
  const unknown: string[] = [];
  let isRange = true;
  const lookUp = (word: string, number: number): Piece => {
    const known = table.get(labelKey(word, number));
    if (typeof known?.original === 'string') return { text: known.original, surrogate: known.surrogate };
    const read = readLabelWord(word);
    const label =
      known?.surrogate ?? (read ? labelFor(read.kind, number, read.language) : `[${word} ${number}]`);
    unknown.push(label);
    return { text: label };
  };
  items.forEach(({ word, number, before, isEnd }, i) => {
    if (!isEnd) {
      if (before) pieces.push({ text: before });
      pieces.push(lookUp(word, number));
      return;
    }
    // The first of it stands already.
    const rest = range(items[i - 1]!.number, number)
      .slice(1)
      .map((one) => lookUp(word, one));
    const [comma, and] = LANGUAGE_WORDS[readLabelWord(word)?.language ?? 'en'].join as [string, string];
    rest.forEach((piece, j) => {
      pieces.push({ text: j === rest.length - 1 && items.length === 2 ? and : comma }, piece);
    });
    if (rest.length === 0) isRange = false;
  });
  const isKnown = unknown.length === 0 && isRange;
  const isWhole = isKnown || !items.some(({ isEnd }) => isEnd);
  const isAny = isWhole && pieces.some(({ surrogate }) => surrogate !== undefined);
  return { pieces: isAny ? pieces : null, unknown, isKnown };
}

/** Makes the last name of the pieces that of several: "the Lopezes". */
function pluralize(pieces: Piece[], word: string): boolean {
  const last = pieces.findLast(({ surrogate }) => surrogate !== undefined);
  if (!last) return false;
  last.text = readLabelWord(word)?.language === 'de' ? genitiveOf(last.text) : pluralOf(last.text);
  return true;
}

/** The plural of a name, which keeps its y: "the Lopezes", "the Kennedys". */
export function pluralOf(name: string): string {
  return name + (/(?:s|x|z|ch|sh)$/i.test(name) ? 'es' : 's');
}

/** In German an s behind a name means that something is that person's. */
function genitiveOf(name: string): string {
  return name + (/[sxzß]$/i.test(name) ? '’' : 's');
}

const isLower = (word: string) => word === word.toLowerCase() && word !== word.toUpperCase();

/** Written as programs write what they count: `student1`, `student_1`. */
function isOfCode({ word, gap }: Item): boolean {
  return isLower(word) && /^_*$/.test(gap ?? '');
}

function isCertainInBrackets(text: string, start: number, items: Item[], isFirm: boolean): boolean {
  const first = items[0]!;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  // "[Student 1-2]" and "[Student 1/2]" may be the second part of the first, or the first of two.
  const isMany = items.some(({ word }) => readLabelWord(word)?.many);
  if (
    !isMany &&
    items.some(({ gap, before }) => gap === null && /^[\s/‐-―~〜-]*$/.test(before) && /\S/.test(before))
  )
    return false;
  if (isFirm) return !isOfCode(first) || (items.length === 1 && !/(?:[=(]\s?|[\p{L}\p{N}_])$/u.test(before));
  if (isOfCode(first) || /[A-Za-z0-9_\\]$/.test(before)) return false;
  return !isLower(first.word) || PEOPLE.includes(readLabelWord(first.word)?.kind ?? '');
}

/** A label without brackets. */
function bare(
  text: string,
  start: number,
  items: (Item & { end: number })[],
  table: LabelTable,
): Found | null {
  const [first, second] = items;
  const read = first && readLabelWord(first.word);
  if (!first || !read || /[\r\n]/.test(first.word)) return null;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const behind = (end: number) => text.slice(end, end + BEHIND);
  const last = items.at(-1)!;
  const people = PEOPLE.includes(read.kind) && !isLower(first.word);
  const { isKnown } = named(items, table);

  let taken = items.slice(0, 1);
  if (read.many) {
    if (!second || !people) return null;
    taken = items;
  } else if (second?.isEnd) {
    // "Student 1 – 85" may be a score; "Student 1–3" and "Student 1 to 3" are neither for certain.
    if (isKnown || !/^\s+[‐-―-]\s+$/.test(second.before)) return null;
  } else if (
    second &&
    people &&
    isKnown &&
    items.every(({ before, isEnd }) => !isEnd && !before.includes('/')) &&
    goesOn(behind(last.end), read.language)
  ) {
    taken = items;
  }
  const end = taken.at(-1)!.end;
  if (!isCertain(before, first, behind(end))) return null;

  const { pieces, unknown } = named(taken, table);
  if (taken.length > 1 && !isKnown) return null;
  if (!pieces) return { start, end, pieces: [{ text: text.slice(start, end) }], unknown };
  const mark = markOf(first.gap ?? '');
  const isClosed = mark !== '' && text.startsWith(mark, end);
  if (mark && !isClosed) pieces.push({ text: mark });
  const closed = end + (isClosed ? mark.length : 0);
  const plural = /^s(?![\p{L}\p{N}])/u.exec(behind(closed));
  if (!plural || !pluralize(pieces, first.word)) return { start, end: closed, pieces, unknown };
  return { start, end: closed + 1, pieces, unknown };
}

const COUNT = Object.fromEntries(
  LABEL_LANGUAGES.map((language) => {
    const end = language === 'zh' ? '' : language === 'ko' ? '(?!\\p{Script=Hangul}{2})' : '(?!\\p{L})';
    const { count } = LANGUAGE_WORDS[language];
    return [language, new RegExp(`^[\\s-]?(?:${anyOf(count)})${end}`, 'iu')];
  }),
) as Record<LabelLanguage, RegExp>;
const KOREAN_PARTICLE =
  /^(?:은|는|이|가|을|를|의|과|와|도|만|에|께|한테|로|으로|부터|까지|처럼|보다|나|이나|랑|이랑)(?!\p{Script=Hangul}{3})/u;
/** Before a label it makes it part of a longer word, a file, a handle or an address of the web. */
const STUCK = /[\p{L}\p{N}][_‐‑-]$|[@#&=\\]$|(?<!\.)\.$|(?:^|\s)\.{0,2}\/$|(?:\/\/|www\.|@)\S*$/u;
/** Words before a label in small letters which belong to a thing: "give the student 1 pencil". */
const DETERMINERS = new Set('the this that these those my our your his her its their some'.split(' '));

/**
 * Whether a label without brackets is one for certain. It is where a word for people with a capital letter has a number
 * that does not count: "Student 1 reads", "Student 1's desk", not "Student 1 of 30", "Each Student 1 book", "Student 1-on-1",
 * "Student 1.5". In small letters also what follows must fit a person. Any other kind has to stand within an English
 * sentence with a capital letter, since `Email 1 parent` and `Place 1 cup` begin many.
 */
function isCertain(before: string, item: Item, behind: string): boolean {
  const { word, gap } = item;
  const { kind, language } = readLabelWord(word)!;
  if (STUCK.test(before)) return false;
  if (!isFreeBehind(behind, language)) return false;
  if (/^_*$/.test(gap ?? '') && /^(?:\(|\s?=|\[)/.test(behind)) return false;
  if (language === 'zh') {
    return PEOPLE.includes(kind) && !/[每各]\p{Script=Han}?$|[大小中男女留同新本高]$/u.test(before);
  }
  const previous = /(\p{L}[\p{L}\p{M}’']*)[ \t\u00a0*_~`"“]*$/u.exec(before)?.[1]?.toLowerCase();
  if (previous && LANGUAGE_WORDS[language].counting.includes(previous)) return false;
  if (!PEOPLE.includes(kind)) {
    const isListed = previous !== undefined && LANGUAGE_WORDS.en.and.includes(previous);
    return (
      language === 'en' &&
      !isLower(word) &&
      !isListed &&
      /(?:(?<!\p{L})\p{Ll}+,?|\p{L}:)[ \u00a0*_`]+$/u.test(before)
    );
  }
  // "student #1" is no count.
  if (!isLower(word) || /[#№º°]/.test(gap ?? '')) return true;
  return !isOfCode(item) && isPersonInSmallLetters(before, item, behind, previous);
}

/** Whether what stands around "student 1" fits a person, and no number of things. */
function isPersonInSmallLetters(
  before: string,
  { word, number }: Item,
  behind: string,
  previous: string | undefined,
): boolean {
  const { language } = readLabelWord(word)!;
  if (language === 'en' && previous && DETERMINERS.has(previous)) return false;
  if (goesOn(behind, language)) return true;
  const isMarked = /[*`]$/.test(before) && behind.startsWith(before.at(-1)!);
  const isHead = /(?:^|\n)[ \t]*(?:[-*•] |\d+[.)] )?$/.test(before) && behind.startsWith(': ');
  if (isMarked || isHead) return true;
  const [, next = ''] = /^[ \u00a0*_`]+(\p{L}+)/u.exec(behind) ?? [];
  if (next) return language === 'en' && (/[^e]ed$/.test(next) || (number === 1 && /[^s]s$/.test(next)));
  return previous !== undefined && /^[*_~`]*(?:[.,;!?)\]"”]|\s*$|[ \t]*\n)/.test(behind);
}

/** What stands behind a number does not make it a count, a part of a longer number or of a word. */
function isFreeBehind(behind: string, language: LabelLanguage): boolean {
  if (
    /^\s?[%％°+]|^\s?\/\s?\d|^[.,:：]\d|^[‐‑-][\p{L}\p{N}]|^\.\p{L}|^[@_]\p{L}|^\s?\(\s?(?:of|de|von|sur)\s/iu.test(
      behind,
    )
  ) {
    return false;
  }
  const [, of = ''] = /^\s+(?:out\s+)?of\s+(\S)/iu.exec(behind) ?? [];
  if (of && !/\p{Lu}/u.test(of)) return false;
  if (/^\s+(?:in\s+\d{1,3}(?![\d\p{L}])|for every\s|and a half|½)|^½/iu.test(behind)) return false;
  if (
    /^\s+(?:out of|of|de|del|von|sur|sobre|entre|trên|trong|sa|중)\s+(?:(?:the|los|las|les|den|os|as)\s+)?\d/iu.test(
      behind,
    )
  )
    return false;
  if (COUNT[language].test(behind)) return false;
  if (/^\p{Script=Hangul}/u.test(behind)) return KOREAN_PARTICLE.test(behind);
  if (/^\p{Script=Han}/u.test(behind)) return !COUNT.zh.test(behind);
  return !/^(?!s(?![\p{L}\p{N}]))[\p{L}\p{M}\p{N}]/u.test(behind);
}

/** What follows a person: a possessive, or a word such as "is" and "and" that no number stands behind. */
function goesOn(behind: string, language: LabelLanguage): boolean {
  if (/^[*_~`]*(?:['’]s?(?!\p{L}))/u.test(behind)) return true;
  const [, next = ''] = /^[ \u00a0*_`]+(\p{L}+)(?!\s+\d)/u.exec(behind) ?? [];
  return LANGUAGE_WORDS[language].goesOn.includes(next);
}
