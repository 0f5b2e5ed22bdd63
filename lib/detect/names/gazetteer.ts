/**
 * Reads the packed name list.
 *
 * Format: entries in ascending order of their key (lower-case ASCII letters). Each entry is one head byte, its upper
 * three bits the flags and its lower five the number of letters shared with the entry before, then the remaining
 * letters as ASCII, the last one with its high bit set.
 */

/** What is known of an entry; flags add up. */
export const FLAG = { given: 1, surname: 2, word: 4 } as const;

export interface Gazetteer {
  /** The sum of the `FLAG`s of a key made by `nameKey`; 0 for what is not listed. */
  flagsOf(key: string): number;
  /** Decodes the table now, not at the first look-up. */
  warm(): void;
}

const MARKS = /\p{M}+/gu;
const JOINERS = /['’ʼʻ\u2010\u2011-]+/g;

/** The form under which a name is listed and compared: lower case, without marks, apostrophes and hyphens. */
export function nameKey(name: string): string {
  return name.normalize('NFD').replace(MARKS, '').replace(JOINERS, '').toLowerCase();
}

/** All entries with their flags: for training, and for `createGazetteer`. */
export function readNames(bytes: Uint8Array): Map<string, number> {
  const entries = new Map<string, number>();
  let key = '';
  for (let i = 0; i < bytes.length; ) {
    const head = bytes[i++]!;
    key = key.slice(0, head & 31);
    let byte = 0;
    do {
      byte = bytes[i++]!;
      key += String.fromCharCode(byte & 0x7f);
    } while (byte < 0x80 && i < bytes.length);
    entries.set(key, head >> 5);
  }
  return entries;
}

/**
 * A gazetteer over packed bytes; decoded at the first look-up or at `warm()`, because most pages never need it. Words
 * in `withhold` (in lower case, as written) are in no name list.
 */
export function createGazetteer(bytes: Uint8Array, withhold: ReadonlySet<string> = new Set()): Gazetteer {
  const withheld = new Set([...withhold].map(nameKey));
  let entries: Map<string, number> | undefined;
  const read = () => {
    entries ??= readNames(bytes);
    return entries;
  };
  return {
    flagsOf: (key) => (read().get(key) ?? 0) & (withheld.has(key) ? FLAG.word : 7),
    warm: () => void read(),
  };
}
