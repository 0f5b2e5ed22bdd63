/** A bar at the top of a page that stays while the teacher works. DOM only. The colours are those of components/tokens.css. */
import { addStyle, hostElement, onReachKeys } from './frame.ts';

const CSS = `
[popover] { position: fixed; inset: 8px 0 auto; margin: 0 auto; padding: 0; border: 0; background: none; box-sizing: border-box;
  width: max-content; max-width: min(52rem, calc(100vw - 16px)); overflow: visible; color-scheme: light dark; }
[popover]:not(:popover-open) { display: none; }
[role] { box-sizing: border-box; display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px;
  padding: 8px 8px 8px 14px; border: 1px solid #d3dde1; border-inline-start: 4px solid #b45309; border-radius: 14px;
  background: #ffffff; color: #1d2733; font: 15px/1.4 system-ui, sans-serif; box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  user-select: none; }
p { margin: 0; flex: 1 1 14rem; max-width: max-content; text-wrap: pretty; overflow-wrap: anywhere; }
span { display: flex; flex-wrap: wrap; gap: 6px; }
a, button { box-sizing: border-box; font: inherit; font-weight: 600; color: #0b5a6b; background: #e3f2f4;
  border: 1px solid transparent; border-radius: 10px; padding: 5px 10px; min-height: 34px; text-decoration: none;
  cursor: pointer; }
button { background: none; }
:is(a, button):focus-visible { outline: 3px solid #0b5a6b; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  [role] { background: #1c232a; color: #eef3f6; border-color: #414e59; border-inline-start-color: #f5b74e; }
  a, button { color: #8fd6e3; }
  a { background: #213c43; }
  :is(a, button):focus-visible { outline-color: #8fd6e3; }
}
`;

/** How often a bar that the page removes is put back. */
const MAX_RETURNS = 3;

export interface BarParts {
  text: string;
  /** Opens in a new tab, which learns nothing of this one. Only an address with `https:` is linked. */
  link: { label: string; href: string } | null;
  /** Null where it stays. */
  close: { label: string; run(): void } | null;
}

/** Shows the bar. Never pass words of a draft. @returns takes it away */
export function showBar({ text, link, close }: BarParts): () => void {
  const { host, root } = hostElement();
  addStyle(root, CSS);
  const box = document.createElement('div');
  box.popover = 'manual';
  const bar = document.createElement('div');
  bar.setAttribute('role', 'status');
  const words = document.createElement('p');
  words.textContent = text;
  const ways = document.createElement('span');
  if (link && URL.canParse(link.href) && new URL(link.href).protocol === 'https:') {
    const anchor = document.createElement('a');
    Object.assign(anchor, { href: link.href, target: '_blank', rel: 'noopener noreferrer' });
    anchor.textContent = link.label;
    ways.append(anchor);
  }
  const remove = () => {
    watch.disconnect();
    stopKeys();
    host.remove();
  };
  if (close) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = close.label;
    const run = () => {
      remove();
      close.run();
    };
    // A page can call click() on what it cannot see; only a hand counts.
    button.addEventListener('click', (event) => event.isTrusted && run());
    bar.addEventListener('keydown', (event) => event.key === 'Escape' && event.isTrusted && run());
    ways.append(button);
  }
  for (const way of ways.children) way.setAttribute('aria-keyshortcuts', 'Alt+Shift+U');
  bar.append(words, ...(ways.hasChildNodes() ? [ways] : []));
  box.append(bar);
  root.append(box);
  const show = () => {
    document.documentElement.append(host);
    box.showPopover();
  };
  const stopKeys = onReachKeys('bar', () => {
    const first = ways.firstElementChild;
    if (!(first instanceof HTMLElement)) return false;
    first.focus();
    return true;
  });
  let returns = 0;
  const watch = new MutationObserver(() => {
    if (host.isConnected || ++returns > MAX_RETURNS || !document.documentElement) return;
    show();
    observe();
  });
  // The page may take away the bar, or its whole document.
  const observe = () => {
    watch.observe(document, { childList: true });
    watch.observe(document.documentElement, { childList: true });
  };
  show();
  observe();
  return remove;
}
