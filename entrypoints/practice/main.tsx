/** A page of our own with a composer, in which the same guard runs: no account, no network. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Practice } from '../../components/Practice.tsx';
import '../../components/style.css';
import { makeDetector } from '../../lib/detector-data.ts';
import { translator } from '../../lib/locale.ts';
import { startGuard } from '../../lib/start-guard.ts';
import { pageChannel } from '../../lib/store/channel.ts';
import { readPolicy, watchPolicy } from '../../lib/store/settings.ts';
import { spoken } from '../../lib/words.ts';

const t = translator(browser.i18n.getUILanguage());
document.documentElement.lang = spoken(browser.i18n.getUILanguage());
document.title = t('practice.title');

const detector = makeDetector();
startGuard({
  channel: pageChannel(),
  watchPolicy,
  readPolicy,
  site: () => ({}),
  detector: () => detector,
  awaitDetector: async () => detector,
  topFrame: true,
});
render(
  <Practice t={t} language={spoken(browser.i18n.getUILanguage())} />,
  document.getElementById('app') as HTMLElement,
);
