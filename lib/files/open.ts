/** Opens a file of any kind that is read. */
import { type FileKind, FileProblem, MOST_BYTES, type OpenedFile, type Watch } from './file.ts';
import { kindOf } from './kind.ts';
import { stopIfCancelled } from './pace.ts';
import type { TextKind } from './text/open-text.ts';

/** Reads the bytes of a file. Throws FileProblem; anything else that it throws says that the file is damaged. */
type Open = (bytes: Uint8Array, name: string, watch: Watch) => Promise<OpenedFile>;

const text =
  (kind: TextKind): Open =>
  async (bytes, name) =>
    (await import('./text/open-text.ts')).openText(kind, bytes, name);

const office: Open = async (...file) => (await import('./office/office.ts')).openOffice(...file);

/** What reads each kind is loaded when a file of it is opened, and the library for it. */
const OPENERS: Record<FileKind, Open> = {
  txt: text('txt'),
  md: text('md'),
  csv: text('csv'),
  tsv: text('tsv'),
  json: text('json'),
  html: text('html'),
  rtf: text('rtf'),
  ics: text('ics'),
  eml: text('eml'),
  docx: office,
  pptx: office,
  xlsx: office,
  odt: office,
  ods: office,
  pdf: async (...file) => (await import('./pdf/open-pdf.ts')).openPdf(...file),
  image: async (_bytes, name) => (await import('./picture.ts')).openPicture(name),
};

/**
 * Opens a file by what its bytes are.
 * @param name a hint between kinds of text, and the first part of the text that is read
 * @throws FileProblem, and nothing else
 */
export async function openFile(bytes: Uint8Array, name: string, watch: Watch = {}): Promise<OpenedFile> {
  if (bytes.length > MOST_BYTES) throw new FileProblem('too-large');
  try {
    stopIfCancelled(watch);
    return await OPENERS[kindOf(bytes, name)](bytes, name, watch);
  } catch (error) {
    stopIfCancelled(watch);
    // Whatever else goes wrong while bytes are read is the bytes' fault; its message may hold some of them.
    throw error instanceof FileProblem ? error : new FileProblem('damaged');
  }
}
