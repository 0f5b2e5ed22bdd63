/** Labels over two days: the browser is closed between them, and no answer gets a wrong name. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dayAfter, dayOf } from '../../lib/class-list/days.ts';
import { docx, entryOf, paragraph } from '../files/packages.ts';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';

const TODAY = dayOf(new Date());
const profile = mkdtempSync(join(tmpdir(), 'chalkline-stay-'));
let browser: BedBrowser | null = null;
afterAll(async () => {
  await browser?.close();
  rmSync(profile, { recursive: true, force: true });
});

/** Pastes a draft and takes the swapped text. @returns what stands in the chat */
async function swapped(tab: BedTab, draft: string): Promise<string> {
  await tab.start('');
  await tab.paste(draft);
  await tab.choose('Use swapped text');
  await expect.poll(() => tab.text()).toContain('[Student ');
  return tab.text();
}

test('yesterday’s answer brings back who is listed, and tells of everybody else', async () => {
  const first = await launch({ profile });
  browser = first;
  const classes = await first.openOwn('classes.html');
  const list = {
    ...{ id: 'p6', name: 'Period 6', added: TODAY, ends: dayAfter(TODAY, 30) },
    people: [
      { id: 'z', first: 'Zyaire', last: 'Okonkwor', nickname: 'Zy' },
      { id: 'q', first: 'Quilla', last: 'Varnhagen' },
    ],
  };
  await classes.evaluate(
    (list) => chrome.runtime.sendMessage({ type: 'class-lists-change', change: { kind: 'add', list } }),
    list,
  );
  const tab = await first.open('react-textarea');
  const yesterday = await swapped(tab, 'Zyaire Okonkwor and Maya Lopez were late.');
  const [, listed = '', other = ''] =
    /^(\[Student \d+\]) and (\[Student \d+\]) were late\.$/.exec(yesterday) ?? [];
  expect([listed === '', other === '']).toEqual([false, false]);
  await first.close();

  browser = await launch({ profile });
  const today = await browser.open('react-textarea');
  const text = await swapped(today, 'Omar Haddad was absent, and Zy Okonkwor was late.');
  const [, stranger = ''] =
    /^(\[Student \d+\]) was absent, and (\[Student \d+\]) was late\.$/.exec(text) ?? [];
  expect(text).toBe(`${stranger} was absent, and ${listed} was late.`);
  expect([listed, other]).not.toContain(stranger);

  const check = await browser.openOwn('check.html');
  const answer = `${listed} sat with ${other}. Student 1 of 30 did not. ${stranger} read.`;
  await check.locator('#back').fill(answer);
  await check.getByRole('button', { name: 'Put names back' }).click();
  await check.getByText(`I no longer know who ${other} was.`).waitFor();
  expect(await check.locator('#restored').inputValue()).toBe(
    `Zyaire Okonkwor sat with ${other}. Student 1 of 30 did not. Omar Haddad read.`,
  );
  expect(await check.getByText('I no longer know').count()).toBe(1);

  const file = docx(paragraph('Dear family of ', `${listed}, and of ${other}`));
  await check
    .getByLabel('A file that came back')
    .setInputFiles({ name: `Note ${stranger}.docx`, mimeType: '', buffer: Buffer.from(file) });
  await check.getByText(`2 labels put back in Note ${stranger}.docx.`).waitFor();
  expect(await check.getByText(`I no longer know who ${other} was.`).count()).toBe(2);
  const [saved] = await Promise.all([
    check.waitForEvent('download'),
    check.getByRole('button', { name: 'Save “Note Omar Haddad with names.docx”' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('Note Omar Haddad with names.docx');
  expect(entryOf(readFileSync(await saved.path()), 'word/document.xml')).toContain(
    paragraph('Dear family of ', `Zyaire Okonkwor, and of ${other}`),
  );
  // One that cannot be read, dropped anywhere on the page.
  await check.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['%PDF-1.7 [Student 1]'], 'broken.pdf'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await check.getByText('broken.pdf could not be read. It may be damaged.').waitFor();

  // The teacher has it forgotten; who is listed stays known.
  const options = await browser.openOwn('options.html');
  await options.getByLabel('Forget it sooner').selectOption('After 4 hours');
  await options.getByText('Saved.').waitFor();
  await options.getByRole('button', { name: 'Forget whose labels these are' }).click();
  await options.getByRole('button', { name: 'Yes, forget it' }).click();
  await options.getByText('It is forgotten.').waitFor();
  await check.locator('#back').fill(`${stranger} sat with ${listed}.`);
  await check.getByRole('button', { name: 'Put names back' }).click();
  await check.getByText(`I no longer know who ${stranger} was.`).waitFor();
  expect(await check.locator('#restored').inputValue()).toBe(`${stranger} sat with Zyaire Okonkwor.`);
  const again = await swapped(await browser.again('react-textarea'), 'Omar Haddad was absent.');
  expect(again).toMatch(/^\[Student \d+\] was absent\.$/);
  expect(again).not.toContain(stranger);
  expect(await options.evaluate(() => chrome.storage.session.get('vault-until'))).toEqual({
    'vault-until': expect.any(Number),
  });
});
