import { chat, editorBox, el, install, sendOnEnter } from './composer.ts';
import { fieldEditor } from './native.ts';

const area = el('textarea', { id: 'message', rows: '4', 'aria-label': 'Message' });
chat(editorBox(area));
sendOnEnter(area);
install({ message: fieldEditor(area) });
