/** What Chalkline does not see, as a page to read and to print. */
import { render } from 'preact';
import { Gaps } from '../../components/Gaps.tsx';
import '../../components/style.css';
import '../../components/privacy.css';
import { pageLanguage } from '../../lib/store/language.ts';
import { spoken, translatorOf } from '../../lib/words.ts';
import words from '../../locales/gaps.json';

const language = await pageLanguage();
const w = translatorOf(words, language);
document.documentElement.lang = spoken(language);
document.title = w('title');
render(<Gaps {...{ w, language: spoken(language) }} />, document.getElementById('app') as HTMLElement);
