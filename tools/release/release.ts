/** Makes what is given to the stores and to districts. See docs/store/rebuild.md. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'wxt';
import { npm, Problem, root, runNode } from '../ensure.mjs';
import { grantsOf } from './grants.ts';
import { licencesText, packageOf, readLicence } from './licences.ts';
import { type Sbom, steadySbom } from './sbom.ts';
import { type Files, filesOf, zipOf } from './zip.ts';

/** Where everything goes. */
export const RELEASE = path.join(root, '.output/release');
export const SUMS = 'SHA256SUMS';
const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
type Browser = (typeof BROWSERS)[number];

const utf8 = new TextEncoder();
const text = (file: string) => readFileSync(path.join(root, file), 'utf8');
const json = (value: unknown) => utf8.encode(`${JSON.stringify(value, null, 2)}\n`);
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, maxBuffer: 1 << 28 });

/**
 * Builds the three extensions and writes their zips, the sources, the bill of materials, the licences and the sums of all
 * of them.
 * @throws {Problem} where something of it would not be right
 */
export async function makeRelease(): Promise<void> {
  if (git('status', '--porcelain').length > 0)
    throw new Problem(
      'There are changes that are not committed: commit or stash them, so that the sums are those of a commit.',
    );
  const { name, version } = JSON.parse(text('package.json')) as { name: string; version: string };
  const file = (what: string) => `${name}-${version}-${what}`;

  const packages = new Set<string>();
  const built: [Browser, Files][] = [];
  for (const browser of BROWSERS) built.push([browser, await buildFor(browser, packages)]);
  lint();

  const licensed = [...packages].map((one) => readLicence(root, one));
  const licences = utf8.encode(licencesText(licensed, text('lib/detect/names/SOURCES.md')));
  const shipped = licensed.map((one) => `${one.name}@${one.version}`);
  const out: Files = {
    [file('sources.zip')]: zipOf(filesOf(git('archive', '--format=zip', '-0', 'HEAD'))),
    [file('sbom.cdx.json')]: json(steadySbom(sbom(), name, shipped)),
    'THIRD-PARTY-LICENSES.txt': licences,
    'REBUILD.md': utf8.encode(text('docs/store/rebuild.md')),
  };
  for (const [browser, files] of built) {
    out[file(`${browser}.zip`)] = zipOf({ ...forStore(files), 'THIRD-PARTY-LICENSES.txt': licences });
  }
  rmSync(RELEASE, { recursive: true, force: true });
  mkdirSync(RELEASE, { recursive: true });
  const names = Object.keys(out).sort();
  for (const one of names) writeFileSync(path.join(RELEASE, one), out[one]!);
  const sums = names
    .map((one) => `${createHash('sha256').update(out[one]!).digest('hex')}  ${one}\n`)
    .join('');
  writeFileSync(path.join(RELEASE, SUMS), sums);
  console.log(`\n${sums}\nThe release is in ${path.relative(root, RELEASE)}.`);
}

/** Builds for one browser, looks at what was built, and adds the packages that are in it. */
async function buildFor(browser: Browser, packages: Set<string>): Promise<Files> {
  const collect = {
    name: 'packages-in-the-bundle',
    generateBundle(_options: unknown, bundle: Record<string, { moduleIds?: string[] }>) {
      for (const { moduleIds = [] } of Object.values(bundle)) {
        for (const id of moduleIds) {
          const one = packageOf(id);
          if (one) packages.add(one);
        }
      }
    },
  };
  // A worker is a bundle of its own, with plugins of its own.
  const vite = () => ({ plugins: [collect], worker: { plugins: () => [collect] } });
  await build({ root, browser, mode: 'production', vite });
  const files = filesIn(path.join(root, `.output/${browser}-mv3`));
  const granted = grantsOf(JSON.parse(new TextDecoder().decode(files['manifest.json'])));
  if (!isDeepStrictEqual(granted, JSON.parse(text('docs/permissions.json'))))
    throw new Problem(`What the build for ${browser} may do is not what docs/permissions.json says.`);
  const places = [root, homedir()].filter((place) => place.length > 1);
  for (const [name, bytes] of Object.entries(files)) {
    if (places.some((place) => Buffer.from(bytes).includes(place)))
      throw new Problem(`${browser}: ${name} names a folder of this machine.`);
  }
  return files;
}

function filesIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((one) => [path.relative(folder, one).replaceAll('\\', '/'), readFileSync(one)]),
  );
}

/** The same without `key`, which stores refuse: they give an id of their own. */
function forStore(files: Files): Files {
  const { key: _, ...manifest } = JSON.parse(new TextDecoder().decode(files['manifest.json']));
  return { ...files, 'manifest.json': json(manifest) };
}

function lint(): void {
  const args = ['lint', '--source-dir', path.join(root, '.output/firefox-mv3'), '--no-config-discovery'];
  if (runNode('node_modules/web-ext/bin/web-ext.js', args, { NO_UPDATE_NOTIFIER: '1' }) !== 0)
    throw new Problem('web-ext lint found errors in the build for Firefox: see above.');
}

/** The bill of materials by the lock file alone, so that it is the same on every platform. */
function sbom(): Sbom {
  // A build sets NODE_ENV, at which npm would leave most of it out.
  const all = ['--include=dev', '--include=optional', '--include=peer'];
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', ...all];
  const { status, stdout, stderr } = npm(args, 'pipe');
  if (status !== 0) throw new Problem(`npm sbom failed:\n${stderr}`);
  return JSON.parse(stdout);
}
