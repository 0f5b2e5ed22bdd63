import type { Span } from '../detect/finding.ts';
import { sentenceAround } from './sentences.ts';

/**
 * Words that rate or complain about a person's work, in English and Spanish. Our own list, from what the rows
 * on staff in docs/design.md mean: an observation score, a complaint, a word about competence.
 */
const JUDGING =
  /(?<![\p{L}\p{N}])(?:ineffective|incompeten(?:t|ce|te)|unprofessional(?:ly)?|lazy|rude|biased|negligent|underperform(?:s|ed|ing)|performance (?:review|plan)|improvement plan|observation score|evaluation score|(?:rated|scored) (?:as |a )?(?:developing|ineffective|effective|basic|proficient|unsatisfactory|distinguished|[0-4](?:\.\d)?)|unsatisfactory|complain(?:s|ed|t|ts|ing)?|grievances?|reprimand(?:s|ed)?|misconduct|fired|can['’]?t teach|cannot teach|bad teacher|(?:terrible|awful|horrible) (?:teacher|principal|colleague|at)|inept[oa]|groser[oa]|quej(?:a|as|arse|ó)|despedid[oa]|mal(?:a)? maestr[oa]|evaluación (?:del )?docente)(?![\p{L}\p{N}])/iu;

/** Whether the sentence (or table line) around a mention rates or complains about a person. */
export function isJudged(text: string, span: Span): boolean {
  const { start, end } = sentenceAround(text, span);
  return JUDGING.test(`${text.slice(start, span.start)} ${text.slice(span.end, end)}`);
}
