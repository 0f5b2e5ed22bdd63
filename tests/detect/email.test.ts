import { table } from './table.ts';

table('email', [
  ['Write to rosa.lopez@example.com today.', 'rosa.lopez@example.com'],
  ['<maya+math@mail.example.org>', 'maya+math@mail.example.org'],
  ["o'brien@example.org, x_y-z@example.co", "o'brien@example.org", 'x_y-z@example.co'],
  ['Ends a sentence: joe@example.com.', 'joe@example.com'],
  ['josé@example.org', 'josé@example.org'],
  ['Meet @ noon'],
  ['follow @mrsmith'],
  ['price@5 and a@b'],
  ['.@example.com'],
  ['write to maya dot lopez at example dot org', 'maya dot lopez at example dot org'],
  ['Email is senait dot t at example dot net.', 'senait dot t at example dot net'],
  ['info@example.org and office@example.org'],
  ['look at example sentences'],
]);
