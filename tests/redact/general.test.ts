import { expect, test } from 'vitest';
import type { CategoryId } from '../../lib/detect/category.ts';
import { generalWords } from '../../lib/redact/general.ts';
import { passageLanguages } from '../../lib/redact/passage-language.ts';

test.each<[CategoryId, statement: string, draft: string, general: string | null]>([
  ['disability', 'dyslexia', 'Maya has dyslexia.', 'a learning need'],
  [
    'disability',
    'has an IEP and gets speech therapy',
    'Maya has an IEP and gets speech therapy.',
    'has a learning need',
  ],
  [
    'disability',
    'was found eligible last spring',
    'He was found eligible last spring.',
    'had a learning need',
  ],
  ['housing', 'He lives in a shelter', 'He lives in a shelter with his mom.', 'He has a need at home'],
  ['housing', 'they live in a car', 'I think they live in a car.', null],
  [
    'disability',
    'tiene TDAH y recibe ayuda',
    'Maya tiene TDAH y recibe ayuda.',
    'tiene una necesidad de aprendizaje',
  ],
  ['health', 'asma', 'La niña tiene asma y usa un inhalador.', 'una necesidad de salud'],
  // Cut out of the middle of a sentence: nobody can tell how it goes on.
  ['health', 'and landed on his left wrist', 'Jonah jumped and landed on his left wrist.', null],
  ['academic-record', '42', 'Maya got a 42.', '40–49'],
  ['academic-record', 'is failing math', 'Maya is failing math.', null],
  ['immigration', 'undocumented', 'The family is undocumented.', null],
])('%s: %s', (category, statement, draft, general) => {
  const language = passageLanguages(draft)(draft.indexOf(statement));
  expect(generalWords(category, statement, language)).toBe(general);
});
