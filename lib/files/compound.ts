/** The container of Microsoft's that Office wrote before 2007, and still wraps around a file that it encrypts with a password. */
import { FileProblem } from './file.ts';

const START = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** How its directory, which is in UTF-16, names what is encrypted. */
const ENCRYPTED = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();

/** @throws FileProblem for such a container: `password` for an encrypted file, else `unknown-kind` */
export function refuseCompound(bytes: Uint8Array): void {
  if (!isAt(bytes, 0, START)) return;
  for (let at = bytes.indexOf(ENCRYPTED[0]!); at >= 0; at = bytes.indexOf(ENCRYPTED[0]!, at + 1)) {
    if (isAt(bytes, at, ENCRYPTED)) throw new FileProblem('password');
  }
  throw new FileProblem('unknown-kind');
}

function isAt(bytes: Uint8Array, at: number, wanted: number[]): boolean {
  return wanted.every((byte, i) => bytes[at + i] === byte);
}
