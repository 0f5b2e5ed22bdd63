/**
 * Answers guards and our own pages. May be stopped at any moment: nothing that matters lives only in its memory.
 */

import type { Runtime } from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { parseChange } from '../lib/class-list/change.ts';
import { dayAfter } from '../lib/class-list/days.ts';
import { biasAdvice } from '../lib/learn/bias.ts';
import { translator } from '../lib/locale.ts';
import {
  type Answers,
  isFromGuard,
  type Message,
  parseMessage,
  type TabState,
  type ToGuard,
} from '../lib/messages.ts';
import { parseCorrections, parseMe } from '../lib/policy/corrections.ts';
import { readEntries } from '../lib/policy/entries.ts';
import { withTerms } from '../lib/policy/rule-choices.ts';
import { policyAt } from '../lib/policy/tools.ts';
import type { GivenAlias } from '../lib/redact/alias.ts';
import { restoreAliases } from '../lib/redact/restore.ts';
import { surelyLabels } from '../lib/redact/unknown.ts';
import type { AliasRequest, LookedUp } from '../lib/redact/vault.ts';
import { settle } from '../lib/settle.ts';
import { addedPatterns, OPTIONAL_MATCHES, REQUIRED_MATCHES } from '../lib/sites/match.ts';
import { tierAt } from '../lib/stand.ts';
import { tellListsChanged } from '../lib/store/class-digest.ts';
import {
  changeClassLists,
  endingClassLists,
  forgetEndedClassLists,
  readClassLists,
} from '../lib/store/class-lists.ts';
import { forgetClosedBars } from '../lib/store/closed-bars.ts';
import { addCounts, forgetOldCounts } from '../lib/store/counts.ts';
import { pageLanguage } from '../lib/store/language.ts';
import { listedIsReady } from '../lib/store/listed-labels.ts';
import { digestKeeper } from '../lib/store/make-digest.ts';
import { readyListed } from '../lib/store/make-listed-labels.ts';
import {
  addNotPeople,
  askAgain,
  forgetConversation,
  forgetTab,
  keepMemory,
  moveMemory,
  readMemory,
  readNotPeople,
  setNoted,
} from '../lib/store/memory.ts';
import { pausedUntil, setPause } from '../lib/store/pause.ts';
import { serialQueue } from '../lib/store/serial.ts';
import {
  addToCorrections,
  addToMe,
  changeTeacherPolicy,
  readCopyNames,
  readPolicy,
  rememberDistrict,
  writeCopyNames,
  writeHideDetails,
  writeKeepLine,
} from '../lib/store/settings.ts';
import { dropOwnSites, grantedOf, keepOwnSites } from '../lib/store/site-access.ts';
import { readTabStand, toGuard } from '../lib/store/tab-state.ts';
import { issueToken, redeemToken } from '../lib/store/tokens.ts';
import {
  assignLabels,
  forgetLabels,
  keepLabels,
  labelsFor,
  labelsForCopy,
  lookUpLabels,
} from '../lib/store/vault.ts';
import { endWelcomeWait, openWelcome, welcomeWaits } from '../lib/store/welcome.ts';
import { unknownSentence } from '../lib/unknown-labels.ts';

type Sender = Runtime.MessageSender;

const GUARD_FILES = ['/content-scripts/guard.js', '/detector.js'];
/** For the page's own world. */
const PAGE_FILES = ['/content-scripts/reopened.js', '/content-scripts/detached.js'];
/** What a site that was turned on gets: the same scripts as the listed ones. */
const OPTIONAL_SCRIPTS = [
  { id: 'optional-guard', js: ['/content-scripts/guard.js'], runAt: 'document_start' },
  { id: 'optional-page', js: PAGE_FILES, runAt: 'document_start', world: 'MAIN' },
  { id: 'optional-detector', js: ['/detector.js'], runAt: 'document_idle' },
];
const PAUSE_ALARM = 'pause-end:';
const CLASS_LIST_ALARM = 'class-list-end';
const LABELS_ALARM = 'labels-end';

export default defineBackground(() => {
  browser.runtime.onMessage.addListener(((raw: unknown, sender: Sender) => {
    const message = parseMessage(raw);
    if (!message || sender.id !== browser.runtime.id) return undefined;
    // Labels, counts and tokens are for our own pages; a compromised web page must not get them by asking.
    if (!isFromGuard(message) && !isOurs(sender)) return undefined;
    return answer(message, sender);
  }) as never);

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void openWelcome(reason);
    void guardOpenTabs(REQUIRED_MATCHES);
    void syncOptionalSites();
    void addToMenu();
  });
  void rememberDistrict();
  void forgetClosedBars();
  void keepRetention();
  void keepClassLists();
  void keepVault();
  browser.storage.onChanged.addListener((changes, area) => {
    // The teacher's own sites are among the settings.
    if (area === 'local' && 'policy' in changes) {
      void syncOptionalSites();
      void keepVault();
    }
    if (area !== 'managed') return;
    void keepVault();
    void rememberDistrict();
    void syncOptionalSites();
    void showBadges();
    void keepRetention();
    // A list may end sooner now.
    void keepClassLists(true);
    void addToMenu();
  });
  browser.runtime.onStartup.addListener(() => void syncOptionalSites());
  // The popup that asked may be closed by the browser's own question.
  const onAccess = async (kept: Promise<unknown>) => {
    await kept.catch(() => {});
    await Promise.all([syncOptionalSites(), addToMenu()]);
  };
  browser.permissions.onAdded.addListener(({ origins = [] }) => void onAccess(keepOwnSites(origins)));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => void onAccess(dropOwnSites(origins)));
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId }, tab) => {
    if (menuItemId === MENU_ID)
      return void browser.tabs.create({ url: browser.runtime.getURL('/check.html') });
    const show: ToGuard = { type: 'answer-show' };
    if (tab?.id !== undefined)
      void browser.tabs.sendMessage(tab.id, show, { frameId: frameId ?? 0 }).catch(() => {});
  });
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'complete') void showBadge(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name.startsWith(PAUSE_ALARM)) void showBadge(Number(alarm.name.slice(PAUSE_ALARM.length)));
    if (alarm.name === CLASS_LIST_ALARM) void keepClassLists(true);
    if (alarm.name === LABELS_ALARM) void keepVault();
  });
});

async function answer(message: Message, sender: Sender): Promise<Answers[keyof Answers] | undefined> {
  const tabId = sender.tab?.id ?? -1;
  const frameId = sender.frameId ?? 0;
  switch (message.type) {
    case 'guard-hello':
      if (frameId === 0) void showBadge(tabId);
      return {
        pausedUntil: await pausedUntil(tabId, hostOf(sender.tab?.url)),
        // In the practice room a guard runs too.
        welcome: frameId === 0 && !isOurs(sender) && (await welcomeWaits()),
      };
    case 'guard-needs-detector':
      return inject(tabId, [frameId], ['/detector.js']);
    case 'guard-needs-patterns':
      return inject(tabId, [frameId], ['/patterns.js']);
    case 'review-token':
      return issueToken(tabId, null);
    case 'review-relay':
      return toGuard(tabId, 0, { type: 'review-show', id: message.id, frameId, request: message.request });
    case 'review-relayed':
      return toGuard(tabId, message.frameId, {
        type: 'review-outcome',
        id: message.id,
        outcome: message.outcome,
      });
    case 'notice-relay': {
      const { id, code, count, actions, more } = message;
      return toGuard(tabId, 0, { type: 'notice-show', id, frameId, code, count, actions, more });
    }
    case 'notice-reach':
      return toGuard(tabId, 0, message);
    case 'notice-relayed':
      return toGuard(tabId, message.frameId, {
        type: 'notice-answer',
        id: message.id,
        action: message.action,
      });
    case 'welcome-answer':
      await endWelcomeWait(message.look);
      return true;
    case 'review-still-there':
      return toGuard(tabId, 0, { type: 'review-still-there', id: message.id });
    case 'review-window': {
      const token = await issueToken(-1, { tabId, frameId, id: message.id });
      const url = browser.runtime.getURL(`/review.html#${token}` as '/review.html');
      await browser.windows.create({ url, type: 'popup', width: 920, height: 720 });
      return true;
    }
    case 'review-redeem':
      return isReviewPage(sender.url) ? redeemToken(message.token, tabId) : null;
    case 'draft-settle':
      return settleDraft(message, tabId, sender);
    case 'draft-judges':
      // Without findings: a draft with names in it is reviewed anyway.
      return biasAdvice(message.text, []).length > 0;
    case 'copy-restore':
      return restoreCopied(message);
    case 'conversation-moved':
      await moveMemory(tabId, message.from, message.to);
      return true;
    case 'details-noted':
      await setNoted(tabId, message.count);
      return true;
    case 'memory-read': {
      const { address } = message;
      const [memory, notPeople] = await Promise.all([readMemory(message.tabId, address), readNotPeople()]);
      return { memory, notPeople };
    }
    case 'labels-look-up':
      return lookUpOfLists(message.requests, message.here);
    case 'memory-keep':
      await keepMemory(message.tabId, message.address, message.ended);
      return true;
    case 'memory-forget':
      await forgetConversation(tabId, message.address);
      return true;
    case 'not-a-person':
      await addNotPeople(message.names);
      return true;
    case 'me-add':
      await addToMe(parseMe(message.me));
      return true;
    case 'corrections-add':
      await addToCorrections(parseCorrections(message.more));
      return true;
    case 'term-add': {
      const { good } = readEntries(message.term, 'term', []);
      await changeTeacherPolicy((stored) => withTerms(stored, 'customTerms', good, []));
      return true;
    }
    case 'hide-details':
      await writeHideDetails(message.hide);
      return true;
    case 'keep-line':
      await writeKeepLine(message.on);
      return true;
    case 'ask-again':
      await askAgain(message.tabId);
      return true;
    case 'labels-assign':
      return assignOfLists(message.requests, message.draft);
    case 'labels-list':
      await Promise.all([keepListed(), keepVault(true)]);
      return labelsFor(message.texts);
    case 'labels-forget':
      await forgetLabels();
      void keepVault();
      return true;
    case 'counts-add':
      await addCounts(message.counts, new Date());
      void keepRetention();
      // Also where no label was new.
      void keepVault(true);
      return true;
    case 'class-lists-read':
      return readClassLists(await classListDays(), new Date());
    case 'class-lists-ending':
      return endingClassLists(await classListDays(), new Date());
    case 'class-digest':
      return digests.make(await classListDays(), new Date());
    case 'class-lists-change': {
      const change = parseChange(message.change);
      if (!change) return undefined;
      const done = await changeClassLists(change);
      digests.forget();
      await keepClassLists(true);
      return done;
    }
    case 'pause':
      return pause(message.tabId, message.minutes);
    default:
      return undefined;
  }
}

/** Forgets the counts that are older than the district keeps them. */
async function keepRetention(): Promise<void> {
  const { policy } = await readPolicy();
  await forgetOldCounts(policy.retentionDays, new Date());
}

/**
 * Puts names into what is copied, where the teacher has chosen so and the district lets it be. Else it only tells how many
 * labels are known.
 */
async function restoreCopied({
  texts,
  choice,
}: Extract<Message, { type: 'copy-restore' }>): Promise<Answers['copy-restore']> {
  if (choice === 'names' || choice === 'labels') await writeCopyNames(choice);
  await Promise.all([keepListed(), keepVault(true)]);
  const [{ policy }, mode, labels] = await Promise.all([
    ...[readPolicy(), readCopyNames(), labelsForCopy(texts)],
  ] as const);
  const found = texts.map((text) => restoreAliases(String(text), labels));
  const unknown = surelyLabels(String(texts[0] ?? ''), found[0]?.unknown ?? []);
  const isGiven = policy.allowCopyNames && mode === 'names';
  return {
    restored: found.map(({ restored }) => restored),
    texts: isGiven ? found.map(({ text }) => text) : null,
    unknown: unknownSentence(unknown, await pageLanguage()),
  };
}

const digests = digestKeeper(readClassLists);

/** Every name of a class list. Where the lists cannot be read, nobody is known by them anyway. */
async function classListNames(): Promise<string[]> {
  const { lists } = await readClassLists(await classListDays(), new Date()).catch(() => ({ lists: [] }));
  return lists.flatMap(({ people }) =>
    people.flatMap(({ first, last, nickname = '', family = [] }) => [first, last, nickname, ...family]),
  );
}

async function classListDays(): Promise<number> {
  return (await readPolicy()).policy.classListDays;
}

/** Forgets labels that were not used for long, now and when their time is over. */
async function keepVault(isUse = false): Promise<void> {
  const { vaultIdleHours } = (await readPolicy()).policy;
  const until = await keepLabels(vaultIdleHours, isUse);
  if (until === null) await browser.alarms.clear(LABELS_ALARM);
  else browser.alarms.create(LABELS_ALARM, { when: until });
}

/** Sees to it that listed people are known by their labels. Where lists cannot be read, the session's labels have to do. */
async function keepListed(): Promise<void> {
  if (await listedIsReady()) return;
  await readyListed(await classListDays(), new Date()).catch(() => {});
}

async function lookUpOfLists(requests: AliasRequest[], here: string[]): Promise<LookedUp[]> {
  await keepListed();
  return lookUpLabels(requests, here);
}

async function assignOfLists(requests: AliasRequest[], draft: string): Promise<GivenAlias[]> {
  const [{ policy }] = await Promise.all([readPolicy(), keepListed()]);
  const aliases = await assignLabels(requests, draft, policy.vaultIdleHours, classListNames);
  void keepVault();
  return aliases;
}

/** Erases the class lists that have ended, now and when the next one ends. They are looked through at each read as well. */
async function keepClassLists(isChanged = false): Promise<void> {
  const next = await forgetEndedClassLists(await classListDays(), new Date());
  if (isChanged || next === null) await tellListsChanged(next !== null);
  // In its turn: what is just being made of the lists as they were must not stay.
  void readyListed(await classListDays(), new Date()).catch(() => {});
  if (next === null) return void browser.alarms.clear(CLASS_LIST_ALARM);
  // The local midnight behind its last day.
  browser.alarms.create(CLASS_LIST_ALARM, { when: new Date(`${dayAfter(next, 1)}T00:00:00`).getTime() });
}

/** What happens to a draft by what was chosen before. A text that cannot be settled is asked about. */
async function settleDraft(
  { address, text, findings, hidden, files }: Extract<Message, { type: 'draft-settle' }>,
  tabId: number,
  sender: Sender,
): Promise<Answers['draft-settle']> {
  const [everywhere, memory, notPeople] = await Promise.all([
    readPolicy(),
    readMemory(tabId, address),
    readNotPeople(),
  ]);
  const page = pageOf(sender);
  // Where the page cannot be told, no rule is lighter.
  const policy = page ? policyAt(everywhere, tierAt(page, everywhere.policy)) : everywhere;
  const draft = { text, findings, hidden, files, memory, policy: { ...policy, notPeople } };
  const settled = await settle(draft, { lookUp: lookUpOfLists, assign: assignOfLists });
  if (settled.kind !== 'swapped') return settled;
  void addCounts(settled.counts, new Date());
  void keepVault(true);
  return { kind: 'swapped', text: settled.text, count: settled.count };
}

/** The address of a frame; of one without an address of its own that of the page that made it, as far as it is known. */
function pageOf({ url, ...sender }: Sender): URL | null {
  const { origin } = sender as { origin?: string };
  const found = [url, origin].find((one) => one?.startsWith('https:'));
  return found === undefined ? null : new URL(found);
}

/** Whether a page of ours asks. */
function isOurs(sender: Sender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL('/')) === true;
}

function isReviewPage(url: string | undefined): boolean {
  return url !== undefined && url.replace(/#.*/, '') === browser.runtime.getURL('/review.html');
}

async function inject(
  tabId: number,
  frameIds: number[] | null,
  files: string[],
  world = 'ISOLATED',
): Promise<boolean> {
  try {
    const target = frameIds ? { tabId, frameIds } : { tabId, allFrames: true };
    await browser.scripting.executeScript({ target, files, world, injectImmediately: true } as never);
    return true;
  } catch {
    return false;
  }
}

/** The patterns of sites that a teacher or district has turned on. */
async function optionalMatches(): Promise<string[]> {
  const { policy } = await readPolicy();
  return grantedOf([...new Set([...OPTIONAL_MATCHES, ...addedPatterns(policy.sitesAdd)])]);
}

/** Tabs that were open before their site was guarded get their guard now. */
async function guardOpenTabs(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.all(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [inject(id, null, GUARD_FILES), inject(id, null, PAGE_FILES, 'MAIN')],
    ),
  );
}

const syncs = serialQueue();

/** Sites that a teacher or district has turned on get the same scripts as the listed ones. */
function syncOptionalSites(): Promise<void> {
  return syncs(async () => {
    const matches = await optionalMatches();
    const ids = OPTIONAL_SCRIPTS.map(({ id }) => id);
    // With those of an earlier version, should a browser have kept them.
    const registered = await browser.scripting.getRegisteredContentScripts();
    const isRight = isSameSet(
      registered.map(({ id }) => id),
      ids,
    );
    // A page that loads meanwhile would have no guard.
    if (isRight && registered.every((one) => isSameSet(one.matches ?? [], matches))) return;
    if (registered.length > 0) await browser.scripting.unregisterContentScripts();
    if (matches.length === 0) return;
    const everywhere = { matches, allFrames: true, matchOriginAsFallback: true };
    await browser.scripting.registerContentScripts(
      OPTIONAL_SCRIPTS.map((script) => ({ ...script, ...everywhere })) as never,
    );
    await guardOpenTabs(matches);
  });
}

function isSameSet(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

function hostOf(url: string | undefined): string {
  return url && URL.canParse(url) ? new URL(url).host : '';
}

const BADGES: Record<TabState['state'], { text: string; color: string }> = {
  guarded: { text: '', color: '#0b5a6b' },
  'not-ai': { text: '', color: '#0b5a6b' },
  optional: { text: '', color: '#0b5a6b' },
  paused: { text: 'II', color: '#6b5a0b' },
  'not-protected': { text: '!', color: '#9a3412' },
  off: { text: 'II', color: '#6b5a0b' },
};

/** All of them, after the district has changed something. */
async function showBadges(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => id !== undefined && showBadge(id)));
}

const MENU_ID = 'check-text';
const ANSWER_ID = 'answer-names';

/** Adds to the menus of the toolbar button and of guarded pages, or says it in another language or on other pages there. */
async function addToMenu(): Promise<void> {
  const t = translator(await pageLanguage());
  const documentUrlPatterns = [...REQUIRED_MATCHES, ...(await optionalMatches())];
  await putInMenu(MENU_ID, { title: t('menu.check'), contexts: ['action'] });
  await putInMenu(ANSWER_ID, {
    title: t('menu.answer'),
    contexts: ['page', 'selection', 'link'],
    documentUrlPatterns,
  });
}

type MenuItem = { title: string } & Pick<
  Parameters<typeof browser.contextMenus.create>[0],
  'contexts' | 'documentUrlPatterns'
>;

async function putInMenu(id: string, item: MenuItem): Promise<void> {
  await browser.contextMenus.update(id, item).catch(() => {
    browser.contextMenus.create({ id, ...item }, () => {
      void browser.runtime.lastError; // It is there already after an update.
    });
  });
}

/** Says on the toolbar button how a tab stands. Never a name, never a site. */
async function showBadge(tabId: number): Promise<void> {
  try {
    const [tab, policy, language] = await Promise.all([
      browser.tabs.get(tabId),
      readPolicy(),
      pageLanguage(),
    ]);
    const { state } = await readTabStand(tab, policy);
    const { text, color } = BADGES[state];
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setBadgeBackgroundColor({ tabId, color });
    await browser.action.setTitle({ tabId, title: `Chalkline: ${translator(language)(`state.${state}`)}` });
  } catch {
    // The tab is gone.
  }
}

async function pause(tabId: number, minutes: number): Promise<{ pausedUntil: number }> {
  const host = hostOf((await browser.tabs.get(tabId)).url);
  const { policy } = await readPolicy();
  const until = policy.allowPause && minutes > 0 ? Date.now() + minutes * 60_000 : 0;
  await setPause(tabId, host, until);
  const tell: ToGuard = { type: 'pause-changed', until };
  await browser.tabs.sendMessage(tabId, tell).catch(() => {});
  if (until > 0) browser.alarms.create(PAUSE_ALARM + tabId, { when: until });
  await showBadge(tabId);
  return { pausedUntil: until };
}
