/**
 * Every screen in the states that differ, as one table: the accessibility tests and the screenshots both go through it.
 * All of it runs in the built extension, in the language of the browser.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { classesWords } from '../../components/classes-words.ts';
import { promptsWords } from '../../components/prompts-words.ts';
import { dayAfter, dayOf } from '../../lib/class-list/days.ts';
import { modulesIn } from '../../lib/learn/curriculum.ts';
import type { Module } from '../../lib/learn/module.ts';
import type { Report } from '../../lib/learn/report.ts';
import { type StringKey, type Translate, translator } from '../../lib/locale.ts';
import { type NoticeWord, noticeWords } from '../../lib/notices.ts';
import { contentIn } from '../../lib/practice/content.ts';
import { lastWeeks } from '../../lib/store/counts.ts';
import { type Spoken, spoken } from '../../lib/words.ts';
import biasWords from '../../locales/bias.json' with { type: 'json' };
import gaps from '../../locales/gaps.json' with { type: 'json' };
import learn from '../../locales/learn.json' with { type: 'json' };
import mistake from '../../locales/mistake.json' with { type: 'json' };
import policyWords from '../../locales/policy.json' with { type: 'json' };
import practice from '../../locales/practice.json' with { type: 'json' };
import privacy from '../../locales/privacy.json' with { type: 'json' };
import voice from '../../locales/voice.json' with { type: 'json' };
import welcome from '../../locales/welcome.json' with { type: 'json' };
import { type BedBrowser, type BedTab, type Clip, launch, WINDOW } from './bed-browser.ts';
import { launchWithPolicy, type ManagedBrowser } from './managed-browser.ts';

/** A browser in one language, with the words that its screens show. */
export interface Stage {
  browser: BedBrowser;
  /** One that a district manages; null until it is needed. */
  managed: ManagedBrowser | null;
  tag: string;
  language: Spoken;
  t: Translate;
  notice: (word: NoticeWord) => string;
}

/** A screen that stands. */
export interface Screen {
  /** The tab that it is in. */
  page: Page;
  /** The document to look at; null where the screen is a notice, which no script can reach. */
  view: Page | Frame | null;
  /** Reads what stands in a notice, as a screen reader would. */
  tab: BedTab | null;
}

export interface State {
  name: string;
  /** Its heading, or the name of its dialog; the words of a notice. Of a page with words of its own, in both languages. */
  heading: StringKey | NoticeWord | Record<Spoken, string>;
  open(stage: Stage): Promise<Screen>;
}

/** Starts a browser in a language, given as a BCP 47 tag. */
export async function openStage(tag: 'en-US' | 'es-MX'): Promise<Stage> {
  const browser = await launch({ language: tag });
  return { browser, managed: null, tag, language: spoken(tag), t: translator(tag), notice: noticeWords(tag) };
}

export async function closeStage({ browser, managed }: Stage): Promise<void> {
  await Promise.all([browser.close(), managed?.close()]);
}

/** The stage in a browser with a district's policy. */
async function withPolicy(stage: Stage, policy: object): Promise<Stage> {
  stage.managed ??= await launchWithPolicy({}, { language: stage.tag });
  await stage.managed.setPolicy(policy);
  return { ...stage, browser: stage.managed };
}

/** Closes all screens and forgets what was said in them, so that the next one starts as in a new browser. */
export async function clearStage({ browser, managed }: Stage): Promise<void> {
  await managed?.tidy();
  await browser.tidy();
  for (const page of browser.context.pages()) {
    await page.setViewportSize(WINDOW);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' });
  }
  await browser.forgetSession();
  const forget = async () => {
    await chrome.storage.local.remove([
      'corrections',
      'policy',
      'me',
      'hide-details',
      'keep-line',
      'copy-names',
      'label-numbers',
      'learn-progress',
      'own-pack',
      'reports',
      'welcome-waits',
    ]);
    indexedDB.deleteDatabase('class-lists');
  };
  for (const one of [browser, managed]) await (await one?.worker())?.evaluate(forget);
}

/** Waits until a screen has heard of the window's size and colours, and is drawn with them: a frame hears late. */
export async function settled({ page, view }: Screen, dark = false): Promise<void> {
  const seen = view ?? page;
  const most = page.viewportSize()?.width ?? 0;
  const heard = ([most, dark]: [number, boolean]) =>
    innerWidth <= most && matchMedia('(prefers-color-scheme: dark)').matches === dark;
  await expect.poll(() => seen.evaluate(heard, [most, dark] as [number, boolean])).toBe(true);
  await seen.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/** The drafts, in the language of the screens around them. */
const DRAFTS = {
  en: {
    simple:
      "Please help me write a short, friendly note home about Maya Lopez (ID 204418). Maya was late twice, and she read her story to the class. Her mom's email is ana.lopez@example.org.",
    which: 'Maya Lopez sat next to Maya Chen. Maya was late, and Mr. Whitfield waited.',
    sensitive:
      'Maya Lopez has dyslexia and takes medicine for seizures. She was suspended for two days on October 12. She goes to Lincoln Middle School and takes bus 12. Her family stays in a shelter.',
    danger: 'Maya Lopez told me her dad hits her and showed me bruises on her arm. Help me write it down.',
    bias: 'Write a behavior plan for Maya Lopez (ID 204418), my autistic student who keeps calling out in third period.',
    late: (name: string) => `${name} was late.`,
    comment: (name: string) =>
      `${name}\n${name} listens well and joins in when the class talks about books. A next step is to check the work once more before it is handed in.`,
  },
  es: {
    simple:
      'Ayúdeme a escribir una nota corta y amable para la familia de Maya López (matrícula 204418). Maya leyó un libro de volcanes. El correo de su mamá es ana.lopez@example.org.',
    which: 'Maya López se sentó junto a Maya Chen. Maya llegó tarde y el maestro Whitfield la esperó.',
    sensitive:
      'Maya López tiene dislexia y toma medicina para las convulsiones. Fue suspendida dos días el 12 de octubre. Va a la escuela Lincoln y toma el autobús 12. Su familia vive en un refugio.',
    danger:
      'Maya López me contó que su papá le pega y me enseñó moretones en el brazo. Ayúdeme a escribirlo.',
    bias: 'Escriba un plan de conducta para Maya López (matrícula 204418), mi alumna autista que habla sin levantar la mano.',
    late: (name: string) => `${name} llegó tarde.`,
    comment: (name: string) =>
      `${name}\n${name} escucha bien y participa cuando la clase habla de libros. El siguiente paso es revisar el trabajo una vez más antes de entregarlo.`,
  },
};
const CLASS = [
  ...['Ava Alvarez', 'Ben Brooks', 'Chloe Chen', 'Diego Dawson', 'Elena Ellis', 'Finn Flores'],
  ...['Grace Gupta', 'Hassan Huang', 'Ivy Ibrahim', 'Jamal Jensen', 'Kira Khan', 'Liam Moore'],
];

const CLEAN = {
  en: 'Plan a lesson on fractions. Use number lines.',
  es: 'Prepare una clase sobre fracciones. Use rectas numéricas.',
};

/** A language that is not read. */
const VIETNAMESE = 'hôm nay cháu không đi học được vì cháu bị ốm từ hôm qua';

async function openChat(stage: Stage): Promise<BedTab> {
  const tab = await stage.browser.open('prosemirror-chatgpt');
  await tab.start('');
  return tab;
}

async function setLocal(stage: Stage, values: object): Promise<void> {
  await (await stage.browser.worker()).evaluate((some) => chrome.storage.local.set(some), values);
}

/** The id of the tab at an address; of one whose address the extension may not know, where that is empty. */
async function tabIdOf(stage: Stage, url: string): Promise<number> {
  const worker = await stage.browser.worker();
  const find = (wanted: string) =>
    chrome.tabs.query({}).then((tabs) => tabs.find((one) => (one.url ?? '') === wanted)?.id ?? -1);
  let id = -1;
  await expect
    .poll(async () => {
      id = await worker.evaluate(find, url);
      return id;
    })
    .not.toBe(-1);
  return id;
}

async function openOwn(stage: Stage, path: string): Promise<Screen & { view: Page }> {
  const page = await stage.browser.openOwn(path);
  return { page, view: page, tab: null };
}

async function openPopup(stage: Stage, url: string): Promise<Screen> {
  const screen = await openOwn(stage, `popup.html?tab=${await tabIdOf(stage, url)}`);
  await screen.page.locator('.more-tip').waitFor();
  return screen;
}

/** The popup about a chat that no list has, once it offers to turn Chalkline on there. */
async function openPopupAtUnknown(stage: Stage, offer: StringKey): Promise<Screen> {
  const page = await stage.browser.context.newPage();
  // Over a real tab the browser tells the popup alone where it is.
  await page.addInitScript(() => {
    const get = (_: number, tell?: (tab: object) => void) => {
      const tab = { url: 'https://chat.example.org/' };
      tell?.(tab);
      return Promise.resolve(tab);
    };
    Object.defineProperty(chrome.tabs, 'get', { value: get });
  });
  await page.goto(`chrome-extension://${stage.browser.extensionId}/popup.html?tab=1`);
  await page.getByRole('button', { name: stage.t(offer) }).waitFor();
  await page.locator('.more-tip').waitFor();
  return { page, view: page, tab: null };
}

/** Pastes into a chat and waits for the dialog of that name. */
async function ask(stage: Stage, tab: BedTab, clip: Clip | string, title: StringKey): Promise<Frame> {
  await tab.paste(clip);
  return tab.review(stage.t(title));
}

interface Change {
  policy?: object;
  clip?: (drafts: (typeof DRAFTS)['en']) => Clip | string;
  /** Of a conversation in which something was chosen before. */
  memory?: object;
  after?(frame: Frame, stage: Stage, tab: BedTab): Promise<unknown>;
}

/** Opens a review of a draft, in which then something is done. */
function review({ policy, clip = ({ simple }) => simple, memory, after }: Change): State['open'] {
  return async (stage) => {
    if (policy) await setLocal(stage, { policy });
    // Where a frame goes, Playwright's other language goes from those of its process for a while: no second review there.
    const { browser, language } = stage;
    const tab = await (language === 'en' ? browser.again('prosemirror-chatgpt') : openChat(stage));
    await tab.start('');
    if (memory) await setMemory(stage, tab, memory);
    const frame = await ask(stage, tab, clip(DRAFTS[stage.language]), 'review.title');
    // It stands before the labels are there.
    await frame.locator('ins').first().waitFor({ state: 'attached' });
    await after?.(frame, stage, tab);
    return { page: tab.page, view: frame, tab };
  };
}

async function setMemory(stage: Stage, tab: BedTab, memory: object): Promise<void> {
  const id = await tabIdOf(stage, tab.page.url());
  const { host, pathname } = new URL(tab.page.url());
  const value = { [`memory-${id}`]: { [host + pathname]: { choices: {}, streak: 0, ...memory } } };
  await (await stage.browser.worker()).evaluate((some) => chrome.storage.session.set(some), value);
}

const unfold = (view: Page | Frame, which: string) =>
  view.locator(which).evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });

const press = (view: Page | Frame, name: string) =>
  view.getByRole('button', { name, exact: true }).first().click();

/** A review whose text is swapped, once its buttons answer. */
async function takeSwapped(stage: Stage, tab: BedTab, frame: Frame): Promise<void> {
  await tab.page.waitForTimeout(600);
  await tab.click(frame, stage.t('review.use'));
}

async function swapOnce(stage: Stage, tab: BedTab): Promise<void> {
  await takeSwapped(stage, tab, await ask(stage, tab, DRAFTS[stage.language].simple, 'review.title'));
  await expect.poll(() => tab.text()).toMatch(/\[(?:Student|Estudiante) /);
  await tab.focused();
}

/** Runs code in the world of our guard in a page, which a test cannot reach otherwise. */
async function inGuard(tab: BedTab, expression: string): Promise<void> {
  const session = await tab.page.context().newCDPSession(tab.page);
  const ids: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) ids.push(context.id);
  });
  await session.send('Runtime.enable');
  for (const contextId of ids) await session.send('Runtime.evaluate', { expression, contextId });
  await session.detach();
}

/** Does what makes a notice come, and waits for it. */
function notice(word: NoticeWord, run: (stage: Stage, tab: BedTab) => Promise<unknown>): State['open'] {
  return async (stage) => {
    const tab = await openChat(stage);
    await tab.paste('Ready?');
    await expect.poll(() => tab.text()).not.toBe('');
    await tab.start('');
    await run(stage, tab);
    const [words = ''] = stage.notice(word).split('{0}').filter(Boolean);
    await expect.poll(async () => (await tab.notice()).join(' '), { timeout: 8000 }).toContain(words.trim());
    return { page: tab.page, view: null, tab };
  };
}

/** A district's list of tools, in the language of the screens. */
const TOOLS = (stage: Stage) => ({
  approvedTools: [{ site: 'gemini', tier: 'agreement' }],
  useInstead: { en: 'Gemini with your school account', es: 'Gemini con su cuenta de la escuela' }[
    stage.language
  ],
  useInsteadLink: 'https://example.org/tools',
});

/** A chat that is not on the list, once its bar stands. */
function bar(word: NoticeWord, more: object): State['open'] {
  return async (stage) => {
    const tab = await openChat(await withPolicy(stage, { ...TOOLS(stage), ...more }));
    await expect
      .poll(async () => (await tab.notice()).join(' '), { timeout: 8000 })
      .toContain(stage.notice(word));
    return { page: tab.page, view: null, tab };
  };
}

/** The popup about a chat under a policy. */
function districtPopup(policy: (stage: Stage) => object, host?: string): State['open'] {
  return async (stage) => {
    const managed = await withPolicy(stage, policy(stage));
    const tab = await managed.browser.open('prosemirror-chatgpt', host);
    return openPopup(managed, tab.page.url());
  };
}

const REVIEWS: Record<string, State['open']> = {
  simple: review({}),
  'many-folded': review({ clip: ({ comment }) => CLASS.map(comment).join('\n\n') }),
  'many-open': review({
    clip: ({ comment }) => CLASS.map(comment).join('\n\n'),
    after: (frame) => unfold(frame, '.fold'),
  }),
  which: review({ clip: ({ which }) => which }),
  sensitive: review({ clip: ({ sensitive }) => sensitive }),
  danger: review({ clip: ({ danger }) => danger }),
  bias: review({
    clip: ({ bias }) => bias,
    after: (frame, { language }) => frame.getByRole('heading', { name: biasWords[language].title }).waitFor(),
  }),
  'all-open': review({
    clip: ({ simple, which }) => `${simple}\n\n${which}`,
    after: (frame) => unfold(frame, 'details'),
  }),
  editing: review({
    after: async (frame, { t }) => {
      await press(frame, t('review.edit'));
      await frame.locator('textarea').waitFor();
    },
  }),
  veiled: review({
    after: async (frame, { t }) => {
      await press(frame, t('review.hide'));
      await frame.getByRole('button', { name: t('review.unhide') }).waitFor();
    },
  }),
  offer: review({ memory: { streak: 3, withoutAsking: 'no' } }),
  'offer-taken': review({
    memory: { streak: 3, withoutAsking: 'no' },
    after: async (frame, { t }) => {
      await press(frame, t('review.offer-yes'));
      await frame.getByText(t('review.offer-on')).waitFor();
    },
  }),
  blocked: review({ policy: { rules: { 'student-id': 'block', email: 'redact' } } }),
  corrected: review({
    clip: ({ simple, which }) => `${simple}\n\n${which}`,
    after: async (frame, { t }) => {
      await frame.locator('.other > summary').first().click();
      for (const words of ['review.not-a-person', 'review.never-a-name'] as const) {
        await frame
          .getByRole('button', { name: `${t(words)}: ` })
          .first()
          .click();
      }
      await press(frame, `${t('review.keep')}: ana.lopez@example.org`);
      await press(frame, `${t('review.keep-always')}: ana.lopez@example.org`);
      await frame.getByText(t('review.for-good')).nth(1).waitFor();
    },
  }),
  // Invented names, words in general, and the line that asks to keep labels.
  styles: review({
    policy: {
      aliasStyles: {
        ...{ 'person-name': 'stand-in', 'record-date': 'generalize', school: 'generalize' },
        ...{ disability: 'generalize', housing: 'generalize' },
      },
      rules: { disability: 'redact', housing: 'redact' },
    },
    clip: ({ simple, sensitive }) => `${simple}\n\n${sensitive}`,
    after: async (frame) => {
      await frame.getByRole('checkbox').check();
      await frame.locator('.added-line').waitFor();
    },
  }),
  'hidden-and-missed': review({
    clip: ({ simple }) => ({
      text: simple,
      html: `<p>${simple} <a href="mailto:grace.kim@example.org">+</a></p>`,
    }),
    after: async (frame, { t }) => {
      await frame.getByLabel(t('review.add')).fill('Wxyz');
      await press(frame, t('review.swap-this'));
      await frame.getByText(t('review.add-missing')).waitFor();
    },
  }),
};

const POPUPS: Record<string, { heading: StringKey; open: State['open'] }> = {
  guarded: {
    heading: 'state.guarded',
    open: async (stage) => {
      const tab = await openChat(stage);
      await swapOnce(stage, tab);
      return openPopup(stage, tab.page.url());
    },
  },
  paused: {
    heading: 'state.paused',
    open: async (stage) => {
      const screen = await openPopup(stage, (await openChat(stage)).page.url());
      await press(screen.page, stage.t('popup.pause'));
      await screen.page.getByRole('heading', { name: stage.t('state.paused') }).waitFor();
      return screen;
    },
  },
  'not-ai': { heading: 'state.not-ai', open: (stage) => openPopup(stage, '') },
  add: { heading: 'state.not-ai', open: (stage) => openPopupAtUnknown(stage, 'popup.add-site') },
  asked: {
    heading: 'state.optional',
    open: async (stage) =>
      openPopupAtUnknown(await withPolicy(stage, { sitesAdd: ['chat.example.org'] }), 'popup.turn-on'),
  },
  agreement: {
    heading: 'state.guarded',
    open: districtPopup(
      (stage) => ({ ...TOOLS(stage), lighterRules: { school: 'off' } }),
      'gemini.google.com',
    ),
  },
  'not-listed': {
    heading: 'state.guarded',
    open: districtPopup((stage) => ({ ...TOOLS(stage), unapprovedAction: 'hold' })),
  },
  off: { heading: 'state.off', open: districtPopup(() => ({ sitesOff: ['chatgpt'] })) },
  'without-asking': {
    heading: 'state.guarded',
    open: async (stage) => {
      const tab = await openChat(stage);
      await setMemory(stage, tab, { withoutAsking: 'yes' });
      return openPopup(stage, tab.page.url());
    },
  },
  'not-protected': {
    heading: 'state.not-protected',
    open: async (stage) => {
      // A page that the browser itself put there: no script of ours runs in it.
      const { page } = await openChat(stage);
      const gone = new URL('/gone', page.url()).href;
      await page.goto(gone).catch(() => {});
      const screen = await openPopup(stage, gone);
      await screen.page.getByRole('heading', { name: stage.t('state.not-protected') }).waitFor();
      return screen;
    },
  },
};

/** One of a teacher's own, saved before. */
const REPORT: Report = {
  id: '5f0c7f1e-52b5-4c0e-9d2f-5a5d5b1b7a10',
  week: '2026-11-23',
  kind: 'biased',
  task: 'support',
  severity: 'high',
  subject: 'ela',
  band: 'M',
  tool: 'ChatGPT',
  example: 'The same story with Student A and Student B: one plan was much harsher.',
  note: '',
};

/** A district's, with something wrong in it. */
const POLICY = {
  rules: { email: 'block', 'person-name': 'redact', emial: 'off' },
  minScore: { 'person-name': 0.4 },
  locked: ['person-name', 'sitesOff', 'allowPause'],
  schoolNames: ['Oak Middle School', 'Elm High School'],
  idFormats: ['S-#####', '##'],
  approvedTools: [
    { site: 'chatgpt', tier: 'agreement' },
    { site: 'chat.example.org', tier: 'approved' },
  ],
  unapprovedAction: 'nudge',
  useInsteadLink: 'ai.example.org',
  allowPause: false,
  topicsOff: ['grading'],
  future: true,
};

async function openOptions(stage: Stage): Promise<Screen & { view: Page }> {
  await setLocal(stage, {
    me: { names: ['Dana Whitfield'], emails: ['d.whitfield@example.org'], phones: [] },
    policy: { rules: { phone: 'redact' }, customTerms: ['Bluebird Group'], allowTerms: ['Comet'] },
    corrections: { never: ['Art'], keep: ['Emma Whitfield'] },
  });
  const screen = await openOwn(stage, 'options.html');
  const counts = { names: 14, identifiers: 6, indirect: 3, sensitive: 2, documents: 1 };
  await screen.page.evaluate(
    (sum) => chrome.runtime.sendMessage({ type: 'counts-add', counts: sum }),
    counts,
  );
  const before = lastWeeks([], 6, new Date()).slice(0, -1);
  await screen.page.evaluate(
    (weeks) =>
      new Promise<void>((done) => {
        const asked = indexedDB.open('chalkline', 1);
        asked.onsuccess = () => {
          const transaction = asked.result.transaction('weeks', 'readwrite');
          for (const [i, week] of weeks.entries()) {
            const counts = {
              names: 9 + 7 * i,
              identifiers: 4 + i,
              indirect: 5 - i,
              sensitive: i,
              documents: 1,
            };
            transaction.objectStore('weeks').put(counts, week);
          }
          transaction.oncomplete = () => {
            asked.result.close();
            done();
          };
        };
      }),
    before.map(({ week }) => week),
  );
  await screen.page.reload();
  await screen.page.locator('table').waitFor();
  return screen;
}

/** What a district has set, with mistakes in it. */
const DISTRICT = {
  statePack: 'IL',
  retentionDays: 90,
  allowPause: false,
  minScore: { 'person-name': 0.7 },
  schoolNames: ['Oak Middle School', 'Elm High School'],
  idFormats: ['S-#####'],
  privacyContact: 'Dana Whitfield, privacy@example.org',
  topicsOff: ['grading', 'iep'],
  locked: ['phone', 'allowPause'],
  rules: { email: 'shout' },
  approvedTools: [{ site: 'chatgpt', tier: 'ok' }],
  packs: ['{"format":"something else"}'],
};

/** A first module that is done and a second one that was begun. */
const LEARNED = {
  id: '6a3c1e2e-9c1f-4d3b-8f1e-0a1b2c3d4e5f',
  last: 'm2-scores',
  modules: {
    M1: progressOf(modulesIn('en')[0]!, 6, '2026-11-28'),
    M2: progressOf(modulesIn('en')[1]!, 2, null),
  },
};

function progressOf({ tips }: Module, read: number, done: string | null) {
  const days = Object.fromEntries(tips.slice(0, read).map(({ id }) => [id, '2026-11-28']));
  return { read: { ...days, lesson: '2026-11-28' }, right: done ? days : {}, seconds: 65 * read, done };
}

async function openLearn(stage: Stage, address: string): Promise<Screen & { view: Page }> {
  await setLocal(stage, { 'learn-progress': LEARNED });
  return openOwn(stage, `learn.html#${address}`);
}

/** A heading in both languages. */
const both = (of: (language: Spoken) => string) => ({ en: of('en'), es: of('es') });

const PROMPTS = both((language) => promptsWords(language)('title'));

async function keepOwnPrompt(stage: Stage): Promise<void> {
  const prompts = [{ title: 'Volcano night', text: 'Plan a volcano night for [grade].', task: 'other' }];
  const pack = { format: 'chalkline-pack', version: 1, title: '-', language: 'en', prompts };
  await setLocal(stage, { 'own-pack': pack });
}

const CLASSES = both((language) => classesWords(language)('title'));

/** As a school's system writes it, with something wrong in most rows. */
const ROSTER = [
  'Student_Number\tLast_Name\tFirst_Name\tGrade_Level\tIEP\tMother\tStudent_Email',
  '204418\tLopez\tMaya\t7\tY\tAna Lopez\tmaya@school.example',
  '204419\tCarter\tDevon\t7\tN\tJune Carter\tdevon@school.example',
  '204420\tNg\tHope\t7\tN\t\thope at school',
  '7\tChen\tX\t7\tN\t\t',
  '204421\t\t\t7\tN\t\t',
].join('\n');

async function openClasses(stage: Stage): Promise<Screen & { view: Page }> {
  const screen = await openOwn(stage, 'classes.html');
  const today = dayOf(new Date());
  const people = CLASS.map((name, i) => {
    const [first = '', last = ''] = name.split(' ');
    return { id: `p${i}`, first, last, number: String(204_500 + i) };
  });
  const list = { added: today, people };
  for (const change of [
    { kind: 'add', list: { ...list, id: 'a', name: 'Period 3', ends: dayAfter(today, 12) } },
    { kind: 'add', list: { ...list, id: 'b', name: 'Period 5', ends: dayAfter(today, 200) } },
  ]) {
    await screen.page.evaluate(
      (change) => chrome.runtime.sendMessage({ type: 'class-lists-change', change }),
      change,
    );
  }
  await screen.page.reload();
  await screen.page.locator('.class').first().waitFor();
  return screen;
}

const PAGES: Record<string, Pick<State, 'heading' | 'open'>> = {
  learn: { heading: both((language) => learn[language].title), open: (stage) => openLearn(stage, '') },
  'learn-question': {
    heading: both((language) => modulesIn(language)[1]!.tips[0]!.quiz.question),
    open: async (stage) => {
      const screen = await openLearn(stage, 'm2-family-names/question');
      const { answer } = modulesIn(stage.language)[1]!.tips[0]!.quiz;
      await screen.page
        .getByRole('radio')
        .nth(answer === 0 ? 1 : 0)
        .check();
      await press(screen.page, learn[stage.language].check);
      await screen.page.locator('.reason').waitFor();
      return screen;
    },
  },
  'learn-record': {
    heading: both((language) => learn[language]['record.title']),
    open: async (stage) => {
      const screen = await openLearn(stage, 'record');
      await press(screen.page, learn[stage.language]['record.csv.get']);
      await screen.page.locator('.problem:not(:empty)').waitFor();
      return screen;
    },
  },
  check: { heading: 'check.title', open: (stage) => openOwn(stage, 'check.html') },
  'check-done': {
    heading: 'check.title',
    open: async (stage) => {
      const { t } = stage;
      const screen = await openOwn(stage, 'check.html');
      await screen.page.getByLabel(t('check.any'), { exact: true }).fill(DRAFTS[stage.language].simple);
      await press(screen.page, t('check.run'));
      await screen.page.getByLabel(t('check.result'), { exact: true }).waitFor();
      const back = screen.page.getByRole('textbox', { name: t('check.back'), exact: true });
      await back.fill('[Student 1], [Student 999]');
      await press(screen.page, t('check.back-run'));
      await screen.page.getByRole('textbox', { name: t('check.back-result'), exact: true }).waitFor();
      const buffer = Buffer.from('[Student 1] read. [Student 998] and [Student 999] wrote.');
      await screen.page
        .getByLabel(t('check.file'), { exact: true })
        .setInputFiles({ name: 'answer.md', mimeType: '', buffer });
      await screen.page.getByText(t('check.file-keep')).waitFor();
      return screen;
    },
  },
  'practice-room': {
    heading: both((language) => practice[language].title),
    open: async (stage) => {
      const screen = await openOwn(stage, 'practice.html');
      const box = screen.page.getByLabel(practice[stage.language].message, { exact: true });
      await box.fill(DRAFTS[stage.language].late('[Student 1]'));
      await press(screen.page, practice[stage.language].send);
      await screen.page.locator('.answer').waitFor();
      await screen.page.getByText(practice[stage.language]['still-none']).waitFor();
      return screen;
    },
  },
  'practice-present': {
    heading: both((language) => contentIn(language).agenda.steps.predict!.title),
    open: async (stage) => {
      const screen = await openOwn(stage, 'practice.html#present');
      await press(screen.page, practice[stage.language].next);
      await press(screen.page, practice[stage.language].next);
      await screen.page.locator('.would-stop').first().waitFor();
      return screen;
    },
  },
  'practice-handout': {
    heading: both((language) => contentIn(language).handout.title),
    open: (stage) => openOwn(stage, 'practice.html#handout'),
  },
  prompts: { heading: PROMPTS, open: (stage) => openOwn(stage, 'prompts.html') },
  'prompts-own': {
    heading: PROMPTS,
    open: async (stage) => {
      const words = promptsWords(stage.language);
      await keepOwnPrompt(stage);
      const screen = await openOwn(stage, 'prompts.html');
      await screen.page.getByLabel(words('find.words')).fill('volc');
      await screen.page.getByLabel(words('own.field.title'), { exact: true }).fill(words('title'));
      await screen.page.locator('#own-text').fill(DRAFTS[stage.language].simple);
      await press(screen.page, words('own.save'));
      await screen.page.locator('.problem').waitFor();
      return screen;
    },
  },
  classes: {
    heading: CLASSES,
    open: async (stage) => {
      const screen = await openClasses(stage);
      await screen.page.locator('.class > summary').first().click();
      await screen.page.locator('.people li').first().waitFor();
      await press(screen.page, classesWords(stage.language)('person.add'));
      return screen;
    },
  },
  'classes-add': {
    heading: CLASSES,
    open: async (stage) => {
      const w = classesWords(stage.language);
      const screen = await openClasses(stage);
      await screen.page.locator('#paste').fill(ROSTER);
      await press(screen.page, w('look'));
      await screen.page.getByRole('heading', { name: w('preview') }).waitFor();
      for (const note of await screen.page.locator('.notes summary').all()) await note.click();
      return screen;
    },
  },
  'voice-found': {
    heading: { en: voice.en.title, es: voice.es.title },
    open: async (stage) => {
      const w = voice[stage.language];
      await setLocal(stage, { reports: [REPORT] });
      const { page, ...screen } = await openOwn(stage, 'voice.html');
      await page.getByRole('radio').first().check();
      await page.getByLabel(w.task, { exact: true }).selectOption('feedback');
      await page.getByLabel(w.example, { exact: true }).fill(DRAFTS[stage.language].simple);
      await press(page, w.save);
      await page.getByText(w.found).waitFor();
      return { ...screen, page };
    },
  },
  mistake: {
    heading: { en: mistake.en.title, es: mistake.es.title },
    open: async (stage) => {
      const screen = await openOwn(stage, 'mistake.html');
      await screen.page.getByLabel(mistake[stage.language]['kind.grades']).check();
      return screen;
    },
  },
  'welcome-district': {
    heading: { en: welcome.en.does, es: welcome.es.does },
    open: async (stage) => {
      const page = await stage.browser.context.newPage();
      await page.addInitScript(() => {
        const getSelf = (tell?: (self: object) => void) => {
          tell?.({ installType: 'admin' });
          return Promise.resolve({ installType: 'admin' });
        };
        Object.defineProperty(chrome.management, 'getSelf', { value: getSelf });
      });
      await page.goto(`chrome-extension://${stage.browser.extensionId}/welcome.html`);
      await page.locator('.district').waitFor();
      return { page, view: page, tab: null };
    },
  },
  privacy: {
    heading: { en: privacy.en.title, es: privacy.es.title },
    open: (stage) => openOwn(stage, 'privacy.html'),
  },
  gaps: {
    heading: both((language) => gaps[language].title),
    open: (stage) => openOwn(stage, 'gaps.html'),
  },
  'welcome-gaps': {
    heading: { en: welcome.en.never, es: welcome.es.never },
    open: async (stage) => {
      const screen = await openOwn(stage, 'welcome.html');
      await press(screen.page, welcome[stage.language].next);
      await screen.page.getByRole('heading', { name: welcome[stage.language].never }).waitFor();
      return screen;
    },
  },
  'welcome-try': {
    heading: { en: welcome.en.try, es: welcome.es.try },
    open: async (stage) => {
      const w = welcome[stage.language];
      const screen = await openOwn(stage, 'welcome.html');
      await press(screen.page, w.skip);
      await screen.page.getByLabel(w.email, { exact: true }).fill('d.whitfield');
      await press(screen.page, w.practice);
      await screen.page.locator('.problem').waitFor();
      return screen;
    },
  },
  policy: {
    heading: both((language) => policyWords[language].title),
    open: (stage) => openOwn(stage, 'policy.html'),
  },
  'policy-filled': {
    heading: both((language) => policyWords[language].title),
    open: async (stage) => {
      const { page, ...screen } = await openOwn(stage, 'policy.html');
      const w = policyWords[stage.language];
      const open = async (name: string, policy: object) => {
        const buffer = Buffer.from(JSON.stringify(policy));
        await page
          .getByLabel(w['open.file'], { exact: true })
          .setInputFiles({ name, mimeType: 'application/json', buffer });
        await page.locator('.sure').waitFor();
      };
      await open('policy.json', POLICY);
      await press(page, w['open.use']);
      await page.getByText(w['open.done']).waitFor();
      await press(page, w['try.run']);
      await page.locator('#try table').waitFor();
      await page.locator('#chrome-id').fill('not-an-id');
      await page.getByRole('button', { name: 'chalkline-linux.json' }).click();
      // The file of another one, with what is not ours.
      await open('linux.json', {
        '3rdparty': { extensions: { x: { ...POLICY, fields: ['gone'] } } },
        Other: 1,
      });
      return { ...screen, page };
    },
  },
  options: { heading: 'options.title', open: openOptions },
  'options-district': {
    heading: 'options.title',
    open: async (stage) => {
      const screen = await openOwn(await withPolicy(stage, DISTRICT), 'options.html');
      await screen.page.locator('.set').first().waitFor();
      return screen;
    },
  },
  'options-unfolded': {
    heading: 'options.title',
    open: async (stage) => {
      const screen = await openOptions(stage);
      await unfold(screen.page, 'details');
      const box = screen.page.getByLabel(stage.t('options.me.emails.add'), { exact: true });
      await box.fill('not-an-email');
      await box.press('Enter');
      await screen.page.locator('.problem').waitFor();
      return screen;
    },
  },
  'options-sites': {
    heading: 'options.title',
    open: async (stage) => {
      const lists = {
        sitesAdd: ['chat.example.org', 'huggingchat'],
        sitesOff: ['claude', 'chat.openai.com'],
      };
      const managed = await withPolicy(stage, lists);
      await setLocal(managed, { policy: { sitesAdd: ['ai.example.org'] } });
      const screen = await openOwn(managed, 'options.html');
      await screen.page.getByRole('heading', { name: stage.t('options.sites.asked') }).waitFor();
      return screen;
    },
  },
  'options-erase': {
    heading: 'options.title',
    open: async (stage) => {
      const screen = await openOptions(stage);
      await press(screen.page, stage.t('options.erase.title'));
      await screen.page.locator('.sure').waitFor();
      return screen;
    },
  },
};

/** Puts files of the fixtures into a chat, or ones with the simple draft in them, and waits for the dialog of that name. */
function files(names: string[], title: StringKey, after?: (frame: Frame) => Promise<unknown>): State['open'] {
  return async (stage) => {
    const tab = await openChat(stage);
    return askAbout(stage, tab, names, stage.t(title), after);
  };
}

async function askAbout(
  { language }: Stage,
  tab: BedTab,
  names: string[],
  title: string,
  after?: (frame: Frame) => Promise<unknown>,
): Promise<Screen> {
  const draft = Buffer.from(DRAFTS[language].simple);
  const all = names.map((name) => {
    const fixture = `tests/files/fixtures/${name}`;
    return { name: basename(name), bytes: [...(existsSync(fixture) ? readFileSync(fixture) : draft)] };
  });
  await tab.page.evaluate((some) => {
    const clipboardData = new DataTransfer();
    for (const { name, bytes } of some) clipboardData.items.add(new File([Uint8Array.from(bytes)], name));
    const init = { bubbles: true, cancelable: true, composed: true };
    document.body.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData }));
  }, all);
  const frame = await tab.review(title);
  await after?.(frame);
  return { page: tab.page, view: frame, tab };
}

/**
 * Puts a picture of a draft into a chat.
 * @param read the dialog after its words were read; without it they are not
 */
function picture(draft: 'simple' | 'clean', read?: StringKey): State['open'] {
  return async (stage) => {
    const { t } = stage;
    const text = draft === 'clean' ? CLEAN[stage.language] : DRAFTS[stage.language].simple;
    const paper = await stage.browser.context.newPage();
    await paper.setViewportSize({ width: 560, height: 150 });
    await paper.setContent(`<body style="font:18px/1.4 sans-serif;margin:20px">${text}`);
    const bytes = await paper.screenshot();
    await paper.close();
    const tab = await openChat(stage);
    await tab.paste({ png: bytes.toString('base64') });
    if (read) await tab.answer(t('file.read-picture'), t('file.title.picture'));
    const view = await tab.review(t(read ?? 'file.title.picture'));
    if (draft === 'simple' && read) await view.locator('ins').first().waitFor();
    return { page: tab.page, view, tab };
  };
}

const READING = both((language) => translator(language)('file.reading', 'roster.xlsx'));

const FILES: State[] = [
  {
    name: 'file-review',
    heading: 'review.title',
    open: files(['roster.xlsx'], 'review.title', (frame) => frame.locator('ins').first().waitFor()),
  },
  {
    name: 'file-review-several',
    heading: 'review.title',
    open: files(['text/letter.pdf', 'plan.txt'], 'review.title', (frame) =>
      frame.locator('ins').first().waitFor(),
    ),
  },
  { name: 'file-problem', heading: 'file.problem', open: files(['text/password.pdf'], 'file.problem') },
  {
    name: 'file-problem-several',
    heading: 'file.problem',
    open: files(['text/scan.pdf', 'plan.txt'], 'file.problem'),
  },
  { name: 'picture', heading: 'file.title.picture', open: picture('simple') },
  {
    name: 'picture-review',
    heading: 'review.title',
    open: picture('simple', 'review.title'),
  },
  {
    name: 'picture-clean',
    heading: 'file.title.picture-clean',
    open: picture('clean', 'file.title.picture-clean'),
  },
  {
    name: 'file-reading',
    heading: READING,
    open: async (stage) => {
      const tab = await openChat(stage);
      // A worker that never answers, in a review page that is loaded from now on.
      await tab.page.addInitScript(() => {
        if (location.pathname === '/review.html') Worker.prototype.postMessage = () => {};
      });
      await tab.page.reload();
      await tab.ready();
      await tab.start('');
      return askAbout(stage, tab, ['roster.xlsx', 'plan.txt'], READING[stage.language]);
    },
  },
];

const OTHERS: State[] = [
  {
    name: 'checking',
    heading: 'checking.title',
    open: async (stage) => {
      const tab = await openChat(stage);
      // Between two slices the check waits for a turn, and something else may once. The fourth turn never comes.
      await tab.page.addInitScript(() => {
        const later = globalThis.setTimeout;
        let turns = 0;
        globalThis.setTimeout = ((run: () => void, ms?: number) => {
          const isHeld = ms === 0 && location.pathname === '/review.html' && ++turns === 4;
          return isHeld ? 0 : later(run, ms);
        }) as typeof setTimeout;
      });
      const long = CLASS.map(DRAFTS[stage.language].comment).join('\n\n').repeat(50);
      const frame = await ask(stage, tab, long, 'checking.title');
      await expect
        .poll(() => frame.locator('progress').evaluate((bar) => (bar as HTMLProgressElement).value))
        .toBeGreaterThan(0);
      return { page: tab.page, view: frame, tab };
    },
  },
  {
    name: 'offer',
    heading: 'offer.title',
    open: async (stage) => {
      const tab = await openChat(stage);
      const frame = await ask(stage, tab, DRAFTS[stage.language].simple, 'review.title');
      await tab.page.evaluate(() => document.querySelector('#composer')?.remove());
      await takeSwapped(stage, tab, frame);
      const find = () =>
        tab.page.frames().find((one) => one !== frame && one.url().includes('/review.html')) ?? null;
      await expect.poll(find, { timeout: 8000 }).not.toBeNull();
      const offer = find() as Frame;
      await offer.getByRole('dialog', { name: stage.t('offer.title') }).waitFor();
      return { page: tab.page, view: offer, tab };
    },
  },
];

/** A chat that has answered with the labels of a note. */
async function answered(stage: Stage, tab: BedTab): Promise<void> {
  await swapOnce(stage, tab);
  const [label = ''] = /\[(?:Student|Estudiante) \d+\]/.exec(await tab.text()) ?? [];
  const [title, first, second] =
    stage.language === 'en'
      ? ['A note home', ' did well this week.', ': read for ten minutes a day']
      : ['Una nota para casa', ' trabajó bien esta semana.', ': leer diez minutos al día'];
  await tab.bed(
    (bed, [label, title, first, second]) =>
      bed.answer(
        ['h3', title!],
        ['p', label + first!],
        ['ul', ['li', label + second!]],
        ['p', '[Student 900007]'],
      ),
    [label, title, first, second],
  );
}

const ANSWERS: State[] = [
  {
    name: 'answer',
    heading: 'answer.title',
    open: async (stage) => {
      const tab = await openChat(stage);
      await answered(stage, tab);
      await stage.browser.showAnswer(tab);
      return { page: tab.page, view: await tab.review(stage.t('answer.title')), tab };
    },
  },
  {
    name: 'notice-copy-ask',
    heading: 'copy-ask',
    open: notice('copy-ask', async (stage, tab) => {
      await answered(stage, tab);
      await tab.page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        getSelection()?.selectAllChildren(document.querySelector('[data-message-author-role="assistant"]')!);
      });
      await tab.press('Control+C');
    }),
  },
];

const NOTICES: State[] = [
  {
    name: 'notice-swapped',
    heading: 'swapped',
    open: notice('swapped', async (stage, tab) => {
      await swapOnce(stage, tab);
      await tab.start('');
      await tab.paste(DRAFTS[stage.language].simple);
    }),
  },
  {
    name: 'notice-cannot-check',
    heading: 'cannot-check',
    open: notice('cannot-check', async (stage, tab) => {
      await inGuard(
        tab,
        `globalThis[Symbol.for('chalkline.slot')].detector = { detect() { throw new Error('broken') }, warm() {} }`,
      );
      await tab.paste(DRAFTS[stage.language].simple);
    }),
  },
  {
    name: 'notice-language',
    heading: 'language',
    open: notice('language', (_stage, tab) => tab.paste(VIETNAMESE)),
  },
  {
    name: 'notice-details',
    heading: 'details',
    open: notice('details', (stage, tab) => tab.page.keyboard.insertText(DRAFTS[stage.language].simple)),
  },
  {
    name: 'notice-send-again',
    heading: 'send-again',
    open: async (stage) => {
      const tab = await stage.browser.open('senders');
      await tab.start('', 0, 0, 'trusted');
      await tab.page.keyboard.insertText(DRAFTS[stage.language].simple);
      await tab.press('Enter');
      const frame = await tab.review(stage.t('review.title'));
      await takeSwapped(stage, tab, frame);
      await expect.poll(() => tab.notice(), { timeout: 8000 }).toContain(stage.notice('send-again'));
      return { page: tab.page, view: null, tab };
    },
  },
  { name: 'notice-bar', heading: 'bar.nudge.not-listed', open: bar('bar.nudge.not-listed', {}) },
  {
    name: 'notice-bar-hold',
    heading: 'bar.hold.not-listed',
    open: bar('bar.hold.not-listed', { unapprovedAction: 'hold' }),
  },
  {
    name: 'notice-welcome',
    heading: 'welcome',
    open: async (stage) => {
      await setLocal(stage, { 'welcome-waits': true });
      const tab = await openChat(stage);
      await expect.poll(() => tab.notice(), { timeout: 8000 }).toContain(stage.notice('welcome'));
      return { page: tab.page, view: null, tab };
    },
  },
];

/** Every state of every screen. */
export const STATES: State[] = [
  ...Object.entries(REVIEWS).map(([name, open]) => ({
    name: `review-${name}`,
    heading: 'review.title' as const,
    open,
  })),
  ...FILES,
  ...OTHERS,
  ...Object.entries(POPUPS).map(([name, rest]) => ({ name: `popup-${name}`, ...rest })),
  ...Object.entries(PAGES).map(([name, rest]) => ({ name, ...rest })),
  ...ANSWERS,
  ...NOTICES,
];
