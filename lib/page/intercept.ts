/**
 * Hears text and files on their way into the page, before the page does. DOM only.
 *
 * Window capture at document_start runs before any listener of the page (docs/design.md, "Interception").
 */
import { capturePlace, isOurs, type Place } from './composer.ts';
import { editableOf, isLeftAlone } from './editable.ts';
import { fileFieldListeners, isGiving, isOfNames, type Upload, type UploadParts, uploadIn } from './files.ts';
import { hiddenText, readable } from './html.ts';
import { type Listeners, listen } from './listen.ts';
import { textOf } from './words.ts';

/**
 * Text on its way into the page, or what stands in a composer on its way out of it. Lives in memory only, until it is put
 * in or given back.
 */
export interface Draft {
  source: 'paste' | 'drop' | 'composer';
  /** False where a script made it up. */
  byHand: boolean;
  /** The plain text, as the page would have read it. */
  text: string;
  /** The formatting, empty where there is none. */
  html: string;
  files: File[];
  /** Where it goes. */
  place: Place;
  /** Words of the formatting that the plain text does not show; read on first need. */
  hidden(): string;
}

export interface Interceptors extends Omit<UploadParts, 'onUpload'> {
  /** @returns true where the draft is held: the page then sees nothing of it. */
  onDraft(draft: Draft): boolean;
  /** As of the parts of an upload, with the text that came beside it; null where no files can be looked into. */
  onUpload: ((upload: Upload, beside: Draft | null) => boolean) | null;
}

/** What stands in a composer. `byHand`: the teacher's own hand is about to send it. */
export function draftIn(editable: HTMLElement, byHand: boolean): Draft {
  const place = capturePlace(editable, editable);
  const text = textOf(editable);
  return { source: 'composer', byHand, text, html: '', files: [], place, hidden: () => '' };
}

/** Where a dragged or copied link stands beside its words. */
const LINK_TYPES = ['text/uri-list', 'text/x-moz-url'];

/** Starts to listen. Listeners come back after the page replaces its document. @returns stops all of it. */
export function intercept(parts: Interceptors): () => void {
  let dragFromHere = false;
  const endDrag = () => {
    dragFromHere = false;
  };
  const startDrag = (event: Event) => {
    dragFromHere = event.isTrusted;
    // Where what is dragged leaves the page there is no dragend; pointers move again only after a drag.
    window.addEventListener('pointermove', endDrag, { capture: true, once: true });
  };

  const readTransfer = (
    event: Event,
    editable: HTMLElement | null,
    source: 'paste' | 'drop',
    data: DataTransfer,
    point?: Point,
  ): Draft | null => {
    const files = [...data.files];
    const html = data.getData('text/html');
    const links = LINK_TYPES.map((type) => readable(data.getData(type)))
      .join('\n')
      .trim();
    const text = data.getData('text/plain') || hiddenText(html, '') || links;
    if (!text) return null;
    let hidden: string | undefined;
    const place = capturePlace(editable, event.composedPath()[0] ?? event.target ?? document, point);
    const readHidden = () =>
      [hiddenText(html, text), text.includes(links) ? '' : links].filter(Boolean).join('\n');
    return {
      ...{ source, byHand: event.isTrusted, text, html, files, place },
      hidden: () => (hidden ??= readHidden()),
    };
  };
  const onTransfer = (
    event: ClipboardEvent | DragEvent,
    source: 'paste' | 'drop',
    data: DataTransfer | null,
    point?: Point,
  ) => {
    if (!data || !parts.applies()) return;
    let stop = true;
    try {
      const editable = editableOf(event);
      const hasText = data.types.includes('text/plain');
      const upload = parts.onUpload && uploadIn(event, data, hasText);
      // Files are never meant for such a field.
      const leftAlone = editable && isLeftAlone(editable);
      if (leftAlone && !upload) return;
      if (!parts.turnsAway(source)) {
        const isText = !leftAlone && (!upload || (hasText && !isOfNames(data)));
        const draft = isText ? readTransfer(event, editable, source, data, point) : null;
        if (upload) stop = parts.onUpload?.(upload, draft && { ...draft, files: [] }) === true;
        else stop = draft !== null && parts.onDraft(draft);
      }
      if (stop) upload?.take();
    } catch {
      // A draft that cannot even be read has not been checked, so it does not go in.
      parts.onUnreadable();
    }
    if (!stop) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const listeners: Listeners = [
    [
      'paste',
      (event) => {
        const paste = event as ClipboardEvent;
        if (!isOurs(paste)) onTransfer(paste, 'paste', paste.clipboardData);
      },
    ],
    [
      'drop',
      (event) => {
        const drop = event as DragEvent;
        const point = { x: drop.clientX, y: drop.clientY };
        if (!dragFromHere && !isGiving(drop)) onTransfer(drop, 'drop', drop.dataTransfer, point);
      },
    ],
    // Moving words about within a page brings nothing new into it.
    ['dragstart', startDrag],
    ['dragend', endDrag],
    [
      'dragenter',
      () => {
        if (!dragFromHere && parts.applies()) parts.onNear();
      },
    ],
    [
      'focusin',
      (event) => {
        const editable = editableOf(event);
        if (editable && !isLeftAlone(editable) && parts.applies()) parts.onNear();
      },
    ],
  ];
  const { onUpload } = parts;
  if (onUpload) {
    listeners.push(...fileFieldListeners({ ...parts, onUpload: (upload) => onUpload(upload, null) }));
  }
  return listen(listeners);
}

interface Point {
  x: number;
  y: number;
}

const HELD =
  'keydown keypress keyup beforeinput click dblclick auxclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend submit paste cut drop'.split(
    ' ',
  );
const MODIFIERS = new Set(['Control', 'Meta', 'Shift', 'Alt', 'AltGraph']);

/**
 * Swallows what the teacher does to the page while a paste waits: keys, clicks and submits. Pressing Ctrl+V and
 * Enter in one breath must send nothing. The page's own doings go on.
 * @param isOwn whether an event is for our own notices
 * @returns lets go. The rest of a key press that closed the review (its repeats and its keyup) is still swallowed:
 *   an Enter held too long must not send.
 */
export function holdPage(isOwn: (event: Event) => boolean): () => void {
  let released = false;
  const swallow = (event: Event) => {
    if (!event.isTrusted || isOwn(event)) return;
    const key = event instanceof KeyboardEvent ? event : null;
    if (released) {
      if (!key) return;
      if (key.type === 'keydown' && !key.repeat) return disarm();
    }
    // The page saw the modifier go down, so it must see it come up.
    if (key?.type === 'keyup' && MODIFIERS.has(key.key)) return;
    // Esc is kept from the page too, but may still close our dialog.
    if (key?.key !== 'Escape') event.preventDefault();
    event.stopImmediatePropagation();
  };
  const arm = () => {
    for (const type of HELD) window.addEventListener(type, swallow, { capture: true, passive: false });
  };
  const disarm = () => {
    rootWatch.disconnect();
    for (const type of HELD) window.removeEventListener(type, swallow, true);
  };
  const rootWatch = new MutationObserver(arm);
  rootWatch.observe(document, { childList: true });
  arm();
  return () => {
    released = true;
  };
}
