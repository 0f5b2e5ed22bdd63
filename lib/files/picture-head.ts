/** What the first bytes of a picture say of it. They are claims: a few bytes can ask for more memory than there is. */
import { byteText } from './text/encoding.ts';

/** Marks of a JPEG that begin a frame; its height and width stand behind. The three between them are tables. */
const FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
/** What begins the head of each picture of a GIF that moves; it is eight bytes long and ends with a zero. */
const GIF_FRAME = '!\xf9\x04';
/** What tells that a PNG moves stands before its pixels, and not far behind its start. */
const PNG_HEAD = 1_000_000;

/**
 * Reads PNG, JPEG, GIF, WebP and BMP.
 * @returns `pixels` that it claims to have, 0 where that is not known; `moves`: it has more than one picture
 */
export function pictureHead(bytes: Uint8Array): { pixels: number; moves: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = byteText(bytes.subarray(0, 64));
  const uint24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  try {
    if (head.startsWith('\x89PNG')) {
      const before = byteText(bytes.subarray(0, PNG_HEAD)).split('IDAT', 1)[0]!;
      return { pixels: view.getUint32(16) * view.getUint32(20), moves: before.includes('acTL') };
    }
    if (head.startsWith('GIF8')) {
      const frames = byteText(bytes).split(GIF_FRAME).slice(1);
      const heads = frames.filter((part) => part[4] === '\0' && '!,'.includes(part[5] ?? ' '));
      return { pixels: view.getUint16(6, true) * view.getUint16(8, true), moves: heads.length > 1 };
    }
    if (head.startsWith('WEBPVP8X', 8)) {
      return { pixels: (uint24(24) + 1) * (uint24(27) + 1), moves: (view.getUint8(20) & 2) !== 0 };
    }
    if (head.startsWith('BM')) {
      return { pixels: Math.abs(view.getInt32(18, true) * view.getInt32(22, true)), moves: false };
    }
    if (head.startsWith('\xff\xd8')) return { pixels: jpegPixels(view), moves: false };
  } catch {
    // It ends before its head does: no browser will show it.
  }
  // Another WebP has 16,383 pixels a side at most.
  return { pixels: 0, moves: false };
}

function jpegPixels(view: DataView): number {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const mark = view.getUint8(at + 1);
    if (FRAMES.includes(mark)) return view.getUint16(at + 5) * view.getUint16(at + 7);
    // A mark may have more than one byte before it.
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return 0;
}
