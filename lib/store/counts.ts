/** How many details of five kinds were swapped, by week. No text, no site, no time of day (promise 5). */
import { type DBSchema, openDB } from 'idb';
import { COUNT_KINDS, type Counts } from '../messages.ts';

interface CountsDb extends DBSchema {
  weeks: { key: string; value: Counts };
}

const NONE: Counts = { names: 0, identifiers: 0, indirect: 0, sensitive: 0, documents: 0 };

const open = () =>
  openDB<CountsDb>('chalkline', 1, {
    upgrade: (db) => void db.createObjectStore('weeks'),
  });

/** The Monday of a date's week, as `2026-11-23`, in local time. */
export function weekOf(date: Date): string {
  const monday = new Date(date);
  monday.setDate(date.getDate() - ((date.getDay() + 6) % 7));
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${monday.getFullYear()}-${pad(monday.getMonth() + 1)}-${pad(monday.getDate())}`;
}

/** Adds to this week's counts. What is not a whole number above zero counts as zero. */
export async function addCounts(counts: Counts, now: Date): Promise<void> {
  const db = await open();
  const transaction = db.transaction('weeks', 'readwrite');
  const before = await transaction.store.get(weekOf(now));
  const sum = Object.fromEntries(
    COUNT_KINDS.map((kind) => {
      const added = counts[kind];
      return [kind, (before?.[kind] ?? 0) + (Number.isInteger(added) && added > 0 ? added : 0)];
    }),
  ) as Counts;
  await transaction.store.put(sum, weekOf(now));
  await transaction.done;
  db.close();
}

/** This week's counts. */
export async function weekCounts(now: Date): Promise<Counts> {
  const db = await open();
  const counts = await db.get('weeks', weekOf(now));
  db.close();
  return counts ?? NONE;
}

/** The counts of one week, which begins on `week`, a Monday. */
export interface WeekCounts {
  week: string;
  counts: Counts;
}

/** The counts of every week that has any, the newest first. */
export async function allCounts(): Promise<WeekCounts[]> {
  const db = await open();
  const transaction = db.transaction('weeks');
  // Both come in the order of the keys.
  const [weeks, counts] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
  db.close();
  return weeks.map((week, i) => ({ week, counts: counts[i]! })).reverse();
}

/** The `many` weeks that end with this one, the oldest first; a week without counts has zeros. */
export function lastWeeks(weeks: WeekCounts[], many: number, now: Date): WeekCounts[] {
  return Array.from({ length: many }, (_, i) => {
    const day = new Date(now);
    day.setDate(now.getDate() - 7 * (many - 1 - i));
    const week = weekOf(day);
    return weeks.find((one) => one.week === week) ?? { week, counts: NONE };
  });
}

/** The Monday of the oldest week of which a day is no more than `days` days ago. */
export function oldestWeek(days: number, now: Date): string {
  const oldest = new Date(now);
  oldest.setDate(now.getDate() - days);
  return weekOf(oldest);
}

/** Forgets the counts of weeks that ended more than `days` days ago; of none where that is 0. */
export async function forgetOldCounts(days: number, now: Date): Promise<void> {
  if (days === 0) return;
  const db = await open();
  await db.delete('weeks', IDBKeyRange.upperBound(oldestWeek(days, now), true));
  db.close();
}

/** Forgets the counts of all weeks. */
export async function clearCounts(): Promise<void> {
  const db = await open();
  await db.clear('weeks');
  db.close();
}
