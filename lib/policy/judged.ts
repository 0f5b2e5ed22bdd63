import type { Span } from '../detect/finding.ts';

/**
 * Words that rate or complain about a person's work, in English and Spanish. Our own list, from what the rows
 * on staff in docs/design.md mean: an observation score, a complaint, a word about competence.
 */
const JUDGING =
  /(?<![\p{L}\p{N}])(?:ineffective|incompeten(?:t|ce|te)|unprofessional(?:ly)?|lazy|rude|biased|negligent|underperform(?:s|ed|ing)|performance (?:review|plan)|improvement plan|observation score|evaluation score|(?:rated|scored) (?:as |a )?(?:developing|ineffective|effective|basic|proficient|unsatisfactory|distinguished|[0-4](?:\.\d)?)|unsatisfactory|complain(?:s|ed|t|ts|ing)?|grievances?|reprimand(?:s|ed)?|misconduct|fired|can['’]?t teach|cannot teach|bad teacher|(?:terrible|awful|horrible) (?:teacher|principal|colleague|at)|inept[oa]|groser[oa]|quej(?:a|as|arse|ó)|despedid[oa]|mal(?:a)? maestr[oa]|evaluación (?:del )?docente)(?![\p{L}\p{N}])/iu;

/** Characters read on each side of a mention: a long sentence, and a bound on the work in a text without breaks. */
const REACH = 200;

const SENTENCE_END = /(?<!\b(?:Mrs?|Ms|Mx|Dr|Prof|Sra?|Srta))[.!?](?=\s|$)|[\r\n]/gu;

/** Whether the sentence (or table line) around a mention rates or complains about a person. */
export function isJudged(text: string, span: Span): boolean {
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const after = text.slice(span.end, span.end + REACH);
  const from = Math.max(0, ...Array.from(before.matchAll(SENTENCE_END), (m) => m.index + 1));
  const to = after.search(SENTENCE_END);
  return JUDGING.test(`${before.slice(from)} ${to < 0 ? after : after.slice(0, to)}`);
}
