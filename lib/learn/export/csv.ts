import type { RecordLine, Who } from './record.ts';

const HEADINGS = [
  ...['name', 'email', 'school', 'module', 'title'],
  ...['date_done', 'minutes', 'questions_right', 'questions'],
];

/**
 * The record as a list for hours: CSV by RFC 4180, a line for each module. It begins with a byte order mark, without which
 * Excel reads "José" wrongly.
 */
export function toCsv(lines: RecordLine[], who: Who): string {
  const rows = lines.map(({ module, done, minutes, right, questions }) => [
    ...[who.name, who.email, who.school, module.id, module.title],
    ...[done ?? '', String(minutes), String(right), String(questions)],
  ]);
  return `\uFEFF${[HEADINGS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises; full-width signs too. */
function cell(text: string): string {
  const harmless = /^\s*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
