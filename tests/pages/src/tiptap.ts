import { Editor, Extension } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { chat, editorBox, install } from './composer.ts';
import { proseMirrorEditor, send } from './pm.ts';

const Send = Extension.create({
  name: 'send',
  priority: 1000,
  addKeyboardShortcuts: () => ({
    Enter: send,
    'Shift-Enter': ({ editor }) => editor.commands.splitBlock(),
  }),
});

const box = editorBox();
chat(box);
const editor = new Editor({
  element: box,
  extensions: [StarterKit, Send],
  // Not a string: TipTap would parse it as HTML, which Trusted Types refuse.
  content: { type: 'doc', content: [{ type: 'paragraph' }] },
  // Its <style> would be refused on the page with a strict CSP; the bed's own style says the same.
  injectCSS: false,
  editorProps: {
    attributes: { 'data-testid': 'chat-input', role: 'textbox', 'aria-label': 'Message' },
  },
});
install({ message: proseMirrorEditor(editor.view) });
