import { table } from './table.ts';

table('counseling', [
  ['She sees a therapist on Tuesdays.', 'sees a therapist'],
  ['Maya is in grief group.', 'grief group'],
  ['My student was referred to the counselor.', 'referred to the counselor'],
  ['El alumno va con la psicóloga.', 'psicóloga'],
  ['Students can visit the counselor at lunch.'],
  ['A lesson on coping skills for grade 4.'],
  ['He has speech therapy and sees a therapist for speech therapy.'],
  ['Radiation therapy uses gamma rays.'],
]);
