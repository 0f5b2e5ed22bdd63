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
  ['Login subrm6 / Walleye22', 'Walleye22'],
  ['Name,Lunch PIN\nAna,7719', '7719'],
  ['combo 22-8-36', '22-8-36'],
  ['combination thirty one, nine, seventeen', 'thirty one, nine, seventeen'],
  ['contraseña Canela-19', 'Canela-19'],
  ['bus pass 4471'],
  ['He gave me the pass at 10:31.'],
  ['Pass the ball 12 times.'],
]);
