import { chat, editorBox, el, install, sendOnEnter } from './composer.ts';
import { editableEditor } from './native.ts';

const root = el('div', { id: 'message', contenteditable: 'true', role: 'textbox', 'aria-label': 'Message' });
chat(editorBox(root));
sendOnEnter(root);
install({ message: editableEditor(root) });
