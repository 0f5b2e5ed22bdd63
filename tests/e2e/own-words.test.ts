/** A policy's patterns, shapes of ids and schools in the built extension, and when the library for patterns is loaded. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';
import { numberless } from './editor-suite.ts';

let browser: BedBrowser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  await setPolicy({});
  for (const page of browser.context.pages().slice(1)) await page.close();
});

/** A district's layer cannot be set in a test, and these fields are read of a teacher's alike. */
async function setPolicy(policy: object): Promise<void> {
  await (await browser.worker()).evaluate((value) => chrome.storage.local.set({ policy: value }), policy);
}

/** The files of ours that run in a tab, as they come. */
async function filesOf(tab: BedTab): Promise<() => string[]> {
  const session = await browser.context.newCDPSession(tab.page);
  const files = new Set<string>();
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith(`chrome-extension://${browser.extensionId}/`)) files.add(new URL(url).pathname);
  });
  await session.send('Debugger.enable');
  return () => [...files];
}

const TEXT = 'Use form QZ:kite for S-12345 at elm middle school.';
const POLICY = { idFormats: ['S-#####'], schoolNames: ['Elm Middle School'] };

test('without patterns their library is not loaded, and everything else is found', async () => {
  await setPolicy(POLICY);
  const tab = await browser.open('react-textarea');
  const files = await filesOf(tab);
  await tab.start('');
  await tab.paste(TEXT);
  await tab.choose('Use swapped text');
  await expect
    .poll(async () => numberless(await tab.text()))
    .toBe('Use form QZ:kite for [ID #] at [School #].');
  expect(files()).toContain('/detector.js');
  expect(files()).not.toContain('/patterns.js');
});

test('with a pattern, the review has it, the id and the school, also where it was added to an open tab', async () => {
  const tab = await browser.open('react-textarea');
  const files = await filesOf(tab);
  await setPolicy({ ...POLICY, customPatterns: ['QZ:[a-z]+'] });
  await expect.poll(files).toContain('/patterns.js');
  await tab.start('');
  await tab.paste(TEXT);
  const review = await tab.review();
  expect(await review.locator('.group .why').allInnerTexts()).toEqual([
    'A word that you or your district added. It fits a pattern from the settings.',
    'A student number. It is written like your student IDs.',
    'The name of a school. It is one of your schools.',
  ]);
  await tab.choose('Use swapped text');
  await expect
    .poll(async () => numberless(await tab.text()))
    .toBe('Use form [Detail #] for [ID #] at [School #].');
});

test('in a tab that was opened after it was set', async () => {
  await setPolicy({ customPatterns: ['QZ:[a-z]+'] });
  const tab = await browser.open('iframe-small');
  await tab.start('');
  await tab.paste('Use form QZ:kite.');
  await tab.choose('Use swapped text');
  await expect.poll(async () => numberless(await tab.text())).toBe('Use form [Detail #].');
});
