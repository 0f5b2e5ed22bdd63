/** What a file is, told by its bytes. The name is a hint where those leave it open: a table is a text too. */
import { refuseCompound } from './compound.ts';
import { encodingOf } from './decode-text.ts';
import { type FileKind, FileProblem } from './file.ts';
import { splitName } from './named.ts';
import { byteText } from './text/encoding.ts';
import { isJson } from './text/json.ts';
import type { TextKind } from './text/open-text.ts';

const ENDINGS: Record<string, TextKind> = {
  '.txt': 'txt',
  '.text': 'txt',
  '.log': 'txt',
  '.md': 'md',
  '.markdown': 'md',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.tab': 'tsv',
  '.json': 'json',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.ics': 'ics',
  '.ical': 'ics',
  '.eml': 'eml',
};

/** Brands of pictures in the container that films use too. */
const FILM_PICTURES = /^(?:hei[cxms]|hev[cx]|mif1|msf1|avi[fs])$/;

/** @param head the first bytes of a file, a character each */
function isPicture(head: string): boolean {
  return (
    ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'].some((mark) => head.startsWith(mark)) ||
    (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) ||
    (head.startsWith('ftyp', 4) && FILM_PICTURES.test(head.slice(8, 12))) ||
    (head.startsWith('BM') && head.startsWith('\0\0\0\0', 6))
  );
}

/** A share of zero bytes that no text has. */
const NULS_MAX = 0.1;
/** A share of control characters that no text in Windows-1252 has: any bytes at all are one in this encoding. */
const CONTROLS_MAX = 0.01;
/** Where a heading or a first tag is looked for. */
const HEAD = 4096;

/**
 * The kind of a file.
 * @param name decides between kinds of text only
 * @throws FileProblem `unknown-kind`, `password` for an Office document under one, `damaged` for an archive without its end
 */
export function kindOf(bytes: Uint8Array, name: string): FileKind {
  const head = byteText(bytes.subarray(0, 1024));
  const start = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (ZIP_STARTS.includes(head.slice(0, 4))) return kindOfZip(bytes, name);
  refuseCompound(bytes);
  if (isPicture(head)) return 'image';
  if (isText(bytes)) {
    const kind = kindOfText(bytes, name);
    // A mail says in which encoding its parts are.
    if (kind !== 'eml' && isShifted(bytes)) throw new FileProblem('unknown-kind');
    return kind;
  }
  // Some programs put a few bytes before a PDF.
  if (head.includes('%PDF-')) return 'pdf';
  throw new FileProblem('unknown-kind');
}

/** Whether these are bytes of a text in one of the encodings that `decodeText` knows. */
function isText(bytes: Uint8Array): boolean {
  let nuls = 0;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) nuls++;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls++;
  }
  const encoding = encodingOf(bytes);
  if (encoding === 'windows-1252') return nuls === 0 && controls <= bytes.length * CONTROLS_MAX;
  if (encoding === 'utf-8') return nuls <= bytes.length * NULS_MAX;
  // UTF-16 has zero bytes in its letters; a tenth of its characters may be zero at most.
  const text = new TextDecoder(encoding).decode(bytes);
  return text.split('\0').length - 1 <= text.length * NULS_MAX && !text.slice(0, -1).includes('\uFFFD');
}

/** Whether letters are written in pairs of ASCII behind a mark, as ISO-2022-JP and its likes do (RFC 1468): none is read. */
function isShifted(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24) return true;
  }
  return false;
}

const HTML_START =
  /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i;
const HTML_TAG = /<[a-z][a-z0-9]*(?:\s[^<>]*)?>/i;
const CALENDAR = /^\s*BEGIN:VCALENDAR\s/i;
/** Fields that a mail begins with. */
const MAIL_FIELD =
  /^(?:from|to|cc|subject|date|received|return-path|delivered-to|message-id|mime-version|reply-to|sender|content-type|dkim-signature|arc-seal|x-[a-z-]+|references|in-reply-to):/i;
/** Fields that mail programs write, and nobody who writes a text. */
const MAIL_TRACE = /^(?:received|return-path|delivered-to|message-id|mime-version|x-[a-z-]+):/im;

function kindOfText(bytes: Uint8Array, name: string): TextKind {
  const decoder = new TextDecoder(encodingOf(bytes));
  const head = decoder.decode(bytes.subarray(0, HEAD));
  const hint = ENDINGS[splitName(name).ending.toLowerCase()];
  const fits = {
    html: () => HTML_TAG.test(head),
    ics: () => CALENDAR.test(head),
    eml: () => MAIL_FIELD.test(head),
    json: () => isJson(decoder.decode(bytes)),
  };
  if (hint) return !(hint in fits) || fits[hint as keyof typeof fits]() ? hint : 'txt';
  if (HTML_START.test(head)) return 'html';
  if (CALENDAR.test(head)) return 'ics';
  if (fits.eml() && MAIL_TRACE.test(head.split(/\r?\n\r?\n/, 1)[0]!)) return 'eml';
  return fits.json() ? 'json' : 'txt';
}

/** What an archive of OpenDocument says of itself, first and not packed. */
const OPEN_DOCUMENT: Record<string, FileKind> = { text: 'odt', spreadsheet: 'ods' };
const OPEN_DOCUMENT_TYPE =
  /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet)(?:-template)?(?:PK|$)/;

function kindOfZip(bytes: Uint8Array, name: string): FileKind {
  const names = namesInZip(bytes);
  const has = (wanted: string) => names.some((one) => one.toLowerCase() === wanted);
  if (has('[content_types].xml')) {
    if (has('word/document.xml')) return 'docx';
    if (has('ppt/presentation.xml')) return 'pptx';
    if (has('xl/workbook.xml')) return 'xlsx';
    // The main part may have another name, which relations give.
    if (names.some((one) => /^word\/[^/]+\.xml$/i.test(one))) return 'docx';
  }
  if (has('mimetype') && has('content.xml')) {
    const first = byteText(bytes.subarray(30, 128));
    const said = OPEN_DOCUMENT[OPEN_DOCUMENT_TYPE.exec(first)?.[1] ?? ''];
    if (said) return said;
    // An archive that was packed anew may have it in another place.
    const { ending } = splitName(name);
    if (!first.startsWith('mimetypeapplication/') && /^\.od[st]$/i.test(ending))
      return ending.toLowerCase() === '.odt' ? 'odt' : 'ods';
  }
  throw new FileProblem('unknown-kind');
}

const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
const END_OF_ZIP = [0x50, 0x4b, 0x05, 0x06];
/** No document has more files in it. */
const ENTRIES_MAX = 65_535;

/** The names in an archive, by the list at its end. */
function namesInZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A comment of up to 65,535 bytes may follow.
  let end = bytes.length - 22;
  const last = Math.max(0, end - 0xffff);
  while (end >= last && !END_OF_ZIP.every((byte, i) => bytes[end + i] === byte)) end--;
  if (end < last) throw new FileProblem('damaged');
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  while (names.length < ENTRIES_MAX && at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}
