import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $setSelection,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  KEY_ENTER_COMMAND,
  type PointType,
} from 'lexical';
import { chat, editorBox, el, install, isSendKey, sendAll, settled } from './composer.ts';

const root = el('div', {
  id: 'composer-input',
  contenteditable: 'true',
  role: 'textbox',
  'aria-label': 'Message',
  'data-lexical-editor': 'true',
});
chat(editorBox(root));

const editor = createEditor({
  namespace: 'bed',
  onError(error) {
    throw error;
  },
});
editor.setRootElement(root);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
editor.registerCommand(
  KEY_ENTER_COMMAND,
  (event) => {
    if (!event || !isSendKey(event)) return false;
    event.preventDefault();
    sendAll();
    return true;
  },
  COMMAND_PRIORITY_HIGH,
);

/** Puts a selection point at a text offset of the first paragraph. */
function $place(point: PointType, offset: number): void {
  const paragraph = $getRoot().getFirstChild();
  if (!$isElementNode(paragraph)) return;
  let left = offset;
  for (const node of paragraph.getAllTextNodes()) {
    const size = node.getTextContentSize();
    if (left <= size) {
      point.set(node.getKey(), left, 'text');
      return;
    }
    left -= size;
  }
  point.set(paragraph.getKey(), paragraph.getChildrenSize(), 'element');
}

install({
  message: {
    // Lexical's own root text has two line breaks between blocks.
    text: () =>
      editor.getEditorState().read(() =>
        $getRoot()
          .getChildren()
          .map((block) => block.getTextContent())
          .join('\n'),
      ),
    html: () => JSON.stringify(editor.getEditorState().toJSON()),
    async set(text) {
      editor.update(
        () => {
          const paragraph = text
            .split('\n')
            .map((line) => $createParagraphNode().append(...(line ? [$createTextNode(line)] : [])));
          $getRoot()
            .clear()
            .append(...paragraph)
            .selectEnd();
        },
        { discrete: true },
      );
      editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
      await settled();
    },
    focus: () => root.focus(),
    async caret(from, to = from) {
      root.focus();
      await settled();
      editor.update(
        () => {
          const selection = $createRangeSelection();
          $place(selection.anchor, from);
          $place(selection.focus, to);
          $setSelection(selection);
        },
        { discrete: true },
      );
      await settled();
    },
  },
});
