import { table } from './table.ts';

table('government-id', [
  ['Her number: 219-09-9999.', '219-09-9999'],
  ['SSN 987-65-4321', '987-65-4321'],
  ['social security number is 219 09 9999', '219 09 9999'],
  ['SSN: 219099999', '219099999'],
  ['000-12-3456 and 666-12-3456 and 987-65-4321'],
  ['219-00-1234 or 219-09-0000'],
  ['part 1219-09-99991'],
  ['Social studies: 219 pages'],
  ['passport no. Y 0418 8827', 'Y 0418 8827'],
  ['SSN (optional): 900-21-4476', '900-21-4476'],
  ['CURP DOPA120709MYNMTR05', 'DOPA120709MYNMTR05'],
  ['I-94: 66410 2238 A1', '66410 2238 A1'],
  ['passport to adventure, 100 pages'],
]);
