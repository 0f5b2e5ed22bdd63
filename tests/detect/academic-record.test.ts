import { table } from './table.ts';

table('academic-record', [
  ['Maya is failing math.', 'is failing math'],
  ['He has 19 absences.', '19 absences'],
  ['She reads at a 3rd grade level.', 'reads at a 3rd grade level'],
  ['My student has a GPA of 2.1.', 'GPA of 2.1'],
  ['Diego scored in the 9th percentile.', '9th percentile'],
  ['Su hijo reprobó matemáticas.', 'reprobó matemáticas'],
  ['Students who are failing get tutoring.'],
  ['A rubric with 4 points possible.'],
  ['Find the mean of 70, 82 and 95.'],
  ['Grade 5 math standards.'],
  ['The mission failed in 1967.'],
]);
