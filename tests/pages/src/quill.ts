import Quill from 'quill';
import { chat, editorBox, install, sendAll, settled } from './composer.ts';

const box = editorBox();
const rich = document.createElement('rich-textarea');
const mount = document.createElement('div');
rich.append(mount);
box.append(rich);
chat(box);

const quill = new Quill(mount, {
  modules: {
    keyboard: {
      bindings: {
        send: {
          key: 'Enter',
          shiftKey: false,
          handler: () => {
            sendAll();
            return false;
          },
        },
      },
    },
  },
});
quill.root.setAttribute('role', 'textbox');
quill.root.setAttribute('aria-label', 'Message');

install({
  message: {
    // Quill's document always ends with a line break that nobody typed.
    text: () => quill.getText().replace(/\n$/, ''),
    html: () => JSON.stringify(quill.getContents()),
    set(text) {
      quill.setText(text);
      quill.history.clear();
    },
    focus: () => quill.focus(),
    async caret(from, to = from) {
      quill.focus();
      quill.setSelection(from, to - from);
      await settled();
    },
  },
});
