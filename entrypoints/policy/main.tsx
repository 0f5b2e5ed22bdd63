/** The policy builder. What is written here stays in the page and leaves it only as a file that is saved. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { PolicyBuilder } from '../../components/PolicyBuilder.tsx';
import { policyWords } from '../../components/policy-words.ts';
import '../../components/style.css';
import '../../components/policy.css';
import { lazyDetector } from '../../lib/lazy-detector.ts';
import { translator } from '../../lib/locale.ts';
import { OWN_IDS, STORE_URLS, type Targets } from '../../lib/policy/formats/targets.ts';
import { spoken } from '../../lib/words.ts';

const language = browser.i18n.getUILanguage();
const w = policyWords(language);
document.documentElement.lang = spoken(language);
document.title = w('title');

// A store may have given this one an id of its own.
const { id } = browser.runtime;
const isFirefox = id.includes('@');
const chromium = isFirefox ? OWN_IDS.chromium : id;
const targets: Targets = {
  chrome: { id: chromium, url: STORE_URLS.chrome },
  edge: { id: chromium, url: STORE_URLS.edge },
  firefox: { id: isFirefox ? id : OWN_IDS.firefox, url: '' },
};

render(
  <PolicyBuilder
    {...{ t: translator(language), w, language: spoken(language), targets }}
    find={async (text) => (await lazyDetector()).detect(text)}
    findPatterns={async () => (await import('../../lib/patterns.ts')).findPatterns}
  />,
  document.getElementById('app') as HTMLElement,
);
