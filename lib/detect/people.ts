/** An adapter for compromise. It is handed the library, so that a page can load it on first need and tests can do without. */
import type { Span } from './finding.ts';

/** Finds people in a short piece of text (a sentence or so). Spans are of that text; they never hold outer punctuation. */
export type PeopleFinder = (text: string) => Span[];

/** The one call of `compromise/three` that is used. */
export type Nlp = (text: string) => {
  people(): { json(options: { offset: true; terms: false }): unknown };
};

interface PersonJson {
  text: string;
  offset: { start: number };
}

const OUTER_LEFT = /^[^\p{L}]+/u;
const OUTER_RIGHT = /(?:['’]s)?[^\p{L}]*$/iu;

/**
 * Turns compromise's `people()` into a PeopleFinder. Its offsets include punctuation ("Joe.") and drift by some
 * characters after emoji, so each span is looked up again from its text and trimmed; the possessive s goes too.
 */
export function peopleFinder(nlp: Nlp): PeopleFinder {
  return (text) => {
    const spans: Span[] = [];
    let from = 0;
    for (const person of nlp(text).people().json({ offset: true, terms: false }) as PersonJson[]) {
      const found = text.indexOf(person.text, from);
      if (person.text === '' || found < 0) continue;
      const left = OUTER_LEFT.exec(person.text)?.[0].length ?? 0;
      const end = person.text.slice(left).replace(OUTER_RIGHT, '').length;
      from = found + person.text.length;
      if (end > 0) spans.push({ start: found + left, end: found + left + end });
    }
    return spans;
  };
}
