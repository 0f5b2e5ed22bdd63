/** What every export tells: whose record it is, and a line for each module. docs/progress-export.md describes the files. */
import { readEntries } from '../../policy/entries.ts';
import type { Module } from '../module.ts';
import { howFar, minutesOf, moduleProgress, type Progress } from '../progress.ts';

/** The names of our things in other people's systems begin with this. Nothing is ever fetched from there. */
export const HOME = 'https://example.org/chalkline';

/** Whose record it is: typed at the export, never stored. */
export interface Who {
  name: string;
  /** Each may be empty. */
  email: string;
  school: string;
}

/** Longer than any name, address or school. */
const LONGEST = 200;

/** Reads what was typed. Out: clean, in one line each; or the field that needs another look. */
export function readWho(typed: Who): { who: Who } | { problem: 'name' | 'email' } {
  const clean = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, LONGEST);
  const who = { name: clean(typed.name), email: clean(typed.email), school: clean(typed.school) };
  if (who.name === '') return { problem: 'name' };
  if (who.email !== '' && readEntries(who.email, 'email', []).good.length === 0) return { problem: 'email' };
  return { who };
}

/** One module in a record. */
export interface RecordLine {
  module: Module;
  /** YYYY-MM-DD; null while it is under way. */
  done: string | null;
  minutes: number;
  right: number;
  questions: number;
}

/** The modules that were begun, in the order of the curriculum. */
export function recordLines(modules: Module[], progress: Progress): RecordLine[] {
  return modules
    .filter(({ id }) => Object.hasOwn(progress.modules, id))
    .map((module) => {
      const one = moduleProgress(progress, module.id);
      const { right } = howFar(module, progress);
      return { module, done: one.done, minutes: minutesOf(one), right, questions: module.tips.length };
    });
}

/**
 * A stored day as a moment, for formats that know no days. The time of day is not kept, so it is always noon UTC: the
 * same day from Hawaii to Guam.
 */
export function momentOf(day: string): string {
  return `${day}T12:00:00.000Z`;
}

/**
 * A UUID that is the same whenever the same fact is exported again, so that a system that gets it twice keeps it once.
 * In: the random id of the progress, and the fact as text. The first half of it is random, the rest a hash (FNV-1a, 48 of
 * 64 bits): of some hundred facts two are the same in one case of 10^10.
 */
export function factId(id: string, fact: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < fact.length; i += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(fact.charCodeAt(i))) * 0x100000001b3n);
  }
  return id.slice(0, -12) + BigInt.asUintN(48, hash).toString(16).padStart(12, '0');
}
