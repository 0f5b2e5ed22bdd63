/** Tips at the moment they matter, and no more of them than that. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { tipsIn } from '../../lib/learn/curriculum.ts';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';

const IDEAS = tipsIn('en-US').map(({ idea }) => idea);

let browser: BedBrowser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  const worker = await browser.worker();
  await worker.evaluate(() => Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]));
  for (const page of browser.context.pages().slice(1)) await page.close();
});

async function paste(tab: BedTab, text: string): Promise<void> {
  await tab.start('');
  await tab.paste(text);
}

/** The tip in the review of a text, once it stands there. The review is then answered. */
async function tipOf(tab: BedTab, text: string): Promise<string> {
  await paste(tab, text);
  const review = await tab.review();
  const tip = await review.locator('.tip strong').innerText();
  await tab.choose('Use swapped text');
  return tip;
}

/** The tip in the notice of a paste that goes in by earlier choices; undefined where it has none. */
async function tipInNotice(tab: BedTab, text: string): Promise<string | undefined> {
  await paste(tab, text);
  await expect.poll(() => tab.text()).not.toBe('');
  await expect.poll(async () => (await tab.notice()).join(' ')).toContain('Swapped');
  return (await tab.notice()).find((words) => words.startsWith('Tip: '));
}

test('none comes twice in a week, and one in a notice once a conversation', async () => {
  const tab = await browser.open('react-textarea');
  const first = await tipOf(tab, 'Maya Lopez was late.');
  const second = await tipOf(tab, 'Devon Carter was late.');
  const noticed = await tipInNotice(tab, 'Maya Lopez met Devon Carter.');
  const ideas = [first, second, noticed?.replace('Tip: ', '')];
  expect(IDEAS).toEqual(expect.arrayContaining(ideas));
  expect(new Set(ideas).size).toBe(3);
  expect(await tipInNotice(tab, 'Devon Carter met Maya Lopez again.')).toBeUndefined();
  await tab.page.reload();
  await tab.ready();
  expect(IDEAS).toContain((await tipInNotice(tab, 'Maya Lopez was late.'))?.replace('Tip: ', ''));
});

test('one that is in the way is hidden with a click, and all of them in the settings', async () => {
  const tab = await browser.open('react-textarea');
  await paste(tab, 'Maya Lopez was late.');
  const review = await tab.review();
  await review.getByRole('button', { name: 'Hide this tip' }).click();
  await expect.poll(() => review.locator('.tip').count()).toBe(0);
  await tab.choose('Use swapped text');

  const options = await browser.context.newPage();
  await options.goto(`chrome-extension://${browser.extensionId}/options.html`);
  await options.getByRole('checkbox', { name: 'Show tips' }).uncheck();
  await options.getByText('Saved.', { exact: true }).waitFor();
  await options.close();
  await paste(tab, 'Devon Carter was late.');
  const quiet = await tab.review();
  await tab.page.waitForTimeout(600);
  expect(await quiet.locator('.tip').count()).toBe(0);
  await tab.choose('Use swapped text');
  expect(await tipInNotice(tab, 'Maya Lopez met Devon Carter.')).toBeUndefined();
});
