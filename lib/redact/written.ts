/** What is written into a text in the place of its details: labels, or what the policy would rather have. */
import type { CategoryId } from '../detect/category.ts';
import type { Span } from '../detect/finding.ts';
import type { AliasStyle, EffectivePolicy, Policy, StyledCategory } from '../policy/policy.ts';
import type { GivenAlias } from './alias.ts';
import { BLANK, generalStatement } from './general.ts';
import { generalBirthDate, generalRecordDate } from './general-date.ts';
import { generalSchool } from './general-school.ts';
import { pluralOf } from './label-at.ts';
import { labelFor, readLabel } from './labels.ts';
import { isSurname, SURNAMES } from './name-at.ts';
import { passageLanguages } from './passage-language.ts';
import type { General, Place } from './place.ts';
import { meansFamily, type StandIn, standInForm } from './stand-in.ts';

/** How a text is written. */
export interface Writing {
  styles: Policy['aliasStyles'];
  /** For ages. */
  today: Date;
  /** In a file just the details themselves are swapped: their words are looked for in what else it holds. */
  inFile: boolean;
}

export function writingOf({ policy }: Pick<EffectivePolicy, 'policy'>, inFile = false): Writing {
  return { styles: policy.aliasStyles, today: new Date(), inFile };
}

/** What stands in for a detail of a category. */
export function styleOf({ styles }: Writing, category: CategoryId): AliasStyle {
  return styles[category as StyledCategory] ?? 'label';
}

/** A mention of a detail. */
export interface Detail {
  span: Span;
  category: CategoryId;
  /** Its label in the vault, or what is written as it is; null where it stays. */
  label: string | null;
  /** The invented name of a person who has one. */
  standIn?: StandIn | null | undefined;
  /** A statement that is said in general. */
  isGeneral?: boolean;
}

/** What becomes of a mention. */
export interface Written {
  /** Of the mention, wider where words before it change with it. */
  span: Span;
  /** Null where it stays. */
  words: string | null;
  /** General words are turned back by nothing. */
  way: 'kept' | 'label' | 'stand-in' | 'general';
}

/**
 * What is written for each detail of a text. In: the text; its details in order, without overlap; how to write. Out: one for
 * each, in order, without overlap. A label has the word of the passage's language: `[Estudiante 1]`. Where general words
 * would not read well, or could be those of two schools, the label stands.
 */
export function writeDetails(text: string, details: Detail[], writing: Writing): Written[] {
  const languageAt = passageLanguages(withoutNames(text, details));
  const schools = new Set(
    details.flatMap(({ category, label }) => (category === 'school' && label !== null ? [label] : [])),
  );
  let isSchoolKnown = false;
  const places = details.map(({ span }, i) => ({
    ...{ text, span, from: details[i - 1]?.span.end ?? 0, language: languageAt(span.start) },
    until: details[i + 1]?.span.start ?? text.length,
  }));
  const generals = details.map((detail, i) => {
    const place = places[i]!;
    const general = detail.label !== null && isSpoken(place) ? inGeneral(place, detail) : null;
    return general && isAllowed(general.span, detail.span) ? general : null;
  });
  const unclear = alikeDates(text, details, generals);
  return details.map((detail, i): Written => {
    const { span, label } = detail;
    const place = places[i]!;
    const general = generals[i];
    if (label === null) return { span, words: null, way: 'kept' };
    if (general && !unclear.has(i)) return { ...general, way: 'general' };
    if (detail.isGeneral) return { span, words: BLANK, way: 'general' };
    if (detail.standIn && styleOf(writing, detail.category) === 'stand-in') {
      return { ...invented(place, detail.standIn, !writing.inFile), way: 'stand-in' };
    }
    const read = readLabel(label);
    return { span, words: read ? labelFor(read.kind, read.number, place.language) : label, way: 'label' };
  });

  function isAllowed(wide: Span, span: Span): boolean {
    return !writing.inFile || (wide.start === span.start && wide.end === span.end);
  }

  function inGeneral(place: Place, { category, isGeneral }: Detail): General | null {
    if (isGeneral) return generalStatement(category, place)?.general ?? null;
    if (styleOf(writing, category) !== 'generalize') return null;
    if (category === 'birth-date') return generalBirthDate(place, writing.today);
    if (category === 'record-date') return generalRecordDate(place, writing.today);
    if (category !== 'school' || schools.size > 1) return null;
    const school = generalSchool(place, isSchoolKnown);
    isSchoolKnown ||= school !== null;
    return school;
  }
}

const SENTENCE_END = /(?<!(?<!\p{L})(?:mr|mrs|ms|dr|sr|sra|srta|st))[.!?]["”’»)]*\s|\n/iu;
/** Longer than most sentences. In UTF-16 units. */
const SENTENCE = 300;

/** The dates of a sentence of which nobody could tell one from another in general: "in early March and early March". */
function alikeDates(text: string, details: Detail[], generals: (General | null)[]): Set<number> {
  const alike = new Set<number>();
  const partOf = (i: number) => generals[i]!.words.toLowerCase().replace(/^(?:in|a|de|al|del) |\.$/g, '');
  const dates = generals.flatMap((one, i) => (one && details[i]!.category === 'record-date' ? [i] : []));
  for (const [n, i] of dates.entries()) {
    for (const j of dates.slice(Math.max(0, n - 20), n)) {
      // The full stop of a sentence may be in the mention.
      const between = text.slice(details[j]!.span.end - 1, details[i]!.span.start);
      if (between.length > SENTENCE || SENTENCE_END.test(between)) continue;
      const [one, other] = [partOf(j), partOf(i)];
      if (details[j]!.label === details[i]!.label) continue;
      if (one.startsWith(other) || other.startsWith(one)) alike.add(i).add(j);
    }
  }
  return alike;
}

/**
 * A stand-in in the form of the mention; whole for a surname by itself, which could not be put back. Behind a name in s a bare
 * apostrophe is the possessive; behind another it is "’s".
 */
function invented(
  { text, span, until }: Pick<Place, 'text' | 'span' | 'until'>,
  { name, original }: StandIn,
  mayWiden: boolean,
) {
  const mention = text.slice(span.start, span.end);
  const form = standInForm(name, original, mention);
  const around = [
    text.slice(Math.max(0, span.start - 24), span.start),
    text.slice(span.end, span.end + 24),
  ] as const;
  const isBareSurname = name.endsWith(` ${form}`) && !isSurname(...around);
  const isMany = SURNAMES.has(name) && /\bthe\s$/i.test(around[0]) && meansFamily(around[0], mention);
  const words = isBareSurname ? name : isMany ? pluralOf(name) : form;
  const apostrophe = /^['’](?![\p{L}])/u.exec(text.slice(span.end, until))?.[0];
  if (!mayWiden || apostrophe === undefined || !/s$/i.test(mention) || /s$/i.test(words))
    return { span, words };
  return { span: { start: span.start, end: span.end + 1 }, words: `${words}${apostrophe}s` };
}

/** The invented name that an answer of the vault gives, and what it stands in for. */
export function standInOf({ standIn, original }: GivenAlias): StandIn | null | undefined {
  return typeof standIn === 'string' ? { name: standIn, original } : standIn;
}

/** Whether a statement reads well in general at all its mentions. */
export function isSurelyGeneral(text: string, category: CategoryId, mentions: Span[]): boolean {
  const languageAt = passageLanguages(text);
  return mentions.every((span) => {
    const place = { text, span, from: 0, until: text.length, language: languageAt(span.start) };
    return isSpoken(place) && generalStatement(category, place)?.isSure === true;
  });
}

/** Names speak for no language: "Ng", "de la Cruz", "Des Moines Elementary". What they are made of is told by the rest. */
const NAMES: ReadonlySet<CategoryId> = new Set([
  ...(['person-name', 'email', 'address', 'username', 'secret', 'school', 'link', 'custom'] as const),
]);

/** A text of the same length in which no word of a name is one of a language. The script that it is in stays. */
function withoutNames(text: string, details: Detail[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { span, category } of details) {
    if (!NAMES.has(category)) continue;
    const name = text.slice(span.start, span.end);
    const dumb = name.replace(/\p{Script=Latin}/gu, (letter) => 'x'.repeat(letter.length));
    pieces.push(text.slice(from, span.start), dumb);
    from = span.end;
  }
  return pieces.join('') + text.slice(from);
}

const isSpoken = (place: { language: string }): place is Place =>
  place.language === 'en' || place.language === 'es';
