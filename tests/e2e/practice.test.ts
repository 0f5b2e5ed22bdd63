/**
 * A trainer's demonstration with the keyboard alone and the network off: in the extension, and from the folder that opens
 * by a double click.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { contentIn } from '../../lib/practice/content.ts';
import type { Spoken } from '../../lib/words.ts';
import locale from '../../locales/practice.json' with { type: 'json' };
import { launch } from './bed-browser.ts';

const FOLDER = pathToFileURL(resolve('.output/practice-usb/index.html')).href;
/** A projector of a school. */
const PROJECTOR = { width: 1024, height: 768 };
const NAMES = /Mateo|Delgado|730121|rosa|0142/i;

/** Moves the focus with Tab until it is on a control of that name, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate((wanted) => {
      const one = document.activeElement;
      const label = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : null;
      return [one?.getAttribute('aria-label'), label, one?.textContent].some(
        (text) => text?.trim() === wanted,
      );
    }, name);
    if (found) return;
  }
  throw new Error(`Tab never came to ${name}.`);
}

/** By how much a step does not fit on the projector, in pixels: downwards, sideways, and the page itself. */
function cutOff(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const stage = document.querySelector('.stage')!;
    return [
      stage.scrollHeight - stage.clientHeight,
      stage.scrollWidth - stage.clientWidth,
      document.scrollingElement!.scrollHeight - innerHeight,
    ];
  });
}
const FITS = [0, 0, 0];

/** How many sheets of paper a page takes. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'Letter' });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

async function reviewOf(page: Page, title: string): Promise<Frame> {
  const find = () => page.frames().find((frame) => new URL(frame.url()).pathname.endsWith('/review.html'));
  await expect.poll(() => find() !== undefined, { timeout: 10_000 }).toBe(true);
  const frame = find() as Frame;
  await frame.getByRole('dialog', { name: title }).waitFor({ timeout: 10_000 });
  // Its buttons answer after a moment.
  await page.waitForTimeout(700);
  return frame;
}

/** The agenda of 30 minutes, from its first step to its last. */
async function demonstrate(page: Page, language: Spoken): Promise<void> {
  const words = locale[language];
  const { agenda, school } = contentIn(language);
  const title = { en: 'Check before you share', es: 'Revise antes de compartir' }[language];
  const next = async () => {
    await page.keyboard.press('PageDown');
    expect(await cutOff(page)).toEqual(FITS);
  };
  const shows = (text: string) => page.getByText(text, { exact: false }).first().waitFor();

  await tabTo(page, words.minutes.replace('{0}', '30'));
  await page.keyboard.press('Enter');
  await shows(words.step.replace('{0}', '1').replace('{1}', '3'));

  // Predict first: hands are counted, and a number under ten is not shown.
  const [none, few, many] = agenda.steps.predict!.choices!;
  for (const [choice, hands] of [
    [none, '4'],
    [few, '12'],
    [many, '19'],
  ]) {
    await tabTo(page, words['hands-for'].replace('{0}', choice!));
    await page.keyboard.type(hands!);
  }
  await page.keyboard.press('Enter');
  await shows(words.hands.replace('{0}', '19'));
  const hands = await page.locator('.hands').innerText();
  expect(hands).toContain(words.hands.replace('{0}', '12'));
  expect(hands).toContain(words['hands-few']);
  expect(hands).not.toMatch(/\b4\b/);
  expect(await page.locator('.hands input').count()).toBe(0);
  await next();
  await shows(words.found.replace('{0}', '6'));
  expect(await page.locator('.stage .saw').innerText()).not.toMatch(NAMES);
  await next();
  await next();
  await shows(words['found-none']);
  await page.keyboard.press('PageUp');
  expect(await page.getByText(words['found-none']).count()).toBe(0);
  await next();

  // Before and after: a real paste goes through the real guard.
  await next();
  const box = page.locator('#composer');
  // While somebody writes, the keys of the presentation are only keys.
  await box.focus();
  await page.keyboard.type('ab');
  for (const key of ['ArrowLeft', 'PageDown', 'Backspace', 'Backspace']) await page.keyboard.press(key);
  expect(await box.inputValue()).toBe('');
  await shows(words.step.replace('{0}', '2').replace('{1}', '3'));
  await tabTo(page, words.copy);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+V');
  const frame = await reviewOf(page, title);
  const label = language === 'es' ? '[Estudiante 1]' : '[Student 1]';
  await frame.press('body', 'Enter').catch(() => {});
  await expect.poll(() => box.inputValue(), { timeout: 10_000 }).toContain(label);
  expect(await box.inputValue()).not.toMatch(NAMES);
  await page.keyboard.press('Control+Enter');
  await page.locator('.answer').waitFor();
  const note = school.samples.find(({ id }) => id === 'note')!.text;
  expect(await page.locator('.wrote .told').innerText()).toBe(note);
  expect(await page.locator('.saw .told').innerText()).toContain(`${label} (`);
  expect(await page.locator('.answer').innerText()).toContain(label);
  await expect.poll(() => cutOff(page)).toEqual(FITS);
  await next();
  await shows(agenda.steps.pairs!.after!);

  // The puzzle: two details, and the policy in force.
  await next();
  await next();
  for (const detail of school.puzzle.details.slice(0, 2)) {
    await shows(words['puzzle-go']);
    await tabTo(page, detail);
    await page.keyboard.press('Space');
  }
  await shows(words['puzzle-stop']);
  expect(await cutOff(page)).toEqual(FITS);

  // One key, and everything is as at the start.
  await page.keyboard.press('Backspace');
  await shows(words['reset-done']);
  await shows(words.step.replace('{0}', '1').replace('{1}', '7'));
  // The labels begin anew only where nothing outlives the page; that the guard asks again is seen in both.
  await page.evaluate(() => {
    location.hash = '#room';
  });
  await tabTo(page, words.copy);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+V');
  await reviewOf(page, title);
}

/** Opens the notes in a window, which look there as they do beside the step. */
async function notesWindow(page: Page, language: 'en' | 'es'): Promise<Page> {
  const looks = (of: Page) =>
    of
      .locator('.notes h2')
      .first()
      .evaluate((one) => {
        const { fontFamily, fontSize, color } = getComputedStyle(one);
        return { fontFamily, fontSize, color, margin: getComputedStyle(document.body).margin };
      });
  const here = await looks(page);
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: locale[language]['notes-window'] }).click();
  const notes = await opened;
  await expect.poll(() => looks(notes)).toEqual(here);
  return notes;
}

test('a demonstration of 30 minutes in the extension', async () => {
  const browser = await launch({ viewport: PROJECTOR });
  await browser.context.setOffline(true);
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/practice.html#present`);
  const { agenda } = contentIn('en');
  // Notes for a second screen, whose keys count too.
  const notes = await notesWindow(page, 'en');
  await notes.getByText(agenda.steps.start!.notes[0]!).waitFor();
  expect(await page.locator('.notes').count()).toBe(0);
  await notes.keyboard.press('PageDown');
  await notes.getByText(agenda.steps.predict!.notes[0]!).waitFor();
  await page.getByRole('heading', { name: agenda.steps.predict!.title }).waitFor();
  await notes.close();
  await page.getByRole('button', { name: locale.en.notes, exact: true }).click();
  await demonstrate(page, 'en');
  await browser.close();
}, 60_000);

test('the same from the folder, in Spanish, where nothing asks for anything', async () => {
  const browser = await launch({ extension: null, language: 'es-MX', viewport: PROJECTOR });
  const asked: string[] = [];
  browser.context.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) asked.push(request.url());
  });
  await browser.context.setOffline(true);
  const page = await browser.context.newPage();
  await page.goto(FOLDER);
  expect(await page.locator('.usb-banner').innerText()).toBe(locale.es.usb);
  await page.goto(`${FOLDER}#present`);
  await page.locator('.present').waitFor();
  await (await notesWindow(page, 'es')).close();
  await page.getByRole('button', { name: locale.es.notes, exact: true }).click();
  await demonstrate(page, 'es');
  // The agenda of 90 minutes fits the projector too, to its end, in the longer of the languages.
  await page.goto(`${FOLDER}#present`);
  await page.reload();
  const last = page.getByText(locale.es.step.replace('{0}', '7').replace('{1}', '7'));
  for (let more = 2; more > 0; ) {
    expect(await cutOff(page)).toEqual(FITS);
    // The last step has two parts.
    if ((await last.count()) > 0) more -= 1;
    await page.keyboard.press('PageDown');
  }
  // The handout is one sheet of paper, in colour and in grey.
  await page.goto(`${FOLDER}#handout`);
  await page.reload();
  for (const language of ['Español', 'English']) {
    await page.getByRole('button', { name: language }).click();
    expect(await sheetsOf(page)).toBe(1);
  }
  await page.getByRole('button', { name: locale.en.grey }).click();
  expect(await sheetsOf(page)).toBe(1);
  expect(asked).toEqual([]);
  // Nothing of it was kept.
  expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});
  await browser.close();
}, 60_000);
