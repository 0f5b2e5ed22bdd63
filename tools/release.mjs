// npm run release [-- --verify]: the zips for the stores with their sums, in .output/release; with --verify it is made
// twice, in two clean clones, and compared.
import { ensureInstalled, ensureNode, main } from './ensure.mjs';

await main(async () => {
  ensureNode();
  ensureInstalled();
  if (process.argv.includes('--verify')) (await import('./release/verify.ts')).verifyRelease();
  else await (await import('./release/release.ts')).makeRelease();
});
