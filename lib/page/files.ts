/**
 * Files on their way into the page: heard before the page does, and given to it as its own upload would bring them.
 * DOM only.
 */
import { capturePlace, offerPaste } from './composer.ts';
import { PICKING } from './detached.ts';
import { editableOf } from './editable.ts';
import { readable } from './html.ts';
import type { Listeners } from './listen.ts';
import { putFiles } from './transfer.ts';

/** Files that were dropped, pasted or chosen. They stay handles here, whose bytes nobody reads. */
export interface Upload {
  source: 'paste' | 'drop' | 'input';
  /** False where a script made it up. */
  byHand: boolean;
  /** Looks into folders first. Rejects where one cannot be read. */
  list(): Promise<Listed>;
  /** Takes the files from the page; called when its event is stopped. */
  take(): void;
  /** Gives files to the page, in the place and the way in which they came. @returns false where it may not have taken them */
  give(files: File[]): Promise<boolean>;
  /** Nothing goes in; a page may wait for it. */
  cancel(): void;
}

interface Listed {
  files: File[];
  /** There were more than are looked into at a time. */
  tooMany: boolean;
}

export interface UploadParts {
  /** @returns true where nothing may go in here: then it is stopped, and the teacher is told. */
  turnsAway(source: Upload['source']): boolean;
  /** @returns true where the files are held: the page then sees nothing of them. */
  onUpload(upload: Upload): boolean;
  /** Something that could not be read was stopped. */
  onUnreadable(): void;
  /** Files are about to be chosen: time to get ready. */
  onNear(): void;
  /** Whether anything at this address is ours to hear. */
  applies(): boolean;
}

/** Nobody looks through more in one go. */
const MOST_FILES = 100;
/** What systems put into folders by themselves. */
const OF_SYSTEMS = /^(?:\..*|thumbs\.db|desktop\.ini)$/i;
/** How long a page may take to draw its place for a drop once something is dragged over it. */
const DRAWN_MS = 60;
/** How many of the files that went in are known again: handles, not bytes. */
const MOST_GIVEN = 500;

/** The event by which files are given to the page right now. Fired again by the page, it is heard like any other. */
let giving: Event | null = null;

/** Whether an event is one by which this script gives files to the page. */
export function isGiving(event: Event): boolean {
  return event === giving;
}

/** @returns whether the page took it for its own */
function fire(target: EventTarget, event: Event): boolean {
  const before = giving;
  giving = event;
  try {
    return !target.dispatchEvent(event);
  } finally {
    giving = before;
  }
}

/** Files that the page has from here. It may hand them on in events of its own, and nobody is asked twice. */
const given: File[] = [];

function keepGiven(files: File[]): void {
  given.push(...files);
  if (given.length > MOST_GIVEN) given.splice(0, given.length - MOST_GIVEN);
}

/**
 * The upload that a paste or drop brings. @param hasText whether it brings text too
 * @returns null where there are no files, where the page has them already, or where they are pictures beside a text: those
 *   are a part of what was copied
 */
export function uploadIn(
  event: ClipboardEvent | DragEvent,
  data: DataTransfer,
  hasText: boolean,
): Upload | null {
  const dropped = [...data.items]
    .filter(({ kind }) => kind === 'file')
    .map((item): Dropped => ({ file: item.getAsFile(), entry: item.webkitGetAsEntry() }));
  const isBeside = hasText && dropped.every(({ file }) => file?.type.startsWith('image/'));
  if (isBeside || dropped.every(({ file }) => file && given.includes(file))) return null;
  const isDrop = event.type === 'drop';
  const target = event.composedPath()[0] ?? event.target ?? document;
  const { take, give } = isDrop ? dropAt(target, event as DragEvent) : pasteAt(target, event);
  return {
    source: isDrop ? 'drop' : 'paste',
    byHand: event.isTrusted,
    list: () => listOf(dropped),
    take,
    give: (files) => {
      keepGiven(files);
      return give(files);
    },
    cancel: () => {},
  };
}

/** Whether the text beside files only says what they are called, as systems add it. */
export function isOfNames(data: DataTransfer): boolean {
  const lines = readable(data.getData('text/plain')).split('\n');
  const names = [...data.files].map(({ name }) => name);
  return lines.every((line) => names.some((name) => line.trim().endsWith(name)));
}

function pasteAt(target: EventTarget, event: Event): Pick<Upload, 'take' | 'give'> {
  const place = capturePlace(editableOf(event), target);
  return {
    take: () => {},
    give: async (files) => {
      place.restore();
      return offerPaste(target, { text: '', files });
    },
  };
}

function dropAt(target: EventTarget, from: DragEvent): Pick<Upload, 'take' | 'give'> {
  const { clientX, clientY, screenX, screenY } = from;
  const drag = (type: string, on: EventTarget, files: File[]) => {
    const init = { bubbles: true, composed: true, clientX, clientY, screenX, screenY };
    const cancelable = type !== 'dragleave';
    const event = new DragEvent(type, { ...init, cancelable, dataTransfer: new DataTransfer() });
    putFiles(event, files);
    return fire(on, event);
  };
  /** Where it would be dropped now: a page may draw the place for it only while something is dragged over it. */
  const place = () => {
    const stands = target instanceof Element && target.isConnected && target.checkVisibility();
    return stands ? target : elementAt(clientX, clientY);
  };
  return {
    // For the page the drag has left again, so that it takes away what it drew for it. What it shows of a file is its kind.
    take: () => void drag('dragleave', target, [new File([], '')]),
    async give(files) {
      const first = place();
      drag('dragenter', first, files);
      drag('dragover', first, files);
      await new Promise((resolve) => setTimeout(resolve, DRAWN_MS));
      const last = place();
      if (last !== first) {
        drag('dragenter', last, files);
        drag('dragleave', first, files);
      }
      drag('dragover', last, files);
      if (drag('drop', last, files)) return true;
      if (!isFileField(last) || last.disabled) return false;
      // What a browser does by itself with a real drop.
      choose(last, last.multiple ? files : files.slice(0, 1));
      return true;
    },
  };
}

/** The innermost element at a point of the window, inside open shadow roots too. */
function elementAt(x: number, y: number): Element {
  let found = document.elementFromPoint(x, y);
  for (let inner = found; inner; ) {
    found = inner;
    inner = inner.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (inner === found) break;
  }
  return found ?? document.body;
}

interface Dropped {
  file: File | null;
  /** Tells folders; null for a file that a script has put there. */
  entry: FileSystemEntry | null;
}

async function listOf(dropped: Dropped[]): Promise<Listed> {
  const files: File[] = [];
  for (const { file, entry } of dropped) {
    for await (const one of entry?.isDirectory ? filesBelow(entry as FileSystemDirectoryEntry) : [file]) {
      if (files.length === MOST_FILES) return { files, tooMany: true };
      if (one) files.push(one);
    }
  }
  return { files, tooMany: false };
}

async function* filesBelow(folder: FileSystemDirectoryEntry): AsyncGenerator<File> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  const read = () => new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  // A browser gives them a hundred at a time.
  for (let some = await read(); some.length > 0; some = await read()) entries.push(...some);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (OF_SYSTEMS.test(entry.name)) continue;
    if (entry.isDirectory) yield* filesBelow(entry as FileSystemDirectoryEntry);
    else
      yield await new Promise<File>((resolve, reject) =>
        (entry as FileSystemFileEntry).file(resolve, reject),
      );
  }
}

function isFileField(node: unknown): node is HTMLInputElement {
  return node instanceof HTMLInputElement && node.type === 'file';
}

function fill(field: HTMLInputElement, files: File[]): void {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  field.files = data.files;
}

/** Puts files into a field as if they had been chosen with it. */
function choose(field: HTMLInputElement, files: File[]): void {
  fill(field, files);
  fire(field, new Event('input', { bubbles: true, composed: true }));
  fire(field, new Event('change', { bubbles: true }));
}

/** Fields whose files were taken in their `input` event. The `change` that follows is about nothing. */
const taken = new WeakSet<HTMLInputElement>();

/** The upload that a field holds; null where the page has all of it already. */
function uploadOf(field: HTMLInputElement, byHand: boolean): Upload | null {
  const all = [...(field.files ?? [])];
  const files = all.filter((file) => !given.includes(file));
  if (files.length === 0) return null;
  /** A page may keep adding to what it has. */
  const before = all.filter((file) => given.includes(file));
  const wasThere = field.isConnected;
  return {
    source: 'input',
    byHand,
    list: async () => ({ files: files.slice(0, MOST_FILES), tooMany: files.length > MOST_FILES }),
    take: () => fill(field, before),
    give: async (chosen) => {
      keepGiven(chosen);
      choose(field, [...before, ...chosen]);
      return field.isConnected || !wasThere;
    },
    cancel: () => void fire(field, new Event('cancel', { bubbles: true })),
  };
}

/** What is to be heard at the window, so that no file field gives files to the page unheard. */
export function fileFieldListeners(parts: UploadParts): Listeners {
  const hear = (event: Event) => {
    const field = event.composedPath()[0];
    if (!isFileField(field) || isGiving(event) || !parts.applies()) return;
    let stop = false;
    try {
      watch(field);
      const upload = uploadOf(field, event.isTrusted);
      if (upload) {
        stop = parts.turnsAway('input') || parts.onUpload(upload);
        if (stop) upload.take();
        if (stop && event.type === 'input') taken.add(field);
      } else stop = event.type === 'change' && taken.delete(field);
    } catch {
      stop = true;
      field.value = '';
      parts.onUnreadable();
    }
    if (stop) event.stopImmediatePropagation();
  };
  const watched = new WeakSet<Node>();
  /** A `change` does not leave its shadow root, and a field that has left the document is not heard at the window. */
  const watch = (field: HTMLInputElement) => {
    for (const node of [field.getRootNode(), field]) {
      if (node === document || watched.has(node)) continue;
      watched.add(node);
      node.addEventListener('input', hear, true);
      node.addEventListener('change', hear, true);
    }
  };
  const near = (field: unknown) => {
    if (!isFileField(field) || !parts.applies()) return;
    watch(field);
    parts.onNear();
  };
  return [
    ['input', hear],
    ['change', hear],
    ['click', (event) => near(event.composedPath()[0])],
    [
      PICKING,
      (event) => {
        event.stopImmediatePropagation();
        near((event as MouseEvent).relatedTarget);
      },
    ],
  ];
}
