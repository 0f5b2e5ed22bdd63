import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const local = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** By how long they take. A clean clone has no times of an earlier run, and would leave the last of them to one worker. */
const LONGEST = ['accessible', 'review', 'guard', 'editors-rich', 'editors-plain', 'editors-framed'];
const rankOf = ({ moduleId }: TestSpecification) => {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(`/e2e/${name}.test.ts`));
  return rank < 0 ? LONGEST.length : rank;
};
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}

export default defineConfig({
  root: local('..'),
  test: {
    environment: 'node',
    allowOnly: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        // WXT's own plugin would load wxt.config.ts and its modules for each run; only this alias is needed.
        resolve: { alias: { 'wxt/browser': local('setup/browser.ts') } },
        test: {
          name: 'unit',
          // One fewer than the cores would be the default: one, on the machine of two cores that our CI has.
          maxWorkers: 2,
          // The detector is built once for a worker, not for each of some sixty files.
          isolate: false,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          setupFiles: [local('setup/fake-browser.ts')],
          // For a machine with other work: no test asserts a time.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // Each worker drives a browser of its own; more of them only make each other slow.
          maxWorkers: 2,
          // A worker keeps a browser ready for its next file.
          isolate: false,
          globalSetup: [local('setup/profiles.ts')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A machine with other work is slower than the default of one second.
          expect: { poll: { timeout: 10_000 } },
          retry: 0,
        },
      },
      {
        extends: true,
        test: {
          // Takes pictures and judges nothing: `npm run screens`, and no part of `npm test`.
          name: 'screens',
          include: ['tests/screens/*.ts'],
          globalSetup: [local('setup/profiles.ts')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 5000 } },
        },
      },
    ],
  },
});
