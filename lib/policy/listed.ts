/** Findings from class lists, by their digest. The one place for a paste, the pages and the command line alike. */
import { type ListDigest, NOBODY } from '../class-list/digest.ts';
import { findListed, type KindOfWord, type ListedSpan } from '../class-list/find.ts';
import type { Finding, Span } from '../detect/finding.ts';
import { fitted, type ListedMark } from './listed-fit.ts';
import { addMarks } from './marks.ts';
import type { PolicyInForce } from './policy.ts';

/** A name that may be a word or somebody else's stops a paste only where the text is certainly about the list. */
const GUESS_SCORE = 0.5;
const BESIDE_SCORE = 0.9;

/** Who says who is meant. */
const CERTAIN: ReadonlySet<ListedSpan['kind']> = new Set(['full', 'family', 'email', 'number']);
/** Two capitals that schools write for other things. */
const ABBREVIATIONS = new Set(
  (
    'ac ai al am ap ar bc bd bf ca cd co cs ct dc de dl ed el er ez fl ga ge gm gp gt hi hr hs ia ib id ie il in ip is it jv ' +
    'ks ky la ld lp ma mc md me mi ml mn mo mr ms mt na nc nd ne nh nj nm no nt nv ny oh ok or ot pa pc pd pe pg pm pt qa ' +
    'rd ri rn rv sc sd se sp st sw ta tb td tk tn tv tx ua uk un us ut va vp vs vt wa wi wv wy'
  ).split(' '),
);
const TITLE = /\b(?:mrs?|ms|mx|miss|dr|sra?|srta|coach|profe?|prof)\.?[^\S\r\n]$/i;
/** Between two names of one enumeration. */
const ENUMERATED = /^(?:, ?(?:(?:and|y|e|or|o) )?| (?:and|y|e|or|o|&) )$/;
/** The first word of a sentence or line has a capital, whatever it is. */
const BEGINS = /(?:^|[.!?:…"“”]|[\r\n\t*•-])\s*$/u;
/** What a person does, or has, behind a name that is a word: "told me", "doesn't", "can demonstrate", "rides the bus". */
const DOES =
  '(?:told|asks|said|says|came|went|did|does|got|gets|gave|made|ate|drew|threw|lost|left|feels|keeps|needs|wants|likes|knows|owes|\\p{Ll}{2,}ed)(?!\\p{L})|' +
  "(?:did|does|is|was|has|had|could|would|should|ca|wo)n['’]?t(?!\\p{L})|(?:is|was|has|had|can|could|will|would|should|must|still|only|also|always|never) (?!an? |the )\\p{L}|" +
  '\\p{Ll}{3,}s (?:an?|the|his|her|their|him|h(?:im|er)self|to|of|up|out|in|on|at|with|from|like|for|and)(?!\\p{L})|and (?:his|her|their) ';
/** Told in a text that has no capitals, or nothing else. */
const SAYS = new RegExp(`^(?:['’]s(?!\\p{L})| (?:${DOES}|hes|shes|vs)| ?[:=(]|,? \\d)`, 'u');
/** Names that are words with which sentences begin. */
const OFTEN_FIRST = new Set(
  (
    'an art be bill can chase do grant hope in lo long la mark may my no on pat see so sol son sue the to true way will winter ' +
    'summer spring autumn'
  ).split(' '),
);
/** How far around a name is looked for what it is a part of, in UTF-16 units. */
const NEAR = 40;
/** A shorter name in capitals counts where somebody is spoken of. */
const LEAST_SURE = 3;
const MONTH = /^(?:april|may|june|august|abril|mayo|junio|agosto)$/i;
const BEFORE_MONTH =
  /(?:^|[^\p{L}])(?:in|of|by|since|until|till|last|next|this|early|late|mid|through|from|to|each|every|and|or|en|de|y|o|a)[-\s]$|\d[\s/-]*$/iu;
const BEHIND_MONTH = /^[\s/-]*\d/;
/** What follows a name at the begin of a sentence or line, and no word: "Hope's dad", "Hope – reads at level J", "Hope told me". */
const BEHIND_NAME = new RegExp(
  `^(?:['’]s(?!\\p{L})|[,:;.)]| ?[–—(/|\\t×]| -|[^\\S\\r\\n]*(?:$|[\\r\\n])| (?:is|was|has|had)(?!\\p{L})| (?:${DOES})| (?:\\d|not |in \\d))`,
  'u',
);
const CAPITAL = /\p{Lu}/u;
/** Before a Spanish noun, which no English word list knows. */
const DETERMINED = /(?<!\p{L})(?:el|l[ao]s?|del|al|un(?:[ao]s?)?|sus?|mis?|cada)[^\S\r\n]$/iu;
const CAPITAL_BEFORE = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{M}'’-]+)[^\S\r\n]$/u;
const CAPITAL_BEHIND = /^[^\S\r\n](\p{Lu}[\p{L}\p{M}'’-]+)/u;
/**
 * Adds who is listed to a detector's findings, under the policy in force; without a digest the findings are as they were.
 *
 * - A full name, an e-mail address and a number are certain: a student, or a person of the family, score 1.
 * - What leaves room for somebody else (an initial and a name, one typing error) stands for a student where the detector sees
 *   a person too or the text holds something certain, and says nothing against what the detector has found out.
 * - A first name alone may be somebody's in a story. It is what the detector makes of it, at least a note, and stands for a
 *   student where the text holds something certain, or where the detector takes any listed first name for a person.
 * - A last name and initials count only where the text holds something certain, initials only for whom that is about.
 * - A name that is a word too ("Hope") is a name where the detector, another listed name in an enumeration or a title says so.
 */
export function addListed(
  text: string,
  findings: Finding[],
  digest: ListDigest | null,
  policy: PolicyInForce,
  kindOf: KindOfWord,
): Finding[] {
  if (!digest) return findings;
  const listed = findListed(text, digest, kindOf);
  if (listed.length === 0) return findings;
  const certain = new Set(listed.filter(({ kind }) => CERTAIN.has(kind)).map(({ person }) => person));
  const isCertain = certain.size > 0;
  const isMeant = (person: number) => person !== NOBODY && certain.has(person);
  const names = findings.filter(({ category }) => category === 'person-name');
  const least = policy.minScore['person-name'] ?? 0;
  const likely = names.filter(({ score, role }) => score >= least && role !== 'staff');
  const isBorneOut =
    isCertain ||
    listed.some(({ kind, span }) => kind === 'bare' && likely.some((one) => touches(one.span, span)));
  const isSeen = (span: Span) => names.some((one) => touches(one.span, span));
  const named = new Set(
    listed.filter(({ kind, span }) => kind === 'bare' && isSeen(span)).map(({ person }) => person),
  );
  const isCased = listed.some(({ kind, span }) => kind === 'full' && CAPITAL.test(wordsAt(text, span)));
  const isPeopled = isCertain || names.some(({ score }) => score > GUESS_SCORE);
  const marks = listed.flatMap((one, i): ListedMark[] => {
    const { span, kind, person } = one;
    const code = 'class-list';
    // What two may be called is one person wherever it is written alike.
    const key = `${kind} ${person === NOBODY ? wordsAt(text, span).toLowerCase() : person}`;
    const name = { span, kind, category: 'person-name', code, key } as const;
    if (kind === 'email') return [{ ...name, category: 'email' }];
    if (kind === 'number') return [{ ...name, category: 'student-id' }];
    if (kind === 'full') return [name];
    if (kind === 'family') return [{ ...name, role: 'family' }];
    const isFound = isSeen(span);
    if (kind === 'short') {
      const score = isCertain || isFound ? BESIDE_SCORE : GUESS_SCORE;
      return [{ ...name, key: isMeant(person) ? `full ${person}` : key, score }];
    }
    if (kind === 'near') return [{ ...name, score: isBorneOut || isFound ? BESIDE_SCORE : GUESS_SCORE }];
    if (kind === 'initials') {
      const letters = wordsAt(text, span)
        .replace(/[^\p{L}]/gu, '')
        .toLowerCase();
      const isName = isMeant(person) && (isFound || !ABBREVIATIONS.has(letters));
      return isName ? [{ ...name, key: `full ${person}`, score: BESIDE_SCORE }] : [];
    }
    const around = [listed[i - 1], listed[i + 1]];
    const places = {
      isFound,
      isNamed: named.has(person),
      isCertain,
      isBorneOut,
      isPeopled,
      isCased,
      around,
    };
    const score = scoreAlone(text, one, places, kindOf);
    return score === null ? [] : [{ ...name, score }];
  });
  return addMarks(text, fitted(text, findings, marks, kindOf), marks, policy);
}

/** What is known of the places around a name that stands alone. */
interface Surroundings {
  /** Whether the detector has found it too. */
  isFound: boolean;
  /** Whether the detector takes the same name for a person elsewhere in the text. */
  isNamed: boolean;
  /** Whether somebody of the list is certainly meant in the text. */
  isCertain: boolean;
  /** Whether somebody of the list is, or a first name of it stands where the detector takes it for a person. */
  isBorneOut: boolean;
  /** Whether the text speaks of anybody who is likely to be a real person. */
  isPeopled: boolean;
  /** Whether a full name of the list is written with capitals. */
  isCased: boolean;
  /** The listed names before and behind. */
  around: (ListedSpan | undefined)[];
}

/** How sure a name is that stands alone; null where it is no name. */
function scoreAlone(
  text: string,
  { span, kind }: ListedSpan,
  { isFound, isNamed, isCertain, isBorneOut, isPeopled, isCased, around }: Surroundings,
  kindOf: KindOfWord,
): number | null {
  const sure = isBorneOut ? BESIDE_SCORE : GUESS_SCORE;
  const word = wordsAt(text, span);
  const front = text.slice(Math.max(0, span.start - NEAR), span.start);
  const back = text.slice(span.end, span.end + NEAR);
  // Whoever writes "Diego Cruz" means nobody by "la luna y las flores", or whom the detector makes of it.
  const isSmall = kind === 'last' && !CAPITAL.test(word) && (isCased || CAPITAL.test(front + back));
  if (isSmall && (kindOf(word) === 'plain' || DETERMINED.test(front))) return null;
  if (isFound) return sure;
  const isWord = kindOf(word) === 'word';
  if (kind === 'last') {
    if (TITLE.test(front)) return sure;
    return isCertain && !isWord && !isPartOfAnother(front, back, kindOf) ? sure : null;
  }
  if (word.length < LEAST_SURE && !isPeopled && !/\p{Ll}/u.test(word)) return null;
  const isPlain = !CAPITAL.test(word) && kindOf(word) === 'plain';
  // Whoever writes without capitals writes names so too.
  if (isPlain && CAPITAL.test(front + back)) return null;
  if (isWord) {
    const beside = around.filter((other) => other && ENUMERATED.test(between(text, other.span, span)));
    // A text without capitals may be about grace and hope.
    if (!/^\p{Lu}.*\p{Ll}/u.test(word)) {
      if (beside.some((other) => kindOf(wordsAt(text, other!.span)) !== 'word')) return sure;
      const isRare = kind === 'bare' && !OFTEN_FIRST.has(word.toLowerCase()) && !MONTH.test(word);
      return isRare || beside.length > 0 || SAYS.test(back.toLowerCase()) ? GUESS_SCORE : null;
    }
    if (beside.length > 0) return sure;
    if (kind === 'nick') return null;
    if (MONTH.test(word) && (BEFORE_MONTH.test(front) || BEHIND_MONTH.test(back))) return null;
    if (isNamed || !BEGINS.test(front) || BEHIND_NAME.test(back)) return GUESS_SCORE;
    return isPeopled && !OFTEN_FIRST.has(word.toLowerCase()) ? GUESS_SCORE : null;
  }
  return isPartOfAnother(front, back, kindOf) ? GUESS_SCORE : sure;
}

/** Whether another name stands right before or behind: "Maya Angelou" is nobody's classmate. */
function isPartOfAnother(front: string, back: string, kindOf: KindOfWord): boolean {
  const neighbours = [CAPITAL_BEFORE.exec(front)?.[1], CAPITAL_BEHIND.exec(back)?.[1]];
  return neighbours.some((word) => {
    if (word === undefined) return false;
    const kind = kindOf(word);
    return kind === 'name' || kind === null;
  });
}

const between = (text: string, a: Span, b: Span) =>
  text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
const wordsAt = (text: string, { start, end }: Span) => text.slice(start, end);
const touches = (a: Span, b: Span) => a.start < b.end && a.end > b.start;
