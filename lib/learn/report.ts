/**
 * Teacher voice: a report about something that an AI tool wrote. Its shape, its check, and the files it leaves in. What
 * the fields mean to a reader of such a file stands in docs/teacher-voice.md.
 */
import choices from '../../curriculum/report.json' with { type: 'json' };
import type { CategoryId } from '../detect/category.ts';
import type { Finding } from '../detect/finding.ts';
import { decide, isAlarm } from '../policy/decide.ts';
import { isSensitive } from '../policy/defaults.ts';
import type { EffectivePolicy } from '../policy/policy.ts';
import { csvOf } from './csv.ts';
import { BANDS, type Band, SUBJECTS, type Subject } from './tip.ts';

/** One thing to choose, with its words in both languages. */
export interface Choice {
  id: string;
  en: string;
  es: string;
}
/** What can be chosen; data, in curriculum/report.json. */
export const CHOICES: Record<'kinds' | 'tasks' | 'severities', Choice[]> = choices;

/** What a teacher fills in. */
export interface ReportDraft {
  /** What was wrong, or good, with it: an id of `kinds`. */
  kind: string;
  /** An id of `tasks`. */
  task: string;
  subject: Subject;
  /** Null: any grades, or not said. */
  band: Band | null;
  /** The name of the tool; may be empty. */
  tool: string;
  /** An id of `severities`. */
  severity: string;
  /** What was asked and what came back, with invented people. */
  example: string;
  note: string;
}

export interface Report extends ReportDraft {
  id: string;
  /** The Monday of the week in which it was saved, YYYY-MM-DD: no day, no time of day. */
  week: string;
}

/** The most that each text may hold, in UTF-16 code units: enough for an example, too little for a whole chat. */
export const LONGEST = { tool: 60, example: 1500, note: 500 } as const;
export const TEXT_FIELDS = ['tool', 'example', 'note'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** The version of the two file formats; a new one where a reader of the old would misread the new. */
const VERSION = 1;
const FORMAT = 'chalkline-teacher-voice';
/** The columns of the CSV, and the order of the fields in JSON. */
export const COLUMNS = [
  ...(['id', 'week', 'kind', 'severity', 'task', 'subject', 'band', 'tool', 'example', 'note'] as const),
] satisfies (keyof Report)[];

export type Missing = 'kind' | 'task' | 'example' | 'too-long';

/** What keeps a report from being saved: a field that is not filled in, or a text that is too long. In the form's order. */
export function missingIn(draft: ReportDraft): { field: keyof ReportDraft; problem: Missing }[] {
  const has = (list: Choice[], id: string) => list.some((one) => one.id === id);
  const missing: { field: keyof ReportDraft; problem: Missing }[] = [];
  if (!has(CHOICES.kinds, draft.kind)) missing.push({ field: 'kind', problem: 'kind' });
  if (!has(CHOICES.tasks, draft.task)) missing.push({ field: 'task', problem: 'task' });
  if (draft.example.trim() === '') missing.push({ field: 'example', problem: 'example' });
  for (const field of TEXT_FIELDS)
    if (draft[field].length > LONGEST[field]) missing.push({ field, problem: 'too-long' });
  return missing;
}

/** A detail in a report that may belong to a student. */
export interface Detail {
  words: string;
  category: CategoryId;
}

/**
 * The details of a text that may not go into a report. In: the text, its findings, and the policies to judge by: what
 * stops a paste under any of them is one. Out: each once, in the order of the text. A mark over a whole document is
 * named only where nothing stands within it. A sensitive fact about nobody is what many reports are about, such as
 * advice to hurt oneself, so only the person in it is a detail.
 */
export function detailsIn(text: string, findings: Finding[], policies: EffectivePolicy[]): Detail[] {
  const alarms = policies.flatMap((policy) => decide(text, findings, policy).filter(isAlarm));
  const spans = alarms
    .map(({ finding }) => finding)
    .filter(({ category }) => !isSensitive(category))
    .sort((a, b) => a.span.start - b.span.start);
  const smallest = spans.filter(
    (one) => !spans.some((other) => other !== one && isInside(other, one) && !isInside(one, other)),
  );
  const details = new Map<string, Detail>();
  for (const { span, category } of smallest) {
    const words = text.slice(span.start, span.end);
    if (!details.has(words)) details.set(words, { words, category });
  }
  return [...details.values()];
}

function isInside(inner: Finding, outer: Finding): boolean {
  return inner.span.start >= outer.span.start && inner.span.end <= outer.span.end;
}

/** Reads reports as they were stored or exported. Out: those that are whole; a field that is not known is left out. */
export function readReports(raw: unknown): Report[] {
  return Array.isArray(raw) ? raw.flatMap((one) => readReport(one) ?? []) : [];
}

function readReport(raw: unknown): Report | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { id, week, kind, task, severity, subject, band, tool, example, note } = raw as Record<
    string,
    unknown
  >;
  const texts = [id, week, kind, task, severity, tool, example, note];
  if (!texts.every((one) => typeof one === 'string') || !/^\d{4}-\d\d-\d\d$/.test(week as string))
    return null;
  const report = { id, week, kind, severity, task, tool, example, note } as Report;
  report.subject = SUBJECTS.find((one) => one === subject) ?? 'all';
  report.band = BANDS.find((one) => one === band) ?? null;
  return missingIn(report).length > 0 ? null : report;
}

/** The file of all reports for programs: JSON, with the version of its form. */
export function toJson(reports: Report[]): string {
  const rows = reports.map((report) => Object.fromEntries(COLUMNS.map((column) => [column, report[column]])));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, reports: rows }, null, 2)}\n`;
}

/** The file of all reports for a spreadsheet, one line a report. */
export function toCsv(reports: Report[]): string {
  const rows = reports.map((report) => COLUMNS.map((column) => report[column] ?? 'all'));
  return csvOf([COLUMNS, ...rows]);
}
