import { editorSuite } from './editor-suite.ts';

editorSuite(['prosemirror', 'prosemirror-chatgpt', 'tiptap', 'lexical', 'quill', 'strict-csp']);
