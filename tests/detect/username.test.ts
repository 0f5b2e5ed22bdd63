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
  ['handle with care'],
  ['Login subrm6 / Walleye22', 'subrm6'],
  ['name / login / pw\nAna / anar4 / tiger12', 'anar4'],
  ['usuario bermudez.fam', 'bermudez.fam'],
  ['logins\nXander: xfrost12 - snowmanX\nPilar: pmontoya12 - luna2luna', 'xfrost12', 'pmontoya12'],
  ['Log in: go to the page.'],
]);
