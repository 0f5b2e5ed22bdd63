/** Files by every way in: what the page was given, to the byte, and what it was not. */
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openFile } from '../../lib/files/open.ts';
import type { BedFileTaken } from '../pages/bed.ts';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';
import { numberless } from './editor-suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'chalkline-files-'));
const ROSTER = 'Maya Lopez (ID 204418) was late.\nHer mom is ana.lopez@example.org.\n';
const SWAPPED = '[Student #] (ID [ID #]) was late.\nHer mom is [Email #].\n';
const RAW = /Maya|Lopez|lopez|204418/;
const PROBLEM = 'I could not look into this file';
/** The second of the files on disk was last changed at. */
const CHANGED = 1_700_000_000;

function made(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  utimesSync(file, CHANGED, CHANGED);
  return file;
}
const roster = made('roster.txt', ROSTER);
const other = made('absent.txt', 'Devon Carter (ID 775501) was absent.\n');
const clean = made('plan.txt', 'Plan a lesson on fractions.\r\nUse number lines.\r\n');
const binary = made(
  'notes.bin',
  Uint8Array.from({ length: 3000 }, (_, i) => (i * 7) % 256),
);
const fixture = (name: string) => resolve('tests/files/fixtures', name);

let browser: BedBrowser;
let tab: BedTab;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => browser.tidy());

/** The page in a new conversation, which was given nothing yet. */
async function open(): Promise<void> {
  tab = await browser.again('file-input');
  await tab.bed((bed) => {
    for (const field of document.querySelectorAll('input')) field.value = '';
    bed.files?.splice(0);
    bed.cancelled = 0;
    bed.clear();
  }, null);
}

const taken = (): Promise<BedFileTaken[]> => tab.bed((bed) => bed.files ?? [], null);
const count = () => taken().then((files) => files.length);

/** What a page is given of a file that nobody has touched. */
const untouched = (file: string) => ({
  name: basename(file),
  size: statSync(file).size,
  lastModified: CHANGED * 1000,
  sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
});

/** Chooses files with the browser's own chooser, which something in the page opens. */
async function pick(selector: string, ...files: string[]): Promise<void> {
  const [chooser] = await Promise.all([tab.page.waitForEvent('filechooser'), tab.page.click(selector)]);
  await chooser.setFiles(files);
}

/** Drags files from outside the browser onto an element. */
async function drop(selector: string, ...files: string[]): Promise<void> {
  const box = await tab.page.locator(selector).boundingBox();
  const session = await tab.page.context().newCDPSession(tab.page);
  const data = { items: [], files, dragOperationsMask: 1 };
  const at = { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2, data };
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at });
  }
  await session.detach();
}

/** A paste of a file that a script makes up: a test cannot put one on the clipboard. */
function pasteFile(name: string, text: string): Promise<void> {
  return tab.page.evaluate(
    ({ name, text }) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([text], name, { type: 'text/plain' }));
      const area = document.querySelector('#message') as HTMLTextAreaElement;
      area.focus();
      area.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    },
    { name, text },
  );
}

async function expectSwappedOnce(via: BedFileTaken['via']): Promise<void> {
  await expect.poll(count).toBe(1);
  // Time for a second one.
  await tab.page.waitForTimeout(150);
  const files = await taken();
  expect(files.map(({ via, name, text }) => [via, name, numberless(text)])).toEqual([
    [via, 'roster.txt', SWAPPED],
  ]);
  expect(await tab.everythingSeen()).not.toMatch(RAW);
}

describe('a file with names', () => {
  const WAYS: [BedFileTaken['via'], () => Promise<void>][] = [
    ['file', () => pick('#file', roster)],
    ['detached', () => pick('#detached', roster)],
    ['removed', () => pick('#removed', roster)],
    ['shadow', () => pick('#shadow input', roster)],
    ['drop', () => drop('#drop', roster)],
    ['overlay', () => drop('#over', roster)],
    ['paste', () => pasteFile('roster.txt', ROSTER)],
  ];
  test.each(WAYS)(
    'by %s: the page gets nothing before the choice, and then one swapped copy',
    async (via, bring) => {
      await open();
      await bring();
      const review = await tab.review();
      await expect
        .poll(() => review.locator('.draft').innerText())
        .toMatch(/^roster\.txt\s+File name\s+roster\s+Text\s/);
      expect(await taken()).toEqual([]);
      const held = await tab.page.evaluate(() =>
        [...document.querySelectorAll('input')].flatMap(({ files }) => [...(files ?? [])].length),
      );
      expect(held.every((files) => files === 0)).toBe(true);
      await tab.choose('Use swapped copy');
      await expectSwappedOnce(via);
    },
  );

  test('`Use original` brings it to the byte', async () => {
    await open();
    for (const bring of [() => pick('#single', roster), () => drop('#drop', roster)]) {
      await bring();
      await tab.choose('Use original');
    }
    await expect.poll(taken).toMatchObject([untouched(roster), untouched(roster)]);
  });

  test('`Cancel` and Esc bring nothing, and the same file can be chosen again', async () => {
    await open();
    await pick('#single', roster);
    await tab.choose('Cancel');
    await drop('#drop', roster);
    await tab.review();
    await tab.press('Escape');
    await expect.poll(() => tab.reviewing()).toBe(false);
    expect(await tab.bed((bed) => [bed.files?.length, bed.cancelled], null)).toEqual([0, 1]);
    expect(await tab.everythingSeen()).not.toMatch(RAW);
    await pick('#single', roster);
    await tab.choose('Use swapped copy');
    await expectSwappedOnce('single');
  });
});

test('documents of Word, Excel and a PDF: the copies that the page gets hold none of their names', async () => {
  await open();
  await drop('#drop', fixture('letter.docx'), fixture('roster.xlsx'), fixture('text/letter.pdf'));
  const review = await tab.review();
  const headings = () => review.locator('.draft h3').allTextContents();
  expect(await headings()).toEqual(
    expect.arrayContaining([
      'File name',
      'Text',
      'Headers and footers',
      'Comments',
      'Properties of the file (hidden)',
    ]),
  );
  await tab.answer('Use swapped copy');
  await expect.poll(headings).toEqual(expect.arrayContaining(['Sheet “Period 3”']));
  expect((await headings()).join()).toMatch(/Sheet “Ivy Brennan” \(hidden\)/);
  await tab.answer('Use swapped copy');
  await review.getByText('The swapped copy of a PDF is plain text. Its layout is lost.').waitFor();
  await tab.choose('Use swapped copy');
  await expect.poll(count).toBe(3);
  const files = await taken();
  const opened = await Promise.all(files.map(({ bytes, name }) => openFile(Uint8Array.from(bytes), name)));
  expect(files.map(({ name }) => name)).toEqual(['letter.docx', 'roster.xlsx', 'letter.txt']);
  expect(opened.map(({ kind }) => kind)).toEqual(['docx', 'xlsx', 'txt']);
  // A mere surname behind a title is a note, which stays: "Dear Ms. López".
  const names = /Maya|Zuri|Okafor|Diego|Fuentes|Noor Haddad|Ruth Abrams|leo\.park|Devon|204418|1002345/;
  for (const { text } of opened) expect(text).not.toMatch(names);
});

async function countedDocuments(): Promise<number> {
  const read = () =>
    new Promise<{ documents: number }[]>((resolve) => {
      const opened = indexedDB.open('chalkline');
      opened.onsuccess = () => {
        const weeks = opened.result.transaction('weeks').objectStore('weeks').getAll();
        weeks.onsuccess = () => {
          opened.result.close();
          resolve(weeks.result);
        };
      };
    });
  const [week] = await (await browser.worker()).evaluate(read);
  return week?.documents ?? 0;
}

test('what was chosen in a file holds for a paste, under the same label, and is counted', async () => {
  await open();
  const before = await countedDocuments();
  await pick('#single', roster);
  await tab.choose('Use swapped copy');
  await expect.poll(count).toBe(1);
  const label = (await taken())[0]?.text.match(/\[Student \d+\]/)?.[0];
  await tab.start('');
  await tab.paste('Maya Lopez reads well.');
  await expect.poll(() => tab.text()).toBe(`${label} reads well.`);
  expect(await countedDocuments()).toBe(before + 1);
});

test('a clean file goes on to the byte without a question, and what the page hands on of it too', async () => {
  await open();
  await pick('#file', clean);
  await expect.poll(taken).toMatchObject([untouched(clean)]);
  await tab.page.evaluate(() => {
    const [from, to] = ['#file', '#single'].map((one) => document.querySelector<HTMLInputElement>(one));
    to!.files = from!.files;
    to!.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect.poll(taken).toMatchObject([{ via: 'file' }, { via: 'single', ...untouched(clean) }]);
  expect(await tab.reviewing()).toBe(false);
});

test('several files are asked about one after the other, each with its own choice', async () => {
  await open();
  await pick('#file', clean, roster, binary, other);
  const review = await tab.review();
  expect(await review.locator('#review-summary').innerText()).toContain('File 2 of 4');
  await tab.answer('Use swapped copy');
  await tab.answer('Leave this file out', PROBLEM);
  await expect
    .poll(() =>
      review
        .locator('#review-summary')
        .innerText()
        .catch(() => ''),
    )
    .toContain('File 4 of 4');
  expect(await taken()).toEqual([]);
  await tab.choose('Use original');
  await expect.poll(count).toBe(3);
  const [first, second, third] = await taken();
  expect(first).toMatchObject(untouched(clean));
  expect(numberless(second!.text)).toBe(SWAPPED);
  expect(third).toMatchObject(untouched(other));
});

test('a dropped folder brings its files, in folders too, and leaves out what systems put there', async () => {
  await open();
  made('class/a/one.txt', 'Plan one.');
  made('class/b.txt', ROSTER);
  made('class/.hidden', 'x');
  await drop('#drop', join(folder, 'class'));
  expect(await (await tab.review()).locator('#review-summary').innerText()).toContain('File 2 of 2');
  await tab.choose('Use swapped copy');
  await expect.poll(count).toBe(2);
  expect((await taken()).map(({ name, text }) => [name, numberless(text)])).toEqual([
    ['one.txt', 'Plan one.'],
    ['b.txt', SWAPPED],
  ]);
});

test('a folder that is chosen, with more files than are looked into', async () => {
  await open();
  for (let i = 0; i < 102; i++) made(`many/${String(i).padStart(3, '0')}.txt`, `Plan ${i}.`);
  const [chooser] = await Promise.all([tab.page.waitForEvent('filechooser'), tab.page.click('#folder')]);
  // It waits for the page to hear of it.
  void chooser.setFiles(join(folder, 'many'));
  await expect.poll(count, { timeout: 15_000 }).toBe(100);
  await expect
    .poll(() => tab.notice())
    .toContain('Only the first 100 files went in. Please add the others after them.');
});

describe('what cannot be looked into is asked about', () => {
  const huge = made('huge.txt', '');
  truncateSync(huge, 51 * 1024 * 1024);

  test('an unknown kind, a password, scanned pages, and a file that is too large', async () => {
    await open();
    await pick('#single', binary);
    const said = async () => (await tab.review(PROBLEM)).locator('main').innerText();
    expect(await said()).toContain('notes.bin is of a kind that I cannot read.');
    expect(await taken()).toEqual([]);
    await tab.answer('Use original', PROBLEM);
    await expect.poll(taken).toMatchObject([untouched(binary)]);
    await pick('#file', fixture('text/password.pdf'), fixture('text/scan.pdf'), huge);
    expect(await said()).toContain('password.pdf is locked with a password.');
    await tab.answer('Leave this file out', PROBLEM);
    await expect.poll(said).toContain('I found no text in scan.pdf that I can read.');
    await tab.answer('Leave this file out', PROBLEM);
    await expect.poll(said).toContain('huge.txt is too large.');
    await tab.answer('Cancel all', PROBLEM);
    await expect.poll(() => tab.reviewing()).toBe(false);
    expect(await count()).toBe(1);
  });

  test('a picture from the clipboard', async () => {
    await open();
    await tab.start('');
    await tab.paste({
      png: 'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==',
    });
    await tab.answer('Use original', 'This is a picture');
    await expect.poll(taken).toMatchObject([{ via: 'paste', type: 'image/png' }]);
  });

  test('and does not go in where the settings forbid it', async () => {
    await open();
    const set = async (policy: object) =>
      (await browser.worker()).evaluate((value) => chrome.storage.local.set({ policy: value }), policy);
    await set({ allowUnchecked: false });
    await pick('#single', binary);
    const dialog = await tab.review(PROBLEM);
    expect(await dialog.getByRole('button').allInnerTexts()).toEqual(['Cancel']);
    await tab.answer('Cancel', PROBLEM);
    await expect.poll(() => tab.reviewing()).toBe(false);
    expect(await count()).toBe(0);
    await set({});
  });
});

test('in a frame that is too small for a dialog it is asked in a window, and the copy reaches the frame', async () => {
  tab = await browser.open('iframe-small');
  await tab.place.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.id = 'own';
    field.addEventListener('change', async () => {
      document.title = (await field.files?.[0]?.text()) ?? '';
    });
    document.body.prepend(field);
  });
  const opened = browser.context.waitForEvent('page');
  await tab.place.setInputFiles('#own', roster);
  const own = await opened;
  await own.getByRole('dialog', { name: 'Check before you share' }).waitFor();
  await own.waitForTimeout(600);
  await own.getByRole('button', { name: 'Use swapped copy' }).click();
  await expect
    .poll(async () => numberless(await tab.place.title()))
    .toBe(SWAPPED.replaceAll('\n', ' ').trim());
  expect(await tab.everythingSeen()).not.toMatch(RAW);
});

test('an orphan lets no file in, and says so', async () => {
  await open();
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(`chrome.management.setEnabled('${browser.extensionId}', false)`);
  await page.close();
  await tab.page.bringToFront();
  await pick('#single', roster);
  await expect
    .poll(() => tab.notice())
    .toContain('Chalkline was updated. Your file did not go in. Reload to go on.');
  expect(await count()).toBe(0);
  expect(await tab.page.evaluate(() => document.querySelector<HTMLInputElement>('#single')?.value)).toBe('');
});
