import { createDocument } from './document.ts';
import { linkEntities } from './entity.ts';
import type { Candidate, Finding } from './finding.ts';
import { createGazetteer } from './names/gazetteer.ts';
import { createTagger } from './names/tagger.ts';
import { resolveOverlaps } from './overlap.ts';
import { createRecognizers } from './registry.ts';

export interface DetectorData {
  /** The decoded bytes of `TABLES.names`. */
  names: Uint8Array;
  /** The decoded bytes of `MODEL.tagger`. */
  tagger: Uint8Array;
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

/** Builds a detector over its data. Nothing is decoded or loaded before it is needed. */
export function createDetector(data: DetectorData): Detector {
  const gazetteer = createGazetteer(data.names, data.withhold);
  const recognizers = createRecognizers(gazetteer, createTagger(data.tagger));

  function* slices(text: string): Generator<number, Finding[]> {
    const candidates: Candidate[] = [];
    for (let start = 0; start < text.length; ) {
      const end = sliceEnd(text, start);
      const doc = createDocument(text.slice(start, end));
      const found = recognizers.flatMap((recognizer) => recognizer.find(doc));
      for (const candidate of resolveOverlaps(found)) {
        const span = { start: candidate.span.start + start, end: candidate.span.end + start };
        candidates.push({ ...candidate, span });
      }
      start = end;
      yield end / text.length;
    }
    return linkEntities(text, candidates);
  }

  return {
    slices,
    detect(text) {
      const run = slices(text);
      for (;;) {
        const step = run.next();
        if (step.done) return step.value;
      }
    },
    warm() {
      gazetteer.warm();
      // The expressions and the model are compiled by the browser as they run for the first time.
      for (let run = 0; run < 3; run++) for (const text of SAMPLES) this.detect(text);
    },
  };
}
