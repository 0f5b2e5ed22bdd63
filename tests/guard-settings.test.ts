/** Policies that come late, change live, or need what looks for their patterns. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepSettings } from '../lib/guard-settings.ts';
import { mergePolicies } from '../lib/policy/merge.ts';
import type { FindPatterns } from '../lib/policy/own-words.ts';

const plain = mergePolicies({ district: {}, teacher: {} });
const strict = mergePolicies({ district: { rules: { email: 'block' } }, teacher: {} });
const patterned = mergePolicies({
  district: { customPatterns: ['LC-\\d'], rules: { email: 'block' } },
  teacher: {},
});
const find: FindPatterns = () => [];

let patterns: FindPatterns | null;
let asked: number;
let arrive: () => void;
let kept: ReturnType<typeof keepSettings>;

beforeEach(() => {
  vi.useFakeTimers();
  patterns = null;
  asked = 0;
  kept = keepSettings(
    () => patterns,
    () => {
      asked++;
      return new Promise<void>((resolve) => {
        arrive = () => {
          patterns = find;
          resolve();
        };
      });
    },
  );
});
afterEach(() => vi.useRealTimers());

/** What a paste that comes now gets, once `meanwhile` has happened. */
async function paste(meanwhile: () => void = () => {}) {
  const waited = kept.awaitSettings();
  meanwhile();
  await vi.runAllTimersAsync();
  return waited;
}

test('without a policy in time a paste goes by the defaults, and a later one by the policy', async () => {
  kept.takePause(0);
  expect(await paste()).toBeNull();
  kept.takePolicy(strict);
  expect(kept.settings()).toEqual({ policy: strict, pausedUntil: 0 });
});

test('a paste goes on as soon as policy and pause are there', async () => {
  const found = await paste(() => {
    kept.takePolicy(strict);
    kept.takePause(7);
  });
  expect(found).toEqual({ policy: strict, pausedUntil: 7 });
});

test('a policy with patterns counts once they can be looked for', async () => {
  kept.takePause(0);
  kept.takePolicy(patterned);
  expect([kept.settings(), asked]).toEqual([null, 1]);
  expect((await paste(() => arrive()))?.policy).toBe(patterned);
});

test('where nothing comes that looks for patterns the rest of the policy holds, and it is asked for again', async () => {
  kept.takePause(0);
  expect(kept.known()).toBeNull();
  kept.takePolicy(patterned);
  expect(await paste()).toBeNull();
  expect(kept.known()?.policy).toEqual({ ...patterned.policy, customPatterns: [] });
  expect(kept.known()?.policy.rules.email).toBe('block');
  expect(asked).toBe(2);
  arrive();
  await vi.runAllTimersAsync();
  expect(kept.settings()?.policy).toBe(patterned);
});

test('patterns that are added live hold pastes until they can be looked for; without any nothing is brought', async () => {
  kept.takePause(0);
  kept.takePolicy(plain);
  expect([kept.settings()?.policy, asked]).toEqual([plain, 0]);
  kept.takePolicy(patterned);
  expect(kept.settings()).toBeNull();
  expect((await paste(() => arrive()))?.policy).toBe(patterned);
  kept.takePolicy(plain);
  kept.takePolicy(patterned);
  expect([kept.settings()?.policy, asked]).toEqual([patterned, 2]);
});
