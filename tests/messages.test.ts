import { describe, expect, test } from 'vitest';
import { isFromGuard, parseMessage, parseOutcome } from '../lib/messages.ts';

describe('messages', () => {
  test.each([
    null,
    undefined,
    4,
    'guard-hello',
    {},
    { type: 'no-such' },
    { type: 'constructor' },
    { type: '__proto__' },
  ])('%j is none', (raw) => {
    expect(parseMessage(raw)).toBeNull();
  });

  test.each([
    { type: 'review-redeem' },
    { type: 'review-redeem', token: 5 },
    { type: 'labels-assign', requests: null, draft: '' },
    { type: 'pause', tabId: '1', minutes: 15 },
  ])('%j has a wrong field', (raw) => {
    expect(parseMessage(raw)).toBeNull();
  });

  test('only what gives nothing away may come from a page', () => {
    const fromPage = ['guard-hello', 'guard-needs-detector', 'review-token', 'review-window'];
    for (const type of fromPage) expect(isFromGuard(parseMessage({ type, id: 'x' })!)).toBe(true);
    for (const message of [
      { type: 'labels-list', texts: [] },
      { type: 'ask-again', tabId: 1 },
    ])
      expect(isFromGuard(parseMessage(message)!)).toBe(false);
    expect(isFromGuard(parseMessage({ type: 'review-redeem', token: 'x' })!)).toBe(false);
  });
});

test.each([
  [
    { kind: 'swapped', text: 'x' },
    { kind: 'swapped', text: 'x' },
  ],
  [{ kind: 'swapped' }, { kind: 'failed' }],
  [{ kind: 'original', extra: 1 }, { kind: 'original' }],
  [null, { kind: 'failed' }],
  [{ kind: 'paste-it-all' }, { kind: 'failed' }],
])('an outcome %j is read as %j', (raw, outcome) => {
  expect(parseOutcome(raw)).toEqual(outcome);
});

describe('the end of files', () => {
  const copy = new File(['x'], 'copy.txt');

  test('is read with its copies', () => {
    const ended = { kind: 'files', ends: ['original', copy, 'left-out'], unread: true };
    expect(parseOutcome(ended)).toEqual(ended);
  });

  test.each([undefined, 'original', [1], ['swapped'], [{ name: 'copy.txt' }], ['original', null]])(
    '%j is none',
    (ends) => {
      expect(parseOutcome({ kind: 'files', ends, unread: false })).toEqual({ kind: 'failed' });
    },
  );
});
