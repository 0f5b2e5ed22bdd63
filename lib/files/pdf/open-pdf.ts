/** Opens PDFs with pdf.js: pages, form fields, comments, links, properties. The copy is a text. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { FileProblem, type OpenedFile, type PartKind, type Unread, type Watch } from '../file.ts';
import { named } from '../named.ts';
import { stopIfCancelled } from '../pace.ts';
import { edited, editsOf, plain } from '../source-text.ts';
import { byteText } from '../text/encoding.ts';
import { pageText, type Run, type StructureNode } from './page-text.ts';

/**
 * Opens a PDF. Its parts are the pages, then comments, links and properties of the whole document.
 * @throws FileProblem `password`, `damaged`, `cancelled`
 */
export async function openPdf(bytes: Uint8Array, name: string, watch: Watch): Promise<OpenedFile> {
  // pdf.js reads what is there of a file that was cut, and says nothing.
  const source = byteText(bytes);
  if (!source.includes('%%EOF')) throw new FileProblem('damaged');
  const getDocument = await loadLibrary();
  const found = new Found();
  let unreadFont = false;
  const task = getDocument({
    // It takes the bytes away from who gives them.
    data: new Uint8Array(bytes),
    verbosity: 0,
    // Nothing is drawn, fetched or compiled.
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    BinaryDataFactory: class {
      async fetch({ kind }: { kind: string }): Promise<never> {
        // Tables for Chinese, Japanese and Korean fonts that are not in the file: 1.7 MB that schools here hardly need.
        unreadFont ||= kind === 'cMapUrl';
        throw new Error('not brought along');
      }
    },
  });
  try {
    const document = await task.promise;
    await readProperties(document, found);
    for (let number = 1; number <= document.numPages; number++) {
      stopIfCancelled(watch);
      unreadFont = false;
      const page = await document.getPage(number);
      const hasText = await readPage(page, number, found);
      if (!hasText || unreadFont) found.count('scanned-page');
      page.cleanup();
      watch.progress?.(number / document.numPages);
    }
  } catch (error) {
    const password = error instanceof Error && error.name === 'PasswordException';
    if (password) throw new FileProblem('password');
    throw error;
  } finally {
    await task.destroy();
  }
  found.count('picture', picturesIn(source));
  return found.opened(name);
}

/**
 * pdf.js with its reading half in this same thread: it is made to start a worker of its own, and this may be one. What it
 * would draw with it looks for when it is loaded, and complains on the console where Node lacks it.
 */
async function loadLibrary() {
  const stand = Object.fromEntries(
    ['DOMMatrix', 'Path2D'].filter((name) => !(name in globalThis)).map((name) => [name, Object]),
  );
  Object.assign(globalThis, stand);
  try {
    const [{ getDocument }, worker] = await Promise.all([
      import('pdfjs-dist/legacy/build/pdf.mjs'),
      import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
    ]);
    Object.assign(globalThis, { pdfjsWorker: worker });
    return getDocument;
  } finally {
    for (const name of Object.keys(stand)) Reflect.deleteProperty(globalThis, name);
  }
}

interface Stretch {
  kind: PartKind;
  name: string;
  text: string;
}

/** What was read so far. */
class Found {
  readonly pages: Stretch[] = [];
  readonly #unread: Unread[] = [];
  readonly #lines = { comments: new Set<string>(), links: new Set<string>(), properties: new Set<string>() };

  count(what: Unread['what'], times = 1): void {
    if (times > 0) this.#unread.push({ what, times });
  }

  /** Adds a line to a part, once. Words over several lines keep them. */
  add(kind: 'comments' | 'links' | 'properties', label: string, value: unknown): void {
    if (typeof value !== 'string' || value.trim() === '') return;
    this.#lines[kind].add(`${label}${value.trim().replace(/\r\n?/g, '\n')}\n`);
  }

  opened(name: string): OpenedFile {
    const others = Object.entries(this.#lines)
      .filter(([, lines]) => lines.size > 0)
      .map(([kind, lines]) => ({ kind: kind as PartKind, name: '', text: [...lines].join('') }));
    const stretches = [...this.pages, ...others];
    // A text has no properties: they are left out of the copy.
    const text = stretches.map((one) => (one.kind === 'properties' ? '' : one.text)).join('');
    return named('pdf', name, {
      sections: stretches.map((stretch) => ({ ...stretch, hidden: false })),
      unread: this.#unread,
      copy(cuts) {
        const words = edited(text, editsOf([{ text, from: 0, write: plain }], cuts));
        return {
          bytes: new TextEncoder().encode(words),
          type: 'text/plain',
          lost: ['layout'],
          ending: '.txt',
          text: words,
        };
      },
    });
  }
}

/** Title, author and the like, headings of the outline, names of attached files. */
async function readProperties(document: PDFDocumentProxy, found: Found): Promise<void> {
  const { info, metadata } = await document.getMetadata();
  const { Custom: custom, ...properties } = info as Record<string, unknown>;
  for (const name of ['Title', 'Author', 'Subject', 'Keywords']) {
    found.add('properties', `${name.toLowerCase()}: `, properties[name]);
  }
  if (custom instanceof Map) {
    for (const [name, value] of custom) found.add('properties', `${name}: `, value);
  }
  for (const name of ['dc:title', 'dc:creator', 'dc:description', 'dc:subject']) {
    const value: unknown = metadata?.get(name);
    for (const one of [value].flat()) found.add('properties', `${name.slice(3)}: `, one);
  }
  const visit = (items: Awaited<ReturnType<PDFDocumentProxy['getOutline']>>, depth: number): void => {
    for (const { title, url, items: inner } of items ?? []) {
      found.add('properties', 'outline: ', title);
      found.add('links', '', url);
      if (depth < OUTLINE_DEPTH) visit(inner, depth + 1);
    }
  };
  visit(await document.getOutline(), 0);
  const attachments = (await document.getAttachments()) ?? new Map();
  for (const { filename, description } of attachments.values()) {
    found.add('properties', 'attachment: ', filename);
    found.add('properties', 'attachment: ', description);
  }
  found.count('embedded-file', attachments.size);
  // Forms of another kind (XFA), whose pages only say that they cannot be shown.
  if (properties.IsXFAPresent && !properties.IsAcroFormPresent) found.count('embedded-file');
}

const OUTLINE_DEPTH = 20;

/** Reads a page, and what was put on it. @returns whether it has any text */
async function readPage(page: PDFPageProxy, number: number, found: Found): Promise<boolean> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const runs: Turned[] = [];
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) runs.push(runOf(item, open.at(-1)));
    else if (item.type === 'endMarkedContent') open.pop();
    // A stretch without a name of its own belongs to the one around it.
    else open.push(item.id ?? open.at(-1));
  }
  for (const annotation of await page.getAnnotations()) readAnnotation(annotation, runs, found);
  const tree: StructureNode | null = await page.getStructTree();
  // What is written in another direction, such as a note along the edge, is read by itself.
  const text = [...Map.groupBy(runs, ({ turns }) => turns).values()]
    .sort((a, b) => b.length - a.length)
    .map((group, i) => pageText(group, i === 0 ? tree : null))
    .join('\n');
  if (text !== '') found.pages.push({ kind: 'page', name: String(number), text });
  return text !== '';
}

/** A run as it reads once the page is turned so that its letters stand upright. */
interface Turned extends Run {
  /** Quarters of a circle. */
  turns: number;
}

function runOf(
  {
    str,
    transform,
    width,
    height,
    dir,
  }: { str: string; transform: number[]; width: number; height: number; dir: string },
  content: string | undefined,
): Turned {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const turns = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const [cos, sin] = (
    [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const
  )[turns]!;
  return {
    text: str,
    x: x * cos + y * sin,
    y: y * cos - x * sin,
    width,
    size: height || Math.hypot(c, d) || 1,
    rightToLeft: dir === 'rtl',
    content,
    turns,
  };
}

/** A form field, comment, link or file on a page: what pdf.js says of it, as far as it is used. */
interface Annotation {
  subtype?: string;
  rect?: number[];
  url?: string;
  unsafeUrl?: string;
  fieldType?: string;
  fieldName?: string;
  fieldValue?: unknown;
  alternativeText?: string;
  contentsObj?: { str?: string };
  titleObj?: { str?: string };
  file?: { filename?: string };
  defaultAppearanceData?: { fontSize?: number };
}

function readAnnotation(annotation: Annotation, runs: Turned[], found: Found): void {
  const { subtype, fieldType, fieldValue, contentsObj, titleObj } = annotation;
  if (subtype === 'Widget') {
    const value = [fieldValue].flat().filter((one) => typeof one === 'string' && one.trim() !== '');
    if (fieldType !== 'Btn' && value.length > 0) putField(annotation, value.join(', '), runs);
    return;
  }
  if (subtype === 'Link') {
    found.add('links', '', annotation.url ?? annotation.unsafeUrl);
    return;
  }
  if (subtype === 'FileAttachment') {
    found.count('embedded-file');
    found.add('properties', 'attachment: ', annotation.file?.filename);
  }
  const author = titleObj?.str?.trim();
  found.add('comments', author ? `${author}: ` : '', contentsObj?.str);
}

/** Puts the value of a form field where it is shown: behind what stands to its left, else in a line of its own. */
function putField(annotation: Annotation, value: string, runs: Turned[]): void {
  const [left = 0, bottom = 0, right = 0, top = 0] = annotation.rect ?? [];
  const size = annotation.defaultAppearanceData?.fontSize || Math.min(12, (top - bottom) * 0.7) || 12;
  const text = value.replace(/\s+/g, ' ');
  const before = runs.reduce((best, { x, y, turns, text: words }, i) => {
    const level = turns === 0 && words.trim() !== '' && y > bottom - size / 2 && y < top;
    return level && x < left && x > (runs[best]?.x ?? Number.NEGATIVE_INFINITY) ? i : best;
  }, -1);
  const label = runs[before];
  const edge = label ? label.x + label.width : 0;
  const words = label ? text : `${annotation.alternativeText || annotation.fieldName || ''}: ${text}`;
  runs.splice(label ? before + 1 : runs.length, 0, {
    text: words,
    // A field right of its label is read with it.
    x: label && left - edge < label.size * 5 ? edge + label.size * 0.3 : left,
    y: label?.y ?? bottom,
    width: right - left,
    size: label?.size ?? size,
    rightToLeft: false,
    content: label?.content,
    turns: 0,
  });
}

/** How many pictures are in a file. Their heads are never packed. Masks belong to pictures. */
function picturesIn(source: string): number {
  const pictures = source.match(/\/Subtype\s*\/Image\b/g)?.length ?? 0;
  const masks = source.match(/\/SMask \d+ \d+ R/g)?.length ?? 0;
  return pictures === 0 ? 0 : Math.max(1, pictures - masks);
}
