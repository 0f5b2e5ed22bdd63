/**
 * Names of private people: the tagger says where they are, a few rules give them their borders, their roles and
 * their other mentions. Titles, kin words, credentials and possessive endings are outside the span.
 */
import { type BecauseCode, because } from '../because.ts';
import type { TextDocument, Token } from '../document.ts';
import type { Candidate, Role } from '../finding.ts';
import { FUNCTION_WORDS } from '../function-words.ts';
import { logit } from '../judge.ts';
import { addressTokens, publicTokens } from '../names/features.ts';
import { FLAG, type Gazetteer, isTiered, WORD_BITS } from '../names/gazetteer.ts';
import { CALENDAR, PLACE_HEADS, PLACE_NAMES, PLACES, THING_WORDS } from '../names/known.ts';
import { OWN_SIGN, signEvidence } from '../names/signs.ts';
import { LEAST, type Tagged, type TaggedName, type Tagger } from '../names/tagger.ts';
import type { Recognizer } from '../recognizer.ts';
import { isSchoolLetters } from '../school-letters.ts';
import {
  CREDENTIALS,
  CUE_FILLERS,
  GREETINGS,
  KIN_WORDS,
  NAMING_WORDS,
  PARTICLES,
  PERSON_VERBS,
  PLACE_PREPOSITIONS,
  STAFF_WORDS,
  STUDENT_WORDS,
  SUFFIXES,
  TITLES,
} from './person-cues.ts';
import { rolesOfNames } from './person-role.ts';

/** Names with a lower score are not reported: chosen on dev. */
const REPORTED = 0.2;
/** From this score on, a name is sure: it is looked for in the rest of the text. */
export const SURE_NAME = 0.6;
/** What the log-odds of a further mention of a name that is sure gain. */
const REPEAT_BOOST = 1.5;
/** "Maya Lopez (ID 204418)": whom a school has numbered is real, whatever stands around. */
const NUMBERED =
  /^[ ,;(–-]{1,3}(?:student |local |state |lunch |perm )?(?:id|dob|ssn|perm|pin)\b[ #:.]{0,3}\p{L}?-?\d/iu;
/** What the log-odds of such a name gain. */
const NUMBER_BOOST = 4;
/** "My student Maya": whom the writer calls their own is real. */
const OWN =
  /(?<!\p{L})(?:my|our|mi|nuestr[oa])(?: \p{L}{2,12}){0,2} (?:student|pupil|kid|kiddo|boy|girl|child|advisee|son|daughter|alumn[oa]|estudiante|hij[oa]|niet[oa]|sobrin[oa]),? $/iu;
const OWN_BOOST = 2;
/**
 * What the log-odds of a full name gain that is no known public one, in a text that does not say what kind of text it is: the more
 * the fewer tokens it has. Chosen on dev: one more clean text in a thousand is stopped.
 */
const SHORT_BOOST = 3;
/** A text of so many tokens is not short. */
const NOT_SHORT = 60;
const WHEN =
  '(?:again|today|yesterday|on|(?:mon|tues|wednes|thurs|fri)day|this|to class|hoy|ayer|el|otra vez|a clase|a la escuela)';
/** What is said of pupils alone: so a bearer of a public name is one. */
const TREATED = new RegExp(
  `^(?: (?:was|is|has been) (?:absent|tardy)(?! from (?!class|school))|(?:,| (?:was|is|came|got|has been|llegó)) (?:late|out(?: sick)?|suspended|sent (?:home|out)|missing|tarde) ${WHEN}| faltó ${WHEN}|['’]s (?:iep|504|locker)| has (?:an iep|a 504|\\d+ (?:absences|tardies|missing))(?! meeting))(?!\\p{L})`,
  'iu',
);
/** The score of such a name. */
const TREATED_SCORE = 0.8;
/** So many sure names that begin lines in one way make a list of people, where so large a part of all such lines are. */
const LISTED_FROM = 4;
const LISTED_PART = 0.4;
/** So many full names that no public list has, with such a mean score, are one too. */
const MANY_LISTED = 8;
const MANY_SCORE = 0.25;
/** The same for a name that some public person has too. */
const LISTED_PUBLIC_PART = 0.7;
/** The score of a name in such a list. */
const LISTED_SCORE = 0.7;
/** Least probability of such a mention, where the word is no ordinary one. */
const REPEATED = 0.01;
const SPACE = /^[ \u00a0\u202f\t]?[ \u00a0\u202f]?$/;
const QUOTE = /^["“”'‘’(]$/;
const CLOSING = /^["”'’)]$/;
/** Marks that may stand inside a name: `Lopez, Maya R.`, `Benjamin "Ben" Carter`, `Benjamin (Ben) Carter`. */
const INNER_MARK = /^[.,"“”'‘’()]$/;

/** Words before a month or a season. */
const TIME_PREPOSITIONS = new Set(
  'in since until till by through during last next this every en desde hasta'.split(' '),
);
const isJoint = (key: string): boolean =>
  key === 'and' || key === 'or' || key === ',' || key === '-' || key === 'y';
/** Words that stand behind a name without a mark between, in screens, lists and hurried notes. */
const FIELD_WORDS = new Set(
  'rm room gr grade hm wk cell dob id ext per pd hr locker lit calc chem bio alg geo thx thanks pls plz'.split(
    ' ',
  ),
);
/** A letter after one of these is no initial: "Grade K. Marley". */
const GRADES = new Set('grade gr vitamin plan hall wing section group part team'.split(' '));

/** Before the plural of a surname: "the Nguyens", "los Hernandez". */
const ARTICLES = new Set(['the', 'los', 'las']);
const PLURALS = ['es', 's'];
const withoutEnd = (key: string, end: string) => (key.endsWith(end) ? key.slice(0, -end.length) : '');

/** What stands between the beginning of a line and its entry: nothing, a number or a bullet. */
const LINE_FRONT = /(?:^|[\r\n])[^\S\r\n]*(?:["•*–-]|\d{1,3}[.)]?)?[^\S\r\n]*$/u;
/** What stands behind the name of an entry: its end, a field, a number or a mark; in a list of books a sentence follows. */
const BEHIND_ENTRY = /^(?:\.?[^\S\r\n]*(?:$|[\r\n])|[^\S\r\n]*[^\p{L}\s,.]|\t|[^\S\r\n]{2})/u;
/** How far before an entry the beginning of its line is looked for, and its end behind it, in UTF-16 units. */
const FRONT = 12;
/** In so large a part of the entries of a list of "Last, First" the first word is no first name; in one of pairs it is. */
const TURNED_PART = 0.3;

/** `heading`: the cue word is capitalised, so that it may belong to a heading. */
type Cue = { code: BecauseCode; heading?: boolean } | undefined;

/** What may be a name, and what speaks for it. */
interface Weighed {
  from: number;
  to: number;
  cue: Cue;
  evidence: number[];
}

/** A name in the making: tokens `from` to `to` (exclusive) of the document. */
interface Name {
  from: number;
  to: number;
  score: number;
  codes: BecauseCode[];
}

export function personName(gazetteer: Gazetteer, tagger: Tagger): Recognizer {
  return {
    id: 'person-name',
    categories: ['person-name'],
    description: 'Names of students, families and staff.',
    find: (doc) => new PersonScan(doc, gazetteer, tagger).run(),
  };
}

/** What may be names in a document, with their evidence: for training, which fits the weights of it. */
export function weighNames(
  doc: TextDocument,
  gazetteer: Gazetteer,
  tagger: Tagger,
): Pick<Weighed, 'from' | 'to' | 'evidence'>[] {
  return new PersonScan(doc, gazetteer, tagger).weighed();
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Tokens on each side of a name that are beside it, and that are around it. */
const BESIDE = 10;
const AROUND = 30;
/** Fellows of a work weigh little below this. */
const FELLOWS_FROM = 0.02;
/** Letters of a word that can be of a work. */
const LEAST_LETTERS = 3;

/** How much speaks for a name where there is none. */
const NO_NAME = -3;

/** What may be names in a document, as evidence for and against one of them. */
class Crowd {
  readonly all: Weighed[];
  /** The likeliest first. */
  readonly ranked: Weighed[];
  readonly full: Weighed[];
  readonly sum: number;

  constructor(all: Weighed[]) {
    this.all = all;
    this.ranked = all.toSorted((a, b) => b.evidence[0]! - a.evidence[0]!);
    this.full = this.ranked.filter(({ from, to }) => to - from > 1);
    this.sum = all.reduce((sum, { evidence }) => sum + evidence[0]!, 0);
  }

  /** How likely the others are: the likeliest, all on the average, the number of full names, the likeliest of these. */
  without(one?: Weighed): number[] {
    const others = this.all.length - (one ? 1 : 0);
    const best = (ranked: Weighed[]) => ranked[ranked[0] === one ? 1 : 0]?.evidence[0] ?? NO_NAME;
    return [
      best(this.ranked),
      others > 0 ? (this.sum - (one?.evidence[0] ?? 0)) / others : NO_NAME,
      Math.log1p(this.full.length - (one && one.to - one.from > 1 ? 1 : 0)),
      best(this.full),
    ];
  }
}

const NOBODY = new Crowd([]);

class PersonScan {
  readonly doc: TextDocument;
  readonly tokens: Token[];
  readonly gazetteer: Gazetteer;
  readonly tagged: Tagged;
  /** Tokens that are no private name or already one: of names, public names, web and mail addresses. */
  readonly taken: Uint8Array;
  readonly publicName: Uint8Array;
  /** The last words of the public names that stand here: alone, they mean the same. */
  readonly publicSurnames = new Set<string>();
  readonly names: Name[] = [];
  /** What else in the document may be a name. */
  crowd = NOBODY;
  /** The same of each paragraph. */
  readonly crowds = new Map<number, Crowd>();
  /** Where each word is likeliest part of a public name, by its key. */
  mostPublic: Map<string, number[]> | undefined;
  /** How much the other names speak for a word being of a work that has them all. */
  fellows = (_word: string): number => 0;
  /** The letters that stand before a full stop at the beginnings of lines. */
  lineLetters: Set<string> | undefined;

  constructor(doc: TextDocument, gazetteer: Gazetteer, tagger: Tagger) {
    this.doc = doc;
    this.tokens = doc.tokens;
    this.gazetteer = gazetteer;
    this.tagged = tagger(doc, gazetteer);
    this.taken = addressTokens(doc);
    this.publicName = publicTokens(doc, gazetteer);
    for (let i = 0; i < doc.tokens.length; i++)
      if (this.publicName[i] && !this.publicName[i + 1]) this.publicSurnames.add(doc.tokens[i]!.key);
  }

  run(): Candidate[] {
    for (const weighed of this.weighed()) this.judge(weighed);
    this.treatedAsPupils();
    this.listedWithOthers(LISTED_PART, false);
    this.listedWithOthers(LISTED_PUBLIC_PART, true);
    this.repeat();
    this.repeatFamilies();
    const roles = rolesOfNames(this.doc, this.names);
    return this.names.map((name, i) => this.candidate(name, roles[i]!));
  }

  /** What may be names, in order; a judged one may take the place of those after it. */
  weighed(): Weighed[] {
    const weighed = this.joined()
      .flatMap((tagged) => this.parts(tagged))
      .flatMap((part) => this.weigh(part) ?? []);
    this.crowd = new Crowd(weighed);
    for (const [paragraph, some] of Map.groupBy(weighed, ({ from }) => this.tagged.paragraphOf[from]!))
      this.crowds.set(paragraph, new Crowd(some));
    if (weighed.length > 0) this.fellows = this.gazetteer.fellowsAmong(this.writtenAsNames());
    return weighed.map((one) => ({
      ...one,
      evidence: [...one.evidence, ...this.context(one.from, one.to, one)],
    }));
  }

  /** The words of the document that are written as names. */
  writtenAsNames(): Set<string> {
    const words = new Set<string>();
    for (let i = 0; i < this.tokens.length; i++) {
      const { kind, key } = this.tokens[i]!;
      if (kind === 'word' && key.length >= LEAST_LETTERS && this.isCapital(i)) words.add(key);
    }
    return words;
  }

  /** What stands beside a name: fellows of a work, public and private names, and the same word as a public name. */
  beside(from: number, to: number): number[] {
    const { at, publicAt } = this.tagged;
    let mostPublic = 0;
    let mostPrivate = 0;
    let publicSum = 0;
    for (let d = 1; d <= AROUND; d++)
      for (const i of [from - d, to - 1 + d]) {
        if (i < 0 || i >= this.tokens.length) continue;
        publicSum += publicAt(i);
        if (d > BESIDE) continue;
        mostPublic = Math.max(mostPublic, publicAt(i));
        mostPrivate = Math.max(mostPrivate, at(i));
      }
    return [
      Math.log(FELLOWS_FROM + Math.max(...this.tokens.slice(from, to).map(({ key }) => this.fellows(key)))),
      logit(mostPublic),
      Math.log1p(publicSum),
      logit(mostPrivate),
      logit(this.publicElsewhere(from, to)),
    ];
  }

  /** The probability that the first word of a name is part of a public name at another place. */
  publicElsewhere(from: number, to: number): number {
    if (!this.mostPublic) {
      this.mostPublic = new Map();
      for (let i = 0; i < this.tokens.length; i++) {
        // The likeliest two will do, of two alike the first one: one of them may be the name itself.
        const places = this.mostPublic.get(this.key(i));
        if (!places) this.mostPublic.set(this.key(i), [i]);
        else {
          const p = this.tagged.publicAt(i);
          const at = places.findIndex((place) => p > this.tagged.publicAt(place));
          if (at >= 0) places.splice(at, 0, i);
          else places.push(i);
          places.length = 2;
        }
      }
    }
    const other = this.mostPublic.get(this.key(from))!.find((i) => i < from || i >= to);
    return other === undefined ? 0 : this.tagged.publicAt(other);
  }

  /** What else may be a name, in the document and in the paragraph; what kind of text this is; what stands beside the name. */
  context(from: number, to: number, one?: Weighed): number[] {
    const near = this.crowds.get(this.tagged.paragraphOf[from]!) ?? NOBODY;
    return [
      ...this.crowd.without(one),
      ...near.without(one),
      ...signEvidence(this.tagged.signs, from),
      ...this.beside(from, to),
    ];
  }

  /** `Benjamin "Ben" Carter`, and `Lopez, Maya` in a list: one name where the tagger ended at the nickname or comma. */
  joined(): TaggedName[] {
    const names: TaggedName[] = [];
    const turned = this.turned();
    for (const name of this.tagged.names) {
      const before = names.at(-1);
      const closes = before && name.from === before.to + 1 && CLOSING.test(this.key(before.to));
      const opens = closes && before.to - before.from > 1 && QUOTE.test(this.key(before.to - 2));
      const initials = before && name.from === before.to && this.endsInInitial(before);
      if (before && (initials || opens || turned.has(name.from)))
        names[names.length - 1] = { from: before.from, to: name.to, p: Math.max(before.p, name.p) };
      else names.push(name);
    }
    return names;
  }

  /** Where the first names of such entries begin: "Maya" in the line "Lopez, Maya", but not in "Ana, Maya" of a list of pairs. */
  turned(): Set<number> {
    const entries: { last: number; first: number; isWide: boolean }[] = [];
    for (const [i, { from, to }] of this.tagged.names.entries()) {
      const before = this.tagged.names[i - 1];
      if (!before || from !== before.to + 1 || !this.mayBeSurname(before)) continue;
      const isWide = before.to - before.from > 1;
      // "Mahnoor Qazi, Zelle", "Ana Ruiz, liaison": by itself, or with a word behind, it is two people or a post.
      if (isWide && !(this.flags(from) & FLAG.given)) continue;
      if (this.isEntry(before.from, from, to)) entries.push({ last: before.from, first: from, isWide });
    }
    const surnames = entries.filter(({ last }) => !(this.flags(last) & FLAG.given));
    const isTurned = surnames.length >= TURNED_PART * entries.length;
    const turned = isTurned ? entries : surnames;
    return new Set(turned.filter(({ isWide }) => !isWide || turned.length > 1).map(({ first }) => first));
  }

  /** One word, or several of which the first is no given name: "Garcia Lopez", "De la Cruz", but not "Maya Lopez". */
  mayBeSurname({ from, to }: TaggedName): boolean {
    if (to - from === 1) return true;
    return to - from <= 4 && (PARTICLES.has(this.key(from)) || !(this.flags(from) & FLAG.given));
  }

  /** Whether a last name, a comma and a first name, up to a token, are an entry of a list. */
  isEntry(last: number, first: number, to: number): boolean {
    const { text } = this.doc;
    const { start } = this.tokens[last]!;
    const { end } = this.tokens[to - 1]!;
    const flags = this.flags(first);
    return (
      this.key(first - 1) === ',' &&
      this.tokens[first]!.start > this.tokens[first - 1]!.end &&
      ((flags & FLAG.given) !== 0 || flags === 0) &&
      (this.startsLine(last) || LINE_FRONT.test(text.slice(Math.max(0, start - FRONT), start))) &&
      BEHIND_ENTRY.test(text.slice(end, end + FRONT))
    );
  }

  /** "J." before "T. Reyes". */
  endsInInitial({ from, to }: TaggedName): boolean {
    const last = this.key(to - 1) === '.' ? to - 2 : to - 1;
    return last >= from && this.tokens[last]!.shape === 'initial' && this.touches(to - 1);
  }

  /** Cuts what the tagger joined: at wide gaps and marks, before words in lower case, after titles and kin words. */
  parts({ from, to, p }: TaggedName): TaggedName[] {
    const parts: TaggedName[] = [];
    let start = from;
    for (let i = from + 1; i <= to; i++) {
      if (i < to && !this.isBorder(i, start)) continue;
      // "Grace Nguyen spoke": what is cut off in lower case is no name.
      const rest =
        start > from && this.tokens[start]!.shape === 'lower' && this.tokens[start - 1]!.shape !== 'lower';
      const part = rest ? undefined : this.trimmed(start, i, p);
      if (part) parts.push(part);
      start = i;
    }
    return parts;
  }

  /** Whether a name that holds token `i - 1` ends before token `i`. */
  isBorder(i: number, start: number): boolean {
    const token = this.tokens[i]!;
    const before = this.tokens[i - 1]!;
    const gap = this.doc.text.slice(before.end, token.start);
    if (!SPACE.test(gap) || gap.includes('\t')) return true;
    if (before.kind === 'mark' && !INNER_MARK.test(before.key)) return true;
    if (token.kind === 'mark' && !INNER_MARK.test(token.key)) return true;
    // "Lopez,Maya" are cells of a table; "Lopez, Maya" is a name, "Maya Ana Lopez, Tom" two, "Maya, Tom, Ana" three.
    if (before.key === ',') return gap === '' || i - 1 - start > 3 || this.isInList(i);
    if (before.coreEnd < before.end || TITLES.has(before.key) || KIN_WORDS.has(before.key)) return true;
    const lower = token.shape === 'lower' && before.shape !== 'lower' && before.kind === 'word';
    return lower && !PARTICLES.has(token.key);
  }

  /** Whether the comma before token i is one of several that part single words: "Maya, Tom, Ana". */
  isInList(i: number): boolean {
    const isSingle = (at: number) =>
      this.isCapital(at) && this.tokens[at]!.sentence === this.tokens[i]!.sentence;
    const more = this.key(i + 1) === ',' && isSingle(i + 2) && !SUFFIXES.has(this.key(i + 2));
    const earlier = this.key(i - 3) === ',' && isSingle(i - 4);
    return isSingle(i - 2) && (more || earlier);
  }

  /** Whether an initial with its full stop numbers a line: "A. Maya" above "B. Devon". */
  isNumbering(i: number): boolean {
    if (this.tokens[i]!.shape !== 'initial' || !this.startsLine(i)) return false;
    this.lineLetters ??= new Set(
      this.doc.text.match(/^[ \t]{0,8}[A-H](?=\. )/gm)?.map((letter) => letter.trim().toLowerCase()),
    );
    const letter = this.key(i);
    return (
      this.lineLetters.has('a') &&
      this.lineLetters.has('b') &&
      (letter === 'a' || this.lineLetters.has(String.fromCharCode(letter.charCodeAt(0) - 1)))
    );
  }

  startsLine(i: number): boolean {
    return i === 0 || /[\r\n]/.test(this.doc.text.slice(this.tokens[i - 1]!.end, this.tokens[i]!.start));
  }

  /** Without what is no name at its ends. */
  trimmed(from: number, to: number, p: number): TaggedName | undefined {
    const outside = (i: number) => {
      const { key, kind, shape } = this.tokens[i]!;
      return (
        kind !== 'word' ||
        TITLES.has(key) ||
        KIN_WORDS.has(key) ||
        STUDENT_WORDS.has(key) ||
        (shape === 'lower' && PARTICLES.has(key))
      );
    };
    const isLetter = this.tokens[from]!.shape === 'initial' && this.key(from + 1) === '.';
    if (isLetter && (this.isNumbering(from) || GRADES.has(this.key(from - 1)))) from += 2;
    while (from < to && (outside(from) || SUFFIXES.has(this.key(from))) && !this.startsParticle(from, to))
      from++;
    while (from < to && (outside(to - 1) || CREDENTIALS.has(this.key(to - 1)))) to--;
    while (from < to - 1 && (FIELD_WORDS.has(this.key(to - 1)) || outside(to - 1))) to--;
    const letter = to - from === 1 && this.tokens[from]!.shape === 'initial';
    if (from >= to || (letter && GRADES.has(this.key(from - 1)))) return undefined;
    const last = this.tokens[to - 1]!;
    const dotted =
      (last.shape === 'initial' || last.key === 'jr' || last.key === 'sr') &&
      this.key(to) === '.' &&
      this.tokens[to]!.start === last.end;
    return { from: this.begin(from), to: dotted ? to + 1 : this.withSuffix(to), p };
  }

  /** Where a name begins whose initials ("J. T. Reyes") or front ("Maria de la Cruz") the tagger left out. */
  begin(from: number): number {
    let i = from;
    while (
      i > 1 &&
      this.key(i - 1) === '.' &&
      this.tokens[i - 2]!.shape === 'initial' &&
      this.touches(i - 1) &&
      !this.isNumbering(i - 2) &&
      !GRADES.has(this.key(i - 3))
    )
      i -= 2;
    let front = i;
    while (front > 0 && this.tokens[front - 1]!.shape === 'lower' && PARTICLES.has(this.key(front - 1)))
      front--;
    const given = front < i && front > 0 && this.isCapital(front - 1) && this.touches(front - 1);
    return given && this.flags(front - 1) & FLAG.given && !this.taken[front - 1] ? front - 1 : i;
  }

  /** "de la Cruz" may begin a family name; in lower case only before more of it. */
  startsParticle(from: number, to: number): boolean {
    return PARTICLES.has(this.key(from)) && from + 1 < to && this.tokens[from]!.kind === 'word';
  }

  /** The borders of a name and what speaks for it. */
  weigh({ from, to: end }: TaggedName): Weighed | undefined {
    if (this.taken[from]) return undefined;
    if (this.tokens[from]!.shape === 'lower' && FUNCTION_WORDS.has(this.key(from))) return undefined;
    // "Student D.O.B.: 3/4/2013"
    if (isSchoolLetters(this.doc.text.slice(this.tokens[from]!.start, this.tokens[end - 1]!.end)))
      return undefined;
    const cue = this.cueBefore(from);
    // In a script without capitals a name is told by a cue, or by its Latin form before it.
    if (this.tokens[from]!.shape === 'none' && !cue && this.key(from - 1) !== '(') return undefined;
    if (
      !cue &&
      end - from === 1 &&
      (this.isPlaceHere(from) || this.isBareWord(from) || this.isInHeading(from))
    )
      return undefined;
    const isHead = (i: number) => PLACE_HEADS.has(this.key(i)) && this.isCapital(i) && this.touches(i);
    if (!cue && (isHead(from) || isHead(from - 1))) return undefined;
    // "Daniel Park" is a person, "Lincoln Elementary" a place.
    const thing = THING_WORDS.has(this.key(end)) && this.isCapital(end) && this.touches(end - 1);
    const family = thing && end - from === 1 && (this.flags(end) & FLAG.surname) !== 0;
    const owned = family && (this.flags(from) & FLAG.given) !== 0 && !PLACE_NAMES.has(this.key(from));
    if (thing && !owned && !cue) return undefined;
    const to = owned ? end + 1 : end;
    return { from, to, cue, evidence: this.evidence(from, to, cue) };
  }

  /** A text of one or two words in lower case, one of them an ordinary word that is also a name: "fine", "young". */
  isBareWord(i: number): boolean {
    const entry = this.gazetteer.entryOf(this.key(i));
    return this.tokens[i]!.shape === 'lower' && this.tokens.length < 3 && (entry & WORD_BITS) !== 0;
  }

  /** "Summer Reading": a name that is a word, before another word with a capital that is no name. */
  isInHeading(i: number): boolean {
    const next = this.gazetteer.entryOf(this.key(i + 1));
    return (
      (this.flags(i) & FLAG.word) !== 0 &&
      this.tokens[i]!.shape === 'capital' &&
      this.tokens[i + 1]?.shape === 'capital' &&
      this.touches(i) &&
      (next & WORD_BITS) !== 0 &&
      (next & (FLAG.given | FLAG.surname)) === 0 &&
      !PERSON_VERBS.has(this.key(i + 1))
    );
  }

  /** "Moved here from Austin" or "in June", whoever is called so. */
  isPlaceHere(i: number): boolean {
    const key = this.key(i);
    if (this.tokens[i]!.coreEnd < this.tokens[i]!.end) return false;
    // "In April and June we test."
    if (CALENDAR.has(key))
      return (
        TIME_PREPOSITIONS.has(this.key(i - 1)) || (isJoint(this.key(i - 1)) && CALENDAR.has(this.key(i - 2)))
      );
    const known = PLACES.has(key) || PLACE_NAMES.has(key);
    return known && PLACE_PREPOSITIONS.has(this.key(i - 1));
  }

  judge({ from, to, cue, evidence }: Weighed): void {
    if (this.taken[from]) return;
    const score = this.tagged.score(evidence, this.leaning(from, to));
    if (score < REPORTED) return;
    const codes: BecauseCode[] = cue ? [cue.code] : ['name-model'];
    if ((this.flags(from) & (FLAG.given | FLAG.surname)) !== 0) codes.push('name-list');
    this.take({ from, to, score, codes });
  }

  /** Public names whose bearers the text treats as pupils: "Michael Jordan was absent Monday". */
  treatedAsPupils(): void {
    for (let to = 1; to <= this.tokens.length; to++) {
      if (!this.publicName[to - 1] || this.publicName[to] || this.taken[to - 1]) continue;
      const after = this.tokens[to - 1]!.coreEnd;
      if (!TREATED.test(this.doc.text.slice(after, after + 40))) continue;
      let from = to - 1;
      while (this.publicName[from - 1] && !this.taken[from - 1] && this.touches(from - 1)) from--;
      if (this.isCapital(from) || this.tagged.uncapitalised)
        this.take({ from, to, score: TREATED_SCORE, codes: ['before-verb'] });
    }
  }

  /**
   * Names that begin their lines as many sure ones do: 28 report-card comments are about 28 pupils, also where one is called
   * like somebody whom all know.
   * @param part least part of such lines that begin with a sure name
   * @param isPublic whether names that a public person has are meant, or the others
   */
  listedWithOthers(part: number, isPublic: boolean): void {
    const taken = new Map(this.names.map((name) => [name.from, name]));
    const lines = Map.groupBy(this.fullNamesAtLineStarts(), ({ kind }) => kind);
    for (const all of lines.values()) {
      const isSure = ({ from }: { from: number }) => (taken.get(from)?.score ?? 0) >= SURE_NAME;
      const sure = all.filter(isSure).length;
      const unknown = all.filter(({ from }) => this.publicName[from] !== 1);
      const score = mean(unknown.map(({ from }) => taken.get(from)?.score ?? 0));
      const many = unknown.length >= MANY_LISTED && score >= MANY_SCORE;
      if (!many && (sure < LISTED_FROM || sure < part * all.length)) continue;
      if (isPublic && sure < part * all.length) continue;
      for (const { from, to } of all) {
        if ((this.publicName[from] === 1) !== isPublic) continue;
        const known = taken.get(from);
        if (known) known.score = Math.max(known.score, LISTED_SCORE);
        else if (!this.taken[from] && !this.taken[to - 1])
          this.take({ from, to, score: LISTED_SCORE, codes: ['beside-name'] });
      }
    }
  }

  /** Two or three words that read as a full name at the start of a line, and what follows there: nothing, a mark or a word. */
  fullNamesAtLineStarts(): { from: number; to: number; kind: string }[] {
    const found: { from: number; to: number; kind: string }[] = [];
    for (let from = 0; from < this.tokens.length; from++) {
      if (!this.isCapital(from) || !(this.flags(from) & FLAG.given) || !this.startsLine(from)) continue;
      let to = from + 1;
      while (to - from < 3 && this.isCapital(to) && this.touches(to - 1)) to++;
      const last = this.flags(to - 1);
      const isName = (last & FLAG.surname) !== 0 || (last & FLAG.word) === 0;
      if (to - from < 2 || !isName || (this.isCapital(to) && this.touches(to - 1))) continue;
      const next = this.tokens[to];
      const kind = !next || this.startsLine(to) ? 'end' : next.kind;
      found.push({ from, to, kind });
    }
    return found;
  }

  /** What the log-odds of a name gain by rules: to pass a child by is worse than to ask in vain. */
  leaning(from: number, to: number): number {
    const { text } = this.doc;
    const start = this.tokens[from]!.start;
    const after = this.tokens[to - 1]!.end;
    const own =
      (NUMBERED.test(text.slice(after, after + 30)) ? NUMBER_BOOST : 0) +
      (OWN.test(text.slice(Math.max(0, start - 50), start)) ? OWN_BOOST : 0);
    if (to - from === 1 || this.publicName[from]) return own;
    const saysItsKind = this.tagged.signs.whole.some((count, kind) => count > 0 && kind !== OWN_SIGN);
    return saysItsKind ? own : own + SHORT_BOOST * Math.max(0, 1 - this.tokens.length / NOT_SHORT);
  }

  /** What the name itself says for it and against it; the judge is part of the model, so the order is too. */
  evidence(from: number, to: number, cue: Cue): number[] {
    const { odds, privateNames, publicNames, shortness, uncapitalised, at, apartAt, publicAt } = this.tagged;
    const inside = Array.from({ length: to - from }, (_, i) => from + i);
    const p = mean(inside.map(at));
    const entry = this.gazetteer.entryOf(this.key(from));
    const flags = entry & 7;
    const single = to - from === 1;
    const lower = this.tokens[from]!.shape === 'lower';
    // "Student Handbook": a capitalised cue may itself be part of a heading.
    const lowerWord = lower && (flags & FLAG.word) !== 0 && !cue;
    const plain = single && (lowerWord || flags === FLAG.word || (cue?.heading === true && flags === 0));
    const known =
      this.publicName[from] === 1 ||
      (single &&
        (this.gazetteer.isPublicWord(this.key(from)) ||
          this.tagged.isCast(from) ||
          (this.publicSurnames.has(this.key(from)) && !(flags & FLAG.given)) ||
          (PLACES.has(this.key(from)) && !(flags & FLAG.given))));
    return [
      logit(p),
      odds.whole,
      shortness,
      cue !== undefined && !cue.heading,
      cue?.heading === true,
      known,
      plain,
      single,
      isTiered(entry),
      lower && !uncapitalised,
      lower && uncapitalised,
      (flags & FLAG.word) !== 0,
      this.gazetteer.isPublicSurname(this.key(to - 1)),
      Math.log1p(Math.max(0, privateNames - p)),
      Math.log1p(publicNames),
      to - from,
      Math.log(this.tokens.length),
      logit(Math.max(...inside.map(publicAt))),
      logit(Math.min(...inside.map(at))),
      logit(Math.max(...inside.map(at))),
      odds.near[from]!,
      logit(mean(inside.map(apartAt))),
    ].map(Number);
  }

  take(name: Name): void {
    this.taken.fill(1, name.from, name.to);
    this.names.push(name);
  }

  flags(i: number): number {
    return this.gazetteer.flagsOf(this.key(i));
  }

  /** "The Hernandezes", where the text has a Sofia Hernandez: her family is as sure as she is. */
  repeatFamilies(): void {
    const sure = new Map<string, number>();
    for (const { from, to, score } of this.names) {
      const last = this.lastWord(from, to);
      if (score >= SURE_NAME && last > from)
        sure.set(this.key(last), Math.max(score, sure.get(this.key(last)) ?? 0));
    }
    if (sure.size === 0) return;
    for (let i = 1; i < this.tokens.length; i++) {
      if (!ARTICLES.has(this.key(i - 1)) || !this.isCapital(i) || !this.touches(i - 1)) continue;
      const singular = PLURALS.map((end) => withoutEnd(this.key(i), end)).find((key) => sure.has(key));
      if (!singular || this.publicName[i] || (this.isCapital(i + 1) && this.touches(i))) continue;
      // "The Parks" of a town, and no family of Daniel Park.
      if (this.gazetteer.entryOf(singular) & WORD_BITS && this.tagged.at(i) < LEAST) continue;
      const score = sure.get(singular)!;
      const known = this.names.find((name) => name.from <= i && i < name.to);
      if (known) known.score = Math.max(known.score, score);
      else if (!this.taken[i]) this.take({ from: i, to: i + 1, score, codes: ['name-repeat'] });
    }
  }

  /** The last word of a name that may end in a mark or "Jr." */
  lastWord(from: number, to: number): number {
    let last = to - 1;
    while (last > from && (this.tokens[last]!.kind !== 'word' || SUFFIXES.has(this.key(last)))) last--;
    return last;
  }

  /** A name found once is found at its other mentions, where the tagger does not rule it out. */
  repeat(): void {
    const sure = new Map<string, number>();
    for (const name of this.names) {
      if (name.score < SURE_NAME) continue;
      for (let i = name.from; i < name.to; i++) {
        const key = this.key(i);
        if (this.tokens[i]!.kind !== 'word' || key.length < 3 || SUFFIXES.has(key) || PARTICLES.has(key))
          continue;
        sure.set(key, Math.max(name.score, sure.get(key) ?? 0));
      }
    }
    if (sure.size === 0) return;
    for (let i = 0; i < this.tokens.length; i++) {
      const token = this.tokens[i]!;
      const best = sure.get(token.key);
      if (best === undefined || this.taken[i] || this.publicName[i] || this.isPlaceHere(i)) continue;
      const word = (this.flags(i) & FLAG.word) !== 0 || token.shape === 'lower';
      // "Mr. Park", after "Daniel Park", is no park.
      const isUnlikely = this.tagged.at(i) < (word ? LEAST : REPEATED);
      if (isUnlikely && this.cueBefore(i)?.code !== 'after-title') continue;
      const score = Math.min(
        best,
        Math.max(
          REPORTED,
          this.tagged.score([...this.evidence(i, i + 1, undefined), ...this.context(i, i + 1)], REPEAT_BOOST),
        ),
      );
      const from = this.begin(i);
      this.take({ from, to: i + 1, score, codes: ['name-repeat'] });
    }
  }

  isCapital(i: number): boolean {
    const shape = this.tokens[i]?.shape;
    return shape === 'capital' || shape === 'upper';
  }

  /** Only spaces of one line between token i and the next. */
  touches(i: number): boolean {
    const token = this.tokens[i];
    const next = this.tokens[i + 1];
    return (
      token !== undefined &&
      next !== undefined &&
      token.coreEnd === token.end &&
      token.sentence === next.sentence &&
      SPACE.test(this.doc.text.slice(token.end, next.start)) &&
      !this.doc.text.slice(token.end, next.start).includes('\t')
    );
  }

  key(i: number): string {
    return this.tokens[i]?.key ?? '';
  }

  withSuffix(to: number): number {
    const at = this.key(to) === ',' ? to + 1 : to;
    if (
      !SUFFIXES.has(this.key(at)) ||
      this.tokens[at]!.shape === 'lower' ||
      this.tokens[at]!.sentence !== this.tokens[to - 1]!.sentence
    )
      return to;
    const jr = this.key(at).endsWith('r');
    return jr && this.key(at + 1) === '.' && this.tokens[at + 1]!.start === this.tokens[at]!.end
      ? at + 2
      : at + 1;
  }

  /** The nearest word that tells before token i that a name comes. */
  cueBefore(i: number): Cue {
    const sentence = this.tokens[i]!.sentence;
    let at = i - 1;
    if (this.key(at) === '.' && TITLES.has(this.key(at - 1))) at--;
    const near = this.tokens[at];
    if (near?.sentence !== sentence) return undefined;
    if (TITLES.has(near.key) && near.shape !== 'lower') return { code: 'after-title' };
    let labelled = false;
    if (near.key === ':' || near.key === ',' || QUOTE.test(near.key)) {
      labelled = near.key === ':';
      at--;
    }
    let key = this.key(at);
    if (CUE_FILLERS.has(key) && NAMING_WORDS.has(this.key(at - 1))) key = this.key(--at);
    if (this.tokens[at]?.sentence !== sentence) return undefined;
    if (NAMING_WORDS.has(key) && (labelled || key !== 'name' || at < i - 1)) {
      return { code: 'after-cue' };
    }
    if (GREETINGS.has(key) && this.tokens[at]!.first) return { code: 'after-cue' };
    if (this.tokens[at]!.end !== this.tokens[at]!.coreEnd) return undefined;
    if (!STUDENT_WORDS.has(key) && !KIN_WORDS.has(key) && !STAFF_WORDS.has(key)) return undefined;
    return { code: 'after-cue', heading: !labelled && this.isCapital(at) };
  }

  /** "Kairos mom": the name's end without the possessive that lacks its apostrophe. */
  bareEnd(last: number): number {
    const { key, coreEnd, end } = this.tokens[last]!;
    const owned = KIN_WORDS.has(this.key(last + 1)) && key.length > 4 && key.endsWith('s') && coreEnd === end;
    if (!owned || this.gazetteer.flagsOf(key) & FLAG.given) return coreEnd;
    return isTiered(this.gazetteer.entryOf(key.slice(0, -1))) ? coreEnd - 1 : coreEnd;
  }

  candidate(name: Name, role: Role): Candidate {
    return {
      span: { start: this.tokens[name.from]!.start, end: this.bareEnd(name.to - 1) },
      category: 'person-name',
      score: name.score,
      recognizer: 'person-name',
      role,
      because: because(...name.codes),
    };
  }
}
