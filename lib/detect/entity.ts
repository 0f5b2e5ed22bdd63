/** Which mentions are one person or one value. Rather two numbers for one person than one number for two. */
import type { Candidate, Finding, Role } from './finding.ts';
import { nameKey } from './names/gazetteer.ts';

/** A name as written, in comparable parts. A single word may be a given or a family name. */
interface Form {
  given: string;
  middle: string[];
  family: string;
  single: string;
  nickname: string;
  suffix: string;
  role: Role;
  /** Of its surest mention. */
  score: number;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’ʼʻ\u2010\u2011-]*/gu;
const NICKNAME = /["“'‘(]([\p{L}\p{M}-]+)["”'’)]/u;

const isInitial = (word: string): boolean => word.length === 1;

function formOf(text: string, role: Role, score: number): Form {
  const nickname = NICKNAME.exec(text);
  const plain = nickname ? text.replace(nickname[0], ' ') : text;
  const comma = plain.indexOf(',');
  const read = (part: string) => [...part.matchAll(WORD)].map((match) => nameKey(match[0]));
  let words = read(plain);
  const suffix = words.length > 1 && SUFFIX.test(words.at(-1)!) ? words.pop()! : '';
  if (comma >= 0) {
    const last = read(plain.slice(0, comma));
    const first = read(plain.slice(comma + 1)).filter((word) => !SUFFIX.test(word));
    if (first.length > 0) words = [...first, last.join(' ')];
  }
  const form: Form = {
    given: '',
    middle: [],
    family: '',
    single: '',
    nickname: nickname ? nameKey(nickname[1]!) : '',
    suffix,
    role,
    score,
  };
  if (words.length < 2) form.single = words[0] ?? '';
  else {
    form.given = words[0]!;
    form.middle = words.slice(1, -1);
    form.family = words.at(-1)!;
  }
  return form;
}

const sameWord = (a: string, b: string): boolean =>
  a === b || ((isInitial(a) || isInitial(b)) && a[0] === b[0]);

const kindOfRole = (role: Role): string => (role === 'student' || role === 'unknown' ? 'pupil' : role);

/** Whether a word is a given name. In: a folded name. */
export type IsGiven = (word: string) => boolean;

/** Whether `short` can be a shorter way to write `full`. */
function fits(short: Form, full: Form, isGiven: IsGiven): boolean {
  if (full.single) return short.single === full.single && kindOfRole(short.role) === kindOfRole(full.role);
  if (short.single) {
    const given = short.single === full.given || short.single === full.nickname;
    // "Ms. Lopez" is not the pupil Maya Lopez.
    const adult = short.role === 'staff' || short.role === 'family';
    if (adult)
      return (
        (given || short.single === full.family) &&
        (full.role === short.role || full.role === 'unknown' ? given || full.role === short.role : false)
      );
    return given || short.single === full.family;
  }
  if (isGivenPart(short, full, isGiven)) return true;
  if (short.suffix !== full.suffix || short.family !== full.family) return false;
  if (!sameWord(short.given, full.given) && short.given !== full.nickname) return false;
  return (
    short.middle.length === 0 ||
    (short.middle.length === full.middle.length &&
      short.middle.every((word, i) => sameWord(word, full.middle[i]!)))
  );
}

/** Less is a poet's name, of whom a child has it. */
const LEAST_GIVEN = 0.5;

/** Whether a form is the given names of a full one: "Juan Carlos" of "Juan Carlos Pérez", but not "Billy Mills" of "Billy Mills Tso". */
function isGivenPart(short: Form, full: Form, isGiven: IsGiven): boolean {
  if (
    !isGiven(short.family) ||
    short.score < LEAST_GIVEN ||
    short.suffix ||
    short.nickname ||
    kindOfRole(short.role) !== kindOfRole(full.role)
  )
    return false;
  const words = [short.given, ...short.middle, short.family];
  const whole = [full.given, ...full.middle, full.family];
  return words.length < whole.length && words.every((word, i) => word === whole[i]);
}

/** The more of a name is written, the earlier it founds an entity. */
const detail = (form: Form): number =>
  (form.single ? 0 : 100) +
  form.middle.join('').length +
  (isInitial(form.given) ? 0 : 50) +
  (form.nickname ? 1 : 0);

/** Values that are the same however they are written. */
function valueKey(category: string, text: string): string {
  if (category === 'phone') {
    const digits = text.replace(/\D/g, '');
    return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  }
  if (category === 'government-id' || category === 'student-id')
    return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  if (category === 'secret' || category === 'link') return text;
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
}

/**
 * Numbers the entities of a text from 1, in order of first mention. `candidates` are sorted and their spans are of
 * `text`. Where all mentions of a person but the bare ones agree on a role, all get it.
 */
export function linkEntities(text: string, candidates: readonly Candidate[], isGiven: IsGiven): Finding[] {
  const keyOf = new Map<Candidate, string>();
  const forms = new Map<string, Form>();
  for (const candidate of candidates) {
    const value = text.slice(candidate.span.start, candidate.span.end);
    if (candidate.category !== 'person-name') {
      keyOf.set(candidate, `${candidate.category}\n${valueKey(candidate.category, value)}`);
      continue;
    }
    const role = candidate.role ?? 'unknown';
    const form = formOf(value, role, candidate.score);
    const { given, middle, family, single, nickname, suffix } = form;
    const parts = [given, middle.join('\t'), family, single, nickname, suffix].join('\n');
    const key = `person\n${parts}\n${single ? kindOfRole(role) : ''}`;
    keyOf.set(candidate, key);
    const known = forms.get(key);
    if (!known) forms.set(key, form);
    else if (known.role === 'unknown') known.role = role;
    if (known) known.score = Math.max(known.score, candidate.score);
  }
  const { founder, rivals } = linkForms(forms, isGiven);

  const numbers = new Map<string, number>();
  const roles = new Map<number, Role>();
  const findings = candidates.map((candidate): Finding => {
    const key = keyOf.get(candidate)!;
    const root = founder.get(key) ?? key;
    const entity = numbers.get(root) ?? numbers.size + 1;
    numbers.set(root, entity);
    if (candidate.role && candidate.role !== 'unknown' && !roles.has(entity))
      roles.set(entity, candidate.role);
    return { ...candidate, entity };
  });
  // One list for all mentions of a form: in a long roster they are many.
  const fits = new Map<string, number[]>();
  for (const [key, people] of rivals)
    fits.set(
      key,
      people.map((person) => numbers.get(person)!).sort((a, b) => a - b),
    );
  findings.forEach((finding, i) => {
    if (finding.role === 'unknown') finding.role = roles.get(finding.entity) ?? 'unknown';
    const fitting = fits.get(keyOf.get(candidates[i]!)!);
    if (fitting) finding.fits = fitting;
  });
  return findings;
}

/**
 * For each form the key of the form that founded its entity, in `founder`. A form that fits two entities founds its own,
 * and `rivals` has their keys.
 */
function linkForms(
  forms: ReadonlyMap<string, Form>,
  isGiven: IsGiven,
): {
  founder: Map<string, string>;
  rivals: Map<string, string[]>;
} {
  const founder = new Map<string, string>();
  const rivals = new Map<string, string[]>();
  const founders: Map<string, Map<string, Form>> = new Map();
  const index = (word: string, key: string, form: Form) => {
    if (!word) return;
    const at = founders.get(word);
    if (at) at.set(key, form);
    else founders.set(word, new Map([[key, form]]));
  };
  for (const [key, form] of [...forms].sort((a, b) => detail(b[1]) - detail(a[1]))) {
    const near = new Map([
      ...(founders.get(form.single || form.family) ?? []),
      ...(founders.get(form.given) ?? []),
    ]);
    const matches = [...near].filter(([, full]) => fits(form, full, isGiven));
    const only = matches.length === 1 ? matches[0]! : undefined;
    founder.set(key, only ? only[0] : key);
    if (only) continue;
    if (matches.length > 1) {
      // "M. Lopez", of whom nobody knows who it is, is no third person beside Maya and Marco Lopez.
      const people = matches.map(([full]) => full).filter((full) => !rivals.has(full));
      if (people.length > 1) rivals.set(key, people);
    }
    index(form.single || form.family, key, form);
    index(form.given, key, form);
    index(form.nickname, key, form);
  }
  return { founder, rivals };
}
