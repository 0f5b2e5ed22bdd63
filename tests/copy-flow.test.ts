/** Which copies are stopped, and what goes to the clipboard in their place. In a browser: tests/e2e/answers.test.ts. */
import { describe, expect, test } from 'vitest';
import { type CopyNames, type CopyParts, copyFlow, mayHoldLabels } from '../lib/copy-flow.ts';
import type { CopyChoice } from '../lib/messages.ts';
import type { Copied } from '../lib/page/copies.ts';

test.each([
  ['[Student 1] was late', true],
  ['ask [ID 12]', true],
  ['(Student 3)', true],
  ['**Student 4**', true],
  ['student #2 and more', true],
  ['Estudiante n.º 5', true],
  ['\\[Student 1\\]', true],
  ['Chapter 3, page 12', false],
  ['a [link] to it', false],
  ['Plan a lesson on fractions.', false],
])('%j may hold labels: %s', (text, may) => {
  expect(mayHoldLabels(text)).toBe(may);
});

/** A world where [Student 1] is Maya. What is copied: its text, and texts as they stand in the page. */
function world({ mode = 'names', allowed = true, given = true, fails = false } = {}) {
  const seen: unknown[] = [];
  const choices: (CopyChoice | null)[] = [];
  let choose = (_choice: CopyChoice) => {};
  const parts: CopyParts = {
    allowed: () => allowed,
    mode: () => mode as CopyNames,
    restore: async (texts, choice) => {
      choices.push(choice);
      const isGiven = given && (mode === 'names' || choice === 'names');
      return {
        restored: texts.map((text) => text.split('[Student 1]').length - 1),
        texts: isGiven ? texts.map((text) => text.replaceAll('[Student 1]', 'Maya')) : null,
        unknown: texts[0]?.includes('[Student 7]') ? 'I no longer know who [Student 7] was.' : '',
      };
    },
    textsOf: (content) => ({ texts: content as unknown as string[], htmlWith: (texts) => texts.join('|') }),
    put: async (text, html) => {
      if (fails) throw new Error('refused');
      seen.push([text, html]);
    },
    ask: (run) => {
      seen.push('asked');
      choose = run;
    },
    done: (restored, unknown) => seen.push(['done', restored, unknown]),
    failed: () => seen.push('failed'),
  };
  const onCopy = copyFlow(parts);
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  return {
    seen,
    choices,
    choose: async (choice: CopyChoice) => {
      choose(choice);
      await settled();
    },
    copy: async (text: string, texts = [text]) => {
      const held = onCopy({ text, content: texts as unknown as Copied['content'] });
      await settled();
      return held;
    },
  };
}

describe('where names are wanted', () => {
  test('a copy is held, and the clipboard gets names and formatting', async () => {
    const { copy, seen } = world();
    expect(await copy('[Student 1] and more', ['[Student 1]', ' and more'])).toBe(true);
    expect(seen).toEqual([
      ['Maya and more', 'Maya| and more'],
      ['done', 1, ''],
    ]);
  });

  test('a label that is half bold is put back in the plain text, which then goes alone', async () => {
    const { copy, seen } = world();
    await copy('[Student 1] left', ['[', 'Student 1', '] left']);
    expect(seen[0]).toEqual(['Maya left', null]);
  });

  test('of labels that nobody knows the words still arrive, and it is said', async () => {
    const said = 'I no longer know who [Student 7] was.';
    const { copy, seen } = world();
    expect(await copy('[Student 7] left')).toBe(true);
    await copy('[Student 1] and [Student 7] left');
    expect(seen).toEqual([
      ['[Student 7] left', '[Student 7] left'],
      ['done', 0, said],
      ['Maya and [Student 7] left', 'Maya and [Student 7] left'],
      ['done', 1, said],
    ]);
  });

  test('where the clipboard refuses, it is said, and the next copy is the browser’s own', async () => {
    const { copy, seen } = world({ fails: true });
    expect(await copy('[Student 1]')).toBe(true);
    expect(seen).toEqual(['failed']);
    expect(await copy('[Student 1]')).toBe(false);
    expect(await copy('[Student 1]')).toBe(true);
  });

  test('a policy that has changed since gives labels', async () => {
    const { copy, seen } = world({ given: false });
    await copy('[Student 1]');
    expect(seen).toEqual([['[Student 1]', '[Student 1]']]);
  });
});

describe('nothing is held', () => {
  test.each([
    [{ mode: 'labels' }, '[Student 1]'],
    [{ allowed: false }, '[Student 1]'],
    [{}, 'no label in it'],
    [{ mode: 'ask' }, '[Student 1]'],
  ])('%j %s', async (setting, text) => {
    expect(await world(setting).copy(text)).toBe(false);
  });
});

describe('the first time', () => {
  test('it is asked once, about labels that are known, and the copy that was made is made again', async () => {
    const { copy, choose, choices, seen } = world({ mode: 'ask' });
    await copy('[Student 7]');
    expect(seen).toEqual([]);
    await copy('[Student 1]');
    await copy('[Student 1] again');
    expect(seen).toEqual(['asked']);
    await choose('names');
    expect(seen).toEqual(['asked', ['Maya', 'Maya'], ['done', 1, '']]);
    expect(choices.at(-1)).toBe('names');
  });

  test('where labels shall stay, the clipboard is left alone', async () => {
    const { copy, choose, choices, seen } = world({ mode: 'ask' });
    await copy('[Student 1]');
    await choose('labels');
    expect(seen).toEqual(['asked']);
    expect(choices.at(-1)).toBe('labels');
  });
});
