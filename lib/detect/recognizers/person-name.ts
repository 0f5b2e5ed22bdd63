/**
 * Names of private people: name lists, words around them, and compromise where those leave a capitalised word
 * unexplained. Titles, kin words, credentials and possessive endings are outside the span. A first version: the
 * trained tagger will take the place of the rules on bare words.
 */
import { type BecauseCode, because } from '../because.ts';
import type { TextDocument, Token } from '../document.ts';
import type { Candidate, Role } from '../finding.ts';
import { FLAG, type Gazetteer, nameKey } from '../names/gazetteer.ts';
import {
  CALENDAR,
  PLACE_NAMES,
  PLACES,
  PUBLIC_FULL_NAMES,
  PUBLIC_SINGLE_NAMES,
  THING_WORDS,
} from '../names/known.ts';
import type { PeopleFinder } from '../people.ts';
import type { Recognizer } from '../recognizer.ts';
import {
  ANY_VERBS,
  CREDENTIALS,
  CUE_FILLERS,
  DETERMINERS,
  GREETINGS,
  KIN_WORDS,
  NAMING_WORDS,
  PARTICLES,
  PERSON_VERBS,
  PLACE_PREPOSITIONS,
  STAFF_WORDS,
  STATES,
  STUDENT_WORDS,
  SUFFIXES,
  TITLES,
} from './person-cues.ts';

/** Longest piece that compromise is given at once; its cost grows faster than the text. */
const PIECE = 1000;
/** Most words of one name: "Maria de la Luz Garcia Lopez" has six. */
const NAME_WORDS = 6;
/** Outer length of a public name, in words. */
const PUBLIC_WORDS = 5;

const SPACE = /^[ \u00a0\u202f\t]?[ \u00a0\u202f]?$/;
const QUOTE = /^["“”'‘’(]$/;
/** "PhD" and "MA" are credentials, "Ma" is a name. */
const INNER_CAPITAL = /.\p{Lu}/u;
const ENDS_WORD = /(?:ing|ed|tion|sion|ly|ment|ness|ity|ism|ology|ists?|ics?)$/;

/** `heading`: the cue word is capitalised, so that it may belong to a heading. */
type Cue = { role: Role; code: BecauseCode; heading?: boolean } | undefined;

interface Verdict {
  score: number;
  codes: BecauseCode[];
}

const verdict = (score: number, ...codes: BecauseCode[]): Verdict => ({ score, codes });

/** A name in the making: tokens `from` to `to` (exclusive) of the document. */
interface Name extends Verdict {
  from: number;
  to: number;
  role: Role;
}

export function personName(gazetteer: Gazetteer, people?: () => PeopleFinder): Recognizer {
  return {
    id: 'person-name',
    categories: ['person-name'],
    description: 'Names of students, families and staff.',
    find: (doc) => new PersonScan(doc, gazetteer, people).run(),
  };
}

class PersonScan {
  readonly doc: TextDocument;
  readonly tokens: Token[];
  readonly gazetteer: Gazetteer;
  readonly people: (() => PeopleFinder) | undefined;
  /** Tokens that are explained: part of a name, of a public name, of a web or mail address. */
  readonly taken: Uint8Array;
  readonly publicParts = new Set<string>();
  /** Tokens that are part of a name. */
  readonly named: Uint8Array;
  readonly names: Name[] = [];

  constructor(doc: TextDocument, gazetteer: Gazetteer, people: (() => PeopleFinder) | undefined) {
    this.doc = doc;
    this.tokens = doc.tokens;
    this.gazetteer = gazetteer;
    this.people = people;
    this.taken = new Uint8Array(doc.tokens.length);
    this.named = new Uint8Array(doc.tokens.length);
  }

  run(): Candidate[] {
    this.takeAddresses();
    this.takePublicNames();
    for (let i = 0; i < this.tokens.length; i++) {
      if (this.taken[i]) continue;
      const name = this.nameAt(i);
      if (!name) continue;
      this.take(name);
      i = name.to - 1;
    }
    this.joined();
    this.askPeople();
    this.repeat();
    return this.names.map((name) => this.candidate(name));
  }

  /** Words inside a web or mail address or after @ and # are not names in running text. */
  takeAddresses(): void {
    for (const match of this.doc.text.matchAll(/(?:https?:\/\/|www\.|[@#])\S+|[^\s@]{1,64}@\S+/g)) {
      this.takeRange(match.index, match.index + match[0].length);
    }
  }

  takeRange(start: number, end: number): void {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tokens[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.tokens.length && this.tokens[i]!.start < end; i++) this.taken[i] = 1;
  }

  takePublicNames(): void {
    for (let i = 0; i < this.tokens.length; i++) {
      if (!this.isCapital(i) && this.tokens[i]!.shape !== 'initial') continue;
      let phrase = '';
      let longest = 0;
      for (let j = i, count = 0; j < this.tokens.length && count < PUBLIC_WORDS; j++) {
        const token = this.tokens[j]!;
        if (token.sentence !== this.tokens[i]!.sentence) break;
        if (token.kind === 'mark' && token.key === '.') continue;
        if (token.kind !== 'word') break;
        phrase += count++ === 0 ? token.key : ` ${token.key}`;
        if (PUBLIC_FULL_NAMES.has(phrase)) longest = j + 1;
      }
      for (let j = i; j < longest; j++) {
        this.taken[j] = 1;
        if (this.tokens[j]!.key.length > 2) this.publicParts.add(this.tokens[j]!.key);
      }
      if (longest > 0) i = longest - 1;
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

  /** Flags of a word; of a double name ("Garcia-Lopez") those of its parts. */
  flags(i: number): number {
    const token = this.tokens[i];
    if (token?.kind !== 'word') return 0;
    const whole = this.gazetteer.flagsOf(token.key);
    const core = this.doc.text.slice(token.start, token.coreEnd);
    if (whole !== 0 || !core.includes('-')) return whole;
    const parts = core.split('-');
    // "Maya-led": the part in lower case is no name.
    if (parts.some((part) => part[0] === part[0]?.toLowerCase())) return 0;
    return parts.reduce((sum, part) => sum | (this.gazetteer.flagsOf(nameKey(part)) & ~FLAG.word), 0);
  }

  has(i: number, flag: number): boolean {
    return (this.flags(i) & flag) !== 0;
  }

  /** A word that cannot be part of a private name, whatever stands around it. */
  isBarred(i: number): boolean {
    const key = this.key(i);
    return (
      this.taken[i] === 1 ||
      TITLES.has(key) ||
      KIN_WORDS.has(key) ||
      (CALENDAR.has(key) && !this.has(i, FLAG.given)) ||
      (CREDENTIALS.has(key) &&
        INNER_CAPITAL.test(this.doc.text.slice(this.tokens[i]!.start, this.tokens[i]!.end))) ||
      STUDENT_WORDS.has(key) ||
      SUFFIXES.has(key)
    );
  }

  isKnown(i: number): boolean {
    const key = this.key(i);
    return PUBLIC_SINGLE_NAMES.has(key) || PLACES.has(key) || CALENDAR.has(key) || this.publicParts.has(key);
  }

  /** "Elementary", "Street"; but "Park" and "Hall" are family names after a given name. */
  isThing(i: number): boolean {
    if (!THING_WORDS.has(this.key(i))) return false;
    const before = this.flags(i - 1);
    const givenBefore = (before & FLAG.given) !== 0 && !(before & FLAG.word) && !this.isKnown(i - 1);
    return !(this.has(i, FLAG.surname) && givenBefore && !PLACE_NAMES.has(this.key(i - 1)));
  }

  /** May stand in a name after its first word. */
  continues(i: number): boolean {
    const token = this.tokens[i];
    if (token?.kind !== 'word' || this.isBarred(i) || this.isThing(i)) return false;
    if (token.shape === 'initial') return token.key !== 'i' || this.key(i + 1) === '.';
    if (!this.isCapital(i)) return false;
    const flags = this.flags(i);
    if (flags & FLAG.surname) return !(flags & FLAG.word) || !this.isKnown(i);
    return (
      flags === FLAG.given ||
      (flags === 0 && !this.isKnown(i) && !(token.shape === 'upper' && token.key.length < 4))
    );
  }

  /** The token after the name that starts at i: given names, initials, particles, surname, a nickname, Jr. */
  extend(i: number): number {
    let to = i + 1;
    let words = 1;
    if (this.tokens[i]!.shape === 'initial' && this.key(to) === '.') to++;
    while (words < NAME_WORDS && this.gapIsInside(to - 1)) {
      if (this.continues(to)) {
        // "Maya Lopez Ana Ruiz": a given name after a family name begins another person.
        const surnameOnly = words > 1 && this.has(to - 1, FLAG.surname) && !this.has(to - 1, FLAG.given);
        if (surnameOnly && this.flags(to) === FLAG.given) break;
        words++;
        to++;
        if (this.tokens[to - 1]!.shape === 'initial' && this.key(to) === '.') to++;
        continue;
      }
      const nickname = this.nicknameEnd(to);
      if (nickname > 0) {
        to = nickname;
        continue;
      }
      let particle = to;
      while (
        particle < to + 3 &&
        this.tokens[particle]?.shape === 'lower' &&
        PARTICLES.has(this.key(particle)) &&
        this.touches(particle)
      )
        particle++;
      if (particle === to || !this.continues(particle)) break;
      to = particle + 1;
      words++;
    }
    return this.withSuffix(to);
  }

  gapIsInside(i: number): boolean {
    const token = this.tokens[i];
    if (token?.kind === 'mark' && token.key !== '.' && !QUOTE.test(token.key)) return false;
    return this.touches(i);
  }

  /** A quoted nickname followed by more of the name: `Benjamin "Ben" Carter`. Returns the token after it, or 0. */
  nicknameEnd(i: number): number {
    const inside = i + 1;
    if (this.tokens[i]?.kind !== 'mark' || !QUOTE.test(this.key(i)) || !this.isCapital(inside)) return 0;
    if (!QUOTE.test(this.key(inside + 1)) && this.key(inside + 1) !== ')') return 0;
    return this.touches(inside + 1) && this.continues(inside + 2) && this.isCapital(inside + 2)
      ? inside + 2
      : 0;
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
    if (TITLES.has(near.key) && near.shape !== 'lower') {
      const kin = this.roleWordNear(at, 2) === 'family';
      return { role: kin ? 'family' : 'staff', code: 'after-title' };
    }
    let labelled = false;
    if (near.key === ':' || near.key === ',' || QUOTE.test(near.key)) {
      labelled = near.key === ':';
      at--;
    }
    let key = this.key(at);
    if (CUE_FILLERS.has(key) && NAMING_WORDS.has(this.key(at - 1))) key = this.key(--at);
    if (this.tokens[at]?.sentence !== sentence) return undefined;
    if (NAMING_WORDS.has(key) && (labelled || key !== 'name' || at < i - 1)) {
      return { role: this.roleWordNear(at, 4) ?? 'unknown', code: 'after-cue' };
    }
    if (GREETINGS.has(key) && this.tokens[at]!.first) return { role: 'unknown', code: 'after-cue' };
    if (this.tokens[at]!.end !== this.tokens[at]!.coreEnd) return undefined;
    const role = roleOf(key);
    const heading = !labelled && this.isCapital(at);
    return role && { role, code: 'after-cue', heading };
  }

  /** The role that a word among the `reach` tokens before `at` gives. */
  roleWordNear(at: number, reach: number): Role | undefined {
    for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
      if (this.tokens[i]!.sentence !== this.tokens[at]!.sentence) break;
      const role = roleOf(this.key(i));
      if (role) return role;
    }
    return undefined;
  }

  roleAround(from: number, to: number, cue: Cue): Role {
    if (cue && cue.role !== 'unknown') return cue.role;
    const last = this.tokens[to - 1]!;
    const next = this.tokens[to];
    if (next?.sentence !== last.sentence) return 'unknown';
    // "Maya's mom": whoever has a parent in the draft is the pupil.
    if (last.coreEnd < last.end && KIN_WORDS.has(next.key)) return 'student';
    if (next.key === ',' || next.key === '(') {
      for (let i = to + 1; i < to + 5 && this.tokens[i]?.sentence === last.sentence; i++) {
        const role = this.isCapital(i) && i > to + 1 ? undefined : roleOf(this.key(i));
        if (role) return role;
        if (this.key(i) === ',' || this.key(i) === ')' || this.isCapital(i)) break;
      }
    }
    if (this.tokens[from - 1]?.sentence === last.sentence && this.key(from - 1) === ',') {
      return this.roleWordNear(from - 1, 1) ?? 'unknown';
    }
    return 'unknown';
  }

  nameAt(i: number): Name | undefined {
    const token = this.tokens[i]!;
    if (token.kind !== 'word' || this.isBarred(i)) return undefined;
    const cue = this.cueBefore(i);
    if (token.shape === 'lower') return this.lowerCaseName(i, cue);
    if (token.shape === 'initial') return this.initialName(i, cue);
    if (!this.isCapital(i)) return undefined;
    const inverted = this.lastFirst(i);
    if (inverted) return inverted;
    const to = this.extend(i);
    return this.judge(i, to, cue);
  }

  judge(i: number, to: number, cue: Cue): Name | undefined {
    const verdict = this.verdict(i, to, cue);
    return verdict && { from: i, to, role: this.roleAround(i, to, cue), ...verdict };
  }

  verdict(i: number, to: number, cue: Cue): Verdict | undefined {
    const key = this.key(i);
    const several = to - i > 1;
    if (cue?.code === 'after-title') {
      const known = !several && (PUBLIC_SINGLE_NAMES.has(key) || this.publicParts.has(key));
      return known ? undefined : verdict(0.95, 'after-title');
    }
    if (THING_WORDS.has(this.key(to)) && this.isCapital(to) && this.touches(to - 1)) return undefined;
    if (!several && this.isKnown(i)) {
      return cue?.role === 'student' && this.has(i, FLAG.given) ? verdict(0.7, 'after-cue') : undefined;
    }
    const cued = cue && this.verdictAfterCue(i, several, cue);
    if (cued) return cued;
    if (this.isPlaceHere(i)) {
      return several && this.has(to - 1, FLAG.surname) ? verdict(0.8, 'name-list') : undefined;
    }
    return several ? this.verdictOnSeveral(i, to) : this.verdictOnOne(i);
  }

  verdictAfterCue(i: number, several: boolean, cue: NonNullable<Cue>): Verdict | undefined {
    if (this.has(i, FLAG.given)) return verdict(0.95, 'after-cue', 'name-list');
    // "Student Handbook": a capitalised cue may itself be part of a heading.
    if (this.has(i, FLAG.word) || cue.heading) return undefined;
    if (this.tokens[i]!.shape === 'upper' && !several && this.flags(i) === 0) return undefined;
    return verdict(0.8, 'after-cue', 'name-shape');
  }

  verdictOnSeveral(i: number, to: number): Verdict | undefined {
    const token = this.tokens[i]!;
    const flags = this.flags(i);
    const last = this.flags(to - 1);
    const surname = (last & FLAG.surname) !== 0 && !(last & FLAG.word);
    const word = (flags & FLAG.word) !== 0;
    if (flags & FLAG.given) {
      if (!word) return surname ? verdict(0.95, 'name-list') : verdict(0.85, 'name-list', 'name-shape');
      if (surname) return verdict(token.first ? 0.7 : 0.85, 'name-list');
      if (last & FLAG.surname)
        return this.pairOfWords(i, to) ? verdict(0.6, 'name-list', 'name-shape') : undefined;
      return last === 0 && !token.first ? verdict(0.6, 'name-list', 'name-shape') : undefined;
    }
    if (word || token.shape !== 'capital' || ENDS_WORD.test(token.key)) return undefined;
    // An unlisted first name before a listed family name, or family name first.
    if (surname) return verdict(0.75, 'name-list', 'name-shape');
    const acts = PERSON_VERBS.has(this.key(to)) || this.tokens[to - 1]!.coreEnd < this.tokens[to - 1]!.end;
    if (DETERMINERS.has(this.key(i - 1))) return undefined;
    if (acts) return verdict(0.55, 'name-shape', 'before-verb');
    // Names that no list has are most often those of families from elsewhere: two such words in running text are taken for one.
    const plain = last === 0 && this.tokens[to - 1]!.shape === 'capital' && !ENDS_WORD.test(this.key(to - 1));
    return plain && !token.first ? verdict(0.5, 'name-shape') : undefined;
  }

  /** "Hope Young" among words in lower case, or before what a person does; not "Summer Reading" in a heading. */
  pairOfWords(i: number, to: number): boolean {
    if (DETERMINERS.has(this.key(i - 1)) || this.isCapital(to)) return false;
    if (this.tokens[i]!.first) return PERSON_VERBS.has(this.key(to));
    return this.tokens[i - 1]!.first || !this.isCapital(i - 1);
  }

  verdictOnOne(i: number): Verdict | undefined {
    const token = this.tokens[i]!;
    const flags = this.flags(i);
    const next = this.key(i + 1);
    if (flags & FLAG.given && !(flags & FLAG.word)) {
      return verdict(token.shape === 'upper' ? 0.65 : 0.85, 'name-list');
    }
    if (DETERMINERS.has(this.key(i - 1))) return undefined;
    const owns = token.coreEnd < token.end && KIN_WORDS.has(next);
    if (owns && (flags & FLAG.given || !(flags & FLAG.word))) return verdict(0.85, 'before-kin');
    if (flags & FLAG.given && this.standsAlone(i)) {
      if (PERSON_VERBS.has(next) || token.coreEnd < token.end)
        return verdict(0.65, 'name-list', 'before-verb');
      return token.first ? undefined : verdict(0.55, 'name-list', 'name-shape');
    }
    if (!PERSON_VERBS.has(next)) return undefined;
    if (flags === FLAG.surname) return verdict(0.65, 'name-list', 'before-verb');
    const does = !ANY_VERBS.has(next) || STATES.has(this.key(i + 2));
    const personal = does && token.shape === 'capital' && !ENDS_WORD.test(token.key);
    return flags === 0 && personal ? verdict(0.6, 'name-shape', 'before-verb') : undefined;
  }

  /** A capitalised word among words in lower case: not part of a heading or a longer proper name. */
  standsAlone(i: number): boolean {
    const neighbour = (at: number) =>
      this.tokens[at]?.sentence === this.tokens[i]!.sentence &&
      this.isCapital(at) &&
      !this.tokens[at]!.first &&
      (!this.has(at, FLAG.given) || this.isKnown(at));
    return this.tokens[i]!.shape === 'capital' && !neighbour(i - 1) && !neighbour(i + 1);
  }

  isPlaceHere(i: number): boolean {
    return (
      PLACE_NAMES.has(this.key(i)) && (PLACE_PREPOSITIONS.has(this.key(i - 1)) || PLACES.has(this.key(i + 2)))
    );
  }

  /** Lower case is taken for a name only after a cue: "my student maya". */
  lowerCaseName(i: number, cue: Cue): Name | undefined {
    const flags = this.flags(i);
    if (!cue || !(flags & FLAG.given) || flags & FLAG.word || PARTICLES.has(this.key(i))) return undefined;
    const surname =
      this.touches(i) &&
      this.flags(i + 1) === FLAG.surname &&
      this.tokens[i + 1]!.shape === 'lower' &&
      !PARTICLES.has(this.key(i + 1));
    const to = surname ? i + 2 : i + 1;
    return { from: i, to, score: 0.7, codes: [cue.code, 'name-list'], role: this.roleAround(i, to, cue) };
  }

  /** "M. Lopez", "J. T. Reyes". */
  initialName(i: number, cue: Cue): Name | undefined {
    let at = i;
    while (
      at < i + 6 &&
      this.tokens[at]?.shape === 'initial' &&
      this.key(at + 1) === '.' &&
      this.tokens[at + 1]!.start === this.tokens[at]!.end
    )
      at += 2;
    if (at === i || !this.isCapital(at) || this.tokens[at]!.sentence !== this.tokens[i]!.sentence)
      return undefined;
    if (this.isBarred(at) || this.isKnown(at) || THING_WORDS.has(this.key(at))) return undefined;
    const flags = this.flags(at);
    if (flags & FLAG.word ? !(cue && flags & FLAG.surname) : false) return undefined;
    const to = this.withSuffix(at + 1);
    return {
      from: i,
      to,
      score: flags & FLAG.surname ? 0.8 : 0.6,
      codes: flags ? ['name-list', 'name-shape'] : ['name-shape'],
      role: this.roleAround(i, to, cue),
    };
  }

  /** "Lopez, Maya" and "Lopez, Maya R.": one finding. */
  lastFirst(i: number): Name | undefined {
    const flags = this.flags(i);
    if (this.isKnown(i) || (flags !== 0 && !(flags & FLAG.surname))) return undefined;
    let comma = i + 1;
    while (comma < i + 3 && this.touches(comma - 1) && this.continues(comma)) comma++;
    const first = comma + 1;
    if (this.key(comma) !== ',' || !this.isCapital(first) || this.isBarred(first)) return undefined;
    if (this.tokens[first]!.sentence !== this.tokens[i]!.sentence || PLACES.has(this.key(first)))
      return undefined;
    let to = first + 1;
    if (this.tokens[to]?.shape === 'initial' && this.touches(first)) to += this.key(to + 1) === '.' ? 2 : 1;
    const heads = this.tokens[i - 1]?.sentence !== this.tokens[i]!.sentence;
    const listed = /^(?:,|and|&|or)$/.test(this.key(to));
    // "Jackson, Maya, and Tom" is a list of people, "Will, Maya said" an address: a word or a given name must head a line.
    if (flags & (FLAG.given | FLAG.word) && (!heads || listed)) return undefined;
    if (listed && flags === 0) return undefined;
    const codes: BecauseCode[] = ['name-list', 'name-shape'];
    const role = this.roleAround(i, to, undefined);
    if (this.has(first, FLAG.given)) return { from: i, to, score: flags ? 0.9 : 0.7, codes, role };
    const unlistedFirst = heads && flags === FLAG.surname && this.flags(first) === 0 && !listed;
    return unlistedFirst ? { from: i, to, score: 0.75, codes, role } : undefined;
  }

  take(name: Name): void {
    this.taken.fill(1, name.from, name.to);
    this.named.fill(1, name.from, name.to);
    this.names.push(name);
  }

  /**
   * "Priya, Jamal and Tuan": a word beside a name in a list of people is a name too, also where no name list has it.
   * Names that are rare in US statistics depend on this, so it runs both ways.
   */
  joined(): void {
    for (let i = 1; i < this.tokens.length; i++) this.joinAt(i);
    for (let i = this.tokens.length - 2; i >= 0; i--) this.joinAt(i);
  }

  joinAt(i: number): void {
    const token = this.tokens[i]!;
    if (this.taken[i] || token.shape !== 'capital' || this.isBarred(i) || this.isKnown(i)) return;
    if (i > 0 && this.isOpen(i - 1) && this.touches(i - 1)) return;
    const flags = this.flags(i);
    const wordName = (flags & FLAG.given) !== 0 && this.standsAlone(i);
    if (flags & FLAG.word ? !wordName : ENDS_WORD.test(token.key)) return;
    const to = flags & FLAG.word ? i + 1 : this.extend(i);
    if (THING_WORDS.has(this.key(to)) || !(this.linksName(i - 1, i - 2) || this.linksName(to, to + 1)))
      return;
    const codes: BecauseCode[] = flags ? ['beside-name', 'name-list'] : ['beside-name'];
    this.take({
      from: i,
      to,
      score: flags ? 0.75 : 0.65,
      codes,
      role: this.roleAround(i, to, this.cueBefore(i)),
    });
  }

  /** Whether token `at` is a comma, "and" or the like with a name on its other side. */
  linksName(at: number, other: number): boolean {
    const sentence = this.tokens[at]?.sentence;
    return (
      this.named[other] === 1 &&
      this.tokens[other]!.sentence === sentence &&
      (this.key(at) === 'and' || this.key(at) === '&' || this.key(at) === 'or' || this.key(at) === ',')
    );
  }

  /** A capitalised word that no list and no rule explains. */
  isOpen(i: number): boolean {
    const token = this.tokens[i]!;
    if (
      this.taken[i] ||
      token.kind !== 'word' ||
      token.shape !== 'capital' ||
      this.isBarred(i) ||
      this.isKnown(i)
    )
      return false;
    const flags = this.flags(i);
    if (flags & FLAG.word || THING_WORDS.has(token.key) || this.isPlaceHere(i)) return false;
    if (!token.first) return true;
    return (
      flags !== 0 || this.isCapital(i + 1) || PERSON_VERBS.has(this.key(i + 1)) || token.coreEnd < token.end
    );
  }

  askPeople(): void {
    if (!this.people) return;
    for (const sentence of this.doc.sentences) {
      let from = sentence.firstToken;
      while (from < sentence.endToken) {
        let to = from + 1;
        while (to < sentence.endToken && this.tokens[to]!.end - this.tokens[from]!.start <= PIECE) to++;
        let open = false;
        for (let i = from; i < to && !open; i++) open = this.isOpen(i);
        if (open) this.askAbout(from, to);
        from = to;
      }
    }
  }

  askAbout(from: number, to: number): void {
    const base = this.tokens[from]!.start;
    const piece = this.doc.text.slice(base, this.tokens[to - 1]!.end);
    if (piece.length > PIECE) return;
    for (const span of this.people!()(piece)) {
      let run = -1;
      for (let i = from; i <= to; i++) {
        const token = this.tokens[i];
        const inside =
          i < to &&
          token !== undefined &&
          token.start >= base + span.start &&
          token.coreEnd <= base + span.end;
        const part = inside && (this.isOpen(i) || (run >= 0 && !this.taken[i] && this.continues(i)));
        if (part && run < 0) run = i;
        if (!part && run >= 0) {
          this.takeModelName(run, i);
          run = -1;
        } else if (part && run >= 0 && !this.gapIsInside(i)) {
          this.takeModelName(run, i + 1);
          run = -1;
        }
      }
    }
  }

  takeModelName(from: number, to: number): void {
    if (THING_WORDS.has(this.key(to)) && this.isCapital(to)) return;
    const listed = this.flags(from) !== 0;
    if (to - from === 1 && !listed && ENDS_WORD.test(this.key(from))) return;
    const codes: BecauseCode[] = listed ? ['name-model', 'name-list'] : ['name-model'];
    this.take({
      from,
      to,
      score: listed ? 0.65 : 0.55,
      codes,
      role: this.roleAround(from, to, this.cueBefore(from)),
    });
  }

  /** A name found once is found at its other mentions, unless the word is an ordinary one there. */
  repeat(): void {
    const sure = new Set<string>();
    for (const name of this.names) {
      if (name.score < 0.7) continue;
      for (let i = name.from; i < name.to; i++) {
        if (
          this.tokens[i]!.kind === 'word' &&
          this.key(i).length > 2 &&
          !SUFFIXES.has(this.key(i)) &&
          !PARTICLES.has(this.key(i))
        )
          sure.add(this.key(i));
      }
    }
    if (sure.size === 0) return;
    for (let i = 0; i < this.tokens.length; i++) {
      const token = this.tokens[i]!;
      if (this.taken[i] || !sure.has(token.key) || !this.isCapital(i) || this.isBarred(i)) continue;
      if (this.has(i, FLAG.word) && (token.first || !this.standsAlone(i) || DETERMINERS.has(this.key(i - 1))))
        continue;
      if ((THING_WORDS.has(this.key(i + 1)) && this.isCapital(i + 1)) || this.isPlaceHere(i)) continue;
      this.take({
        from: i,
        to: i + 1,
        score: 0.75,
        codes: ['name-repeat'],
        role: this.roleAround(i, i + 1, this.cueBefore(i)),
      });
    }
  }

  candidate(name: Name): Candidate {
    return {
      span: { start: this.tokens[name.from]!.start, end: this.tokens[name.to - 1]!.coreEnd },
      category: 'person-name',
      score: name.score,
      recognizer: 'person-name',
      role: name.role,
      because: because(...name.codes),
    };
  }
}

function roleOf(key: string): Role | undefined {
  if (STUDENT_WORDS.has(key)) return 'student';
  if (KIN_WORDS.has(key)) return 'family';
  return STAFF_WORDS.has(key) ? 'staff' : undefined;
}
