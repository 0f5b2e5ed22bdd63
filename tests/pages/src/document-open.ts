// After load the page throws its document away and writes it again.
import { chat, editorBox, el, install, sendOnEnter } from './composer.ts';
import { fieldEditor } from './native.ts';

// This script is the last thing in the body, so at this point the document is as the server sent it.
const source = `<!doctype html>${document.documentElement.outerHTML}`;
const again = window.bed.reopen !== undefined;

const area = el('textarea', { id: 'message', rows: '4', 'aria-label': 'Message' });
chat(editorBox(area));
sendOnEnter(area);

const reopen = (): void => {
  window.bed.ready = false;
  document.open();
  document.write(source);
  document.close();
};
install({ message: fieldEditor(area) }, { reopen });
if (!again) {
  window.bed.ready = false;
  window.addEventListener('load', () => setTimeout(reopen, 100));
}
