/** Popup, check page and settings in the built extension. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';
import { FLAGGED, numberless, SWAPPED } from './editor-suite.ts';

let browser: BedBrowser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  await (await browser.worker()).evaluate(() => chrome.storage.local.remove('policy'));
  for (const page of browser.context.pages().slice(1)) await page.close();
});

async function openPage(path: string, of = browser) {
  const page = await of.context.newPage();
  await page.goto(`chrome-extension://${of.extensionId}/${path}`);
  return page;
}

/** The popup as it stands over a tab. */
async function popupOver(tab: BedTab | null) {
  const url = tab?.page.url() ?? '';
  const tabId = await (await browser.worker()).evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((one) => (one.url ?? '') === wanted)?.id;
  }, url);
  const page = await openPage(`popup.html?tab=${tabId}`);
  await page.locator('h1').waitFor();
  return page;
}

async function setTeacherPolicy(policy: object): Promise<void> {
  await (await browser.worker()).evaluate((value) => chrome.storage.local.set({ policy: value }), policy);
}

async function badge(tab: BedTab): Promise<string> {
  return (await browser.worker()).evaluate(async (wanted) => {
    const [found] = (await chrome.tabs.query({})).filter((one) => one.url === wanted);
    return chrome.action.getBadgeText({ tabId: found?.id });
  }, tab.page.url());
}

describe('the popup', () => {
  test('says that an AI chat is guarded, and counts what was swapped', async () => {
    const tab = await browser.open('react-textarea');
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.choose('Use swapped text');
    const popup = await popupOver(tab);
    expect(await popup.locator('h1').innerText()).toBe('This page is guarded');
    await expect.poll(() => popup.locator('.week').innerText()).toMatch(/^\d+ details swapped this week$/);
    await expect.poll(() => popup.locator('.tip p').innerText()).not.toBe('');
  });

  test('says that any other page is none', async () => {
    const popup = await popupOver(null);
    expect(await popup.locator('h1').innerText()).toBe('Not a known AI chat');
    expect(await popup.getByRole('button', { name: 'Pause here for 15 minutes' }).count()).toBe(0);
  });

  test('pauses this tab, shows it, and starts again', async () => {
    const tab = await browser.open('react-textarea');
    const popup = await popupOver(tab);
    await popup.getByRole('button', { name: 'Pause here for 15 minutes' }).click();
    await popup.getByRole('heading', { name: 'Paused on this page' }).waitFor();
    await expect.poll(() => badge(tab)).toBe('II');
    await tab.page.bringToFront();
    await tab.start('');
    await tab.paste(FLAGGED);
    await expect.poll(() => tab.text()).toBe(FLAGGED);
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Start again now' }).click();
    await popup.getByRole('heading', { name: 'This page is guarded' }).waitFor();
    await tab.page.bringToFront();
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe(SWAPPED);
  });

  test('offers no pause where the settings forbid it', async () => {
    await setTeacherPolicy({ allowPause: false });
    const popup = await popupOver(await browser.open('react-textarea'));
    expect(await popup.locator('h1').innerText()).toBe('This page is guarded');
    expect(await popup.getByRole('button', { name: 'Pause here for 15 minutes' }).count()).toBe(0);
  });

  test('says that a listed site without a guard is not protected, and so does the badge', async () => {
    const tab = await browser.open('react-textarea');
    // A page that the browser itself put there: no script of ours runs in it.
    await tab.page.context().route('https://chat.deepseek.com/gone', (route) => route.abort());
    await tab.page.goto('https://chat.deepseek.com/gone').catch(() => {});
    const worker = await browser.worker();
    const tabId = await worker.evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      return tabs.find((one) => one.url?.includes('chat.deepseek.com'))?.id ?? -1;
    });
    await expect
      .poll(() => worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId))
      .toBe('!');
    const popup = await openPage(`popup.html?tab=${tabId}`);
    await popup.getByRole('heading', { name: 'Not protected here' }).waitFor();
  });
});

describe('settings', () => {
  test('what is blocked has no Use original and no choice', async () => {
    await setTeacherPolicy({ rules: { 'student-id': 'block' } });
    const tab = await browser.open('react-textarea');
    await tab.start('');
    await tab.paste(FLAGGED);
    const review = await tab.review();
    expect(await review.getByRole('button', { name: 'Use original' }).count()).toBe(0);
    expect(await review.getByRole('button', { name: 'Keep for this conversation: 204418' }).count()).toBe(0);
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe(SWAPPED);
  });

  test('a change reaches open tabs at once, and own words are found', async () => {
    const tab = await browser.open('react-textarea');
    await setTeacherPolicy({ customTerms: ['Project Bluebird'] });
    await tab.page.waitForTimeout(200);
    await tab.start('');
    await tab.paste('Notes for project bluebird on fractions.');
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe('Notes for [Detail #] on fractions.');
  });
});

describe('labels', () => {
  test('stay with a person through the session, and no number is given twice', async () => {
    const tab = await browser.open('react-textarea');
    const swap = async (text: string) => {
      await tab.start('');
      await tab.paste(text);
      await expect.poll(async () => (await tab.reviewing()) || (await tab.text()) !== '').toBe(true);
      if (await tab.reviewing()) await tab.choose('Use swapped text');
      await expect.poll(() => tab.text()).toMatch(/\[Student \d+\]/);
      return /\[Student (\d+)\]/.exec(await tab.text())?.[1];
    };
    const first = await swap('Priya Natarajan was late.');
    expect(await swap('Priya Natarajan was early.')).toBe(first);
    const second = await swap('Tomas Novak was late.');
    expect(second).not.toBe(first);
    const worker = await browser.worker();
    const disk = await worker.evaluate(() => chrome.storage.local.get());
    expect(JSON.stringify(disk)).not.toMatch(/Priya|Natarajan|Novak/);
    // A new session forgets who was who, and still gives no number again.
    await browser.forgetSession();
    expect(Number(await swap('Keisha Monroe was late.'))).toBeGreaterThan(Number(second));
  });
});

describe('the check page', () => {
  test('swaps any text and puts names back', async () => {
    const page = await openPage('check.html');
    await page.getByLabel('Check any text').fill('Omar Haddad (ID 331207) was late.');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    const swapped = await page.getByLabel('Swapped text').inputValue();
    expect(numberless(swapped)).toBe(SWAPPED);
    await page
      .getByLabel('Put names back')
      .fill(`Dear family of ${swapped.slice(0, swapped.indexOf(']') + 1)}, [Student 999] too`);
    await page.getByRole('button', { name: 'Put names back' }).click();
    await expect
      .poll(() => page.getByLabel('With names').inputValue())
      .toBe('Dear family of Omar Haddad, [Student 999] too');
    expect(await page.locator('body').innerText()).toContain('I no longer know who [Student 999] was.');
  });

  test('says so when it finds nothing', async () => {
    const page = await openPage('check.html');
    await page.getByLabel('Check any text').fill('Plan a lesson on fractions.');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('Nothing found.').waitFor();
  });
});

describe('in Spanish', () => {
  test('review, popup and check page speak it', async () => {
    const spanish = await launch({ language: 'es-ES' });
    const tab = await spanish.open('react-textarea');
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.review('Revise antes de compartir');
    const page = await openPage('check.html', spanish);
    await page.getByRole('heading', { name: 'Revisar texto o devolver nombres' }).waitFor();
    await spanish.close();
  });
});
