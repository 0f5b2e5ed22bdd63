/**
 * A real Chromium that a district manages by a policy file of this machine. Such a file holds for every browser here, so
 * the extension gets an id of its own, which the file is about: browsers of other tests do not hear of it.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { vi } from 'vitest';
import { type BedBrowser, EXTENSION, type LaunchOptions, launch } from './bed-browser.ts';

const FOLDER = '/etc/chromium/policies/managed';
const LONG_AGO = new Date('2020-01-01');

export interface DistrictBrowser extends BedBrowser {
  /** Changes the policy while the browser runs. Resolves when the browser has it. */
  setPolicy(policy: object): Promise<void>;
}

/**
 * Starts a browser with a policy.
 * @param granted hosts where the extension may run, beside the listed ones
 */
export async function launchManaged(
  policy: object,
  { granted = [], ...options }: LaunchOptions & { granted?: string[] } = {},
): Promise<DistrictBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'chalkline-district-'));
  cpSync(EXTENSION, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const { key: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  manifest.host_permissions.push(...granted.map((host) => `https://${host}/*`));
  writeFileSync(file, JSON.stringify(manifest));
  mkdirSync(FOLDER, { recursive: true });
  const browser = await launch({ ...options, extension: folder });
  const { extensionId } = browser;
  const place = join(FOLDER, `chalkline-test-${extensionId}.json`);
  const setPolicy = async (next: object) => {
    // Written beside the folder that Chromium watches, and put into it whole.
    const draft = join(FOLDER, '..', `.chalkline-test-${extensionId}.json`);
    writeFileSync(draft, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: next } } }));
    // Chromium waits 5 seconds after a file's date has changed, since more may come.
    utimesSync(draft, LONG_AGO, LONG_AGO);
    renameSync(draft, place);
    const read = async () => (await browser.worker()).evaluate(() => chrome.storage.managed.get());
    await vi.waitUntil(async () => isDeepStrictEqual(await read(), next), { timeout: 15_000 });
  };
  const close = async () => {
    rmSync(place, { force: true });
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
  await setPolicy(policy).catch(async (error) => {
    await close();
    throw error;
  });
  return { ...browser, setPolicy, close };
}
