/** Sites that no data knows: pages of the bed are guarded there too, once a teacher has added the site by a click. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { siteOf } from '../../lib/sites/match.ts';
import { type BedPage, PAGES } from '../pages/pages.ts';
import { type BedBrowser, type BedTab, EXTENSION, launch } from './bed-browser.ts';
import { FLAGGED, numberless, SWAPPED } from './editor-suite.ts';

/** A host that is in no list. */
const UNKNOWN = 'chat.example.org';

let browser: BedBrowser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chalkline-sites-'));
  cpSync(EXTENSION, folder, { recursive: true });
  // The browser says yes at once: nobody could press a button of its own question.
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.host_permissions.push(`https://${UNKNOWN}/*`);
  writeFileSync(file, JSON.stringify(manifest));
  browser = await launch({ extension: folder });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const stored = async () =>
  (await browser.worker()).evaluate(async () => (await chrome.storage.local.get('policy')).policy);

/** The popup, as a page about a tab. */
async function popupOver(tab: BedTab): Promise<Page> {
  const id = await (await browser.worker()).evaluate(
    async (url) => (await chrome.tabs.query({})).find((one) => one.url === url)?.id,
    tab.page.url(),
  );
  const page = await browser.openOwn(`popup.html?tab=${id}`);
  await page.locator('.more-tip').waitFor();
  return page;
}

describe('a site that a teacher adds', () => {
  let tab: BedTab;
  const pasteIn = async () => {
    await tab.page.bringToFront();
    await tab.start('');
    await tab.paste(FLAGGED);
    await expect.poll(() => tab.text()).toBe(FLAGGED);
  };

  test('is not guarded where the browser says no, which is said', async () => {
    tab = await browser.open('react-textarea', UNKNOWN);
    await pasteIn();
    const popup = await popupOver(tab);
    expect(await popup.locator('h1').innerText()).toBe('Not a known AI chat');
    await popup.evaluate(() => {
      const request = (_: object, tell?: (granted: boolean) => void) => {
        tell?.(false);
        return Promise.resolve(false);
      };
      Object.defineProperty(chrome.permissions, 'request', { value: request });
    });
    await popup.getByRole('button', { name: 'Guard this site too' }).click();
    await popup.getByText('Your browser did not allow it').waitFor();
    expect(await stored()).toBeUndefined();
    await popup.close();
  });

  test('is guarded from the click on, also in the page that stands there, and until it is taken off', async () => {
    const popup = await popupOver(tab);
    await popup.getByRole('button', { name: 'Guard this site too' }).click();
    await popup.getByRole('heading', { name: 'This page is guarded' }).waitFor();
    await popup.getByText('You added this site.').waitFor();
    await popup.close();
    expect(await stored()).toEqual({ sitesAdd: [UNKNOWN] });
    await tab.page.bringToFront();
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe(SWAPPED);

    const options = await browser.openOwn('options.html#sites');
    await options.getByRole('heading', { name: 'You added these' }).waitFor();
    await options.getByRole('button', { name: `Turn off: ${UNKNOWN}` }).click();
    await expect.poll(stored).toEqual({ sitesAdd: [] });
    await expect.poll(() => options.getByRole('heading', { name: 'You added these' }).count()).toBe(0);
    await options.close();
    await pasteIn();
    await tab.page.reload();
    await tab.ready();
    await pasteIn();
  });
});

describe('a page of a site without data', () => {
  /** What the guard knows of the site at the host that a page has elsewhere. */
  const hasData = ({ host }: BedPage) => {
    const found = siteOf({ protocol: 'https:', host, pathname: '/' })?.site;
    return [found?.composer, found?.send, found?.stop, found?.syntheticPaste].some(Boolean);
  };
  /** Tried on hosts without data in send.test.ts. The last one throws the review out, when it likes (hostile.test.ts). */
  const ELSEWHERE = ['react-textarea', 'prosemirror', 'lexical', 'senders', 'frame-remover'];
  const all = PAGES.filter((page) => hasData(page) || !ELSEWHERE.includes(page.id));
  /** `npm run test:long` goes through all of them, `npm test` through one of each kind. */
  const isFirst = ({ kind, frame }: BedPage, i: number) =>
    all.findIndex((one) => one.kind === kind && one.frame === frame) === i;
  const pages = process.env.CHALKLINE_REPORTS ? all : all.filter(isFirst);

  beforeAll(async () => {
    await (await browser.worker()).evaluate(
      (host) => chrome.storage.local.set({ policy: { sitesAdd: [host] } }),
      UNKNOWN,
    );
    const isGuarded = async () =>
      (await browser.worker()).evaluate(
        async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0,
      );
    await vi.waitUntil(isGuarded, { timeout: 15_000 });
  });

  test('nothing is known of this one', () => {
    expect(siteOf({ protocol: 'https:', host: UNKNOWN, pathname: '/' })).toBeNull();
    expect(all.length).toBeGreaterThan(15);
  });

  test.each(pages)('$id', async (info) => {
    const tab = await browser.open(info.id, UNKNOWN);
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe(SWAPPED);
    await tab.focused();
    await tab.start('');
    await tab.page.keyboard.type('Maya Lopez did better.', { delay: 2 });
    if (info.fields[0]!.enter === 'line') await tab.page.locator('#send').click();
    else await tab.press('Enter');
    await expect
      .poll(async () => (await tab.bed((bed) => bed.sent, null)).map(numberless))
      .toEqual(['[Student #] did better.']);
    await tab.page.close();
  });
});
