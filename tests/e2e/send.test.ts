/** Sending, with real keys and presses on real editors: held, asked about, swapped in place, and sent once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';
import { FLAGGED, numberless, SWAPPED } from './editor-suite.ts';

let browser: BedBrowser;
let tab: BedTab;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The tab of a page: one for all cases that are about it. */
async function at(id: string): Promise<void> {
  if (tab?.info.id === id && !tab.page.isClosed()) return;
  await tab?.page.close();
  tab = await browser.open(id);
}
const sent = () => tab.bed((bed) => bed.sent, null);
const sentNumberless = async () => (await sent()).map(numberless);
const type = (text: string) => tab.page.keyboard.type(text, { delay: 2 });
const AGAIN = 'Your text is still here. Please press send again.';

/** Empties a composer and types into it. */
async function write(text: string, field?: string): Promise<void> {
  await tab.start('', 0, 0, field);
  await type(text);
}

/** Presses a control of the page, as a hand does. */
async function click(selector: string): Promise<void> {
  const control = tab.page.locator(selector);
  // What was sent before pushes it down.
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  const clicked = tab.page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
  // A press that opens the review is acknowledged late.
  await Promise.race([clicked, tab.page.waitForTimeout(2000)]);
}

describe.each(['react-textarea', 'prosemirror', 'lexical', 'quill'])('%s', (id) => {
  test('clean it is not touched; with a name it is held, swapped in place and sent once, later without a question', async () => {
    await at(id);
    await write('Plan a lesson on fractions.');
    await tab.press('Enter');
    await expect.poll(sent).toEqual(['Plan a lesson on fractions.']);
    const keys = (await tab.events()).filter(({ type, key }) => type === 'keydown' && key === 'Enter');
    expect(keys.map(({ isTrusted }) => isTrusted)).toEqual([true]);

    await write(`Help me. ${FLAGGED} Thanks.`);
    await tab.press('Enter');
    // An impatient hand.
    await tab.page.keyboard.press('Enter');
    await tab.review();
    expect(await sent()).toEqual([]);
    await tab.choose('Use swapped text');
    await expect.poll(sentNumberless).toEqual([`Help me. ${SWAPPED} Thanks.`]);
    await expect.poll(() => tab.text()).toBe('');
    await tab.page.waitForTimeout(300);
    expect(await sentNumberless()).toEqual([`Help me. ${SWAPPED} Thanks.`]);

    await tab.focused();
    await write('Maya Lopez did better.');
    await tab.press('Enter');
    await expect.poll(sentNumberless).toEqual(['[Student #] did better.']);
    await expect.poll(() => tab.notice()).toContain('Swapped 1 detail');
    expect(await tab.reviewing()).toBe(false);
  });

  test('as it is, or not at all, where the teacher says so', async () => {
    await at(id);
    const other = 'Devon Carter (ID 775501) was early.';
    await write(other);
    await tab.press('Enter');
    await tab.choose('Cancel');
    await tab.focused();
    expect([await tab.text(), await sent()]).toEqual([other, []]);
    await tab.press('Enter');
    await tab.choose('Use original');
    await expect.poll(sent).toEqual([other]);
    await expect.poll(() => tab.text()).toBe('');
  });
});

describe('each way of sending', () => {
  test.each<[string, string, () => Promise<void>]>([
    ['keydown', 'Ava Alvarez', () => tab.press('Enter')],
    ['click', 'Ben Brooks', () => click('#click-send')],
    ['pointerdown', 'Chloe Chen', () => click('#pointerdown-send')],
    ['submit', 'Diego Dawson', () => click('#submit-send')],
    ['unlabelled', 'Elena Ellis', () => click('#unlabelled-send')],
  ])('%s', async (field, name, go) => {
    await at('senders');
    await write(`${name} was late.`, field);
    if (field === 'unlabelled') {
      // What plainly does something else is pressed as ever.
      await click('#think');
      expect(await tab.page.locator('#think').getAttribute('aria-pressed')).toBe('true');
    }
    await go();
    await tab.choose('Use swapped text');
    await expect.poll(sentNumberless).toEqual(['[Student #] was late.']);
    await tab.page.waitForTimeout(300);
    expect(await sent()).toHaveLength(1);
    // Clean, the page gets the hand's own event.
    await tab.focused();
    await write('A clean one.', field);
    await go();
    await expect.poll(sent).toEqual(['A clean one.']);
    const fired = (await tab.events()).filter(({ type }) =>
      ['keydown', 'pointerdown', 'click'].includes(type),
    );
    expect(fired.filter(({ isTrusted }) => !isTrusted)).toEqual([]);
  });

  test('a site that hears only a hand: it is said, never done twice, and the next press goes through', async () => {
    await at('senders');
    await write('Finn Flores was late.', 'trusted');
    await tab.press('Enter');
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe('[Student #] was late.');
    await expect.poll(() => tab.notice(), { timeout: 8000 }).toContain(AGAIN);
    expect(await sent()).toEqual([]);
    await tab.focused();
    await tab.press('Enter');
    await expect.poll(sentNumberless).toEqual(['[Student #] was late.']);
  });
});

test('what was pasted as it is goes out as it is: one dialog in all', async () => {
  await at('prosemirror');
  await tab.start('');
  await tab.paste('Grace Gupta (ID 664410) was late.');
  await tab.choose('Use original');
  await tab.focused();
  await type(' Write a note.');
  await tab.press('Enter');
  await expect.poll(sent).toEqual(['Grace Gupta (ID 664410) was late. Write a note.']);
  expect(await tab.reviewing()).toBe(false);
});

test('a composer that does not take the swapped text: nothing is sent, and the text is offered', async () => {
  await at('react-textarea');
  await write('Hassan Huang was late.');
  await tab.press('Enter');
  await tab.review();
  await tab.page.evaluate(() => document.querySelector('textarea')?.setAttribute('readonly', ''));
  await tab.page.waitForTimeout(600);
  await tab.click(await tab.review(), 'Use swapped text');
  const offered = () =>
    tab.page
      .frames()
      .find((frame) => frame.url().includes('/review.html'))
      ?.locator('textarea[readonly]')
      .inputValue({ timeout: 200 })
      .catch(() => '');
  await expect.poll(async () => numberless((await offered()) ?? '')).toBe('[Student #] was late.');
  expect([await tab.text(), await sent()]).toEqual(['Hassan Huang was late.', []]);
});

test('in a frame that is too small for any dialog', async () => {
  await at('iframe-small');
  await write('Ivy Ibrahim was late.');
  await tab.press('Enter');
  await tab.choose('Use swapped text');
  await expect.poll(sentNumberless).toEqual(['[Student #] was late.']);
});
