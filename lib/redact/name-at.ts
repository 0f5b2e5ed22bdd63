/** Where an answer has a stand-in, an invented name, or the part of one that surely means the same person. */
import type { Found, Piece } from './found.ts';
import { pluralOf } from './label-at.ts';
import { anyOf, escaped } from './labels.ts';
import pool from './stand-ins.json' with { type: 'json' };

/** How far a name reaches at the most, with what is looked at behind it. */
export const NAME_REACH = 120;
const BEFORE = 48;
const BEHIND = 32;

/** A title before a name, at the end of what stands before it. */
export const TITLE =
  /(?:^|[^\p{L}])(?:mr|mrs|ms|mx|miss|dr|prof|professor|coach|principal|sr|sra|srta|señora?|señorita|maestr[oa]|profesora?|m|mme|mlle|madame|monsieur|herr|frau|dona?|senhora?)\.?[ \t\u00a0]+[*_~`]*$/iu;
/** What makes a surname behind it that of a family: "the Corvells", "los Corvell". */
export const FAMILY = /(?:^|[^\p{L}])(?:the|los|las)[ \t\u00a0]+[*_~`]*$/iu;
/** Words with a capital letter before a first name that begin a sentence or a greeting, and are no first name. */
const OPENERS = new Set(
  `dear hi hello hey and but or so yet for when while if as because although though since after before until once both
  with without like unlike to from by at about today yesterday then now later overall here there that this yes no thanks
  congratulations is are was were did does do has have had can could should will would may might let help ask tell give
  show remind encourage praise invite allow have see meet call email contact note seat pair place keep try make use send move group match put get join thank check support challenge offer assign set consider partner compare include provide teach watch monitor welcome celebrate recognize update inform i what how why where who does well
  querido querida estimado estimada hola y o pero cuando si como porque con sin para de a hoy ayer luego después también
  et ou mais quand avec pour cher chère bonjour und oder aber wenn mit für liebe lieber hallo e mas quando com olá`.split(
    /\s+/,
  ),
);
/** Words before a first name that make it a place, a thing or a family. */
const NOT_A_PERSON = new Set(
  'the a an in near across throughout lake mount river saint san santa st el la los las un una der die das le les o os'.split(
    ' ',
  ),
);

/** Before a name it makes it part of a longer one, a handle, an address or a file. */
const STUCK = /[@#\\]$|(?:^|\s)\/$|\/\/\S*$|[\p{L}\p{N}][-_‐‑.]$/u;

const isSuffix = (word: string) => /^(?:jr|sr|ii|iii|iv)\.?$/i.test(word);

/** "Lopez, Maya" */
function isTurnedName(name: string): boolean {
  const given = name.split(/\s*,\s*/, 2)[1];
  return given !== undefined && !isSuffix(given);
}

/** The part of a real name that a first name or a surname is put in for; a part that is not known is ''. */
export function partsOf(name: string): { first: string; last: string } {
  const [family = '', given] = name.split(/\s*,\s*/, 2);
  const isTurned = isTurnedName(name);
  const words = (isTurned ? `${given} ${family}` : family)
    .trim()
    .split(/\s+/)
    .filter((word) => !isSuffix(word));
  const first = words[0] ?? '';
  if (isTurned) return { first, last: family };
  let from = words.length - 1;
  while (from > 1 && /^\p{Ll}/u.test(words[from - 1]!)) from--;
  return { first, last: from > 0 ? words.slice(from).join(' ') : '' };
}

/** A way in which an answer may name somebody. */
interface Form {
  /** From the place where it begins. */
  pattern: RegExp;
  value: string;
  surrogate: string;
  /** What has to stand around it. */
  fits?(before: string, behind: string): boolean;
}

/** The forms of some stand-ins. */
export interface NameTable {
  forms: Form[];
  /** The pattern of where one begins, with a group `name`, for flags `i` and `u`; null where there are none. */
  start: string | null;
}

const END = '(?![\\p{L}\\p{M}\\p{N}])';
const GAP = '(?:\\*{1,3}|_{1,2})?[\\s\\u00a0]{1,3}(?:\\*{1,3}|_{1,2})?';

/** Of one word these are surnames: "Ms. Corvell". */
export const SURNAMES: ReadonlySet<string> = new Set(pool.last);

/**
 * The forms of the stand-ins among aliases: of people whose surrogates are no labels.
 * @param real folded words of real names: of a stand-in that shares one of them only the whole is certain
 */
export function nameTable(
  aliases: { surrogate: string; original: string }[],
  real: ReadonlySet<string> = new Set(),
): NameTable {
  const isReal = (word: string) => real.has(word.toLowerCase());
  const people = aliases.map(({ surrogate, original }) => ({
    ...{ surrogate, original, real: partsOf(original) },
    words: surrogate.split(/\s+/).map(escaped),
  }));
  const surnames = new Set(people.map(({ words }) => words[words.length - 1]));
  const forms = people.flatMap(({ surrogate, original, words, real }): Form[] => {
    const form = (pattern: string, value: string, fits?: Form['fits'], flags = 'iuy'): Form[] =>
      value === '' ? [] : [{ pattern: new RegExp(pattern + END, flags), value, surrogate, fits }];
    const [first, last] = [words[0]!, words.at(-1)!];
    if (words.length === 1) {
      if (isReal(first)) return [];
      if (!SURNAMES.has(first)) return form(first, original, isAlone, 'uy');
      const fits: Form['fits'] = (before, behind) =>
        TITLE.test(before) || isFamily(before, behind) || isAlone(before, behind);
      // "Nguyens" may be all that is known.
      const many = /s$/i.test(original) ? original : pluralOf(original);
      return [...form(first, original, fits, 'uy'), ...form(`${first}e?s`, many, isOfFamily, 'uy')];
    }
    const { first: realFirst, last: realLast } = real;
    const turned = isTurnedName(original) ? original : realLast ? `${realLast}, ${realFirst}` : realFirst;
    const whole = [words.join(GAP), `${first}${GAP}${last}`];
    return [
      ...whole.flatMap((one) => [...form(one, original), ...form(`${one}e?s`, pluralOf(original))]),
      ...form(`${last},[ \\u00a0]?${first}`, turned),
      ...form(`${first}[ \\u00a0]${last[0]}\\.`, realLast && `${realFirst} ${realLast[0]}.`, undefined, 'uy'),
      ...form(
        `${first[0]}\\.[ \\u00a0]?${last}`,
        realLast && `${realFirst[0]}. ${realLast}`,
        undefined,
        'uy',
      ),
      ...(isReal(last) ? [] : form(last, realLast, isSurname, 'uy')),
      ...(isReal(last) ? [] : form(`${last}e?s`, realLast && pluralOf(realLast), isOfFamily, 'uy')),
      ...(surnames.has(first) || isReal(first) ? [] : form(first, realFirst, isAlone, 'uy')),
    ];
  });
  const ends = anyOf(people.flatMap(({ words }) => [words[0]!, words.at(-1)!]));
  const initials = anyOf(people.map(({ words }) => words[0]![0]!));
  const start = `(?<![\\p{L}\\p{M}\\p{N}])(?<name>(?:(?:${initials})\\.[ \\u00a0]?)?(?:${ends})(?=(?:e?s)?${END}))`;
  return { forms, start: people.length > 0 ? start : null };
}

/** What is surely meant by the stand-in that begins with a match of `start`; null where nobody is. */
export function nameAt(text: string, start: number, { forms }: NameTable): Found | null {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  if (STUCK.test(before)) return null;
  const around = text.slice(start, start + NAME_REACH - BEHIND);
  let end = 0;
  let fitting: Form[] = [];
  for (const form of forms) {
    form.pattern.lastIndex = 0;
    const length = form.pattern.exec(around)?.[0].length ?? 0;
    const behind = text.slice(start + length, start + length + BEHIND);
    if (length < Math.max(end, 1) || !isFree(behind) || form.fits?.(before, behind) === false) continue;
    if (length > end) fitting = [];
    end = length;
    fitting.push(form);
  }
  const [form] = fitting;
  if (!form || fitting.some(({ value }) => value !== form.value)) return null;

  const written = around.slice(0, end);
  end += saidTwice(form.value, text.slice(start + end, start + end + BEHIND));
  const pieces: Piece[] = [{ text: form.value, surrogate: form.surrogate }];
  // Emphasis of which one end stands within.
  const [mark, ...others] = written.match(/\*+|_+/g) ?? [];
  if (mark && others.length === 0) {
    if (/\s[*_]/.test(written)) pieces.unshift({ text: mark });
    else pieces.push({ text: mark });
  }
  // "Ellis' desk" is Lopez's desk where the real name ends otherwise.
  const isPossessive = /^['’](?!\p{L})/u.test(text.slice(start + end, start + end + 2));
  if (!isPossessive || !/s$/i.test(written) || /s$/i.test(form.value) || mark) {
    return { start, end: start + end, pieces, unknown: [] };
  }
  pieces.push({ text: `${text[start + end]}s` });
  return { start, end: start + end + 1, pieces, unknown: [] };
}

/** How much of what stands behind a name is the end of its real one: the "Jr." of "Jamal Reed Jr.", the dot of "Reed, J.". */
function saidTwice(value: string, behind: string): number {
  const suffix = /[\s\u00a0](jr|sr|ii|iii|iv)\.?$/i.exec(value)?.[1];
  const dot = value.endsWith('.') ? '\\.?(?!\\.)' : '';
  const again =
    suffix && new RegExp(`^,?[ \\u00a0]${suffix}(?![\\p{L}\\p{N}])${dot}`, 'iu').exec(behind)?.[0];
  return again ? again.length : dot && /^\.(?!\.)/.test(behind) ? 1 : 0;
}

/** Whether a first name stands for a person by itself: "the Jordan River", "Michael Jordan" and "Jordan Peele" do not. */
function isAlone(before: string, behind: string): boolean {
  if (/^[ \t\u00a0]+(?!I\b)\p{Lu}/u.test(behind) || TITLE.test(before)) return false;
  const [, previous = '', dot] = /(\p{L}[\p{L}\p{M}’']*)(\.?)[ \t\u00a0]+["“'‘(*_~`]*$/u.exec(before) ?? [];
  if (!previous || (dot && !/^(?:st|mt)$/i.test(previous))) return true;
  const word = previous.toLowerCase();
  return !NOT_A_PERSON.has(word) && (!/^\p{Lu}/u.test(previous) || OPENERS.has(word));
}

/** Whether a surname surely stands for its person or their family: "Ms. Corvell", "the Corvell family", "familia Corvell". */
export function isSurname(before: string, behind: string): boolean {
  if (TITLE.test(before) || /(?<!\p{L})(?:familia|los|las|gemel[oa]s|herman[oa]s)\s$/iu.test(before))
    return true;
  return (
    /(?:^|\s)the\s$/i.test(before) &&
    /^\s(?:famil|household|(?:twin|kid|boy|girl|brother|sister|sibling|parent)s(?!\p{L})|children)/iu.test(
      behind,
    )
  );
}

const isOfFamily = (before: string) => FAMILY.test(before);

/** Whether a surname behind "the" is that of a family, and not of a place: "the Corvell River". */
function isFamily(before: string, behind: string): boolean {
  return isOfFamily(before) && !/^[ \t\u00a0]+\p{Lu}/u.test(behind);
}

/** A name ends where no address, file or double name goes on. */
function isFree(behind: string): boolean {
  return !/^(?:[-‐‑_@]\p{L}|\.\p{L}|@)/u.test(behind);
}
