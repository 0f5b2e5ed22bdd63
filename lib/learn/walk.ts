/**
 * The ways through the curriculum, a step at a time, and the address of each step: `m2` (a lesson), `m2-family-names` (a
 * tip), `m2-family-names/question`, `m2/end`; in a path `path/first-week`, then `path/first-week/m2-family-names`.
 */
import type { Module } from './module.ts';
import type { Path } from './paths.ts';
import { LESSON, moduleProgress, type Progress } from './progress.ts';
import { type Tip, withoutTopics } from './tip.ts';

export type Step = { address: string } & (
  | { kind: 'start' | 'end' }
  | { kind: 'lesson'; module: Module }
  | { kind: 'tip' | 'question'; module: Module; tip: Tip }
);

export interface Walk {
  title: string;
  /** Set where it is a module. */
  module: Module | null;
  /** Set where it is a path. */
  path: Path | null;
  steps: Step[];
}

/** What is shown: without the tips on topics that are turned off. Out: also how many those were, by module. */
export function shownModules(
  modules: Module[],
  topicsOff: readonly string[],
): { modules: Module[]; off: Record<string, number> } {
  const shown = modules.map((module) => ({
    ...module,
    tips: withoutTopics(module.tips, topicsOff),
  }));
  const off = modules.map(({ id, tips }, i) => [id, tips.length - shown[i]!.tips.length]);
  return { modules: shown, off: Object.fromEntries(off) };
}

/** A module from its lesson to its end: tips first, then their questions. */
export function moduleWalk(module: Module): Walk {
  const id = module.id.toLowerCase();
  const { title, tips } = module;
  return {
    title,
    module,
    path: null,
    steps: [
      { kind: 'lesson', address: id, module },
      ...tips.map((tip): Step => ({ kind: 'tip', address: tip.id, module, tip })),
      ...tips.map((tip): Step => ({ kind: 'question', address: `${tip.id}/question`, module, tip })),
      { kind: 'end', address: `${id}/end` },
    ],
  };
}

/** A path, each tip with its question right behind it. Null where nothing of it is shown. */
export function pathWalk(path: Path, modules: Module[]): Walk | null {
  const base = `path/${path.id}`;
  const parts = path.parts.flatMap((part) => stepsOf(part, base, modules));
  if (parts.length === 0) return null;
  const steps: Step[] = [{ kind: 'start', address: base }, ...parts, { kind: 'end', address: `${base}/end` }];
  return { title: path.title, module: null, path, steps };
}

function stepsOf(part: string, base: string, modules: Module[]): Step[] {
  const address = `${base}/${part.toLowerCase()}`;
  for (const module of modules) {
    if (module.id === part) return [{ kind: 'lesson', address, module }];
    const tip = module.tips.find(({ id }) => id === part);
    if (tip) {
      return [
        { kind: 'tip', address, module, tip },
        { kind: 'question', address: `${address}/question`, module, tip },
      ];
    }
  }
  return [];
}

export interface Place {
  walk: Walk;
  index: number;
  step: Step;
}

/** Where an address leads (any case); null where it leads nowhere. */
export function placeOf(address: string, walks: Walk[]): Place | null {
  const wanted = address.toLowerCase();
  for (const walk of walks) {
    const index = walk.steps.findIndex((step) => step.address === wanted);
    if (index >= 0) return { walk, index, step: walk.steps[index]! };
  }
  return null;
}

/** Whether a step has nothing left to do. Starts and ends ask nothing of anybody. */
export function isStepDone(step: Step, progress: Progress): boolean {
  switch (step.kind) {
    case 'lesson':
      return Object.hasOwn(moduleProgress(progress, step.module.id).read, LESSON);
    case 'tip':
      return Object.hasOwn(moduleProgress(progress, step.module.id).read, step.tip.id);
    case 'question':
      return Object.hasOwn(moduleProgress(progress, step.module.id).right, step.tip.id);
    default:
      return true;
  }
}

/** Where to go on in a walk: at its first step before anything is done, then at what is left to do, at last at its end. */
export function resumeStep(walk: Walk, progress: Progress): Step {
  const tasks = walk.steps.filter(({ kind }) => kind !== 'start' && kind !== 'end');
  const open = tasks.filter((step) => !isStepDone(step, progress));
  if (open.length === tasks.length) return walk.steps[0]!;
  return open[0] ?? walk.steps.at(-1)!;
}

/**
 * Where to go on: at the step that was open last, where it is still there; after the end of a walk, or without such a
 * step, at the first module with something left to do. Null where all modules are done.
 */
export function resumePlace(progress: Progress, modules: Walk[], paths: Walk[]): Place | null {
  const last = placeOf(progress.last, [...modules, ...paths]);
  if (last && last.step.kind !== 'end') return last;
  const open = modules.find(({ steps }) => steps.some((step) => !isStepDone(step, progress)));
  return open ? placeOf(resumeStep(open, progress).address, [open]) : null;
}
