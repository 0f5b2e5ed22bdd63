/** Looks for details in this page, slice by slice, so that it can draw and hear meanwhile. */
import type { Finding } from '../../lib/detect/finding.ts';
import { lazyDetector } from '../../lib/lazy-detector.ts';
import { patternsOf } from '../../lib/lazy-patterns.ts';
import { addKnown } from '../../lib/policy/known.ts';
import type { EffectivePolicy } from '../../lib/policy/policy.ts';
import { readDigest } from '../../lib/store/class-digest.ts';

/** How long a pause in typing is before an edited text is checked. */
const TYPING_MS = 250;
let edits = 0;

/** Looks at an edited text; null where it was edited again meanwhile. */
export async function lookAtEdited(text: string, policy: EffectivePolicy): Promise<Finding[] | null> {
  const mine = ++edits;
  const stopped = () => mine !== edits;
  await new Promise((resolve) => setTimeout(resolve, TYPING_MS));
  return stopped() ? null : lookAt(text, policy, { stopped, onShare: () => {} });
}

/** Looks at a text; between two slices the page draws and hears. @returns null where it was stopped */
export async function lookAt(
  text: string,
  policy: EffectivePolicy,
  { stopped, onShare }: { stopped(): boolean; onShare(share: number): void },
): Promise<Finding[] | null> {
  const [detector, patterns, digest] = await Promise.all([lazyDetector(), patternsOf(policy), readDigest()]);
  const slices = detector.slices(text);
  while (!stopped()) {
    const step = slices.next();
    if (step.done) {
      return addKnown(text, step.value, policy, { digest, kindOf: detector.kindOfWord, patterns });
    }
    onShare(step.value);
    await breathe();
  }
  return null;
}

/** Lets the page draw and hear a click. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
