// A composer that takes files in every way that chats do, and reads them at once.
import type { Bed, BedFileTaken } from '../bed.ts';
import { chat, editorBox, el, install, sendOnEnter } from './composer.ts';
import { fieldEditor } from './native.ts';

const files: BedFileTaken[] = [];
const list = el('ul', { id: 'files' });
async function take(via: BedFileTaken['via'], taken: Iterable<File>): Promise<void> {
  for (const file of [...taken]) {
    const { name, size, type, lastModified } = file;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const text = new TextDecoder().decode(bytes);
    files.push({ name, size, type, lastModified, via, sha256, text, bytes: [...bytes] });
    list.append(el('li', {}, name));
  }
}

function field(via: BedFileTaken['via'], attributes: Record<string, string> = {}): HTMLInputElement {
  const input = el('input', { type: 'file', 'aria-label': via, ...attributes });
  input.addEventListener('change', () => void take(via, input.files ?? []));
  input.addEventListener('cancel', () => {
    window.bed.cancelled = (window.bed.cancelled ?? 0) + 1;
  });
  return input;
}

const shadow = el('div', { id: 'shadow' });
shadow.attachShadow({ mode: 'open' }).append(field('shadow'));

function button(id: string, press: () => void): HTMLButtonElement {
  const made = el('button', { id, type: 'button' }, id);
  made.addEventListener('click', press);
  return made;
}
/** As most chats do: a field that never stands in the document. */
const detached = button('detached', () => field('detached', { multiple: '' }).click());
/** A field that is in the document only while its chooser is opened. */
const removed = button('removed', () => {
  const input = field('removed');
  document.body.append(input);
  input.showPicker();
  input.remove();
});

function zone(id: 'drop' | 'overlay'): HTMLElement {
  const made = el('div', { id }, 'Drop files here');
  made.addEventListener('dragover', (event) => event.preventDefault());
  made.addEventListener('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    leave();
    void take(id, event.dataTransfer?.files ?? []);
  });
  return made;
}

// A place for drops that is drawn over the composer only while a file is dragged.
const overlay = zone('overlay');
const over = el('div', { id: 'over', style: 'position:relative;height:60px' }, 'Drag over me');
let depth = 0;
function leave(): void {
  depth = 0;
  overlay.remove();
}
over.addEventListener('dragenter', () => {
  depth += 1;
  overlay.style.cssText = 'position:absolute;inset:0;margin:0';
  over.append(overlay);
});
over.addEventListener('dragleave', () => {
  depth -= 1;
  if (depth <= 0) leave();
});

const area = el('textarea', { id: 'message', rows: '4', 'aria-label': 'Message' });
area.addEventListener('paste', (event) => {
  const pasted = event.clipboardData?.files;
  if (!pasted?.length) return;
  event.preventDefault();
  void take('paste', pasted);
});
sendOnEnter(area);

chat(
  field('file', { id: 'file', multiple: '' }),
  field('single', { id: 'single' }),
  field('folder', { id: 'folder', webkitdirectory: '' }),
  shadow,
  detached,
  removed,
  zone('drop'),
  over,
  list,
  editorBox(area),
);
install({ message: fieldEditor(area) }, { files } satisfies Partial<Bed>);
