/** A real Chromium with the built extension, in which the pages of the test bed stand under real host names. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type BrowserContext, chromium, type Frame, type Page, type Worker } from 'playwright-core';
import { expect, onTestFailed, vi } from 'vitest';
import { findBrowser } from '../../tools/browsers.mjs';
import type { Bed, BedEvent } from '../pages/bed.ts';
import { type BedPage, FRAME_NAME, PAGES, respond, urlOf } from '../pages/pages.ts';
import { PROFILES } from '../setup/profiles.ts';

export const EXTENSION = resolve('.output/chrome-mv3');

/** Of a window, where nothing else is said. */
export const WINDOW = { width: 1200, height: 800 };

export interface BedBrowser {
  context: BrowserContext;
  /** The extension's worker; wakes it where it sleeps. */
  worker(): Promise<Worker>;
  extensionId: string;
  /** A page in a tab of its own. */
  open(id: string, host?: string): Promise<BedTab>;
  /**
   * The same in a new conversation of the tab that an earlier test has used, as a chat begins one without a load: for
   * tests that leave the page whole. A tab of its own costs a browser four times as much as all that such a test does.
   */
  again(id: string): Promise<BedTab>;
  /** Closes all tabs but the one that serves again. */
  tidy(): Promise<void>;
  /** Forgets what a session keeps, as a browser that starts anew. */
  forgetSession(): Promise<void>;
  /** Asks for a tab's answer with names, as the page's menu does. @returns whether there is one */
  showAnswer(tab: BedTab): Promise<boolean | undefined>;
  /** Opens a page of the extension, once its heading stands. In: its address in the extension. */
  openOwn(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the extension; null starts without one. */
  extension?: string | null;
  language?: string;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** Folder of a profile that stays, so that a browser can be started on it again. */
  profile?: string;
  /** Address of a proxy that all connections go through. */
  proxy?: string;
  /** Leaves the welcome open that comes with each install, and so with each of these browsers. */
  welcome?: boolean;
  /** Starts a browser whose policies install the extension. */
  managed?: string;
}

/** Started while the tests of the file before ran: it takes three seconds of waiting until policies are read. */
let ready: Promise<BedBrowser> | undefined;

/** A browser of its own, with a fresh profile where none is given. */
export async function launch(options: LaunchOptions = {}): Promise<BedBrowser> {
  if (Object.keys(options).length > 0) return start(options);
  const browser = await (ready ?? start({}));
  ready = start({});
  // Whoever takes it hears of a failure.
  ready.catch(() => {});
  return browser;
}

async function start(options: LaunchOptions): Promise<BedBrowser> {
  const { managed, language = 'en-US', viewport = WINDOW } = options;
  const { extension = managed ? null : EXTENSION } = options;
  const profile = options.profile ?? mkdtempSync(join(PROFILES, 'profile-'));
  const isNew = readdirSync(profile).length === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: managed ?? findBrowser('chromium')?.path,
    headless: true,
    ignoreDefaultArgs: managed ? ['--disable-background-networking', '--disable-extensions'] : [],
    viewport,
    colorScheme: options.colorScheme ?? 'light',
    locale: language,
    ...(options.proxy && { proxy: { server: options.proxy } }),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-component-update'],
      ...['--disable-sync', `--lang=${language}`],
      // To fetch an extension is networking in the background; the second is for Debian's launcher.
      ...(managed
        ? ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--enable-remote-extensions']
        : ['--disable-background-networking']),
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.route(/^https?:/, (route) => {
    const answer = respond(new URL(route.request().url()));
    return answer ? route.fulfill(answer) : route.abort();
  });
  const worker = async (): Promise<Worker> => {
    for (const one of context.serviceWorkers()) {
      // One that the browser has stopped stays in the list now and then, and answers nothing.
      if (await Promise.race([one.evaluate(() => true).catch(() => false), setTimeout(5000, false)]))
        return one;
    }
    const started = context.waitForEvent('serviceworker');
    const [known] = context.serviceWorkers();
    if (known) {
      // A page of ours wakes it.
      const page = await context.newPage();
      await page.goto(new URL('/privacy.html', known.url()).href);
      await page.evaluate(() => chrome.runtime.sendMessage({ type: 'labels-list' })).catch(() => {});
      await page.close();
    }
    return started;
  };
  const extensionId = extension || managed ? new URL((await worker()).url()).host : '';
  // A fresh profile takes seconds to read its policies; until then every paste is reviewed under the defaults.
  if (extension) await (await worker()).evaluate(() => chrome.storage.managed.get());
  if (isNew && extension && existsSync(join(extension, 'welcome.html'))) {
    const welcome = await vi.waitUntil(
      () => context.pages().find((page) => page.url().endsWith('/welcome.html')),
      { timeout: 30_000 },
    );
    // It comes in front, and most tests count pages.
    if (!options.welcome) await welcome.close();
  }
  const open = async (id: string, host?: string) => {
    const bedPage = PAGES.find((candidate) => candidate.id === id);
    if (!bedPage) throw new Error(`no page ${id}`);
    const page = await context.newPage();
    await page.goto(urlOf(bedPage, host));
    // A tab that was just closed may have given the front to another one meanwhile.
    await page.bringToFront();
    const tab = new BedTab(bedPage, page);
    await tab.ready();
    return tab;
  };
  let kept: BedTab | null = null;
  let conversations = 0;
  return {
    context,
    worker,
    extensionId,
    open,
    again: async (id) => {
      // Without a digit: the first number in a path would be taken for the address that this new chat gets.
      const name = [...String(conversations++)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
      if (kept?.info.id !== id || !(await kept.isAtRest()) || !(await kept.moveOn(`/chat-${name}`))) {
        await kept?.page.close();
        kept = await open(id);
      }
      const tab = kept;
      onTestFailed(() => tab.page.close());
      await tab.page.bringToFront();
      return tab;
    },
    forgetSession: async () => {
      await (await worker()).evaluate(async () => {
        // A review page that is just getting ready needs its token.
        const { tokens: _, ...rest } = await chrome.storage.session.get();
        await chrome.storage.session.remove(Object.keys(rest));
      });
    },
    showAnswer: async (tab) =>
      (await worker()).evaluate(async (url) => {
        const found = (await chrome.tabs.query({})).find((one) => one.url === url);
        return chrome.tabs.sendMessage(found!.id!, { type: 'answer-show' });
      }, tab.page.url()),
    tidy: async () => {
      const others = context.pages().filter((page, i) => i > 0 && page !== kept?.page);
      await Promise.all(others.map((page) => page.close()));
    },
    openOwn: async (path) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      await page.locator('h1').first().waitFor();
      return page;
    },
    close: async () => {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The words of what has the focus in a document. */
export function focusIn(view: Page | Frame): Promise<string | null | undefined> {
  return view.evaluate(() => document.activeElement?.textContent);
}

/** Puts the time of all presses in a document ten seconds back, or where it was. */
export function shiftPresses(back: boolean): void {
  const read = () => performance.now() - 10_000;
  if (back) Object.defineProperty(KeyboardEvent.prototype, 'timeStamp', { get: read, configurable: true });
  else Reflect.deleteProperty(KeyboardEvent.prototype, 'timeStamp');
}

/** One page of the bed in a tab, with a teacher's hands. */
export class BedTab {
  readonly info: BedPage;
  readonly page: Page;

  constructor(info: BedPage, page: Page) {
    this.info = info;
    this.page = page;
  }

  /** The frame that holds the composer. */
  get place(): Frame {
    const frame = this.info.frame ? this.page.frame({ name: FRAME_NAME }) : this.page.mainFrame();
    if (!frame) throw new Error('the composer frame is gone');
    return frame;
  }

  /** Waits until page and guard are up. */
  async ready(): Promise<void> {
    await expect.poll(() => this.place.evaluate(() => window.bed?.ready).catch(() => false)).toBe(true);
  }

  bed<T, A>(run: (bed: Bed, arg: A) => T | Promise<T>, arg: A): Promise<T> {
    const body = `(arg) => (${run.toString()})(window.bed, arg)`;
    // biome-ignore lint/security/noGlobalEval: the function is ours, and runs in the page.
    return this.place.evaluate(eval(body), arg) as Promise<T>;
  }

  /** What the editor's own model holds. */
  text(): Promise<string> {
    return this.bed((bed) => bed.text(), null);
  }

  /** Fills the editor and puts the caret or a selection in it; forgets the log. */
  async start(text = '', from = text.length, to = from, field?: string): Promise<void> {
    await this.bed(
      async (bed, { text, from, to, field }) => {
        if (field) bed.use(field);
        await bed.set(text);
        bed.focus();
        await bed.caret(from, to);
      },
      { text, from, to, field },
    );
    // Lexical takes up a moved caret in its own time.
    await this.page.waitForTimeout(this.info.kind === 'lexical' ? 80 : 20);
    await this.bed((bed) => bed.clear(), null);
  }

  /** Puts text on the clipboard, as a copy in another program would. */
  async copy(content: Clip): Promise<void> {
    await this.page.evaluate(async ({ text, html, png }) => {
      const items: Record<string, Blob> = {};
      if (text !== undefined) items['text/plain'] = new Blob([text], { type: 'text/plain' });
      if (html !== undefined) items['text/html'] = new Blob([html], { type: 'text/html' });
      if (png) {
        const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0));
        items['image/png'] = new Blob([bytes], { type: 'image/png' });
      }
      await navigator.clipboard.write([new ClipboardItem(items)]);
    }, content);
  }

  /** A real key. One that closes the review is never acknowledged, since the frame that got it is gone. */
  async press(key: string): Promise<void> {
    await this.act(this.page.keyboard.press(key));
  }

  /** Waits for an input to be acknowledged or to close the review; not for ever, since a lost frame answers nothing. */
  private async act(input: Promise<void>): Promise<void> {
    const isReview = (frame: Frame) => frame.url().includes('/review.html');
    const closed = this.page.waitForEvent('framedetached', { predicate: isReview, timeout: 5000 });
    await Promise.race([input, closed]).catch(() => {});
  }

  /** Has the review hear presses late, as on a machine that stood still: they were made before it stood. */
  async hearLate(late: boolean): Promise<void> {
    await (await this.reviewFrame()).evaluate(shiftPresses, late);
  }

  /** Copies and pastes with real keys. */
  async paste(content: Clip | string): Promise<void> {
    await this.copy(typeof content === 'string' ? { text: content } : content);
    await this.place.evaluate(() => {
      window.focus();
    });
    await this.press('Control+V');
  }

  /** The review frame once it shows the dialog. A frame that was only made ready may give way to another one meanwhile. */
  async review(name = 'Check before you share'): Promise<Frame> {
    // A frame that still loads answers nothing.
    const isShown = (frame: Frame) =>
      Promise.race([frame.getByRole('dialog', { name }).isVisible(), setTimeout(3000, false)]).catch(
        () => false,
      );
    const find = async () => {
      const frames = this.page.frames().filter((frame) => frame.url().includes('/review.html'));
      const shown = await Promise.all(frames.map(isShown));
      return frames.find((_, i) => shown[i]);
    };
    return vi.waitUntil(find, { timeout: 30_000 });
  }

  /** Waits until keys go to the composer again: from a frame, the word that a review has ended takes a moment. */
  async focused(): Promise<void> {
    const isFocused = () => document.hasFocus() && document.activeElement !== document.body;
    await expect.poll(() => this.place.evaluate(isFocused)).toBe(true);
  }

  async reviewFrame(): Promise<Frame> {
    const find = () => this.page.frames().find((frame) => new URL(frame.url()).pathname === '/review.html');
    await expect.poll(() => find() !== undefined, { timeout: 8000 }).toBe(true);
    return find() as Frame;
  }

  /** Whether a review or an offer is to be seen. The frame loads before it is sure that there is one. */
  async reviewing(): Promise<boolean> {
    const frames = this.page.frames().filter((frame) => frame.url().includes('/review.html'));
    const shown = frames.map((frame) =>
      frame.evaluate(() => document.querySelector('#app')?.hasChildNodes() === true).catch(() => false),
    );
    return (await Promise.all(shown)).includes(true);
  }

  /** Whether nothing of a test before is on the screen. A review that is still open is cancelled. */
  async isAtRest(): Promise<boolean> {
    if (this.page.isClosed()) return false;
    if (!(await this.reviewing())) return true;
    await this.page.bringToFront();
    await this.press('Escape');
    const isClosed = () => vi.waitUntil(async () => !(await this.reviewing()), { timeout: 2000 });
    return isClosed()
      .then(() => this.focused())
      .then(
        () => true,
        () => false,
      );
  }

  /** Gives the page, and the frame that holds the composer, another address without a load. @returns whether they take one */
  moveOn(path: string): Promise<boolean> {
    const move = (path: string) => history.pushState(null, '', path);
    const all = [...new Set([this.page.mainFrame(), this.place])].map((frame) => frame.evaluate(move, path));
    return Promise.all(all).then(
      () => true,
      () => false,
    );
  }

  /** Presses a button of the review by its name, once it answers. */
  async choose(name: 'Use swapped text' | 'Use swapped copy' | 'Use original' | 'Cancel'): Promise<void> {
    await this.answer(name);
    const isClosed = () => vi.waitUntil(async () => !(await this.reviewing()), { timeout: 5000 });
    // Where the machine stood still, the buttons had not been in sight for long enough: one presses again.
    await isClosed().catch(async () => {
      if (await this.reviewing()) await this.answer(name);
      await isClosed();
    });
  }

  /** The same where another dialog may follow. @param dialog the name of the one that has the button */
  async answer(name: string, dialog?: string): Promise<void> {
    const frame = await this.review(dialog);
    await this.page.waitForTimeout(500);
    await this.click(frame, name);
  }

  /** A real click in the middle of a button. Not Playwright's own, which waits for a frame that is gone by then. */
  async click(frame: Frame, name: string): Promise<void> {
    const box = await frame.getByRole('button', { name, exact: true }).boundingBox();
    if (!box) throw new Error(`${name} is not in sight`);
    await this.act(this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2));
  }

  /** Everything that a listener of the page saw or that stood in its document, in all its frames, as one text. */
  async everythingSeen(): Promise<string> {
    const parts = await Promise.all(
      this.page
        .frames()
        .filter((frame) => frame.url().startsWith('http') || frame.url().startsWith('about:'))
        .map((frame) =>
          frame
            .evaluate(() => {
              const log = window.bed as Partial<Bed> | undefined;
              const stored = { ...localStorage, ...sessionStorage };
              return JSON.stringify([
                log?.events,
                log?.mutations,
                log?.sent,
                document.documentElement.outerHTML,
                stored,
              ]);
            })
            .catch(() => ''),
        ),
    );
    return parts.join('\n');
  }

  /** Words and buttons of our notice, which stands in a closed shadow root: read as a screen reader would. */
  async notice(): Promise<string[]> {
    const nodes = await this.accessible();
    return nodes
      .filter((node) => ['StaticText', 'button'].includes(String(node.role?.value)) && !node.ignored)
      .map((node) => String(node.name?.value));
  }

  /** Presses a button or a link of our notice by its name. */
  async pressInNotice(name: string, role = 'button'): Promise<void> {
    const nodes = await this.accessible();
    const node = nodes.find((one) => one.role?.value === role && one.name?.value === name);
    const session = await this.page.context().newCDPSession(this.page);
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node?.backendDOMNodeId });
    await session.detach();
    const [x1, y1, , , x2, y2] = model.content as number[];
    // Where the click opens the review, the focus moves on before the browser has acknowledged it.
    const clicked = this.page.mouse.click((x1! + x2!) / 2, (y1! + y2!) / 2);
    await Promise.race([clicked, this.page.waitForTimeout(2000)]);
  }

  /** The accessibility tree of the page, closed shadow roots included. */
  async accessible() {
    const session = await this.page.context().newCDPSession(this.page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes;
  }

  events(): Promise<BedEvent[]> {
    return this.bed((bed) => bed.events, null);
  }
}

export interface Clip {
  text?: string;
  html?: string;
  /** Base64. */
  png?: string;
}
