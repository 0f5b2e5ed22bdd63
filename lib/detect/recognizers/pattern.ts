/** What the recognizers of written forms share. */
import { type BecauseCode, because } from '../because.ts';
import type { CategoryId } from '../category.ts';
import type { Candidate } from '../finding.ts';

/** A candidate over `start` to `end` (UTF-16 code units). */
export function candidate(
  recognizer: CategoryId,
  start: number,
  end: number,
  score: number,
  ...codes: BecauseCode[]
): Candidate {
  return { span: { start, end }, category: recognizer, score, recognizer, because: because(...codes) };
}

/**
 * Values that stand after a cue word: the pattern's group named `value` is the finding. The pattern needs the flags
 * d and g, and every repetition in it an upper bound, so that no text makes it slow.
 */
export function* valuesAfterCue(
  pattern: RegExp,
  text: string,
): Generator<{ start: number; end: number; value: string }> {
  for (const match of text.matchAll(pattern)) {
    const range = match.indices?.groups?.value;
    if (range) yield { start: range[0], end: range[1], value: text.slice(range[0], range[1]) };
  }
}

/** Months in English, long and short, for a pattern with the i flag. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** Spaces within a line, the no-break ones too, at most three. */
export const GAP = '[ \\t\\u00a0\\u202f]{0,3}';
