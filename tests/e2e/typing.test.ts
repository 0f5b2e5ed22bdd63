/** What a teacher sees while she types, with real keys in real editors. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';
import { FLAGGED, numberless, SWAPPED } from './editor-suite.ts';

const CHIP = '2 student details';

let browser: BedBrowser;
let tab: BedTab;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => tab?.page.close());

/** What is underlined, as any script of the page can read it. */
const underlined = () =>
  tab.bed(() => {
    const marks = [...(CSS as unknown as { highlights: Map<string, Set<Range>> }).highlights];
    return marks.map(([name, ranges]) => [name, ...[...ranges].map(String)]);
  }, null);
const chipped = async () => (await tab.notice()).some((words) => /student details?$/.test(words));
/** What stands right below the root beside head and body, but for the review that is kept ready. */
const added = () =>
  tab.bed(() => [...document.documentElement.children].map(({ localName }) => localName).join(), null);
const type = (text: string) => tab.page.keyboard.type(text, { delay: 5 });

describe.each(['prosemirror', 'lexical', 'quill'])('%s', (id) => {
  test('names are underlined and counted, nothing is changed, and both go when they go', async () => {
    tab = await browser.open(id);
    await tab.start('');
    await type('Plan a lesson. ');
    await tab.page.waitForTimeout(700);
    expect([await underlined(), await chipped()]).toEqual([[], false]);
    await type(FLAGGED);
    await expect.poll(underlined).toEqual([['chalkline', 'Maya Lopez', '204418']]);
    expect(await chipped()).toBe(true);
    expect(await tab.text()).toBe(`Plan a lesson. ${FLAGGED}`);
    expect(await tab.reviewing()).toBe(false);
    // What the page can see of it is that something of ours is there, and where the words are.
    expect((await tab.bed((bed) => bed.mutations, null)).join('\n')).not.toMatch(/Maya|204418|details/);
    await tab.press('Control+A');
    await tab.press('Delete');
    await expect.poll(underlined).toEqual([]);
    await expect.poll(chipped).toBe(false);
  });
});

describe('the chip', () => {
  test('of a text box opens the review; what was chosen there is not asked again', async () => {
    tab = await browser.open('react-textarea');
    await tab.start('');
    await type(`Please help. ${FLAGGED} Thank you.`);
    await expect.poll(chipped).toBe(true);
    await tab.pressInNotice(CHIP);
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe(`Please help. ${SWAPPED} Thank you.`);
    await expect.poll(chipped).toBe(false);
    // Only what differs was replaced, each as one step that can be undone.
    await tab.focused();
    await tab.press('Control+z');
    await tab.press('Control+z');
    expect(await tab.text()).toBe(`Please help. ${FLAGGED} Thank you.`);
    await expect.poll(chipped).toBe(true);
    await tab.pressInNotice(CHIP);
    await tab.choose('Use original');
    await expect.poll(chipped).toBe(false);
    await tab.focused();
    await tab.press('Enter');
    await expect.poll(() => tab.bed((bed) => bed.sent, null)).toEqual([`Please help. ${FLAGGED} Thank you.`]);
    expect(await tab.reviewing()).toBe(false);
  });

  test('is reached by keyboard, stands in the window, and goes when the page clears the composer', async () => {
    tab = await browser.open('strict-csp-none');
    await tab.start('');
    await type(FLAGGED);
    await expect.poll(chipped).toBe(true);
    await tab.press('Alt+Shift+U');
    await tab.press('Enter');
    await tab.review();
    await tab.choose('Cancel');
    await expect.poll(() => tab.text()).toBe(FLAGGED);
    await tab.page.setViewportSize({ width: 320, height: 300 });
    await expect.poll(chipped).toBe(true);
    await tab.bed((bed) => bed.set(''), null);
    await expect.poll(chipped).toBe(false);
  });
});

test('what an input method still composes is not read; when it has ended, it is', async () => {
  tab = await browser.open('prosemirror');
  await tab.start('');
  const session = await tab.page.context().newCDPSession(tab.page);
  const text = 'Maya Lopez was late.';
  await session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
  await tab.page.waitForTimeout(900);
  expect([await underlined(), await chipped()]).toEqual([[], false]);
  await session.send('Input.insertText', { text });
  await expect.poll(underlined).toEqual([['chalkline', 'Maya Lopez']]);
});

test('clean typing leaves the page as it was', async () => {
  tab = await browser.open('prosemirror');
  await tab.start('');
  await tab.reviewFrame();
  const before = await added();
  await type('Plan a lesson on fractions. Use number lines.');
  await tab.page.waitForTimeout(900);
  expect([await added(), await underlined()]).toEqual([before, []]);
});
