// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearTyping } from '../../lib/page/typing.ts';

let heard: string[];
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0));
  heard = [];
  document.body.innerHTML = '<textarea id="box"></textarea><input type="password" id="secret">';
  stop = hearTyping({
    onInput: ({ id }) => heard.push(`input ${id}`),
    onPause: ({ id }) => heard.push(`pause ${id}`),
    applies: () => true,
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const fire = (type: string, id = 'box') =>
  document.getElementById(id)!.dispatchEvent(new Event(type, { bubbles: true, composed: true }));

test('a pause comes once, after the last key', () => {
  fire('input');
  vi.advanceTimersByTime(300);
  fire('input');
  vi.advanceTimersByTime(300);
  expect(heard).toEqual(['input box', 'input box']);
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual(['input box', 'input box', 'pause box']);
});

test('what an input method composes is no pause; its end is one', () => {
  fire('compositionstart');
  fire('input');
  vi.advanceTimersByTime(2000);
  expect(heard).toEqual(['input box']);
  fire('compositionend');
  vi.advanceTimersByTime(2000);
  expect(heard).toEqual(['input box', 'input box', 'pause box']);
});

test('a composition that begins before the pause is over waits too', () => {
  fire('input');
  vi.advanceTimersByTime(200);
  fire('compositionstart');
  vi.advanceTimersByTime(2000);
  expect(heard).toEqual(['input box']);
});

test('fields that are left alone are not read', () => {
  fire('input', 'secret');
  vi.advanceTimersByTime(2000);
  expect(heard).toEqual([]);
});
