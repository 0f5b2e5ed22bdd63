/**
 * Zip archives from anywhere, read with care. Sizes in headers are claims: nothing is set aside by them, and whatever does
 * not hold what it claims is not read. fflate does the (de)compression; the directory is read here, since what is not
 * changed must go back as it is. Source: PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5.
 */
import { deflateSync, Inflate } from 'fflate';
import { FileProblem } from './file.ts';

export interface ZipEntry {
  /** With `/` between folders and none before the first. */
  readonly path: string;
  /** Its name as it stands in the archive. */
  readonly rawName: Uint8Array;
  readonly flags: number;
  /** 0: stored. 8: deflated. */
  readonly method: number;
  /** Date and time as the archive has them. */
  readonly time: number;
  readonly crc: number;
  /** The unpacked size that the archive claims. */
  readonly size: number;
  readonly packed: Uint8Array;
}

/** How much may still be unpacked of one file, in bytes. */
export interface Budget {
  left: number;
}

/** Of all that is unpacked of one file. A file of 50 MB seldom holds more than twice that in text. */
export const UNPACKED_MAX = 300_000_000;
/** No Office file of 50 MB comes near. */
const ENTRIES_MAX = 20_000;
/** Deflate reaches 1,032; a sheet of equal rows some 100. What is small may have any. */
const RATIO_MAX = 250;
const RATIO_FREE = 4_000_000;
/** A chunk of this size unpacks to 17 MB at most, so that a bomb is seen early. */
const CHUNK = 16_384;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const FULL_32 = 0xffffffff;
const ENCRYPTED = 0x41;
const UTF_8 = 0x800;

const damaged = () => new FileProblem('damaged');

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crcOf(bytes: Uint8Array): number {
  let crc = FULL_32;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ FULL_32) >>> 0;
}

function nameOf(raw: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    name = new TextDecoder('windows-1252').decode(raw);
  }
  // Some programs write the separators of Windows, or a first slash.
  const path = name.replaceAll('\\', '/').replace(/^\/+/, '');
  if (path.includes('\0') || path.split('/').includes('..')) throw damaged();
  return path;
}

interface Directory {
  count: number;
  start: number;
}

/** Where the list of entries is. */
function directoryOf(view: DataView): Directory {
  const size = view.byteLength;
  let at = size - 22;
  const lowest = Math.max(0, at - 0xffff);
  const isEnd = () => view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= size;
  while (at >= lowest && !isEnd()) at--;
  if (at < lowest) throw damaged();
  const count = view.getUint16(at + 10, true);
  const start = view.getUint32(at + 16, true);
  if (count !== 0xffff && start !== FULL_32) return { count, start };
  if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) return { count, start };
  const at64 = Number(view.getBigUint64(at - 12, true));
  if (at64 + 56 > size || view.getUint32(at64, true) !== END_64) throw damaged();
  return {
    count: Number(view.getBigUint64(at64 + 32, true)),
    start: Number(view.getBigUint64(at64 + 48, true)),
  };
}

/** The sizes and place of an entry where they stand in its extra field. */
function wide(extra: DataView, values: number[]): number[] {
  if (!values.includes(FULL_32)) return values;
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return values.map((value) => {
      if (value !== FULL_32) return value;
      if (next + 8 > extra.byteLength) throw damaged();
      next += 8;
      return Number(extra.getBigUint64(next - 8, true));
    });
  }
  return values;
}

/**
 * The entries of an archive in its order; nothing is unpacked yet. Folders are entries that end with `/`.
 * Throws FileProblem: 'password' where an entry is encrypted, 'too-large' with too many of them, else 'damaged': what is
 * cut off, has two entries of one name or two in one place, or names that lead out of it.
 */
export function openZip(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  if (bytes.length < 22) throw damaged();
  const { count, start } = directoryOf(view);
  if (count > ENTRIES_MAX) throw new FileProblem('too-large');
  const entries: ZipEntry[] = [];
  const places: { from: number; to: number }[] = [];
  const names = new Set<string>();
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) throw damaged();
    const rawName = bytes.subarray(at + 46, nameEnd);
    const [size = 0, packedSize = 0, local = 0] = wide(viewOf(bytes.subarray(nameEnd, extraEnd)), [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    if (flags & ENCRYPTED) throw new FileProblem('password');
    if (local + 30 > start || view.getUint32(local, true) !== LOCAL) throw damaged();
    const localNameEnd = local + 30 + view.getUint16(local + 26, true);
    const from = localNameEnd + view.getUint16(local + 28, true);
    const to = from + packedSize;
    const localName = bytes.subarray(local + 30, localNameEnd);
    // A reader that goes by the other name would see another file.
    if (to > start || localName.length !== rawName.length || localName.some((b, k) => b !== rawName[k])) {
      throw damaged();
    }
    const path = nameOf(rawName);
    // Office compares names without regard to case.
    if (names.has(path.toLowerCase())) throw damaged();
    names.add(path.toLowerCase());
    places.push({ from: local, to });
    entries.push({
      ...{ path, rawName, flags, method, size, packed: bytes.subarray(from, to) },
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  places.sort((a, b) => a.from - b.from);
  // Entries that share their bytes are how the densest bombs are made.
  if (places.some(({ to }, i) => to > (places[i + 1]?.from ?? start))) throw damaged();
  return entries;
}

function inflate(entry: ZipEntry, budget: Budget): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((piece) => {
    length += piece.length;
    const bomb = length > RATIO_FREE && length > entry.packed.length * RATIO_MAX;
    if (bomb || length > budget.left) throw new FileProblem('too-large');
    if (length > entry.size) throw damaged();
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < entry.packed.length; at += CHUNK) {
      inflater.push(entry.packed.subarray(at, at + CHUNK), at + CHUNK >= entry.packed.length);
    }
  } catch (error) {
    throw error instanceof FileProblem ? error : damaged();
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/**
 * The bytes of an entry, taken off the budget. Throws FileProblem: 'too-large' where it unpacks to more than that or by far
 * more than its packed size, 'damaged' where it does not hold what the archive claims.
 */
export function unpack(entry: ZipEntry, budget: Budget): Uint8Array {
  if (entry.method !== 0 && entry.method !== 8) throw damaged();
  const bytes = entry.method === 0 ? entry.packed : inflate(entry, budget);
  if (bytes.length > budget.left) throw new FileProblem('too-large');
  if (bytes.length !== entry.size || crcOf(bytes) !== entry.crc) throw damaged();
  budget.left -= bytes.length;
  return bytes;
}

/** The same entry with other bytes: deflated where it was, stored where it was stored. */
export function withBytes(entry: ZipEntry, bytes: Uint8Array): ZipEntry {
  const method = entry.method === 0 ? 0 : 8;
  const packed = method === 0 ? bytes : deflateSync(bytes);
  return { ...entry, method, packed, size: bytes.length, crc: crcOf(bytes) };
}

/** An archive of entries in this order. What openZip read and nobody changed stands in it as it came. */
export function packZip(entries: ZipEntry[]): Uint8Array<ArrayBuffer> {
  const named = entries.reduce((sum, { rawName }) => sum + rawName.length, 0);
  const filled = entries.reduce((sum, { packed }) => sum + packed.length, 0);
  const bytes = new Uint8Array(entries.length * 76 + named * 2 + filled + 22);
  const view = viewOf(bytes);
  let at = 0;
  /** What the headers before the bytes and in the list have in common. */
  const common = (entry: ZipEntry) => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, entry.flags & UTF_8, true);
    view.setUint16(at + 4, entry.method, true);
    view.setUint32(at + 6, entry.time, true);
    view.setUint32(at + 10, entry.crc, true);
    view.setUint32(at + 14, entry.packed.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, entry.rawName.length, true);
  };
  const starts = entries.map((entry) => {
    const local = at;
    view.setUint32(at, LOCAL, true);
    at += 4;
    common(entry);
    at += 26;
    bytes.set(entry.rawName, at);
    bytes.set(entry.packed, at + entry.rawName.length);
    at += entry.rawName.length + entry.packed.length;
    return local;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    at += 6;
    common(entry);
    view.setUint32(at + 36, starts[i]!, true);
    at += 40;
    bytes.set(entry.rawName, at);
    at += entry.rawName.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
