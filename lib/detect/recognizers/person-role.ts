/**
 * Who a named person is: read from titles, kin and job words, relations, labels, greetings and signatures around one
 * mention. Where the words leave a doubt the role is `unknown`, which is protected like a student's: a wrong `staff`
 * would let a child's name pass. `self` is never read from a text; it is for the teacher to say.
 */
import type { TextDocument, Token } from '../document.ts';
import type { Role } from '../finding.ts';
import {
  CREDENTIALS,
  GREETINGS,
  KIN_WORDS,
  NAMING_WORDS,
  STAFF_WORDS,
  STUDENT_WORDS,
  TITLES,
} from './person-cues.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Parents bear these titles too. */
const PLAIN_TITLES = words('mr mrs ms miss mx sr sra srta senor senora senorita');
/** In hurried lower case these are titles still. */
const LOWER_TITLES = words('mr mrs ms mx dr sr sra srta senora senor');
const MORE_STAFF = words(
  'instructor educator coordinator advisor adviser director clerk custodian paraeducator slp tutor',
);
const SPANISH_STAFF = words(
  `maestra maestro profesora profesor profe docente directora subdirector subdirectora consejera consejero orientadora orientador
  psicologa psicologo enfermera enfermero entrenador entrenadora`,
);
const SPANISH_OWN = words('la el mi su nuestra nuestro otra otro');
const MORE_KIN = words(
  `madre padre hermano hermana primo prima esposa esposo madrastra padrastro abuelita abuelito grandparent grandparents stepparent
  stepbrother stepsister twin mamma grandmom granddad moms dads`,
);
/** Who is called this is a child, and whose child it is is family. */
const CHILD_WORDS = words(
  `son daughter stepson stepdaughter grandson granddaughter niece nephew hijo hija nieto nieta sobrino sobrina hijastro hijastra`,
);
const MORE_STUDENTS = words('alumno alumna alumnos alumnas estudiante estudiantes nino nina kiddo');

/** What may stand between a name and the word that says who it is: "Dana Ruiz, our new 4th grade math teacher". */
const FILLERS = words(
  `the a an our my his her their your this new former old current favorite best lead head vice assistant associate school grade
  grades th st nd rd first second third fourth fifth sixth seventh eighth ninth special education ed math reading science music art pe gym
  ela english spanish history social studies bilingual resource homeroom classroom district elementary middle high kindergarten preschool
  speech occupational physical family band choir soccer basketball football language esl ell el grade-level th-grade rd-grade st-grade nd-grade
  department foster step biological legal proud case year age older younger big little twin room
  la los su sus mi de del nuestra nuestro nueva nuevo grado primer primero segundo tercer tercero cuarto quinto sexto educacion especial
  matematicas ciencias ingles legal`,
);
/** Before a title these are neither staff nor family. */
const OUTSIDERS = words(
  'physician doctor doc pediatrician prescriber dentist therapist medico doctora pediatra neighbor vecina vecino driver officer agent',
);
/** What may follow the word that says who somebody is: "the teacher at", not "the teacher called" or "mom moved". */
const AFTER_PHRASE = words('at in of for on from with and who since here as de en del por que y');
const BE = words('is was es era');
/** "mrs a thats ashkiis mom" */
const JOINTS = words(', ( - – — is was es era thats that whos');
/** How many words after a parent their child may come. */
const CHILD_REACH = 25;
const SCHOOLED = words(
  'iep homework essay grades report-card parents teacher teachers classmates backpack attendance locker',
);

const CLOSING =
  /^\W*(?:(?:all the |my )?best(?: wishes)?|(?:best|kind|warm|kindest|warmest) regards|regards|(?:yours )?sincerely|(?:many )?thanks|thank you|respectfully|cheers|warmly|gratefully|yours(?: truly)?|in partnership|take care|atentamente|saludos(?: cordiales)?|(?:muchas |mil )?gracias|cordialmente)(?: again| so much| very much| in advance| for your (?:help|time|understanding|support))?\W*$/i;
const INTRODUCED = /(?:^|[^\p{L}])(?:i am|i['’]?m|my name is|this is|soy|me llamo|mi nombre es)\s+$/iu;
/** After "I am Dana Ruiz": what only somebody who teaches says. */
const TEACHES =
  /^(?:,? and|,? y|[.,;]) (?:i (?:currently )?teach\b|i am (?:a|an|the|your)(?: \S+){0,5} (?:teacher|counselor|principal|coach)\b|i['’]m (?:a|an|the|your)(?: \S+){0,5} (?:teacher|counselor|principal|coach)\b|enseño\b|doy clases\b|soy (?:la |el )?(?:maestr[oa]|profesora?)\b)/i;
/** What the recipient of a letter home is told of. */
const TO_PARENT =
  /\b(?:your|su) (?:son|daughter|child|grandson|granddaughter|student|hij[oa]|niñ[oa]|nieto|nieta)\b/i;

/** "para" is Spanish too, and pupils are secretaries of clubs. */
const isStaff = (key: string): boolean =>
  (STAFF_WORDS.has(key) && key !== 'para' && key !== 'secretary') ||
  MORE_STAFF.has(key) ||
  SPANISH_STAFF.has(key);
const isStudent = (key: string): boolean => STUDENT_WORDS.has(key) || MORE_STUDENTS.has(key);
const isKin = (key: string): boolean => KIN_WORDS.has(key) || MORE_KIN.has(key);

/** The role of somebody who is called this. */
function calledA(key: string): Role | undefined {
  if (CHILD_WORDS.has(key) || isStudent(key)) return 'student';
  if (isKin(key)) return 'family';
  return isStaff(key) ? 'staff' : undefined;
}

const isOwner = (token: Token): boolean => token.coreEnd < token.end;
const isCapital = (token: Token): boolean => token.shape === 'capital' || token.shape === 'upper';

/** Where a name stands: tokens `from` to `to` (exclusive). */
interface Place {
  from: number;
  to: number;
}

/**
 * The roles of the people whose names stand at `places` of a document, in their order, each by what stands around that
 * mention. "Ms. Lopez" beside a pupil Maya Lopez or a mother Ana Lopez is taken for family, where no member of staff has
 * that name in full.
 */
export function rolesOfNames(doc: TextDocument, places: readonly Place[]): Role[] {
  const toParent = places.length > 0 && TO_PARENT.test(doc.text);
  const mentions = places.map(({ from, to }) => new Mention(doc, from, to, toParent));
  const roles = mentions.map((mention) => mention.role());
  const families = new Set<string>();
  const staff = new Set<string>();
  mentions.forEach((mention, i) => {
    if (roles[i] === 'staff') {
      if (mention.isFull() || !mention.hasPlainTitle()) staff.add(mention.familyName());
    } else if (mention.isFull() || roles[i] === 'family') families.add(mention.familyName());
  });
  return roles.map((role, i) => {
    const mention = mentions[i]!;
    const name = mention.familyName();
    const parent = role === 'staff' && !mention.isFull() && families.has(name) && !staff.has(name);
    return parent && mention.hasPlainTitle() ? 'family' : role;
  });
}

class Mention {
  readonly doc: TextDocument;
  readonly tokens: Token[];
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  /** The text tells somebody of their own child. */
  readonly toParent: boolean;

  constructor(doc: TextDocument, from: number, to: number, toParent: boolean) {
    this.doc = doc;
    this.tokens = doc.tokens;
    this.from = from;
    this.to = to;
    this.sentence = doc.tokens[from]!.sentence;
    this.toParent = toParent;
  }

  role(): Role {
    return this.afterTitle() ?? this.related() ?? this.signed() ?? 'unknown';
  }

  isFull(): boolean {
    return this.to - this.from > 1;
  }

  /** The last word, or the first of "Lopez, Maya". */
  familyName(): string {
    const own = this.tokens.slice(this.from, this.to);
    const comma = own.findIndex(({ key }) => key === ',');
    return (comma > 0 ? own[comma - 1] : own.findLast(({ kind }) => kind === 'word'))?.key ?? '';
  }

  hasPlainTitle(): boolean {
    const at = this.titleAt();
    return at !== undefined && PLAIN_TITLES.has(this.key(at));
  }

  /** The token of the same sentence at i. */
  near(i: number): Token | undefined {
    const token = this.tokens[i];
    return token?.sentence === this.sentence ? token : undefined;
  }

  key(i: number): string {
    return this.near(i)?.key ?? '';
  }

  /** Where a title before the name stands: "Ms." of "Ms. Cole". */
  titleAt(): number | undefined {
    const at = this.key(this.from - 1) === '.' ? this.from - 2 : this.from - 1;
    const token = this.near(at);
    if (!token || !TITLES.has(token.key)) return undefined;
    return token.shape !== 'lower' || LOWER_TITLES.has(token.key) ? at : undefined;
  }

  /** "Ms. Cole", unless she is a parent. */
  afterTitle(): Role | undefined {
    const at = this.titleAt();
    if (at === undefined) return undefined;
    const said = this.described() ?? this.calledBefore(at);
    if (said && said !== 'student') return said;
    for (let i = at - 1; i >= at - 3; i--) if (OUTSIDERS.has(this.key(i))) return 'unknown';
    // "Maestra Maya no vino": perhaps a comma is missing.
    if (SPANISH_STAFF.has(this.key(at)) && this.near(at)!.first && !this.isFull()) return 'unknown';
    if (!PLAIN_TITLES.has(this.key(at))) return 'staff';
    // "Mr. and Mrs. Lopez"
    const other = this.key(at - 2) === '.' ? at - 3 : at - 2;
    if (/^(?:and|y|&)$/.test(this.key(at - 1)) && TITLES.has(this.key(other))) return 'family';
    return this.greetedParent(at) || this.hasChild() ? 'family' : 'staff';
  }

  /** "Dear Mrs. Lopez," over a letter about her daughter. */
  greetedParent(at: number): boolean {
    const before = this.key(at - 1);
    const greeted =
      GREETINGS.has(before) ||
      /^(?:estimad[oa]s?|querid[oa]s?)$/.test(before) ||
      (this.near(at)!.first && at < this.from && /^[,:]$/.test(this.key(this.to)));
    return greeted && this.toParent;
  }

  /** "Ms. Lopez called about her son." */
  hasChild(): boolean {
    for (let i = this.to; i < this.to + CHILD_REACH && this.near(i + 1); i++)
      if (/^(?:her|his|their|su)$/.test(this.key(i)) && CHILD_WORDS.has(this.key(i + 1))) return true;
    return false;
  }

  /** What the words beside the name say. */
  related(): Role | undefined {
    return (
      this.owned() ??
      this.described() ??
      this.calledBefore(this.from) ??
      this.ofRelation() ??
      this.introduced() ??
      (this.greetedParent(this.from) ? 'family' : undefined)
    );
  }

  /** "Maya's mom", "Ana's daughter", "Maya's IEP". */
  owned(): Role | undefined {
    if (!isOwner(this.tokens[this.to - 1]!)) return undefined;
    let i = this.to;
    while (FILLERS.has(this.key(i)) && !isKin(this.key(i))) i++;
    const key = this.key(i);
    if (CHILD_WORDS.has(key)) return 'family';
    return isKin(key) || SCHOOLED.has(key) || isStaff(key) ? 'student' : undefined;
  }

  /** "la mamá de Maya", "mother of Maya", "son of Ana". */
  ofRelation(): Role | undefined {
    if (!/^(?:of|de)$/.test(this.key(this.from - 1))) return undefined;
    const key = this.key(this.from - 2);
    if (CHILD_WORDS.has(key)) return 'family';
    return isKin(key) || (key !== 'director' && isStaff(key)) ? 'student' : undefined;
  }

  /** "Ana Lopez, Maya's mom", "Daniel Park (counselor)", "Dana Ruiz is the 4th grade teacher". */
  described(): Role | undefined {
    const last = this.tokens[this.to - 1]!;
    if (isOwner(last)) return undefined;
    let i = this.to;
    if (this.key(i) === '.' && this.near(i)!.start === last.end && last.shape === 'initial') i++;
    while (this.key(i) === ',' && CREDENTIALS.has(this.key(i + 1))) i += 2;
    const key = this.key(i);
    return JOINTS.has(key) ? this.phrase(i + 1) : undefined;
  }

  /** The role that a phrase from token i on gives: "our new 4th grade teacher". */
  phrase(i: number): Role | undefined {
    let grade = false;
    for (let at = i; at < i + 9; at++) {
      const token = this.near(at);
      if (!token) break;
      const { key } = token;
      if (!isOwner(token) && calledA(key)) {
        // "student teacher", "parent coordinator": the last word is what somebody is.
        if (this.near(at + 1) && calledA(this.key(at + 1))) continue;
        const role = calledA(key);
        return role !== 'student' && !this.endsPhrase(at + 1) ? undefined : role;
      }
      grade ||= key === 'grade' || key === 'grado';
      const passes = FILLERS.has(key) || token.kind === 'number' || isOwner(token);
      // The rest of an owner's name: "Maya Lopez's mom".
      const name = isCapital(token) && this.near(at + 1) && isOwner(this.near(at + 1)!);
      if (!passes && !name) break;
    }
    return grade ? 'student' : undefined;
  }

  endsPhrase(i: number): boolean {
    const token = this.near(i);
    return !token || token.kind === 'mark' || AFTER_PHRASE.has(token.key);
  }

  /** "his sister Rosa", "our counselor, Daniel Park,", "a student named Maya", "Teacher: Dana Ruiz"; the title stands at `end`. */
  calledBefore(end: number): Role | undefined {
    let at = end - 1;
    // "su papá, el señor Balderas"
    if (end < this.from && /^(?:the|el|la)$/.test(this.key(at))) at--;
    const mark = /^[:,(]$/.test(this.key(at)) ? this.key(at--) : '';
    if (/^(?:is|was|are|es|name|names|nombre)$/.test(this.key(at))) {
      at--;
      if (/^(?:name|nombre)$/.test(this.key(at))) at--;
      else if (mark !== ':' && BE.has(this.key(at + 1)) && !isKin(this.key(at)) && !isStaff(this.key(at)))
        return undefined;
    }
    if (NAMING_WORDS.has(this.key(at))) {
      at--;
      if (BE.has(this.key(at))) at--;
    }
    const token = this.near(at);
    if (!token) return undefined;
    // "his teacher's aide Rosa" is read from "aide"; "Student's name: Maya" from "Student".
    if (isOwner(token) && mark !== ':') return undefined;
    const role = calledA(token.key);
    // "Mom: Maya can come."
    if (mark === ':' && role === 'family' && !this.endsPhrase(this.to)) return undefined;
    return role === 'staff' && !this.isSurelyStaff(token, mark, end) ? undefined : role;
  }

  /** Not "the teacher Maya hit" nor "Teacher: Maya, sit down." */
  isSurelyStaff(job: Token, mark: string, end: number): boolean {
    const next = this.near(this.to);
    const full = this.isFull();
    if (mark === ':') return full && (!next || next.kind === 'mark');
    // In Spanish no clause follows without "que"; without an article the teacher is spoken to: "profe Axel no vino".
    if (mark === '' && SPANISH_STAFF.has(job.key)) return full || SPANISH_OWN.has(this.key(end - 2));
    if (mark === ',') return next?.key === ',' || (full && (!next || next.kind === 'mark'));
    return (
      end < this.from ||
      full ||
      (isCapital(job) && !job.first) ||
      !next ||
      (next.kind === 'mark' && next.key !== ',')
    );
  }

  /** "I am Dana Ruiz and I teach 4th grade", "my name is Maya and I am in 4th grade". */
  introduced(): Role | undefined {
    const { text } = this.doc;
    const start = this.tokens[this.from]!.start;
    if (!INTRODUCED.test(text.slice(Math.max(0, start - 20), start))) return undefined;
    const { end } = this.tokens[this.to - 1]!;
    return TEACHES.test(text.slice(end, end + 80)) ? 'staff' : undefined;
  }

  /** A name on a line of its own under a closing, by the line below: "4th grade teacher", "Maya's mom". */
  signed(): Role | undefined {
    const { lines, text } = this.doc;
    const at = lineAt(lines, this.tokens[this.from]!.start);
    const line = lines[at]!;
    const before = text.slice(line.start, this.tokens[this.from]!.start);
    const after = text.slice(this.tokens[this.to - 1]!.end, line.end);
    if (/[\p{L}\p{N}]/u.test(before) || !/^\W*(?:(?:phd|edd|m\.?ed|nbct|ma|ms)\W*)?$/i.test(after))
      return undefined;
    let above = at - 1;
    while (above >= 0 && isBlank(text, lines[above]!)) above--;
    if (above < 0 || !CLOSING.test(text.slice(lines[above]!.start, lines[above]!.end))) return undefined;
    const below = lines[at + 1];
    if (!below || isBlank(text, below)) return undefined;
    let i = this.to;
    while (this.tokens[i] && this.tokens[i]!.start < below.start) i++;
    return this.tokens[i] && new Mention(this.doc, i, i + 1, this.toParent).titleLine(i);
  }

  /** The role that a line under a signature gives. A school or subject may stand in it: "Grade 5, Lincoln Elementary". */
  titleLine(i: number): Role | undefined {
    let role: Role | undefined;
    for (let at = i; this.near(at) && at < i + 10; at++) {
      const said = isOwner(this.near(at)!) ? undefined : calledA(this.key(at));
      // A line that speaks of a pupil or a parent at all is not a teacher's.
      if (said && said !== 'staff') role = said;
      else if (said && !role && (this.endsPhrase(at + 1) || calledA(this.key(at + 1)))) role = 'staff';
      if (/^(?:my|i|you|your|is|was|are|will|please)$/.test(this.key(at))) return undefined;
    }
    return role;
  }
}

function isBlank(text: string, { start, end }: { start: number; end: number }): boolean {
  return text.slice(start, end).trim() === '';
}

/** The index of the line that holds an offset. */
function lineAt(lines: readonly { start: number; end: number }[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
