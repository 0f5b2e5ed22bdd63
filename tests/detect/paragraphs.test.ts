import { describe, expect, test } from 'vitest';
import { stoppingNames } from './load.ts';

const PLAN = `Week 6 – Ecosystems
Standard: MS-LS2-3. Students describe how matter moves through an ecosystem.

Monday: read pages 112–117 and mark three new words. Draw a food web of a pond with at least eight living things.
Partners compare their drawings and settle on one.

Tuesday: lab with the jars. Each table gets pond water, a hand lens and the chart. Rinse everything twice.

Wednesday: short video on Rachel Carson, then two questions on the board. Exit ticket: what would happen if the
snails died out?

Thursday: review game. Friday: quiz, 20 points, notes allowed.`;

const STORY = `Mira and the paper boat
A reader for grade 2

Mira folded a boat from the newspaper. "It will sail to the sea," she told her brother Tavi. Tavi shook his head.

The boat went under the bridge and past the mill. A frog jumped in. "Where are we going?" asked the frog.

1. Where did Mira get the paper? 2. Why did Tavi shake his head? 3. What will happen next?`;

describe('a note on a pupil in a text about nobody', () => {
  test.each([
    ['My student Maya Lopez needs the quiz read to her.', ['Maya Lopez']],
    ['Note: Tou Vang has an IEP, seat him in front.', ['Tou Vang']],
    ["Call Kiara's mom about the bite on the bus.", ['Kiara']],
    ['Amadou Diallo was suspended on Tuesday, send his work to the office.', ['Amadou Diallo']],
  ])('%s', (note, names) => {
    for (const text of [`${PLAN}\n\n${note}`, `${note}\n\n${PLAN}`])
      expect(stoppingNames(text)).toEqual(names);
  });

  test('below a story', () => {
    expect(stoppingNames(`${STORY}\n\nMy student Shandiin Begay reads this with an aide.`)).toContain(
      'Shandiin Begay',
    );
  });
});

test.each([
  ['a plan', PLAN],
  ['a story', STORY],
  ['both', `${PLAN}\n\n${STORY}`],
])('%s stops nothing', (_name, text) => {
  expect(stoppingNames(text)).toEqual([]);
});
