/** What the recognizers of sensitive statements share: cue lists as data, and the person test. */
import type { CategoryId } from './category.ts';
import type { TextDocument } from './document.ts';
import { type Finder, finderOf } from './finder.ts';
import type { Span } from './finding.ts';
import type { Gazetteer } from './names/gazetteer.ts';
import { namesWork } from './names/titles.ts';
import { personTest } from './person-test.ts';
import type { Recognizer } from './recognizer.ts';
import { candidate } from './recognizers/pattern.ts';
import { cellsOf } from './table.ts';

/**
 * Cues are sources of regular expressions; every repetition in one has an upper bound. An apostrophe stands for
 * both its forms. A cue begins and ends at the border of a word.
 */
export interface Cues {
  category: CategoryId;
  description: string;
  /** In any case; count where the sentence or a neighbouring one is about one person. */
  cues: readonly string[];
  /** Acronyms and the like: the same, in exactly this case. */
  exact?: readonly string[];
  /** In any case; ordinary words, which count only where their own sentence is about one person. */
  here?: readonly string[];
  /** Columns of a table whose cells say it of the person in the row; neither is global. */
  column?: { heading: RegExp; value: RegExp };
  /** A sentence that this finds is about something else. */
  unless?: RegExp;
  /** A sentence that names a book, a play or a film is about that. */
  works?: boolean;
  /** Whether neighbouring sentences count; 3 on each side where left out. */
  reach?: number;
  /** Texts in which this holds are about nobody real. */
  quiet?: (doc: TextDocument) => boolean;
}

/** Letters of English and Spanish words, with marks, in one small class: property escapes are several times slower. */
const LETTER = 'A-Za-z\\u00c0-\\u024f';

const cueFinder = (sources: readonly string[]): Finder =>
  finderOf({
    before: `(?<![${LETTER}0-9])`,
    options: sources.map((source) => source.replaceAll("'", "['’]").replaceAll('\\p{L}', `[${LETTER}]`)),
    after: `(?![${LETTER}0-9])`,
    flags: '',
  });

/** Cues are matched against folded text; escapes such as \\p{L} keep their case. */
const lowerCase = (cue: string): string =>
  cue.replace(/(?<!\\)[A-Z](?!\})/g, (letter) => letter.toLowerCase());

const foldedTexts = new WeakMap<TextDocument, string>();

/** The text in lower case, every character at its place: a letter that would grow stays as it is. */
function foldedText(doc: TextDocument): string {
  const known = foldedTexts.get(doc);
  if (known !== undefined) return known;
  const lower = doc.text.toLowerCase();
  const folded =
    lower.length === doc.text.length
      ? lower
      : doc.text.replace(/\p{Lu}/gu, (letter) =>
          letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
        );
  foldedTexts.set(doc, folded);
  return folded;
}

/** Whether a place is in a cell of such a column that says nothing: "English" under "Home language". */
function saysNothing(
  doc: TextDocument,
  { heading, value }: NonNullable<Cues['column']>,
  at: number,
): boolean {
  const cell = cellsOf(doc).find(({ start, end }) => start <= at && at < end);
  return (
    cell?.column === true && heading.test(cell.heading) && !value.test(doc.text.slice(cell.start, cell.end))
  );
}

/** A recognizer over cue lists. */
export function statement(cues: Cues, gazetteer: Gazetteer): Recognizer {
  const sets: { find: Finder; own: boolean; exact: boolean }[] = [
    { find: cueFinder(cues.cues.map((cue) => lowerCase(cue))), own: false, exact: false },
  ];
  if (cues.exact) sets.push({ find: cueFinder(cues.exact), own: false, exact: true });
  if (cues.here)
    sets.push({ find: cueFinder(cues.here.map((cue) => lowerCase(cue))), own: true, exact: false });
  const isElsewhere = (doc: TextDocument, sentence: Span): boolean =>
    (cues.unless?.test(doc.text.slice(sentence.start, sentence.end)) ?? false) ||
    (cues.works === true && namesWork(doc, sentence, gazetteer));
  return {
    id: cues.category,
    categories: [cues.category],
    description: cues.description,
    rulesOut(doc, { start }) {
      if (cues.quiet?.(doc)) return true;
      if (cues.column && saysNothing(doc, cues.column, start)) return true;
      const sentence = doc.sentences[personTest(doc, gazetteer).sentenceAt(start)];
      return sentence !== undefined && isElsewhere(doc, sentence);
    },
    find(doc) {
      const found = [];
      /** Sentences, by index, that are about something else: each is read once. */
      const elsewhere = new Map<number, boolean>();
      for (const { find, own, exact } of sets) {
        for (const match of find(doc, exact ? doc.text : foldedText(doc))) {
          if (cues.quiet?.(doc)) return [];
          const start = match.index;
          const test = personTest(doc, gazetteer);
          const about = test.about(start, own ? 0 : (cues.reach ?? 3));
          if (about === 'none' || (own && about !== 'here')) continue;
          const index = test.sentenceAt(start);
          const sentence = doc.sentences[index]!;
          const other = elsewhere.get(index) ?? isElsewhere(doc, sentence);
          elsewhere.set(index, other);
          if (other) continue;
          found.push(
            candidate(
              cues.category,
              start,
              start + match[0].length,
              about === 'here' ? 0.85 : 0.7,
              'about-person',
            ),
          );
        }
      }
      for (const cell of cues.column ? cellsOf(doc) : []) {
        if (!cell.column || !cues.column?.heading.test(cell.heading)) continue;
        if (!cues.column.value.test(doc.text.slice(cell.start, cell.end))) continue;
        if (personTest(doc, gazetteer).about(cell.start) === 'none') continue;
        found.push(candidate(cues.category, cell.start, cell.end, 0.8, 'after-cue'));
      }
      return found;
    },
  };
}
