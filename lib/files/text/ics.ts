/** Calendars (RFC 5545): who meets whom about what. */
import { type Piece, type Reading, section } from '../source-text.ts';

/** Lines may be cut anywhere and go on behind a space; programs cut them after so many bytes. */
const FOLD = /\r?\n[ \t]/g;
const LINE_BYTES = 75;

/** About times, versions and repeats. A name in them is swapped all the same where it is swapped elsewhere. */
const TECHNICAL =
  /^(?:BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|DTSTAMP|DTSTART|DTEND|DUE|CREATED|COMPLETED|LAST-MODIFIED|SEQUENCE|STATUS|TRANSP|RRULE|EXDATE|RDATE|EXRULE|TZ[A-Z-]+|PRIORITY|CLASS|TRIGGER|ACTION|REPEAT|DURATION|RECURRENCE-ID|UID|RELATED-TO|GEO|FREEBUSY|REQUEST-STATUS|PERCENT-COMPLETE|ACKNOWLEDGED|X-MICROSOFT-CDO-[A-Z-]+|X-APPLE-[A-Z-]+|X-MOZ-[A-Z-]+|X-WR-TIMEZONE|X-LIC-LOCATION)$/;
/** Parameters that are words or addresses; the others say how a value is to be read. */
const WORDS_IN =
  /^(?:CN|DIR|EMAIL|SENT-BY|MEMBER|DELEGATED-FROM|DELEGATED-TO|ALTREP|FILENAME|X-FILENAME|X-TITLE)$/;

const LINE = /([^\r\n]*)(\r\n|\r|\n|$)/g;
const NAME = /^[A-Za-z0-9-]+/;
const PARAMETER = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/y;
const PARAMETER_VALUE = /"([^"]*)"|([^",]+)/g;
const ESCAPE = /\\[nN,;\\]/g;

const escaped = (words: string): string =>
  words.replace(/[\\;,]|\r?\n/g, (mark) => (/\n/.test(mark) ? '\\n' : `\\${mark}`));
/** A parameter has no way to write a quote. */
const bare = (words: string): string => words.replace(/["\r\n]/g, "'");
const quoteIfNeeded = (words: string): string => (/[:;,]/.test(words) ? `"${bare(words)}"` : bare(words));

const asName = (words: string): string => words.replace(/[^A-Za-z0-9]+/g, '-');

/** A line cut after 75 bytes, never inside a character, and before a label that would not be whole. */
function folded(line: string, end: string): string {
  const lines: string[] = [];
  const encoder = new TextEncoder();
  let current = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > LINE_BYTES) {
      const label = /(?<=.)\[[^[\]]{1,30}$/.exec(current)?.[0] ?? '';
      lines.push(current.slice(0, current.length - label.length));
      current = ` ${label}`;
      bytes = encoder.encode(current).length;
    }
    current += character;
    bytes += size;
  }
  return [...lines, current].join(end);
}

/** The source with its lines whole. */
function* unfoldedPieces(source: string): Generator<Piece> {
  let from = 0;
  LINE.lastIndex = 0;
  while (from < source.length) {
    let to = from;
    let end = '';
    do {
      LINE.lastIndex = to + end.length;
      const match = LINE.exec(source)!;
      to = match.index + match[1]!.length;
      end = match[2]!;
    } while (end && /[ \t]/.test(source[to + end.length] ?? ''));
    const text = source.slice(from, to).replace(FOLD, '');
    yield { text, from, to, rebuild: (line) => folded(line, end || '\r\n') };
    yield { text: end };
    from = to + end.length;
  }
}

/** @param source that has BEGIN:VCALENDAR; any string is fine */
export function readIcs(source: string): Reading {
  const lines = Array.from(unfoldedPieces(source));
  const pieces: Piece[] = [];
  /** Of the unfolded text. */
  const skipped: { from: number; to: number }[] = [];
  let embedded = 0;
  let whole = '';
  const starts: number[] = [];
  for (const { text } of lines) {
    starts.push(whole.length);
    whole += text;
  }
  lines.forEach(({ text: line }, i) => {
    if (i % 2 === 0) readLine(line, starts[i]!);
  });
  const body = section('body', pieces);

  function readLine(line: string, start: number): void {
    const name = NAME.exec(line)?.[0] ?? '';
    if (name === '' || TECHNICAL.test(name.toUpperCase())) {
      skipped.push({ from: start, to: start + line.length });
      return;
    }
    const found: Piece[] = [{ text: name, from: start, write: asName }, { text: ': ' }];
    let at = name.length;
    let binary = false;
    PARAMETER.lastIndex = at;
    for (let match = PARAMETER.exec(line); match; match = PARAMETER.exec(line)) {
      const [raw, parameter = '', values = ''] = match;
      const from = at + raw.length - values.length;
      at += raw.length;
      binary ||= /^ENCODING=BASE64$|^VALUE=BINARY$/i.test(raw.slice(1));
      if (!WORDS_IN.test(parameter.toUpperCase())) continue;
      for (const { 0: value, 1: quoted, index } of values.matchAll(PARAMETER_VALUE)) {
        const begin = start + from + index;
        if (quoted !== undefined) found.push({ text: quoted, from: begin + 1, write: bare });
        else found.push({ text: value, from: begin, to: begin + value.length, rebuild: quoteIfNeeded });
        found.push({ text: ', ' });
      }
    }
    if (line[at] !== ':') {
      skipped.push({ from: start + at, to: start + line.length });
    } else if (binary) embedded++;
    else {
      const valueAt = ++at;
      for (const { 0: raw, index } of line.slice(valueAt).matchAll(ESCAPE)) {
        const from = valueAt + index;
        found.push({ text: line.slice(at, from), from: start + at, write: escaped });
        const text = /[nN]/.test(raw[1]!) ? '\n' : raw[1]!;
        found.push({ text, from: start + from, to: start + from + raw.length, rebuild: escaped });
        at = from + raw.length;
      }
      found.push({ text: line.slice(at), from: start + at, write: escaped });
    }
    if (found.length === 2) return;
    for (const piece of found) pieces.push(piece);
    pieces.push({ text: '\n' });
  }

  return {
    sections: body ? [body] : [],
    unread: embedded > 0 ? [{ what: 'embedded-file', times: embedded }] : [],
    besides: (sweep) => skipped.flatMap(({ from, to }) => sweep(whole, from, to, bare)),
    layers: [lines],
  };
}
