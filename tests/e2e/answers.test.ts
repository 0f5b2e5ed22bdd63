/** Answers with labels: copied and shown with names, and the page never holds one. */

import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type BedPage, PAGES } from '../pages/pages.ts';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';

const NOTE = 'Maya Lopez and Omar Haddad were late. Write to ana.lopez@example.org.';
const NAMES = ['Maya', 'Lopez', 'lopez', 'Omar', 'Haddad'];

let browser: BedBrowser;
let tab: BedTab;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await tab.page.close();
  await browser.forgetSession();
  await (await browser.worker()).evaluate(() =>
    chrome.storage.local.remove(['copy-names', 'policy', 'keep-line', 'hide-details']),
  );
});

/** Pastes a note, takes the swapped text, and has the page answer with its labels. @returns the two labels of people */
async function converse(page: string): Promise<[string, string]> {
  tab = await browser.open(page);
  await tab.start('');
  await tab.paste(NOTE);
  await tab.choose('Use swapped text');
  await expect.poll(() => tab.text()).toContain('[Student ');
  const [maya = '', omar = ''] = (await tab.text()).match(/\[Student \d+\]/g) ?? [];
  await tab.bed(
    (bed, [maya, omar]) =>
      bed.answer(
        ['h3', 'A note home'],
        ['p', `${maya} was late, and so was `, ['strong', omar!], '.'],
        ['ul', ['li', `${maya}: call home`], ['li', 'Student 1 of 30 is not meant']],
        ['table', ['tr', ['td', omar!], ['td', '10 minutes']]],
      ),
    [maya, omar],
  );
  return [maya, omar];
}

/** Selects the last answer with the mouse's own command, and copies it with real keys. */
async function copyAnswer(): Promise<void> {
  await tab.place.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    const answer = [...document.querySelectorAll('[data-message-author-role="assistant"]')].at(-1)!;
    getSelection()!.selectAllChildren(answer);
  });
  await tab.press('Control+C');
}

async function copied(): Promise<{ text: string; html: string }> {
  return tab.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) =>
      item?.types.includes(type) ? (await item.getType(type)).text() : '';
    return { text: await read('text/plain'), html: await read('text/html') };
  });
}

/** The answer with names, in the page or in a window of its own. */
async function shownAnswer(): Promise<Frame> {
  const find = async () => {
    const frames = browser.context.pages().flatMap((page) => page.frames());
    for (const frame of frames.filter((one) => one.url().includes('/review.html'))) {
      if (
        await frame
          .getByRole('dialog', { name: 'The answer with names' })
          .isVisible()
          .catch(() => false)
      )
        return frame;
    }
    return null;
  };
  return vi.waitUntil(find, { timeout: 20_000 });
}

const wordsOf = (text: string) => text.split(/\s+/).join(' ').trim();

async function expectNoName(): Promise<void> {
  // What was typed and pasted before the swap is in the log as what it was: only the answer's part is looked at.
  const seen = await tab.everythingSeen();
  for (const name of NAMES) expect(seen).not.toContain(name);
}

describe('a copy', () => {
  test('keeps labels until the teacher has said so, then has names with their formatting', async () => {
    const [maya, omar] = await converse('react-textarea');
    await copyAnswer();
    await expect.poll(() => tab.notice()).toContain('Yes, with names');
    expect((await copied()).text).toContain(maya);
    await tab.pressInNotice('Yes, with names');
    await expect.poll(async () => (await copied()).text).toContain('Maya Lopez');

    await tab.page.evaluate(() => navigator.clipboard.writeText('-'));
    await copyAnswer();
    await expect.poll(async () => (await copied()).text).not.toBe('-');
    const { text, html } = await copied();
    expect(wordsOf(text)).toBe(
      'A note home Maya Lopez was late, and so was Omar Haddad. Maya Lopez: call home Student 1 of 30 is not meant Omar Haddad 10 minutes',
    );
    expect(html).toContain('<strong>Omar Haddad</strong>');
    expect(html).not.toContain(omar);
    await expectNoName();
    const copies = (await tab.events()).filter(({ type }) => type === 'copy');
    // The first one was the browser's own.
    expect(copies).toHaveLength(1);
  });

  test('keeps labels for good where the teacher wants that', async () => {
    const [maya] = await converse('prosemirror');
    await copyAnswer();
    await expect.poll(() => tab.notice()).toContain('No, keep labels');
    await tab.pressInNotice('No, keep labels');
    await expect
      .poll(async () => (await browser.worker()).evaluate(() => chrome.storage.local.get('copy-names')))
      .toEqual({ 'copy-names': 'labels' });
    await copyAnswer();
    await tab.page.waitForTimeout(500);
    expect((await copied()).text).toContain(maya);
    expect(await tab.notice()).not.toContain('Yes, with names');
  });

  test('of words without labels, or in the composer, is the browser’s own', async () => {
    await converse('react-textarea');
    await (await browser.worker()).evaluate(() => chrome.storage.local.set({ 'copy-names': 'names' }));
    await tab.page.waitForTimeout(200);
    await tab.bed((bed) => bed.clear(), null);
    await tab.place.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('h1')!));
    await tab.press('Control+C');
    const composer = await tab.text();
    await tab.page.locator('#message').click();
    await tab.press('Control+A');
    await tab.press('Control+C');
    await expect.poll(async () => (await copied()).text).toBe(composer);
    expect((await tab.events()).filter(({ type }) => type === 'copy')).toHaveLength(2);
  });

  test('with labels that nobody knows any more says so, and loses no word', async () => {
    await converse('react-textarea');
    await (await browser.worker()).evaluate(() => chrome.storage.local.set({ 'copy-names': 'names' }));
    await tab.page.waitForTimeout(200);
    await tab.bed((bed) => bed.answer(['p', '[Student 900001] sat with [Student 900002].']), null);
    await copyAnswer();
    await expect
      .poll(async () => wordsOf((await copied()).text))
      .toBe('[Student 900001] sat with [Student 900002].');
    await expect
      .poll(() => tab.notice())
      .toContain('I no longer know who [Student 900001] and [Student 900002] were.');
  });
});

describe('an answer that writes labels in its own ways', () => {
  /** The one page that is left out throws the review out, when it likes (hostile.test.ts). */
  const all = PAGES.filter(({ id }) => id !== 'frame-remover');
  /** `npm run test:long` goes through all of them, `npm test` through one of each kind. */
  const isFirst = ({ kind, frame }: BedPage, i: number) =>
    all.findIndex((one) => one.kind === kind && one.frame === frame) === i;
  const pages = process.env.CHALKLINE_REPORTS ? all : all.filter(isFirst);

  test.each(pages)('is copied and shown with names, and the page never has one: $id', async ({ id }) => {
    await (await browser.worker()).evaluate(() => chrome.storage.local.set({ 'copy-names': 'names' }));
    const [maya, omar] = await converse(id);
    const [m, o] = [maya, omar].map((label) => /\d+/.exec(label)![0]);
    await tab.bed(
      (bed, { maya, omar, m, o }) =>
        bed.answer(
          ['h3', 'Notes'],
          [
            'p',
            `Student ${m} was late. ${maya.toUpperCase()}’s mother called `,
            ['strong', omar.toLowerCase()],
            '.',
          ],
          ['ul', ['li', ['code', `[student_${m}]`], ': call home'], ['li', 'Student 1 of 30 is not meant']],
          ['p', `[Students ${m} and ${o}] sat with [Estudiante ${o}] and [Student 900001].`],
        ),
      { maya, omar, m, o },
    );
    await copyAnswer();
    const restored =
      'Notes Maya Lopez was late. Maya Lopez’s mother called Omar Haddad. Maya Lopez: call home Student 1 of 30 is not meant Maya Lopez and Omar Haddad sat with Omar Haddad and [Student 900001].';
    if (id === 'iframe-sandbox') {
      // Nobody may write to the clipboard there: it is said, and the next copy is the browser's own.
      await expect
        .poll(async () => (await tab.notice()).join(' '))
        .toContain('Copy again to get the text with labels.');
    } else {
      await expect.poll(async () => wordsOf((await copied()).text)).toBe(restored);
    }
    await tab.page.evaluate(() => navigator.clipboard.writeText('-'));
    expect((await tab.events()).filter(({ type }) => type === 'copy')).toEqual([]);

    expect(await browser.showAnswer(tab)).toBe(true);
    const frame = await shownAnswer();
    expect(wordsOf(await frame.locator('article').innerText())).toBe(restored);
    expect(await frame.locator('mark').count()).toBe(7);
    await expectNoName();
  });
});

describe('an answer that is shown with names', () => {
  test('is copied, hidden from a room, and saved as a Word file', async () => {
    await converse('react-textarea');
    await browser.showAnswer(tab);
    const frame = await tab.review('The answer with names');
    await frame.getByRole('button', { name: 'Copy with names' }).click();
    expect((await copied()).text).toBe(
      'A note home\n\nMaya Lopez was late, and so was Omar Haddad.\n\n- Maya Lopez: call home\n- Student 1 of 30 is not meant\n\nOmar Haddad\t10 minutes',
    );
    const [file] = await Promise.all([
      tab.page.waitForEvent('download'),
      frame.getByRole('button', { name: 'Save as a Word file' }).click(),
    ]);
    const parts = unzipSync(readFileSync(await file.path()));
    const document = new TextDecoder().decode(parts['word/document.xml']);
    expect(document.replace(/<[^>]*>/g, ' ')).toMatch(/Maya Lopez was late, and so was Omar Haddad\./);
    await frame.getByRole('button', { name: 'Hide details' }).click();
    expect(
      await frame
        .locator('mark')
        .first()
        .evaluate((one) => getComputedStyle(one).getPropertyValue('-webkit-text-security')),
    ).toBe('disc');
  });
});

describe('what stands in', () => {
  test('an invented name goes out, and comes back from a streamed answer; a paste of the answer is not asked about', async () => {
    await (await browser.worker()).evaluate(() =>
      chrome.storage.local.set({
        policy: { aliasStyles: { 'person-name': 'stand-in' } },
        'copy-names': 'names',
      }),
    );
    tab = await browser.open('prosemirror');
    await tab.start('');
    await tab.paste(
      'Maya Lopez and Omar Haddad were late. Maya’s mom called. Write to ana.lopez@example.org.',
    );
    const review = await tab.review();
    await expect.poll(() => review.locator('mark ins').allInnerTexts()).not.toContain('…');
    const [maya = '', omar = ''] = await review.locator('mark ins').allInnerTexts();
    const first = maya.split(' ')[0]!;
    await tab.choose('Use swapped text');
    await expect.poll(() => tab.text()).toMatch(/\[Email \d+\]/);
    const sent = (await tab.text()).replace(/\[Email \d+\]/, '[Email #]');
    expect(sent).toBe(`${maya} and ${omar} were late. ${first}’s mom called. Write to [Email #].`);
    for (const name of NAMES) expect(sent).not.toContain(name);

    await tab.bed(
      (bed, [maya, omar, first]) =>
        bed.answer(['p', `${maya} was late. `, ['strong', first!], ` can call, and ${omar}’s desk is free.`]),
      [maya, omar, first],
    );
    await copyAnswer();
    await expect
      .poll(async () => wordsOf((await copied()).text))
      .toBe('Maya Lopez was late. Maya can call, and Omar Haddad’s desk is free.');
    expect((await copied()).html).toContain('<strong>Maya</strong>');
    await expectNoName();

    expect(await browser.showAnswer(tab)).toBe(true);
    const frame = await tab.review('The answer with names');
    expect(wordsOf(await frame.locator('article').innerText())).toContain('Omar Haddad’s desk is free.');
    await tab.press('Escape');
    await expect.poll(() => tab.reviewing()).toBe(false);

    const answer = `${maya} was late. ${first} can call.`;
    await tab.start('');
    await tab.paste(answer);
    await expect.poll(() => tab.text()).toBe(answer);
    expect(await tab.reviewing()).toBe(false);
  });

  test('a Spanish note has Spanish labels, and once the line that asks to keep them', async () => {
    tab = await browser.open('prosemirror');
    await tab.start('');
    const note = 'Estimada familia: Maya Lopez llegó tarde a la escuela con Omar Haddad.';
    await tab.paste(note);
    const review = await tab.review();
    const box = review.getByRole('checkbox', { name: /Deje las etiquetas como \[Estudiante \d+\]/ });
    await box.check();
    await expect.poll(() => review.locator('.added-line').innerText()).toContain('Deje las etiquetas');
    await tab.choose('Use swapped text');
    await expect.poll(() => tab.text()).toContain('exactamente como están.');
    const [, one = '', two = ''] =
      /(\[Estudiante \d+\]).*(\[Estudiante \d+\])\./.exec(await tab.text()) ?? [];
    expect((await tab.text()).replace(/\n+/g, '\n')).toBe(
      `Estimada familia: ${one} llegó tarde a la escuela con ${two}.\n` +
        `Deje las etiquetas como ${one} exactamente como están.`,
    );
    await (await browser.worker()).evaluate(() => chrome.storage.local.set({ 'copy-names': 'names' }));
    await tab.bed((bed, [one, two]) => bed.answer(['p', `${one} y ${two} pueden llamar.`]), [one, two]);
    await copyAnswer();
    await expect
      .poll(async () => (await copied()).text.trim())
      .toBe('Maya Lopez y Omar Haddad pueden llamar.');
    await expectNoName();

    // Typed, sent, and without the line: this conversation has had it.
    await tab.start('');
    await tab.page.keyboard.type('Ayuda a Aisha Khan y a Maya Lopez con la tarea de hoy.', { delay: 2 });
    await tab.press('Enter');
    await tab.choose('Use swapped text');
    const sent = () => tab.bed((bed) => bed.sent.at(-1), null);
    await expect
      .poll(sent)
      .toMatch(/^Ayuda a \[Estudiante \d+\] y a \[Estudiante \d+\] con la tarea de hoy\.$/);
    expect(await sent()).toContain(one);
  });

  test('the line is put behind what was typed, and sent with it', async () => {
    await (await browser.worker()).evaluate(() => chrome.storage.local.set({ 'keep-line': true }));
    for (const id of ['react-textarea', 'prosemirror', 'lexical']) {
      tab = await browser.open(id);
      await tab.start('');
      await tab.page.keyboard.type('Please write a note about Maya Lopez.', { delay: 2 });
      await tab.press('Enter');
      await tab.choose('Use swapped text');
      const sent = () => tab.bed((bed) => bed.sent.at(-1)?.replace(/\s+/g, ' '), null);
      await expect
        .poll(sent)
        .toMatch(/^Please write a note about (\[Student \d+\])\. Keep labels like \1 exactly as they are\.$/);
      if (id !== 'lexical') await tab.page.close();
      await browser.forgetSession();
    }
  });
});
