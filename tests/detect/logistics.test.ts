import { table } from './table.ts';

table('logistics', [
  ['She rides bus 22 home.', 'bus 22'],
  ['Locker D-212 is jammed.', 'Locker D-212'],
  ['her locker is 318', 'locker is 318'],
  ['moves to bus eleven on Monday', 'bus eleven'],
  ['va en la ruta 9', 'ruta 9'],
  ['Room 217, 5th period', 'Room 217, 5th period'],
  ['Homeroom: B-114', 'Homeroom: B-114'],
  ['name,bus\nAna,12A\nLee,07', '12A', '07'],
  ['The bus holds 40 children.'],
  ['We meet in room 217.'],
  ['Turn to page 118.'],
  ['the bus is 15 minutes late', 'bus is 15'],
  ['a seat at the table'],
]);
