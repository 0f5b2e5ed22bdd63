import type { CategoryId } from './category.ts';
import type { TextDocument } from './document.ts';
import type { Candidate, Span } from './finding.ts';

/** Finds some categories in a document. One recognizer, one file in `recognizers/`, one table of cases in `tests/detect/`. */
export interface Recognizer {
  /** Kebab-case; the file's name. */
  id: string;
  categories: readonly CategoryId[];
  /** One plain sentence; shown in settings. */
  description: string;
  find(doc: TextDocument): Candidate[];
  /** Whether a span cannot be meant, whoever says so: a fight in a play, a gun of foam, a school of films. */
  rulesOut?(doc: TextDocument, span: Span): boolean;
}
