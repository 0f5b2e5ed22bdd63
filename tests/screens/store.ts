/**
 * The screenshots for the stores, 1280 by 800, in docs/store/screenshots: `npm run screens -- tests/screens/store.ts`.
 * Every person in them is invented, and no vendor of AI is shown.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import locale from '../../locales/practice.json' with { type: 'json' };
import { clearStage, openStage, type Screen, STATES, type Stage, settled } from '../e2e/screen-states.ts';

const FOLDER = resolve('docs/store/screenshots');

/** A sample of the practice room, pasted: the review stands over the chat. */
async function openReview({ browser, language, t }: Stage): Promise<Screen> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/practice.html`);
  await page.getByRole('button', { name: locale[language].copy }).first().click();
  await page.getByLabel(locale[language].message, { exact: true }).click();
  await page.keyboard.press('ControlOrMeta+V');
  const find = () => page.frames().find((frame) => frame.url().endsWith('/review.html'));
  await expect.poll(() => find() !== undefined, { timeout: 10_000 }).toBe(true);
  const view = find()!;
  await view.getByRole('dialog', { name: t('review.title') }).waitFor();
  await view.locator('.label').first().waitFor();
  return { page, view, tab: null };
}

const stateOf = (name: string) => STATES.find((state) => state.name === name)!.open;

/** The same, swapped and sent: what was written beside what the chat saw. */
async function openSent(stage: Stage): Promise<Screen> {
  const { page, view } = await openReview(stage);
  // The buttons of a review answer after a moment.
  await page.waitForTimeout(700);
  await view!.getByRole('button', { name: stage.t('review.use'), exact: true }).click();
  const box = page.getByLabel(locale[stage.language].message, { exact: true });
  await expect.poll(() => box.inputValue()).toContain('[Student');
  await page.getByRole('button', { name: locale[stage.language].send, exact: true }).click();
  await page.locator('.answer').waitFor();
  return { page, view: page, tab: null };
}

/** In the order in which a store shows them. */
const SHOTS: [string, (stage: Stage) => Promise<Screen>][] = [
  ['1-review', openReview],
  ['2-practice', openSent],
  ['3-learn', stateOf('learn')],
  ['4-prompts', stateOf('prompts')],
  ['5-settings', stateOf('options')],
];

beforeAll(() => mkdirSync(FOLDER, { recursive: true }));

describe.each(['en-US', 'es-MX'] as const)('%s', (tag) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(tag);
  });
  afterAll(() => stage.browser.close());

  test.each(SHOTS)('%s', async (name, open) => {
    await clearStage(stage);
    const screen = await open(stage);
    await screen.page.setViewportSize({ width: 1280, height: 800 });
    await screen.page.bringToFront();
    // Nothing is to be drawn as pointed at.
    await screen.page.mouse.move(0, 0);
    await settled(screen);
    const path = join(FOLDER, `${name}-${stage.language}.png`);
    await screen.page.screenshot({ path, animations: 'disabled' });
  });
});
