import { editorSuite } from './editor-suite.ts';

editorSuite([
  'react-textarea',
  'contenteditable',
  'strict-csp-none',
  'coep',
  'document-open',
  'inputs',
  'login',
  'file-input',
  'long-modal',
]);
