/** The rows of a list that is pasted or comes in a file. */
import Papa from 'papaparse';
import { readColumns } from './class-list/columns.ts';
import { importRows } from './class-list/import.ts';
import type { ListedPerson } from './class-list/person.ts';
import { nameRows } from './class-list/text.ts';
import { decodeText } from './files/decode-text.ts';
import { FileProblem, MOST_BYTES, type Watch } from './files/file.ts';
import { kindOf } from './files/kind.ts';
import { openFile } from './files/open.ts';

/** One sheet of a file; of a text there is one, without a name. */
export interface RowSheet {
  name: string;
  rows: string[][];
}

/** What parts cells, before the comma: that stands within names too. */
const MARKS = ['\t', ';', '|'];

/** Cells of a text, by tabs, semicolons, bars or commas; with quotes as RFC 4180 has them. */
export function rowsOfText(text: string): string[][] {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
  const has = (mark: string) => lines.filter((line) => line.replace(/"[^"]*"/g, '').includes(mark)).length;
  const delimiter = MARKS.find((mark) => has(mark) * 2 >= lines.length && lines.length > 0) ?? ',';
  const read = Papa.parse<string[]>(text, { delimiter });
  // A quote that never ends would take all the rest for one cell.
  const isOpen = read.errors.some(({ code }) => code === 'MissingQuotes');
  const rows = (isOpen ? Papa.parse<string[]>(text, { delimiter, quoteChar: '\0' }) : read).data;
  return delimiter === ',' ? nameRows(rows) : rows;
}

const TABLES = ['xlsx', 'ods'];
const TEXTS = ['csv', 'tsv', 'txt', 'md'];

/**
 * The rows of a file: each sheet that is shown of a workbook, or the one table of a text, in whatever encoding.
 * @param name a hint between kinds of text
 * @throws FileProblem; `unknown-kind` for a file that is no list
 */
export async function rowsOfFile(bytes: Uint8Array, name: string, watch?: Watch): Promise<RowSheet[]> {
  if (bytes.length > MOST_BYTES) throw new FileProblem('too-large');
  const marked = withMark(bytes);
  const kind = kindOf(marked, name);
  if (TEXTS.includes(kind))
    return [{ name: '', rows: rowsOfText(decodeText(marked).replace(/^\ufeff/, '')) }];
  if (!TABLES.includes(kind)) throw new FileProblem('unknown-kind');
  const { text, parts } = await openFile(bytes, name, watch);
  return parts
    .filter((part) => part.kind === 'sheet' && !part.hidden)
    .map((part) => ({
      name: part.name,
      // Its name stands above its rows.
      rows: text
        .slice(part.start, part.end)
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t')),
    }));
}

/** The people of all sheets of a file, by what its columns look like. @throws FileProblem */
export async function peopleOfFile(bytes: Uint8Array, name: string): Promise<ListedPerson[]> {
  const sheets = await rowsOfFile(bytes, name);
  let next = 0;
  const tools = { newId: () => String(next++), isWord: () => false };
  return sheets.flatMap(({ rows }) => {
    const table = readColumns(rows);
    return importRows(table, table.columns, tools).people;
  });
}

/** A text in UTF-16 that does not say so, with its mark before it: every other byte of Latin letters is zero. */
function withMark(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 1].map((odd) => head.filter((byte, i) => byte === 0 && i % 2 === odd).length);
  const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(1, head.length / 2));
  const mark = odd > 0.6 && even < 0.1 ? [0xff, 0xfe] : even > 0.6 && odd < 0.1 ? [0xfe, 0xff] : null;
  if (!mark) return bytes;
  const marked = new Uint8Array(mark.length + bytes.length);
  marked.set(mark);
  marked.set(bytes, mark.length);
  return marked;
}
