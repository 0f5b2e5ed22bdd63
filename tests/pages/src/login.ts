// A sign-in form with fields that must be left alone, and one free text in a form of its own.
import { editorBox, el, frame, install, record } from './composer.ts';
import { fieldEditor } from './native.ts';

const field = (name: string, attributes: Record<string, string>): HTMLInputElement =>
  el('input', { id: name, name, 'aria-label': name, ...attributes });
const signIn = {
  username: field('username', { type: 'text', autocomplete: 'username' }),
  password: field('password', { type: 'password', autocomplete: 'current-password' }),
  code: field('code', { type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code' }),
  card: field('card', { type: 'text', inputmode: 'numeric', autocomplete: 'cc-number' }),
  search: field('search', { type: 'search' }),
  url: field('url', { type: 'url' }),
};
const form = el(
  'form',
  { id: 'sign-in', novalidate: '' },
  editorBox(...Object.values(signIn)),
  el('button', { id: 'sign-in-button', type: 'submit' }, 'Sign in'),
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  record('sign-in');
});

const message = el('textarea', { id: 'message', rows: '3', 'aria-label': 'Message to support' });
const support = el('form', { id: 'support' }, editorBox(message));
support.append(el('button', { id: 'send', type: 'submit' }, 'Send'));
support.addEventListener('submit', (event) => {
  event.preventDefault();
  if (record(message.value)) message.value = '';
});
frame(form, support);

install(
  Object.fromEntries(
    Object.entries({ message, ...signIn }).map(([name, element]) => [name, fieldEditor(element)]),
  ),
);
