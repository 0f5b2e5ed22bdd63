/** Messages with files in them, for a port that carries nothing but JSON: the one between a guard and a review window. */

/** Before a message come its files, each in pieces of its bytes. */
type Piece =
  | { piece: 'file'; name: string; type: string; lastModified: number }
  /** Base64. */
  | { piece: 'bytes'; bytes: string }
  /** JSON in which each file is `{ file: index }`. */
  | { piece: 'message'; json: string };

/** Browsers carry 64 MB at most in one message. A multiple of three, so that base64 needs no filling between pieces. */
const PIECE_BYTES = 768 * 1024;
/** As many arguments as a call takes in any browser. */
const CALL_BYTES = 8192;

/**
 * Sends messages over such a port, one after the other.
 * @returns sends one; resolves when it is on its way
 */
export function sendInPieces(post: (piece: unknown) => void): (message: object) => Promise<void> {
  let last = Promise.resolve();
  return (message) => {
    last = last.then(() => sendOne(message, post));
    return last;
  };
}

async function sendOne(message: object, post: (piece: Piece) => void): Promise<void> {
  const files: File[] = [];
  const json = JSON.stringify(message, (_key, value: unknown) =>
    value instanceof File ? { file: files.push(value) - 1 } : value,
  );
  for (const file of files) {
    const { name, type, lastModified } = file;
    post({ piece: 'file', name, type, lastModified });
    for (let at = 0; at < file.size; at += PIECE_BYTES) {
      const bytes = new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
      post({ piece: 'bytes', bytes: btoa(binaryOf(bytes)) });
    }
  }
  post({ piece: 'message', json });
}

function binaryOf(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CALL_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CALL_BYTES));
  }
  return binary;
}

/** The other end: takes pieces in their order, and tells each message once it is whole. */
export function joinPieces(tell: (message: unknown) => void): (raw: unknown) => void {
  let files: { of: Extract<Piece, { piece: 'file' }>; bytes: Uint8Array<ArrayBuffer>[] }[] = [];
  return (raw) => {
    const piece = raw as Piece;
    if (piece.piece === 'file') files.push({ of: piece, bytes: [] });
    else if (piece.piece === 'bytes') {
      files.at(-1)?.bytes.push(Uint8Array.from(atob(piece.bytes), (char) => char.charCodeAt(0)));
    } else {
      const whole = files.map(({ of, bytes }) => new File(bytes, of.name, of));
      files = [];
      const isFile = (value: unknown): value is { file: number } =>
        typeof value === 'object' && value !== null && typeof (value as { file?: unknown }).file === 'number';
      tell(JSON.parse(piece.json, (_key, value: unknown) => (isFile(value) ? whole[value.file] : value)));
    }
  };
}
