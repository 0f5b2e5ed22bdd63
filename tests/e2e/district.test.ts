/** What a district's lists of tools and sites do in a real browser with a real policy. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BedTab } from './bed-browser.ts';
import { FLAGGED } from './editor-suite.ts';
import { launchWithPolicy, type ManagedBrowser } from './managed-browser.ts';

const CLEAN = 'Plan a lesson on fractions.';
const NUDGE = {
  approvedTools: [
    { site: 'gemini', tier: 'agreement' },
    { site: 'claude', tier: 'approved' },
  ],
  useInstead: 'Gemini.',
  useInsteadLink: 'https://example.org/tools',
};
const HOLD = { ...NUDGE, unapprovedAction: 'hold' };
const ADDED = 'chat.example.org';

let browser: ManagedBrowser;
let tab: BedTab;
beforeAll(async () => {
  browser = await launchWithPolicy({}, { granted: [ADDED] });
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const page of browser.context.pages().slice(1)) await page.close();
  await (await browser.worker()).evaluate(() => chrome.storage.local.remove('closed-bars'));
});

const said = async () => (await tab.notice()).join(' ');
const says = (words: string) => expect.poll(said, { timeout: 8000 }).toContain(words);

/** Pastes, and waits until the text is in. */
async function pasteIn(text: string): Promise<void> {
  await tab.start('');
  await tab.paste(text);
  await expect.poll(() => tab.text()).toBe(text);
  expect(await tab.reviewing()).toBe(false);
}

async function asked(text: string): Promise<void> {
  await tab.start('');
  await tab.paste(text);
  await tab.choose('Cancel');
  expect(await tab.text()).toBe('');
}

/** The popup, as a page about the tab in front. */
async function popup(): Promise<Page> {
  const id = await (await browser.worker()).evaluate(
    async (url) => (await chrome.tabs.query({})).find((one) => one.url === url)?.id,
    tab.page.url(),
  );
  const page = await browser.openOwn(`popup.html?tab=${id}`);
  await page.locator('.more-tip').waitFor();
  return page;
}

describe('a tool that is not on the list', () => {
  test('has a bar that can be closed for the day, and of which the page learns nothing', async () => {
    await browser.setPolicy(NUDGE);
    tab = await browser.open('prosemirror-chatgpt');
    await says("Not on your district's list. For this, use Gemini.");
    expect(await tab.everythingSeen()).not.toMatch(/district|Gemini|tools/i);
    await pasteIn(CLEAN);

    const request = browser.context.waitForEvent('request', (one) => one.url() === NUDGE.useInsteadLink);
    await tab.pressInNotice('Open it', 'link');
    expect((await request).headers().referer).toBeUndefined();
    await expect.poll(() => browser.context.pages().length).toBe(3);
    expect(await browser.context.pages()[2]?.evaluate(() => [opener, document.referrer])).toEqual([null, '']);
    await tab.page.bringToFront();

    await tab.pressInNotice('Hide for today');
    await expect.poll(said).not.toContain('district');
    const kept = async () => (await browser.worker()).evaluate(() => chrome.storage.local.get('closed-bars'));
    await expect
      .poll(kept)
      .toEqual({ 'closed-bars': { day: new Date().toDateString(), sites: ['chatgpt'] } });
    await tab.page.reload();
    await tab.ready();
    // Other sites have theirs, later than this one would have come.
    const other = await browser.open('prosemirror-chatgpt', 'grok.com');
    await expect.poll(async () => (await other.notice()).join(' '), { timeout: 8000 }).toContain('Gemini');
    expect(await said()).not.toContain('district');
    const listed = await browser.open('prosemirror-chatgpt', 'claude.ai');
    await listed.page.waitForLoadState();
    expect((await listed.notice()).join(' ')).not.toContain('district');
  });

  test('is told of in the popup, and so is what the district says of others', async () => {
    await browser.setPolicy(NUDGE);
    const lines = async (host: string) => {
      tab = await browser.open('prosemirror-chatgpt', host);
      const page = await popup();
      return page.locator('.listed').innerText();
    };
    expect(await lines('chatgpt.com')).toBe("Not on your district's list. For this, use Gemini. Open it");
    expect(await lines('gemini.google.com')).toBe(
      'Your district lists this tool for student data when you use your school account. Chalkline cannot tell a personal login from a school one.',
    );
    expect(await lines('claude.ai')).toBe('Your district lists this tool for work without student data.');
  });

  test('lets nothing in where the district holds it: the text is still on the clipboard', async () => {
    await browser.setPolicy(HOLD);
    tab = await browser.open('prosemirror-chatgpt');
    await says("Not on your district's list, so nothing can be pasted here. For this, use Gemini.");
    expect(await tab.notice()).not.toContain('Hide for today');
    await tab.start('');
    for (const clip of [{ text: CLEAN }, { text: FLAGGED }, { png: PNG }]) {
      await tab.paste(clip);
      await says('It is still on your clipboard.');
    }
    await tab.paste(CLEAN);
    expect(await tab.text()).toBe('');
    expect(await tab.reviewing()).toBe(false);
    expect(await tab.page.evaluate(() => navigator.clipboard.readText())).toBe(CLEAN);
    const seen = (await tab.events()).map(({ type }) => type);
    expect(seen.filter((type) => type === 'paste' || type === 'drop')).toEqual([]);
    // What the page takes away comes back.
    await tab.page.evaluate(() => {
      for (const one of document.querySelectorAll('html > div')) one.remove();
    });
    await says('so nothing can be pasted here');

    // The list changes while the page stands.
    await browser.setPolicy({ approvedTools: [{ site: 'chatgpt', tier: 'approved' }] });
    await expect.poll(said).not.toContain('district');
    await pasteIn(CLEAN);

    // And while a review stands: what comes out of it may not go in any more.
    await tab.start('');
    await tab.paste(FLAGGED);
    const review = await tab.review();
    const ours = () => tab.page.evaluate(() => document.querySelectorAll('html > div').length);
    const before = await ours();
    await browser.setPolicy(HOLD);
    await expect.poll(ours, { timeout: 8000 }).toBe(before + 1);
    // The bar has come over the review, which comes up again; until then no click counts.
    const answered = async () => {
      await tab.click(review, 'Use original').catch(() => {});
      return !(await tab.reviewing());
    };
    await expect.poll(answered, { timeout: 8000, interval: 700 }).toBe(true);
    await says('It is still on your clipboard.');
    expect(await tab.text()).toBe('');
  });

  test('is told apart from one that is listed as not reviewed', async () => {
    const tool = { site: 'chatgpt', tier: 'not-reviewed' };
    await browser.setPolicy({ ...NUDGE, approvedTools: [tool] });
    tab = await browser.open('prosemirror-chatgpt');
    await says('Your district has not reviewed this tool. For this, use Gemini.');
    const page = await popup();
    expect(await page.locator('.listed').innerText()).toBe(
      'Your district has not reviewed this tool. For this, use Gemini. Open it',
    );
    await page.close();
    await tab.page.bringToFront();
    await browser.setPolicy({ ...HOLD, approvedTools: [tool] });
    await says('Your district has not reviewed this tool, so nothing can be pasted here.');
    await tab.start('');
    await tab.paste(CLEAN);
    await says('This did not go in: your district has not reviewed the tool. It is still on your clipboard.');
    expect(await said()).not.toContain('list');
    expect(await tab.text()).toBe('');
  });

  test('lets nothing into its frames either', async () => {
    await browser.setPolicy(HOLD);
    tab = await browser.open('iframe-srcdoc');
    await tab.start('');
    await tab.paste(CLEAN);
    await says('It is still on your clipboard.');
    expect(await tab.text()).toBe('');
  });
});

test('a rule is lighter only where there is an agreement, and what is never lighter is asked about there too', async () => {
  await browser.setPolicy({ ...NUDGE, lighterRules: { 'person-name': 'note' } });
  const name = 'Maya Lopez was late.';
  tab = await browser.open('prosemirror-chatgpt', 'gemini.google.com');
  await pasteIn(name);
  await asked(FLAGGED);
  // There is more to say of the last paste, so that this is folded.
  const page = await popup();
  await page.locator('.listed summary').click();
  await page.getByText('Your district set lighter rules here.').waitFor();
  tab = await browser.open('prosemirror-chatgpt', 'claude.ai');
  await asked(name);
});

test('a site is turned off and on again while its page stands', async () => {
  await browser.setPolicy({});
  tab = await browser.open('prosemirror-chatgpt');
  await asked(FLAGGED);
  await browser.setPolicy({ sitesOff: ['chatgpt'] });
  await expect.poll(() => badge()).toBe('II');
  await pasteIn(FLAGGED);
  const page = await popup();
  expect(await page.locator('h1').innerText()).toBe('Your district turned this off here');
  await page.close();
  await tab.page.bringToFront();
  await browser.setPolicy({ sitesOff: ['claude'] });
  await expect.poll(() => badge()).toBe('');
  await asked(FLAGGED);
});

const badge = async () =>
  (await browser.worker()).evaluate(async (url) => {
    const found = (await chrome.tabs.query({})).find((one) => one.url === url);
    return chrome.action.getBadgeText({ tabId: found?.id });
  }, tab.page.url());

test('a site that the district adds is guarded where the browser lets it, until it is taken from the list', async () => {
  await browser.setPolicy({});
  tab = await browser.open('prosemirror-chatgpt', ADDED);
  await pasteIn(FLAGGED);
  await browser.setPolicy({ sitesAdd: [ADDED] });
  const scripts = async () =>
    (await browser.worker()).evaluate(
      async () => (await chrome.scripting.getRegisteredContentScripts()).length,
    );
  await expect.poll(scripts).toBe(3);
  // Also in the page that stood there before.
  await expect
    .poll(async () => {
      await tab.start('');
      await tab.paste(FLAGGED);
      return tab.reviewing();
    })
    .toBe(true);
  await tab.choose('Cancel');
  await tab.page.reload();
  await tab.ready();
  await asked(FLAGGED);
  const options = await browser.openOwn('options.html');
  await options.getByRole('heading', { name: 'Your district asks for these sites' }).waitFor();
  await options.getByRole('button', { name: `Turn off: ${ADDED}` }).waitFor();
  await options.close();
  await tab.page.bringToFront();
  await browser.setPolicy({});
  await expect.poll(scripts).toBe(0);
  await pasteIn(FLAGGED);
});

test('the popup fits in Spanish too, with all that there is to say', async () => {
  const lists = { ...NUDGE, lighterRules: { 'person-name': 'note' } };
  const spanish = await launchWithPolicy(lists, { language: 'es-MX' });
  const chat = await spanish.open('prosemirror-chatgpt', 'gemini.google.com');
  const id = await (await spanish.worker()).evaluate(async (url) => {
    const tabId = (await chrome.tabs.query({})).find((one) => one.url === url)?.id;
    const memory = { choices: {}, streak: 0, withoutAsking: 'yes' };
    await chrome.storage.session.set({ [`memory-${tabId}`]: { x: memory }, [`noted-${tabId}`]: 12 });
    await chrome.storage.local.set({ policy: { minScore: 'x', allowTerms: 5 } });
    return tabId;
  }, chat.page.url());
  const page = await spanish.context.newPage();
  await page.setViewportSize({ width: 360, height: 560 });
  await page.goto(`chrome-extension://${spanish.extensionId}/popup.html?tab=${id}`);
  await page.locator('.more-tip').waitFor();
  expect(await page.locator('.line').count()).toBe(3);
  expect(await page.locator('.asked').count()).toBe(1);
  expect(
    await page.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth]),
  ).toEqual([560, 360]);
  // What does not fit is a click away.
  await page.locator('.listed summary').click();
  expect(await page.locator('.listed p').innerText()).toContain('Chalkline no distingue');
  await spanish.close();
});

test('packs are looked through while a review stands, and their tips come with the next', async () => {
  const idea = 'Ask for a frame and fill it in yourself.';
  const pack = {
    ...{ format: 'chalkline-pack', version: 1, title: 'Bluebird', language: 'en', prompts: [] },
    tips: [
      {
        ...{ idea, why: 'The facts stay with you.', tryInstead: 'Write a frame for a note.', module: 'M3' },
        ...{ categories: ['person-name'], bands: ['E', 'M', 'H'], subjects: ['all'], topics: [] },
      },
    ],
  };
  await browser.setPolicy({ packs: [JSON.stringify(pack)] });
  const kept = async () => (await browser.worker()).evaluate(() => chrome.storage.local.get());
  tab = await browser.open('prosemirror-chatgpt');
  await tab.start('');
  await tab.paste(FLAGGED);
  await tab.review();
  await expect.poll(kept, { timeout: 20_000 }).toMatchObject({ 'district-packs': { refused: [] } });
  await tab.choose('Cancel');
  await tab.start('');
  await tab.paste(FLAGGED);
  expect(await (await tab.review()).locator('.tip strong').innerText()).toBe(idea);
  // What guards read at a start has no packs in it.
  expect((await kept())['last-district-policy']).not.toHaveProperty('packs');
});

describe('the welcome that waits for the first AI page', () => {
  const wait = async () =>
    (await browser.worker()).evaluate(() => chrome.storage.local.set({ 'welcome-waits': true }));

  test('is offered there, opens once, and does not come again', async () => {
    await browser.setPolicy({});
    await wait();
    tab = await browser.open('prosemirror-chatgpt');
    await says('Chalkline is on here.');
    expect(browser.context.pages().length).toBe(2);
    const opened = browser.context.waitForEvent('page');
    await tab.pressInNotice('Take a look');
    await expect.poll(async () => (await opened).url()).toMatch(/\/welcome\.html$/);
    tab = await browser.open('prosemirror-chatgpt');
    await pasteIn(CLEAN);
    expect(await said()).not.toContain('Chalkline is on here.');
  });

  test('is not where the policy turned it off', async () => {
    await browser.setPolicy({ ...NUDGE, welcome: 'off' });
    await wait();
    tab = await browser.open('prosemirror-chatgpt');
    await says('For this, use Gemini.');
    expect(await said()).not.toContain('Chalkline is on here.');
    await (await browser.worker()).evaluate(() => chrome.storage.local.remove('welcome-waits'));
  });
});

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
