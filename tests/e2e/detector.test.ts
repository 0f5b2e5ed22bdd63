/** The detector as the extension ships it, in the browser's own engine, beside the command line. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Detector } from '../../lib/detect/detect.ts';
import { loadCorpus } from '../../tools/corpus.ts';
import { type BedBrowser, EXTENSION, launch } from './bed-browser.ts';

const TEXTS = 300;

let browser: BedBrowser;
beforeAll(async () => {
  browser = await launch({ extension: null });
});
afterAll(() => browser.close());

interface Found {
  start: number;
  end: number;
  category: string;
  role: string | null;
  score: number;
  entity: number;
}

/** What the command line finds in each text. */
function byCommandLine(texts: { id: string; text: string }[]): Found[][] {
  const { stdout } = spawnSync(process.execPath, ['tools/chalkline.ts', 'scan', '--format', 'jsonl'], {
    input: texts.map((line) => JSON.stringify(line)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) =>
      (JSON.parse(line) as { findings: Found[] }).findings.map(
        ({ start, end, category, role, score, entity }) => ({
          start,
          end,
          category,
          role: role ?? null,
          score,
          entity,
        }),
      ),
    );
}

/** The engines differ in the last digits of an exponential. */
const rounded = (found: (Found[] | undefined)[]) =>
  found.map((some) => some?.map((one) => ({ ...one, score: Number(one.score.toFixed(9)) })));

test('finds the same in 300 development texts', async () => {
  const dev = loadCorpus('dev');
  const step = dev.length / TEXTS;
  const texts = Array.from({ length: TEXTS }, (_, i) => dev[Math.floor(i * step)]!).map(({ id, text }) => ({
    id,
    text,
  }));
  const page = await browser.context.newPage();
  await page.addScriptTag({ content: readFileSync(join(EXTENSION, 'detector.js'), 'utf8') });
  const inBrowser = await page.evaluate(
    (drafts) => {
      const world = globalThis as { [key: symbol]: { detector: Detector } | undefined };
      const detector = world[Symbol.for('chalkline.slot')]?.detector;
      return drafts.map((draft) =>
        detector?.detect(draft).map(({ span, category, role, score, entity }) => ({
          ...span,
          category,
          role: role ?? null,
          score,
          entity,
        })),
      );
    },
    texts.map(({ text }) => text),
  );
  const found = byCommandLine(texts);
  expect(found.flat().length).toBeGreaterThan(TEXTS);
  expect(rounded(inBrowser)).toEqual(rounded(found));
});
