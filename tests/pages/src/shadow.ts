// Two editors in one open shadow root.
import { chat, el, install, sendOnEnter } from './composer.ts';
import { fieldEditor } from './native.ts';
import { proseMirror, proseMirrorEditor } from './pm.ts';

const host = document.createElement('bed-composer');
chat(host);
const root = host.attachShadow({ mode: 'open' });
const style = el('style');
style.textContent =
  'textarea,.ProseMirror{display:block;box-sizing:border-box;width:100%;min-height:64px;padding:8px;white-space:pre-wrap;font:inherit;outline:none}';
const area = el('textarea', { id: 'message', 'aria-label': 'Message' });
const mount = el('div', { id: 'rich' });
root.append(style, area, mount);
sendOnEnter(area);
install({ message: fieldEditor(area), rich: proseMirrorEditor(proseMirror(mount)) });
