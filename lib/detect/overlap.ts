import { kindOf } from './category.ts';
import type { Candidate } from './finding.ts';

/** A hundred more characters weigh as much as one point of score: "Maya Lopez" beats "Maya", an address the name in it. */
const LENGTH_WEIGHT = 1 / 100;
const LENGTH_MAX = 100;

const weight = ({ span, score }: Candidate): number =>
  score + Math.min(span.end - span.start, LENGTH_MAX) * LENGTH_WEIGHT;

/**
 * Keeps the best of candidates that overlap and returns the rest sorted by place. Document marks are exempt: they
 * stand over other findings. Of equals the one listed first stays.
 */
export function resolveOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const best = [...candidates].sort((a, b) => weight(b) - weight(a));
  /** Kept spans in order of start; they never overlap, so only the two neighbours of a new one matter. */
  const kept: Candidate[] = [];
  const marks: Candidate[] = [];
  for (const candidate of best) {
    if (kindOf(candidate.category) === 'document') {
      marks.push(candidate);
      continue;
    }
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[middle]!.span.start < candidate.span.start) low = middle + 1;
      else high = middle;
    }
    const before = kept[low - 1];
    const after = kept[low];
    if (before && before.span.end > candidate.span.start) continue;
    if (after && after.span.start < candidate.span.end) continue;
    kept.splice(low, 0, candidate);
  }
  return [...kept, ...marks].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
