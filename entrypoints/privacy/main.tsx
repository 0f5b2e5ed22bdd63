/** The promise to teachers, as a page to read and to print. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Privacy } from '../../components/Privacy.tsx';
import '../../components/style.css';
import '../../components/privacy.css';
import { pageLanguage } from '../../lib/store/language.ts';
import { watchPolicy } from '../../lib/store/settings.ts';
import { spoken, translatorOf } from '../../lib/words.ts';
import words from '../../locales/privacy.json';

const language = await pageLanguage();
const w = translatorOf(words, language);
document.documentElement.lang = spoken(language);
document.title = w('title');
const app = document.getElementById('app') as HTMLElement;
const { version } = browser.runtime.getManifest();

await watchPolicy(({ policy: { retentionDays, privacyContact } }) =>
  render(<Privacy {...{ w, language: spoken(language), version, retentionDays, privacyContact }} />, app),
);
