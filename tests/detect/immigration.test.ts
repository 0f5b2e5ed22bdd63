import { table } from './table.ts';

table('immigration', [
  ['His father was deported in June.', 'deported'],
  ['Maya is undocumented.', 'undocumented'],
  ['My student is on a student visa.', 'student visa'],
  ['A su papá lo detuvo ICE.', 'lo detuvo ICE'],
  ['Su familia es refugiada.', 'refugiada'],
  ['Refugees arrived at Ellis Island in 1907.'],
  ['Students will debate citizenship and asylum.'],
  ['A unit on immigration: visas and green cards.'],
  ['ICE melts at 0 degrees.'],
]);
