/** The settings page of the built extension: what is set there decides what reaches a page, and what is stored. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { weekOf } from '../../lib/store/counts.ts';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';
import { FLAGGED, numberless } from './editor-suite.ts';
import { launchWithPolicy, type ManagedBrowser } from './managed-browser.ts';

let browser: BedBrowser;
/** One that a district manages. */
let managed: ManagedBrowser;
beforeAll(async () => {
  browser = await launch();
  managed = await launchWithPolicy({});
});
afterAll(() => Promise.all([browser?.close(), managed?.close()]));
afterEach(async () => {
  for (const one of [browser, managed]) {
    await (await one.worker()).evaluate(() => chrome.storage.local.remove(['policy', 'me', 'corrections']));
    for (const page of one.context.pages().slice(1)) await page.close();
  }
});

/** Opens the settings under a policy. */
async function openUnder(policy: object): Promise<Page> {
  await managed.setPolicy(policy);
  return managed.openOwn('options.html');
}

/** `before` runs in the page ahead of its own scripts. */
async function openOptions(of = browser, before?: () => void): Promise<Page> {
  const page = await of.context.newPage();
  if (before) await page.addInitScript(before);
  await page.goto(`chrome-extension://${of.extensionId}/options.html`);
  await page.locator('h1').waitFor();
  return page;
}

async function unfold(page: Page): Promise<void> {
  const folded = page.locator('details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

async function stored(area: 'local' | 'session', of = browser): Promise<Record<string, unknown>> {
  return (await of.worker()).evaluate((name) => chrome.storage[name].get(null), area);
}

async function choose(page: Page, label: string, choice: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).selectOption({ label: choice });
  await page.getByText('Saved.', { exact: true }).waitFor();
}

async function add(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByLabel(label, { exact: true });
  await box.fill(text);
  await box.press('Enter');
}

/** Pastes, where a guard has heard of the settings: it is told of a change, not asked about it. */
async function paste(tab: BedTab, text: string): Promise<void> {
  await tab.page.bringToFront();
  await tab.page.waitForTimeout(300);
  await tab.start('');
  await tab.paste(text);
}

/** The text goes in as it is, and nothing is asked. */
async function expectUntouched(tab: BedTab, text: string): Promise<void> {
  await paste(tab, text);
  await expect.poll(() => tab.text()).toBe(text);
  expect(await tab.reviewing()).toBe(false);
}

/** The text is stopped. */
async function expectAsked(tab: BedTab, text: string): Promise<void> {
  await paste(tab, text);
  await tab.choose('Cancel');
  expect(await tab.text()).toBe('');
}

describe('a rule', () => {
  test('set to nothing lets a paste through, and back to the usual stops it', async () => {
    const tab = await browser.open('react-textarea');
    await expectAsked(tab, FLAGGED);
    const page = await openOptions();
    await choose(page, "A person's name (anyone but staff)", 'Do nothing');
    await choose(page, 'A student number', 'Only mention it');
    await expectUntouched(tab, FLAGGED);

    await page.bringToFront();
    await choose(page, 'A student number', 'Ask me (usual)');
    expect((await stored('local')).policy).toEqual({ rules: { 'person-name': 'off' } });
    await paste(tab, FLAGGED);
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe('Maya Lopez (ID [ID #]) was late.');
  });

  test('set to always swap takes the original away', async () => {
    const page = await openOptions();
    await choose(page, 'An email address', 'Always swap, never send the original');
    const tab = await browser.open('react-textarea');
    await paste(tab, 'Write to ana.lopez@example.org.');
    const review = await tab.review();
    expect(await review.getByRole('button', { name: 'Use original' }).count()).toBe(0);
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe('Write to [Email #].');
  });

  test('leaves the other settings as they are stored', async () => {
    const policy = { future: { a: 1 }, allowPause: false, rules: { email: 'off', 'new-kind': 'off' } };
    await (await browser.worker()).evaluate((value) => chrome.storage.local.set({ policy: value }), policy);
    const page = await openOptions();
    await choose(page, 'A phone number', 'Swap it at once');
    const rules = { ...policy.rules, phone: 'redact' };
    expect((await stored('local')).policy).toEqual({ ...policy, rules });
  });

  test('is there for every kind of detail, with its example', async () => {
    const page = await openOptions();
    await unfold(page);
    expect(await page.locator('#rules .rule select:visible').count()).toBe(32);
    const abouts = await page.locator('#rules .rule .line').allInnerTexts();
    expect(abouts.filter((text) => !/^For example: \S/.test(text))).toEqual([]);
    const school = page.getByLabel('The name of a school');
    expect(await school.locator('option:checked').innerText()).toBe(
      'Ask me when it can point to one child (usual)',
    );
  });

  test('of the district cannot be loosened, nor can what stands in', async () => {
    const page = await openUnder({
      rules: { 'student-id': 'redact', phone: 'note' },
      aliasStyles: { school: 'generalize' },
      locked: ['student-id', 'allowTerms'],
      customTerms: ['Project Kite'],
    });
    const about = (label: string) =>
      page.locator('.rule', { has: page.getByLabel(label, { exact: true }) }).locator('strong');
    const choices = (label: string) =>
      page.getByLabel(label, { exact: true }).locator('option').allInnerTexts();

    expect(await choices('A phone number')).toEqual(['Only mention it']);
    expect(await page.getByLabel('A phone number', { exact: true }).isDisabled()).toBe(true);
    expect(await about('A phone number').innerText()).toBe('Set by your district.');

    expect(await choices('A student number')).toEqual([
      'Swap it at once',
      'Always swap, never send the original',
    ]);
    expect(await about('A student number').innerText()).toBe(
      'Set by your district. You can make it stricter.',
    );
    await choose(page, 'A student number', 'Always swap, never send the original');
    expect((await stored('local', managed)).policy).toEqual({ rules: { 'student-id': 'block' } });
    await choose(page, 'A student number', 'Swap it at once');
    expect((await stored('local', managed)).policy).toEqual({ rules: {} });

    expect(await about('An email address').count()).toBe(0);

    const schools = page.getByLabel('Schools', { exact: true });
    expect([await schools.inputValue(), await schools.isDisabled()]).toEqual(['generalize', true]);
    expect(await about('Schools').innerText()).toBe('Set by your district.');
    await choose(page, 'Dates', 'In general, such as “age 12”, “in early March”');
    expect((await stored('local', managed)).policy).toEqual({
      rules: {},
      aliasStyles: { 'birth-date': 'generalize', 'record-date': 'generalize' },
    });
    await choose(page, 'Dates', 'A label, such as [Date 1]');
    await choose(page, 'Names', 'A made-up name');
    expect((await stored('local', managed)).policy).toEqual({
      rules: {},
      aliasStyles: { 'person-name': 'stand-in' },
    });
    await page.getByText('From your district: Project Kite').waitFor();
    expect(await page.getByLabel('Add a word or phrase not to ask about').count()).toBe(0);
  });
});

describe('lists', () => {
  test('my own name, address and number are not asked about, until they are taken out', async () => {
    const text = 'Dana Whitfield was late. Call (555) 555-0142 or write to d.whitfield@example.org.';
    const tab = await browser.open('react-textarea');
    await expectAsked(tab, text);
    const page = await openOptions();
    await add(page, 'Add a name', 'Dana Whitfield');
    await add(page, 'Add an email address', 'd.whitfield@example.org');
    await add(page, 'Add a phone number', '(555) 555-0142');
    await page.getByRole('button', { name: 'Remove: (555) 555-0142' }).waitFor();
    await expectUntouched(tab, text);

    await page.bringToFront();
    await page.getByRole('button', { name: 'Remove: Dana Whitfield' }).click();
    await expect
      .poll(async () => (await stored('local')).me)
      .toEqual({ names: [], emails: ['d.whitfield@example.org'], phones: ['(555) 555-0142'] });
    await expectAsked(tab, text);
  });

  test('own words are found, and others never asked about', async () => {
    const tab = await browser.open('react-textarea');
    await expectUntouched(tab, 'Notes for the bluebird group on fractions.');
    await expectAsked(tab, 'Omar Haddad was late.');
    const page = await openOptions();
    await add(page, 'Add a word or phrase to look for', 'Bluebird Group');
    await add(page, 'Add a word or phrase not to ask about', 'Omar Haddad');
    await page.getByRole('button', { name: 'Remove: Omar Haddad' }).waitFor();
    await paste(tab, 'Notes for the bluebird group on fractions.');
    await tab.choose('Use swapped text');
    await expect
      .poll(async () => numberless(await tab.text()))
      .toBe('Notes for the [Detail #] on fractions.');
    await expectUntouched(tab, 'Omar Haddad was late.');
  });

  test('what is typed is stored when the box is left', async () => {
    const page = await openOptions();
    await page.getByLabel('Add a name', { exact: true }).fill('Dana Whitfield');
    await page.getByLabel('Add an email address').focus();
    await expect
      .poll(async () => (await stored('local')).me)
      .toEqual({ names: ['Dana Whitfield'], emails: [], phones: [] });
  });

  test('what does not fit is told, stays in the box, and is not stored', async () => {
    const page = await openOptions();
    await add(page, 'Add an email address', 'not-an-email');
    await page.getByText('“not-an-email” does not look like an email address.').waitFor();
    await add(page, 'Add a name', 'D');
    await page.getByText('“D” does not look like a name.').waitFor();
    await page.getByLabel('Add a word or phrase to look for').fill('Bluebird Group\nB\nRoom of Wonders');
    await page.getByRole('button', { name: 'Add', exact: true }).nth(3).click();
    await page.getByText('“B” is too short or too long.').waitFor();
    await page.getByRole('button', { name: 'Remove: Room of Wonders' }).waitFor();
    await add(page, 'Add a word or phrase not to ask about', 'bluebird group');
    await page.getByText('“bluebird group” is on your other list.').waitFor();

    const boxes = await page
      .locator('textarea')
      .evaluateAll((all) => all.map((box) => (box as HTMLTextAreaElement).value));
    expect(boxes).toEqual(['D', 'not-an-email', '', 'B', 'bluebird group', '', '']);
    const { me, policy } = await stored('local');
    expect({ me, policy }).toEqual({ policy: { customTerms: ['Bluebird Group', 'Room of Wonders'] } });
  });
});

test('what was corrected for good in a review is not asked about again, is listed, and goes with everything', async () => {
  const text = 'Devon Carter was late. Emma Whitfield called.';
  const tab = await browser.open('react-textarea');
  await paste(tab, `${text} The kiln is hot.`);
  const review = await tab.review();
  const press = (name: string) => review.getByRole('button', { name, exact: true }).click();
  await review.locator('.group', { hasText: 'Devon Carter' }).getByText('Not right?').click();
  await press('Not a person: Devon Carter');
  await press('Never a name: Devon Carter');
  await press('Keep for this conversation: Emma Whitfield');
  await press('Always keep: Emma Whitfield');
  await review.getByLabel('Something missed?').fill('kiln');
  await press('Swap this too');
  await press('Always look for this: kiln');
  expect(await review.getByText('Saved for good. You can undo it in settings.').count()).toBe(3);
  await tab.choose('Use swapped text');
  await expect.poll(async () => numberless(await tab.text())).toBe(`${text} The [Detail #] is hot.`);

  // Nothing of it is for this conversation or session only.
  await browser.forgetSession();
  expect((await stored('local')).corrections).toEqual({ never: ['Devon Carter'], keep: ['Emma Whitfield'] });
  const other = await browser.open('prosemirror');
  await expectUntouched(other, text);
  await expectAsked(other, 'The kiln is hot.');

  const page = await openOptions();
  await page.getByText('2 saved.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Remove: Emma Whitfield' }).click();
  await page.getByText('1 saved.', { exact: true }).waitFor();
  await expectAsked(other, 'Emma Whitfield called.');
  await expectUntouched(other, 'Devon Carter was late.');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Erase everything', exact: true }).click();
  await page.getByRole('button', { name: 'Yes, erase everything' }).click();
  await page.getByText('0 saved.', { exact: true }).waitFor();
  expect(await stored('local')).not.toHaveProperty('corrections');
  await expectAsked(other, 'Devon Carter was late.');
});

describe('sites', () => {
  test('says what is guarded, and asks the browser for one host to turn on', async () => {
    // Nobody can press a button of the browser's own question, so it is answered here.
    const page = await openOptions(browser, () => {
      const asked: string[] = [];
      const granted = new Set<string>();
      Object.assign(globalThis, { asked });
      const { permissions } = chrome;
      const getAll = permissions.getAll.bind(permissions);
      const answer = (value: unknown, tell: unknown) => {
        if (typeof tell === 'function') tell(value);
        return Promise.resolve(value);
      };
      const stub = (name: string, run: (origins: string[]) => void) =>
        Object.defineProperty(permissions, name, {
          value: ({ origins }: { origins: string[] }, tell: unknown) => {
            asked.push(`${name} ${origins.join()}`);
            run(origins);
            return answer(true, tell);
          },
        });
      stub('request', (origins) => {
        for (const one of origins) granted.add(one);
      });
      stub('remove', (origins) => {
        for (const one of origins) granted.delete(one);
      });
      Object.defineProperty(permissions, 'getAll', {
        value: async (tell: unknown) => {
          const { origins = [], ...more } = await getAll();
          return answer({ ...more, origins: [...origins, ...granted] }, tell);
        },
      });
    });
    const guarded = await page.locator('.site-names li').allInnerTexts();
    expect(guarded).toContain('ChatGPT');
    expect(guarded).toContain('Grok');
    expect(guarded).not.toContain('HuggingChat');
    await page.getByRole('button', { name: 'Turn on: Grok at x.com' }).click();
    await page.getByRole('button', { name: 'Turn off: Grok at x.com' }).click();
    await page.getByRole('button', { name: 'Turn on: Grok at x.com' }).waitFor();
    expect(await page.evaluate(() => (globalThis as never as { asked: string[] }).asked)).toEqual([
      'request https://x.com/*',
      'remove https://x.com/*',
    ]);
  });
});

/** Writes the counts of a week behind the extension's back. */
async function seedWeek(page: Page, week: string, names: number): Promise<void> {
  await page.evaluate(
    ({ week, names }) =>
      new Promise<void>((done) => {
        const asked = indexedDB.open('chalkline', 1);
        asked.onsuccess = () => {
          const transaction = asked.result.transaction('weeks', 'readwrite');
          const counts = { names, identifiers: 2, indirect: 3, sensitive: 4, documents: 5 };
          transaction.objectStore('weeks').put(counts, week);
          transaction.oncomplete = () => {
            asked.result.close();
            done();
          };
        };
      }),
    { week, names },
  );
}

describe('counts and erasing', () => {
  test('the weeks are shown, the newest first, and erasing takes all but the label numbers', async () => {
    const tab = await browser.open('react-textarea');
    const swap = async (text: string) => {
      await paste(tab, text);
      await tab.choose('Use swapped text');
      await expect.poll(() => tab.text()).toMatch(/\[Student \d+\]/);
      return Number(/\[Student (\d+)\]/.exec(await tab.text())?.[1]);
    };
    const before = await swap('Maya Lopez was late.');
    const page = await openOptions();
    await seedWeek(page, '2020-03-02', 7);
    await seedWeek(page, '2020-03-09', 11);
    await add(page, 'Add a name', 'Dana Whitfield');
    await choose(page, 'An email address', 'Do nothing');
    await page.reload();
    await page.locator('table').waitFor();
    const rows = (await page.locator('tbody tr').allInnerTexts()).map((row) => row.split(/\t|\n/));
    expect(rows).toHaveLength(3);
    // A year that is long gone has no place in the chart.
    const heights = await page
      .locator('.week-chart li:first-child rect')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('height'))));
    expect(heights).toEqual([...Array(11).fill(0), 24]);
    expect(Number(rows[0]?.[1])).toBeGreaterThan(0);
    expect(rows.slice(1)).toEqual([
      ['Mar 9, 2020', '11', '2', '3', '4', '5'],
      ['Mar 2, 2020', '7', '2', '3', '4', '5'],
    ]);
    await page.getByLabel('Add a phone number').fill('half typ');

    // One click erases nothing, nor does a second thought.
    const erase = page.getByRole('button', { name: 'Erase everything', exact: true });
    await erase.click();
    await page.getByRole('button', { name: 'Keep everything' }).click();
    await expect.poll(() => erase.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(Object.keys(await stored('local'))).toContain('me');
    expect(await stored('session')).toHaveProperty('vault');

    // A paused guard is told, or it would go on with nothing to show for it.
    const worker = await browser.worker();
    const tabId = await worker.evaluate(
      async (url) => (await chrome.tabs.query({})).find((one) => one.url === url)?.id ?? -1,
      tab.page.url(),
    );
    await page.evaluate((id) => chrome.runtime.sendMessage({ type: 'pause', tabId: id, minutes: 15 }), tabId);
    await expectUntouched(tab, FLAGGED);

    await page.bringToFront();
    await erase.click();
    await page.getByRole('button', { name: 'Yes, erase everything' }).click();
    await page.getByText('Everything is erased.').waitFor();
    expect(Object.keys(await stored('local')).filter((key) => key !== 'last-district-policy')).toEqual([
      'label-numbers',
    ]);
    expect(await stored('session')).toEqual({});
    await page.getByText('Nothing was swapped yet.').waitFor();
    expect(await page.locator('table').count()).toBe(0);
    expect(await page.getByText('Dana Whitfield', { exact: true }).count()).toBe(0);
    expect(await page.getByLabel('Add a phone number').inputValue()).toBe('');
    const weeks = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const asked = indexedDB.open('chalkline', 1);
          asked.onsuccess = () => {
            const count = asked.result.transaction('weeks').objectStore('weeks').count();
            count.onsuccess = () => done(count.result);
          };
        }),
    );
    expect(weeks).toBe(0);

    expect(await swap('Priya Natarajan was late.')).toBeGreaterThan(before);
  });
});

describe('what the district has set', () => {
  const district = {
    statePack: 'IL',
    retentionDays: 30,
    allowPause: false,
    locked: ['allowPause'],
    schoolNames: ['Oak Middle School'],
    rules: { email: 'shout' },
    approvedTools: [{ site: 'chatgpt', tier: 'ok' }],
    sitesOff: ['claude', 'chatgtp'],
    packs: [
      JSON.stringify({
        format: 'chalkline-pack',
        version: 1,
        title: 'Grade 4 team',
        language: 'en',
        prompts: [{ title: 'A quiz', text: 'Write a quiz about [topic].', task: 'quiz' }],
      }),
      '{"format":"something else"}',
    ],
  };

  test('is told with who set it, in words, and what could not be read too', async () => {
    await (await managed.worker()).evaluate(() =>
      chrome.storage.local.set({ policy: { customTerms: ['Bluebird Group'], schoolNames: ['Elm High'] } }),
    );
    const page = await openUnder(district);
    await page.getByText('4 settings could not be read').waitFor();
    const notRead = await page.locator('.not-read li').allInnerTexts();
    expect(notRead).toEqual([
      'Rules for each kind of detail: An email address rules.email from your district',
      'Tools that your district has looked at, entry 1 approvedTools.0 from your district',
      'Sites where Chalkline is off, entry 2. Perhaps “chatgpt” was meant. sitesOff.1 from your district',
      'A pack that is not in the form of one from your district',
    ]);
    const set = await page.locator('#who > .set li').allInnerTexts();
    const rows = Object.fromEntries(
      set.map((row) => row.split('\n')).map(([name = '', ...rest]) => [name, rest]),
    );
    expect(rows['Words that it always looks for']).toEqual(['Bluebird Group', 'Set by you']);
    expect(rows.Schools).toEqual(['Oak Middle School, Elm High', 'Set by your district and you']);
    expect(rows['How long counts by week are kept']).toEqual(['30 days', 'Set by your district']);
    expect(rows['You can pause Chalkline in a tab']).toEqual([
      'No',
      'Set by your district. You can make it stricter, not looser.',
    ]);
    expect(rows['Packs of prompts and tips']).toEqual(['Grade 4 team', 'Set by your district']);
    expect(rows['State pack']).toEqual(['Illinois', 'Set by your district']);
    expect(rows).not.toHaveProperty('Language of Chalkline');
  });

  test('the pack of a state says what it is about, and what it makes stricter cannot be loosened', async () => {
    const page = await openUnder(district);
    const card = page.getByRole('region', { name: 'Your district uses the Illinois pack' });
    expect(await card.getByRole('link').count()).toBe(2);
    expect(await card.innerText()).toContain('Last read on November 22, 2026.');
    expect(await card.innerText()).toContain('not legal advice');
    await unfold(page);
    const discipline = page.getByLabel('Something about discipline', { exact: true });
    expect(await discipline.locator('option').allInnerTexts()).toEqual([
      'Ask me',
      'Swap it at once',
      'Always swap, never send the original',
    ]);
  });
});

describe('what is kept, as a file', () => {
  async function saved(page: Page, button: string): Promise<string> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return readFileSync(await file.path(), 'utf8');
  }

  test('holds five kinds by week, small ones rounded; weeks that are too old are gone', async () => {
    const recent = weekOf(new Date());
    const first = await openUnder({});
    await seedWeek(first, '2020-03-02', 7);
    await seedWeek(first, recent, 11);
    const page = await openUnder({ retentionDays: 30 });
    await page.getByText('Your district has set that counts are kept for 30 days.').waitFor();
    expect(await saved(page, 'For a spreadsheet (CSV)')).toBe(
      `\uFEFFweek,names,identifiers,indirect,sensitive,documents\r\n${recent},11,<5,<5,<5,5\r\n`,
    );
    expect(JSON.parse(await saved(page, 'For programs (JSON)'))).toEqual({
      format: 'chalkline-counts',
      version: 1,
      weeks: [{ week: recent, names: 11, identifiers: '<5', indirect: '<5', sensitive: '<5', documents: 5 }],
    });
    await page.evaluate(() => indexedDB.deleteDatabase('chalkline'));
  });

  test('all of it, but for labels', async () => {
    const page = await openUnder({});
    await page.evaluate(() =>
      chrome.storage.local.set({
        me: { names: ['Jo Rivera'], emails: [], phones: [] },
        'label-numbers': { Student: 7 },
      }),
    );
    const all = JSON.parse(await saved(page, 'Save all of it as a file'));
    expect(all).toMatchObject({
      format: 'chalkline-everything',
      version: 1,
      stored: { me: { names: ['Jo Rivera'] } },
      weeks: [],
    });
    expect(all.stored).not.toHaveProperty('label-numbers');
    await page.evaluate(() => chrome.storage.local.remove(['me', 'label-numbers']));
  });
});

describe('the page', () => {
  test('opens in a tab of its own', async () => {
    await (await browser.worker()).evaluate(() => chrome.runtime.openOptionsPage());
    // An empty tab is taken for it.
    const found = () => browser.context.pages().find((page) => page.url().endsWith('/options.html'));
    await expect.poll(() => found() !== undefined).toBe(true);
    await found()?.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  });

  test('hears of a change that was made elsewhere', async () => {
    const [first, second] = [await openOptions(), await openOptions()];
    await choose(first, 'A phone number', 'Do nothing');
    await expect
      .poll(() => second.getByLabel('A phone number', { exact: true }).locator('option:checked').innerText())
      .toBe('Do nothing');
  });

  test('fits 320 pixels, with targets that can be hit, in Spanish too', async () => {
    const spanish = await launch({ language: 'es-ES', viewport: { width: 320, height: 640 } });
    const page = await openOptions(spanish);
    await page.getByRole('heading', { name: 'Ajustes', level: 1 }).waitFor();
    await seedWeek(page, '2020-03-02', 7);
    await page.reload();
    await page.locator('table').waitFor();
    await unfold(page);
    await add(page, 'Agregar un correo', 'no-es-un-correo-'.repeat(5));
    await page.locator('.problem').waitFor();
    const { width, small } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      small: Array.from(document.querySelectorAll('a, button, select, summary, textarea'))
        .filter((one) => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24)
        .map((one) => one.outerHTML.slice(0, 80)),
    }));
    expect(width).toBe(320);
    expect(small).toEqual([]);
    await spanish.close();
  });
});
