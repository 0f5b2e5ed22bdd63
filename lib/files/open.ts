/** Opens a file of any kind that is read. */
import { type FileKind, FileProblem, MOST_BYTES, type OpenedFile, type Watch } from './file.ts';
import { kindOf } from './kind.ts';
import { stopIfCancelled } from './pace.ts';
import type { PictureTool } from './picture.ts';
import type { TextKind } from './text/open-text.ts';

/** Reads the bytes of a file. Throws FileProblem; anything else that it throws says that the file is damaged. */
type Open = (bytes: Uint8Array, name: string, watch: Watch, tool?: PictureTool) => Promise<OpenedFile>;

const text =
  (kind: TextKind): Open =>
  async (bytes, name) =>
    (await import('./text/open-text.ts')).openText(kind, bytes, name);

const office: Open = async (bytes, name, watch) =>
  (await import('./office/office.ts')).openOffice(bytes, name, watch);

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
  pdf: async (bytes, name, watch) => (await import('./pdf/open-pdf.ts')).openPdf(bytes, name, watch),
  image: async (bytes, name, watch, tool) => {
    const { openPicture, readPicture } = await import('./picture.ts');
    return tool ? readPicture(bytes, name, tool, watch) : openPicture(name);
  },
};

/**
 * Opens a file by what its bytes are.
 * @param name a hint between kinds of text, and the first part of the text that is read
 * @param tool reads the words in a picture; without it a picture is opened as its name alone
 * @throws FileProblem, and nothing else
 */
export async function openFile(
  bytes: Uint8Array,
  name: string,
  watch: Watch = {},
  tool?: PictureTool,
): Promise<OpenedFile> {
  if (bytes.length > MOST_BYTES) throw new FileProblem('too-large');
  try {
    stopIfCancelled(watch);
    return await OPENERS[kindOf(bytes, name)](bytes, name, watch, tool);
  } catch (error) {
    stopIfCancelled(watch);
    // Whatever else goes wrong while bytes are read is the bytes' fault; its message may hold some of them.
    throw error instanceof FileProblem ? error : new FileProblem('damaged');
  }
}
