/**
 * The text of a file in its own encoding: UTF-16 by its byte order mark (regedit writes that), else UTF-8, else
 * Windows-1252, which older spreadsheets and word processors write. A UTF-8 mark is part of the text, since what is put out
 * again must be the input to the byte.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
