/** Paste, review and swap in Firefox, with real keys and a real clipboard. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { FLAGGED, numberless, SWAPPED } from './editor-suite.ts';
import {
  ARMED_MS,
  type Clip,
  type FirefoxBed,
  type FirefoxTab,
  launchFirefox,
  PATIENT,
  pause,
} from './firefox-browser.ts';

const CLEAN = 'Plan a lesson on fractions.\nUse number lines.\nEnd with an exit ticket.';
const CLEAN_HTML = '<h2>Fractions</h2><p>Use <b>number lines</b> and <i>two</i> worked examples.</p>';
const FLAGGED_LINES = 'Maya Lopez was late.\nWrite to ana.lopez@example.org.\nHer ID is 204418.';
const SWAPPED_LINES = '[Student #] was late.\nWrite to [Email #].\nHer ID is [ID #].';
const RAW = ['Maya', 'Lopez', 'lopez', '204418'];

let guarded: FirefoxBed;
let plain: FirefoxBed;
let tab: FirefoxTab;
beforeAll(async () => {
  [guarded, plain] = await Promise.all([launchFirefox(), launchFirefox(null)]);
});
afterAll(() => Promise.all([guarded.close(), plain.close()]));
afterEach(() => tab?.page.close());

const swapped = async () => numberless(await tab.text());

async function expectNothingRaw(): Promise<void> {
  const seen = await tab.everythingSeen();
  expect(seen).toContain('keydown');
  expect(RAW.filter((word) => seen.includes(word))).toEqual([]);
}

/** A tab whose detector is there: the first paste of a page may have to wait for it. */
async function openWarm(bed: FirefoxBed, id: string, copied: Clip): Promise<FirefoxTab> {
  const one = await bed.open(id, { copied });
  await one.start();
  await one.press('Control', 'v');
  await expect.poll(() => one.text(), PATIENT).not.toBe('');
  await one.start();
  return one;
}

/** What model and page know. */
async function known(one: FirefoxTab) {
  const [text, formatted] = await one.bed((bed) => [bed.text(), bed.html?.()], null);
  const events = (await one.events()).filter(({ type }) => !/^(pointer|focus|selectionchange)/.test(type));
  return { text, formatted, events, review: await one.reviewing() };
}

describe.each(['prosemirror', 'react-textarea'])('%s in Firefox', (id) => {
  test.each([
    ['plain', { text: CLEAN }],
    ['formatted', { html: CLEAN_HTML }],
  ])('a clean %s paste reaches the page as without Chalkline', async (_what, clip) => {
    const one = await openWarm(plain, id, clip);
    await one.press('Control', 'v');
    await pause(150);
    const without = await known(one);
    await one.page.close();
    expect(without.text).toContain('number lines');
    expect(without.events.map(({ type }) => type)).toContain('paste');
    tab = await openWarm(guarded, id, clip);
    await tab.press('Control', 'v');
    await expect.poll(() => known(tab), PATIENT).toEqual(without);
  });

  test('a flagged paste is swapped, undone by one key, and the page learns nothing of it', async () => {
    tab = await guarded.open(id, { copied: { text: FLAGGED_LINES } });
    await tab.start('before after', 7);
    await tab.press('Control', 'v');
    const review = await tab.review();
    await expect
      .poll(() => review.evaluate(() => document.activeElement?.textContent))
      .toBe('Use swapped text');
    await expectNothingRaw();
    await tab.useSwapped();
    await expect.poll(() => swapped(), PATIENT).toBe(`before ${SWAPPED_LINES}after`);
    await expectNothingRaw();
    await tab.press('Control', 'z');
    await expect.poll(() => tab.text(), PATIENT).toBe('before after');
  });

  test('Esc changes nothing and gives caret and clipboard back', async () => {
    tab = await guarded.open(id, { copied: { text: FLAGGED } });
    await tab.start('before after', 7);
    await tab.press('Control', 'v');
    await tab.review();
    await tab.press('Escape');
    await expect.poll(() => tab.reviewing(), PATIENT).toBe(false);
    await tab.focused();
    await tab.page.keyboard.type('X');
    await expect.poll(() => tab.text(), PATIENT).toBe('before Xafter');
    await expectNothingRaw();
    await tab.press('Control', 'v');
    await tab.useSwapped();
    await expect.poll(() => swapped(), PATIENT).toBe(`before X${SWAPPED}after`);
  });

  test('Enter in the same breath neither sends nor chooses', async () => {
    tab = await guarded.open(id, { copied: { text: FLAGGED } });
    await tab.start('draft:');
    await tab.hearLate(true);
    await tab.press('Control', 'v');
    await tab.press('Enter');
    await tab.review();
    await tab.press('Enter');
    await pause(200);
    expect(await tab.reviewing()).toBe(true);
    expect(await tab.bed((bed) => [bed.text(), ...bed.sent], null)).toEqual(['draft:']);
    await tab.hearLate(false);
    await tab.useSwapped();
    await expect.poll(() => swapped(), PATIENT).toBe(`draft:${SWAPPED}`);
    await tab.press('Enter');
    await expect.poll(() => tab.bed((bed) => bed.sent.length, null), PATIENT).toBe(1);
  });
});

describe('typing and sending in Firefox', () => {
  test.each(['prosemirror', 'react-textarea', 'lexical'])('%s', async (id) => {
    tab = await guarded.open(id);
    await tab.start();
    await tab.page.keyboard.type(`Help. ${FLAGGED} Thanks.`);
    if (id !== 'react-textarea') {
      const ranges = () => [
        ...((CSS as unknown as { highlights: Map<string, Set<Range>> }).highlights.get('chalkline') ?? []),
      ];
      const underlined = async () => tab.page.evaluate(`(${ranges})().map(String)`);
      await expect.poll(underlined, PATIENT).toEqual(['Maya Lopez', '204418']);
    }
    await tab.press('Enter');
    await tab.review();
    expect(await tab.bed((bed) => bed.sent, null)).toEqual([]);
    await tab.useSwapped();
    const sent = async () => (await tab.bed((bed) => bed.sent, null)).map(numberless);
    await expect.poll(sent, PATIENT).toEqual([`Help. ${SWAPPED} Thanks.`]);
    await pause(300);
    expect([await sent(), await tab.text()]).toEqual([[`Help. ${SWAPPED} Thanks.`], '']);
  });
});

describe('other places in Firefox', () => {
  test.each(['tiptap', 'lexical', 'quill', 'iframe-small', 'iframe-sandbox', 'coep', 'strict-csp'])(
    'a flagged paste is swapped: %s',
    async (id) => {
      tab = await guarded.open(id, { copied: { text: FLAGGED_LINES } });
      await tab.start();
      await tab.press('Control', 'v');
      await tab.useSwapped();
      await expect.poll(() => swapped(), PATIENT).toBe(SWAPPED_LINES);
      await expectNothingRaw();
    },
  );

  test('what was chosen before goes in without asking, and Undo is reached by keyboard', async () => {
    tab = await guarded.open('prosemirror', { copied: { text: FLAGGED } });
    await tab.start();
    await tab.press('Control', 'v');
    await tab.useSwapped();
    await expect.poll(() => swapped(), PATIENT).toBe(SWAPPED);
    await tab.start('before ');
    await tab.press('Control', 'v');
    await expect.poll(() => swapped(), PATIENT).toBe(`before ${SWAPPED}`);
    expect(await tab.reviewing()).toBe(false);
    await pause(300);
    await tab.press('Alt', 'Shift', 'U');
    await tab.press('Tab');
    await tab.press('Enter');
    await tab.review();
    expect(await tab.text()).toBe('before ');
    await tab.useSwapped();
    await expect.poll(() => swapped(), PATIENT).toBe(`before ${SWAPPED}`);
  });

  test('a paste while the page still loads fetches the detector and is swapped', async () => {
    tab = await guarded.open('react-textarea', { copied: { text: FLAGGED }, unfinished: true });
    await tab.start();
    await tab.press('Control', 'v');
    await tab.useSwapped();
    await expect.poll(() => swapped(), PATIENT).toBe(SWAPPED);
    expect(await tab.page.evaluate(() => document.readyState)).toBe('loading');
  });

  test('the review moves to a window of its own where the page throws it out', async () => {
    tab = await guarded.open('frame-remover', { copied: { text: FLAGGED } });
    await tab.start();
    await tab.press('Control', 'v');
    const own = await guarded.reviewWindow();
    await pause(ARMED_MS);
    await own.keyboard.press('Enter');
    await expect.poll(() => swapped(), PATIENT).toBe(SWAPPED);
    await expectNothingRaw();
  });
});

/** A drop or paste of a file that a script makes up: Firefox lets a test make neither by hand. */
function bringFile(way: 'drop' | 'paste', text: string): Promise<void> {
  return tab.page.evaluate(
    (way, text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'roster.txt', { type: 'text/plain' }));
      const init = { bubbles: true, cancelable: true };
      if (way === 'drop') {
        document
          .querySelector('#drop')
          ?.dispatchEvent(new DragEvent('drop', { ...init, dataTransfer: data }));
        return;
      }
      const paste = new ClipboardEvent('paste', { ...init, clipboardData: data });
      // It brings data of its own.
      if (paste.clipboardData?.files.length === 0) paste.clipboardData.items.add(data.files[0]!);
      document.querySelector('#message')?.dispatchEvent(paste);
    },
    way,
    text,
  );
}

test('a file by field, drop and paste in Firefox: held, and the page gets the swapped copy once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chalkline-files-'));
  const roster = join(folder, 'roster.txt');
  writeFileSync(roster, FLAGGED_LINES);
  tab = await guarded.open('file-input');
  await (await tab.page.$('input#file'))?.uploadFile(roster);
  await tab.review();
  expect(await tab.bed((bed) => bed.files, null)).toEqual([]);
  await tab.useSwapped();
  const given = async () => {
    const files = await tab.bed((bed) => bed.files?.map(({ via, text }) => [via, text]), null);
    return files?.map((one) => one.map(numberless));
  };
  await expect.poll(given, PATIENT).toEqual([['file', SWAPPED_LINES]]);
  await bringFile('drop', FLAGGED_LINES);
  await tab.useSwapped();
  await bringFile('paste', FLAGGED_LINES);
  await tab.useSwapped();
  const all = ['file', 'drop', 'paste'].map((via) => [via, SWAPPED_LINES]);
  await expect.poll(given, PATIENT).toEqual(all);
  const seen = await tab.everythingSeen();
  expect(RAW.filter((word) => seen.includes(word))).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('a picture in Firefox: its words are read when asked for, and the page gets one with boxes', async () => {
  tab = await guarded.open('file-input');
  await tab.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(480, 80);
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, 480, 80);
    context.fillStyle = '#000000';
    context.font = '20px sans-serif';
    context.fillText('Maya Lopez was late on Tuesday.', 20, 45);
    const data = new DataTransfer();
    data.items.add(new File([await canvas.convertToBlob()], 'note.png', { type: 'image/png' }));
    document
      .querySelector('#drop')
      ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  const frame = await tab.review();
  await pause(ARMED_MS);
  // From `Cancel` over `Use original` to `Read the words in it`.
  await tab.press('Tab');
  await tab.press('Tab');
  await tab.press('Enter');
  const text = () => frame.evaluate(() => document.querySelector('.draft')?.textContent ?? '');
  await expect.poll(text, { timeout: 30_000 }).toContain('was late on Tuesday.');
  expect(await text()).toContain('Maya Lopez');
  await tab.useSwapped();
  await expect.poll(() => tab.bed((bed) => bed.files?.length, null), PATIENT).toBe(1);
  const copy = await tab.bed(async (bed) => {
    const { name, type, bytes } = bed.files![0]!;
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const ends = [22, 30].map((x) => [...context.getImageData(x, 28, 1, 1).data]);
    return { name, type, width: bitmap.width, height: bitmap.height, ends };
  }, null);
  const box = [0x1f, 0x29, 0x37, 0xff];
  expect(copy).toEqual({ name: 'note.png', type: 'image/png', width: 480, height: 80, ends: [box, box] });
});

describe('names and answers in Firefox', () => {
  /** A page of ours, opened from a guard's frame: that alone may go there. */
  async function openOwn(path: string): Promise<Page> {
    await expect.poll(async () => (await tab.reviewFrame()) !== undefined, PATIENT).toBe(true);
    await (await tab.reviewFrame())!.evaluate((path) => void window.open(path), path);
    const isIt = (path: string) => location.protocol === 'moz-extension:' && location.pathname === path;
    const find = async () => {
      for (const page of await guarded.pages())
        if (await page.evaluate(isIt, path).catch(() => false)) return page;
    };
    return vi.waitUntil(find, PATIENT);
  }
  /** Scripts' hands, since the driver finds nothing in pages of an extension. */
  const fill = async (page: Page, label: string, value: string) => {
    const isFilled = (label: string, value: string) => {
      const labels = [...document.querySelectorAll('label')];
      const named = labels.find((one) => one.textContent?.trim().startsWith(label));
      const box = (named?.control ??
        document.getElementById(named?.htmlFor ?? '')) as HTMLInputElement | null;
      if (!box) return false;
      box.value = value;
      return box.dispatchEvent(new Event('input', { bubbles: true }));
    };
    await expect.poll(() => page.evaluate(isFilled, label, value), PATIENT).toBe(true);
  };
  const press = async (page: Page, words: string) => {
    const isPressed = (words: string) => {
      const buttons = [...document.querySelectorAll('button')];
      const button = buttons.find((one) => one.textContent?.trim() === words);
      button?.click();
      return button !== undefined;
    };
    await expect.poll(() => page.evaluate(isPressed, words), PATIENT).toBe(true);
  };

  test('who is on a class list is found, and an answer is copied with names', async () => {
    tab = await guarded.open('prosemirror');
    await tab.start();
    const classes = await openOwn('/classes.html');
    await fill(classes, 'Paste names, or a table', 'Brisk,Nomarra\nOmar,Haddad');
    await press(classes, 'Look at the list');
    await expect
      .poll(() => classes.evaluate(() => document.body.innerText), PATIENT)
      .toContain('2 students were found.');
    await fill(classes, 'Name of the class', 'Period 3');
    await press(classes, 'Add 2 students');
    const headings = () =>
      [...document.querySelectorAll('h2, h3, summary')].map((one) => one.textContent).join();
    await expect.poll(() => classes.evaluate(headings), PATIENT).toContain('Period 3');
    await classes.close();
    await tab.page.close();

    tab = await guarded.open('prosemirror', { copied: { text: 'please help brisk nomarra with fractions' } });
    await tab.start();
    await tab.press('Control', 'v');
    await tab.useSwapped();
    await expect.poll(() => swapped(), PATIENT).toBe('please help [Student #] with fractions');
    const [label = ''] = /\[Student \d+\]/.exec(await tab.text()) ?? [];

    await tab.bed((bed, label) => bed.answer(['p', label.toLowerCase(), ' did well.']), label);
    const copyAnswer = async () => {
      await tab.page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        getSelection()!.selectAllChildren(document.querySelector('[data-message-author-role="assistant"]')!);
      });
      await tab.press('Control', 'c');
    };
    await copyAnswer();
    await pause(500);
    // The notice asks; its first button says yes.
    await tab.press('Alt', 'Shift', 'U');
    await tab.press('Enter');
    await pause(500);
    // As the name was written, or as the list has it.
    expect(await pastedElsewhere()).toMatch(/^brisk nomarra did well\.$/i);
  });

  /** What another program gets from the clipboard. */
  async function pastedElsewhere(): Promise<string> {
    const page = await guarded.newPage();
    await page.evaluate(() => {
      const box = document.body.appendChild(document.createElement('textarea'));
      box.focus();
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    const text = await page.evaluate(() => document.querySelector('textarea')!.value);
    await page.close();
    return text.trim();
  }
});
