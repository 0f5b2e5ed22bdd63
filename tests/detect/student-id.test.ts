import { table } from './table.ts';

table('student-id', [
  ['Student ID: 1043321', '1043321'],
  ['student id is 1043321.', '1043321'],
  ['lunch number 448812', '448812'],
  ['ID# S-104332', 'S-104332'],
  ['SIS: A10433', 'A10433'],
  ['State ID number 9900123456', '9900123456'],
  ['SSID 9900123456, grade 5', '9900123456'],
  ['Bring your ID badge'],
  ['lunch number of 30 students'],
  ['1043321 is a prime?'],
  ['student ID 2024-25 forms'],
  ['Idaho 83702'],
  ['student number 5'],
]);
