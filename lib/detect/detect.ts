import { type CategoryId, kindOf } from './category.ts';
import { derivedForms } from './derived.ts';
import { createDetails, type WeighedDetail } from './details/details.ts';
import { createDocument, type TextDocument } from './document.ts';
import { linkEntities } from './entity.ts';
import type { Candidate, Finding, Span } from './finding.ts';
import { graphemeSnapper } from './grapheme.ts';
import { isLanguageUnsure, withoutGuesses } from './language.ts';
import { flattenMarkup } from './markup.ts';
import { createGazetteer, FLAG, isTiered, type NameTables, nameKey, WORD_BITS } from './names/gazetteer.ts';
import { createTagger } from './names/tagger.ts';
import { normalize } from './normalize.ts';
import { resolveOverlaps } from './overlap.ts';
import { personName, SURE_NAME } from './recognizers/person-name.ts';
import { rostersOf } from './recognizers/roster.ts';
import { createDocumentRecognizers, createFormRecognizers } from './registry.ts';
import { chained } from './rewritten.ts';

export interface DetectorData {
  names: NameTables;
  /** The decoded bytes of `MODEL.tagger`. */
  tagger: Uint8Array;
  /** The decoded bytes of `DETAILS.tagger`. */
  details: Uint8Array;
  /** Words that behave as if they stood in no name list, in lower case: to measure how names are found without it. */
  withhold?: ReadonlySet<string>;
}

export interface Detector {
  /** Every finding of the text, sorted by start, non-overlapping but for document marks, entities numbered from 1. Never throws for any string. */
  detect(text: string): Finding[];
  /**
   * The same in slices of at most 16,000 characters, cut at line, sentence or word borders. Yields the share done
   * (above 0, the last one 1) after each, so that a caller can breathe or stop; returns the findings of the whole,
   * entities linked across slices. `detect()` gives the same result.
   */
  slices(text: string): Generator<number, Finding[]>;
  /** Whether a good part of the text is neither English nor Spanish, so that names may be missed. Never throws for any string; 0.03 ms per KB, for 32,000 characters at most. */
  languageUnsure(text: string): boolean;
  /** What a word is in the lists, in any case: in a dictionary ("Hope" is a name too), else seen in school texts in lower case, else a name, else nothing known. */
  kindOfWord(word: string): 'word' | 'plain' | 'name' | null;
  /** Decodes the tables and goes once through a sample (about 0.2 s), so that the first detect is fast. For idle time. */
  warm(): void;
}

/** Invented texts of the kinds that recognizers look at, to warm up on. */
const SAMPLES = [
  'My student Maya Lopez (ID 204418, born 3/4/2014) was late again on Monday. Her mom is Ana Lopez, ana@example.org, ' +
    '(555) 555-0142, 14 Elm Street. She has an IEP. Ms. Ortiz called about bus 12 and locker 88.',
  'Name,Student ID,DOB\nLopez Maya,204418,3/4/2014\nCarter Devon,775501,5/6/2014\n',
  'Plan a lesson on fractions for 5th grade. Use number lines, then read a poem by Maya Angelou at 10:30 in room 12.',
];

/** Most characters that are read at once. */
const SLICE = 16_000;
/** A border is looked for in the last quarter of a slice: earlier ones would only make more slices. */
const BORDERS: readonly RegExp[] = [/\r\n?|[\n\u2028\u2029]/g, /[.!?…]["”’)]?\s/g, /\s/g];

/** Where the slice that begins at `start` ends; at the last line, else sentence, else word border; never inside a surrogate pair. */
function sliceEnd(text: string, start: number): number {
  const limit = start + SLICE;
  if (limit >= text.length) return text.length;
  const from = limit - SLICE / 4;
  const tail = text.slice(from, limit);
  for (const border of BORDERS) {
    let end = 0;
    for (const match of tail.matchAll(border)) end = match.index + match[0].length;
    // CR LF is one border: the LF must not begin the next slice.
    if (end > 0)
      return text[from + end - 1] === '\r' && text[from + end] === '\n' ? from + end - 1 : from + end;
  }
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** What holds names that are not for themselves. */
const WITH_NAMES_INSIDE: ReadonlySet<CategoryId> = new Set(['email', 'username', 'link']);

/** Whether a name is a part of a written form: of an address, or, where it is not sure, of a medicine or an illness. */
function takesIn(form: Candidate, name: Candidate): boolean {
  if (form.span.start > name.span.start || form.span.end < name.span.end) return false;
  return (
    WITH_NAMES_INSIDE.has(form.category) || (kindOf(form.category) === 'sensitive' && name.score < SURE_NAME)
  );
}

/** Letters or digits that a part of a statement must have. */
const SAYS_SOMETHING = /[\p{L}\p{N}]{2}/u;

/** A statement without the names that are sure, which are findings themselves: the longest of its parts. */
function outsideNames(text: string, detail: Candidate, names: readonly Candidate[]): Candidate[] {
  if (kindOf(detail.category) !== 'sensitive') return [detail];
  const inside = names.filter(({ span }) => touches(span, detail.span));
  if (inside.length === 0) return [detail];
  let start = detail.span.start;
  const parts: Span[] = [];
  for (const { span } of inside.sort((a, b) => a.span.start - b.span.start)) {
    parts.push({ start, end: span.start });
    start = span.end;
  }
  parts.push({ start, end: detail.span.end });
  const said = parts
    .map(({ start, end }) => {
      const part = text.slice(start, Math.max(start, end));
      const lead = /^(?:['’]s)?[\s,;:.()–-]*/u.exec(part)![0].length;
      return { start: start + lead, end: start + part.trimEnd().length };
    })
    .filter(({ start, end }) => SAYS_SOMETHING.test(text.slice(start, end)))
    .sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  return said ? [{ ...detail, span: said }] : [];
}

/** The recognizers and taggers in their order: what is written and who is spoken of tells the details tagger the rest. */
function createReaders(data: DetectorData) {
  const gazetteer = createGazetteer(data.names, data.withhold);
  const tagger = createTagger(data.tagger);
  const names = personName(gazetteer, tagger);
  const written = createFormRecognizers(gazetteer);
  const details = createDetails(data.details, gazetteer, tagger, written);
  const read = (doc: TextDocument) => {
    const named = names.find(doc);
    const forms = resolveOverlaps(written.flatMap((recognizer) => recognizer.find(doc)));
    const derived = derivedForms(doc, named, gazetteer);
    const values = [...forms, ...derived];
    const people = named.filter((name) => !values.some((value) => takesIn(value, name)));
    return { people, forms, derived };
  };
  return { gazetteer, details, read };
}

/** Reads what may be details of a document, with their evidence: for training, which fits a judge of it. */
export function createDetailWeigher(data: DetectorData): (doc: TextDocument) => WeighedDetail[] {
  const { details, read } = createReaders(data);
  return (doc) => {
    const { people, forms } = read(doc);
    return details.weigh(doc, people, forms);
  };
}

/** Builds a detector over its data. Nothing is decoded or loaded before it is needed. */
export function createDetector(data: DetectorData): Detector {
  const { gazetteer, details, read } = createReaders(data);
  const documents = createDocumentRecognizers(gazetteer);
  const isGiven = (word: string) => (gazetteer.entryOf(word) & FLAG.given) !== 0;

  function find(doc: TextDocument): Candidate[] {
    const { people, forms, derived } = read(doc);
    const marks = documents.flatMap((recognizer) => recognizer.find(doc));
    const lists = rostersOf(doc, people).filter(
      (list) => !marks.some((mark) => mark.category === 'roster' && touches(mark.span, list.span)),
    );
    const sure = people.filter(({ score }) => score >= SURE_NAME);
    const told = details.find(doc, people, forms).flatMap((detail) => outsideNames(doc.text, detail, sure));
    return withoutGuesses(doc.text, [...people, ...told, ...derived, ...marks, ...lists]);
  }

  function* slices(text: string): Generator<number, Finding[]> {
    // Entities are linked by what the text says; `spans` are the places in the text as it was given.
    const candidates: Candidate[] = [];
    const spans: Span[] = [];
    const snap = graphemeSnapper(text);
    let said = '';
    let last: Span | undefined;
    for (let start = 0; start < text.length; ) {
      const end = sliceEnd(text, start);
      const plain = normalize(text.slice(start, end));
      const part = chained(plain, flattenMarkup(plain.text));
      const doc = createDocument(part.text);
      for (const candidate of resolveOverlaps(find(doc))) {
        const at = part.toOriginal(candidate.span);
        const span = snap({ start: at.start + start, end: at.end + start });
        if (kindOf(candidate.category) !== 'document') {
          // Two findings that share a character of the given text are one.
          if (last && span.start < last.end) {
            last.end = Math.max(last.end, span.end);
            continue;
          }
          last = span;
        }
        spans.push(span);
        candidates.push({ ...candidate, span: shifted(candidate.span, said.length) });
      }
      said += part.text;
      start = end;
      yield end / text.length;
    }
    return linkEntities(said, candidates, isGiven).map((finding, i) => ({ ...finding, span: spans[i]! }));
  }

  return {
    slices,
    languageUnsure: isLanguageUnsure,
    kindOfWord(word) {
      const entry = gazetteer.entryOf(nameKey(word));
      if (entry & FLAG.word) return 'word';
      if (entry & WORD_BITS) return 'plain';
      return isTiered(entry) ? 'name' : null;
    },
    detect(text) {
      const run = slices(text);
      for (;;) {
        const step = run.next();
        if (step.done) return step.value;
      }
    },
    warm() {
      // The expressions and the model are compiled by the browser as they run for the first time.
      for (let run = 0; run < 3; run++) for (const text of SAMPLES) this.detect(text);
    },
  };
}
