/** A real Chromium in which a district has installed the extension, and set it, by policy files. */
import { expect, vi } from 'vitest';
import { findBrowser } from '../../tools/browsers.mjs';
import { type BedBrowser, EXTENSION, type LaunchOptions, launch } from './bed-browser.ts';
import { pack, serveUpdates } from './packed.ts';
import { chromiumPolicyFiles } from './policy-folder.ts';

/** The extension that a district installs, as its policy names it. */
export interface Installed {
  id: string;
  updateUrl: string;
}

export interface ManagedBrowser extends BedBrowser {
  /**
   * Changes the policy while the browser runs, and waits until it is in force. @param policy the extension's settings; null
   * for none @param read what of them gets through the schema, where that is not all
   */
  setPolicy(policy: object | null, read?: object): Promise<void>;
}

/** What else is said of a browser: hosts where the extension may run, beside the listed ones, and its language. */
type Options = Pick<LaunchOptions, 'language'> & { granted?: string[] };

/** Starts a browser under a policy. In: the extension's settings, such as `{ rules: { email: 'block' } }`. */
export function launchWithPolicy(policy: object, options?: Options): Promise<ManagedBrowser> {
  return start(
    (installed) => fileOf(installed, policy),
    (read) => expect(read).toEqual(policy),
    options,
  );
}

/**
 * Starts a browser with a whole policy file, as Chromium for Linux reads it. In: from the extension's id and update address
 * to what the file says. It has to install the extension and to set something. Out: once both have happened.
 */
export function launchWithPolicyFile(fileFor: (installed: Installed) => object): Promise<ManagedBrowser> {
  return start(fileFor, (read) => expect(read).not.toEqual({}));
}

async function start(
  fileFor: (installed: Installed) => object,
  arrived: (read: object) => void,
  { granted = [], ...options }: Options = {},
): Promise<ManagedBrowser> {
  // The key in the manifest is that of another id.
  const packed = pack(EXTENSION, ({ key: _, ...manifest }) => ({
    ...manifest,
    host_permissions: [...manifest.host_permissions, ...granted.map((host) => `https://${host}/*`)],
  }));
  const server = await serveUpdates(packed);
  const installed = { id: packed.id, updateUrl: server.updateUrl };
  const files = chromiumPolicyFiles(findBrowser('chromium')!.path);
  // Without it nobody could look into an extension that is there by policy.
  files.write('policies/managed/tests.json', { DeveloperToolsAvailability: 1 });
  files.write(DISTRICT, fileFor(installed));
  const cleanUp = async () => {
    files.remove();
    await server.close();
  };
  const browser = await launch({ ...options, managed: files.program }).catch(async (error) => {
    await cleanUp();
    throw error;
  });
  const close = async () => {
    await browser.close();
    await cleanUp();
  };
  const waitFor = (check: (read: object) => void) =>
    vi.waitFor(
      async () => check(await (await browser.worker()).evaluate(() => chrome.storage.managed.get())),
      PATIENT,
    );
  const ready = async () => {
    await waitFor(arrived);
    await endWelcome(browser);
  };
  await ready().catch(async (error) => {
    await close();
    throw error;
  });
  return {
    ...browser,
    close,
    async setPolicy(policy, expected = policy ?? {}) {
      files.write(DISTRICT, fileOf(installed, policy));
      await waitFor((read) => expect(read).toEqual(expected));
    },
  };
}

/** Takes away the welcome that waits for the first chat after an install by policy: most tests look for other notices. */
async function endWelcome({ worker }: BedBrowser): Promise<void> {
  const waits = async () =>
    (await (await worker()).evaluate(() => chrome.storage.local.get('welcome-waits')))['welcome-waits'];
  await vi.waitUntil(waits, PATIENT);
  await (await worker()).evaluate(() => chrome.storage.local.remove('welcome-waits'));
}

/** A browser takes seconds to read its policies when it starts. */
const PATIENT = { timeout: 15_000, interval: 100 };
const DISTRICT = 'policies/managed/district.json';

function fileOf({ id, updateUrl }: Installed, policy: object | null): object {
  const install = { ExtensionInstallForcelist: [`${id};${updateUrl}`] };
  return policy ? { ...install, '3rdparty': { extensions: { [id]: policy } } } : install;
}
