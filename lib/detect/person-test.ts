/**
 * Whether words of a text are said about one real person: the test that every sensitive statement must pass.
 * "Students with ADHD benefit" is about nobody in particular, "he has ADHD" and "Diagnosis: OHI" are about one.
 */
import type { TextDocument } from './document.ts';
import { FLAG, type Gazetteer } from './names/gazetteer.ts';
import { CALENDAR, PLACES } from './names/known.ts';
import { KIN_WORDS, PERSON_VERBS, TITLES } from './recognizers/person-cues.ts';

/** `here`: its own sentence is about one person; `near`: a neighbouring one or the form that it stands in is. */
export type About = 'here' | 'near' | 'none';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const ONE_PERSON = words(
  'he she him her his hers hes shes himself herself el ella kiddo hijo hija nieto nieta sobrino sobrina hijastro hijastra',
);
const ONE = words(
  'a an one my this that the his her new another our your their mi su el la un una este esta tu nuestro nuestra al del',
);
const PUPIL = words(
  `student pupil kid child boy girl learner kinder kindergartner freshman sophomore junior senior grader scholar client camper
  alumno alumna estudiante nino nina chico chica muchacho muchacha joven`,
);
const SPANISH_KIN = words(
  'mama papa madre padre hermano hermana hijo hija abuela abuelo abuelita tia tio primo prima padrastro madrastra papas padres familia',
);
/** "Parents can request a meeting" is about nobody; "his parents" are one child's. */
const GENERIC_KIN = words(
  'parent parents guardian guardians sibling padre padres madre madres papas familia mother father',
);
const GROUP = words(
  `students children kids learners people teachers pupils individuals families schools districts youth adolescents teens
  alumnos estudiantes ninos personas familias maestros docentes`,
);
/** A sentence with one of these tells of a book, a lesson, a drill or a rule. */
const NOBODY = words(
  `novel novels chapter character characters protagonist narrator author fiction fictional memoir playwright scene plot poem poet sonnet
  film movie textbook vocabulary lesson lessons unit objective curriculum workshop training policy handbook statute amendment
  century empire war novela personaje personajes protagonista capitulo autor autora cuento poema leccion vocabulario guerra siglo
  simulacro drill drills biography glossary choice slang idioms idiom scenario scenarios pretend invented roleplay
  hallway gallery timeline exhibit diseases syndromes slide novelist inventors museum practice species habitat astronaut myth legend goddess king queen saga musical anthology`,
);
/** "Student: Maya Lopez": what follows is a form about that person. */
const FORM =
  /(?:^|[\r\n|])[ \t]{0,8}(?:student(?:'s)?(?: name)?|name(?: of (?:student|child|pupil))?|pupil|child|camper|applicant|client|re|alumn[oa](?: \(a\))?|estudiante|nombre(?: del? (?:la )?(?:alumn[oa]|estudiante|niñ[oa]))?|niñ[oa])[ \t]{0,8}[:.|][ \t]{0,8}\S/iu;

/** What a sentence speaks of, as bits of `kindOf`. */
const PERSON = 1;
export const ABOUT_GROUP = 2;
export const ABOUT_NOBODY = 4;
export const ABOUT_PUPIL = 8;
const KNOWN = 16;

/** Reads a document sentence by sentence, each at most once. */
export class PersonTest {
  readonly #doc: TextDocument;
  readonly #gazetteer: Gazetteer;
  readonly #kinds: Uint8Array;
  #form: number | undefined;

  constructor(doc: TextDocument, gazetteer: Gazetteer) {
    this.#doc = doc;
    this.#gazetteer = gazetteer;
    this.#kinds = new Uint8Array(doc.sentences.length);
  }

  /** What the words at an offset (UTF-16 code units) are about; `reach` is how many sentences count as neighbours. */
  about(offset: number, reach = 3): About {
    const at = this.sentenceAt(offset);
    const kind = this.#kind(at);
    if (kind & ABOUT_NOBODY && !(kind & ABOUT_PUPIL)) return 'none';
    if (kind & PERSON) return 'here';
    if (kind & ABOUT_GROUP) return 'none';
    for (let d = 1; d <= reach; d++) {
      for (const near of [this.#kind(at - d), this.#kind(at + d)]) {
        if (near & PERSON && (!(near & ABOUT_NOBODY) || near & ABOUT_PUPIL)) return 'near';
      }
    }
    return this.#formStart() <= offset ? 'near' : 'none';
  }

  /** What a sentence speaks of, as bits: 1 one person, 2 a group, 4 a book, a lesson or a rule, 8 a pupil. */
  kindOf(sentence: number): number {
    return this.#kind(sentence);
  }

  /** The index of the sentence that holds an offset or ends before it. */
  sentenceAt(offset: number): number {
    const { sentences } = this.#doc;
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sentences[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The index of the first token that ends after an offset. */
  tokenAt(offset: number): number {
    const { tokens } = this.#doc;
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a word is a listed given or family name that is not known as a place, a month or a public name. */
  isListedName(i: number): boolean {
    const kind = this.nameKind(i);
    return kind === 'listed' || kind === 'word';
  }

  /** What the lists say of a word: a name, a name that is also a word, nothing, or that it is none. */
  nameKind(i: number): 'listed' | 'word' | 'unlisted' | 'none' {
    const { key } = this.#doc.tokens[i]!;
    if (PLACES.has(key) || this.#gazetteer.isPublicWord(key) || KIN_WORDS.has(key)) return 'none';
    const flags = this.#gazetteer.flagsOf(key);
    if (flags & (FLAG.given | FLAG.surname))
      return flags & FLAG.word || CALENDAR.has(key) ? 'word' : 'listed';
    return flags === 0 && !CALENDAR.has(key) ? 'unlisted' : 'none';
  }

  /** Whether a word is part of the name of somebody whom lessons are about. */
  isPublicName(i: number): boolean {
    const key = (at: number) => this.#doc.tokens[at]?.key ?? '';
    return (
      this.#gazetteer.isPublicWord(key(i)) ||
      this.#gazetteer.isPublicName(`${key(i)} ${key(i + 1)}`) ||
      this.#gazetteer.isPublicName(`${key(i - 1)} ${key(i)}`) ||
      this.#gazetteer.isPublicName(`${key(i)} ${key(i + 1)} ${key(i + 2)}`) ||
      this.#gazetteer.isPublicName(`${key(i - 1)} ${key(i)} ${key(i + 1)}`) ||
      this.#gazetteer.isPublicName(`${key(i - 2)} ${key(i - 1)} ${key(i)}`)
    );
  }

  #formStart(): number {
    this.#form ??= FORM.exec(this.#doc.text)?.index ?? Number.POSITIVE_INFINITY;
    return this.#form;
  }

  #kind(index: number): number {
    const sentence = this.#doc.sentences[index];
    if (!sentence) return 0;
    const known = this.#kinds[index]!;
    if (known) return known;
    let kind = KNOWN;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) kind |= this.#evidence(i);
    this.#kinds[index] = kind;
    return kind;
  }

  /** What one word says about its sentence. */
  #evidence(i: number): number {
    const { tokens } = this.#doc;
    const { key, kind, shape } = tokens[i]!;
    if (kind === 'number') return this.#isPastYear(i) ? ABOUT_NOBODY : 0;
    if (kind !== 'word') return 0;
    const before = tokens[i - 1]?.key ?? '';
    if (ONE_PERSON.has(key) && !(key === 'el' && !/[éÉ]/u.test(this.#doc.text[tokens[i]!.start]!)))
      return PERSON;
    if (PUPIL.has(key) && (ONE.has(before) || ONE.has(tokens[i - 2]?.key ?? ''))) return PERSON | ABOUT_PUPIL;
    if (GROUP.has(key)) return ABOUT_GROUP;
    if (NOBODY.has(key)) return ABOUT_NOBODY;
    if (TITLES.has(key) && shape === 'capital') return PERSON;
    if (KIN_WORDS.has(key) || SPANISH_KIN.has(key))
      return !GENERIC_KIN.has(key) || ONE.has(before) ? PERSON : 0;
    return (shape === 'capital' || shape === 'upper') && this.isNameLike(i) ? PERSON : 0;
  }

  /** "In 1929", not "3/4/1999" or "1929-A": no pupil was born before 2000. */
  #isPastYear(i: number): boolean {
    const { tokens } = this.#doc;
    const { key } = tokens[i]!;
    const joined = /^[-/.:#$]$/;
    return (
      /^1[4-9]\d\d$/.test(key) &&
      !joined.test(tokens[i - 1]?.key ?? '') &&
      !/^[-/:]$/.test(tokens[i + 1]?.key ?? '')
    );
  }

  /** Whether a capitalised word may be a private person's name: listed and no other word here, or unlisted within a sentence. */
  isNameLike(i: number): boolean {
    const { tokens } = this.#doc;
    const token = tokens[i]!;
    const { key } = token;
    if (this.isPublicName(i)) return false;
    const after = tokens[i + 1];
    const next = after?.key ?? '';
    const flags = this.#gazetteer.flagsOf(key);
    // "Jordan has", "April's mom", "Maya Lopez": a place or a month only where it is used as a name.
    if (PLACES.has(key) || CALENDAR.has(key)) {
      const surname = after?.shape === 'capital' && (this.#gazetteer.flagsOf(next) & FLAG.surname) !== 0;
      return (flags & FLAG.given) !== 0 && (PERSON_VERBS.has(next) || token.coreEnd < token.end || surname);
    }
    if (flags & FLAG.given) {
      if (!(flags & FLAG.word)) return true;
      if (token.shape === 'upper') return false;
      return !token.first || PERSON_VERBS.has(next) || /^[:–—(|,-]$/u.test(next);
    }
    // A word in no list is a name where it is used as one; else "Gondwana" would be a person.
    const used =
      PERSON_VERBS.has(next) || token.coreEnd < token.end || (token.first && /^[|–—(-]$/u.test(next));
    return flags === 0 && token.shape === 'capital' && key.length > 2 && used;
  }
}

const tests = new WeakMap<TextDocument, PersonTest>();

/** The person test of a document, made once and shared by all recognizers. */
export function personTest(doc: TextDocument, gazetteer: Gazetteer): PersonTest {
  const known = tests.get(doc) ?? new PersonTest(doc, gazetteer);
  tests.set(doc, known);
  return known;
}
