/** A real Firefox in which a district has installed the extension, and set it, by a policy file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { findBrowser } from '../../tools/browsers.mjs';
import { FIREFOX_EXTENSION, type FirefoxBed, launchFirefox, PATIENT } from './firefox-browser.ts';
import { pack, zipOf } from './packed.ts';
import { firefoxPolicyFiles } from './policy-files.ts';

/** Another one than that of other tests, which would hear of the policy where it cannot be kept from them. */
const ID = 'chalkline-district@example.org';

export interface ManagedFirefox extends FirefoxBed {
  /** Opens a page of the extension. Firefox lets no driver go there, so the extension itself has to. */
  openOwn(path: string): Promise<Page>;
}

/**
 * Starts Firefox under a policy: it reads one at its start only. In: the extension's settings. Out: once the extension is
 * installed and guards.
 */
export async function launchFirefoxWithPolicy(policy: object): Promise<ManagedFirefox> {
  const { crx } = pack(FIREFOX_EXTENSION, ({ browser_specific_settings: settings, ...manifest }) => ({
    ...manifest,
    browser_specific_settings: { gecko: { ...(settings as { gecko: object }).gecko, id: ID } },
  }));
  const folder = mkdtempSync(join(tmpdir(), 'chalkline-xpi-'));
  const file = join(folder, 'chalkline.xpi');
  writeFileSync(file, zipOf(crx));
  const files = firefoxPolicyFiles(findBrowser('firefox')!.path);
  files.write('policies.json', {
    policies: {
      // Mozilla signs what it has published; Firefox ESR may be told to do without.
      Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
      ExtensionSettings: { [ID]: { installation_mode: 'force_installed', install_url: `file://${file}` } },
      '3rdparty': { Extensions: { [ID]: policy } },
    },
  });
  const cleanUp = () => {
    files.remove();
    rmSync(folder, { recursive: true });
  };
  const bed = await launchFirefox(null, files.program).catch((error) => {
    cleanUp();
    throw error;
  });
  const close = async () => {
    await bed.close();
    cleanUp();
  };
  const own = await openTab(bed).catch(async (error) => {
    await close();
    throw error;
  });
  return {
    ...bed,
    close,
    async openOwn(path) {
      await own.evaluate((path) => {
        document.documentElement.dataset.left = 'yes';
        location.assign(path);
      }, path);
      const isThere = (path: string) =>
        location.pathname + location.search === path &&
        !document.documentElement.dataset.left &&
        document.querySelector('h1') !== null;
      await vi.waitUntil(() => own.evaluate(isThere, path).catch(() => false), PATIENT);
      return own;
    },
  };
}

/** Waits until a page is guarded, and has the guard's frame open a tab: unlike the frame, that may go anywhere. */
async function openTab(bed: FirefoxBed): Promise<Page> {
  const tab = await bed.open('react-textarea');
  const guarding = async () => {
    await tab.start();
    return tab.reviewFrame();
  };
  const frame = await vi.waitUntil(guarding, { timeout: 20_000, interval: 300 });
  await frame.evaluate(() => void window.open('/options.html'));
  const isOwn = () => location.protocol === 'moz-extension:';
  const find = async () => {
    for (const page of await bed.pages()) if (await page.evaluate(isOwn).catch(() => false)) return page;
  };
  const own = await vi.waitUntil(find, PATIENT);
  await tab.page.close();
  return own;
}
