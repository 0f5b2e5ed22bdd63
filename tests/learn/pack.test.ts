import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../../lib/learn/check-pack.ts';
import { tipsIn } from '../../lib/learn/curriculum.ts';
import {
  LONGEST,
  MOST_ENTRIES,
  newPrompt,
  newTip,
  type Pack,
  readPack,
  withPackTips,
  writePack,
} from '../../lib/learn/pack.ts';
import { taskIds } from '../../lib/learn/prompts.ts';
import { tipFor } from '../../lib/learn/tip.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { detailsIn, sortOut } from '../../lib/scan-pack.ts';
import { detector } from '../detect/load.ts';

const prompt = { title: 'Field trip', text: 'Write a letter about a trip to [place].', task: 'parent-email' };
const tip = {
  idea: 'Ask for a frame.',
  why: 'The facts stay with you.',
  tryInstead: 'Write a frame with ____.',
};
const file = {
  format: 'chalkline-pack',
  version: 1,
  title: 'Grade 4 team',
  from: 'Bluebird District',
  language: 'en',
  prompts: [prompt],
  tips: [{ ...tip, module: 'M3', categories: ['person-name'] }],
};
const read = (raw: unknown) => readPack(raw, taskIds());

test('a pack goes into a file and comes back the same', () => {
  const pack: Pack = {
    title: 'Grade 4 team',
    from: 'Bluebird District',
    language: 'es',
    prompts: [newPrompt({ ...prompt, bands: ['E', 'M'], subjects: ['math'], topics: ['grading'] })],
    tips: [
      {
        ...newTip({
          ...tip,
          module: 'M3',
          categories: ['email'],
          bands: ['H'],
          subjects: ['ela'],
          topics: ['bias'],
        }),
        source: 'example.org',
        checked: '2026-11-22',
      },
    ],
  };
  expect(read(JSON.parse(writePack(pack)))).toMatchObject({ pack, problems: [] });
  const { from: _, ...unsigned } = pack;
  const anonymous = { ...unsigned, from: '', tips: [] };
  expect(read(JSON.parse(writePack(anonymous))).pack).toEqual(anonymous);
});

test('what is not said holds for all, and what is not known is passed by', () => {
  const { pack, problems } = read({
    ...file,
    colour: 'blue',
    prompts: [{ ...prompt, id: 'mine', stars: 5 }],
  });
  expect(problems).toEqual([]);
  expect(pack?.prompts[0]).toEqual({
    ...prompt,
    id: expect.stringMatching(/^pack-/),
    bands: ['E', 'M', 'H'],
    subjects: ['all'],
    topics: [],
  });
  expect(pack?.tips[0]).toMatchObject({ source: 'Bluebird District', checked: '', module: 'M3' });
});

test('the same words have the same id, and others another', () => {
  const idOf = (raw: object) => read({ ...file, prompts: [raw] }).pack?.prompts[0]?.id;
  expect(idOf({ ...prompt, title: ' Field trip ', bands: ['E'] })).toBe(idOf(prompt));
  expect(idOf({ ...prompt, text: `${prompt.text}!` })).not.toBe(idOf(prompt));
});

describe('a bad entry is left out and named', () => {
  test.each<[string, object, string, string]>([
    ['no text', { ...prompt, text: ' ' }, 'prompts.0.text', 'missing'],
    ['a number for a title', { ...prompt, title: 7 }, 'prompts.0.title', 'missing'],
    ['a long text', { ...prompt, text: 'x'.repeat(LONGEST.text + 1) }, 'prompts.0.text', 'long'],
    ['an unknown task', { ...prompt, task: 'cooking' }, 'prompts.0.task', 'unknown'],
    ['an unknown grade band', { ...prompt, bands: ['K'] }, 'prompts.0.bands', 'unknown'],
    ['subjects as text', { ...prompt, subjects: 'math' }, 'prompts.0.subjects', 'unknown'],
    ['an unknown topic', { ...prompt, topics: ['weather'] }, 'prompts.0.topics', 'unknown'],
  ])('%s', (_what, bad, path, fault) => {
    const { pack, problems } = read({ ...file, prompts: [bad, { ...prompt, title: 'Good' }] });
    expect(problems).toEqual([{ path, fault }]);
    expect(pack?.prompts.map(({ title }) => title)).toEqual(['Good']);
    expect(pack?.tips).toHaveLength(1);
  });

  test.each<[object, string, string]>([
    [{ ...tip, why: undefined }, 'tips.0.why', 'missing'],
    [{ ...tip, module: 'M9' }, 'tips.0.module', 'unknown'],
    [{ ...tip, categories: ['names'] }, 'tips.0.categories', 'unknown'],
    [{ ...tip, checked: 'today' }, 'tips.0.checked', 'unknown'],
  ])('tip %#', (bad, path, fault) => {
    const { pack, problems } = read({ ...file, tips: [bad] });
    expect(problems).toEqual([{ path, fault }]);
    expect(pack?.tips).toEqual([]);
  });

  test('entries that are none, and the same twice', () => {
    const { pack, problems } = read({ ...file, prompts: [null, 'x', prompt, { ...prompt }] });
    expect(problems).toEqual([
      { path: 'prompts.0', fault: 'missing' },
      { path: 'prompts.1', fault: 'missing' },
      { path: 'prompts.3', fault: 'twice' },
    ]);
    expect(pack?.prompts).toHaveLength(1);
  });
});

test.each<[string, unknown, string]>([
  ['nothing', null, 'no-pack'],
  ['a list', [file], 'no-pack'],
  ['another format', { ...file, format: 'something' }, 'no-pack'],
  ['a newer version', { ...file, version: 2 }, 'newer'],
  ['no version', { ...file, version: undefined }, 'unknown'],
  ['no title', { ...file, title: '' }, 'missing'],
  ['another language', { ...file, language: 'fr' }, 'unknown'],
  ['a list that is none', { ...file, prompts: {}, tips: [] }, 'none'],
  ['nothing in it', { ...file, prompts: [], tips: undefined }, 'none'],
  ['too much in it', { ...file, prompts: Array(MOST_ENTRIES).fill(prompt) }, 'many'],
])('a file with %s is no pack', (_what, raw, fault) => {
  const { pack, problems } = read(raw);
  expect(pack).toBeNull();
  expect(problems.map((one) => one.fault)).toContain(fault);
});

describe('tips of packs', () => {
  const pack = read(file).pack!;
  const spanishPack: Pack = { ...pack, language: 'es', tips: [{ ...pack.tips[0]!, id: 'es' }] };
  test('are chosen from before those of the curriculum, in the language of the screen', () => {
    const all = withPackTips(tipsIn('en'), [pack, spanishPack], 'en');
    expect(all.length).toBe(tipsIn('en').length + 1);
    expect(tipFor(all, ['person-name'], {}, 0)?.idea).toBe(tip.idea);
    expect(tipFor(all, ['person-name'], { [pack.tips[0]!.id]: { times: 1, day: 0 } }, 0)?.idea).not.toBe(
      tip.idea,
    );
    expect(tipFor(all, ['email'], {}, 0)?.idea).not.toBe(tip.idea);
  });
});

test('entries that may point to a student are sorted out, with their words', async () => {
  const policy = mergePolicies({ district: undefined, teacher: undefined });
  const named = { ...prompt, text: 'Write to the mother of Maya Lopez, ana.lopez@example.org.' };
  const pack = read({ ...file, prompts: [named, { ...prompt, title: 'Good' }] }).pack!;
  let breaths = 0;
  const out = await sortOut(
    pack,
    (text) => detailsIn(text, detector, policy, null),
    async () => {
      breaths++;
    },
  );
  expect(out.clean.prompts.map(({ title }) => title)).toEqual(['Good']);
  expect(out.clean.tips).toEqual(pack.tips);
  expect(out.named).toEqual([{ entry: 'Field trip', words: ['Maya Lopez', 'ana.lopez@example.org'] }]);
  expect(breaths).toBe(3);
});

describe('the check for those who write packs', () => {
  const check = (text: string) =>
    checkPack(text, taskIds()).problems.map(({ line, column, field }) => [line, column, field]);

  test('says where a problem is, and what to write', () => {
    const text = `{
  "format": "chalkline-pack", "version": 1,
  "title": "Ours", "language": "en",
  "prompts": [
    { "title": "A", "text": "Write about [topic].", "task": "cooking" },
    { "title": "B", "task": "quiz" }
  ],
  "tips": [{ "idea": "x", "why": "y", "tryInstead": "z", "categories": ["name"] }]
}`;
    expect(check(text)).toEqual(
      [
        [5, 53, 'prompts.0.task'],
        [6, 5, 'prompts.1.text'],
        [8, 58, 'tips.0.categories'],
        [4, 3, 'prompts'],
      ].sort((a, b) => (a[0] as number) - (b[0] as number)),
    );
    const { problems } = checkPack(text, taskIds());
    expect(problems.find(({ field }) => field.endsWith('task'))?.hint).toContain('parent-email');
    expect(problems.find(({ field }) => field.endsWith('categories'))?.hint).toContain('person-name');
  });

  test('finds nothing in the example of the documents', () => {
    const page = readFileSync(new URL('../../docs/packs.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    expect(checkPack(example, taskIds())).toMatchObject({
      problems: [],
      pack: { title: 'Grade 4 team, fall' },
    });
    expect(taskIds().filter((id) => !page.includes(`\`${id}\``))).toEqual([]);
  });

  test('says where text is no JSON, and where an entry stands', () => {
    expect(check('{"format": }')).toEqual([[1, 12, 'pack']]);
    const text = `{"format":"chalkline-pack","version":1,"title":"x","language":"en",\n"prompts":[\n${JSON.stringify(prompt)}]}`;
    const { pack, problems, placeOf } = checkPack(text, taskIds());
    expect(problems).toEqual([]);
    expect(placeOf(pack!.prompts[0]!.id)).toEqual({ line: 3, column: 1 });
    expect(placeOf('')).toEqual({ line: 1, column: 40 });
  });
});
