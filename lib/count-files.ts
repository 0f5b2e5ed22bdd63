/** What Chalkline keeps, as files that a teacher saves and hands on, or not. What they mean is in docs/privacy.md. */
import { csvOf } from './learn/csv.ts';
import { COUNT_KINDS, type Counts } from './messages.ts';

/** A smaller count could point to one paste on one day, so it is not told apart from none. */
const SMALLEST = 5;
const FORMAT = 'chalkline-counts';
/** A new one where a reader of the old would misread the new. */
const VERSION = 1;

interface Week {
  /** Its Monday, YYYY-MM-DD. */
  week: string;
  counts: Counts;
}

const rounded = (count: number): number | string => (count < SMALLEST ? `<${SMALLEST}` : count);

/** For a spreadsheet: one line a week. */
export function countsCsv(weeks: Week[]): string {
  const rows = weeks.map(({ week, counts }) => [
    week,
    ...COUNT_KINDS.map((kind) => String(rounded(counts[kind]))),
  ]);
  return csvOf([['week', ...COUNT_KINDS], ...rows]);
}

const rowsOf = (weeks: Week[]) =>
  weeks.map(({ week, counts }) => ({
    week,
    ...Object.fromEntries(COUNT_KINDS.map((kind) => [kind, rounded(counts[kind])])),
  }));

/** For programs: JSON, with the version of its form. */
export function countsJson(weeks: Week[]): string {
  return jsonOf({ format: FORMAT, version: VERSION, weeks: rowsOf(weeks) });
}

/** All that is stored about a teacher, as `readEverything` gives it, and the counts. */
export function everythingJson(stored: Record<string, unknown>, weeks: Week[]): string {
  return jsonOf({ format: 'chalkline-everything', version: VERSION, stored, weeks: rowsOf(weeks) });
}

function jsonOf(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
