/** Opens once, after the install or at the first visit of an AI chat: see lib/store/welcome.ts. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { type About, Welcome } from '../../components/Welcome.tsx';
import '../../components/style.css';
import '../../components/welcome.css';
import { translator } from '../../lib/locale.ts';
import { withTerms } from '../../lib/policy/rule-choices.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import { addToMe, changeTeacherPolicy } from '../../lib/store/settings.ts';
import { isByDistrict } from '../../lib/store/welcome.ts';
import { spoken, translatorOf } from '../../lib/words.ts';
import words from '../../locales/welcome.json';

const language = await pageLanguage();
const w = translatorOf(words, language);
document.documentElement.lang = spoken(language);
document.title = `Chalkline: ${w('page')}`;
const isEdge = / Edg\//.test(navigator.userAgent);

/** The school is a word that can point to a child, so it goes to those that are always looked for. */
async function finish({ name, email, school }: About, practice: boolean): Promise<void> {
  if (name.length + email.length > 0) await addToMe({ names: name, emails: email, phones: [] });
  if (school.length > 0) {
    await changeTeacherPolicy((stored) => withTerms(stored, 'customTerms', school, []));
  }
  if (practice) location.assign('/practice.html');
  else await browser.tabs.remove((await browser.tabs.getCurrent())?.id ?? -1);
}

render(
  <Welcome
    t={translator(language)}
    w={w}
    browser={import.meta.env.FIREFOX ? 'firefox' : isEdge ? 'edge' : 'chrome'}
    inPrivate={await browser.extension.isAllowedIncognitoAccess()}
    byDistrict={await isByDistrict()}
    onFinish={finish}
  />,
  document.getElementById('app') as HTMLElement,
);
