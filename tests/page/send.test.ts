// @vitest-environment happy-dom
/** What is heard as a send, and how it is done once more. Real keys and real pages: tests/e2e/send.test.ts. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hearSends, type Send } from '../../lib/page/send.ts';

let sends: Send[];
let held: boolean;
/** What the page hears. */
let heard: string[];
let stop: () => void;

const HEARD = ['keydown', 'keypress', 'keyup', 'pointerdown', 'mousedown', 'mouseup', 'click', 'submit'];

beforeEach(() => {
  sends = [];
  heard = [];
  held = true;
  document.body.innerHTML =
    '<main><div><textarea id="box"></textarea><button id="send">Send</button><button id="attach">Attach</button></div></main>';
  stop = hearSends({
    onSend: (send) => {
      sends.push(send);
      return held;
    },
    onUnreadable: () => heard.push('unreadable'),
    applies: () => true,
    isOwn: () => false,
    known: () => ({ composer: [], send: [], stop: [] }),
  });
  for (const type of HEARD) document.addEventListener(type, note);
});
afterEach(() => {
  stop();
  for (const type of HEARD) document.removeEventListener(type, note);
});
function note(event: Event): void {
  heard.push(event.type);
  if (event.type === 'submit') event.preventDefault();
}

const box = () => document.querySelector<HTMLTextAreaElement>('#box')!;
function write(text: string): void {
  box().value = text;
  box().dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}
function enter(init: KeyboardEventInit & { keyCode?: number } = {}, target: HTMLElement = box()): boolean {
  const event = { key: 'Enter', bubbles: true, cancelable: true, composed: true, ...init };
  return target.dispatchEvent(new KeyboardEvent('keydown', event));
}
function press(selector: string, type = 'click'): boolean {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, button: 0 });
  return document.querySelector(selector)!.dispatchEvent(event);
}
const texts = () => sends.map(({ drafts }) => drafts.map(({ text }) => text).join('|'));

describe('Enter', () => {
  beforeEach(() => write('Maya was late.'));

  test.each([
    ['alone', {}],
    ['with Ctrl', { ctrlKey: true }],
    ['with Cmd', { metaKey: true }],
  ])('%s is a send, and held it does not reach the page', (_what, init) => {
    expect(enter(init)).toBe(false);
    expect([texts(), heard]).toEqual([['Maya was late.'], []]);
  });

  test('that nobody holds reaches the page as it is', () => {
    held = false;
    expect(enter()).toBe(true);
    expect(heard).toEqual(['keydown']);
  });

  test.each([
    ['with Shift', { shiftKey: true }],
    ['with Alt', { altKey: true }],
    ['while an input method composes', { isComposing: true }],
    ['while an older one does', { keyCode: 229 }],
    ['another key', { key: 'a' }],
  ])('%s is none', (_what, init) => {
    enter(init);
    expect([texts(), heard]).toEqual([[], ['keydown']]);
  });

  test('in an empty box is none', () => {
    write(' \n');
    enter();
    expect(texts()).toEqual([]);
  });

  test('in a field that is left alone is none', () => {
    box().setAttribute('role', 'searchbox');
    enter();
    expect(texts()).toEqual([]);
  });

  test('that picks from an open list is none', () => {
    document.body.insertAdjacentHTML('beforeend', '<ul><li id="pick">@Maya</li></ul>');
    box().setAttribute('aria-activedescendant', 'pick');
    enter();
    expect(texts()).toEqual([]);
    box().setAttribute('aria-activedescendant', 'gone');
    enter();
    expect(texts()).toEqual(['Maya was late.']);
  });

  test('in one of several fields of a form begins a line; with Ctrl it sends them all', () => {
    document.body.innerHTML =
      '<form><textarea id="box"></textarea><textarea id="other">Ask Devon.</textarea></form>';
    write('Maya was late.');
    enter();
    expect(texts()).toEqual([]);
    enter({ ctrlKey: true });
    expect(texts()).toEqual(['Maya was late.|Ask Devon.']);
  });

  test('in the only field of a form is a send, whatever else was written in', () => {
    document.body.innerHTML = '<textarea id="title"></textarea><form><textarea id="box"></textarea></form>';
    const title = document.querySelector<HTMLTextAreaElement>('#title')!;
    title.value = 'Lesson';
    title.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    write('Maya was late.');
    enter();
    expect(texts()).toEqual(['Maya was late.']);
  });

  test('in a one-line field of a form sends the other fields too', () => {
    document.body.innerHTML = '<form><input id="topic" value="Maya"><textarea id="box"></textarea></form>';
    write('Maya was late.');
    enter({}, document.querySelector<HTMLElement>('#topic')!);
    expect(texts()).toEqual(['Maya|Maya was late.']);
  });

  test('once more is the same key, and passes our own listener', async () => {
    enter({ ctrlKey: true });
    let again: KeyboardEvent | null = null;
    box().addEventListener('keydown', (event) => {
      again = event;
      box().value = '';
    });
    await sends[0]!.again();
    expect([sends.length, heard]).toEqual([1, ['keydown']]);
    expect(again).toMatchObject({ key: 'Enter', keyCode: 13, ctrlKey: true, composed: true });
    expect(await sends[0]!.ended()).toBe('gone');
  });

  test('once more in a box that has gone is nothing', async () => {
    enter();
    box().remove();
    expect([await sends[0]!.again(), sends[0]!.now(), heard]).toEqual([false, [], []]);
  });

  test('once more that the page does not take goes on to what else it may hear, and is still there', async () => {
    enter();
    await sends[0]!.again();
    expect(heard).toEqual(['keydown', 'keypress', 'keyup']);
    expect(await sends[0]!.ended()).toBe('still-there');
  });

  test('that begins a line in a text box is learned, and is then no send', async () => {
    held = false;
    box().addEventListener('keydown', () => {
      box().value += '\n';
    });
    enter();
    expect(await sends[0]!.ended()).toBe('line');
    enter();
    expect(sends).toHaveLength(1);
  });
});

describe('a press', () => {
  beforeEach(() => write('Maya was late.'));

  test('on what sends is a send', () => {
    expect(press('#send')).toBe(false);
    expect([texts(), heard]).toEqual([['Maya was late.'], []]);
  });

  test('on something else is none', () => {
    expect(press('#attach')).toBe(true);
    expect([texts(), heard]).toEqual([[], ['click']]);
  });

  test('beside an empty box is none', () => {
    write('');
    press('#send');
    expect(texts()).toEqual([]);
  });

  test('with another button of the mouse is none', () => {
    const event = new MouseEvent('click', { bubbles: true, button: 2 });
    document.querySelector('#send')!.dispatchEvent(event);
    expect(texts()).toEqual([]);
  });

  test('held at its start is done once more as a whole, up to where the page takes it', async () => {
    press('#send', 'pointerdown');
    await sends[0]!.again();
    expect(heard).toEqual(['pointerdown', 'mousedown', 'mouseup', 'click']);
    document.querySelector('#send')!.addEventListener('mousedown', () => {
      box().value = '';
    });
    heard = [];
    await sends[0]!.again();
    expect(heard).toEqual(['pointerdown', 'mousedown']);
  });

  test('is done once more with another text by then, as a whole', async () => {
    press('#send', 'pointerdown');
    write('[Student 1] was late.');
    await sends[0]!.again();
    expect(heard).toEqual(['pointerdown', 'mousedown', 'mouseup', 'click']);
    expect(await sends[0]!.ended()).toBe('still-there');
  });

  test('held at its click is a click once more', async () => {
    press('#send');
    await sends[0]!.again();
    expect([sends.length, heard]).toEqual([1, ['click']]);
  });

  test('on a control that was drawn again goes to the new one', async () => {
    press('#send');
    document.querySelector('#send')!.outerHTML = '<button id="new">Send</button>';
    await sends[0]!.again();
    expect(heard).toEqual(['click']);
  });

  test('on a control that is disabled by now waits until it is not', async () => {
    press('#send');
    const button = document.querySelector<HTMLButtonElement>('#send')!;
    button.disabled = true;
    setTimeout(() => {
      button.disabled = false;
    }, 150);
    await sends[0]!.again();
    expect(heard).toEqual(['click']);
    button.disabled = true;
    heard = [];
    expect(await sends[0]!.again()).toBe(false);
    button.remove();
    expect(await sends[0]!.again()).toBe(false);
    expect(heard).toEqual([]);
  });
});

test('the submit of a form is a send, which no hand is sure to have made, and goes on with its button', async () => {
  document.body.innerHTML =
    '<form><textarea id="box"></textarea><button name="how" value="1">OK</button></form>';
  write('Maya was late.');
  const form = document.querySelector('form')!;
  form.requestSubmit(form.querySelector('button'));
  expect([texts(), heard, sends[0]!.byHand]).toEqual([['Maya was late.'], [], false]);
  held = false;
  await sends[0]!.again();
  expect(heard).toEqual(['submit']);
});

test('a draft that cannot be read is stopped, and said', () => {
  write('Maya was late.');
  stop();
  stop = hearSends({
    onSend: () => {
      throw new Error('broken');
    },
    onUnreadable: () => heard.push('unreadable'),
    applies: () => true,
    isOwn: () => false,
    known: () => ({ composer: [], send: [], stop: [] }),
  });
  expect(enter()).toBe(false);
  expect(heard).toEqual(['unreadable']);
});
