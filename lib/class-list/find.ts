/** Finds listed people in a text, by the digest of their list. Pure. */
import { type DigestKind, foldedNumber, LEAST_TYPED, type ListDigest, NOBODY, withoutOne } from './digest.ts';
import { keyedHash } from './keyed-hash.ts';
import { foldedName } from './person.ts';

/**
 * What a word is in the detector's lists: a `word` of a dictionary, which may be a name too ("Hope"), a `plain` one that
 * only stands in school texts in lower case, a `name`, or nothing that is known.
 */
export type KindOfWord = (word: string) => 'word' | 'plain' | 'name' | null;

/**
 * `person`: whose it is, as a number within the list, or `NOBODY` where several are called so; of a name that stands alone
 * or has a typing error, its hash.
 */
export interface ListedSpan {
  /** UTF-16 units, end-exclusive. */
  span: { start: number; end: number };
  kind: Exclude<DigestKind, 'begins'>;
  person: number;
}

interface Word {
  start: number;
  end: number;
  word: string;
  folded: string;
}

/** "M.L." is one, "Lopez.docx" are two. */
const WORD =
  /(?<![\p{L}\p{N}])\p{Lu}(?:\.\p{Lu})+(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’ʼ‘`][\p{L}\p{M}]+)*/gu;
const PLAIN_LETTERS = /^[A-Za-z]+$/;
/** "Maya's" is Maya; a bare apostrophe behind a name is none of its letters. */
const POSSESSIVE = /['’ʼ‘`]s$/i;
/** The same without an apostrophe, and what belongs to somebody. */
const OWNS = /^(\p{L}{2,}[^s])s$/u;
const OWNED = /^[^\S\r\n]\p{L}/u;
const KIN =
  /^[^\S\r\n](?:mom|mum|mama|mother|dad|father|parents?|sister|brother|twin|sibs?|siblings?|aunt|auntie|uncle|cousin|gran|grandma|grandpa|grandmother|grandfather|granny|guardian|family|folks)(?!\p{L})/iu;
/** How far behind a word is looked at, in UTF-16 units. */
const NEAR = 16;
/** What stands between the parts of one name: a space, a hyphen, a comma of "Lopez, Maya", a full stop of an initial. */
const GAP = /^(?:,?[^\S\r\n]{1,3}|,|\.[^\S\r\n]{0,3}|\s|[-_\u2010-\u2015])$/u;
const BETWEEN_INITIALS = /^\.?[^\S\r\n]?$/;
const BESIDE_INITIAL = /^(?:[.,]?[^\S\r\n]|\.)$/;
const LINE_END = /[\r\n]/;
const LETTER = /^\p{L}$/u;
/** Behind any other whole word a full stop ends the sentence. */
const CUT_SHORT = /^(?:\p{L}|st|sta|ste|wm|ma|fco|jr|sr)$/iu;
const CAPITAL = /^\p{Lu}/u;
/** Whoever writes so writes names without capitals only by mistake. */
const CAPITALISED = /\p{Lu}\p{Ll}/u;
const ALL_CAPITALS = /^\p{Lu}{2,}$/u;
/** Words of their own, without a full stop. */
const LETTER_WORD = /^[AI]$/;
const EMAIL = /[^\s@<>(),;:"“”]+@[^\s@<>(),;:"“”]+\.[\p{L}]{2,}/gu;
const NUMBER = /(?<![\p{L}\d])(?=[\p{L}./_-]*\d)[\p{L}\d](?:[\p{L}\d./_-]{2,38})[\p{L}\d](?![\p{L}\d])/gu;

/** Whether a further part of a name touches a place: "Maya-Rose" is another one. */
function isHyphened(text: string, start: number, end: number): boolean {
  return (
    /\p{L}-$/u.test(text.slice(Math.max(0, start - 2), start)) || /^-\p{L}/u.test(text.slice(end, end + 2))
  );
}

/** Whether nothing that may be a part of it touches a place: "count_maya" is no name, "maya_essay.docx" has one. */
function isApart(text: string, start: number, end: number): boolean {
  if (isHyphened(text, start, end)) return false;
  if (text[start - 1] !== '_' && text[end] !== '_') return true;
  const front = BEFORE_IN_FILE.exec(text.slice(Math.max(0, start - LONGEST_FILE), start))![0];
  const back = BEHIND_IN_FILE.exec(text.slice(end, end + LONGEST_FILE))![0];
  return FILE.test(front + back);
}

/** How far a name of a file is looked at on each side, in UTF-16 units. */
const LONGEST_FILE = 60;
const BEFORE_IN_FILE = /[\p{L}\p{N}_.-]*$/u;
const BEHIND_IN_FILE = /^[\p{L}\p{N}_.-]*/u;
/** The name of a file: with an ending, or with numbers between its parts. */
const FILE =
  /\.(?:csv|docx?|gdoc|gif|heic|html?|jpe?g|mov|mp[34]|numbers|odt|ods|pages|pdf|png|pptx?|rtf|svg|txt|webp|xlsx?|zip)\.?$|_\d{2,}/iu;

/**
 * All places in a text where a listed name, address or number stands, in the order of the text, none over another, the
 * longest where several fit. Case and accents do not matter in a full name; a first or last name alone, and initials, begin
 * with a capital, or are no words. With one typing error a name is found where nobody else and nothing is called so.
 */
export function findListed(text: string, digest: ListDigest, kindOf: KindOfWord): ListedSpan[] {
  const all = [...idsIn(text, digest), ...namesIn(text, digest, kindOf)];
  const inOrder = all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let behind = 0;
  return inOrder.filter(({ span }) => {
    const isFree = span.start >= behind;
    if (isFree) behind = span.end;
    return isFree;
  });
}

function idsIn(text: string, { key, found }: ListDigest): ListedSpan[] {
  const look = (kind: 'email' | 'number', shape: RegExp, fold: (found: string) => string): ListedSpan[] =>
    found[kind].size === 0
      ? []
      : Array.from(text.matchAll(shape)).flatMap(({ 0: id, index }) => {
          const person = found[kind].get(keyedHash(key, fold(id)));
          return person === undefined
            ? []
            : [{ span: { start: index, end: index + id.length }, kind, person }];
        });
  return [
    ...look('email', EMAIL, (address) => address.toLowerCase()),
    ...look('number', NUMBER, foldedNumber),
  ];
}

function namesIn(text: string, digest: ListDigest, kindOf: KindOfWord): ListedSpan[] {
  const words = Array.from(text.matchAll(WORD), ({ 0: raw, index }): Word => {
    const word = raw.replace(POSSESSIVE, '');
    const folded = PLAIN_LETTERS.test(word) ? word.toLowerCase() : foldedName(word);
    return { start: index, end: index + word.length, word, folded };
  });
  const all: ListedSpan[] = [];
  for (let i = 0; i < words.length; i++) {
    const name =
      longestName(text, words, i, digest, kindOf) ??
      mistypedName(text, words, i, digest, kindOf) ??
      nameAlone(text, words[i]!, digest, kindOf);
    if (!name) continue;
    all.push(name);
    while (i + 1 < words.length && words[i + 1]!.start < name.span.end) i++;
  }
  return all;
}

/** What stands between a word and the one before it; null where they are no parts of one name. */
function gapBefore(text: string, words: Word[], i: number): string | null {
  const gap = text.slice(words[i - 1]!.end, words[i]!.start);
  return GAP.test(gap) && (gap[0] !== '.' || CUT_SHORT.test(words[i - 1]!.word)) ? gap : null;
}

/** Whether a word is a capital that stands for a name. */
function isInitial(text: string, { word, end }: Word): boolean {
  return word.length === 1 && CAPITAL.test(word) && (!LETTER_WORD.test(word) || text[end] === '.');
}

/** The longest name of several words that begins with a word. An initial in its middle does not matter. */
function longestName(
  text: string,
  words: Word[],
  i: number,
  { key, found, longest }: ListDigest,
  kindOf: KindOfWord,
): ListedSpan | null {
  const { start, folded } = words[i]!;
  if (!found.begins.has(keyedHash(key, folded))) return null;
  let name: ListedSpan | null = null;
  let joined = folded;
  let lean = folded;
  let comma = false;
  for (let j = i + 1; j < words.length && j - i <= longest; j++) {
    const gap = gapBefore(text, words, j);
    if (gap === null) break;
    if (j === i + 1) comma = gap.startsWith(',');
    const { end, word } = words[j]!;
    const initial = LETTER.test(word);
    joined += ` ${words[j]!.folded}`;
    if (!initial) lean += ` ${words[j]!.folded}`;
    if (isHyphened(text, start, end)) continue;
    // "Lopez, Maya R.", but not "Maya Lopez I".
    const isLast = initial && comma && !gap.startsWith(',') && text[end] === '.';
    const ways = lean === joined || (initial && !isLast) ? [joined] : [joined, lean];
    for (const way of ways) {
      const hash = keyedHash(key, way);
      const kind = (['full', 'family', 'bare', 'last'] as const).find((one) => found[one].has(hash));
      if (!kind || isPhrase(words.slice(i, j + 1), kindOf)) continue;
      const isAlone = kind === 'bare' || kind === 'last';
      // "maya_lopez_essay.docx", but not "snake_case_maya".
      if (isAlone && !isApart(text, start, end)) continue;
      if (isAlone && !CAPITAL.test(kind === 'bare' ? words[i]!.word : word)) continue;
      name = { span: { start, end }, kind, person: isAlone ? hash : found[kind].get(hash)! };
    }
    if (name?.span.end === end) continue;
    const isFirst = isInitial(text, words[i]!);
    const isSecond = j === i + 1 && isInitial(text, words[j]!);
    if (isFirst && isSecond) {
      if (BETWEEN_INITIALS.test(gap)) name = initialsOf(`${folded}${words[j]!.folded}`, { start, end });
    } else if ((isFirst || isSecond) && CAPITAL.test(words[i]!.word) && CAPITAL.test(word)) {
      const person = found.short.get(keyedHash(key, joined));
      const isBeside = j === i + 1 ? BESIDE_INITIAL.test(gap) : !LINE_END.test(text.slice(start, end));
      if (person !== undefined && isBeside) name = { span: { start, end }, kind: 'short', person };
    }
  }
  return name;

  function initialsOf(letters: string, span: ListedSpan['span']): ListedSpan | null {
    const person = found.initials.get(keyedHash(key, letters));
    return person === undefined ? null : { span, kind: 'initials', person };
  }
}

/** Whether words that are somebody's name say something else: "will young people", "write to Odell". */
function isPhrase(words: Word[], kindOf: KindOfWord): boolean {
  const isWord = ({ word }: Word) => kindOf(word) === 'word';
  const isLower = ({ word }: Word) => !CAPITAL.test(word);
  return words.some((one) => isLower(one) && isWord(one)) && (words.every(isWord) || !words.every(isLower));
}

/** A full name with one typing error: one of its words is as the list has it, the other nothing that is known. */
function mistypedName(
  text: string,
  words: Word[],
  i: number,
  digest: ListDigest,
  kindOf: KindOfWord,
): ListedSpan | null {
  const pair = words.slice(i, i + 2);
  const [one, two] = pair;
  if (!one || !two || !pair.every(({ word }) => CAPITAL.test(word))) return null;
  const isListed = ({ folded }: Word) => {
    const hash = keyedHash(digest.key, folded);
    return digest.found.bare.has(hash) || digest.found.last.has(hash);
  };
  const [first, second] = [isListed(one), isListed(two)];
  if (first === second || gapBefore(text, words, i + 1) === null || !isApart(text, one.start, two.end))
    return null;
  if (kindOf((first ? two : one).word) !== null) return null;
  const ways = [`${one.folded} ${two.folded}`, `${two.folded} ${one.folded}`];
  return ways.some((way) => isNear(way, digest))
    ? { span: { start: one.start, end: two.end }, kind: 'near', person: keyedHash(digest.key, ways[0]!) }
    : null;
}

/** Whether a long name of the list is this but for one letter that is missing, too many, another one or in its neighbour's place. */
function isNear(name: string, { key, found }: ListDigest): boolean {
  if (name.length < LEAST_TYPED - 1) return false;
  if (found.near.has(keyedHash(key, name))) return true;
  return withoutOne(name).some((less, place) => {
    const hash = keyedHash(key, less);
    if (less.length >= LEAST_TYPED && (found.full.has(hash) || found.bare.has(hash) || found.last.has(hash)))
      return true;
    const other = found.near.get(hash);
    return other !== undefined && (other === NOBODY || Math.abs(other - place) <= 1);
  });
}

/** Whether a word with an s is somebody's: "mayas essay", "skips dad", but not "grants for schools" or "Lukas". */
function isOwner(word: string, bare: string, behind: string, kindOf: KindOfWord): boolean {
  if (KIN.test(behind)) return kindOf(word) !== 'name';
  const isUnknown =
    kindOf(word) === null || (kindOf(word) === 'plain' && !['word', 'plain'].includes(kindOf(bare) ?? ''));
  return isUnknown && OWNED.test(behind);
}

/** A first or last name, or initials, of one word. */
function nameAlone(
  text: string,
  { start, end, word, folded }: Word,
  digest: ListDigest,
  kindOf: KindOfWord,
): ListedSpan | null {
  const { key, found } = digest;
  if (!isApart(text, start, end)) return null;
  const hash = keyedHash(key, folded);
  const kind = (['bare', 'nick', 'last'] as const).find((one) => found[one].has(hash));
  const isCapital = CAPITAL.test(word);
  if (kind) {
    const isWord = kindOf(word) === 'word';
    const counts = !isWord || (isCapital && !ALL_CAPITALS.test(word)) || !CAPITALISED.test(text);
    if (counts) return { span: { start, end }, kind, person: hash };
  }
  // "mayas essay": a name that nothing is called but for its s.
  const bare = OWNS.exec(folded)?.[1];
  if (bare) {
    const stem = keyedHash(key, bare);
    const of = (['bare', 'nick'] as const).find((one) => found[one].has(stem));
    if (of && isOwner(word, bare, text.slice(end, end + NEAR), kindOf))
      return { span: { start, end: end - 1 }, kind: of, person: stem };
  }
  if (!isCapital) return null;
  if (/^\p{Lu}\.?\p{Lu}$/u.test(word)) {
    const person = found.initials.get(hash);
    if (person !== undefined) return { span: { start, end }, kind: 'initials', person };
  }
  return word.length >= LEAST_TYPED - 1 && kindOf(word) === null && isNear(folded, digest)
    ? { span: { start, end }, kind: 'near', person: hash }
    : null;
}
