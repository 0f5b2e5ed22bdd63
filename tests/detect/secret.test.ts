import { table } from './table.ts';

table('secret', [
  ['password: tiger77', 'tiger77'],
  ['Password is "Blue$ky"', 'Blue$ky'],
  ['PIN 4821.', '4821'],
  ['locker combination: 12-34-6', '12-34-6'],
  ['passcode = otter', 'otter'],
  ['The password is important.'],
  ['password: must be 8 characters'],
  ['pin the poster to the wall'],
  ['a combination of skills'],
]);
