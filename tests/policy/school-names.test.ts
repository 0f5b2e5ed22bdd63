import { expect, test } from 'vitest';
import { schoolFinder } from '../../lib/policy/school-names.ts';

const find = schoolFinder([
  ...['Lincoln', 'Maple Hill Middle School', 'George Washington High School', 'Benito Juárez', 'PS 118'],
  'Grove Academy of Arts',
]);
const found = (text: string) => find(text).map(({ span }) => text.slice(span.start, span.end));

test.each([
  ['at MAPLE  HILL middle school', 'MAPLE  HILL middle school'],
  ['Maple Hill Middle won', 'Maple Hill Middle'],
  ['George Washington High students', 'George Washington High'],
  ['Lincoln MS and more', 'Lincoln MS'],
  ['the lincoln middle school team', 'lincoln middle school'],
  ['Lincoln charter school', 'Lincoln charter school'],
  ['la Escuela Primaria Benito Juárez', 'Escuela Primaria Benito Juárez'],
  ['Benito Juárez Elementary', 'Benito Juárez Elementary'],
  ['PS 118 and PS 1189', 'PS 118'],
  ['the grove academy of arts', 'grove academy of arts'],
])('in %j', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  ...['Abraham Lincoln freed the slaves.', 'She read about Lincoln at school.', 'Lincoln attends school.'],
  ...[
    'Lincoln es grande',
    'The Washington primary',
    'George Washington crossed the river.',
    'Maple Hill is a town.',
  ],
  ...['Benito Juárez fue presidente.', 'Grove Academy', 'Lincolnshire Middle School'],
])('not in %j', (text) => {
  expect(found(text)).toEqual([]);
});

test('forms of one school share its key', () => {
  const keys = find('Maple Hill Middle School, then Maple Hill Middle').map(({ key }) => key);
  expect(keys).toEqual(['maple hill middle school', 'maple hill middle school']);
});
