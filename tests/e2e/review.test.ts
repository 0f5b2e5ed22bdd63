/** What a review asks and remembers, with real keys and a real clipboard: the walks of a hurried teacher. */
import type { Frame, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BedBrowser, type BedTab, focusIn, launch } from './bed-browser.ts';
import { FLAGGED, numberless, SWAPPED } from './editor-suite.ts';

let browser: BedBrowser;
let tab: BedTab;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  const worker = await browser.worker();
  const KEPT = ['policy', 'me', 'corrections', 'hide-details', 'keep-line'];
  await worker.evaluate((kept) => chrome.storage.local.remove(kept), KEPT);
  await browser.forgetSession();
  await browser.tidy();
});

async function setTeacherPolicy(policy: object): Promise<void> {
  await (await browser.worker()).evaluate((value) => chrome.storage.local.set({ policy: value }), policy);
}

/** Empties the composer and pastes. */
async function pasteInto(of: BedTab, text: string): Promise<void> {
  await of.start('');
  await of.paste(text);
}

/** Waits until a paste is in, and says whether a review was open for it. */
async function arrived(of: BedTab): Promise<boolean> {
  await expect
    .poll(async () => (await of.reviewing()) || (await of.text()) !== '', { timeout: 8000 })
    .toBe(true);
  return of.reviewing();
}

/** The text of the composer with its labels numbered from 1, in their order. */
function renumbered(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(/\[([A-Z][a-z]+) (\d+)\]/g, (label, kind: string) => {
    if (!numbers.has(label))
      numbers.set(label, [...numbers.keys()].filter((one) => one.startsWith(`[${kind} `)).length + 1);
    return `[${kind} ${numbers.get(label)}]`;
  });
}

const group = (review: Frame, name: string) =>
  review.locator('.group', { has: review.getByRole('button', { name, exact: true }) });
async function inGroup(review: Frame, name: string, action: string): Promise<void> {
  await group(review, name).getByText('Not right?').click();
  await group(review, name)
    .getByRole('button', { name: `${action}: ${name}`, exact: true })
    .click();
}

/** The popup as it stands over a tab. */
async function popupOver(of: BedTab): Promise<Page> {
  const worker = await browser.worker();
  const tabId = await worker.evaluate(async (url) => {
    return (await chrome.tabs.query({})).find((one) => one.url === url)?.id;
  }, of.page.url());
  const popup = await browser.context.newPage();
  await popup.goto(`chrome-extension://${browser.extensionId}/popup.html?tab=${tabId}`);
  return popup;
}

/** Opens the text for writing. @returns its box */
async function editing(review: Frame): Promise<Locator> {
  await review.getByRole('button', { name: 'Edit the text' }).click();
  return review.getByRole('textbox', { name: 'Your text' });
}

describe('choices are remembered', () => {
  test('the same three children over ten pastes: one dialog, nine notices', async () => {
    tab = await browser.open('prosemirror-chatgpt');
    const notes = [
      'Maya Lopez, Devon Carter and Aisha Khan work well together in group projects.',
      'Please write one warm sentence about Maya Lopez and her science notebook.',
      'Devon Carter shared his ideas with the class again.',
      'Make the part about Aisha Khan shorter.',
      'Aisha Khan and Devon Carter led the reading circle.',
      'Maya Lopez helped Devon Carter with his poster.',
      'Add that Aisha Khan likes to draw.',
      'Devon Carter, Maya Lopez and Aisha Khan made a model of a volcano.',
      'Write to the family of Maya Lopez in a friendly tone.',
      'Finish with a wish for Devon Carter.',
    ];
    let dialogs = 0;
    for (const note of notes) {
      await pasteInto(tab, note);
      if (await arrived(tab)) {
        dialogs += 1;
        await tab.choose('Use swapped text');
      } else {
        await expect.poll(() => tab.notice()).toEqual(expect.arrayContaining(['Review', 'Undo']));
        expect((await tab.notice()).join(' ')).toMatch(/Swapped (?:1 detail|\d details)/);
      }
      await expect.poll(() => tab.text()).not.toBe('');
      expect(await tab.text()).not.toMatch(/Maya|Lopez|Devon|Carter|Aisha|Khan/);
    }
    expect(dialogs).toBe(1);
    expect(await tab.everythingSeen()).not.toMatch(/Lopez|Carter|Khan/);
  });

  test('somebody new opens a review, in which the others stand as chosen', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Maya Lopez and Devon Carter were late.');
    const first = await tab.review();
    await first.getByRole('button', { name: 'Keep for this conversation: Devon Carter' }).click();
    await tab.choose('Use swapped text');
    await expect.poll(() => tab.text()).toMatch(/^\[Student \d+\] and Devon Carter were late\.$/);
    await pasteInto(tab, 'Devon Carter met Maya Lopez.');
    expect(await arrived(tab)).toBe(false);
    await expect.poll(() => tab.text()).toMatch(/^Devon Carter met \[Student \d+\]\.$/);
    await pasteInto(tab, 'Devon Carter met Aisha Khan and Maya Lopez.');
    const second = await tab.review();
    await expect.poll(() => group(second, 'Maya Lopez').innerText()).toContain('As you chose before');
    await tab.choose('Use swapped text');
    await expect.poll(() => tab.text()).toMatch(/^Devon Carter met \[Student \d+\] and \[Student \d+\]\.$/);
  });

  test('what is kept goes in with its formatting, and nothing is said to be swapped', async () => {
    tab = await browser.open('tiptap');
    await pasteInto(tab, 'Devon Carter was late.');
    const review = await tab.review();
    await review.getByRole('button', { name: 'Keep for this conversation: Devon Carter' }).click();
    await tab.choose('Use swapped text');
    await expect.poll(() => tab.text()).toBe('Devon Carter was late.');
    await tab.start('');
    await tab.paste({ text: 'Devon Carter was late.', html: '<p><b>Devon Carter</b> was late.</p>' });
    await expect.poll(() => tab.text()).toBe('Devon Carter was late.');
    expect(await tab.bed((bed) => bed.html?.(), null)).toContain('<strong>Devon Carter</strong>');
    expect((await tab.notice()).join(' ')).not.toMatch(/Swapped/);
  });

  test('Use original is trusted once and not again', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, FLAGGED);
    await tab.choose('Use original');
    await expect.poll(() => tab.text()).toBe(FLAGGED);
    await pasteInto(tab, FLAGGED);
    expect(await arrived(tab)).toBe(true);
  });

  test('for the address that a new chat gets, not for another conversation or one that was opened by a link', async () => {
    tab = await browser.again('react-textarea');
    const go = (path: string) => tab.page.evaluate((to) => history.pushState(null, '', to), path);
    const asks = async () => {
      await pasteInto(tab, FLAGGED);
      const asked = await arrived(tab);
      if (asked) await tab.choose('Use swapped text');
      await expect.poll(async () => numberless(await tab.text())).toBe(SWAPPED);
      return asked;
    };
    await go('/');
    expect(await asks()).toBe(true);
    await go('/c/67f0a1b2-11aa-4c1d');
    expect(await asks()).toBe(false);
    await go('/c/9911bb22-cc33-4d2e');
    expect(await asks()).toBe(true);
    await go('/');
    expect(await asks()).toBe(true);
    await tab.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '/c/44dd55ee-ff66-4a7b';
      link.textContent = 'An earlier chat';
      link.addEventListener('click', (event) => {
        event.preventDefault();
        history.pushState(null, '', link.href);
      });
      document.body.prepend(link);
    });
    await tab.page.click('text=An earlier chat');
    expect(await asks()).toBe(true);
  });

  test.each([
    ['a government id', 'The SSN of Maya Lopez is 219-09-9999.'],
    ['a password', 'Maya Lopez logs in with the password Tiger-4417.'],
    ['a sensitive statement about a person', 'Maya Lopez has dyslexia.'],
  ])('%s is asked about each time', async (_what, text) => {
    tab = await browser.again('react-textarea');
    for (let i = 0; i < 2; i++) {
      await pasteInto(tab, text);
      expect(await arrived(tab)).toBe(true);
      await tab.choose('Use swapped text');
      await expect.poll(() => tab.text()).toMatch(/\[Student \d+\]/);
    }
  });

  test('a paste that comes while a review is open waits, and is asked about next where a page made it', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Maya Lopez was late. ');
    await tab.review();
    await tab.place.evaluate(() => {
      // The page cannot be reached by hand meanwhile, so the paste is one that it makes itself.
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Maya Lopez was early.');
      const init = { clipboardData, bubbles: true, cancelable: true };
      document.querySelector('#message')?.dispatchEvent(new ClipboardEvent('paste', init));
    });
    const first = await tab.review();
    await tab.page.waitForTimeout(600);
    // Not `choose`, which waits for a moment without a review: the next one may come before that is seen.
    await tab.click(first, 'Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe('[Student #] was late. ');
    await expect.poll(async () => (await tab.review()) !== first).toBe(true);
    await tab.choose('Use swapped text');
    await expect
      .poll(async () => numberless(await tab.text()), { timeout: 8000 })
      .toBe('[Student #] was late. [Student #] was early.');
    expect(await tab.reviewing()).toBe(false);
  });
});

describe('names without asking', () => {
  test('is offered once after three unchanged reviews, is never on by itself, and is taken back in the popup', async () => {
    tab = await browser.again('react-textarea');
    const offer = 'Swap names without asking in this conversation';
    const children = ['Maya Lopez', 'Devon Carter', 'Aisha Khan', 'Grace Kim', 'Jamal Reed'];
    for (const child of children.slice(0, 3)) {
      await pasteInto(tab, `${child} was late.`);
      const review = await tab.review();
      expect(await review.getByRole('button', { name: offer }).count()).toBe(0);
      await tab.choose('Use swapped text');
      await expect.poll(() => tab.text()).not.toBe('');
    }
    await pasteInto(tab, `${children[3]} was late.`);
    const review = await tab.review();
    await review.getByRole('button', { name: offer }).click();
    await tab.choose('Use swapped text');
    await expect.poll(() => tab.text()).not.toBe('');

    await pasteInto(tab, `${children[4]} was late.`);
    expect(await arrived(tab)).toBe(false);
    await expect.poll(async () => numberless(await tab.text())).toBe('[Student #] was late.');
    await pasteInto(tab, 'The SSN of Jamal Reed is 219-09-9999.');
    expect(await arrived(tab)).toBe(true);
    await tab.choose('Cancel');

    const popup = await popupOver(tab);
    await popup.getByRole('button', { name: 'Ask me again' }).click();
    await popup.getByText('Names are swapped here without asking.').waitFor({ state: 'detached' });
    await tab.page.bringToFront();
    await pasteInto(tab, 'Zoe Whitfield was late.');
    const again = await tab.review();
    expect(await again.getByRole('button', { name: offer }).count()).toBe(0);
  });

  test('a roster of new people is asked about all the same', async () => {
    tab = await browser.again('react-textarea');
    const worker = await browser.worker();
    await worker.evaluate(async (url) => {
      const id = (await chrome.tabs.query({})).find((one) => one.url === url)?.id;
      const { host, pathname } = new URL(url);
      const memory = { choices: {}, streak: 0, withoutAsking: 'yes' };
      await chrome.storage.session.set({ [`memory-${id}`]: { [host + pathname]: memory } });
    }, tab.page.url());
    await pasteInto(tab, 'Zoe Whitfield was late.');
    expect(await arrived(tab)).toBe(false);
    await pasteInto(tab, 'Maya Lopez\nDevon Carter\nAisha Khan\nLiam Olsen\nGrace Kim\nJamal Reed');
    expect(await arrived(tab)).toBe(true);
  });
});

describe('the notice', () => {
  const swapByChoice = async (id: string, field?: string) => {
    tab = await browser.open(id);
    await tab.start('', 0, 0, field);
    await tab.paste(FLAGGED);
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe(SWAPPED);
    await tab.focused();
    await tab.start('my words:', 9, 9, field);
    await tab.paste(FLAGGED);
    await expect.poll(async () => numberless(await tab.text())).toBe(`my words:${SWAPPED}`);
    await expect.poll(() => tab.notice()).toContain('Undo');
  };

  test.each(['react-textarea', 'prosemirror'])('Undo, and then the original: %s', async (id) => {
    await swapByChoice(id);
    await tab.pressInNotice('Undo');
    await tab.choose('Use original');
    await expect.poll(() => tab.text()).toBe(`my words:${FLAGGED}`);
  });

  test.each(['react-textarea', 'prosemirror', 'lexical', 'quill', 'contenteditable'])(
    'Undo takes just the swapped text out where more was typed since: %s',
    async (id) => {
      await swapByChoice(id);
      await tab.page.keyboard.type(' and more');
      await tab.pressInNotice('Undo');
      await tab.review();
      expect(await tab.text()).toBe('my words: and more');
      await tab.choose('Cancel');
      expect(await tab.text()).toBe('my words: and more');
    },
  );

  test('Review leaves the text where nothing is changed, and puts in what was chosen otherwise', async () => {
    await swapByChoice('prosemirror');
    await tab.pressInNotice('Review');
    await tab.review();
    expect(numberless(await tab.text())).toBe(`my words:${SWAPPED}`);
    await tab.choose('Cancel');
    expect(numberless(await tab.text())).toBe(`my words:${SWAPPED}`);
    await tab.start('');
    await tab.paste(FLAGGED);
    await expect.poll(() => tab.notice()).toContain('Review');
    await tab.pressInNotice('Review');
    const review = await tab.review();
    await review.getByRole('button', { name: 'Keep for this conversation: 204418' }).click();
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe('[Student #] (ID 204418) was late.');
  });

  test('is reached by keyboard, stays while it has the focus, and gives the focus back', async () => {
    await swapByChoice('react-textarea');
    await tab.press('Alt+Shift+U');
    await tab.press('Tab');
    await tab.page.waitForTimeout(11_000);
    expect(await tab.notice()).toContain('Undo');
    await tab.press('Enter');
    await tab.review();
    expect(await tab.text()).toBe('my words:');
  });

  test('goes away by itself, and never holds a name', async () => {
    await swapByChoice('react-textarea');
    expect((await tab.notice()).join(' ')).toContain('Swapped 2 details');
    expect((await tab.notice()).join(' ')).not.toMatch(/Maya|Lopez|204418/);
    await expect.poll(() => tab.notice(), { timeout: 14_000 }).not.toContain('Undo');
    expect(numberless(await tab.text())).toBe(`my words:${SWAPPED}`);
  });
});

describe('groups', () => {
  test('two Mayas are kept apart, and Which Maya? is asked where a first name fits both', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Maya Lopez sat next to Maya Chen. Maya was late.');
    const review = await tab.review();
    await review.getByLabel('Which Maya?').selectOption({ label: 'Maya Chen' });
    await tab.choose('Use swapped text');
    await expect
      .poll(async () => renumbered(await tab.text()))
      .toBe('[Student 1] sat next to [Student 2]. [Student 2] was late.');
    // The first name alone still fits both.
    await pasteInto(tab, 'Maya came back.');
    const again = await tab.review();
    const which = again.getByLabel('Which Maya?');
    expect(await which.locator('option').allInnerTexts()).toEqual([
      'Not sure yet',
      expect.stringMatching(/^Maya Lopez \[Student \d+\]$/),
      expect.stringMatching(/^Maya Chen \[Student \d+\]$/),
      'Somebody else',
    ]);
    await which.selectOption({ index: 1 });
    const label = /\[Student \d+\]/.exec(await which.locator('option').nth(1).innerText())![0];
    await tab.choose('Use swapped text');
    await expect.poll(() => tab.text()).toBe(`${label} came back.`);
  });

  test('two children under one name get two labels', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Maya was late on Monday. Maya was early on Friday.');
    const review = await tab.review();
    await inGroup(review, 'Maya', 'Two different people');
    await expect.poll(() => review.locator('.group-name', { hasText: 'Maya' }).count()).toBe(2);
    await tab.choose('Use swapped text');
    await expect
      .poll(async () => renumbered(await tab.text()))
      .toMatch(/^\[Student 1\] was late on Monday\. \[Student 2\] was early on Friday\.$/);
  });

  test('a nickname is the same person from then on', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Guadalupe Torres was late. Her friends call out to Lupita Vega too.');
    const review = await tab.review();
    await group(review, 'Lupita Vega').getByText('Not right?').click();
    await group(review, 'Lupita Vega').getByRole('combobox').selectOption({ label: 'Guadalupe Torres' });
    await expect.poll(() => group(review, 'Lupita Vega').count()).toBe(0);
    await tab.choose('Use swapped text');
    await expect
      .poll(async () => renumbered(await tab.text()))
      .toMatch(/^\[Student 1\] was late\..*\[Student 1\] too\.$/);
    await pasteInto(tab, 'Lupita Vega met Guadalupe Torres.');
    expect(await arrived(tab)).toBe(false);
    await expect.poll(async () => renumbered(await tab.text())).toBe('[Student 1] met [Student 1].');
  });

  test('what is not a person is not asked about again, in any conversation', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Devon Carter was late. Maya Lopez was not.');
    await inGroup(await tab.review(), 'Devon Carter', 'Not a person');
    await tab.choose('Use swapped text');
    await expect.poll(() => tab.text()).toMatch(/^Devon Carter was late\. \[Student \d+\] was not\.$/);
    const other = await browser.open('prosemirror');
    await pasteInto(other, 'Devon Carter was late.');
    expect(await arrived(other)).toBe(false);
    await expect.poll(() => other.text()).toBe('Devon Carter was late.');
  });

  test("That's me: the teacher is not asked about again, and is kept on this machine", async () => {
    tab = await browser.again('react-textarea');
    await setTeacherPolicy({ rules: { 'person-name/staff': 'review' } });
    await pasteInto(tab, 'Dana Whitfield teaches Maya Lopez. Write to dana.whitfield@example.org.');
    const review = await tab.review();
    await inGroup(review, 'Dana Whitfield', "That's me");
    await inGroup(review, 'dana.whitfield@example.org', "That's me");
    await tab.choose('Use swapped text');
    await expect
      .poll(async () => numberless(await tab.text()))
      .toBe('Dana Whitfield teaches [Student #]. Write to dana.whitfield@example.org.');
    const worker = await browser.worker();
    expect(await worker.evaluate(() => chrome.storage.local.get('me'))).toEqual({
      me: { names: ['Dana Whitfield'], emails: ['dana.whitfield@example.org'], phones: [] },
    });
    const other = await browser.open('prosemirror');
    await pasteInto(other, 'Thank you, Dana Whitfield, dana.whitfield@example.org');
    await expect.poll(() => other.text()).toBe('Thank you, Dana Whitfield, dana.whitfield@example.org');
    expect(await other.reviewing()).toBe(false);
  });

  test('a sensitive statement is said in general with one click', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Maya Lopez has dyslexia.');
    const review = await tab.review();
    await review.getByRole('button', { name: 'Say “a learning need”: dyslexia' }).click();
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe('[Student #] has a learning need.');
  });
});

describe('what the rules say', () => {
  test('redact swaps at once, with a notice', async () => {
    await setTeacherPolicy({ rules: { 'person-name': 'redact', 'student-id': 'redact' } });
    tab = await browser.again('react-textarea');
    await pasteInto(tab, FLAGGED);
    expect(await arrived(tab)).toBe(false);
    await expect.poll(async () => numberless(await tab.text())).toBe(SWAPPED);
    await tab.pressInNotice('Undo');
    const review = await tab.review();
    expect(await review.getByRole('button', { name: 'Use original' }).count()).toBe(0);
    expect(await review.locator('body').innerText()).toContain('Your settings always swap this.');
  });

  test('block asks each time, has no original, and no way to keep, disown or own', async () => {
    await setTeacherPolicy({ rules: { 'person-name': 'block', 'student-id': 'block' } });
    tab = await browser.again('react-textarea');
    for (let i = 0; i < 2; i++) {
      await pasteInto(tab, FLAGGED);
      const review = await tab.review();
      for (const name of ['Use original', /^Keep/, /^Not a person/, /^That's me/]) {
        expect(await review.getByRole('button', { name }).count(), String(name)).toBe(0);
      }
      const words = await review.locator('body').innerText();
      expect(words).toContain('Your settings never let this go out as it is.');
      expect(words).toContain('Your settings do not allow the original here.');
      await tab.choose('Use swapped text');
      await expect.poll(async () => numberless(await tab.text())).toBe(SWAPPED);
    }
  });

  test('the strictest action among the findings decides: the original is there where nothing of it is blocked', async () => {
    await setTeacherPolicy({ rules: { 'student-id': 'block' } });
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Maya Lopez was late.');
    await tab.choose('Use original');
    await expect.poll(() => tab.text()).toBe('Maya Lopez was late.');
    await pasteInto(tab, FLAGGED);
    const review = await tab.review();
    expect(await review.getByRole('button', { name: 'Use original' }).count()).toBe(0);
    await inGroup(review, 'Maya Lopez', 'Not a person');
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toBe('Maya Lopez (ID [ID #]) was late.');
  });

  test('a note stops nothing, and the popup says how many there were', async () => {
    tab = await browser.again('react-textarea');
    await setTeacherPolicy({ rules: { school: 'note', 'person-name': 'note' } });
    await pasteInto(tab, 'Maya Lopez goes to Lincoln Middle School.');
    await expect.poll(() => tab.text()).toBe('Maya Lopez goes to Lincoln Middle School.');
    const popup = await popupOver(tab);
    await popup.getByText('Your last paste held 2 smaller details').waitFor();
    expect(await popup.locator('body').innerText()).not.toMatch(/Maya|Lincoln/);
  });
});

describe('the dialog', () => {
  test('28 report-card comments are swapped with one key press', async () => {
    tab = await browser.again('react-textarea');
    const first =
      'Ava Ben Chloe Diego Elena Finn Grace Hassan Ivy Jamal Kira Liam Maya Noah Olivia Priya Quinn Rosa Samir Tessa Umar Valeria Wyatt Ximena Yusuf Zoe Andre Bianca'.split(
        ' ',
      );
    const last =
      'Alvarez Brooks Chen Dawson Ellis Flores Gupta Huang Ibrahim Jensen Khan Lopez Moore Nguyen'.split(' ');
    const children = first.map((name, i) => `${name} ${last[i % last.length]}`);
    const comments = children.map(
      (name) =>
        `${name}\n${name} listens well and joins in when the class talks about books. This term the reading log was full each week. A next step is to check the work once more before it is handed in.`,
    );
    await pasteInto(tab, comments.join('\n\n'));
    const review = await tab.review();
    await review.locator('ins').first().waitFor({ state: 'attached' });
    await tab.page.waitForTimeout(600);
    await tab.press('Enter');
    await expect.poll(() => tab.text(), { timeout: 8000 }).toMatch(/^\[Student \d+\]/);
    const text = await tab.text();
    expect(new Set(text.match(/\[Student \d+\]/g)).size).toBe(28);
    expect(last.filter((name) => text.includes(name))).toEqual([]);
  });

  test('works by keyboard alone: keep one, edit, hide, use', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Maya Lopez and Devon Carter were late.');
    const review = await tab.review();
    const focused = () =>
      review.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      );
    const tabTo = async (name: string) => {
      for (let i = 0; i < 40 && (await focused()) !== name; i++) await tab.press('Tab');
      expect(await focused()).toBe(name);
    };
    await tab.press('h');
    await review.getByRole('button', { name: 'Show details (H)' }).waitFor();
    await tabTo('Keep for this conversation: Devon Carter');
    await tab.press('Enter');
    await tabTo('Edit the text');
    await tab.press('Enter');
    await expect.poll(focused).toBe('Your text');
    await tab.page.keyboard.type(' So was Aisha Khan.');
    await group(review, 'Aisha Khan').waitFor();
    await tab.page.waitForTimeout(400);
    await tabTo('Use swapped text');
    await tab.press('Enter');
    await expect
      .poll(async () => numberless(await tab.text()))
      .toBe('[Student #] and Devon Carter were late. So was [Student #].');
  });

  test('edits are checked as they are typed, also right before the button, and undo works within', async () => {
    tab = await browser.open('prosemirror');
    await pasteInto(tab, 'Maya Lopez was late.');
    const review = await tab.review();
    const box = await editing(review);
    await box.press('Control+End');
    await tab.page.keyboard.type(' Oh');
    await box.press('Control+z');
    await expect.poll(() => box.inputValue()).not.toContain('Oh');
    await box.press('Control+End');
    await tab.page.keyboard.insertText(' Write to ana.lopez@example.org.');
    await tab.choose('Use swapped text');
    await expect
      .poll(async () => numberless(await tab.text()))
      .toBe('[Student #] was late. Write to [Email #].');
  });

  test('an edited text can go in as it is', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Maya Lopez was late.');
    const review = await tab.review();
    await (await editing(review)).fill('Maya Lopez was early.');
    await tab.page.waitForTimeout(600);
    await tab.click(review, 'Use my text, not swapped');
    await expect.poll(() => tab.text()).toBe('Maya Lopez was early.');
  });

  test('hides details until they are pointed at, and remembers it', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, FLAGGED);
    const review = await tab.review();
    const security = () =>
      review
        .locator('.private')
        .evaluateAll((all) =>
          all.map((one) => getComputedStyle(one).getPropertyValue('-webkit-text-security')),
        );
    expect(new Set(await security())).toEqual(new Set(['none']));
    await tab.press('h');
    await expect.poll(async () => [...new Set(await security())]).toEqual(['disc']);
    await review.getByRole('button', { name: 'Maya Lopez', exact: true }).hover();
    await expect.poll(async () => (await security()).filter((one) => one === 'none').length).toBe(1);
    await tab.choose('Cancel');
    await pasteInto(tab, FLAGGED);
    const again = await tab.review();
    await again.getByRole('button', { name: 'Show details (H)' }).waitFor();
  });

  test('a child in danger: first whom to tell, with Cancel in focus, no tip, and names swapped all the same', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Maya Lopez told me her dad hits her and showed me bruises on her arm.');
    const review = await tab.review();
    const card = review.getByRole('region', { name: 'If a child may be in danger, tell a person now.' });
    expect(await card.innerText()).toMatch(/school's reporting steps[\s\S]*911[\s\S]*988/);
    await expect.poll(() => focusIn(review)).toBe('Cancel');
    await tab.page.waitForTimeout(600);
    expect(await review.locator('.tip').count()).toBe(0);
    await tab.choose('Use swapped text');
    await expect.poll(async () => numberless(await tab.text())).toMatch(/^\[Student #\] told me/);
  });

  test("a child in danger: the district's own contact stands in the card", async () => {
    await setTeacherPolicy({ safetyContact: 'Ms. Rivera in the office, 555-0100' });
    tab = await browser.again('react-textarea');
    await pasteInto(tab, 'Maya Lopez told me her dad hits her.');
    const card = (await tab.review()).getByRole('region', { name: /^If a child may be in danger/ });
    await expect.poll(() => card.innerText()).toContain('Tell: Ms. Rivera in the office, 555-0100.');
  });

  test('a story, a drill or a lesson about danger has no such card', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(
      tab,
      'Maya Lopez wrote about Jonas, whose father hurts people in The Giver. The lockdown drill is on Friday.',
    );
    const review = await tab.review();
    expect(await review.getByText('If a child may be in danger').count()).toBe(0);
  });

  test('says why, and the rule only behind More', async () => {
    tab = await browser.again('react-textarea');
    await pasteInto(tab, FLAGGED);
    const review = await tab.review();
    const row = group(review, '204418');
    expect(await row.innerText()).not.toMatch(/FERPA|CFR/);
    // The row may be drawn anew with its label just then.
    await review.locator('ins').first().waitFor({ state: 'attached' });
    await row.getByText('More').click();
    await expect.poll(() => row.innerText()).toMatch(/34 CFR 99\.3[\s\S]*2026-11-30/);
  });
});

test('everything in Spanish', async () => {
  const spanish = await launch({ language: 'es-MX' });
  const page = await spanish.open('react-textarea');
  await page.start('');
  await page.paste('Maya Lopez tiene dislexia. Maya Chen llegó tarde. Maya lloró.');
  const review = await page.review('Revise antes de compartir');
  const words = await review.locator('body').innerText();
  expect(words).toMatch(/Se encontraron \d datos de estudiantes\./);
  expect(words).not.toMatch(/\b(?:Keep|Swap|the|text|Take|More|Which)\b/);
  await review.getByLabel('¿Qué Maya?').waitFor();
  await page.page.waitForTimeout(600);
  await page.click(review, 'Usar texto cambiado');
  await expect.poll(() => page.text()).toMatch(/^\[Estudiante \d+\]/);
  await page.start('');
  await page.paste('Maya Chen llegó tarde.');
  await expect
    .poll(() => page.notice())
    .toEqual(expect.arrayContaining(['1 dato cambiado', 'Revisar', 'Deshacer']));
  await spanish.close();
});
