/**
 * What a teacher has read and answered, kept on the machine. Days and no times of day, and only what went right: a record of
 * when somebody works, or of what they did not know yet, would be a way to watch them.
 */
import type { Module } from './module.ts';

/** A module's lesson among its parts; its tips go by their ids. */
export const LESSON = 'lesson';

interface ModuleProgress {
  /** The day on which a part was first read, by `lesson` or the tip's id. YYYY-MM-DD. */
  read: Record<string, string>;
  /** The day on which a question was first answered right, by the tip's id. */
  right: Record<string, string>;
  /** Time spent, in seconds, up to the day on which the module was done. See meter.ts. */
  seconds: number;
  /** The day on which everything was read and answered right; null before. */
  done: string | null;
}

export interface Progress {
  /** A random UUID, so that the same fact has the same number in each export; '' before the first step. */
  id: string;
  modules: Record<string, ModuleProgress>;
  /** Address of the step that was open last (walk.ts); '' where there is none. */
  last: string;
}

export const NO_PROGRESS: Progress = { id: '', modules: {}, last: '' };
const UNTOUCHED: ModuleProgress = { read: {}, right: {}, seconds: 0, done: null };

/** One thing that happened. Stored progress takes it up (`advance`), so two open tabs can both tell. */
export type LearnEvent =
  | { kind: 'at'; address: string }
  | { kind: 'read'; module: string; part: string }
  | { kind: 'right'; module: string; tip: string }
  | { kind: 'spent'; module: string; seconds: number };

/** The progress after something happened on a day. In: the modules as they are shown, without what is turned off. */
export function advance(before: Progress, event: LearnEvent, day: string, modules: Module[]): Progress {
  if (event.kind === 'at') return { ...before, last: event.address };
  const old = moduleProgress(before, event.module);
  const now = { ...old };
  if (event.kind === 'read') now.read = { [event.part]: day, ...old.read };
  if (event.kind === 'right') now.right = { [event.tip]: day, ...old.right };
  if (event.kind === 'spent' && !old.done) now.seconds = old.seconds + event.seconds;
  const module = modules.find(({ id }) => id === event.module);
  if (module && !now.done && openParts(module, now) === 0) now.done = day;
  return { ...before, modules: { ...before.modules, [event.module]: now } };
}

export function moduleProgress(progress: Progress, id: string): ModuleProgress {
  return Object.hasOwn(progress.modules, id) ? progress.modules[id]! : UNTOUCHED;
}

/** How far a module is: parts that are done, of all parts (lesson, tips and questions), and questions answered right. */
export function howFar(module: Module, progress: Progress): { parts: number; of: number; right: number } {
  const one = moduleProgress(progress, module.id);
  const of = 1 + 2 * module.tips.length;
  const right = module.tips.filter(({ id }) => Object.hasOwn(one.right, id)).length;
  return { parts: of - openParts(module, one), of, right };
}

function openParts(module: Module, { read, right }: ModuleProgress): number {
  const ids = module.tips.map(({ id }) => id);
  const missing = (all: string[], there: object) => all.filter((id) => !Object.hasOwn(there, id)).length;
  return missing([LESSON, ...ids], read) + missing(ids, right);
}

/** Minutes of a module for a record of hours: whole ones, and one where any time was spent. */
export function minutesOf({ seconds }: ModuleProgress): number {
  return seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0;
}

/** A day as it is stored, YYYY-MM-DD, where the clock of the machine stands. */
export function dayOf(date: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Reads what was stored, of any shape. What is not whole is left out, and the rest stays. */
export function parseProgress(raw: unknown): Progress {
  if (!isObject(raw)) return NO_PROGRESS;
  const modules = isObject(raw.modules) ? raw.modules : {};
  return {
    id: typeof raw.id === 'string' && UUID.test(raw.id) ? raw.id : '',
    last: typeof raw.last === 'string' ? raw.last : '',
    modules: Object.fromEntries(
      Object.entries(modules).flatMap(([id, one]) => (isObject(one) ? [[id, parseModule(one)]] : [])),
    ),
  };
}

function parseModule({ read, right, seconds, done }: Record<string, unknown>): ModuleProgress {
  const spent = typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
  return { read: days(read), right: days(right), seconds: spent, done: isDay(done) ? done : null };
}

function days(raw: unknown): Record<string, string> {
  if (!isObject(raw)) return {};
  return Object.fromEntries(Object.entries(raw).flatMap(([id, day]) => (isDay(day) ? [[id, day]] : [])));
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
