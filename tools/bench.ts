/**
 * npm run bench: how well the detector does on the labelled texts, beside its peers.
 *
 *   node tools/bench.ts [--split dev|test] [--json FILE]
 *
 * Prints the report. Of the test split (the default) it also writes docs/benchmark.md and its chart.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drawing, page } from './bench/page.ts';
import { measure } from './bench/results.ts';
import { withSectionsOf } from './bench/sections.ts';

const DOCS = new URL('../docs/', import.meta.url);

const { values } = parseArgs({
  options: { split: { type: 'string', default: 'test' }, json: { type: 'string' } },
});
if (values.split !== 'dev' && values.split !== 'test') {
  console.error('--split is dev or test');
  process.exit(2);
}
const results = await measure(values.split);
const report = page(results);
console.log(report);
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
if (values.split === 'test') {
  const file = new URL('benchmark.md', DOCS);
  writeFileSync(file, withSectionsOf(report, readFileSync(file, 'utf8')));
  writeFileSync(new URL('images/benchmark.svg', DOCS), drawing(results));
}
