import { expect, test } from 'vitest';
import { continues } from '../lib/conversation.ts';

test.each<[what: string, before: string, now: string, same: boolean]>([
  ['the same address', 'chatgpt.com/c/67f0a1b2-11aa', 'chatgpt.com/c/67f0a1b2-11aa', true],
  ['a new chat that gets its address', 'chatgpt.com/', 'chatgpt.com/c/67f0a1b2-11aa', true],
  ['the same on a site with a path for new chats', 'claude.ai/new', 'claude.ai/chat/0b9c-4e1d-8f77', true],
  [
    'below a tool with an id of its own',
    'chatgpt.com/g/g-abc123-tutor',
    'chatgpt.com/g/g-abc123-tutor/c/67f0a1b2',
    true,
  ],
  ['another conversation', 'chatgpt.com/c/67f0a1b2-11aa', 'chatgpt.com/c/9911bb22-cc33', false],
  [
    'a new chat after one with an address',
    'gemini.google.com/app/4d1c09e2f7',
    'gemini.google.com/app',
    false,
  ],
  [
    'another page without an id',
    'example.org/assignments/fractions',
    'example.org/assignments/decimals',
    false,
  ],
])('%s', (_what, before, now, same) => {
  expect(continues(before, now, false)).toBe(same);
});

test('what the teacher opened is another conversation, also from a new chat', () => {
  expect(continues('chatgpt.com/', 'chatgpt.com/c/67f0a1b2-11aa', true)).toBe(false);
});
