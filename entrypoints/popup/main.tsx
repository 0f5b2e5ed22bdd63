import { render } from 'preact';
import type { Tabs } from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import { dayWords } from '../../components/day-words.ts';
import { Popup, type PopupProps, type Way } from '../../components/Popup.tsx';
import '../../components/style.css';
import '../../components/popup.css';
import { withoutTopics } from '../../lib/learn/tip.ts';
import { dayNumber, tipOfDay } from '../../lib/learn/tip-of-day.ts';
import { translator } from '../../lib/locale.ts';
import { COUNT_KINDS, type TabState } from '../../lib/messages.ts';
import { insteadOf } from '../../lib/policy/tools.ts';
import { withAllProblems } from '../../lib/policy-checks.ts';
import { send } from '../../lib/store/channel.ts';
import { weekCounts } from '../../lib/store/counts.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import { readLayers, readPolicy } from '../../lib/store/settings.ts';
import { keepOwnSites } from '../../lib/store/site-access.ts';
import { NOT_AI, readTabState, toGuard } from '../../lib/store/tab-state.ts';
import { readTipFilter, writeTipFilter } from '../../lib/store/tip-filter.ts';
import { supportDetails } from '../../lib/support.ts';
import { spoken } from '../../lib/words.ts';

const PAUSE_MINUTES = 15;
/** How long a guard that was just allowed may take to start in the page. */
const START_MS = 2000;
const app = document.getElementById('app') as HTMLElement;

/** How a tab stands that is closed by now. */
const GONE: TabState = { ...NOT_AI, withoutAsking: false, noted: 0 };

// `?tab=` lets the popup be opened as a page about another tab, as a test or a narrow window does.
let tabId = Number(new URLSearchParams(location.search).get('tab'));
// Asked for before anything is drawn: most of the time until it is shown is a wait for the browser's answers.
const first = readStand();
const language = await pageLanguage();
const t = translator(language);
document.documentElement.lang = spoken(language);
let props: PopupProps = {
  tab: null,
  swapped: null,
  minutesLeft: 0,
  allowPause: false,
  refused: false,
  instead: { what: '', link: '' },
  notRead: 0,
  ending: null,
  tip: null,
  support: '',
  filter: { band: null, subject: 'all' },
  t,
  onAskAgain: () => void send({ type: 'ask-again', tabId }).then(() => showTab()),
  onPause: () => pause(PAUSE_MINUTES),
  onResume: () => pause(0),
  onReload: () => void browser.tabs.reload(tabId).then(() => close()),
  onTurnOn: () => {
    const pattern = props.tab?.pattern;
    if (pattern) void turnOn(pattern);
  },
  onFilter: (filter) => {
    update({ filter });
    void writeTipFilter(filter).then(showTip);
  },
  onOpen: (way) => void open(way).then(() => close()),
};

function update(some: Partial<PopupProps>): void {
  props = { ...props, ...some };
  render(<Popup {...props} />, app);
}

function pause(minutes: number): void {
  void send({ type: 'pause', tabId, minutes }).then(() => showTab());
}

/** Browsers show their own question only where they are asked within the click, so nothing is awaited before. */
async function turnOn(pattern: string): Promise<void> {
  // An administrator of the browser can forbid the question itself.
  const granted = await browser.permissions.request({ origins: [pattern] }).catch(() => false);
  if (granted) {
    // Where the browser had allowed it before, nobody else hears of it.
    await keepOwnSites([pattern]);
    const end = Date.now() + START_MS;
    while (Date.now() < end && !(await toGuard(tabId, 0, { type: 'guard-ping' })))
      await new Promise((resolve) => setTimeout(resolve, 100));
  }
  update({ refused: !granted });
  await showTab();
}

async function open(way: Way): Promise<void> {
  if (way === 'options') return browser.runtime.openOptionsPage();
  await browser.tabs.create({ url: browser.runtime.getURL(`/${way}.html` as '/check.html') });
}

/** The tab that the popup is about; null where it is gone. */
async function readTab(): Promise<Tabs.Tab | null> {
  try {
    if (tabId) return await browser.tabs.get(tabId);
  } catch {
    return null;
  }
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  tabId = active?.id ?? browser.tabs.TAB_ID_NONE;
  return active ?? null;
}

/** How the tab stands. All of it is read here: to wake the background takes longer than all the rest. */
async function readStand() {
  const [found, layers] = await Promise.all([readTab(), readLayers()]);
  const effective = await withAllProblems(layers);
  const tab = found ? await readTabState(found, effective) : GONE;
  return { tab, effective, district: layers.district };
}

/** Says how the tab stands, now or as it was read. */
async function showTab(read = readStand()): Promise<void> {
  const { tab, effective, district } = await read;
  const { policy, problems } = effective;
  update({
    tab,
    minutesLeft: Math.ceil((tab.pausedUntil - Date.now()) / 60_000),
    allowPause: policy.allowPause,
    instead: { what: insteadOf(policy), link: policy.useInsteadLink },
    notRead: problems.length,
  });
  await drawn();
  const { version } = browser.runtime.getManifest();
  const { userAgent } = navigator;
  const { state, reason } = tab;
  update({ support: await supportDetails({ version, userAgent, state, reason, district, problems }) });
}

/** The class list that ends next, where that is soon. To wake the background takes long, so it comes when the rest is drawn. */
async function showEnding(): Promise<void> {
  const ending = await send({ type: 'class-lists-ending' }).catch(() => []);
  const [first] = ending.toSorted((a, b) => (a.ends < b.ends ? -1 : 1));
  if (first) update({ ending: { name: first.name, day: dayWords(first.ends, language) } });
}

async function showWeek(): Promise<void> {
  const counts = await weekCounts(new Date()).catch(() => null);
  if (counts) update({ swapped: COUNT_KINDS.reduce((sum, kind) => sum + counts[kind], 0) });
}

/** Another tip each day. The curriculum is larger than all the rest, so it comes when the rest is drawn. */
async function showTip(): Promise<void> {
  const [{ tipsIn }, { withPackTips }, { readPacks }, filter, { policy }] = await Promise.all([
    import('../../lib/learn/curriculum.ts'),
    import('../../lib/learn/pack.ts'),
    import('../../lib/store/own-pack.ts'),
    readTipFilter(),
    readPolicy(),
  ]);
  const all = withPackTips(tipsIn(language), await readPacks(), spoken(language));
  const tips = withoutTopics(all, policy.topicsOff);
  update({ filter, tip: tipOfDay(tips, dayNumber(new Date()), filter) });
}

/** The district's packs are looked through when everything else stands. Their tips come next time: this one stays. */
async function checkPacks(): Promise<void> {
  const { checkDistrictPacks } = await import('../../lib/store/district-packs.ts');
  await checkDistrictPacks();
}

/** Waits until what was shown last is drawn. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

browser.storage.onChanged.addListener((_changes, area) => {
  if (area === 'managed') void showTab();
});
// What is the same on every page is drawn at once.
update({});
await showTab(first);
await showWeek();
await showTip();
await showEnding();
await checkPacks();
