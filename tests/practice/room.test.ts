/** The pieces of the practice room: hands, puzzle, assistant, what was written, and the background in memory. */
import { describe, expect, test } from 'vitest';
import { NO_MEMORY } from '../../lib/choices.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { answerTo } from '../../lib/practice/assistant.ts';
import { contentIn } from '../../lib/practice/content.ts';
import { readHands, shownCount } from '../../lib/practice/hands.ts';
import { OfflineBackground } from '../../lib/practice/offline.ts';
import { puzzleSentence } from '../../lib/practice/puzzle.ts';
import { Written } from '../../lib/practice/written.ts';

describe('hands', () => {
  test('below ten they are not shown', () => {
    expect([0, 1, 9, 10, 25].map(shownCount)).toEqual([null, null, null, 10, 25]);
  });
  test.each([
    ['12', 12],
    [' 12 ', 12],
    ['', 0],
    ['-3', 0],
    ['1.5', 0],
    ['many', 0],
  ])('"%s" is read as %d', (typed, hands) => {
    expect(readHands(typed)).toBe(hands);
  });
});

test('the puzzle is one sentence, whatever is chosen', () => {
  const { puzzle } = contentIn('en').school;
  const sentence = (...chosen: boolean[]) => puzzleSentence(puzzle, chosen);
  expect(sentence()).toBe(
    'One of my students is behind in math. How can I help this student catch up in math?',
  );
  expect(sentence(false, true)).toMatch(/^One of my students rides bus 12\. /);
  expect(sentence(true, true, true)).toMatch(
    /goes to Cedar Hollow Middle School, rides bus 12 and was absent on October 14\. /,
  );
});

describe('the assistant', () => {
  const { school } = contentIn('en');
  const list = school.samples.find(({ id }) => id === 'class-list')!;
  test('answers with the labels that it was sent', () => {
    let n = 30;
    const sent = list.text.replace(/^(\w+ \w+)(?=\t\d)/gm, () => `[Student ${++n}]`);
    expect(sent).not.toContain('Amina');
    const answer = answerTo(sent, school);
    expect(answer).toContain('Group 1: [Student 31], [Student 32], [Student 35], [Student 38]');
    expect(answer).not.toMatch(/[{}]|Amina/);
  });
  test('knows labels in the language of the message', () => {
    const { school: spanish } = contentIn('es');
    const list = spanish.samples.find(({ id }) => id === 'class-list')!;
    let n = 30;
    const sent = list.text.replace(/^([\p{L}]+ [\p{L}]+)(?=\t\d)/gmu, () => `[Estudiante ${++n}]`);
    expect(answerTo(sent, spanish)).toContain('Grupo 1: [Estudiante 31], [Estudiante 32]');
  });
  test('repeats no name where there is no label', () => {
    expect(answerTo(school.samples[0]!.text, school)).toMatch(/having the student in my class/);
  });
  test.each(school.samples)('knows $id', (sample) => {
    expect(answerTo(sample.text, school)).not.toBe(school.otherAnswer);
  });
  test('says that it has no answer to anything else', () => {
    expect(answerTo('What is the weather on the moon?', school)).toBe(school.otherAnswer);
  });
});

describe('what was written', () => {
  test('is told from what was sent, with what was typed around it', () => {
    const written = new Written();
    written.comes('Maya Lopez was late.\r\nAgain.', 'Hello! ');
    written.changed('Hello! [Student 1] was late.\nAgain.');
    expect(written.original('Hello! [Student 1] was late.\nAgain. Thanks $&')).toBe(
      'Hello! Maya Lopez was late.\nAgain. Thanks $&',
    );
  });
  test('is what was typed where nothing was pasted', () => {
    expect(new Written().original('typed')).toBe('typed');
  });
  test('names that were typed are told from the labels that took their places at the send', () => {
    const written = new Written();
    for (const now of [
      'M',
      'Maya Lopez was late. Ask Maya',
      'Maya Lopez was late. Ask [Student 1]',
      '[Student 1] was late. Ask [Student 1]',
    ])
      written.changed(now);
    expect(written.original('[Student 1] was late. Ask [Student 1]')).toBe('Maya Lopez was late. Ask Maya');
  });
  test('a paste that was cancelled is not taken for what is typed next', () => {
    const written = new Written();
    written.comes('Maya Lopez was late.', '');
    written.typed();
    written.changed('a');
    expect(written.original('a')).toBe('a');
  });
  test('is what came, where the teacher wrote all over it', () => {
    const written = new Written();
    written.comes('Maya was late.', '');
    written.changed('[Student 1] was late.');
    expect(written.original('Nobody was late.')).toBe('Maya was late.');
  });
});

describe('the background in memory', () => {
  const requests = [{ entity: 1, category: 'person-name' as const, forms: ['Maya'] }];
  const assign = { type: 'labels-assign' as const, draft: 'Maya was late.', requests };
  const read = { type: 'memory-read' as const, tabId: -1, address: '' };

  test('remembers what was chosen and swapped, until it is reset', async () => {
    const background = new OfflineBackground();
    const [first] = (await background.answer(assign)) as { surrogate: string }[];
    expect(first?.surrogate).toBe('[Student 1]');
    const ended = { choices: { '[Student 1]': 'swap' as const }, unchanged: true, withoutAsking: null };
    await background.answer({ type: 'memory-keep', tabId: -1, address: '', ended });
    background.keep({ shown: 1 });
    expect(await background.answer(read)).toMatchObject({ memory: { choices: { '[Student 1]': 'swap' } } });
    expect(background.read(['shown', 'other'])).toEqual({ shown: 1 });
    const other = [{ ...requests[0]!, forms: ['Omar'] }];
    expect(await background.answer({ ...assign, requests: other })).toMatchObject([
      { surrogate: '[Student 2]' },
    ]);
    background.reset();
    expect(await background.answer(read)).toEqual({ memory: NO_MEMORY, notPeople: [] });
    expect(background.read('shown')).toEqual({});
    expect(await background.answer({ ...assign, requests: other })).toMatchObject([
      { surrogate: '[Student 1]' },
    ]);
  });

  test('knows whom the teacher has called no person, and who the teacher is', async () => {
    const background = new OfflineBackground();
    await background.answer({ type: 'not-a-person', names: ['Maya'] });
    await background.answer({ type: 'me-add', me: { names: ['Dana Whitfield'], emails: [], phones: [] } });
    expect(await background.answer(read)).toMatchObject({ notPeople: ['Maya'] });
    expect(background.policy()).toMatchObject({ notPeople: ['Maya'], me: { names: ['Dana Whitfield'] } });
    expect(background.policy().policy).toEqual(mergePolicies({ district: {}, teacher: {} }).policy);
  });
});
