/** Keeps the splits apart. Names texts by their ids alone: nobody is to read the test split by accident. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CATEGORY_IDS } from '../../lib/detect/category.ts';
import { type LabelledText, loadCorpus, PERSON_ROLES, type Split } from '../../tools/corpus.ts';

const SPLITS: Split[] = ['train', 'statements', 'dev', 'test'];
const TEXTS = Object.fromEntries(SPLITS.map((split) => [split, loadCorpus(split)])) as Record<
  Split,
  LabelledText[]
>;
/** Most of a test text's runs of words that one train text may share. */
const MOST_SHARED = 0.2;
/** Texts that share more than this with another one, names and values masked, come from one template. */
const TEMPLATE = 0.5;
const RUN = 5;

/** Every run of five words, lower case, without marks. */
function runs(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')));
}

/** The text with one word for each label, so that the same sentence about somebody else is the same. */
function masked({ text, labels }: LabelledText): string {
  let out = '';
  let at = 0;
  for (const { start, end, label } of labels) {
    if (start < at || label === 'roster' || label === 'student-work') continue;
    out += `${text.slice(at, start)} ${label} `;
    at = end;
  }
  return out + text.slice(at);
}

/** For each text, the largest share of its runs that stands in one text of the others; never itself. */
function mostShared(
  texts: LabelledText[],
  others: LabelledText[],
  of: (text: LabelledText) => string,
): { id: string; share: number }[] {
  const holders = new Map<string, number[]>();
  for (const [i, other] of others.entries()) {
    for (const run of runs(of(other))) {
      const known = holders.get(run);
      if (known) known.push(i);
      else holders.set(run, [i]);
    }
  }
  return texts.map((text) => {
    const own = runs(of(text));
    const counts = new Map<number, number>();
    for (const run of own) {
      for (const i of holders.get(run) ?? []) {
        if (others[i] !== text) counts.set(i, (counts.get(i) ?? 0) + 1);
      }
    }
    return { id: text.id, share: own.size === 0 ? 0 : Math.max(0, ...counts.values()) / own.size };
  });
}

describe('what is compared', () => {
  const text = (id: string, body: string, labels: LabelledText['labels'] = []): LabelledText => ({
    id,
    genre: 'prompt',
    lang: 'en',
    text: body,
    labels,
  });
  const plain = ({ text }: LabelledText) => text;

  test('runs are of five words, whatever their case and marks', () => {
    expect([...runs('One, two three – four FIVE six')]).toEqual([
      'one two three four five',
      'two three four five six',
    ]);
    expect(runs('one two three four').size).toBe(0);
  });

  test('the share is of the text’s own runs, in one other text, not in several together', () => {
    const long = text('a', 'a b c d e f g h');
    const others = [text('b', 'a b c d e'), text('c', 'd e f g h and more words than that')];
    expect(mostShared([long], others, plain)).toEqual([{ id: 'a', share: 0.25 }]);
    expect(mostShared(others, [long], plain)[0]).toEqual({ id: 'b', share: 1 });
  });

  test('a text is not compared with itself', () => {
    const texts = [text('a', 'a b c d e f'), text('b', 'u v w x y z')];
    expect(mostShared(texts, texts, plain).map(({ share }) => share)).toEqual([0, 0]);
  });

  test('masked, the same sentence about another is the same', () => {
    const one = text('a', 'Ana Lopez was late', [{ start: 0, end: 9, label: 'student', entity: 1 }]);
    const two = text('b', 'Bo was late', [{ start: 0, end: 2, label: 'student', entity: 1 }]);
    expect(masked(one)).toBe(masked(two));
    expect(masked(one)).not.toContain('Lopez');
  });
});

describe('the splits', () => {
  test('an id stands once in all of them', () => {
    const ids = SPLITS.flatMap((split) => TEXTS[split].map(({ id }) => id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test('each has authors of its own', () => {
    const authors = SPLITS.flatMap((split) => [
      ...new Set(
        readdirSync(new URL(`corpus/${split}/`, import.meta.url)).map((file) => file.split('-')[0] ?? ''),
      ),
    ]);
    expect(authors.every((author) => /^[A-Z]{1,2}$/.test(author))).toBe(true);
    expect(authors.filter((author, i) => authors.indexOf(author) !== i)).toEqual([]);
  });

  test('labels are roles, categories or public', () => {
    const known = [...PERSON_ROLES, ...CATEGORY_IDS.filter((id) => id !== 'person-name'), 'public'];
    const unknown = SPLITS.flatMap((split) => TEXTS[split]).filter(({ labels }) =>
      labels.some(({ label }) => !known.includes(label)),
    );
    expect(unknown.map(({ id }) => id)).toEqual([]);
  });

  test('there are as many texts as the benchmark needs', () => {
    const clean = (split: Split) =>
      TEXTS[split].filter(({ labels }) => labels.every(({ label }) => label === 'public')).length;
    expect(SPLITS.reduce((total, split) => total + TEXTS[split].length, 0)).toBeGreaterThanOrEqual(2000);
    expect(SPLITS.reduce((total, split) => total + clean(split), 0)).toBeGreaterThanOrEqual(700);
    expect(clean('dev')).toBeGreaterThanOrEqual(300);
  });

  test.each(['train', 'statements', 'dev'] as const)(
    'no test text shares over a fifth of its runs of words with one of %s',
    (split) => {
      const shared = mostShared(TEXTS.test, TEXTS[split], ({ text }) => text);
      expect(shared.filter(({ share }) => share > MOST_SHARED)).toEqual([]);
    },
  );

  test('templates make up no more than a quarter of the test texts', () => {
    const alike = mostShared(TEXTS.test, TEXTS.test, masked).filter(({ share }) => share > TEMPLATE);
    expect(alike.length / TEXTS.test.length).toBeLessThanOrEqual(0.25);
  });
});
