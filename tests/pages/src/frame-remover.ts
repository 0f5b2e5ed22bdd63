// The page throws out any element in <html> or <body> that it did not put there.
import { chat, editorBox, el, install, sendOnEnter } from './composer.ts';
import { limiter } from './limiter.ts';
import { fieldEditor } from './native.ts';

const area = el('textarea', { id: 'message', rows: '4', 'aria-label': 'Message' });
chat(editorBox(area));
sendOnEnter(area);

const removed: string[] = [];
const own = new Set<Node>([document.head, document.body, ...document.body.children]);
const allowed = limiter(5);
const sweep = (): void => {
  for (const element of [...document.documentElement.children, ...document.body.children]) {
    if (own.has(element)) continue;
    if (!allowed()) {
      setTimeout(sweep, 1000);
      return;
    }
    removed.push(element.localName);
    element.remove();
  }
};
const observer = new MutationObserver(sweep);
for (const parent of [document.documentElement, document.body]) observer.observe(parent, { childList: true });
sweep();
install({ message: fieldEditor(area) }, { removed });
