/** Pages that get in the way, by chance or on purpose: nothing slips by, nothing is lost, nothing freezes. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';
import { FLAGGED, numberless, SWAPPED } from './editor-suite.ts';

let browser: BedBrowser;
let tab: BedTab;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of browser.context.pages().slice(1)) await page.close();
});

const swapped = async () => numberless(await tab.text());
const reviewWindow = () => browser.context.pages().find((page) => page.url().includes('/review.html'));

async function dropAt(selector: string, items: { mimeType: string; data: string }[]): Promise<void> {
  const box = await tab.place.locator(selector).boundingBox();
  const session = await tab.page.context().newCDPSession(tab.page);
  const data = { items, files: [], dragOperationsMask: 1 };
  const at = { x: box!.x + 20, y: box!.y + 10, data };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at });
  }
}

describe('the page keeps what it has', () => {
  test('a script that loads late and writes to the document wipes nothing', async () => {
    tab = await browser.open('react-textarea');
    await tab.start('my words');
    await tab.page.evaluate(async () => {
      const script = document.createElement('script');
      script.src = URL.createObjectURL(
        new Blob(['document.write("<b>ad</b>")'], { type: 'text/javascript' }),
      );
      document.head.append(script);
      await new Promise((resolve) => script.addEventListener('load', resolve));
    });
    expect(await tab.text()).toBe('my words');
  });

  test('a selection as long as what takes its place', async () => {
    tab = await browser.open('contenteditable');
    const old = 'x'.repeat('[Student 1] (ID [ID 1]) was late.'.replace(/[^a-z0-9]/gi, '').length);
    await tab.start(old, 0, old.length);
    await tab.paste(FLAGGED);
    await tab.choose('Use swapped text');
    await expect.poll(swapped).toBe(SWAPPED);
  });

  test.each(['contenteditable', 'prosemirror', 'lexical', 'quill'])(
    'a much longer selection: %s',
    async (id) => {
      tab = await browser.open(id);
      const old = 'some old words '.repeat(20).trim();
      await tab.start(old, 0, old.length);
      await tab.paste(FLAGGED);
      await tab.choose('Use swapped text');
      await expect.poll(swapped).toBe(SWAPPED);
      await tab.page.waitForTimeout(700);
      expect(await tab.reviewing()).toBe(false);
    },
  );

  test('a picture that came with the text goes in with the original', async () => {
    tab = await browser.open('file-input');
    await tab.start('', 0, 0, 'message');
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==';
    await tab.paste({ text: FLAGGED, png });
    const review = await tab.review();
    expect(await review.locator('header').textContent()).toContain('A picture or file came with the text.');
    await tab.choose('Use original');
    await expect.poll(() => tab.bed((bed) => bed.files?.length, null)).toBe(1);
  });
});

describe('nothing slips by', () => {
  test('after a drag whose end never came', async () => {
    tab = await browser.open('react-textarea');
    await tab.start('');
    await tab.page.evaluate(() => {
      const item = document.createElement('p');
      item.textContent = 'An old chat';
      item.draggable = true;
      item.id = 'old';
      item.addEventListener('dragstart', () => setTimeout(() => item.remove(), 50));
      document.body.prepend(item);
    });
    const box = await tab.page.locator('#old').boundingBox();
    await tab.page.mouse.move(box!.x + 5, box!.y + 5);
    await tab.page.mouse.down();
    await tab.page.mouse.move(box!.x + 60, box!.y + 40, { steps: 6 });
    await tab.page.waitForTimeout(150);
    await tab.page.mouse.up();
    await tab.page.mouse.move(box!.x + 90, box!.y + 90, { steps: 3 });
    await dropAt('#message', [{ mimeType: 'text/plain', data: FLAGGED }]);
    await tab.choose('Use swapped text');
    await expect.poll(swapped).toBe(SWAPPED);
  });

  test('in a form whose fields stand in the way of its own methods', async () => {
    tab = await browser.open('react-textarea');
    await tab.page.evaluate(() => {
      const field = document.createElement('input');
      field.name = 'querySelector';
      document.querySelector('form')?.append(field);
    });
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.choose('Use swapped text');
    await expect.poll(swapped).toBe(SWAPPED);
  });

  test.each(['blob', 'data', 'sandboxed srcdoc with a base'])('in a %s frame', async (kind) => {
    tab = await browser.open('tiptap');
    await tab.page.evaluate((kind) => {
      const html = '<textarea id="inner"></textarea>';
      const frame = document.createElement('iframe');
      frame.id = 'odd';
      if (kind === 'blob') frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
      else if (kind === 'data') frame.src = `data:text/html,${encodeURIComponent(html)}`;
      else {
        frame.sandbox.add('allow-scripts');
        frame.srcdoc = `<base href="https://cdn.example.org/">${html}`;
      }
      document.body.prepend(frame);
    }, kind);
    const inner = tab.page.frameLocator('#odd').locator('#inner');
    await tab.copy({ text: FLAGGED });
    await inner.click();
    await tab.page.waitForTimeout(400);
    await tab.press('Control+V');
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await inner.inputValue())).toBe(SWAPPED);
  });

  test('in the address of a dragged link', async () => {
    tab = await browser.open('react-textarea');
    await tab.start('');
    await dropAt('#message', [
      { mimeType: 'text/plain', data: 'The class page' },
      {
        mimeType: 'text/uri-list',
        data: 'https://example.org/?student=Maya%20Lopez&mail=ana.lopez@example.org',
      },
    ]);
    await tab.review();
    expect(await tab.everythingSeen()).not.toMatch(/Maya|ana\.lopez/);
  });

  test('what is blocked and only in the formatting has no Use original', async () => {
    await (await browser.worker()).evaluate(() =>
      chrome.storage.local.set({ policy: { rules: { email: 'block' } } }),
    );
    tab = await browser.open('tiptap');
    await tab.start('');
    await tab.paste({
      text: 'Write home.',
      html: '<p><a href="mailto:ana.lopez@example.org">Write home.</a></p>',
    });
    const review = await tab.review();
    expect(await review.getByRole('button', { name: 'Use original' }).count()).toBe(0);
    await (await browser.worker()).evaluate(() => chrome.storage.local.remove('policy'));
  });

  test('names that are kept are not said to be out', async () => {
    tab = await browser.open('react-textarea');
    await tab.start('');
    await tab.paste('Maya Lopez has dyslexia.');
    const review = await tab.review();
    await review.getByRole('button', { name: 'Keep for this conversation: Maya Lopez' }).click();
    const words = await review.locator('.groups').textContent();
    expect(words).not.toContain('Names are out');
    expect(words).toContain('What stays in can still point to one child.');
  });

  test('a word that is added and used in one breath is swapped', async () => {
    tab = await browser.open('react-textarea');
    await tab.start('');
    await tab.paste('Maya Lopez met the robotics team.');
    const review = await tab.review();
    await tab.page.waitForTimeout(600);
    await review.getByLabel('Something missed?').fill('robotics');
    await review.evaluate(() => {
      const press = (name: string) =>
        [...document.querySelectorAll('button')].find((one) => one.textContent === name)?.click();
      press('Swap this too');
      press('Use swapped text');
    });
    await expect.poll(swapped).toBe('[Student #] met the [Detail #] team.');
  });
});

test('a page that tries out names learns no label: what no hand has pasted is asked about each time', async () => {
  tab = await browser.open('prosemirror-chatgpt');
  await tab.start('');
  await tab.paste('Please write one warm sentence about Maya Lopez.');
  await tab.choose('Use swapped text');
  await expect.poll(() => tab.text()).toContain('[Student');
  await tab.page.evaluate(() => {
    const box = document.body.appendChild(document.createElement('div'));
    box.id = 'guess';
    box.contentEditable = 'true';
    box.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Write about Maya Lopez.');
    box.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  });
  const review = await tab.reviewFrame();
  await review.getByRole('dialog').waitFor();
  expect(await tab.page.locator('#guess').textContent()).toBe('');
  // By hand it goes in by the choice that was made.
  await tab.choose('Cancel');
  await tab.start('');
  await tab.paste('Write about Maya Lopez.');
  await expect.poll(() => tab.text()).toContain('[Student');
});

describe('nothing freezes', () => {
  test('a page that hides what it does not know gets the review in a window', async () => {
    tab = await browser.open('react-textarea');
    await tab.page.addStyleTag({
      content: 'html > div { display: none !important; visibility: hidden !important }',
    });
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.choose('Use swapped text');
    await expect.poll(swapped).toBe(SWAPPED);
  });

  test('a review window that is closed lets the page go', async () => {
    tab = await browser.open('frame-remover');
    await tab.page.evaluate(() => {
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) (node as Element).remove();
      }).observe(document.documentElement, { childList: true });
    });
    await tab.start('');
    await tab.paste(FLAGGED);
    await expect.poll(() => reviewWindow() !== undefined, { timeout: 8000 }).toBe(true);
    await reviewWindow()?.close();
    await tab.page.bringToFront();
    await tab.bed((bed) => bed.focus(), null);
    await expect
      .poll(
        async () => {
          await tab.page.keyboard.type('x');
          return tab.text();
        },
        { timeout: 12_000, interval: 500 },
      )
      .toMatch(/^x+$/);
  });

  test('a frame that loads anew while its review is open: the text is offered back', async () => {
    tab = await browser.open('iframe-small');
    await tab.start('');
    await tab.paste(FLAGGED);
    await tab.review();
    await tab.place.evaluate(() => location.reload()).catch(() => {});
    await tab.page.waitForTimeout(800);
    await tab.click(await tab.review(), 'Use swapped text');
    const offered = async () => {
      const frames = tab.page.frames().filter((frame) => frame.url().includes('/review.html'));
      const read = frames.map((frame) =>
        frame
          .evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea[readonly]')?.value)
          .catch(() => ''),
      );
      return numberless((await Promise.all(read)).find(Boolean) ?? '');
    };
    await expect.poll(offered).toBe(SWAPPED);
  });
});
