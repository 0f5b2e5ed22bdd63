/** Welcome, popup, the page for mistakes and teacher voice in the built extension. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tipsIn } from '../../lib/learn/curriculum.ts';
import { readReports } from '../../lib/learn/report.ts';
import practice from '../../locales/practice.json' with { type: 'json' };
import { type BedBrowser, launch } from './bed-browser.ts';
import { launchWithPolicy, type ManagedBrowser } from './managed-browser.ts';

let browser: BedBrowser;
/** One that a district manages. */
let managed: ManagedBrowser;
beforeAll(async () => {
  browser = await launch({ welcome: true });
  managed = await launchWithPolicy({});
});
afterAll(() => Promise.all([browser?.close(), managed?.close()]));

/** Opens a page of ours under a policy. */
async function openUnder(policy: object, path: string): Promise<Page> {
  await managed.setPolicy(policy);
  return managed.openOwn(path);
}

async function stored(area: 'local' | 'session'): Promise<Record<string, unknown>> {
  return (await browser.worker()).evaluate((name) => chrome.storage[name].get(null), area);
}

describe('the welcome', () => {
  test('is there after the install, and what the teacher says in it holds at the next paste', async () => {
    const welcome = browser.context.pages().find((page) => page.url().endsWith('/welcome.html'));
    if (!welcome) throw new Error('no welcome');
    const own = 'Dana Whitfield (d.whitfield@example.org) brings the snacks.';
    const tab = await browser.open('react-textarea');
    await tab.start('');
    await tab.paste(own);
    await tab.choose('Cancel');

    await welcome.bringToFront();
    await welcome.getByRole('heading', { name: 'Welcome to Chalkline' }).waitFor();
    await welcome.getByRole('button', { name: 'Next' }).press('Enter');
    await welcome.getByRole('heading', { name: 'What it never does, and does not see' }).waitFor();
    expect(await welcome.getByRole('status').first().innerText()).toBe('Step 2 of 3');
    await expect.poll(() => welcome.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await welcome.getByRole('button', { name: 'Next' }).press('Enter');
    await welcome.getByLabel('Your first and last name').fill('Dana Whitfield');
    await welcome.getByLabel('Your school email address').fill('d.whitfield');
    await welcome.getByLabel('Your school', { exact: true }).fill('Maple Hill Middle School');
    await welcome.getByRole('button', { name: 'Go to the practice page' }).click();
    await welcome.getByText('“d.whitfield” does not look like an email address.').waitFor();
    expect(await stored('local')).not.toHaveProperty('me');
    // On the way back and forth nothing is lost.
    await welcome.getByRole('button', { name: 'Back' }).click();
    await welcome.getByRole('button', { name: 'Next' }).click();
    expect(await welcome.getByLabel('Your first and last name').inputValue()).toBe('Dana Whitfield');
    await welcome.getByLabel('Your school email address').fill('d.whitfield@example.org');
    await welcome.getByRole('button', { name: 'Go to the practice page' }).click();
    await welcome.waitForURL(/\/practice\.html$/);
    expect(await stored('local')).toMatchObject({
      me: { names: ['Dana Whitfield'], emails: ['d.whitfield@example.org'], phones: [] },
      policy: { customTerms: ['Maple Hill Middle School'] },
    });

    await tab.page.bringToFront();
    await tab.page.waitForTimeout(300);
    await tab.start('');
    await tab.paste(own);
    await expect.poll(() => tab.text()).toBe(own);
    expect(await tab.reviewing()).toBe(false);
  });
});

describe.each([
  ['en-US', 'en', 'This page is guarded'],
  ['es-MX', 'es', 'Esta página está protegida'],
] as const)('the popup in %s', (tag, language, heading) => {
  test('fits 360 by 560 without scrolling, with all there is to say and with the longest tip', async () => {
    const own = language === 'en' ? browser : await launch({ language: tag });
    const worker = await own.worker();
    const chat = await own.open('prosemirror-chatgpt');
    const tabId = await worker.evaluate(async (url) => {
      const [found] = (await chrome.tabs.query({})).filter((one) => one.url === url);
      return found?.id ?? -1;
    }, chat.page.url());
    const openPopup = async () => {
      const page = await own.openOwn(`popup.html?tab=${tabId}`);
      await page.setViewportSize({ width: 360, height: 560 });
      await page.getByRole('heading', { name: heading }).waitFor();
      await page.locator('.more-tip').waitFor();
      return page;
    };
    const measured = (page: Page) =>
      page.evaluate(() => ({
        height: document.documentElement.scrollHeight,
        width: document.documentElement.scrollWidth,
        lowest: Math.max(
          ...Array.from(document.querySelectorAll('a, button'), (one) => one.getBoundingClientRect().bottom),
        ),
        cut: Array.from(document.querySelectorAll('main *:not(svg *)')).filter(
          (one) =>
            (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) &&
            getComputedStyle(one).display !== 'inline',
        ).length,
      }));
    const popup = await openPopup();
    const longest = tipsIn(language).reduce(
      (most, { idea }) => (idea.length > most.length ? idea : most),
      '',
    );
    await popup.locator('.tip p').evaluate((line, idea) => {
      line.textContent = idea;
    }, longest);
    const calm = await measured(popup);
    expect(calm).toMatchObject({ height: 560, width: 360, cut: 0 });
    expect(calm.lowest).toBeLessThanOrEqual(560);

    await worker.evaluate(async (id) => {
      const memory = { choices: {}, streak: 0, withoutAsking: 'yes' };
      await chrome.storage.session.set({ [`memory-${id}`]: { x: memory }, [`noted-${id}`]: 12 });
      const policy = { minScore: 'x', allowTerms: 5, rules: { email: 'shout' } };
      await chrome.storage.local.set({ policy });
    }, tabId);
    const crowded = await openPopup();
    expect(await crowded.locator('.line').count()).toBe(2);
    expect(await crowded.locator('.asked').count()).toBe(1);
    const full = await measured(crowded);
    expect(full).toMatchObject({ height: 560, width: 360, cut: 0 });
    expect(full.lowest).toBeLessThanOrEqual(560);
    if (own !== browser) await own.close();
  });
});

describe('the popup', () => {
  test('remembers for which grades and subject a tip shall be', async () => {
    const first = await browser.openOwn('popup.html?tab=-1');
    await first.locator('.more-tip').click();
    await first.getByLabel('Grades').selectOption({ label: 'Grades 9 to 12' });
    await first.getByLabel('Subject').selectOption({ label: 'Math' });
    await expect
      .poll(async () => (await stored('local'))['tip-filter'])
      .toEqual({
        band: 'H',
        subject: 'math',
      });
    await first.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => first.locator('.more-tip:focus').count()).toBe(1);
    const second = await browser.openOwn('popup.html?tab=-1');
    await second.locator('.more-tip').click();
    expect(await second.getByLabel('Grades').inputValue()).toBe('H');
  });
});

describe('the promise, and help', () => {
  test('what is not seen opens from the popup, and leads to the page that helps everywhere', async () => {
    const popup = await browser.openOwn('popup.html?tab=-1');
    const opened = browser.context.waitForEvent('page');
    await popup.getByRole('link', { name: 'What it misses' }).click();
    const page = await opened;
    await page.getByRole('heading', { name: 'What this does not see' }).waitFor();
    await page.getByRole('link', { name: 'Go to “Check text”' }).click();
    await page.waitForURL(/\/check\.html$/);
  });

  test('the promise opens from the popup, and says how long the district keeps counts', async () => {
    const popup = await browser.openOwn('popup.html?tab=-1');
    const opened = browser.context.waitForEvent('page');
    await popup.getByRole('link', { name: 'Privacy promise' }).click();
    const page = await opened;
    await page.getByRole('heading', { name: 'Our privacy promise' }).waitFor();
    expect(await page.locator('tbody tr').nth(1).innerText()).toMatch(/five numbers a week\s+you erase it/);
    const promise = await openUnder({ retentionDays: 30 }, 'privacy.html');
    await promise.getByText('30 days have passed, as your district set it').waitFor();
    for (const { language } of [{ language: 'en' }, { language: 'es' }]) {
      const policy = { language, retentionDays: 30, privacyContact: 'Dana Whitfield, privacy@example.org' };
      const printed = await openUnder(policy, 'privacy.html');
      const pdf = await printed.pdf({ format: 'Letter' });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
    await promise.emulateMedia({ media: 'print' });
    expect(await promise.getByRole('button', { name: 'Print this page' }).isVisible()).toBe(false);
  });

  test('what is copied for support holds no site, no count, no text and no account', async () => {
    const chat = await managed.open('prosemirror-chatgpt');
    await (await managed.worker()).evaluate(() =>
      chrome.storage.local.set({
        me: { names: ['Dana Whitfield'], emails: ['d.whitfield@example.org'], phones: [] },
        policy: { customTerms: ['Bluebird Group'], minScore: 'x' },
      }),
    );
    const tabId = await (await managed.worker()).evaluate(async (url) => {
      const [found] = (await chrome.tabs.query({})).filter((one) => one.url === url);
      return found?.id ?? -1;
    }, chat.page.url());
    const page = await openUnder({ allowPause: false }, `popup.html?tab=${tabId}`);
    await page.getByRole('button', { name: 'Copy support details' }).click();
    await page.getByText('Copied.').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^Chalkline \d+\.\d+\.\d+$/),
      expect.stringMatching(/^Browser: Chrome \d+$/),
      'This tab: guarded',
      `District policy, SHA-256: ${createHash('sha256').update('{"allowPause":false}').digest('hex')}`,
      'Settings not read: 1, minScore (teacher)',
    ]);
  });
});

describe('the language of the district', () => {
  test('is spoken by every page of ours, from its first words on', async () => {
    const popup = await openUnder({ language: 'es' }, 'popup.html?tab=-1');
    await popup.getByRole('link', { name: 'Ajustes' }).waitFor();
    for (const [path, title] of [
      ['mistake.html', 'Compartí algo por error'],
      ['options.html', 'Ajustes'],
      ['privacy.html', 'Nuestra promesa de privacidad'],
    ] as const) {
      const page = await managed.openOwn(path);
      expect(await page.locator('h1').innerText()).toBe(title);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    }
  });
});

describe('in a review', () => {
  test('the district’s language is spoken, and the pack of its state says why a rule is stricter', async () => {
    const page = await openUnder({ language: 'es', statePack: 'CA' }, 'practice.html');
    await page.bringToFront();
    await page.getByLabel(practice.es.message, { exact: true }).focus();
    await page.evaluate(() => navigator.clipboard.writeText('Maya Lopez (ID 204418) was late.'));
    await page.keyboard.press('Control+V');
    const find = () => page.frames().find((one) => one.url().includes('/review.html'));
    await expect.poll(() => find() !== undefined, { timeout: 10_000 }).toBe(true);
    const review = find() as Frame;
    await review.getByRole('dialog', { name: 'Revise antes de compartir' }).waitFor();
    expect(await review.evaluate(() => document.documentElement.lang)).toBe('es');
    const row = review.locator('.group', { hasText: '204418' });
    await row.getByText('Su distrito siempre cambia esto.').waitFor();
    await row.locator('.more summary').click();
    await row
      .getByText('En California, el número estatal del estudiante cuenta como dato personal.')
      .waitFor();
  });
});

describe('after a mistake', () => {
  test('a note with no student in it is copied, and nothing is kept', async () => {
    const before = [await stored('local'), await stored('session')];
    const popup = await browser.openOwn('popup.html?tab=-1');
    const opened = browser.context.waitForEvent('page');
    await popup.getByRole('link', { name: 'I shared something by mistake' }).click();
    const page = await opened;
    await page.getByText("Tell your school's privacy contact soon.").waitFor();
    await page.getByLabel('Which tool was it?').selectOption('Gemini');
    await page.getByLabel('Grades or student work').check();
    await page.getByLabel('A few').check();
    await page.getByRole('button', { name: 'Copy the note' }).click();
    await page.getByText('Copied. Paste it').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      [
        'Hello,',
        'I shared student information with an AI tool by mistake.',
        'Tool: Gemini',
        'What was in it: Grades or student work',
        'Students: A few',
        'I stopped, and I have not deleted the chat. Please tell me if I should.',
        'There are no student details in this note. What should I do next?',
      ].join('\n'),
    );
    expect([await stored('local'), await stored('session')]).toEqual(before);
  });
});

describe('teacher voice', () => {
  const NAMED = 'I asked for a comment on Omar Haddad. It called him lazy.';
  const INVENTED = 'I asked for a comment on Student A. It called him lazy.';

  async function exported(page: Page, button: string): Promise<string> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return readFileSync(await file.path(), 'utf8');
  }

  test('a report with a name is not saved until it is gone; then it is kept, exported and read back', async () => {
    // What the teacher has loosened for a paste does not hold for what goes to others.
    await (await browser.worker()).evaluate(() =>
      chrome.storage.local.set({ policy: { rules: { 'person-name': 'off' } } }),
    );
    const page = await browser.openOwn('voice.html');
    const staying = () =>
      page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await staying()).toBe(false);
    await page.getByRole('button', { name: 'Save the report' }).click();
    await page.getByText('Please choose what it was like.').waitFor();
    await page.getByLabel('Unfair or biased').check();
    await page.getByLabel('What was the task?').selectOption('feedback');
    await page.getByLabel('Which tool?').fill('Claude');
    const example = page.getByLabel('An example, with made-up people');
    await example.fill(NAMED);
    expect(await staying()).toBe(true);
    await page.getByRole('button', { name: 'Save the report' }).click();
    await page.getByText('Use an invented example.').waitFor();
    expect(await page.locator('.problem strong').allInnerTexts()).toEqual(['Omar Haddad']);
    expect(await example.inputValue()).toBe(NAMED);
    expect(JSON.stringify(await stored('local'))).not.toContain('Haddad');

    await example.fill(INVENTED);
    await page.getByRole('button', { name: 'Save the report' }).click();
    await page.getByText('Saved on this computer.').waitFor();
    expect(await example.inputValue()).toBe('');
    expect(await staying()).toBe(false);
    const kept = readReports((await stored('local')).reports);
    expect(kept).toMatchObject([{ kind: 'biased', task: 'feedback', tool: 'Claude', example: INVENTED }]);

    expect(readReports(JSON.parse(await exported(page, 'For programs (JSON)')).reports)).toEqual(kept);
    expect(await exported(page, 'For a spreadsheet (CSV)')).toContain(
      `,feedback,all,all,Claude,${INVENTED},`,
    );

    await page.getByRole('button', { name: /^Delete: / }).click();
    await expect.poll(async () => (await stored('local')).reports).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => readReports((await stored('local')).reports)).toEqual(kept);
  });
});
