import { csvOf } from '../csv.ts';
import type { RecordLine, Who } from './record.ts';

const HEADINGS = [
  ...['name', 'email', 'school', 'module', 'title'],
  ...['date_done', 'minutes', 'questions_right', 'questions'],
];

/** The record as a list for hours, a line for each module. */
export function toCsv(lines: RecordLine[], who: Who): string {
  const rows = lines.map(({ module, done, minutes, right, questions }) => [
    ...[who.name, who.email, who.school, module.id, module.title],
    ...[done ?? '', String(minutes), String(right), String(questions)],
  ]);
  return csvOf([HEADINGS, ...rows]);
}
