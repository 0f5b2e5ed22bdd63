// npm test [-- unit | e2e] [-- arguments for vitest]
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import {
  buildExtension,
  buildPractice,
  buildTestPages,
  ensureBrowser,
  ensureInstalled,
  ensureNode,
  ensurePrepared,
  main,
  root,
  runNode,
} from './ensure.mjs';
import { closing, countRun, mend, readTestArguments, worthAgain } from './test-report.mjs';

const results = path.join(root, '.results');

await main(
  () => {
    ensureNode();
    ensureInstalled();
    const { projects, rest, filtered } = readTestArguments(process.argv.slice(2));
    /** @type {Record<string, string>} */
    const env = {};
    if (projects.includes('e2e')) {
      env.CHALKLINE_BROWSER = ensureBrowser().path;
      env.CHALKLINE_FIREFOX = ensureBrowser({ firefox: true }).path;
      buildExtension('chrome');
      buildExtension('firefox');
      buildPractice();
      buildTestPages();
    }
    ensurePrepared();

    mkdirSync(results, { recursive: true });
    const runs = projects.map((project) => runProject(project, rest, filtered, env));
    for (const note of runs.flatMap((run) => run.notes)) console.log(note);
    const { line, ok } = closing(runs);
    console.log(line);
    process.exitCode = ok ? 0 : 1;
  },
  // What cannot be set up is one failure, so that the closing line is there in every case.
  () => console.log('0 passed, 1 failed'),
);

/**
 * @param {string} project
 * @param {string[]} rest
 * @param {boolean} filtered
 * @param {Record<string, string>} env
 */
function runProject(project, rest, filtered, env) {
  const first = run(project, rest, env, project);
  // A whole run of browsers is long enough for a shared machine to stand still in.
  const again =
    project === 'e2e' && rest.length === 0 && first.exitCode !== 0 ? worthAgain(first.report) : null;
  if (!again) return countRun(first.report, first.exitCode, { filtered });
  console.log(`\nOnce more, alone: ${again.count} failed.`);
  const second = run(project, [...again.files, '-t', again.pattern], env, `${project}-again`);
  const notes = second.exitCode === 0 ? mend(first.report, second.report) : [];
  const counts = countRun(first.report, notes.length === again.count ? 0 : first.exitCode);
  return { ...counts, notes: [...counts.notes, ...notes] };
}

/**
 * Runs Vitest.
 * @param {string} project
 * @param {string[]} rest
 * @param {Record<string, string>} env
 * @param {string} name of the report's file
 */
function run(project, rest, env, name) {
  const file = path.join(results, `${name}.json`);
  // A report of an earlier run must never be counted.
  rmSync(file, { force: true });
  const args = ['run', '--config', 'tests/vitest.config.ts', '--project', project];
  args.push('--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...rest);
  // A filter that matches nothing in one project is no failure of that project.
  if (rest.length > 0) args.push('--passWithNoTests');
  const exitCode = runNode('node_modules/vitest/vitest.mjs', args, env);
  return { exitCode, report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined };
}
