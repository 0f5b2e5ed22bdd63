// npm run bench:page: what a clean paste and a key cost the page's main thread, with and without the extension, and how
// long until a review, a notice or the popup is seen, and what large files cost
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { measureFiles } from './bench/files.mjs';
import { measurePopup, POPUP_GOAL, withProbe } from './bench/popup.mjs';
import { GOALS, measureShown } from './bench/shown.mjs';
import { measureTyping, TYPING_GOAL } from './bench/typing.mjs';
import {
  buildExtension,
  buildTestPages,
  ensureBrowser,
  ensureInstalled,
  ensureNode,
  main,
  Problem,
  root,
} from './ensure.mjs';

const EXTENSION = path.join(root, '.output/chrome-mv3');
const RESULTS = path.join(root, '.results');
const PAGE_IDS = ['react-textarea', 'prosemirror'];
const FILE_PAGE = 'file-input';
const SHORT = 1024;
/** Below the longest text that the guard checks on the page's thread (LONGEST_AT_ONCE in lib/guard.ts). */
const LONG = 30_000;
const WARM_UPS = 3;
const WARM = 15;
const WARM_LONG = 5;
const LOADS = 5;
/** Whatever starts this soon after a paste belongs to it; nothing else is asked of the page meanwhile. */
const WINDOW_MS = 300;
/** After a load: the detector comes when the page is idle, and the settings are read from the worker. */
const LOAD_MS = 1000;
/** RunTask is every task of a thread, whoever asked for it; v8.callFunction names the world of a listener. */
const CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'];
const WORLD = 'Chalkline';

/** Sentences of lessons, each clean; `#` becomes a number, so that no two texts are the same. */
const SENTENCES = [
  'Create a lesson of # minutes on photosynthesis for a 7th grade life science class.',
  'Students should be able to explain how plants convert light energy into chemical energy.',
  'Include a warm-up, a short lecture and an exit ticket for each day.',
  'Abraham Lincoln signed the Emancipation Proclamation in January 1863.',
  'Compare paragraph # of the speech with the Declaration of Independence.',
  'Ask the class what they notice and what they wonder.',
  'The Nile River flows north through Egypt for thousands of miles.',
  'Read chapter # of The Great Gatsby and mark two examples of foreshadowing.',
  'Then discuss how Shakespeare builds tension in Romeo and Juliet.',
  'If a train leaves Chicago at # mph and another leaves Boston at 45 mph, when do they meet?',
  'Show each step and check the answer with the Pythagorean theorem.',
  'Frederick Douglass and Harriet Tubman spoke out against slavery.',
  'Give the answers to page # on a separate sheet.',
  'Every group needs a ruler, a stopwatch and # index cards.',
  'Write the directions at a fifth grade reading level.',
  'Albert Einstein and Marie Curie both won a Nobel Prize in physics.',
  'Add # multiple choice questions with four options each.',
  'The rubric has four levels, from beginning to exceeding.',
  'Please keep the tone friendly and the sentences short.',
  'Martin Luther King spoke in Washington about jobs and freedom.',
  'Homework takes about # minutes and is due on Friday.',
  'Suggest a video from Khan Academy that fits the topic.',
  'Rosa Parks stayed in her seat on a bus in December 1955.',
];

/**
 * A clean text that no other paste of the run repeats.
 * @param {number} seed
 * @param {number} length least number of characters; it ends with a whole sentence
 */
function lessonText(seed, length) {
  let text = '';
  for (let i = 0; text.length < length; i++) {
    const sentence = SENTENCES[(seed * 5 + i) % SENTENCES.length] ?? '';
    const space = i === 0 ? '' : i % 6 === 0 ? '\n' : ' ';
    text += space + sentence.replace('#', `${seed + i + 2}`);
  }
  return text;
}

/**
 * One paste, in milliseconds.
 * @typedef {{
 *   main: number,
 *   cpu: number,
 *   event: number,
 *   guard: number,
 * }} Cost main: all tasks of the page's main thread from the paste on, for WINDOW_MS; cpu: the part of them that
 *   ran on a processor; event: dispatch of the paste event; guard: its listeners of the extension
 *
 * @typedef {{ guard: number, detector: number }} LoadCost evaluation of guard.js and detector.js
 * @typedef {{ browser: import('playwright-core').Browser, context: import('playwright-core').BrowserContext,
 *   close: () => Promise<void> }} Side
 * @typedef {{ name: string, length: number, without: Cost[], with: Cost[] }} Series
 */

await main(async () => {
  ensureNode();
  ensureInstalled();
  const program = ensureBrowser().path;
  if (!existsSync(path.join(EXTENSION, 'manifest.json'))) buildExtension('chrome');
  if (!existsSync(path.join(root, 'tests/pages/dist'))) buildTestPages();

  /** @type {Side[]} */
  const sides = [];
  try {
    for (const extension of [null, EXTENSION]) sides.push(await start(program, extension));
    const pages = [];
    for (const id of PAGE_IDS) {
      console.log(`Measuring on ${id}…`);
      pages.push(await measurePage(id, sides));
    }
    const typing = [];
    for (const id of PAGE_IDS) {
      console.log(`Measuring keys on ${id}…`);
      for (const name of /** @type {const} */ (['clean', 'a name'])) {
        const tabs = [];
        for (const side of sides) tabs.push(await open(side, id));
        typing.push({ id, ...(await measureTyping(tabs, ({ page }) => page, close, name)) });
      }
    }
    console.log('Measuring how soon the review is seen…');
    const shown = await measureReviews(sides[1]);
    console.log('Measuring large files…');
    const files = await measureLargeFiles(sides[1]);
    console.log('Measuring how soon the popup is seen…');
    const popup = await measureOpening(program);
    mkdirSync(RESULTS, { recursive: true });
    const version = sides[0]?.browser.version();
    const file = path.join(RESULTS, 'bench-page.json');
    writeFileSync(
      file,
      `${JSON.stringify({ unit: 'ms', chromium: version, pages, typing, shown, popup, files }, null, 2)}\n`,
    );
    print(pages);
    printTyping(typing);
    printShown(shown);
    printFiles(files);
    printPopup(popup);
  } finally {
    for (const side of sides) await side.close();
  }
});

/**
 * Starts a browser in a fresh profile.
 * @param {string} program
 * @param {string | null} extension its folder; null for none
 * @returns {Promise<Side>}
 */
async function start(program, extension) {
  const { chromium } = await import('playwright-core');
  const { respond } = await import('../tests/pages/pages.ts');
  const profile = mkdtempSync(path.join(tmpdir(), 'chalkline-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await context.route(/^https?:/, (route) => {
      const answer = respond(new URL(route.request().url()));
      return answer ? route.fulfill(answer) : route.abort();
    });
    if (extension) {
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      // A fresh profile takes seconds to read its policies; until then every paste is held.
      await worker.evaluate(() => chrome.storage.managed.get());
      // The welcome comes in front with each install, and would share the machine with what is measured.
      const find = () => context.pages().find((page) => page.url().endsWith('/welcome.html'));
      await (find() ?? (await context.waitForEvent('page', { timeout: 5000 }))).close();
    }
    const browser = context.browser();
    if (!browser) throw new Problem('The browser cannot be traced.');
    return { browser, context, close };
  } catch (error) {
    await close();
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
    throw new Problem(
      `${program} did not load the extension (branded Chrome and Edge do not). Use Chromium.`,
    );
  }
}

/**
 * @param {string} id of a page of the test bed
 * @param {Side[]} sides without and with the extension
 */
async function measurePage(id, sides) {
  /** @type {Series[]} */
  const series = [];
  /** @param {string} name @param {number} length */
  const newSeries = (name, length) => {
    const made = { name, length, without: [], with: [] };
    series.push(made);
    return made;
  };
  /** @param {Series} to @param {Cost[][]} costs by side */
  const add = (to, costs) => {
    to.without.push(...(costs[0] ?? []));
    to.with.push(...(costs[1] ?? []));
  };

  const short = newSeries('1 KB', SHORT);
  const long = newSeries('30 KB', LONG);
  const lengths = [...Array(WARM_UPS + WARM).fill(SHORT), ...Array(WARM_LONG).fill(LONG)];
  const tabs = [];
  for (const side of sides) tabs.push(await open(side, id));
  for (const [seed, length] of lengths.entries()) {
    for (const tab of tabs) await pasteByKeys(tab, lessonText(seed, length));
  }
  const warm = [];
  for (const tab of tabs) warm.push(pasteCosts(await close(tab), lengths.length));
  add(
    short,
    warm.map((costs) => costs.slice(WARM_UPS, WARM_UPS + WARM)),
  );
  add(
    long,
    warm.map((costs) => costs.slice(WARM_UPS + WARM)),
  );

  /** @type {LoadCost[]} */
  const loads = [];
  for (const [name, paste] of /** @type {const} */ ([
    ['first after load, 1 KB', pasteByKeys],
    ['first, with the focus, 1 KB', pasteWithFocus],
  ])) {
    const first = newSeries(name, SHORT);
    for (let seed = 0; seed < LOADS; seed++) {
      const costs = [];
      for (const side of sides) {
        const tab = await open(side, id);
        await paste(tab, lessonText(seed, SHORT));
        const events = await close(tab);
        costs.push(pasteCosts(events, 1));
        if (side === sides[1]) loads.push(loadCost(events));
      }
      add(first, costs);
    }
  }
  for (const one of series) {
    if (one.without.some(({ guard }) => guard > 0))
      throw new Problem('The extension ran where it should not.');
    if (one.with.some(({ guard }) => guard === 0))
      throw new Problem('The trace does not see the guard at work.');
  }
  if (middle(long.with.map(({ guard }) => guard)) <= middle(short.with.map(({ guard }) => guard)))
    throw new Problem('A long paste costs no more than a short one: the guard does not read them.');
  return {
    id,
    pastes: series.map((one) => ({ name: one.name, length: one.length, ...summarize(one), raw: one })),
    load: {
      guard: spread(loads.map((load) => load.guard)),
      detector: spread(loads.map((load) => load.detector)),
    },
  };
}

/**
 * @param {Side | undefined} side with the extension
 */
async function measureReviews(side) {
  if (!side) throw new Problem('There is no browser with the extension.');
  const { PAGES, urlOf } = await import('../tests/pages/pages.ts');
  const bed = PAGES.find(({ id }) => id === PAGE_IDS[0]);
  if (!bed) throw new Problem(`The test page ${PAGE_IDS[0]} is gone.`);
  const series = await measureShown(side.context, urlOf(bed));
  return series.map(({ name, times }) => ({ name, ...spread(times) }));
}

/**
 * @param {Side | undefined} side with the extension
 */
async function measureLargeFiles(side) {
  if (!side) throw new Problem('There is no browser with the extension.');
  const { PAGES, urlOf } = await import('../tests/pages/pages.ts');
  const bed = PAGES.find(({ id }) => id === FILE_PAGE);
  if (!bed) throw new Problem(`The test page ${FILE_PAGE} is gone.`);
  const series = await measureFiles(side.context, side.browser, urlOf(bed));
  return series.map(({ name, shown, copied, memory }) => {
    return {
      name,
      shown: spread(shown),
      copied: spread(copied),
      memory: memory.length ? spread(memory) : null,
    };
  });
}

/** @param {string} program */
async function measureOpening(program) {
  const { PAGES, urlOf } = await import('../tests/pages/pages.ts');
  const bed = PAGES.find(({ id }) => id === PAGE_IDS[0]);
  if (!bed) throw new Problem(`The test page ${PAGE_IDS[0]} is gone.`);
  const copy = withProbe(EXTENSION);
  try {
    const side = await start(program, copy.folder);
    try {
      const { popup, empty } = await measurePopup(side.context, urlOf(bed));
      const added = popup.map((time, i) => time - (empty[i] ?? 0));
      const ratio = Math.round((100 * middle(popup)) / middle(empty)) / 100;
      return { popup: spread(popup), empty: spread(empty), added: spread(added), ratio };
    } finally {
      await side.close();
    }
  } finally {
    copy.remove();
  }
}

/** @typedef {{ page: import('playwright-core').Page, side: Side }} Tab */

/**
 * Opens a page of the test bed, traced from before its load.
 * @param {Side} side
 * @param {string} id
 * @returns {Promise<Tab>}
 */
async function open(side, id) {
  const { PAGES, urlOf } = await import('../tests/pages/pages.ts');
  const bed = PAGES.find((page) => page.id === id);
  if (!bed) throw new Problem(`The test page ${id} is gone.`);
  const page = await side.context.newPage();
  await side.browser.startTracing(page, { categories: CATEGORIES });
  await page.goto(urlOf(bed));
  await page.waitForFunction(() => window.bed.ready);
  await sleep(LOAD_MS);
  return { page, side };
}

/**
 * @param {Tab} tab
 * @returns {Promise<TraceEvent[]>} its trace
 */
async function close({ page, side }) {
  const { traceEvents } = JSON.parse((await side.browser.stopTracing()).toString());
  await page.close();
  return traceEvents;
}

/**
 * Pastes into the emptied editor with real keys, and waits until the cost is out.
 * @param {Tab} tab
 * @param {string} text
 * @throws {Problem} where the paste did not go straight through
 */
async function pasteByKeys({ page }, text) {
  await page.evaluate(async (text) => {
    await navigator.clipboard.writeText(text);
    await window.bed.set('');
    window.bed.focus();
    await window.bed.caret(0);
    window.bed.clear();
  }, text);
  await sleep(WINDOW_MS);
  await page.keyboard.press('Control+V');
  await sleep(WINDOW_MS);
  const seen = await page.evaluate(() => ({
    trusted: window.bed.events.filter(({ type }) => type === 'paste').map(({ isTrusted }) => isTrusted),
    text: window.bed.text(),
  }));
  const arrived = seen.text.replace(/\s+/g, ' ') === text.replace(/\s+/g, ' ');
  if (!arrived || `${seen.trusted}` !== 'true') throw new Problem('A text that should be clean was held.');
}

/**
 * Focuses the editor and pastes in one task, by script: the worst case, since nothing could get ready at the
 * focus. A textarea takes no text from it, but its listeners run.
 * @param {Tab} tab
 * @param {string} text
 * @throws {Problem} where the paste did not go straight through
 */
async function pasteWithFocus({ page }, text) {
  const passed = await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', {
      bubbles: true,
      cancelable: true,
      composed: true,
      clipboardData,
    });
    window.bed.focus();
    document.activeElement?.dispatchEvent(event);
    return window.bed.events.filter(({ type }) => type === 'paste').length === 1;
  }, text);
  await sleep(WINDOW_MS);
  if (!passed) throw new Problem('A text that should be clean was held.');
}

/**
 * What is used of an event of Chromium's trace; times in microseconds, `tdur` is CPU time.
 * @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number,
 *   args: { data?: { type?: string, url?: string }, worldName?: string } }} TraceEvent
 */

/**
 * Reads the pastes of a trace, oldest first.
 * @param {TraceEvent[]} events
 * @param {number} count how many there must be
 * @returns {Cost[]}
 */
function pasteCosts(events, count) {
  const pastes = events
    .filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'paste')
    .sort((a, b) => a.ts - b.ts);
  if (pastes.length !== count) throw new Problem(`The trace has ${pastes.length} pastes, not ${count}.`);
  return pastes.map((paste) => {
    const thread = events.filter(({ pid, tid }) => pid === paste.pid && tid === paste.tid);
    const tasks = thread.filter(
      (event) =>
        event.name === 'RunTask' && endOf(event) > paste.ts && event.ts < paste.ts + WINDOW_MS * 1000 * 0.9,
    );
    const listeners = thread.filter(
      (event) =>
        event.name === 'v8.callFunction' &&
        event.args.worldName === WORLD &&
        event.ts >= paste.ts &&
        endOf(event) <= endOf(paste),
    );
    return {
      main: sum(tasks.map(({ dur = 0 }) => dur)),
      cpu: sum(tasks.map(({ tdur = 0 }) => tdur)),
      event: sum([paste.dur ?? 0]),
      guard: sum(listeners.map(({ dur = 0 }) => dur)),
    };
  });
}

/**
 * @param {TraceEvent[]} events
 * @returns {LoadCost}
 */
function loadCost(events) {
  /** @param {string} file */
  const evaluation = (file) => {
    const found = events.filter(({ name, args: { data: { url = '' } = {} } }) => {
      return name === 'EvaluateScript' && url.startsWith('chrome-extension:') && url.endsWith(file);
    });
    if (found.length !== 1) throw new Problem(`The trace has ${found.length} evaluations of ${file}, not 1.`);
    return sum(found.map(({ dur = 0 }) => dur));
  };
  return { guard: evaluation('/guard.js'), detector: evaluation('/detector.js') };
}

/** @param {TraceEvent} event */
function endOf(event) {
  return event.ts + (event.dur ?? 0);
}

/**
 * @param {number[]} microseconds
 * @returns {number} milliseconds
 */
function sum(microseconds) {
  return microseconds.reduce((all, one) => all + one, 0) / 1000;
}

/** @param {Series} series */
function summarize(series) {
  /** @param {keyof Cost} part */
  const compare = (part) => {
    const without = series.without.map((cost) => cost[part]);
    const withIt = series.with.map((cost) => cost[part]);
    // Each text was pasted on both sides, one right after the other.
    const added = withIt.map((value, i) => value - (without[i] ?? 0));
    return {
      without: spread(without),
      with: spread(withIt),
      added: spread(added),
      ratio: round(middle(withIt) / middle(without)),
    };
  };
  return {
    main: compare('main'),
    cpu: compare('cpu'),
    event: compare('event'),
    guard: spread(series.with.map(({ guard }) => guard)),
  };
}

/** @typedef {{ median: number, low: number, high: number, n: number }} Spread low and high: the quartiles */

/**
 * @param {number[]} values
 * @returns {Spread}
 */
function spread(values) {
  return {
    median: round(middle(values)),
    low: round(quantile(values, 0.25)),
    high: round(quantile(values, 0.75)),
    n: values.length,
  };
}

/** @param {number[]} values */
function middle(values) {
  return quantile(values, 0.5);
}

/**
 * @param {number[]} values
 * @param {number} share
 */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}

/** @param {({ id: string } & import('./bench/typing.mjs').TypingSeries)[]} typing */
function printTyping(typing) {
  console.log(
    '\nMain-thread milliseconds of a key in 1 KB, 95th percentile, and of a pause in the extension, median',
  );
  for (const { id, name, without, with: withIt } of typing) {
    const [before, now] = [quantile(without.keys, 0.95), quantile(withIt.keys, 0.95)];
    const ratio = `${(now / before).toFixed(2)} (goal ${TYPING_GOAL})`;
    console.log(
      `${id}, ${name}: without ${round(before)}, with ${round(now)}, ratio ${ratio}, pause ${round(middle(withIt.pauses))}`,
    );
  }
}

/** @param {Awaited<ReturnType<typeof measureReviews>>} shown */
function printShown(shown) {
  console.log('\nMilliseconds from the key to what the teacher sees, median (quartiles)');
  for (const { name, median, low, high } of shown) {
    const goal = GOALS[/** @type {keyof typeof GOALS} */ (name)];
    console.log(`${name}: ${median} (${low}-${high}), goal ${goal}`);
  }
}

/** @param {Awaited<ReturnType<typeof measureLargeFiles>>} files */
function printFiles(files) {
  console.log(
    '\nMilliseconds from the choice of a file to its first finding, and to the page with its swapped copy, median',
  );
  for (const { name, shown, copied, memory } of files) {
    const most = memory ? `, at most ${Math.round(memory.high)} MB more in the browser` : '';
    console.log(
      `${name}: ${Math.round(shown.median)}, then ${Math.round(copied.median)} for the copy${most}`,
    );
  }
}

/** @param {Awaited<ReturnType<typeof measureOpening>>} opening */
function printPopup({ popup, empty, added, ratio }) {
  console.log('\nMilliseconds from the press of the toolbar button to the drawn heading, median (quartiles)');
  const show = (/** @type {Spread} */ { median, low, high }) => `${median} (${low}-${high})`;
  console.log(
    `popup: ${show(popup)}, an empty page ${show(empty)}, added ${show(added)}, goal ${POPUP_GOAL}, ratio ${ratio}`,
  );
}

/** @param {Awaited<ReturnType<typeof measurePage>>[]} pages */
function print(pages) {
  /** @param {Spread} of */
  const show = ({ median, low, high }) => `${median.toFixed(1)} (${low.toFixed(1)}-${high.toFixed(1)})`;
  const rows = [['page', 'paste', 'n', 'without', 'with', 'added', 'added CPU', 'in the guard', 'ratio']];
  for (const { id, pastes } of pages) {
    for (const { name, main, cpu, guard } of pastes) {
      const costs = [main.without, main.with, main.added, cpu.added, guard].map(show);
      rows.push([id, name, `${guard.n}`, ...costs, main.ratio.toFixed(1)]);
    }
  }
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  console.log('\nMain-thread milliseconds of a clean paste: median (quartiles)\n');
  for (const row of rows)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  console.log('\nOn load, milliseconds');
  for (const { id, load } of pages) {
    console.log(
      `${id}: guard.js ${show(load.guard)} at document_start, detector.js ${show(load.detector)} at idle`,
    );
  }
}
