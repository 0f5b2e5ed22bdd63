import type { CategoryId } from '../../lib/detect/category.ts';
import type { Detector } from '../../lib/detect/detect.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import { decide, isAlarm } from '../../lib/policy/decide.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { loadDetector } from '../../tools/load-detector.ts';

const DEFAULTS = mergePolicies({ district: undefined, teacher: undefined });

/** One detector for all tests of a file. */
export const detector: Detector = loadDetector();

/** The texts of the findings of a category, in order. */
export function textsOf(text: string, category: CategoryId): string[] {
  return detector
    .detect(text)
    .filter((finding) => finding.category === category)
    .map((finding) => textOf(text, finding));
}

export function textOf(text: string, { span }: Finding): string {
  return text.slice(span.start, span.end);
}

/** The findings that stop a paste under the default policy. */
export function stopping(text: string): Finding[] {
  return decide(text, detector.detect(text), DEFAULTS)
    .filter(isAlarm)
    .map(({ finding }) => finding);
}

/** The words of the names among them. */
export function stoppingNames(text: string): string[] {
  return stopping(text)
    .filter(({ category }) => category === 'person-name')
    .map((finding) => textOf(text, finding));
}
