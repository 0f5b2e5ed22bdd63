/** Until when a class list is kept. Days are local, as `2027-07-31`, and compare as texts. */
import type { ClassList } from './person.ts';

/** How many days before its last one a class list is spoken of. */
const REMINDER_DAYS = 14;
const END_OF_YEAR = '07-31';

/** The local day of a time. */
export function dayOf(date: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The day some days after another one. */
export function dayAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayOf(new Date(year, month - 1, date + days));
}

/** The end of the school year, 31 July. A class that is listed in July is one of the next year. */
export function schoolYearEnd(today: string): string {
  const year = Number(today.slice(0, 4));
  return `${today < `${year}-07-01` ? year : year + 1}-${END_OF_YEAR}`;
}

/** The last day of a class list. @param mostDays for how many days the district lets it be kept; 0 sets no limit */
export function lastDay({ added, ends }: Pick<ClassList, 'added' | 'ends'>, mostDays: number): string {
  const limit = mostDays > 0 ? dayAfter(added, mostDays) : ends;
  return ends < limit ? ends : limit;
}

/** Whether a class list ends soon enough to be spoken of. @param ends its last day */
export function endsSoon(ends: string, today: string): boolean {
  return ends <= dayAfter(today, REMINDER_DAYS);
}
