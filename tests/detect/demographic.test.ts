import { table } from './table.ts';

table('demographic', [
  ['He is Muslim.', 'is Muslim'],
  ['Maya is transgender.', 'transgender'],
  ['My student is fasting for Ramadan.', 'fasting for Ramadan'],
  ['El alumno es musulmán.', 'es musulmán'],
  ['Compare Muslim and Christian empires.'],
  ['The house is white.'],
  ['Write on the whiteboard.'],
  ['Black History Month assembly on Friday.'],
  ['Students who are Jewish may miss the test.'],
]);
