/** The page of prompts in the built extension: what reaches the clipboard, the store and a file; and the offer in a review. */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BedBrowser, launch } from './bed-browser.ts';

let browser: BedBrowser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  await (await browser.worker()).evaluate(() => chrome.storage.local.remove(['policy', 'own-pack', 'packs']));
  for (const page of browser.context.pages().slice(1)) await page.close();
});

async function openPrompts(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/prompts.html`);
  await page.locator('h1').waitFor();
  return page;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const stored = async () =>
  (await browser.worker()).evaluate(() => chrome.storage.local.get(['own-pack', 'packs'])) as Promise<{
    'own-pack'?: { prompts: { title: string; text: string }[] };
    packs?: unknown[];
  }>;

async function fillIn(page: Page, title: string, text: string): Promise<void> {
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('Prompt', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

test('a prompt is found and copied with one click', async () => {
  const page = await openPrompts();
  await page.getByLabel('Search').fill('WORK missing');
  await page.getByLabel('Task', { exact: true }).first().selectOption({ label: 'Message to a family' });
  await page.getByText('1 prompt', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Copy: Missing work, with a way back' }).click();
  await page.locator('.prompt').getByText('Copied', { exact: true }).waitFor();
  expect(await clipboard(page)).toMatch(
    /^Write a short, warm email to a guardian about missing work in \[subject\]/,
  );
});

test('what a district has turned off is not there', async () => {
  await (await browser.worker()).evaluate(() =>
    chrome.storage.local.set({ policy: { topicsOff: ['grading'] } }),
  );
  const tasks = [
    { title: 'Volcano scores', text: 'Score [task].', topics: ['grading'] },
    { title: 'Volcano night', text: 'Plan [event].' },
  ];
  await (await browser.worker()).evaluate(
    (prompts) => {
      const pack = { format: 'chalkline-pack', version: 1, title: 'Science team', language: 'en', prompts };
      return chrome.storage.local.set({ packs: [pack] });
    },
    tasks.map((one) => ({ ...one, task: 'quiz' })),
  );
  const page = await openPrompts();
  await page.getByRole('heading', { name: 'Quiz questions' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Volcano' }).allInnerTexts()).toEqual(['Volcano night']);
  expect(await page.getByRole('heading', { name: 'Rubric', exact: true }).count()).toBe(0);
});

test('one’s own is saved only without a student, goes into a file, and comes back from it', async () => {
  const page = await openPrompts();
  await fillIn(page, 'Volcano night', 'Invite the mother of Maya Lopez to volcano night.');
  await page.getByText('This may point to a student: “Maya Lopez”.').waitFor();
  expect(await stored()).toEqual({});
  expect(await page.getByLabel('Prompt', { exact: true }).inputValue()).toContain('Maya Lopez');

  await fillIn(page, 'Volcano night', 'Invite families of my [grade] class to volcano night.');
  await page.getByText('Saved. It stands in the list above.').waitFor();
  expect((await stored())['own-pack']?.prompts).toMatchObject([
    { title: 'Volcano night', task: 'parent-email' },
  ]);
  await page.locator('.prompt', { hasText: 'Volcano night' }).getByText('Yours').waitFor();

  await page.getByLabel('Name of the pack').fill('Science team');
  await page.getByLabel('Who it is from').fill('Dana Whitfield');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('chalkline-science-team.json');
  const pack = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(pack).toMatchObject({
    title: 'Science team',
    from: 'Dana Whitfield',
    prompts: [{ title: 'Volcano night' }],
  });

  // As if on another machine; with one entry that names a student, and one that is none.
  await (await browser.worker()).evaluate(() => chrome.storage.local.remove('own-pack'));
  await page.reload();
  const named = { title: 'Late', text: 'Write to Maya Lopez about her seizures.', task: 'parent-email' };
  pack.prompts.push(named, { title: 'Half' });
  const file = join(tmpdir(), `chalkline-pack-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(pack));
  await page.getByLabel('Pack file').setInputFiles(file);
  await page.getByText('“Science team” from Dana Whitfield has 1 prompt.').waitFor();
  await page.getByText('One entry could not be read and is left out.').waitFor();
  await page.getByText('One entry may point to a student and is left out.').waitFor();
  expect(await stored()).toEqual({});
  await page.getByRole('button', { name: 'Add this pack' }).click();
  await page
    .locator('.prompt', { hasText: 'Volcano night' })
    .getByText('From the pack “Science team”')
    .waitFor();
  expect(JSON.stringify((await stored()).packs)).not.toMatch(/Maya|seizures/);

  writeFileSync(file, 'Dear families, …');
  await page.getByLabel('Pack file').setInputFiles(file);
  await page.getByText('This file is not a Chalkline pack. Nothing was changed.').waitFor();
  expect((await stored()).packs).toHaveLength(1);

  await page.getByRole('button', { name: 'Remove: Science team' }).click();
  await page.getByText('Removed: Science team').waitFor();
  expect((await stored()).packs).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('It is back.').waitFor();
  expect((await stored()).packs).toHaveLength(1);
});

test('a draft to a family gets the offer to ask without names, and one about a child in danger does not', async () => {
  const tab = await browser.open('react-textarea');
  await tab.start('');
  await tab.paste("Please write an email to Maya Lopez's mom about the missing work in science.");
  const review = await tab.review();
  const offer = review.getByText('You can ask this without naming anyone');
  await offer.click();
  await review.getByRole('button', { name: 'Copy: Missing work, with a way back' }).click();
  await review.locator('.instead').getByText('Copied. Now cancel, and paste it.').waitFor();
  await tab.choose('Cancel');
  expect(await clipboard(tab.page)).toMatch(/^Write a short, warm email to a guardian about missing work/);

  await tab.paste('Write an email to his mom. Maya Lopez told me her dad hits her and showed me bruises.');
  const danger = await tab.review();
  await danger.locator('.safety').waitFor();
  await tab.page.waitForTimeout(500);
  expect(await danger.getByText('You can ask this without naming anyone').count()).toBe(0);
});
