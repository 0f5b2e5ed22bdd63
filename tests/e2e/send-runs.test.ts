/**
 * Sends at random, from one seed, with real keys and presses: whatever is typed, however it is sent, whatever the teacher
 * chooses, nothing is sent twice, nothing raw goes out once it was swapped, and nothing is lost. 50 of them; as many as
 * CHALKLINE_SEND_RUNS says for `npm run test:long`, which also gets a report.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide, isAlarm } from '../../lib/policy/decide.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { loadDetector } from '../../tools/load-detector.ts';
import { type BedBrowser, type BedTab, launch } from './bed-browser.ts';

const RUNS = Number(process.env.CHALKLINE_SEND_RUNS ?? 50);
const SEED = Number(process.env.CHALKLINE_SEED ?? 20_261_201);
const REPORT = process.env.CHALKLINE_REPORTS;
const PAGES = [
  ...['react-textarea', 'prosemirror', 'prosemirror-chatgpt', 'lexical', 'quill', 'senders'],
  ...(REPORT ? ['contenteditable', 'tiptap', 'shadow', 'strict-csp'] : []),
];
const EACH = Math.ceil(RUNS / PAGES.length);

const FIRST =
  'Ava Ben Chloe Diego Elena Finn Grace Hassan Ivy Jamal Kira Liam Maya Noah Olivia Priya Quinn Rosa Samir Tessa Umar Valeria Wyatt Ximena Yusuf Zoe Andre Bianca'.split(
    ' ',
  );
const LAST =
  'Alvarez Brooks Chen Dawson Ellis Flores Gupta Huang Ibrahim Jensen Khan Lopez Moreno Novak Okafor'.split(
    ' ',
  );
const CLEAN = [
  'Plan a lesson on fractions.',
  'Use number lines and two worked examples.',
  'End with an exit ticket.',
  'Explain photosynthesis in simple words.',
];
const ABOUT = ['was late on Monday.', 'read her story to the class.', 'needs more time for the test.'];

/** Small numbers from a seed: mulberry32. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const detector = loadDetector();
const policy = mergePolicies({ district: {}, teacher: {} });
const stops = (text: string) => decide(text, detector.detect(text), policy).filter(isAlarm);

interface Run {
  text: string;
  names: string[];
  field: string;
  gesture: 'Enter' | 'Enter twice' | 'Enter held' | 'press' | 'press twice';
  choice: 'Use swapped text' | 'Use original' | 'Cancel';
  waits: number;
}

let browser: BedBrowser;
let tab: BedTab;
const tally: Record<string, number> = {};
const count = (what: string) => {
  tally[what] = (tally[what] ?? 0) + 1;
};
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  if (!REPORT) return;
  mkdirSync(REPORT, { recursive: true });
  writeFileSync(`${REPORT}/sends.json`, JSON.stringify({ title: 'Sends at random', seed: SEED, tally }));
});

const sent = () => tab.bed((bed) => bed.sent, null);

/** Does with hands what sends on this page. */
async function send({ field, gesture }: Run): Promise<void> {
  const { keyboard, mouse } = tab.page;
  if (gesture.startsWith('Enter')) {
    // Two in a breath, however late the first one is heard.
    const presses = [keyboard.down('Enter')];
    if (gesture === 'Enter held') presses.push(keyboard.down('Enter'));
    presses.push(keyboard.up('Enter'));
    if (gesture === 'Enter twice') presses.push(keyboard.down('Enter'), keyboard.up('Enter'));
    await Promise.all(presses);
    return;
  }
  const selector = tab.info.id === 'senders' ? `#${field}-send` : '#send';
  const control = tab.page.locator(selector);
  // What was sent before pushes it down.
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  await mouse.move(box!.x + box!.width / 2, box!.y + box!.height / 2);
  for (let i = 0; i < (gesture === 'press twice' ? 2 : 1); i++) {
    await mouse.down();
    await mouse.up();
  }
}

/** Labels for the names, so that what was sent can be compared. */
const labelled = (text: string, names: string[]) =>
  names.reduce((now, name) => now.replaceAll(name, '[Student #]'), text);
const numberless = (texts: string[]) => texts.map((text) => text.replace(/\[Student \d+\]/g, '[Student #]'));

/** One send from the first key to its end. In: who is swapped without a question by now. */
async function go(run: Run, known: Set<string>): Promise<void> {
  const { text, names, field, choice } = run;
  await tab.start('', 0, 0, field);
  for (const [i, line] of text.split('\n').entries()) {
    if (i > 0) await tab.page.keyboard.press('Shift+Enter');
    await tab.page.keyboard.insertText(line);
  }
  await expect.poll(() => tab.text()).toBe(text);
  await tab.page.waitForTimeout(run.waits);
  await Promise.race([send(run), tab.page.waitForTimeout(3000)]);

  const isAsked = names.some((name) => !known.has(name));
  if (isAsked) await tab.choose(choice);
  const swapped = names.length > 0 && (!isAsked || choice === 'Use swapped text');
  const after = swapped ? labelled(text, names) : text;
  if (isAsked && choice === 'Cancel') {
    count('cancelled');
    await tab.page.waitForTimeout(150);
    expect([await tab.text(), await sent()]).toEqual([text, []]);
    return;
  }
  if (swapped) for (const name of names) known.add(name);
  if (field === 'trusted' && names.length > 0) {
    const held = async () => numberless([await tab.text()]);
    await expect.poll(held).toEqual([after]);
    await expect
      .poll(() => tab.notice(), { timeout: 10_000 })
      .toContain('Your text is still here. Please press send again.');
    expect(await sent()).toEqual([]);
    await tab.focused();
    await send({ ...run, gesture: 'Enter' });
    count('sent by a second press');
  }
  await expect.poll(async () => numberless(await sent()), { timeout: 8000 }).toEqual([after]);
  await expect.poll(() => tab.text()).toBe('');
  await tab.page.waitForTimeout(150);
  expect(numberless(await sent())).toEqual([after]);
  if (isAsked) await tab.focused();
  count(
    names.length === 0 ? 'clean, not touched' : isAsked ? `asked, ${choice}` : 'swapped without a question',
  );
}

describe.each(PAGES)('%s', (id) => {
  test(
    `${EACH} sends`,
    async () => {
      tab = await browser.open(id);
      const pick = random(SEED + PAGES.indexOf(id));
      const one = <T>(list: readonly T[]) => list[pick(list.length)]!;
      const known = new Set<string>();
      for (let i = 0; i < EACH; i++) {
        const lines = Array.from({ length: 1 + pick(3) }, () => one(CLEAN));
        const names: string[] = [];
        const isAbout = pick(10) < 6;
        if (isAbout) {
          const old = [...known];
          const name = old.length > 0 && pick(10) < 5 ? one(old) : `${one(FIRST)} ${one(LAST)}`;
          lines.splice(pick(lines.length + 1), 0, `${name} ${one(ABOUT)}`);
          names.push(name);
        }
        const field = id === 'senders' ? one(tab.info.fields).name : 'message';
        const byKey = id !== 'senders' || field === 'keydown' || field === 'trusted';
        const byPress = field !== 'keydown';
        const gestures: Run['gesture'][] = [
          ...(byKey ? (['Enter', 'Enter twice', 'Enter held'] as const) : []),
          ...(byPress ? (['press', 'press twice'] as const) : []),
        ];
        const run: Run = {
          ...{ text: lines.join('\n'), names, field, gesture: one(gestures), waits: one([0, 30, 300, 700]) },
          choice: one(['Use swapped text', 'Use swapped text', 'Use original', 'Cancel']),
        };
        // The run is about sending: a draft that the detector takes for something else is none of it.
        const found = stops(run.text).map(({ finding: { span } }) => run.text.slice(span.start, span.end));
        if (found.join() !== names.join()) {
          i -= 1;
          continue;
        }
        await go(run, known).catch(async (error: Error) => {
          const state = { sent: await sent(), text: await tab.text(), reviewing: await tab.reviewing() };
          const what = JSON.stringify([run, state]);
          throw new Error(`send ${i} of seed ${SEED}: ${what}\n${error.message}`, { cause: error });
        });
      }
      await tab.page.close();
    },
    EACH * 20_000,
  );
});
