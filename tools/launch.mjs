// Imports packages: load this only after `ensureInstalled`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

/**
 * Starts a browser in a throw-away profile with an unpacked extension in it. The extension is loaded through the
 * DevTools protocol (`Extensions.loadUnpacked`): branded Chrome and Edge ignore `--load-extension`.
 * @param {object} options
 * @param {string} options.browser path of Chromium, Chrome or Edge
 * @param {string} options.extension folder with the manifest
 * @param {boolean} options.headless
 * @returns {Promise<import('playwright-core').BrowserContext>} its profile is removed when it closes
 * @throws when the browser does not start or refuses the extension
 */
export async function launchWithExtension({ browser, extension, headless }) {
  const profile = mkdtempSync(path.join(tmpdir(), 'chalkline-demo-'));
  const removeProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  const args = ['--enable-unsafe-extension-debugging', '--no-first-run', '--disable-quic'];
  // Chromium's sandbox does not start as root, nor on most build machines.
  if (process.getuid?.() === 0 || process.env.CI) args.push('--no-sandbox');
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: browser,
      headless,
      args,
      ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
      // With a window the page follows its size.
      viewport: headless ? { width: 1100, height: 760 } : null,
    });
    context.on('close', removeProfile);
    try {
      const session = await context.browser()?.newBrowserCDPSession();
      const welcome = context.waitForEvent('page', { timeout: 5000 }).catch(() => null);
      await session?.send('Extensions.loadUnpacked', { path: extension });
      // It comes in front with each install, and here another page is shown.
      await (await welcome)?.close();
    } catch (error) {
      await context.close();
      throw error;
    }
    return context;
  } catch (error) {
    removeProfile();
    throw error;
  }
}
