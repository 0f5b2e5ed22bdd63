// ProseMirror, shared by the ProseMirror pages and TipTap (which is ProseMirror below).
import {
  baseKeymap,
  chainCommands,
  createParagraphNear,
  liftEmptyBlock,
  splitBlock,
} from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMSerializer, type Node as PmNode } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, TextSelection } from 'prosemirror-state';
import { type DirectEditorProps, EditorView } from 'prosemirror-view';
import type { BedEditor } from '../bed.ts';
import { sendAll, settled } from './composer.ts';

/** Position in the document of a text offset, blocks being one line break apart. */
function positionOf(doc: PmNode, offset: number): number {
  let left = offset;
  let found: number | null = null;
  doc.descendants((node, pos) => {
    if (found !== null || !node.isTextblock) return found === null;
    if (left <= node.content.size) found = pos + 1 + left;
    left -= node.content.size + 1;
    return false;
  });
  return found ?? doc.content.size;
}

/** The bed's view of a ProseMirror editor. */
export function proseMirrorEditor(view: EditorView): BedEditor {
  return {
    text: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n'),
    html() {
      const box = document.createElement('div');
      const serializer = DOMSerializer.fromSchema(view.state.schema);
      box.append(serializer.serializeFragment(view.state.doc.content));
      return box.innerHTML;
    },
    set(text) {
      const { schema: nodes, plugins } = view.state;
      const paragraphs = text
        .split('\n')
        .map((line) => nodes.node('paragraph', null, line ? [nodes.text(line)] : []));
      // A new state, not a transaction: the history plugin starts empty.
      view.updateState(EditorState.create({ doc: nodes.node('doc', null, paragraphs), plugins }));
    },
    focus: () => view.focus(),
    async caret(from, to = from) {
      view.focus();
      const { doc, tr } = view.state;
      view.dispatch(tr.setSelection(TextSelection.create(doc, positionOf(doc, from), positionOf(doc, to))));
      await settled();
    },
  };
}

/** What Enter does in ProseMirror and TipTap. */
export function send(): boolean {
  sendAll();
  return true;
}

/** Makes a ProseMirror with a history where Enter sends and Shift+Enter starts a line. */
export function proseMirror(mount: HTMLElement, props: Partial<DirectEditorProps> = {}): EditorView {
  return new EditorView(mount, {
    state: EditorState.create({
      schema,
      plugins: [
        history(),
        keymap({
          'Mod-z': undo,
          'Shift-Mod-z': redo,
          Enter: send,
          'Shift-Enter': chainCommands(createParagraphNear, liftEmptyBlock, splitBlock),
        }),
        keymap(baseKeymap),
      ],
    }),
    attributes: { role: 'textbox', 'aria-label': 'Message', 'aria-multiline': 'true' },
    ...props,
  });
}
