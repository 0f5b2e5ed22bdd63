/** The policy builder of the built extension: what is made there reaches a file, and comes back from it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readPolicyFile } from '../../lib/policy/formats/read-file.ts';
import { FORMAT_IDS, FORMATS } from '../../lib/policy/formats/write-file.ts';
import { type BedBrowser, launch } from './bed-browser.ts';

let browser: BedBrowser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of browser.context.pages().slice(1)) await page.close({ runBeforeUnload: false });
});

async function openBuilder(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/policy.html`);
  await page.getByRole('heading', { name: 'Make a policy for a district', level: 1 }).waitFor();
  return page;
}

/** Goes on by Tab until a control of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const control = page.getByLabel(name, { exact: true });
  for (let i = 0; i < 300; i++) {
    if (await control.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Presses the button of a file. Out: its text. */
async function save(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  return readFileSync(await download.path(), 'utf8');
}

async function open(page: Page, name: string, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page.getByLabel('Policy file').setInputFiles({ name, mimeType: 'text/plain', buffer });
}

const POLICY = {
  rules: { email: 'block' },
  idFormats: ['S-#####'],
  schoolNames: ['Oak Middle School', 'Escuela Año Nuevo'],
  useInstead: 'Ask the office, room 4',
  allowPause: false,
  topicsOff: ['iep'],
  retentionDays: 90,
  locked: ['email', 'allowPause'],
};

test('a policy made with the keys alone is what the file for Linux holds, and comes back from it', async () => {
  const page = await openBuilder();
  const keys = page.keyboard;
  await tabTo(page, 'Rules: An email address');
  await keys.type('Always');
  await tabTo(page, 'Lock: An email address');
  await keys.press('Space');
  await tabTo(page, 'Schools');
  await keys.type('Oak Middle School\n\nEscuela Año Nuevo\n');
  await tabTo(page, 'Shapes of student ids');
  await keys.type('S-#####');
  await tabTo(page, 'Use instead');
  await keys.type('Ask the office, room 4');
  await tabTo(page, 'Allow pausing');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await keys.press('Tab');
  await keys.press('Space');
  await tabTo(page, 'IEP and 504 plans');
  await keys.press('Space');
  await tabTo(page, 'Days that counts are kept');
  await keys.type('90');
  await tabTo(page, 'Save Linux: chalkline-linux.json');
  const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text)).toEqual({
    '3rdparty': { extensions: { [browser.extensionId]: { ...POLICY, fields: Object.keys(POLICY) } } },
  });

  const fresh = await openBuilder();
  await open(fresh, 'chalkline-linux.json', text);
  await fresh.getByText('It sets 8 fields: Rules, Shapes of student ids, Schools').waitFor();
  await fresh.getByRole('button', { name: 'Use this policy' }).click();
  await fresh.getByText('The policy is on this page now.').waitFor();
  expect(await fresh.getByLabel('Rules: An email address').inputValue()).toBe('block');
  expect(await fresh.getByLabel('Lock: An email address').isChecked()).toBe(true);
  expect(await fresh.getByLabel('Schools', { exact: true }).inputValue()).toBe(POLICY.schoolNames.join('\n'));
  expect(await fresh.getByLabel('Allow pausing').inputValue()).toBe('no');
  expect(await fresh.getByLabel('Days that counts are kept').inputValue()).toBe('90');
  expect(await save(fresh, 'chalkline-linux.json')).toBe(text);
});

test('every file that is saved opens again, and none lets a field go', async () => {
  const page = await openBuilder();
  await open(
    page,
    'policy.json',
    JSON.stringify({ ...POLICY, future: { a: ['b'] }, packs: ['{"title": "T"}'] }),
  );
  await page.getByRole('button', { name: 'Use this policy' }).click();
  for (const format of FORMAT_IDS.filter((id) => !id.startsWith('install-'))) {
    const text = await save(page, FORMATS[format].name);
    const [found] = readPolicyFile(text)?.policies ?? [];
    expect(found?.policy, format).toMatchObject({ ...POLICY, packs: ['{"title": "T"}'] });
    expect(found?.policy, format).toHaveProperty('future');
    await open(page, FORMATS[format].name, text);
    await page.getByText('It sets 10 fields').waitFor();
    await page.getByRole('button', { name: 'Leave it' }).click();
  }
});

describe('what is wrong', () => {
  test('is told beside its field while it is typed, and goes when it is put right', async () => {
    const page = await openBuilder();
    const box = page.getByLabel('Shapes of student ids', { exact: true });
    await box.fill('S-#####\n##');
    await page.getByText('Line 2: Write shapes such as').waitFor();
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('One field has a problem.').waitFor();
    await box.fill('S-#####\n####');
    await expect.poll(() => page.locator('.problem').count()).toBe(0);
    expect(await box.getAttribute('aria-invalid')).toBe('false');
    await page.getByLabel('Link for "use instead"').fill('javascript:alert(1)');
    await page.getByText('Write an address that begins with https://.').waitFor();
  });

  test('is told of a pattern that is none, and of a site that nobody knows', async () => {
    const page = await openBuilder();
    await page.getByLabel('Own patterns', { exact: true }).fill('LC-\\d{6}\nKD-(');
    await page.getByText('Line 2: No pattern of RE2: missing closing ).').waitFor();
    await page.getByLabel('Sites where Chalkline is off', { exact: true }).fill('chatgtp');
    await page.getByText('Line 1: No such site. Did you mean chatgpt?').waitFor();
    await page.getByText('Fields with a problem: 2.').waitFor();
    const policy = { customPatterns: ['KD-('], approvedTools: [{ site: 'cluade', tier: 'approved' }] };
    const fresh = await openBuilder();
    await open(fresh, 'policy.json', JSON.stringify(policy));
    await fresh.getByText('You can fix it below: customPatterns.0, approvedTools.0').waitFor();
    await fresh.getByRole('button', { name: 'Use this policy' }).click();
    await fresh.getByText('Line 1: No pattern of RE2: missing closing ).').waitFor();
    await fresh.getByText('Entry 1: No such site. Did you mean claude?').waitFor();
  });

  test('a file that is not understood changes nothing, and what is not ours in one is named', async () => {
    const page = await openBuilder();
    await page.getByLabel('Use instead', { exact: true }).fill('Ask the office');
    await open(page, 'notes.txt', 'Hello');
    await page.getByText('This file was not understood.').waitFor();
    expect(await page.getByLabel('Use instead', { exact: true }).inputValue()).toBe('Ask the office');
    const policy = { rules: { emial: 'off' }, fields: ['rules', 'allowPause'] };
    await open(
      page,
      'x.json',
      JSON.stringify({ policies: { '3rdparty': { Extensions: { 'x@y': policy } }, DisableX: 1 } }),
    );
    await page.getByText('keep it in your own file: policies.DisableX.').waitFor();
    await page.getByText('they are not in it: allowPause.').waitFor();
    await page.getByText('You can fix it below: rules.emial').waitFor();
    await page.getByRole('button', { name: 'Use this policy' }).click();
    expect(await page.getByLabel('Use instead', { exact: true }).inputValue()).toBe('');
    await page.getByText('“emial”: No such rule. Did you mean email?').waitFor();
    await page.getByRole('button', { name: 'Remove: rules.emial' }).click();
    await page.getByText('Nothing is set yet.').waitFor();
  });

  test('an id that is none is asked for again, and no file is saved', async () => {
    const page = await openBuilder();
    const id = page.locator('#edge-id');
    await id.fill('nothing');
    await page.getByRole('button', { name: 'chalkline-windows.reg' }).click();
    await page.getByText('Please fix this first: Microsoft Edge, Extension ID.').waitFor();
    await expect.poll(() => id.evaluate((one) => one === document.activeElement)).toBe(true);
  });
});

test('the text to try is decided by the policy above, as it changes', async () => {
  const page = await openBuilder();
  await page.getByLabel('A text to try').fill('Write to ana.lopez@example.org about Project Kite.');
  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  await page.getByText('This text would stop and ask the teacher.').waitFor();
  const rows = async () =>
    (await page.locator('#try tbody tr').allInnerTexts()).map((row) => row.split(/\t|\n/));
  expect(await rows()).toContainEqual(['ana.lopez@example.org', 'An email address', 'Ask the teacher']);
  await page.getByLabel('Rules: An email address').selectOption('note');
  await page.getByText('This text would go in without a question.').waitFor();
  expect(await rows()).toEqual([['ana.lopez@example.org', 'An email address', 'Mention it']]);
  await page.getByLabel('Own terms', { exact: true }).fill('Project Kite');
  await page.getByText('This text would stop and ask the teacher.').waitFor();
  expect((await rows()).map(([words]) => words)).toEqual(['ana.lopez@example.org', 'Project Kite']);
});

test('the settings lead to it', async () => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
  await page.getByRole('link', { name: 'For districts: make a policy' }).click();
  await page.getByRole('heading', { name: 'Make a policy for a district' }).waitFor();
});
