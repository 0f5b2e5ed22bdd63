/**
 * What a district sets in a policy file holds: in a real Chromium that has installed the extension by force, over whatever a
 * teacher, a page or a content script tries.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BedTab } from './bed-browser.ts';
import { FLAGGED } from './editor-suite.ts';
import { launchWithPolicy, type ManagedBrowser } from './managed-browser.ts';

const EMAIL = 'Write to ana.lopez@example.org.';
const FIRM = { welcome: 'off', rules: { 'person-name': 'block', 'student-id': 'block' } };
const MILD = { welcome: 'off', rules: { 'person-name': 'off', 'student-id': 'note' } };

let browser: ManagedBrowser;
beforeAll(async () => {
  browser = await launchWithPolicy(FIRM);
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const page of browser.context.pages().slice(1)) await page.close();
});

async function idOf(tab: BedTab): Promise<number> {
  const url = tab.page.url();
  return (await browser.worker()).evaluate(
    async (url) => (await chrome.tabs.query({})).find((one) => one.url === url)?.id ?? -1,
    url,
  );
}

/** Pastes, where a guard has heard of the settings: it is told of a change, not asked about it. */
async function paste(tab: BedTab, text: string): Promise<void> {
  await tab.page.bringToFront();
  // What is asked for in the guard's world is answered after what it was told before.
  await inGuard(tab, 'chrome.storage.managed.get()');
  await tab.start('');
  await tab.paste(text);
}

/** Runs code in the world of our guard in a page, where a hijacked page could run some too. */
async function inGuard(tab: BedTab, expression: string): Promise<unknown> {
  const session = await tab.page.context().newCDPSession(tab.page);
  const ids: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (
      context.origin === `chrome-extension://${browser.extensionId}` &&
      context.auxData?.type === 'isolated'
    )
      ids.push(context.id);
  });
  await session.send('Runtime.enable');
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    ...{ expression, contextId: ids[0], awaitPromise: true, returnByValue: true },
  });
  await session.detach();
  expect(exceptionDetails).toBeUndefined();
  return result.value;
}

/** The text goes in as it is, and nothing is asked. */
async function expectUntouched(tab: BedTab, text: string): Promise<void> {
  await paste(tab, text);
  await expect.poll(() => tab.text()).toBe(text);
  expect(await tab.reviewing()).toBe(false);
}

/** The text is stopped. In: whether the original may go in all the same. */
async function expectStopped(tab: BedTab, text: string, originalMay: boolean): Promise<void> {
  await paste(tab, text);
  const review = await tab.review();
  expect(await review.getByRole('button', { name: 'Use original' }).count()).toBe(originalMay ? 1 : 0);
  await tab.press('Escape');
  await expect.poll(() => tab.reviewing()).toBe(false);
  expect(await tab.text()).toBe('');
}

const expectBlocked = (tab: BedTab) => expectStopped(tab, FLAGGED, false);

describe('an extension that the district installs', () => {
  test('is there without a tab of its own, stays, and guards', async () => {
    expect(browser.context.pages().map((page) => page.url())).toEqual(['about:blank']);
    const { installType, mayDisable } = await (await browser.worker()).evaluate(() =>
      chrome.management.getSelf(),
    );
    expect({ installType, mayDisable }).toEqual({ installType: 'admin', mayDisable: false });
    const tab = await browser.open('react-textarea');
    await expectBlocked(tab);
    await expectUntouched(tab, 'Plan a lesson on fractions.');
    expect(browser.context.pages()).toHaveLength(2);
  });
});

describe('a policy', () => {
  test('that changes does so in an open tab, and without one the defaults hold', async () => {
    const tab = await browser.open('prosemirror-chatgpt');
    await browser.setPolicy(MILD);
    await expectUntouched(tab, FLAGGED);
    await browser.setPolicy(FIRM);
    await expectBlocked(tab);
    await browser.setPolicy(null);
    await expectStopped(tab, FLAGGED, true);
  });

  test('has words of its own found', async () => {
    const text = 'Write a note about Project Kite.';
    await browser.setPolicy({ welcome: 'off' });
    const tab = await browser.open('react-textarea');
    await expectUntouched(tab, text);
    await browser.setPolicy({ welcome: 'off', customTerms: ['Project Kite'] });
    await paste(tab, text);
    await tab.choose('Use swapped text');
    await expect.poll(() => tab.text()).toMatch(/^Write a note about \[Detail \d+\]\.$/);
    const options = await browser.openOwn('options.html');
    await options.getByText('From your district: Project Kite').waitFor();
  });

  test('that allows no pause takes the button away and ends a pause', async () => {
    await browser.setPolicy(FIRM);
    const tab = await browser.open('react-textarea');
    const popup = await browser.openOwn(`popup.html?tab=${await idOf(tab)}`);
    await popup.getByRole('button', { name: 'Pause here for 15 minutes' }).click();
    await popup.getByRole('heading', { name: 'Paused on this page' }).waitFor();
    await expectUntouched(tab, FLAGGED);

    await browser.setPolicy({ ...FIRM, allowPause: false });
    await expectBlocked(tab);
    await popup.evaluate(
      (tabId) => chrome.runtime.sendMessage({ type: 'pause', tabId, minutes: 15 }),
      await idOf(tab),
    );
    await popup.reload();
    await popup.locator('.state h1').waitFor();
    expect(await popup.getByRole('button', { name: 'Pause here for 15 minutes' }).count()).toBe(0);
    await expectBlocked(tab);
  });

  test('says whom to tell', async () => {
    await browser.setPolicy({
      welcome: 'off',
      privacyContact: 'Dana Whitfield, 555-0142',
      safetyContact: 'Ms. Rivera, 555-0100',
    });
    const mistake = await browser.openOwn('mistake.html');
    await mistake.getByText('Tell Dana Whitfield, 555-0142 soon.').waitFor();
    await mistake.getByText('Tell Ms. Rivera, 555-0100 at once.').waitFor();
    const tab = await browser.open('react-textarea');
    await paste(tab, 'Maya Lopez told me her dad hits her.');
    const card = (await tab.review()).getByRole('region', { name: /^If a child may be in danger/ });
    await expect.poll(() => card.innerText()).toContain('Tell: Ms. Rivera, 555-0100.');
  });

  test('turns topics off', async () => {
    const judging = 'Grade this essay by my Black student.';
    await browser.setPolicy({ welcome: 'off', topicsOff: ['bias'] });
    const tab = await browser.open('prosemirror-chatgpt');
    await expectUntouched(tab, judging);
    await tab.page.waitForTimeout(700);
    expect(await tab.notice()).not.toContain('Look');
    await browser.setPolicy({ welcome: 'off' });
    await expectUntouched(tab, judging);
    await expect.poll(() => tab.notice()).toContain('Look');
  });

  test('that is partly wrong is obeyed as far as it was understood, and the rest is named', async () => {
    const rules = { 'student-id': 'block', email: 'explode' };
    const fields = ['rules', 'allowPause'];
    // What is of the wrong kind never gets through the schema; `fields` tells that it was there.
    const read = { welcome: 'off', rules, fields };
    await browser.setPolicy({ ...read, allowPause: 'never', colour: 'red' }, read);
    const options = await browser.openOwn('options.html');
    await options.getByText('rules.email').first().waitFor();
    await options.getByText('allowPause').first().waitFor();
    const tab = await browser.open('react-textarea');
    await expectBlocked(tab);
    await expectStopped(tab, EMAIL, true);
    const popup = await browser.openOwn(`popup.html?tab=${await idOf(tab)}`);
    await popup.getByText('2 settings could not be read.').waitFor();
  });
});

/** What a teacher would like better. */
const LOOSE = {
  rules: {
    'person-name': 'off',
    'person-name/student': 'off',
    'person-name/unknown': 'off',
    'student-id': 'off',
    email: 'off',
    phone: 'off',
  },
  minScore: { 'person-name': 1, 'student-id': 1, email: 1 },
  allowTerms: ['Maya Lopez', 'Maya', '204418', 'ana.lopez@example.org'],
  sitesOff: ['deepseek', 'chat.deepseek.com'],
  allowPause: true,
  locked: [],
  fields: [],
};
const LOOSE_STORE = {
  policy: LOOSE,
  me: { names: ['Maya Lopez'], emails: [], phones: [] },
  corrections: { never: ['Maya Lopez', 'Maya'], keep: ['Maya Lopez', '204418'] },
  'last-district-policy': LOOSE,
};

describe('a locked field is not loosened', () => {
  const LOCKED = {
    ...FIRM,
    allowPause: false,
    // That of `email` locks what is usual.
    locked: ['person-name', 'student-id', 'email', 'minScore', 'allowTerms', 'allowPause'],
  };
  let tab: BedTab;
  beforeAll(() => browser.setPolicy(LOCKED));
  afterEach(async () => {
    await (await browser.worker()).evaluate(() =>
      chrome.storage.local.remove(['policy', 'me', 'corrections']),
    );
  });

  const stored = async (area: 'local' | 'session') =>
    (await browser.worker()).evaluate((name) => chrome.storage[name].get(null), area);

  test('in the settings', async () => {
    tab = await browser.open('react-textarea');
    const options = await browser.openOwn('options.html');
    for (const label of ["A person's name (anyone but staff)", 'A student number']) {
      const rule = options.getByLabel(label, { exact: true });
      expect(await rule.isDisabled()).toBe(true);
      expect(await rule.locator('option').count()).toBe(1);
      await rule.evaluate((select) => {
        (select as HTMLSelectElement).disabled = false;
        (select as HTMLSelectElement).append(new Option('Do nothing', '1'));
        (select as HTMLSelectElement).value = '1';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
    }
    const email = options.getByLabel('An email address', { exact: true }).locator('option');
    expect(await email.allInnerTexts()).toEqual([
      'Ask me',
      'Swap it at once',
      'Always swap, never send the original',
    ]);
    expect(await options.getByLabel('Add a word or phrase not to ask about').count()).toBe(0);
    expect(await stored('local')).not.toHaveProperty('policy');
    await expectBlocked(tab);
  });

  test('in the store', async () => {
    tab = await browser.open('react-textarea');
    const options = await browser.openOwn('options.html');
    await options.evaluate(async (loose) => {
      await chrome.storage.local.set(loose);
      await chrome.storage.session.set({ 'not-people': ['Maya Lopez'] });
    }, LOOSE_STORE);
    const managed = await options.evaluate(
      (loose) =>
        chrome.storage.managed.set(loose).then(
          () => 'set',
          () => 'refused',
        ),
      LOOSE,
    );
    expect(managed).toBe('refused');
    await expectBlocked(tab);
    await expectStopped(tab, EMAIL, true);
    // What is not locked shows that all this was read.
    await expectUntouched(tab, 'Call (555) 555-0142.');
    await expectBlocked(await browser.open('prosemirror-chatgpt'));
    await (await browser.worker()).evaluate(() => chrome.storage.session.remove('not-people'));
  });

  test('by a file that is taken in', async () => {
    tab = await browser.open('react-textarea');
    const prompts = await browser.openOwn('prompts.html');
    const file = join(tmpdir(), `chalkline-loose-${process.pid}.json`);
    const prompt = { title: 'Volcano night', text: 'Plan an evening about volcanoes.', task: 'parent-email' };
    const pack = { format: 'chalkline-pack', version: 1, title: 'Loose', language: 'en', prompts: [prompt] };
    writeFileSync(file, JSON.stringify({ ...pack, ...LOOSE, ...LOOSE_STORE }));
    await prompts.getByLabel('Pack file').setInputFiles(file);
    await prompts.getByRole('button', { name: 'Add this pack' }).click();
    await prompts.getByText('From the pack “Loose”').first().waitFor();
    // The builder of policies opens one to edit it, not to obey it.
    writeFileSync(file, JSON.stringify(LOOSE));
    const builder = await browser.openOwn('policy.html');
    await builder.getByLabel('Policy file').setInputFiles(file);
    await builder.getByRole('button', { name: 'Use this policy' }).click();
    await builder.getByText('The policy is on this page now.').waitFor();
    rmSync(file);
    const { policy, me, corrections } = await stored('local');
    expect({ policy, me, corrections }).toEqual({});
    await expectBlocked(tab);
  });

  test('by a message from the page or from a content script', async () => {
    tab = await browser.open('react-textarea');
    const tabId = await idOf(tab);
    const messages = [
      { type: 'pause', tabId, minutes: 15 },
      { type: 'pause-changed', until: Date.now() + 900_000 },
      { type: 'me-add', me: LOOSE_STORE.me },
      { type: 'corrections-add', more: LOOSE_STORE.corrections },
      { type: 'term-add', term: 'Comet' },
      { type: 'not-a-person', names: ['Maya Lopez', '204418'] },
      { type: 'policy', policy: LOOSE },
    ];
    await tab.page.evaluate((messages) => {
      for (const message of messages) {
        window.postMessage(message, '*');
        window.dispatchEvent(new CustomEvent(message.type, { detail: message }));
      }
      window.dispatchEvent(new Event('chalkline-guard-started'));
      localStorage.setItem('policy', JSON.stringify(messages.at(-1)));
    }, messages);
    const answers = await inGuard(
      tab,
      `Promise.all(${JSON.stringify(messages)}.map((one) => chrome.runtime.sendMessage(one).then((answer) => answer ?? null, () => null)))`,
    );
    expect(answers).toEqual(messages.map(() => null));
    const { policy, me, corrections } = await stored('local');
    expect({ policy, me, corrections }).toEqual({});
    expect(await stored('session')).not.toHaveProperty('not-people');
    expect(await stored('session')).not.toHaveProperty(`pause-${tabId}`);
    await expectBlocked(tab);
  });

  test('by a content script that writes to the store', async () => {
    tab = await browser.open('react-textarea');
    await inGuard(tab, `chrome.storage.local.set(${JSON.stringify(LOOSE_STORE)})`);
    expect((await stored('local')).policy).toEqual(LOOSE);
    await expectBlocked(tab);
  });
});
