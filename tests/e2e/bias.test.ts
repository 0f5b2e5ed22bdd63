/** The note on fairness: a prompt that judges a student, from the paste to what goes into the page. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BedBrowser, launch } from './bed-browser.ts';

const DRAFT =
  'Write a behavior plan for Maya Lopez (student ID 204418), my autistic student who keeps calling out.';

let browser: BedBrowser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('the same prompt without the cue goes in, and the words come back where the teacher wants them', async () => {
  const tab = await browser.open('prosemirror-chatgpt');
  await tab.start('');
  await tab.paste(DRAFT);
  const review = await tab.review();
  const note = review.getByRole('complementary', { name: 'A word about fairness' });
  await expect.poll(() => note.innerText()).toContain('it names a disability');
  expect(await note.locator('blockquote').innerText()).toBe(DRAFT.replace('autistic ', ''));

  await note.getByRole('button', { name: 'Use this wording' }).click();
  await expect.poll(() => review.locator('.draft').innerText()).not.toContain('autistic');
  await note.getByRole('button', { name: 'Put my words back' }).click();
  await expect.poll(() => review.locator('.draft').innerText()).toContain('autistic');
  await note.getByRole('button', { name: 'Use this wording' }).click();
  await expect.poll(() => review.locator('.draft').innerText()).not.toContain('autistic');
  await review.getByRole('button', { name: 'Edit the text' }).click();
  expect(await review.getByRole('textbox', { name: 'Your text' }).inputValue()).toBe(
    DRAFT.replace('autistic ', ''),
  );
  await tab.choose('Use swapped text');
  await expect
    .poll(() => tab.text())
    .toMatch(
      /^Write a behavior plan for \[Student \d+\] \(student ID \[ID \d+\]\), my student who keeps calling out\.$/,
    );
});

test('a prompt without names goes in as it is; who looks at the notice can change it', async () => {
  const tab = await browser.open('prosemirror-chatgpt');
  await tab.start('');
  await tab.paste('Grade this essay by my Black student.');
  await expect.poll(() => tab.text()).toBe('Grade this essay by my Black student.');
  await expect.poll(() => tab.notice()).toContain('Look');
  expect(await tab.reviewing()).toBe(false);
  await tab.pressInNotice('Look');
  const review = await tab.review();
  await review.getByRole('button', { name: 'Use this wording' }).click();
  await expect.poll(() => review.locator('.draft').innerText()).not.toContain('Black');
  await tab.choose('Use swapped text');
  await expect.poll(() => tab.text()).toBe('Grade this essay by my student.');
});

test('no note where the policy has the topic turned off', async () => {
  await (await browser.worker()).evaluate(() =>
    chrome.storage.local.set({ policy: { topicsOff: ['bias', 'grading'] } }),
  );
  const tab = await browser.open('prosemirror-chatgpt');
  await tab.start('');
  await tab.paste(DRAFT);
  const review = await tab.review();
  // What comes later than the dialog is there once a tip is.
  await review.locator('.tip').waitFor();
  expect(await review.locator('.tip').count()).toBe(1);
  expect(await review.locator('#bias-title').count()).toBe(0);
  await tab.choose('Cancel');
  await tab.paste('Grade this essay by my Black student.');
  await expect.poll(() => tab.text()).toContain('Grade this essay');
  await tab.page.waitForTimeout(700);
  expect(await tab.notice()).not.toContain('Look');
});
