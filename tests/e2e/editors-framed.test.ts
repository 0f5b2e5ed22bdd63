import { editorSuite } from './editor-suite.ts';

editorSuite(['shadow', 'iframe-small', 'iframe-srcdoc', 'iframe-sandbox']);
