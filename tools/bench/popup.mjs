// How soon the popup says how the tab stands, beside an empty page in its place, for npm run bench:page
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../ensure.mjs';

const ROUNDS = 15;
const WARM_UPS = 2;
/** The browser closes a popup in its own time; the next one shall not share the machine with it. */
const BETWEEN_MS = 500;
/** What the popup may take longer than an empty page in its place, in milliseconds. */
export const POPUP_GOAL = 100;

const EMPTY = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body><h1>Empty</h1></body></html>`;

/** Runs in both pages: tells when the heading is drawn, and closes once that is heard. */
const PROBE = `
const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => {
  const channel = new BroadcastChannel('drawn');
  channel.postMessage(performance.timeOrigin + performance.now());
  channel.onmessage = () => close();
}));
new MutationObserver((_, observer) => {
  if (!document.querySelector('h1')?.textContent) return;
  observer.disconnect();
  drawn();
}).observe(document, { childList: true, subtree: true });
`;

/**
 * A copy of the extension whose popup tells when it is drawn, with an empty page beside it.
 * @param {string} extension its folder
 * @returns {{ folder: string, remove: () => void }}
 */
export function withProbe(extension) {
  const folder = mkdtempSync(path.join(tmpdir(), 'chalkline-popup-'));
  cpSync(extension, folder, { recursive: true });
  writeFileSync(path.join(folder, 'probe.js'), PROBE);
  const probed = (/** @type {string} */ html) =>
    html.replace('</title>', '$&<script src="/probe.js"></script>');
  writeFileSync(path.join(folder, 'empty.html'), probed(EMPTY));
  const popup = path.join(folder, 'popup.html');
  writeFileSync(popup, probed(readFileSync(popup, 'utf8')));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Opens the popup and the empty page by turns, as the toolbar button does, over a guarded page.
 * @param {import('playwright-core').BrowserContext} context with the extension of `withProbe`
 * @param {string} address of the page
 * @returns {Promise<{ popup: number[], empty: number[] }>} milliseconds from the opening to the drawn heading, by rounds
 * @throws {Problem} where none opens
 */
export async function measurePopup(context, address) {
  const worker = context.serviceWorkers()[0];
  if (!worker) throw new Problem('The extension has no background.');
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.bed.ready);
  const series = { popup: /** @type {number[]} */ ([]), empty: /** @type {number[]} */ ([]) };
  for (let round = 0; round < ROUNDS + WARM_UPS; round++) {
    for (const [name, times] of Object.entries(series)) {
      await sleep(BETWEEN_MS);
      const took = await worker.evaluate(async (popup) => {
        await chrome.action.setPopup({ popup });
        const channel = new BroadcastChannel('drawn');
        const drawn = new Promise((resolve) => {
          channel.onmessage = ({ data }) => resolve(data);
        });
        const start = performance.timeOrigin + performance.now();
        await chrome.action.openPopup();
        const end = await Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, 5000, null))]);
        channel.postMessage('close');
        channel.close();
        return end === null ? null : Number(end) - start;
      }, `${name}.html`);
      if (took === null) throw new Problem('The popup did not open.');
      if (round >= WARM_UPS) times.push(took);
    }
  }
  await page.close();
  return series;
}
