/**
 * Rows as CSV by RFC 4180, with a byte order mark, without which Excel reads "José" wrongly. A cell that a spreadsheet would
 * run as a formula gets an apostrophe in front, as OWASP advises; full-width signs too.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const harmless = /^\s*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
