// A form of several plain fields, as most tools for teachers have.
import { editorBox, el, frame, install, sendAll } from './composer.ts';
import { editableEditor, fieldEditor } from './native.ts';

const input = el('input', { id: 'topic', type: 'text', 'aria-label': 'Topic' });
const area = el('textarea', { id: 'details', rows: '3', 'aria-label': 'Details' });
const plain = el('div', {
  id: 'notes',
  contenteditable: 'plaintext-only',
  role: 'textbox',
  'aria-label': 'Notes',
});
const form = el('form', {}, editorBox(input, area, plain));
form.append(el('button', { id: 'send', type: 'submit' }, 'Generate'));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  sendAll();
});
frame(form);
install({ input: fieldEditor(input), textarea: fieldEditor(area), plain: editableEditor(plain) });
