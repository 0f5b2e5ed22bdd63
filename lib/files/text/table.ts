/** Tables as text, cells parted by commas or tabs: the text is the file as it is, so that it is shown as it was written. */
import { type Piece, type Reading, section } from '../source-text.ts';

/** What may part cells. A comma wins where nothing else is more frequent. */
const DELIMITERS = [',', ';', '\t', '|'];
/** Enough lines to see what parts them. */
const SAMPLE = 4000;

function delimiterOf(source: string): string {
  const bare = source.slice(0, SAMPLE).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((mark) => bare.split(mark).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

const doubled = (words: string): string => words.replaceAll('"', '""');

/**
 * Cells as RFC 4180 quotes them; a quote inside of a cell that has none around it is a character like any other. A cell gets
 * quotes where its new words need them.
 */
function* piecesOf(source: string, delimiter: string): Generator<Piece> {
  const marks = `[\r\n${delimiter === '|' ? '\\|' : delimiter}]`;
  const border = new RegExp(marks, 'g');
  const borders = new RegExp(`${marks}+`, 'y');
  const special = new RegExp(`["\r\n${delimiter}]`);
  const quoteIfNeeded = (text: string) => (special.test(text) ? `"${doubled(text)}"` : text);
  let at = 0;
  while (at < source.length) {
    if (source[at] === '"') {
      yield { text: '"' };
      at++;
      for (;;) {
        const quote = source.indexOf('"', at);
        const end = quote < 0 ? source.length : quote;
        yield { text: source.slice(at, end), from: at, write: doubled };
        at = end;
        if (source[at + 1] !== '"') break;
        yield { text: '""', from: at, to: at + 2, rebuild: doubled };
        at += 2;
      }
      if (at === source.length) return;
      yield { text: '"' };
      at++;
    }
    border.lastIndex = at;
    const end = border.exec(source)?.index ?? source.length;
    if (end > at) yield { text: source.slice(at, end), from: at, to: end, rebuild: quoteIfNeeded };
    borders.lastIndex = end;
    const between = borders.exec(source)?.[0] ?? '';
    if (between !== '') yield { text: between };
    at = end + between.length;
  }
}

/** Reads csv or tsv. Any string is fine. */
export function readTable(source: string): Reading {
  const delimiter = delimiterOf(source);
  const body = section('body', { [Symbol.iterator]: () => piecesOf(source, delimiter) });
  return { sections: body ? [body] : [], unread: [] };
}
