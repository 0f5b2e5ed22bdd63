/** What to do after student details went into a chat. A page of its own: a popup would close when the teacher goes to the chat. */
import { render } from 'preact';
import { Mistake } from '../../components/Mistake.tsx';
import '../../components/style.css';
import '../../components/mistake.css';
import { SITES } from '../../lib/sites/match.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import { watchPolicy } from '../../lib/store/settings.ts';
import { spoken, translatorOf } from '../../lib/words.ts';
import words from '../../locales/mistake.json';

const language = await pageLanguage();
const w = translatorOf(words, language);
document.documentElement.lang = spoken(language);
document.title = w('title');
const app = document.getElementById('app') as HTMLElement;
const tools = SITES.map(({ name }) => name);

await watchPolicy(({ policy: { privacyContact, safetyContact } }) =>
  render(<Mistake {...{ w, language: spoken(language), tools, privacyContact, safetyContact }} />, app),
);
