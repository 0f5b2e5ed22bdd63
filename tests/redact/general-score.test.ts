import { expect, test } from 'vitest';
import { generalScores } from '../../lib/redact/general-score.ts';

test.each<[statement: string, general: string | null, language?: 'en' | 'es']>([
  ['42', '40–49'],
  ['has a 58 in language arts', 'has a 50–59 in language arts'],
  ['Went from a 64 to an 81', 'Went from a 60–69 to an 80–89'],
  ['got an 18 on it', 'got a 10–19 on it'],
  ['GPA 3.71', 'GPA 3.5–4.0'],
  ['is at 1.9 and needs 2.0', 'is at 1.5–2.0 and needs 1.5–2.0'],
  ['has a 4.31 weighted', 'has a 4.0–4.5 weighted'],
  ['tiene promedio de 9.7', 'tiene promedio de 9–10', 'es'],
  ['tiene promedio de 8,4', 'tiene promedio de 8–9', 'es'],
  ['subió de 68 a 84', 'subió de 60–69 a 80–89', 'es'],
  ['scored 97%', 'scored 90–100%'],
  ['scored 100 %', 'scored 90–100 %'],
  ['CogAT 61st %ile', 'CogAT 60th–69th %ile'],
  ["she's 99th percentile in reading", "she's 90th–100th percentile in reading"],
  ['18/20', '90–100%'],
  ['Math 22/40, not done', 'Math 50–59%, not done'],
  ['was present 61 of 70 days', 'was present 80–89% of 70 days'],
  ['sacó 9 de 12', 'sacó 70–79% de 12', 'es'],
  ['RIT 171–180 all', 'RIT 170–189 all'],
  ['went from a 412 to a 467 on MAP', 'went from a 400–449 to a 450–499 on MAP'],
  ['SAT 1,240', 'SAT 1200–1299'],
  ['Reading Composite 80, Math Comp 71', 'Reading Composite 80–89, Math Comp 70–79'],
  ['KTEA-3 letter-word 76', 'KTEA-3 letter-word 70–79'],
  ['has missed 17 days', 'has missed 10–19 days'],
  ['has a B+', 'has a B'],
  ['fell from A- to C+', 'fell from A to C'],
  ['has a 91 in grade 11', 'has a 90–100 in grade 11'],
  ['failed for the 3rd time with 51 in 2025', 'failed for the 3rd time with 50–59 in 2025'],
  ['passed four of six with 72', 'passed four of six with 70–79'],
  // Nothing to say less exactly.
  ['is failing math', null],
  ['earned a 5 on AP Chem', null],
  ['passed 4 of 6 tests', null],
  ['is in 10th grade', null],
  ['reads at level 12', null],
  ['has a C', null],
  // A number that has no band must not be the only exact one.
  ['has 80 and 4/5', null],
  ['has 80, and 7123 points', null],
  ['has 80 on 9/14', null],
  // Times, sums, codes and dates are no scores.
  ['came at 9:40 with $12', null],
  ['is in room B12-40', null],
  ['turned it in 10/12/2025', null],
])('%s', (statement, general, language = 'en') => {
  expect(generalScores(statement, language)).toBe(general);
});
