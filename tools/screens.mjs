// npm run screens [-- arguments for vitest]: pictures of every screen, in .results/screens/index.html.
import {
  buildExtension,
  buildTestPages,
  ensureBrowser,
  ensureInstalled,
  ensureNode,
  ensurePrepared,
  main,
  runNode,
} from './ensure.mjs';

await main(() => {
  ensureNode();
  ensureInstalled();
  const env = { CHALKLINE_BROWSER: ensureBrowser().path };
  buildExtension('chrome');
  buildTestPages();
  ensurePrepared();
  const args = [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    'screens',
    ...process.argv.slice(2),
  ];
  process.exitCode = runNode('node_modules/vitest/vitest.mjs', args, env);
  console.log('The screens are in .results/screens/index.html.');
});
