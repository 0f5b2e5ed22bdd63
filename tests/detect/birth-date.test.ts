import { table } from './table.ts';

table('birth-date', [
  ['DOB: 4/12/2014', '4/12/2014'],
  ['D.O.B. 04-12-14', '04-12-14'],
  ['date of birth: 2014-04-12', '2014-04-12'],
  ['She was born on April 12, 2014.', 'April 12, 2014'],
  ['born 12 April 2014', '12 April 2014'],
  ['Her birthday is March 3rd', 'March 3rd'],
  ['Due date: 4/12/2025'],
  ['Lincoln was born on February 12, 1809.'],
  ['The test is on April 12, 2024.'],
  ['a star is born in 4 steps'],
  ['birthday party for 12'],
  ['d o b march fourth twenty fourteen', 'march fourth twenty fourteen'],
  ['nacida el 9 de julio de 2012', '9 de julio de 2012'],
  ['Name,DOB\nAna,2015-02-17', '2015-02-17'],
  ['birthdays\nAna Jan 6\nLee Feb 2\nKai 3/17', 'Jan 6', 'Feb 2', '3/17'],
  ['Nokomis Redsky (June 9, 2009)', 'June 9, 2009'],
  ['Shakespeare was born in 1564.'],
  ['dates 6/21 and 8/2'],
]);
