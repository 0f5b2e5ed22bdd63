import { describe, expect, test } from 'vitest';
import type { CategoryId } from '../lib/detect/category.ts';
import type { Decision } from '../lib/policy/policy.ts';
import { redact } from '../lib/redact/redact.ts';
import type { Writing } from '../lib/redact/written.ts';
import {
  addedItem,
  countsOf,
  type Item,
  itemsOf,
  labelRequests,
  mayUseOriginal,
  swapsOf,
} from '../lib/review-plan.ts';

const TEXT = 'Ann has ADHD. Ask Ann or Annabelle, bus 12. Ann!';

function decision(
  words: string,
  category: CategoryId,
  entity: number,
  action: Decision['action'] = 'review',
  from = 0,
): Decision {
  const start = TEXT.indexOf(words, from);
  const span = { start, end: start + words.length };
  const finding = {
    span,
    category,
    entity,
    score: 0.9,
    recognizer: 'test',
    because: [{ code: 'shape', args: [] }],
  };
  return { finding, action, source: 'default' };
}

const WRITING: Writing = { styles: {}, today: new Date(2026, 2, 20), inFile: false };

const decisions = [
  decision('Ann', 'person-name', 1),
  decision('Ann', 'person-name', 1, 'review', 10),
  decision('has ADHD', 'disability', 2),
  decision('bus 12', 'logistics', 3, 'note'),
];
const labelled = (items: Item[]) =>
  items.map((item) => ({ ...item, label: item.label ?? `[${item.category}]` }));
const outcome = (items: Item[]) => redact(TEXT, swapsOf(TEXT, items, WRITING)).text;

describe('items', () => {
  test('one for each person or value, with the choice it starts with', () => {
    expect(
      itemsOf(TEXT, decisions, WRITING).map(({ name, swap, mentions }) => [name, swap, mentions.length]),
    ).toEqual([
      ['Ann', true, 2],
      ['has ADHD', false, 1],
      ['bus 12', false, 1],
    ]);
  });

  test('only what is swapped asks for a label, and a sensitive statement never does', () => {
    const items = itemsOf(TEXT, decisions, WRITING).map((item) => ({ ...item, swap: true }));
    expect(labelRequests(TEXT, items, WRITING).map(({ category, forms }) => [category, forms])).toEqual([
      ['person-name', ['Ann', 'Ann']],
      ['logistics', ['bus 12']],
    ]);
  });

  test('what a rule fixes takes Use original away', () => {
    expect(mayUseOriginal(itemsOf(TEXT, decisions, WRITING))).toBe(true);
    expect(mayUseOriginal(itemsOf(TEXT, [decision('Ann', 'person-name', 1, 'block')], WRITING))).toBe(false);
  });
});

describe('the swapped text', () => {
  test('changes the spans of what is swapped, and nothing else', () => {
    expect(outcome(labelled(itemsOf(TEXT, decisions, WRITING)))).toBe(
      '[person-name] has ADHD. Ask [person-name] or Annabelle, bus 12. Ann!',
    );
  });

  test('a sensitive statement that is taken out leaves a blank', () => {
    const items = labelled(itemsOf(TEXT, decisions, WRITING)).map((item) => ({
      ...item,
      swap: item.category === 'disability',
    }));
    expect(outcome(items)).toBe('Ann […]. Ask Ann or Annabelle, bus 12. Ann!');
  });

  test('an added word inside a swapped name adds nothing, and one that is kept again lets no name out', () => {
    const items = labelled(
      itemsOf(
        'Maya Lopez left.',
        [{ ...decisions[0]!, finding: { ...decisions[0]!.finding, span: { start: 0, end: 10 } } }],
        WRITING,
      ),
    );
    expect(addedItem('Maya Lopez left.', 'Lopez', items)).toBeNull();
    const kept = { ...(addedItem('Maya Lopez left.', 'Lopez left', items) as Item), swap: false };
    expect(redact('Maya Lopez left.', swapsOf('Maya Lopez left.', [...items, kept], WRITING)).text).toBe(
      '[person-name] left.',
    );
  });

  test('an added phrase that touches a name keeps what is left of it, and takes nothing that a rule fixes', () => {
    const at = (start: number, end: number, action: Decision['action']) => ({
      ...decisions[0]!,
      action,
      finding: { ...decisions[0]!.finding, span: { start, end } },
    });
    const text = 'Maya Lopez left.';
    const added = (items: Item[], phrase: string) =>
      labelled([...items, addedItem(text, phrase, items) as Item]);
    const loose = labelled(itemsOf(text, [at(0, 10, 'review')], WRITING));
    expect(redact(text, swapsOf(text, added(loose, 'Lopez left'), WRITING)).text).toBe(
      '[person-name][custom].',
    );
    const fixed = labelled(itemsOf(text, [at(0, 10, 'block')], WRITING));
    expect(redact(text, swapsOf(text, added(fixed, 'Maya Lopez left'), WRITING)).text).toBe(
      '[person-name][custom].',
    );
  });

  test('a label has the word of its passage and the number of its person', () => {
    const text = 'Ann was late and she left.\n\nAnn llegó tarde a la escuela.';
    const second = text.lastIndexOf('Ann');
    const mention = (start: number): Decision => ({
      ...decisions[0]!,
      finding: { ...decisions[0]!.finding, span: { start, end: start + 3 } },
    });
    const items = itemsOf(text, [mention(0), mention(second)], WRITING).map((item) => ({
      ...item,
      label: '[Student 4]',
    }));
    expect(redact(text, swapsOf(text, items, WRITING)).text).toBe(
      '[Student 4] was late and she left.\n\n[Estudiante 4] llegó tarde a la escuela.',
    );
  });

  test('nothing is swapped while a label is missing', () => {
    expect(() => swapsOf(TEXT, itemsOf(TEXT, decisions, WRITING), WRITING)).toThrow('A label is missing.');
  });

  test('an added phrase wins over the findings inside it', () => {
    const items = itemsOf(TEXT, decisions, WRITING);
    const added = addedItem(TEXT, 'Ask Ann', items);
    expect(added).not.toBeNull();
    expect(outcome(labelled([...items, added as Item]))).toBe(
      '[person-name] has ADHD. [custom] or Annabelle, bus 12. Ann!',
    );
  });
});

describe('an added word', () => {
  test.each([
    ['Ann', 3, 'as a whole word, not in Annabelle'],
    ['Ann!', 1, 'with a mark'],
    [' bus 12 ', 1, 'with spaces around it'],
  ])('%s is found %i times: %s', (word, times) => {
    expect(addedItem(TEXT, word, [])?.mentions.length).toBe(times);
  });

  test.each(['', '   ', 'ann', 'Belle', 'nna'])('%j is not found', (word) => {
    expect(addedItem(TEXT, word, [])).toBeNull();
  });

  test('is not added twice', () => {
    const first = addedItem(TEXT, 'Ann', []) as Item;
    expect(addedItem(TEXT, 'Ann', [first])).toBeNull();
  });
});

test('counts go by five kinds, once for each person or value', () => {
  const items = itemsOf(TEXT, decisions, WRITING).map((item) => ({ ...item, swap: true }));
  expect(countsOf(items)).toEqual({ names: 1, identifiers: 0, indirect: 1, sensitive: 1, documents: 0 });
});
