/**
 * What every page of the test bed puts on `window.bed`, and what it logs. Types only: tests, the build and
 * the pages share them.
 */

/** A file as a page sees it in a paste, a drop or a file field. */
export interface BedFileSeen {
  name: string;
  size: number;
  type: string;
}

/** A file that a page took, by its field, its place for drops or a paste, and read. */
export interface BedFileTaken extends BedFileSeen {
  via: 'file' | 'single' | 'folder' | 'detached' | 'removed' | 'shadow' | 'drop' | 'overlay' | 'paste';
  lastModified: number;
  /** Hexadecimal. */
  sha256: string;
  /** As UTF-8. */
  text: string;
  bytes: number[];
}

/** What a page listener could read from a `DataTransfer`. Empty strings where the browser hides the data. */
export interface BedTransfer {
  types: string[];
  text: string;
  html: string;
  files: BedFileSeen[];
}

/** One event as a window-capture listener of the page saw it. */
export interface BedEvent {
  type: string;
  isTrusted: boolean;
  /** Innermost target the page can see: `tag#id`, `window` or `document`. */
  target: string;
  /** Read when the log is read, so it is the state after all listeners have run. */
  defaultPrevented: boolean;
  key?: string;
  inputType?: string;
  /** What the event itself carries: typed text, a message (as JSON), an error or policy violation. */
  data?: string;
  /** Text of the editable the event was sent to; left out above 20,000 characters. */
  value?: string;
  clipboard?: BedTransfer;
  transfer?: BedTransfer;
}

/** One editor of a page. Every answer comes from the editor's own model, not from the DOM. */
export interface BedEditor {
  /** Text of the model, with one `\n` between blocks. */
  text(): string;
  /** Rich editors only: the formatted content. HTML, for Lexical its state as JSON, for Quill its delta. */
  html?(): string;
  /** Replaces the content through the editor's own API and forgets its undo history. Lines split at `\n`. */
  set(text: string): void | Promise<void>;
  focus(): void;
  /** Puts the caret, or a selection, at text offsets of a model that holds one line. Focuses the editor. */
  caret(from: number, to?: number): Promise<void>;
}

/** The log, which is there before the first script of the page. */
export interface BedLog {
  /** Every event seen so far; a fresh, JSON-serializable copy at each read. */
  readonly events: BedEvent[];
  /** Text and attributes that appeared in the document outside the editors. */
  mutations: string[];
  /** What the page would have sent to its server, oldest first. */
  sent: string[];
  /** Empties events, mutations and sent. */
  clear(): void;
  /** True once the page is built and can be used. */
  ready: boolean;
}

/** A part of an answer: text, or an element as its tag and then what is in it. */
export type AnswerNode = string | AnswerElement;
interface AnswerElement extends Array<AnswerNode> {}

/**
 * `window.bed` of a page or frame that holds a composer. The five methods of `BedEditor` address the field
 * chosen by `use`, at first the first of `fields`.
 */
export interface Bed extends BedLog, Required<Omit<BedEditor, 'html'>> {
  html?(): string;
  fields: string[];
  /** Chooses the field that the other methods address; throws on a name that is not in `fields`. */
  use(field: string): void;
  /** Writes an answer of the AI below what was sent, bit by bit. */
  answer(...content: AnswerNode[]): Promise<void>;
  /** `prosemirror-chatgpt`: texts that the page turned into quote cards. */
  cards?: string[];
  /** `file-input`: every file that reached the page, with what it could read. */
  files?: BedFileTaken[];
  /** `file-input`: how often a chooser was called off. */
  cancelled?: number;
  /** `frame-remover`: what the page threw out, as tag names. */
  removed?: string[];
  /** `document-open`: builds the page again through `document.open()`. Also done once after load. */
  reopen?(): void;
}

declare global {
  interface Window {
    /** In the page that surrounds a frame with the composer, only the members of `BedLog` are there. */
    bed: Bed;
  }
}
