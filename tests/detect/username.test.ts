import { table } from './table.ts';

table('username', [
  ['Username: mlopez22', 'mlopez22'],
  ['user name is maya.lopez', 'maya.lopez'],
  ['login mlopez22', 'mlopez22'],
  ['her handle is @maya_draws', '@maya_draws'],
  ['username = tiger', 'tiger'],
  ['username and password'],
  ['The username is required.'],
  ['login with your account'],
  ['Canvas module - Unit3 is due'],
  ['Log in to Google and open Classroom.'],
  ['Chromebook asset CB-20917'],
  ['handle with care'],
  ['Login subrm6 / Walleye22', 'subrm6'],
  ['Skyward: atran, temp pass Ostrich-9', 'atran'],
  ['login to QuickBooks was boosterband Sousa76trombones', 'boosterband'],
  ['name / login / pw\nAna / anar4 / tiger12', 'anar4'],
  ['usuario bermudez.fam', 'bermudez.fam'],
  ['logins\nXander: xfrost12 - snowmanX\nPilar: pmontoya12 - luna2luna', 'xfrost12', 'pmontoya12'],
  ['Log in: go to the page.'],
  ['Nadia Ruiz (d.o.b. 11/02/2014) is new.'],
]);
