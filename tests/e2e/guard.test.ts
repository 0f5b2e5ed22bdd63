/** The guard beyond plain pasting: drops, fields left alone, and everything that goes wrong. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BedBrowser, type BedTab, EXTENSION, focusIn, launch } from './bed-browser.ts';
import { FLAGGED, numberless, SWAPPED } from './editor-suite.ts';

let browser: BedBrowser;
let tab: BedTab;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => browser.tidy());

const swapped = async (of = tab) => numberless(await of.text());

/** The text that our frame offers back, once it does. */
async function offered(): Promise<string> {
  const frames = () => tab.page.frames().filter((frame) => frame.url().includes('/review.html'));
  const read = async () => {
    const values = frames().map((frame) =>
      frame
        .evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea[readonly]')?.value)
        .catch(() => ''),
    );
    return (await Promise.all(values)).find(Boolean) ?? '';
  };
  await expect.poll(read, { timeout: 5000 }).not.toBe('');
  return read();
}

/** Drags text from outside the browser onto a point. */
async function drop(
  session: CDPSession,
  x: number,
  y: number,
  items: { mimeType: string; data: string }[],
): Promise<void> {
  const data = { items, files: [], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
}

describe('dropped text', () => {
  test.each(['react-textarea', 'prosemirror'])('is reviewed and put where it was dropped: %s', async (id) => {
    tab = await browser.again(id);
    await tab.start('before after', 12);
    const box = await tab.place.locator(tab.info.fields[0]!.selector).boundingBox();
    const session = await tab.page.context().newCDPSession(tab.page);
    await drop(session, box!.x + box!.width / 2, box!.y + box!.height / 2, [
      { mimeType: 'text/plain', data: FLAGGED },
    ]);
    await tab.choose('Use swapped text');
    await expect.poll(() => swapped()).toBe(`before after${SWAPPED}`);
    expect(await tab.everythingSeen()).not.toMatch(/Maya|204418/);
  });

  test('a clean drop reaches the page', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('');
    const box = await tab.place.locator('#message').boundingBox();
    const session = await tab.page.context().newCDPSession(tab.page);
    await drop(session, box!.x + 20, box!.y + 10, [
      { mimeType: 'text/plain', data: 'A lesson on fractions.' },
    ]);
    await expect.poll(() => tab.text()).toBe('A lesson on fractions.');
  });
});

test('a paste while an input method composes is reviewed like any other', async () => {
  tab = await browser.again('prosemirror');
  await tab.start('');
  const session = await tab.page.context().newCDPSession(tab.page);
  await session.send('Input.imeSetComposition', { text: 'かな', selectionStart: 2, selectionEnd: 2 });
  await tab.paste(FLAGGED);
  await tab.choose('Use swapped text');
  await expect.poll(() => swapped()).toBe(`かな${SWAPPED}`);
});

test('words that are dragged within the page are not asked about', async () => {
  tab = await browser.again('react-textarea');
  await tab.start(FLAGGED, 0, 10);
  const box = await tab.place.locator('#message').boundingBox();
  await tab.page.mouse.move(box!.x + 20, box!.y + 16);
  await tab.page.mouse.down();
  await tab.page.mouse.move(box!.x + 120, box!.y + 16, { steps: 8 });
  await tab.page.mouse.move(box!.x + 230, box!.y + 16, { steps: 8 });
  await tab.page.mouse.up();
  await tab.page.waitForTimeout(300);
  expect(await tab.reviewing()).toBe(false);
  expect((await tab.events()).map(({ type }) => type)).toContain('drop');
  expect(await tab.text()).not.toMatch(/^Maya Lopez \(/);
});

describe('a language that is not read', () => {
  const VIETNAMESE = 'hôm nay cháu không đi học được vì cháu bị ốm từ hôm qua';
  const NOTICE = 'I read English and Spanish. I may miss names here.';

  test('goes in as it is, with a word about it once per conversation', async () => {
    tab = await browser.open('react-textarea');
    const paste = async (path: string, text = VIETNAMESE) => {
      await tab.page.evaluate((to) => history.pushState(null, '', to), path);
      await tab.start('');
      await tab.paste(text);
      await expect.poll(() => tab.text()).toBe(text);
    };
    await paste('/', 'A lesson on fractions.');
    expect(await tab.notice()).not.toContain(NOTICE);
    await paste('/');
    await expect.poll(() => tab.notice()).toContain(NOTICE);
    expect(await tab.reviewing()).toBe(false);
    // It goes away by itself; another paste does not bring it back, nor does the address that a new chat gets.
    await expect.poll(() => tab.notice(), { timeout: 20_000 }).not.toContain(NOTICE);
    await paste('/');
    await paste('/c/67f0a1b2-11aa-4c1d');
    expect(await tab.notice()).not.toContain(NOTICE);
    await paste('/c/9911bb22-cc33-4d2e');
    await expect.poll(() => tab.notice()).toContain(NOTICE);
  });
});

describe('fields that are left alone', () => {
  test.each(['username', 'password', 'code', 'card', 'search', 'url'])('%s', async (field) => {
    tab = await browser.again('login');
    await tab.start('', 0, 0, field);
    await tab.paste('maya.lopez@example.org');
    await expect.poll(() => tab.text()).toBe('maya.lopez@example.org');
    expect(await tab.reviewing()).toBe(false);
  });
});

describe('formatting that holds what the text does not show', () => {
  test('an address behind a link opens review, and the swapped text has no link', async () => {
    tab = await browser.open('tiptap');
    await tab.start('');
    await tab.paste({
      text: 'Write to the family.',
      html: '<p>Write to <a href="mailto:ana.lopez@example.org">the family</a>.</p>',
    });
    const review = await tab.review();
    expect(await review.locator('body').innerText()).toContain('The copied formatting holds a detail');
    await tab.choose('Use swapped text');
    await expect.poll(() => tab.text()).toBe('Write to the family.');
    expect(await tab.bed((bed) => bed.html?.(), null)).not.toContain('ana.lopez');
  });
});

describe('the review', () => {
  test('is a dialog in our own document, with its buttons by name, and the element in the page is nothing', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('');
    await tab.paste(FLAGGED);
    const review = await tab.review();
    expect(new URL(review.url()).protocol).toBe('chrome-extension:');
    for (const name of ['Use swapped text', 'Use original', 'Cancel']) {
      expect(await review.getByRole('button', { name, exact: true }).count()).toBe(1);
    }
    await expect.poll(() => focusIn(review)).toBe('Use swapped text');
    expect(await tab.page.evaluate(`window.find('Maya Lopez')`)).toBe(false);
  });

  test('keeps one name, and takes in a word that was missed', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('');
    await tab.paste(
      'Maya Lopez and Devon Carter missed the trombone lesson. The next trombone lesson is soon.',
    );
    const review = await tab.review();
    await review.getByRole('button', { name: 'Keep for this conversation: Devon Carter' }).click();
    await review.getByLabel('Something missed?').fill('trombone');
    await review.getByRole('button', { name: 'Swap this too' }).click();
    await review.getByRole('button', { name: 'Keep for this conversation: trombone' }).waitFor();
    await tab.choose('Use swapped text');
    await expect
      .poll(() => swapped())
      .toBe('[Student #] and Devon Carter missed the [Detail #] lesson. The next [Detail #] lesson is soon.');
  });

  test('takes in words that are selected in the text', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('');
    await tab.paste('Maya Lopez met the robotics team on Monday.');
    const review = await tab.review();
    await review.evaluate(() => {
      const run = [...document.querySelectorAll('[data-start]')].find((one) =>
        one.textContent?.includes('robotics'),
      );
      const words = run?.firstChild as Text;
      const start = words.data.indexOf('robotics team');
      getSelection()?.setBaseAndExtent(words, start, words, start + 'robotics team'.length);
    });
    await expect.poll(() => review.getByLabel('Something missed?').inputValue()).toBe('robotics team');
    await review.getByRole('button', { name: 'Swap this too' }).click();
    await review.getByRole('button', { name: 'Keep for this conversation: robotics team' }).waitFor();
    await tab.choose('Use swapped text');
    await expect.poll(() => swapped()).toBe('[Student #] met the [Detail #] on Monday.');
  });

  test('of a long text starts where the first finding is', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('');
    await tab.paste(`${'Plan a lesson on fractions.\n'.repeat(200)}${FLAGGED}`);
    const review = await tab.review();
    // The pane scrolls there once it is laid out.
    await expect
      .poll(async () => {
        const mark = await review.locator('mark').first().boundingBox();
        const pane = await review.locator('.draft').boundingBox();
        return mark!.y > pane!.y && mark!.y < pane!.y + pane!.height;
      })
      .toBe(true);
  });

  test('folds many people into one group with one choice', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('');
    const names = ['Maya Lopez', 'Devon Carter', 'Aisha Khan', 'Liam Olsen', 'Grace Kim', 'Jamal Reed'];
    await tab.paste(names.map((name) => `${name} was absent on Monday.`).join('\n'));
    const review = await tab.review();
    await review.getByText('6 students').click();
    await review.getByRole('button', { name: 'Keep all of them' }).click();
    await tab.choose('Use swapped text');
    await expect.poll(() => tab.text()).toBe(names.map((name) => `${name} was absent on Monday.`).join('\n'));
  });

  test('opens the folded group of a mark that is clicked', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('');
    const names = ['Maya Lopez', 'Devon Carter', 'Aisha Khan', 'Liam Olsen', 'Grace Kim', 'Jamal Reed'];
    await tab.paste(names.map((name) => `${name} was absent on Monday.`).join('\n'));
    const review = await tab.review();
    await review.locator('mark', { hasText: 'Aisha Khan' }).click();
    await expect.poll(() => focusIn(review)).toBe('Aisha Khan');
    expect(await review.locator('.group').count()).toBe(names.length);
    await review.getByRole('button', { name: 'Keep for this conversation: Aisha Khan' }).click();
    await tab.choose('Use swapped text');
    await expect.poll(() => swapped()).toContain('Aisha Khan was absent');
  });

  test('sensitive words stay unless the teacher takes them out', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('');
    await tab.paste('Maya Lopez has dyslexia.');
    const review = await tab.review();
    expect(await review.locator('body').innerText()).toContain(
      'Names are out. These details can still point to one child.',
    );
    await tab.choose('Use swapped text');
    await expect.poll(() => swapped()).toMatch(/^\[Student #\] has .*dyslexia\.$/);
  });

  test('works by keyboard alone', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('');
    await tab.paste(FLAGGED);
    const review = await tab.review();
    await expect.poll(() => focusIn(review)).toBe('Use swapped text');
    await tab.page.waitForTimeout(600);
    await tab.press('Shift+Tab');
    await expect.poll(() => focusIn(review)).toBe('Use original');
    await tab.press('Tab');
    await tab.press('Enter');
    await expect.poll(() => swapped()).toBe(SWAPPED);
  });

  test('comes up again when the page covers it', async () => {
    tab = await browser.open('long-modal');
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.review();
    await tab.page.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')?.showModal());
    await tab.page.waitForTimeout(1500);
    await tab.click(await tab.review(), 'Use swapped text');
    // The composer is behind the page's own dialog now and takes no text, so it is offered back.
    expect(numberless(await offered())).toBe(SWAPPED);
  });

  test('over a dialog that the page has opened', async () => {
    tab = await browser.open('long-modal');
    await tab.page.click('#open-modal');
    await tab.start('', 0, 0, 'note');
    await tab.paste(FLAGGED);
    await tab.choose('Use swapped text');
    await expect.poll(() => swapped()).toBe(SWAPPED);
  });

  test('moves to a window of its own where the page throws it out', async () => {
    tab = await browser.open('frame-remover');
    await tab.start('');
    const opened = browser.context.waitForEvent('page').catch(() => null);
    await tab.paste(FLAGGED);
    const find = () => browser.context.pages().find((page) => page.url().includes('/review.html'));
    await expect
      .poll(
        async () =>
          (await find()?.getByRole('button', { name: 'Use swapped text' }).count()) ||
          (await tab.reviewing()),
        { timeout: 8000 },
      )
      .toBeTruthy();
    const own = find();
    if (own) {
      await opened;
      await own.waitForTimeout(700);
      await own
        .getByRole('button', { name: 'Use swapped text', exact: true })
        .click()
        .catch(() => {});
    } else {
      await tab.choose('Use swapped text');
    }
    await expect.poll(() => swapped(), { timeout: 5000 }).toBe(SWAPPED);
  });

  test('shows nothing to a page that loads it without us', async () => {
    tab = await browser.open('contenteditable');
    await tab.page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
      frame.addEventListener('load', () => {
        const { port2 } = new MessageChannel();
        frame.contentWindow?.postMessage({ token: 'guess' }, '*', [port2]);
      });
    }, `chrome-extension://${browser.extensionId}/review.html`);
    const frame = await tab.reviewFrame();
    await tab.page.waitForTimeout(500);
    expect(await frame.evaluate(() => document.body.innerText.trim())).toBe('');
  });
});

describe('what goes wrong', () => {
  test('an editor that leaves the page while review is open: the text is offered back', async () => {
    tab = await browser.open('react-textarea');
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.review();
    await tab.page.evaluate(() => document.querySelector('form')?.remove());
    await tab.page.waitForTimeout(600);
    await tab.click(await tab.review(), 'Use swapped text');
    expect(numberless(await offered())).toBe(SWAPPED);
    const frame = await tab.reviewFrame();
    await frame.getByRole('button', { name: 'Copy the text' }).click();
    await expect.poll(() => tab.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\[Student/);
  });

  test('a frame that leaves the page while review is open: the text is offered back', async () => {
    tab = await browser.open('iframe-small');
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.review();
    await tab.page.evaluate(() => document.querySelector('iframe')?.remove());
    await tab.page.waitForTimeout(600);
    await tab.click(await tab.review(), 'Use swapped text');
    expect(numberless(await offered())).toBe(SWAPPED);
  });

  test('the worker is stopped in the middle of a review: it still finishes', async () => {
    tab = await browser.open('react-textarea');
    await tab.start('');
    await tab.paste('Zora Whitfield was late.');
    await tab.review();
    const session = await browser.context.newCDPSession(tab.page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await tab.choose('Use swapped text');
    await expect.poll(() => swapped()).toBe('[Student #] was late.');
  });

  test('a page that forges the start message of another script does not take the guard down', async () => {
    tab = await browser.open('react-textarea');
    await tab.page.evaluate((id) => {
      const name = `${id}:guard:wxt:content-script-started`;
      document.dispatchEvent(
        new CustomEvent(name, { detail: { contentScriptName: 'guard', messageId: 'x' } }),
      );
      window.postMessage({ type: name, contentScriptName: 'guard', messageId: 'x' }, '*');
      window.dispatchEvent(new Event('chalkline-guard-started'));
    }, browser.extensionId);
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.choose('Use swapped text');
    await expect.poll(() => swapped()).toBe(SWAPPED);
  });

  test('a page that replays our paste with other words gets them checked', async () => {
    tab = await browser.open('prosemirror');
    await tab.start('');
    await tab.page.evaluate(() => {
      window.addEventListener(
        'paste',
        (event) => {
          if (
            event.isTrusted ||
            !(event as ClipboardEvent).clipboardData?.getData('text/plain').includes('[Student')
          )
            return;
          event.stopImmediatePropagation();
          const data = new DataTransfer();
          data.setData('text/plain', 'Devon Carter (ID 775501) was late.');
          event.target?.dispatchEvent(
            new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
          );
        },
        { capture: true, once: true },
      );
    });
    await tab.paste(FLAGGED);
    const review = await tab.review();
    await tab.page.waitForTimeout(600);
    await tab.click(review, 'Use swapped text');
    // The other words are a paste of their own, and get a review of their own.
    const marked = () =>
      Promise.all(
        tab.page.frames().map((frame) =>
          frame
            .locator('mark')
            .allTextContents()
            .catch(() => []),
        ),
      );
    await expect.poll(async () => (await marked()).flat().join()).toContain('Devon Carter');
    expect(await tab.text()).not.toContain('Devon');
  });

  test('text of odd characters and right to left comes out whole', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('');
    await tab.paste('👩🏽‍🏫 Maya Lopez\u00a0was late. שלום עולם. e\u0301tude \u{1F600} (ID 204418)');
    await tab.choose('Use swapped text');
    await expect
      .poll(() => swapped())
      .toBe('👩🏽‍🏫 [Student #]\u00a0was late. שלום עולם. e\u0301tude \u{1F600} (ID [ID #])');
  });

  test('an empty clipboard does nothing', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('here');
    await tab.paste('');
    await tab.page.waitForTimeout(200);
    expect([await tab.text(), await tab.reviewing()]).toEqual(['here', false]);
  });
});

describe('long texts', () => {
  const clean = 'Plan a lesson on fractions. Use number lines and two worked examples.\n';

  test.each(['react-textarea', 'contenteditable', 'prosemirror', 'prosemirror-chatgpt', 'lexical', 'quill'])(
    '100 KB with a name: %s',
    async (id) => {
      tab = await browser.open(id);
      await tab.start('');
      const half = clean.repeat(715).trimEnd();
      await tab.paste(`${half}\n${FLAGGED}\n${half}`);
      await expect.poll(() => tab.reviewing(), { timeout: 8000 }).toBe(true);
      await tab.choose('Use swapped text');
      await expect.poll(() => swapped(), { timeout: 10_000 }).toBe(`${half}\n${SWAPPED}\n${half}`);
    },
  );

  test('a clean one over 32,000 characters goes in by itself, with its formatting', async () => {
    tab = await browser.open('tiptap');
    await tab.start('');
    const html = `<p>${'Use <b>number lines</b> and two worked examples. '.repeat(900)}</p>`;
    const text = 'Use number lines and two worked examples. '.repeat(900).trim();
    await tab.paste({ text, html });
    await expect.poll(async () => (await tab.text()).trim(), { timeout: 10_000 }).toBe(text);
    expect(await tab.bed((bed) => bed.html?.(), null)).toContain('<strong>number lines</strong>');
    expect(await tab.reviewing()).toBe(false);
  });

  test('5 MB is checked in slices, and Cancel stops it', async () => {
    tab = await browser.again('react-textarea');
    await tab.start('before');
    await tab.paste(clean.repeat(75_000));
    const frame = await tab.reviewFrame();
    await frame.getByRole('progressbar').waitFor();
    await tab.page.waitForTimeout(300);
    expect(Number(await frame.getByRole('progressbar').getAttribute('value'))).toBeGreaterThan(0);
    await tab.click(frame, 'Cancel');
    await expect.poll(() => tab.reviewing()).toBe(false);
    expect(await tab.text()).toBe('before');
  });
});

/** A copy of the built extension with something changed, as a browser of its own. */
async function changed(
  edit: (folder: string) => void,
): Promise<{ other: BedBrowser; done(): Promise<void>; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'chalkline-changed-'));
  cpSync(EXTENSION, folder, { recursive: true });
  edit(folder);
  const other = await launch({ extension: folder });
  return {
    other,
    folder,
    done: async () => {
      await other.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Reloads or turns off the extension, as a person does on the browser's own page. */
async function developer(other: BedBrowser, what: 'reload' | 'disable', options: object): Promise<void> {
  const page = await other.context.newPage();
  await page.goto('chrome://extensions');
  const args = JSON.stringify(other.extensionId);
  // Without developer mode the browser turns an unpacked extension off instead of loading it again.
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await page.evaluate(
    what === 'reload'
      ? `chrome.developerPrivate.reload(${args}, ${JSON.stringify(options)})`
      : `chrome.management.setEnabled(${args}, false)`,
  );
  await page.close();
}

/** How many scripts of ours live in the page. */
async function isolatedWorlds(): Promise<number> {
  const session = await tab.page.context().newCDPSession(tab.page);
  let count = 0;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) count += 1;
  });
  await session.send('Runtime.enable');
  await session.detach();
  return count;
}

describe('with another build', () => {
  test('a path gate holds at event time, also after the page has moved on by itself', async () => {
    const { other, done } = await changed((folder) => {
      // x.com is turned on by the teacher; a browser test cannot click the browser's own question.
      const file = join(folder, 'manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8'));
      manifest.host_permissions.push('https://x.com/*');
      for (const script of manifest.content_scripts) script.matches.push('https://x.com/*');
      writeFileSync(file, JSON.stringify(manifest));
    });
    const page = await other.open('react-textarea', 'x.com');
    await page.start('');
    await page.paste(FLAGGED);
    await expect.poll(() => page.text()).toBe(FLAGGED);
    expect(await page.reviewing()).toBe(false);
    await page.page.evaluate(() => history.pushState(null, '', '/i/grok'));
    await page.start('');
    await page.paste(FLAGGED);
    await page.choose('Use swapped text');
    await expect.poll(() => swapped(page)).toBe(SWAPPED);
    await page.page.evaluate(() => history.pushState(null, '', '/home'));
    await page.start('');
    await page.paste(FLAGGED);
    await expect.poll(() => page.text()).toBe(FLAGGED);
    await done();
  });

  test('a detector that fails lets nothing in, and says so without a word of the text', async () => {
    const { other, done } = await changed((folder) => {
      writeFileSync(
        join(folder, 'detector.js'),
        `globalThis[Symbol.for('chalkline.slot')].detector = { detect() { throw new Error('broken') }, warm() {} };`,
      );
    });
    tab = await other.open('react-textarea');
    await tab.start('before');
    await tab.paste(FLAGGED);
    await expect.poll(() => tab.notice()).toContain('Chalkline could not check this.');
    expect(await tab.notice()).toEqual(expect.arrayContaining(['Try again', 'Paste unchecked']));
    expect((await tab.notice()).join(' ')).not.toMatch(/Maya|204418/);
    expect(await tab.text()).toBe('before');
    await tab.pressInNotice('Paste unchecked');
    await expect.poll(() => tab.text()).toBe(`before${FLAGGED}`);
    await done();
  });

  test('a paste before the detector is there builds it on the spot', async () => {
    const { other, done } = await changed((folder) => {
      const file = join(folder, 'manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8'));
      manifest.content_scripts = manifest.content_scripts.filter(
        (one: { js: string[] }) => !one.js.includes('detector.js'),
      );
      writeFileSync(file, JSON.stringify(manifest));
    });
    tab = await other.open('react-textarea');
    await tab.copy({ text: FLAGGED });
    await tab.bed((bed) => bed.focus(), null);
    await tab.press('Control+V');
    await tab.choose('Use swapped text');
    await expect.poll(() => swapped()).toBe(SWAPPED);
    await done();
  });

  test('an orphan of an older version shows no draft and lets nothing in; the new one takes over', async () => {
    const { other, done } = await changed(() => {});
    tab = await other.open('react-textarea');
    await tab.start('before');
    await tab.copy({ text: FLAGGED });
    const contexts = await isolatedWorlds();
    await developer(other, 'reload', { failQuietly: true });
    // The new version puts its guard into open tabs, and the old one steps aside for it.
    await expect.poll(isolatedWorlds, { timeout: 8000 }).toBe(contexts + 1);
    await tab.page.bringToFront();
    await tab.bed((bed) => bed.focus(), null);
    await tab.press('Control+V');
    await tab.choose('Use swapped text');
    await expect.poll(() => swapped()).toBe(`before${SWAPPED}`);
    await done();
  });

  test('an orphan alone says what happened', async () => {
    const { other, done } = await changed(() => {});
    tab = await other.open('react-textarea');
    await tab.start('before');
    await tab.copy({ text: FLAGGED });
    await developer(other, 'disable', {});
    await tab.page.bringToFront();
    await tab.bed((bed) => bed.focus(), null);
    await tab.press('Control+V');
    await expect
      .poll(() => tab.notice())
      .toContain('Chalkline was updated. Your text is still on your clipboard. Reload to go on.');
    expect(await tab.text()).toBe('before');
    expect(await tab.reviewing()).toBe(false);
    // What is typed is held once, and does not stay in the way for ever.
    await tab.start(FLAGGED);
    await tab.press('Enter');
    await expect.poll(async () => (await tab.notice()).join()).toContain('Nothing was sent.');
    expect(await tab.bed((bed) => [bed.text(), ...bed.sent], null)).toEqual([FLAGGED]);
    await tab.press('Enter');
    await expect.poll(() => tab.bed((bed) => bed.sent, null)).toEqual([FLAGGED]);
    await done();
  });
});

test('a review page is ready, unseen, before the first paste, and again after a review', async () => {
  tab = await browser.open('react-textarea');
  await tab.start('');
  await tab.reviewFrame();
  expect(await tab.reviewing()).toBe(false);
  expect(await tab.bed(() => document.querySelector('dialog') === null, null)).toBe(true);
  await tab.paste(FLAGGED);
  await tab.choose('Cancel');
  await tab.reviewFrame();
  expect(await tab.reviewing()).toBe(false);
  expect(await tab.text()).toBe('');
});
