/** Progress: what counts as done, where to go on, how time is counted, and what a damaged store leaves. */
import { describe, expect, test } from 'vitest';
import { modulesIn } from '../../lib/learn/curriculum.ts';
import { createMeter, IDLE_MS } from '../../lib/learn/meter.ts';
import type { Module } from '../../lib/learn/module.ts';
import { pathsIn, readPaths } from '../../lib/learn/paths.ts';
import {
  advance,
  dayOf,
  howFar,
  LESSON,
  type LearnEvent,
  minutesOf,
  moduleProgress,
  NO_PROGRESS,
  type Progress,
  parseProgress,
} from '../../lib/learn/progress.ts';
import {
  moduleWalk,
  pathWalk,
  placeOf,
  resumePlace,
  resumeStep,
  shownModules,
} from '../../lib/learn/walk.ts';

const modules = modulesIn('en');
const [m1, m2] = modules as [Module, Module];
const walks = modules.map(moduleWalk);
const progressAfter = (
  events: LearnEvent[],
  day = '2026-11-30',
  from = NO_PROGRESS,
  shown = modules,
): Progress => events.reduce((progress, event) => advance(progress, event, day, shown), from);
const read = (module: Module, part: string): LearnEvent => ({ kind: 'read', module: module.id, part });
const right = (module: Module, tip: string): LearnEvent => ({ kind: 'right', module: module.id, tip });
const all = (module: Module): LearnEvent[] => [
  read(module, LESSON),
  ...module.tips.flatMap(({ id }) => [read(module, id), right(module, id)]),
];

describe('a module', () => {
  test('is done on the day on which the last of its parts was', () => {
    const events = all(m1);
    const almost = progressAfter(events.slice(0, -1), '2026-11-29');
    expect(howFar(m1, almost)).toEqual({ parts: 12, of: 13, right: 5 });
    expect(moduleProgress(almost, 'M1').done).toBeNull();
    const done = progressAfter(events.slice(-1), '2026-11-30', almost);
    expect(moduleProgress(done, 'M1').done).toBe('2026-11-30');
    expect(howFar(m1, done)).toEqual({ parts: 13, of: 13, right: 6 });
  });

  test('keeps the first day of each part, and the day it was done', () => {
    const first = progressAfter(all(m1), '2026-11-02');
    const again = progressAfter(all(m1), '2026-11-30', first);
    expect(again).toEqual(first);
  });

  test('needs no tip that is turned off', () => {
    const { modules: shown, off } = shownModules(modules, ['grading']);
    const m4 = shown[3]!;
    expect([m4.id, m4.tips.length, off.M4, off.M1]).toEqual(['M4', 2, 4, 0]);
    expect(moduleProgress(progressAfter(all(m4), '2026-11-30', NO_PROGRESS, shown), 'M4').done).toBe(
      '2026-11-30',
    );
  });

  test('leaves the others alone', () => {
    const progress = progressAfter([...all(m1), read(m2, LESSON)]);
    expect(Object.keys(progress.modules)).toEqual(['M1', 'M2']);
    expect(howFar(m2, progress).parts).toBe(1);
  });
});

describe('minutes', () => {
  const seconds = (times: (number | 'pause')[]) => {
    const meter = createMeter();
    for (const time of times) time === 'pause' ? meter.pause() : meter.touch(time * 1000);
    return meter.take();
  };
  const limit = IDLE_MS / 1000;

  test.each<[string, (number | 'pause')[], number]>([
    ['a page that nobody touches', [], 0],
    ['one sign of life', [5], 0],
    ['reading with a scroll now and then', [0, 40, 100], 100],
    ['a pause as long as is allowed', [0, limit], limit],
    ['a page left open over lunch', [0, 30, 30 + limit + 1, 60 + limit + 1], 60],
    ['a page left for good', [0, 30], 30],
    ['a page out of sight', [0, 30, 'pause', 60, 70], 40],
    ['a clock that was put back', [100, 50, 60], 10],
  ])('%s', (_what, times, expected) => {
    expect(seconds(times)).toBe(expected);
  });

  test('are taken once, and part of a second is not lost', () => {
    const meter = createMeter();
    meter.touch(0);
    meter.touch(1600);
    expect([meter.take(), meter.take()]).toEqual([1, 0]);
    meter.touch(2100);
    expect(meter.take()).toBe(1);
  });

  test('add up until the module is done, and are whole', () => {
    const spent = (amount: number): LearnEvent => ({ kind: 'spent', module: 'M1', seconds: amount });
    const minutes = (progress: Progress) => minutesOf(moduleProgress(progress, 'M1'));
    expect([
      minutes(NO_PROGRESS),
      minutes(progressAfter([spent(5)])),
      minutes(progressAfter([spent(90), spent(60)])),
    ]).toEqual([0, 1, 3]);
    expect(minutes(progressAfter([spent(300), ...all(m1), spent(900)]))).toBe(5);
  });
});

describe('where to go on', () => {
  const at = (address: string): LearnEvent => ({ kind: 'at', address });
  const resume = (events: LearnEvent[], shown = walks) =>
    resumePlace(progressAfter(events), shown, [])?.step.address;

  test.each<[string, LearnEvent[], string | undefined]>([
    ['nothing done: the first lesson', [], 'm1'],
    ['the step that was open', [at('m2-scores/question')], 'm2-scores/question'],
    ['a step that is gone: the first open one', [at('m2-old'), read(m1, LESSON)], 'm1-third-party'],
    ['the end of a module that is done: the next one', [...all(m1), at('m1/end')], 'm2'],
    ['the end with a question left', [...all(m1).slice(0, -1), at('m1/end')], 'm1-work-account/question'],
    ['all done', modules.flatMap(all), undefined],
  ])('%s', (_what, events, address) => {
    expect(resume(events)).toBe(address);
  });

  test('within a module: what is left, in order, and its end', () => {
    const [walk] = walks;
    const step = (events: LearnEvent[]) => resumeStep(walk!, progressAfter(events)).address;
    expect(step([read(m1, 'm1-deleting')])).toBe('m1');
    expect(step([read(m1, LESSON), read(m1, 'm1-third-party')])).toBe('m1-approved-tool');
    expect(step([read(m1, LESSON), ...m1.tips.map(({ id }) => read(m1, id))])).toBe(
      'm1-third-party/question',
    );
    expect(step(all(m1))).toBe('m1/end');
  });
});

describe('an address', () => {
  const paths = pathsIn('en').flatMap((path) => pathWalk(path, modules) ?? []);
  const everything = [...walks, ...paths];

  test.each([
    ['m2', 'lesson', 0],
    ['M2', 'lesson', 0],
    ['m2-family-names', 'tip', 1],
    ['m2-family-names/question', 'question', 7],
    ['m2/end', 'end', 13],
    ['path/first-week', 'start', 0],
    ['path/first-week/m1-check-answers/question', 'question', 8],
    ['path/first-week/end', 'end', 9],
  ])('%s is a step', (address, kind, index) => {
    const place = placeOf(address, everything);
    expect([place?.step.kind, place?.index]).toEqual([kind, index]);
  });

  test.each(['', 'm9', 'm2-family-names/', 'path', 'path/first-week/m2-scores', '__proto__'])(
    '%j leads nowhere',
    (address) => {
      expect(placeOf(address, everything)).toBeNull();
    },
  );

  test('belongs to one step', () => {
    const all = everything.flatMap(({ steps }) => steps.map(({ address }) => address));
    expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([]);
  });

  test('of a tip that is turned off leads nowhere, also in a path', () => {
    const { modules: shown } = shownModules(modules, ['grading', 'detector']);
    const left = shown.map(moduleWalk);
    expect(placeOf('m4-detectors', left)).toBeNull();
    const grading = pathsIn('en').find(({ id }) => id === 'grading');
    expect(pathWalk(grading!, shown)).toBeNull();
  });
});

describe('the paths', () => {
  const english = pathsIn('en-US');

  test('are the same in both languages', () => {
    const facts = (language: string) =>
      pathsIn(language).map(({ id, minutes, parts }) => [id, minutes, parts]);
    expect(facts('es-MX')).toEqual(facts('en'));
    expect(english.length).toBeGreaterThanOrEqual(5);
  });

  test.each(english)('$id: three to five tips, or a lesson, in about five minutes', (path) => {
    const walk = pathWalk(path, modules);
    const tips = walk?.steps.filter(({ kind }) => kind === 'tip').length ?? 0;
    const lessons = walk?.steps.filter(({ kind }) => kind === 'lesson').length ?? 0;
    expect(tips + lessons).toBe(path.parts.length);
    expect(lessons === 1 || (tips >= 3 && tips <= 5)).toBe(true);
    const text = walk?.steps.flatMap((step) => {
      if (step.kind === 'lesson') return step.module.lesson;
      if (step.kind !== 'tip') return [];
      const { idea, why, tryInstead, quiz } = step.tip;
      return [idea, why, tryInstead, quiz.question, ...quiz.choices, quiz.reason];
    });
    // 150 words a minute, and 15 seconds to choose an answer.
    const minutes = (text?.join(' ').split(/\s+/).length ?? 0) / 150 + tips / 4;
    expect(minutes).toBeGreaterThan(2);
    expect(minutes).toBeLessThan(6);
  });

  test('a damaged one is left out, and the others stay', () => {
    const whole = { id: 'a', minutes: 5, parts: ['M1'], en: { title: 'A', about: 'B' } };
    const odd = [
      null,
      'x',
      { ...whole, id: 'A/B' },
      { ...whole, parts: [1] },
      { ...whole, en: { title: '' } },
    ];
    expect(readPaths({ paths: [...odd, whole] }, 'en').map(({ id }) => id)).toEqual(['a']);
    expect(readPaths({ paths: [whole] }, 'es')).toEqual([]);
    expect(readPaths([whole], 'en')).toEqual([]);
  });
});

describe('what was stored', () => {
  test('comes back as it was', () => {
    const progress = {
      ...progressAfter([...all(m1), { kind: 'at', address: 'm2' }]),
      id: crypto.randomUUID(),
    };
    expect(parseProgress(JSON.parse(JSON.stringify(progress)))).toEqual(progress);
  });

  test('loses what is damaged and keeps the rest', () => {
    const stored = {
      id: 'x',
      last: 7,
      modules: {
        M1: {
          read: { lesson: '2026-11-30', 'm1-deleting': 'yesterday' },
          right: [],
          seconds: -4,
          done: true,
        },
        M2: null,
      },
    };
    const M1 = { read: { lesson: '2026-11-30' }, right: {}, seconds: 0, done: null };
    expect(parseProgress(stored)).toEqual({ id: '', last: '', modules: { M1 } });
  });

  test.each([undefined, null, 'x', 7, []])('as %j is none', (raw) => {
    expect(parseProgress(raw)).toEqual(NO_PROGRESS);
  });
});

test('a day is the day on the machine', () => {
  expect([dayOf(new Date(2026, 0, 5, 0, 1)), dayOf(new Date(2026, 10, 30, 23, 59))]).toEqual([
    '2026-01-05',
    '2026-11-30',
  ]);
});
