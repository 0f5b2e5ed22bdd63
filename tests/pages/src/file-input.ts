// A composer that takes files from a file field, a drop zone and the clipboard, and reads them at once.
import type { Bed } from '../bed.ts';
import { chat, editorBox, el, install, sendOnEnter } from './composer.ts';
import { fieldEditor } from './native.ts';

const files: NonNullable<Bed['files']> = [];
const list = el('ul', { id: 'files' });
async function take(via: 'change' | 'drop' | 'paste', taken: Iterable<File>): Promise<void> {
  for (const file of [...taken]) {
    const { name, size, type } = file;
    files.push({ name, size, type, via, text: await file.text() });
    list.append(el('li', {}, name));
  }
}

const chooser = el('input', { id: 'file', type: 'file', multiple: '', 'aria-label': 'Add files' });
chooser.addEventListener('change', () => void take('change', chooser.files ?? []));

const zone = el('div', { id: 'drop' }, 'Drop files here');
zone.addEventListener('dragover', (event) => event.preventDefault());
zone.addEventListener('drop', (event) => {
  event.preventDefault();
  void take('drop', event.dataTransfer?.files ?? []);
});

const area = el('textarea', { id: 'message', rows: '4', 'aria-label': 'Message' });
area.addEventListener('paste', (event) => {
  const pasted = event.clipboardData?.files;
  if (!pasted?.length) return;
  event.preventDefault();
  void take('paste', pasted);
});
sendOnEnter(area);

chat(chooser, zone, list, editorBox(area));
install({ message: fieldEditor(area) }, { files });
