/** The draft of a review that nobody sees. Invented. */
import type { CategoryId } from '../../lib/detect/category.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import type { ReviewRequest } from '../../lib/messages.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';

const TEXT =
  'Maya Lopez (ID 204418) was late. Her mom is Ana Lopez, ana@example.org.\nDevon Carter has dyslexia.\n'.repeat(
    12,
  );
const DETAILS: [string, CategoryId][] = [
  ['Maya Lopez', 'person-name'],
  ['204418', 'student-id'],
  ['Ana Lopez', 'person-name'],
  ['ana@example.org', 'email'],
  ['Devon Carter', 'person-name'],
  ['has dyslexia', 'disability'],
];

export function rehearsal(): ReviewRequest {
  const findings = DETAILS.flatMap(([words, category], entity) =>
    Array.from(TEXT.matchAll(new RegExp(words, 'g')), ({ index }): Finding => {
      const span = { start: index, end: index + words.length };
      return {
        span,
        category,
        score: 1,
        recognizer: category,
        because: [{ code: 'format', args: [] }],
        entity: entity + 1,
      };
    }),
  ).sort((a, b) => a.span.start - b.span.start);
  return {
    mode: 'review',
    text: TEXT,
    hidden: '',
    check: { findings, hidden: 'none' },
    files: false,
    policy: mergePolicies({ district: {}, teacher: {} }),
    policyLate: false,
    address: '',
    wanted: false,
    again: false,
    byHand: true,
    tip: false,
  };
}
