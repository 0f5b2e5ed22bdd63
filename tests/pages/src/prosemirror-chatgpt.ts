// Like ChatGPT: a paste made by a script becomes a quote card above the composer, not text in it.
import { chat, editorBox, el, install } from './composer.ts';
import { proseMirror, proseMirrorEditor } from './pm.ts';

const cards: string[] = [];
const tray = el('div', { id: 'cards' });
const box = editorBox();
chat(tray, box).setAttribute('data-type', 'unified-composer');
const view = proseMirror(box, {
  attributes: { id: 'prompt-textarea', role: 'textbox', 'aria-label': 'Message', 'aria-multiline': 'true' },
  handlePaste(_view, event) {
    if (event.isTrusted) return false;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    cards.push(text);
    tray.append(el('blockquote', {}, text));
    return true;
  },
});
install({ message: proseMirrorEditor(view) }, { cards });
