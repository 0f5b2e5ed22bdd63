import { table } from './table.ts';

table('family', [
  ['His dad is in jail.', 'dad is in jail'],
  ["Maya's parents are getting divorced.", 'parents are getting divorced'],
  ['My student is in foster care and lives with her aunt.', 'lives with her aunt'],
  ['She lost her mother in May.', 'lost her mother'],
  ['Su papá está en la cárcel.', 'papá está en la cárcel'],
  ['A novel about a foster family.'],
  ['Henry VIII divorced Catherine in 1533.'],
  ['Vocabulary: custody, divorce, guardian.'],
  ['Schools adopted the new curriculum.'],
]);
