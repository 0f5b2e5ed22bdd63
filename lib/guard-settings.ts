/** What a guard knows of policy and pause: late, live, and with patterns that must be brought first. */
import type { Settings } from './guard.ts';
import type { FindPatterns } from './policy/own-words.ts';
import type { EffectivePolicy } from './policy/policy.ts';

/** How long a paste waits for the settings before it is reviewed under the defaults. */
const SETTINGS_MS = 1000;

export interface GuardSettings {
  /** Null until policy and pause are read and the policy's patterns can be looked for. */
  settings(): Settings | null;
  /** What holds meanwhile: the policy without its patterns; null before it is read. */
  known(): EffectivePolicy | null;
  /** Resolves when they are there for the first time. */
  ready: Promise<void>;
  /** Waits for them a second at most; null then. */
  awaitSettings(): Promise<Settings | null>;
  takePolicy(policy: EffectivePolicy): void;
  /** In: the end of the pause, in ms since 1970; 0 for none. */
  takePause(until: number): void;
}

/**
 * Keeps the settings of one guard. In: what looks for patterns, null until it is there, and a way to bring it. A policy counts
 * from the moment on at which its patterns can be looked for; until then there is none, so that a paste waits for it.
 */
export function keepSettings(
  patterns: () => FindPatterns | null,
  awaitPatterns: () => Promise<unknown>,
): GuardSettings {
  let policy: EffectivePolicy | null = null;
  let pausedUntil: number | null = null;
  /** Pastes that wait. */
  const waiting: (() => void)[] = [];
  const lacksPatterns = () => policy !== null && policy.policy.customPatterns.length > 0 && !patterns();
  const settings = (): Settings | null => {
    return policy && pausedUntil !== null && !lacksPatterns() ? { policy, pausedUntil } : null;
  };
  const update = () => {
    if (settings()) for (const tell of waiting.splice(0)) tell();
  };
  const bring = () => {
    if (lacksPatterns()) awaitPatterns().then(update, () => {});
  };
  return {
    settings,
    known: () => policy && { ...policy, policy: { ...policy.policy, customPatterns: [] } },
    ready: new Promise((resolve) => waiting.push(resolve)),
    async awaitSettings() {
      if (settings()) return settings();
      // The background may not have heard the first time.
      bring();
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        setTimeout(resolve, SETTINGS_MS);
      });
      return settings();
    },
    takePolicy(value) {
      policy = value;
      bring();
      update();
    },
    takePause(until) {
      pausedUntil = until;
      update();
    },
  };
}
