/** Promise 1: nothing leaves. The browser runs behind a proxy that writes down who it asks for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXTENSION, launch } from './bed-browser.ts';
import { FLAGGED } from './editor-suite.ts';

const asked: string[] = [];
const proxy = createServer((request, response) => {
  asked.push(String(request.url));
  response.writeHead(502).end();
});
proxy.on('connect', (request, socket) => {
  asked.push(String(request.url));
  socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});
beforeAll(() => new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  proxy.close();
});

/** Long enough for what a browser does by itself after its start. */
const RUN_MS = 12_000;

/** Five pixels square: there is nothing to read in it, and what would read it is loaded all the same. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==';

/** Who is asked for, host and path, while a teacher works: clean and flagged pastes, a picture, and every page of ours. */
async function asking(extension: string, ours: boolean): Promise<string[]> {
  asked.length = 0;
  const start = Date.now();
  const browser = await launch({ extension, proxy: proxyAddress() });
  const tab = await browser.open('prosemirror');
  await tab.start('');
  await tab.paste('Plan a lesson on fractions.');
  await tab.paste(FLAGGED);
  if (ours) {
    await tab.choose('Use swapped text');
    await tab.paste({ png: PICTURE });
    await tab.answer('Read the words in it', 'This is a picture');
    await tab.answer('Cancel', 'I could not look into this file');
    const names = [
      'popup',
      'check',
      'learn',
      'practice',
      'voice',
      'mistake',
      'welcome',
      'options',
      'policy',
      'privacy',
    ];
    for (const name of names) {
      const page = await browser.context.newPage();
      await page.goto(`chrome-extension://${browser.extensionId}/${name}.html`);
      await page.locator('h1').first().waitFor();
    }
  }
  await tab.page.waitForTimeout(Math.max(0, RUN_MS - (Date.now() - start)));
  await browser.close();
  return [...new Set(asked.map((url) => url.replace(/\?.*/, '')))].sort();
}

const proxyAddress = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

/** A browser asks for updates of any extension, so the run to compare with has one that does nothing. */
function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chalkline-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, permissions: ['storage'] }));
  writeFileSync(join(folder, 'worker.js'), '');
  return folder;
}

test('the extension makes no connection that the browser alone does not make', async () => {
  const empty = emptyExtension();
  const alone = await asking(empty, false);
  const withIt = await asking(EXTENSION, true);
  rmSync(empty, { recursive: true });
  expect(withIt.filter((address) => !alone.includes(address))).toEqual([]);
}, 60_000);

test('the proxy would have seen one', async () => {
  asked.length = 0;
  const browser = await launch({ proxy: proxyAddress() });
  const page = await browser.context.newPage();
  await browser.context.unrouteAll();
  await page.goto('http://leak.example.org/').catch(() => {});
  await browser.close();
  expect(asked.join()).toContain('leak.example.org');
});
