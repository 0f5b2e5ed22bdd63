// npm run demo [-- --headless]
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildExtension,
  buildTestPages,
  ensureBrowser,
  ensureInstalled,
  ensureNode,
  main,
  Problem,
  root,
} from './ensure.mjs';
import { extensionId } from './extension-id.mjs';

const EXTENSION = path.join(root, '.output/chrome-mv3');
const SCREENSHOTS = '.demo';

/** All people and values are invented; the phone number and the domain are reserved for fiction. */
const SAMPLE = `Draft a friendly update for the families of Maya Lopez and Jordan Whitfield.

Maya (student ID 4471920) has turned in every lab report since October and helps her table group.
Jordan Whitfield missed three quizzes and would like to retake them.

Maya's mother: dana.lopez@example.org, (415) 555-0142.`;
const IDENTIFIERS = ['Maya', 'Lopez', 'Jordan', 'Whitfield', '4471920', 'dana.lopez', '555-0142'];
const LABELS = ['[Student 1]', '[Student 2]'];

await main(async () => {
  ensureNode();
  ensureInstalled();
  const browser = ensureBrowser();
  buildExtension('chrome');
  const hasDisplay =
    ['darwin', 'win32'].includes(process.platform) || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (hasDisplay && !process.argv.includes('--headless')) await showPracticePage(browser);
  else await proveHeadless(browser);
});

/**
 * Opens a window on the practice page and waits until it is closed.
 * @param {import('./browsers.mjs').Browser} browser
 */
async function showPracticePage(browser) {
  const context = await launch(browser, false);
  const closed = new Promise((resolve) => context.once('close', resolve));
  const { key } = JSON.parse(readFileSync(path.join(EXTENSION, 'manifest.json'), 'utf8'));
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`chrome-extension://${extensionId(key)}/practice.html`);
  page.once('close', () => context.close());
  console.log('The practice page is open. Paste a note about a student into it. Close the window to end.');
  await closed;
}

/**
 * Pastes the sample into a composer under the name of a real AI site, goes through review and looks at what the
 * composer then holds.
 * @param {import('./browsers.mjs').Browser} browser
 */
async function proveHeadless(browser) {
  console.log('No display: running the demo without a window.');
  buildTestPages();
  const { PAGES, respond, urlOf } = await import('../tests/pages/pages.ts');
  const bed = PAGES.find(({ id }) => id === 'prosemirror-chatgpt');
  if (!bed) throw new Problem('The test page prosemirror-chatgpt is gone.');
  mkdirSync(path.join(root, SCREENSHOTS), { recursive: true });

  const context = await launch(browser, true);
  try {
    // Nothing reaches the real site: every request is answered here or not at all.
    await context.route(/^https?:/, (route) => {
      const answer = respond(new URL(route.request().url()));
      return answer ? route.fulfill(answer) : route.abort();
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(urlOf(bed));
    await page.waitForFunction(() => window.bed.ready);
    await page.evaluate((text) => navigator.clipboard.writeText(text), SAMPLE);
    await page.locator(bed.fields[0]?.selector ?? '').click();
    await page.keyboard.press('ControlOrMeta+V');

    const isReview = () =>
      page.frames().find((frame) => /^chrome-extension:\/\/[a-p]+\/review\.html/.test(frame.url()));
    const review = await until(isReview, 'Review did not open.');
    const swap = review.getByRole('button', { name: 'Use swapped text', exact: true });
    await swap.waitFor({ timeout: 10_000 }).catch(() => {
      throw new Problem('Review has no button "Use swapped text".');
    });
    // Its buttons do nothing in the first 400 ms, so that a key pressed in haste chooses nothing.
    await page.waitForTimeout(1000);
    await page.screenshot({ path: path.join(root, SCREENSHOTS, '1-review.png') });
    await swap.click();

    const read = () => page.evaluate(() => window.bed.text());
    await until(async () => (await read()).trim(), 'The composer stayed empty.');
    // Long enough for a second write, which would be a defect, to be seen.
    await page.waitForTimeout(500);
    const after = await read();
    await page.screenshot({ path: path.join(root, SCREENSHOTS, '2-swapped.png') });

    console.log(
      `\nOn the clipboard:\n\n${SAMPLE}\n\nIn the composer of ${bed.host} after review:\n\n${after}\n`,
    );
    console.log(`Screenshots: ${SCREENSHOTS}/1-review.png, ${SCREENSHOTS}/2-swapped.png`);
    const left = IDENTIFIERS.filter((identifier) => after.includes(identifier));
    const missing = LABELS.filter((label) => !after.includes(label));
    if (left.length > 0) throw new Problem(`Not swapped: ${left.join(', ')}.`);
    if (missing.length > 0) throw new Problem(`Labels that are missing: ${missing.join(', ')}.`);
    console.log('The names and identifiers stayed out.');
  } finally {
    await context.close();
  }
}

/**
 * @param {import('./browsers.mjs').Browser} browser
 * @param {boolean} headless
 */
async function launch(browser, headless) {
  const { launchWithExtension } = await import('./launch.mjs');
  try {
    return await launchWithExtension({ browser: browser.path, extension: EXTENSION, headless });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const extensionsPage = browser.kind === 'edge' ? 'edge://extensions' : 'chrome://extensions';
    throw new Problem(
      [
        `${browser.path} did not start with the extension (${reason}). By hand:`,
        `1. Open ${extensionsPage}.`,
        '2. Turn on Developer mode.',
        `3. Click "Load unpacked" and choose ${EXTENSION}.`,
      ].join('\n'),
    );
  }
}

/**
 * Asks every 50 ms, for 10 s.
 * @template T
 * @param {() => T | Promise<T>} ask
 * @param {string} failure said where the answer never was truthy
 * @returns {Promise<NonNullable<T>>}
 */
async function until(ask, failure) {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Problem(failure);
}
