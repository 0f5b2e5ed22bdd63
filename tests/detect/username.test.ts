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
]);
