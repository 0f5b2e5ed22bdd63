import { expect, test } from 'vitest';
import { OPTIONAL_MATCHES, REQUIRED_MATCHES, SITES } from '../../lib/sites/match.ts';
import { siteRows } from '../../lib/sites/site-rows.ts';

const NOTHING = { sitesAdd: [], sitesOff: [], teacherSites: [] };

test('every listed pattern stands in one row', () => {
  const rows = siteRows([], 0, NOTHING);
  const patterns = (optional: boolean) =>
    rows.filter((row) => row.optional === optional).flatMap((row) => row.patterns);
  expect(patterns(false)).toEqual(REQUIRED_MATCHES);
  expect(patterns(true)).toEqual(OPTIONAL_MATCHES);
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(SITES.map(({ name }) => name)));
});

test('a site is on where all its hosts are granted', () => {
  const on = (granted: string[]) => siteRows(granted, 0, NOTHING).filter((row) => row.on);
  expect(on([])).toEqual([]);
  expect(on(['https://chatgpt.com/*'])).toEqual([]);
  const [row, ...others] = on(['https://chatgpt.com/*', 'https://chat.openai.com/*']);
  expect(row).toMatchObject({ name: 'ChatGPT', hosts: ['chatgpt.com', 'chat.openai.com'], optional: false });
  expect(others).toEqual([]);
  expect(on(['https://x.com/*']).map(({ name, hosts }) => [name, hosts])).toEqual([['Grok', ['x.com']]]);
});

test.each([
  [0, []],
  [149, ['Microsoft Copilot']],
  [150, ['Microsoft Copilot', 'Microsoft 365 Copilot Chat']],
])('Edge %i lets no extension work on its own chats', (edge, names) => {
  const blocked = siteRows([], edge, NOTHING).filter((row) => row.blocked);
  expect(blocked.map(({ name }) => name)).toEqual(names);
});

test('what the district asks for stands once, with the hosts that it adds', () => {
  const sitesAdd = ['huggingchat', 'chat.example.org', '*.example.com', 'chatgpt.com', 'nonsense'];
  const rows = siteRows(['https://chat.example.org/*'], 0, { ...NOTHING, sitesAdd });
  expect(rows.filter(({ asked }) => asked).map(({ name, hosts, on }) => [name, hosts, on])).toEqual([
    ['HuggingChat', ['huggingface.co'], false],
    ['', ['chat.example.org'], true],
    ['', ['*.example.com'], false],
  ]);
  expect(rows.filter(({ name }) => name === '').length).toBe(2);
});

test('a site says on which of its hosts the district turned it off', () => {
  const rows = siteRows([], 0, { ...NOTHING, sitesOff: ['claude', 'chat.openai.com'] });
  expect(rows.filter(({ off }) => off.length > 0).map(({ name, off }) => [name, off])).toEqual([
    ['ChatGPT', ['chat.openai.com']],
    ['Claude', ['claude.ai']],
  ]);
});

test('what the teacher has added stands for itself, unless the district asks for it too', () => {
  const sitesAdd = ['chat.example.org', 'ai.example.org'];
  const rows = siteRows(['https://ai.example.org/*'], 0, {
    ...NOTHING,
    sitesAdd,
    teacherSites: ['ai.example.org'],
  });
  const own = rows.filter((row) => row.own || row.asked);
  expect(own.map(({ hosts, own, asked, on }) => [hosts, own, asked, on])).toEqual([
    [['chat.example.org'], false, true, false],
    [['ai.example.org'], true, false, true],
  ]);
});
