/** What is said of labels that nobody knows, and of which text nothing is said. */
import { expect, test } from 'vitest';
import { restoreAliases } from '../lib/redact/restore.ts';
import { surelyLabels } from '../lib/redact/unknown.ts';
import { unknownSentence } from '../lib/unknown-labels.ts';

test.each([
  [[], 'en', ''],
  [['[Student 7]'], 'en', 'I no longer know who [Student 7] was.'],
  [['[Student 7]', '[Adult 2]'], 'en-US', 'I no longer know who [Student 7] and [Adult 2] were.'],
  [['[Email 2]'], 'en', 'I no longer know what [Email 2] stood for.'],
  [['[Student 7]', '[Email 2]'], 'en', 'I no longer know what [Student 7] and [Email 2] stood for.'],
  [
    ['[Student 7]', '[Student 8]', '[Student 9]', '[Email 2]'],
    'en',
    'I no longer know what 4 of the labels stood for.',
  ],
  [['[Estudiante 4]'], 'es', 'Ya no sé quién era [Estudiante 4].'],
  [['[Student 7]', '[Student 8]'], 'es-MX', 'Ya no sé quiénes eran [Student 7] y [Student 8].'],
])('%j in %s: %s', (labels, language, sentence) => {
  expect(unknownSentence(labels, language)).toBe(sentence);
});

test.each([
  ['[Student 7] left.', ['[Student 7]']],
  ['**[Student 7]** and (Student 8) left.', ['[Student 7]', '[Student 8]']],
  ['[Students 7 and 8] left.', ['[Student 7]', '[Student 8]']],
  ['[ESTUDIANTE n.º 7] salió.', ['[Estudiante 7]']],
  ['&#91;Student 7&#93; left.', ['[Student 7]']],
  ['Student 7 reads, and student 8 writes.', []],
  ['[Student 7] left. Student 8 reads.', ['[Student 7]']],
  ['[Student 7 of 30] left. Student 1 of 30.', []],
  ['[see below] Student 7 reads.', []],
  ['Look at [Figure 7] and [7].', []],
])('%s', (text, labels) => {
  expect(surelyLabels(text, restoreAliases(text, []).unknown)).toEqual(labels);
});
