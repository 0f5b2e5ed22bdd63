// Editors that are the browser's own: form fields and plain contenteditable.
import type { BedEditor } from '../bed.ts';
import { settled } from './composer.ts';

/** A text field or textarea; the model is its value. */
export function fieldEditor(field: HTMLInputElement | HTMLTextAreaElement): BedEditor {
  return {
    text: () => field.value,
    set: (text) => {
      field.value = text;
    },
    focus: () => field.focus(),
    async caret(from, to = from) {
      field.focus();
      field.setSelectionRange(from, to);
      await settled();
    },
  };
}

const BLOCK = /^(div|p|ul|ol|li|h[1-6]|pre|blockquote)$/;

/** Lines of a contenteditable: a block or a <br> ends one. No-break spaces count as spaces. */
function linesOf(root: HTMLElement): string[] {
  const lines: string[] = [];
  let line: string | null = null;
  const end = (): void => {
    if (line !== null) lines.push(line);
    line = null;
  };
  const visit = (node: Node): void => {
    if (node instanceof Text) line = (line ?? '') + node.data;
    else if (node instanceof HTMLBRElement) {
      line ??= '';
      end();
    } else {
      const block = node instanceof HTMLElement && node !== root && BLOCK.test(node.localName);
      if (block) end();
      node.childNodes.forEach(visit);
      if (block) end();
    }
  };
  visit(root);
  end();
  return lines.map((text) => text.replaceAll('\u00a0', ' '));
}

/** A contenteditable without an editor library; here the DOM is the model. */
export function editableEditor(root: HTMLElement): BedEditor {
  const plain = root.contentEditable === 'plaintext-only';
  return {
    text: () =>
      linesOf(root)
        .join('\n')
        .replace(plain ? /\n$/ : '', ''),
    html: () => root.innerHTML,
    set(text) {
      const [first = '', ...rest] = text.split('\n');
      if (plain) root.replaceChildren(...(text ? [text] : []));
      else
        root.replaceChildren(
          ...(first ? [first] : []),
          ...rest.map((line) => {
            const div = document.createElement('div');
            div.append(line || document.createElement('br'));
            return div;
          }),
        );
    },
    focus: () => root.focus(),
    async caret(from, to = from) {
      root.focus();
      const at = (offset: number): [Node, number] => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        let left = offset;
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          if (left <= node.length) return [node, left];
          left -= node.length;
        }
        return [root, root.childNodes.length];
      };
      getSelection()?.setBaseAndExtent(...at(from), ...at(to));
      await settled();
    },
  };
}
