import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup } from '../../components/Popup.tsx';
import '../../components/style.css';
import { tipsIn } from '../../lib/learn/curriculum.ts';
import { withPackTips } from '../../lib/learn/pack.ts';
import { withoutTopics } from '../../lib/learn/tip.ts';
import { translator } from '../../lib/locale.ts';
import { COUNT_KINDS } from '../../lib/messages.ts';
import { send } from '../../lib/store/channel.ts';
import { readPacks } from '../../lib/store/own-pack.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { spoken } from '../../lib/words.ts';

const PAUSE_MINUTES = 15;
const language = browser.i18n.getUILanguage();
const t = translator(language);
document.documentElement.lang = spoken(language);
const app = document.getElementById('app') as HTMLElement;

// `?tab=` lets the popup be opened as a page about another tab, as a test or a narrow window does.
const asked = Number(new URLSearchParams(location.search).get('tab'));
const [active] = await browser.tabs.query({ active: true, currentWindow: true });
const tabId = asked || active?.id || -1;

function openPage(path: '/check.html' | '/prompts.html' | '/practice.html'): void {
  void browser.tabs.create({ url: browser.runtime.getURL(path) }).then(() => close());
}

async function show(): Promise<void> {
  const [tab, counts, { policy, problems }] = await Promise.all([
    send({ type: 'tab-state', tabId }),
    send({ type: 'counts-week' }),
    readPolicy(),
  ]);
  const tips = withoutTopics(
    withPackTips(tipsIn(language), await readPacks(), spoken(language)),
    policy.topicsOff,
  );
  // Another tip each day; which one does not depend on what anyone pasted.
  const day = tips[Math.floor(Date.now() / 86_400_000) % tips.length];
  const pause = (minutes: number) => void send({ type: 'pause', tabId, minutes }).then(show);
  render(
    <Popup
      tab={tab}
      swapped={COUNT_KINDS.reduce((sum, kind) => sum + counts[kind], 0)}
      minutesLeft={Math.ceil((tab.pausedUntil - Date.now()) / 60_000)}
      allowPause={policy.allowPause}
      notRead={problems.map(({ field }) => field)}
      tip={day ?? tips[0] ?? null}
      t={t}
      onAskAgain={() => void send({ type: 'ask-again', tabId }).then(show)}
      onPause={() => pause(PAUSE_MINUTES)}
      onResume={() => pause(0)}
      onReload={() => void browser.tabs.reload(tabId).then(() => close())}
      onTurnOn={() => {
        if (tab.pattern) void browser.permissions.request({ origins: [tab.pattern] }).then(show);
      }}
      onCheck={() => openPage('/check.html')}
      onPrompts={() => openPage('/prompts.html')}
      onPractice={() => openPage('/practice.html')}
      onOptions={() => void browser.runtime.openOptionsPage().then(() => close())}
    />,
    app,
  );
}

await show();
