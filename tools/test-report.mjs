/**
 * @typedef {{ passed: number, failed: number, notes: string[] }} Counts notes: one line for each failure that
 *   is not a failed test (a file that did not load, a skipped test, a run that crashed)
 */

/**
 * Counts one Vitest run. A skipped or todo test is a failure, since a skipped case is a defect; so is a file
 * that failed outside its tests, and a run that left no report or ended badly with no failure in it.
 * @param {any} report Vitest's JSON report; undefined where the run left none
 * @param {number} exitCode of the run
 * @param {{ filtered?: boolean }} [options] filtered: tests were chosen by name, so the others count as nothing
 * @returns {Counts}
 */
export function countRun(report, exitCode, { filtered = false } = {}) {
  if (!report) return { passed: 0, failed: 1, notes: ['The run crashed before it wrote a report.'] };
  const counts = { passed: 0, failed: 0, notes: /** @type {string[]} */ ([]) };
  for (const file of report.testResults) {
    const before = counts.failed;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else if (!filtered) {
        counts.failed += 1;
        counts.notes.push(`Not run (${test.status}): ${file.name} > ${test.fullName}`);
      }
    }
    if (file.status === 'failed' && counts.failed === before) {
      counts.failed += 1;
      counts.notes.push(`Failed outside its tests: ${file.name}`);
    }
  }
  if (exitCode !== 0 && counts.failed === 0) {
    counts.failed = 1;
    counts.notes.push('The run ended with an error outside its tests, or it found none: see above.');
  }
  return counts;
}

/** More failures than this are no slow moment of a machine. */
const MOST_AGAIN = 4;

/**
 * Which failed tests are worth a second run, alone: a few of a run that left nothing else wrong. A browser that stands
 * still for a moment, as on a shared machine, fails a test that is right; a fault fails it twice.
 * @param {any} report Vitest's JSON report
 * @returns {{ files: string[], pattern: string, count: number } | null} the files, and a pattern for `-t`
 */
export function worthAgain(report) {
  const failed = (report?.testResults ?? []).flatMap((/** @type {any} */ file) =>
    file.assertionResults
      .filter((/** @type {any} */ test) => test.status === 'failed')
      .map((/** @type {any} */ test) => ({ file: file.name, name: nameOf(test) })),
  );
  if (failed.length === 0 || failed.length > MOST_AGAIN) return null;
  const names = failed.map((/** @type {{ name: string }} */ { name }) =>
    name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
  );
  return {
    files: [...new Set(failed.map((/** @type {{ file: string }} */ { file }) => file))],
    pattern: `^(?:${names.join('|')})$`,
    count: failed.length,
  };
}

/**
 * Puts the second run of failed tests in the place of their first. Only where every one of them was run and passed, and
 * nothing else was wrong, is the first run mended; the notes name them.
 * @param {any} report of the first run; changed in place
 * @param {any} again report of the second
 * @returns {string[]} notes; none where nothing is mended
 */
export function mend(report, again) {
  const passed = new Map(
    (again?.testResults ?? []).flatMap((/** @type {any} */ file) =>
      file.assertionResults
        .filter((/** @type {any} */ test) => test.status === 'passed')
        .map((/** @type {any} */ test) => [`${file.name} > ${nameOf(test)}`, test]),
    ),
  );
  const notes = [];
  for (const file of report.testResults) {
    const before = notes.length;
    for (const test of file.assertionResults) {
      const name = `${file.name} > ${nameOf(test)}`;
      if (test.status !== 'failed' || !passed.has(name)) continue;
      test.status = 'passed';
      notes.push(`Passed only in a second run, alone: ${name}`);
    }
    // A message is of what went wrong outside its tests.
    if (notes.length > before && !file.message) file.status = 'passed';
  }
  return notes;
}

/** @param {any} test */
function nameOf(test) {
  return [...test.ancestorTitles, test.title].join(' > ');
}

/**
 * @param {Counts[]} runs
 * @returns {{ line: string, ok: boolean }} the closing line, and whether something ran and nothing failed
 */
export function closing(runs) {
  const passed = runs.reduce((sum, run) => sum + run.passed, 0);
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, ok: failed === 0 && passed > 0 };
}

/**
 * Reads the arguments of `npm test -- [unit|e2e] [arguments for vitest]`.
 * @param {string[]} args
 * @returns {{ projects: string[], rest: string[], filtered: boolean }}
 */
export function readTestArguments(args) {
  const all = ['unit', 'e2e'];
  const one = all.includes(args[0] ?? '');
  const rest = one ? args.slice(1) : args;
  return {
    projects: one ? args.slice(0, 1) : all,
    rest,
    filtered: rest.some((arg) => /^(-t|--testNamePattern)(=|$)/.test(arg)),
  };
}
