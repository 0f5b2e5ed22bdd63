import { table } from './table.ts';

table('health', [
  ['She has asthma and an EpiPen.', 'asthma', 'EpiPen'],
  ['My student was hospitalized last week.', 'hospitalized'],
  ['Maya broke her arm at recess.', 'broke her arm'],
  ['Diego takes Ritalin.', 'Ritalin'],
  ['Su hija tiene epilepsia.', 'epilepsia'],
  ['El alumno se fracturó la muñeca.', 'se fracturó la muñeca'],
  ['Students with asthma should carry an inhaler.'],
  ['The Great Depression of 1929 began in the fall.'],
  ['Explain how insulin works in the body.'],
  ['Vocabulary: fever, allergy, migraine.'],
  ['Unit 4: seizures and first aid.'],
]);
