/** A small sign beside a composer that says how many details stand in it. DOM only. The colours are those of components/tokens.css. */
import { addStyle, hostElement, onReachKeys } from './frame.ts';

const CSS_TEXT = `
[popover] { position: fixed; inset: auto; margin: 0; padding: 0; border: 0; background: none; overflow: visible;
  width: max-content; color-scheme: light dark; }
[popover]:not(:popover-open) { display: none; }
button { box-sizing: border-box; display: flex; align-items: center; gap: 7px; min-height: 28px; padding: 2px 11px 2px 9px;
  border: 1px solid #d3dde1; border-radius: 14px; background: #ffffff; color: #1d2733; font: 600 13px/1.4 system-ui, sans-serif;
  box-shadow: 0 2px 8px rgb(0 0 0 / 14%); cursor: pointer; user-select: none; }
i { width: 8px; height: 8px; border-radius: 50%; background: #b45309; }
/* Where there is no room beside the composer it covers as little of it as it can. */
.over button { padding: 0 9px; }
.over span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
button:hover { background: #f4f7f8; }
button:focus-visible { outline: 3px solid #0b5a6b; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  button { background: #1c232a; color: #eef3f6; border-color: #414e59; }
  button:hover { background: #252e36; }
  i { background: #f5b74e; }
  button:focus-visible { outline-color: #8fd6e3; }
}
`;

/** How often it looks whether its composer is still there and where. */
const LOOK_MS = 300;
/** How often one that the page removes is put back. */
const MAX_RETURNS = 3;
/** From the edges of the window and of the composer. */
const GAP = 6;

export interface ChipParts {
  /** The teacher's own hand has pressed it. */
  press(editable: HTMLElement): void;
  /** Asked now and then: the page may have changed what stands in the composer. */
  look(editable: HTMLElement): void;
}

export interface Chip {
  /** Shows it beside a composer. Never pass words of a draft. */
  show(editable: HTMLElement, label: string): void;
  hide(): void;
}

/** Makes the chip of a document; there is one for all its composers. */
export function makeChip({ press, look }: ChipParts): Chip {
  let drawn: ReturnType<typeof draw> | null = null;
  /** The composer that it stands beside; null while it is not shown. */
  let at: HTMLElement | null = null;
  let returns = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let stopKeys = () => {};

  const move = () => {
    if (at && drawn) moveBeside(drawn.box, at);
  };
  const place = () => {
    if (!drawn) return;
    document.documentElement.append(drawn.host);
    drawn.box.showPopover();
  };
  const hide = () => {
    at = null;
    clearInterval(timer);
    removeEventListener('scroll', move, true);
    removeEventListener('resize', move);
    stopKeys();
    drawn?.host.remove();
  };
  const tick = () => {
    if (!at?.isConnected) return hide();
    if (!drawn?.host.isConnected) {
      returns += 1;
      if (returns > MAX_RETURNS) return hide();
      place();
    }
    move();
    look(at);
  };
  return {
    hide,
    show(editable, label) {
      drawn ??= draw(
        () => at && press(at),
        () => at?.focus(),
      );
      const { button, words } = drawn;
      const isNew = at === null;
      at = editable;
      if (words.textContent !== label) words.textContent = label;
      if (isNew) {
        returns = 0;
        place();
        timer = setInterval(tick, LOOK_MS);
        addEventListener('scroll', move, { capture: true, passive: true });
        addEventListener('resize', move);
        stopKeys = onReachKeys('chip', () => {
          button.focus();
          return true;
        });
      }
      move();
    },
  };
}

/** Its elements, not yet in the page. */
function draw(press: () => void, leave: () => void) {
  const { host, root } = hostElement();
  addStyle(root, CSS_TEXT);
  const box = document.createElement('div');
  box.popover = 'manual';
  const status = document.createElement('div');
  status.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-keyshortcuts', 'Alt+Shift+U');
  const words = document.createElement('span');
  button.append(document.createElement('i'), words);
  // The composer keeps focus and caret.
  for (const type of ['pointerdown', 'mousedown'])
    button.addEventListener(type, (event) => event.preventDefault());
  // A page can call click() on what it cannot see; only a hand counts.
  button.addEventListener('click', (event) => event.isTrusted && press());
  button.addEventListener('keydown', (event) => event.key === 'Escape' && event.isTrusted && leave());
  status.append(button);
  box.append(status);
  root.append(box);
  return { host, box, button, words };
}

/** Above the composer at its right end, or below it, or small in its corner: where the window has room. */
function moveBeside(box: HTMLElement, composer: HTMLElement): void {
  const editor = composer.getBoundingClientRect();
  const { height } = box.getBoundingClientRect();
  const fits = (top: number) => top >= GAP && top + height <= innerHeight - GAP;
  const beside = [editor.top - height - GAP, editor.bottom + GAP].find(fits);
  box.classList.toggle('over', beside === undefined);
  const top = beside ?? Math.min(Math.max(editor.top, GAP), innerHeight - height - GAP);
  const { width } = box.getBoundingClientRect();
  const left = Math.min(Math.max(editor.right - width, GAP), innerWidth - width - GAP);
  const visibility = composer.checkVisibility() ? 'visible' : 'hidden';
  Object.assign(box.style, { top: `${top}px`, left: `${left}px`, visibility });
}
