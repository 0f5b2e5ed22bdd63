import { expect, test } from 'vitest';
import { oncePerConversation } from '../lib/conversation.ts';

test.each<[what: string, paths: string[], first: boolean[]]>([
  ['the same address', ['/c/67f0a1b2-11aa', '/c/67f0a1b2-11aa'], [true, false]],
  ['a new chat that gets its address', ['/', '/c/67f0a1b2-11aa', '/c/67f0a1b2-11aa'], [true, false, false]],
  ['the same on a site with a path for new chats', ['/new', '/chat/0b9c-4e1d-8f77'], [true, false]],
  [
    'below a tool with an id of its own',
    ['/g/g-abc123-tutor', '/g/g-abc123-tutor/c/67f0a1b2'],
    [true, false],
  ],
  ['another conversation', ['/c/67f0a1b2-11aa', '/c/9911bb22-cc33'], [true, true]],
  ['a new chat after one with an address', ['/app/4d1c09e2f7', '/app'], [true, true]],
  ['back and forth', ['/c/67f0a1b2-11aa', '/c/9911bb22-cc33', '/c/67f0a1b2-11aa'], [true, true, true]],
  ['a site with one address', ['/', '/', '/'], [true, false, false]],
  ['words are no id', ['/assignments/fractions', '/assignments/decimals'], [true, false]],
])('%s', (_what, paths, first) => {
  const isFirst = oncePerConversation();
  expect(paths.map(isFirst)).toEqual(first);
});
