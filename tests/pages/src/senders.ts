// One composer for each way in which a site may send.
import { editorBox, el, frame, install, isSendKey, record } from './composer.ts';
import { fieldEditor } from './native.ts';

const boxes: Record<string, HTMLTextAreaElement> = {};

/** A composer of its own: a text box, and below it what sends. */
function composer(name: string, ...controls: HTMLElement[]): (event?: Event) => void {
  const area = el('textarea', { id: name, rows: '2', 'aria-label': name });
  boxes[name] = area;
  const form = name === 'submit' ? el('form') : el('div', { class: 'composer' });
  form.append(editorBox(area), ...controls);
  frame(form);
  return () => {
    if (record(area.value)) area.value = '';
  };
}

const button = (label: string) => el('button', { type: 'button' }, label);
/** A picture of a plane and nothing else, as in many composers. */
const icon = (id: string) => el('div', { id, role: 'button', tabindex: '0' }, '\u27a4');

const byKey = composer('keydown');
boxes.keydown!.addEventListener('keydown', (event) => {
  if (!isSendKey(event)) return;
  event.preventDefault();
  byKey();
});

const clicked = el('button', { id: 'click-send', type: 'button' }, 'Send');
clicked.addEventListener('click', composer('click', clicked));

const pressed = el(
  'button',
  { id: 'pointerdown-send', type: 'button', 'aria-label': 'Enviar mensaje' },
  '\u27a4',
);
pressed.addEventListener('pointerdown', composer('pointerdown', pressed));

const submits = el('button', { id: 'submit-send' }, 'OK');
const bySubmit = composer('submit', submits);
submits.form!.addEventListener('submit', (event) => {
  event.preventDefault();
  bySubmit();
});

const unlabelled = icon('unlabelled-send');
const sheet = button('Attach a file');
const think = el('button', { type: 'button', 'aria-pressed': 'false', id: 'think' }, 'Think longer');
think.addEventListener('click', () => think.setAttribute('aria-pressed', 'true'));
unlabelled.addEventListener('click', composer('unlabelled', sheet, think, unlabelled));

// A site that hears only a real hand.
const trusted = el('button', { id: 'trusted-send', type: 'button' }, 'Send');
const byHand = composer('trusted', trusted);
boxes.trusted!.addEventListener('keydown', (event) => {
  if (!event.isTrusted || !isSendKey(event)) return;
  event.preventDefault();
  byHand();
});
trusted.addEventListener('click', (event) => event.isTrusted && byHand());

install(Object.fromEntries(Object.entries(boxes).map(([name, area]) => [name, fieldEditor(area)])));
