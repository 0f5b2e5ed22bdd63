// npm run test:long: texts and sends at random and the files of real programs in full, and docs/long-runs.md with what came of them
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildExtension,
  buildTestPages,
  ensureBrowser,
  ensureInstalled,
  ensureNode,
  ensurePrepared,
  main,
  Problem,
  root,
  runNode,
} from './ensure.mjs';

const REPORTS = path.join(root, '.results/long');
const DOCUMENT = path.join(root, 'docs/long-runs.md');
/** By project. */
const FILES = {
  unit: ['tests/detect/any-text.test.ts'],
  e2e: ['tests/e2e/send-runs.test.ts', 'tests/e2e/real-files.test.ts', 'tests/e2e/sites.test.ts'],
};
const COUNTS = { CHALKLINE_SEND_RUNS: '1000' };

await main(() => {
  ensureNode();
  ensureInstalled();
  const env = { ...COUNTS, CHALKLINE_REPORTS: REPORTS, CHALKLINE_BROWSER: ensureBrowser().path };
  buildExtension('chrome');
  buildTestPages();
  ensurePrepared();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const started = Date.now();
  const failed = Object.entries(FILES)
    .map(([project, files]) => {
      const args = ['run', '--config', 'tests/vitest.config.ts', '--project', project, ...files];
      return runNode('node_modules/vitest/vitest.mjs', args, env);
    })
    .some((exitCode) => exitCode !== 0);
  const minutes = Math.round((Date.now() - started) / 60_000);
  writeFileSync(DOCUMENT, page(failed, minutes));
  console.log(`What came of it: ${path.relative(root, DOCUMENT)}`);
  if (failed) throw new Problem('Some of the runs failed: see above.');
});

/**
 * @param {boolean} failed
 * @param {number} minutes
 */
function page(failed, minutes) {
  const day = new Date().toISOString().slice(0, 10);
  /** @type {{ title: string, seed?: number, tally: Record<string, number> }[]} */
  const reports = readdirSync(REPORTS)
    .sort()
    .map((file) => JSON.parse(readFileSync(path.join(REPORTS, file), 'utf8')));
  const sections = reports.map(({ title, seed, tally }) => {
    const rows = Object.entries(tally).sort(([a], [b]) => a.localeCompare(b));
    const total = rows.reduce((sum, [, count]) => sum + count, 0);
    const head = [`## ${title}`, '', ...(seed === undefined ? [] : [`Seed ${seed}.`, ''])];
    return [...head, '| how it ended | times |', '| --- | --- |']
      .concat(rows.map(([what, count]) => `| ${what} | ${count} |`))
      .concat([`| all | ${total} |`, ''])
      .join('\n');
  });
  const result = failed
    ? '**Some failed.** What is listed below ended as it should.'
    : 'All ended as they should.';
  return [
    '# Long runs',
    '',
    `Written by \`npm run test:long\` on ${day}, in Chromium, on the pages of the test bed, and in Node; ${minutes} minutes. ${result}`,
    'What each run asserts stands at the head of its test.',
    '',
    ...sections,
  ].join('\n');
}
