/** Pictures of text: read where the teacher asks for it, and given to the page with boxes over what was swapped. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { BedFileTaken } from '../pages/bed.ts';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';

/** Names are in elements of their own, so that their places are known. */
const PAGE = `<!doctype html><meta charset="utf-8"><body style="margin:0;padding:20px;width:640px;background:#fff;font:16px Arial">
<p>Note home: <b>Maya Lopez</b> (ID <b>204418</b>) was late on Tuesday, and she read her story.</p>
<p style="background:#15356b;color:#fff;padding:10px">Her brother <b>Devon Lopez</b> came to school with her.</p>
<p>Please bring a pencil and a book about volcanoes.</p>`;
const RAW = /Maya|Devon|Lopez|204418/;
const ASKED = 'This is a picture';
const READ = 'I read the words in this picture';
const COVER = [0x1f, 0x29, 0x37];
/** What a camera or a phone writes into a JPEG. */
const EXIF = 'Exif\0\0by Maya Lopez';

const folder = mkdtempSync(join(tmpdir(), 'chalkline-pictures-'));
const png = join(folder, 'note.png');
const jpeg = join(folder, 'Maya Lopez.jpg');
const clean = join(folder, 'plan.png');
/** Left, top, right and bottom of each name. */
let names: number[][];

let browser: BedBrowser;
let tab: BedTab;
beforeAll(async () => {
  browser = await launch();
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 680, height: 220 });
  await page.setContent(PAGE);
  names = await page.locator('b').evaluateAll((all) =>
    all.map((one) => {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      return [left, top, right, bottom];
    }),
  );
  writeFileSync(png, await page.screenshot());
  const bytes = await page.screenshot({ type: 'jpeg', quality: 90 });
  const said = Buffer.from(EXIF, 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, said.length + 2]);
  writeFileSync(jpeg, Buffer.concat([bytes.subarray(0, 2), head, said, bytes.subarray(2)]));
  await page.setContent('<p style="font:16px Arial">Plan a lesson on fractions. Use number lines.');
  writeFileSync(clean, await page.screenshot());
  await page.close();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => browser.tidy());

async function choose(file: string): Promise<void> {
  tab = await browser.again('file-input');
  await tab.bed((bed) => {
    for (const field of document.querySelectorAll('input')) field.value = '';
    bed.files?.splice(0);
  }, null);
  const [chooser] = await Promise.all([tab.page.waitForEvent('filechooser'), tab.page.click('#single')]);
  await chooser.setFiles(file);
}

const taken = (): Promise<BedFileTaken[]> => tab.bed((bed) => bed.files ?? [], null);

/**
 * Size of a picture, and of the places of the names: the share of pixels in the colour of a box, and whether one is darker,
 * as ink would be.
 */
function looksOf({ bytes, type }: BedFileTaken) {
  return tab.page.evaluate(
    async ({ bytes, type, names, cover }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const places = names.map(([left = 0, top = 0, right = 0, bottom = 0]) => {
        const middle = (bottom - top) / 2;
        const { data } = context.getImageData(left, top + middle / 2, right - left, middle);
        const away = (i: number) => cover.map((shade, colour) => (data[i * 4 + colour] ?? 0) - shade);
        const all = Array.from({ length: data.length / 4 }, (_, i) => away(i));
        return {
          boxed: all.filter((one) => one.every((shade) => Math.abs(shade) < 12)).length / all.length,
          isDarker: all.some((one) => one.every((shade) => shade < -24)),
        };
      });
      return { width: bitmap.width, height: bitmap.height, places };
    },
    { bytes, type, names, cover: COVER },
  );
}

/** Chooses a picture and has its words read. */
async function read(file: string): Promise<void> {
  await choose(file);
  await tab.answer('Read the words in it', ASKED);
}

async function expectCopy(file: string, type: string, name: string): Promise<BedFileTaken> {
  await read(file);
  const dialog = await tab.review();
  const text = await dialog.locator('.draft').innerText();
  for (const part of ['Maya Lopez', '204418', 'Devon Lopez']) expect(text).toContain(part);
  expect(await dialog.locator('header').innerText()).toContain('Small or handwritten words may be missed.');
  await tab.choose('Use swapped copy');
  await expect.poll(async () => (await taken()).length).toBe(1);
  const copy = (await taken())[0]!;
  expect([copy.type, copy.name.replace(/\d+/g, '#')]).toEqual([type, name]);
  const { width, height, places } = await looksOf(copy);
  expect([width, height]).toEqual([680, 220]);
  for (const { boxed, isDarker } of places) {
    expect(boxed).toBeGreaterThan(0.3);
    expect(isDarker).toBe(false);
  }
  expect(copy.text).not.toMatch(/Exif|Maya/);
  expect(await tab.everythingSeen()).not.toMatch(RAW);
  return copy;
}

test('a PNG goes in with boxes over the names, and nobody reads them in the copy', async () => {
  const copy = await expectCopy(png, 'image/png', 'note.png');
  const again = join(folder, 'again.png');
  writeFileSync(again, Buffer.from(copy.bytes));
  await read(again);
  const frame = await tab.reviewFrame();
  const shown = () => frame.locator('#app').innerText();
  await expect.poll(shown, { timeout: 30_000 }).toContain('Small or handwritten words may be missed.');
  expect(await shown()).not.toMatch(RAW);
});

test('a JPEG stays one, and what its camera wrote in it is gone', async () => {
  await expectCopy(jpeg, 'image/jpeg', '[Student #].jpg');
});

test('nothing to swap: it is said and asked', async () => {
  await read(clean);
  const dialog = await tab.review(READ);
  expect(await dialog.locator('main').innerText()).toContain('I found nothing to swap');
  await tab.answer('Use original', READ);
  await expect.poll(taken).toMatchObject([{ name: 'plan.png', type: 'image/png' }]);
});
