/** The library of prompts: whole, the same in both languages, plain, and without people. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Prompt } from '../../lib/learn/prompt.ts';
import { allowedTasks, libraryIn, OTHER_TASK, promptsFor, taskIds } from '../../lib/learn/prompts.ts';
import { readPrompts } from '../../lib/learn/read-prompts.ts';
import { closest, fitsClass, holdsWords } from '../../lib/learn/search.ts';
import { detector, stopping } from '../detect/load.ts';
import { gradeOf } from '../reading-level.ts';

const english = libraryIn('en-US');
const spanish = libraryIn('es-MX');
const promptsOf = (library: typeof english) => library.tasks.flatMap(({ prompts }) => prompts);
const raw = JSON.parse(readFileSync(new URL('../../curriculum/prompts.en.json', import.meta.url), 'utf8'));

test('there are ten tasks and more, each with three to five prompts, each once', () => {
  expect(english.tasks.length).toBeGreaterThanOrEqual(10);
  const counts = english.tasks.map(({ prompts }) => prompts.length);
  expect([Math.min(...counts), Math.max(...counts)]).toEqual([3, 5]);
  const ids = promptsOf(english).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(promptsOf(english).length).toBe(raw.tasks.flatMap(({ prompts }: { prompts: [] }) => prompts).length);
  expect(new Set(taskIds()).size).toBe(english.tasks.length + 1);
  expect(taskIds()).toContain(OTHER_TASK);
});

test('each has its twin in Spanish', () => {
  const facts = ({ id, task, bands, subjects, topics }: Prompt) => [id, task, bands, subjects, topics];
  expect(promptsOf(spanish).map(facts)).toEqual(promptsOf(english).map(facts));
  expect(spanish.tasks.map(({ id, topics }) => [id, topics])).toEqual(
    english.tasks.map(({ id, topics }) => [id, topics]),
  );
  const same = promptsOf(english).filter(({ text }, i) => text === promptsOf(spanish)[i]?.text);
  expect(same).toEqual([]);
});

test.each([...promptsOf(english), ...promptsOf(spanish)])(
  '$id: nothing of it would stop a paste',
  ({ title, text }) => {
    expect(
      stopping(`${title}\n${text}`).map(({ span }) => `${title}\n${text}`.slice(span.start, span.end)),
    ).toEqual([]);
    const names = detector.detect(`${title}\n${text}`).filter(({ category }) => category === 'person-name');
    expect(names).toEqual([]);
  },
);

test('a prompt with a name would stop one', () => {
  const [{ text }] = promptsOf(english) as [Prompt];
  expect(stopping(text.replace('a guardian', 'the mother of Maya Lopez')).length).toBeGreaterThan(0);
});

test.each(promptsOf(english))('$id has blanks, is short, and reads at grade 8 or below', ({ text }) => {
  expect(text).toMatch(/\[[^\]]+\]/);
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(75);
  expect(gradeOf(text)).toBeLessThanOrEqual(8);
});

test.each(promptsOf(spanish))('$id has blanks in Spanish', ({ text }) => {
  expect(text).toMatch(/\[[^\]]+\]/);
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(90);
});

test('the words of the page are the same in both languages, and read at grade 6', () => {
  const words: Record<'en' | 'es', Record<string, string>> = JSON.parse(
    readFileSync(new URL('../../locales/prompts.json', import.meta.url), 'utf8'),
  );
  const blanks = (text = '') =>
    Array.from(text.matchAll(/\{\d\}/g), ([blank]) => blank)
      .sort()
      .join();
  expect(Object.keys(words.es)).toEqual(Object.keys(words.en));
  expect(Object.keys(words.en).filter((key) => blanks(words.en[key]) !== blanks(words.es[key]))).toEqual([]);
  expect(gradeOf(Object.values(words.en).join('. '))).toBeLessThanOrEqual(6);
});

describe('a file that was edited', () => {
  const [task] = raw.tasks;
  const read = (tasks: unknown[]) => readPrompts({ ...raw, tasks });

  test('loses a damaged prompt and keeps the others', () => {
    const [one, two, three, four, five] = task.prompts;
    const { text: _, ...half } = one;
    const damaged = [
      half,
      { ...two, bands: ['K'] },
      { ...three, topics: ['weather'] },
      null,
      'x',
      four,
      five,
    ];
    expect(read([{ ...task, prompts: damaged }])?.tasks[0]?.prompts.map(({ id }) => id)).toEqual([
      four.id,
      five.id,
    ]);
  });

  test.each<[string, unknown]>([
    ['no object', 'x'],
    ['no signs', { ...task, signs: [] }],
    ['an unknown topic', { ...task, topics: ['weather'] }],
    ['no whole prompt', { ...task, prompts: [{}] }],
    ['words for exceptions that are none', { ...task, unless: [7] }],
  ])('loses a task that is none (%s)', (_what, edited) => {
    expect(read([edited, raw.tasks[1]])?.tasks.map(({ id }) => id)).toEqual([raw.tasks[1].id]);
  });

  test.each<[string, unknown]>([
    ['no object', null],
    ['no tasks', { ...raw, tasks: {} }],
    ['nothing that asks', { ...raw, asks: [] }],
  ])('that is no library (%s) is left out', (_what, edited) => {
    expect(readPrompts(edited)).toBeNull();
  });
});

describe('search', () => {
  const find = (words: string, library = english) =>
    library.tasks.flatMap(({ title, prompts }) =>
      prompts.filter((one) => holdsWords([one.title, one.text, title], words)).map(({ id }) => id),
    );

  test.each([
    ['work missing', 'parent-email-missing-work'],
    ['  RUBRIC  alone', 'rubric-plain-words'],
    ['exit tick', 'quiz-exit-ticket'],
    ['report habits', 'report-card-habits'],
  ])('%j finds %s', (words, id) => {
    expect(find(words)).toContain(id);
  });

  test('accents do not matter, and a word that stands nowhere finds nothing', () => {
    expect(find('rubrica', spanish)).toContain('rubric-from-task');
    expect(find('RÚBRICA', spanish)).toEqual(find('rubrica', spanish));
    expect(find('rubric zebra')).toEqual([]);
    expect(find('').length).toBe(promptsOf(english).length);
  });

  test('what is for all subjects is for each, and a grade band is one of its own', () => {
    const fits = (id: string, band: '' | 'E' | 'M' | 'H', subject: '' | 'math' | 'arts') =>
      fitsClass(promptsOf(english).find((one) => one.id === id)!, { band, subject });
    expect(fits('quiz-planted-error', '', 'math')).toBe(true);
    expect(fits('quiz-planted-error', '', 'arts')).toBe(false);
    expect(fits('quiz-exit-ticket', 'E', 'arts')).toBe(true);
    expect(fits('recommendation-frame', 'E', '')).toBe(false);
  });

  test('the closest prompt comes first', () => {
    const { prompts } = english.tasks.find(({ id }) => id === 'parent-email')!;
    const first = (text: string) => closest(text, prompts, 1)[0]?.id;
    expect(first('Email her dad about all the missing work, offer ways to catch up')).toBe(
      'parent-email-missing-work',
    );
    expect(first('Her dad is upset about the homework. Write a calm reply')).toBe('parent-email-upset');
    expect(closest('zzz', prompts, 2).map(({ id }) => id)).toEqual(prompts.slice(0, 2).map(({ id }) => id));
  });
});

describe('what a district has turned off', () => {
  test('is not in the library', () => {
    const ids = allowedTasks(english.tasks, ['grading', 'iep']).map(({ id }) => id);
    expect(ids).not.toContain('rubric');
    expect(ids).not.toContain('iep');
    expect(ids).toContain('parent-email');
  });

  test('is not offered beside a draft', () => {
    const draft = 'Please write a rubric for a lab report.';
    expect(promptsFor(draft, 'en', [], []).map(({ task }) => task)).toEqual(['rubric', 'rubric']);
    expect(promptsFor(draft, 'en', [], ['grading'])).toEqual([]);
  });
});

test('a draft in one language is known on a screen in the other, and prompts of packs are offered too', () => {
  const draft = 'Escribe un correo a la mamá de Maya sobre las tareas pendientes.';
  expect(promptsFor(draft, 'en', [], []).map(({ task }) => task)).toEqual(['parent-email', 'parent-email']);
  const own = {
    id: 'x',
    title: 'Volcano night',
    text: 'Invite families to volcano night.',
    task: 'parent-email',
  };
  const prompt: Prompt = { ...own, bands: ['E'], subjects: ['all'], topics: ['image'] };
  const pack = { title: 't', from: '', language: 'en' as const, prompts: [prompt], tips: [] };
  const offered = (topicsOff: 'image'[]) =>
    promptsFor('Write a note to families about volcano night', 'en', [pack], topicsOff).map(({ id }) => id);
  expect(offered([])[0]).toBe('x');
  expect(offered(['image'])).not.toContain('x');
});
