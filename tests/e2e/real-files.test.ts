/**
 * Files that real programs made, chosen in the browser's own chooser: after `Use swapped copy` nothing that the page got holds
 * one of the names and numbers that are known to be in them, and after `Use original` it got them to the byte. Ten of them on
 * one page; all of them on every page, and originals of a fourth of them, where CHALKLINE_REPORTS is set, as
 * `npm run test:long` does. tests/files/fixtures/README.md says how they were made.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { openFile } from '../../lib/files/open.ts';
import { unpacked } from '../files/packages.ts';
import { PAGES } from '../pages/pages.ts';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';

const FOLDER = resolve('tests/files/fixtures/real');
const KNOWN: Record<string, string[]> = JSON.parse(readFileSync(`${FOLDER}/known.json`, 'utf8'));
const REPORT = process.env.CHALKLINE_REPORTS;
/** One of each kind that is among them. */
const FEW = [
  ...[
    'IEP Talia Brandt.docx',
    'seating-chart.odt',
    'Recommendation Priya Raman.pdf',
    'reading-groups.rtf',
    'field-trip.html',
  ],
  ...['gradebook.xlsx', 'goals.ods', 'attendance.csv', 'showcase.pptx', 'mail.eml'],
];
const FILES = REPORT ? Object.keys(KNOWN) : FEW;
const IDS = REPORT ? PAGES.map(({ id }) => id) : ['file-input'];
/** How many of the files go in as they are, others on each page. */
const ORIGINALS = REPORT ? 10 : 2;

interface Taken {
  name: string;
  bytes: number[];
}
type Choice = 'Use swapped copy' | 'Use original';

let browser: BedBrowser;
let tab: BedTab;
const tally: Record<string, number> = {};
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  if (!REPORT) return;
  mkdirSync(REPORT, { recursive: true });
  writeFileSync(`${REPORT}/files.json`, JSON.stringify({ title: 'Files on every page', tally }));
});

/** Gives the composer's document a file field, which reads what it is given. */
function addField(): void {
  const field = document.createElement('input');
  Object.assign(field, { type: 'file', id: 'real', multiple: true });
  field.addEventListener('change', async () => {
    const read = async (file: File) => ({
      name: file.name,
      bytes: [...new Uint8Array(await file.arrayBuffer())],
    });
    const taken = await Promise.all([...(field.files ?? [])].map(read));
    Object.assign(window, { taken });
  });
  (document.querySelector('main') ?? document.body).append(field);
}

/** The review of a file, in the page or in a window of its own. */
async function reviewOf(which: string): Promise<Frame> {
  let found: Frame | undefined;
  const isShown = (frame: Frame) =>
    frame
      .locator('#review-summary')
      .innerText({ timeout: 500 })
      .then(
        (summary) => summary.includes(which),
        () => false,
      );
  await expect
    .poll(
      async () => {
        const frames = browser.context.pages().flatMap((page) => page.frames());
        for (const frame of frames.filter((one) => one.url().includes('/review.html'))) {
          if (await isShown(frame)) found = frame;
        }
        return found !== undefined;
      },
      { timeout: 20_000, message: which },
    )
    .toBe(true);
  return found!;
}

/** Chooses files, answers each review, and waits for what the page gets. */
async function upload(names: string[], choice: Choice): Promise<Taken[]> {
  await tab.page.bringToFront();
  await tab.place.evaluate(() => Reflect.deleteProperty(window, 'taken'));
  // It waits for the page to hear of them.
  void tab.place.setInputFiles(
    '#real',
    names.map((name) => `${FOLDER}/${name}`),
  );
  for (const [i] of names.entries()) {
    const which = names.length > 1 ? `File ${i + 1} of ${names.length}` : '';
    let frame = await reviewOf(which);
    await frame.page().waitForTimeout(500);
    const place = () =>
      frame
        .getByRole('button', { name: choice, exact: true })
        .boundingBox({ timeout: 2000 })
        .catch(() => null);
    // A page may throw the review out just then; it comes back.
    let box = await place();
    while (!box) {
      frame = await reviewOf(which);
      box = await place();
    }
    // Never acknowledged where the review is gone by then.
    void frame
      .page()
      .mouse.click(box.x + box.width / 2, box.y + box.height / 2)
      .catch(() => {});
  }
  const taken = () => tab.place.evaluate(() => (window as { taken?: Taken[] }).taken);
  await expect.poll(async () => (await taken())?.length, { timeout: 20_000 }).toBe(names.length);
  return (await taken())!;
}

/** Letters of XML as they are read: without tags, and with characters in the place of what stands for them. */
const lettersOf = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&apos;', "'");

/** All words of a file that the page got, read by Chalkline and without it. */
async function wordsOf({ name, bytes }: Taken): Promise<string> {
  const raw = Uint8Array.from(bytes);
  const { text } = await openFile(raw, name);
  const entries = raw[0] === 0x50 && raw[1] === 0x4b ? [...unpacked(raw).values()] : [raw];
  const decoded = entries.map((entry) => new TextDecoder().decode(entry));
  return [name, text, ...decoded, ...decoded.map(lettersOf)].join('\n');
}

const holds = (text: string, word: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[().+]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(text);

describe.each(IDS)('%s', (id) => {
  test(
    `swapped copies of ${FILES.length} files hold no known name, and ${ORIGINALS} originals come to the byte`,
    async () => {
      tab = await browser.open(id);
      // A review that stands would be taken for one of the next page.
      onTestFailed(() => tab.page.close());
      await tab.place.evaluate(addField);

      const copies = await upload(FILES, 'Use swapped copy');
      const seen = await tab.everythingSeen();
      for (const [i, copy] of copies.entries()) {
        const words = `${await wordsOf(copy)}\n${seen}`;
        expect(
          KNOWN[FILES[i]!]!.filter((word) => holds(words, word)),
          FILES[i],
        ).toEqual([]);
      }

      const from = (IDS.indexOf(id) * ORIGINALS) % FILES.length;
      const chosen = [...FILES, ...FILES].slice(from, from + ORIGINALS);
      const originals = await upload(chosen, 'Use original');
      expect(originals.map(({ name }) => name)).toEqual(chosen);
      const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
      expect(originals.map(({ bytes }) => sum(Uint8Array.from(bytes)))).toEqual(
        chosen.map((name) => sum(readFileSync(`${FOLDER}/${name}`))),
      );

      tally[`${id}: swapped copies`] = copies.length;
      tally[`${id}: originals`] = originals.length;
      await tab.page.close();
    },
    (FILES.length + ORIGINALS) * 20_000,
  );
});
