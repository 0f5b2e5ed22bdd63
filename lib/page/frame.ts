/**
 * Our own surfaces in a page: the review frame and the notices. DOM only. The colours are those of components/tokens.css.
 *
 * Everything with words of a draft in it is shown in a frame of the extension's own origin, in a closed shadow
 * root, in the top layer: the page can neither read, restyle nor hear it. Notices never hold such words, so they
 * are drawn right in the shadow root.
 */

const FRAME_CSS = `
dialog { border: 0; padding: 0; background: transparent; margin: auto; overflow: visible;
  width: min(60rem, calc(100vw - 1rem)); height: min(46rem, calc(100dvh - 1rem)); max-width: none; max-height: none; }
dialog::backdrop { background: rgb(20 24 28 / 45%); }
iframe { display: block; width: 100%; height: 100%; border: 0; border-radius: 14px; color-scheme: light dark;
  background: Canvas; }
`;

const NOTICE_CSS = `
[popover] { position: fixed; inset: auto 8px 8px auto; margin: 0; padding: 8px; border: 0; background: none;
  box-sizing: border-box; width: max-content; max-width: min(27rem, calc(100vw - 16px)); overflow: visible; display: grid;
  gap: 10px; justify-items: end; color-scheme: light dark; }
[popover]:not(:popover-open) { display: none; }
[role] { box-sizing: border-box; border: 1px solid #d3dde1; padding: 12px 14px; border-radius: 14px; background: #ffffff;
  color: #1d2733; font: 15px/1.45 system-ui, sans-serif; display: grid; grid-template-columns: auto 1fr; gap: 8px;
  box-shadow: 0 6px 24px rgb(0 0 0 / 18%); user-select: none; }
p { margin: 0; grid-column: 1 / -1; text-wrap: pretty; }
.more { order: 1; font-size: 14px; border-top: 1px solid #d3dde1; padding-top: 8px; }
button { font: inherit; font-weight: 600; color: #0b5a6b; background: #e3f2f4; border: 1px solid transparent;
  border-radius: 10px; padding: 5px 10px; min-height: 34px; justify-self: start; cursor: pointer; }
button:focus-visible { outline: 3px solid #0b5a6b; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  [role] { background: #1c232a; color: #eef3f6; border-color: #414e59; }
  .more { border-color: #414e59; }
  button { color: #8fd6e3; background: #213c43; }
  button:focus-visible { outline-color: #8fd6e3; }
}
`;

/** How often a frame that the page removes is put back before we give up on this page. */
const MAX_RETURNS = 3;
/** A frame that has not answered by then is taken for not working. Long enough for a slow, busy school laptop. */
const READY_MS = 3000;

export interface FrameParts {
  /** Address of review.html. */
  url: string;
  /** Gets a one-time token for a frame in this tab. */
  token(): Promise<string>;
  /** How much room a dialog needs, in pixels; where there is less, the frame does not work. */
  least?: { width: number; height: number };
}

export interface OpenFrame {
  /** Brings it into the top layer, and the focus into it. */
  show(): void;
  /** Brings the frame above whatever the page has put over it. */
  raise(): void;
  close(): void;
  /** Ends the frame as not working. */
  giveUp(): void;
  /** False once it is closed or does not work. */
  isOpen(): boolean;
}

/** The elements of ours that the teacher works with right in the page. */
const hosts = new WeakSet<EventTarget>();

/** Whether an event happened in something of ours: such events are not the page's. */
export function isOwnEvent(event: Event): boolean {
  return event.composedPath().some((node) => hosts.has(node));
}

/** A host element of ours, not yet in the page, and its closed root. In: whether the teacher works right in it. */
export function hostElement(isUsed = true): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('div');
  if (isUsed) hosts.add(host);
  // A page's own rules for its elements must not hide ours.
  host.style.cssText = 'all: initial !important; display: block !important; visibility: visible !important;';
  return { host, root: host.attachShadow({ mode: 'closed' }) };
}

/** A sheet of ours. Throws where the browser has no constructed ones. */
export function styleSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** Styles as a constructed sheet, which a page's CSP does not stop; as an element where a browser has none. */
export function addStyle(root: ShadowRoot, css: string): void {
  try {
    root.adoptedStyleSheets = [styleSheet(css)];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

/**
 * Loads the review frame in this document; nothing is to be seen of it before `show`.
 * @param serve called with a fresh port when the frame is ready, and again each time it had to be put back
 * @param fail called once where the frame does not answer in time, or the page removes it again and again
 * @param dismiss called for an Esc that the page around the frame got, and for a browser's own way of closing
 */
export function openFrame(
  parts: FrameParts,
  serve: (port: MessagePort) => void,
  fail: () => void,
  dismiss: () => void,
): OpenFrame {
  const { host, root } = hostElement(false);
  addStyle(root, FRAME_CSS);
  const dialog = document.createElement('dialog');
  // The dialog that people and screen readers meet is the one inside the frame.
  dialog.setAttribute('role', 'presentation');
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    dismiss();
  });
  // A browser may close a dialog without asking. `raise` closes it too, and has it open again by now.
  dialog.addEventListener('close', () => {
    if (!open || dialog.open) return;
    dismiss();
    if (open) dialog.showModal();
  });
  const iframe = document.createElement('iframe');
  iframe.title = 'Chalkline';
  iframe.src = parts.url;
  dialog.append(iframe);
  root.append(dialog);

  let open = true;
  let isShown = false;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    open = false;
    clearTimeout(timer);
    watch.disconnect();
    if (dialog.open) dialog.close();
    host.remove();
  };
  const giveUp = () => {
    if (!open) return;
    close();
    fail();
  };
  const connect = async () => {
    const mine = ++attempt;
    clearTimeout(timer);
    if (mine > MAX_RETURNS + 1) return giveUp();
    timer = setTimeout(giveUp, READY_MS);
    const loaded = new Promise<void>((resolve) =>
      iframe.addEventListener('load', () => resolve(), { once: true }),
    );
    document.documentElement.append(host);
    if (isShown && !dialog.open) dialog.showModal();
    const [token] = await Promise.all([parts.token(), loaded]);
    if (!open || mine !== attempt) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      clearTimeout(timer);
      if (open && mine === attempt) serve(port1);
    };
    // The other end is gone although the frame stands: its process died.
    port1.addEventListener('close', () => {
      if (open && mine === attempt && host.isConnected) reload();
    });
    iframe.contentWindow?.postMessage({ token }, new URL(parts.url).origin, [port2]);
  };
  const reload = () => {
    iframe.src = parts.url;
    connect().catch(giveUp);
  };
  const watch = new MutationObserver(() => {
    if (open && !host.isConnected) connect().catch(giveUp);
  });
  watch.observe(document, { childList: true, subtree: true });
  connect().catch(giveUp);
  return {
    show() {
      if (!open) return;
      isShown = true;
      if (!dialog.open) dialog.showModal();
      // A page may hide it all the same.
      const { width, height } = iframe.getBoundingClientRect();
      const least = parts.least ?? { width: 1, height: 1 };
      if (width < least.width || height < least.height) return giveUp();
      iframe.focus();
    },
    raise() {
      dialog.close();
      dialog.showModal();
      iframe.focus();
    },
    close,
    giveUp,
    isOpen: () => open,
  };
}

export interface NoticeAction {
  label: string;
  run(): void;
}

/** Where notices stand, one above the other; null while there is none. */
let shelf: { host: HTMLElement; box: HTMLElement } | null = null;

export interface NoticeOptions {
  /** 0 keeps it until it is answered. */
  seconds: number;
  /** A notice that only tells, also where it has buttons: it gives way to the next of its kind, and is read out calmly. */
  calm?: boolean;
  /** A second sentence. */
  more?: string | undefined;
}

export interface Notice {
  remove(): void;
  /** Moves the focus to its first button. */
  reach(): void;
  isUp(): boolean;
}

/** What the keys may move the focus to; what comes first here goes first, and of its kind the newest. */
const REACHED = ['notice', 'chip', 'bar'] as const;
type Reached = (typeof REACHED)[number];
let reachable: { what: Reached; run: () => boolean }[] = [];

/**
 * Hears the keys that move the focus to something of ours: Alt+Shift+U. The page does not.
 * @param run true where there was something to go to
 * @returns stops to listen
 */
export function onReachKeys(what: Reached, run: () => boolean): () => void {
  const one = { what, run };
  if (reachable.length === 0) addEventListener('keydown', onReachKey, true);
  reachable = [one, ...reachable].sort((a, b) => REACHED.indexOf(a.what) - REACHED.indexOf(b.what));
  return () => {
    reachable = reachable.filter((other) => other !== one);
    if (reachable.length === 0) removeEventListener('keydown', onReachKey, true);
  };
}

function onReachKey(event: KeyboardEvent): void {
  const meant = event.isTrusted && event.altKey && event.shiftKey && event.code === 'KeyU';
  if (!meant || !reachable.some(({ run }) => run())) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * Shows a short notice at the edge of the page. Never pass words of a draft. One without actions gives way to the
 * next; one with actions stays until it is answered. While it is pointed at or holds the focus, its time stands still.
 */
export function showNotice(
  text: string,
  actions: NoticeAction[],
  { seconds, calm, more }: NoticeOptions,
): Notice {
  const { box } = openShelf();
  const kind = actions.length > 0 ? 'asks' : 'tells';
  for (const other of box.querySelectorAll(`[role="status"][data-kind="${kind}"]`)) other.remove();
  const notice = document.createElement('div');
  notice.setAttribute('role', actions.length > 0 && !calm ? 'alert' : 'status');
  notice.dataset.kind = kind;
  const words = document.createElement('p');
  words.textContent = text;
  notice.append(words);
  if (more) {
    const second = document.createElement('p');
    second.className = 'more';
    second.textContent = more;
    notice.append(second);
  }
  const focused = document.activeElement;
  const remove = () => {
    clearTimeout(timer);
    stopKeys();
    const hadFocus = notice.matches(':focus-within');
    notice.remove();
    if (!box.hasChildNodes()) closeShelf(box);
    if (hadFocus && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  for (const action of actions) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = action.label;
    button.setAttribute('aria-keyshortcuts', 'Alt+Shift+U');
    button.addEventListener('click', (event) => {
      // A page can call click() on what it cannot see; only a hand counts.
      if (!event.isTrusted) return;
      remove();
      action.run();
    });
    notice.append(button);
  }
  const reach = () => {
    window.focus();
    notice.querySelector('button')?.focus();
  };
  const stopKeys = onReachKeys('notice', () => {
    if (actions.length === 0 || !notice.isConnected) return false;
    reach();
    return true;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    clearTimeout(timer);
    // Two sentences take longer to read.
    if (seconds > 0) timer = setTimeout(remove, seconds * (more ? 1500 : 1000));
  };
  for (const stop of ['pointerenter', 'focusin']) notice.addEventListener(stop, () => clearTimeout(timer));
  for (const go of ['pointerleave', 'focusout']) notice.addEventListener(go, run);
  notice.addEventListener('keydown', (event) => event.key === 'Escape' && remove());
  box.append(notice);
  run();
  return { remove, reach, isUp: () => notice.isConnected };
}

function openShelf(): { host: HTMLElement; box: HTMLElement } {
  if (shelf?.host.isConnected) return shelf;
  const { host, root } = hostElement();
  addStyle(root, NOTICE_CSS);
  const box = document.createElement('div');
  box.popover = 'manual';
  root.append(box);
  document.documentElement.append(host);
  box.showPopover();
  shelf = { host, box };
  return shelf;
}

function closeShelf(box: HTMLElement): void {
  if (shelf?.box !== box) return;
  shelf.host.remove();
  shelf = null;
}
