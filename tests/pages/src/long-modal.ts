// A page that pulls the focus back to its own fields, and opens a dialog that makes all else inert.
import { chat, editorBox, el, install, sendOnEnter } from './composer.ts';
import { limiter } from './limiter.ts';
import { fieldEditor } from './native.ts';

const area = el('textarea', { id: 'message', rows: '4', 'aria-label': 'Message' });
const open = el('button', { id: 'open-modal', type: 'button' }, 'Add context');
const composer = chat(editorBox(area), open);
sendOnEnter(area);

const note = el('textarea', { id: 'note', rows: '6', 'aria-label': 'Context' });
const close = el('button', { id: 'close-modal', type: 'button' }, 'Done');
const dialog = el('dialog', { id: 'modal' }, editorBox(note), close);
document.body.append(dialog);
open.addEventListener('click', () => dialog.showModal());
close.addEventListener('click', () => dialog.close());

// Two such handlers would otherwise pull the focus to and fro for ever.
const allowed = limiter(5);
document.addEventListener('focusin', (event) => {
  const [place, field] = dialog.open ? [dialog, note] : [composer, area];
  if (!place.contains(event.target as Node) && allowed()) field.focus();
});
install({ message: fieldEditor(area), note: fieldEditor(note) });
