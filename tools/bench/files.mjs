// How long large files take from their choice to the review and to the page, and how much memory, for npm run bench:page
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../ensure.mjs';

const ROUNDS = 1;
/** A dialog answers only after a while; see components/use-armed.ts. */
const ARMED_MS = 600;
const MEMORY_EVERY_MS = 50;

const FIRST = 'Ava Ben Chloe Diego Elena Finn Grace Hassan Ivy Jamal Kira Liam Maya Noah Olivia Priya'.split(
  ' ',
);
const LAST = 'Alvarez Brooks Chen Dawson Ellis Flores Gupta Huang Ibrahim Jensen Khan Lopez Moreno'.split(
  ' ',
);
const person = (/** @type {number} */ i) => `${FIRST[i % FIRST.length]} ${LAST[i % LAST.length]}`;
const SENTENCES =
  'listens well and joins in when the class talks. This term the log was full each week, and the poster on volcanoes was one of the best. The folder was neat at all times, and questions were asked before they grew large. ';

/**
 * A document of 100 pages (some 320 words each) and a table of 5,000 rows.
 * @returns {Promise<{ name: string, bytes: Uint8Array }[]>}
 */
async function makeFiles() {
  const { docx, paragraph, xlsx } = await import('../../tests/files/packages.ts');
  const pages = Array.from({ length: 100 * 8 }, (_, i) => paragraph(`${person(i)} `, SENTENCES));
  const strings = ['Student', 'Student ID', 'Note', 'Works well in a group.'];
  const rows = Array.from({ length: 5000 }, (_, i) => {
    strings.push(person(i));
    return `<row r="${i + 2}"><c r="A${i + 2}" t="s"><v>${strings.length - 1}</v></c><c r="B${i + 2}"><v>${2_000_000 + i}</v></c><c r="C${i + 2}" t="s"><v>3</v></c></row>`;
  });
  const heads = [0, 1, 2].map((i) => `<c r="${'ABC'[i]}1" t="s"><v>${i}</v></c>`).join('');
  return [
    { name: 'reports.docx', bytes: docx(pages.join('')) },
    { name: 'roster.xlsx', bytes: xlsx({ Roster: `<row r="1">${heads}</row>${rows.join('')}` }, strings) },
  ];
}

/**
 * @typedef {{ name: string, shown: number[], copied: number[], memory: number[] }} FileSeries milliseconds from the choice to
 *   the dialog with its findings, and from the button to the page's copy; memory: megabytes that all processes of the browser
 *   took at most beyond what they took before (as Linux says; empty elsewhere)
 */

/**
 * @param {import('playwright-core').BrowserContext} context with the extension
 * @param {import('playwright-core').Browser} browser
 * @param {string} address of a page that takes files
 * @returns {Promise<FileSeries[]>}
 */
export async function measureFiles(context, browser, address) {
  const series = [];
  for (const { name, bytes } of await makeFiles()) {
    /** @type {FileSeries} */
    const one = { name, shown: [], copied: [], memory: [] };
    for (let round = 0; round < ROUNDS; round++) {
      const page = await context.newPage();
      await page.goto(address);
      await page.waitForFunction(() => window.bed.ready);
      await sleep(1000);
      const memory = await watchMemory(browser);
      try {
        const started = performance.now();
        // It waits for the page to hear of it.
        void page.setInputFiles('#file', { name, mimeType: '', buffer: Buffer.from(bytes) }).catch(() => {});
        const review = await reviewIn(page);
        one.shown.push(performance.now() - started);
        await sleep(ARMED_MS);
        // Thousands of details have buttons, and to ask each for its role takes longer than what is measured.
        const button = review.locator('footer button', { hasText: 'Use swapped copy' });
        const box = await button.boundingBox();
        if (!box) throw new Problem('The review of a file has no copy to offer.');
        const pressed = performance.now();
        void page.mouse.click(box.x + box.width / 2, box.y + box.height / 2).catch(() => {});
        await page.waitForFunction(() => window.bed.files?.length === 1, null, {
          timeout: 120_000,
          polling: 20,
        });
        one.copied.push(performance.now() - pressed);
      } finally {
        const most = await memory.stop();
        if (most !== null) one.memory.push(most);
      }
      await page.close();
    }
    series.push(one);
  }
  return series;
}

/** @param {import('playwright-core').Page} page */
async function reviewIn(page) {
  for (const started = performance.now(); performance.now() - started < 120_000; await sleep(20)) {
    const frame = page.frames().find((one) => one.url().endsWith('/review.html'));
    if (await frame?.evaluate(() => document.querySelector('.review mark') !== null).catch(() => false)) {
      return /** @type {import('playwright-core').Frame} */ (frame);
    }
  }
  throw new Problem('The review of a file did not open.');
}

/**
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<{ stop(): Promise<number | null> }>} stop gives the most megabytes beyond those at the start
 */
async function watchMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const taken = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    let all = 0;
    for (const { id } of processInfo) {
      try {
        const said = readFileSync(`/proc/${id}/status`, 'utf8');
        all += Number(/^RssAnon:\s+(\d+)/m.exec(said)?.[1] ?? 0) / 1024;
      } catch {
        // It has ended meanwhile, or this is no Linux.
      }
    }
    return all;
  };
  const before = await taken();
  let most = before;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      most = Math.max(most, await taken());
      await sleep(MEMORY_EVERY_MS);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      await session.detach().catch(() => {});
      return before > 0 ? most - before : null;
    },
  };
}
