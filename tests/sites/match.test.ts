import { expect, test } from 'vitest';
import { hostsOf, patternToAdd } from '../../lib/sites/match.ts';

const NOTHING = { sitesAdd: [], sitesOff: [] };

test.each([
  ['https://chat.example.org/new?x=1', 'https://chat.example.org/*'],
  ['https://chatgpt.com/', null],
  ['https://x.com/home', null],
  ['https://chat.example.org:8443/', null],
  ['https://localhost/', null],
  ['http://chat.example.org/', null],
  ['chrome://extensions/', null],
])('%s can be added as %s', (address, pattern) => {
  expect(patternToAdd(new URL(address), NOTHING)).toBe(pattern);
});

test('what is on a list of the district cannot be added', () => {
  const address = new URL('https://chat.example.org/');
  expect(patternToAdd(address, { ...NOTHING, sitesAdd: ['*.example.org'] })).toBeNull();
  expect(patternToAdd(address, { ...NOTHING, sitesOff: ['chat.example.org'] })).toBeNull();
  expect(patternToAdd(address, { sitesAdd: ['other.org'], sitesOff: ['claude'] })).toBe(
    'https://chat.example.org/*',
  );
});

test('only patterns of one whole host have a host', () => {
  const patterns = ['https://chat.example.org/*', 'https://*.example.org/*', 'https://*/*', '<all_urls>'];
  expect(hostsOf([...patterns, 'https://example.org/chat/*'])).toEqual(['chat.example.org']);
});
