/** Bytes of texts: in which encoding they are read, and written again. */
import { encodingOf, type TextEncoding } from '../decode-text.ts';

export interface Decoded {
  /** Without a byte order mark. */
  text: string;
  encoding: TextEncoding;
  mark: boolean;
}

export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const mark = encoding.startsWith('utf-16') || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf);
  return { text: new TextDecoder(encoding).decode(bytes), encoding, mark };
}

/**
 * A text in the encoding that it came in. Where Windows-1252 lacks one of its characters it becomes UTF-8, with a byte order
 * mark, so that spreadsheets and word processors see that.
 */
export function encode({ text, encoding, mark }: Decoded): Uint8Array<ArrayBuffer> {
  if (encoding === 'windows-1252') {
    return encodeIn(text, encoding) ?? encode({ text, encoding: 'utf-8', mark: true });
  }
  const marked = mark ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i++)
    view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
  return new Uint8Array(view.buffer);
}

/** Bytes as a string of as many characters, each with the code of its byte: for sources with several encodings inside. */
export function byteText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
  return pieces.join('');
}

/** The way back. @param text of characters below 256 */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** An encoding by the name that a file gives it, if it is one in which ASCII is ASCII; else undefined. */
export function charsetOf(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label.trim());
    return /^(?:utf-16|iso-2022-jp|replacement)/.test(encoding) ? undefined : encoding;
  } catch {
    return undefined;
  }
}

const decoders = new Map<string, TextDecoder>();

/** A decoder that has nothing left of earlier bytes. */
function decoderOf(charset: string): TextDecoder {
  const known = decoders.get(charset) ?? new TextDecoder(charset, { ignoreBOM: true });
  decoders.set(charset, known);
  return known;
}

/** Bytes as characters, and how many bytes each of them took. @param charset as `charsetOf` has it */
export function charactersOf(bytes: Uint8Array, charset: string): { text: string; length: number }[] {
  const decoder = decoderOf(charset);
  const whole = decoder.decode(bytes);
  if (whole.length === bytes.length) return Array.from(whole.split(''), (text) => ({ text, length: 1 }));
  if (charset === 'utf-8' && !whole.includes('\uFFFD')) {
    return Array.from(whole, (text) => ({ text, length: bytesInUtf8(text.codePointAt(0)!) }));
  }
  // Byte by byte, to see at which of them a character comes out.
  const found: { text: string; length: number }[] = [];
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const text = decoder.decode(bytes.subarray(i, i + 1), { stream: true });
    length++;
    if (text === '') continue;
    found.push({ text, length });
    length = 0;
  }
  const rest = decoder.decode();
  if (rest !== '') found.push({ text: rest, length });
  return found;
}

const bytesInUtf8 = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

const tables = new Map<string, Map<string, number>>();

/** The bytes above ASCII of an encoding by their characters; those that are no character alone are left out. */
function tableOf(charset: string): Map<string, number> {
  const known = tables.get(charset);
  if (known) return known;
  const table = new Map<string, number>();
  for (let byte = 0x80; byte < 0x100; byte++) {
    const text = new TextDecoder(charset).decode(Uint8Array.of(byte));
    if (text.length === 1 && text !== '\uFFFD') table.set(text, byte);
  }
  tables.set(charset, table);
  return table;
}

/** A text in an encoding; undefined where that lacks a character. @param charset as `charsetOf` has it */
function encodeIn(text: string, charset: string): Uint8Array<ArrayBuffer> | undefined {
  if (charset === 'utf-8') return new TextEncoder().encode(text);
  const table = tableOf(charset);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x80 ? code : table.get(text[i]!);
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}

/** The same, without the accents of letters that the encoding lacks, and with `?` for all else that it lacks. */
export function encodeClose(text: string, charset: string): Uint8Array<ArrayBuffer> {
  const exact = encodeIn(text, charset);
  if (exact) return exact;
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
  return encodeIn(bare, charset) ?? bytesOf(bare.replace(/[^\0-\x7f]/gu, '?'));
}
