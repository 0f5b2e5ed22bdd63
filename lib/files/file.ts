/** A file on its way into a chat: its words as one text, and the same file with other words. Pure: runs in a worker and on the command line. */

/** Told by what the bytes are, not by the name alone. */
export type FileKind =
  | 'txt'
  | 'md'
  | 'csv'
  | 'tsv'
  | 'json'
  | 'html'
  | 'rtf'
  | 'ics'
  | 'eml'
  | 'docx'
  | 'pptx'
  | 'xlsx'
  | 'odt'
  | 'ods'
  | 'pdf'
  | 'image';

export type PartKind =
  | 'file-name'
  | 'body'
  | 'page'
  | 'sheet'
  | 'slide'
  | 'notes'
  | 'comments'
  | 'header-footer'
  | 'footnotes'
  | 'properties'
  | 'links';

/** A stretch of the text that a reader of the file would look for in one place. Parts cover the text without gaps, in order. */
export interface FilePart {
  kind: PartKind;
  /** Of a sheet: its name. Of a page or slide: its number, from 1, as digits. Else empty. */
  name: string;
  /** What the program that made the file does not show at first: a hidden sheet or slide, say. */
  hidden: boolean;
  /** UTF-16 offsets into the text, end-exclusive. */
  start: number;
  end: number;
}

/** What was not read, and is said. `times`: how often it is there. */
export interface Unread {
  what: 'picture' | 'embedded-file' | 'macro' | 'archive' | 'scanned-page' | 'chart' | 'too-long';
  times: number;
}

/** One entry for each kind of thing, in order of the first of them. */
export function summed(unread: readonly Unread[]): Unread[] {
  const sums = new Map<Unread['what'], number>();
  for (const { what, times } of unread) sums.set(what, (sums.get(what) ?? 0) + times);
  return Array.from(sums, ([what, times]) => ({ what, times }));
}

/** In pixels of a picture as it is shown; `right` and `bottom` are exclusive. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A word in a picture and its place in the text: UTF-16 offsets, end-exclusive. */
export interface PictureWord {
  start: number;
  end: number;
  box: Box;
  /** From 0, from the top down: words of one row stand beside each other. */
  row: number;
}

/** A change: the words of a span give way to others. As `redact` in lib/redact takes them. */
export interface Swap {
  span: { start: number; end: number };
  surrogate: string;
}

export interface RewrittenFile {
  /** With its ending. Differs from that of the original where its name held swapped words, or where the kind is another. */
  name: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** What the copy does not keep; said beside it. */
  lost: 'layout'[];
}

export interface OpenedFile {
  kind: FileKind;
  /** All that can be read in it: the name without its ending, a line end, then the parts, each ended by one. Cells are parted by tabs. */
  text: string;
  parts: FilePart[];
  unread: Unread[];
  /** Of a picture whose words were read. */
  words?: PictureWord[];
  /**
   * The same file with swaps made, its properties (author, last author, company, manager, comment authors) emptied.
   * Spans are of `text`, in any order; they may overlap, and may run over several paragraphs or cells. Outside of them
   * every word and its looks stay. Throws FileProblem.
   */
  rewrite(swaps: Swap[], watch?: Watch): Promise<RewrittenFile>;
}

/** Progress of something that may take over a second, and its end. */
export interface Watch {
  /** @param share between 0 and 1 */
  progress?(share: number): void;
  signal?: AbortSignal;
}

/** In bytes. Larger files are not opened. */
export const MOST_BYTES = 50 * 1024 * 1024;

export type FileProblemCode =
  | 'password'
  | 'damaged'
  | 'unknown-kind'
  /** Over MOST_BYTES, or larger than that by far once unpacked. */
  | 'too-large'
  | 'cancelled';

/** Why a file cannot be read or written. Carries a code and never a word of the file. */
export class FileProblem extends Error {
  readonly code: FileProblemCode;
  constructor(code: FileProblemCode) {
    super(code);
    this.name = 'FileProblem';
    this.code = code;
  }
}
