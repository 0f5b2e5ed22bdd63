/** Proves that a release depends on nothing but its commit. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Problem, root } from '../ensure.mjs';
import { SUMS } from './release.ts';

/** Two places with nothing in common: the length of the path, the zone, the language and the hour. */
const CLONES = [
  { folder: 'one', env: { TZ: 'UTC', LC_ALL: 'C.UTF-8' }, later: false },
  {
    folder: 'a folder with/a longer path/two',
    env: { TZ: 'Pacific/Auckland', LC_ALL: 'es_ES.UTF-8' },
    later: true,
  },
];

/**
 * Makes the release of the last commit in two clean clones at different paths, the second with its clock a day ahead
 * (where the program `faketime` is there), and compares the sums.
 * @throws {Problem} where they differ
 */
export function verifyRelease(): void {
  const place = mkdtempSync(path.join(tmpdir(), 'chalkline-release-'));
  const hasFaketime = spawnSync('faketime', ['--version']).status === 0;
  if (!hasFaketime) console.log('No `faketime` here (a Debian package): the clock is not moved.');
  try {
    const [one = '', two = ''] = CLONES.map(({ folder, env, later }) =>
      releaseOfClone(path.join(place, folder), env, later && hasFaketime),
    );
    console.log(`\n${one}`);
    if (one !== two) throw new Problem(`The second clone has other sums:\n\n${two}`);
    console.log(`Two clean clones gave the same ${one.trim().split('\n').length} files.`);
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Clones the last commit, makes its release with its own tools, and gives its sums. */
function releaseOfClone(clone: string, env: Record<string, string>, later: boolean): string {
  mkdirSync(path.dirname(clone), { recursive: true });
  execFileSync('git', ['clone', '--quiet', '--no-local', root, clone]);
  const command = [process.execPath, path.join(clone, 'tools/release.mjs')];
  const [program = '', ...args] = later ? ['faketime', '-f', '+1d', ...command] : command;
  const { status } = spawnSync(program, args, {
    cwd: clone,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Problem(`The release in ${clone} failed: see above.`);
  return readFileSync(path.join(clone, '.output/release', SUMS), 'utf8');
}
