import { table } from './table.ts';

table('housing', [
  ['His family was evicted.', 'evicted'],
  ['Maya is living in a motel.', 'living in a motel'],
  ['My student is homeless.', 'homeless'],
  ['La alumna vive en un albergue.', 'vive en un albergue'],
  ['A novel about foster care.'],
  ['The animal shelter needs blankets.'],
  ['Shelter in place until the bell.'],
  ['Families without homes can call 211.'],
  ['The poem The Motel is on page 12.'],
]);
