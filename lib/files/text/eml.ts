/** A saved mail (RFC 5322 and MIME): its heading, the texts in it, and the names of what is attached. */
import type { Unread } from '../file.ts';
import { type Piece, plain, type Reading, type Section, section } from '../source-text.ts';
import { bytesOf, byteText, charactersOf, charsetOf, encodeClose } from './encoding.ts';
import { readHtml } from './html.ts';
import { readIcs } from './ics.ts';
import { readPlain } from './plain.ts';
import { readTable } from './table.ts';

/** Mails in mails, and parts in parts. */
const DEPTH_MAX = 20;

/** What a mail program shows above the text. */
const SHOWN = /^(?:from|sender|to|cc|bcc|reply-to|subject|date|organization|comments|keywords)$/;
/** Hold addresses with names. */
const OF_ADDRESSES =
  /^(?:(?:resent-)?(?:from|sender|to|cc|bcc|reply-to)|delivered-to|x-original-to|return-path|disposition-notification-to)$/;
/** Signatures and traces. A name in them is swapped all the same where it is swapped elsewhere. */
const TECHNICAL =
  /^(?:received|dkim-.*|domainkey-.*|arc-.*|authentication-results.*|received-spf|x-received|x-google-.*|x-gm-.*|x-ms-.*|x-microsoft-.*|x-forefront-.*|x-exchange-.*|x-spam-.*|mime-version|content-.*|message-id|in-reply-to|references|thread-index|x-mailer|user-agent|x-priority|importance|precedence|list-.*|feedback-id|x-proofpoint-.*|x-mozilla-.*)$/;

/** A field of a heading. */
interface Field {
  /** In lower case. */
  name: string;
  start: number;
  /** Offsets of its value, which may go on over several lines. */
  from: number;
  to: number;
}

const FIELD = /([!-9;-~]+)[ \t]*:((?:[^\r\n]*(?:\r\n|\n|\r)[ \t])*[^\r\n]*)(?:\r\n|\n|\r|$)/y;
const LINE_END = /\r\n|\n|\r/y;

/** The fields from `at` on, and where the text begins. */
function headingAt(source: string, at: number, end: number): { fields: Field[]; body: number } {
  const fields: Field[] = [];
  let body = at;
  FIELD.lastIndex = at;
  for (let match = FIELD.exec(source); match && match.index < end; match = FIELD.exec(source)) {
    const [all, name = '', value = ''] = match;
    const lineEnd = /(?:\r\n|\n|\r)?$/.exec(all)![0].length;
    const to = match.index + all.length - lineEnd;
    body = FIELD.lastIndex;
    fields.push({
      name: name.toLowerCase(),
      start: match.index,
      from: to - value.length,
      to: Math.min(to, end),
    });
  }
  LINE_END.lastIndex = body;
  const blank = LINE_END.exec(source);
  return { fields, body: Math.min(body + (blank?.[0].length ?? 0), end) };
}

const ENCODED_WORD = /=\?([^?\s]{1,40})\?([bq])\?([^?\s]*)\?=/gi;
const BETWEEN_ENCODED = /^[ \t\r\n]+$/;
const WORD_BYTES = 42;

function base64(bytes: Uint8Array): string {
  return btoa(byteText(bytes));
}

function fromBase64(text: string): string | undefined {
  try {
    return atob(text.replace(/[^A-Za-z0-9+/]+/g, ''));
  } catch {
    return undefined;
  }
}

/** Words as RFC 2047 writes what is not ASCII, in as many pieces as it wants. */
function encodedWords(words: string): string {
  const chunks: string[] = [];
  let chunk = '';
  for (const character of words) {
    if (new TextEncoder().encode(chunk + character).length > WORD_BYTES) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk += character;
  }
  return [...chunks, chunk].map((one) => `=?utf-8?B?${base64(new TextEncoder().encode(one))}?=`).join(' ');
}

const isAscii = (words: string): boolean => /^[ -~]*$/.test(words);
const inHeading = (words: string): string => (isAscii(words) ? words : encodedWords(words));
/** The part of an address that names somebody needs quotes around brackets and commas. */
const inAddress = (words: string): string =>
  isAscii(words) && /[^\w\s!#$%&'*+/=?^`{|}~-]/.test(words)
    ? `"${words.replace(/["\\]/g, '\\$&')}"`
    : inHeading(words);

/** Encoding of bytes that name none. */
function guess(bytes: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Bytes as the text that they are in an encoding. */
function characterPieces(source: string, from: number, to: number, charset: string): Piece[] {
  const write = (words: string) => byteText(encodeClose(words, charset));
  const pieces: Piece[] = [];
  for (const { 0: run, index } of source.slice(from, to).matchAll(/[\0-\x7f]+|[\x80-\xff]+/g)) {
    let at = from + index;
    if (run.charCodeAt(0) < 0x80) {
      pieces.push({ text: run, from: at, write });
      continue;
    }
    for (const { text, length } of charactersOf(bytesOf(run), charset)) {
      pieces.push({ text, from: at, to: at + length, rebuild: write });
      at += length;
    }
  }
  return pieces;
}

/** What an encoded word says. */
function decodedWord(charset: string, kind: string, body: string): string {
  const bytes =
    kind.toLowerCase() === 'b'
      ? fromBase64(body)
      : body
          .replaceAll('_', ' ')
          .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return new TextDecoder(charsetOf(charset) ?? 'utf-8').decode(bytesOf(bytes ?? body));
}

const IN_ADDRESS = /"((?:[^"\\]|\\.)*)"|<([^<>]*)>|[^"<]+|["<]/g;
const FOLD_OR_BYTES = /(?:\r\n|\n|\r)[ \t]+|[\x80-\xff]+/g;

/** The value of a field. @param addresses whether it holds names and addresses, with quotes and angles */
function valuePieces(
  source: string,
  { from, to }: { from: number; to: number },
  addresses: boolean,
): Piece[] {
  const pieces: Piece[] = [];
  /** What is neither an encoded word nor a mark. */
  const words = (start: number, end: number, write: (words: string) => string) => {
    let at = start;
    const literal = (until: number) => {
      if (until > at) pieces.push({ text: source.slice(at, until), from: at, write });
    };
    for (const { 0: found, index } of source.slice(start, end).matchAll(FOLD_OR_BYTES)) {
      literal(start + index);
      at = start + index + found.length;
      if (/[\r\n]/.test(found)) {
        pieces.push({ text: ' ', from: at - found.length, to: at, rebuild: inHeading });
      } else {
        const charset = guess(bytesOf(found));
        for (const piece of characterPieces(source, at - found.length, at, charset)) pieces.push(piece);
      }
    }
    literal(end);
  };
  const between = (start: number, end: number) => {
    if (!addresses) return words(start, end, inHeading);
    for (const { 0: found, 1: quoted, 2: angled, index } of source.slice(start, end).matchAll(IN_ADDRESS)) {
      const at = start + index;
      if (quoted === undefined && angled === undefined) {
        words(at, at + found.length, inAddress);
        continue;
      }
      pieces.push({ text: found[0]! });
      const write = quoted === undefined ? plain : (text: string) => text.replace(/["\\]/g, '\\$&');
      words(at + 1, at + found.length - 1, write);
      pieces.push({ text: found.at(-1)! });
    }
  };

  let at = from;
  const value = source.slice(from, to);
  for (const { 0: found, 1: charset = '', 2: kind = '', 3: body = '', index } of value.matchAll(
    ENCODED_WORD,
  )) {
    const start = from + index;
    // Spaces between two encoded words are no part of the text.
    if (at === from || !BETWEEN_ENCODED.test(source.slice(at, start))) between(at, start);
    at = start + found.length;
    pieces.push({
      text: decodedWord(charset, kind, body),
      from: start,
      to: at,
      rebuild: (text) => text && encodedWords(text),
    });
  }
  between(at, to);
  return pieces;
}

const PARAMETER = /;\s*([a-z-]+)(\*\d+)?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/gi;
const PERCENT = /(?:%[0-9a-f]{2})+/gi;

/** The file names that a field gives, each in its pieces. */
function fileNames(source: string, { from, to }: Field): Piece[][] {
  const names: Piece[][] = [];
  const value = source.slice(from, to);
  for (const match of value.matchAll(PARAMETER)) {
    const [all, name = '', , coded, quoted, bare = ''] = match;
    if (!/^(?:file)?name$/i.test(name)) continue;
    const text = quoted ?? bare;
    const end = from + match.index + all.length - (quoted === undefined ? 0 : 1);
    let at = end - text.length;
    if (!coded) {
      names.push(valuePieces(source, { from: at, to: end }, false));
      continue;
    }
    // RFC 2231: the encoding, the language, then the words with percent signs.
    const lead = /^[^']*'[^']*'/.exec(text)?.[0] ?? '';
    const write = (words: string) => encodeURIComponent(words).replaceAll("'", '%27');
    at += lead.length;
    const pieces: Piece[] = [];
    for (const { 0: raw, index } of source.slice(at, end).matchAll(PERCENT)) {
      const start = end - text.length + lead.length + index;
      pieces.push({ text: source.slice(at, start), from: at, write });
      const bytes = raw.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
      at = start + raw.length;
      pieces.push({
        text: new TextDecoder().decode(bytesOf(bytes)),
        from: start,
        to: at,
        rebuild: write,
      });
    }
    pieces.push({ text: source.slice(at, end), from: at, write });
    names.push(pieces);
  }
  return names;
}

const parameterOf = (value: string, wanted: string): string => {
  for (const [, name = '', , , quoted, bare] of value.matchAll(PARAMETER))
    if (name.toLowerCase() === wanted) return quoted ?? bare ?? '';
  return '';
};

/** Bytes of quoted-printable: `=F1` is one, `=` at a line's end is none. */
function* quotedPieces(source: string): Generator<Piece> {
  let at = 0;
  for (const { 0: raw, 1: hex, index } of source.matchAll(/=(?:([0-9a-f]{2})|[ \t]*(?:\r\n|\n|\r))/gi)) {
    if (index > at) yield { text: source.slice(at, index), from: at, write: quotedPrintable };
    at = index + raw.length;
    if (!hex) continue;
    const text = String.fromCharCode(Number.parseInt(hex, 16));
    yield { text, from: index, to: at, rebuild: quotedPrintable };
  }
  if (at < source.length) yield { text: source.slice(at), from: at, write: quotedPrintable };
}

const quotedPrintable = (bytes: string): string =>
  bytes.replace(
    /[^\t\r\n -<>-~]/g,
    (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

const LINE_MAX = 76;

/** A line in pieces that have room for the `=` behind them; `=F1` is not cut. */
function shortLines(line: string): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > LINE_MAX) {
    const cut = rest.lastIndexOf('=', LINE_MAX - 2);
    const length = cut > LINE_MAX - 4 ? cut : LINE_MAX - 1;
    lines.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...lines, rest];
}

/** The lines of quoted-printable, which may not be longer than 76 characters. */
function* lineLayer(source: string): Generator<Piece> {
  for (const { 0: line, 1: text = '', 2: end = '', index } of source.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    if (line === '') continue;
    const rebuild = (words: string) => shortLines(words).join(`=${end || '\r\n'}`);
    yield { text, from: index, to: index + text.length, rebuild };
    yield { text: end, from: index + text.length, write: plain };
  }
}

/** Base64 as the bytes that it is, in one piece. */
function base64Layer(source: string, bytes: string): Piece[] {
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  const rebuild = (text: string) => `${btoa(text).replace(/.{76}(?=.)/g, `$&${end}`)}${end}`;
  return [{ text: bytes, from: 0, to: source.length, rebuild }];
}

/** The texts that may lie in a mail. */
const READERS: Record<string, (source: string) => Reading> = {
  'text/html': readHtml,
  'text/calendar': readIcs,
  'text/csv': readTable,
  'text/tab-separated-values': readTable,
};

/**
 * Reads a mail: its heading, then the texts of its parts, each with a reading of its own.
 * @param source its bytes, a character each; any string is fine
 */
export function readEml(source: string): Reading[] {
  const readings: Reading[] = [];
  readEntity(0, source.length, 0);
  return readings;

  function readEntity(from: number, to: number, depth: number): void {
    const { fields, body } = headingAt(source, from, to);
    readings.push(readHeading(source, fields));
    const field = (name: string) => {
      const found = fields.find((one) => one.name === name);
      return found ? source.slice(found.from, found.to).trim() : '';
    };
    const contentType = field('content-type');
    const type = /^[^\s;]*/.exec(contentType)![0].toLowerCase() || 'text/plain';
    const transfer = field('content-transfer-encoding').toLowerCase();
    const boundary = parameterOf(contentType, 'boundary');

    if (depth >= DEPTH_MAX) unread('embedded-file');
    else if (type.startsWith('multipart/') && boundary) {
      for (const part of partsOf(source, body, to, boundary)) readEntity(part.from, part.to, depth + 1);
    } else if (type === 'message/rfc822' && !/^(?:base64|quoted-printable)$/.test(transfer)) {
      readEntity(body, to, depth + 1);
    } else if (/^(?:text|message)\//.test(type) && type !== 'text/rtf') {
      const reading = readText(body, to, type, transfer, parameterOf(contentType, 'charset'));
      if (reading) readings.push(reading);
      else unread('embedded-file');
    } else unread(type.startsWith('image/') ? 'picture' : 'embedded-file');
  }

  function unread(what: Unread['what']): void {
    readings.push({ sections: [], unread: [{ what, times: 1 }] });
  }

  /** A text in its transfer encoding; undefined where that, or the encoding of its characters, cannot be read. */
  function readText(
    from: number,
    to: number,
    type: string,
    transfer: string,
    label: string,
  ): Reading | undefined {
    const raw = source.slice(from, to);
    const layers: Iterable<Piece>[] = [];
    let bytes: string | undefined = raw;
    if (transfer === 'base64') {
      bytes = fromBase64(raw);
      layers.push(base64Layer(raw, bytes ?? ''));
    } else if (transfer === 'quoted-printable') {
      const pieces = Array.from(quotedPieces(raw));
      bytes = pieces.map(({ text }) => text).join('');
      layers.push(pieces, lineLayer(raw));
    }
    if (bytes === undefined) return undefined;
    const charset = label && !/^(?:us-)?ascii$/i.test(label) ? charsetOf(label) : guess(bytesOf(bytes));
    if (charset === undefined) return undefined;
    const characters = characterPieces(bytes, 0, bytes.length, charset);
    const text = characters.map((piece) => piece.text).join('');
    return { ...layered((READERS[type] ?? readPlain)(text), [characters, ...layers]), at: from };
  }
}

const layered = (reading: Reading, outer: Iterable<Piece>[]): Reading => ({
  ...reading,
  layers: [...(reading.layers ?? []), ...outer],
});

const asFieldName = (words: string): string => words.replace(/[^\w-]+/g, '-');

/** The fields of a heading: those that a mail program shows, then the others, and names of files. */
function readHeading(source: string, fields: readonly Field[]): Reading {
  const shown: Piece[] = [];
  const others: Piece[] = [];
  const skipped: Field[] = [];
  const line = (pieces: Piece[], label: Piece, value: readonly Piece[]) => {
    pieces.push(label);
    for (const piece of value) pieces.push(piece);
    pieces.push({ text: '\n' });
  };
  for (const field of fields) {
    const { name, start } = field;
    if (/^content-(?:type|disposition)$/.test(name)) {
      for (const file of fileNames(source, field)) line(others, { text: 'attachment: ' }, file);
    } else if (TECHNICAL.test(name)) skipped.push(field);
    else {
      const label = { text: source.slice(start, start + name.length), from: start, write: asFieldName };
      const value = valuePieces(source, field, OF_ADDRESSES.test(name));
      line(SHOWN.test(name) ? shown : others, label, [{ text: ':' }, ...value]);
    }
  }
  const sections = [section('body', shown), section('properties', others, true)];
  return {
    sections: sections.filter((one): one is Section => one !== undefined),
    unread: [],
    besides: (sweep) => skipped.flatMap(({ from, to }) => sweep(source, from, to, plain)),
  };
}

/** The parts between lines of `--boundary`; the last one may lack its end. */
function partsOf(source: string, from: number, to: number, boundary: string): { from: number; to: number }[] {
  const mark = `--${boundary}`;
  const parts: { from: number; to: number }[] = [];
  let start = -1;
  for (let at = source.indexOf(mark, from); at >= 0 && at < to; at = source.indexOf(mark, at + mark.length)) {
    if (at > from && source[at - 1] !== '\n') continue;
    if (start >= 0) {
      const end = source[at - 2] === '\r' ? at - 2 : at - 1;
      parts.push({ from: start, to: Math.max(start, end) });
    }
    start = -1;
    if (source.startsWith('--', at + mark.length)) break;
    const line = source.indexOf('\n', at);
    if (line < 0 || line >= to) break;
    start = line + 1;
  }
  if (start >= 0) parts.push({ from: start, to });
  return parts;
}
