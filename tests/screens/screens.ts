/** Screenshots of every state for eyes to judge: `npm run screens`. Nothing here compares pixels. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  clearStage,
  closeStage,
  openStage,
  type Screen,
  STATES,
  type Stage,
  settled,
} from '../e2e/screen-states.ts';

const FOLDER = resolve('.results/screens');
const VARIANTS = ['light', 'dark', '320', 'spanish'];
const WIDE = { width: 1200, height: 800 };
const NARROW = { width: 320, height: 640 };

const taken = new Set<string>();
const fileOf = (state: string, variant: string) => `${state}-${variant}.png`;

async function shoot(name: string, variant: string, screen: Screen): Promise<void> {
  const { page, view } = screen;
  await settled(screen, variant === 'dark');
  // A page of ours is shown from top to bottom, a dialog or notice as it stands over the page.
  const fullPage = view === page;
  await page.screenshot({ path: join(FOLDER, fileOf(name, variant)), fullPage, animations: 'disabled' });
  taken.add(fileOf(name, variant));
}

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
});
afterAll(() => writeFileSync(join(FOLDER, 'index.html'), gallery()));

describe.each(['en-US', 'es-MX'] as const)('%s', (tag) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(tag);
  });
  afterAll(() => closeStage(stage));

  test.each(STATES)('$name', async ({ name, open }) => {
    await clearStage(stage);
    const screen = await open(stage);
    const { page } = screen;
    await page.bringToFront();
    // A popup is as wide as what it shows.
    await page.setViewportSize(name.startsWith('popup-') ? { width: 360, height: 600 } : WIDE);
    if (tag === 'es-MX') return shoot(name, 'spanish', screen);
    await shoot(name, 'light', screen);
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot(name, 'dark', screen);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(NARROW);
    await shoot(name, '320', screen);
  });
});

/** One row a state, one column a variant, in plain HTML. */
function gallery(): string {
  const cell = (state: string, variant: string) => {
    const file = fileOf(state, variant);
    const picture = `<a href="${file}"><img loading="lazy" src="${file}" alt="${state}, ${variant}"></a>`;
    return `<td>${taken.has(file) ? picture : 'missing'}</td>`;
  };
  const rows = STATES.map(
    ({ name }) => `<tr><th scope="row">${name}</th>${VARIANTS.map((one) => cell(name, one)).join('')}</tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screens of Chalkline</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; background: #e8ecee; color: #1d2733; }
  table { border-collapse: collapse; }
  th, td { padding: 8px; text-align: start; vertical-align: top; }
  img { display: block; max-width: 26rem; max-height: 32rem; border: 1px solid #b7c2c8; }
</style>
<h1>Screens of Chalkline</h1>
<table>
<thead><tr><th scope="col">State</th>${VARIANTS.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</html>
`;
}
