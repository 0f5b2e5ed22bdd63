import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { languageOf, pageLanguage } from '../../lib/store/language.ts';
import { readPolicy, rememberDistrict } from '../../lib/store/settings.ts';

beforeEach(() => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-US');
});

test('the browser’s language is spoken where the district has set none', async () => {
  expect(await pageLanguage()).toBe('en-US');
  expect(languageOf(await readPolicy())).toBe('en-US');
});

test('the district’s language is spoken everywhere', async () => {
  await browser.storage.managed.set({ language: 'es' });
  expect(await pageLanguage()).toBe('es');
  expect(languageOf(await readPolicy())).toBe('es');
});

test('a language that is not spoken counts for nothing, nor does one that a teacher’s store holds', async () => {
  await browser.storage.managed.set({ language: 'fr' });
  await browser.storage.local.set({ policy: { language: 'es' } });
  expect(await pageLanguage()).toBe('en-US');
  expect(languageOf(await readPolicy())).toBe('en-US');
});

test('while the browser still reads its policies, what the district said last holds', async () => {
  await browser.storage.managed.set({ language: 'es' });
  await rememberDistrict();
  vi.spyOn(browser.storage.managed, 'get').mockReturnValue(new Promise(() => {}) as never);
  expect(await pageLanguage()).toBe('es');
});
