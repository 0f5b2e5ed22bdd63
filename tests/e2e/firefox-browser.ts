/** A real Firefox with the built extension, driven over WebDriver BiDi, in which the pages of the test bed stand under real host names. */
import { resolve } from 'node:path';
import { type Frame, type HTTPRequest, type KeyInput, launch, type Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import { findBrowser } from '../../tools/browsers.mjs';
import type { Bed, BedEvent } from '../pages/bed.ts';
import { type BedPage, FRAME_NAME, PAGES, respond, urlOf } from '../pages/pages.ts';
import { shiftPresses } from './bed-browser.ts';

export const FIREFOX_EXTENSION = resolve('.output/firefox-mv3');

/** An address where no extension of ours runs: what is copied there comes from "another program". */
const ELSEWHERE = 'https://notes.example.org/bed/react-textarea';
/** For `expect.poll`: a busy machine needs more than the second it waits by itself. */
export const PATIENT = { timeout: 8000 };
/** The review's buttons answer only after they have been in sight for 400 ms. */
export const ARMED_MS = 600;

export interface FirefoxBed {
  /** Opens a page of the bed in a tab of its own. */
  open(id: string, options?: OpenOptions): Promise<FirefoxTab>;
  /** The review, once it shows in a window of its own. */
  reviewWindow(): Promise<Page>;
  pages(): Promise<Page[]>;
  close(): Promise<void>;
}

interface OpenOptions {
  /** Copied with real keys, on a page that is not guarded, before this one is opened. */
  copied?: Clip;
  /** The last script of the page never comes, so its document is never complete. */
  unfinished?: boolean;
}

/** Either is the whole: rich text brings its plain twin, as a copy does. */
export type Clip = { text: string } | { html: string };

/**
 * Starts Firefox with a fresh profile. @param extension its folder; null starts without one
 * @param program what starts it, where that is not Firefox itself
 */
export async function launchFirefox(
  extension: string | null = FIREFOX_EXTENSION,
  program?: string,
): Promise<FirefoxBed> {
  const executablePath = program ?? findBrowser('firefox')?.path;
  if (!executablePath) throw new Error('no Firefox was found');
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });
  if (extension) {
    await browser.installExtension(extension);
    // It comes in front with each install. The driver does not hear where such a tab has gone.
    const isWelcome = (page: Page) =>
      page.evaluate(() => location.pathname === '/welcome.html').catch(() => false);
    const welcome = await vi.waitUntil(
      async () => {
        for (const page of await browser.pages()) if (await isWelcome(page)) return page;
      },
      { timeout: 15_000, interval: 200 },
    );
    await welcome.close();
  }
  return {
    open: async (id, { copied, unfinished = false } = {}) => {
      const info = PAGES.find((candidate) => candidate.id === id);
      if (!info) throw new Error(`no page ${id}`);
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => void answer(request, unfinished));
      const tab = new FirefoxTab(info, page);
      if (copied) await tab.copy(copied);
      const loaded = page.goto(urlOf(info));
      // Settles when the tab is closed.
      if (unfinished) loaded.catch(() => {});
      else await loaded;
      await tab.ready();
      return tab;
    },
    reviewWindow: async () => {
      const find = async () =>
        (await browser.pages()).find((page) => new URL(page.url()).pathname === '/review.html');
      const shown = async () => (await find())?.$('[role=dialog]');
      await expect.poll(() => shown().catch(() => null), PATIENT).toBeTruthy();
      return (await find()) as Page;
    },
    pages: () => browser.pages(),
    close: () => browser.close(),
  };
}

async function answer(request: HTTPRequest, unfinished: boolean): Promise<void> {
  const url = new URL(request.url());
  if (url.pathname === '/never') return;
  const response = respond(url);
  if (!response) return request.abort();
  const body =
    unfinished && !ELSEWHERE.startsWith(url.origin)
      ? `${response.body}<script src="/never"></script>`
      : response.body;
  await request.respond({ ...response, body });
}

/** One page of the bed in a tab, with a teacher's hands. */
export class FirefoxTab {
  readonly info: BedPage;
  readonly page: Page;

  constructor(info: BedPage, page: Page) {
    this.info = info;
    this.page = page;
  }

  /** Waits until the page is up, and the one before it gone. */
  async ready(): Promise<void> {
    const isReady = async () => {
      const host = await this.page.evaluate(() => location.host);
      return host === this.info.host && (await this.place()).evaluate(() => window.bed?.ready);
    };
    await vi.waitUntil(() => isReady().catch(() => false), PATIENT);
  }

  /** The frame that holds the composer. */
  async place(): Promise<Frame> {
    const element = this.info.frame && (await this.page.$(`iframe[name="${FRAME_NAME}"]`));
    return element ? element.contentFrame() : this.page.mainFrame();
  }

  async bed<T, A>(run: (bed: Bed, arg: A) => T | Promise<T>, arg: A): Promise<T> {
    const body = `(${run.toString()})(window.bed, ${JSON.stringify(arg)})`;
    return (await this.place()).evaluate(body) as Promise<T>;
  }

  /** What the editor's own model holds. */
  text(): Promise<string> {
    return this.bed((bed) => bed.text(), null);
  }

  events(): Promise<BedEvent[]> {
    return this.bed((bed) => bed.events, null);
  }

  /** Leaves the page for one that is not guarded, and copies there with real keys. */
  async copy(clip: Clip): Promise<void> {
    await this.page.goto(ELSEWHERE);
    await this.page.evaluate((clip) => {
      const box = document.createElement('textarea');
      if ('html' in clip) {
        document.body.innerHTML = clip.html;
        getSelection()?.selectAllChildren(document.body);
      } else {
        document.body.replaceChildren(box);
        box.value = clip.text;
        box.select();
      }
    }, clip);
    await this.press('Control', 'c');
  }

  /** Fills the editor and puts the caret or a selection in it; forgets the log. */
  async start(text = '', from = text.length, to = from): Promise<void> {
    await this.bed(
      async (bed, { text, from, to }) => {
        await bed.set(text);
        bed.focus();
        await bed.caret(from, to);
      },
      { text, from, to },
    );
    // Lexical takes up a moved caret in its own time.
    await pause(this.info.kind === 'lexical' ? 80 : 20);
    await this.bed((bed) => bed.clear(), null);
  }

  /** Real keys, pressed in this order and let go in the other. */
  async press(...keys: KeyInput[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.down(key);
    for (const key of keys.toReversed()) await this.page.keyboard.up(key);
  }

  /** Firefox tells BiDi nothing of an extension page's address, so each frame is asked for its own. */
  async reviewFrame(): Promise<Frame | undefined> {
    const frames = await Promise.all(
      this.page.frames().map(async (frame) => {
        const path = await frame
          .evaluate(() => location.protocol === 'moz-extension:' && location.pathname)
          .catch(() => false);
        return path === '/review.html' ? frame : undefined;
      }),
    );
    return frames.find((frame) => frame !== undefined);
  }

  /** Whether a review or an offer is to be seen. The frame is loaded ahead. */
  async reviewing(): Promise<boolean> {
    const isShown = () => document.querySelector('#app')?.hasChildNodes() === true;
    return (await (await this.reviewFrame())?.evaluate(isShown).catch(() => false)) ?? false;
  }

  /** The review frame once it shows the dialog. */
  async review(): Promise<Frame> {
    const shown = async () => {
      const frame = await this.reviewFrame();
      return frame?.evaluate(() => document.querySelector('[role=dialog]') !== null);
    };
    await expect.poll(() => shown().catch(() => false), PATIENT).toBe(true);
    return (await this.reviewFrame()) as Frame;
  }

  /** Has the review hear presses late, as on a machine that stood still: they were made before it stood. */
  async hearLate(late: boolean): Promise<void> {
    const found = async () => (await this.reviewFrame()) !== undefined;
    await expect.poll(() => found().catch(() => false), PATIENT).toBe(true);
    await (await this.reviewFrame())!.evaluate(shiftPresses, late);
  }

  /** Answers the review with its default button by keyboard, once that listens. */
  async useSwapped(): Promise<void> {
    await this.review();
    await pause(ARMED_MS);
    await this.press('Enter');
    await expect.poll(() => this.reviewing(), PATIENT).toBe(false);
  }

  /** Waits until keys go to the composer again. */
  async focused(): Promise<void> {
    const isFocused = () => document.hasFocus() && document.activeElement !== document.body;
    await expect.poll(async () => (await this.place()).evaluate(isFocused), PATIENT).toBe(true);
  }

  /** Everything that a listener of the page saw or that stood in its document, in all its frames, as one text. */
  async everythingSeen(): Promise<string> {
    const parts = await Promise.all(
      this.page.frames().map((frame) =>
        frame
          .evaluate(() => {
            if (location.protocol === 'moz-extension:') return '';
            const { events, mutations, sent } = window.bed as Partial<Bed>;
            const stored = { ...localStorage, ...sessionStorage };
            return JSON.stringify([events, mutations, sent, document.documentElement.outerHTML, stored]);
          })
          .catch(() => ''),
      ),
    );
    return parts.join('\n');
  }
}

/** Waits for something that gives no sign. */
export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
