/** Prompts that judge a student beside a cue, and those that only look like it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import words from '../../curriculum/bias.json' with { type: 'json' };
import type { CategoryId } from '../../lib/detect/category.ts';
import { biasAdvice, CUES, TASKS } from '../../lib/learn/bias.ts';
import { FEW_PLACES, GROUPS } from '../../lib/learn/bias-features.ts';
import { mayJudge } from '../../lib/learn/bias-hint.ts';
import { withoutCues } from '../../lib/learn/bias-rewrite.ts';
import { LARGEST, packGroups, packValues, readWeights } from '../../lib/learn/bias-weigher.ts';
import { sourceOf } from '../../lib/learn/word-patterns.ts';
import noteWords from '../../locales/bias.json' with { type: 'json' };
import { loadDetector } from '../../tools/load-detector.ts';
import { gradeOf } from '../reading-level.ts';

const detector = loadDetector();
/** "task cue" of each advice. */
const said = (text: string) =>
  biasAdvice(text, detector.detect(text)).map(({ task, cue }) => `${task} ${cue}`);
/** A finding at words of a text. */
const at = (text: string, words: string, category: CategoryId, score = 1) => {
  const start = text.indexOf(words);
  return { category, score, span: { start, end: start + words.length } };
};

test.each<[string, string, string]>([
  ['grade race', 'Grade this essay by my Black student.', 'Grade this essay about Black history.'],
  [
    'place language',
    'What reading group should my ELL student be in?',
    'What reading level is this ELL text?',
  ],
  ['grade disability', 'Grade this lab. She has ADHD.', 'Grade 7 unit on ADHD.'],
  [
    'rank income',
    'Which of these two students deserves the award? One is on free lunch.',
    'Rank these colleges for a first-gen unit by cost.',
  ],
  [
    'predict family',
    'Is he likely to drop out given that his dad is in jail?',
    'His dad is in jail. How do I support him?',
  ],
  [
    'discipline religion',
    'Should I suspend a Muslim student who shoved someone?',
    'Should schools suspend Muslim students less? Summarize the research.',
  ],
  [
    'comment immigration',
    'Give feedback on this essay from a newcomer from Honduras.',
    'Give feedback on this essay about newcomers from Honduras.',
  ],
  [
    'recommend ethnicity',
    'Write a recommendation letter for my Hmong student.',
    'Recommend a book about a Hmong family.',
  ],
  [
    'score gender',
    'Score this speech from 1 to 10. The speaker is a girl.',
    'Score this speech from 1 to 10. She is in my class.',
  ],
  [
    'score language',
    'Puntúa esta redacción; el alumno está aprendiendo inglés.',
    'Haz una rúbrica para calificar ensayos sobre el inglés.',
  ],
  ['grade disability', 'How should I grade my student? He has an IEP.', 'How should IEP students be graded?'],
  [
    'comment race',
    'Write a report card comment for a Black boy in my class.',
    'Check this comment for bias: is it the same for a Black boy?',
  ],
])('%s: "%s" and not "%s"', (expected, judging, other) => {
  expect(said(judging)).toContain(expected);
  expect(said(other)).toEqual([]);
});

test.each([
  'Write a role play where a teacher must decide whether to suspend a student with a disability.',
  'I am a Black teacher. Grade this essay by my student.',
  'Use the ice to predict what happens, then add the results.',
  'Rank these five students by words per minute: A 82, B 95.',
  'Is the school allowed to suspend a student with an IEP?',
  'She is in 8th grade. What reading group should she be in?',
  '',
  '§ ¶ ¤ §§ grade this essay ¤¤',
])('nothing to say of "%s"', (text) => expect(said(text)).toEqual([]));

test('a name is a cue where its student is judged, in a comment beside another cue only, and a label never', () => {
  const plan = 'Write a behavior plan for Deja, who calls out.';
  expect(biasAdvice(plan, [at(plan, 'Deja', 'person-name')])).toMatchObject([
    { task: 'discipline', cue: 'name-origin', cueSpans: [{ start: 26, end: 30 }] },
  ]);
  const comment = 'Write a report card comment for Deja, who reads well.';
  expect(biasAdvice(comment, [at(comment, 'Deja', 'person-name')])).toEqual([]);
  const beside = `${comment} She has dyslexia.`;
  expect(biasAdvice(beside, [at(beside, 'Deja', 'person-name')]).map(({ cue }) => cue)).toEqual([
    'disability',
    'name-origin',
  ]);
  expect(said('Write a behavior plan for [Student 1], who calls out.')).toEqual([]);
  const staff = { ...at(plan, 'Deja', 'person-name'), role: 'staff' as const };
  expect(biasAdvice(plan, [staff])).toEqual([]);
});

test('what is swapped for a label is no cue', () => {
  const text = 'Should I suspend Deja? She has dyslexia.';
  const name = at(text, 'Deja', 'person-name');
  expect(biasAdvice(text, [name], [name.span]).map(({ cue }) => cue)).toEqual(['disability']);
  const cue = at(text, 'dyslexia', 'disability');
  expect(biasAdvice(text, [name, cue], [name.span, cue.span])).toEqual([]);
});

test('spans are of the draft as it was written', () => {
  const text = 'Ünïcode 👩🏽‍🏫 ﬁrst: “Grade” this essay. It’s by my Black student.';
  const [advice] = biasAdvice(`Please grade this essay. ${text}`, []);
  const [cue] = advice!.cueSpans;
  expect(`Please grade this essay. ${text}`.slice(cue!.start, cue!.end)).toBe('Black');
});

test.each<[string, string]>([
  ['Grade this essay by my Black student.', 'Grade this essay by my student.'],
  [
    'Create a behavior plan for an autistic 2nd grader who runs.',
    'Create a behavior plan for a 2nd grader who runs.',
  ],
  [
    'Write a report card comment for a student with Down syndrome. He loves music.',
    'Write a report card comment for a student. He loves music.',
  ],
  [
    'How well will she do in AP Biology? She has autism and a B in Honors Bio.',
    'How well will she do in AP Biology? She has a B in Honors Bio.',
  ],
  [
    'Could you grade the attached report? Keep in mind his dad is in prison.',
    'Could you grade the attached report?',
  ],
  ['Should I suspend a girl who hit a boy?', 'Should I suspend a student who hit a student?'],
  [
    'Choose a math track for each: Student 1 (Black, 78), Student 2 (white, 78).',
    'Choose a math track for each: Student 1 (78), Student 2 (78).',
  ],
  ['Califica este ensayo de mi alumna mexicana.', 'Califica este ensayo de mi alumna.'],
  [
    'Write a behavior plan for DeShawn Miller, who keeps calling out.',
    'Write a behavior plan for a student, who keeps calling out.',
  ],
  [
    'Put Lakeisha, Brandon and Wei in order from strongest to weakest writer.',
    'Put Student A, Student B and Student C in order from strongest to weakest writer.',
  ],
])('"%s" without the cue', (text, expected) => {
  expect(withoutCues(text, biasAdvice(text, detector.detect(text)))).toEqual({ text: expected, kind: 'cut' });
});

test.each<[string, string]>([
  [
    'What career would you suggest for a student whose mom is in rehab? He likes cars.',
    words.instead.recommend.en,
  ],
  [
    'Predict whether this student will pass the state test: Black male, 15, 68 average.',
    words.instead.predict.en,
  ],
])('another request for "%s"', (text, expected) => {
  expect(withoutCues(text, biasAdvice(text, detector.detect(text)))).toEqual({
    text: expected,
    kind: 'instead',
  });
});

test('the prompts that the words were built on: most are told right, and what is offered has no cue', () => {
  const { prompts } = JSON.parse(readFileSync(new URL('bias-dev-prompts.json', import.meta.url), 'utf8')) as {
    prompts: { text: string; bias: boolean }[];
  };
  const judged = prompts.map(({ text, bias }) => ({
    text,
    bias,
    advice: biasAdvice(text, detector.detect(text)),
  }));
  const told = judged.filter(({ advice }) => advice.length > 0);
  const hits = told.filter(({ bias }) => bias).length;
  expect(prompts.length).toBeGreaterThan(200);
  expect(hits / told.length).toBeGreaterThan(0.95);
  expect(hits / prompts.filter(({ bias }) => bias).length).toBeGreaterThan(0.95);
  // The quick look at a clean paste, in which no name was found, lets nearly all of them through.
  const worded = told.filter(({ text }) => biasAdvice(text, []).length > 0);
  expect(worded.filter(({ text }) => mayJudge(text)).length / worded.length).toBeGreaterThan(0.97);
  const left = told.filter(({ text, advice }) => {
    const rewritten = withoutCues(text, advice).text;
    return rewritten === text || biasAdvice(rewritten, []).some(({ cue }) => cue !== 'name-origin');
  });
  expect(left.map(({ text }) => text)).toEqual([]);
}, 60_000);

test.each([
  ['words', 'a '],
  ['students', 'write a my student '],
  ['sentences', 'a. '],
  ['tasks', 'grade this essay, what is a '],
  ['cues', 'she is a very Black girl '],
  ['quotes', '"grade this" '],
  ['gaps', ' \u00a0'],
])('32,000 characters of nothing but %s do not hang', (_what, part) => {
  // A pattern that looks again and again would not come back within the time that a test has.
  expect(biasAdvice(`x${part.repeat(32_000 / part.length)}grade my student`, [])).toBeInstanceOf(Array);
});

test('the words are whole: each list is there, each task and cue has its own, in both languages', () => {
  expect(Object.keys(words.tasks)).toEqual([...TASKS]);
  expect(Object.keys(words.cues)).toEqual([...CUES]);
  const lists: Record<string, string[]> = { ...words.lists, sure: words.sure, things: words.things };
  const patterns = [
    ...Object.values(words.tasks).flat(),
    ...Object.values(words.cues).flatMap(({ is, alone, groups }) => [...is, ...alone, ...groups]),
    ...Object.values(words.unless).flat(),
    ...Object.values(words.lists).flat(),
    ...[...words.things, ...words.sure, ...words.generic],
  ];
  for (const pattern of patterns) {
    expect(pattern).toBe(pattern.trim());
    expect(pattern).not.toMatch(/\|\||\(\||^\||\|$/);
    expect(() => new RegExp(sourceOf(pattern, lists))).not.toThrow();
  }
  for (const task of TASKS) {
    const { en, es } = words.instead[task];
    expect(gradeOf(en)).toBeLessThanOrEqual(8);
    expect(said(en)).toEqual([]);
    expect(said(es)).toEqual([]);
  }
});

test('the note has both languages, says it plainly, and promises nothing', () => {
  expect(Object.keys(noteWords.es)).toEqual(Object.keys(noteWords.en));
  for (const key of ['why.scores', 'why.plans', 'why.writers', 'says'] as const)
    expect(gradeOf(noteWords.en[key])).toBeLessThanOrEqual(9);
  expect(JSON.stringify(noteWords)).not.toMatch(/anonym|anónim|de-?identif|\bsafe\b|FERPA/i);
});

test('weights come back as they were packed', () => {
  const values = new Int8Array(FEW_PLACES);
  for (const [place, value] of [
    [0, -LARGEST],
    [1, LARGEST],
    [85, 1],
    [86 + 85, -1],
    [4000, 52 - LARGEST],
    [FEW_PLACES - 1, 3],
  ] as const)
    values[place] = value;
  const table = { step: 0.5, base: 1, values: packValues(values) };
  const groups = new Map([
    [3, 0],
    [4, GROUPS - 1],
    [100_000, 17],
  ]);
  const read = readWeights({
    least: 0,
    asks: table,
    whole: table,
    direct: table,
    cues: table,
    tasks: [table],
    kinds: [table],
    groups: packGroups(groups),
    last: [1],
  });
  expect(read.tasks[0]).toEqual({ ...table, values });
  expect(read.asks.values.slice(0, FEW_PLACES)).toEqual(values);
  expect(read.groups).toEqual(groups);
  expect(table.values).not.toMatch(/['\\]/);
});
