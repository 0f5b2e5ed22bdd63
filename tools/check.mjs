// npm run check: format, lint and borders, types, dead code. All four always run, so that one look shows all.
import { ensureInstalled, ensureNode, ensurePrepared, main, Problem, runNode } from './ensure.mjs';

/** @type {[name: string, script: string, ...args: string[]][]} */
const CHECKS = [
  ['format, lint and borders', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['types of the pure folders', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.pure.json'],
  ['dead code', 'node_modules/knip/bin/knip.js'],
];

await main(() => {
  ensureNode();
  ensureInstalled();
  ensurePrepared();
  const failed = CHECKS.filter(([, script, ...args]) => runNode(script, args) !== 0).map(([name]) => name);
  if (failed.length > 0) throw new Problem(`Failed: ${failed.join('; ')}.`);
  console.log('All checks passed.');
});
