import { table } from './table.ts';

table('discipline', [
  ['Maya was suspended for three days.', 'suspended for'],
  ['He got caught vaping in the bathroom.', 'got caught', 'vaping in'],
  ['My student got into a fight with another girl.', 'got into a fight'],
  ['Diego threw a chair.', 'threw a chair'],
  ['La alumna fue suspendida.', 'suspendida'],
  ['Students who fight may be suspended.'],
  ['Model a suspension bridge with string.'],
  ['The solid is suspended in solution.'],
  ['Our policy on cheating is on page 4.'],
  ['Explain the nullification crisis of 1832.'],
]);
