/** What is remembered of a conversation, and what is asked all the same: the rules of the review, one by one. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type Memory, NO_MEMORY, remembered } from '../lib/choices.ts';
import type { CategoryId } from '../lib/detect/category.ts';
import type { Finding } from '../lib/detect/finding.ts';
import { mergePolicies } from '../lib/policy/merge.ts';
import { memoryVault } from '../lib/practice/memory-vault.ts';
import { ReviewSession } from '../lib/review-session.ts';
import { type Settled, settle, type Vault } from '../lib/settle.ts';

let vault: Vault;
let memory: Memory;
beforeEach(() => {
  vault = memoryVault();
  memory = NO_MEMORY;
});

type Found = [words: string, category: CategoryId, more?: Partial<Finding>];

/** A draft in which just these are found. */
function draft(text: string, ...found: Found[]) {
  const findings = found.map(([words, category, more], i): Finding => {
    const start = text.indexOf(words);
    const span = { start, end: start + words.length };
    return { span, category, score: 0.95, recognizer: 'test', because: [], entity: i + 1, ...more };
  });
  return { text, findings };
}

type Draft = ReturnType<typeof draft>;
const settled = (one: Draft, rules: object = {}, beside = {}): Promise<Settled> => {
  const policy = mergePolicies({ district: { rules }, teacher: {} });
  return settle({ ...one, policy, memory, hidden: 'none', files: false, ...beside }, vault);
};

/** Goes through a review and takes the swaps as they are, but for what `change` says. */
async function review(one: Draft, change?: (session: ReviewSession) => Promise<unknown>, rules: object = {}) {
  const policy = mergePolicies({ district: { rules }, teacher: {} });
  const parts = { vault, detect: async (text: string) => draft(text).findings, changed: () => {} };
  const session = new ReviewSession({ ...one, policy, memory }, parts);
  await session.refresh();
  await change?.(session);
  const text = await session.swapped();
  memory = remembered(memory, session.ended());
  return { session, text };
}

const MAYA = draft('Maya Lopez was late.', ['Maya Lopez', 'person-name']);

describe('what was chosen', () => {
  test('is asked the first time, and not the second', async () => {
    expect(await settled(MAYA)).toEqual({ kind: 'ask' });
    await review(MAYA);
    expect(await settled(MAYA)).toMatchObject({ kind: 'swapped', text: '[Student 1] was late.', count: 1 });
  });

  test('goes in without a word to the vault, which knows its label', async () => {
    await review(MAYA);
    const before = vault.assign;
    vault = { ...vault, assign: () => Promise.reject(new Error('asleep')) };
    expect(await settled(MAYA)).toMatchObject({ kind: 'swapped', text: '[Student 1] was late.' });
    vault = { ...vault, assign: before };
  });

  test('to keep goes in as it was', async () => {
    await review(MAYA, (session) => session.choose(['person-name maya lopez'], 'keep'));
    expect(await settled(MAYA)).toEqual({ kind: 'clean' });
  });

  test('holds for one person, not for the next', async () => {
    await review(MAYA);
    const two = draft('Maya Lopez met Ana Ruiz.', ['Maya Lopez', 'person-name'], ['Ana Ruiz', 'person-name']);
    expect(await settled(two)).toEqual({ kind: 'ask' });
  });

  test('holds for a first name where only that person of the conversation has it', async () => {
    await review(MAYA);
    const first = draft('Maya was late.', ['Maya', 'person-name']);
    expect(await settled(first)).toMatchObject({ kind: 'swapped', text: '[Student 1] was late.' });
    await review(draft('Maya Kim was early.', ['Maya Kim', 'person-name']));
    expect(await settled(first)).toEqual({ kind: 'ask' });
  });

  test('never holds for files, which a swap would leave out', async () => {
    await review(MAYA);
    expect(await settled(MAYA, {}, { files: true })).toEqual({ kind: 'ask' });
  });

  test('covers what only the formatting holds where it is left out, and asks where it would go in', async () => {
    await review(MAYA);
    expect(await settled(MAYA, {}, { hidden: 'review' })).toMatchObject({ kind: 'swapped' });
    await review(MAYA, (session) => session.choose(['person-name maya lopez'], 'keep'));
    expect(await settled(MAYA, {}, { hidden: 'review' })).toEqual({ kind: 'ask' });
  });

  test('of a note is asked no more than a note is', async () => {
    const note = draft('Lincoln Middle School is big.', ['Lincoln Middle School', 'school']);
    expect(await settled(note)).toEqual({ kind: 'clean' });
    const both = draft(
      'Maya Lopez of Lincoln Middle School.',
      ['Maya Lopez', 'person-name'],
      ['Lincoln Middle School', 'school'],
    );
    await review(both);
    expect(await settled(both)).toMatchObject({ text: '[Student 1] of [School 1].', count: 2 });
  });
});

describe('always asked, whatever was chosen', () => {
  test.each<[CategoryId, string]>([
    ['government-id', '219-09-9999'],
    ['financial-account', '4417 1234'],
    ['secret', 'Tiger7'],
    ['safety', 'bruises'],
    ['disability', 'dyslexia'],
    ['academic-record', 'a 42'],
  ])('%s', async (category, words) => {
    const one = draft(`Maya Lopez: ${words}.`, ['Maya Lopez', 'person-name'], [words, category]);
    await review(one);
    expect(await settled(one)).toEqual({ kind: 'ask' });
  });

  test('what the rules block', async () => {
    const rules = { 'person-name': 'block' };
    await review(MAYA, undefined, rules);
    expect(await settled(MAYA, rules)).toEqual({ kind: 'ask' });
  });
});

test('what the rules redact is never asked, and cannot be kept', async () => {
  const rules = { 'person-name': 'redact' };
  expect(await settled(MAYA, rules)).toMatchObject({ kind: 'swapped', text: '[Student 1] was late.' });
  const { text } = await review(MAYA, (session) => session.choose(['person-name maya lopez'], 'keep'), rules);
  expect(text).toBe('[Student 1] was late.');
});

describe('names without asking', () => {
  const pupil = (name: string, score = 0.95) => draft(`${name} was late.`, [name, 'person-name', { score }]);

  test('is offered after three unchanged reviews in a row, once', async () => {
    const offered: boolean[] = [];
    for (const name of ['Ana Ruiz', 'Leo Kim', 'Kai Ng', 'Mia Vo', 'Tom Day'])
      offered.push((await review(pupil(name))).session.mayOffer);
    expect(offered).toEqual([false, false, false, true, false]);
  });

  test('is not offered where something was changed in between', async () => {
    await review(pupil('Ana Ruiz'));
    await review(pupil('Leo Kim'), (session) => session.choose(['person-name leo kim'], 'keep'));
    for (const name of ['Kai Ng', 'Mia Vo']) expect((await review(pupil(name))).session.mayOffer).toBe(false);
  });

  test('swaps whom it is sure of, and asks about the others', async () => {
    memory = { ...NO_MEMORY, withoutAsking: 'yes' };
    expect(await settled(pupil('Ana Ruiz', 0.9))).toMatchObject({ kind: 'swapped' });
    expect(await settled(pupil('Leo Kim', 0.89))).toEqual({ kind: 'ask' });
    const date = draft('Ana Ruiz, born 3/4/2014.', ['Ana Ruiz', 'person-name'], ['3/4/2014', 'birth-date']);
    expect(await settled(date)).toEqual({ kind: 'ask' });
    const roster = draft('Ana Ruiz', ['Ana Ruiz', 'person-name'], ['Ana Ruiz', 'roster']);
    expect(await settled(draft('Kai Ng', ['Kai Ng', 'person-name'], ['Kai Ng', 'roster']))).toEqual({
      kind: 'ask',
    });
    await review(roster);
    expect(await settled(roster)).toMatchObject({ kind: 'swapped' });
  });
});

describe('a review', () => {
  const TWO = draft(
    'Maya Lopez sat by Maya Kim. Maya cried.',
    ['Maya Lopez', 'person-name'],
    ['Maya Kim', 'person-name'],
    ['Maya cried', 'person-name', { fits: [1, 2] }],
  );
  TWO.findings[2]!.span.end -= ' cried'.length;

  test('asks which one is meant, and gives a label of its own where nobody says', async () => {
    const { text } = await review(TWO);
    expect(text).toBe('[Student 1] sat by [Student 2]. [Student 3] cried.');
    const { text: said } = await review(TWO, (session) => {
      const which = session.items.find(({ which }) => which.length > 0)!;
      expect(which.which.map(({ name }) => name)).toEqual(['Maya Lopez', 'Maya Kim']);
      return session.is(which, 'person-name maya kim', false);
    });
    expect(said).toBe('[Student 1] sat by [Student 2]. [Student 2] cried.');
  });

  test('takes back who is the same person', async () => {
    const two = draft(
      'Lupita met Guadalupe Torres.',
      ['Lupita', 'person-name'],
      ['Guadalupe Torres', 'person-name'],
    );
    const { text } = await review(two, async (session) => {
      await session.is(session.items[0]!, 'person-name guadalupe torres', true);
      expect(session.items).toHaveLength(1);
      await session.apart(session.items[0]!);
      expect(session.items).toHaveLength(2);
    });
    expect(text).toBe('[Student 1] met [Student 2].');
  });

  test('keeps what was said while the text is edited', async () => {
    const parts = {
      vault,
      detect: async (text: string) =>
        draft(text, ['Maya Lopez', 'person-name'], ['Ana Ruiz', 'person-name']).findings,
      changed: () => {},
    };
    const policy = mergePolicies({ district: {}, teacher: {} });
    const session = new ReviewSession({ ...MAYA, policy, memory }, parts);
    await session.refresh();
    await session.choose(['person-name maya lopez'], 'keep');
    void session.edit('Today Ana Ruiz met Maya Lopez.');
    expect(session.edited).toBe(true);
    expect(await session.swapped()).toBe('Today [Student 2] met Maya Lopez.');
    expect(session.unchanged).toBe(false);
  });

  test('leaves a word that was missed out, and who is no person or the teacher in', async () => {
    const text = 'Dana Whitfield told Maya Lopez about the trombone and Pythagoras.';
    const all = draft(
      text,
      ['Dana Whitfield', 'person-name'],
      ['Maya Lopez', 'person-name'],
      ['Pythagoras', 'person-name'],
    );
    const { text: out } = await review(all, async (session) => {
      const item = (name: string) => session.items.find((one) => one.name === name)!;
      expect(await session.notAPerson(item('Pythagoras'))).toEqual(['Pythagoras']);
      expect(await session.thatsMe(item('Dana Whitfield'))).toMatchObject({ names: ['Dana Whitfield'] });
      await session.add('trombone');
    });
    expect(out).toBe('Dana Whitfield told [Student 2] about the [Detail 1] and Pythagoras.');
  });

  test('keeps for good whom the teacher says, and says which words are for good', async () => {
    const text = 'Emma Whitfield and Art met Maya Lopez by the kiln.';
    const all = draft(
      text,
      ['Emma Whitfield', 'person-name'],
      ['Art', 'person-name'],
      ['Maya Lopez', 'person-name'],
    );
    const { text: out } = await review(all, async (session) => {
      const item = (name: string) => session.items.find((one) => one.name === name)!;
      const names = await session.notAPerson(item('Art'));
      expect(session.left).toEqual([{ names: ['Art'], forGood: false }]);
      session.neverAName(names);
      expect(session.left).toEqual([{ names: ['Art'], forGood: true }]);
      expect(await session.keepAlways(item('Emma Whitfield'))).toEqual(['Emma Whitfield']);
      expect(item('Emma Whitfield')).toMatchObject({ swap: false, action: 'note' });
      await session.add('kiln');
      session.swapAlways(item('kiln'));
      expect([...session.forGood]).toEqual([item('Emma Whitfield').key, item('kiln').key]);
      expect(session.unchanged).toBe(false);
    });
    expect(out).toBe('Emma Whitfield and Art met [Student 3] by the [Detail 1].');
  });
});
