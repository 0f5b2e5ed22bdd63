/** The learn page of the built extension: a module by keyboard, what is kept over a reload, and the files. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modulesIn } from '../../lib/learn/curriculum.ts';
import { type BedBrowser, launch } from './bed-browser.ts';

const [m1] = modulesIn('en');
const tips = m1!.tips;
let browser: BedBrowser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await open('learn.html');
});
afterAll(() => browser.close());

async function open(path: string): Promise<Page> {
  const opened = await browser.context.newPage();
  await opened.goto(`chrome-extension://${browser.extensionId}/${path}`);
  await opened.locator('h1').waitFor();
  return opened;
}

const stored = async () =>
  (await browser.worker()).evaluate(
    async () => (await chrome.storage.local.get('learn-progress'))['learn-progress'],
  );

/** The heading that has the focus, as it moves there at each step. */
async function expectStep(heading: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(heading);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
}

/** Goes to a link or button with the Tab key and presses it with Enter. */
async function pressByKey(name: string): Promise<void> {
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (text === name) return page.keyboard.press('Enter');
  }
  throw new Error(`Tab does not come to ${name}`);
}

test('a module by keyboard: lesson, tips, questions with their reasons, and the end', async () => {
  await pressByKey('Start');
  await expectStep(m1!.title);
  await pressByKey('Next');
  for (const [i, tip] of tips.entries()) {
    await expectStep(tip.idea);
    if (i === 0) {
      await pressByKey('Copy');
      await page.getByText('Copied.').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(tip.tryInstead);
    }
    await pressByKey(i === tips.length - 1 ? 'On to the questions' : 'Next');
  }
  for (const [i, { quiz }] of tips.entries()) {
    await expectStep(quiz.question);
    const choose = async (index: number) => {
      await page.getByRole('radio').nth(0).focus();
      await page.keyboard.press('Space');
      for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowDown');
      await pressByKey('Check my answer');
    };
    if (i === 0) {
      // Nothing chosen, then a wrong answer: its reason and the right one are told, and it counts for nothing.
      await pressByKey('Check my answer');
      await page.getByText('Choose an answer first.').waitFor();
      await choose(quiz.answer === 0 ? 1 : 0);
      await page.getByRole('heading', { name: 'Not quite' }).waitFor();
      const said = await page.getByRole('status').filter({ hasText: 'Not quite' }).innerText();
      expect(said).toContain(quiz.reason);
      expect(said).toContain(quiz.choices[quiz.answer]);
      expect(JSON.stringify(await stored())).not.toContain('"right":{"');
      await pressByKey('Try again');
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    }
    await choose(quiz.answer);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("Yes, that's right");
    expect(await page.locator('.reason').innerText()).toContain(quiz.reason);
    await pressByKey('Next');
    if (i === 1) {
      // In the middle of it the browser is closed: the address, or the first page, leads back.
      await expectStep(tips[2]!.quiz.question);
      await page.reload();
      expect(await page.locator('h1').innerText()).toBe(tips[2]!.quiz.question);
      await page.close();
      page = await open('learn.html');
      expect(await page.locator('.go-on').innerText()).toContain('Question 3 of 6');
      await pressByKey('Go on');
    }
  }
  await expectStep(`That was “${m1!.title}”`);
  await page.getByText('6 of 6').waitFor();
  await page.goBack();
  await expectStep(tips[5]!.quiz.question);
});

test('a second tab adds to what the first has stored, and the handout is for paper only', async () => {
  const second = await open('learn.html#m2-scores');
  await second.getByRole('link', { name: 'Next' }).click();
  await expect.poll(async () => JSON.stringify(await stored())).toContain('"m2-scores":');
  const { modules } = (await stored()) as { modules: Record<string, { done: string | null; right: object }> };
  expect(modules.M1?.done).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(Object.keys(modules.M1?.right ?? {})).toHaveLength(6);
  expect(await second.locator('.handout').isVisible()).toBe(false);
  await second.emulateMedia({ media: 'print' });
  expect(await second.locator('.handout .answers').isVisible()).toBe(true);
  expect(await second.locator('h1').isVisible()).toBe(false);
  await second.close();
});

test('a step that could not be stored is said, and stored with the next one', async () => {
  const tab = await open('learn.html#m3');
  await expect.poll(async () => JSON.stringify(await stored())).toContain('"last":"m3"');
  await tab.evaluate(() => {
    const { local } = chrome.storage;
    const set = local.set.bind(local);
    Object.assign(globalThis, { mend: () => Object.defineProperty(local, 'set', { value: set }) });
    Object.defineProperty(local, 'set', {
      configurable: true,
      value: () => {
        throw new Error('full');
      },
    });
  });
  await tab.getByRole('link', { name: 'Next' }).click();
  await tab.getByText('That could not be saved.').waitFor();
  expect(JSON.stringify(await stored())).not.toContain('"M3"');
  await tab.evaluate(() => (globalThis as never as { mend(): void }).mend());
  await tab.getByRole('link', { name: 'Next' }).click();
  await expect
    .poll(async () =>
      Object.keys(((await stored()) as { modules: { M3?: { read: object } } }).modules.M3?.read ?? {}),
    )
    .toEqual(expect.arrayContaining(['lesson', 'm3-combinations']));
  await tab.getByText('That could not be saved.').waitFor({ state: 'detached' });
  await tab.close();
});

test('the three files hold the record and the name, and nothing keeps the name', async () => {
  page = await open('learn.html#record');
  await page.getByRole('button', { name: 'Save the list' }).click();
  await page.getByText('Type your name first.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('who-name');
  await page.getByLabel('Your name').fill('Dana "DW" Whitfield');
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    await page.getByText(`Saved as ${download.suggestedFilename()}.`).waitFor();
    return readFileSync(await download.path(), 'utf8');
  };
  const csv = await save('Save the list');
  expect(csv).toMatch(/"Dana ""DW"" Whitfield",,,M1,Before you type,\d{4}-\d\d-\d\d,\d+,6,6\r\n/);
  const statements: { verb: { id: string }; actor: { name: string } }[] = JSON.parse(
    await save('Save the record'),
  );
  expect(statements.filter(({ verb }) => verb.id.endsWith('/completed'))).toHaveLength(1);
  expect(statements[0]?.actor.name).toBe('Dana "DW" Whitfield');
  const badge = JSON.parse(await save('Save the evidence'));
  expect(badge.credentialSubject.identifier[0].identityHash).toBe('Dana "DW" Whitfield');
  expect(badge.name).toMatch(/^Unsigned evidence/);
  const kept = await (await browser.worker()).evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
  );
  expect(kept).toContain('learn-progress');
  expect(kept).not.toContain('Whitfield');
});

test('topics that are turned off are left out and said, and starting over asks once', async () => {
  await (await browser.worker()).evaluate(() =>
    chrome.storage.local.set({ policy: { topicsOff: ['grading'] } }),
  );
  await page.goto(`chrome-extension://${browser.extensionId}/learn.html#m4-human-grades`);
  await page.reload();
  await page.getByText('That page is not here.').waitFor();
  await page.getByText('Your district has turned 4 tips off.').waitFor();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect(await stored()).toBeDefined();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'Yes, start over' }).click();
  await page.getByText('Your progress is forgotten.').waitFor();
  expect(await stored()).toBeUndefined();
  await page.getByText('A good place to start').waitFor();
});
