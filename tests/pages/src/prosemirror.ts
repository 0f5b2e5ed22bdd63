import { chat, editorBox, install } from './composer.ts';
import { proseMirror, proseMirrorEditor } from './pm.ts';

const box = editorBox();
chat(box);
install({ message: proseMirrorEditor(proseMirror(box)) });
