/** The tip of a day, for a teacher's grades and subject. It does not depend on what anyone pasted. */
import { type AnyTip, BANDS, type Band, SUBJECTS, type Subject } from './tip.ts';

/** What a teacher wants tips for. Null, or the subject `all`, stands for any. */
export interface TipFilter {
  band: Band | null;
  subject: Subject;
}

/** Reads what was stored. @returns any grades, any subject for what is not understood */
export function parseTipFilter(raw: unknown): TipFilter {
  const { band, subject } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  return {
    band: BANDS.find((one) => one === band) ?? null,
    subject: SUBJECTS.find((one) => one === subject) ?? 'all',
  };
}

/** The number of a day by the local calendar: the tip changes at midnight, wherever the teacher is. */
export function dayNumber(now: Date): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}

/**
 * The tip of a day. In: the tips, the day's number, the filter. Out: another one each day. Few tips are about one
 * subject, so they come every other day, and the general ones between.
 */
export function tipOfDay(tips: AnyTip[], day: number, { band, subject }: TipFilter): AnyTip | null {
  const fitting = tips.filter(
    ({ bands, subjects }) =>
      (!band || bands.includes(band)) &&
      (subject === 'all' || subjects.includes('all') || subjects.includes(subject)),
  );
  const own = fitting.filter(({ subjects }) => subject !== 'all' && subjects.includes(subject));
  if (own.length > 0 && day % 2 === 0) return own[(day / 2) % own.length]!;
  return fitting[day % fitting.length] ?? null;
}
