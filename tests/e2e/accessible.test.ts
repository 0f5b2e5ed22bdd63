/**
 * Every state of the built extension's screens against the rules of axe (WCAG 2.2 AA and good practice), in light, dark and
 * forced colours, and every screen in Spanish; and what axe does not look at: size of targets, reflow at 400% zoom, motion, focus.
 */
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FLAGGED } from './editor-suite.ts';
import {
  clearStage,
  closeStage,
  openStage,
  type Screen,
  STATES,
  type Stage,
  type State,
  settled,
} from './screen-states.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MEDIA = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;
/** What a window of 1280 by 1024 holds at 400% zoom. */
const ZOOMED = { width: 320, height: 256 };

/** Another state of each of these screens holds all their words; in Spanish that one stands for them. */
const SAME_WORDS = new Set([
  ...['simple', 'many-folded', 'which', 'sensitive', 'editing', 'veiled', 'offer', 'blocked'].map(
    (name) => `review-${name}`,
  ),
  ...['paused', 'not-ai', 'off', 'without-asking', 'not-listed'].map((name) => `popup-${name}`),
  ...['learn-record', 'check', 'prompts', 'policy', 'options', 'options-erase', 'notice-bar'],
]);
const screens = STATES.filter(({ name }) => !name.startsWith('notice-'));
const notices = STATES.filter(({ name }) => name.startsWith('notice-'));

let stage: Stage;

/** Opens a state, and shows it as the browser's front tab: a tab behind has no focus. */
async function open(state: State): Promise<Screen> {
  await clearStage(stage);
  const screen = await state.open(stage);
  await screen.page.bringToFront();
  return screen;
}

async function openView(state: State): Promise<{ page: Page; view: Page | Frame; screen: Screen }> {
  const screen = await open(state);
  const { page, view } = screen;
  if (!view) throw new Error(`${state.name} has no document`);
  // CDP runs what the page's own policy would stop.
  await view.evaluate(`${axe.source};0`);
  return { page, view, screen };
}

/** The rules whose answer depends on colours. All others see the same document in the dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe objects to, one line each: rule, element, and what to do. In: the only rules to look at, if not all. */
function violationsIn(view: Page | Frame, only?: string[]): Promise<string[]> {
  const runOnly: axe.RunOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: TAGS };
  return view.evaluate(async (runOnly) => {
    const here = globalThis as unknown as { axe: typeof axe };
    const { violations, incomplete } = await here.axe.run(document, {
      runOnly,
      ...(runOnly.type === 'tag' && { rules: { 'target-size': { enabled: true } } }),
      resultTypes: ['violations', 'incomplete'],
    });
    // Text in the very colour of its ground might be meant to be hidden, so axe leaves it open. Here none is.
    const unseen = incomplete.map((one) => ({
      ...one,
      nodes: one.nodes.filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio')),
    }));
    return [...violations, ...unseen].flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) =>
          `${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
      ),
    );
  }, runOnly);
}

/** Controls that are smaller than 24 by 24; a link within a line of text may be. */
function smallIn(view: Page | Frame): Promise<string[]> {
  return view.evaluate(() =>
    Array.from(document.querySelectorAll('a, button, input, select, summary, textarea, [tabindex="0"]'))
      .filter((one) => one.checkVisibility() && !one.matches('p a, li p a'))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ one, box }) => `${one.outerHTML.slice(0, 90)}: ${box.width} by ${box.height}`),
  );
}

/** Controls that do not show that they have the focus. In: a document whose last input was a key. */
function unmarkedIn(view: Page | Frame): Promise<string[]> {
  return view.evaluate(() => {
    const unmarked: string[] = [];
    const all = document.querySelectorAll<HTMLElement>(
      'a, button, input, select, summary, textarea, [tabindex]',
    );
    for (const one of all) {
      if (!one.checkVisibility() || one.matches(':disabled')) continue;
      one.focus();
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      const isMarked =
        one.matches(':focus-visible') && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      if (!isMarked) unmarked.push(one.outerHTML.slice(0, 90));
    }
    return unmarked;
  });
}

/** What still moves for more than a hundredth of a second. */
function movingIn(view: Page | Frame): Promise<string[]> {
  return view.evaluate(() => {
    const longest = (durations: string) =>
      Math.max(
        ...durations
          .split(',')
          .map((one) => Number.parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)),
      );
    return Array.from(document.querySelectorAll('*')).flatMap((one) =>
      [null, '::before', '::after', '::backdrop'].flatMap((pseudo) => {
        const { transitionDuration, animationDuration } = getComputedStyle(one, pseudo);
        const moves = longest(transitionDuration) > 0.01 || longest(animationDuration) > 0.01;
        return moves ? [`${one.outerHTML.slice(0, 90)} ${pseudo ?? ''}`] : [];
      }),
    );
  });
}

/** What is wider than the window, where the document can be scrolled sideways. */
function wideIn(view: Page | Frame): Promise<string[]> {
  return view.evaluate(() => {
    const scrolled = document.scrollingElement?.scrollWidth ?? 0;
    const inner = Array.from(document.querySelectorAll('*')).filter(
      (one) =>
        one.scrollWidth > one.clientWidth + 1 &&
        ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) &&
        !one.matches('textarea'),
    );
    if (scrolled <= innerWidth && inner.length === 0) return [];
    const wide = Array.from(document.querySelectorAll('body *')).filter(
      (one) => one.getBoundingClientRect().right > innerWidth,
    );
    return [`${scrolled} of ${innerWidth}`, ...wide.map((one) => one.outerHTML.slice(0, 90))];
  });
}

/** The heading and the language of a document. */
async function expectWords(view: Page | Frame, { heading }: State): Promise<void> {
  const words =
    typeof heading === 'object' ? heading[stage.language] : stage.t(heading as Parameters<Stage['t']>[0]);
  expect((await view.locator('h1').innerText()).trim()).toBe(words);
  expect(await view.evaluate(() => document.documentElement.lang)).toBe(stage.language);
}

async function expectNotice({ heading }: State, { tab }: Screen): Promise<void> {
  const nodes = (await tab?.accessible()) ?? [];
  const nameOf = (node: (typeof nodes)[number]) => String(node.name?.value ?? '');
  const roots = nodes.filter(({ role }) => ['status', 'alert'].includes(String(role?.value)));
  expect(roots.length).toBeGreaterThan(0);
  const below = (ids: string[] = []): typeof nodes =>
    nodes.filter(({ nodeId }) => ids.includes(nodeId)).flatMap((node) => [node, ...below(node.childIds)]);
  const [words = ''] = stage
    .notice(heading as Parameters<Stage['notice']>[0])
    .split('{0}')
    .filter(Boolean);
  for (const root of roots) {
    const inside = below(root.childIds);
    expect(inside.map(nameOf).join(' ')).toContain(words.trim());
    const buttons = inside.filter(({ role }) => role?.value === 'button');
    expect(buttons.filter((button) => nameOf(button).trim() === '')).toEqual([]);
    // Who asks interrupts; who only tells waits until the reader has ended.
    expect(root.role?.value).toBe(heading === 'cannot-check' ? 'alert' : 'status');
  }
}

describe('in English', () => {
  beforeAll(async () => {
    stage = await openStage('en-US');
  });
  afterAll(() => closeStage(stage));

  test.each(screens)('$name', async (state) => {
    const { page, view, screen } = await openView(state);
    await expectWords(view, state);
    const problems: string[] = [];
    for (const [name, media] of Object.entries(MEDIA)) {
      await page.emulateMedia(media);
      const only = name === 'light' ? undefined : OF_COLOURS;
      problems.push(...(await violationsIn(view, only)).map((line) => `${name}: ${line}`));
    }
    await page.emulateMedia({ ...MEDIA.light, reducedMotion: 'reduce' });
    problems.push(...(await movingIn(view)).map((line) => `moves: ${line}`));
    problems.push(...(await smallIn(view)).map((line) => `small: ${line}`));
    await page.setViewportSize(ZOOMED);
    await settled(screen);
    problems.push(...(await wideIn(view)).map((line) => `too wide: ${line}`));
    problems.push(...(await smallIn(view)).map((line) => `small at 400%: ${line}`));
    // Any key will do; Tab could leave a dialog that has one button.
    await page.keyboard.press('ArrowLeft');
    problems.push(...(await unmarkedIn(view)).map((line) => `focus not seen: ${line}`));
    expect(problems).toEqual([]);
  });

  test.each(notices)('$name', async (state) => {
    await expectNotice(state, await open(state));
  });

  test('the live region of a review says what was found, and its frame has a name', async () => {
    await clearStage(stage);
    const tab = await stage.browser.open('react-textarea');
    await tab.start('');
    await tab.paste(FLAGGED);
    const review = await tab.review();
    expect(await review.getByRole('status').first().innerText()).toBe('2 student details found.');
    const frames = (await tab.accessible()).filter(({ role }) => role?.value === 'Iframe');
    expect(frames.map(({ name }) => name?.value)).toEqual(['Chalkline']);
  });
});

describe('in Spanish', () => {
  beforeAll(async () => {
    stage = await openStage('es-MX');
  });
  afterAll(() => closeStage(stage));

  test.each(screens.filter(({ name }) => !SAME_WORDS.has(name)))('$name', async (state) => {
    const { page, view, screen } = await openView(state);
    await expectWords(view, state);
    const problems = await violationsIn(view);
    await page.setViewportSize(ZOOMED);
    await settled(screen);
    problems.push(...(await wideIn(view)).map((line) => `too wide: ${line}`));
    problems.push(...(await smallIn(view)).map((line) => `small at 400%: ${line}`));
    expect(problems).toEqual([]);
  });

  test.each(notices.filter(({ name }) => !SAME_WORDS.has(name)))('$name', async (state) => {
    await expectNotice(state, await open(state));
  });
});
