// How long until a teacher sees what Chalkline has to say, for npm run bench:page
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../ensure.mjs';

const ROUNDS = 15;
const WARM_UPS = 2;
/** A dialog answers only after a while; see components/use-armed.ts. */
const ARMED_MS = 500;
/** A hurried teacher's time from one paste to the next. */
const BETWEEN_MS = 1000;

const FIRST =
  'Ava Ben Chloe Diego Elena Finn Grace Hassan Ivy Jamal Kira Liam Maya Noah Olivia Priya Quinn Rosa Samir Tessa Umar Valeria Wyatt Ximena Yusuf Zoe Andre Bianca'.split(
    ' ',
  );
const LAST = 'Alvarez Chen Dawson Ellis Flores Gupta Huang'.split(' ');
const COMMENT =
  'listens well and joins in when the class talks. This term the log was full each week, and the poster on volcanoes was one of the best. A next step is to check the work once more before it is handed in, and to ask for help sooner. ';

/**
 * What is pasted or typed, each with a number that makes it new.
 * @type {Record<string, (round: number) => string>}
 */
const PASTES = {
  'review of a short text': (round) => `Maya Lopez was late on Monday, and again on day ${round}.`,
  // 28 report-card comments, 40 KB.
  'review of 40 KB': (round) =>
    FIRST.map((first, i) => `${first} ${LAST[(i + round) % 7]}\n${first} ${COMMENT.repeat(6)}`).join('\n\n'),
  notice: () => 'Noor Haddad was late.',
  'review of a held send': (round) => `Omar Haddad was late on Monday, and again on day ${round}.`,
};
/** What the issue of the review asks for, in milliseconds. */
export const GOALS = {
  'review of a short text': 150,
  'review of 40 KB': 300,
  notice: 50,
  'review of a held send': 150,
};
/** Typed and sent by Enter, where the others are pasted. */
const SEND = 'review of a held send';

/** Runs in every document: notes when ours is first drawn, and when the keys of a paste came. */
function watch() {
  const now = () => performance.timeOrigin + performance.now();
  const drawn = (/** @type {() => void} */ then) => requestAnimationFrame(() => requestAnimationFrame(then));
  const marks = /** @type {{ pasted?: number, shown?: number }} */ (globalThis);
  if (location.pathname === '/review.html' && location.protocol === 'chrome-extension:') {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.review')) return;
      observer.disconnect();
      drawn(() => {
        marks.shown = now();
      });
    }).observe(document, { childList: true, subtree: true });
    return;
  }
  addEventListener(
    'keydown',
    (event) => {
      if ((event.ctrlKey && event.code === 'KeyV') || event.code === 'Enter')
        marks.pasted = performance.timeOrigin + event.timeStamp;
    },
    true,
  );
  // Ours stand right below the root, beside head and body.
  new MutationObserver((records) => {
    const added = records.some(({ target, addedNodes }) => {
      return target === document.documentElement && [...addedNodes].some((node) => node.nodeName === 'DIV');
    });
    // A review page that is made ready stands there too, before anything is pasted.
    if (added && marks.pasted)
      drawn(() => {
        marks.shown ??= now();
      });
  }).observe(document, { childList: true, subtree: true });
}

/**
 * Pastes by turns, each kind once a round.
 * @param {import('playwright-core').BrowserContext} context with the extension
 * @param {string} address of the page
 * @returns {Promise<{ name: string, times: number[] }[]>} milliseconds from the key to the drawn dialog or notice
 */
export async function measureShown(context, address) {
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.bed.ready);
  const find = () => page.frames().find((frame) => frame.url().endsWith('/review.html'));
  const paste = async (/** @type {string} */ text) => {
    await page.evaluate(async (text) => {
      Object.assign(globalThis, { shown: undefined, pasted: undefined });
      await navigator.clipboard.writeText(text);
      await window.bed.set('');
      window.bed.focus();
      await window.bed.caret(0);
    }, text);
    await sleep(BETWEEN_MS);
    await page.keyboard.press('Control+V');
  };
  const send = async (/** @type {string} */ text) => {
    await page.evaluate(async () => {
      Object.assign(globalThis, { shown: undefined, pasted: undefined });
      await window.bed.set('');
      window.bed.focus();
    });
    await page.keyboard.insertText(text);
    await sleep(BETWEEN_MS);
    await page.keyboard.press('Enter');
  };
  const pasted = () =>
    page.evaluate(() => /** @type {{ pasted?: number }} */ (globalThis).pasted ?? Number.NaN);
  const review = async () => {
    for (let waited = 0; waited < 8000; waited += 20) {
      const frame = find();
      const shown = await frame
        ?.evaluate(() => /** @type {{ shown?: number }} */ (globalThis).shown)
        .catch(() => undefined);
      if (frame && shown) return { frame, shown };
      await sleep(20);
    }
    throw new Problem('The review did not open.');
  };
  const use = async (/** @type {import('playwright-core').Frame} */ frame) => {
    await sleep(ARMED_MS);
    const button = frame.getByRole('button', { name: 'Use swapped text', exact: true });
    void button.click().catch(() => {});
    while (find()) await sleep(20);
    await sleep(200);
  };

  /** Looks at a review and cancels it. @returns when it was drawn */
  const closed = async () => {
    const { shown } = await review();
    await sleep(ARMED_MS);
    // Never acknowledged, since the frame that gets it is gone then.
    void page.keyboard.press('Escape').catch(() => {});
    while (find()) await sleep(20);
    await sleep(200);
    return shown;
  };
  /** @returns when a notice was drawn */
  const notice = async () => {
    const drawn = await page.waitForFunction(() => /** @type {{ shown?: number }} */ (globalThis).shown);
    // It must be gone before the next: a new one is then a new element.
    await page.keyboard.press('Alt+Shift+U');
    await page.keyboard.press('Escape');
    return /** @type {Promise<number>} */ (drawn.jsonValue());
  };

  // From here on this child's swap is a choice, so that the notice comes.
  await paste(PASTES.notice?.(0) ?? '');
  await use((await review()).frame);
  const series = Object.keys(PASTES).map((name) => ({ name, times: /** @type {number[]} */ ([]) }));
  for (let round = 0; round < ROUNDS + WARM_UPS; round++) {
    for (const { name, times } of series) {
      await (name === SEND ? send : paste)(PASTES[name]?.(round) ?? '');
      const shown = name === 'notice' ? await notice() : await closed();
      if (round >= WARM_UPS) times.push(shown - (await pasted()));
    }
  }
  await page.close();
  return series;
}
