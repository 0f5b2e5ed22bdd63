// The first script in <head>: it logs what any listener of the page could have seen.
import type { Bed, BedEvent, BedLog, BedTransfer } from '../bed.ts';

const TYPES = [
  ...['paste', 'copy', 'cut', 'beforepaste', 'beforecopy', 'beforecut'],
  ...['drag', 'dragstart', 'dragenter', 'dragover', 'dragleave', 'drop', 'dragend'],
  ...['beforeinput', 'input', 'textInput', 'change', 'select', 'selectstart', 'selectionchange'],
  ...['compositionstart', 'compositionupdate', 'compositionend'],
  ...['keydown', 'keypress', 'keyup'],
  ...['pointerdown', 'pointerup', 'pointercancel', 'mousedown', 'mouseup', 'touchstart', 'touchend'],
  ...['click', 'dblclick', 'auxclick', 'contextmenu'],
  ...['submit', 'reset', 'formdata', 'invalid', 'cancel', 'close', 'beforetoggle', 'toggle', 'command'],
  ...['focus', 'blur', 'focusin', 'focusout', 'load', 'resize', 'fullscreenchange', 'slotchange'],
  ...['animationstart', 'transitionstart', 'message', 'messageerror', 'storage', 'hashchange', 'popstate'],
  ...['securitypolicyviolation', 'error', 'unhandledrejection', 'rejectionhandled'],
];
// Beyond this the log of a long paste, one input event per line, would not fit in memory.
const MAX_VALUE = 20_000;

function describe(target: EventTarget | undefined): string {
  if (target === window) return 'window';
  if (target === document) return 'document';
  if (target instanceof Element) return target.localName + (target.id && `#${target.id}`);
  return target instanceof Node ? target.nodeName : 'unknown';
}

function transfer(data: DataTransfer): BedTransfer {
  return {
    types: [...data.types],
    text: data.getData('text/plain'),
    html: data.getData('text/html'),
    files: [...data.files].map(({ name, size, type }) => ({ name, size, type })),
  };
}

function textOf(target: EventTarget | undefined): string | undefined {
  const value =
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
      ? target.value
      : target instanceof HTMLElement && target.isContentEditable
        ? (target.textContent ?? '')
        : undefined;
  return value !== undefined && value.length <= MAX_VALUE ? value : undefined;
}

function dataOf(event: Event): string | undefined {
  if (event instanceof MessageEvent) {
    try {
      return JSON.stringify(event.data) ?? String(event.data);
    } catch {
      return String(event.data);
    }
  }
  if (event instanceof ErrorEvent) return event.message;
  if (event instanceof PromiseRejectionEvent) return String(event.reason);
  if (event instanceof StorageEvent) return `${event.key}=${event.newValue}`;
  if (event instanceof SecurityPolicyViolationEvent)
    return `${event.violatedDirective} ${event.blockedURI} ${event.sample}`;
  // InputEvent, CompositionEvent and the old TextEvent; an untrusted event may carry anything.
  const { data } = event as { data?: unknown };
  return typeof data === 'string' ? data : undefined;
}

type Entry = [record: Omit<BedEvent, 'defaultPrevented'>, event: Event];

function start(): void {
  let entries: Entry[] = [];
  const mutations: string[] = [];
  const sent: string[] = [];

  const onEvent = (event: Event): void => {
    const target = event.composedPath()[0];
    const record: Omit<BedEvent, 'defaultPrevented'> = {
      type: event.type,
      isTrusted: event.isTrusted,
      target: describe(target),
    };
    const set = <K extends keyof typeof record>(key: K, value: (typeof record)[K] | undefined): void => {
      if (value !== undefined) record[key] = value;
    };
    set('key', (event as KeyboardEvent).key);
    set('inputType', (event as InputEvent).inputType);
    set('data', dataOf(event));
    set('value', textOf(target));
    const { clipboardData, dataTransfer } = event as Partial<ClipboardEvent & DragEvent>;
    if (clipboardData) set('clipboard', transfer(clipboardData));
    if (dataTransfer) set('transfer', transfer(dataTransfer));
    entries.push([record, event]);
  };

  const noteElement = (element: Element, out: string[]): void => {
    // The page's own script and style stand in the document too, and would fill the log.
    if (element.hasAttribute('data-bed')) return;
    for (const { name, value } of element.attributes) out.push(`${element.localName}[${name}=${value}]`);
    for (const child of element.childNodes) noteNode(child, out);
  };
  const noteNode = (node: Node, out: string[]): void => {
    if (node instanceof Element) noteElement(node, out);
    else if (node.nodeValue?.trim()) out.push(node.nodeValue);
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, oldValue } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element?.closest('[data-bed-editor], [data-bed]')) continue;
      // A value that was there for a moment only is seen by an observer of the page too.
      if (oldValue?.trim()) mutations.push(oldValue);
      if (type === 'childList') for (const node of addedNodes) noteNode(node, mutations);
      else if (type === 'characterData') mutations.push(target.nodeValue ?? '');
      else if (element && attributeName)
        mutations.push(`${element.localName}[${attributeName}=${element.getAttribute(attributeName)}]`);
    }
  });

  const listen = (): void => {
    for (const type of TYPES) window.addEventListener(type, onEvent, { capture: true, passive: true });
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeOldValue: true,
      characterData: true,
      characterDataOldValue: true,
    });
  };

  const log: BedLog & { relisten(): void } = {
    get events(): BedEvent[] {
      return entries.map(([record, event]) => ({ ...record, defaultPrevented: event.defaultPrevented }));
    },
    mutations,
    sent,
    clear(): void {
      entries = [];
      mutations.length = 0;
      sent.length = 0;
    },
    ready: false,
    relisten: listen,
  };
  window.bed = log as unknown as Bed;
  listen();
}

// document.open() drops all listeners but keeps the window, so this script runs again there and the log goes on.
const earlier = window.bed as (Bed & { relisten(): void }) | undefined;
if (earlier) earlier.relisten();
else start();
