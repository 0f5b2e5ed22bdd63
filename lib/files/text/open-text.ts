/** Opens what is text underneath, and writes it again in its own encoding. */
import type { OpenedFile } from '../file.ts';
import { named } from '../named.ts';
import { edited, editsOfReadings, type Reading } from '../source-text.ts';
import { bytesOf, byteText, decode, encode } from './encoding.ts';

/** Loads what reads a kind: HTML needs a library. */
const READERS = {
  txt: async () => (await import('./plain.ts')).readPlain,
  md: async () => (await import('./plain.ts')).readPlain,
  csv: async () => (await import('./table.ts')).readTable,
  tsv: async () => (await import('./table.ts')).readTable,
  json: async () => (await import('./json.ts')).readJson,
  html: async () => (await import('./html.ts')).readHtml,
  rtf: async () => (await import('./rtf.ts')).readRtf,
  ics: async () => (await import('./ics.ts')).readIcs,
  eml: async () => (await import('./eml.ts')).readEml,
} satisfies Record<string, () => Promise<(source: string) => Reading | Reading[]>>;

export type TextKind = keyof typeof READERS;

const TYPES: Record<TextKind, string> = {
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  html: 'text/html',
  rtf: 'application/rtf',
  ics: 'text/calendar',
  eml: 'message/rfc822',
};

/** These say inside in which encodings their words are; they are read as bytes. */
const MIXED = new Set<TextKind>(['rtf', 'eml']);

/** @throws FileProblem where an rtf ends before its end */
export async function openText(kind: TextKind, bytes: Uint8Array, name: string): Promise<OpenedFile> {
  const decoded = MIXED.has(kind) ? undefined : decode(bytes);
  const source = decoded?.text ?? byteText(bytes);
  const read = await READERS[kind]();
  const readings = [read(source)].flat();
  const textOf = (all: Reading[]) => all.flatMap(({ sections }) => sections.map(({ text }) => text)).join('');
  return named(kind, name, {
    sections: readings.flatMap(({ sections }) => sections),
    unread: readings.flatMap(({ unread }) => unread),
    copy(cuts, sweep) {
      const edits = editsOfReadings(readings, cuts, sweep);
      const text = edited(source, edits);
      return {
        // What no cut touches stays the same to the byte, also where it was not quite valid in its encoding.
        bytes:
          edits.length === 0 ? new Uint8Array(bytes) : decoded ? encode({ ...decoded, text }) : bytesOf(text),
        type: TYPES[kind],
        lost: [],
        text: textOf([read(text)].flat()),
      };
    },
  });
}
