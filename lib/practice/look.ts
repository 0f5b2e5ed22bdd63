/** What Chalkline would do with a text: the same detector, policy and labels as in a review, to be shown to a room. */
import { NO_MEMORY } from '../choices.ts';
import type { Detector } from '../detect/detect.ts';
import { patternsOf } from '../lazy-patterns.ts';
import { isAlarmAction } from '../policy/decide.ts';
import { addOwnWords } from '../policy/own-words.ts';
import type { EffectivePolicy } from '../policy/policy.ts';
import { marksOf } from '../review-plan.ts';
import { ReviewSession } from '../review-session.ts';
import { memoryVault } from './memory-vault.ts';

/** A part of a text that is marked. */
export interface LookMark {
  start: number;
  end: number;
  /** It would stop a paste; else it is only noted. */
  stops: boolean;
}

export interface Look {
  marks: LookMark[];
  /** How many people and values would stop a paste. */
  stops: number;
  /** The text with everything swapped that a review would swap by itself. */
  swapped: string;
}

/** Looks at a text under a policy. Labels begin at 1 in each look. */
export async function lookAt(text: string, detector: Detector, policy: EffectivePolicy): Promise<Look> {
  const findings = addOwnWords(text, detector.detect(text), policy, await patternsOf(policy));
  const session = new ReviewSession(
    { text, findings, policy, memory: NO_MEMORY },
    { vault: memoryVault(), detect: async () => null, changed: () => {} },
  );
  await session.refresh();
  const stopping = session.items.filter(({ action }) => isAlarmAction(action));
  const keys = new Set(stopping.map(({ key }) => key));
  return {
    marks: marksOf(text, session.items, session.writing).map(({ span, key }) => ({
      ...span,
      stops: keys.has(key),
    })),
    stops: stopping.length,
    swapped: await session.swapped(),
  };
}
