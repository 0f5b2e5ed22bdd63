/** A real Chromium in which a district has installed the extension, and set it, by policy files. */
import { expect, vi } from 'vitest';
import { findBrowser } from '../../tools/browsers.mjs';
import { type BedBrowser, EXTENSION, launch } from './bed-browser.ts';
import { pack, serveUpdates } from './packed.ts';
import { chromiumPolicyFiles } from './policy-files.ts';

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

/** Starts a browser under a policy. In: the extension's settings, such as `{ rules: { email: 'block' } }`. */
export function launchWithPolicy(policy: object): Promise<ManagedBrowser> {
  return launchWithPolicyFile((installed) => fileOf(installed, policy));
}

/**
 * Starts a browser with a whole policy file, as Chromium for Linux reads it. In: from the extension's id and update address
 * to what the file says. It has to install the extension and to set something. Out: once both have happened.
 */
export async function launchWithPolicyFile(
  fileFor: (installed: Installed) => object,
): Promise<ManagedBrowser> {
  // The key in the manifest is that of another id.
  const packed = pack(EXTENSION, ({ key: _, ...manifest }) => manifest);
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
  const browser = await launch({ managed: files.program }).catch(async (error) => {
    await cleanUp();
    throw error;
  });
  const close = async () => {
    await browser.close();
    await cleanUp();
  };
  const read = async () => (await browser.worker()).evaluate(() => chrome.storage.managed.get());
  await vi
    .waitFor(async () => expect(await read()).not.toEqual({}), PATIENT)
    .catch(async (error) => {
      await close();
      throw error;
    });
  return {
    ...browser,
    close,
    async setPolicy(policy, expected = policy ?? {}) {
      files.write(DISTRICT, fileOf(installed, policy));
      await vi.waitFor(async () => expect(await read()).toEqual(expected), PATIENT);
    },
  };
}

/** A browser takes seconds to read its policies when it starts. */
const PATIENT = { timeout: 15_000, interval: 100 };
const DISTRICT = 'policies/managed/district.json';

function fileOf({ id, updateUrl }: Installed, policy: object | null): object {
  const install = { ExtensionInstallForcelist: [`${id};${updateUrl}`] };
  return policy ? { ...install, '3rdparty': { extensions: { [id]: policy } } } : install;
}
