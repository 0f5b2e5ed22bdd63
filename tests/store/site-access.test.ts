import { expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { readPolicy } from '../../lib/store/settings.ts';
import { dropOwnSites, keepOwnSites } from '../../lib/store/site-access.ts';

test('what the browser allowed is kept as the teacher’s own, each once, until it is taken back', async () => {
  await browser.storage.managed.set({ sitesAdd: ['ai.example.org'] });
  await browser.storage.local.set({ policy: { rules: { email: 'off' } } });
  // Listed sites can be given and taken too, and a district’s is the district’s.
  const listed = ['https://chatgpt.com/*', 'https://huggingface.co/*', 'https://ai.example.org/*'];
  await keepOwnSites([...listed, 'https://chat.example.org/*', 'https://*/*']);
  await keepOwnSites(['https://chat.example.org/*']);
  const { policy, teacherSites } = await readPolicy();
  expect(policy.sitesAdd).toEqual(['ai.example.org', 'chat.example.org']);
  expect(teacherSites).toEqual(['chat.example.org']);
  await dropOwnSites(['https://chat.example.org/*', 'https://ai.example.org/*', 'https://chatgpt.com/*']);
  expect((await readPolicy()).policy.sitesAdd).toEqual(['ai.example.org']);
  expect((await browser.storage.local.get('policy')).policy).toEqual({
    rules: { email: 'off' },
    sitesAdd: [],
  });
});

test('nothing is written where there is nothing to keep or to drop', async () => {
  await keepOwnSites(['https://chatgpt.com/*']);
  await dropOwnSites(['https://chat.example.org/*']);
  expect(await browser.storage.local.get(null)).toEqual({});
});
