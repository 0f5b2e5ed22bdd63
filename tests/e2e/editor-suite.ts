/** One suite for every editor of the test bed, run with real keys and a real clipboard in a real browser. */
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { BedEvent } from '../pages/bed.ts';
import { PAGES } from '../pages/pages.ts';
import { type BedBrowser, type BedTab, type Clip, launch } from './bed-browser.ts';

const CLEAN = 'Plan a lesson on fractions. Use number lines and two worked examples.';
const CLEAN_LINES = 'Plan a lesson on fractions.\nUse number lines.\nEnd with an exit ticket.';
const CLEAN_HTML = '<h2>Fractions</h2><p>Use <b>number lines</b> and <i>two</i> worked examples.</p>';
/** A red dot. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==';
const CLEAN_CLIPS: [string, Clip][] = [
  ['plain text', { text: CLEAN }],
  ['formatted text', { text: CLEAN_LINES, html: CLEAN_HTML }],
  ['text with a picture', { text: CLEAN, png: PICTURE }],
  ['32,000 characters', { text: `${CLEAN} `.repeat(500).slice(0, 32_000) }],
];
export const FLAGGED = 'Maya Lopez (ID 204418) was late.';
export const SWAPPED = '[Student #] (ID [ID #]) was late.';
const FLAGGED_LINES = 'Maya Lopez was late.\nWrite to ana.lopez@example.org.\nHer ID is 204418.';
const SWAPPED_LINES = '[Student #] was late.\nWrite to [Email #].\nHer ID is [ID #].';
const RAW = ['Maya', 'Lopez', 'lopez', '204418'];

/** Pages that put something around an editor which another page has too. */
const SAME_EDITOR = new Set([
  ...['strict-csp-none', 'coep', 'document-open', 'login', 'file-input', 'long-modal'],
  ...['strict-csp', 'iframe-srcdoc', 'iframe-sandbox'],
]);

/** Labels without their numbers, which rise through the run. */
export function numberless(text: string): string {
  return text.replace(/\[([A-Z][A-Za-z]+) \d+\]/g, '[$1 #]');
}

/** What the page heard of a paste, without what differs from run to run: a picture may come after the keys are up. */
function heard(events: BedEvent[]): unknown[] {
  return events.filter(({ type }) => !/^(pointer|focus|selectionchange|keyup)/.test(type));
}

/** Runs the suite over the pages named, and all their fields that take free text. */
export function editorSuite(ids: string[]): void {
  let guarded: BedBrowser;
  let plain: BedBrowser;
  beforeAll(async () => {
    [guarded, plain] = await Promise.all([launch(), launch({ extension: null })]);
  });
  afterAll(() => Promise.all([guarded.close(), plain.close()]));
  afterEach(() => guarded.tidy());

  for (const info of PAGES.filter((page) => ids.includes(page.id))) {
    // A field in a closed dialog is reached in tests of its own.
    const fields = info.fields.filter((field) => field.enter !== 'sign-in' && field.name !== 'note');
    describe.each(fields)(`${info.id}: $name`, ({ name, multiline, enter }) => {
      const open = async (text = '', from?: number, to?: number) => {
        // A page that throws out what is not its own does so at times of its own.
        const tab = await (info.id === 'frame-remover' ? guarded.open(info.id) : guarded.again(info.id));
        await tab.start(text, from, to, name);
        return tab;
      };
      const swapped = async (tab: BedTab) => numberless(await tab.text());
      const expectNothingRaw = async (tab: BedTab) => {
        const seen = await tab.everythingSeen();
        expect(RAW.filter((word) => seen.includes(word))).toEqual([]);
      };
      /** A tab whose detector is there: the first paste of a page may have to wait for it. */
      const warm = async (one: BedTab) => {
        await one.start('', 0, 0, name);
        await one.paste('Ready?');
        await expect.poll(() => one.text()).not.toBe('');
        await one.start('', 0, 0, name);
        return one;
      };
      /** Model and log. */
      const known = async (one: BedTab) => ({
        text: await one.text(),
        html: await one.bed((bed) => bed.html?.() ?? '', null),
        events: heard(await one.events()),
        review: await one.reviewing(),
      });

      test('clean pastes reach the page as without Chalkline', async () => {
        const [one, withIt] = await Promise.all([plain.open(info.id).then(warm), open().then(warm)]);
        for (const [what, clip] of CLEAN_CLIPS) {
          await one.start('', 0, 0, name);
          await one.paste(clip);
          await one.page.waitForTimeout(150);
          const without = await known(one);
          expect(without.events.length, what).toBeGreaterThan(0);
          await withIt.start('', 0, 0, name);
          await withIt.paste(clip);
          await expect.poll(() => known(withIt), { message: what }).toEqual(without);
        }
        await one.page.close();
      });

      test('a flagged paste is swapped, and the page learns nothing of it', async () => {
        const tab = await open();
        await tab.paste(multiline ? FLAGGED_LINES : FLAGGED);
        await tab.choose('Use swapped text');
        await expect.poll(() => swapped(tab)).toBe(multiline ? SWAPPED_LINES : SWAPPED);
        await expectNothingRaw(tab);
        await tab.press('Control+z');
        await expect.poll(() => tab.text()).toBe('');
      });

      test('the original goes in when the teacher says so', async () => {
        const tab = await open();
        await tab.paste({ text: FLAGGED, html: `<p><b>Maya Lopez</b> (ID 204418) was late.</p>` });
        await tab.choose('Use original');
        await expect.poll(() => tab.text()).toBe(FLAGGED);
      });

      test('cancel changes nothing and gives caret and clipboard back', async () => {
        const tab = await open('before after', 7);
        await tab.paste(FLAGGED);
        await tab.review();
        await tab.press('Escape');
        await expect.poll(() => tab.reviewing()).toBe(false);
        await tab.focused();
        await tab.page.keyboard.type('X', { delay: 20 });
        await expect.poll(() => tab.text()).toBe('before Xafter');
        await expectNothingRaw(tab);
        expect(await tab.page.evaluate(() => navigator.clipboard.readText())).toBe(FLAGGED);
      });

      // A page that throws out whatever is not its own has no notice either.
      if (info.id !== 'frame-remover')
        test('Undo takes out what was swapped without asking, and opens the review', async () => {
          const rules = { 'person-name': 'redact', 'student-id': 'redact' };
          const worker = await guarded.worker();
          await worker.evaluate((rules) => chrome.storage.local.set({ policy: { rules } }), rules);
          onTestFinished(() => worker.evaluate(() => chrome.storage.local.remove('policy')));
          const tab = await open('my words:');
          await tab.paste(FLAGGED);
          await expect.poll(() => swapped(tab)).toBe(`my words:${SWAPPED}`);
          await expect.poll(() => tab.notice()).toContain('Undo');
          await tab.pressInNotice('Undo');
          await tab.review();
          expect((await tab.text()).trimEnd()).toBe('my words:');
        });

      // What the page around the editor cannot change is tried on the first page that has it.
      if (SAME_EDITOR.has(info.id)) return;

      test('in the middle of a text', async () => {
        const tab = await open('before after', 7);
        await tab.paste(FLAGGED);
        await tab.choose('Use swapped text');
        await expect.poll(() => swapped(tab)).toBe(`before ${SWAPPED}after`);
        await tab.press('Control+z');
        await expect.poll(() => tab.text()).toBe('before after');
      });

      test('in place of a selection', async () => {
        const tab = await open('one two three', 4, 7);
        await tab.paste(FLAGGED);
        await tab.choose('Use swapped text');
        await expect.poll(() => swapped(tab)).toBe(`one ${SWAPPED} three`);
      });

      test('two pastes in a row, the second while the first is in review', async () => {
        const tab = await open();
        await tab.paste(FLAGGED);
        await tab.press('Control+V');
        await tab.choose('Use swapped text');
        await expect.poll(() => swapped(tab)).toBe(SWAPPED);
        // The second was the same text again, so it was dropped. From now on it goes in by the choice made.
        await tab.focused();
        await tab.press('Control+V');
        await expect.poll(() => swapped(tab)).toBe(SWAPPED + SWAPPED);
        await expectNothingRaw(tab);
      });

      test('Enter in the same breath neither sends nor chooses', async () => {
        const tab = await open('draft:');
        await tab.copy({ text: FLAGGED });
        await tab.press('Control+V');
        await tab.page.waitForTimeout(20);
        await tab.press('Enter');
        await tab.hearLate(true);
        await tab.review();
        // By now one that was pressed now would count.
        await tab.page.waitForTimeout(450);
        await tab.press('Enter');
        await tab.page.waitForTimeout(150);
        await tab.hearLate(false);
        expect(await tab.reviewing()).toBe(true);
        expect(await tab.bed((bed) => bed.sent, null)).toEqual([]);
        expect(await tab.text()).toBe('draft:');
        await tab.choose('Use swapped text');
        await expect.poll(() => swapped(tab)).toBe(`draft:${SWAPPED}`);
        if (enter === 'line') return;
        await tab.press('Enter');
        await expect.poll(() => tab.bed((bed) => bed.sent.length, null)).toBe(1);
      });
    });
  }
}
