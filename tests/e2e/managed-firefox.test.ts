/** What a district sets in a policy file holds in a real Firefox that has installed the extension by force. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FLAGGED } from './editor-suite.ts';
import { type FirefoxTab, PATIENT, pause } from './firefox-browser.ts';
import { launchFirefoxWithPolicy, type ManagedFirefox } from './managed-firefox-browser.ts';

const POLICY = {
  welcome: 'off',
  rules: { 'person-name': 'block', 'student-id': 'block', email: 'explode' },
  locked: ['person-name', 'student-id', 'allowTerms', 'minScore', 'allowPause'],
  customTerms: ['Project Kite'],
  allowPause: false,
  allowUnchecked: 'never',
  privacyContact: 'Dana Whitfield, 555-0142',
};

let browser: ManagedFirefox;
let tab: FirefoxTab | undefined;
beforeAll(async () => {
  browser = await launchFirefoxWithPolicy(POLICY);
});
afterAll(() => browser?.close());
afterEach(() => tab?.page.close());

/** Pastes. Out: what the review says. */
async function reviewOf(text: string): Promise<string> {
  await tab?.page.close();
  tab = await browser.open('react-textarea', { copied: { text } });
  await tab.start();
  await tab.press('Control', 'v');
  const said = await (await tab.review()).evaluate(() => document.body.innerText);
  expect(await tab.text()).toBe('');
  return said;
}

async function expectBlocked(): Promise<void> {
  const said = await reviewOf(FLAGGED);
  expect(said).toContain('Your district does not allow the original here.');
  expect(said).not.toContain('Use original');
}

test('it is installed by the district, opens no tab of its own, and blocks', async () => {
  const page = await browser.openOwn('/popup.html');
  const { installType } = await page.evaluate(() => chrome.management.getSelf());
  expect(installType).toBe('admin');
  const isWelcome = () => location.pathname === '/welcome.html';
  for (const one of await browser.pages()) expect(await one.evaluate(isWelcome)).toBe(false);
  await expectBlocked();
});

test('words of the district are found, and whom to tell is said', async () => {
  expect(await reviewOf('Write a note about Project Kite.')).toContain('Project Kite');
  await tab?.useSwapped();
  await expect.poll(() => tab?.text(), PATIENT).toMatch(/^Write a note about \[Detail \d+\]\.$/);
  const page = await browser.openOwn('/mistake.html');
  expect(await page.evaluate(() => document.body.innerText)).toContain('Tell Dana Whitfield, 555-0142 soon.');
});

test('what is wrong in the policy is named, and the rest holds', async () => {
  const page = await browser.openOwn('/options.html');
  const said = () => page.evaluate(() => document.body.innerText);
  await expect.poll(said, PATIENT).toContain('rules.email');
  expect(await said()).toContain('allowUnchecked');
  expect(await reviewOf('Write to ana.lopez@example.org.')).toContain('Use original');
});

test('no pause is offered or taken, and nothing in the store loosens a locked rule', async () => {
  tab = await browser.open('react-textarea');
  const page = await browser.openOwn('/options.html');
  const tabId = await page.evaluate(async () => {
    const all = await chrome.tabs.query({});
    return all.find((one) => one.url?.includes('/bed/'))?.id ?? -1;
  });
  await browser.openOwn(`/popup.html?tab=${tabId}`);
  await expect
    .poll(() => page.evaluate(() => document.querySelector('.state h1')?.textContent), PATIENT)
    .toBeTruthy();
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('Pause here');
  const refused = await page.evaluate(
    async (loose) => {
      await chrome.runtime.sendMessage({ type: 'pause', tabId: loose.tabId, minutes: 15 });
      await chrome.storage.local.set(loose.store);
      return chrome.storage.managed.set(loose.store.policy).then(
        () => false,
        () => true,
      );
    },
    {
      tabId,
      store: {
        policy: {
          rules: { 'person-name': 'off', 'person-name/student': 'off', 'student-id': 'off' },
          minScore: { 'person-name': 1, 'student-id': 1 },
          allowTerms: ['Maya Lopez', '204418'],
          allowPause: true,
          locked: [],
        },
        me: { names: ['Maya Lopez'], emails: [], phones: [] },
      },
    },
  );
  expect(refused).toBe(true);
  await pause(200);
  await expectBlocked();
  await page.evaluate(() => chrome.storage.local.remove(['policy', 'me']));
});
